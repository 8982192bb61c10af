"""Payers of live-streamed abuse: how they find a household, bargain, come back, hide, and stop."""

from __future__ import annotations

from dataclasses import dataclass

from . import days
from .casting import Casting
from .chance import weights
from .households import Household, fame
from .hubs import Hubs
from .people import Payer
from .world import World

KIND = "livestream_purchase"
_WORDS = (
    "",
    "",
    "",
    "",
    "",
    "family",
    "school fees",
    "birthday",
    "gift",
    "uniform",
    "medical bills",
    "accommodation",
    "help",
    "expenses",
    "for load",
    "rent",
    "treat",
)
_MANNERS = ("curious", "regular", "driven", "benefactor")
_MANNER_WEIGHTS = weights([48, 31, 10, 11])


@dataclass(slots=True)
class Habit:
    """What one payer does the same way each time."""

    profile: list[float]
    price: float
    written: bool
    by_card: float
    account: int


def livestream(world: World, casting: Casting, hubs: Hubs, made: list[Household]) -> None:
    """Most pay a few times; a few pay for months and make up half of all payments."""
    chance, known = world.chance, fame(made)
    for _ in range(world.quota(40, 4)):
        payer, household = casting.buyer(), chance.weigh(made, known)
        if len(payer.accounts) == 1 and chance.odds(0.12):
            payer.accounts.append(world.numbers.new("K", 9))  # an account that the family does not see
        roll = chance.unit()
        habit = Habit(
            profile=days.LATE if roll < 0.55 else days.EARLY if roll < 0.8 else days.WAKING,
            price=min(max(chance.about(320, 0.5), 90), 1400),
            written=chance.odds(0.5),
            # Some learn that a card payment to a remittance site shows the bank no receiver.
            by_card=chance.pick((0.0, 0.0, 0.0, 0.15, 0.6)),
            account=len(payer.accounts) - 1,
        )
        manner = chance.weigh(_MANNERS, _MANNER_WEIGHTS)
        if manner == "benefactor":
            _benefactor(world, payer, household, habit)
        elif manner == "curious":
            _visits(
                world,
                payer,
                habit,
                hubs,
                [household],
                visits=chance.whole(1, 4),
                gap=chance.between(10, 60),
                roaming=0.05,
            )
        elif manner == "regular":
            _visits(
                world,
                payer,
                habit,
                hubs,
                [household],
                visits=chance.whole(5, 13),
                gap=chance.between(12, 32),
                roaming=0.12,
            )
        else:
            habit.price = min(habit.price, 330)
            start = [household, *household.known_to[:1]]
            _visits(
                world,
                payer,
                habit,
                hubs,
                start,
                visits=int(chance.about(30, 0.4)),
                gap=chance.between(5, 15),
                roaming=0.16,
            )


def _visits(
    world: World,
    payer: Payer,
    habit: Habit,
    hubs: Hubs,
    known: list[Household],
    *,
    visits: int,
    gap: float,
    roaming: float,
) -> None:
    """Gaps shorten and prices rise; a new household is found through one already known, or on a chat site."""
    chance = world.chance
    day = chance.between(-30, days.DAYS - 40 - min(visits * gap * 0.5, 250))
    if visits < 5:
        day = chance.between(0, days.DAYS - 60)
    for _ in range(visits):
        day = _alone(world, day)
        household = chance.pick(known[-4:])
        _session(world, payer, habit, hubs, household, day=int(day))
        if chance.odds(0.09):
            # Between sessions the household asks for medicine, a laptop, a roof: he pays, to be let in again.
            world.ledger.pay(
                payer,
                household.account(world, int(day)),
                int(day) + chance.whole(1, 5),
                world.hour(payer, days.WAKING),
                chance.about(3200 if chance.odds(0.25) else 350, 0.6),
                kind=KIND,
                reference="medicine",
            )
        if chance.odds(roaming):
            known.append(chance.pick(household.known_to) if household.known_to else household)
        habit.price = min(habit.price * chance.between(0.98, 1.07), 1800)
        gap = max(gap * chance.between(0.88, 1.03), 2.5)
        day += gap * chance.about(1, 0.55)
        if visits > 7 and chance.odds(0.018):
            day = _journey(world, payer, hubs, household, int(day))


def _alone(world: World, day: float) -> float:
    """Half keep it for Friday to Sunday, when nobody waits for them in the morning."""
    if world.chance.odds(0.35):
        return day + max(0, 4 - days.weekday(int(day)))
    return day


def _session(world: World, payer: Payer, habit: Habit, hubs: Hubs, household: Household, *, day: int) -> None:
    """A price is agreed: all before, or a deposit and the rest; sometimes more is asked while it lasts."""
    chance = world.chance
    at, price = world.hour(payer, habit.profile), habit.price * chance.about(1, 0.3)
    hidden = chance.odds(habit.by_card)
    receiver = chance.pick(hubs.remitters) if hidden else household.account(world, day)
    reference = chance.pick(_WORDS) if habit.written else ""
    if chance.odds(0.04):
        reference = receiver.phone or receiver.name.split()[0]  # so that the cashier knows for whom it is
    account = habit.account if chance.odds(0.6) else 0
    if chance.odds(0.04):
        # The wallet is full or blocked: it comes back, and another name is sent in the chat.
        world.ledger.pay(payer, receiver, day, at, price, kind=KIND, account=account, status="returned")
        receiver = hubs.remitters[0] if hidden else chance.pick(household.accounts)
        at += chance.between(0.2, 1.5)
    if chance.odds(0.2):
        world.ledger.pay(payer, receiver, day, at, price * 0.5, kind=KIND, reference=reference, account=account)
        at += chance.between(0.3, 2.5)
        price *= 0.6
    world.ledger.pay(payer, receiver, day, at, price, kind=KIND, reference=reference, account=account)
    while chance.odds(0.16):
        at += chance.between(0.15, 0.9)
        world.ledger.pay(payer, receiver, day, at, price * chance.between(0.4, 1), kind=KIND, account=account)


def _journey(world: World, payer: Payer, hubs: Hubs, household: Household, day: int) -> int:
    """A ticket, an advance for lodging, weeks of silence in the accounts; then it goes on."""
    chance = world.chance
    world.ledger.pay(
        payer,
        hubs.airline,
        day,
        world.hour(payer, days.EVENING),
        chance.about(8200, 0.2),
        kind="hub_payment",
        exact=True,
    )
    world.ledger.pay(
        payer,
        household.account(world, day),
        day + 3,
        world.hour(payer, days.LATE),
        chance.about(3800, 0.3),
        kind=KIND,
        reference="accommodation",
    )
    return day + chance.whole(20, 50)


def _benefactor(world: World, payer: Payer, household: Household, habit: Habit) -> None:
    """He calls himself the family's friend: a monthly sum after payday, as kin would send, and now and then a night."""
    chance = world.chance
    for account in payer.accounts:
        world.ledger.imitators.add(account)
    monthly, since = chance.about(1400, 0.35), chance.whole(-100, 300)
    for payday in days.PAYDAYS:
        if payday < since or chance.odds(0.15):
            continue
        world.ledger.pay(
            payer,
            household.account(world, payday),
            payday + chance.whole(0, 5),
            world.hour(payer, days.WAKING),
            monthly * chance.about(1, 0.12),
            kind=KIND,
            reference=chance.pick(("family support", "school fees", "", "rent")),
        )
        if chance.odds(0.4):
            day = payday + chance.whole(4, 22)
            world.ledger.pay(
                payer, household.account(world, day), day, world.hour(payer, habit.profile), habit.price, kind=KIND
            )
