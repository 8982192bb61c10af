"""A dossier as a FinCEN SAR batch of one activity, valid against FinCEN's published schema."""

from __future__ import annotations

import ipaddress
from decimal import ROUND_UP, Decimal
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from lxml import etree

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.fincen.parties import institution_parties, subject_party, subjects
from tanglaw.filings.fincen.sheet import Sheet
from tanglaw.filings.payments_csv import payments_csv, payments_name
from tanglaw.filings.profiles.profile import Profile
from tanglaw.filings.rendering import Findings, Rendering, safe_name
from tanglaw.filings.xml.checking import check
from tanglaw.filings.xml.text import chunks, one_line
from tanglaw.filings.xml.xsd import LoadedSchema, load_xsd

NARRATIVE_PARTS: Final = (4_000, 4_000, 4_000, 4_000, 1_000)
"""Characters of each narrative element: 17,000 in all (schema 1.2, ActivityNarrativeSequenceNumber)."""

ATTACHMENT_BYTES: Final = 1_048_576
"""Of the one comma-separated file that may go with a SAR (FinCEN SAR instructions: one megabyte)."""

NOTE: Final = 50
MOST_ADDRESSES: Final = 99
_UNKNOWN_PRIOR: Final = "00000000000000"
_INSTRUMENT: Final = 6
_PRODUCT: Final = 5
_PRODUCTS: Final = frozenset({1, 2, 3, 4, 5, 6, 16, 30, 46})


def sar(dossier: Dossier, profile: Profile, *, xsd: Path | None = None) -> Rendering:
    """Fill in a SAR batch.

    Args:
        dossier: what to report.
        profile: codes by pattern and rail.
        xsd: a newer schema of FinCEN's; left out, the one that the package carries.

    Returns:
        ``REFERENCE.xml``, and ``REFERENCE-payments.MARKING.csv`` as its attachment; or the faults.

    Raises:
        UsageError, FaultsError: the schema itself cannot be used.
    """
    findings = Findings()
    sheet = Sheet(findings)
    filer = dossier.filer
    if filer is None:
        findings.refuse("filer", "nothing", "who files", "Give it with --filer, or in the profile.")
        return findings.rendering({})
    name = safe_name(dossier.reference)
    table = payments_csv(dossier)
    attached = len(table) <= ATTACHMENT_BYTES and bool(dossier.payments)
    if not attached and dossier.payments:
        findings.remark(
            f"The list of {len(dossier.payments):,} payments takes {len(table):,} bytes; FinCEN takes one attachment "
            f"of at most {ATTACHMENT_BYTES:,}. It is not attached: keep the evidence pack as supporting documentation."
        )
    root = sheet.part(None, "EFilingBatchXML", "dossier")
    sheet.say(root, "FormTypeCode", "SARX", "dossier")
    activity = sheet.part(root, "Activity", "dossier")
    _head(sheet, activity, dossier, payments_name(dossier) if attached else None)
    institution_parties(sheet, activity, filer)
    named = subjects(dossier)
    for party in named:
        subject_party(sheet, activity, party, filer)
    if not named:
        subject_party(sheet, activity, None, filer)
    hidden = [party for party in dossier.subjects if party not in named]
    if hidden and not dossier.further:
        findings.remark(
            "The account holder may be a victim and is not named as a subject; the narrative tells of them."
        )
    elif hidden:
        keys = ", ".join(party.key for party in hidden)
        findings.remark(f"Who may be a victim is not named as a subject ({keys}); the narrative tells of them.")
    total = _suspicious(sheet, activity, dossier, profile)
    _network_addresses(sheet, activity, dossier)
    _instruments(sheet, activity, dossier, profile)
    _narrative(sheet, activity, dossier)
    counts = {"TotalAmount": total, "PartyCount": len(named) or 1, "ActivityCount": 1,
              "ActivityAttachmentCount": int(attached), "AttachmentCount": int(attached)}  # fmt: skip
    for attribute, count in counts.items():
        root.set(attribute, str(count))
    loaded = load_xsd(xsd) if xsd is not None else _schema()
    check(root, loaded.schema, sheet.fields, findings)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    if len(data) > profile.limits.bytes:
        findings.refuse("dossier", f"a file of {len(data):,} bytes", f"at most {profile.limits.bytes:,}")
    made = {f"{name}.xml": data} | ({payments_name(dossier): table} if attached else {})
    return findings.rendering(made, loaded.notes)


@cache
def _schema() -> LoadedSchema:
    with as_file(files("tanglaw.filings.fincen").joinpath("EFL_SARXBatchSchema.xsd")) as path:
        return load_xsd(path)


def _head(sheet: Sheet, activity: etree._Element, dossier: Dossier, attachment: str | None) -> None:
    if dossier.corrects:
        known = (
            dossier.corrects.isascii() and dossier.corrects.isdecimal() and len(dossier.corrects) == len(_UNKNOWN_PRIOR)
        )
        if not known:
            sheet.findings.remark(
                f"corrects: {dossier.corrects!r} is no BSA identifier of 14 digits; the prior report is given as "
                "unknown."
            )
        sheet.say(activity, "EFilingPriorDocumentNumber", dossier.corrects if known else _UNKNOWN_PRIOR, "corrects")
    sheet.say(activity, "FilingDateText", f"{dossier.dated:%Y%m%d}", "dated")
    keywords = " ".join(label.code for label in dossier.labels if label.authority == "FinCEN")
    if len(keywords) > NOTE:
        sheet.findings.refuse("labels", f"{len(keywords)} characters of keywords", f"at most {NOTE}")
    sheet.say(activity, "FilingInstitutionNotetoFinCEN", keywords, "labels")
    kind = sheet.part(activity, "ActivityAssociation", "version")
    sheet.mark(kind, "CorrectsAmendsPriorReportIndicator", bool(dossier.corrects), "corrects")
    sheet.mark(kind, "InitialReportIndicator", not dossier.corrects, "version")
    if attachment:
        document = sheet.part(activity, "ActivitySupportDocument", "payments")
        sheet.say(document, "OriginalAttachmentFileName", attachment, "payments")


def _suspicious(sheet: Sheet, activity: etree._Element, dossier: Dossier, profile: Profile) -> int:
    element = sheet.part(activity, "SuspiciousActivity", "payments")
    total = int(dossier.total_usd.quantize(Decimal(1), ROUND_UP))
    days = [payment.at.date() for payment in dossier.payments] or [dossier.dated]
    unrated = any(payment.usd is None for payment in dossier.payments)
    sheet.mark(element, "AmountUnknownIndicator", not total and bool(dossier.payments), "payments[].usd")
    sheet.mark(element, "NoAmountInvolvedIndicator", not dossier.payments, "payments")
    sheet.say(element, "SuspiciousActivityFromDateText", f"{min(days):%Y%m%d}", "payments[].at")
    sheet.say(element, "SuspiciousActivityToDateText", f"{max(days):%Y%m%d}", "payments[].at")
    sheet.say(element, "TotalSuspiciousAmountText", str(total) if total else None, "payments[].usd")
    if unrated and total:
        sheet.findings.remark("Payments without a rate to US dollars are not part of the total suspicious amount.")
    _classified(sheet, element, dossier, profile)
    return total


def _classified(sheet: Sheet, element: etree._Element, dossier: Dossier, profile: Profile) -> None:
    """Write the kinds of activity of every lead; the form takes each subtype once, with 50 characters of words."""
    table = profile.fincen.activity
    kinds: dict[tuple[int, int], dict[str, None]] = {}
    for matter in dossier.matters:
        for kind, subtype, other in table.get(matter.assessment.pattern) or table.get("default", ()):
            kinds.setdefault((kind, subtype), {})[other] = None
    for (kind, subtype), others in kinds.items():
        first, *rest = others
        said = first
        for other in rest:
            if len(f"{said}; {other}") <= NOTE:
                said = f"{said}; {other}"
            else:
                sheet.findings.remark(
                    f"Field 38 has no room for “{other}” beside “{said}”; the keywords and the narrative name both."
                )
        one = sheet.part(element, "SuspiciousActivityClassification", "profile fincen.activity")
        sheet.say(one, "OtherSuspiciousActivityTypeText", said, "profile fincen.activity")
        sheet.say(one, "SuspiciousActivitySubtypeID", str(subtype), "profile fincen.activity")
        sheet.say(one, "SuspiciousActivityTypeID", str(kind), "profile fincen.activity")


def _network_addresses(sheet: Sheet, activity: etree._Element, dossier: Dossier) -> None:
    seen: dict[tuple[str, str, str], None] = {}
    for payment in dossier.payments:
        try:
            address = str(ipaddress.ip_address((payment.payer_ip or "").strip()))
        except ValueError:
            continue
        clock = f"{payment.at:%H:%M:%S}" if payment.time_known else ""
        seen[f"{payment.at:%Y%m%d}", clock, address] = None
    if len(seen) > MOST_ADDRESSES:
        sheet.findings.remark(
            f"{len(seen) - MOST_ADDRESSES:,} more IP addresses with their times are in the list of payments; the form "
            f"takes {MOST_ADDRESSES}."
        )
    for day, clock, address in list(seen)[:MOST_ADDRESSES]:
        one = sheet.part(activity, "ActivityIPAddress", "payments[].payer_ip")
        sheet.say(one, "ActivityIPAddressDateText", day, "payments[].at")
        sheet.say(one, "ActivityIPAddressTimeStampText", clock, "payments[].at")
        sheet.say(one, "IPAddressText", address, "payments[].payer_ip")


def _instruments(sheet: Sheet, activity: etree._Element, dossier: Dossier, profile: Profile) -> None:
    table = profile.fincen.instruments
    rails: dict[int, str] = {}
    for payment in dossier.payments:
        subtype = table.get(payment.rail or "", table.get("default"))
        if subtype is not None:
            rails.setdefault(subtype, payment.rail or "")
    for subtype in sorted(rails):
        one = sheet.part(activity, "Assets", "profile fincen.instruments")
        sheet.say(one, "AssetSubtypeID", str(subtype), "profile fincen.instruments")
        sheet.say(
            one, "AssetTypeID", str(_PRODUCT if subtype in _PRODUCTS else _INSTRUMENT), "profile fincen.instruments"
        )
        other = rails[subtype].replace("_", " ") if subtype in {30, 41} else None
        sheet.say(one, "OtherAssetSubtypeText", other, "payments[].rail")


def _narrative(sheet: Sheet, activity: etree._Element, dossier: Dossier) -> None:
    text = one_line(dossier.narrative.text())
    keywords = [label.code for label in dossier.labels if label.authority == "FinCEN"]
    if lacking := [code for code in keywords if code not in text]:
        text = f"{' '.join(lacking)}. {text}"
        sheet.findings.remark(f"The narrative did not name {', '.join(lacking)}; FinCEN's keyword was put at its head.")
    text = f"{text} Handling: {one_line(dossier.markings.in_words)}"  # the form has no other place for it
    parts = chunks(text, NARRATIVE_PARTS[0])
    if len(parts) > len(NARRATIVE_PARTS) or any(len(a) > b for a, b in zip(parts, NARRATIVE_PARTS, strict=False)):
        sheet.findings.refuse(
            "narrative", f"{len(text):,} characters", f"about {sum(NARRATIVE_PARTS):,} at most, in five blocks",
            "Shorten the narrative, or report fewer leads in one filing; nothing is cut off for you.",
        )  # fmt: skip
        parts = parts[:1]  # no file comes of it; the schema is to say nothing more about a narrative that is there
    for number, part in enumerate(parts, 1):
        one = sheet.part(activity, "ActivityNarrativeInformation", "narrative")
        sheet.say(one, "ActivityNarrativeSequenceNumber", str(number), "narrative")
        sheet.say(one, "ActivityNarrativeText", part, "narrative")
