"""Money for family abroad: after payday, for school and feasts, and at once when something happens."""

from __future__ import annotations

from . import days
from .people import Payer
from .receivers import Receiver
from .world import World

_WORDS = (
    "family support",
    "family",
    "school fees",
    "medical",
    "",
    "",
    "",
    "for mama",
    "house",
    "tuition",
    "hospital",
    "food",
    "medicine",
    "medical bills",
    "for load",
    "load",
    "expenses",
    "treat",
    "gift",
    "help",
    "rent",
    "uniform",
    "birthday",
)
# Relatives' emergencies arrive with the relatives' daylight, by telephone.
_DISASTER_STRUCK = {"PH", "TH", "VN"}


def support(world: World) -> None:
    """Three in five with roots abroad support somebody there; brothers and sisters here share one mother there."""
    chance = world.chance
    mothers: list[tuple[str, Receiver]] = []
    neighbours: dict[str, Receiver] = {}
    for payer in world.people:
        if payer.root == "SE" or payer.age < 20 or not chance.odds(0.62):
            continue
        country = payer.root
        kin = [_relative(world, payer) for _ in range(chance.weigh((1, 2, 3, 4, 6), (45, 75, 90, 97, 100)))]
        shared = [mother for root, mother in mothers if root == country]
        if shared and chance.odds(0.25):
            kin[0] = chance.pick(shared[-6:])
        elif chance.odds(0.4):
            mothers.append((country, kin[0]))
        if chance.odds(0.1):
            # One neighbour with a wallet or an account cashes out for the whole street.
            neighbour = neighbours.get(country)
            if neighbour is None or chance.odds(0.3):
                neighbour = neighbours[country] = world.book.abroad(country, "collector")
            kin[-1] = neighbour
        _send(world, payer, kin)


def _relative(world: World, payer: Payer) -> Receiver:
    """Kin often has another surname: in-laws, married sisters, friends of the family."""
    surname = payer.surname if world.chance.odds(0.42) else None
    return world.book.abroad(payer.root, "family_receiver", surname=surname)


def _send(world: World, payer: Payer, kin: list[Receiver]) -> None:
    chance = world.chance
    usual = chance.about(1900, 0.55) * payer.means
    faithful, lag = chance.between(0.35, 0.98), chance.whole(0, 4)
    since, until = chance.whole(-300, 250), chance.whole(150, 900)
    for payday in days.PAYDAYS:
        if not since <= payday <= until:
            continue
        for rank, relative in enumerate(kin):
            if not chance.odds(faithful if rank == 0 else faithful * 0.45):
                continue
            kronor = usual * (1 if rank == 0 else 0.45) * chance.about(1, 0.15)
            day = payday + lag + chance.count(0.7)
            reference = chance.pick(_WORDS)
            world.ledger.pay(
                payer, relative, day, world.hour(payer, days.WAKING), kronor, kind="family_support", reference=reference
            )
    for peak in days.CHRISTMASES + days.SCHOOL_STARTS:
        if chance.odds(0.55) and since <= peak <= until:
            world.ledger.pay(
                payer,
                chance.pick(kin),
                peak - chance.whole(0, 14),
                world.hour(payer, days.EVENING),
                usual * chance.between(0.5, 1.6),
                kind="family_support",
                reference=chance.pick(_WORDS),
            )
    _calls(world, payer, kin)


def _calls(world: World, payer: Payer, kin: list[Receiver]) -> None:
    """Small sums between paydays: phone credit, a fever, a storm; sent when the call comes, also at night."""
    chance = world.chance
    talkative = chance.about(2.0, 1.0)
    for _ in range(min(chance.count(talkative), 40)):
        profile = days.EARLY if chance.odds(0.4) else days.LATE if chance.odds(0.4) else days.EVENING
        day, at, relative = world.some_day(), world.hour(payer, profile), chance.pick(kin)
        kronor = chance.about(300, 0.5)
        world.ledger.pay(payer, relative, day, at, kronor, kind="family_support", reference=chance.pick(_WORDS))
        if chance.odds(0.15):
            world.ledger.pay(
                payer,
                relative,
                day,
                at + chance.between(0.2, 2),
                kronor,
                kind="family_support",
                reference="more for medicine" if chance.odds(0.3) else "",
            )
    if payer.root in _DISASTER_STRUCK:
        for storm in days.TYPHOONS:
            for relative in kin:
                if chance.odds(0.3):
                    world.ledger.pay(
                        payer,
                        relative,
                        storm + chance.whole(0, 3),
                        chance.between(0, 24),
                        chance.about(700, 0.6),
                        kind="family_support",
                        reference="typhoon",
                    )


def students(world: World) -> None:
    """A child who studies abroad: rent and living by the month, small top-ups whenever the card is declined."""
    chance = world.chance
    for payer in world.those(0.022, 42, 64):
        country = chance.pick(("GB", "DE", "ES", "NL", "FR", "US", "PL", "RO"))
        child = world.book.abroad(country, "student", surname=payer.surname if chance.odds(0.75) else None, rail="bank")
        child.birth_year = 2025 - chance.whole(19, 26) if chance.odds(0.3) else None
        start, monthly = chance.whole(-60, 240), chance.about(4200, 0.35)
        for payday in days.PAYDAYS:
            if start <= payday <= start + 300:
                world.ledger.pay(
                    payer,
                    child,
                    payday + chance.whole(0, 2),
                    world.hour(payer, days.OFFICE),
                    monthly,
                    kind="student_support",
                    reference=chance.pick(("rent", "hyra", "", "accommodation")),
                )
        for _ in range(chance.count(6)):
            world.ledger.pay(
                payer,
                child,
                start + chance.whole(0, 300),
                world.hour(payer, days.EVENING),
                chance.about(400, 0.5),
                kind="student_support",
                reference=chance.pick(("", "books", "kram")),
            )
