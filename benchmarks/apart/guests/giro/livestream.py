"""Live-streamed abuse: households that are paid, and payers who come by dating sites or word of mouth.

A session is agreed when both ends are awake and the payer is alone: for most that is late evening, for some the hour
before work or a free weekday. The price is bargained, half often paid before and half after.
"""

from __future__ import annotations

from dataclasses import dataclass

from .days import LENGTH
from .kinds import FAMILY, LIVESTREAM
from .names import full_name
from .people import Party
from .places import COUNTRIES
from .town import Town

_WORDS = (
    "gift",
    "school fees",
    "medicine",
    "birthday",
    "help",
    "family support",
    "uniform",
    "for you",
    "load",
    "treat",
)
_PRICES = ((10, 1), (15, 2), (20, 4), (25, 4), (30, 4), (40, 3), (50, 4), (75, 1.5), (100, 1.2), (150, 0.5))


@dataclass(slots=True)
class Ring:
    """A household: who arranges comes first, then relatives whose accounts take what the first cannot."""

    label: str
    accounts: list[Party]
    closed: list[int]
    """The day from which each account no longer takes payments (a full wallet, a lost SIM, a wary relative)."""

    def open_on(self, day: int) -> list[Party]:
        """Accounts in use; the last one stays when all others are gone."""
        return [a for a, end in zip(self.accounts, self.closed, strict=True) if day < end] or self.accounts[-1:]


def _rings(town: Town, number: int) -> list[Ring]:
    """Households in several countries; some take euros through the account of an e-money app in Lithuania."""
    c, rings = town.chance, []
    for i in range(number):
        land = c.weighted((("PH", 7), ("TH", 1), ("CO", 1.2), ("RO", 1), ("DO", 0.5), ("GH", 0.4)))
        culture, family = COUNTRIES[land].culture, None
        accounts: list[Party] = []
        for turn in range(c.weighted(((1, 3), (2, 4), (3, 2), (5, 1)))):
            name = full_name(culture, c, woman=c.hit(0.75), family=family if c.hit(0.55) else None)
            family = family or name.split()[-1]
            account = town.register.outsider("LT" if c.hit(0.15) else land, name=name)
            if turn and c.hit(0.25):
                account.person = accounts[0].person  # The same woman under a new number.
                account.name = accounts[0].name
            accounts.append(account)
        ends = [LENGTH if c.hit(0.6) else c.randint(60, LENGTH) for _ in accounts]
        rings.append(Ring(f"ring-{i + 1}", accounts, ends))
    return rings


def _aunts(town: Town, rings: list[Ring]) -> None:
    """A household also lives on what a relative in Europe sends, who knows nothing."""
    c, desk = town.chance, town.desk
    for ring in rings:
        if c.hit(0.5):
            aunt = c.choice(town.adults)
            for month in range(c.randint(3, 12)):
                desk.pay(
                    aunt,
                    ring.accounts[0],
                    30 * month + c.randrange(6),
                    desk.spare_hour(aunt),
                    float(c.choice((50, 80, 100, 150))),
                    FAMILY,
                    words=("family support", "school fees"),
                )


def _session_hour(town: Town, habit: str) -> float:
    """The hour a payer is alone."""
    c = town.chance
    if c.hit(0.2):
        return c.uniform(9, 24)
    if habit == "late":
        return c.gauss(24.2, 1.5)
    return c.gauss(6.4, 0.6) if habit == "early" else c.gauss(13.5, 2.5)


def _session(town: Town, payer: Party, payee: Party, *, day: int, habit: str, price: float, ring: Ring) -> None:
    """One evening: at once, in halves, or with more asked for on the way."""
    c, desk, hour = town.chance, town.desk, _session_hour(town, habit)
    way = c.weighted((("once", 0.66), ("halves", 0.2), ("more", 0.14)))
    parts = (
        [price]
        if way == "once"
        else [price / 2, price / 2]
        if way == "halves"
        else [price, c.choice((10.0, 15.0, 20.0))]
    )
    for part in parts:
        desk.pay(
            payer,
            payee,
            day,
            hour,
            max(5.0, round(part)),
            LIVESTREAM,
            words=_WORDS,
            group=ring.label,
            instant=0.9,
            in_local=0.3,
        )
        hour += c.uniform(0.25, 1.3)


def _year(town: Town, payer: Party, known: list[Ring], sessions: int) -> None:
    """Sessions of one payer: dearer and closer together the longer it lasts; a journey interrupts the heaviest."""
    c = town.chance
    habit = c.weighted((("late", 0.7), ("early", 0.12), ("day", 0.18)))
    twin = town.register.second_account(payer) if sessions > 6 and c.hit(0.25) else None
    day = float(c.randint(-40, 300) if sessions < 12 else c.randint(-40, 90))
    gap, dearer = c.around(min(19.0, 330 / sessions), 0.4), c.uniform(1.0, 1.03)
    favourite = known[0]
    level = c.around(1.0, 0.25)
    journey = c.randint(12, 40)
    for turn in range(sessions):
        ring = favourite if c.hit(0.55) else c.choice(known)
        payees = ring.open_on(int(day))
        payee = payees[0] if c.hit(0.7) else c.choice(payees)
        price = round(c.weighted(_PRICES) * level * min(2.5, dearer**turn) / 5) * 5.0
        account = twin if twin is not None and (turn > sessions // 2 or c.hit(0.2)) else payer
        _session(town, account, payee, day=int(day), habit=habit, price=max(10.0, price), ring=ring)
        if turn == journey and c.hit(0.5):
            town.desk.pay(
                account,
                payee,
                int(day) + 3,
                c.uniform(17, 23),
                float(c.choice((200, 300, 400))),
                LIVESTREAM,
                words=("accommodation", "ticket"),
                group=ring.label,
            )
            day += c.randint(20, 32)
        day += max(0.6, c.around(gap, 0.7))
        gap = max(3.0, gap * c.uniform(0.94, 1.0))


def _as_family(town: Town, payer: Party, ring: Ring) -> None:
    """A payer who keeps one household by the month, like an uncle: nothing but the company shows it."""
    c, desk = town.chance, town.desk
    payer.imitates = True
    for month in range(c.randint(4, 12)):
        desk.pay(
            payer,
            ring.accounts[0],
            payer.payday % 28 - 23 + 30 * month + c.randrange(4),
            desk.spare_hour(payer),
            float(c.choice((50, 60, 75, 100))),
            LIVESTREAM,
            words=_WORDS,
            group=ring.label,
        )


def livestream(town: Town) -> None:
    """All rings and their payers."""
    c = town.chance
    rings = _rings(town, town.scaled(11, 2))
    _aunts(town, rings)
    drawing = [(ring, c.around(1.0, 0.7)) for ring in rings]
    pool = [a for a in town.adults if 27 <= a.age <= 82]
    picks = c.choices(pool, weights=[3.0 if 42 <= a.age <= 68 else 1.0 for a in pool], k=town.scaled(40, 4))
    for payer in dict.fromkeys(picks):
        if c.hit(0.08):
            lone = _rings(town, 1)[0]  # Nobody else here pays this household: other banks' customers do.
            lone.label = f"lone-{payer.id}"
            known = [lone]
        else:
            wanted = c.weighted(((1, 0.4), (2, 0.3), (3, 0.18), (5, 0.12)))
            known = list({ring.label: ring for ring in (c.weighted(drawing) for _ in range(wanted))}.values())
        if c.hit(0.1):
            _as_family(town, payer, known[0])
        else:
            few = c.hit(0.25)
            _year(town, payer, known, c.randint(1, 3) if few else min(90, max(4, round(c.around(9, 1.15)))))
