"""Accounts: a person's chain of ids through closures, with the names, addresses and devices that run through it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.people import DAYS, FIRST_YEAR, Bools, Floats, Ints, People
from benchmarks.apart.guests.card.places import COUNTRIES

Texts = npt.NDArray[np.object_]

_CHAIN = 5
_HOSTS = ("postbox.example", "zmail.example", "inboxa.example", "kurier.example", "mailwind.example")
_NICKS = (
    "moon",
    "tiger",
    "pixel",
    "sunny",
    "rex",
    "kitsu",
    "blue",
    "nova",
    "coco",
    "ghost",
    "mango",
    "raven",
    "lucky",
    "echo",
)


@dataclass(frozen=True, slots=True)
class Chains:
    """For each person the days on which an account was closed (infinite: never), and how long until the next."""

    closed: npt.NDArray[np.float64]
    lull: Floats

    def number(self, person: Ints, day: Floats) -> Ints:
        """Which account of the chain serves a day; within a lull, the one that will be opened."""
        return np.asarray((self.closed[person] <= day[:, None]).sum(axis=1), dtype=np.int64)

    def shut(self, person: Ints, day: Floats) -> Bools:
        """Whether the person had no open account on the day."""
        closed = self.closed[person]
        return np.asarray(((closed <= day[:, None]) & (day[:, None] < closed + self.lull[person][:, None])).any(axis=1))


def chains(people: People, rng: np.random.Generator) -> Chains:
    """Draw closures: a lost phone or a complaint for most, again and again for those whom the platform shuts out."""
    n = len(people)
    closed = np.full((n, _CHAIN), np.inf)
    shut = rng.random(n) < people.churn
    day = rng.uniform(40, DAYS * 0.9, n)
    for step in range(_CHAIN):
        closed[shut, step] = day[shut]
        day = day + people.lull + 30 + rng.exponential(180, n)
        shut = shut & (rng.random(n) < people.churn) & (day < DAYS)
    return Chains(closed, people.lull)


@dataclass(frozen=True, slots=True)
class Accounts:
    """One position for each account that occurs: owner, place in the chain, and what the platform holds of it."""

    ident: Texts
    person: Ints
    name: Texts
    email: Texts
    birth: Ints
    city: Texts
    device: Texts


def _name(rng: np.random.Generator, people: People, person: int) -> str:
    if person in people.title:
        return people.title[person]
    place = COUNTRIES[int(people.origin[person])]
    first = str(place.first[int(rng.integers(0, len(place.first)))])
    last = place.last[int(people.surname[person]) % len(place.last)]
    style = rng.random()
    if style < 0.46:
        return f"{first} {last}"
    if style < 0.6:
        return f"{first} {last[0]}."
    if style < 0.72:
        return f"{first.lower()}{int(rng.integers(1, 99))}"
    nick = f"{_NICKS[int(rng.integers(0, len(_NICKS)))]}{_NICKS[int(rng.integers(0, len(_NICKS)))]}"
    return nick if style < 0.85 else f"{nick.title()}_{int(rng.integers(1, 999))}"


def _address(rng: np.random.Generator, name: str, number: int) -> str:
    stem = "".join(letter for letter in name.lower().replace(" ", ".") if letter.isalnum() or letter in "._").strip(
        "._"
    )
    return f"{stem}{number % 9973}@{_HOSTS[int(rng.integers(0, len(_HOSTS)))]}"


def _variant(rng: np.random.Generator, email: str) -> str:
    """The same address as it is altered to pass for new: a tag, a dot less, a digit more, another host."""
    stem, host = email.split("@")
    return (
        f"{stem}+{int(rng.integers(2, 9))}@{host}",
        f"{stem.replace('.', '')}x@{host}",
        f"{stem}{int(rng.integers(0, 10))}@{host}",
        f"{stem}@{_HOSTS[int(rng.integers(0, len(_HOSTS)))]}",
    )[int(rng.integers(0, 4))]


def _stated_birth(rng: np.random.Generator, people: People, person: int) -> int:
    """Year of birth on file, 0 for none: two thirds are verified; many minors claim to be of age."""
    born = int(people.birth[person])
    if person in people.title:
        return 0
    if FIRST_YEAR + 1 - born < 18:
        return (born, FIRST_YEAR - 18 - int(rng.integers(0, 4)), 0)[int(rng.choice(3, p=[0.45, 0.4, 0.15]))]
    return born if rng.random() < 0.64 else 0


def spare(people: People, rng: np.random.Generator, person: Ints, kind: Ints) -> Ints:
    """What to add to the number of an account where a second one is kept beside the first.

    Sellers and freelancers part trade from private life; some of those who do harm part it from their own name.
    """
    harmful = np.zeros(len(people), dtype=bool)
    harmful[list(people.ring)] = True
    keeps = (rng.random(len(people)) < np.where(harmful, 0.2, 0.03)) & (people.churn > 0)
    trade = (kind == Kind.HOBBY) | (kind == Kind.FREELANCE)
    apart = np.where(harmful[person], kind <= Kind.MINOR, trade)
    return np.where(keeps[person] & apart, _CHAIN, 0)


def register(people: People, rng: np.random.Generator, person: Ints, number: Ints) -> tuple[Accounts, Ints]:
    """Accounts for the given (person, number) pairs; also the account's position for every pair.

    An account opened anew keeps the device, or a variant of the address, or both; one in eight keeps neither.
    """
    pairs, inverse = np.unique(person * _CHAIN * 2 + number, return_inverse=True)
    owner, place = pairs // (_CHAIN * 2), pairs % (_CHAIN * 2)
    n = len(pairs)
    ident = np.array([f"W{code:08X}" for code in (np.arange(n) * 2_654_435_761 + 97) % 2**32], dtype=object)
    name, email, city, device = (np.full(n, None, dtype=object) for _ in range(4))
    birth = np.zeros(n, dtype=np.int64)
    shared = rng.random(len(people)) < 0.35
    for k in range(n):
        who, again = int(owner[k]), k > 0 and owner[k - 1] == owner[k]
        kept = rng.random()
        name[k] = name[k - 1] if again and rng.random() < 0.5 else _name(rng, people, who)
        email[k] = (
            _variant(rng, email[k - 1])
            if again and kept < 0.62
            else _address(rng, name[k], who * 31 + int(place[k]) * 1237)
        )
        birth[k] = birth[k - 1] if again else _stated_birth(rng, people, who)
        if rng.random() < 0.12:
            city[k] = str(rng.choice(COUNTRIES[int(people.country[who])].cities))
        if again and (kept < 0.28 or 0.62 <= kept < 0.87):
            device[k] = device[k - 1]
        else:
            home = int(people.hearth[who]) if shared[who] else who
            device[k] = f"dv-{(home * _CHAIN * 2 + int(place[k])) * 2_654_435_761 % 2**32:08x}"
    return Accounts(ident, owner, name, email, birth, city, device), inverse.astype(np.int64)


def usable(people: People, chain: Chains, *, payer: Ints, payee: Ints, day: Floats, kind: Ints) -> Bools:
    """Ordinary payments wait for nobody: they fail before joining and while an account is shut.

    The crimes do not fail: who is shut out has prepared the next account.
    """
    crime = kind <= int(Kind.MINOR)
    late = (day >= people.joined[payer]) & (day >= people.joined[payee])
    openly = late & ~chain.shut(payer, day) & ~chain.shut(payee, day)
    return np.asarray(crime | openly)
