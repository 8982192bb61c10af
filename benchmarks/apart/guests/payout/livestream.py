"""Live-streamed abuse, paying and receiving side, as far as payments show it.

People meet a household through a page that looks like any other, or are sent on by one they already pay. Payments are
small while they talk, then a price is agreed (round in one of the two currencies), often half before and half after.
The hour must suit two clocks: the payer's, who waits until alone, and the household's, where a child is at home only
before and after school or at the weekend. A household changes accounts when one is stopped, asks for help with storms
and school like any family, and its relatives may do the same a street away.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.apart.guests.payout import money
from benchmarks.apart.guests.payout.accounts import Payer, Receiver
from benchmarks.apart.guests.payout.dice import Crowd, Dice
from benchmarks.apart.guests.payout.places import COUNTRIES
from benchmarks.apart.guests.payout.seasons import CALAMITIES, DAYS, school_opens, weekday
from benchmarks.apart.guests.payout.words import FANS, KIN, note
from benchmarks.apart.guests.payout.world import World

CRIME = ("livestream_purchase", "facilitation")
_HOMES = {"PH": 66, "TH": 9, "CO": 9, "DO": 6, "RO": 5, "MX": 5}
_SUPPORT = ("family_support", "family_receiver")
_FAN = ("hobby_purchase", "seller")


@dataclass(slots=True)
class Household:
    """Accounts under one roof; `until` says to which day each is used before the next takes over."""

    country: str
    accounts: list[Receiver]
    until: list[int]
    kin: list[Household] = field(default_factory=list)

    def account(self, dice: Dice, day: int) -> Receiver:
        """The account in use that day; sometimes the sister's instead."""
        if dice.chance(0.1):
            return dice.pick(self.accounts)
        return next(
            (one for one, last in zip(self.accounts, self.until, strict=True) if day <= last), self.accounts[-1]
        )


@dataclass(slots=True)
class Career:
    """One payer's way through it."""

    payments: int
    usd: float
    wait: float
    rise: float
    quiet_days: tuple[int, ...]
    roams: float
    imitates: bool


def households(world: World, payers: int) -> list[Household]:
    """About one household for two payers; some are each other's relatives and send people on."""
    dice = world.dice
    made: list[Household] = []
    for number in range(max(3, round(payers * 0.42))):
        country = dice.weigh(_HOMES)
        first = world.registry.receiver(country, dice.whole(1968, 2003))
        accounts = [first]
        for _ in range(dice.weigh({0: 45, 1: 35, 2: 20})):
            last = first.name.split()[-1] if dice.chance(0.5) else None
            accounts.append(world.registry.receiver(country, dice.whole(1955, 2007), last=last, like=first))
            if dice.chance(0.3):
                accounts[-1].person = first.person
        for one in accounts:
            one.group = f"household-{number}"
            one.opened = 0 if dice.chance(0.5) else dice.whole(0, 160)
        marks = sorted(dice.whole(60, DAYS) for _ in accounts[1:])
        made.append(Household(country, accounts, [*marks, DAYS]))
    for house in made:
        alike = [other for other in made if other is not house and other.country == house.country]
        if alike and dice.chance(0.5):
            house.kin.append(dice.pick(alike))
    return made


def _career(dice: Dice) -> Career:
    """Most stop after a few payments, a few make most of all; those who pay often pay less each time."""
    payments = max(1, min(260, round(dice.skewed(5.4, 1.4))))
    often = payments > 15
    kind = dice.weigh({"usual": 60, "roamer": 22, "imitator": 18})
    return Career(
        payments,
        usd=dice.skewed(33 if often else 50, 0.55),
        wait=dice.skewed(11 if often else 26, 0.5),
        rise=dice.between(1.0, 1.02 if often else 1.1),
        quiet_days=tuple(sorted({dice.whole(0, 6) for _ in range(dice.whole(2, 6))})),
        roams=0.45 if kind == "roamer" else 0.09,
        imitates=kind == "imitator",
    )


def _hour(dice: Dice, payer: Payer, there: str, day: int) -> float:
    """An hour that suits both clocks; when none does after some tries, the payer's own."""
    shift = COUNTRIES[there].offset - COUNTRIES[payer.country].offset
    hour = payer.bedtime
    for _ in range(6):
        hour = payer.bedtime + dice.around(-0.3, 2.3)
        home = (hour + shift) % 24
        weekend = weekday(day + int((hour + shift) // 24)) >= 5
        if weekend or home < 7.5 or home > 15.5 or dice.chance(0.15):
            break
    return hour


def follow(world: World, payer: Payer, known: Crowd[Household], *, alone: Household | None) -> None:
    """One payer's payments from first talk to the end (or the end of the world)."""
    dice = world.dice
    career = _career(dice)
    contacts = [alone or known.known(dice)]
    payer.opened, payer.closed = min(payer.opened, DAYS - 120), DAYS
    day = payer.opened + dice.between(2, 0.55 * (DAYS - payer.opened))
    if career.imitates:
        world.ledger.imitators.add(payer.id)
        career.wait = max(career.wait, 14)
    payers = [payer]
    leaves = day + dice.between(80, 260) if dice.chance(0.14) else None
    talked: set[int] = set()
    for step in range(career.payments):
        if day >= DAYS - 2:
            return
        if not alone and dice.chance(career.roams):
            nearby = contacts[0].kin
            contacts.insert(0, dice.pick(nearby) if nearby and dice.chance(0.6) else known.known(dice))
        house = contacts[0] if dice.chance(0.75) else dice.pick(contacts)
        today = int(day)
        if not career.imitates and dice.chance(0.7):
            while weekday(today) not in career.quiet_days:
                today += 1
        if step > 8 and len(payers) == 1 and dice.chance(0.03):
            # Limits or a stopped card: a second account, and on as before.
            payers.append(world.registry.second_account(payer, today))
        if leaves and today > leaves:
            fare = money.typed(payer.country, dice.between(180, 650))
            world.ledger.pay(payer, house.account(dice, today), today, 19.5, fare, CRIME, product="SEND", note="ticket")
            payer.away.append((today + 5, today + dice.whole(11, 24), house.country))
            leaves = None
        _meet(world, payers[-1], house, today, career, new=id(house) not in talked)
        talked.add(id(house))
        if dice.chance(0.12):
            _help(world, payers[-1], house, today)
        career.usd = min(career.usd * career.rise, 330)
        pause = dice.between(30, 90) if dice.chance(0.04) else 0
        day = today + max(0.6, dice.skewed(career.wait, 0.6) * (step + 1) ** -0.22) + pause


def _meet(world: World, payer: Payer, house: Household, day: int, career: Career, *, new: bool) -> None:
    dice = world.dice
    to = house.account(dice, day)
    if career.imitates:
        hour = dice.around(19.5, 2)
        amount = money.typed(payer.country, career.usd * 1.5)
        world.ledger.pay(payer, to, day, hour, amount, CRIME, product="SEND", note=note(dice, KIN, 0.25))
        return
    hour = _hour(dice, payer, house.country, day)
    if new and dice.chance(0.6):
        talk = money.button(payer.country, dice.skewed(7, 0.5))
        product = dice.pick(("TIP", "SEND"))
        world.ledger.pay(payer, to, day - 1, hour - 1, talk, CRIME, product=product, note=note(dice, FANS, 0.65, to))
    price = career.usd * dice.skewed(1, 0.5)
    parts = (price / 2, price / 2) if dice.chance(0.27) else (price,)
    abroad = dice.chance(0.45)
    for part in parts:
        amount = money.asked(dice, payer.country, house.country, part) if abroad else money.typed(payer.country, part)
        product = "TIP" if dice.chance(0.25) else "SEND"
        words = note(dice, KIN if dice.chance(0.5) else FANS, 0.6, to)
        world.ledger.pay(payer, to, day, hour, amount, CRIME, product=product, note=words)
        hour += dice.between(0.25, 1.3)


def _help(world: World, payer: Payer, house: Household, day: int) -> None:
    """School, medicine, a storm: they ask as every family asks, and are sent larger sums by day."""
    dice = world.dice
    seasons = (*school_opens(house.country), *CALAMITIES.get(house.country, ()))
    asked_on = min((one for one in seasons if one >= day), default=day) if dice.chance(0.4) else day + dice.whole(1, 6)
    amount = money.asked(dice, payer.country, house.country, dice.skewed(75, 0.5))
    hour = dice.around(18, 3)
    to = house.account(dice, asked_on)
    world.ledger.pay(payer, to, asked_on, hour, amount, CRIME, product="SEND", note=note(dice, KIN, 0.2))


def live_beside(world: World, house: Household, migrants: list[Payer], fans: list[Payer]) -> None:
    """The household's ordinary money: a relative abroad, and strangers who only ever tipped the page."""
    dice = world.dice
    kin = [one for one in migrants if one.origin == house.country]
    if kin and dice.chance(0.55):
        relative, to = dice.pick(kin), dice.pick(house.accounts)
        usd = dice.skewed(90, 0.5)
        for day in range(relative.payday + 2, DAYS, 30):
            if dice.chance(0.8):
                amount = money.typed(relative.country, usd)
                words = note(dice, KIN, 0.5)
                world.ledger.pay(relative, to, day, dice.around(19, 2), amount, _SUPPORT, product="SEND", note=words)
    for _ in range(dice.count(2.5) if fans else 0):
        fan = dice.pick(fans)
        for _ in range(1 + dice.count(0.6)):
            day, amount = dice.whole(fan.opened, DAYS), money.button(fan.country, dice.skewed(7, 0.6))
            hour = fan.bedtime + dice.around(-1, 1.6)
            world.ledger.pay(fan, house.accounts[0], day, hour, amount, _FAN, product="TIP", note=note(dice, FANS, 0.7))
