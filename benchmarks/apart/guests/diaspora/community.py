"""What migrants pay together: savings circles, wakes, fiestas, the typhoon. Many payers, one receiver."""

from __future__ import annotations

from benchmarks.apart.guests.diaspora.days import CHRISTMAS, DAYS, FIESTAS, TYPHOON
from benchmarks.apart.guests.diaspora.people import Payer
from benchmarks.apart.guests.diaspora.places import PH, STORM_TOWNS
from benchmarks.apart.guests.diaspora.world import Family, World


def gather(world: World) -> None:
    """All collective payments of the diaspora."""
    migrants = [(payer, family) for family in world.families for payer in family.payers]
    for _ in range(max(2, len(migrants) // 260)):
        _savings_circle(world, migrants)
    for town, families in sorted(world.by_town.items()):
        for _ in range(max(1, len(families) // 60)):
            _wake(world, families)
        _hometown_society(world, town, families)
        if town in STORM_TOWNS:
            _typhoon(world, families)


def _savings_circle(world: World, migrants: list[tuple[Payer, Family]]) -> None:
    """Colleagues of one city put in the same sum each month, and each month another one's family gets the pot.

    Half of the circles trust a treasurer at home instead, who is then paid by a dozen unrelated people for a year.
    """
    dice = world.dice
    founder, _ = dice.choice(migrants)
    pool = [pair for pair in migrants if pair[0].city == founder.city]
    members = dice.sample(pool, min(len(pool), dice.randrange(6, 15)))
    treasurer = world.stranger(PH) if dice.chance(0.5) else None
    share, start, every = dice.choice((40, 60, 100, 150)), dice.randrange(DAYS - 60), dice.choice((14, 30, 30))
    for turn, (_, family) in enumerate(members):
        pot = treasurer or dice.choice(family.kin)[1]
        for payer, _ in members:
            day = start + turn * every + dice.choice((0, 0, 1, 2, 3))
            if dice.chance(0.93):
                world.ledger.pay(payer, pot, day, share, "collection", again=0.9)


def _wake(world: World, families: list[Family]) -> None:
    """A death at home: for nine days the whole town's emigrants send something small to the bereaved."""
    dice = world.dice
    bereaved, day = dice.choice(families), dice.randrange(DAYS - 12)
    receiver = dice.choice(bereaved.kin)[1]
    for family in dice.sample(families, min(len(families), dice.randrange(6, 26))):
        world.ledger.pay(
            dice.choice(family.payers), receiver, day + dice.randrange(9), dice.about(22, 0.5), "collection"
        )
    for payer in bereaved.payers:
        world.ledger.pay(payer, receiver, day + dice.randrange(2), 350 * payer.purse, "family")


def _hometown_society(world: World, town: str, families: list[Family]) -> None:
    """A treasurer collects for the fiesta, the chapel roof and the basketball court; her nephew takes over mid-year."""
    dice = world.dice
    home = families[0].home
    treasurers = [world.register.receiver(home, town, world.surname(home.code)) for _ in range(2)]
    for feast, day in enumerate((FIESTAS[dice.randrange(4)], CHRISTMAS - 20)):
        for family in families:
            for payer in family.payers:
                if dice.chance(0.07):
                    world.ledger.pay(
                        payer, treasurers[feast], day - dice.randrange(25), dice.about(20, 0.5), "collection"
                    )


def _typhoon(world: World, families: list[Family]) -> None:
    """The storm cuts power for two days; then everyone sends, at once, to whoever can still be reached."""
    dice = world.dice
    relief = world.stranger(PH, "bank", "Bayanihan Relief Mission")
    for family in families:
        for payer in family.payers:
            for _ in range(dice.count(1.3)):
                _, receiver = dice.choice(family.kin)
                day = TYPHOON + 1 + int(dice.expovariate(0.3))
                world.ledger.pay(payer, receiver, day, dice.about(70, 0.7), "family", hour=dice.uniform(5, 25))
            if dice.chance(0.12):
                world.ledger.pay(payer, relief, TYPHOON + dice.randrange(1, 20), dice.about(20, 0.6), "donation")
