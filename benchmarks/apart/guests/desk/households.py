"""Money inside families and couples: stipends, needs, students, godparents abroad, partners and would-be partners."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from benchmarks.apart.guests.desk import clock
from benchmarks.apart.guests.desk.clock import DAYS, Floats
from benchmarks.apart.guests.desk.ledger import Ledger
from benchmarks.apart.guests.desk.people import STRANGER, WORKER, Payer, Receiver
from benchmarks.apart.guests.desk.places import FLOODED
from benchmarks.apart.guests.desk.sources import APPS, BANKED, CASH, CIRIPIT, FIRUL, GIRO, PLAZA, ROUNDEL, VAMA, VILLAGE

NEEDS: Final = ("medicine", "school", "wood for winter", "bani", "pentru mama", "family support", "medical bills",
                "uniform", "rata", "roof", "gift", "la multi ani", "expenses", "pensie", "help", "")  # fmt: skip
TENDER: Final = ("for you", "gift", "flowers", "rent", "te iubesc", "dentist", "phone", "dinner", "help", "ticket", "")


def stipend(rng: np.random.Generator, payer: Payer, start: float, end: float, monthly: float) -> tuple[Floats, Floats]:
    """A share of each pay, a few days after it; some forget a month, and most pause in the summer at home."""
    days = clock.paydays(payer, start, end) + rng.integers(0, 4)
    if payer.weekly and rng.random() < 0.6:
        days = days[:: int(rng.integers(2, 5))]
    kept = rng.random(len(days)) < 0.9
    if rng.random() < 0.55:
        kept &= (days < clock.SUMMER_AT_HOME[0]) | (days > clock.SUMMER_AT_HOME[1])
    days = days[kept]
    gap = 30.4 if len(days) < 2 else float(np.clip(np.median(np.diff(days)), 6, 31))
    sums = monthly * gap / 30.4 * rng.choice(np.array([1.0, 1.0, 1.0, 0.8, 1.3]), len(days))
    return days, sums


def family(ledger: Ledger) -> None:
    """A household that lives partly from abroad: one main earner and kin who join at feasts and when something breaks.

    Needs belong to the household, so that several payers answer the same illness in the same week.
    """
    crowd, rng = ledger.crowd, ledger.crowd.rng
    elder = crowd.house((*VILLAGE, CIRIPIT) if rng.random() < 0.4 else VILLAGE, (45, 78), 0.68)
    heads = [elder]
    while len(heads) < 4 and rng.random() < 0.25:
        heads.append(crowd.house((*VILLAGE, CIRIPIT, PLAZA), (18, 45), last=elder.last, town=elder.town))
    needs = [clock.EASTER - 8.0, clock.CHRISTMAS - 9.0, *clock.poisson_days(rng, 0, DAYS, 110)]
    if rng.random() < 0.45:
        needs.append(clock.SCHOOL_STARTS - 4.0)
    if elder.town in FLOODED:
        needs += [clock.FLOOD + 2.0, clock.FLOOD + 9.0]
    kin = 1 + int(rng.poisson(0.7)) + (int(rng.integers(3, 9)) if rng.random() < 0.04 else 0)
    for rank in range(kin):
        if rng.random() < 0.72 and not crowd.full(WORKER):
            payer = crowd.recruit(WORKER, (21, 61), 0.5, last=elder.last if rng.random() < 0.6 else None)
        else:
            payer = crowd.find(WORKER, (21, 61), new=0.5)
        head = heads[int(rng.integers(len(heads)))] if rank else elder
        began = 0.0 if rng.random() < 0.7 else float(rng.uniform(0, 300))
        ended = DAYS if rng.random() < 0.8 else began + float(rng.uniform(30, 250))
        if rank == 0 or rng.random() < 0.35:
            days, sums = stipend(rng, payer, began, ended, float(rng.lognormal(5.2, 0.55)) * payer.means)
            ledger.pay(payer, head, "family", clock.errand(rng, payer, days), sums, words=NEEDS)
        answered = np.array([need + rng.exponential(3.0) for need in needs if rng.random() < 0.55])
        answered = np.floor(answered[(answered >= began) & (answered < ended)])
        ledger.pay(
            payer,
            head,
            "family",
            clock.errand(rng, payer, answered),
            rng.lognormal(4.7, 0.7, len(answered)),
            words=NEEDS,
        )
        if len(heads) > 1 and rng.random() < 0.5:
            days = clock.poisson_days(rng, began, ended, 45)
            ledger.pay(
                payer,
                heads[-1],
                "family",
                clock.leisure(rng, payer, days),
                rng.lognormal(3.7, 0.6, len(days)),
                words=NEEDS,
            )


def student(ledger: Ledger) -> None:
    """A student lives from monthly money and term fees; grandparents abroad add small late surprises by telephone."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    young = crowd.house((VAMA, FIRUL, CIRIPIT), (18, 25), 0.55)
    words = ("chirie", "taxa", "school fees", "accommodation", "books", "mancare", "education", "")
    for rank in range(1 + int(rng.poisson(0.6))):
        payer = crowd.find(WORKER if rng.random() < 0.9 else STRANGER, (38, 66), new=0.5)
        if rank == 0:
            days, sums = stipend(rng, payer, 0, DAYS, float(rng.lognormal(5.3, 0.35)))
            ledger.pay(payer, young, "study", clock.errand(rng, payer, days), sums, words=words)
            fees = np.array(clock.TERM_FEES) + np.floor(rng.uniform(-8, 8, 2))
            ledger.pay(
                payer, young, "study", clock.errand(rng, payer, fees), rng.uniform(350, 900) * np.ones(2), words=words
            )
        days = clock.poisson_days(rng, 0, DAYS, 25)
        ledger.pay(
            payer, young, "study", clock.leisure(rng, payer, days), rng.lognormal(3.4, 0.5, len(days)), words=words
        )


def godparent(ledger: Ledger) -> None:
    """An older stranger who met families through a mission or a holiday and supports two or three of their children.

    No kin, several receivers, school words, regular sums: on paper the neighbour of the worst case.
    """
    crowd, rng = ledger.crowd, ledger.crowd.rng
    payer = crowd.find(STRANGER, (48, 78), 0.55, new=0.4)
    for _ in range(1 + int(rng.poisson(0.9))):
        mother = crowd.house(VILLAGE, (24, 50), 0.85)
        days, sums = stipend(rng, payer, float(rng.uniform(-200, 200)), DAYS, float(rng.lognormal(3.9, 0.4)))
        late = clock.leisure if rng.random() < 0.4 else clock.errand
        ledger.pay(
            payer,
            mother,
            "sponsor",
            late(rng, payer, days),
            sums,
            words=("school", "uniform", "for the children", "gift", "winter", ""),
        )


def courtship(ledger: Ledger, payer: Payer, receiver: Receiver, kind: str, *, start: float, hold: float) -> None:
    """One attachment: small gifts, then more and closer together, a visit (silence after a ticket), an end.

    `hold` is how many days it lasts. The sums follow closeness, which grows with a limit.
    """
    rng = ledger.crowd.rng
    days, day, first = [], start, float(rng.lognormal(3.6, 0.5))
    while day < min(start + hold, DAYS):
        days.append(day)
        day += rng.exponential(max(5.0, 24.0 / (1 + (day - start) / 80)))
    told = np.floor(np.array(days))
    closeness = 1 + 2.2 * (1 - np.exp(-(told - start) / 120))
    sums = first * closeness * payer.means * rng.lognormal(0, 0.4, len(told))
    if hold > 100 and len(told) and rng.random() < 0.6:
        visit = start + float(rng.uniform(0.4, 0.9)) * hold
        sums[max(int(np.searchsorted(told, visit)) - 1, 0)] += rng.uniform(180, 420)
        kept = (told < visit) | (told > visit + rng.uniform(6, 20))
        told, sums = told[kept], sums[kept]
    hours: Callable[[np.random.Generator, Payer, Floats], Floats]
    hours = clock.when_home_is_up if rng.random() < 0.6 else clock.leisure
    ledger.pay(payer, receiver, kind, hours(rng, payer, told), sums, words=TENDER)
    if start < clock.WOMENS_DAY < start + hold:
        ledger.pay(
            payer,
            receiver,
            kind,
            clock.leisure(rng, payer, np.array([clock.WOMENS_DAY - 1.0])),
            np.array([first * 1.5]),
            words=TENDER,
        )


def partner(ledger: Ledger) -> None:
    """A couple kept apart by work or met online; one payer, rarely a second one after the first has gone."""
    crowd, rng = ledger.crowd, ledger.crowd.rng
    loved = crowd.house((GIRO, CIRIPIT, ROUNDEL, PLAZA), (20, 52), 0.75)
    start = float(rng.uniform(-250, 280))
    for _ in range(1 + int(rng.random() < 0.15)):
        payer = crowd.find(STRANGER if rng.random() < 0.6 else WORKER, (24, 68), 0.75, new=0.5)
        hold = float(rng.lognormal(5.1, 0.8))
        courtship(ledger, payer, loved, "partner", start=start, hold=hold)
        start += hold * rng.uniform(0.8, 1.3)


def dancer(ledger: Ledger, admirers: list[Payer]) -> None:
    """An adult who dances or hosts in a club; admirers visit, keep in touch, send money, and know her colleagues too.

    Men who travel for company pay several such women at once: unrelated receivers, small sums, late hours, all adults.
    """
    crowd, rng = ledger.crowd, ledger.crowd.rng
    host = crowd.house((GIRO, BALCAN_OR_APP[int(rng.integers(2))], CIRIPIT), (19, 36), 0.92)
    for _ in range(2 + int(rng.poisson(4))):
        if admirers and rng.random() < 0.55:
            payer = admirers[int(len(admirers) * rng.random() ** 2)]
        else:
            payer = crowd.find(STRANGER, (26, 71), 0.95, new=0.4)
            admirers.append(payer)
        courtship(
            ledger, payer, host, "partner", start=float(rng.uniform(-60, 340)), hold=float(rng.lognormal(3.7, 0.9))
        )


BALCAN_OR_APP: Final = (CASH[1], PLAZA)


def romance(ledger: Ledger) -> None:
    """A fraudster who plays a lover for lonely older people: growing sums, crises, one receiving name for each of them.

    Two or three mule accounts serve the same script; a bank's phone call ends some stories early.
    """
    crowd, rng = ledger.crowd, ledger.crowd.rng
    mules = [crowd.house((*BANKED, GIRO, APPS[1]), (19, 45), 0.5) for _ in range(int(rng.integers(1, 4)))]
    for _ in range(2 + int(rng.poisson(2))):
        payer = crowd.find(STRANGER, (52, 79), 0.45, new=0.4)
        told: list[float] = []
        sums: list[float] = []
        day, want = float(rng.uniform(0, 320)), float(rng.lognormal(4.5, 0.6))
        while day < DAYS and (len(told) < 2 or rng.random() > 0.09):
            told.append(float(np.floor(day)))
            sums.append(want)
            want *= float(rng.uniform(0.95, 1.45))
            day += rng.exponential(13) + 1
        days = np.array(told)
        mule = mules[int(rng.integers(len(mules)))]
        ledger.pay(
            payer,
            mule,
            "romance",
            clock.errand(rng, payer, days),
            np.minimum(np.array(sums), 4500.0),
            words=("hospital", "customs", "ticket", "my love", "invoice", "lawyer", ""),
        )
