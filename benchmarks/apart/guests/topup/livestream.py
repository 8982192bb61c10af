"""Live-streamed abuse: weeks on and weeks off in payers' lives, and numbers that go from hand to hand.

A payer lives through weeks of three sorts: away, tempted, given over to it. What sort a week is depends on the last.
Those who arrange it are known by numbers, several to a household, some of which two households use; a payer learns of
the next household from one that he pays, so that who has many payers gets more.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.apart.kit.dice import Table

from .family import Line
from .kinds import AIRTIME, LIVESTREAM, WALLET
from .phones import Payer, Phone
from .till import Till

_LANDS = Table({"PH": 9, "RO": 1.3, "CO": 1.3, "TH": 1, "KE": 1, "DO": 0.8})
_WORDS = ("gift", "school fees", "load", "family support", "birthday", "medicine", "food", "treat", "uniform")
_WEEKS = {"away": (0.86, 0.12, 0.02), "tempted": (0.3, 0.45, 0.25), "given": (0.12, 0.28, 0.6)}
_PAYMENTS = {"away": 0.0, "tempted": 0.7, "given": 2.4}


@dataclass(slots=True, eq=False)
class House:
    """Who arranges it together: numbers with the day from which each is used, and how many have come."""

    label: str
    country: str
    numbers: list[tuple[int, Phone]]
    payers: int = 0
    near: list[House] = field(default_factory=list)


def _houses(till: Till, count: int, lines: dict[str, list[Line]]) -> list[House]:
    d, houses = till.dice, list[House]()
    for number in range(count):
        country = _LANDS.draw(d)
        first = till.book.phone(country)
        numbers = [(-1, first)]
        for _ in range(Table({0: 4, 1: 4, 2: 2, 3: 1}).draw(d)):
            same = till.book.phone(country, owner=first.owner, name=first.name)
            numbers.append((d.randrange(-100, till.clock.days), same if d.chance(0.4) else till.book.phone(country)))
        if d.chance(0.22) and lines.get(country):  # an aunt's number, which her own kin abroad fill
            numbers.append((d.randrange(0, 300), d.choice(lines[country]).phone))
        houses.append(House(f"house-{number + 1}", country, sorted(numbers, key=lambda pair: pair[0])))
    for house in houses:
        house.near = [h for h in houses if h is not house and h.country == house.country]
        if house.near and d.chance(0.45):  # one wallet for two households
            house.numbers.append(d.choice(d.choice(house.near).numbers))
    return houses


def _number(till: Till, house: House, day: float) -> Phone:
    begun = [phone for since, phone in house.numbers if since <= day] or [house.numbers[0][1]]
    return begun[-1] if till.dice.chance(0.55) else till.dice.choice(begun)


def _pay(till: Till, payer: Payer, house: House, *, day: float, usd: float, hour: float) -> None:
    """One sum by wallet; now and then load goes before it, or a second sum follows."""
    d, to = till.dice, _number(till, house, day)
    words = d.choice(_WORDS) if d.chance(0.2) else None
    if d.chance(0.16):
        till.sell(payer, to, day, d.choice([3, 5, 10]), LIVESTREAM, hour=(hour - 0.3) % 24, group=house.label)
    small = usd < 20 and d.chance(0.35)
    till.sell(
        payer, to, day, usd, LIVESTREAM, product=AIRTIME if small else WALLET, hour=hour, group=house.label, words=words
    )
    if d.chance(0.14):
        late = hour + d.uniform(0.3, 1.5)
        till.sell(
            payer,
            to,
            day + late // 24,
            usd * d.choice([0.3, 0.5, 1]),
            LIVESTREAM,
            product=WALLET,
            hour=late % 24,
            group=house.label,
        )


def _weeks(till: Till, payer: Payer, house: House, houses: list[House], hunger: float) -> None:
    """Live through the weeks; each payment makes the next week likelier and a little dearer."""
    d, known, state, done = till.dice, [house], "tempted", 0
    level = float(d.choice([12, 18, 20, 25, 30, 40]))
    part = Table({"bed": 5, "end": 2, "wake": 1.2, "mid": 1.5}).draw(d)
    start = payer.first // 7 + d.randrange(0, 50)
    for week in range(start, till.clock.days // 7):
        pull = min(0.25, done * 0.006) * hunger
        away, tempted, given = _WEEKS[state]
        state = d.choices(["away", "tempted", "given"], [away / hunger, tempted, given + pull])[0]
        for _ in range(d.count(_PAYMENTS[state] * hunger)):
            day = week * 7 + d.choices(range(7), [1, 1, 1, 1.2, 2, 2.2, 1.4])[0]
            usd = level * d.choice([0.5, 0.75, 1, 1, 1, 1.5, 2])
            hour = till.hour(payer, part if d.chance(0.75) else till.wish())
            _pay(till, payer, known[-1] if d.chance(0.6) else d.choice(known), day=day, usd=usd, hour=hour)
            done, level = done + 1, min(140, level * d.uniform(1.0, 1.04))
        if state != "away" and d.chance(0.09):
            pool = known[-1].near if known[-1].near and d.chance(0.6) else houses
            known.append(d.choices(pool, [1 + h.payers for h in pool])[0])
            known[-1].payers += 1
        if done > 10 and d.chance(0.01):
            _pay(till, payer, known[-1], day=week * 7, usd=d.uniform(160, 420), hour=till.hour(payer, "mid"))
            state = "away"


def _as_kin(till: Till, payer: Payer, house: House) -> None:
    """Keep one number filled as kin do: small load by day, help at the month's end, for a year or more."""
    d = till.dice
    payer.quiet = True
    phone, day, level = _number(till, house, 0), payer.first + d.uniform(0, 120), d.choice([5, 7, 10])
    while day < till.clock.days:
        wallet = d.chance(0.45)
        words = d.choice(_WORDS) if d.chance(0.3) else None
        usd = d.choice([25, 30, 40, 50, 60]) if wallet else level
        till.sell(
            payer, phone, day, usd, LIVESTREAM, product=WALLET if wallet else AIRTIME, group=house.label, words=words
        )
        day += d.about(phone.drain * 1.3, 0.4) + 1


def livestream(till: Till, lines: dict[str, list[Line]]) -> set[str]:
    """All houses and who pays them; returns the payers' owners."""
    d, payers = till.dice, till.book.payers
    houses = _houses(till, max(4, round(len(payers) / 900)), lines)
    pool = [p for p in payers if 27 <= p.age <= 80 and p.style in {"local", "root", "gamer"}]
    weights = [
        (5 if p.style == "local" else 0.45) * (1.0 if p.man else 0.12) * (2 if 38 <= p.age <= 68 else 1)
        * (0.15 if p.country in {"PH", "GH"} else 1) for p in pool
    ]  # fmt: skip
    chosen = {p.id: p for p in d.choices(pool, weights, k=max(5, round(len(payers) * 0.0034)))}
    for payer in chosen.values():
        payer.last = till.clock.days
        house = d.choices(houses, [1 + h.payers for h in houses])[0]
        if d.chance(0.07):  # other distributors' customers pay this one, none of these
            house = _houses(till, 1, {})[0]
            house.label = f"own-{payer.id}"
        house.payers += 1
        style = Table({"one": 1.6, "kin": 1.5, "light": 3, "middle": 3, "heavy": 0.8}).draw(d)
        if d.chance(0.15):
            payer.twin = f"A{d.randrange(10**8, 10**9)}"
        if style == "one":
            day, hour = d.uniform(payer.first, till.clock.days - 5), till.hour(payer, d.choice(["bed", "end", "mid"]))
            usd = d.choice([15, 20, 25, 30, 40, 50])
            till.sell(
                payer, _number(till, house, day), day, usd, LIVESTREAM, product=WALLET, hour=hour, group=house.label
            )
        elif style == "kin":
            _as_kin(till, payer, house)
        else:
            _weeks(till, payer, house, houses, {"light": 0.45, "middle": 0.9, "heavy": 1.9}[style])
    return {p.owner for p in chosen.values()}
