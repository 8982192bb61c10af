"""The world that the mechanisms write into: members, payee records, ledger, and what is true of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from benchmarks.apart.guests.creditunion import money, names, people
from benchmarks.apart.guests.creditunion.clock import DAYS, Floats, Ints
from benchmarks.apart.guests.creditunion.ledger import Ledger
from benchmarks.apart.guests.creditunion.people import Member, Receiver
from benchmarks.apart.guests.creditunion.places import ABROAD, RAILS

Item = TypeVar("Item")

# Record numbers are handed out over many desks: they say nothing about when or why a record was made.
_STRIDE, _MODULUS = 618_033, 1_000_003


@dataclass(slots=True)
class World:
    """One world; `scale` is 1 at 14,000 members."""

    rng: np.random.Generator
    scale: float
    members: list[Member]
    ledger: Ledger
    walk: dict[str, Floats]
    receivers: list[Receiver] = field(default_factory=list)
    groups: dict[tuple[str, str], str] = field(default_factory=dict)
    imitators: set[tuple[str, str]] = field(default_factory=set)
    _own: dict[int, Receiver] = field(default_factory=dict)

    def number(self, at_full_size: float, least: int = 1) -> int:
        """How many of something this world holds."""
        return max(least, round(at_full_size * self.scale))

    def chance(self, share: float) -> bool:
        """Whether something with this chance happens."""
        return bool(self.rng.random() < share)

    def one(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[int(self.rng.integers(len(items)))]

    def some(self, items: list[Member], count: int, weight: Callable[[Member], float] | None = None) -> list[Member]:
        """`count` different members (fewer if there are fewer), by weight."""
        weights = np.array([1.0 if weight is None else weight(item) for item in items])
        count = min(count, int((weights > 0).sum()))
        if count == 0:
            return []
        chosen = self.rng.choice(len(items), size=count, replace=False, p=weights / weights.sum())
        return [items[int(place)] for place in chosen]

    def _record(self, person: str, name: str, family: str, country: str, city: str | None, *, rail: str) -> Receiver:
        index = len(self.receivers)
        # The form insists on a city only for cash; elsewhere members seldom fill it.
        asked = {"cash_pickup": 0.92, "bank": 0.3, "wallet": 0.15}[rail]
        shown = city if city is not None and country in ABROAD and self.chance(asked) else None
        record = Receiver(
            index,
            f"R{index * _STRIDE % _MODULUS:06d}",
            person,
            name,
            family,
            country,
            city,
            shown,
            rail,
        )
        self.receivers.append(record)
        return record

    def payee(
        self,
        country: str,
        *,
        man: bool = False,
        family: str | None = None,
        city: str | None = None,
        rail: str | None = None,
        title: str | None = None,
    ) -> Receiver:
        """A new payee abroad; `title` names an organisation."""
        place = city or self.one(ABROAD[country].cities)
        kin = family or names.surname(self.rng, country)
        name = title or f"{names.given(self.rng, country, man=man)} {kin}"
        way = rail or RAILS[int(self.rng.choice(3, p=ABROAD[country].rails))]
        return self._record(f"Q{len(self.receivers):06d}", name, kin, country, place, rail=way)

    def again(self, known: Receiver, share: float = 0.13) -> Receiver:
        """The record under which one more payer pays a known payee.

        The partner merges records of the same spelling and account; a payer who types the name otherwise, or has
        another of the payee's accounts, makes a second record of the same person. At home it is a second address; a
        fellow member's addresses all resolve to the one membership.
        """
        if known.id.startswith("M") or not self.chance(share):
            return known
        if known.country not in ABROAD:
            return self._other_address(known)
        rail = known.rail if self.chance(0.6) else self.one(RAILS)
        return self._record(
            known.person, names.misspelt(self.rng, known.name), known.surname, known.country, known.city, rail=rail
        )

    def _other_address(self, known: Receiver) -> Receiver:
        made = self._record(known.person, known.name, known.surname, known.country, None, rail="bank")
        if known.phone is None or known.country == "NO":
            made.phone = people.phone(self.rng, known.country)
        else:
            made.email = people.email(self.rng, known.name)
        return made

    def alias(self, country: str, *, man: bool, title: str | None = None) -> Receiver:
        """A receiver at home, outside the group, known by an e-mail address or a telephone number."""
        family = names.surname(self.rng, country)
        name = title or f"{names.given(self.rng, country, man=man)} {family}"
        made = self._record(f"Q{len(self.receivers):06d}", name, family, country, None, rail="bank")
        by_mail = {"CA": 0.8, "US": 0.4, "NO": 0.0}[country]
        if self.chance(by_mail):
            made.email = people.email(self.rng, name)
        else:
            made.phone = people.phone(self.rng, country)
        return made

    def own(self, member: Member) -> Receiver:
        """A member as receiver: an alias that the core system resolves to the membership number."""
        if member.index not in self._own:
            made = self._record(member.person, member.name, member.surname, member.country, None, rail="bank")
            made.id = member.id
            by_mail = member.email is not None and (member.phone is None or self.chance(0.5))
            made.email, made.phone = (member.email, None) if by_mail else (None, member.phone)
            self._own[member.index] = made
        return self._own[member.index]

    def give(
        self,
        member: Member,
        receiver: Receiver,
        days: Ints,
        usd: Floats,
        kinds: tuple[str, str],
        *,
        local: Floats | None = None,
        words: tuple[str, ...] = (),
        way: int | None = None,
        failed: float = 0.012,
    ) -> int:
        """Pay sums given in US dollars, typed as the member types them; returns how many were entered."""
        typing = money.habit(self.rng) if way is None else way
        sums = money.typed(usd, typing, member.country, receiver.country, days, walk=self.walk)
        return self.ledger.pay(member, receiver, days, sums, kinds, local=local, words=words, failed=failed)

    def unmarked(self) -> list[Member]:
        """Members who as payers belong to no ring or household yet: one account tells one story."""
        return [member for member in self.members if ("originator", member.id) not in self.groups]

    def mark(self, role: str, subject: str, group: str) -> None:
        """Note that a subject belongs to a ring or household."""
        self.groups[role, subject] = group


def found(rng: np.random.Generator, senders: int) -> World:
    """A world with members and no payments; one member in thirty is somebody's second membership."""
    members: list[Member] = []
    for index in range(senders):
        if index > 20 and rng.random() < 0.033:
            twin_of = members[int(rng.integers(len(members)))]
            members.append(people.second_membership(rng, index, twin_of))
        else:
            members.append(people.member(rng, index))
    return World(rng, senders / 14000, members, Ledger(rng), money.walks(rng))


def moment(rng: np.random.Generator, margin: int = 40) -> float:
    """A day on which something begins, early enough to be seen."""
    return float(rng.uniform(0, DAYS - margin))


def befriended(world: World) -> None:
    """Members whom no mechanism reached split one bill with somebody, so that every member has paid at least once."""
    paid = {int(batch[0]) for batch in world.ledger.originators}
    for member in world.members:
        if member.index in paid:
            continue
        start, end = max(member.first, 0), min(member.last, DAYS)
        days = world.rng.integers(start, max(start + 1, end - 2), 1 + int(world.rng.poisson(0.6)))
        friend = world.alias(member.country, man=world.chance(0.5))
        usd = money.spread(world.rng, 30, 0.8, len(days))
        world.give(member, friend, days.astype(np.int64), usd, ("ordinary", "ordinary"))
