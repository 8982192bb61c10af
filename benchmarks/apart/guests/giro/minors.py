"""Adults who pay minors at home for pictures, met in chats and games: instant, to a youth account."""

from __future__ import annotations

from .days import LENGTH
from .kinds import MINOR
from .town import Town

_WORDS = ("cadeautje", "kleding", "bedankt", "oppas", "voor jou", "snoep", "tegoed")


def bought_minors(town: Town) -> None:
    """A child is paid by a few adults who do not know each other; buyers find more than one child, most stop soon."""
    c, desk = town.chance, town.desk
    youths = town.youth_of(13, 17)
    children = c.sample(youths, k=min(len(youths), town.scaled(10, 2)))
    adults = [a for a in town.grown() if 20 <= a.age <= 66]
    for buyer in c.sample(adults, k=town.scaled(18, 3)):
        for child in c.sample(children, k=min(len(children), c.weighted(((1, 0.5), (2, 0.3), (4, 0.2))))):
            day, sum_ = c.randrange(LENGTH), float(c.choice((10, 15, 20, 20, 25, 30)))
            for _ in range(1 + int(c.expovariate(0.3))):
                # After school and in bed, when the child has the phone to itself.
                hour = c.gauss(16.3, 0.9) if c.hit(0.35) else c.gauss(22.6, 1.3)
                desk.pay(buyer, child, day, hour, sum_, MINOR, words=_WORDS, group=f"child-{child.id}", instant=0.97)
                sum_ = min(100.0, sum_ + c.choice((0, 0, 5, 10)))
                day += c.randint(1, 16)
