"""Migrants and the families they support: clans at home, several payers abroad, paydays, fees, feasts, storms."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from . import hours
from .desk import Desk, Tie
from .names import family_name, pick
from .neighbours import Neighbours
from .people import Payer, Receiver, Registry
from .places import HOMES, HOSTS
from .seasons import DAYS, FEASTS, MONTHS, SCHOOL, SEPTEMBER, STORMS

SUPPORT = ("family_support", "family_receiver")
THROUGH_NEIGHBOUR = ("family_support", "collector")


@dataclass(slots=True)
class Clan:
    """Kin in one town who live from the same relatives abroad."""

    home: str
    city: str
    name: str
    kin: list[Receiver] = field(default_factory=list)
    payers: list[Payer] = field(default_factory=list)


class Families:
    """Draws migrants into clans and lets them pay."""

    def __init__(self, rng: np.random.Generator, registry: Registry, desk: Desk, neighbours: Neighbours) -> None:
        self._rng = rng
        self._registry = registry
        self._desk = desk
        self._neighbours = neighbours
        self._by_home: dict[str, list[Clan]] = {}
        self._arrived: dict[str, list[Payer]] = {}
        self.clan_of: dict[str, Clan] = {}

    @property
    def clans(self) -> list[Clan]:
        """All clans."""
        return [clan for clans in self._by_home.values() for clan in clans]

    def migrant(self, host: str) -> Payer:
        """A new customer from abroad; a third follow a sister, a cousin or a townsman who already pays."""
        rng, corridors = self._rng, HOSTS[host].corridors
        home = str(rng.choice(list(corridors), p=np.array(list(corridors.values())) / sum(corridors.values())))
        clans = self._by_home.setdefault(home, [])
        age = float(np.clip(rng.gamma(9.0, 3.6) + 3, 18, 72))
        if clans and rng.random() < 0.38:
            # Whoever has many kin abroad finds the way most easily, which makes a few clans very large.
            clan = self.clan_of[pick(rng, self._arrived[home]).id] if rng.random() < 0.6 else pick(rng, clans[-12:])
        else:
            clan = self._clan(home)
            clans.append(clan)
        payer = self._registry.payer(host, home, age, clan.name if rng.random() < 0.55 else None)
        if clan.payers and clan.payers[-1].host == host and rng.random() < 0.15:
            # Flatmates or spouses who share one tablet.
            payer.device = clan.payers[-1].device
            payer.city = clan.payers[-1].city
        clan.payers.append(payer)
        self._arrived.setdefault(home, []).append(payer)
        self.clan_of[payer.id] = clan
        return payer

    def _clan(self, home: str) -> Clan:
        rng = self._rng
        clan = Clan(home, pick(rng, HOMES[home].cities), family_name(HOMES[home].culture, rng))
        for _ in range(2 + int(rng.gamma(1.6, 1.6))):
            clan.kin.append(self._relative(clan))
        if rng.random() < 0.3:
            # One telephone for the house: its number stands under several names.
            for relative in clan.kin[1:]:
                if rng.random() < 0.5:
                    relative.phones = clan.kin[0].phones
        return clan

    def _relative(self, clan: Clan) -> Receiver:
        name = clan.name if self._rng.random() < 0.6 else None
        return self._registry.receiver(clan.home, family=name, city=clan.city if self._rng.random() < 0.8 else None)

    def live(self, payer: Payer) -> None:
        """All family payments of a migrant."""
        rng, clan = self._rng, self.clan_of[payer.id]
        if rng.random() < 0.08:
            return
        habit = hours.shift_worker if rng.random() < 0.22 else hours.errand
        main = clan.kin[0] if rng.random() < 0.62 else self._own_household(clan)
        ties = [self._tie(payer, main, "family")]
        ties += [
            self._tie(payer, relative, pick(rng, ("family", "family", "education", "gift")))
            for relative in clan.kin[1:]
            if relative is not main and rng.random() < 0.45 / (1 + 0.35 * len(clan.kin))
        ]
        base = payer.means * {"JP": 330.0, "GB": 270.0, "DE": 235.0, "AE": 290.0}[payer.host]
        for rank, tie in enumerate(ties):
            self._rhythm(tie, base if rank == 0 else base * float(rng.uniform(0.15, 0.6)), habit, main=rank == 0)
            self._occasions(tie, base * (1.0 if rank == 0 else 0.4), habit)
        if rng.random() < 0.16:
            self._emergency(pick(rng, ties), base)

    def _tie(self, payer: Payer, relative: Receiver, wish: str) -> Tie:
        if self._rng.random() < 0.05:
            shop = self._neighbours.near(relative)
            return self._desk.tie(payer, shop, THROUGH_NEIGHBOUR, wish, rail="wallet", careful=True)
        return self._desk.tie(payer, relative, SUPPORT, wish)

    def _own_household(self, clan: Clan) -> Receiver:
        """A spouse with children, or parents of a branch of their own."""
        relative = self._relative(clan)
        clan.kin.append(relative)
        return relative

    def _rhythm(self, tie: Tie, usd: float, habit: hours.Habit, *, main: bool) -> None:
        rng = self._rng
        turn = rng.random()
        # Those who live from week to week send little and often, the app's fee being the same on Fridays only.
        weekly, halves = turn < 0.1, turn < 0.28
        keep = 0.88 if main else float(rng.uniform(0.1, 0.5))
        grows = float(rng.normal(1.004, 0.006))
        for month, first in enumerate(MONTHS):
            sum_now = usd * grows**month
            if weekly:
                for week in range(4):
                    if rng.random() < keep:
                        self._desk.pay(tie, first + week * 7 + int(rng.random() * 3), habit(rng), sum_now / 3.4)
                continue
            for half in range(2 if halves else 1):
                if rng.random() < keep:
                    day = first + tie.payer.payday - 1 + half * 15 + int(rng.exponential(1.6))
                    self._desk.pay(
                        tie, day, habit(rng), sum_now / (1.8 if halves else 1) * float(rng.lognormal(0, 0.18))
                    )

    def _occasions(self, tie: Tie, usd: float, habit: hours.Habit) -> None:
        rng, home = self._rng, tie.receiver.home
        for feast in FEASTS.get(home, ()):
            if rng.random() < 0.4:
                self._desk.pay(tie, feast - int(rng.exponential(3.0)), habit(rng), usd * float(rng.uniform(0.3, 1.1)))
        if tie.wish == "education" or rng.random() < 0.12:
            for term in SCHOOL.get(home, SEPTEMBER):
                self._desk.pay(tie, term - 6 + int(rng.random() * 16), habit(rng), usd * float(rng.uniform(0.4, 1.6)))
        for day, city in STORMS.get(home, ()):
            if tie.receiver.city == city and rng.random() < 0.6:
                for later in range(1 + int(rng.random() * 3)):
                    self._desk.pay(tie, day + 1 + later * 3, habit(rng) + 2, usd * float(rng.uniform(0.2, 0.8)))
        if rng.random() < 0.1:
            # Phone credit and pocket money for the young ones, whenever they ask.
            for _ in range(int(rng.gamma(2.0, 3.0))):
                self._desk.pay(tie, int(rng.random() * DAYS), hours.conversation(rng), float(rng.uniform(8, 45)))

    def _emergency(self, tie: Tie, usd: float) -> None:
        """A hospital asks day by day: a burst of sums at odd hours, then nothing."""
        rng = self._rng
        day = int(rng.random() * DAYS)
        for _ in range(2 + int(rng.random() * 4)):
            self._desk.pay(
                tie, day, float(rng.uniform(6, 28)), usd * float(rng.uniform(0.2, 1.2)), exact=rng.random() < 0.3
            )
            day += int(rng.random() * 3)
