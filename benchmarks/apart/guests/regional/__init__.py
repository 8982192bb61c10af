"""A practice world: an online remittance firm in North America and Western Europe.

Its corridors go to Latin America, Eastern Europe, West Africa and South Asia, with a small one to the Philippines.
Every customer keeps an address book of their own: one receiver has many ids, and only a phone or an account joins them.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.apart.guests.regional.tables import ordered, payment_table
from benchmarks.apart.guests.regional.town import inhabit
from benchmarks.apart.guests.regional.truth import truth_table


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` into `out`; the same seed gives the same tables."""
    firm = inhabit(seed, senders)
    orders = ordered(firm)
    payments = payment_table(firm, orders)
    out.mkdir(parents=True, exist_ok=True)
    payments.write_parquet(out / "payments.parquet")
    truth_table(firm, orders).write_parquet(out / "truth.parquet")
    return {"payments": len(payments)}
