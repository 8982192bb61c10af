"""Financial sexual extortion of children and young adults: met in a game, threatened, made to pay within hours.

The extorter takes what there is: a first demand, then what is left of the savings, then what friends lend. Crews
change the account that is paid every few weeks, because accounts are closed after complaints.
"""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.card.circles import Circle
from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.ledger import CARD, CENTS, OWN, WALLET, Ledger
from benchmarks.apart.guests.card.people import DAYS, FIRST_YEAR, Floats, Ints, People
from benchmarks.apart.guests.card.places import INDEX, RICH
from benchmarks.apart.guests.card.rhythm import at_hour, scatter
from benchmarks.apart.guests.card.sums import around


def _crew(people: People, rng: np.random.Generator, name: str) -> tuple[int, Ints, Floats]:
    """A head abroad, three to six collecting accounts (some domestic mules, often young), and when each is in use."""
    head = int(people.recruit(rng, 1, INDEX[str(rng.choice(["NG", "NG", "CI", "PH"]))], (19, 34), people.select())[0])
    own = people.recruit(rng, int(rng.integers(1, 3)), int(people.country[head]), (18, 34), people.select())
    mules = people.recruit(rng, int(rng.integers(2, 4)), (INDEX["US"], INDEX["GB"], INDEX["AU"], INDEX["DE"]), (18, 29),
                           people.select())  # fmt: skip
    accounts = np.concatenate([own, mules])
    people.churn[accounts], people.lull[accounts] = 0.55, 0.5
    people.joined[accounts] = -1.0
    people.joined[head] = -1.0
    people.ring.update(dict.fromkeys([head, *accounts.tolist()], name))
    return head, accounts, np.sort(rng.uniform(0, 90, 40).cumsum() % DAYS)


def _squeeze(rng: np.random.Generator, budget: float) -> tuple[Floats, Floats]:
    """Hours since the first demand and sums: the first is the largest a teenager can find, the rest is what remains."""
    count = int(rng.choice([1, 2, 3, 4, 5, 6, 7, 9, 12], p=[0.14, 0.15, 0.15, 0.15, 0.13, 0.1, 0.08, 0.06, 0.04]))
    wait = np.where(rng.random(count) < 0.65, rng.exponential(0.8, count), rng.exponential(14.0, count))
    wait[0] = 0.0
    share = 0.85 ** np.arange(count) * rng.lognormal(0, 0.5, count)
    return np.cumsum(wait), np.maximum(budget * share, 8.0)


def _victim(people: People, rng: np.random.Generator, guild: Circle) -> int:
    """Mostly boys of 14 to 17, some young adults; some opened the account only for this, some used a parent's."""
    ages = (14, 17) if rng.random() < 0.66 else (18, 23)
    victim = int(people.recruit(rng, 1, RICH, ages, guild.members)[0])
    draw = rng.random()
    if draw < 0.12:
        people.birth[victim] = FIRST_YEAR + 1 - int(rng.integers(38, 56))
        people.disguised.add(victim)
    return victim


def extortions(people: People, ledger: Ledger, rng: np.random.Generator, guilds: list[Circle], n: int) -> None:
    """Write about `n` victims over several crews; one in nine pays an account that no other victim paid."""
    crews = [_crew(people, rng, f"crew-{index}") for index in range(max(1, round(n / 9)))]
    taken: dict[int, list[tuple[int, float, float]]] = {index: [] for index in range(len(crews))}
    for _ in range(n):
        victim = _victim(people, rng, guilds[int(rng.integers(0, len(guilds)))])
        index = int(rng.integers(0, len(crews)))
        head, accounts, changes = crews[index]
        start = float(rng.uniform(15, DAYS - 70))
        fresh = rng.random() < 0.3
        people.joined[victim] = start - rng.exponential(2.0) if fresh else -1.0
        people.churn[victim] = 0.0
        if rng.random() < 0.11:
            accounts = people.recruit(rng, 1, int(people.country[head]), (18, 40), people.select())
            people.ring[int(accounts[0])] = f"lone-{victim}"
        people.ring[victim] = people.ring[int(accounts[0])]
        bursts = 2 if rng.random() < 0.27 else 1
        for burst in range(bursts):
            begin = start + (float(rng.gamma(2.0, 11.0)) if burst else 0.0)
            hours, usd = _squeeze(rng, float(rng.lognormal(np.log(80), 0.6)) * (0.7 if burst else 1.0))
            usd = usd * min(1.0, 1500.0 / usd.sum())
            first = float(rng.normal(21.5, 2.8))
            wall = np.floor(begin) + (first + hours) / 24
            school = (wall % 1 > 0.12) & (wall % 1 < 0.3)
            wall = np.where(school, wall + rng.uniform(0.18, 0.45, len(wall)), wall)
            turn = int(np.searchsorted(changes, begin)) + (rng.random(len(wall)) < 0.15)
            payee = accounts[turn % len(accounts)]
            rail = CARD if rng.random() < 0.2 else WALLET
            manner = np.where(rng.random(len(wall)) < 0.25, CENTS, OWN)
            ledger.add(victim, payee, np.sort(wall), np.minimum(usd, 500.0), Kind.EXTORTION, manner=manner, rail=rail)
            taken[index].append((int(payee[0]), float(wall[-1]), float(usd.sum())))
    for index, (head, accounts, _) in enumerate(crews):
        _forward(people, ledger, rng, head=head, accounts=accounts, taken=taken[index])


def _forward(
    people: People,
    ledger: Ledger,
    rng: np.random.Generator,
    *,
    head: int,
    accounts: Ints,
    taken: list[tuple[int, float, float]],
) -> None:
    """Mules keep a share and send the rest within a day; those who play at home are paid for other things too."""
    for payee, day, total in taken:
        if payee in accounts and rng.random() < 0.7:
            soon = np.array([day + rng.exponential(0.5)])
            ledger.add(payee, head, soon, np.array([total * 0.8]), Kind.MULE_FORWARD, manner=CENTS)
    for account in accounts:
        pals = rng.choice(people.select((int(people.country[account]),)), 3)
        days = scatter(rng, 5.0)
        wall = at_hour(rng, days, 19.0)
        ledger.add(rng.choice(pals, len(days)), int(account), wall, around(rng, len(days), 22.0, 0.7), Kind.ORDINARY)
