"""The measures that patterns may speak of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tanglaw.common.roles import Role
from tanglaw.patterns.pattern import Catalogue


class Described(Protocol):
    """What patterns need to know of a measure; :class:`tanglaw.measures.measure.Measure` is one."""

    @property
    def id(self) -> str:
        """Unique within the role."""

    @property
    def role(self) -> Role:
        """Whom it is taken of."""

    @property
    def label(self) -> str:
        """The measure's name in words."""

    @property
    def unit(self) -> str:
        """What the number counts."""

    @property
    def bands(self) -> tuple[str, ...]:
        """Labels of the bands, lowest first."""


def known_measures() -> tuple[Described, ...]:
    """Return every measure there is. Imported late: the measures bring Polars with them."""
    from tanglaw.measures.catalogue import MEASURES  # noqa: PLC0415

    return MEASURES


def bands_of(measures: Iterable[Described]) -> Catalogue:
    """Return the catalogue that :func:`tanglaw.patterns.loading.load` checks against."""
    return {(measure.role, measure.id): measure.bands for measure in measures}
