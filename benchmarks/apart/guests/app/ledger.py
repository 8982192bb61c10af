"""The ledger: batches of payments as the mechanisms write them, before they are dressed as a table."""

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.app.arrays import Floats, Ints, Texts
from benchmarks.apart.guests.app.kinds import CODE
from benchmarks.apart.guests.app.weeks import START_SECOND, WEEKS

_END = START_SECOND + WEEKS * 7 * 86_400


@dataclass(slots=True)
class Batch:
    """Payments in columns; `local` is the payer's clock."""

    payer: Ints
    receiver: Ints
    local: Ints
    euros: Floats
    kind: Ints
    habit: Texts
    note: Texts

    def keep(self, chosen: np.ndarray) -> "Batch":
        """The chosen payments."""
        return Batch(*(getattr(self, name)[chosen] for name in self.__slots__))


@dataclass(slots=True)
class Ledger:
    """All batches, in the order in which the mechanisms wrote them."""

    batches: list[Batch] = field(default_factory=list)

    def write(
        self, kind: str, payer: Ints, receiver: Ints, local: Ints, euros: Floats, *, habit: str | Texts, note: Texts
    ) -> None:
        """Add payments of one kind; whatever falls outside the three years is not in the institution's extract."""
        size = len(payer)
        habits = np.full(size, habit, dtype=object) if isinstance(habit, str) else habit
        kinds = np.full(size, CODE[kind], dtype=np.int64)
        batch = Batch(payer, receiver, local, euros, kinds, habits, note)
        self.batches.append(batch.keep((local >= START_SECOND) & (local < _END) & (payer != receiver)))

    def joined(self) -> Batch:
        """One batch of everything, sorted by the payer's clock."""
        whole = Batch(*(np.concatenate([getattr(b, name) for b in self.batches]) for name in Batch.__slots__))
        return whole.keep(np.argsort(whole.local, kind="stable"))
