"""Children and young adults who are extorted: a threat in the evening, what they can scrape together, then silence.

A young person does not have the sum demanded. They pay what the balance holds, borrow from friends or a parent, meet
the app's limit for their age, and pay again; the ring names another account meanwhile. Most stop within days.
"""

from __future__ import annotations

import numpy as np

from . import clock, notes
from .book import Account
from .clock import MINUTES
from .ledger import COMPLETED, EXACT, FAILED, ROUND
from .mules import Ring, recruit, side_business
from .world import World

_COURSES = {"burst": 0.56, "single": 0.14, "weekly": 0.12, "drawn_out": 0.18}
_MOST = 1500.0


def write(world: World) -> None:
    """Enlist victims, nearly all boys of 14 to 17 and a third young adults, and give each an episode."""
    count = world.scale(42, 4)
    rings = recruit(world, max(2, round(count / 9)))
    lands = {land for ring in rings for land in ring.targets}
    young = [member for member in world.members if 14 <= member.age <= 23 and member.country in lands]
    boys = [member for member in young if not member.woman]
    minors = [member for member in boys if member.age <= 17]
    victims = world.enlist(minors, round(count * 0.55))
    victims += world.enlist(boys, round(count * 0.32))
    victims += world.enlist(young, count - len(victims))
    for victim in victims:
        fit = [ring for ring in rings if victim.country in ring.targets] or rings
        ring = fit[int(world.rng.integers(len(fit)))]
        payer = victim
        if victim.age <= 17 and world.chance(0.09):
            # The child has no account of their own and uses a parent's phone.
            parents = [m for m in world.members if m.country == victim.country and 36 <= m.age <= 55]
            payer = (world.enlist(parents, 1) or [victim])[0]
            payer.imitates = True
        _episode(world, payer, ring)
    side_business(world, rings)


def _episode(world: World, victim: Account, ring: Ring) -> None:
    rng = world.rng
    campaign = ring.campaigns[int(rng.integers(len(ring.campaigns)))]
    day = min(campaign + int(rng.exponential(7)), clock.DAYS - 4)
    demand = float(np.clip(np.exp(rng.normal(4.7, 0.55)), 25, 260))
    course = world.choose(_COURSES)
    evening = float(day * MINUTES + rng.choice([rng.uniform(960, 1290), rng.uniform(1230, 1560)]))
    if course == "single":
        _send(world, victim, ring, evening, demand * float(rng.uniform(0.2, 0.9)))
        return
    if course == "weekly":
        # The ring settles for the allowance; the note says what the child would have bought.
        for week in range(int(rng.integers(3, 9))):
            _send(
                world,
                victim,
                ring,
                evening + week * 7 * MINUTES + rng.normal(0, 200),
                float(rng.choice([10, 15, 20, 25])),
            )
        return
    total = _burst(world, victim, ring, evening, demand, slow=course == "drawn_out")
    if world.chance(0.27):
        back = evening + float(rng.uniform(9, 60)) * MINUTES
        _burst(world, victim, ring, back, min(demand, max(20.0, _MOST - total)) * 0.7, slow=False)


def _burst(world: World, victim: Account, ring: Ring, minute: float, demand: float, *, slow: bool) -> float:
    """Pay, be told that it is not enough, borrow, pay again; returns what was paid in US dollars."""
    rng = world.rng
    owed = demand * float(rng.uniform(1.0, 3.2))
    held = demand * float(rng.uniform(0.25, 1.0))
    account = ring.working(world, int(minute // MINUTES), victim.country)
    total = 0.0
    for turn in range(1 + int(rng.poisson(3.0))):
        if total >= owed or total >= _MOST:
            break
        if held < 8:
            held = _borrow(world, victim, minute, demand)
            minute += float(rng.uniform(20, 240))
        if turn and world.chance(0.3):
            account = ring.working(world, int(minute // MINUTES), victim.country)
        part = min(held, float(rng.choice([0.25, 0.5, 1.0])) * demand, _MOST - total)
        emptied = part >= held * 0.98
        _send(
            world, victim, ring, minute, part, account=account, style=EXACT if emptied and world.chance(0.6) else ROUND
        )
        total += part
        held -= part
        minute += float(np.exp(rng.normal(6.6 if slow else 3.6, 1.0)))
        if 120 < minute % MINUTES < 400:
            # Sleep, or the ring's own; it goes on before school.
            minute += float(rng.uniform(200, 420))
    return total


def _send(
    world: World, victim: Account, ring: Ring, minute: float, dollars: float, *, account: Account | None = None,
    style: int = ROUND,
) -> None:  # fmt: skip
    """One payment; in one case of six the first try meets the app's limit and half is sent minutes later."""
    rng = world.rng
    account = account or ring.working(world, int(minute // MINUTES), victim.country)
    note = notes.pick(rng, "plea", 1)
    if world.chance(0.04):
        note = [f"for @{account.handle}"]
    dollars = max(4.0, dollars)
    if world.chance(0.16):
        world.ledger.pay(
            victim.index,
            account.index,
            np.array([minute]),
            dollars,
            "extortion_victim",
            note,
            style=style,
            status=FAILED,
        )
        minute, dollars = minute + float(rng.uniform(1, 15)), dollars / 2
    world.ledger.pay(
        victim.index,
        account.index,
        np.array([minute]),
        dollars,
        "extortion_victim",
        note,
        style=style,
        status=COMPLETED,
    )


def _borrow(world: World, victim: Account, minute: float, demand: float) -> float:
    """A friend or two, or a parent, lends without knowing; sometimes the money comes from outside the app."""
    rng = world.rng
    if world.chance(0.35):
        return demand * float(rng.uniform(0.2, 0.8))
    near = [m for m in world.some(world.members, 400) if m.country == victim.country and abs(m.age - victim.age) <= 3]
    lenders = near[: int(rng.integers(1, 4))]
    if not lenders:
        return demand * 0.5
    each = max(8.0, demand * float(rng.uniform(0.15, 0.5)))
    when = minute + rng.uniform(3, 20, len(lenders))
    payers = np.array([lender.index for lender in lenders])
    world.ledger.pay(payers, victim.index, when, each, "ordinary", notes.pick(rng, "ask", len(lenders)))
    return each * len(lenders)
