"""Work done at a distance and paid in cash: tutors, translators, carers of an old parent, builders of a house."""

from __future__ import annotations

import numpy as np

from .days import SPAN, irregular
from .ledger import EXACT, ROUND_SENT, Ledger
from .people import Payer, People, Receiver
from .places import PAYOUT_AT

_HOMES = ("PH", "IN", "UA", "KE", "RO", "CO", "NG", "VN", "MX")


def hire_out(people: People, senders: int) -> list[Receiver]:
    """People who work for foreign clients; the good tutors have twenty of them."""
    rng = people.rng
    count = max(5, senders // 130)
    return [people.receiver(PAYOUT_AT[_HOMES[int(rng.integers(len(_HOMES)))]], age=(21, 55)) for _ in range(count)]


def employ(people: People, ledger: Ledger, freelancers: list[Receiver], payer: Payer) -> None:
    """Lessons weekly and cheap, or jobs when there are any, or a carer's wage; some clients try one after another."""
    rng = people.rng
    for _ in range(int(rng.geometric(0.6))):
        worker = freelancers[int(len(freelancers) * rng.random() ** 1.6)]
        start = 0 if rng.random() < 0.3 else int(rng.integers(0, SPAN - 40))
        end = min(SPAN - 1, start + int(rng.lognormal(4.8, 0.7)))
        kind = rng.random()
        if kind < 0.4:
            # An evening lesson each week, its price unchanged, holidays left out.
            days = np.arange(start, end, 7 if rng.random() < 0.6 else 14)
            days = days[rng.random(len(days)) < 0.82]
            ledger.add(
                payer, worker, days, float(rng.choice([20, 25, 30, 40])), "freelancer", late=max(payer.late, 0.4)
            )
        elif kind < 0.75:
            days = irregular(rng, start, end, 20)
            sums = rng.lognormal(np.log(95), 0.7, len(days))
            ledger.add(payer, worker, days, sums, "freelancer", rounding=EXACT)
        else:
            days = np.arange(start, end, 30)
            ledger.add(payer, worker, days, float(rng.lognormal(np.log(230), 0.3)), "freelancer", rounding=ROUND_SENT)
