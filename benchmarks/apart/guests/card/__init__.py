"""A global payment wallet in twelve countries: circles of people, cascades of small payments, crimes within them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.apart.guests.card.world import make


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` into `out`; the same seed and senders give the same tables."""
    out.mkdir(parents=True, exist_ok=True)
    payments, truth = make(seed, senders)
    payments.write_parquet(out / "payments.parquet")
    truth.write_parquet(out / "truth.parquet")
    return {"payments": payments.height}
