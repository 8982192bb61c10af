"""All patterns and ordinary explanations of a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import process

from tanglaw.common.errors import UsageError
from tanglaw.common.roles import Role
from tanglaw.patterns.pattern import Pattern
from tanglaw.patterns.placed_fault import PlacedFault


@dataclass(frozen=True, slots=True)
class PatternSet:
    """Patterns in a fixed order (payers first, patterns before ordinary explanations, then by id).

    Attributes:
        patterns: every pattern and ordinary explanation.
        warnings: what is allowed but probably not meant.
    """

    patterns: tuple[Pattern, ...]
    warnings: tuple[PlacedFault, ...] = ()

    def __iter__(self) -> Iterator[Pattern]:
        """Visit the patterns in order."""
        return iter(self.patterns)

    def __len__(self) -> int:
        """Count patterns and ordinary explanations together."""
        return len(self.patterns)

    def of(self, role: Role) -> tuple[Pattern, ...]:
        """Return every explanation, patterns and ordinary ones, for subjects of ``role``."""
        return tuple(pattern for pattern in self.patterns if pattern.role == role)

    def get(self, pattern_id: str) -> Pattern:
        """Return the pattern of this id.

        Raises:
            UsageError: no such pattern; names the closest ones.
        """
        for pattern in self.patterns:
            if pattern.id == pattern_id:
                return pattern
        near = process.extract(pattern_id, [pattern.id for pattern in self.patterns], limit=3, score_cutoff=55)
        hint = f" Closest: {', '.join(name for name, _, _ in near)}." if near else ""
        raise UsageError(f"no pattern has the id {pattern_id!r}.{hint} `tanglaw patterns` lists all.")

    @property
    def hashes(self) -> dict[str, str]:
        """Id → SHA-256 of the pattern's content, for ``run.json``."""
        return {pattern.id: pattern.sha256 for pattern in self.patterns}
