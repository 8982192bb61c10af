"""Love at a distance: partners who were met on holiday or in a chat, and those who only pretended."""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.bureau import words
from benchmarks.apart.guests.bureau.moments import every, mixed, monthly, season, some
from benchmarks.apart.guests.bureau.people import Person
from benchmarks.apart.guests.bureau.stage import Kind, Stage
from benchmarks.apart.guests.bureau.sums import chosen, sent, spread
from benchmarks.apart.guests.bureau.year import DAYS

PARTNER: Final = Kind("partner_abroad", "partner_receiver")
_INLAW: Final = Kind("partner_abroad", "family_receiver")
_FRAUD: Final = Kind("romance_fraud_victim", "romance_fraud_receiver")
_PLACES: Final = ("PH", "TH", "CO", "KE", "UA", "BR", "TR", "GB", "SE", "DO", "ID")
_WEIGHTS: Final = np.array([0.34, 0.22, 0.06, 0.05, 0.07, 0.05, 0.05, 0.05, 0.04, 0.03, 0.04])


def partners(stage: Stage, rng: np.random.Generator) -> None:
    """Give some adults a partner abroad; older men look to Asia more often than others."""
    kept: dict[str, list[int]] = {}
    for entry in stage.orders:
        if entry.kind.receiver == "family_receiver":
            kept.setdefault(stage.receivers[entry.receiver].country, []).append(entry.receiver)
    chatters = {
        place: [stage.private(rng, place, male=0.2, age=(20, 42)) for _ in range(stage.many(14, 2))]
        for place in _PLACES[:4]
    }
    for person in stage.people:
        chance = 0.055 if person.native and person.male and person.age > 35 else 0.018
        if person.age >= 19 and rng.random() < chance:
            if rng.random() < 0.2:
                _chats(stage, rng, person, chatters)
            else:
                _partner(stage, rng, person, kept)


def _partner(stage: Stage, rng: np.random.Generator, person: Person, kept: dict[str, list[int]]) -> None:
    """Begin with small gifts, grow into a monthly household, visit twice a year; perhaps part."""
    place = _PLACES[int(rng.choice(len(_PLACES), p=_WEIGHTS / _WEIGHTS.sum()))]
    if kept.get(place) and rng.random() < 0.14:
        # Met through a colleague: she has a cousin here who sends money as well.
        partner = kept[place][int(rng.integers(len(kept[place])))]
    else:
        partner = stage.private(rng, place, male=0.2 if person.male else 0.85, age=(21, 52))
    known = rng.random() < 0.45
    first = 0 if known else int(rng.integers(0, DAYS - 90))
    last = DAYS if rng.random() < 0.7 else int(rng.integers(first + 40, DAYS + 1))
    visits = [int(day) for day in np.arange(first + rng.integers(60, 150), last, rng.integers(120, 220))]
    person.trips.extend((day, day + int(rng.integers(12, 35))) for day in visits)
    channel = ("online", "platform", "bank", "agent")[int(rng.choice(4, p=[0.55, 0.18, 0.17, 0.1]))]
    gifts_until = first if known else first + 120
    gifts = every(rng, float(rng.uniform(5, 18)), first, min(gifts_until, last), 1.0)
    base = 2400 * person.purse
    if gifts.size:
        growth = np.linspace(0.14, 0.6, gifts.size)
        sums = chosen(rng, spread(rng, base, 0.35, gifts.size) * growth, place, 0.4)
        minutes = mixed(rng, gifts, "late", person.owl, 0.35)
        stage.order(person.number, partner, minutes, sums, kind=PARTNER, channel=channel, words=words.PARTNER)
    rent = monthly(rng, person.payday, 2, 0.06, (gifts_until, last))
    extras = every(rng, float(rng.uniform(14, 45)), gifts_until, last, 0.8)
    for days, middle in ((rent, base), (extras, base * 0.3)):
        if days.size:
            sums = chosen(rng, spread(rng, middle, 0.3, days.size), place, 0.25)
            minutes = mixed(rng, days, "evening", person.owl, 0.4)
            # Together there is no need to send anything.
            apart = ~np.array([any(a <= day < b for a, b in person.trips) for day in days])
            sent_apart = sums._replace(amounts=sums.amounts[apart])
            stage.order(
                person.number, partner, minutes[apart], sent_apart, kind=PARTNER, channel=channel, words=words.PARTNER
            )
    if rng.random() < 0.4:
        inlaw = stage.private(rng, place, male=0.35, age=(18, 70))
        days = some(rng, int(rng.integers(1, 9)), first, last)
        sums = chosen(rng, spread(rng, 900, 0.6, days.size), place, 0.5)
        stage.order(
            person.number,
            inlaw,
            mixed(rng, days, "evening", person.owl),
            sums,
            kind=_INLAW,
            channel=channel,
            words=words.KIN,
        )


def _chats(stage: Stage, rng: np.random.Generator, person: Person, chatters: dict[str, list[int]]) -> None:
    """Court several grown people in chats: a little to each, late in the evening, seldom for long.

    Some of those courted keep several friends in one country, who know nothing of each other.
    """
    place = _PLACES[int(rng.choice(4, p=[0.55, 0.25, 0.12, 0.08]))]
    channel = "online" if rng.random() < 0.7 else "platform"
    for _ in range(int(rng.integers(2, 8))):
        start = int(rng.integers(0, DAYS - 10))
        if rng.random() < 0.45:
            friend = chatters[place][int(rng.integers(len(chatters[place])))]
        else:
            friend = stage.private(rng, place, male=0.1 if person.male else 0.85, age=(20, 45))
        days = every(rng, float(rng.uniform(3, 15)), start, min(start + int(rng.integers(10, 120)), DAYS), 0.9)
        if days.size:
            sums = chosen(rng, spread(rng, 420 * person.purse, 0.5, days.size), place, 0.45)
            minutes = mixed(rng, days, "late", person.owl, 0.3)
            stage.order(person.number, friend, minutes, sums, kind=PARTNER, channel=channel, words=words.PARTNER)


def romance_frauds(stage: Stage, rng: np.random.Generator) -> list[int]:
    """Let crews draw growing sums from lonely people; give the accounts that they use, for others hire them too."""
    crews = [
        [stage.private(rng, place, male=0.6, age=(20, 45)) for _ in range(int(rng.integers(2, 6)))]
        for place in rng.choice(
            ["NG", "GH", "CI", "MY", "TR", "GB"], stage.many(16, 2), p=[0.4, 0.2, 0.1, 0.1, 0.1, 0.1]
        )
    ]
    lonely = [p for p in stage.people if p.age > 44]
    for index in rng.choice(len(lonely), min(stage.many(60, 4), len(lonely)), replace=False):
        person = lonely[int(index)]
        crew = crews[int(rng.integers(len(crews)))]
        start, length = int(rng.integers(0, DAYS - 40)), int(rng.integers(40, 320))
        days = every(rng, float(rng.uniform(4, 20)), start, min(start + length, DAYS), 1.2)
        if not days.size:
            continue
        growth = np.linspace(0.25, float(rng.uniform(2, 6)), days.size)
        amounts = spread(rng, 4500 * person.purse, 0.5, days.size) * growth
        channel = ("bank", "online", "agent")[int(rng.choice(3, p=[0.5, 0.35, 0.15]))]
        # One account is named at first; "my lawyer" and "the clinic" follow when a bank has asked questions.
        turns = np.sort(rng.random(days.size)) if rng.random() < 0.5 else np.zeros(days.size)
        used = np.minimum((turns * len(crew)).astype(np.int64), len(crew) - 1)
        for index_used in np.unique(used):
            mine = used == index_used
            minutes = mixed(rng, days[mine], "errand", person.owl, 0.5)
            mule = crew[int(index_used)]
            stage.order(
                person.number, mule, minutes, sent(amounts[mine]), kind=_FRAUD, channel=channel, words=words.TROUBLE
            )
    return [mule for crew in crews for mule in crew]


def friends(stage: Stage, rng: np.random.Generator) -> None:
    """Let people settle debts with friends and cousins abroad; in trouble several sums go in one day."""
    kind = Kind("ordinary", "ordinary")
    for person in stage.people:
        if rng.random() > (0.16 if person.age < 35 else 0.06):
            continue
        place = ("SE", "DK", "GB", "DE", "ES", "US", "PH", "TH", "NG")[int(rng.integers(9))]
        friend = stage.private(rng, place, male=0.5, age=(17, 60))
        if rng.random() < 0.15:
            days = np.full(int(rng.integers(2, 5)), int(rng.integers(0, DAYS - 1)), dtype=np.int64)
            text = words.TROUBLE
        else:
            days, text = some(rng, int(rng.integers(1, 6)), *season(rng)), words.ONE_OFF
        sums = chosen(rng, spread(rng, 520 * person.purse, 0.7, days.size), place, 0.3)
        channel = "platform" if rng.random() < 0.5 else "online"
        stage.order(
            person.number,
            friend,
            mixed(rng, days, "evening", person.owl, 0.4),
            sums,
            kind=kind,
            channel=channel,
            words=text,
        )
