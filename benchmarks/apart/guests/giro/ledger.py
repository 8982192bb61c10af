"""The two tables: payments as the bank holds them, and the truth about every account in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from .kinds import PAYER_CRIMES, RECEIVER_CRIMES
from .orders import Order
from .people import Party
from .places import by_partner


def payments(booked: list[Order]) -> pl.DataFrame:
    """The bank's payment table in order of booking. Birth years exist for customers only, on either side."""
    cells: dict[str, Callable[[Order], object]] = {
        "executed_at": lambda o: o.moment,
        "amount": lambda o: o.amount,
        "currency": lambda o: o.currency,
        "originator_id": lambda o: o.payer.id,
        "originator_country": lambda o: o.payer.country,
        "beneficiary_id": lambda o: o.payee.id,
        "beneficiary_country": lambda o: o.payee.country,
        "originator_name": lambda o: o.payer.name,
        "originator_birth_year": lambda o: o.payer.birth_year,
        "originator_device": lambda o: o.device,
        "originator_city": lambda o: o.payer.city if o.payer.customer else None,
        "originator_account": lambda o: o.payer.account,
        "beneficiary_name": lambda o: o.payee_name,
        "beneficiary_birth_year": lambda o: o.payee.birth_year,
        "beneficiary_phone": lambda o: o.payee.phone,
        # The clearing house asks for no city; the partner does, to find a counter.
        "beneficiary_city": lambda o: o.payee.city if by_partner(o.payee.country) else None,
        "beneficiary_account": lambda o: o.payee.account,
        "rail": lambda o: o.payee.rail,
        "reference": lambda o: o.reference,
        "purpose_code": lambda o: o.purpose,
        "status": lambda o: o.status,
    }
    types = dict.fromkeys(cells, pl.String()) | {
        "executed_at": pl.Datetime("us", "UTC"),
        "originator_birth_year": pl.Int16(),
        "beneficiary_birth_year": pl.Int16(),
    }
    table = pl.DataFrame({name: [cell(o) for o in booked] for name, cell in cells.items()}, schema=types)
    table = table.sort("executed_at", "originator_id", "beneficiary_id", "amount", maintain_order=True)
    return table.with_columns(pl.col("amount").cast(pl.Decimal(38, 18))).select(
        pl.format("G25-{}", pl.int_range(pl.len()).cast(pl.String).str.zfill(8)).alias("payment_id"), pl.all()
    )


@dataclass(slots=True)
class _Life:
    """All payments of one account in one role."""

    party: Party
    kinds: Counter[str] = field(default_factory=Counter)
    groups: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    others: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def pattern(self, crimes: Iterable[str]) -> str:
        """The crime if there is one, else the main kind: what stands out of rent and shared meals, if it is a habit."""
        for crime in crimes:
            if crime in self.kinds:
                return crime
        special = [(count, kind) for kind, count in self.kinds.items() if kind != "ordinary"]
        if special and (max(special)[0] >= 3 or max(special)[0] >= self.kinds["ordinary"]):
            return max(special)[1]
        return "ordinary"


def _role(booked: list[Order], *, payer: bool) -> list[dict[str, object]]:
    """Truth of one role: a row for each account."""
    crimes = PAYER_CRIMES if payer else RECEIVER_CRIMES
    lives: dict[str, _Life] = {}
    for order in booked:
        one, other = (order.payer, order.payee) if payer else (order.payee, order.payer)
        kind = order.kind.payer if payer else order.kind.receiver
        life = lives.setdefault(one.id, _Life(one))
        life.kinds[kind] += 1
        life.others[kind].add(other.id)
        if order.group is not None:
            life.groups[kind][order.group] += 1
    named = {key: life.pattern(crimes) for key, life in lives.items()}
    shared: Counter[tuple[str, str]] = Counter(
        (named[key], other) for key, life in lives.items() for other in life.others[named[key]]
    )
    rows: list[dict[str, object]] = []
    for key, life in sorted(lives.items()):
        pattern = named[key]
        alone = all(shared[pattern, other] == 1 for other in life.others[pattern])
        hard = pattern in crimes and (life.kinds[pattern] <= 3 or life.party.imitates or alone)
        groups = life.groups.get(pattern)
        rows.append(
            {
                "role": "originator" if payer else "beneficiary",
                "subject_id": key,
                "pattern": pattern,
                "group": groups.most_common(1)[0][0] if groups else None,
                "hard": hard,
                "person": life.party.person,
            }
        )
    return rows


def write(booked: list[Order], out: Path) -> int:
    """Write both tables and return the number of payments."""
    out.mkdir(parents=True, exist_ok=True)
    table = payments(booked)
    table.write_parquet(out / "payments.parquet")
    schema = dict.fromkeys(("role", "subject_id", "pattern", "group", "hard", "person"), pl.String()) | {
        "hard": pl.Boolean()
    }
    rows = _role(booked, payer=True) + _role(booked, payer=False)
    pl.DataFrame(rows, schema=schema).write_parquet(out / "truth.parquet")
    return table.height
