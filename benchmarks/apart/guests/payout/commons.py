"""The rest of life: donors, students' parents, offices, top-ups, friends."""

from __future__ import annotations

from benchmarks.apart.guests.payout import money
from benchmarks.apart.guests.payout.accounts import Payer
from benchmarks.apart.guests.payout.seasons import CALAMITIES, DAYS, month_of, monthly, weekday
from benchmarks.apart.guests.payout.words import CAUSES, FRIENDS, OFFICE, STUDY, note
from benchmarks.apart.guests.payout.world import World

_HUB = ("hub_payment", "hub")
_GIVING = ("donation", "charity")
_PLAIN = ("ordinary", "ordinary")


def donate(world: World, payer: Payer, zeal: float) -> None:
    """A monthly gift, or one after a storm; some give to one volunteer's own account for a child's schooling."""
    dice = world.dice
    to = world.charities.known(dice)
    if dice.chance(0.25):
        to = dice.pick(world.charities.members)
    usd = dice.pick((5, 10, 15, 20, 25, 30, 50, 100))
    if dice.chance(0.55):
        dom, amount = dice.whole(1, 28), money.typed(payer.country, usd)
        for day in monthly(dom)[dice.whole(0, 10) :]:
            if dice.chance(0.93):
                world.ledger.pay(payer, to, day, 9, amount, _GIVING, product="SEND", note=note(dice, CAUSES, 0.5))
    for day in CALAMITIES.get(to.country, (dice.whole(0, DAYS),)):
        if dice.chance(0.5 * zeal):
            amount = money.button(payer.country, usd * 1.5)
            hour = dice.around(20, 2.5)
            world.ledger.pay(
                payer, to, day + dice.whole(0, 8), hour, amount, _GIVING, product="TIP", note=note(dice, CAUSES, 0.6)
            )


def keep_student(world: World, payer: Payer, zeal: float) -> None:
    """A son, niece or godchild studying elsewhere: rent by the month, small rescues at night when the card is empty."""
    dice = world.dice
    where = dice.weigh({payer.country: 4.0, payer.origin: 3.0, "GB": 1.0, "PH": 1.2, "CA": 1.0})
    student = world.registry.receiver(where, dice.whole(2001, 2006), last=payer.last if dice.chance(0.7) else None)
    usd = dice.skewed(180, 0.6)
    for day in monthly(dice.whole(1, 28)):
        if month_of(day) in {7, 8} and dice.chance(0.7):
            continue
        amount = money.typed(payer.country, usd)
        words = note(dice, STUDY, 0.5)
        patterns = ("student_support", "student")
        world.ledger.pay(payer, student, day, dice.around(19, 2), amount, patterns, product="SEND", note=words)
        for _ in range(dice.count(0.5 * zeal)):
            rescue = money.typed(payer.country, dice.skewed(25, 0.5))
            hour = dice.around(22, 2.5)
            world.ledger.pay(
                payer, student, day + dice.whole(4, 26), hour, rescue, patterns, product="SEND", note=words
            )


def pay_office(world: World, payer: Payer, zeal: float) -> None:
    """Agents, clinics, schools, lenders: many payers, the same sum each month or once."""
    dice = world.dice
    to = world.offices.known(dice)
    usd = dice.skewed(120, 0.8)
    amount = money.exact(payer.country, usd)
    months = monthly(dice.whole(1, 28)) if dice.chance(0.5) else [dice.whole(0, DAYS)]
    for day in months[: 1 + dice.count(10 * zeal)]:
        late = dice.whole(0, 5) if dice.chance(0.3) else 0
        words = note(dice, OFFICE, 0.25)
        world.ledger.pay(
            payer, to, day + late, dice.around(14, 4), amount, _HUB, product="SHOP", note=words, category="6513"
        )


def chase(world: World, payer: Payer, zeal: float) -> None:
    """Top-ups of a playing account: bouts at night, sums that grow as they are lost, quiet until the next payday."""
    dice = world.dice
    agent = world.top_up_agents.known(dice)
    for payday in monthly(payer.payday):
        if not dice.chance(0.4 * zeal):
            continue
        day, hour = payday + dice.whole(0, 9), payer.bedtime + dice.around(-1, 1.6)
        usd = dice.skewed(10, 0.5)
        for _ in range(1 + dice.count(2.8)):
            amount = money.button(payer.country, usd)
            world.ledger.pay(
                payer, agent, day, hour, amount, _HUB, product="SEND", note=note(dice, ("load", "top up", "id 88"), 0.7)
            )
            usd = min(usd * dice.between(0.9, 1.8), 200)
            hour += dice.skewed(0.3, 0.8)


def split_bills(world: World, payer: Payer, zeal: float) -> None:
    """Friends in the same country: dinners at weekends, petrol, a loan paid back in equal parts."""
    dice = world.dice
    known = world.locals[payer.country]
    # Everybody knows a few people of about the same place in the list: circles overlap, towns do not.
    middle = dice.whole(0, len(known) - 1)
    circle = [known[(middle + step) % len(known)] for step in range(1 + dice.count(2))]
    for _ in range(1 + dice.count(5.5 * zeal)):
        day = dice.whole(payer.opened, DAYS)
        if dice.chance(0.5):
            day += (4 + dice.whole(0, 2) - weekday(day)) % 7
        usd = dice.skewed(19, 0.7)
        amount = money.exact(payer.country, usd) if dice.chance(0.5) else money.typed(payer.country, usd)
        hour = dice.around(20, 3)
        world.ledger.pay(
            payer, dice.pick(circle), day, hour, amount, _PLAIN, product="SEND", note=note(dice, FRIENDS, 0.45)
        )
    if dice.chance(0.08):
        lender, part = dice.pick(circle), money.typed(payer.country, dice.skewed(60, 0.5))
        for day in monthly(payer.payday)[dice.whole(0, 8) :][: dice.whole(3, 8)]:
            world.ledger.pay(payer, lender, day + 1, 18, part, _PLAIN, product="SEND", note="loan")


def give_pocket_money(world: World, payer: Payer, zeal: float) -> None:
    """A child or grandchild with a page of its own: small sums by the week, more at birthdays and for a night out."""
    dice = world.dice
    if payer.birth > 1988:
        return
    last = payer.last if dice.chance(0.7) else None
    child = world.registry.receiver(payer.country, dice.whole(2006, 2011), last=last)
    known = world.locals[payer.country]
    known.insert(dice.whole(0, len(known)), child)
    usd, birthday = dice.skewed(12, 0.5), dice.whole(0, 364)
    for day in range(dice.whole(payer.opened, DAYS), DAYS, dice.pick((7, 7, 14, 30))):
        if dice.chance(0.5 + 0.4 * zeal):
            amount = money.typed(payer.country, usd)
            words = note(dice, FRIENDS, 0.6)
            world.ledger.pay(payer, child, day, dice.around(17.5, 2.5), amount, _PLAIN, product="SEND", note=words)
    for day in (birthday, birthday + 365):
        gift = money.typed(payer.country, usd * 4)
        world.ledger.pay(payer, child, day, 10, gift, _PLAIN, product="SEND", note="happy birthday")
    for _ in range(dice.count(2)):
        rescue = money.typed(payer.country, dice.skewed(15, 0.4))
        day = dice.whole(payer.opened, DAYS)
        world.ledger.pay(payer, child, day, dice.around(21.5, 1.5), rescue, _PLAIN, product="TIP", note=None)
