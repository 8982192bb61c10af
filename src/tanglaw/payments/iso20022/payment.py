"""From a transaction's facts to one row of the payment table, or to what is wrong with it."""

from __future__ import annotations

import hashlib
from typing import Final

from tanglaw.payments.iso20022 import elements
from tanglaw.payments.iso20022.elements import CREDITOR, DEBTOR, Side
from tanglaw.payments.iso20022.gather import Facts, first
from tanglaw.payments.iso20022.moments import executed_at
from tanglaw.payments.iso20022.parties import Party, institution, party
from tanglaw.payments.iso20022.statements import status

COLUMNS: Final = (
    "payment_id", "executed_at", "amount", "currency",
    "originator_id", "originator_country", "beneficiary_id", "beneficiary_country",
    "originator_name", "originator_birth_date", "originator_phone", "originator_email", "originator_city",
    "originator_address", "originator_account",
    "beneficiary_name", "beneficiary_birth_year", "beneficiary_phone", "beneficiary_email", "beneficiary_city",
    "beneficiary_address", "beneficiary_account",
    "rail", "institution", "reference", "purpose_code", "status",
)  # fmt: skip
"""Columns of the rows that are made, in order; all text."""

Row = tuple[str | None, ...]

_DOMESTIC: Final = "DMCT"
"""Bank transaction code of a domestic credit transfer: the one country known is that of both."""
_NOTHING: Final = frozenset({"NOTPROVIDED", "NOT PROVIDED", "NONREF", "NONE", "N/A", "NA", "0", "-"})


class UnclearError(Exception):
    """A transaction that cannot be told: `field` and `problem` are for the rejected row."""

    def __init__(self, field: str, problem: str) -> None:
        self.field = field
        self.problem = problem
        super().__init__(problem)


def money(facts: Facts, paths: tuple[str, ...]) -> tuple[str, str | None] | None:
    """The first amount of `paths` and its currency."""
    for path in paths:
        found = facts.get(path)
        if found is not None:
            return found, facts.get(f"{path}@Ccy")
    return None


def row(facts: Facts, amount: tuple[str, str | None], number: int, source: str) -> Row:
    """One row in the order of COLUMNS.

    Args:
        facts: everything the message says of the transaction.
        amount: amount and currency.
        number: of the transaction within its message, from 1.
        source: names the message if it does not name itself.

    Raises:
        UnclearError: one of the parties cannot be told.
    """
    payer = party(facts, DEBTOR)
    receiver = party(facts, CREDITOR)
    if payer.id is None or receiver.id is None:
        raise _nobody(payer, receiver)
    payer_country, receiver_country = payer.country, receiver.country
    if first(facts, elements.FAMILY) == _DOMESTIC:
        payer_country, receiver_country = payer_country or receiver_country, receiver_country or payer_country
    when = executed_at(facts)
    value, currency = amount
    return (
        payment_id(facts, number, source, (when, value, currency, payer.id, receiver.id)),
        when, value, currency,
        payer.id, payer_country, receiver.id, receiver_country,
        payer.name, payer.birth_date, payer.phone, payer.email, payer.city, payer.address, payer.account,
        receiver.name, receiver.birth_date[:4] if receiver.birth_date else None,
        receiver.phone, receiver.email, receiver.city, receiver.address, receiver.account,
        _rail(facts), institution(facts, DEBTOR) or first(facts, elements.SENDER),
        reference(facts), first(facts, elements.PURPOSE), status(facts),
    )  # fmt: skip


def payment_id(facts: Facts, number: int, source: str, content: tuple[str | None, ...]) -> str:
    """The UETR, unique in the world; else message id, reference, number in the message and a mark of the content.

    References repeat within a message and message ids between senders; the mark keeps payments that differ apart, and
    the same file read twice still gives the same ids.
    """
    uetr = first(facts, elements.UETR)
    if uetr:
        taken_back = status(facts)
        return f"{uetr}:{taken_back}" if taken_back in {"reversal", "return"} else uetr
    named = [facts[path] for path in elements.REFERENCES if facts.get(path, "0").upper() not in _NOTHING]
    message = first(facts, elements.MESSAGE_ID) or source
    mark = hashlib.blake2b(
        "\x1f".join(part or "" for part in content).encode("utf-8", "replace"), digest_size=5
    ).hexdigest()
    return "/".join([message, *named[:1], f"{number}-{mark}"])


def reference(facts: Facts) -> str | None:
    """Everything that was written to the receiver, verbatim; the bank's own text only if there is nothing else."""
    written = [found for path in (*elements.UNSTRUCTURED, *elements.STRUCTURED) if (found := facts.get(path))]
    return " ".join(written) or first(facts, elements.ADDITIONAL)


def _rail(facts: Facts) -> str | None:
    """Only what the message states: cash held for the receiver, or an account that has an IBAN."""
    if first(facts, elements.PAYOUT) == "HOLD":
        return "cash_pickup"
    return "bank" if "CdtrAcct/Id/IBAN" in facts else None


def _nobody(payer: Party, receiver: Party) -> UnclearError:
    missing: list[Side] = [side for side, who in ((DEBTOR, payer), (CREDITOR, receiver)) if who.id is None]
    words = " and no ".join(f"{side.word} ({side.party}, {side.ultimate} or {side.account})" for side in missing)
    return UnclearError(
        ", ".join(f"{side.column}_id" for side in missing),
        f"found no {words}; expected an account, an id, a proxy or a name for each of the two parties",
    )
