"""What is true of every account: its pattern, its ring, whether it shows little, and whose it is."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.creditunion.clock import Ints
from benchmarks.apart.guests.creditunion.ledger import CODE, CRIMES, KINDS
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.world import World

_CRIMES: Final = len(CRIMES)
_MAIN_SHARE: Final = 0.25


def _pattern(kinds: Ints) -> int:
    """Code of an account: its crime if there is one, else its main kind.

    Everybody pays friends; an account is named for the other things it does when they are a quarter of its payments.
    """
    counts = np.bincount(kinds, minlength=len(KINDS))
    if counts[:_CRIMES].any():
        return int(counts[:_CRIMES].argmax())
    plain = CODE["ordinary"]
    if counts[:plain].sum() < _MAIN_SHARE * counts.sum():
        return plain
    return int(counts[:plain].argmax())


def _groups_of(order: Ints) -> list[tuple[int, Ints]]:
    """For each subject, the places of its payments."""
    places = np.argsort(order, kind="stable")
    subjects, starts = np.unique(order[places], return_index=True)
    return list(zip(subjects.tolist(), np.split(places, starts[1:]), strict=True))


def _rows(
    world: World, role: str, people: list[Member] | list[Receiver], me: Ints, them: Ints, *, kinds: Ints
) -> list[dict[str, object]]:
    """Truth of one role; `me` and `them` are this side's and the other side's indices, one a payment."""
    criminal = kinds < _CRIMES
    pairs = np.unique(np.stack([me[criminal], them[criminal], kinds[criminal]]), axis=1)
    others, how_many = np.unique(pairs[1:], axis=1, return_counts=True)
    shared = {(int(other), int(kind)) for other, kind in others[:, how_many > 1].T}
    rows: list[dict[str, object]] = []
    for subject, places in _groups_of(me):
        person = people[subject]
        code = _pattern(kinds[places])
        hard = False
        if code < _CRIMES:
            crime = places[kinds[places] == code]
            alone = not any((int(other), code) in shared for other in np.unique(them[crime]))
            hard = len(crime) <= 3 or alone or (role, person.id) in world.imitators
        group = world.groups.get((role, person.id)) if code < _CRIMES or "fraud" in KINDS[code] else None
        rows.append({"role": role, "subject_id": person.id, "pattern": KINDS[code], "group": group, "hard": hard,
                     "person": person.person})  # fmt: skip
    return rows


def table(world: World) -> pl.DataFrame:
    """The truth, one row a role and subject of the payments."""
    ledger = world.ledger
    payers, receivers = np.concatenate(ledger.originators), np.concatenate(ledger.beneficiaries)
    rows = _rows(world, "originator", world.members, payers, receivers, kinds=np.concatenate(ledger.payer_kinds))
    rows += _rows(world, "beneficiary", world.receivers, receivers, payers, kinds=np.concatenate(ledger.receiver_kinds))
    text = pl.String()
    return pl.DataFrame(rows, schema={"role": text, "subject_id": text, "pattern": text, "group": text,
                                      "hard": pl.Boolean(), "person": text})  # fmt: skip
