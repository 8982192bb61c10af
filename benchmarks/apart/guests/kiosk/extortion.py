"""Financial extortion of children and young adults: campaigns among schoolmates, mules, and those behind them.

A crew works through the contacts of the first victim, so victims of one campaign live in one country and are paid to
the same few wallets, which last some weeks. A victim pays what there is, then less, then stops.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.kiosk import calendar, clock
from benchmarks.apart.guests.kiosk.people import Payer
from benchmarks.apart.guests.kiosk.receivers import Receiver
from benchmarks.apart.guests.kiosk.world import Tie, World


@dataclass(slots=True)
class Campaign:
    """Some weeks of one crew in one country: wallets that receive, the person behind, the mule who forwards."""

    name: str
    begin: int
    length: int
    doors: list[Receiver]
    boss: Receiver
    mule: Payer | None
    takings: list[float] = field(default_factory=list)


def _campaign(world: World, name: str, host: str, boss: Receiver, mules: list[Payer]) -> Campaign:
    """Half the crews let a domestic mule collect, who is often young too; the others have wallets of their own."""
    rng = world.rng
    begin, length = int(rng.integers(10, calendar.DAYS - 60)), int(rng.integers(14, 50))
    local = [m for m in mules if m.host == host]
    if local and rng.random() < 0.55:
        mule = local[int(rng.integers(len(local)))]
        person = f"pp{mule.index:06d}"
        doors = [world.book.add(host, person=person) for _ in range(int(rng.integers(1, 3)))]
        mule.first, mule.last = min(mule.first, begin), max(mule.last, begin + length)
        return Campaign(name, begin, length, doors, boss, mule)
    doors = [boss, world.book.again(boss)][: int(rng.integers(1, 3))]
    return Campaign(name, begin, length, doors, boss, None)


def _burst(world: World, victim: Payer, tie: Tie, doors: list[Receiver], *, start: float, budget: float) -> float:
    """Pay the haggled first demand, then what can be scraped together; returns the last moment."""
    rng = world.rng
    count = 1 + int(rng.poisson(2.2))
    shares = np.sort(rng.dirichlet(np.full(count, 1.6)))[::-1]
    when = start + np.concatenate([[0.0], np.cumsum(rng.lognormal(np.log(2.2 * 3600), 1.2, count - 1))])
    night = (clock.hour(when) > 2) & (clock.hour(when) < 7)
    when = np.sort(when + np.where(night, 6 * 3600, 0))
    cut = count if len(doors) == 1 or rng.random() < 0.6 else int(rng.integers(1, count + 1))
    order = rng.permutation(len(doors))
    for receiver, part in ((doors[order[0]], slice(0, cut)), (doors[order[-1]], slice(cut, count))):
        world.send(victim, receiver, tie, when[part], np.minimum(budget * shares[part], 260))
    return float(when[-1])


def _pay(world: World, victim: Payer, campaign: Campaign, others: list[Receiver]) -> None:
    rng = world.rng
    tie = Tie("extortion_victim", "extortion_collection", campaign.name)
    day = np.array([campaign.begin + int(campaign.length * rng.random())])
    budget = float(np.clip(rng.lognormal(np.log(165), 0.7), 20, 1400))
    start = float(clock.at(rng, day, "school")[0])
    end = _burst(world, victim, tie, campaign.doors, start=start, budget=budget)
    campaign.takings.extend([end] * int(1 + budget // 150))
    if rng.random() < 0.27:  # who paid once is asked again, sometimes by somebody who bought the list
        doors = campaign.doors if rng.random() < 0.6 else [others[int(rng.integers(len(others)))]]
        again = end + rng.uniform(4, 50) * calendar.DAY
        _burst(world, victim, tie, doors, start=float(again), budget=budget * rng.uniform(0.2, 0.7))


def _side_business(world: World, campaign: Campaign, buyers: list[Payer]) -> None:
    """The same wallets take money for goods that never arrive, so adults with no secret pay them too."""
    rng = world.rng
    for _ in range(int(rng.integers(0, 6))):
        buyer = buyers[int(rng.integers(len(buyers)))]
        day = campaign.begin + rng.integers(0, campaign.length, 1)
        sums = rng.choice([40.0, 80.0, 150.0, 220.0], 1)
        tie = Tie("ordinary", "ordinary", words=("ticket", "phone", "deposit"), wordy=0.3)
        world.send(buyer, campaign.doors[0], tie, clock.at(rng, day, "evening"), sums)


def _forward(world: World, campaign: Campaign) -> None:
    """The mule keeps a little and sends the rest abroad within a day or two, like any other payer."""
    if campaign.mule is None:
        return
    rng = world.rng
    when = np.array(campaign.takings) + rng.uniform(0.1, 1.8, len(campaign.takings)) * calendar.DAY
    tie = Tie("ordinary", "extortion_collection", campaign.name.rsplit("-", 1)[0])
    world.send(campaign.mule, campaign.boss, tie, when, rng.uniform(60, 140, len(when)))


def extortion(world: World, victims: list[Payer], mules: list[Payer], buyers: list[Payer]) -> None:
    """Draw campaigns of about six victims in one country; some victims meet somebody who works alone."""
    rng = world.rng
    size, crews = 6, max(2, round(len(victims) / 12))
    bosses = [
        world.book.add(str(rng.choice(["NG", "CI", "PH", "GH"], p=[0.4, 0.35, 0.2, 0.05])), rail="wallet")
        for _ in range(crews)
    ]
    campaigns = []
    by_host: dict[str, list[Payer]] = {}
    for victim in victims:
        by_host.setdefault(victim.host, []).append(victim)
    for host, local in by_host.items():
        for k in range(0, len(local), size):
            crew = int(rng.integers(crews))
            campaign = _campaign(world, f"crew{crew}-{host}{k // size}", host, bosses[crew], mules)
            campaigns.append(campaign)
            for victim in local[k : k + size]:
                if rng.random() < 0.18:
                    alone = world.book.add(str(rng.choice(["NG", "CI", "PH"])), rail="wallet")
                    lone = Campaign(f"alone-{victim.index}", campaign.begin, 60, [alone], alone, None)
                    _pay(world, victim, lone, bosses)
                else:
                    _pay(world, victim, campaign, bosses)
    for campaign in campaigns:
        _side_business(world, campaign, buyers)
        _forward(world, campaign)
