"""Live-streamed abuse: households in the receiving country, webs of them, and the payers' careers.

A payer meets one household on a chat or dating site, pays a sum agreed in the household's money while the other side
waits, and later is offered a cousin's or a neighbour's. Who collects is whoever is near a branch or has room in the
wallet's limit, so that the names change while the telephone often stays the same. Most households live from payers of
other institutions: many are known here by one payer only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from . import hours
from .desk import Desk, Tie
from .families import Clan
from .names import pick
from .people import Payer, Receiver, Registry
from .seasons import DAYS

PURCHASE = ("livestream_purchase", "facilitation")

PAYERS_PER_SENDER = 40 / 14_000


@dataclass(slots=True)
class Household:
    """Those who collect for one house."""

    name: str
    members: list[Receiver]
    openness: float


@dataclass(slots=True)
class Career:
    """What one payer does over the window."""

    payer: Payer
    day: float
    sessions: int
    usd: float
    gap: float
    masked: bool
    hour: Callable[[np.random.Generator], float]
    bundles: float
    """Where the fee is high, one payment covers several occasions."""
    loyal: float
    ties: dict[str, Tie] = field(default_factory=dict)


class Livestream:
    """Builds the webs and lets payers' careers run."""

    def __init__(
        self, rng: np.random.Generator, registry: Registry, desk: Desk, clans: list[Clan], payers: int
    ) -> None:
        self._rng = rng
        self._registry = registry
        self._desk = desk
        self._webs: list[list[Household]] = []
        left, number = max(3, round(payers * 0.85)), 0
        while left > 0:
            homes = ("PH",) * 14 + ("TH", "TH", "CO", "CO", "RO", "GH")
            home = pick(rng, homes)
            size = min(left, 1 + int(rng.poisson(0.8)))
            self._webs.append([self._household(f"house-{number + i}", home, clans) for i in range(size)])
            left, number = left - size, number + size
        self._weight = np.array([sum(house.openness for house in web) for web in self._webs])

    def _household(self, name: str, home: str, clans: list[Clan]) -> Household:
        rng = self._rng
        kin = [clan for clan in clans if clan.home == home]
        if kin and rng.random() < 0.25:
            # Relatives abroad support the same house and know nothing.
            members = pick(rng, kin).kin[:3]
        else:
            family = self._registry.receiver(home, woman=True)
            members = [family]
            for _ in range(int(rng.poisson(1.4))):
                near = self._registry.receiver(
                    home,
                    woman=rng.random() < 0.7,
                    city=family.city,
                    family=family.name.split()[-1] if rng.random() < 0.5 else None,
                )
                if rng.random() < 0.5:
                    near.phones = family.phones
                members.append(near)
        return Household(name, members, float(rng.pareto(1.2)) + 0.3)

    def career(self, payer: Payer) -> None:
        """All payments of one payer; a quarter make one to three, a few make dozens."""
        rng = self._rng
        sessions = 1 + int(min(150.0, rng.lognormal(np.log(4.2), 1.45)))
        begin = max(payer.joined, 0)
        runs = min(payer.left, DAYS) - begin
        masked = sessions > 3 and rng.random() < 0.2
        self._run(
            Career(
                payer=payer,
                day=begin + float(rng.beta(1.0, 3.5 if sessions > 10 else 1.2)) * (runs - 15),
                sessions=sessions,
                usd=float(rng.lognormal(np.log(27), 0.4)),
                gap=float(rng.uniform(24, 34)) if masked else float(rng.gamma(3.0, 9.0)) / (1 + sessions / 14),
                masked=masked,
                hour=pick(rng, (hours.errand, hours.alone_at_night, hours.conversation))
                if masked
                else hours.alone_at_night,
                bundles=float(rng.uniform(1.2, 2.2)) if payer.host in {"JP", "AE"} and rng.random() < 0.6 else 1.0,
                loyal=0.95 if masked else float(rng.beta(6, 2)),
            )
        )

    def _web(self) -> list[Household]:
        return self._webs[int(self._rng.choice(len(self._webs), p=self._weight / self._weight.sum()))]

    def _run(self, career: Career) -> None:
        rng = self._rng
        web = self._web()
        house = pick(rng, web)
        member = house.members[0]
        grows, shrinks = float(rng.normal(1.02, 0.012)), float(rng.normal(0.98, 0.008))
        journey = int(rng.integers(8, 40)) if career.sessions > 8 and rng.random() < 0.35 else -1
        for session in range(career.sessions):
            if rng.random() > career.loyal:
                # Passed on inside the web, or met elsewhere.
                web = web if rng.random() < 0.6 else self._web()
                house = pick(rng, web)
                member = house.members[0]
            elif rng.random() < 0.22:
                member = pick(rng, house.members)
            if session == journey:
                # A large sum for the stay, then the payer is there in person.
                self._pay(career, house, member, float(rng.uniform(250, 700)), hour=career.hour(rng))
                career.day += float(rng.uniform(16, 35))
                continue
            self._session(career, house, member, min(260.0, career.usd * grows**session))
            career.day += 0.6 + float(rng.gamma(1.6, max(2.5, career.gap * shrinks**session) * career.bundles / 1.6))
            if career.day >= DAYS:
                return

    def _session(self, career: Career, house: Household, member: Receiver, usd: float) -> None:
        rng = self._rng
        usd *= career.bundles * float(rng.lognormal(0.0, 0.3))
        if career.masked:
            # An allowance of a kind, as a partner would send, with small extras between.
            self._pay(career, house, member, usd * 2.8, hour=career.hour(rng))
            if rng.random() < 0.3:
                self._pay(career, house, member, usd, hour=career.hour(rng), later=float(rng.uniform(2, 14)))
            return
        turn = rng.random()
        if turn < 0.06:
            # Debt, a better telephone, a hospital: the house asks and the payer wants to keep the tie.
            usd *= float(rng.uniform(4, 12))
        hour = career.hour(rng)
        if 0.77 < turn < 0.82:
            # Refused at the branch: cancelled and sent again under the next name.
            self._pay(career, house, member, usd, hour=hour, status="cancelled")
            member, hour = pick(rng, house.members), hour + float(rng.uniform(0.5, 4))
        self._pay(career, house, member, usd, hour=hour)
        if turn > 0.82:
            # Asked for more while it lasts.
            later = hour + float(rng.uniform(0.3, 1.6))
            self._pay(career, house, member, usd * float(rng.uniform(0.4, 1.0)), hour=later)

    def _pay(
        self,
        career: Career,
        house: Household,
        member: Receiver,
        usd: float,
        *,
        hour: float,
        later: float = 0.0,
        status: str | None = None,
    ) -> None:
        rng = self._rng
        tie = career.ties.get(member.person)
        if tie is None:
            wish = pick(rng, ("family", "family", "gift", "education", "medical", "other"))
            tie = self._desk.tie(
                career.payer,
                member,
                PURCHASE,
                wish,
                group=house.name,
                masked=career.masked,
                at_once=True,
                careful=True,
                named=0.12,
            )
            # The price is named by the house, so the arriving sum is the round one for most.
            tie.quotes_home_money = rng.random() < 0.65
            career.ties[member.person] = tie
        self._desk.pay(tie, int(career.day + later), hour, usd, status=status)
