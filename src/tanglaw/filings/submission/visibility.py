"""Who may know of a filing. Whoever may not sees the same as if there were none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

NEED_TO_KNOW: Final = frozenset({"filer", "approver", "auditor"})
"""Roles that may see filings; every other role may not, whatever else it may do."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who asks.

    Attributes:
        name: as the audit names them.
        roles: what they are in the institution.
    """

    name: str
    roles: frozenset[str] = frozenset()

    @classmethod
    def of(cls, name: str, roles: Iterable[str]) -> Self:
        """Make a reader."""
        return cls(name, frozenset(roles))

    @property
    def may_know(self) -> bool:
        """Whether they may know that any filing exists."""
        return bool(self.roles & NEED_TO_KNOW)
