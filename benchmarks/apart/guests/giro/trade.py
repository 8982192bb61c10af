"""Work, play and tips: strangers who are paid for something lawful, often late and in small round sums."""

from __future__ import annotations

from .days import LENGTH
from .kinds import FREELANCE, HOBBY
from .people import Party
from .town import Town

_GOODS = ("order", "cards", "shipping", "item", "lot 3", "figure", "parts", "account")


def employers(town: Town) -> None:
    """Small firms with an assistant in Manila or a designer in Lviv: invoices by the week, a rise after a while."""
    c, desk = town.chance, town.desk
    workers = [
        town.register.outsider(c.weighted((("PH", 5), ("IN", 2), ("UA", 2), ("RO", 1), ("LT", 1), ("CO", 1))))
        for _ in range(town.scaled(110, 3))
    ]
    for firm in c.sample(town.grown(), k=town.scaled(150, 4)):
        for worker in c.sample(workers, k=min(len(workers), c.weighted(((1, 0.6), (2, 0.25), (4, 0.15))))):
            wage, day, gap = c.around(120, 0.7), c.randrange(LENGTH), c.choice((7, 14, 14, 30))
            for turn in range(c.randint(2, 26)):
                sum_ = round(wage * (1.1 if turn > 12 else 1.0) * c.uniform(0.7, 1.15), 2 if c.hit(0.4) else 0)
                desk.pay(
                    firm,
                    worker,
                    day,
                    desk.spare_hour(firm),
                    sum_,
                    FREELANCE,
                    words=("invoice", "week 12", "design", "hours", "salary"),
                )
                day += gap + c.randint(-1, 2)


def tutors(town: Town) -> None:
    """Teachers of English and the guitar over video: many unrelated adults pay one person by the lesson."""
    c, desk = town.chance, town.desk
    teachers = [
        town.register.outsider(c.weighted((("PH", 5), ("CO", 2), ("UA", 1), ("LT", 1))), woman=c.hit(0.7))
        for _ in range(town.scaled(22, 2))
    ]
    for pupil in c.sample(town.grown(), k=town.scaled(150, 5)):
        teacher, fee = c.choice(teachers), float(c.choice((8, 10, 12, 15, 18, 20, 25)))
        day = c.randrange(LENGTH)
        for _ in range(1 + int(c.expovariate(0.11))):
            desk.pay(
                pupil,
                teacher,
                day,
                c.gauss(20.8, 1.4),
                fee * c.choice((1, 1, 1, 2, 4)),
                FREELANCE,
                words=("lesson", "english", "fees", "invoice"),
            )
            day += c.choice((3, 4, 7, 7, 7, 14))


def performers(town: Town) -> None:
    """Adults who sing, play or pose before a camera and are tipped by adults: night, round sums, bursts.

    Fans of one performer do not know each other; they tip once or five times a night, and lose interest.
    """
    c, desk = town.chance, town.desk
    stage = [
        town.register.outsider(c.weighted((("PH", 3), ("CO", 4), ("RO", 3), ("TH", 1), ("LT", 2), ("UA", 1))))
        for _ in range(town.scaled(30, 3))
    ]
    for fan in c.sample(town.grown(), k=town.scaled(170, 5)):
        liked = c.sample(stage, k=min(len(stage), c.weighted(((1, 0.5), (2, 0.25), (3, 0.15), (6, 0.1)))))
        for _ in range(1 + int(c.expovariate(0.16))):
            day, hour, artist = c.randrange(LENGTH), c.gauss(23.6, 2.0), c.choice(liked)
            for _ in range(c.weighted(((1, 0.7), (2, 0.2), (5, 0.1)))):
                desk.pay(
                    fan,
                    artist,
                    day,
                    hour,
                    float(c.choice((5, 10, 10, 15, 20, 25, 30, 50, 100))),
                    HOBBY,
                    words=("tip", "gift", "song", "treat", "birthday"),
                )
                hour += c.uniform(0.05, 1.0)


def collectors_of_things(town: Town) -> None:
    """Cards, figures, fishing reels, old games: sellers abroad whom buyers pay at all hours, with postage."""
    c, desk = town.chance, town.desk
    sellers = [
        town.register.outsider(
            c.weighted((("PH", 3), ("CN", 2), ("ID", 2), ("DE", 3), ("FR", 2), ("PL", 2), ("IT", 1), ("LT", 1)))
        )
        for _ in range(town.scaled(130, 4))
    ]
    popularity: list[tuple[Party, float]] = [(seller, c.around(1.0, 1.2)) for seller in sellers]
    for buyer in c.sample(town.grown(), k=town.scaled(1_150, 12)):
        for _ in range(1 + int(c.expovariate(0.22))):
            sum_ = round(c.around(34, 0.8), 2) if c.hit(0.7) else float(c.choice((20, 25, 40, 50)))
            desk.pay(
                buyer, c.weighted(popularity), c.randrange(LENGTH), desk.spare_hour(buyer), sum_, HOBBY, words=_GOODS
            )


def top_ups(town: Town) -> None:
    """Game coins from resellers: the young lose at night, top up, lose and top up again until the account is empty.

    Resellers are young people at home or a shop's account in the euro area; from the bank they look like anybody who
    gathers bursts of small sums from teenagers.
    """
    c, desk = town.chance, town.desk
    resellers = [c.choice(town.young) for _ in range(town.scaled(18, 2))]
    resellers += [town.register.outsider(c.choice(("DE", "LT", "BE", "FR", "NL"))) for _ in range(town.scaled(14, 2))]
    for player in [p for p in town.youths + town.young if c.hit(0.15)]:
        favourites = c.sample(resellers, k=c.randint(1, 2))
        for _ in range(c.weighted(((1, 0.45), (3, 0.35), (9, 0.2)))):
            day, hour = c.randrange(LENGTH), c.gauss(20.5, 2.6)
            stake = float(c.choice((5, 10, 10, 20, 25, 50)))
            for _ in range(c.weighted(((1, 0.55), (2, 0.2), (4, 0.18), (8, 0.07)))):
                shop = c.choice(favourites)
                if shop is not player:
                    desk.pay(
                        player,
                        shop,
                        day,
                        hour,
                        stake * c.choice((1, 1, 2)),
                        HOBBY,
                        words=("coins", "skin", "vbux", "tikkie", "top up"),
                        instant=0.98,
                    )
                hour += c.uniform(0.1, 1.5)
