"""Live-streamed sexual abuse of children, seen as payments: households that receive, payers who find them."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.apart.guests.momo import names
from benchmarks.apart.guests.momo.accounts import Account, young_and_old
from benchmarks.apart.guests.momo.calendars import DAYS
from benchmarks.apart.guests.momo.ledger import EVERYDAY, Kind
from benchmarks.apart.guests.momo.places import PESO
from benchmarks.apart.guests.momo.strangers import SECOND, Cast, live
from benchmarks.apart.guests.momo.sweethearts import LOVE
from benchmarks.apart.guests.momo.world import Household, World

CRIME = Kind("livestream_purchase", "facilitation", "crime")


@dataclass(slots=True, eq=False)
class Ring:
    """A household that receives, while it does; a relative's wallet and a spare SIM stand ready."""

    label: str
    house: Household
    wallets: list[Account]
    opened: float
    closed: float
    price: float
    """Dollars of a usual payment: what the facilitator asks, which is what neighbours told her to ask."""


def rings(world: World) -> list[Ring]:
    """A few households, some of them cousins in one town who learnt it from each other."""
    dice, found = world.dice, []
    teacher: Ring | None = None
    for number in range(world.scaled(14, 2)):
        town = teacher.house.town if teacher and dice.chance(0.35) else dice.pick(world.households).town
        house = dice.pick(world.neighbours[town])
        adults = [m for m in house.members if m.age >= 18 and m.group is None]
        if not adults:
            adults = [world.directory.wallet(town, house.surname, True, young_and_old(dice, 24, 50), house.barangay)]
        wallets = dice.some(adults, dice.weighted({1: 0.5, 2: 0.35, 3: 0.15}))
        if dice.chance(0.3):
            # A sister two streets away lends her wallet when the limit of the month is reached.
            wallets.append(
                world.directory.wallet(
                    town, names.surname(dice, "filipino"), True, young_and_old(dice, 19, 44), house.barangay
                )
            )
        if dice.chance(0.3):
            wallets.append(world.directory.second_number(wallets[0]))
        opened = dice.between(-150, DAYS * 0.5)
        ring = Ring(
            f"house-{number}",
            house,
            wallets,
            opened,
            opened + dice.around(340, 0.5),
            dice.pick((1000, 1500, 2000, 2000, 2500, 3000)) / 57,
        )
        for wallet in wallets:
            wallet.group = ring.label
        found.append(ring)
        teacher = ring
    return found


def wallet_for(world: World, ring: Ring, day: float) -> Account:
    """The main wallet early on; later whichever has room left, the spare SIM last."""
    stage = (day - ring.opened) / max(ring.closed - ring.opened, 1)
    reach = 1 + int(stage * len(ring.wallets) * 1.1)
    return world.dice.popular(ring.wallets[: max(reach, 1)], 1.5)


def careers(world: World) -> list[int]:
    """Payments of each payer: most buy a handful, a quarter hardly anything, one in thirty does little else."""
    dice, counts = world.dice, []
    for _ in range(world.scaled(40, 4)):
        match dice.weighted({"tries": 0.25, "returns": 0.72, "driven": 0.03}):
            case "tries":
                counts.append(dice.whole(1, 3))
            case "driven":
                counts.append(dice.whole(90, 240))
            case _:
                counts.append(min(4 + int(dice.around(6.5, 1.0)), 80))
    return counts


def buyers(world: World, home_payers: list[Account], number: int) -> list[Account]:
    """Mostly foreign men of middle age with ordinary lives behind them; some migrants and home people too."""
    dice = world.dice
    men = [f for f in world.foreigners if not f.woman and 30 <= f.age <= 74 and f.group is None]
    local = [p for p in home_payers if not p.woman and 28 <= p.age <= 66 and p.group is None]
    found = []
    for _ in range(number):
        fresh = world.foreigner(34, 74, men=0.96)
        # Half of them were customers already, for a partner, a stream, a gift: the wallet product was known to them.
        route = dice.weighted({"customer": 0.5, "fresh": 0.4, "home": 0.1})
        known = dice.pick(men) if men else fresh
        chosen = known if route == "customer" else dice.pick(local) if route == "home" and local else fresh
        if chosen in found:
            chosen = fresh
        found.append(chosen)
    return found


def livestream(world: World, home_payers: list[Account], cast: Cast) -> None:
    """Each payer comes to a first household by chat and to the next by a recommendation, or keeps to one."""
    dice, all_rings = world.dice, rings(world)
    counts = careers(world)
    for payer, count in zip(buyers(world, home_payers, len(counts)), counts, strict=True):
        if not payer.paid_as:
            for _ in range(dice.weighted({0: 0.35, 1: 0.45, 2: 0.2})):
                live(world, payer, dice.weighted(SECOND), cast)
        first = dice.popular(all_rings, 1.4)
        known = [first]
        if count > 4:
            # A facilitator passes a good payer on to a cousin; other payers talk in chat groups.
            near = [r for r in all_rings if r.house.region == first.house.region and r is not first]
            more = dice.weighted({0: 0.35, 1: 0.35, 2: 0.2, 4: 0.1})
            known += [dice.pick(near if near and dice.chance(0.6) else all_rings) for _ in range(more)]
        search(world, payer, first)
        # One in six pays by the month like a boyfriend, asked to by a facilitator who dislikes being noticed.
        payer.disguised = count < 20 and dice.chance(0.18)
        career(world, payer, known, all_rings, count)
    for ring in all_rings:
        share_out(world, ring)


def search(world: World, payer: Account, first: Ring) -> None:
    """Before the first household there are small gifts to women met in chats, who are nobody's facilitator."""
    dice = world.dice
    for _ in range(dice.weighted({0: 0.45, 1: 0.3, 3: 0.25})):
        woman = world.somebody(19, 40, woman=True)
        for _ in range(dice.whole(1, 3)):
            world.ledger.pay(
                payer, woman, LOVE, max(first.opened, 0) + dice.between(-40, 20), dice.around(18, 0.5), "evening"
            )


def door(world: World, known: list[Ring], all_rings: list[Ring], day: float) -> Ring | None:
    """A household that receives on that day: a known one, else one found anew, else none."""
    dice = world.dice
    welcoming = [r for r in known if r.opened <= day <= r.closed]
    if welcoming:
        # The first is the habit; the others are for when nobody answers there.
        return dice.popular(welcoming, 1.6)
    others = [r for r in all_rings if r.opened <= day <= r.closed]
    if others and dice.chance(0.75):
        known.append(dice.pick(others))
        return known[-1]
    return None


def career(world: World, payer: Account, known: list[Ring], all_rings: list[Ring], count: int) -> None:
    """Small at first, then oftener and more, with pauses of fear or of lack of money; ends when no door is open."""
    dice = world.dice
    accounts = [payer]
    if payer.country is not PESO and dice.chance(0.25):
        accounts.append(world.directory.other_partner(payer))
    for account in accounts:
        account.group, account.disguised = known[0].label, payer.disguised
    # Whoever pays for long began early, or the months of the books would not hold it.
    room = max(min(known[0].closed, DAYS) - max(known[0].opened, 0), 20)
    day = max(known[0].opened, 0) + dice.between(0, room * (0.8 if count < 10 else 0.2))
    level, growth = dice.between(0.75, 1.4), dice.between(1.0, 1.6) ** (1 / max(count, 4))
    usual = 20 if count < 15 else 11 if count < 80 else 3.5
    gap = dice.around(30.4, 0.05) if payer.disguised else dice.around(usual, 0.45)
    shrink = 1.0 if payer.disguised else dice.between(0.955, 1.0)
    trip = dice.whole(count // 2, count) if count > 12 and dice.chance(0.35) else -1
    for made in range(count):
        ring = door(world, known, all_rings, day)
        if ring is None and made:
            return
        session(world, dice.pick(accounts), ring or known[0], day, level)
        if made == trip:
            # He travels: a larger sum for a room beforehand, then weeks without need of a wallet.
            receiver = wallet_for(world, ring or known[0], day)
            world.ledger.pay(payer, receiver, CRIME, day + 2, dice.around(170, 0.4), "any")
            day += dice.between(18, 32)
        level, gap = min(level * growth, 6), max(gap * shrink, 1.2)
        day += gap + dice.normal() * 2 if payer.disguised else max(dice.around(gap, 0.7), 0.05)
        if dice.chance(0.04):
            day += dice.between(25, 80)


def session(world: World, used: Account, ring: Ring, day: float, level: float) -> None:
    """One arrangement: paid whole, or half before and half after within the hour, or with something more for a wish."""
    dice, receiver = world.dice, wallet_for(world, ring, day)
    dollars = ring.price * level * dice.around(1, 0.4)
    mood = "evening" if used.disguised else dice.weighted({"night": 0.7, "evening": 0.15, "any": 0.15})
    way = "whole" if used.disguised else dice.weighted({"whole": 0.74, "halves": 0.16, "more": 0.1})
    at = world.ledger.pay(used, receiver, CRIME, day, dollars / 2 if way == "halves" else dollars, mood)
    if way != "whole":
        world.ledger.pay_at(used, receiver, CRIME, at + int(dice.around(2_700, 0.5)), dollars / 2)


def share_out(world: World, ring: Ring) -> None:
    """What arrives is shared: a cousin watches the door, a neighbour lends the telephone."""
    dice = world.dice
    helpers = dice.some(dice.pick(world.neighbours[ring.house.town]).members, 2)
    for wallet in ring.wallets:
        for _ in range(min(wallet.received_as["facilitation"] // 3, 12)):
            day = dice.between(max(ring.opened, 0), min(ring.closed, DAYS))
            world.ledger.pay(wallet, dice.pick(helpers), EVERYDAY, day, dice.around(9, 0.5), "any")
