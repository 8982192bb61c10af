"""Cashing out: a bank account of one's own, or the shop on the corner that hands over notes for coins.

The corner agent is paid by hundreds of neighbours in round sums. A household that shares one bank account shows it here
and nowhere else.
"""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .days import Days, Floats
from .households import Household
from .kinds import HUB, ORDINARY
from .ledger import Run
from .places import PLACES, RECEIVING
from .world import World


def cashouts(world: World, households: list[Household]) -> None:
    """What receivers at the receiving end do with their balance."""
    rng = world.rng
    agents = {
        country: [world.book.wallet(country, int(rng.integers(25, 60)), verified=0.9) for _ in range(world.count(7, 2))]
        for country in RECEIVING
    }
    shared = {
        account.index: household.bank
        for household in households
        for account in (*household.members, *household.later.values())
    }
    banks: dict[str, list[Account]] = {}
    for index, runs in world.ledger.inflows().items():
        holder = world.book.accounts[index]
        if holder.form != "wallet" or PLACES[holder.country].sends:
            continue
        # The rest keep a balance and spend it elsewhere, or sell it to a friend for cash.
        if index not in shared and rng.random() > 0.36:
            continue
        local = [agent for agent in agents[holder.country] if agent.city == holder.city] or agents[holder.country]
        if index in shared and rng.random() < 0.6:
            target = shared[index]
        elif rng.random() < 0.55:
            # Couples and cousins use the one account that somebody in the house has.
            near = banks.setdefault(holder.city, [])
            if not near or rng.random() < 0.88:
                near.append(world.book.other("bank", holder.country, owner=holder))
            target = near[-1]
        else:
            target = local[int(rng.integers(len(local)))]
        _empty(world, holder, target, runs)


def _empty(world: World, holder: Account, target: Account, runs: list[Run]) -> None:
    """Draw the balance down after money came in: some within the hour, some when the week's shopping is due."""
    rng = world.rng
    when = np.concatenate([run.when for run in runs])
    usd = np.concatenate([run.usd for run in runs])
    order = np.argsort(when, kind="stable")
    haste = float(rng.choice([2.0, 14.0, 50.0]))
    share = float(rng.uniform(0.35, 1.0))
    drawn_when: list[int] = []
    drawn: list[float] = []
    balance, rest = 0.0, float(rng.choice([0.4, 2.0, 6.0])) * 86_400
    for second, sum_ in zip(when[order], usd[order], strict=True):
        balance += float(sum_)
        waited = not drawn_when or second - drawn_when[-1] > rest
        if balance > 6 and waited and rng.random() < share:
            taken = balance * float(rng.choice([1.0, rng.uniform(0.5, 0.95)]))
            drawn_when.append(int(second + rng.exponential(haste) * 3_600))
            drawn.append(taken)
            balance -= taken
    seconds: Days = np.array(drawn_when, dtype=np.int64)
    sums: Floats = np.array(drawn)
    kind = ORDINARY if target.form == "bank" else HUB
    agreed = "exact" if target.form == "bank" and rng.random() < 0.5 else "own"
    world.ledger.pay(holder, target, seconds, sums, kind, agreed=agreed)
