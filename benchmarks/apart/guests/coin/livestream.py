"""The paying side of live-streamed abuse.

Contact is made elsewhere; the wallet sees a handle typed in, sometimes tried with a few dollars, then a price agreed in
the receiver's money or a round one of the payer's, in the hours when the payer is alone. Some come back until it is a
habit, some ask for another household, some pay by the month as if for a godchild, some only once.
"""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .days import YEAR, Days, moments, ordered_gaps, paydays, spread
from .households import Household, nets
from .kinds import LIVESTREAM
from .notes import notes
from .sums import around
from .travel import visit
from .world import World

_STYLES = ("once", "regular", "roamer", "prolific", "godfather")
_SHARES = (0.3, 0.32, 0.17, 0.08, 0.13)
_BASE_USD = 29.0  # grows over a course to a median near A$51, US$33 (AIC T&I 639)


def livestream(world: World) -> list[Household]:
    """Payers and households; returns the households, for what they do with the money."""
    rng = world.rng
    found = nets(world)
    pool = [payer for payer in world.sending() if payer.age >= 27]
    weights = np.array([0.04 + np.exp(-(((payer.age - 54) / 10) ** 2)) for payer in pool])
    count = min(world.count(40), len(pool))
    styles = rng.choice(_STYLES, size=count, p=_SHARES)
    for place, style in zip(
        rng.choice(len(pool), count, replace=False, p=weights / weights.sum()), styles, strict=True
    ):
        payer = pool[int(place)]
        # The first nets of the list are the busy ones; a payer's home net is where the first contact was made.
        home = int(len(found) * rng.random() ** 1.5)
        payer.groups["livestream_purchase"] = f"net-{home}"
        _payer(world, payer, str(style), [found[home], *found])
    return [household for net in found for household in net]


def _payer(world: World, payer: Account, style: str, found: list[list[Household]]) -> None:
    rng = world.rng
    first = int(rng.integers(0, 270))
    if style == "once":
        _meet(world, payer, found[0], np.sort(spread(rng, int(rng.integers(1, 4)), first)), 0.1)
    elif style == "godfather":
        # Told to write "school" and to keep to a day of the month: nothing shows but a tie with no story behind it.
        payer.imitates.add("livestream_purchase")
        days = paydays(rng, "month")[int(rng.integers(0, 4)) :]
        household = found[0][0]
        world.send(
            payer, household.members[0], days, around(rng, 62, 0.25, len(days)), LIVESTREAM, part="waking",
            about="family", filled=0.6,
        )  # fmt: skip
    elif style == "roamer":
        for _ in range(int(rng.integers(1, 4))):
            # A week at home alone, a bonus, a quarrel: one burst over several households.
            start = int(rng.integers(0, YEAR - 12))
            days = np.sort(start + rng.integers(0, 9, int(rng.integers(3, 7))))
            net = [household for choice in rng.integers(0, len(found), 3) for household in found[int(choice)]]
            _meet(world, payer, net, days, 0.3)
    else:
        prolific = style == "prolific"
        count = int(rng.integers(45, 130)) if prolific else 4 + int(rng.gamma(1.6, 3.2))
        pace = float(rng.uniform(2.5, 7)) if prolific else float(rng.uniform(14, 34))
        days = first + ordered_gaps(rng, count, pace, float(rng.uniform(0.2, 0.75)))
        other = found[int(rng.integers(len(found)))]
        net = [*found[0], *other] if prolific or rng.random() < 0.35 else found[0]
        second = world.book.second_wallet(payer) if rng.random() < (0.5 if prolific else 0.1) else None
        if second is None:
            _meet(world, payer, net, days, 0.9)
        else:
            # The unverified limit is met, or a question was asked: the habit moves to a second wallet.
            second.groups["livestream_purchase"] = payer.groups["livestream_purchase"]
            turn = int(count * rng.uniform(0.3, 0.7))
            _meet(world, payer, net, days[:turn], 0.5)
            _meet(world, second, net, days[turn:], 0.4)
        if rng.random() < (0.5 if prolific else 0.15) and days[-1] < YEAR - 30:
            host = net[0].members[0]
            visit(world, payer, country=host.country, day=int(max(days[-1], 30)) + 12, host=host, kind=LIVESTREAM)


def _meet(world: World, payer: Account, net: list[Household], days: Days, growth: float) -> None:
    """One course of payments over a net, growing by `growth` from first to last."""
    rng = world.rng
    part = str(rng.choice(["late", "alone", "night", "waking"], p=[0.35, 0.4, 0.1, 0.15]))
    agreed = str(rng.choice(["theirs", "own"], p=[0.55, 0.45]))
    filled = float(rng.beta(1.1, 2.2))
    when = moments(rng, days, part, payer.shift)
    usual = _BASE_USD * float(np.exp(rng.normal(0, 0.3)))
    sums = around(rng, usual, 0.5, len(days)) * np.linspace(1, 1 + growth, len(days))
    household = net[0]
    for day, second, usd in zip(days, when, sums, strict=True):
        if rng.random() < 0.22:
            household = net[int(rng.integers(len(net)))]
        receiver = household.handle(rng, int(day))
        parts = np.array([usd])
        if rng.random() < 0.16:
            parts = np.array([usd / 2, usd / 2])  # half before, half after
        later = second + np.arange(len(parts)) * int(rng.integers(1_000, 6_000))
        text = notes(rng, "abroad", len(parts), filled)
        if rng.random() < 0.05 and receiver.form == "wallet":
            # Told for whom among the household, by a handle.
            text = [f"for {net[int(rng.integers(len(net)))].members[-1].handle}"] * len(parts)
        world.ledger.pay(
            payer, receiver, later.astype(np.int64), parts, LIVESTREAM, agreed=agreed, notes=text, trial=0.25
        )
