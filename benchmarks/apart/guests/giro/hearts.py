"""Love at a distance: partners who are real, dates that come to nothing, and those who only play one for money."""

from __future__ import annotations

from .days import LENGTH
from .kinds import PARTNER, ROMANCE_FRAUD
from .people import Party
from .town import Town

_SWEET = ("love", "for you", "birthday", "load", "ticket", "rent", "gift", "medicine", "miss you", "visa")


def _courtship(town: Town, payer: Party, partner: Party, group: str, start: int) -> None:
    """Small gifts after a call, then a monthly allowance; a visit stops the payments, since he is there himself."""
    c, desk = town.chance, town.desk
    day, sum_ = start, c.around(32, 0.5)
    visit = start + c.randint(60, 200)
    growth, lasts = c.uniform(1.0, 1.12), 2 + int(c.expovariate(0.09))
    for _ in range(lasts):
        if not visit <= day <= visit + 18:
            # Calls end when she goes to bed over there or he does here.
            hour = c.gauss(22.0, 2.2) if c.hit(0.6) else desk.spare_hour(payer)
            desk.pay(payer, partner, day, hour, max(10.0, round(sum_ / 5) * 5.0), PARTNER, words=_SWEET, group=group)
        sum_ = min(sum_ * growth, 450.0)
        day += max(1, round(c.around(11, 0.7)))
    if c.hit(0.4) and lasts > 10:
        desk.pay(
            payer,
            partner,
            visit - c.randint(10, 30),
            desk.spare_hour(payer),
            round(c.around(700, 0.3) / 10) * 10.0,
            PARTNER,
            words=("ticket", "visa"),
            group=group,
        )


def partners(town: Town) -> None:
    """Most have one partner; some look for one and pay several a little; some partners hear from more than one man."""
    c = town.chance
    met: list[Party] = []
    lonely = [a for a in town.adults if 28 <= a.age <= 74]
    for number, payer in enumerate(c.sample(lonely, k=min(len(lonely), town.scaled(190, 5)))):
        payer.owl = max(payer.owl, c.uniform(0.05, 0.4))
        for _ in range(c.weighted(((1, 0.72), (2, 0.14), (3, 0.08), (5, 0.06)))):
            land = c.weighted(
                (
                    ("PH", 5),
                    ("TH", 4),
                    ("CO", 2),
                    ("UA", 2),
                    ("DO", 1),
                    ("GH", 1),
                    ("MA", 1),
                    ("BE", 1),
                    ("RO", 1),
                    ("ID", 1),
                )
            )
            known = [p for p in met if p.country == land]
            partner = c.choice(known) if known and c.hit(0.14) else town.register.outsider(land, woman=c.hit(0.85))
            met.append(partner)
            _courtship(town, payer, partner, f"couple-{number}", c.randint(-60, LENGTH - 40))


def romance_fraud(town: Town) -> None:
    """An older payer, one story, growing sums; the account that collects changes when a bank closes it."""
    c, desk = town.chance, town.desk
    mules = [
        town.register.outsider(
            c.weighted((("NG", 3), ("GH", 2), ("CI", 1), ("LT", 3), ("DE", 1), ("NL", 2), ("ES", 1)))
        )
        for _ in range(town.scaled(16, 3))
    ]
    older = [a for a in town.adults if a.age >= 44]
    for number, victim in enumerate(c.sample(older, k=min(len(older), town.scaled(30, 3)))):
        story, day, sum_ = c.sample(mules, k=c.randint(1, 3)), c.randrange(LENGTH - 60), c.around(110, 0.6)
        for turn in range(c.randint(3, 18)):
            mule = story[min(len(story) - 1, turn // 5)]
            desk.pay(
                victim,
                mule,
                day,
                desk.spare_hour(victim),
                max(20.0, round(sum_ / 10) * 10.0),
                ROMANCE_FRAUD,
                words=("customs", "hospital", "ticket", "loan", "help", "invoice"),
                group=f"story-{number}",
                in_local=0.05,
            )
            sum_ = min(sum_ * c.uniform(1.0, 1.5), 4_500.0)
            day += max(1, round(c.around(8, 0.7)))
