"""Where on a filing's page a field of the dossier is mended, and what a form of a party may change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.party import Party

LINES: Final = ("names", "phones", "emails", "handles", "nationalities")
"""Fields of a party with one value a line."""

TEXTS: Final = ("first_name", "last_name", "gender", "birth_date", "birth_year", "occupation", "note")
ADDRESS: Final = ("street", "city", "state", "postcode", "country")
DOCUMENT: Final = ("kind", "number", "country", "issued", "expires", "issuer")

_PARTY: Final = re.compile(r"part(?:y|ies)\W*(P\d+)?")


def place_of(field: str, subject: str) -> tuple[str, str]:
    """Return the address within the page where a field is mended, and what to call it; no address: not on this page.

    Args:
        field: as faults and missing items name it.
        subject: key of the dossier's subject, where a field names no party.
    """
    named = re.search(r"\b(P\d+)\b", field)
    if field.startswith(("narrative", "assessment.ordinary")):
        return "#narrative", "the narrative"
    if field.startswith(("travel", "markings", "at_risk", "earlier")):
        return "#facts", "the facts"
    if named or _PARTY.match(field):
        key = named[1] if named else subject
        return f"?party={key}#party", f"party {key}"
    if field.startswith(("filer", "profile", "goaml.", "labels")):
        return "", "the workspace’s filer or profile"
    if field.startswith(("payments", "payment")):
        return "", "the records of the payments"
    return "", "the dossier"


def party_from(form: Mapping[str, str], party: Party) -> dict[str, Any]:
    """Read a party's form; what the form does not hold stays as it is."""
    said: dict[str, Any] = party.model_dump(mode="json")
    for name in LINES:
        said[name] = [line.strip() for line in form.get(name, "").splitlines() if line.strip()]
    for name in TEXTS:
        said[name] = form.get(name, "").strip() or None
    said["gender"] = said["gender"] or "unknown"
    said["note"] = said["note"] or ""
    said["birth_year"] = int(said["birth_year"]) if (said["birth_year"] or "").isdecimal() else said["birth_year"]
    address = {name: form.get(f"address_{name}", "").strip() or None for name in ADDRESS}
    said["addresses"] = [*([address] if any(address.values()) else []), *said["addresses"][1:]]
    document = {name: form.get(f"document_{name}", "").strip() or None for name in DOCUMENT}
    if any(value for name, value in document.items() if name != "kind"):
        said["documents"] = [document | {"number": document["number"] or ""}, *said["documents"][1:]]
    else:
        said["documents"] = said["documents"][1:]
    return said


def with_party(dossier: Dossier, changed: Mapping[str, Any]) -> dict[str, Any]:
    """Return the dossier's field ``parties`` with one of them changed."""
    parties = [party.model_dump(mode="json") for party in dossier.parties]
    return {"parties": [dict(changed) if party["key"] == changed["key"] else party for party in parties]}
