"""Receiving households: a facilitator, relatives, sometimes the child's own account; paid by unrelated foreigners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tanglaw.lab.worlds import corridors
from tanglaw.lab.worlds.arrays import Flags, Floats, Ints, Rng, around, chance, ints, pick, repeat, within
from tanglaw.lab.worlds.behaviours.livestream_sessions import Sessions
from tanglaw.lab.worlds.clock import personal, seconds
from tanglaw.lab.worlds.draft import FAMILY, Draft, ages
from tanglaw.lab.worlds.money import NOTES
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.references import REFERENCE
from tanglaw.lab.worlds.rhythm import irregular

FIGURES: Final = Parameters("facilitation")
PER_PAYER: Final = FIGURES.assumed("households a payer", 0.35, "ratio", "payers per receiver are not published")
RELATIVES: Final = FIGURES.assumed(
    "receivers a household", 1.6, "mean; 1–3", "AMLC 2020: accounts of relatives and victims"
)
MINORS: Final = FIGURES.assumed("receivers who are minors", 0.08, "share", "payer pays the child directly")
OWN_KIN: Final = FIGURES.assumed(
    "receivers who also get honest family support", 0.25, "share", "hard case: a sister abroad"
)
SAME_TOWN: Final = FIGURES.assumed(
    "further receivers in the payer's first town", 0.75, "share", "several receivers in one or two towns"
)


@dataclass(frozen=True, slots=True)
class Households:
    """Receivers of facilitation: their numbers, country, town, household, and how sought after they are."""

    id: Ints
    country: Ints
    town: Ints
    household: Ints
    popularity: Floats

    def group_of(self, receiver: Ints) -> Ints:
        """Household of each receiver, by the receiver's number."""
        household: Ints = self.household[receiver - self.id[0]]
        return household

    def choose(self, rng: Rng, destination: Ints, when: Sessions, one_only: Flags) -> Ints:
        """Receiver of each payment: the longer a payer goes on, the more receivers, mostly of one town.

        A follow-up mostly goes to the same receiver.
        """
        chosen = np.empty(len(when.payer), dtype=np.int64)
        last = np.cumsum(when.counts)
        for who, count in enumerate(when.counts.tolist()):
            rows = slice(int(last[who]) - count, int(last[who]))
            known = self._circle(rng, int(destination[who]), count, one_only=bool(one_only[who]))
            # A payer knows one receiver at first and soon meets the others; the first stays the favourite.
            reach = 1 + ints(np.sqrt(when.progress[rows]) * (len(known) - 1) + 0.5)
            chosen[rows] = known[ints(rng.random(count) ** 1.3 * reach)]
        session = np.cumsum(~(when.follows & chance(rng, len(chosen), 0.7))) - 1
        opens = np.flatnonzero(np.diff(session, prepend=-1))
        receiver: Ints = self.id[chosen[opens[session]]]
        return receiver

    def _circle(self, rng: Rng, country: int, payments: int, *, one_only: bool) -> Ints:
        """Places of the receivers a payer comes to know, the first one first."""
        here = np.flatnonzero(self.country == country)
        first = here[pick(rng, 1, self.popularity[here])[0]]
        if one_only or payments < 2:
            return np.array([first])
        wanted = int(min(2 + rng.poisson(1.0 * np.sqrt(payments)), len(here), 40))
        near = np.where(self.town[here] == self.town[first], SAME_TOWN * 8, 1 - SAME_TOWN)
        near = np.where(self.household[here] == self.household[first], near * 3, near)
        keys = rng.random(len(here)) ** (1 / (near * self.popularity[here]))
        keys[here == first] = 2.0
        circle: Ints = here[np.argsort(-keys, kind="stable")[:wanted]]
        return circle


def add_households(draft: Draft, rng: Rng, destination: Ints) -> Households:
    """Add the receiving households of the countries that payers pay to, and the kin who support some of them."""
    country = np.concatenate(
        [
            np.full(max(1, round(int(amount) * PER_PAYER)), code)
            for code, amount in enumerate(np.bincount(destination))
            if amount
        ]
    )
    n = len(country)
    members = 1 + pick(rng, n, [0.52, 0.36, 0.12])
    who = repeat(members)
    group = draft.new_groups(n)
    heads = draft.add_people(
        rng,
        country[who],
        kind="facilitation",
        age=ages(rng, len(who), 34, 10, 18, 65),
        group=group[who],
        variant="household",
        several=0.25,
    )
    towns_few = _cluster(rng, country, heads.town[np.cumsum(members) - members])
    heads.town[:] = towns_few[who]
    related = chance(rng, len(who), 0.7) & (within(members) > 0)
    heads.surname[:] = np.where(related, heads.surname[(np.cumsum(members) - members)[who]], heads.surname)
    minor = chance(rng, len(who), MINORS) & (within(members) > 0)
    heads.born[:] = np.where(minor, -ints(rng.uniform(11, 18, len(who)) * 365.25), heads.born)
    heads.variant[:] = np.where(minor, draft.variant("minor_in_household"), heads.variant)
    popularity = around(rng, n, 1.0, 1.1)[who] * np.where(within(members) == 0, 1.0, 0.45)
    supported = np.flatnonzero(chance(rng, len(who), OWN_KIN))
    heads.hard[supported] = True
    _honest_kin(draft, rng, heads.id[supported], country[who][supported], heads.surname[supported])
    return Households(heads.id, country[who], heads.town, group[who], popularity)


def _cluster(rng: Rng, country: Ints, town: Ints) -> Ints:
    """Households gather in few towns: each takes the town of an earlier one of its country more often than its own."""
    town = town.copy()
    for code in np.unique(country):
        here = np.flatnonzero(country == code)
        for at, row in enumerate(here.tolist()):
            if at and rng.random() < 0.65:
                town[row] = town[here[rng.integers(0, at)]]
    return town


def _honest_kin(draft: Draft, rng: Rng, receiver: Ints, country: Ints, surname: Ints) -> None:
    """A relative abroad who supports the receiver and knows nothing."""
    n = len(receiver)
    origin = corridors.draw_origin(rng, n)
    native = draft.native_tradition(country)
    kin = draft.add_people(
        rng,
        origin,
        kind="family_support",
        age=ages(rng, n, 38, 9, 20, 70),
        tradition=native,
        surname=np.where(chance(rng, n, 0.7), surname, -1),
        variant="kin_of_facilitator",
        hard=True,
    )
    events = irregular(rng, np.zeros(n, dtype=np.int64), np.full(n, draft.days - 1), np.full(n, 9.0))
    level = around(rng, n, 160, 0.5)
    draft.add_payments(
        payer=kin.id[events.tie],
        receiver=receiver[events.tie],
        day=events.day,
        second=seconds(rng, personal(rng, n, day=0.7, evening=0.3)[events.tie], len(events.tie)),
        usd=around(rng, len(events.tie), level[events.tie], 0.25),
        rounding=NOTES,
        reference=REFERENCE["family"],
        motive=FAMILY,
    )
