"""The app's other customers: born where they live, with a reason of their own to send money far away."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.apart.guests.diaspora import names
from benchmarks.apart.guests.diaspora.days import DAYS, SCHOOL_FEES
from benchmarks.apart.guests.diaspora.people import Payer, Receiver
from benchmarks.apart.guests.diaspora.places import LOCALS_LIVE, NG, PH
from benchmarks.apart.guests.diaspora.romance import court, defraud
from benchmarks.apart.guests.diaspora.world import World


def arrive(world: World, number: int) -> None:
    """So many locals; about a sixth of them are young."""
    dice = world.dice
    for _ in range(number):
        young = dice.chance(0.17)
        age = dice.randrange(16, 26) if young else min(84, max(24, int(dice.gauss(48, 13))))
        # Some have a father from there, and his surname, and no family of theirs in the app.
        surname = dice.choice(names.FAMILY["PH" if dice.chance(0.3 if young else 0.04) else "local"])
        payer = world.register.payer("local", surname, age, world.live_abroad(LOCALS_LIVE))
        payer.thinks_home = dice.chance(0.2)
        world.locals.append(payer)
        if young:
            world.young.append(payer)
    # The migrants' own children, grown up: the app was on the family's tablet anyway.
    for family in world.families:
        for payer in family.payers:
            if payer.age() <= 24:
                world.young.append(payer)


def live(world: World) -> None:
    """Gives every local one reason, some of them two, and the young their stranded friends."""
    dice = world.dice
    # Small charities are a parish worker's own wallet.
    charities = [world.stranger(PH, "bank", "Hope Children Fund"), world.stranger(NG, "bank", "Lagoon Children Fund")]
    charities += [world.stranger(PH, "wallet") for _ in range(max(2, len(world.locals) // 300))]
    hosts = [world.stranger(PH, None, f"{town} Beach Rooms") for town in PH.towns[:6]]
    reasons: dict[str, Callable[[World, Payer], None]] = {
        "partner": court,
        "romance": defraud,
        "employer": _employ,
        "donor": lambda world, payer: _give(world, payer, dice.sample(charities, dice.choice((1, 1, 2)))),
        "parent": _send_to_student,
        "traveller": lambda world, payer: _travel(world, payer, hosts),
        "friend": help_friend,
    }
    for payer in world.locals:
        for _ in range(dice.choice((1, 1, 1, 2))):
            reason = dice.weighted(tuple(reasons), (0.17, 0.035, 0.12, 0.13, 0.05, 0.17, 0.325))
            fits = payer.age() >= 40 or reason not in {"romance", "parent"}
            (reasons[reason] if fits else help_friend)(world, payer)
    for payer in world.young:
        if dice.chance(0.12):
            help_friend(world, payer)


def _soon(world: World, payer: Payer) -> int:
    """A day not long after joining: one installs the app because one needs it."""
    return payer.joined + int(world.dice.expovariate(1 / 60))


def _travel(world: World, payer: Payer, hosts: list[Receiver]) -> None:
    """Deposits for rooms and boats, before and during a journey."""
    for _ in range(world.dice.randrange(1, 4)):
        euros = world.dice.about(85, 0.7)
        world.ledger.pay(payer, world.dice.choice(hosts), _soon(world, payer), euros, "hub")


def _employ(world: World, payer: Payer) -> None:
    """One to three assistants abroad, paid twice a month or by the job, at the employer's office hours or his night."""
    dice = world.dice
    for _ in range(dice.choice((1, 1, 2, 3))):
        worker = world.stranger(world.somewhere(0.65, 0.1), None)
        day, every, wage = _soon(world, payer), dice.choice((7, 15, 15, 30)), dice.about(95, 0.7)
        growth = dice.uniform(1.0, 1.04)
        for _ in range(1 + int(dice.about(9, 0.8))):
            world.ledger.pay(payer, worker, day, wage, "freelance")
            wage, day = wage * growth, day + every + dice.choice((-2, 0, 0, 0, 1))


def _give(world: World, payer: Payer, charities: list[Receiver]) -> None:
    """A sponsor's monthly gift on a fixed day, and more after a storm or at Christmas."""
    dice = world.dice
    for charity in charities:
        day, gift = _soon(world, payer), dice.choice((12, 18, 25, 35, 60))
        for month in range(dice.choice((1, 2, 6, 12, 15))):
            world.ledger.pay(payer, charity, day + 30 * month, gift, "donation", again=0.9)


def _send_to_student(world: World, payer: Payer) -> None:
    """A child on exchange, or a sponsored student who outgrew the charity."""
    dice = world.dice
    student = world.stranger(world.somewhere(0.4, 0.1), "bank")
    for day in SCHOOL_FEES:
        world.ledger.pay(payer, student, day + dice.randrange(-10, 10), dice.about(420, 0.5), "student")
    for week in range(0, DAYS, dice.choice((7, 14, 30))):
        world.ledger.pay(payer, student, week, dice.about(45, 0.3), "student")


def help_friend(world: World, payer: Payer) -> None:
    """A stranded friend, a split bill, a shared villa: a handful of sums within days to somebody new, then nothing."""
    dice = world.dice
    friend, day = world.stranger(world.somewhere()), _soon(world, payer)
    for _ in range(dice.choice((1, 1, 1, 2, 3, 5))):
        world.ledger.pay(payer, friend, day, dice.about(48, 0.8), "other")
        day += dice.choice((0, 0, 1, 1, 3, 20))
