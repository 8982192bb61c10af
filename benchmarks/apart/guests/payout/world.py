"""What the mechanisms share: chance, accounts, the ledger and everyone who can be paid."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.payout.accounts import Payer, Receiver, Registry
from benchmarks.apart.guests.payout.dice import Crowd, Dice
from benchmarks.apart.guests.payout.ledger import Ledger
from benchmarks.apart.guests.payout.places import OF_FREELANCERS, OF_PERFORMERS, OF_SHOPS, PAYING
from benchmarks.apart.guests.payout.seasons import DAYS


@dataclass(slots=True)
class World:
    """One world in the making; crowds are those who are found by fame, whoever looks for them."""

    dice: Dice
    registry: Registry
    ledger: Ledger
    performers: Crowd[Receiver]
    streamers: Crowd[Receiver]
    freelancers: Crowd[Receiver]
    tutors: Crowd[Receiver]
    shops: Crowd[Receiver]
    item_sellers: Crowd[Receiver]
    resellers: Crowd[Receiver]
    charities: Crowd[Receiver]
    offices: Crowd[Receiver]
    top_up_agents: Crowd[Receiver]
    heartbreakers: Crowd[Receiver]
    neighbours: dict[str, list[Receiver]]
    locals: dict[str, list[Receiver]]
    families: dict[str, list[list[Receiver]]]


PAGE_TRADES = (
    "Crafts",
    "Vintage",
    "Records",
    "Models",
    "Prints",
    "Beads",
    "Cards",
    "Knives",
    "Coffee",
    "Keyboards",
    "Media",
    "Pixels",
    "Studio",
)
_OFFICES = (
    "Rentals",
    "Clinic",
    "Academy",
    "Property Services",
    "Dental",
    "Storage",
    "Driving School",
    "Utilities Desk",
)
_CAUSES = ("Feeding Program", "Shelter", "Relief Fund", "Animal Rescue", "Children's Home", "Chapel", "Reef Fund")


def _crowd(  # noqa: PLR0917 -- a table of trades reads as a table
    registry: Registry,
    number: float,
    homes: dict[str, float],
    ages: tuple[int, int],
    trades: tuple[str, ...],
    steepness: float,
) -> Crowd[Receiver]:
    dice = registry.dice
    members = []
    for _ in range(max(4, round(number))):
        made = registry.receiver(dice.weigh(homes), dice.whole(*ages) if ages[0] else None)
        if trades:
            made.name = f"{made.name.split()[-1]} {dice.pick(trades)}"
        # Pages open all the time, and many are given up again within a year.
        if dice.chance(0.45):
            made.opened = dice.whole(0, DAYS - 120)
        if dice.chance(0.25):
            made.closed = min(DAYS, made.opened + dice.whole(60, 420))
        members.append(made)
    return Crowd(members, steepness)


def found(seed: int, senders: int) -> World:
    """An empty world whose receivers already stand ready."""
    dice = Dice(seed)
    registry = Registry(dice)
    everywhere = PAYING | {"PH": 14.0, "TH": 4.0, "IN": 6.0, "CO": 4.0, "NG": 3.0, "KE": 3.0, "MX": 4.0}
    local = {
        code: [registry.receiver(code, dice.whole(1960, 2009)) for _ in range(max(6, round(senders * share / 900)))]
        for code, share in PAYING.items()
    }
    world = World(
        dice, registry, Ledger(),
        performers=_crowd(registry, senders * 0.022, OF_PERFORMERS, (1980, 2005), (), 0.85),
        streamers=_crowd(registry, senders * 0.015, PAYING | {"PH": 6.0}, (1978, 2009), (), 0.9),
        freelancers=_crowd(registry, senders * 0.05, OF_FREELANCERS, (1972, 2003), (), 0.45),
        tutors=_crowd(registry, senders * 0.013, OF_FREELANCERS, (1975, 2003), (), 0.5),
        shops=_crowd(registry, senders * 0.028, OF_SHOPS, (0, 0), PAGE_TRADES, 0.9),
        item_sellers=_crowd(registry, senders * 0.004, everywhere, (1994, 2009), (), 0.6),
        resellers=_crowd(registry, senders * 0.003, PAYING, (1990, 2006), (), 0.3),
        charities=_crowd(registry, senders * 0.004, everywhere, (0, 0), _CAUSES, 0.8),
        offices=_crowd(registry, senders * 0.008, everywhere, (0, 0), _OFFICES, 0.5),
        top_up_agents=_crowd(registry, senders * 0.002, everywhere, (1980, 2003), (), 0.6),
        heartbreakers=_crowd(registry, senders * 0.006, {"NG": 4, "GH": 4, "CI": 2, "PH": 2, "UA": 2, "US": 3, "GB": 2},
                             (1985, 2004), (), 0.3),
        neighbours={}, locals=local, families={},
    )  # fmt: skip
    for one in (*world.item_sellers, *world.top_up_agents):
        one.closed = DAYS
    for one in (*world.resellers, *world.heartbreakers):
        one.opened = min(one.opened, DAYS - 150)
    return world


def grown(world: World, country: str, origin: str | None = None) -> Payer:
    """An adult payer of working age."""
    return world.registry.payer(country, round(world.dice.between(1955, 2004)), origin=origin)
