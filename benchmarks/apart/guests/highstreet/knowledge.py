"""What the bank holds about both sides: much about its customers, little about those they pay."""

from __future__ import annotations

from datetime import date

from .chance import Chance
from .ledger import Ledger
from .people import Payer
from .receivers import Receiver

_KNOWN_AT_OTHER_BANKS = 0.04


def originators(chance: Chance, ledger: Ledger) -> dict[str, list[str | date | None]]:
    """Columns about payers: complete for customers, a name and a number for strangers of other banks."""
    columns: dict[str, list[str | date | None]] = {
        name: []
        for name in (
            "originator_name",
            "originator_birth_date",
            "originator_city",
            "originator_phone",
            "originator_device",
        )
    }
    for payer, rail in zip(ledger.payers, ledger.rails, strict=True):
        columns["originator_name"].append(payer.name)
        columns["originator_birth_date"].append(payer.born if payer.ours else None)
        columns["originator_city"].append(payer.city if payer.ours else None)
        columns["originator_phone"].append(payer.phone)
        columns["originator_device"].append(_device(chance, payer, rail))
    return columns


def _device(chance: Chance, payer: Payer, rail: str) -> str | None:
    """Cards are paid on the shop's side; orders in the office or by standing order have no device either."""
    if rail == "card" or not payer.devices or chance.odds(0.06):
        return None
    return payer.devices[0] if chance.odds(0.85) else payer.devices[-1]


def beneficiaries(chance: Chance, ledger: Ledger) -> dict[str, list[str | int | None]]:
    """Columns about receivers: a name as typed, a city only where SWIFT or the counter asked, a birth year at home."""
    columns: dict[str, list[str | int | None]] = {
        name: []
        for name in (
            "beneficiary_name",
            "beneficiary_birth_year",
            "beneficiary_city",
            "beneficiary_phone",
            "merchant_category",
        )
    }
    typed: dict[tuple[str, str], str] = {}
    for account, receiver in zip(ledger.accounts, ledger.receivers, strict=True):
        pair = (account, receiver.subject)
        if pair not in typed:
            typed[pair] = _typed(chance, receiver)
        columns["beneficiary_name"].append(typed[pair] if not chance.odds(0.02) else None)
        columns["beneficiary_birth_year"].append(receiver.birth_year)
        columns["beneficiary_city"].append(_city(chance, receiver))
        columns["beneficiary_phone"].append(receiver.phone or None)
        columns["merchant_category"].append(receiver.category or None)
    return columns


def _typed(chance: Chance, receiver: Receiver) -> str:
    """Registers fill in names at home; abroad the payer types what he knows, once, when he saves the receiver."""
    if receiver.company or receiver.country == "SE":
        return receiver.name
    parts, roll = receiver.name.split(), chance.unit()
    if roll < 0.62:
        return receiver.name
    if roll < 0.74:
        return f"{parts[0]} {parts[-1]}"
    if roll < 0.84:
        return receiver.name.upper()
    if roll < 0.92:
        return f"{parts[-1]} {parts[0]}"
    return f"{parts[0][0]}. {parts[-1]}" if roll < 0.96 else parts[0]


def _city(chance: Chance, receiver: Receiver) -> str | None:
    """Nobody asks for the town of a phone number."""
    if receiver.birth_year is not None and receiver.country == "SE":
        return receiver.city
    asked = {"card": 0.9, "cash_pickup": 0.85, "bank": 0.3, "wallet": 0.12}[receiver.rail]
    if receiver.country == "SE" and receiver.rail == "bank":
        asked = _KNOWN_AT_OTHER_BANKS
    return receiver.city if receiver.city and chance.odds(asked) else None
