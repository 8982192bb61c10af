"""Love abroad: real partners whom a payer visits, and the invented ones of romance fraud."""

from __future__ import annotations

from . import days
from .people import Payer
from .receivers import Receiver
from .world import World

_LANDS = ("PH", "PH", "TH", "TH", "TH", "BR", "CO", "DO", "UA", "PL", "KE", "VN", "RO", "GB")
_WORDS = (
    "",
    "",
    "",
    "love",
    "for you",
    "rent",
    "gift",
    "birthday",
    "see you soon",
    "medical",
    "motorbike",
    "visa",
    "accommodation",
    "treat",
    "expenses",
)


def partners(world: World) -> None:
    """Small gifts, longer calls, larger sums, a visit; then rent by the month, or nothing more."""
    for payer in world.those(0.018, 28, 72):
        loves = 1 + int(world.chance.odds(0.2)) + int(world.chance.odds(0.06))
        start = world.chance.whole(-150, 330)
        for _ in range(loves):
            start = _courtship(world, payer, start) + world.chance.whole(10, 70)


def _courtship(world: World, payer: Payer, start: int) -> int:
    """One partner, with a mother or sister who is paid now and then; returns the day on which it ended."""
    chance = world.chance
    country = chance.pick(_LANDS)
    partner = world.book.abroad(country, "partner_receiver", man=not payer.man)
    partner.group = f"couple {partner.subject}"
    accounts = [partner]
    if chance.odds(0.15):
        accounts.append(world.book.second_account(partner))
    mother = world.book.abroad(country, "partner_receiver") if chance.odds(0.25) else None
    if mother is not None:
        mother.group = partner.group
    day, sum_now, gap = float(start), chance.about(420, 0.5), chance.between(8, 22)
    growth, habit = chance.between(1.0, 1.14), days.LATE if chance.odds(0.5) else days.EVENING
    end = start + chance.about(200, 0.7)
    while day < end and day < days.DAYS:
        receiver = mother if mother is not None and chance.odds(0.12) else accounts[-1 if day > start + 120 else 0]
        world.ledger.pay(
            payer,
            receiver,
            int(day),
            world.hour(payer, habit),
            sum_now * chance.about(1, 0.35),
            kind="partner_abroad",
            reference=chance.pick(_WORDS),
        )
        if chance.odds(0.12):
            world.ledger.pay(
                payer, receiver, int(day), chance.between(21, 25), chance.about(250, 0.4), kind="partner_abroad"
            )
        sum_now, gap = min(sum_now * growth, 6000), max(gap * chance.between(0.9, 1.08), 4)
        if chance.odds(0.05):
            day += chance.between(14, 35)  # together: no need to send
        day += gap * chance.about(1, 0.5)
    return int(end)


def romance_fraud(world: World) -> None:
    """Lonely people of 48 to 85 pay one invented person through mules; sums grow until the savings are gone."""
    chance = world.chance
    mules = [_mule(world) for _ in range(world.quota(30, 3))]
    for payer in world.those(0.0085, 48, 85):
        start, sum_now = chance.whole(-40, 360), chance.about(1500, 0.6)
        own = chance.some(mules, chance.whole(1, 3))
        current = own[0]
        day = float(start)
        for _ in range(chance.whole(2, 22)):
            if chance.odds(0.12):
                current = chance.pick(own)  # "my colleague's account": the first mule's bank closed it
            world.ledger.pay(
                payer,
                current,
                int(day),
                world.hour(payer, days.WAKING),
                sum_now,
                kind="romance_fraud_victim",
                reference=chance.pick(("", "", "loan", "customs fee", "ticket", "hospital", "invest")),
            )
            sum_now = min(sum_now * chance.between(0.9, 1.5), 90_000)
            day += chance.about(9, 0.8)


def _mule(world: World) -> Receiver:
    """Mostly in the euro area, where an instant payment cannot be called back."""
    country = world.chance.pick(("DE", "ES", "FR", "NL", "GB", "NG", "GH", "RO", "US"))
    return world.book.abroad(country, "romance_fraud_receiver")
