"""What became of every row: read = accepted + rejected + duplicates."""

from __future__ import annotations

from dataclasses import dataclass, field

from tanglaw.payments.batch import Batch


@dataclass(slots=True)
class Counts:
    """Rows of one source or of a whole reading.

    Attributes:
        accepted: rows that may be measured.
        rejected: rows that were refused, with a reason.
        duplicates: exact repetitions of an accepted payment, dropped.
        warnings: what was mended or left empty, and how often.
    """

    accepted: int = 0
    rejected: int = 0
    duplicates: int = 0
    warnings: dict[str, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Every row that was found."""
        return self.accepted + self.rejected + self.duplicates

    def add(self, batch: Batch) -> None:
        """Count a batch."""
        self.accepted += batch.accepted.height
        self.rejected += batch.rejected.height
        for what, number in batch.warnings.items():
            self.warnings[what] = self.warnings.get(what, 0) + number

    def repeated(self, exact: int, differing: int) -> None:
        """Take back accepted rows that turned out to repeat a `payment_id`: exactly, or with other content."""
        self.accepted -= exact + differing
        self.duplicates += exact
        self.rejected += differing
