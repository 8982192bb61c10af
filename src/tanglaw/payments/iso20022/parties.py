"""Who stands on one side of a payment: the columns `originator_*` or `beneficiary_*`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanglaw.payments.iso20022 import elements
from tanglaw.payments.iso20022.elements import Side, below
from tanglaw.payments.iso20022.gather import Facts, first

_IBAN: Final = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_BIC: Final = re.compile(r"[A-Za-z0-9]{4}[A-Za-z]{2}[A-Za-z0-9]{2}(?:[A-Za-z0-9]{3})?")
_PHONE_PROXIES: Final = frozenset({"TELE", "MBNO"})
_EMAIL_PROXIES: Final = frozenset({"EMAL"})


@dataclass(frozen=True, slots=True)
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
class _Paths:
    """The party table under one element's name, spelt out once."""

    name: tuple[str, ...]
    birth: tuple[str, ...]
    country: tuple[str, ...]
    city: tuple[str, ...]
    phone: tuple[str, ...]
    email: tuple[str, ...]
    address: tuple[str, ...]
    party_id: tuple[str, ...]
    schemes: tuple[str, ...]


@cache
def _under(prefix: str) -> _Paths:
    parts = (
        elements.NAME, elements.BIRTH, elements.COUNTRY, elements.CITY, elements.PHONE,
        elements.EMAIL, elements.ADDRESS, elements.PARTY_ID, elements.SCHEMES,
    )  # fmt: skip
    return _Paths(*(below(prefix, part) for part in parts))


@cache
def _spelt(prefix: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    return below(prefix, paths)


def party(facts: Facts, side: Side) -> Party:
    """Tell who stands on `side`.

    The ultimate party is the person when it is named otherwise than the account's holder (a remitter's or a wallet's
    collective account): then all that is told of the person is taken from it, and the account alone identifies nobody.
    """
    holder = _under(side.party)
    ultimate = _under(side.ultimate)
    name = first(facts, holder.name)
    behind = first(facts, ultimate.name)
    on_behalf = behind is not None and (name is None or folded(behind) != folded(name))
    who = ultimate if on_behalf else holder
    iban = _iban(first(facts, _spelt(side.account, elements.IBAN)))
    local = None if iban else first(facts, _spelt(side.account, elements.LOCAL_ACCOUNT))
    proxy = first(facts, _spelt(side.account, elements.PROXY))
    kind = first(facts, _spelt(side.account, elements.PROXY_KIND)) if proxy and not on_behalf else None
    name = behind if on_behalf else name or first(facts, _spelt(side.account, elements.HOLDER))
    bic = first(facts, _spelt(side.agent, elements.BIC))
    country = _country(facts, who, iban, bic, side)
    birth = first(facts, who.birth)
    account = iban or (f"{local}@{agent}" if local and (agent := _scope(facts, side, bic)) else local)
    if on_behalf:
        identity: str | None = _party_id(facts, who) or "|".join(
            filter(None, (_derived(name, country, birth), account))
        )
    else:
        identity = account or _party_id(facts, who) or proxy or _derived(name, country, birth)
    return Party(
        id=identity,
        name=name,
        country=country,
        birth_date=birth,
        phone=first(facts, who.phone) or (proxy if kind in _PHONE_PROXIES else None),
        email=first(facts, who.email) or (proxy if kind in _EMAIL_PROXIES else None),
        city=first(facts, who.city),
        address=", ".join(found for path in who.address if (found := facts.get(path))) or None,
        account=iban or local or proxy,
    )


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


def _scope(facts: Facts, side: Side, bic: str | None) -> str | None:
    """A local account number is unique within its bank only."""
    return bic[:8].upper() if bic else first(facts, _spelt(side.agent, elements.AGENT_NAME))


def _country(facts: Facts, who: _Paths, iban: str | None, bic: str | None, side: Side) -> str | None:
    stated = first(facts, who.country)
    if stated:
        return stated
    if iban and _IBAN.fullmatch(iban):
        return iban[:2]
    if bic and _BIC.fullmatch(bic):
        return bic[4:6].upper()
    return first(facts, _spelt(side.agent, elements.AGENT_COUNTRY))


def _party_id(facts: Facts, who: _Paths) -> str | None:
    """With its kind before it, so that a passport's number cannot be taken for an account's."""
    for path in who.party_id:
        number = facts.get(path)
        if number is not None:
            kind = path.removesuffix("/Id").rpartition("/")[2]
            if kind == "Othr":
                stem = path.removesuffix("Id")
                kind = next(
                    (facts[scheme] for scheme in who.schemes if scheme.startswith(stem) and scheme in facts), "id"
                )
            return f"{kind}:{number}"
    return None


def _derived(name: str | None, country: str | None, birth: str | None) -> str | None:
    return f"name:{folded(name)}|{country or ''}|{birth or ''}" if name else None
