"""An ordinary life: what each persona does, several things at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from benchmarks.apart.guests.kiosk import community, family, partners, trade
from benchmarks.apart.guests.kiosk.people import Payer
from benchmarks.apart.guests.kiosk.places import DESTINATIONS
from benchmarks.apart.guests.kiosk.receivers import Pool
from benchmarks.apart.guests.kiosk.world import World

_CHANCES: Final[dict[str, dict[str, float]]] = {
    "migrant": {
        "support": 0.95, "relay": 0.02, "student": 0.06, "due": 0.11, "treasurer": 0.07, "hobby": 0.07,
        "donation": 0.04, "friends": 0.12, "betting": 0.04, "tips": 0.01, "partners": 0.02, "employer": 0.01,
    },
    "settled": {
        "support": 0.08, "student": 0.06, "due": 0.12, "hobby": 0.26, "donation": 0.2, "friends": 0.28, "betting": 0.06,
        "tips": 0.09, "partners": 0.15, "employer": 0.13, "lessons": 0.1, "romance": 0.03,
    },
    "young": {
        "support": 0.05, "due": 0.07, "hobby": 0.5, "donation": 0.04, "friends": 0.4, "betting": 0.16, "tips": 0.06,
        "partners": 0.05, "employer": 0.05, "lessons": 0.1,
    },
}  # fmt: skip


@dataclass(slots=True)
class Market:
    """The receivers whom strangers share, and the households that siblings share."""

    homes: family.Homes
    sellers: Pool
    performers: Pool
    freelancers: Pool
    tutors: Pool
    charities: Pool
    impostors: Pool
    hubs: dict[str, Pool]
    agents: dict[str, Pool]
    collectors: dict[str, Pool]


def open_market(world: World, scale: float) -> Market:
    """Draw the shared receivers; `scale` is 1 at 14,000 payers."""

    def pool(size: int, countries: str, reach: float = 0.9) -> Pool:
        lands = countries.split()
        count = max(3, round(size * scale))
        return Pool([world.book.add(lands[int(world.rng.integers(len(lands)))]) for _ in range(count)], reach)

    return Market(
        homes=family.Homes(),
        sellers=pool(420, "PH PH TH RO CO IN NG", 0.8),
        performers=pool(90, "RO RO CO CO PH TH", 0.9),
        freelancers=pool(520, "PH IN KE RO NG CO", 0.6),
        tutors=pool(140, "PH PH CO RO", 0.7),
        charities=pool(60, "PH KE IN GH TH"),
        impostors=pool(45, "NG CI GH GH NG PH", 0.5),
        hubs={land: pool(14, land) for land in DESTINATIONS},
        agents={land: pool(5, land) for land in DESTINATIONS},
        collectors={land: pool(9, land) for land in DESTINATIONS},
    )


def live(world: World, payer: Payer, market: Market) -> None:
    """Draw everything ordinary that `payer` does; who does nothing else pays a friend."""
    before = len(world.stretches)
    acts = {
        "support": lambda: family.support(world, payer, market.homes),
        "relay": lambda: family.relay(world, payer, market.homes),
        "student": lambda: community.student(world, payer),
        "due": lambda: community.due(world, payer, market.hubs[payer.home]),
        "treasurer": lambda: community.treasurer(world, payer, market.collectors[payer.home]),
        "betting": lambda: community.betting(world, payer, market.agents[payer.home]),
        "friends": lambda: community.friends(world, payer),
        "donation": lambda: community.donation(world, payer, market.charities),
        "hobby": lambda: trade.hobby(world, payer, market.sellers),
        "tips": lambda: trade.tips(world, payer, market.performers),
        "employer": lambda: trade.employer(world, payer, market.freelancers),
        "lessons": lambda: trade.lessons(world, payer, market.tutors),
        "partners": lambda: partners.partners(world, payer),
        "romance": lambda: partners.romance_fraud(world, payer, market.impostors),
    }
    for name, chance in _CHANCES[payer.persona].items():
        if world.rng.random() < chance:
            acts[name]()
    while len(world.stretches) == before:
        community.friends(world, payer)
