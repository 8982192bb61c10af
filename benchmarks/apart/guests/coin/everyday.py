"""What everybody does: cards, friends, own savings elsewhere, gambling, and the friend who changes money."""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .days import YEAR, Days, Floats, moments, paydays, spread
from .kinds import BILL, HUB, ORDINARY, SHOP
from .ledger import Notes
from .notes import notes
from .sums import around
from .world import World

_COUNTERS = (
    ("5411", 0.3, 31, "supermarket"), ("5812", 0.2, 19, "kitchen"), ("5541", 0.1, 42, "fuel"),
    ("4121", 0.12, 13, "rides"), ("5816", 0.12, 12, "games"), ("5947", 0.03, 45, "gift cards"),
    ("5311", 0.07, 48, "store"), ("4814", 0.04, 20, "mobile"), ("4899", 0.02, 14, "films"),
)  # fmt: skip
"""Merchant category, share of card payments, median in US dollars, name."""


def everyday(world: World) -> dict[str, list[Account]]:
    """The ordinary year of each payer; returns the shops of each country, gift-card counters last."""
    rng = world.rng
    shops = {country: _shops(world, country) for country in world.by_country}
    betting = [world.book.other("address", "GB") for _ in range(world.count(6, 2))]
    exchanges = [world.book.other("address", country) for country in ("US", "SG", "DE")]
    for payer in world.payers:
        _cards(world, payer, shops[payer.country])
        _friends(world, payer)
        chance = rng.random()
        if chance < 0.05:
            _bets(world, payer, betting[int(rng.integers(len(betting)))])
        elif chance < 0.16:
            _saves(world, payer, exchanges[int(rng.integers(3))])
    return shops


def _shops(world: World, country: str) -> list[Account]:
    return [world.book.other("shop", country, label=f"{name} {country}") for *_, name in _COUNTERS for _ in range(2)]


def _cards(world: World, payer: Account, shops: list[Account]) -> None:
    rng = world.rng
    if rng.random() < 0.35:
        return  # never ordered the card
    count = int(rng.gamma(0.7, 10))
    shares = np.array([share for _, share, *_ in _COUNTERS])
    drawn = rng.multinomial(count, shares / shares.sum())
    for place, times in enumerate(drawn):
        if not times:
            continue
        mcc, _, median, name = _COUNTERS[place]
        shop = shops[2 * place + int(rng.integers(2))]
        world.send(
            payer, shop, spread(rng, int(times)), around(rng, median, 0.55, int(times)),
            SHOP if name in {"games", "store"} else BILL, part="waking", agreed="exact", mcc=mcc,
        )  # fmt: skip


def card_spree(
    world: World, payer: Account, shop: Account, when: Days, usd: Floats, *, mcc: str, where: str | None = None
) -> None:
    """Card payments for a purpose of the story (a ticket, a hotel, gift cards): to the books they are a card's."""
    world.ledger.pay(payer, shop, when, usd, BILL, agreed="exact", mcc=mcc, where=where)


def _friends(world: World, payer: Account) -> None:
    """Shares of a bill, presents, a lent fifty: at home and late, in round sums, with people of the same age."""
    rng = world.rng
    for _ in range(int(rng.poisson(1.7))):
        friend = world.someone(payer.country, payer.age - 6, payer.age + 7)
        if friend is payer:
            continue
        count = 1 + int(rng.gamma(0.8, 3.2))
        days = spread(rng, count)
        part = str(rng.choice(["evening", "late", "waking"]))
        memo: Notes = notes(rng, "friend", count, 0.45)
        world.ledger.pay(
            payer, friend, moments(rng, days, part, payer.shift), around(rng, 22 * payer.means, 0.7, count), ORDINARY,
            notes=memo,
        )  # fmt: skip


def _bets(world: World, payer: Account, site: Account) -> None:
    """Top-ups of a betting site: bursts in a night, larger as it goes badly, then weeks of nothing."""
    rng = world.rng
    for night in spread(rng, int(rng.integers(1, 9))):
        count = 1 + int(rng.poisson(1.9))
        days = np.full(count, night)
        when = np.sort(moments(rng, days, "night", payer.shift))
        world.ledger.pay(payer, site, when, around(rng, 28, 0.5, count) * 1.25 ** np.arange(count), HUB)


def _saves(world: World, payer: Account, exchange: Account) -> None:
    """Coins moved to one's own address or to an exchange, after pay or when the price is in the news."""
    rng = world.rng
    target = world.book.other("address", payer.country, owner=payer) if rng.random() < 0.5 else exchange
    days = paydays(rng, payer.cycle)[: int(rng.integers(1, 12))]
    days = days[days < YEAR]
    sums = around(rng, 140 * payer.means, 0.9, len(days))
    world.send(
        payer, target, days, sums, HUB if target is exchange else ORDINARY, part="waking",
        agreed=str(rng.choice(["own", "exact"])),
    )  # fmt: skip
