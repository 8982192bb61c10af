"""A remittance company's eighteen months: counters and an app in five countries, receivers in ten.

The road: `population` (who the customers are) → `families`, `sweethearts`, `trades`, `institutions`, `oddments` (why
people pay) → `rings`, `livestream`, `extortion` (the crimes, on the same people) → `counter` with `sums` and `book`
(what the product makes of each wish) → `table` and `truth`. All persons are invented.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from . import families, institutions, livestream, oddments, population, sums, sweethearts, trades
from .book import Book
from .counter import Counter
from .extortion import extort
from .table import table
from .truth import truth
from .world import World


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` to a folder; the same seed and size give the same rows.

    Args:
        out: Folder to write to; made when absent.
        seed: Seed of every draw.
        senders: Number of payers drawn, from 500 to 30,000; some of them never pay within the window.

    Returns:
        The number of payments.
    """
    world = World(Random(f"remitter {seed} {senders}"))  # noqa: S311 -- draws of a practice world, not secrets
    population.settle(world, senders)
    houses = families.live(world)
    dealt = oddments.reasons(world)
    sweethearts.courted(world, dealt["partner"])
    runners = sweethearts.deceived(world, dealt["romance"])
    trades.bought(world, dealt["hobby"])
    trades.hired(world, dealt["work"])
    institutions.gifts(world, dealt["charity"])
    institutions.studies(world, dealt["student"])
    institutions.tills(world, dealt["bill"])
    institutions.neighbours(world, houses)
    institutions.circles(world, [payer for payer in world.payers if payer.origin is not None])
    oddments.odd(world, dealt["oddment"])
    livestream.spread(world, houses, senders)
    extort(world, senders, runners)
    population.open_accounts(world)
    payments = Counter(world, Book(world), sums.drift(world.dice)).serve()
    out.mkdir(parents=True, exist_ok=True)
    table(world, payments).write_parquet(out / "payments.parquet")
    truth(world, payments).write_parquet(out / "truth.parquet")
    return {"payments": len(payments)}
