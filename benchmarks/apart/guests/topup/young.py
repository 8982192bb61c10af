"""Youngsters: those who are extorted, those whom adults pay, and the friends who lend their wallets."""

from __future__ import annotations

from .kinds import EXTORTION, MATERIAL, MINOR, ORDINARY, PASSED_ON, VOUCHER, WALLET
from .market import own_phone
from .phones import Payer, Phone
from .till import Till


def extortion(till: Till, apart: set[str]) -> set[str]:
    """A demand is met with whatever can be bought tonight: voucher codes first, then a wallet, until it is refused."""
    d, days, payers = till.dice, till.clock.days, till.book.payers
    young = [p for p in payers if p.age <= 22 and p.style in {"young", "gamer"} and p.owner not in apart]
    young.sort(key=lambda p: (p.age > 18, p.id))
    count = max(5, round(len(payers) * 0.003))
    victims = d.sample(young[: count * 4], min(count, len(young)))
    owners = {v.owner for v in victims}
    rest = [p for p in young if p.owner not in owners and p.age >= 16]
    crews = max(2, count // 6)
    for number in range(crews):
        land, begin = d.choice(["NG", "NG", "CI", "PH", "MA"]), d.uniform(10, days - 70)
        boss = till.book.phone(land)
        doors = [boss, till.book.phone(land, owner=boss.owner, voucher=True)]
        mule = d.choice(rest) if rest and d.chance(0.5) else None
        if mule:
            doors[0] = own_phone(mule)
            mule.first, mule.last = 0, days
        mine, taken = victims[number::crews], 0.0
        for victim in mine:
            taken += _demands(till, victim, doors, f"crew-{number + 1}", begin + d.uniform(0, 40))
        if mule:
            for _ in range(1 + int(taken // 140)):
                till.sell(
                    mule,
                    boss,
                    begin + d.uniform(2, 48),
                    d.uniform(50, 140),
                    PASSED_ON,
                    product=WALLET,
                    group=f"crew-{number + 1}",
                )
        for buyer in d.sample(payers, min(len(payers), d.randrange(4))):
            if buyer.owner not in apart | owners:
                till.sell(
                    buyer,
                    doors[0],
                    begin + d.uniform(0, 50),
                    d.choice([20, 30, 50, 80]),
                    ORDINARY,
                    product=WALLET,
                    words=d.choice([None, "codes", "phone"]),
                )
    return owners


def _demands(till: Till, victim: Payer, doors: list[Phone], group: str, day: float) -> float:
    """Several payments in one or two evenings; a quarter are found again weeks later. Returns what was paid."""
    d, total = till.dice, 0.0
    victim.first, victim.last = 0, till.clock.days
    for turn in range(2 if d.chance(0.27) else 1):
        hour, voucher = d.uniform(16, 24.5), d.chance(0.45)
        left = min(1500.0, d.about(110, 0.75)) * (0.5 if turn else 1)
        while left > 4:
            usd = min(left, d.choice([10, 20, 25, 50, 50, 100, 150]))
            till.sell(
                victim,
                doors[1] if voucher else doors[0],
                day + hour // 24,
                usd,
                EXTORTION,
                product=VOUCHER if voucher else WALLET,
                hour=hour % 24,
                group=group,
                words=d.choice([None, None, "ok", "friend"]),
            )
            left, total, hour = left - usd, total + usd, hour + d.expovariate(1 / 1.6) + 0.05
            if d.chance(0.25):
                voucher = not voucher
        day += d.uniform(6, 55)
    return total


def minors(till: Till, apart: set[str]) -> None:
    """Pocket money, shared passes and odd jobs to youngsters' numbers; a few adults who pay several of them."""
    d, days, payers = till.dice, till.clock.days, till.book.payers
    young = [p for p in payers if p.age < 18 and p.owner not in apart]
    grown = [p for p in payers if p.age > 30 and p.style in {"local", "root"} and p.owner not in apart]
    for child in young:
        parent, to = d.choice(grown), own_phone(child)
        gap, usd = d.choice([7, 14, 30]), d.choice([3, 5, 10])
        day = d.uniform(0, 100)
        while day < days:
            till.sell(
                parent,
                to,
                day,
                usd,
                ORDINARY,
                product=d.choice([WALLET, WALLET, "airtime"]),
                words=d.choice([None, None, "pocket money"]),
            )
            day += gap * d.uniform(0.8, 1.5)
        for _ in range(d.count(0.7)):  # a job, or something sold
            other, day = d.choice(grown), d.uniform(0, days)
            for _ in range(1 + d.count(1.5)):
                till.sell(
                    other,
                    to,
                    day,
                    d.choice([8, 10, 15, 20, 30]),
                    ORDINARY,
                    product=WALLET,
                    hour=till.hour(other, d.choice(["end", "bed"])),
                    words=d.choice([None, "babysitting", "bike", "thanks"]),
                )
                day += d.expovariate(1 / 20)
    reached = d.sample(young, min(len(young), max(3, len(payers) // 800)))
    for payer in d.sample([p for p in grown if p.man], max(2, len(payers) // 1000)):
        near = [c for c in reached if c.country == payer.country] or reached
        payer.last = days
        for child in d.sample(near, min(len(near), d.choice([1, 2, 3, 5]))):
            day = d.uniform(payer.first, days)
            for _ in range(d.choice([1, 2, 4, 8])):
                till.sell(
                    payer,
                    own_phone(child),
                    day,
                    d.choice([5, 10, 15, 20, 30, 40]),
                    MINOR,
                    product=WALLET,
                    hour=till.hour(payer, d.choice(["bed", "end"])),
                    words=d.choice([None, None, "gift", "hi", "thanks"]),
                )
                day += d.expovariate(1 / 9)


def material(till: Till, apart: set[str]) -> None:
    """Vouchers to handles that sell material: the small hours, one price or two, the handle replaced every season."""
    d, days, payers = till.dice, till.clock.days, till.book.payers
    vendors = [
        [till.book.phone(d.choice(["RO", "UA", "NG", "US"]), voucher=True) for _ in range(3)]
        for _ in range(max(2, len(payers) // 5000))
    ]
    pool = [p for p in payers if p.age > 22 and p.man and p.style in {"local", "gamer"} and p.owner not in apart]
    for payer in d.sample(pool, max(2, len(payers) // 900)):
        handles, usd, day = d.choice(vendors), d.choice([10, 15, 20, 25, 50]), d.uniform(payer.first, days)
        for _ in range(d.choice([1, 2, 4, 8])):
            to = handles[min(2, int(day) * 3 // days)]
            till.sell(
                payer, to, day, usd, MATERIAL, product=VOUCHER, hour=d.uniform(22.5, 29) % 24, group=handles[0].owner
            )
            day += d.expovariate(1 / 18)
