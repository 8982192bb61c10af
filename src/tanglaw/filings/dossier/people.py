"""The parties of a filing: its subjects, their counterparties, and those beyond, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tanglaw.filings.dossier.gathering import Row, gather
from tanglaw.filings.dossier.labels import minor
from tanglaw.filings.dossier.party import Party, Side, Standing
from tanglaw.filings.dossier.run_folder import RunFolder
from tanglaw.filings.dossier.same_party import SIDES, Node, SameParty
from tanglaw.leads.lead import Lead

OTHER: Final[dict[Side, Side]] = {"originator": "beneficiary", "beneficiary": "originator"}

Keys = dict[Node, str]
"""Key of each party in the dossier, by what :class:`SameParty` gives for it."""


def parties_of(runs: Sequence[RunFolder], rows: Sequence[Row], same: SameParty) -> tuple[Keys, list[Party]]:
    """Make the parties: subjects in the order of the leads, then counterparties, then those beyond them.

    Args:
        runs: one a lead of the filing.
        rows: all payments, each once, in order of time.
        same: which ids are one party.
    """
    subjects = list(dict.fromkeys(same.of(run.lead.role, run.lead.entity_id) for run in runs))
    by_party: dict[Node, list[Row]] = {}
    for row in rows:
        for side in SIDES:
            by_party.setdefault(same.of(side, row[f"{side}_entity"]), []).append(row)
    keys: Keys = {}
    for node in (*subjects, *_others(runs, rows, same)):
        keys.setdefault(node, f"P{len(keys) + 1}")
    because, leads = _protection(runs, same), _leads(runs, same)
    parties = []
    for node, key in keys.items():
        own = by_party.get(node, [])
        protected = because.get(node, "")
        if node in subjects:
            standing: Standing = "possible victim" if protected else "subject of review"
            note = _joined(runs, node, same)
        else:
            standing, note = "counterparty", _lead_note(leads.get(node))
        party = gather(key, node[0], own, standing, protected_because=protected, note=note)
        parties.append(_young(party, own))
    return keys, [*parties, *_beyond(runs, keys, because, leads, same)]


def _others(runs: Sequence[RunFolder], rows: Sequence[Row], same: SameParty) -> Iterator[Node]:
    """Give those on the other side, in the order of the leads and then of time."""
    for run in runs:
        near, far = run.lead.role, OTHER[run.lead.role]
        subject = same.of(near, run.lead.entity_id)
        for row in rows:
            if same.of(near, row[f"{near}_entity"]) == subject:
                yield same.of(far, row[f"{far}_entity"])


def _beyond(
    runs: Sequence[RunFolder], keys: Keys, because: dict[Node, str], leads: dict[Node, Lead], same: SameParty
) -> Iterator[Party]:
    for run in runs:
        near = run.lead.role
        seen = run.neighbours.select("neighbour_id", "neighbour_name", "neighbour_country").unique(
            "neighbour_id", keep="first", maintain_order=True
        )
        for identifier, name, country in seen.iter_rows():
            node = same.of(near, identifier)
            if node in keys:
                continue
            keys[node] = f"P{len(keys) + 1}"
            protected = because.get(node, "")
            yield Party(
                key=keys[node], standing="counterparty's counterparty", side=near, client=near == "originator",
                protected=bool(protected) or run.shield.covers(near, identifier), protected_because=protected,
                ids=(identifier,), names=(name,) if name else _protected_names(run, near, identifier),
                country=country, note=_lead_note(leads.get(node)),
            )  # fmt: skip


def _protection(runs: Sequence[RunFolder], same: SameParty) -> dict[Node, str]:
    """Say of everybody whom a run protects, why."""
    return {
        same.of(lead.role, subject): _holder(lead)
        for run in runs for lead in run.leads if lead.protect for subject in ids_of(lead)
    }  # fmt: skip


def _leads(runs: Sequence[RunFolder], same: SameParty) -> dict[Node, Lead]:
    return {same.of(lead.role, subject): lead for run in runs for lead in run.leads for subject in ids_of(lead)}


def _lead_note(lead: Lead | None) -> str:
    return "" if lead is None else f"Lead {lead.lead_id} of the same run: {lead.pattern_title}."


def _joined(runs: Sequence[RunFolder], subject: Node, same: SameParty) -> str:
    """Say why several accounts are taken for one, as each run said it."""
    said = [
        f"Accounts taken for one {lead.joined_as}. {' '.join(lead.joined_because)}"
        for lead in (run.lead for run in runs)
        if lead.joined_as and same.of(lead.role, lead.entity_id) == subject
    ]
    return " ".join(dict.fromkeys(said))


def _protected_names(run: RunFolder, side: Side, entity: str) -> tuple[str, ...]:
    """Give the names of a protected party, which only the payments hold."""
    accounts = {entity} | {
        a for one in run.leads if one.entity_id == entity and one.role == side for a in one.subject_ids
    }
    return tuple(sorted({name for account in accounts for name in run.shield.names.get((side, account), ())}))


def ids_of(lead: Lead) -> tuple[str, ...]:
    """Give every id that a lead's subject goes by: its accounts, and the entity they were joined to."""
    return (*lead.subject_ids, lead.entity_id)


def _holder(lead: Lead) -> str:
    """Say who an account holder may be, without the side: it is said wherever the party is named."""
    _, _, words = lead.account_holder.rpartition(": ")
    return words or "a possible victim"


def _young(party: Party, rows: list[Row]) -> Party:
    """Protect a party that the records say was under 18 at its first payment."""
    if not rows or not minor(party, rows[0]["executed_at"].date()):
        return party
    because = "; ".join(text for text in (party.protected_because, "under 18 by the records") if text)
    return party.model_copy(update={"protected": True, "protected_because": because, "standing": "possible victim"})
