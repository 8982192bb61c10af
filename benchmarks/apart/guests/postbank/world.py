"""The world in the making: who is there, who can be met, and how a payment finds an account."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from benchmarks.apart.guests.postbank import names
from benchmarks.apart.guests.postbank.ledger import Ledger, Story
from benchmarks.apart.guests.postbank.partners import Partner, serving
from benchmarks.apart.guests.postbank.people import YEAR, Account, Payer, Person, Population
from benchmarks.apart.guests.postbank.places import COUNTRIES, WEALTHY, WEALTHY_WEIGHTS, City
from benchmarks.apart.guests.postbank.seasons import Floats, Ints

T = TypeVar("T")


@dataclass(slots=True)
class World:
    """People, payers and the ledger that the mechanisms write in."""

    rng: np.random.Generator
    senders: int
    people: Population
    ledger: Ledger
    abroad: list[Payer] = field(default_factory=list)
    home: dict[str, Payer] = field(default_factory=dict)
    tills: dict[str, list[Account]] = field(default_factory=dict)

    def count(self, per_14000: float, least: int = 1) -> int:
        """A number that grows with the world."""
        return max(least, round(per_14000 * self.senders / 14_000))

    def pick(self, items: list[T] | tuple[T, ...]) -> T:
        """One of several, each as likely."""
        return items[int(self.rng.integers(0, len(items)))]

    def draw(self, items: list[T], n: int) -> list[T]:
        """Several different ones (all, when there are fewer)."""
        order = self.rng.permutation(len(items))[: max(n, 0)]
        return [items[i] for i in order.tolist()]

    def place(self, country: str) -> City:
        """A city of a country of payers."""
        return self.pick(COUNTRIES[country].cities)

    def foreigner(self, age: tuple[float, float], *, male: float = 0.5, country: str | None = None) -> Payer:
        """Somebody without kin in the islands, of age about (mean, spread)."""
        if country is None:
            country = WEALTHY[int(self.rng.choice(len(WEALTHY), p=WEALTHY_WEIGHTS))]
        culture = COUNTRIES[country].culture
        return self._payer(country, culture, age, male=male, usual="Halyard Remit")

    def migrant(self, country: str, surname: str | None = None) -> Payer:
        """Somebody from the islands who works abroad; goes to the shop where there is one, to the app where not."""
        shop = country in {"SA", "AE", "QA", "HK", "SG", "TW", "KR"}
        usual = "Bayani Padala" if shop else "Kabayan Express"
        return self._payer(country, "filipino", (39.0, 10.0), male=0.42, usual=usual, surname=surname)

    def _payer(
        self,
        country: str,
        culture: str,
        age: tuple[float, float],
        *,
        male: float,
        usual: str,
        surname: str | None = None,
    ) -> Payer:
        rng = self.rng
        ways = serving(country)
        weights = np.array([3.0 if way.name == usual else 1.5 if way.online else 1.0 for way in ways])
        n = 2 if rng.random() < 0.15 and len(ways) > 1 else 1
        chosen = rng.choice(len(ways), n, replace=False, p=weights / weights.sum())
        payer = Payer(
            len(self.abroad),
            names.given(rng, culture, male=bool(rng.random() < male)),
            surname or names.family(rng, culture),
            YEAR - int(np.clip(rng.normal(*age), 14, 84)),
            self.place(country),
            tuple(ways[i] for i in chosen.tolist()),
        )
        self.abroad.append(payer)
        return payer

    def residents(self) -> list[Payer]:
        """Those at home who pay, without the offices that pay pensions and wages."""
        return [payer for payer in self.home.values() if payer.given]

    def at_home(self, person: Person) -> Payer:
        """The person as a payer from the account held at the post bank."""
        if person.key not in self.home:
            n = 1_000_000 + len(self.home)
            payer = Payer(
                n, person.given, person.surname, person.birth_year, person.city, (), person.wallet, person.device
            )
            self.home[person.key] = payer
        return self.home[person.key]

    def send(
        self,
        payer: Payer,
        to: Person | Account,
        days: Ints,
        minutes: Ints,
        usd: Floats,
        *,
        story: Story,
        strays: float = 0.06,
    ) -> None:
        """Pay a person, mostly into one account; share `strays` go to another of the same person's accounts.

        A payer with two partners uses the second for about a quarter, when its rate is better that day.
        """
        rng = self.rng
        n = days.size
        payer.kinds.add(story.payer)
        accounts = [to] if isinstance(to, Account) else to.accounts
        if payer.account is not None and not isinstance(to, Account):
            # Wallets pay wallets and passbooks; the counter's profile only ever collects from abroad.
            accounts = [account for account in to.accounts if account.product != "counter"] or to.accounts
        first = int(rng.integers(0, len(accounts)))
        where = np.where(rng.random(n) < strays, rng.integers(0, len(accounts), n), first)
        ways: tuple[Partner | None, ...] = payer.partners or (None,)
        way = np.where(rng.random(n) < 0.25, len(ways) - 1, 0)
        for w in range(len(ways)):
            for a in np.unique(where[way == w]).tolist():
                here = (way == w) & (where == a)
                self.ledger.pay(payer, accounts[a], days[here], minutes[here], usd[here], story=story, way=ways[w])

    def till(self, kind: str, category: str, n: int) -> list[Account]:
        """The merchants of one kind, opened when first asked for."""
        if kind not in self.tills:
            cities = [self.pick(self.people.adults).city for _ in range(n)]
            self.tills[kind] = [
                self.people.merchant(f"{kind.title()} {city.name} {number + 1}", category, city)
                for number, city in enumerate(cities)
            ]
        return self.tills[kind]
