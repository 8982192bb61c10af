"""Purchases: makers and collectors, sellers of game items with many young buyers, people who pass tickets on."""

from __future__ import annotations

from benchmarks.apart.guests.payout import money
from benchmarks.apart.guests.payout.accounts import Payer
from benchmarks.apart.guests.payout.seasons import DAYS, weekday
from benchmarks.apart.guests.payout.words import BASKET, GAMES, note
from benchmarks.apart.guests.payout.world import World

_BUY = ("hobby_purchase", "seller")
_CATEGORIES = ("5945", "5970", "5999", "5735", "5947", "5815", "5815")
_DIGITAL = "5815"


def collect(world: World, payer: Payer, zeal: float) -> None:
    """A hobby: a few trusted makers abroad, drops at the maker's hour (night here), deposits and balances."""
    dice = world.dice
    makers = [world.shops.known(dice) for _ in range(1 + dice.count(1.8))]
    category = dice.pick(_CATEGORIES)
    usd = dice.skewed(32, 0.7)
    for _ in range(min(70, 1 + dice.count(dice.skewed(5.5, 0.8) * zeal))):
        to = dice.pick(makers) if dice.chance(0.75) else world.shops.known(dice)
        day = dice.whole(payer.opened, DAYS)
        hour = payer.bedtime + dice.around(-0.5, 1.8) if dice.chance(0.4) else dice.around(17, 3.5)
        price = usd * dice.skewed(1, 0.6)
        if dice.chance(0.12):
            half = money.typed(payer.country, price / 2)
            world.ledger.pay(payer, to, day, hour, half, _BUY, product="SHOP", note="deposit", category=category)
            later = day + dice.whole(5, 40)
            world.ledger.pay(payer, to, later, hour - 2, half, _BUY, product="SHOP", note="balance", category=category)
            continue
        # Sheet music, patterns, sounds and stories are sold in packs at the same few prices.
        digital = category == _DIGITAL
        amount = money.button(payer.country, price * 0.6) if digital else money.exact(payer.country, price)
        words = note(dice, BASKET, 0.6)
        world.ledger.pay(payer, to, day, hour, amount, _BUY, product="SHOP", note=words, category=category)


def play(world: World, payer: Payer, zeal: float) -> None:
    """Items for games: pocket money gone in one evening, in five or six tries, at whatever is left on the card."""
    dice = world.dice
    usual = world.item_sellers.known(dice)
    for _ in range(1 + dice.count(2.2 * zeal)):
        day = dice.whole(payer.opened, DAYS)
        if dice.chance(0.5):
            day += (5 - weekday(day)) % 7
        hour = dice.around(19.5, 2.4)
        purse = dice.skewed(28, 0.8)
        to = usual if dice.chance(0.6) else world.item_sellers.known(dice)
        for _ in range(1 + dice.count(1.3)):
            spend = purse if dice.chance(0.25) else purse * dice.between(0.15, 0.6)
            odd = dice.chance(0.3)
            amount = money.exact(payer.country, spend) if odd else money.button(payer.country, spend)
            status = "declined" if purse < 4 else None
            words = note(dice, GAMES, 0.6, to)
            world.ledger.pay(payer, to, day, hour, amount, _BUY, product="SEND", note=words, status=status)
            purse -= min(spend, purse)
            hour += dice.skewed(0.15, 1)


def buy_ticket(world: World, payer: Payer, zeal: float) -> None:
    """Tickets from a stranger: many young payers, one or two sums each, within the days before a concert."""
    dice = world.dice
    to = world.resellers.known(dice)
    concert = to.opened + 40 + 60 * dice.whole(0, 5)
    day = concert - int(dice.skewed(5, 0.8))
    usd = dice.skewed(75, 0.45)
    for _ in range(1 + (dice.chance(0.3 * zeal))):
        amount = money.typed(payer.country, usd)
        words = note(dice, ("tickets", "2 tickets", "deposit"), 0.4)
        world.ledger.pay(payer, to, day, dice.around(20, 2.5), amount, _BUY, product="SEND", note=words)
