"""Payments from abroad to those whom many pay: schools, hospitals, land, social insurance, lenders, betting agents."""

from __future__ import annotations

from benchmarks.apart.guests.diaspora.days import DAYS, SCHOOL_FEES, paydays
from benchmarks.apart.guests.diaspora.people import Payer, Receiver
from benchmarks.apart.guests.diaspora.places import PH
from benchmarks.apart.guests.diaspora.world import World


def settle_bills(world: World) -> None:
    """Bills that migrants pay directly, because money for fees has a way of becoming money for something else."""
    dice = world.dice
    payers = [payer for family in world.families for payer in family.payers]
    size = max(1, len(payers) // 900)
    schools = [world.stranger(PH, "bank", f"{town} Academy") for town in PH.towns[: size * 2]]
    clinics = [world.stranger(PH, "bank", f"{town} Medical Center") for town in PH.towns[:size]]
    land = [world.stranger(PH, "bank", f"Villa {letter} Land Corp") for letter in "ABC"]
    insurance = world.stranger(PH, "bank", "Overseas Members Fund")
    lenders = [world.stranger(PH) for _ in range(size * 2)]
    agents = [world.stranger(PH, "wallet") for _ in range(size)]
    for payer in payers:
        if dice.chance(0.05):
            _terms(world, payer, dice.choice(schools))
        if dice.chance(0.04):
            for _ in range(dice.choice((1, 1, 2, 4))):
                world.ledger.pay(payer, dice.choice(clinics), dice.randrange(DAYS), dice.about(160, 0.9), "hub")
        if dice.chance(0.06):
            _instalments(world, payer, dice.choice(land), dice.about(140, 0.4), 30)
        if dice.chance(0.08):
            _instalments(world, payer, insurance, 23, 30)
        if dice.chance(0.035):
            _instalments(world, payer, dice.choice(lenders), dice.about(30, 0.4), 7, turns=dice.randrange(8, 26))
        if dice.chance(0.018):
            _bets(world, payer, dice.choice(agents))


def _terms(world: World, payer: Payer, school: Receiver) -> None:
    for day in SCHOOL_FEES:
        world.ledger.pay(payer, school, day + world.dice.randrange(-6, 10), 190, "hub", asked_home=True)


def _instalments(world: World, payer: Payer, receiver: Receiver, euros: float, every: int, *, turns: int = 40) -> None:
    """The same sum each time; the weekly kind goes to a neighbourhood lender who keeps some fifty such debts."""
    day = world.dice.randrange(DAYS - 30)
    for turn in range(turns):
        world.ledger.pay(
            payer, receiver, day + turn * every + world.dice.choice((0, 0, 0, 1)), euros, "hub", again=0.95
        )


def _bets(world: World, payer: Payer, agent: Receiver) -> None:
    """Cockfight and card credits: tiny sums, late, several in one night after a loss, most of all after payday."""
    dice = world.dice
    for payday in paydays(payer.rhythm, payer.anchor):
        for _ in range(dice.count(0.7)):
            day, hour = payday + dice.randrange(5), dice.uniform(19.5, 26.5)
            for _ in range(1 + dice.count(0.9)):
                world.ledger.pay(payer, agent, day, dice.about(18, 0.5), "hub", hour=hour, asked_home=dice.chance(0.6))
                hour += dice.uniform(0.1, 0.8)
