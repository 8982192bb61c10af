"""The rows that happened, and what each of them was."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.neobank.days import DAY, DAYS
from benchmarks.apart.guests.neobank.parties import Party

KINDS = {
    "split": ("ordinary", "ordinary"),
    "loan": ("ordinary", "ordinary"),
    "card": ("ordinary", "hub"),
    "resale": ("ordinary", "ordinary"),
    "chores": ("ordinary", "ordinary"),
    "scam": ("ordinary", "ordinary"),
    "cash_out": ("ordinary", "hub"),
    "onward": ("ordinary", "extortion_collection"),
    "relayed": ("ordinary", "facilitation"),
    "entry_fee": ("ordinary", "collector"),
    "circle": ("ordinary", "collector"),
    "flat": ("hub_payment", "collector"),
    "bill": ("hub_payment", "hub"),
    "family": ("family_support", "family_receiver"),
    "padala": ("family_support", "collector"),
    "partner": ("partner_abroad", "partner_receiver"),
    "student": ("student_support", "student"),
    "work": ("freelancer_employer", "freelancer"),
    "hobby": ("hobby_purchase", "seller"),
    "gift": ("donation", "charity"),
    "romance": ("romance_fraud_victim", "romance_fraud_receiver"),
    "livestream": ("livestream_purchase", "facilitation"),
    "extortion": ("extortion_victim", "extortion_collection"),
    "material": ("material_purchase", "material_vendor"),
    "minor": ("minor_purchase", "minor_recipient"),
}
"""What the payer and the receiver of such a payment are."""

CRIMES = frozenset({"livestream", "extortion", "material", "minor", "onward", "relayed"})


@dataclass(slots=True)
class Row:
    """One payment. `minute` is on the payer's clock; `auto` means that no phone ordered it."""

    payer: Party
    receiver: Party
    minute: int
    minor: int
    currency: str
    kind: str
    rail: str
    reference: str | None
    purpose: str | None
    status: str
    auto: bool


_RAILS = {"customer": "wallet", "outside": "bank", "merchant": "card"}


class Ledger:
    """All rows, the ring or household that a party belongs to, and who was told to imitate ordinary life."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.groups: dict[tuple[str, str], str] = {}
        self.imitators: set[str] = set()

    def belongs(self, party: Party, group: str, *, roles: tuple[str, ...] = ("originator", "beneficiary")) -> None:
        """Note the ring or household of a party; the first one noted stays."""
        for role in roles:
            self.groups.setdefault((role, party.subject), group)

    def post(  # noqa: PLR0917 -- who, whom, when, how much, in what, what for
        self,
        payer: Party,
        receiver: Party,
        minute: int,
        minor: int,
        currency: str,
        kind: str,
        *,
        reference: str | None = None,
        purpose: str | None = None,
        status: str = "completed",
        auto: bool = False,
    ) -> bool:
        """Write a payment and return True; False for one outside the window, before its account, or to oneself."""
        if not max(0, payer.since) <= minute < DAYS * DAY or payer.person == receiver.person:
            return False
        if receiver.means == "customer" and minute < receiver.since:
            return False
        rail = _RAILS.get(receiver.means, receiver.means)
        card = rail == "card"
        # Card schemes carry no text, and crypto withdrawals only an address.
        text = None if card or rail == "crypto" else reference
        self.rows.append(Row(payer, receiver, minute, minor, currency, kind, rail, text, purpose, status, auto or card))
        return True
