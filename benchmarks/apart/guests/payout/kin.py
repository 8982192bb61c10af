"""Family support: migrants and the several relatives that lean on them."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.payout import money
from benchmarks.apart.guests.payout.accounts import Payer, Receiver
from benchmarks.apart.guests.payout.places import COUNTRIES
from benchmarks.apart.guests.payout.seasons import CALAMITIES, CHRISTMAS, DAYS, monthly, school_opens
from benchmarks.apart.guests.payout.words import KIN, note
from benchmarks.apart.guests.payout.world import World

_KIN = ("family_support", "family_receiver")
_VIA = ("family_support", "collector")


def _home(world: World, payer: Payer) -> list[Receiver]:
    """The family at home; a third of migrants have a brother or sister who already pays the same people."""
    dice = world.dice
    known = world.families.setdefault(payer.origin, [])
    if known and dice.chance(0.33):
        return dice.pick(known[-60:])
    # Wives, mothers and in-laws carry other surnames, so half of a real family does not share the payer's.
    members: list[Receiver] = []
    for _ in range(1 + min(6, dice.count(1.2))):
        last = payer.last if dice.chance(0.5) else None
        like = members[0] if members and dice.chance(0.65) else None
        born = (
            payer.birth + dice.pick((-30, -26, -4, -1, 2, 5, 22))
            if payer.birth < 1985
            else payer.birth + dice.whole(-30, 5)
        )
        members.append(world.registry.receiver(payer.origin, min(born, 2006), last=last, like=like))
    known.append(members)
    return members


def _neighbour(world: World, country: str) -> Receiver:
    """Somebody in the street with a verified account, through whom those without one are paid."""
    known = world.neighbours.setdefault(country, [])
    if len(known) < 2 or world.dice.chance(0.03):
        known.append(world.registry.receiver(country, world.dice.whole(1960, 1995)))
    return world.dice.pick(known)


@dataclass(slots=True)
class Sender:
    """How one migrant sends: at what hour, and by whose round figure."""

    world: World
    payer: Payer
    hour: float
    by_figure_abroad: bool

    def send(self, to: Receiver, day: int, usd: float, patterns: tuple[str, str] = _KIN) -> None:
        """One remittance."""
        dice, payer = self.world.dice, self.payer
        if self.by_figure_abroad:
            amount = money.asked(dice, payer.country, payer.origin, usd)
        else:
            amount = money.typed(payer.country, usd)
        hour, words = dice.around(self.hour, 1.1), note(dice, KIN, 0.45)
        self.world.ledger.pay(payer, to, day, hour, amount, patterns, product="SEND", note=words)


def support(world: World, payer: Payer, zeal: float) -> None:
    """Money after payday to the main relative; the others get theirs when school, a storm, a feast or illness asks."""
    dice = world.dice
    family = _home(world, payer)
    usd = dice.skewed(130, 0.65) * payer.means
    # Night nurses and seafarers send at strange hours, and always the same ones.
    hour = dice.around(19, 2.5) if dice.chance(0.8) else dice.between(22, 28)
    sender = Sender(world, payer, hour, by_figure_abroad=dice.chance(0.5))
    paydays = monthly(payer.payday)
    if dice.chance(0.25):
        paydays = sorted(paydays + monthly((payer.payday + 14) % 28 + 1))
    for day in paydays:
        if dice.chance(0.12 / max(zeal, 0.3)):
            continue
        after = day + dice.whole(0, 3)
        sender.send(family[0], after, usd * dice.between(0.8, 1.2))
        for other in family[1:]:
            if dice.chance(0.3 * zeal):
                sender.send(other, after + dice.whole(0, 9), usd * dice.between(0.15, 0.6))
    _occasions(sender, family, usd)
    if dice.chance(0.3):
        _illness(sender, family)
    if dice.chance(0.12):
        neighbour = _neighbour(world, payer.origin)
        for _ in range(1 + dice.count(4 * zeal)):
            sender.send(neighbour, dice.whole(payer.opened, DAYS), usd * 0.35, _VIA)


def _occasions(sender: Sender, family: list[Receiver], usd: float) -> None:
    dice, country = sender.world.dice, sender.payer.origin
    for day in (*school_opens(country), *CHRISTMAS):
        for one in family:
            if dice.chance(0.45):
                sender.send(one, day + dice.whole(-9, 6), usd * dice.between(0.3, 1.3))
    for day in CALAMITIES.get(country, ()):
        for _ in range(dice.count(1.2)):
            sender.send(dice.pick(family), day + dice.whole(0, 6), usd * dice.between(0.2, 0.9))


def _illness(sender: Sender, family: list[Receiver]) -> None:
    """Some days or weeks of small urgent sums at whoever is at the bedside."""
    dice = sender.world.dice
    day = dice.whole(0, DAYS)
    for _ in range(dice.whole(2, 6)):
        sender.send(dice.pick(family), day, dice.skewed(60, 0.7))
        day += dice.whole(0, 4)


def save_together(world: World, payer: Payer, zeal: float) -> None:
    """A savings circle or a compatriots' club: equal sums each month to whoever keeps the purse."""
    dice = world.dice
    home = payer.origin if payer.origin != payer.country else dice.weigh({payer.country: 3.0, "PH": 1.0})
    keeper = _neighbour(world, home)
    usd = dice.pick((20, 25, 50, 50, 100))
    amount = (
        money.asked(dice, payer.country, home, usd) if COUNTRIES[home].per_usd > 10 else money.typed(payer.country, usd)
    )
    for day in monthly(dice.whole(1, 28))[: 4 + dice.count(8 * zeal)]:
        hour = dice.around(19, 3)
        world.ledger.pay(payer, keeper, day + dice.whole(0, 2), hour, amount, ("ordinary", "collector"), product="SEND")
