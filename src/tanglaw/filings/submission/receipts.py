"""Reads what an authority sends back: that it has a report, or why it refused it. All of it comes from outside."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from lxml import etree
from pydantic import Field, ValidationError

from tanglaw.common.errors import TanglawError
from tanglaw.filings.dossier.part import Part
from tanglaw.filings.goaml.report import WANTED
from tanglaw.filings.submission.submission import Reason
from tanglaw.filings.xml.reading import local_name, read_xml

MOST_BYTES: Final = 8 << 20
_REASONS: Final = 1_000
_BSA_ID: Final = re.compile(r"[0-9]{14}")
_SUFFIX: Final = re.compile(r"(\.(ACKED|MESSAGES|ACK|xml|json))+$", re.IGNORECASE)

_FINCEN_FIELDS: Final = {
    "RawEntityIndividualLastName": "parties[].last_name", "RawIndividualFirstName": "parties[].first_name",
    "RawPartyFullName": "filer.name", "IndividualBirthDateText": "parties[].birth_date",
    "RawStreetAddress1Text": "parties[].addresses[].street", "RawCityText": "parties[].addresses[].city",
    "RawZIPCode": "parties[].addresses[].postcode", "RawStateCodeText": "parties[].addresses[].state",
    "RawCountryCodeText": "parties[].addresses[].country", "PhoneNumberText": "parties[].phones",
    "PartyIdentificationNumberText": "parties[].documents, filer.ids", "AccountNumberText": "parties[].accounts",
    "ActivityNarrativeText": "narrative", "TotalSuspiciousAmountText": "payments[].usd",
    "SuspiciousActivityFromDateText": "payments[].at", "SuspiciousActivityToDateText": "payments[].at",
    "FilingInstitutionNotetoFinCEN": "labels", "EFilingPriorDocumentNumber": "corrects",
    "PrimaryRegulatorTypeCode": "filer.ids.regulator", "OrganizationTypeID": "filer.ids.institution_type",
    "FilingDateText": "dated", "ElectronicAddressText": "parties[].emails", "IPAddressText": "payments[].payer_ip",
}  # fmt: skip
_GOAML_FIELDS: Final = {
    "transactionnumber": "payments[].payment_id", "amount_local": "payments[].sent",
    "date_transaction": "payments[].at", "reason": "narrative", "entity_reference": "reference",
    "address": "parties[].addresses", "account": "parties[].accounts",
    "report_indicators": "profile goaml.indicators", "tph_number": "parties[].phones",
}  # fmt: skip


class _Refusal(Part):
    code: str = ""
    text: str = ""
    element: str = ""


class _Plain(Part):
    """The generic receipt, ``tanglaw-receipt/1``: what a gateway writes for an authority that has no format."""

    format: str = Field(pattern=r"^tanglaw-receipt/1$")
    reference: str
    version: int
    accepted: bool
    receipt: str = ""
    reasons: tuple[_Refusal, ...] = Field(default=(), max_length=_REASONS)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a receipt says.

    Attributes:
        reference, version: of the dossier, where the receipt names them; else ``file`` does.
        file: name of the file that was handed over, as far as the receipt's own name gives it away.
        receipt: the authority's own reference.
        warnings: what it remarked though it took the report.
    """

    accepted: bool
    reference: str | None
    version: int | None
    file: str | None
    receipt: str
    reasons: tuple[Reason, ...]
    warnings: tuple[Reason, ...]


def read_receipt(name: str, data: bytes) -> Answer:
    """Read a receipt: the generic JSON, or FinCEN's acknowledgement XML.

    Raises:
        TanglawError: it is neither, is too large, or contradicts itself.
    """
    if len(data) > MOST_BYTES:
        raise TanglawError(f"{name}: {len(data):,} bytes; expected a receipt of at most {MOST_BYTES:,}.")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _plain(name, data)
    root = read_xml(data, name, MOST_BYTES)
    if local_name(root) == "EFilingBatchXML":
        return _fincen(name, root)
    raise TanglawError(f"{name}: found the element {local_name(root)}; expected a receipt (JSON, or FinCEN's XML).")


def field_of(element: str) -> str:
    """Give the dossier's field behind an element that an authority names, ``dossier`` where none is known."""
    last = re.sub(r"\[.*?\]", "", element).rstrip("/").rpartition("/")[2].rpartition(":")[2]
    if last in _FINCEN_FIELDS or last in _GOAML_FIELDS:
        return _FINCEN_FIELDS.get(last) or _GOAML_FIELDS[last]
    wanted = WANTED.get(last)
    return "dossier" if wanted is None else wanted if wanted.startswith(("filer", "profile")) else f"parties[].{wanted}"


def _plain(name: str, data: bytes) -> Answer:
    try:
        said = _Plain.model_validate(json.loads(data.decode("utf-8-sig")))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise TanglawError(f"{name}: {'.'.join(map(str, first['loc'])) or 'the whole'}: {first['msg']}") from None
    except (ValueError, RecursionError) as error:
        raise TanglawError(f"{name} is no JSON: {type(error).__name__}") from None
    if said.accepted and not said.receipt.strip():
        raise TanglawError(f"{name}: accepted, but without the authority's own reference; that proves nothing.")
    reasons = tuple(Reason(one.code, one.text, one.element, field_of(one.element)) for one in said.reasons)
    if not said.accepted and not reasons:
        reasons = (Reason("", "The authority gave no reason.", "", "dossier"),)
    warnings = reasons if said.accepted else ()
    return Answer(said.accepted, said.reference, said.version, None, said.receipt.strip(),
                  () if said.accepted else reasons, warnings)  # fmt: skip


def _fincen(name: str, root: etree._Element) -> Answer:
    status = root.get("StatusCode", "")
    identifiers = [_text(one) for one in root.iter("{*}BSAID")]
    fatal: list[Reason] = []
    warnings: list[Reason] = []
    for error in list(root.iter("{*}EFilingActivityErrorXML"))[:_REASONS]:
        parts = {local_name(child): _text(child) for child in error}
        element = parts.get("ErrorElementNameText", "") or parts.get("ErrorContextText", "")
        reason = Reason(parts.get("ErrorTypeCode", ""), parts.get("ErrorText", ""), element, field_of(element))
        (fatal if parts.get("ErrorLevelText", "").upper().startswith("FATAL") else warnings).append(reason)
    known = [one for one in identifiers if _BSA_ID.fullmatch(one) and set(one) != {"0"}]
    if status == "A" and len(known) == 1 and not fatal:
        return Answer(True, None, None, _SUFFIX.sub("", name), known[0], (), tuple(warnings))
    if status in {"R", "A"} and (fatal or status == "R") and not known:
        none = (Reason("", "FinCEN gave no reason.", "", "dossier"),)
        return Answer(False, None, None, _SUFFIX.sub("", name), "", tuple(fatal) or none, tuple(warnings))
    raise TanglawError(
        f"{name}: status {status or 'none'} with {len(known)} BSA identifiers and {len(fatal)} fatal errors; "
        "expected A with one identifier and none, or R."
    )


def _text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext()).strip()[:4_000]
