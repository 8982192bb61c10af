"""The payments of a dossier as transactions of a goAML report."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from tanglaw.filings.amounts import amounts_in, plain_number
from tanglaw.filings.dossier.describing import money_words
from tanglaw.filings.dossier.money import Money
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.dossier.payment import Payment
from tanglaw.filings.goaml.context import Context, flag
from tanglaw.filings.goaml.emitting import FIELD, Said
from tanglaw.filings.goaml.parties import side_of
from tanglaw.payments.rates import Rates


def transactions(context: Context, rates: Rates) -> list[dict[str, Any]]:
    """Write every payment."""
    payments = context.dossier.payments
    parties = {party.key: party for party in context.dossier.parties}
    amounts = amounts_in(payments, context.local_currency, rates)
    return [
        _transaction(payment, f"payments[{payment.payment_id}]", amount, parties, context)
        for payment, amount in zip(payments, amounts, strict=True)
    ]


def _transaction(
    payment: Payment, where: str, amount: Decimal | None, parties: dict[str, Party], context: Context
) -> dict[str, Any]:
    codes = context.goaml.codes
    if amount is None:
        context.findings.refuse(
            f"{where}.sent", f"{payment.sent.currency}, for which no rate is known on that day",
            f"an amount in {context.local_currency}, which the report counts in", "Bring rates with --rates.",
        )  # fmt: skip
    local = payment.payer_local if context.goaml.clock == "payer" else None
    place = ", ".join(part for part in (payment.payer_city, payment.payer_country) if part)
    payer, receiver = parties[payment.payer], parties[payment.receiver]
    return {
        FIELD: where,
        "transactionnumber": Said(payment.payment_id, f"{where}.payment_id"),
        "transaction_location": Said(place, f"{where}.payer_city"),
        "transaction_description": Said(describe(payment), where),
        "date_transaction": context.when(local or payment.at, f"{where}.at"),
        "transmode_code": context.code(codes.conduction, payment.rail, f"{where}.rail"),
        "transmode_comment": context.constant("transmode_comment"),
        "amount_local": None if amount is None else Said(plain_number(amount), f"{where}.sent"),
        **_ends(payment, payer, receiver, where, context),
        "comments": Said(f"Reference, verbatim: {payment.reference}", f"{where}.reference")
        if payment.reference
        else None,
    }


def _ends(payment: Payment, payer: Party, receiver: Party, where: str, context: Context) -> dict[str, Any]:
    """Write who paid and who was paid, as the FIU wants it: as two sides, or as parties with roles."""
    ends: tuple[tuple[Literal["from", "to"], Party, str | None, Money | None, str], ...] = (
        ("from", payer, payment.payer_account, payment.sent, payment.payer_country),
        ("to", receiver, payment.receiver_account, payment.received, payment.receiver_country),
    )
    if context.goaml.transaction == "parties":
        return {
            "involved_parties": {FIELD: where, "party": [_party(*end, payment, where, context) for end in ends]}
        }  # fmt: skip
    return {name: made for end in ends for name, made in _side(*end, payment, where, context).items()}


def _party(  # noqa: PLR0917 -- one side of a payment takes all of it
    end: Literal["from", "to"], party: Party, account: str | None, money: Money | None, country: str, payment: Payment,
    where: str, context: Context,
) -> dict[str, Any]:  # fmt: skip
    detailed = context.goaml.client == "detailed" and party.client
    side = "originator" if end == "from" else "beneficiary"
    values: dict[str, Any] = {
        FIELD: where,
        "role": context.code(context.goaml.codes.party, side, "profile goaml.codes.party"),
        "funds_code": context.code(context.goaml.codes.funds, payment.rail, f"{where}.rail"),
        "foreign_currency": _foreign(money, where, context),
        "country": Said(country, f"{where}.{'payer' if end == 'from' else 'receiver'}_country"),
        "is_suspected": flag(party.suspected, f"parties[{party.key}].standing"),
    }
    own = side_of(party, account, context).items()
    return values | {f"{kind}_my_client" if detailed else kind: made for kind, made in own}


def _side(  # noqa: PLR0917 -- one side of a payment takes all of it
    end: Literal["from", "to"], party: Party, account: str | None, money: Money | None, country: str, payment: Payment,
    where: str, context: Context,
) -> dict[str, Any]:  # fmt: skip
    detailed = context.goaml.client == "detailed" and party.client
    values: dict[str, Any] = {
        FIELD: where,
        f"{end}_funds_code": context.code(context.goaml.codes.funds, payment.rail, f"{where}.rail"),
        f"{end}_foreign_currency": _foreign(money, where, context),
        f"{end}_is_suspected": flag(party.suspected, f"parties[{party.key}].standing"),
        f"{end}_country": Said(country, f"{where}.{'payer' if end == 'from' else 'receiver'}_country"),
    }
    values |= {f"{end}_{kind}": made for kind, made in side_of(party, account, context).items()}
    return {f"t_{end}_my_client" if detailed else f"t_{end}": values}


def _foreign(money: Money | None, where: str, context: Context) -> dict[str, Any] | None:
    if money is None or money.currency == context.local_currency:
        return None
    return {
        FIELD: where,
        "foreign_currency_code": Said(money.currency, f"{where}.currency"),
        "foreign_amount": Said(plain_number(money.amount), f"{where}.amount"),
    }


def describe(payment: Payment) -> str:
    """Say one payment in words: both clocks, both currencies, the way it took."""
    parts = [
        f"Executed {payment.at:%Y-%m-%d %H:%M:%S} UTC" if payment.time_known else f"Executed {payment.at:%Y-%m-%d}"
    ]
    for words, clock in (("payer", payment.payer_local), ("receiver", payment.receiver_local)):
        parts.append(f"{words}'s clock {clock:%Y-%m-%d %H:%M:%S %z}" if clock else f"{words}'s clock not known")
    parts.append(f"sent {money_words(payment.sent.amount, payment.sent.currency)}")
    for words, money in (("received", payment.received), ("worth", payment.usd)):
        if money is not None:
            basis = "" if money.basis == "stated" else " at the day's reference rate"
            parts.append(f"{words} {money_words(money.amount, money.currency)}{basis}")
    for words, text in (
        ("paid out by", payment.rail), ("through", payment.institution), ("from account", payment.payer_account),
        ("to account", payment.receiver_account), ("device", payment.payer_device),
        ("network address", payment.payer_ip), ("receiver in", payment.receiver_city),
        ("purpose code", payment.purpose_code), ("status", payment.status),
        ("merchant category", payment.merchant_category),
    ):  # fmt: skip
        if text:
            parts.append(f"{words} {text.replace('_', ' ') if words == 'paid out by' else text}")
    return ("; ".join(parts) + ".").replace("\N{NO-BREAK SPACE}", " ")
