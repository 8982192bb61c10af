"""Payers for live-streamed abuse: how they meet a household, return, grow, move on or stop.

Figures that hold on average: few pay most, sums about A$51 that rise, gaps that shorten, late hours of the payer. The
hours come from a bargain: the payer is alone in the evening or early morning, and the household must be awake.
"""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np

from . import clock, notes
from .book import Account, Trip
from .clock import DAYS, MINUTES
from .households import Household, awake, found
from .ledger import COMPLETED, FAILED, FOREIGN, ROUND
from .world import World

_CAREERS = {"growing": 0.48, "roaming": 0.29, "settled": 0.23}


def write(world: World) -> None:
    """Enlist the payers, give each a career and one or more households."""
    count = world.scale(40, 4)
    houses = found(world, max(3, round(count * 0.62)))
    fit = [
        member for member in world.members
        if (27 <= member.age <= 82 and member.country not in {"PH", "MX"} and member.country != member.origin)
        or (34 <= member.age <= 82 and member.country not in {"PH", "MX"})
    ]  # fmt: skip
    men = [member for member in fit if not member.woman]
    # Ages are mostly the fifties and sixties: older members are offered again.
    older = [member for member in men if member.age >= 48]
    payers = world.enlist(older, round(count * 0.68))
    payers += world.enlist(men, round(count * 0.27))
    payers += world.enlist(fit, count - len(payers))
    # Even shares of one long-tailed law: by luck of the draw a small world could lack the few who pay most.
    ranks = (world.rng.permutation(len(payers)) + 0.5) / len(payers)
    for payer, rank in zip(payers, ranks.tolist(), strict=True):
        payments = 5.5 * math.exp(1.2 * NormalDist().inv_cdf(rank))
        _career(world, payer, houses, min(200, max(1, round(payments))))


def _career(world: World, payer: Account, houses: list[Household], payments: int) -> None:
    rng = world.rng
    career = "taster" if payments <= 3 else world.choose(_CAREERS)
    payer.imitates = career == "settled"
    accounts = [payer]
    if world.chance(0.22):
        # Kept apart from the family's sight, or opened when the first met its limit.
        accounts.append(world.book.second(payer, same_device=world.chance(0.6)))
        accounts[1].imitates = payer.imitates
    wanted = {"taster": 1, "growing": int(rng.integers(1, 4)), "roaming": int(rng.integers(3, 7)), "settled": 1}[career]
    chosen = _meet(world, houses, wanted)
    if career == "settled":
        _settled(world, accounts, chosen[0], payments)
    else:
        _sessions(world, accounts, chosen, payments, career)
    if career == "growing" and payments > 12 and payer.trip is None and world.chance(0.5):
        _visit(world, accounts, chosen[0])


def _meet(world: World, houses: list[Household], wanted: int) -> list[Household]:
    """The first household by how drawn it is; the next through its friends when it has any, else found anew."""
    weights = np.array([house.drawn for house in houses])
    chosen: list[Household] = []
    while len(chosen) < min(wanted, len(houses)):
        known = [friend for house in chosen for friend in house.friends if friend not in chosen]
        if known and world.chance(0.6):
            chosen.append(known[world.rng.integers(len(known))])
            continue
        pick = houses[int(np.searchsorted(np.cumsum(weights), world.rng.random() * weights.sum()))]
        if pick not in chosen:
            chosen.append(pick)
    return chosen


def _alone(world: World, payer: Account, house: Household, day: int) -> float:
    """A minute when the payer is alone and the house awake; after some tries the house stays up for the money."""
    tries = clock.at(world.rng, np.full(12, day), "night" if world.chance(0.85) else "evening", payer.shift / 2)
    fits = awake(house.land, payer.country, tries)
    return float(tries[int(np.argmax(fits))])


def _sessions(world: World, accounts: list[Account], chosen: list[Household], payments: int, career: str) -> None:
    """A deposit, often more within the hour; the price and the gap move as the payer goes on."""
    rng = world.rng
    # Who pays often has mostly done so for long, so the habit is seen from early in the year on.
    latest = max(1, 330 - 4 * payments)
    start = float(rng.integers(min(max(0, chosen[0].opens), latest - 1), latest))
    gap = float(rng.uniform(12, 30)) if career == "growing" else float(rng.uniform(4, 18))
    # The more someone pays in all, the closer the nights must lie.
    gap = min(gap, 2.2 * (DAYS - start) / payments)
    ask = float(np.exp(rng.normal(3.15, 0.45)))
    usual = {house.name: house.accounts[int(rng.integers(len(house.accounts)))] for house in chosen}
    style = FOREIGN if world.chance(0.5) else ROUND
    theme = "private" if world.chance(0.75) else "family"
    day, paid, stay = start, 0, 0
    current = chosen[0]
    while paid < payments and day < DAYS:
        share = paid / max(payments, 1)
        if career == "roaming" or (share > 0.4 and world.chance(0.3)):
            current = chosen[stay % len(chosen)]
            stay += 1
        account = accounts[-1] if len(accounts) > 1 and (share > 0.5 or world.chance(0.25)) else accounts[0]
        minute = _alone(world, account, current, int(day))
        growth = 1 + (2.3 * share if career == "growing" else 0.6 * share)
        for part in range(1 + int(rng.random() < 0.38) + int(rng.random() < 0.14)):
            dollars = max(
                5.0, ask * growth * float(np.exp(rng.normal(0, 0.4))) * (float(rng.uniform(0.5, 1.1)) if part else 1.0)
            )
            receiver = current.account_for(world, int(day), dollars, usual[current.name])
            note = notes.pick(rng, theme, 1)
            if world.chance(0.03):
                note = [f"@{receiver.handle}"]
            when = np.array([minute + part * float(rng.uniform(6, 55))])
            failed = FAILED if world.chance(0.05) else COMPLETED
            world.ledger.pay(
                account.index, receiver.index, when, dollars, "livestream_purchase", note, style=style, status=failed
            )
            paid += 1
        # Habit tightens: fast for who grows with one house, slowly for who roams.
        gap = max(2.0, gap * float(rng.uniform(0.84, 1.0) if career == "growing" else rng.uniform(0.92, 1.03)))
        day += max(0.4, float(rng.gamma(2, gap / 2)))
        if world.chance(0.04):
            # Shame, a quarrel or an empty account: a long silence.
            day += float(rng.uniform(25, 80))


def _settled(world: World, accounts: list[Account], house: Household, payments: int) -> None:
    """Looks like a supporter of one family: a monthly sum with a school note, and smaller sums at night between."""
    rng = world.rng
    payer = accounts[0]
    head = house.accounts[0]
    start = int(rng.integers(0, 200))
    months = clock.after_payday(rng, payer.country, start)[: max(2, payments // 2)]
    world.ledger.pay(
        payer.index, head.index, clock.at(rng, months, "evening"), float(rng.choice([50, 60, 80, 100])),
        "livestream_purchase", notes.pick(rng, "family", months.size),
    )  # fmt: skip
    for day in clock.some_days(rng, max(2, payments - months.size), start).tolist():
        dollars = float(np.exp(rng.normal(3.3, 0.5)))
        receiver = house.account_for(world, day, dollars, head)
        account = accounts[int(rng.integers(len(accounts)))]
        world.ledger.pay(
            account.index, receiver.index, np.array([_alone(world, payer, house, day)]), dollars, "livestream_purchase",
            notes.pick(rng, "private", 1), style=FOREIGN,
        )  # fmt: skip


def _visit(world: World, accounts: list[Account], house: Household) -> None:
    """After months, a ticket: an agent is paid, then the phone shows the household's country for two weeks."""
    rng = world.rng
    first = int(rng.integers(170, 340))
    trip = Trip(first, first + int(rng.integers(8, 20)), house.land)
    for account in accounts:
        account.trip = trip
    payer = accounts[0]
    agents = [account for account in world.book.accounts if account.display.endswith("Travel")]
    if agents:
        agent = agents[rng.integers(len(agents))]
        when = np.array([float((first - int(rng.integers(8, 40))) * MINUTES + rng.integers(600, 1300))])
        world.ledger.pay(payer.index, agent.index, when, float(rng.uniform(500, 1300)), "hub_payment", ["flight"])
