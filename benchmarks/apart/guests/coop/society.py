"""Life in and between the societies: groups that save, parishes, rent, sport, youngsters, schools and clinics."""

from __future__ import annotations

from benchmarks.apart.kit.dice import Table

from .asks import Ask, Books
from .kinds import DONATION, HUB, KITTY, ORDINARY
from .people import HOME, Member, Party


def groups(books: Books) -> None:
    """Twelve to thirty members pay a treasurer each week or month; once a year the treasurer shares out.

    The treasurer's account is a member's own: strangers pay it small round sums, late on the evening of the meeting.
    """
    d, clock = books.dice, books.register.clock
    for people in _by_society(books).values():
        grown = [m for m in people if m.age >= 18]
        for _ in range(len(people) // 80):
            treasurer, members = d.choice(grown), d.sample(grown, min(len(grown), d.randint(8, 26)))
            step, due = (
                d.choice([7, 7, 14, 30]),
                d.choice([2, 5, 10, 20]) * (0.5 if treasurer.society.country in HOME else 1),
            )
            start, at = d.randrange(120), d.uniform(18, 22)
            for member in members:
                if member is treasurer:
                    continue
                paid = 0.0
                for day in range(start, clock.days, step):
                    if d.chance(0.85):
                        usd = due * (3 if d.chance(0.08) else 1)
                        paid += usd
                        words = d.choice([None, None, "group", "kitty", "merry-go-round"])
                        moment = min(23.9, at + abs(d.gauss(0.4, 0.8)))
                        books.ask(member, Ask(day, treasurer.party, usd, KITTY, words, at=moment, rounding="own"))
                books.ask(
                    treasurer, Ask(520 + d.randrange(12), member.party, paid * 0.97, ORDINARY, "share-out", stands=True)
                )


def _by_society(books: Books) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = {}
    for member in books.register.members:
        found.setdefault(member.society.code, []).append(member)
    return found


def neighbours(books: Books) -> None:
    """Payments at home: rent, shared bills, clubs, things bought second-hand."""
    d, clock = books.dice, books.register.clock
    for people in _by_society(books).values():
        country = people[0].society.country
        bills = [
            books.register.organisation(country, t)
            for t in ("Lettings", "Power", "Water", "Clinic", "School", "Stores")
        ]
        club = [books.register.organisation(country, t) for t in ("Rowing Club", "Choir", "Football Club")]
        rich = 0.3 if country in HOME else 1.0
        for member in people:
            if member.age >= 20 and d.chance(0.25):
                to, usd = d.choice(bills), rich * d.choice([18, 30, 45, 80, 150])
                for day in range(member.joined + d.randrange(28), clock.days, 30):
                    books.ask(
                        member, Ask(day, to, usd, HUB if d.chance(0.5) else ORDINARY, stands=True, rounding="odd")
                    )
            if d.chance(0.2):
                to = d.choice(club)
                for day in range(d.randrange(60), clock.days, d.choice([30, 91])):
                    books.ask(member, Ask(day, to, rich * d.choice([5, 10, 15]), ORDINARY, "dues", rounding="own"))
            friends = [d.choice(people).party for _ in range(d.count(1.6))]
            for to in friends:
                for _ in range(d.count(4)):
                    words = d.choice([None, None, "dinner", "lift", "tickets", "thanks", "loan", "sofa"])
                    usd = rich * d.about(16, 0.8)
                    books.ask(
                        member, Ask(d.randrange(clock.days), to, usd, ORDINARY, words, hours=d.choice(["", "late"]))
                    )


def youngsters(books: Books) -> None:
    """Pocket money, and neighbours who pay the same girl for minding children and the same boy for the lawn."""
    d, clock = books.dice, books.register.clock
    for people in _by_society(books).values():
        grown = [m for m in people if m.age > 30]
        for child in (m for m in people if m.age < 18):
            parent = d.choice(grown)
            usd = d.choice([3, 5, 8, 10]) * (0.4 if child.society.country in HOME else 1)
            for day in range(d.randrange(14), clock.days, d.choice([7, 7, 14, 30])):
                books.ask(
                    parent,
                    Ask(day, child.party, usd, ORDINARY, d.choice([None, None, "pocket money"]), stands=d.chance(0.4)),
                )
            if child.age >= 14 and d.chance(0.45):
                for _ in range(d.randint(1, 7)):
                    payer, late = d.choice(grown), d.chance(0.5)
                    for _ in range(1 + d.count(3)):
                        words = d.choice([None, "babysitting", "lawn", "thanks", "tutoring", "dog"])
                        books.ask(
                            payer,
                            Ask(
                                d.randrange(clock.days),
                                child.party,
                                d.choice([10, 15, 20, 30, 40]),
                                ORDINARY,
                                words,
                                hours="night" if late else "evening",
                            ),
                        )


def parishes(books: Books) -> None:
    """Collections for a roof, a typhoon, a well: one call, and a congregation answers within days, some for years."""
    d, clock = books.dice, books.register.clock
    lands = Table({"PH": 6, "KE": 3, "RO": 2, "CO": 2, "IN": 2, "GH": 2})
    for number in range(max(3, len(books.register.members) // 420)):
        country = lands.draw(d)
        to: Party = books.register.organisation(
            country, d.choice(["Mission", "Parish", "Foundation", "Children's Home", "Orphanage"])
        )
        if number % 3 == 0:  # the pastor's own telephone, or the sister's who keeps the book
            to = books.register.outsider(country)
        flock = d.sample(books.register.members, min(len(books.register.members), d.randint(12, 60)))
        flock = [m for m in flock if m.age > 17 and m.society.country not in HOME]
        loyal = {m.party.id for m in flock if d.chance(0.3)}
        for _ in range(d.randint(1, 5)):
            day = d.randrange(clock.days - 20)
            for member in flock:
                if d.chance(0.5):
                    words = d.choice(
                        [None, "roof", "typhoon relief", "God bless", "donation", "school children", "feeding"]
                    )
                    books.ask(
                        member,
                        Ask(
                            day + int(d.expovariate(0.3)),
                            to,
                            d.choice([10, 15, 20, 25, 50, 100]),
                            DONATION,
                            words,
                            rounding="own",
                        ),
                    )
        for member in flock:
            if member.party.id in loyal:
                usd = d.choice([10, 20, 30])
                for date in range(d.randrange(60), clock.days, 30):
                    books.ask(member, Ask(date, to, usd, DONATION, d.choice([None, "sponsor"]), stands=d.chance(0.7)))


def hubs(books: Books) -> None:
    """Schools, clinics, landlords and builders abroad whom many families pay."""
    d, clock = books.dice, books.register.clock
    migrants = [m for m in books.register.members if m.root and m.age > 22]
    for country in ("PH", "KE", "RO", "CO", "IN", "GH", "VN", "TH"):
        payers = [m for m in migrants if m.root == country]
        for title in ("School", "Academy", "Clinic", "Residences", "Builders", "Travel"):
            to = books.register.organisation(country, title)
            for member in d.sample(payers, min(len(payers), len(payers) // 45 + 1)) if payers else []:
                for _ in range(d.randint(1, 9)):
                    words = d.choice([None, "tuition", "invoice", "fees", "unit 4B", "deposit"])
                    books.ask(member, Ask(d.randrange(clock.days), to, d.about(120, 0.7), HUB, words))
