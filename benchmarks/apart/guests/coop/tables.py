"""The union's payment table, and the truth about every number in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from benchmarks.apart.kit.places import COUNTRIES

from .asks import Books, Row, moment
from .kinds import PAYER_CRIMES, RECEIVER_CRIMES


def payments(rows: list[Row]) -> pl.DataFrame:
    """Payments in order of booking; where a member is paid, the society knows the year of birth."""
    me = [row.member.party for row in rows]
    to = [row.to for row in rows]
    table = pl.DataFrame(
        {
            "executed_at": pl.Series([moment(r.at) for r in rows], dtype=pl.Datetime("us", "UTC")),
            "amount": [r.amount for r in rows],
            "currency": [COUNTRIES[p.country].currency for p in me],
            "originator_id": [p.id for p in me],
            "originator_country": [p.country for p in me],
            "beneficiary_id": [p.id for p in to],
            "beneficiary_country": [p.country for p in to],
            "originator_name": [p.name for p in me],
            "originator_birth_year": pl.Series([p.birth_year for p in me], dtype=pl.Int16),
            "originator_device": [r.device for r in rows],
            "originator_city": [p.city for p in me],
            "originator_timezone": [p.zone for p in me],
            "originator_account": [p.account for p in me],
            "beneficiary_name": [p.name for p in to],
            "beneficiary_birth_year": pl.Series([p.birth_year for p in to], dtype=pl.Int16),
            "beneficiary_phone": pl.Series([p.phone for p in to], dtype=pl.String),
            "beneficiary_city": pl.Series([p.city for p in to], dtype=pl.String),
            "beneficiary_account": pl.Series([p.account for p in to], dtype=pl.String),
            "rail": [p.rail for p in to],
            "institution": [r.member.society.name for r in rows],
            "reference": pl.Series([r.words for r in rows], dtype=pl.String),
            "purpose_code": pl.Series([r.purpose for r in rows], dtype=pl.String),
            "status": [r.status for r in rows],
        }
    )
    table = table.sort("executed_at", "originator_id", "beneficiary_id", "amount", maintain_order=True)
    cents = pl.col("amount").round(2).cast(pl.Decimal(38, 2)).cast(pl.Decimal(38, 18))
    return table.with_columns(cents).select(
        pl.format("U{}", pl.int_range(pl.len()).cast(pl.String).str.zfill(8)).alias("payment_id"), pl.all()
    )


@dataclass(slots=True)
class _Seen:
    """What one number did in one role."""

    person: str
    imitates: bool = False
    kinds: Counter[str] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    others: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def pattern(self, crimes: tuple[str, ...]) -> str:
        """The crime if there is one, else the commonest kind that is not plain daily life."""
        for crime in crimes:
            if self.kinds[crime]:
                return crime
        special = [(n, kind) for kind, n in self.kinds.items() if kind != "ordinary"]
        top = max(special, default=(0, "ordinary"))
        return top[1] if top[0] >= 3 or top[0] >= self.kinds["ordinary"] else "ordinary"


def _side(rows: list[Row], *, payer: bool) -> list[tuple[str, str, str, str | None, bool, str]]:
    crimes = PAYER_CRIMES if payer else RECEIVER_CRIMES
    seen: dict[str, _Seen] = {}
    for row in rows:
        one, other = (row.member.party, row.to) if payer else (row.to, row.member.party)
        kind = row.kind.payer if payer else row.kind.receiver
        entry = seen.setdefault(one.id, _Seen(one.person, payer and row.member.imitates))
        entry.kinds[kind] += 1
        entry.others[kind].add(other.id)
        if row.group and kind in crimes:
            entry.groups[row.group] += 1
    sharers = Counter((e.pattern(crimes), other) for e in seen.values() for other in e.others[e.pattern(crimes)])
    found = []
    for key, entry in sorted(seen.items()):
        pattern = entry.pattern(crimes)
        alone = (
            all(sharers[pattern, other] < 2 for other in entry.others[pattern])
            if payer
            else len(entry.others[pattern]) < 2
        )
        hard = pattern in crimes and (entry.kinds[pattern] <= 3 or entry.imitates or alone)
        group = entry.groups.most_common(1)[0][0] if entry.groups and pattern in crimes else None
        found.append(("originator" if payer else "beneficiary", key, pattern, group, hard, entry.person))
    return found


def write(books: Books, out: Path) -> int:
    """Write both tables; return the number of payments."""
    out.mkdir(parents=True, exist_ok=True)
    payments(books.rows).write_parquet(out / "payments.parquet")
    truth = _side(books.rows, payer=True) + _side(books.rows, payer=False)
    schema = {
        "role": pl.String, "subject_id": pl.String, "pattern": pl.String, "group": pl.String, "hard": pl.Boolean,
        "person": pl.String,
    }  # fmt: skip
    pl.DataFrame(truth, schema=schema, orient="row").write_parquet(out / "truth.parquet")
    return len(books.rows)
