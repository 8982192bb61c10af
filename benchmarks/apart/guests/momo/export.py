"""The table as the operator would hand it out: full about its own wallets, thin about a partner's senders."""

from __future__ import annotations

import polars as pl

from benchmarks.apart.guests.momo.accounts import Account, is_home
from benchmarks.apart.guests.momo.dice import Dice
from benchmarks.apart.guests.momo.ledger import Ledger

MONEY = pl.Decimal(38, 18)
OPERATOR = "Lakbay Wallet"
TEXT = pl.String()


def person_columns(account: Account, end: str) -> dict[str, str | int | None]:
    """What the books hold of one end of a payment."""
    home = is_home(account)
    held: dict[str, str | int | None] = {
        f"{end}_id": account.id,
        f"{end}_country": account.country.code,
        f"{end}_name": account.name.upper() if home else account.name if account.name_known else None,
        f"{end}_birth_year": account.birth if account.birth_known else None,
        f"{end}_phone": account.phone if account.phone_known else None,
        f"{end}_city": account.city if home or account.city_known else None,
        f"{end}_address": account.address or None,
    }
    if end == "originator":
        held.pop("originator_address")
        held["originator_device"] = account.device or None
        held["institution"] = account.partner.name if account.partner else OPERATOR
    return held


def end_table(accounts: dict[str, Account], end: str) -> pl.DataFrame:
    """One row for each account at that end."""
    held = [person_columns(account, end) for account in accounts.values()]
    schema = {name: pl.Int16() if name.endswith("birth_year") else TEXT for name in held[0]}
    return pl.DataFrame(held, schema=schema)


def purpose(dice: Dice, foreign: bool, kind: str, reference: str) -> str | None:
    """Partners make the sender choose a purpose from a list; most choose the first entry."""
    if not foreign or dice.chance(0.4):
        return None
    honest = {"freelancer_employer": "SERV", "donation": "CHAR", "student_support": "EDUC", "hobby_purchase": "GDSV"}
    return "FAMI" if dice.chance(0.55) or not reference else honest.get(kind, dice.pick(("FAMI", "GIFT", "OTHR")))


def payments(ledger: Ledger, dice: Dice) -> pl.DataFrame:
    """Every payment with the columns of the contract that such an operator holds."""
    order, entries = ledger.frame(), ledger.entries
    ordered = [entries[number] for number in order["entry"].to_list()]
    table = pl.DataFrame(
        {
            "payment_id": [f"LW{number:09d}" for number in range(1, len(ordered) + 1)],
            "executed_at": order["executed_at"],
            "amount": order["text"].cast(MONEY),
            "currency": [e.payer.country.currency for e in ordered],
            "originator_id": [e.payer.id for e in ordered],
            "beneficiary_id": [e.receiver.id for e in ordered],
            "rail": [e.rail for e in ordered],
            "reference": [e.reference or None for e in ordered],
            "purpose_code": [purpose(dice, not is_home(e.payer), e.kind.payer, e.reference) for e in ordered],
            "status": ["REVERSED" if dice.chance(0.006) else "SUCCESS" for _ in ordered],
        },
        schema_overrides={"reference": TEXT, "purpose_code": TEXT},
    )
    payers = end_table({e.payer.id: e.payer for e in ordered}, "originator")
    receivers = end_table({e.receiver.id: e.receiver for e in ordered}, "beneficiary")
    return table.join(payers, on="originator_id", how="left", maintain_order="left").join(
        receivers, on="beneficiary_id", how="left", maintain_order="left"
    )
