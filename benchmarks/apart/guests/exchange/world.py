"""The order in which the world comes about: people, ordinary life, crime, then the two tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from . import truth
from .crime import extort, livestream_count, pay_for_abuse, victim_count
from .desk import Desk
from .extortion import Extortion
from .false_offers import FalseOffers
from .families import Families
from .gatherings import Gatherings
from .ledger import Ledger
from .livestream import Livestream
from .neighbours import Neighbours
from .partners import Partners
from .people import Registry
from .population import Life, live, settle
from .profiles import ProfileBook
from .romance import Romance
from .sundry import Sundry
from .trades import Market


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` for about `senders` payers; the same for the same seed."""
    # One stream of chance for each mechanism: a change in one leaves the draws of the others as they were.
    streams = [np.random.default_rng(child) for child in np.random.SeedSequence(seed).spawn(15)]
    ledger = Ledger()
    registry, desk = Registry(streams[0]), Desk(streams[1], ledger, ProfileBook(streams[2]))
    families = Families(streams[3], registry, desk, Neighbours(streams[14], registry))
    romance = Romance(streams[8], registry, desk, senders)
    life = Life(
        rng=streams[12],
        families=families,
        partners=Partners(streams[4], registry, desk, senders),
        market=Market(streams[5], registry, desk, senders),
        gatherings=Gatherings(streams[6], registry, desk, senders),
        sundry=Sundry(streams[7], registry, desk),
        romance=romance,
        false_offers=FalseOffers(streams[13], registry, desk, senders),
    )
    payers = settle(senders, streams[9], registry, families)
    live(payers, life, ledger.paid)
    abusers = livestream_count(senders)
    livestream = Livestream(streams[10], registry, desk, families.clans, abusers)
    taken = pay_for_abuse(payers, abusers, livestream, streams[10])
    victims = victim_count(senders)
    extortion = Extortion(streams[11], registry, desk, romance.crews, victims)
    opened = extort([payer for payer in payers if payer.id not in taken], victims, registry, extortion, streams[11])
    for victim in opened:
        if streams[11].random() < 0.35:
            life.sundry.friend(victim, victim.home)
    out.mkdir(parents=True, exist_ok=True)
    payments = ledger.table()
    payments.write_parquet(out / "payments.parquet")
    truth.table(ledger.truths).write_parquet(out / "truth.parquet")
    return {"payments": payments.height}
