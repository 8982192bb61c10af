"""The worlds, by name: eight of one maker, and guests, each of a maker of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.apart.guests import (
    agents,
    app,
    bank,
    branch,
    bureau,
    card,
    coin,
    coop,
    creditunion,
    desk,
    diaspora,
    exchange,
    fastpay,
    gateway,
    giro,
    handles,
    highstreet,
    kiosk,
    momo,
    neobank,
    payout,
    postbank,
    prepaid,
    regional,
    remitter,
    sepa,
    superapp,
    telco,
    topup,
    union,
    wallet,
)
from benchmarks.apart.worlds import w1, w2, w3, w4, w5, w6, w7, w8

Build = Callable[[Path, int, int], dict[str, int]]
"""Takes a folder, a seed and a number of payers; lets a world live, writes it, returns its counts."""

WORLDS: Final[dict[str, Build]] = {
    "w1": w1.build,
    "w2": w2.build,
    "w3": w3.build,
    "w4": w4.build,
    "w5": w5.build,
    "w6": w6.build,
    "w7": w7.build,
    "w8": w8.build,
    "agents": agents.build,
    "app": app.build,
    "bank": bank.build,
    "branch": branch.build,
    "bureau": bureau.build,
    "card": card.build,
    "coin": coin.build,
    "coop": coop.build,
    "creditunion": creditunion.build,
    "desk": desk.build,
    "diaspora": diaspora.build,
    "exchange": exchange.build,
    "fastpay": fastpay.build,
    "gateway": gateway.build,
    "giro": giro.build,
    "handles": handles.build,
    "highstreet": highstreet.build,
    "kiosk": kiosk.build,
    "momo": momo.build,
    "neobank": neobank.build,
    "payout": payout.build,
    "postbank": postbank.build,
    "prepaid": prepaid.build,
    "regional": regional.build,
    "remitter": remitter.build,
    "sepa": sepa.build,
    "superapp": superapp.build,
    "telco": telco.build,
    "topup": topup.build,
    "union": union.build,
    "wallet": wallet.build,
}
