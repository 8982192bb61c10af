"""Who is asked, and in which of their worlds."""

from __future__ import annotations

from typing import Final

_SEED: Final = 71
"""No seed of the evaluation."""

VOICES: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    "the eight": tuple((f"w{number}", _SEED) for number in range(1, 9)),
    "the lab": (("lab-mixed", 701), ("lab-imitators", 702), ("lab-sparse", 703)),
    **{guest: ((guest, _SEED),) for guest in ("app", "bank", "card", "coin", "desk", "regional", "remitter", "wallet")},
}
"""Author to worlds, name and seed. Each author is one voice, however many worlds are theirs."""

_ASKED_LATER: Final = (
    "agents",
    "bureau",
    "creditunion",
    "exchange",
    "gateway",
    "neobank",
    "postbank",
    "prepaid",
    "sepa",
    "superapp",
    "telco",
    "union",
)
"""Guests whose worlds checked earlier choices, and who have no part in the shares (docs/decisions/029)."""

BELIEVED: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    **VOICES,
    **{guest: ((guest, _SEED),) for guest in _ASKED_LATER},
}
"""Authors whose worlds say how much each measure deserves to be believed."""

LATEST: Final = ("coop", "topup")
"""Authors whose worlds came when all was chosen."""

CHECKS: Final = (
    "branch",
    "diaspora",
    "fastpay",
    "giro",
    "handles",
    "highstreet",
    "kiosk",
    "momo",
    "payout",
    *LATEST,
)
"""Authors who are not asked at all, so that their worlds can check what the others said."""
