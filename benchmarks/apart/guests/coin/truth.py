"""Labels: what each account mainly is, on each side of a payment."""

from __future__ import annotations

from collections import Counter, defaultdict

import polars as pl

from .kinds import CRIMES
from .world import World

_FEW = 3
_MAIN_SHARE = 0.2
"""An account has a kind of ordinary tie when it makes up this share of its payments, or more than a few of them."""


def truth(world: World) -> pl.DataFrame:
    """One row for each payer and each receiver: role, subject_id, pattern, group, hard, person."""
    rows = _Sides(world).rows()
    wallets = Counter(owner for owner, _ in {(row["owner"], row["subject_id"]) for row in rows})
    return (
        pl.DataFrame(rows, schema_overrides={"group": pl.String})
        .with_columns(
            pl.when(pl.col("owner").replace_strict(wallets, return_dtype=pl.Int64) > 1)
            .then("person-" + pl.col("owner").map_elements(world.book.identifier, return_dtype=pl.String))
            .otherwise("subject_id")
            .alias("person")
        )
        .select("role", "subject_id", "pattern", "group", "hard", "person")
        .sort("role", "subject_id")
    )


class _Sides:
    """Payments counted by account, side and pattern."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
        self._usd: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
        self._met: dict[tuple[str, int, str], set[int]] = defaultdict(set)
        self._shared: dict[tuple[str, int, str], int] = Counter()
        for run in world.ledger.runs:
            for role, index, other, pattern in (
                ("originator", run.payer, run.payee, run.kind[0]),
                ("beneficiary", run.payee, run.payer, run.kind[1]),
            ):
                self._counts[role, index][pattern] += len(run.when)
                self._usd[role, index][pattern] += round(float(run.usd.sum()))
                self._met[role, index, pattern].add(other)
        for (role, _, pattern), others in self._met.items():
            for other in others:
                self._shared[role, other, pattern] += 1

    def rows(self) -> list[dict[str, object]]:
        """Labels in no order."""
        found: list[dict[str, object]] = []
        for (role, index), counts in self._counts.items():
            account = self._world.book.accounts[index]
            pattern = _label(counts, self._usd[role, index])
            found.append(
                {
                    "role": role,
                    "subject_id": self._world.book.identifier(index),
                    "owner": account.owner,
                    "pattern": pattern,
                    "group": account.groups.get(pattern),
                    "hard": pattern in CRIMES and self._hard(role, index, pattern, counts[pattern]),
                }
            )
        return found

    def _hard(self, role: str, index: int, pattern: str, count: int) -> bool:
        """Few payments, an imitation, or no counterparty shared with another of the pattern."""
        account = self._world.book.accounts[index]
        alone = all(self._shared[role, other, pattern] == 1 for other in self._met[role, index, pattern])
        return count <= _FEW or pattern in account.imitates or alone


def _label(counts: Counter[str], usd: Counter[str]) -> str:
    """A crime if there is one, else the ordinary tie that takes most of the payments and of the money together."""
    for crime in CRIMES:
        if counts[crime]:
            return crime
    total, money = counts.total(), max(usd.total(), 1)
    told = {
        pattern: count / total + usd[pattern] / money
        for pattern, count in counts.items()
        if pattern != "ordinary" and (count > _FEW or count >= _MAIN_SHARE * total)
    }
    return max(told, key=lambda pattern: (told[pattern], pattern)) if told else "ordinary"
