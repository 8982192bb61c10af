"""Life at home: bills split among friends, rents, gifts, and things bought with the card on foreign sites."""

from __future__ import annotations

from . import days
from .chance import falling
from .people import Payer, person
from .receivers import Receiver
from .world import World

_NOTES = (
    "",
    "",
    "",
    "lunch",
    "tack!",
    "pizza",
    "biljett",
    "presenten",
    "bensin",
    "fika",
    "hyra del",
    "taxi",
    "mat",
    "grattis",
    "kaffe",
    "present",
    "förskott",
    "jacka",
    "swish",
    "lån",
    "räkning",
    "Medical",
    "birthday",
)
_SHOPS = (
    "Nordkläder",
    "Tech Depot",
    "Streamly",
    "Gamehall",
    "Bokhyllan",
    "Cloudbox",
    "Petmart",
    "Fashionloop",
    "Rideon",
    "Tunebay",
    "Stayaway Rooms",
    "Skylink Air",
    "Toolio",
    "Homely",
    "Appstore Pay",
    "Sportify",
)
_SHOP_CODES = (
    "5651",
    "5732",
    "5815",
    "5816",
    "5942",
    "7372",
    "5995",
    "5691",
    "4121",
    "5815",
    "7011",
    "4511",
    "5251",
    "5712",
    "5818",
    "5941",
)


def shops(world: World) -> list[Receiver]:
    """Sites that many customers pay by card, from the famous to the forgotten."""
    made = []
    for place in range(world.quota(160, 20)):
        kind = place % len(_SHOPS)
        country = world.chance.pick(("SE", "DE", "NL", "GB", "US", "US", "MT", "PL"))
        name = _SHOPS[kind] if place < len(_SHOPS) else f"{_SHOPS[kind]} {world.chance.whole(2, 99)}"
        made.append(world.book.firm(name, country, "ordinary", category=_SHOP_CODES[kind]))
    return made


def live(world: World) -> None:
    """Everybody's own ordinary payments; nobody is without them."""
    sites = shops(world)
    fame = falling(len(sites), 0.9)
    outsiders = [
        world.book.at_home("ordinary", city=world.chance.pick(world.people).city)
        for _ in range(max(30, len(world.people) // 3))
    ]
    landlords = [
        world.book.firm(f"Bostad {name} AB", "SE", "hub", rail="bank")
        for name in ("Ekbacken", "Solgården", "Strömmen", "Linden", "Kvarnen", "Hamnplan")
    ]
    _from_other_banks(world)
    for payer in world.people:
        _among_friends(world, payer, outsiders)
        for _ in range(world.chance.count(2.6 * payer.means)):
            site = world.chance.weigh(sites, fame)
            at = world.hour(payer, days.EVENING)
            world.ledger.pay(
                payer, site, world.some_day(), at, world.chance.about(210, 0.8), kind="ordinary", exact=True
            )
        if payer.age > 19 and world.chance.odds(0.05):
            _rent(world, payer, world.chance.pick(landlords))
        _sure_payment(world, payer, outsiders)


def _among_friends(world: World, payer: Payer, outsiders: list[Receiver]) -> None:
    """Instant transfers: small, in bunches after an evening out, a few people again and again."""
    chance = world.chance
    circle = [world.book.customer(world.people[friend]) for friend in payer.friends]
    circle += [chance.pick(outsiders) for _ in range(chance.whole(1, 3))]
    closeness = falling(len(circle), 1.2)
    for _ in range(chance.count(8.0 * chance.about(0.8, 0.6))):
        friend = chance.weigh(circle, closeness)
        if friend.subject == payer.accounts[0]:
            continue
        day, at = world.some_day(), world.hour(payer, days.WAKING)
        kronor = chance.about(160, 0.8) * payer.means
        world.ledger.pay(
            payer,
            friend,
            day,
            at,
            kronor,
            kind="ordinary",
            reference=chance.pick(_NOTES),
            account=1 if chance.odds(0.1) else 0,
            exact=chance.odds(0.4),
        )
        while chance.odds(0.15):
            at += chance.between(0.2, 3)
            world.ledger.pay(
                payer, friend, day, at, chance.about(90, 0.6), kind="ordinary", reference=chance.pick(_NOTES)
            )


def _from_other_banks(world: World) -> None:
    """Strangers' transfers that customers receive: friends who bank elsewhere, used things, late taxis."""
    chance = world.chance
    for _ in range(world.quota(520, 12)):
        friend = person(chance, world.numbers, ours=False)
        known = world.book.customer(chance.pick(world.people))
        profile = days.LATE if chance.odds(0.3) else days.EVENING
        for _ in range(1 + chance.count(1.6)):
            kronor, day = chance.about(240, 0.8), world.some_day()
            world.ledger.pay(friend, known, day, world.hour(friend, profile), kronor, kind="ordinary")


def _rent(world: World, payer: Payer, landlord: Receiver) -> None:
    """A standing order, run before dawn on the last banking days of the month."""
    rent = world.chance.about(7200, 0.25)
    moved_in = world.chance.whole(-200, 300)
    for payday in days.PAYDAYS:
        if payday > moved_in:
            world.ledger.pay(payer, landlord, payday + 3, 5.4, rent, kind="hub_payment", reference="hyra", exact=True)


def _sure_payment(world: World, payer: Payer, outsiders: list[Receiver]) -> None:
    """Whoever is a payer in the extract has paid at least once, from each account."""
    for account in range(len(payer.accounts)):
        friend = world.chance.pick(outsiders)
        at = world.hour(payer, days.WAKING)
        world.ledger.pay(
            payer, friend, world.some_day(), at, world.chance.about(250, 0.7), kind="ordinary", account=account
        )
