"""Amounts as they are written, to exact decimals."""

from __future__ import annotations

import re
from decimal import Context, Decimal, InvalidOperation
from typing import Final, Literal

import polars as pl

from tanglaw.payments.columns import MONEY
from tanglaw.payments.unique import map_unique

DecimalMark = Literal[".", ","]

_PLAIN: Final = r"^[+-]?\d{1,20}(?:\.\d{1,18})?$"
# A thousands separator stands before groups of three (or, in India, two and then three).
_GROUPED: Final[dict[DecimalMark, re.Pattern[str]]] = {
    ".": re.compile(r"[+-]?(?:\d+|\d{1,3}(?:([,'’\s])\d{2,3})(?:\1\d{2,3})*(?<=\d{3}))(?:\.\d*)?|[+-]?\.\d+"),
    ",": re.compile(r"[+-]?(?:\d+|\d{1,3}(?:([.'’\s])\d{2,3})(?:\1\d{2,3})*(?<=\d{3}))(?:,\d*)?|[+-]?,\d+"),
}
_SCIENTIFIC: Final = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}")
_EXACT: Final = Context(prec=60)
_SMALLEST: Final = Decimal(1).scaleb(-18)
_LIMIT: Final = Decimal(10) ** 20


def parse_money(values: pl.Series, mark: DecimalMark = ".") -> pl.Series:
    """Exact amounts in MONEY; null for what is no number, or cannot be held exactly. Signs and zeros are kept.

    Text may carry thousands separators (the other mark, apostrophe, any space) and, with a decimal point, an exponent.
    Floats are read as the shortest decimal that means the same float, which is what their writer saw.
    """
    if values.dtype.is_decimal():
        exact = values.cast(MONEY, strict=False)
        scale = getattr(values.dtype, "scale", 0) or 0
        return exact if scale <= 18 else pl.select(pl.when(exact.cast(values.dtype) == values).then(exact)).to_series()
    if values.dtype.is_integer():
        return values.cast(MONEY, strict=False)
    text = values.cast(pl.String, strict=False).str.strip_chars()
    written_plainly = text.str.contains(_PLAIN) & pl.Series([mark == "."])
    plain = pl.select(pl.when(written_plainly).then(text)).to_series().cast(MONEY, strict=False)
    rest = pl.select(pl.when(~written_plainly).then(text)).to_series()
    if rest.null_count() == rest.len():
        return plain.alias(values.name)
    odd = map_unique(rest, lambda one: _parse(one, mark), MONEY)
    return plain.fill_null(odd).alias(values.name)


def _parse(text: str, mark: DecimalMark) -> Decimal | None:
    if _SCIENTIFIC.fullmatch(text) and (mark == "." or "." not in text):
        written = text
    elif match := _GROUPED[mark].fullmatch(text):
        written = text.replace(match[1], "") if match[1] else text
        written = written.replace(mark, ".")
    else:
        return None
    try:
        value = Decimal(written)
    except InvalidOperation:
        return None
    if abs(value) >= _LIMIT or value != value.quantize(_SMALLEST, context=_EXACT):
        return None
    return value


_DECIDES: Final[tuple[tuple[DecimalMark, re.Pattern[str]], ...]] = (
    (",", re.compile(r".*[.'’\s]\d{2,3},\d*|[^,]*,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|[^,]*(?:\.\d{3}){2,}")),
    (".", re.compile(r".*[,'’\s]\d{2,3}\.\d*|[^.]*\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{4,}\.\d+|[^.]*(?:,\d{3}){2,}")),
)


def decide_mark(values: pl.Series) -> DecimalMark | None:
    """Which decimal mark a column of text uses, by its own values; None when they leave it open.

    ``1.234`` alone could be either; one ``51,00`` among them settles it. Contradicting columns follow the majority, and
    the minority is refused row by row.
    """
    distinct = values.drop_nulls().str.strip_chars().str.strip_chars_start("+-").unique().to_list()
    votes = {mark: sum(bool(shape.fullmatch(one)) for one in distinct) for mark, shape in _DECIDES}
    if votes[","] != votes["."]:
        return max(votes, key=lambda mark: votes[mark])
    has_mark = any("," in one or "." in one for one in distinct if one[:1].isdigit())
    return None if has_mark else "."
