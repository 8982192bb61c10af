"""Financial sexual extortion of young people: what victims send, and the accounts it is sent to.

A crew works in campaigns of some weeks, each with a few accounts hired from young people at home or kept abroad; an
account lives until reports close it. The first sum is what is demanded, the next are what is left on the card and what
a friend lends: odd figures, refused tries, then silence. Some pay from an app opened that evening as they were told to.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.payout import money
from benchmarks.apart.guests.payout.accounts import Payer, Receiver
from benchmarks.apart.guests.payout.dice import Dice
from benchmarks.apart.guests.payout.places import PAYING
from benchmarks.apart.guests.payout.seasons import DAYS, weekday
from benchmarks.apart.guests.payout.words import FRIENDS, GAMES, note
from benchmarks.apart.guests.payout.world import World

CRIME = ("extortion_victim", "extortion_collection")
_WORDS = ("payment", "pls", "last one", "gift", "done", "here", "sent", "birthday", "ok")
_MOST_IN_ALL = 1600.0


@dataclass(slots=True)
class Campaign:
    """Some weeks of one crew's work in one country."""

    crew: int
    country: str
    start: int
    length: int
    accounts: list[Receiver]

    def account(self, dice: Dice, day: int) -> Receiver:
        """The account given out that day: they are used one after another, sometimes side by side."""
        if dice.chance(0.15):
            return dice.pick(self.accounts)
        turn = int((day - self.start) / self.length * len(self.accounts))
        return self.accounts[min(max(turn, 0), len(self.accounts) - 1)]


def campaigns(world: World, victims: int) -> list[Campaign]:
    """One to three a crew; in each a few victims pay."""
    dice, made = world.dice, []
    crews = max(2, round(victims / 7))
    for crew in range(crews):
        base = dice.weigh({"NG": 40, "CI": 18, "PH": 22, "US": 10, "GB": 10})
        for _ in range(dice.whole(1, 3)):
            country = dice.weigh(PAYING)
            start, length = dice.whole(20, DAYS - 60), dice.whole(12, 50)
            accounts = [
                _mule(world, country if dice.chance(0.5) else base, start, crew) for _ in range(dice.whole(1, 3))
            ]
            made.append(Campaign(crew, country, start, length, accounts))
    return made


def _mule(world: World, country: str, start: int, crew: int) -> Receiver:
    """A young person's account, new or hired; a hired one had (and keeps) its own friends' small payments."""
    dice = world.dice
    mule = world.registry.receiver(country, dice.whole(1996, 2008))
    mule.group = f"crew-{crew}"
    if dice.chance(0.5):
        mule.opened = max(0, start - dice.whole(0, 25))
        mule.closed = min(DAYS, start + dice.whole(55, 150))
    return mule


def victim(world: World, campaign: Campaign) -> Payer:
    """Nine of ten are boys and young men of 14 to 19; the rest a little older."""
    dice = world.dice
    country = campaign.country if dice.chance(0.75) else dice.weigh(PAYING)
    contact = campaign.start + dice.whole(0, campaign.length)
    age = dice.whole(14, 17) if dice.chance(0.62) else dice.whole(18, 20) if dice.chance(0.75) else dice.whole(21, 27)
    made = world.registry.payer(country, 2024 - age, hides=0.02)
    new_for_this = dice.chance(0.35)
    made.opened = contact if new_for_this else max(0, contact - dice.whole(20, 300))
    made.closed = DAYS
    return made


def pay_under_threat(world: World, payer: Payer, campaign: Campaign, others: list[Campaign]) -> None:
    """One evening, or some days; and for a quarter of those who paid, again weeks later."""
    dice = world.dice
    contact = max(payer.opened, campaign.start + dice.whole(0, campaign.length))
    spent = _evening(world, payer, campaign, contact, demand=dice.skewed(105, 0.55), spent=0.0)
    if dice.chance(0.27):
        # The same crew asks again, or sells the name to another that is at work by then.
        later = contact + dice.whole(8, 60)
        at_work = [one for one in others if one.start <= later <= one.start + one.length]
        again = dice.pick(at_work) if at_work and dice.chance(0.4) else campaign
        _evening(world, payer, again, later, demand=dice.skewed(70, 0.5), spent=spent)


def _evening(world: World, payer: Payer, campaign: Campaign, day: int, *, demand: float, spent: float) -> float:
    dice = world.dice
    to = campaign.account(dice, day)
    purse = dice.skewed(150, 0.9)
    hour = dice.around(21.5, 2.2) if weekday(day) < 5 else dice.around(20, 4)
    for step in range(min(9, dice.weigh({1: 24, 2: 22, 3: 20, 4: 14, 5: 10, 7: 6, 9: 4}))):
        if spent + demand > _MOST_IN_ALL:
            break
        if demand > purse:
            if dice.chance(0.45):
                refused = money.typed(payer.country, demand)
                world.ledger.pay(
                    payer,
                    to,
                    day,
                    hour,
                    refused,
                    CRIME,
                    product="SEND",
                    status="declined",
                    note=note(dice, _WORDS, 0.75),
                )
                hour += dice.between(0.03, 0.2)
            amount = money.exact(payer.country, max(6.0, purse * dice.between(0.85, 1)))
            purse = dice.skewed(45, 0.7)
        else:
            amount = money.typed(payer.country, demand) if dice.chance(0.75) else money.exact(payer.country, demand)
            purse -= demand
        status = "disputed" if dice.chance(0.09) else None
        words = note(dice, _WORDS, 0.62, to)
        world.ledger.pay(payer, to, day, hour, amount, CRIME, product="SEND", note=words, status=status)
        spent += demand
        demand = dice.skewed(60, 0.6)
        wait = dice.skewed(0.7, 1.1) if step < 2 or dice.chance(0.6) else dice.skewed(16, 0.5)
        hour += wait
        if dice.chance(0.18):
            to = campaign.account(dice, day + int(hour // 24))
    return spent


def cover(world: World, campaign: Campaign) -> None:
    """A hired account's own life: friends who pay it for pizza and for game items."""
    dice = world.dice
    for mule in campaign.accounts:
        if not dice.chance(0.5):
            continue
        friends = [one for one in world.registry.payers[:4000] if one.country == mule.country and one.birth > 1995]
        for _ in range(dice.count(4) if friends else 0):
            friend, amount = dice.pick(friends), money.exact(mule.country, dice.skewed(14, 0.6))
            patterns = ("ordinary", "ordinary")
            words = note(dice, FRIENDS + GAMES, 0.4)
            world.ledger.pay(
                friend, mule, dice.whole(0, DAYS), dice.around(19, 3), amount, patterns, product="SEND", note=words
            )
