"""What everybody really was: one row for each account that occurs in the payments."""

from __future__ import annotations

from collections import Counter, defaultdict

import polars as pl

from benchmarks.apart.guests.diaspora.kinds import CRIMES, KINDS
from benchmarks.apart.guests.diaspora.world import World

HARD_KINDS = ("livestream", "extortion")


def truth_table(world: World) -> pl.DataFrame:
    """The world's truth: `role, subject_id, pattern, group, hard, person`, sorted."""
    kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    met: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for row in world.ledger.rows:
        kinds["originator", row.account_id][row.kind] += 1
        kinds["beneficiary", row.receiver_id][row.kind] += 1
        if row.kind in HARD_KINDS:
            met["originator", row.account_id, row.kind][row.receiver_id] += 1
            met["beneficiary", row.receiver_id, row.kind][row.account_id] += 1
    persons = _persons(world)
    groups = _groups(world)
    rows = []
    for (role, subject), counted in sorted(kinds.items()):
        kind = next((crime for crime in CRIMES if counted[crime]), None) or counted.most_common(1)[0][0]
        hard = False
        if kind in HARD_KINDS:
            others = met[role, subject, kind]
            other_role = "beneficiary" if role == "originator" else "originator"
            alone = all(len(met[other_role, other, kind]) == 1 for other in others)
            if role == "beneficiary":
                # Many who pay only this account show it plainly, though no other account is tied to it.
                alone = alone and len(others) == 1
            hard = others.total() <= 3 or alone or subject in world.imitators
        pattern = KINDS[kind][0 if role == "originator" else 1]
        rows.append((role, subject, pattern, groups.get(subject), hard, persons[subject]))
    columns = ("role", "subject_id", "pattern", "group", "hard", "person")
    return pl.DataFrame(rows, schema=columns, orient="row")


def _persons(world: World) -> dict[str, str]:
    """The person behind each account: the id of the first account that they opened."""
    persons = {
        account.account_id: payer.accounts[0].account_id
        for payer in world.register.payers
        for account in payer.accounts
    }
    return persons | {receiver.receiver_id: receiver.person for receiver in world.register.receivers}


def _groups(world: World) -> dict[str, str]:
    """Families, overruled by the households and rings of the crime."""
    groups: dict[str, str] = {}
    for family in world.families:
        for payer in family.payers:
            groups |= {account.account_id: family.name for account in payer.accounts}
        groups |= {receiver.receiver_id: family.name for _, receiver in family.kin}
    return groups | world.groups
