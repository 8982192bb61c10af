"""Material bought from vendors' pages, and self-produced material bought from minors at home.

Vendors look like sellers of digital packs: prices in small fixed steps, buyers at night, a page that is closed and
opened anew. Minors are paid by tip, by adults who do not know each other, between pocket money and what friends owe.
"""

from __future__ import annotations

from benchmarks.apart.guests.payout import money
from benchmarks.apart.guests.payout.accounts import Payer, Receiver
from benchmarks.apart.guests.payout.naming import surname
from benchmarks.apart.guests.payout.places import COUNTRIES, PAYING
from benchmarks.apart.guests.payout.seasons import DAYS
from benchmarks.apart.guests.payout.words import FANS, FRIENDS, note
from benchmarks.apart.guests.payout.world import PAGE_TRADES, World

MATERIAL = ("material_purchase", "material_vendor")
MINORS = ("minor_purchase", "minor_recipient")
_PACKS = ("pack", "album", "vip", "pack 2", "order", "access")
_PRICES = (5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 50.0)


def vendors(world: World, buyers: int) -> list[list[Receiver]]:
    """Each vendor with the pages it had, one after another."""
    dice, made = world.dice, []
    for number in range(max(2, round(buyers / 3))):
        country = dice.weigh({"RO": 3, "UA": 3, "US": 3, "NL": 2, "PH": 2, "BR": 1})
        pages: list[Receiver] = []
        day = dice.whole(0, 120)
        while day < DAYS - 60:
            trade = f"{surname(dice, COUNTRIES[country].naming)} {dice.pick(PAGE_TRADES)}"
            page = world.registry.receiver(country, None, trade=trade)
            page.opened, page.closed, page.group = day, min(DAYS, day + dice.whole(110, 330)), f"vendor-{number}"
            page.person = pages[0].person if pages else page.person
            pages.append(page)
            day = page.closed - 20
        made.append(pages)
    return made


def buy_material(world: World, payer: Payer, sellers: list[list[Receiver]]) -> None:
    """A few nights with repeats, one vendor mostly."""
    dice = world.dice
    usual = dice.pick(sellers)
    price = dice.pick(_PRICES)
    day = payer.opened + dice.between(0, 0.6 * (DAYS - payer.opened))
    for _ in range(max(1, min(40, round(dice.skewed(5, 0.9))))):
        pages = usual if dice.chance(0.8) else dice.pick(sellers)
        open_now = [page for page in pages if page.opened <= day < page.closed]
        if open_now and day < DAYS:
            hour = 23 + dice.between(0, 6) if dice.chance(0.8) else dice.around(20, 3)
            usd = price if dice.chance(0.6) else dice.pick(_PRICES)
            amount = money.button(payer.country, usd) if dice.chance(0.5) else money.exact(payer.country, usd - 0.01)
            words = note(dice, _PACKS, 0.75)
            world.ledger.pay(
                payer, open_now[0], int(day), hour, amount, MATERIAL, product="SHOP", note=words, category="5815"
            )
        day += dice.skewed(14, 0.9)


def minors(world: World, buyers: int) -> list[Receiver]:
    """Young people with their own page; half say that they are older."""
    dice, made = world.dice, []
    for _ in range(max(3, round(buyers * 0.6))):
        country = dice.weigh(PAYING)
        born = dice.whole(2007, 2010)
        young = world.registry.receiver(country, born if dice.chance(0.5) else dice.whole(2003, 2006))
        young.opened = dice.whole(0, 250)
        made.append(young)
        _pocket_money(world, young)
    return made


def _pocket_money(world: World, young: Receiver) -> None:
    dice = world.dice
    near = [one for one in world.registry.payers[:4000] if one.country == young.country]
    if not near:
        return
    parent = dice.pick(near)
    for day in range(young.opened, DAYS, dice.pick((7, 14, 30))):
        if dice.chance(0.4):
            amount = money.typed(parent.country, dice.skewed(12, 0.4))
            patterns = ("ordinary", "ordinary")
            world.ledger.pay(
                parent, young, day, dice.around(17, 2), amount, patterns, product="SEND", note=note(dice, FRIENDS, 0.5)
            )


def buy_of_minors(world: World, payer: Payer, young: list[Receiver]) -> None:
    """Adults of the same country, small sums, several recipients over time; some also of one only."""
    dice = world.dice
    near = [one for one in young if one.country == payer.country] or [dice.pick(young)]
    to = dice.pick(near)
    usd = dice.skewed(18, 0.5)
    day = max(payer.opened, to.opened) + dice.between(0, 160)
    for _ in range(max(1, min(30, round(dice.skewed(4.5, 0.8))))):
        if dice.chance(0.25):
            to = dice.pick(near) if dice.chance(0.7) else dice.pick(young)
        hour = dice.around(16.5, 2) if dice.chance(0.35) else dice.around(22.5, 1.6)
        amount = money.button(payer.country, usd) if dice.chance(0.6) else money.typed(payer.country, usd)
        product = "TIP" if dice.chance(0.6) else "SEND"
        world.ledger.pay(payer, to, int(day), hour, amount, MINORS, product=product, note=note(dice, FANS, 0.7, to))
        usd *= dice.between(0.95, 1.12)
        day += dice.skewed(9, 0.9)
