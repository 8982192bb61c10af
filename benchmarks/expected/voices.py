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

CHECKS: Final = ("bureau", "neobank", "postbank", "telco")
"""Authors who are not asked, so that their worlds can check what the others said."""
