"""Who the customers are: migrants and locals, their work, their wages, how and when they became customers."""

from __future__ import annotations

from datetime import date, timedelta

from . import names
from .days import DAYS, paydays
from .places import CORRIDORS, SENDING
from .world import Account, Payer, World

MIGRANTS = 0.72


def _born(world: World, *, migrant: bool) -> date:
    """Draw a birth date; the company opens youth accounts from sixteen, and a few locals have one."""
    dice = world.dice
    age = dice.gauss(39, 11) if migrant else dice.gauss(46, 16)
    years = min(max(age, 18.2), 88)
    if not migrant and dice.random() < 0.13:
        years = dice.uniform(16.1, 24)
    return date(2024, 7, 1) - timedelta(days=int(years * 365.25) + world.dice.randrange(365))


def payer(world: World, *, country: str | None = None, origin: str | None = None, born: date | None = None) -> Payer:
    """Add one person with a job's rhythm and a customer's habits, but no reason to pay yet."""
    dice = world.dice
    land = country or dice.choices(list(SENDING), [place.share for place in SENDING.values()])[0]
    place = SENDING[land]
    town, zone, _ = dice.choices(place.towns, [weight for *_, weight in place.towns])[0]
    female = dice.random() < (0.53 if origin else 0.38)
    pool = origin or ("NO" if land == "NO" else "EN")
    # Joined before the window, or during it as the company grows; some leave for a competitor's first free transfer.
    joined = -1 if dice.random() < 0.62 else dice.randrange(DAYS - 10)
    left = DAYS if dice.random() < 0.72 else max(joined, 0) + 5 + int(dice.expovariate(1 / 170))
    hour = dice.choices((8.0, 12.6, 17.5, 20.5, 22.8, 2.0), (10, 17, 27, 27, 12, 7))[0]
    made = Payer(
        index=len(world.payers),
        country=land,
        city=town,
        zone=zone,
        given=names.given(dice, pool, female=female),
        family=names.family(dice, pool),
        female=female,
        born=born or _born(world, migrant=origin is not None),
        origin=origin,
        income=dice.lognormvariate(7.85 if origin else 8.1, 0.45),
        paydays=paydays(dice, land),
        hour=hour,
        documented=dice.random() < 0.72,
        joined=joined,
        left=left,
        mind=dice.choices(("send", "receive", "all_in", "loose"), (46, 30, 14, 10))[0],
    )
    world.payers.append(made)
    return made


def _phone(world: World, country: str, taken: set[str]) -> str:
    """Draw a number from a range that is given to nobody, and to one person only."""
    low, high = (2_000_000, 9_999_999) if country in {"US", "CA"} else (0, 9_999)
    while True:
        number = f"{SENDING[country].dialling}{world.dice.randint(low, high):04d}"
        if number not in taken:
            taken.add(number)
            return number


def _opened(world: World, person: Payer, number: int, phone: str, *, online: bool, since: int) -> Account:
    """Write a customer down: agents shorten names and skip phones, the online form wants both."""
    dice = world.dice
    given = person.given if online or dice.random() < 0.7 else person.given.split()[0]
    name = f"{given} {person.family}"
    kept = phone if online or dice.random() < 0.35 else None
    subject = f"{person.country}{'W' if online else 'A'}{number:06d}"
    upper = not online and dice.random() < 0.5
    return Account(subject, online, name.upper() if upper else name, kept, person.city, person.zone, since)


def open_accounts(world: World) -> None:
    """Give everybody their customer numbers, in an order that tells nothing.

    Three in twenty use both counter and app; half of those were never joined in the books. A few were registered
    anew after they moved, lost a card, or met a new clerk.
    """
    dice = world.dice
    taken: set[str] = set()
    numbers = dice.sample(range(100_000, 100_000 + 4 * len(world.payers)), 2 * len(world.payers))
    for person in world.payers:
        young = person.age < 35
        use = (
            "app"
            if person.shy
            else dice.choices(("counter", "app", "both"), (28, 56, 16) if young else (48, 37, 15))[0]
        )
        phone = _phone(world, person.country, taken)
        first = _opened(world, person, numbers.pop(), phone, online=use == "app", since=-1)
        person.accounts.append(first)
        if use == "both" and dice.random() < 0.5:
            since = dice.randrange(-200, 400)
            second = _opened(world, person, numbers.pop(), phone, online=not first.online, since=since)
            person.accounts.append(second)
        elif use == "both":
            first.online = True
        elif person.renewed is not None or dice.random() < 0.03:
            since = dice.randrange(30, DAYS) if person.renewed is None else person.renewed
            phone = phone if dice.random() < 0.5 else _phone(world, person.country, taken)
            again = _opened(world, person, numbers.pop(), phone, online=first.online, since=since)
            place = SENDING[person.country]
            if dice.random() < 0.5:
                again.city, again.zone, _ = dice.choice(place.towns)
            person.accounts.append(again)


def settle(world: World, senders: int) -> None:
    """Add the customers: seven in ten have roots in a receiving country."""
    dice = world.dice
    for _ in range(senders):
        land = dice.choices(list(SENDING), [place.share for place in SENDING.values()])[0]
        roots = dice.random() < MIGRANTS
        origin = dice.choices(list(CORRIDORS[land]), list(CORRIDORS[land].values()))[0] if roots else None
        payer(world, country=land, origin=origin)
