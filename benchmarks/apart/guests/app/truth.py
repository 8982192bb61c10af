"""What each account really is, read from the kinds of its payments."""

from collections import Counter, defaultdict

import numpy as np
import polars as pl

from benchmarks.apart.guests.app.kinds import CODE, CRIMES, KINDS, NAMES, PAYER_FIRST, RECEIVER_FIRST
from benchmarks.apart.guests.app.ledger import Batch
from benchmarks.apart.guests.app.table import ids
from benchmarks.apart.guests.app.world import World

_QUARTER = 0.25


def _deciding(counts: Counter[int], side: int, first: tuple[str, ...]) -> str:
    """The kind that an account is known for."""
    for name in first:
        if counts[CODE[name]]:
            return name
    total = counts.total()
    for code, count in counts.most_common():
        if KINDS[NAMES[code]][side] != "ordinary" and count >= _QUARTER * total:
            return NAMES[code]
    return "split"


def _shows_little(kind: str, counts: Counter[int], partners: set[int], shared: dict[int, set[int]]) -> bool:
    """Three payments or fewer of the crime, or no counterparty that another of the pattern has too."""
    if kind == "forward":
        return True  # no victim pays it: only those whose accounts were rented do
    return counts[CODE[kind]] <= 3 or all(len(shared[partner]) < 2 for partner in partners)


def truth(world: World, batch: Batch) -> pl.DataFrame:
    """One row for each payer and each receiver in the payments."""
    parties, names = world.parties, ids(world)
    crime_codes = np.array([CODE[name] for name in CRIMES])
    rows = []
    for side, role, own, others, first in (
        (0, "originator", batch.payer, batch.receiver, PAYER_FIRST),
        (1, "beneficiary", batch.receiver, batch.payer, RECEIVER_FIRST),
    ):
        counts: dict[int, Counter[int]] = defaultdict(Counter)
        for party, code in zip(own.tolist(), batch.kind.tolist(), strict=True):
            counts[party][code] += 1
        of_crime = np.isin(batch.kind, crime_codes)
        partners: dict[tuple[int, int], set[int]] = defaultdict(set)
        shared: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for party, other, code in zip(
            own[of_crime].tolist(), others[of_crime].tolist(), batch.kind[of_crime].tolist(), strict=True
        ):
            partners[party, code].add(other)
            shared[code][other].add(party)
        for party in sorted(counts):
            kind = _deciding(counts[party], side, first)
            code = CODE[kind]
            criminal = kind in first and kind in CRIMES
            little = criminal and _shows_little(kind, counts[party], partners[party, code], shared[code])
            rows.append({
                "role": role,
                "subject_id": names[party],
                "pattern": KINDS[kind][side],
                "group": parties.group.get(party),
                "hard": bool(little or (criminal and party in parties.imitates)),
                "person": parties.person.get(party),
            })  # fmt: skip
    schema = {"role": pl.String, "subject_id": pl.String, "pattern": pl.String, "group": pl.String,
              "hard": pl.Boolean, "person": pl.String}  # fmt: skip
    return pl.DataFrame(rows, schema=schema)
