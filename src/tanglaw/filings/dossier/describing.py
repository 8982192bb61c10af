"""Parties, accounts and amounts of a dossier in words, for the narrative and for reports."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tanglaw.filings.dossier.party import Account, Address, Device, Document, Party
from tanglaw.leads.text import plain
from tanglaw.leads.words import money

QUOTED: Final = 300
"""Characters of somebody's words that a narrative quotes."""


def money_words(amount: Decimal, currency: str) -> str:
    """Write ``AUD 51.00``; never rounded."""
    return money(amount, currency)


def quoted(text: str) -> str:
    """Put somebody's own words in quotation marks, on one line; long ones are cut, and it is said how long they are.

    The whole of them stands with its payment or party.
    """
    shown = plain(text)
    return f"“{shown}”" if len(shown) <= QUOTED else f"“{shown[:QUOTED]}…” ({len(shown):,} characters in all)"


def listed(words: Sequence[str], most: int) -> str:
    """Join words with commas, and say how many were left out."""
    more = f" and {len(words) - most:,} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


def name_and_id(party: Party) -> str:
    """Write ``Maria Example (R-9020)``, or the id alone where no name is recorded."""
    identifier = plain(party.ids[0]) if party.ids else party.key
    return f"{plain(party.names[0])} ({identifier})" if party.names else identifier


def party_words(party: Party, devices: int = 5) -> str:
    """Write everything that identifies a party, separated by semicolons; of its devices, the first so many."""
    parts = [name_and_id(party)]
    if len(party.names) > 1:
        parts.append("also recorded as " + ", ".join(quoted(name) for name in party.names[1:]))
    if born := party.birth_date or party.birth_year:
        parts.append(f"born {'' if party.birth_date else 'in '}{born}")
    parts += [address_words(address) for address in party.addresses] or [party.country or "country unknown"]
    numbers = (
        ("further ids", party.ids[1:]), ("phone", party.phones), ("e-mail", party.emails), ("handle", party.handles),
    )  # fmt: skip
    for title, values in numbers:
        if values:
            parts.append(f"{title} " + ", ".join(plain(value) for value in values))
    if party.accounts:
        parts.append("accounts " + ", ".join(account_words(account) for account in party.accounts))
    if party.devices:
        parts.append("devices " + listed([device_words(device) for device in party.devices], devices))
    parts += [document_words(document) for document in party.documents]
    if party.occupation:
        parts.append(f"occupation {plain(party.occupation)}")
    return "; ".join(parts)


def address_words(address: Address) -> str:
    """Write an address on one line."""
    parts = (address.street, address.city, address.state, address.postcode, address.country)
    return ", ".join(plain(part) for part in parts if part)


def account_words(account: Account) -> str:
    """Write ``IBAN DE89… at Remit One``."""
    kind = "IBAN" if account.kind == "iban" else account.kind
    at = f" at {plain(account.institution)}" if account.institution else ""
    return f"{kind} {plain(account.number)}{at}"


def device_words(device: Device) -> str:
    """Write a device with its network address."""
    return " from ".join(plain(part) for part in (device.device, device.ip) if part)


def document_words(document: Document) -> str:
    """Write a document of identity."""
    of = f" of {document.country}" if document.country else ""
    return f"{document.kind}{of} {plain(document.number)}"
