"""Who stands on one side of a payment: the columns `originator_*` or `beneficiary_*`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tanglaw.payments.iso20022 import elements
from tanglaw.payments.iso20022.elements import Side, below
from tanglaw.payments.iso20022.gather import Facts, first

_IBAN: Final = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_BIC: Final = re.compile(r"[A-Za-z0-9]{4}[A-Za-z]{2}[A-Za-z0-9]{2}(?:[A-Za-z0-9]{3})?")
_PHONE_PROXIES: Final = frozenset({"TELE", "MBNO"})
_EMAIL_PROXIES: Final = frozenset({"EMAL"})


@dataclass(slots=True)
class Party:
    """What a message tells of one party; ``id`` is null when it tells nothing that could tell two parties apart."""

    id: str | None
    name: str | None
    country: str | None
    birth_date: str | None
    phone: str | None
    email: str | None
    city: str | None
    address: str | None
    account: str | None


@dataclass(frozen=True, slots=True)
class _Person:
    """Where some facts tell of a person: of each column the first path that is filled."""

    name: str | None
    birth: str | None
    country: str | None
    city: str | None
    phone: str | None
    email: str | None
    address: tuple[str, ...]
    number: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class _Told:
    """Where some facts tell of one side."""

    holder: _Person
    ultimate: _Person
    iban: str | None
    local: str | None
    proxy: str | None
    proxy_kind: str | None
    holder_name: str | None
    bic: str | None
    agent_name: str | None
    agent_country: str | None


_SIDES: Final = {side.column: side for side in (elements.DEBTOR, elements.CREDITOR)}


@lru_cache(maxsize=1_024)
def _told(paths: tuple[str, ...], column: str) -> _Told:
    """Find what of the tables of paths is filled: worked out once for all transactions that fill the same ones."""
    side = _SIDES[column]
    filled = frozenset(paths)

    def at(prefix: str, wanted: tuple[str, ...]) -> str | None:
        return next((path for path in below(prefix, wanted) if path in filled), None)

    def person(prefix: str) -> _Person:
        number = at(prefix, elements.PARTY_ID)
        return _Person(
            name=at(prefix, elements.NAME),
            birth=at(prefix, elements.BIRTH),
            country=at(prefix, elements.COUNTRY),
            city=at(prefix, elements.CITY),
            phone=at(prefix, elements.PHONE),
            email=at(prefix, elements.EMAIL),
            address=tuple(path for path in below(prefix, elements.ADDRESS) if path in filled),
            number=number,
            kind=_kind(number, [path for path in below(prefix, elements.SCHEMES) if path in filled]) if number else "",
        )

    account = (elements.IBAN, elements.LOCAL_ACCOUNT, elements.PROXY, elements.PROXY_KIND, elements.HOLDER)
    agent = (elements.BIC, elements.AGENT_NAME, elements.AGENT_COUNTRY)
    return _Told(
        person(side.party),
        person(side.ultimate),
        *(at(side.account, wanted) for wanted in account),
        *(at(side.agent, wanted) for wanted in agent),
    )


def _kind(number: str, schemes: list[str]) -> str:
    """What kind of number a party's id is: a word, or the path of the fact that says it."""
    kind = number.removesuffix("/Id").rpartition("/")[2]
    if kind != "Othr":
        return kind
    stem = number.removesuffix("Id")
    return next((scheme for scheme in schemes if scheme.startswith(stem)), "id")


def party(facts: Facts, side: Side) -> Party:
    """Tell who stands on `side`.

    The ultimate party is the person when it is named otherwise than the account's holder (a remitter's or a wallet's
    collective account): then all that is told of the person is taken from it, and the account alone identifies nobody.
    """
    told = _told(tuple(facts), side.column)

    def fact(path: str | None) -> str | None:
        return facts[path] if path else None

    name = fact(told.holder.name)
    behind = fact(told.ultimate.name)
    on_behalf = behind is not None and (name is None or folded(behind) != folded(name))
    who = told.ultimate if on_behalf else told.holder
    iban = _iban(fact(told.iban))
    local = None if iban else fact(told.local)
    proxy = fact(told.proxy)
    kind = fact(told.proxy_kind) if proxy and not on_behalf else None
    name = behind if on_behalf else name or fact(told.holder_name)
    bic = fact(told.bic)
    country = fact(who.country) or _country(iban, bic) or fact(told.agent_country)
    birth = fact(who.birth)
    # A local account number is unique within its bank only.
    scope = bic[:8].upper() if bic else fact(told.agent_name)
    account = iban or (f"{local}@{scope}" if local and scope else local)
    # With its kind before it, so that a passport's number cannot be taken for an account's.
    number = f"{facts.get(who.kind, who.kind)}:{facts[who.number]}" if who.number else None
    if on_behalf:
        identity: str | None = number or "|".join(filter(None, (_derived(name, country, birth), account)))
    else:
        identity = account or number or proxy or _derived(name, country, birth)
    return Party(
        id=identity,
        name=name,
        country=country,
        birth_date=birth,
        phone=fact(who.phone) or (proxy if kind in _PHONE_PROXIES else None),
        email=fact(who.email) or (proxy if kind in _EMAIL_PROXIES else None),
        city=fact(who.city),
        address=", ".join([facts[path] for path in who.address]) or None,
        account=iban or local or proxy,
    )


@cache
def _spelt(prefix: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    return below(prefix, paths)


def institution(facts: Facts, side: Side) -> str | None:
    """The bank of `side`: BIC, else name or clearing number."""
    return first(facts, _spelt(side.agent, elements.BIC)) or first(facts, _spelt(side.agent, elements.AGENT_NAME))


def folded(name: str) -> str:
    """A name without case and without needless space."""
    return " ".join(name.casefold().split())


def own_account(facts: Facts, prefix: str) -> str | None:
    """The account's number under ``prefix``, for comparing two of them."""
    return _iban(first(facts, _spelt(prefix, elements.IBAN))) or first(facts, _spelt(prefix, elements.LOCAL_ACCOUNT))


def _iban(text: str | None) -> str | None:
    return text.replace(" ", "").upper() if text else None


def _country(iban: str | None, bic: str | None) -> str | None:
    """The country that an account's or a bank's number begins with."""
    if iban and _IBAN.fullmatch(iban):
        return iban[:2]
    return bic[4:6].upper() if bic and _BIC.fullmatch(bic) else None


def _derived(name: str | None, country: str | None, birth: str | None) -> str | None:
    return f"name:{folded(name)}|{country or ''}|{birth or ''}" if name else None
