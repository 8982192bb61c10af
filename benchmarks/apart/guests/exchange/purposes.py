# ruff: noqa: E501 -- a table reads better unbroken
"""Purpose codes: each entity has its own list, and most people take the first line of it."""

from __future__ import annotations

from typing import Final

import numpy as np

_CODES: Final[dict[str, dict[str, str]]] = {
    "JP": {"family": "01", "education": "02", "medical": "03", "gift": "04", "savings": "05", "loan": "06", "goods": "07",
           "services": "08", "donation": "09", "other": "99"},
    "GB": {"family": "Family support", "education": "Education", "medical": "Medical", "gift": "Gift", "savings": "Savings",
           "loan": "Loan repayment", "goods": "Goods", "services": "Services", "donation": "Charity", "other": "Other"},
    "DE": {"family": "FAMI", "education": "EDUC", "medical": "MDCS", "gift": "GIFT", "savings": "SAVG", "loan": "LOAN",
           "goods": "GDDS", "services": "SCVE", "donation": "CHAR", "other": "OTHR"},
    "AE": {"family": "FAM", "education": "EDU", "medical": "MED", "gift": "FAM", "savings": "OAT", "loan": "LNR",
           "goods": "GDI", "services": "SVC", "donation": "CHC", "other": "PPO"},
}  # fmt: skip


def purpose_code(host: str, wish: str, counter: bool, rng: np.random.Generator) -> str | None:
    """The code that gets recorded; the clerk fills it in at the counter, and the app once had no such field."""
    turn = rng.random()
    if turn < (0.02 if counter else 0.08):
        return None
    # The first line of the list is family support: half of those whose reason is another one never scroll.
    if wish != "family" and turn > 0.55:
        return _CODES[host]["family"]
    return _CODES[host][wish]


_REFERENCES: Final[dict[str, tuple[str, ...]]] = {
    "family": ("family support", "for mama", "allowance", "monthly", "house", "groceries", "for the kids", "rent"),
    "education": ("school fees", "tuition", "uniform", "exam fee", "education"),
    "medical": ("medical bills", "hospital", "medicine", "check up"),
    "gift": ("gift", "birthday", "treat", "happy birthday", "present", "love you"),
    "savings": ("own account", "savings", "house loan"),
    "loan": ("loan", "repayment", "thanks"),
    "goods": ("order", "item", "shipping", "commission", "invoice"),
    "services": ("lesson", "invoice", "work", "fees", "editing"),
    "donation": ("donation", "sponsorship", "relief", "offering"),
    "other": ("expenses", "help", "support", "fees", "as agreed"),
}


def screen_name(name: str, rng: np.random.Generator) -> str:
    """The name under which somebody is known on the site where the payer met them."""
    return f"{name.split(maxsplit=1)[0].lower()}{('', '_', '.')[int(rng.random() * 3)]}{int(rng.integers(10, 2100))}"


def reference(wish: str, note: str | None, counter: bool, rng: np.random.Generator) -> str | None:
    """The free text, which few fill in and counters do not ask for; `note` is a screen name that the receiver wants."""
    if note is not None and not counter and rng.random() < 0.35:
        return note
    if rng.random() > (0.02 if counter else 0.11):
        return None
    words = _REFERENCES[wish]
    return words[int(rng.random() * len(words))]
