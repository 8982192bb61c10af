"""Accounts: wallets of people, and the shops, banks and outside addresses that a wallet can pay."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .places import PLACES

NOW = 2025


@dataclass(slots=True)
class Account:
    """One id of the books. What the platform knows of it is decided once: it asks for little until a limit is met."""

    index: int
    form: str
    """wallet, address (outside, on a chain), bank (a cash-out account) or shop."""
    country: str
    owner: int
    """Index of the first account of the same person."""
    names: tuple[str, str]
    age: int
    city: str
    handle: str
    origin: str
    """Where the person comes from: for migrants, where the family is."""
    verified: bool
    """Whether papers were shown: only then are a name and a year of birth recorded."""
    shown_age: int
    """The age that the papers show: a child's account may stand on a parent's or on a lie."""
    device: str | None
    located: bool
    shift: float
    cycle: str
    means: float
    imitates: set[str] = field(default_factory=set)
    """Patterns of which this account shows an imitation of ordinary life."""
    groups: dict[str, str] = field(default_factory=dict)
    """Ring or household, by pattern."""

    @property
    def place_money(self) -> str:
        """The money people think in where this account is."""
        return PLACES[self.country].money

    @property
    def held(self) -> str:
        """Currency of the balance."""
        return "USD" if self.form == "address" else PLACES[self.country].held


class Book:
    """All accounts, in order of opening."""

    def __init__(self, rng: np.random.Generator, seed: int) -> None:
        self._rng = rng
        self._salt = (seed * 2_246_822_519 + 374_761_393) % 2**32
        self._handles: set[str] = set()
        self.accounts: list[Account] = []

    def identifier(self, index: int) -> str:
        """An id that says nothing of the order of opening (an odd multiplier permutes the 32-bit numbers)."""
        mixed = (index * 2_654_435_761 + self._salt) % 2**32
        account = self.accounts[index]
        return {"wallet": f"U{mixed:08X}", "bank": f"PB{mixed:010d}", "shop": f"M{mixed:08X}"}.get(
            account.form, f"0x{mixed:08x}{(mixed * 40_503) % 2**32:08x}{(mixed * 69_069 + 5) % 2**32:08x}"
        )

    def wallet(
        self,
        country: str,
        age: int,
        *,
        origin: str | None = None,
        family: str | None = None,
        verified: float = 0.35,
        city: str | None = None,
    ) -> Account:
        """A person's wallet."""
        rng = self._rng
        place = PLACES[country]
        named = PLACES[origin or country]
        names = (str(rng.choice(named.given())), family or str(rng.choice(named.family())))
        index = len(self.accounts)
        handle = self._free_handle(names[0].lower())
        # Night shifts in hospitals, call centres and on ships: a whole day lived late.
        shift = float(rng.normal(0, 0.9) + (8.5 if 19 < age < 66 and rng.random() < 0.09 else 0.0))
        account = Account(
            index=index, form="wallet", country=country, owner=index, names=names, age=age,
            city=city or str(rng.choice(place.cities)), handle=handle, origin=origin or country,
            verified=bool(rng.random() < verified), shown_age=max(age, 18) if age < 18 else age,
            device=f"d-{int(rng.integers(2**40)):010x}" if rng.random() < 0.4 else None,
            located=bool(rng.random() < 0.25), shift=shift,
            cycle=str(rng.choice(["month", "fortnight", "week", "irregular"], p=[0.42, 0.2, 0.14, 0.24])),
            means=float(np.exp(rng.normal(0, 0.45))) * (1.0 if place.sends else 0.4),
        )  # fmt: skip
        self.accounts.append(account)
        return account

    def _free_handle(self, name: str) -> str:
        """A handle that nobody has: digits are added until the form accepts it."""
        handle = f"@{self._rng.choice(['', 'the', 'its', 'real', 'mr', 'x'])}{name}{self._rng.integers(1, 1_000)}"
        while handle in self._handles:
            handle += str(self._rng.integers(10))
        self._handles.add(handle)
        return handle

    def other(self, form: str, country: str, owner: Account | None = None, label: str = "") -> Account:
        """An address, a bank account or a shop; of somebody who has a wallet too, when `owner` is given."""
        index = len(self.accounts)
        place = PLACES[country]
        base = owner or None
        account = Account(
            index=index, form=form, country=country, owner=base.owner if base else index,
            names=base.names if base else (label, ""), age=base.age if base else 0,
            city=str(self._rng.choice(place.cities)), handle="", origin=country,
            verified=bool(label) or (form == "bank" and self._rng.random() < 0.6), shown_age=0, device=None,
            located=form == "shop", shift=0.0, cycle="month", means=1.0,
        )  # fmt: skip
        self.accounts.append(account)
        return account

    def second_wallet(self, first: Account) -> Account:
        """Another wallet of one person: a new e-mail address and handle, often the same telephone."""
        account = self.wallet(
            first.country, first.age, origin=first.origin, family=first.names[1], verified=0.15, city=first.city
        )
        account.owner = first.owner
        account.names = first.names
        account.shift, account.cycle, account.means = first.shift, first.cycle, first.means
        if first.device and self._rng.random() < 0.75:
            account.device = first.device
        return account
