"""The rows of a lead that a run newly found, made and sealed before anything is locked.

To seal takes longer than to write down, and on SQLite nobody else writes while an import does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from tanglaw.casework.intake.deadlines import due
from tanglaw.casework.intake.folder import Found
from tanglaw.casework.models import Appearance, Lead, ProtectedParty, RecordKey, Run, Version
from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.fields import sealed
from tanglaw.leads.ranking import attention
from tanglaw.leads.shield import Party

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class New:
    """A lead, its first version, and who appears in it; none of it is saved."""

    lead: Lead
    version: Version
    appearances: Sequence[Appearance]


@dataclass(frozen=True, slots=True)
class Ready:
    """What an import will probably write: leads by their id and protected people, none of them known yet."""

    leads: Mapping[str, New]
    people: Mapping[Party, ProtectedParty]


def make_ready(leads: Sequence[Found], run: Run, now: datetime) -> Ready:
    """Make it; whoever writes looks again, since another import may come between."""
    ids, known = [one.row["lead_id"] for one in leads], set[str]()
    for start in range(0, len(ids), _BATCH):
        known |= set(Lead.objects.filter(lead_id__in=ids[start : start + _BATCH]).values_list("lead_id", flat=True))
    there = set(ProtectedParty.objects.values_list("index", flat=True))
    return Ready(
        {one.row["lead_id"]: new(one, run, now) for one in leads if one.row["lead_id"] not in known},
        {who: make_protected(who, names) for who, names in protected(leads).items() if blind(*who) not in there},
    )


def protected(leads: Sequence[Found]) -> dict[Party, set[str]]:
    """Gather whom leads protect, with every name that any of them records."""
    names: dict[Party, set[str]] = {
        (found.row["role"], subject): set()
        for found in leads
        if found.row["protect"]
        for subject in {found.row["entity_id"], *found.row["subject_ids"]}
    }
    gather(names, leads)
    return names


def gather(names: Mapping[Party, set[str]], leads: Sequence[Found]) -> None:
    """Add to each party's names those that leads record of it."""
    for found in leads:
        for party, recorded in found.names.items():
            if party in names:
                names[party].update(recorded)


def make_protected(party: Party, names: Iterable[str]) -> ProtectedParty:
    """Make the row of somebody protected."""
    return ProtectedParty(key=RecordKey.new(), role=party[0], **sealed(party=party[1], names=sorted(names)))


def new(found: Found, run: Run, now: datetime) -> New:
    """Make the rows of one lead."""
    row = found.row
    lead = Lead(
        lead_id=row["lead_id"], key=RecordKey.new(), pattern=row["pattern"], role=row["role"], protect=row["protect"],
        first_run=run, last_run=run, opened=now, due=due(now, row["protect"], row["urgency"]),
        **sealed(subject=row["entity_id"]),
    )  # fmt: skip
    repeat(lead, row)
    return New(lead, version(lead, found, run, 1, []), appearances(lead, found))


def repeat(lead: Lead, row: Mapping[str, Any]) -> None:
    """Repeat the finding's figures in the lead, where the queue sorts and filters by them."""
    lead.pattern_title = row["pattern_title"]
    lead.attention = attention(row["score"], row["urgency"])
    lead.score, lead.urgency = row["score"], row["urgency"]
    lead.holder, lead.corridor = row["account_holder"], row["corridor"]
    lead.first_seen, lead.last_seen = row["first_seen"], row["last_seen"]
    lead.payments, lead.counterparties, lead.total_usd = row["payments"], row["counterparties"], row["total_usd"]
    lead.protect = lead.protect or row["protect"]


def version(lead: Lead, found: Found, run: Run, number: int, said: Iterable[str]) -> Version:
    """Make a version of a lead; ``said`` is what differs from the one before."""
    return Version(
        lead=lead, number=number, run=run, digest=found.digest, **sealed(content=found.content), changes=list(said),
        score=found.row["score"], urgency=found.row["urgency"],
    )  # fmt: skip


def appearances(lead: Lead, found: Found) -> list[Appearance]:
    """Say who appears in a lead."""
    return [
        Appearance(
            lead=lead, role=role, **sealed(party=party), payments=payments,
            own=role == lead.role and party in found.row["subject_ids"],
        )
        for (role, party), payments in sorted(found.parties.items())
    ]  # fmt: skip
