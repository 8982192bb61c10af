"""Ordinary payments to those outside the circle: charities large and small, students, sellers on the market places."""

from __future__ import annotations

from .days import LENGTH
from .kinds import DONATION, HOBBY, STUDENT
from .people import Party
from .town import Town


def charities(town: Town) -> None:
    """Large ones by standing order; small ones after a storm, with a number that went round on the phone."""
    c, desk = town.chance, town.desk
    large = [town.register.outsider(name=f"Stichting Hulpzaam {i + 1}") for i in range(town.scaled(14, 3))]
    small = [
        town.register.outsider(land, name=f"Foundation {i + 1}")
        for i, land in enumerate(("PH", "GH", "IN", "PH", "TH"))
    ]
    for payer in town.grown():
        if c.hit(0.08):
            desk.stand(
                payer,
                c.choice(large),
                float(c.choice((3, 5, 7.5, 10, 15, 25))),
                DONATION,
                day_of_month=c.choice((1, 15, 28)),
                word="donatie",
            )
        elif c.hit(0.05):
            desk.pay(
                payer,
                c.choice(large),
                c.randrange(LENGTH),
                desk.spare_hour(payer),
                float(c.choice((10, 20, 25, 50))),
                DONATION,
                words=("gift",),
            )
        if c.hit(0.011):
            child, start = c.choice(small), c.randrange(200)
            for month in range(0 if c.hit(0.3) else c.randint(2, 11)):
                desk.pay(
                    payer,
                    child,
                    start + 30 * month + c.randrange(4),
                    desk.spare_hour(payer),
                    30.0,
                    DONATION,
                    words=("sponsor child", "school fees"),
                )
            desk.pay(
                payer,
                child,
                c.randint(139, 160),
                desk.spare_hour(payer),
                float(c.choice((20, 25, 50, 100))),
                DONATION,
                words=("typhoon help", "gift"),
            )


def students(town: Town) -> None:
    """Parents who keep a student: at home by standing order, in the euro area also by instant help at a month's end."""
    c, desk = town.chance, town.desk
    for parent in [adult for adult in town.adults if 43 <= adult.age <= 63 and c.hit(0.09)]:
        lot = c.random()
        student: Party = (
            c.choice(town.young)
            if lot < 0.5
            else town.register.outsider("NL" if lot < 0.75 else c.choice(("ES", "IT", "BE", "DE", "FR")))
        )
        desk.stand(
            parent,
            student,
            float(c.choice((150, 200, 250, 300, 400, 550))),
            STUDENT,
            day_of_month=c.choice((1, 25, 27)),
            word="maandgeld",
        )
        for _ in range(c.count(3)):
            desk.pay(
                parent,
                student,
                c.randrange(LENGTH),
                desk.spare_hour(parent),
                float(c.choice((20, 30, 50, 100))),
                STUDENT,
                words=("boeken", "trein", "help"),
            )


def second_hand(town: Town) -> None:
    """Sellers of tickets and phones on the market places: strangers pay once, mostly in the evening."""
    c, desk = town.chance, town.desk
    for _ in range(town.scaled(260, 4)):
        seller = c.choice(town.young + town.adults)
        for buyer in c.sample(town.grown() + town.youths + town.outsiders, k=c.randint(1, 9)):
            if buyer is not seller:
                desk.pay(
                    buyer,
                    seller,
                    c.randrange(LENGTH),
                    c.gauss(20.5, 2.3),
                    round(c.around(38, 0.8)),
                    HOBBY,
                    words=("marktplaats", "ticket", "fiets", "telefoon", "verzendkosten"),
                    instant=0.85,
                )
