"""Kin: a household asks all who support it, at once; couples keep his and hers; godparents remember birthdays."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.apart.kit.dice import Dice, Table
from benchmarks.apart.kit.names import full_name, surname
from benchmarks.apart.kit.places import COUNTRIES

from .asks import Ask, Books
from .kinds import FAMILY, STUDENT
from .people import Member, Party

_NEEDS = (
    ("medicine", 70, 0.9), ("hospital", 260, 1.0), ("school fees", 120, 0.3), ("roof repair", 150, 0.3),
    ("rice", 30, 0.4),
    ("fare", 18, 0.6), ("load", 6, 0.5), ("birthday", 35, 0.1), ("funeral", 180, 1.0), ("electric bill", 28, 0.5),
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Home:
    """A household at home: who is paid, who pays, and how often it is short."""

    country: str
    family: str
    people: list[Party]
    supporters: list[Member] = field(default_factory=list)
    short: float = 0.5
    """Asks a month beyond the regular support."""


def _home(books: Books, country: str, family: str) -> Home:
    d = books.dice
    culture = COUNTRIES[country].culture
    people = []
    for _ in range(Table({1: 4, 2: 3, 3: 1.6, 4: 0.8, 6: 0.3}).draw(d)):
        name = full_name(d, culture, family if d.chance(0.65) else surname(d, culture))
        people.append(books.register.outsider(country, name=name))
    if d.chance(0.12):  # a lost telephone
        people.append(books.register.again(people[0]))
    return Home(country, family, people, short=d.choice([0.1, 0.2, 0.3, 0.6, 1.2]))


def families(books: Books) -> dict[str, list[Home]]:
    """Give every migrant one household or two, shared with siblings; let households ask and supporters answer."""
    d, homes = books.dice, dict[str, list[Home]]()
    for member in books.register.members:
        if not member.root or member.age < 18:
            continue
        known = homes.setdefault(member.root, [])
        for turn in range(2 if member.joint or d.chance(0.15) else 1):  # a couple's: his mother, her sister
            if known and d.chance(0.33):
                home = d.choice(known)
            else:
                home = _home(
                    books, member.root, member.family if turn == 0 else surname(d, COUNTRIES[member.root].culture)
                )
                known.append(home)
            home.supporters.append(member)
            _regular(books, member, home)
    for country in sorted(homes):
        for home in homes[country]:
            _needs(books, home)
    return homes


def _regular(books: Books, member: Member, home: Home) -> None:
    """What was promised: each month or fortnight, a third of them by standing order."""
    d, clock = books.dice, books.register.clock
    if d.chance(0.3):
        return
    stands = d.chance(0.3)
    usd = member.free * d.uniform(0.12, 0.45)
    step, to = d.choice([14, 30, 30, 30, 30, 60]), home.people[0]
    word = d.choice([None, None, "family support", "for mama", "allowance", "house", "for the kids"])
    day = member.joined + d.randrange(30)
    while day < clock.days:
        if d.chance(0.93):
            sum_ = usd if stands else usd * d.about(1, 0.2)
            if clock.month[day] == 12:
                sum_ *= 1.6
            words = word if stands or d.chance(0.5) else None
            books.ask(member, Ask(day, to, sum_, FAMILY, words, stands=stands))
        day += clock.until_month_day(day, member.payday) if step == 30 else step + d.randint(-1, 1)
        if not stands and d.chance(0.06):
            to = d.choice(home.people)


def _needs(books: Books, home: Home) -> None:
    """One need, many telephones: all who support the household are asked the same evening, and some answer."""
    d, clock = books.dice, books.register.clock
    day = d.expovariate(home.short / 30)
    while day < clock.days - 5:
        words, size, urgent = d.choice(_NEEDS)
        usd, to = size * d.about(1, 0.5), home.people[0] if d.chance(0.6) else d.choice(home.people)
        asked = [m for m in home.supporters if d.chance(0.7)]
        for member in asked:
            share = usd / len(asked) * d.uniform(0.7, 1.4) * (0.4 + 0.6 * min(2.0, member.free / 520))
            told = words if d.chance(0.35) else None
            # Morning there is evening here: who is called answers from bed.
            hours = d.choice(["", "late", "night"]) if urgent > 0.5 else ""
            delay = 0 if urgent > 0.5 else d.randint(0, 4)
            books.ask(
                member, Ask(int(day) + delay, to, max(4, share), FAMILY, told, hours=hours, urgent=d.chance(urgent))
            )
        day += d.expovariate(home.short / 30) + 0.5


def godparents(books: Books, homes: dict[str, list[Home]]) -> None:
    """Some have godchildren in several families: small sums on birthdays, at Christmas, and when school begins."""
    d, clock = books.dice, books.register.clock
    for member in books.register.members:
        known = homes.get(member.root, [])
        if len(known) < 4 or not d.chance(0.07):
            continue
        for home in d.sample(known, min(len(known), d.randint(2, 6))):
            to, day = d.choice(home.people), d.randrange(30, 365)
            dates = [
                day,
                day + 365,
                *[n for n in range(clock.days) if clock.month[n] == 12 and clock.month_day[n] == 20],
            ]
            for date in dates:
                word = d.choice(["birthday", "gift", None, "happy birthday", "for my godchild"])
                books.ask(
                    member,
                    Ask(date + d.randint(-2, 2), to, d.choice([15, 20, 25, 30, 50]), FAMILY, word, hours=_late(d)),
                )


def students(books: Books) -> None:
    """A daughter who studies abroad, a cousin's boy at college: terms, rent, and now and then a little at night."""
    d, clock = books.dice, books.register.clock
    grown = [m for m in books.register.members if m.age > 38]
    for member in d.sample(grown, len(grown) // 40):
        country = member.root or d.choice(["GB", "DE", "US", "FR", "PL", "IN"])
        to = books.register.outsider(country, family=member.family, rail="bank")
        to.birth_year = 2004 - d.randrange(6)
        for month in range(clock.days // 30):
            books.ask(
                member,
                Ask(
                    month * 30 + d.randrange(6),
                    to,
                    member.free * d.uniform(0.3, 0.6),
                    STUDENT,
                    d.choice([None, "rent", "allowance"]),
                ),
            )
            for _ in range(d.count(0.6)):
                books.ask(
                    member,
                    Ask(month * 30 + d.randrange(30), to, d.choice([15, 20, 30, 50]), STUDENT, None, hours="late"),
                )


def _late(d: Dice) -> str:
    return "late" if d.chance(0.4) else ""
