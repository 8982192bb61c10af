"""Where on a filing's page a field of the dossier is mended, and what people may change of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from tanglaw.casework.site.problems import RefusedError
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.narrative import TITLES, Topic
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


def read_form(form: Mapping[str, str]) -> dict[str, Any]:
    """Read a party's form as fields of the party; ``address`` and ``document`` are its first ones, or none."""
    said: dict[str, Any] = {
        name: [line.strip() for line in form.get(name, "").splitlines() if line.strip()] for name in LINES
    }
    said |= {name: form.get(name, "").strip() or None for name in TEXTS}
    if (said["birth_year"] or "").isdecimal():
        said["birth_year"] = int(said["birth_year"])
    said["address"] = {name: form.get(f"address_{name}", "").strip() or None for name in ADDRESS}
    said["document"] = {name: form.get(f"document_{name}", "").strip() or None for name in DOCUMENT}
    return said


def party_changed(party: Party, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return a party's fields with some of them changed; what is not said stays as it is."""
    now: dict[str, Any] = party.model_dump(mode="json")
    now |= {name: said[name] for name in (*LINES, *TEXTS) if name in said}
    now["gender"], now["note"] = now["gender"] or "unknown", now["note"] or ""
    if "address" in said:
        address = said["address"] or {}
        now["addresses"] = [*([address] if any(address.values()) else []), *now["addresses"][1:]]
    if "document" in said:
        document = said["document"] or {}
        given = any(value for name, value in document.items() if name != "kind")
        first = [document | {"number": document.get("number") or ""}] if given else []
        now["documents"] = [*first, *now["documents"][1:]]
    return now


def party_of(dossier: Dossier, key: str) -> Party:
    """Find a party.

    Raises:
        RefusedError: there is none.
    """
    found = next((each for each in dossier.parties if each.key == key), None)
    if found is None:
        raise RefusedError("No such party", f"Found {key!r}; expected a party of the filing.", 422)
    return found


def with_party(dossier: Dossier, changed: Mapping[str, Any]) -> dict[str, Any]:
    """Return the dossier's field ``parties`` with one of them changed."""
    parties = [party.model_dump(mode="json") for party in dossier.parties]
    return {"parties": [dict(changed) if party["key"] == changed["key"] else party for party in parties]}


def edited(dossier: Dossier, texts: Mapping[Topic, str], by: str, at: datetime) -> dict[str, Any]:
    """Return the dossier's field ``narrative`` as a person wrote it, the draft kept beside it."""
    sections = [{"topic": topic, "text": texts[topic]} for topic in TITLES if texts.get(topic)]
    said = {"edited": sections, "edited_by": by, "edited_at": at.isoformat()}
    return {"narrative": dossier.narrative.model_dump(mode="json") | said}


def as_drafted(dossier: Dossier) -> dict[str, Any]:
    """Return the dossier's field ``narrative`` as it was drafted."""
    nobody: dict[str, Any] = {"edited": None, "edited_by": None, "edited_at": None}
    return {"narrative": dossier.narrative.model_dump(mode="json") | nobody}


def facts(dossier: Dossier, travel: Sequence[str], tlp: str, at_risk: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Return the dossier's fields with travel, marking and everybody who may be at risk as they shall be."""
    return {
        "travel": list(travel),
        "markings": dossier.markings.model_dump(mode="json") | {"tlp": tlp},
        "at_risk": [dict(one) for one in at_risk],
    }
