"""Where live-streamed abuse is paid to: households and those who cash out for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from . import days
from .chance import falling, weights
from .people import Payer
from .receivers import Receiver
from .world import World

_LANDS = ("PH", "TH", "CO", "RO", "DO", "UA", "KE")
_LAND_WEIGHTS = weights([64, 8, 8, 8, 5, 4, 3])


@dataclass(slots=True)
class Household:
    """People who live together or work together, and the accounts they let be paid, in the order they used them."""

    name: str
    country: str
    accounts: list[Receiver]
    turns: list[int] = field(default_factory=list)
    known_to: list[Household] = field(default_factory=list)

    def account(self, world: World, day: int) -> Receiver:
        """The account given out that day: one serves until its limit is full or it is blocked, then the next."""
        served = [account for account, turn in zip(self.accounts, self.turns, strict=True) if turn <= day]
        return world.chance.pick(served[-2:])


def households(world: World) -> list[Household]:
    """One in three is paid by a single customer here; the best known are passed on among payers who never met."""
    made = [_household(world, number) for number in range(world.quota(26, 3))]
    for household in made:
        near = [other for other in made if other is not household and other.country == household.country]
        if near and world.chance.odds(0.12):
            # A cashier with a good wallet serves the next street too.
            household.accounts.append(near[0].accounts[0])
            household.turns.append(world.chance.whole(0, days.DAYS // 2))
        household.known_to = world.chance.some(near, world.chance.whole(1, 3))
    return made


def _household(world: World, number: int) -> Household:
    chance, book = world.chance, world.book
    country = chance.weigh(_LANDS, _LAND_WEIGHTS)
    first = book.abroad(country, "facilitation", man=chance.odds(0.25))
    first.group = f"household {number}"
    accounts = [first]
    for _ in range(chance.weigh((0, 1, 2, 3), (35, 70, 90, 100))):
        if chance.odds(0.3):
            accounts.append(book.second_account(first))
            continue
        # A sister or a cousin shares the surname, a cousin's friend does not.
        surname = first.name.split()[-1] if chance.odds(0.5) else None
        member = book.abroad(country, "facilitation", surname=surname, man=chance.odds(0.3))
        member.group = first.group
        if chance.odds(0.7):
            member.city = first.city
        accounts.append(member)
    turns = [-999, *sorted(chance.whole(0, days.DAYS - 60) for _ in accounts[1:])]
    return Household(first.group, country, accounts, turns)


def honest_relatives(world: World, made: list[Household]) -> None:
    """Some of these households also have an aunt in Sweden who sends money after payday and knows nothing."""
    chance = world.chance
    for household in made:
        aunts: list[Payer] = [p for p in world.people if p.root == household.country and p.age > 22]
        if not aunts or not chance.odds(0.3):
            continue
        aunt, usual = chance.pick(aunts), chance.about(1500, 0.4)
        for payday in days.PAYDAYS:
            if chance.odds(0.6):
                world.ledger.pay(
                    aunt,
                    household.accounts[0],
                    payday + chance.whole(0, 4),
                    world.hour(aunt, days.WAKING),
                    usual,
                    kind="family_support",
                    reference=chance.pick(("family", "", "school fees")),
                )


def fame(made: list[Household]) -> list[float]:
    """How often each is found by a new payer."""
    return falling(len(made), 0.45)
