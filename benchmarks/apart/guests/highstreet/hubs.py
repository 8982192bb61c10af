"""Accounts that many pay for their own reasons: remittance sites, betting, exchanges, clinics, landlords abroad."""

from __future__ import annotations

from . import days
from .receivers import Receiver
from .world import World

_REMITTERS = ("Sendwell", "Moneybridge", "Fastpay Global", "Kabayan Remit")
_BETTING = ("Lyckospel", "Northbet", "Casino Fjord", "Spinhall")
_EXCHANGES = ("Coinhavn", "Bitstig", "Kryptobörsen")
_AGENTS = (
    ("PH", "Dental Clinic Cebu"),
    ("TH", "Condo Management Hua Hin"),
    ("ES", "Finca Rentals"),
    ("TR", "Smile Clinic Izmir"),
    ("TH", "Visa Agent Udon"),
    ("PH", "St. Clare Academy"),
    ("PL", "Klinika Ząb"),
)


class Hubs:
    """The firms that several stories pay: the card hides who stands behind them."""

    def __init__(self, world: World) -> None:
        firm = world.book.firm
        self.remitters = [firm(name, "GB", "hub", category="4829") for name in _REMITTERS]
        self.betting = [firm(name, "MT", "hub", category="7995") for name in _BETTING]
        self.exchanges = [firm(name, "DE", "hub", category="6051") for name in _EXCHANGES]
        self.gift_cards = firm("Presentkort Direkt", "SE", "hub", category="5947")
        self.airline = firm("Orient Airways Booking", "GB", "hub", category="4511")
        self.agents = [firm(name, country, "hub", rail="bank") for country, name in _AGENTS]


def customers_of_hubs(world: World, hubs: Hubs) -> None:
    """What everybody else pays to the hubs."""
    chance = world.chance
    for payer in world.those(0.02, 20):
        agent = chance.pick(hubs.agents)
        for _ in range(1 + chance.count(2)):
            world.ledger.pay(
                payer,
                agent,
                world.some_day(),
                world.hour(payer, days.OFFICE),
                chance.about(3500, 0.8),
                kind="hub_payment",
                reference=chance.pick(("invoice", "deposit", "", "treatment", "fees")),
            )
    for payer in world.those(0.35):
        if payer.root not in {"SE", "PL", "RO"}:
            # Cheaper than the bank, and therefore where most of the money for families really goes.
            for _ in range(chance.count(7)):
                world.ledger.pay(
                    payer,
                    chance.pick(hubs.remitters),
                    world.some_day(),
                    world.hour(payer, days.WAKING),
                    chance.about(1300, 0.7),
                    kind="hub_payment",
                )
    for payer in world.those(0.025, 18, 60):
        for _ in range(1 + chance.count(3)):
            world.ledger.pay(
                payer,
                chance.pick(hubs.exchanges),
                world.some_day(),
                world.hour(payer, days.EVENING),
                chance.about(900, 1.0),
                kind="hub_payment",
            )
    _gift_cards_and_flights(world, hubs)
    _gamble(world, hubs.betting)


def _gift_cards_and_flights(world: World, hubs: Hubs) -> None:
    chance = world.chance
    for payer in world.those(0.07, 13):
        peak = days.CHRISTMASES[0] if chance.odds(0.5) else world.some_day()
        for _ in range(1 + chance.count(0.5)):
            world.ledger.pay(
                payer,
                hubs.gift_cards,
                peak + chance.whole(-9, 4),
                world.hour(payer, days.EVENING),
                chance.pick((200, 300, 500, 500, 1000)),
                kind="hub_payment",
            )
    for payer in world.those(0.03):
        world.ledger.pay(
            payer,
            hubs.airline,
            world.some_day(),
            world.hour(payer, days.EVENING),
            chance.about(7400, 0.3),
            kind="hub_payment",
            exact=True,
        )


def _gamble(world: World, betting: list[Receiver]) -> None:
    """Top-ups chase losses: round, doubled, minutes apart, at night, and on payday."""
    chance = world.chance
    for payer in world.those(0.016, 18, 70):
        site, evenings, stake = chance.pick(betting), int(chance.about(4, 0.9)) + 1, chance.pick((100, 100, 200, 300))
        for _ in range(min(evenings, 40)):
            day = chance.pick(days.PAYDAYS) + chance.whole(0, 6) if chance.odds(0.5) else world.some_day()
            at, top_up = world.hour(payer, days.LATE), float(stake)
            world.ledger.pay(payer, site, day, at, top_up, kind="hub_payment")
            while chance.odds(0.45) and top_up < 5000:
                at += chance.between(0.1, 1)
                top_up *= chance.pick((1, 1, 2))
                world.ledger.pay(payer, site, day, at, top_up, kind="hub_payment")
