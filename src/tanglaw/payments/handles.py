"""Ways to reach a person outside the payment system, written into a reference.

FATF 2025 names handles and phone numbers in the reference as an indicator; an invoice number, an IBAN or a date is
none.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.common.uniques import over_uniques

_AT_NAME: Final = r"(?:^|[^\w@.])@[a-z_][\w.]{2,}"
_EMAIL: Final = r"[\w.+-]+@[\w-]+\.[a-z]{2,}"
_ADDRESS: Final = r"https?://|\bwww\.|\b(?:t|wa|m|ig|fb)\.me/|\b[a-z0-9-]+\.(?:com|net|org|me|app|link|ly|gg|io)/\S"
_APP: Final = (
    r"\b(?:telegram|tg|whats ?app|skype|viber|snap(?:chat)?|kik|instagram|insta|facebook|messenger|fb|wechat|line id"
    r"|discord|wickr)"
)
_APP_NAME: Final = (
    _APP
    + r"(?: ?(?:id|name|user|username|acc))?"
    + r"(?: ?[:=@/] ?[a-z][\w.]{2,}| (?:[a-z]+:[\w.]{3,}|[a-z]+[\d_.][\w.]*|id[: ]+\w{3,}))"
)
_APP_NUMBER: Final = _APP + r"(?: ?(?:no|num|number|id))?[ :.=]*\+?\d[\d .-]{6,}\d"
_INTERNATIONAL: Final = r"(?:^|[^\w])(?:\+|00)[1-9](?:[ ().-]{0,2}\d){7,14}(?:$|[^\w])"
_TRUNK: Final = r"(?:^|[^\w.,/#-])0[1-9](?:[ ().-]{0,2}\d){7,9}(?:$|[^\w/-])"
_PHONE_WORD: Final = (
    r"\b(?:tel|phone|ph|mobile|mob|cell(?:phone)?|call|text|txt|sms|gcash|cp|contact)(?: ?(?:no|num|number|#))?"
    r"[ :.=]*\+?\(?\d(?:[ ().-]{0,2}\d){7,14}\b"
)
_HANDLE: Final = "|".join(f"(?:{part})" for part in (_AT_NAME, _EMAIL, _ADDRESS, _APP_NAME, _APP_NUMBER, _PHONE_WORD))
_PHONE: Final = f"(?:{_INTERNATIONAL})|(?:{_TRUNK})"
_NOT_A_PHONE: Final = (
    r"\b(?:inv(?:oice)?|order|ord|ref(?:erence)?|bill|receipt|acc(?:oun)?t|a/c|iban|policy|contract|booking|ticket|customer"
    r"|student|id|txn|transaction|no|nr|nummer|rechnung|factura|facture)"
    r"[ .:#-]*(?:no|nr|number|num)?[ .:#-]*[a-z]{0,4}[-/]?\d[\d ./-]*"
    r"|\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?\b"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b"
)
"""Numbers with another meaning, taken out before the search: labelled numbers, IBANs and dates."""


def has_handle(ref: pl.Series) -> pl.Series:
    """Say whether a reference carries a handle, phone number, e-mail or web address.

    Args:
        ref: references, verbatim.

    Returns:
        Boolean ``has_handle``; null where ``ref`` is null.
    """
    return over_uniques(ref, _search).alias("has_handle")


def _search(text: pl.Series) -> pl.Series:
    hint = text.str.contains(r"[@/]|www|\d(?:\D{0,3}\d){6}") | text.str.to_lowercase().str.contains(_APP)
    likely = text.filter(hint).str.to_lowercase()
    found = likely.str.contains(_HANDLE) | likely.str.replace_all(_NOT_A_PHONE, " ").str.contains(_PHONE)
    answer = hint.to_numpy().copy()
    answer[answer] = found.to_numpy()
    return pl.Series(answer, dtype=pl.Boolean)
