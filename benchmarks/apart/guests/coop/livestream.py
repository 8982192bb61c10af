"""Live-streamed abuse: circles that are paid, and members who are asked by them.

A payer is told of a circle by another payer or meets one of its people; from then on it asks, as kin do, and payers
answer when they are alone. Circles share accounts: a treasurer or neighbour lends hers to two of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.kit.dice import Table

from .asks import Ask, Books
from .families import Home
from .kinds import FAMILY, LIVESTREAM
from .people import HOME, Member, Party

_WORDS = ("school fees", "gift", "family support", "medicine", "birthday", "uniform", "load", "allowance", "treat")
_LANDS = Table({"PH": 9, "TH": 1, "KE": 1.2, "RO": 1.4, "CO": 1.4})


@dataclass(slots=True)
class Circle:
    """A household or two that arrange it, their accounts, and from which day each is in use."""

    label: str
    country: str
    accounts: list[tuple[int, Party]]

    def on(self, books: Books, day: int) -> Party:
        """The account that is named on a day: mostly the newest, sometimes another that is open."""
        begun = [party for since, party in self.accounts if since <= day] or [self.accounts[0][1]]
        return begun[-1] if books.dice.chance(0.7) else books.dice.choice(begun)


def _circles(books: Books, count: int, homes: dict[str, list[Home]]) -> list[Circle]:
    d, circles, lent = books.dice, list[Circle](), list[Party]()
    for number in range(count):
        country = _LANDS.draw(d)
        first = books.register.outsider(country)
        family = (first.name or "x").split()[-1]
        accounts = [(-200, first)]
        for _ in range(Table({0: 3, 1: 4, 2: 2, 4: 1}).draw(d)):
            roll = d.random()
            other = (
                books.register.again(first)
                if roll < 0.3
                else books.register.outsider(country, family=family if roll < 0.7 else "")
            )
            accounts.append((d.randrange(-60, 560), other))
        same = [p for p in lent if p.country == country]
        if same and d.chance(0.5):
            accounts.append((d.randrange(-100, 300), d.choice(same)))
        elif d.chance(0.3) and homes.get(country):  # a neighbour's account, which her own kin pay
            neighbour = d.choice(d.choice(homes[country]).people)
            lent.append(neighbour)
            accounts.append((d.randrange(-100, 400), neighbour))
        accounts.sort(key=lambda pair: pair[0])
        circles.append(Circle(f"circle-{number + 1}", country, accounts))
    return circles


def _aunt(books: Books, circle: Circle) -> None:
    """A relative abroad who knows nothing sends what relatives send."""
    d = books.dice
    abroad = [m for m in books.register.members if m.root == circle.country and m.age > 24]
    for member in d.sample(abroad, min(len(abroad), d.choice([0, 0, 1, 2]))):
        for month in range(d.randint(2, 15)):
            words = d.choice([None, "allowance", "family support"])
            books.ask(
                member,
                Ask(month * 30 + d.randrange(8), circle.accounts[0][1], d.choice([40, 70, 100, 150]), FAMILY, words),
            )


def _ask(
    books: Books, member: Member, circle: Circle, *, day: float, usd: float, at: float, words: str | None = None
) -> None:
    to = circle.on(books, int(day))
    books.ask(
        member,
        Ask(int(day), to, max(6, usd), LIVESTREAM, words, circle.label, at=at, urgent=books.dice.chance(0.3)),
    )


def _alone(books: Books, habit: str) -> float:
    """The hour at which a payer is alone: after the others sleep, before they wake, or when they are at work."""
    d = books.dice
    if d.chance(0.15):
        return d.uniform(9, 23)
    centre, spread = {"night": (23.6, 1.4), "dawn": (5.4, 0.8), "day": (13.5, 2.0), "evening": (21.0, 1.2)}[habit]
    return max(0.0, d.gauss(centre, spread))


def _course(books: Books, member: Member, known: list[Circle], count: int) -> None:
    """Asks come in spells: one answered soon brings another, dearer; a spell ends in a pause of weeks."""
    d, days = books.dice, books.register.clock.days
    habit = Table({"night": 5, "evening": 2.5, "dawn": 1, "day": 1.5}).draw(d)
    level, day = float(d.choice([15, 20, 25, 30, 40, 50])), d.uniform(0, days * (0.9 if count < 4 else 0.45))
    spell, paid, favourite = 1 + d.count(3), 0, known[0]
    while paid < count and day < days:
        circle = favourite if d.chance(0.65) else d.choice(known)
        usd = level * d.choice([0.5, 0.8, 1, 1, 1, 1.5, 2])
        words = d.choice(_WORDS) if d.chance(0.3) else None
        at = _alone(books, habit)
        _ask(books, member, circle, day=day, usd=usd, at=at, words=words)
        paid += 1
        if d.chance(0.16):  # more is asked for on the way
            _ask(books, member, circle, day=day, usd=usd * d.choice([0.3, 0.5]), at=at + d.uniform(0.2, 1.2))
            paid += 1
        level = min(160, level * d.uniform(1.0, 1.06))
        spell -= 1
        day += d.expovariate(1 / 4.5) + 0.4 if spell > 0 else d.about(26, 0.6) * (20 / max(20, count))
        spell = spell if spell > 0 else 1 + d.count(3)
        if count > 12 and d.chance(0.015):  # a journey, paid for beforehand
            _ask(
                books,
                member,
                circle,
                day=day,
                usd=d.uniform(150, 450),
                at=at,
                words=d.choice(["ticket", "accommodation", None]),
            )
            day += d.randint(16, 35)


def _as_uncle(books: Books, member: Member, circle: Circle) -> None:
    """A standing order each month to one account, and small needs by day: kept like an uncle's household."""
    d, clock = books.dice, books.register.clock
    member.imitates = True
    usd, word, to = (
        d.choice([30, 40, 50, 60]),
        d.choice([None, "school fees", "family support", "allowance"]),
        circle.accounts[0][1],
    )
    for day in range(d.randrange(200), clock.days, 30):
        books.ask(member, Ask(day, to, usd, LIVESTREAM, word, circle.label, stands=True))
        for _ in range(d.count(0.5)):
            words = d.choice([None, *_WORDS])
            books.ask(member, Ask(day + d.randrange(28), to, d.choice([15, 20, 30]), LIVESTREAM, words, circle.label))


def livestream(books: Books, homes: dict[str, list[Home]]) -> set[str]:
    """All circles and those who pay them; returns the members' numbers."""
    d, members = books.dice, books.register.members
    circles = _circles(books, max(3, round(len(members) / 1150)), homes)
    for circle in circles:
        _aunt(books, circle)
    pool = [m for m in members if 28 <= m.age <= 80 and m.society.country not in HOME and not m.root]
    some = [m for m in members if 30 <= m.age <= 65 and m.root]
    wanted = max(5, round(len(members) * 0.0031))
    weights = [(3 if 38 <= m.age <= 70 else 1) * (4 if m.man else 0.3) * (0.3 if m.joint else 1) for m in pool]
    chosen = {m.party.id: m for m in d.choices(pool, weights, k=wanted)}
    chosen.update({m.party.id: m for m in d.sample(some, min(len(some), max(1, wanted // 9)))})
    told: list[Circle] = []
    for member in chosen.values():
        member.app, member.joined, member.left = True, 0, books.register.clock.days
        known: list[Circle] = []
        for _ in range(Table({1: 5, 2: 3, 3: 1.5, 5: 0.6}).draw(d)):
            circle = d.choice(told) if told and d.chance(0.45) else d.choice(circles)
            told.append(circle)
            if circle not in known:
                known.append(circle)
        if d.chance(0.08):
            known = _circles(books, 1, homes)  # nobody else of these societies pays this one
            known[0].label = f"own-{member.party.id}"
        style = Table({"once": 1.3, "few": 2.4, "steady": 3.6, "heavy": 0.9, "uncle": 1.4}).draw(d)
        if style == "uncle":
            _as_uncle(books, member, known[0])
        else:
            least, most = {"once": (1, 1), "few": (2, 5), "steady": (6, 26), "heavy": (30, 75)}[style]
            _course(books, member, known, d.randint(least, most))
    return set(chosen)
