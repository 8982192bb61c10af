"""Everybody in the payments of a case's leads, and how recipients of a referral are kept apart from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import polars as pl
from anyascii import anyascii
from django.db.models import F

from tanglaw.casework.intake.content import unpack_rows
from tanglaw.casework.models import Case, Lead, Run, User, Version
from tanglaw.casework.reading import visible
from tanglaw.leads.lead import Lead as Finding
from tanglaw.leads.report.parties import WORD
from tanglaw.leads.shield import Party
from tanglaw.leads.text import mask_contact

_SIDES: Final = ("originator", "beneficiary")
_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST: Final = 5  # a shorter id or number may stand in any text by chance
_PHONE_TAIL: Final = 8  # digits that tell one line from another, whatever the country's prefix


@dataclass(slots=True)
class CaseParty:
    """One account in the payments of a case.

    Attributes:
        names: every name recorded with it.
        own: a lead of the case is about it.
    """

    names: set[str] = field(default_factory=set)
    payments: int = 0
    own: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """One lead of a case, with its newest content: payments as rows of ``lead_payments``."""

    lead: Lead
    finding: Finding
    payments: Sequence[Mapping[str, Any]]


def leads_of(case: Case, reader: User | None) -> list[Held]:
    """Return the leads that a case holds, unpacked: those that there are for a reader; for none, all."""
    holdings = visible.of_leads(case.holdings.filter(taken_out__isnull=True), reader)
    leads = [one.lead for one in holdings.select_related("lead__key", "lead__assigned_to")]
    newest = {one.lead_id: one for one in Version.objects.filter(lead__in=leads, number=F("lead__version"))}
    held = []
    for lead in leads:
        version = newest[lead.pk]
        version.lead = lead  # its key is at hand
        held.append(Held(lead, *unpack_rows(version.content, lead.pk)))
    return held


def parties(held: list[Held]) -> dict[Party, CaseParty]:
    """Gather both sides of all payments, and under a lead's own id the names of all its accounts."""
    found: dict[Party, CaseParty] = {}
    for one in held:
        for side in _SIDES:
            for row in one.payments:
                into = found.setdefault((side, row[f"{side}_id"]), CaseParty())
                into.payments += 1
                if row[f"{side}_name"] is not None:
                    into.names.add(row[f"{side}_name"])
        own = found.setdefault((one.lead.role, one.lead.subject), CaseParty())
        own.own = True
        for account in one.finding.subject_ids:
            known = found.setdefault((one.lead.role, account), CaseParty())
            known.own = True
            own.names |= known.names
    return found


def party_named(case: Case, text: str) -> str | None:
    """Tell which party of a case a text names: by name, id, telephone number or e-mail address. None: nobody.

    Returns:
        What the party may be called, its contacts masked.
    """
    held = leads_of(case, None)  # whoever asks, nobody of the case is told
    everybody = parties(held)
    for (side, account), party in everybody.items():
        if _stands_in(account, text) or _names_stand_in(party.names, text):
            return f"the {WORD[side]} {mask_contact(account)}"
    for side, contact in _contacts(held):
        if _stands_in(contact, text):
            return f"a {WORD[side]} of its payments"
    for subject in case.subjects.all():
        if _names_stand_in({subject.name} if subject.name else set(), text) or _stands_in(subject.party, text):
            return f"a person of the case ({subject.get_role_display().lower()})"
    return None


def _names_stand_in(names: set[str], text: str) -> bool:
    """Tell whether a text holds all words of a name, in any order, in its own script or in Latin letters."""
    there = _words(text) | _words(anyascii(text))
    for name in names:
        for form in (name, anyascii(name)):
            words = _words(form)
            # A single short word stands in many a text by chance.
            if words <= there and (len(words) > 1 or sum(map(len, words)) >= _SHORTEST):
                return True
    return False


def _words(text: str) -> set[str]:
    decomposed = unicodedata.normalize("NFKD", text)
    return set(_WORD.findall("".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()))


def _stands_in(identifier: str, text: str) -> bool:
    wanted, there = _bare(identifier), _bare(text)
    if len(wanted) < _SHORTEST:
        return False
    digits = "".join(sign for sign in identifier if sign.isdecimal())
    is_number = len(digits) >= _PHONE_TAIL and all(sign.isdecimal() or sign in "+ ()-./" for sign in identifier)
    if is_number:
        return digits[-_PHONE_TAIL:] in "".join(sign for sign in text if sign.isdecimal())
    return wanted in there


def _bare(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalnum())


def _contacts(held: list[Held]) -> Iterator[Party]:
    """Yield telephone numbers and e-mail addresses: only the run's own folder holds them."""
    columns = {f"{side}_{what}": side for side in _SIDES for what in ("phone", "email")}
    folders = dict(Run.objects.filter(pk__in={one.lead.last_run_id for one in held}).values_list("pk", "folder"))
    for one in held:
        path = Path(folders[one.lead.last_run_id]) / "lead_payments.parquet"
        if not path.is_file():
            continue
        table = pl.scan_parquet(path)
        there: Mapping[str, str] = {name: side for name, side in columns.items() if name in table.collect_schema()}
        rows = table.filter(lead_id=one.lead.lead_id).select(list(there)).collect()
        for name, side in there.items():
            for contact in rows[name].drop_nulls().unique().sort():
                yield side, contact
