"""What people write in the reference field, and how often they write anything at all.

The same innocent words serve everybody; a payer who hides something borrows them, so no word belongs to one pattern.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases to choose from and the share of payments that carry one, where the institution passes text on."""

    phrases: tuple[str, ...]
    share: float = 0.5


KIN: Final = Words(
    ("support", "family", "for mama", "school fees", "medicine", "allowance", "gift", "hospital", "rice and bills",
     "happy birthday", "til familien", "gave", "uniform", "electric bill", "from your brother", "for the house"),
    0.45,
)  # fmt: skip
HOME_ACCOUNT: Final = Words(
    ("wplata", "rata", "na dom", "kredyt", "for mama", "przelew", "savings", "own account"), 0.6
)
DISASTER: Final = Words(("for repair", "help", "emergency", "food", "roof", "stay safe"), 0.4)
PARTNER: Final = Words(
    ("love you", "for you", "rent", "visa fee", "gift", "birthday", "phone", "treat", "support", "ticket", "miss you"),
    0.5,
)
WORK: Final = Words(
    (
        "invoice 0{n}",
        "INV-{n}",
        "week {n}",
        "milestone {n}",
        "salary",
        "design work",
        "VA hours",
        "faktura {n}",
        "bonus",
    ),
    0.85,
)
LESSON: Final = Words(("lesson", "english lesson", "spansk time", "lessons x{n}", "tutoring", "gitartime", "math"), 0.6)
HOBBY: Final = Words(
    (
        "order {n}",
        "skins",
        "account lvl {n}",
        "commission",
        "@pix{n}",
        "cards",
        "tusen takk",
        "boost",
        "gold",
        "auction",
        "shrimps",
        "yarn",
        "ign: fox{n}",
        "keycaps",
    ),
    0.55,
)
TIP: Final = Words(("tip", "gift", "thanks", "treat", "for you", "coffee", "nice evening", "present"), 0.3)
GIVING: Final = Words(("donation", "gave", "monthly sponsor", "child sponsor {n}", "relief", "school project"), 0.75)
STUDENT: Final = Words(("husleie", "semester", "mat", "lommepenger", "books", "tuition", "rent", "husleie {n}"), 0.6)
HUB: Final = Words(
    ("ref {n}", "fellesutgifter", "booking {n}", "invoice {n}", "rent", "deposit", "tuition", "clinic"), 0.8
)
TOP_UP: Final = Words(("deposit {n}", "top up", "acc {n}"), 0.7)
ONE_OFF: Final = Words(
    ("takk", "dinner", "ticket", "hytte", "gift", "for tur", "parts", "share", "bilen", "hotell"), 0.5
)
TROUBLE: Final = Words(("fees", "customs", "hospital", "ticket", "loan", "visa fee", "help", "for travel"), 0.5)
QUIET: Final = Words(
    ("family support", "school fees", "gift", "birthday", "medical", "treat", "expenses", "support", "uniform", "help",
     "accommodation", "education", "thanks", "call {n}", "@may{n}"),
    0.4,
)  # fmt: skip
PRESSED: Final = Words(("payment", "here", "last one", "gift", "friend", "ok", "help", "please stop", "order"), 0.35)
PRODUCT: Final = Words(("order {n}", "premium", "plan 12m", "renewal", "key"), 0.3)
NOTHING: Final = Words(("",), 0.0)
