"""E-mail addresses in one form, so that two spellings of one mailbox meet."""

from __future__ import annotations

from typing import Final

import polars as pl

_SHAPE: Final = r"^[a-z0-9!#$%&'*+/=?^_{|}~.-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$"
_DOTS_MEAN_NOTHING: Final = ("gmail.com", "googlemail.com")
_TAGS_AFTER_PLUS: Final = (
    *_DOTS_MEAN_NOTHING, "outlook.com", "hotmail.com", "live.com", "msn.com", "icloud.com", "me.com", "proton.me",
    "protonmail.com", "pm.me", "fastmail.com", "yandex.com", "yandex.ru", "zoho.com",
)  # fmt: skip
"""Providers that document that what follows a plus sign goes to the same mailbox."""

_PLACEHOLDER: Final = r"^(?:no|none|null|nil|na|noemail|nomail|no-?reply|unknown|test|x+|a|abc|email|customer)@"
_NOBODYS: Final = r"@(?:none|null|na|noemail|nomail|unknown|test|email|domain)\.[a-z]+$"


def normalise(email: pl.Series, country: pl.Series | None = None) -> pl.Series:
    """Give each address in lower case, without tags and dots where its provider ignores them.

    Args:
        email: addresses as recorded.
        country: not needed; taken so that all normalisers are called alike.

    Returns:
        String ``email``; null for null, for what is no address and for placeholders. ``normalise`` of its own result
        changes nothing.
    """
    del country
    clean = (
        pl.col("raw").str.to_lowercase().str.strip_chars(" \t\r\n<>;,\"'").str.strip_prefix("mailto:").str.strip_chars()
    )
    frame = email.to_frame("raw").select(address=clean)
    local = pl.col("address").str.extract(r"^(.*)@[^@]*$")
    domain = pl.col("address").str.extract(r"@([^@]*)$").replace("googlemail.com", "gmail.com")
    frame = frame.with_columns(local=local, domain=domain)
    untagged = pl.when(pl.col("domain").is_in(list(_TAGS_AFTER_PLUS))).then(pl.col("local").str.replace(r"\+.*$", ""))
    frame = frame.with_columns(local=untagged.otherwise("local"))
    undotted = pl.when(pl.col("domain").is_in(list(_DOTS_MEAN_NOTHING))).then(
        pl.col("local").str.replace_all(".", "", literal=True)
    )
    joined = undotted.otherwise("local") + "@" + pl.col("domain")
    frame = frame.select(email=joined)
    bad = pl.col("email").str.contains(_PLACEHOLDER) | pl.col("email").str.contains(_NOBODYS)
    return frame.select(pl.when(pl.col("email").str.contains(_SHAPE) & ~bad).then("email")).to_series().alias("email")
