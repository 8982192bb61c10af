"""Who comes to the counters: migrants by family, natives by what brings them, and then the crime among them."""

from __future__ import annotations

from collections.abc import Callable

from . import everyday, extortion, family, giving, livestream, partners, trade, work
from .ledger import Ledger
from .people import YEAR, Payer, People, Receiver

MIGRANTS = 0.6
LIVESTREAM_SHARE = 40 / 14_000
EXTORTION_SHARE = 42 / 14_000


def _natives(people: People, ledger: Ledger, count: int, migrants: list[Payer], pullers: list[Receiver]) -> list[Payer]:
    """Natives come for one thing and stay for others; migrants do those things as well, less often."""
    rng, senders = people.rng, count + len(migrants)
    market = trade.open_market(people, senders)
    charities = giving.found(people, senders)
    freelancers = work.hire_out(people, senders)
    desks = everyday.open_desks(people, senders)
    lives: tuple[tuple[float, int, int, Callable[[Payer], None]], ...] = (
        (0.20, 24, 74, lambda payer: partners.pair(people, ledger, payer)),
        (0.15, 18, 72, lambda payer: trade.collect(people, ledger, market, payer)),
        (0.05, 19, 70, lambda payer: trade.tip(people, ledger, market, payer)),
        (0.05, 16, 45, lambda payer: trade.fall_for_sham(people, ledger, market, payer)),
        (0.12, 28, 80, lambda payer: giving.give(people, ledger, charities, payer)),
        (0.09, 22, 68, lambda payer: work.employ(people, ledger, freelancers, payer)),
        (0.10, 20, 72, lambda payer: everyday.pay_desk(people, ledger, desks, payer)),
        (0.05, 38, 66, lambda payer: everyday.study(people, ledger, payer)),
        (0.03, 52, 82, lambda payer: everyday.woo(people, ledger, pullers, payer)),
        (0.16, 17, 75, lambda payer: everyday.odd_send(people, ledger, payer)),
    )
    total = sum(share for share, *_ in lives)
    natives: list[Payer] = []
    for share, low, high, live in lives:
        for _ in range(round(count * share / total)):
            payer = people.payer(people.adult(low, high))
            natives.append(payer)
            live(payer)
    for payer in natives:
        for share, low, high, live in lives:
            if rng.random() < 0.3 * share and low <= YEAR - payer.born <= high:
                live(payer)
    # A migrant lends, studies, gives to the parish at home and stakes as others do; few keep a partner elsewhere.
    for payer in migrants:
        for share, low, high, live in lives:
            if rng.random() < 0.35 * share and low <= YEAR - payer.born <= high:
                live(payer)
    return natives


def _livestream_payers(people: People, ledger: Ledger, natives: list[Payer], migrants: list[Payer], count: int) -> None:
    """Two thirds were customers already, for another reason; the others come to the counter for this alone."""
    rng = people.rng
    grown = [payer for payer in natives if payer.born <= YEAR - 33]
    settled = [payer for payer in migrants if payer.born <= YEAR - 30]
    chosen: dict[int, Payer] = {}
    while len(chosen) < count:
        luck = rng.random()
        pool = grown if luck < 0.5 else settled
        new = luck >= 0.65 or not pool
        payer = people.payer(people.adult(27, 82)) if new else pool[int(rng.integers(len(pool)))]
        chosen[payer.index] = payer
    livestream.run(people, ledger, list(chosen.values()))


def _extorted(people: People, ledger: Ledger, natives: list[Payer], pullers: list[Receiver], count: int) -> None:
    """Most victims never stood at a counter before; a few had sent a friend something, or pay for a game."""
    rng = people.rng
    young = [payer for payer in natives if payer.born >= YEAR - 24]
    chosen: dict[int, Payer] = {}
    while len(chosen) < count:
        known = bool(young) and rng.random() < 0.15
        payer = young[int(rng.integers(len(young)))] if known else extortion.victim(people, ledger)
        chosen[payer.index] = payer
    extortion.run(people, ledger, extortion.gather(people, ledger, count, pullers), list(chosen.values()))


def gather(people: People, ledger: Ledger, senders: int) -> None:
    """Fill the ledger with everybody's payments."""
    livestreams = max(4, round(senders * LIVESTREAM_SHARE))
    victims = max(4, round(senders * EXTORTION_SHARE))
    ordinary = senders - round(0.45 * livestreams) - victims
    migrants = family.settle(people, ledger, round(ordinary * MIGRANTS))
    pullers = [people.receiver(people.home(), age=(20, 45), aliases=0.35) for _ in range(max(3, senders // 230))]
    natives = _natives(people, ledger, ordinary - len(migrants), migrants, pullers)
    for payer in (*migrants, *natives):
        if payer.index not in ledger.busy:
            everyday.odd_send(people, ledger, payer)
    _livestream_payers(people, ledger, natives, migrants, livestreams)
    _extorted(people, ledger, natives, pullers, victims)
