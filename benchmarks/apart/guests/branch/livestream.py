"""Purchase of live-streamed abuse: households that are paid, and those who pay them.

A household becomes known on chat sites and by word of mouth among payers, so a few households are known to many payers
and most to one or two. Whoever has a document collects; when the pick-up counter asks about the many foreign senders,
a relative or neighbour goes for some months. A payer first tries with a small sum, then comes back sooner and pays
more, takes up a second household when the first stops answering, and may fly there. Some evenings are paid in two parts
to two names, since a counter at home asks questions of a name that was paid the same day.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .days import SPAN, paydays
from .ledger import ROUND_RECEIVED, ROUND_SENT, Ledger
from .names import surname
from .people import Payer, People, Receiver
from .places import PAYOUT_AT, PAYOUTS

_HOMES = ("PH", "TH", "CO", "RO", "DO", "GH", "KE", "UA")
_SHARES = np.cumsum([58, 10, 9, 8, 6, 4, 3, 2])


@dataclass(slots=True)
class House:
    """A household that is paid: who collects (in turns of `turn` days), from when to when, its usual price in USD."""

    collectors: list[Receiver]
    group: int
    opens: int
    closes: int
    turn: int
    price: float

    def collector(self, rng: np.random.Generator, when: int) -> Receiver:
        """Who goes to the counter: whose turn it is, or one time in five whoever is at home."""
        turn = (when // self.turn) % len(self.collectors)
        if rng.random() < 0.2:
            turn = int(rng.integers(len(self.collectors)))
        return self.collectors[turn]


def open_houses(people: People, ledger: Ledger, payers: int) -> list[House]:
    """About one household for every two payers, the first ones the best known."""
    rng, houses = people.rng, []
    for number in range(max(3, round(payers * 0.55))):
        place = PAYOUT_AT[_HOMES[int(np.searchsorted(_SHARES, rng.random() * _SHARES[-1], side="right"))]]
        name = surname(rng, PAYOUTS[place].culture)
        head = people.receiver(place, family=name, age=(22, 48), aliases=0.35)
        members = [head]
        for _ in range(int(rng.choice([0, 1, 2, 3], p=[0.3, 0.35, 0.22, 0.13]))):
            kin = rng.random() < 0.6
            shared = head.phone if rng.random() < 0.45 else None
            city = head.city if rng.random() < 0.8 else None
            members.append(people.receiver(place, city, name if kin else None, (18, 62), shared, aliases=0.35))
        opens = -60 if rng.random() < 0.5 else int(rng.integers(0, 330))
        closes = SPAN if rng.random() < 0.6 else opens + int(rng.integers(120, 420))
        price = float(rng.lognormal(np.log(31), 0.3))
        houses.append(House(members, ledger.group(f"house-{number}"), opens, closes, int(rng.integers(50, 160)), price))
    return houses


def _known(rng: np.random.Generator, houses: list[House], when: int) -> House:
    """The household that answers: by fame among those that are open."""
    house = houses[int(len(houses) * rng.random() ** 1.7)]
    for _ in range(12):
        if house.opens <= when <= house.closes:
            break
        house = houses[int(len(houses) * rng.random() ** 1.7)]
    return house


def _visits(rng: np.random.Generator, n: int) -> tuple[np.ndarray, int]:
    """Days of the visits, and which one comes before a journey (-1: none).

    Gaps are of about three weeks at first, of days later; while the payer travels there is no visit.
    """
    quickest = float(rng.uniform(2, 9)) if n > 8 else float(rng.uniform(6, 20))
    gaps = rng.exponential(1, n) * np.linspace(float(rng.uniform(14, 30)), quickest, n)
    journey = int(n * rng.uniform(0.6, 0.95)) if n > 7 and rng.random() < 0.35 else -1
    if journey >= 0:
        gaps[min(journey + 1, n - 1)] += float(rng.integers(14, 35))
    start = int(rng.integers(-30, SPAN - 60)) if n < 25 else int(rng.integers(-60, 60))
    days = start + np.cumsum(gaps)
    # Whoever would outlast the calendar simply pays more often.
    if days[-1] >= SPAN:
        days = start + (days - start) * (SPAN - 1 - start) / (days[-1] - start)
    return np.maximum(days, 0).astype(np.int64), journey


def _buy(people: People, ledger: Ledger, payer: Payer, houses: list[House], stays: float) -> None:
    """The career of one payer; `stays` is the chance to return to the household of the last visit."""
    rng = people.rng
    n = int(np.clip(rng.lognormal(np.log(7), 1.45), 1, 240))
    days, journey = _visits(rng, n)
    rise = float(rng.uniform(0.1, 0.9)) if n > 3 else 0.0
    # Whoever pays often has learnt the price; whoever comes a few times pays what is asked.
    generous = float(rng.lognormal(0, 0.4)) * (0.8 if n > 60 else 1.0 if n > 10 else 1.45)
    late = float(rng.uniform(0.35, 0.85))
    rounding = ROUND_RECEIVED if rng.random() < 0.5 else ROUND_SENT
    house = _known(rng, houses, int(days[0]))
    for position, when in enumerate(days):
        if rng.random() > stays or not house.opens <= when <= house.closes:
            house = _known(rng, houses, int(when))
        total = house.price * generous * np.exp(rise * position / n) * rng.lognormal(0, 0.35)
        if rng.random() < 0.06:
            # A birthday, a telephone, the rent: what keeps a household well disposed.
            total *= float(rng.uniform(2.5, 6))
        if position == journey:
            # Money ahead for a room and a driver before the payer flies there.
            total = float(rng.uniform(220, 800))
        split = rng.random() < 0.12
        for part in range(1 + split):
            receiver = house.collector(rng, int(when) + part * house.turn)
            sums = np.array([total * (0.6 if split else 1.0)])
            ledger.add(
                payer,
                receiver,
                np.array([when]),
                sums,
                "facilitation",
                late=late,
                rounding=rounding,
                group=house.group,
                slip=0.03,
            )


def _sponsor(people: People, ledger: Ledger, payer: Payer, house: House) -> None:
    """The benefactor: an allowance each month to one receiver, as a partner would pay, and small evenings between."""
    rng, head = people.rng, house.collectors[0]
    first = max(0, house.opens)
    days = paydays(rng, payer, first, min(SPAN - 1, house.closes), 0.8)
    base = float(rng.uniform(70, 160))
    ledger.add(payer, head, days, base * rng.lognormal(0, 0.12, len(days)), "facilitation", group=house.group)
    extra = rng.integers(first, min(SPAN, house.closes), int(rng.integers(2, 9)))
    sums = house.price * rng.lognormal(0, 0.3, len(extra))
    ledger.add(payer, head, extra, sums, "facilitation", late=0.6, rounding=ROUND_RECEIVED, group=house.group)
    ledger.imitators.add(("originator", payer.index))


def run(people: People, ledger: Ledger, payers: list[Payer]) -> None:
    """Let the payers find their households; the households also have honest kin and admirers abroad."""
    rng = people.rng
    houses = open_houses(people, ledger, len(payers))
    for payer in payers:
        kind = rng.random()
        if kind < 0.14:
            _sponsor(people, ledger, payer, houses[int(rng.integers(len(houses)))])
        else:
            _buy(people, ledger, payer, houses, 0.45 if kind < 0.4 else 0.88)
    for house in houses:
        head = house.collectors[0]
        if rng.random() < 0.3:
            # An aunt abroad who feeds the same household and knows nothing of it.
            aunt = people.payer(people.adult(28, 62), head.place, head.family if rng.random() < 0.5 else None)
            days = paydays(rng, aunt, 0, SPAN - 1, 0.7)
            sums = 130 * aunt.wealth * rng.lognormal(0, 0.2, len(days))
            ledger.add(aunt, house.collectors[-1], days, sums, "family_receiver", group=house.group)
        if rng.random() < 0.25:
            # An admirer who courts the adult and knows nothing either: a few weeks of small gifts, then an allowance.
            admirer = people.payer(people.adult(28, 70))
            start = int(rng.integers(0, SPAN - 120))
            gifts = start + rng.integers(0, 60, int(rng.integers(2, 7)))
            sums = rng.lognormal(np.log(55), 0.4, len(gifts))
            ledger.add(admirer, head, gifts, sums, "partner_receiver", late=0.4, group=house.group)
            pay = paydays(rng, admirer, start + 45, start + int(rng.integers(60, 400)), 0.8)
            ledger.add(
                admirer, head, pay, float(rng.lognormal(np.log(150), 0.3)), "partner_receiver", group=house.group
            )
