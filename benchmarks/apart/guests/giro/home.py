"""Ordinary life at home: rent, dues, shared meals, collections among neighbours, loans, pocket money."""

from __future__ import annotations

from .days import LENGTH
from .kinds import BILL, COLLECTION, ORDINARY
from .town import Town

_MEALS = (
    "tikkie",
    "pizza",
    "etentje",
    "boodschappen",
    "taxi",
    "cadeau Sanne",
    "weekendje weg",
    "lunch",
    "benzine",
    "bier vrijdag",
)
_CLUB = ("contributie", "teamuitje", "cadeau juf", "kamp", "buurtbbq", "kleding team")


def rent(town: Town) -> None:
    """Landlords large and small; old tenants never change the words, the smallest landlords are cousins."""
    c = town.chance
    landlords = [town.register.outsider(name=f"Woonstede {i + 1}") for i in range(town.scaled(25, 3))]
    landlords += [c.choice(town.adults) for _ in range(town.scaled(350, 6))]
    for payer in town.grown():
        if c.hit(0.42):
            hub = c.choice(landlords[: max(3, len(landlords) // 8)] if c.hit(0.7) else landlords)
            if hub is not payer:
                sum_ = round(c.around(690 * payer.wealth**0.5, 0.25), 2 if c.hit(0.5) else 0)
                start = 0 if c.hit(0.8) else c.randrange(LENGTH)
                due = c.choice((1, 1, 25, 26, 27, 28))
                town.desk.stand(
                    payer, hub, sum_, BILL, day_of_month=due, word="huur" if c.hit(0.8) else None, start=start
                )


def shared_meals(town: Town) -> None:
    """Payment requests in a circle: small, evening, instant; one person tends to advance the money for all."""
    c, desk = town.chance, town.desk
    for circle in town.circles:
        customers = [one for one in circle if one.customer]
        advancer = c.choice(customers)
        for _ in range(c.count(9 if circle[0].age < 30 else 4.5)):
            host = advancer if c.hit(0.5) else c.choice(circle)
            day, hour = c.randrange(LENGTH), c.gauss(20.5, 2.0)
            share = round(c.around(12.0 if host.age < 26 else 19.0, 0.6), 2)
            for guest in circle:
                if guest is not host and (guest.customer or host.customer) and c.hit(0.6):
                    desk.pay(
                        guest,
                        host,
                        day + c.randrange(3),
                        hour + c.uniform(0, 3),
                        share,
                        ORDINARY,
                        words=_MEALS,
                        instant=0.9,
                    )


def bills(town: Town) -> None:
    """The garage, the dentist, the plumber, a cousin's old bicycle."""
    c, desk = town.chance, town.desk
    shops = [town.register.outsider(name=f"Bedrijf {i + 1}") for i in range(town.scaled(420, 12))]
    for payer in town.grown():
        for _ in range(c.count(2.6)):
            desk.pay(
                payer,
                c.choice(shops),
                c.randrange(LENGTH),
                desk.spare_hour(payer),
                round(c.around(74, 0.9), 2),
                ORDINARY,
                words=(f"factuur {c.randrange(1000, 99999)}", "nota", "reparatie"),
                instant=0.3,
            )


def collections(town: Town) -> None:
    """Treasurers and neighbours who gather the same small sum from many within days, and again next season."""
    c, desk = town.chance, town.desk
    for _ in range(town.scaled(170, 3)):
        keeper = c.choice(town.grown() if c.hit(0.85) else town.youths)
        peers = town.youths + town.young if keeper.age < 26 else town.adults
        members = c.sample(peers, k=min(len(peers), c.randint(8, 40)))
        for _ in range(c.randint(1, 4)):
            day, share = c.randrange(LENGTH), float(c.choice((5, 7.5, 10, 12.5, 15, 20, 25, 40, 65)))
            for member in members:
                if member is not keeper and c.hit(0.75):
                    late = int(c.expovariate(0.3))
                    desk.pay(
                        member,
                        keeper,
                        day + late,
                        desk.spare_hour(member),
                        share,
                        COLLECTION,
                        words=_CLUB,
                        instant=0.85,
                    )


def loans(town: Town) -> None:
    """Debts to a friend paid off by the month; some pay when they can, late and by halves."""
    c, desk = town.chance, town.desk
    everybody = town.grown()
    for payer in c.sample(everybody, k=town.scaled(420, 5)):
        lender = c.choice(everybody)
        if lender is payer:
            continue
        part, start = float(c.choice((25, 50, 75, 100, 150))), c.randrange(LENGTH)
        if c.hit(0.6):
            desk.stand(
                payer, lender, part, ORDINARY, day_of_month=min(28, payer.payday + 2), word="aflossing", start=start
            )
            continue
        for _ in range(c.randint(3, 9)):
            desk.pay(
                payer,
                lender,
                start,
                desk.spare_hour(payer),
                part * c.choice((0.5, 1, 1)),
                ORDINARY,
                words=("aflossing", "lening"),
            )
            start += c.randint(12, 50)


def pocket_money(town: Town) -> None:
    """Parents and grandparents; the first by standing order, the second when there is something to praise."""
    c, desk = town.chance, town.desk
    elders = [adult for adult in town.adults if adult.age > 62]
    for youth in town.youths:
        parent = town.parents.get(youth.id)
        if parent is not None:
            if c.hit(0.3):
                desk.stand(
                    parent,
                    youth,
                    float(c.choice((3, 4, 5, 6))),
                    ORDINARY,
                    day_of_month=1,
                    word="zakgeld",
                    weekly=c.choice((4, 5)),
                )
            elif c.hit(0.8):
                desk.stand(
                    parent,
                    youth,
                    float(c.choice((20, 25, 30, 40, 60))),
                    ORDINARY,
                    day_of_month=c.choice((1, 25)),
                    word="kleedgeld",
                )
            for _ in range(c.count(2)):
                desk.pay(
                    parent,
                    youth,
                    c.randrange(LENGTH),
                    desk.spare_hour(parent),
                    float(c.choice((5, 10, 15, 20))),
                    ORDINARY,
                    instant=0.95,
                )
        if elders and c.hit(0.3):
            elder = c.choice(elders)
            for _ in range(c.randint(1, 4)):
                desk.pay(
                    elder,
                    youth,
                    c.randrange(LENGTH),
                    c.uniform(9, 17),
                    float(c.choice((10, 20, 25, 50))),
                    ORDINARY,
                    words=("rapport", "verjaardag", "van oma", "gefeliciteerd"),
                    instant=0.5,
                )


def young_earners(town: Town) -> None:
    """Teenagers who babysit, mow and sell what they outgrew: unrelated adults pay a minor, often late."""
    c, desk = town.chance, town.desk
    for earner in c.sample(town.youth_of(13, 17), k=min(len(town.youth_of(13, 17)), town.scaled(130, 3))):
        for adult in c.sample(town.adults, k=c.randint(1, 6)):
            day = c.randrange(LENGTH)
            for _ in range(1 + c.count(2.5)):
                sum_ = float(c.choice((10, 15, 20, 25, 30, 35)))
                desk.pay(
                    adult,
                    earner,
                    day,
                    c.gauss(22.3, 1.9),
                    sum_,
                    ORDINARY,
                    words=("oppas", "bijles", "tuin", "vinted", "bedankt"),
                    instant=0.9,
                )
                day += c.randint(5, 40)
