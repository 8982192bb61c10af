# ruff: noqa: E501 -- a table reads better unbroken
"""The small trades that live on chat: who sells or teaches or collects, to whom, for how much, in which rhythm."""

from __future__ import annotations

from typing import Final, NamedTuple

from benchmarks.apart.guests.superapp.world import Cause


class Trade(NamedTuple):
    """One way of earning on the app.

    `where`: countries of the receivers; empty means the payer's own country. `stalls` per 14,000 payers; `share` of
    payers of the ages who take part, only of `homes` if given; `visits` a mean; `prices` dollars or a median and spread.
    """

    cause: Cause
    where: tuple[str, ...]
    stalls: float
    ages: tuple[int, int]
    share: float
    visits: float
    rhythm: str
    habit: str
    manner: str
    usd: float
    spread: float
    prices: tuple[float, ...] = ()
    homes: tuple[str, ...] = ()
    trail: float = 1.6


_BUY = ("hobby_purchase", "seller")
_HIRE = ("freelancer_employer", "freelancer")
_HUB = ("hub_payment", "hub")
_GIVE = ("donation", "charity")
_CLUB = ("hub_payment", "collector")

TRADES: Final = (
    # Picture cards of singers: sellers announce a lot in the group, and all who want one pay within the hour.
    Trade(Cause(*_BUY, "cards"), ("PH", "TH", "ID", "VN"), 22, (14, 36), 0.035, 5, "drop", "evening", "received", 16, 0.5),
    Trade(Cause(*_BUY, "cards"), (), 30, (13, 34), 0.03, 3, "loose", "evening", "exact", 18, 0.6),
    # Game currency from resellers abroad: several small payments in one night, then none for weeks.
    Trade(Cause(*_BUY, "game"), ("PH", "VN", "ID", "NG", "CO"), 16, (14, 32), 0.03, 7, "burst", "night", "chip", 11, 0.6),
    # Adults who sing and talk on live video and are paid by viewers: at night, small, some viewers give more and more.
    Trade(Cause(*_BUY, "tip"), ("PH", "CO", "TH", "RO", "VN", "DO"), 26, (22, 68), 0.013, 9, "rising", "night", "chip", 20, 0.6,
          trail=2.6),
    Trade(Cause(*_BUY, "tip"), (), 20, (18, 50), 0.012, 5, "rising", "night", "chip", 12, 0.6),
    # Handicraft, cloth, figures: an order has a deposit and a balance.
    Trade(Cause(*_BUY, "order"), ("PH", "IN", "MA", "SN", "MX", "ID", "NG", "VN"), 30, (24, 70), 0.025, 2, "parts", "waking",
          "received", 38, 0.7),
    # Speaking lessons by video call, paid lesson by lesson, mostly by parents and adults in Korea and France.
    Trade(Cause(*_HIRE, "lesson"), ("PH", "CO", "IN", "KE"), 26, (25, 52), 0.026, 22, "weekly", "evening", "received", 13, 0.3,
          homes=("KR", "FR")),
    Trade(Cause(*_HIRE, "work"), ("PH", "IN", "PK", "KE", "UA", "NG", "RO"), 70, (24, 62), 0.013, 9, "monthly", "office",
          "round", 190, 0.8),
    Trade(Cause(*_HIRE, "work"), ("PH", "IN", "PK", "UA", "MG"), 40, (24, 62), 0.008, 4, "parts", "night", "round", 60, 0.8),
    # Schools, clinics, landlords, lenders and guest houses that many pay.
    Trade(Cause(*_HUB, "school"), ("PH", "NG", "GH", "KE", "SN", "IN"), 12, (26, 58), 0.014, 4, "loose", "waking", "exact", 170, 0.6),
    Trade(Cause(*_HUB, "loan"), ("PH", "VN", "NP", "MX", "DO"), 9, (22, 55), 0.016, 9, "monthly", "payday", "exact", 85, 0.5),
    Trade(Cause(*_HUB, "stay"), ("TH", "PH", "MA", "ID", "MX", "CO"), 18, (24, 66), 0.016, 1.5, "parts", "evening", "received",
          75, 0.7),
    Trade(Cause(*_HUB, "rent"), (), 22, (19, 45), 0.012, 9, "monthly", "payday", "round", 520, 0.4),
    # Shelters, churches, a sponsored pupil: monthly and round, or once after a storm.
    Trade(Cause(*_GIVE, "sponsor"), ("PH", "KE", "IN", "MG", "NP", "GH"), 12, (28, 78), 0.012, 10, "monthly", "waking", "chip", 30, 0.2),
    Trade(Cause(*_GIVE, "church"), (), 14, (22, 80), 0.014, 14, "weekly", "waking", "chip", 18, 0.5),
    Trade(Cause(*_GIVE, "relief"), ("PH", "VN"), 8, (22, 76), 0.02, 1.4, "storm", "evening", "chip", 35, 0.7),
    # At home: class trips, five-a-side dues, concert tickets passed on, sitters, poker among acquaintances.
    Trade(Cause(*_CLUB, "class"), (), 24, (13, 23), 0.06, 2, "loose", "evening", "round", 28, 0.4),
    Trade(Cause(*_CLUB, "club"), (), 40, (18, 55), 0.04, 8, "weekly", "evening", "exact", 9, 0.3),
    Trade(Cause(*_BUY, "ticket"), (), 30, (16, 34), 0.045, 1.7, "parts", "evening", "round", 75, 0.5, trail=1.2),
    Trade(Cause(*_BUY, "trainers"), (), 20, (14, 24), 0.03, 1.6, "parts", "night", "round", 85, 0.4, trail=1.2),
    # A used telephone, console or bicycle: the young have a small limit per payment, so one price is paid in pieces
    # within the hour, to a stranger who sells once or twice.
    Trade(Cause(*_BUY, "used"), (), 130, (14, 26), 0.034, 2, "pieces", "evening", "chip", 65, 0.5, trail=1.1),
    # A ticket that never comes: the seller asks for a fee, then another; the young lose it in one evening and stop.
    Trade(Cause(*_BUY, "ticket"), (), 7, (15, 30), 0.012, 3, "burst", "night", "chip", 48, 0.6, trail=1.0),
    Trade(Cause(*_HIRE, "sitter"), (), 60, (30, 56), 0.03, 7, "loose", "night", "chip", 34, 0.4),
    Trade(Cause("ordinary", "ordinary", "poker"), (), 18, (20, 45), 0.02, 7, "burst", "night", "chip", 25, 0.7),
    Trade(Cause(*_BUY, "clothes"), (), 70, (14, 40), 0.06, 2.5, "loose", "waking", "exact", 17, 0.5),
    # Wallpapers, presets, study notes: a price list, paid late, link sent by return.
    Trade(Cause(*_BUY, "download"), ("UA", "IN", "RO", "ID"), 8, (16, 50), 0.012, 3, "loose", "night", "exact", 15, 0.2,
          prices=(8, 15, 25, 35)),
)  # fmt: skip
