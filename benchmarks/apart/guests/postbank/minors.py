"""Adults who pay minors' wallets for what should never be asked of them, and the many who do for good reasons."""

from __future__ import annotations

from benchmarks.apart.guests.postbank.ledger import Story
from benchmarks.apart.guests.postbank.money import lognormal
from benchmarks.apart.guests.postbank.seasons import CHRISTMAS, DAYS, EVENING, NIGHT, WAKING, minutes, some, within
from benchmarks.apart.guests.postbank.world import World


def minor_purchases(world: World) -> None:
    """Adults who find minors on social sites: load-sized sums first, then larger, late; a friend brings a friend.

    The minors of a circle are of one city, so a payer reaches two or three and two payers reach the same one.
    """
    rng = world.rng
    adults = [p for p in world.residents() if 24 <= p.age < 62]
    minors = [person for person in world.people.minors if person.age >= 12]
    if not minors or not adults:
        return
    circles = []
    for number in range(world.count(6, 2)):
        seed = world.pick(minors)
        mates = [person for person in minors if person.city == seed.city and person is not seed]
        circles.append((f"circle-{number}", [seed, *world.draw(mates, int(rng.integers(1, 4)))]))
    for payer in world.draw(adults, world.count(16, 4)):
        name, circle = world.pick(circles)
        clock = NIGHT if rng.random() < 0.6 else EVENING if rng.random() < 0.6 else WAKING
        story = Story(
            "minor_purchase", "minor_recipient", name, even=0.95, texts=("load", "gift", "baon", "food"), talk=0.2
        )
        for minor in world.draw(circle, int(rng.choice((1, 1, 2, 3)))):
            start = int(rng.integers(0, 330))
            days = some(rng, int(rng.geometric(0.16)), start, min(DAYS, start + 150))
            usd = lognormal(rng, 5.5, 0.6, days.size) * (1 + (days - start) / 120)
            world.send(payer, minor, days, minutes(rng, clock, days.size), usd, story=story)


def godparents(world: World) -> None:
    """Godparents at Christmas and birthdays; buyers from teenagers who resell clothes and game skins."""
    rng = world.rng
    givers = [p for p in world.residents() if p.age >= 25]
    gift = Story("family_support", "family_receiver", texts=("pamasko", "gift", "birthday", "baon"), talk=0.35)
    bought = Story("hobby_purchase", "seller", texts=("skin", "order", "load", "sf"), talk=0.3)
    for minor in world.draw(world.people.minors, len(world.people.minors) // 2):
        for payer in world.draw(givers, int(rng.integers(1, 4))):
            often = some(rng, int(rng.geometric(0.35)))
            days = within([*often.tolist(), CHRISTMAS + int(rng.integers(-6, 14))])
            clock = EVENING if rng.random() < 0.4 else WAKING
            usd = lognormal(rng, 7, 0.6, days.size)
            world.send(payer, minor, days, minutes(rng, clock, days.size), usd, story=gift)
    for minor in world.draw(world.people.minors, len(world.people.minors) // 12):
        for payer in world.draw(world.residents(), int(rng.integers(4, 20))):
            days = some(rng, int(rng.geometric(0.5)))
            usd = lognormal(rng, 4.5, 0.7, days.size)
            clock = NIGHT if rng.random() < 0.5 else EVENING
            world.send(payer, minor, days, minutes(rng, clock, days.size), usd, story=bought)
