"""Families across borders: who supports whom, on which day, and what makes them pay out of turn."""

from __future__ import annotations

from .days import CHRISTMAS, FEAST_OF_RAMADAN, LENGTH, SCHOOL_OPENS_IN_MANILA, TYPHOON, month_days
from .kinds import FAMILY, HUB
from .names import full_name, surname
from .people import Party
from .places import COUNTRIES, HOME, by_partner
from .town import Town

_WORDS = (
    "family support",
    "school fees",
    "medical bills",
    "gift",
    "birthday",
    "allowance",
    "rent",
    "load",
    "for mama",
    "food",
    "tuition",
)
_FEASTS = {"MA": FEAST_OF_RAMADAN, "TR": FEAST_OF_RAMADAN, "ID": FEAST_OF_RAMADAN}


def _kin(town: Town, land: str, family: str) -> list[Party]:
    """A mother first, then siblings, in-laws under other names, and a niece with only a wallet."""
    c = town.chance
    culture = COUNTRIES[land].culture
    names = [
        full_name(culture, c, woman=True if i == 0 else None, family=family if c.hit(0.65) else None)
        for i in range(c.randint(1, 5))
    ]
    return [town.register.outsider(land, name=name) for name in names]


def _support(town: Town, payer: Party, kin: list[Party], group: str, share: float) -> None:
    """One supporter's year: the main receiver by the month, the others when asked."""
    c, desk = town.chance, town.desk
    land = kin[0].country
    base = max(25.0, round(c.around(165, 0.6) * payer.wealth * share / 5) * 5)
    if not by_partner(land) and c.hit(0.5):
        desk.stand(
            payer,
            kin[0],
            base,
            FAMILY,
            day_of_month=min(28, payer.payday + 1),
            word="pomoc" if land == "PL" else None,
            group=group,
        )
    elif c.hit(0.8):
        for payday in month_days(payer.payday):
            if c.hit(0.85):
                desk.pay(
                    payer,
                    kin[0],
                    payday + int(c.expovariate(0.5)),
                    desk.spare_hour(payer),
                    base * c.choice((1, 1, 1, 0.8, 1.2)),
                    FAMILY,
                    words=_WORDS,
                    group=group,
                )
    else:
        # Poorer supporters pay by the week, what is left.
        day = c.randrange(10)
        while day < LENGTH:
            desk.pay(
                payer,
                kin[0],
                day,
                desk.spare_hour(payer),
                float(c.choice((20, 25, 30, 40, 50, 60))),
                FAMILY,
                words=_WORDS,
                group=group,
            )
            day += c.randint(5, 16)
    for relative in kin[1:]:
        for _ in range(c.count(3.0)):
            day = c.randrange(LENGTH)
            if c.hit(0.5):
                day = c.choice(month_days(payer.payday)) + c.randrange(4)
            desk.pay(
                payer,
                relative,
                day,
                desk.spare_hour(payer),
                float(c.choice((15, 20, 25, 30, 50, 50, 75, 100, 150))),
                FAMILY,
                words=_WORDS,
                group=group,
            )
    _out_of_turn(town, payer, kin, group, base)


def _out_of_turn(town: Town, payer: Party, kin: list[Party], group: str, base: float) -> None:
    """Storm, feast, school and hospital: the hospital calls when it is day over there and night here."""
    c, desk = town.chance, town.desk
    land = kin[0].country
    if land == "PH" and c.hit(0.45):
        for relative in kin:
            desk.pay(
                payer,
                relative,
                c.randint(*TYPHOON),
                c.uniform(6, 27),
                float(c.choice((30, 50, 80, 100))),
                FAMILY,
                words=("typhoon", "roof", "food"),
                group=group,
            )
    if land == "PH" and c.hit(0.4):
        desk.pay(
            payer,
            c.choice(kin),
            c.randint(*SCHOOL_OPENS_IN_MANILA),
            desk.spare_hour(payer),
            base * 0.6,
            FAMILY,
            words=("school fees", "uniform"),
            group=group,
        )
    if c.hit(0.5):
        desk.pay(
            payer,
            c.choice(kin),
            c.randint(*_FEASTS.get(land, CHRISTMAS)),
            desk.spare_hour(payer),
            base,
            FAMILY,
            words=("gift", "for the feast"),
            group=group,
        )
    for _ in range(c.count(0.5)):
        day, hour = c.randrange(LENGTH), c.uniform(22, 30)
        for _ in range(c.randint(1, 3)):
            desk.pay(
                payer,
                c.choice(kin),
                day,
                hour,
                float(c.choice((20, 40, 50, 100, 200))),
                FAMILY,
                words=("medical bills", "hospital", "emergency"),
                group=group,
            )
            hour += c.uniform(0.3, 16)


def families(town: Town) -> None:
    """Migrants and the siblings, spouses and cousins here who pay the same household there."""
    c = town.chance
    movers = [adult for adult in town.grown() if adult.origin != HOME and adult.age > 19]
    natives = [adult for adult in town.adults if adult.origin == HOME]
    number = 0
    while movers:
        payer = movers.pop()
        if not c.hit(0.52):
            continue
        number += 1
        group = f"family-{number}"
        kin = _kin(town, payer.origin, payer.name.split()[-1])
        helpers = [payer]
        if c.hit(0.25):
            helpers += [m for m in movers[-60:] if m.origin == payer.origin][: c.randint(1, 4)]
        if c.hit(0.12):
            helpers.append(c.choice(natives))  # A spouse from here, whose account the couple uses.
        for helper in helpers:
            _support(town, helper, kin, group, 1.0 if helper is payer else 0.5)
    for number, native in enumerate(c.sample(natives, k=town.scaled(90, 2))):
        # A wife's family abroad: the man of fifty pays her mother, sisters and nephews, a little to each.
        land = c.weighted((("PH", 4), ("TH", 3), ("CO", 1), ("UA", 1), ("ID", 1), ("GH", 1)))
        _support(town, native, _kin(town, land, surname(COUNTRIES[land].culture, c)), f"inlaws-{number}", 0.7)


def hubs(town: Town) -> None:
    """Schools, clinics, landlords and agents abroad that many here pay."""
    c, desk = town.chance, town.desk
    places = [
        town.register.outsider(land, name=f"{what} {i + 1}", rail="bank")
        for i, (land, what) in enumerate(
            (
                ("PH", "Academy"),
                ("GH", "School"),
                ("TH", "Residence"),
                ("ES", "Casa"),
                ("PH", "Clinic"),
                ("TR", "Klinik"),
                ("SR", "Kantoor"),
                ("IT", "Affitti"),
                ("CO", "Colegio"),
            )
        )
    ]
    for payer in c.sample(town.grown(), k=town.scaled(330, 6)):
        hub, day = c.choice(places), c.randrange(LENGTH)
        for _ in range(c.randint(1, 8)):
            desk.pay(
                payer,
                hub,
                day,
                desk.spare_hour(payer),
                round(c.around(190, 0.6) / 5) * 5.0,
                HUB,
                words=("tuition", "rent", "invoice", "deposit", "school fees"),
            )
            day += c.choice((28, 30, 31, 60, 90))
