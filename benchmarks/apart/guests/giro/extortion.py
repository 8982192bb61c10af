"""Financial sexual extortion of children: a threat, an hour of panic, whatever the account holds, and silence.

A youth account has no access to the partner and a daily limit, so the extorter names a mule with an IBAN and the child
pays in pieces, next day again. Those over 18 may also be sent to a wallet in Abidjan or an account in Lagos.
"""

from __future__ import annotations

from dataclasses import dataclass

from .days import LENGTH
from .kinds import EXTORTION, ORDINARY
from .people import Party
from .town import Town

_WORDS = ("please", "cadeau", "vriend", "tikkie", "game", "gift", "betaling")


@dataclass(slots=True)
class Mule:
    """An account lent or bought for a few weeks."""

    account: Party
    opens: int
    closes: int


def _mules(town: Town) -> list[Mule]:
    """A ring's mules through the year, one after another: young people here, e-money accounts, banks in the south."""
    c = town.chance
    mules, day = [], c.randint(-20, 0)
    while day < LENGTH:
        land = c.weighted(
            (("here", 0.22), ("NL", 0.18), ("LT", 0.2), ("FR", 0.14), ("BE", 0.08), ("DE", 0.08), ("ES", 0.1))
        )
        account = c.choice(town.young) if land == "here" else town.register.outsider(land)
        lasts = c.randint(30, 100)
        mules.append(Mule(account, day, day + lasts))
        day += max(12, lasts - c.randint(0, 25))
    return mules


def _burst(town: Town, victim: Party, payee: Party, day: int, label: str, *, left: float) -> float:
    """One burst: what is there, then what can be borrowed or sold, until nothing is left or somebody is told."""
    c, desk = town.chance, town.desk
    daily = float(c.choice((100, 150, 250))) if victim.age < 18 else 750.0
    demand = float(c.choice((30, 50, 50, 80, 100, 100, 150, 200, 250)))
    hour, today = c.gauss(21.5, 3.2), 0.0
    parent = town.parents.get(victim.id)
    for _ in range(c.weighted(((1, 0.22), (2, 0.22), (3, 0.2), (4, 0.14), (6, 0.14), (9, 0.08)))):
        sum_ = min(demand if c.hit(0.7) else round(demand * c.uniform(0.4, 0.98), 2), daily - today, left)
        if sum_ < 5:
            day, hour, today = day + 1, c.uniform(7.5, 22), 0.0
            sum_ = min(demand, daily, left)
        if sum_ < 5:
            break
        desk.pay(victim, payee, day, hour, sum_, EXTORTION, words=_WORDS, group=label, instant=0.97)
        today, left = today + sum_, left - sum_
        if parent is not None and c.hit(0.15):
            desk.pay(
                parent,
                victim,
                day,
                hour + 0.4,
                float(c.choice((20, 50))),
                ORDINARY,
                words=("schoolboek", "voor jou"),
                instant=1.0,
            )
        hour += c.expovariate(0.35) + 0.1
        if hour > 27:
            day, hour, today = day + 1, c.uniform(7.5, 20), 0.0
        demand = max(20.0, demand * c.choice((0.5, 1.0, 1.0, 1.5)))
    return left


def _victims(town: Town) -> list[Party]:
    """Mostly boys of 14 to 17, then students, a few in their late twenties."""
    c = town.chance
    number = town.scaled(44, 5)
    ages = (town.youth_of(14, 17), town.young, [a for a in town.adults if a.age <= 34])
    chosen = [c.choice(c.weighted(((ages[0], 0.64), (ages[1], 0.28), (ages[2], 0.08)))) for _ in range(number)]
    return list(dict.fromkeys(chosen))


def extortion(town: Town) -> None:
    """Rings, their mules and their victims; one in four victims is found again weeks later, often by the same ring."""
    c = town.chance
    rings = [(f"extorters-{i + 1}", _mules(town)) for i in range(town.scaled(3, 1))]
    far = [town.register.outsider(c.choice(("NG", "CI", "PH"))) for _ in range(town.scaled(6, 2))]
    victims = _victims(town)
    # Children who bank elsewhere pay mules who bank here: their age is unknown to this bank.
    victims += c.sample(town.outsiders, k=min(len(town.outsiders), town.scaled(9, 1)))
    for victim in victims:
        label, mules = c.choice(rings)
        left, day = c.uniform(250, 1_500), c.randrange(LENGTH - 4)
        for again in range(2 if c.hit(0.27) else 1):
            if again:
                day += c.randint(12, 60)
            at_work = [m for m in mules if m.opens <= day < m.closes] or mules[-1:]
            payee = c.choice(at_work).account
            if not victim.customer:
                here = [m.account for _, ring in rings for m in ring if m.account.customer]
                payee = c.choice(here) if here else payee
            elif victim.age >= 18 and c.hit(0.4):
                payee = c.choice(far)
            elif c.hit(0.1):
                payee = town.register.outsider(c.choice(("LT", "FR", "NL")))  # A mule whom nobody else here paid.
            if payee is not victim and (victim.customer or payee.customer):
                left = _burst(town, victim, payee, day, label, left=left)
