"""Receivers whom many pay for plain reasons: schools, landlords, clinics, charities, savings clubs, top-up agents."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import hours
from .desk import Desk
from .names import pick
from .people import Payer, Receiver, Registry
from .places import HOMES
from .seasons import DAYS, MONTHS, SCHOOL, SEPTEMBER, STORMS

_HUBS: dict[str, tuple[str, float, str]] = {
    "Academy": ("education", 320.0, "term"),
    "College": ("education", 650.0, "term"),
    "Homes": ("other", 380.0, "month"),
    "Clinic": ("medical", 150.0, "once"),
    "Travel": ("other", 260.0, "once"),
    "Recruiting": ("loan", 190.0, "month"),
    "Land Development": ("savings", 410.0, "month"),
    "Resort": ("other", 140.0, "once"),
}
"""Last word of a biller's name: purpose, usual sum, rhythm."""


@dataclass(slots=True)
class Club:
    """Neighbours abroad who save in turns; the organiser at home collects and pays out."""

    organiser: Receiver
    share: float
    day: int
    members: list[Payer]
    host: str


class Gatherings:
    """Makes the places where payments gather."""

    def __init__(self, rng: np.random.Generator, registry: Registry, desk: Desk, senders: int) -> None:
        self._rng = rng
        self._registry = registry
        self._desk = desk
        self._hubs: dict[str, list[tuple[Receiver, str]]] = {home: [] for home in HOMES}
        self._charities: dict[str, list[Receiver]] = {home: [] for home in HOMES}
        self._agents: dict[str, list[Receiver]] = {home: [] for home in HOMES}
        self._clubs: list[Club] = []
        homes = (
            "PH",
            "PH",
            "PH",
            "IN",
            "IN",
            "NG",
            "PK",
            "VN",
            "NP",
            "RO",
            "TR",
            "GH",
            "KE",
            "BD",
            "TH",
            "LK",
            "ID",
            "UA",
        )
        for number in range(max(20, senders // 120)):
            home = homes[number % len(homes)]
            word = pick(rng, tuple(_HUBS))
            # A third are a landlady, a dentist or an agent under her own name, who looks like any other person.
            own_name = rng.random() < 0.35
            brand = pick(rng, ("Sunrise", "Golden", "St Anne", "Star", "Unity", "Green"))
            name = None if own_name else f"{brand} {word} {HOMES[home].cities[0]} {number}"
            hub = registry.receiver(home, name=name)
            hub.extra["usd"] = _HUBS[word][1] * float(rng.lognormal(0, 0.4))
            self._hubs[home].append((hub, word))
            if number % 2 == 0:
                # Small charities are run from the account of a pastor, a nun or a teacher.
                name = (
                    None
                    if rng.random() < 0.55
                    else f"{pick(rng, ('Hope', 'Light', 'Mercy', 'Little'))} Foundation {number}"
                )
                self._charities[home].append(registry.receiver(home, name=name))
            if number % 4 == 0:
                self._agents[home].append(registry.receiver(home))

    def hub(self, payer: Payer, home: str) -> None:
        """A biller: by term, by month or once in a while."""
        rng = self._rng
        if not self._hubs[home]:
            return
        receiver, word = pick(rng, self._hubs[home])
        wish, _, rhythm = _HUBS[word]
        tie = self._desk.tie(payer, receiver, ("hub_payment", "hub"), wish, careful=True)
        usd = receiver.extra["usd"]
        if rhythm == "term":
            days = [day + shift for day in SCHOOL.get(home, SEPTEMBER) for shift in (-4, 90, 190)]
        elif rhythm == "month":
            begin = int(rng.random() * 12)
            days = [first + payer.payday for first in MONTHS[begin : begin + 4 + int(rng.random() * 12)]]
        else:
            day = int(rng.random() * DAYS)
            days = [day + int(rng.random() * 40) for _ in range(1 + int(rng.random() * 3))]
        for day in days:
            self._desk.pay(tie, day + int(rng.random() * 5), hours.errand(rng), usd, exact=rng.random() < 0.5)

    def give(self, payer: Payer, home: str) -> None:
        """A sponsor's small monthly sum, or a gift after a storm."""
        rng = self._rng
        if not self._charities[home]:
            return
        charities = self._charities[home]
        # The better known of them get most.
        receiver = charities[int(rng.random() ** 2 * len(charities))]
        tie = self._desk.tie(payer, receiver, ("donation", "charity"), "donation", careful=True)
        usd = float(pick(rng, (20, 25, 30, 50, 50, 100)))
        if rng.random() < 0.5:
            begin = int(rng.random() * 14)
            for first in MONTHS[begin : begin + 2 + int(rng.random() * 16)]:
                self._desk.pay(tie, first + payer.payday, hours.errand(rng), usd)
        else:
            storms = STORMS.get(home) or ((int(rng.random() * DAYS), ""),)
            day = pick(rng, storms)[0]
            self._desk.pay(tie, day + 1 + int(rng.exponential(5)), hours.play(rng), usd * 2)

    def top_up(self, payer: Payer, home: str) -> None:
        """Credit for games of chance or phones, by an agent's wallet: small, at night, in runs, again next payday."""
        rng = self._rng
        if not self._agents[home]:
            return
        tie = self._desk.tie(
            payer, pick(rng, self._agents[home]), ("ordinary", "hub"), "other", rail="wallet", careful=True
        )
        for first in MONTHS[int(rng.random() * 14) :]:
            if rng.random() < 0.5:
                continue
            day, usd = first + payer.payday - 1 + int(rng.random() * 4), float(rng.uniform(9, 40))
            for _ in range(1 + int(rng.gamma(1.2, 1.6))):
                self._desk.pay(tie, day, hours.play(rng) + 1, usd)
                # Losses are chased: the next one is larger, often the same night.
                usd *= float(rng.uniform(0.8, 1.6))
                day += int(rng.random() * 2)

    def join_club(self, payer: Payer, home: str) -> None:
        """A share every month to the organiser, who is somebody's aunt."""
        rng = self._rng
        fitting = [
            club
            for club in self._clubs
            if club.organiser.home == home and club.host == payer.host and len(club.members) < 14
        ]
        if not fitting or rng.random() < 0.06:
            share = float(pick(rng, (30, 50, 100, 100, 150)))
            fitting = [
                Club(self._registry.receiver(home, woman=True), share, 1 + int(rng.random() * 26), [], payer.host)
            ]
            self._clubs += fitting
        club = pick(rng, fitting)
        club.members.append(payer)
        tie = self._desk.tie(payer, club.organiser, ("family_support", "collector"), "savings")
        for first in MONTHS:
            if rng.random() < 0.85:
                self._desk.pay(tie, first + club.day + int(rng.random() * 3), hours.errand(rng), club.share)
