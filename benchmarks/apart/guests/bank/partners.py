"""Love at a distance, true and false: partners abroad, serial daters, and victims of romance fraud."""

from __future__ import annotations

from typing import Final

from benchmarks.apart.guests.bank.almanac import CHRISTMAS, DAYS, hour, month_of, payday
from benchmarks.apart.guests.bank.travel import travel
from benchmarks.apart.guests.bank.world import World

WORDS: Final = (
    "love you", "gift", "for you", "support", "rent", "room", "birthday", "miss you", "food", "visa", "treat", "kjaere",
    "bursdag", "data", "load", "expenses", "hospital", "school", "ticket",
)  # fmt: skip
FRAUD: Final = (
    "customs fee",
    "flight",
    "hospital",
    "loan",
    "release of parcel",
    "lawyer",
    "investering",
    "help",
    "lan",
)
LANDS: Final = ("PH", "TH", "CO", "RO", "KE", "DO", "ID", "VN", "GB", "US", "DE")
LAND_WEIGHTS: Final = (0.3, 0.26, 0.09, 0.08, 0.06, 0.05, 0.04, 0.04, 0.03, 0.03, 0.02)


def _courtship(world: World, payer: int, loved: int, *, begin: float, end: float, size: float) -> None:
    """Payments follow calls, which follow the partner's evening; sums grow with trust until a visit or a quarrel."""
    rng, land = world.rng, world.receivers.rows[loved].country
    at, gap, trust = begin, float(rng.uniform(9, 34)), 0.35
    visit = begin + float(rng.exponential(260))
    while at < end:
        if visit < at < visit + 16:
            travel(world, payer, visit, land)
            at = visit + 16
        mood = str(rng.choice(["evening", "night", "lunch", "morning", "small_hours"], p=[0.47, 0.23, 0.12, 0.1, 0.08]))
        moment = at // 1 + hour(rng, mood)
        world.send(moment, size * trust * rng.lognormal(0, 0.5), payer, loved, "partner_abroad", WORDS, blank=0.55)
        if rng.random() < 0.12:
            world.send(moment + rng.uniform(0.01, 0.2), size * 0.4, payer, loved, "partner_abroad", WORDS, blank=0.8)
        trust = min(1.6, trust * (1 + abs(rng.normal(0.07, 0.05))))
        gap = max(4.0, gap * float(rng.lognormal(-0.02, 0.12)))
        at += float(rng.gamma(2, gap / 2))
    for feast in CHRISTMAS:
        if begin < feast < end:
            world.send(feast + hour(rng, "evening"), size * 1.4, payer, loved, "partner_abroad", WORDS, purpose="GIFT")


def _loved(world: World, payer: int, land: str, known: list[int]) -> int:
    """A new acquaintance; on dating sites one in six writes with several admirers who do not know of each other."""
    if known and world.rng.random() < 0.16:
        return known[int(world.rng.integers(len(known)))]
    known.append(world.receivers.someone(land, "partner_receiver", female=not bool(world.people.female[payer])))
    return known[-1]


def love_abroad(world: World) -> None:
    """Lasting couples, and a third who write with several at once and help each a little before choosing."""
    rng, people = world.rng, world.people
    ages = people.ages()
    fit = (ages > 21) & (ages < 74) & ((people.partner < 0) | (rng.random(people.count) < 0.12))
    fit &= ~people.female | (rng.random(people.count) < 0.25)
    known: list[int] = []
    for payer in world.choose(fit, world.number(95)):
        land = str(rng.choice(LANDS, p=LAND_WEIGHTS))
        size = float(people.income[payer]) * rng.uniform(0.015, 0.1)
        begin = float(rng.uniform(-200, 600))
        if rng.random() < 0.33:
            for _ in range(int(rng.integers(2, 7))):
                first = begin + float(rng.exponential(70))
                where = land if rng.random() < 0.7 else str(rng.choice(LANDS, p=LAND_WEIGHTS))
                until = min(DAYS, first + float(rng.exponential(75)))
                _courtship(
                    world, payer, _loved(world, payer, where, known), begin=max(0.0, first), end=until, size=size * 0.35
                )
        else:
            end = min(DAYS, begin + float(rng.gamma(2, 230)))
            _courtship(world, payer, _loved(world, payer, land, []), begin=max(0.0, begin), end=end, size=size)


def _deceived(world: World, payer: int, receivers: list[int]) -> None:
    """Trust first, then one crisis after another, each larger, until the savings or a bank teller end it."""
    rng = world.rng
    at, size = float(rng.uniform(0, 560)), float(rng.uniform(400, 2500))
    for _ in range(int(rng.integers(4, 22))):
        month = month_of(min(at, DAYS - 1))
        if rng.random() < 0.3:
            at = max(at, payday(month, int(world.people.payday[payer])) + float(rng.uniform(0, 1)))
        mood = str(rng.choice(["day", "lunch", "evening"], p=[0.5, 0.2, 0.3]))
        receiver = receivers[0] if rng.random() < 0.72 else receivers[int(rng.integers(len(receivers)))]
        blocked = rng.random() < 0.03
        status = "stopped" if blocked else "executed"
        world.send(at // 1 + hour(rng, mood), size, payer, receiver, "romance_fraud_victim", FRAUD, status=status)
        size = min(size * float(rng.lognormal(0.2, 0.35)), 45_000)
        at += float(rng.gamma(1.6, 6))
        if blocked:
            break


def deceive_lonely(world: World) -> None:
    """Older people, widowed more often than not; the same gang's receivers take from several of them."""
    rng, people = world.rng, world.people
    fit = (people.ages() > 48) & (people.partner < 0)
    victims = world.choose(fit, world.number(28, 2))
    gangs: list[list[int]] = []
    for place, payer in enumerate(victims):
        if place % 3 == 0:
            group = f"romance-{place // 3}"
            lands = rng.choice(["NG", "GB", "US", "PH", "KE", "DE", "RO"], int(rng.integers(2, 5)))
            gangs.append([world.receivers.someone(str(land), "romance_fraud_receiver", group=group) for land in lands])
        gang = gangs[-1]
        _deceived(world, payer, [gang[int(i)] for i in rng.permutation(len(gang))])
