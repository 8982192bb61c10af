"""What every part of the world shares: chance, people, receivers, the ledger and each person's monthly purse."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from benchmarks.apart.guests.bank.almanac import MONTHS, Floats, month_of
from benchmarks.apart.guests.bank.ledger import Ledger
from benchmarks.apart.guests.bank.money import typed
from benchmarks.apart.guests.bank.names import pick
from benchmarks.apart.guests.bank.people import People
from benchmarks.apart.guests.bank.receivers import Receivers


@dataclass(slots=True)
class World:
    """The state that the mechanisms read and write."""

    rng: np.random.Generator
    people: People
    receivers: Receivers
    ledger: Ledger
    scale: float
    spent: Floats = field(init=False)
    familiar: npt.NDArray[np.bool_] = field(init=False)
    secret: set[int] = field(default_factory=set)
    imitators: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Nobody has sent anything yet."""
        self.spent = np.zeros((self.people.count, MONTHS))
        self.familiar = np.zeros(self.people.count, dtype=np.bool_)

    def number(self, per_14000: float, least: int = 1) -> int:
        """A count that grows with the number of payers."""
        return max(least, round(per_14000 * self.scale))

    def send(  # noqa: PLR0917 -- when, how much, from whom, to whom, why, in what words: a payment reads as a sentence
        self,
        at: float,
        kroner: float,
        account: int,
        receiver: int,
        kind: str,
        words: tuple[str, ...] = (),
        *,
        blank: float = 0.5,
        channel: str = "app",
        purpose: str | None = None,
        group: str | None = None,
        abroad_share: float = 0.35,
        status: str = "executed",
    ) -> None:
        """A payment to a person abroad or at home, typed by hand, taken from the purse of the month.

        The purpose menu exists only for payments abroad and opens at "other": few people change it.
        """
        rng = self.rng
        country = self.receivers.rows[receiver].country
        sum_typed = typed(rng, kroner, country, abroad_share=abroad_share)
        text = None if not words or rng.random() < blank else pick(rng, words)
        menu = None
        if country != "NO":
            menu = purpose if purpose and rng.random() < 0.4 else "OTHR"
        self.ledger.add(
            at, sum_typed, account, receiver, kind, channel=channel, text=text, purpose=menu, group=group, status=status
        )
        person = int(self.people.owner[account])
        self.familiar[person] |= country != "NO"
        if status == "executed" and at >= 0:
            self.spent[person, month_of(at)] += sum_typed

    def choose(self, fit: npt.NDArray[np.bool_], size: int, *, untouched: bool = False) -> list[int]:
        """Persons who fit, fewer when there are not enough; `untouched` leaves out those with a part in a crime.

        Ordinary life asks for anybody, because people with a secret also have a mother abroad, a hobby, a charity.
        Whoever has used the remittance product once is four times as likely to use it for something else.
        """
        found = np.flatnonzero(fit)
        if untouched:
            found = found[~np.isin(found, list(self.secret))]
        turn = self.rng.exponential(1, len(found)) / np.where(self.familiar[found], 4.0, 1.0)
        return [int(p) for p in found[np.argsort(turn)[:size]]]

    def slack(self) -> Floats:
        """What is left for shops and friends, 0.25 to 1, by person and month: money sent is missing at home."""
        room = 0.45 * self.people.income[:, None]
        return np.clip(1 - 0.6 * self.spent / room, 0.25, 1.0)
