"""The institutions that report, their products, and what each one holds about the two parties.

A sending app knows its payer well and the receiver hardly; a wallet knows its own holders by telephone and device;
a pickup counter types names by hand and writes a purpose, but seldom a message. The unit gets all of it in one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Institution:
    """A reporting institution and one product of it.

    `reports` is the side whose currency stands in the report: "send" or "payout". `cap` is what a basic account may
    receive in a month, in US dollars. `holds` gives the chance that a fact about a party is on file.
    """

    name: str
    code: str
    rail: str
    reports: str
    cap: float
    sloppy: float
    message: float
    holds: Mapping[str, float]


_NO_CAP: Final = 1e9

SENDERS: Final = (
    Institution("Bayanihan Send", "BS", "wallet", "send", _NO_CAP, 0.05, 0.75,
                {"name": 1, "birth_date": 0.97, "phone": 0.9, "email": 0.6, "device": 0.9, "ip": 0.85, "city": 0.95}),
    Institution("Lotus Transfer", "LT", "wallet", "send", _NO_CAP, 0.08, 0.6,
                {"name": 1, "birth_date": 0.55, "birth_year": 0.9, "phone": 0.7, "device": 0.5, "city": 0.8}),
    Institution("Corner Cash Union", "CU", "cash_pickup", "send", _NO_CAP, 0.45, 0.08,
                {"name": 1, "birth_date": 0.9, "phone": 0.4, "city": 0.9, "address": 0.85}),
    Institution("Mekong Gateway", "MG", "wallet", "payout", _NO_CAP, 0.15, 0.5,
                {"name": 0.93, "phone": 0.25, "city": 0.45}),
    Institution("Harbour Pay", "HP", "bank", "send", _NO_CAP, 0.02, 0.85,
                {"name": 1, "birth_year": 0.7, "email": 0.9, "device": 0.75, "ip": 0.7, "city": 0.7, "account": 0.6}),
)  # fmt: skip
SENDER_SHARE: Final = (30, 22, 20, 14, 14)

_WALLET_FILE: Final = {"name": 0.97, "birth_year": 0.8, "phone": 1.0, "city": 0.85, "account": 1.0,
                       "device": 0.97, "ip": 0.6, "birth_date": 0.45}  # fmt: skip

WALLETS: Final = {
    "PH": (Institution("Perlas Wallet", "PW", "wallet", "payout", 1750, 0.04, 0.65, _WALLET_FILE),
           Institution("Isla Pay", "IP", "wallet", "payout", 1750, 0.06, 0.5, _WALLET_FILE)),
    "TH": (Institution("Chang Wallet", "CW", "wallet", "payout", 2300, 0.04, 0.35, _WALLET_FILE),),
    "ID": (Institution("Garuda Saku", "GS", "wallet", "payout", 1250, 0.04, 0.55, _WALLET_FILE),
           Institution("Kantong", "KT", "wallet", "payout", 1250, 0.08, 0.4, _WALLET_FILE)),
    "VN": (Institution("Sen Wallet", "SW", "wallet", "payout", 3000, 0.04, 0.7, _WALLET_FILE),),
    "KH": (Institution("Tonle Money", "TM", "wallet", "payout", 2000, 0.06, 0.3, _WALLET_FILE),),
}  # fmt: skip

COUNTER: Final = Institution("Tambuli Pickup", "TP", "cash_pickup", "payout", _NO_CAP, 0.5, 0.0,
                             {"name": 1, "phone": 0.6, "city": 0.9, "birth_year": 0.5})  # fmt: skip
BANK: Final = Institution("Regional Clearing", "RC", "bank", "payout", _NO_CAP, 0.1, 0.0,
                          {"name": 1, "account": 1, "city": 0.3})  # fmt: skip
