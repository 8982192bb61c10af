"""Youngsters who are extorted or paid by adults, and accounts that are lent to those who collect."""

from __future__ import annotations

from benchmarks.apart.kit.dice import Table

from .asks import Ask, Books
from .kinds import EXTORTION, FORWARD, MINOR, ORDINARY
from .people import HOME, Member, Party


def extortion(books: Books, apart: set[str]) -> set[str]:
    """Crews work through a school's contacts for some weeks: a demand, what savings allow, a lower demand, silence."""
    d, clock, members = books.dice, books.register.clock, books.register.members
    young = [m for m in members if 13 <= m.age <= 23 and m.society.country not in HOME]
    d.shuffle(young)
    young.sort(key=lambda m: m.age > 18)
    count = max(5, round(len(members) * 0.003))
    victims = d.sample(young[: count * 3], min(len(young), count))
    lenders = [m for m in young if m not in victims and m.age >= 16]
    crews = [
        books.register.outsider(Table({"NG": 4, "CI": 3, "PH": 2, "GH": 1}).draw(d), rail="wallet")
        for _ in range(max(2, count // 7))
    ]
    for number, boss in enumerate(crews):
        begin, doors = d.randrange(20, clock.days - 80), [boss]
        mule = d.choice(lenders) if lenders and d.chance(0.6) else None
        if mule:
            mule.joined, mule.left = 0, clock.days
            doors = [mule.party] if d.chance(0.5) else [mule.party, boss]
        elif d.chance(0.5):
            doors.append(books.register.again(boss))
        for victim in victims[number :: len(crews)]:
            _demand(books, victim, doors, f"crew-{number + 1}", begin + d.randrange(45))
        if mule:
            for _ in range(2 + d.count(3)):
                day = begin + d.randrange(3, 55)
                books.ask(
                    mule,
                    Ask(
                        day, boss, d.uniform(60, 180), FORWARD, None, f"crew-{number + 1}", stands=True, rounding="own"
                    ),
                )
        for buyer in d.sample(members, d.randrange(5)):  # the same account sells tickets that never come
            if buyer.party.id not in apart:
                books.ask(
                    buyer,
                    Ask(
                        begin + d.randrange(50),
                        doors[0],
                        d.choice([35, 60, 90, 140]),
                        ORDINARY,
                        d.choice([None, "ticket", "shoes"]),
                    ),
                )
    return {v.party.id for v in victims}


def _demand(books: Books, victim: Member, doors: list[Party], group: str, day: int) -> None:
    d = books.dice
    victim.app, victim.joined, victim.left = True, 0, books.register.clock.days
    victim.free = max(victim.free, 60.0)
    for turn in range(2 if d.chance(0.27) else 1):
        at, usd = d.choice([16.5, 19, 21, 22.5, 23.5]) + d.uniform(-0.7, 0.7), min(240, d.about(75, 0.6))
        left = min(1500.0, usd * d.choice([1, 1.3, 2, 3]))
        to = d.choice(doors)
        while left > 5:
            # Savings are broken into for this: what is demanded tonight is not put off to pay day.
            words = d.choice([None, None, None, "game", "for friend", "ok"])
            books.ask(victim, Ask(day, to, min(usd, left), EXTORTION, words, group, at=at, stands=False, urgent=True))
            victim.free = max(victim.free, min(usd, left) * 1.2)
            left -= usd
            at, usd = at + d.expovariate(1 / 2.5) + 0.1, max(10.0, usd * d.uniform(0.4, 0.9))
            if d.chance(0.15):
                to = d.choice(doors)
        day += d.randint(5, 60) if turn == 0 else 0


def minors(books: Books, apart: set[str]) -> None:
    """Adults who pay minors of their own country, several each, beside neighbours who pay them for honest work."""
    d, clock, members = books.dice, books.register.clock, books.register.members
    children = [m for m in members if 13 <= m.age <= 17 and m.society.country not in HOME and m.party.id not in apart]
    adults = [
        m for m in members if 26 <= m.age <= 68 and m.man and m.society.country not in HOME and m.party.id not in apart
    ]
    reached = d.sample(children, min(len(children), max(3, len(members) // 900)))
    for payer in d.sample(adults, max(2, len(members) // 1100)):
        near = [c for c in reached if c.society.country == payer.society.country] or reached
        payer.app = True
        for child in d.sample(near, min(len(near), d.choice([1, 2, 2, 3, 5]))):
            day = d.uniform(0, clock.days - 60)
            for _ in range(d.choice([1, 2, 4, 9])):
                words = d.choice([None, None, "thanks", "gift", "clothes", "hi"])
                books.ask(
                    payer,
                    Ask(
                        int(day),
                        child.party,
                        d.choice([10, 15, 20, 25, 30, 50]),
                        MINOR,
                        words,
                        hours=d.choice(["late", "night", "school"]),
                    ),
                )
                day += d.expovariate(1 / 12)
