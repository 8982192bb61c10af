"""Households that receive for live-streamed abuse: their accounts, their price, their cover."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.apart.guests.neobank import names
from benchmarks.apart.guests.neobank.days import DAYS, at, months
from benchmarks.apart.guests.neobank.parties import Party
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World


@dataclass(slots=True)
class Household:
    """Who receives, from which day each account is in use, what is asked, and how well it is known."""

    group: str
    country: str
    city: str
    accounts: list[tuple[int, Party]]
    price: float
    fame: float

    def receiver(self, rng: Random, day: int) -> Party:
        """The account named that night: mostly the newest, sometimes an older one that still works."""
        usable = [party for since, party in self.accounts if since <= day] or [self.accounts[0][1]]
        return usable[-1] if rng.random() < 0.7 else rng.choice(usable)


def found(world: World, rng: Random, index: int, *, hidden: bool = False) -> Household:
    """A household; a hidden one is known to one payer only.

    A telephone wallet is capped and a counter asks for papers, so a household that earns names a sister, an aunt, a
    neighbour next. They share a town, often a surname, sometimes the same person under another instrument.
    """
    country = rng.choices(("PH", "CO", "RO", "TH", "KE"), (70, 8, 9, 6, 7))[0]
    family = names.family_name(rng, country)
    first = world.forge.receiver(country, world.forge.means(country), name=world.forge.person_name(country, family))
    accounts = [(-999, first)]
    for _ in range(0 if hidden and rng.random() < 0.6 else rng.choice((0, 1, 1, 2, 3))):
        since = rng.randrange(20, DAYS)
        if rng.random() < 0.3:
            # The same woman at a counter instead of her wallet.
            party = world.forge.receiver(
                country, world.forge.means(country), name=first.name, city=first.city, person=first.person
            )
        else:
            name = world.forge.person_name(country, family if rng.random() < 0.55 else None)
            party = world.forge.receiver(country, world.forge.means(country), name=name, city=first.city)
        accounts.append((since, party))
    accounts.sort(key=lambda pair: pair[0])
    group = f"household-{index:02d}"
    for _, party in accounts:
        world.ledger.belongs(party, group)
    price = rng.lognormvariate(3.4, 0.35)
    return Household(group, country, first.city, accounts, price, rng.paretovariate(1.2))


def relay(world: World, rng: Random, household: Household) -> None:
    """A relative with an account at the bank takes the money by handle and sends it on, keeping a part.

    To the payers it is a payment to somebody in the next town; abroad only her own small transfers are seen.
    """
    settled = [c for c in world.adults(22, 50) if c.joined < 0]
    relatives = [c for c in settled if c.origin == household.country] or settled
    woman = rng.choice(relatives)
    abroad = household.accounts[0][1]
    household.accounts = [(-999, woman.party), *household.accounts[1:2]]
    world.ledger.belongs(woman.party, household.group)
    for day in range(max(10, woman.joined), DAYS, 9):
        if rng.random() < 0.7:
            minute = at(rng, day + rng.randrange(5), "day", woman.shift)
            euros = rng.choice((40, 60, 80, 120))
            text = reference(rng, "family")
            world.send(rng, woman, abroad, minute, euros, "relayed", style="payout", reference=text)


def cover(world: World, rng: Random, household: Household) -> None:
    """Most receivers also have an honest life: a sister in Europe who helps monthly, a small online shop."""
    party = household.accounts[0][1]
    if party.means == "customer":
        return
    if rng.random() < 0.45:
        same = [c for c in world.adults(22, 60) if c.origin == household.country]
        if same:
            sister, euros = rng.choice(same), rng.choice((50, 80, 100, 150))
            for day in months(27, sister.joined):
                minute = at(rng, day + rng.randrange(3), "evening", sister.shift)
                text = reference(rng, "family")
                world.send(rng, sister, party, minute, euros, "family", reference=text)
    if rng.random() < 0.25:
        for buyer in rng.sample(world.adults(18, 60), rng.randrange(2, 7)):
            minute = at(rng, rng.randrange(DAYS), "evening", buyer.shift)
            text = reference(rng, "hobby")
            world.send(rng, buyer, party, minute, rng.choice((9, 14, 22, 35)), "hobby", reference=text)
