"""Partners, friends and work abroad: those who look most like a purchaser without being one."""

from __future__ import annotations

from benchmarks.apart.kit.dice import Table

from .asks import Ask, Books
from .kinds import FAMILY, FREELANCE, HOBBY, ORDINARY, PARTNER, ROMANCE
from .people import HOME, Member, Party

_FAR = Table({"PH": 8, "TH": 4, "CO": 2, "KE": 2, "RO": 2, "VN": 1.5, "DO": 1.2, "UA": 1, "MX": 1})
_SMALL = ("load", "food", "taxi", "birthday", "internet", "for you", "medicine", "dress", "rent", "gift")


def _westerners(books: Books, least: int, most: int) -> list[Member]:
    return [
        m for m in books.register.members if not m.root and least <= m.age <= most and m.society.country not in HOME
    ]


def partners(books: Books) -> None:
    """A long call, and something asked for at its end; a visit; a wedding, or silence. Her mother may ask, too."""
    d, clock = books.dice, books.register.clock
    pool = _westerners(books, 27, 75)
    for member in d.sample(pool, len(pool) // 9):
        country = _FAR.draw(d)
        her = books.register.outsider(country)
        kin = [books.register.outsider(country, family=(her.name or "x").split()[-1]) for _ in range(d.count(0.8))]
        day, warmth = d.uniform(0, 420), d.about(8, 0.5)
        until = day + d.about(200, 0.8)
        habit = d.choice(["late", "late", "evening", "night", ""])
        visits = day + d.about(90, 0.4)
        while day < min(until, clock.days):
            to = d.choice(kin) if kin and d.chance(0.18) else her
            usd = d.choice([12, 18, 25, 35, 50, 80]) if d.chance(0.6) else d.about(130, 0.5)
            books.ask(
                member,
                Ask(
                    int(day),
                    to,
                    usd,
                    PARTNER,
                    d.choice(_SMALL) if d.chance(0.3) else None,
                    hours=habit,
                    urgent=d.chance(0.3),
                ),
            )
            day += d.expovariate(1 / warmth) + 0.3
            if visits < day < visits + warmth:
                day += d.randint(14, 30)
        if d.chance(0.15):  # somebody new
            her = books.register.outsider(_FAR.draw(d))
            for _ in range(d.randint(2, 12)):
                books.ask(member, Ask(int(day + d.uniform(0, 90)), her, d.choice([20, 30, 50]), PARTNER, hours=habit))


def friends_abroad(books: Books) -> None:
    """Men who have travelled and keep five friends there: a driver, a barmaid, a family where they lodged."""
    d, clock = books.dice, books.register.clock
    pool = [m for m in _westerners(books, 35, 78) if m.man]
    towns: dict[str, list[Party]] = {}
    for member in d.sample(pool, len(pool) // 26):
        country = _FAR.draw(d)
        seen = towns.setdefault(country, [])
        for _ in range(d.randint(1, 5)):
            if seen and d.chance(0.3):
                to = d.choice(seen)
            else:
                to = books.register.outsider(country)
                seen.append(to)
            for _ in range(1 + d.count(d.choice([0.5, 2, 7]))):
                words = d.choice(_SMALL) if d.chance(0.3) else None
                books.ask(
                    member,
                    Ask(
                        d.randrange(clock.days),
                        to,
                        d.choice([10, 20, 25, 30, 40, 50, 100]),
                        ORDINARY,
                        words,
                        hours=d.choice(["late", "evening", "night", "early"]),
                    ),
                )


def two_families(books: Books) -> None:
    """Couples of two countries who support six and more relatives of hers, each with a telephone and a need."""
    d, clock = books.dice, books.register.clock
    pool = _westerners(books, 30, 72)
    for member in d.sample(pool, len(pool) // 22):
        country = _FAR.draw(d)
        first = books.register.outsider(country)
        family = (first.name or "x").split()[-1]
        kin = [
            first,
            *[books.register.outsider(country, family=family if d.chance(0.5) else "") for _ in range(d.randint(2, 8))],
        ]
        weights = [1 / (n + 1) for n in range(len(kin))]
        for _ in range(d.count(d.choice([12, 30, 55]))):
            to = d.choices(kin, weights)[0]
            words = d.choice(["school", "medicine", "birthday", "rice", "load", "fare"]) if d.chance(0.35) else None
            books.ask(
                member,
                Ask(
                    d.randrange(clock.days),
                    to,
                    d.choice([15, 25, 30, 40, 60, 100]) * d.about(1, 0.2),
                    FAMILY,
                    words,
                    hours=d.choice(["late", "evening", "night", member.habit]),
                ),
            )


def work(books: Books) -> None:
    """Assistants, designers and coders paid by the week or the piece, and sellers of crafts, parts and cards."""
    d, clock = books.dice, books.register.clock
    pool = [m for m in books.register.members if 22 <= m.age <= 66 and m.society.country not in HOME]
    hands = [
        books.register.outsider(Table({"PH": 6, "IN": 3, "KE": 2, "UA": 2, "CO": 1, "RO": 1}).draw(d))
        for _ in range(max(4, len(pool) // 60))
    ]
    for member in d.sample(pool, len(pool) // 30):
        for to in d.sample(hands, min(len(hands), d.choice([1, 1, 2, 4]))):
            step, usd = d.choice([7, 14, 30, 0]), d.choice([25, 40, 60, 90, 150, 300])
            begin = d.randrange(clock.days - 30)
            for day in range(begin, min(clock.days, begin + d.randint(30, 360)), step or d.randint(5, 40)):
                books.ask(
                    member,
                    Ask(
                        day,
                        to,
                        usd if step else usd * d.about(1, 0.5),
                        FREELANCE,
                        d.choice([None, "invoice", "week", "design", "milestone"]),
                        hours=d.choice(["office", "late", ""]),
                    ),
                )
    shops = [
        books.register.outsider(d.choice(["PH", "TH", "KE", "CO", "RO", "PL", "IN", "VN"]))
        for _ in range(max(4, len(pool) // 110))
    ]
    for member in d.sample(books.register.members, len(books.register.members) // 14):
        if member.age < 15:
            continue
        for to in {shop.id: shop for shop in (d.early(shops, 1.6) for _ in range(d.choice([1, 1, 2, 3, 6])))}.values():
            for _ in range(1 + d.count(d.choice([0.4, 1.5, 5]))):
                words = d.choice([None, None, "order", "cards", "parts", "2 pcs", "shipping", "lessons"])
                books.ask(
                    member,
                    Ask(
                        d.randrange(clock.days),
                        to,
                        d.about(32, 0.7),
                        HOBBY,
                        words,
                        hours=d.choice(["late", "evening", "night", "lunch"]),
                    ),
                )


def romance_fraud(books: Books) -> None:
    """Older members who believe in somebody: sums grow, loans are taken, sometimes a second account is named."""
    d, clock = books.dice, books.register.clock
    pool = _westerners(books, 48, 84)
    crews = [books.register.outsider(d.choice(["NG", "GH", "CI", "PH", "TR"])) for _ in range(max(2, len(pool) // 70))]
    for member in d.sample(pool, max(2, len(pool) // 55)):
        doors = [
            d.choice(crews) if d.chance(0.5) else books.register.outsider(d.choice(["NG", "GH", "CI", "MA"]))
            for _ in range(d.choice([1, 1, 2, 3]))
        ]
        day, usd = d.uniform(0, 400), float(d.choice([25, 50, 80, 120]))
        for _ in range(d.randint(3, 22)):
            words = d.choice([None, "customs", "hospital", "flight", "help my love", "documents", "gift card"])
            books.ask(
                member,
                Ask(
                    int(day),
                    d.choice(doors) if d.chance(0.25) else doors[0],
                    min(usd, 3000),
                    ROMANCE,
                    words,
                    hours=d.choice(["evening", "late", "day"]),
                    urgent=True,
                ),
            )
            day, usd = day + d.expovariate(1 / 9), usd * d.uniform(1.0, 1.35)
            if day > clock.days:
                break
