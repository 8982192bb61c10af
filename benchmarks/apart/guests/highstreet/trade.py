"""Paying strangers for things and work: sellers at night, performers, tutors, designers."""

from __future__ import annotations

from . import days
from .chance import falling
from .people import Payer
from .places import HOME
from .receivers import Receiver
from .world import World

_SELLER_LANDS = ("PH", "TH", "PL", "DE", "US", "GB", "BR", "UA", "RO", "CO", "VN", "RS", "ES")
_GOODS = (
    "",
    "",
    "commission",
    "card lot 14",
    "order 2281",
    "items",
    "skin",
    "plants",
    "parts",
    "print",
    "invoice",
    "figure",
    "vinyl",
    "custom",
    "tip",
    "gift",
)
_WORKER_LANDS = ("PH", "PH", "IN", "PK", "UA", "RS", "RO", "KE", "BR", "CO", "VN", "PL")


def hobbies(world: World) -> None:
    """A few sellers have dozens of buyers here, most have one; collectors of one thing buy from several sellers."""
    chance = world.chance
    sellers = [_seller(world) for _ in range(world.quota(260, 8))]
    sellers += [world.book.second_account(seller) for seller in sellers if seller.country != HOME and chance.odds(0.08)]
    fame = falling(len(sellers), 0.95)
    for payer in world.those(0.105, 15, 75):
        keen = chance.about(3.2, 0.9)
        own = [chance.weigh(sellers, fame) for _ in range(chance.whole(1, 4))]
        typical = chance.about(260, 0.7)
        profile = days.LATE if chance.odds(0.35) else days.EVENING
        for _ in range(min(1 + chance.count(keen), 70)):
            _purchase(world, payer, chance.pick(own), typical, profile)


def _seller(world: World) -> Receiver:
    """A private seller; some are in this country."""
    chance = world.chance
    if chance.odds(0.25):
        return world.book.at_home("seller", city=chance.pick(world.people).city)
    return world.book.abroad(chance.pick(_SELLER_LANDS), "seller")


def _purchase(world: World, payer: Payer, seller: Receiver, typical: float, profile: list[float]) -> None:
    """An auction ends late; postage or a second lot follows the same night."""
    chance = world.chance
    day, at = world.some_day(), world.hour(payer, profile)
    reference = chance.pick(_GOODS)
    world.ledger.pay(
        payer,
        seller,
        day,
        at,
        chance.about(typical, 0.5),
        kind="hobby_purchase",
        reference=reference,
        exact=chance.odds(0.45),
    )
    if chance.odds(0.14):
        world.ledger.pay(
            payer,
            seller,
            day,
            at + chance.between(0.1, 1.5),
            chance.about(110, 0.4),
            kind="hobby_purchase",
            reference=reference,
        )


def performers(world: World) -> None:
    """Adults who perform on camera for adults; tips at night from men who come back more often."""
    chance = world.chance
    stage = [
        world.book.abroad(chance.pick(("CO", "RO", "PH", "UA", "TH", "BR")), "seller")
        for _ in range(world.quota(45, 3))
    ]
    fame = falling(len(stage), 0.8)
    for payer in world.those(0.0085, 22, 70):
        if not payer.man and chance.odds(0.85):
            continue
        own = [chance.weigh(stage, fame) for _ in range(chance.whole(1, 5))]
        day, gap, sum_now = chance.whole(-60, 330) + 0.0, chance.between(4, 26), chance.about(240, 0.45)
        for _ in range(int(chance.about(7, 0.9)) + 1):
            at, performer = world.hour(payer, days.LATE), chance.pick(own)
            world.ledger.pay(
                payer,
                performer,
                int(day),
                at,
                sum_now,
                kind="hobby_purchase",
                reference=chance.pick(("", "", "tip", "gift", "thanks", "treat")),
            )
            while chance.odds(0.2):
                at += chance.between(0.1, 0.8)
                world.ledger.pay(payer, performer, int(day), at, sum_now * 0.6, kind="hobby_purchase")
            day += gap * chance.about(1, 0.6)
            gap, sum_now = max(2.0, gap * chance.between(0.88, 1.06)), sum_now * chance.between(0.97, 1.07)


def freelancers(world: World) -> None:
    """Assistants and designers by invoice; language and maths tutors by the lesson, with several pupils here."""
    chance = world.chance
    workers = [world.book.abroad(chance.pick(_WORKER_LANDS), "freelancer") for _ in range(world.quota(110, 5))]
    fame = falling(len(workers), 0.6)
    for payer in world.those(0.021, 22, 66):
        worker = chance.weigh(workers, fame)
        lessons = chance.odds(0.45)
        fee = chance.about(230 if lessons else 2600, 0.4)
        start, weeks = chance.whole(-100, 330), chance.whole(2, 40)
        weekday_hour = chance.between(17, 21.5)
        for week in range(0, weeks, 1 if lessons else 3):
            if chance.odds(0.2):
                continue
            at = weekday_hour + chance.between(0, 1.2) if lessons else world.hour(payer, days.WAKING)
            world.ledger.pay(
                payer,
                worker,
                start + 7 * week + chance.count(0.4),
                at,
                fee * chance.about(1, 0.1),
                kind="freelancer_employer",
                reference=chance.pick(
                    ("lesson", "", "education", "expenses")
                    if lessons
                    else ("invoice", "inv 0312", "fees", "", "salary")
                ),
                account=1,
                exact=not lessons and chance.odds(0.5),
            )
