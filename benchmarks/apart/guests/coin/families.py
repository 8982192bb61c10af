"""Migrants and their families: pay days, feasts, storms, siblings who share a mother, and neighbours who collect."""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .days import CHRISTMAS, EASTER, SCHOOL_OPENS, YEAR, Days, moments, paydays, spread
from .kinds import COLLECTED, FAMILY, ORDINARY, STUDENT, Kind
from .notes import notes
from .places import PLACES, SENDING
from .sums import around
from .world import World


def families(world: World) -> None:
    """Every kind of family tie."""
    heads: dict[str, list[Account]] = {}
    for payer in world.payers:
        if payer.origin == payer.country:
            if payer.age >= 35 and world.rng.random() < 0.03:
                _child_at_university(world, payer)
            if payer.age < 18 and world.rng.random() < 0.5:
                _pocket_money(world, payer)
            continue
        if world.rng.random() < 0.85:
            _relatives(world, payer, heads.setdefault(payer.origin, []))
        if world.rng.random() < 0.05:
            _loan(world, payer)
    _collectors(world)


def support(
    world: World, payer: Account, receiver: Account, days: Days, usd: float, *, part: str, kind: Kind = FAMILY
) -> None:
    """A run of support: agreed in the family's money, or what the sender puts aside."""
    rng = world.rng
    text = notes(rng, "family", len(days), rng.beta(1.2, 2))
    if kind is COLLECTED and rng.random() < 0.4:
        # Whose money it is has to be said, in words or by a handle.
        text = [f"for {rng.choice([receiver.names[1], f'@{receiver.names[1].lower()}{payer.index % 97}'])}"] * len(days)
    sums = around(rng, usd * payer.means, 0.35, len(days)) * (1 + 0.1 * days / YEAR)
    world.ledger.pay(
        payer, receiver, moments(rng, days, part, payer.shift), sums, kind,
        agreed=str(rng.choice(["own", "theirs"])), notes=text,
    )  # fmt: skip


def _relatives(world: World, payer: Account, heads: list[Account]) -> None:
    rng = world.rng
    if heads and rng.random() < 0.3:
        # A sibling is already here: mother, or whoever runs the household, is paid by several of them.
        head = heads[int(rng.integers(len(heads)))]
    else:
        head = world.receiver(payer.origin, int(rng.integers(40, 75)), payer.names[1])
        heads.append(head)
    support(world, payer, head, paydays(rng, payer.cycle), 150, part="waking")
    extra = [day for day in (EASTER, SCHOOL_OPENS, CHRISTMAS, CHRISTMAS + 6) if rng.random() < 0.45]
    if extra:
        support(world, payer, head, np.array(extra) + rng.integers(-3, 4, len(extra)), 110, part="waking")
    for _ in range(int(rng.poisson(1.1))):
        # In-laws, cousins, a godchild: asked for by message, at the hour when the message is read.
        cousin = world.receiver(payer.origin)
        days = spread(rng, 1 + int(rng.gamma(1.1, 4.5)), int(rng.integers(0, 200)))
        support(world, payer, cousin, days, float(rng.choice([18, 35, 60])), part=str(rng.choice(["evening", "late"])))
    if payer.origin == "PH" and rng.random() < 0.55:
        hit = rng.choice(world.storms) + rng.integers(0, 4, int(rng.integers(1, 4)))
        everybody = [head] + [world.receiver("PH") for _ in range(int(rng.poisson(0.8)))]
        for relative in everybody:
            world.send(
                payer, relative, hit[:1] + rng.integers(0, 3), around(rng, 70, 0.5, 1), FAMILY, part="late",
                agreed="theirs", about="storm", filled=0.5,
            )  # fmt: skip


def _pocket_money(world: World, child: Account) -> None:
    """Parents pay their teenagers by the week, at any hour the teenager asks."""
    rng = world.rng
    parent = world.someone(child.country, 34, 60)
    days = spread(rng, int(rng.integers(8, 40)))
    world.send(parent, child, days, around(rng, 17, 0.5, len(days)), FAMILY, part="waking", about="chore", filled=0.25)


def _child_at_university(world: World, parent: Account) -> None:
    rng = world.rng
    country = str(rng.choice(SENDING))
    student = world.book.wallet(country, int(rng.integers(18, 26)), origin=parent.country, family=parent.names[1])
    student.city = str(rng.choice(PLACES[country].cities))
    days = paydays(rng, parent.cycle)
    days = days[(days < 170) | (days > 235)]
    world.send(
        parent, student, days, around(rng, 260 * parent.means, 0.4, len(days)), STUDENT, part="waking",
        about="student",
    )  # fmt: skip
    cravings = spread(rng, int(rng.poisson(6)))
    world.ledger.pay(
        parent, student, moments(rng, cravings, "late"), around(rng, 35, 0.5, len(cravings)), STUDENT,
        notes=notes(rng, "student", len(cravings)),
    )  # fmt: skip


def _loan(world: World, payer: Account) -> None:
    """What the journey cost is paid back to whoever lent it: equal parts, then an end."""
    rng = world.rng
    lender = world.receiver(payer.origin)
    days = paydays(rng, payer.cycle)[: int(rng.integers(4, 13))]
    part = np.full(len(days), float(rng.choice([50, 80, 100, 150])))
    world.send(payer, lender, days, part, ORDINARY, part="evening", about="loan", filled=0.5)


def _collectors(world: World) -> None:
    """One wallet for a street: whose family has none sends through a neighbour, who keeps a little."""
    rng = world.rng
    for _ in range(world.count(26)):
        country = world.homeland()
        neighbour = world.receiver(country, int(rng.integers(25, 60)))
        senders = [payer for payer in world.payers if payer.origin == country != payer.country]
        if not senders:
            continue
        for place in rng.choice(len(senders), size=min(len(senders), int(rng.integers(3, 16))), replace=False):
            days = paydays(rng, senders[place].cycle)
            days = days[rng.random(len(days)) < rng.uniform(0.2, 0.9)]
            support(world, senders[place], neighbour, days, 70, part="waking", kind=COLLECTED)
