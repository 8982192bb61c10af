"""Practice world `giro`: a year at a giro bank in the Netherlands that knows customers, and others by IBAN."""

from __future__ import annotations

from pathlib import Path

from . import abroad, extortion, giving, hearts, home, ledger, livestream, material, minors, trade
from .chance import Chance
from .town import settle

__all__ = ["build"]

_YEAR = (
    home.rent,
    home.shared_meals,
    home.bills,
    home.collections,
    home.loans,
    home.pocket_money,
    home.young_earners,
    giving.charities,
    giving.students,
    giving.second_hand,
    abroad.families,
    abroad.hubs,
    trade.employers,
    trade.tutors,
    trade.performers,
    trade.collectors_of_things,
    trade.top_ups,
    hearts.partners,
    hearts.romance_fraud,
    livestream.livestream,
    extortion.extortion,
    minors.bought_minors,
    material.material,
)


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` for about `senders` payers; the same seed gives the same world."""
    town = settle(senders, Chance(seed))
    for habit in _YEAR:
        habit(town)
    return {"payments": ledger.write(town.desk.booked, out)}
