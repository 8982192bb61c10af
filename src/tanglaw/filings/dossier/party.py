"""A person or organisation of a filing, with everything that identifies it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field

from tanglaw.common.roles import Role
from tanglaw.filings.dossier.part import Part

Side = Role
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]

Standing = Literal[
    "subject of review", "possible victim", "facilitator in question", "witness", "named in the case",
    "counterparty", "counterparty's counterparty",
]  # fmt: skip
"""Why a party is in the filing; never a verdict."""

NAMED: Final = frozenset({"facilitator in question", "witness", "named in the case"})
"""Standings that people who worked on the case gave, and no lead does."""

BESIDE: Final = NAMED | {"subject of review", "possible victim"}
"""Standings of somebody who may be in a filing without a payment."""

Kind = Literal["person", "organisation", "unknown"]


class Address(Part):
    """An address as recorded; any part may be missing.

    Attributes:
        street: verbatim, whatever its length.
        state: state, province or region, where the record has one.
    """

    street: str | None = None
    city: str | None = None
    state: str | None = None
    postcode: str | None = None
    country: Country | None = None


class Account(Part):
    """An account, card or wallet that payments ran through.

    Attributes:
        number: as recorded.
        kind: what it is by its form; ``account`` where the form does not tell.
        institution: who keeps it, where known.
        currency: ISO 4217, where known.
        payments: how many payments of this filing used it.
    """

    number: str
    kind: Literal["iban", "account", "wallet", "card", "crypto address"] = "account"
    institution: str | None = None
    institution_code: str | None = None
    country: Country | None = None
    currency: str | None = None
    opened: date | None = None
    payments: int = 0


class Device(Part):
    """A device or network address that payments were ordered from.

    Attributes:
        first_seen, last_seen: days of the first and last payment from it, UTC.
        payments: how many payments of this filing came from it.
    """

    device: str | None = None
    ip: str | None = None
    first_seen: date | None = None
    last_seen: date | None = None
    payments: int = 0


class Document(Part):
    """A document that proves identity, as the institution recorded it."""

    kind: Literal["passport", "identity card", "driving licence", "residence permit", "tax number", "other"]
    number: str
    country: Country | None = None
    issued: date | None = None
    expires: date | None = None
    issuer: str | None = None


class Party(Part):
    """One party.

    Attributes:
        key: unique in the dossier; payments point to it.
        standing: why the party is in the filing.
        side: whether it pays or is paid in the payments of the filing; ``None``: it takes part in none.
        client: a customer of the institution that files.
        protected: may be a victim or a minor; the name is masked wherever a reader has no need to know it.
        protected_because: in words.
        ids: the institution's ids.
        names: as recorded, the commonest first, verbatim.
        first_name, last_name: as the institution holds them apart; a name is never split by guess where they are empty,
            except by rules that the form to be filled states.
        gender, nationalities, documents, occupation: only because a form asks for them; never used as evidence.
        handles: user names on other services, as recorded by people.
        payments: how many payments of this filing the party takes part in.
    """

    key: str
    standing: Standing
    side: Side | None
    kind: Kind = "unknown"
    client: bool = False
    protected: bool = False
    protected_because: str = ""
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    first_name: str | None = None
    last_name: str | None = None
    gender: Literal["female", "male", "unknown"] = "unknown"
    birth_date: date | None = None
    birth_year: Annotated[int, Field(ge=1800, le=9999)] | None = None
    nationalities: tuple[Country, ...] = ()
    country: Country | None = None
    addresses: tuple[Address, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    devices: tuple[Device, ...] = ()
    documents: tuple[Document, ...] = ()
    occupation: str | None = None
    note: str = ""
    payments: int = 0

    @property
    def suspected(self) -> bool:
        """Whether forms that ask so mark the party as under suspicion: never who may be a victim, never a witness."""
        return not self.protected and self.standing in {"subject of review", "facilitator in question"}
