"""What a pattern is: what is expected of a subject's payments, figure by figure, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from tanglaw.common.roles import Role

Kind = Literal["pattern", "ordinary"]
Mark = Literal["published", "assumed"]

Catalogue = Mapping[tuple[str, str], tuple[str, ...]]
"""The measures that exist: ``(role, measure id)`` → labels of its bands, in order."""


@dataclass(frozen=True, slots=True)
class Prior:
    """Share of all subjects of the role that this explanation holds for, 0–1, before anything is seen of them."""

    share: float
    mark: Mark
    source: str


@dataclass(frozen=True, slots=True)
class Trust:
    """How much of this explanation's evidence is believed, relative to the others' (1), and why."""

    share: float
    mark: Mark
    source: str


FULL_TRUST: Final = Trust(1.0, "assumed", "Believed as much as every other explanation.")


@dataclass(frozen=True, slots=True)
class Expectation:
    """How often a subject of the pattern falls in each band of one measure.

    Attributes:
        measure: id of the measure.
        shares: ``(band, share)`` of the bands that the pattern file names, in the measure's order; shares are 0–1.
        mark: whether the shares follow a published figure or are assumed.
        source: who published them, or why they were assumed.
        reason: template of the reason in words (see :mod:`tanglaw.patterns.templates`); ``None``: the measure's own.
    """

    measure: str
    shares: tuple[tuple[str, float], ...]
    mark: Mark
    source: str
    reason: str | None = None

    @property
    def rest(self) -> float:
        """Share left for the bands that are not named; it is spread over them as among anybody. 0–1."""
        return max(0.0, 1.0 - sum(share for _, share in self.shares))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A payment pattern, or an ordinary explanation that looks like one.

    Attributes:
        id: name in tables and files; also the file's subject in ``--patterns`` folders.
        kind: ``pattern`` gives leads; ``ordinary`` only competes with patterns.
        role: whom it describes, the payer (originator) or the receiver (beneficiary).
        title: a few words for headings.
        summary: what it is, in plain words.
        account_holder: who the account holder may be.
        protect: the holder may be a victim or a minor.
        urgency: base urgency of a lead of this pattern, 0–1 (assumed); 0 for an ordinary explanation.
        prior: share of subjects of this role.
        expects: one expectation a measure, ordered by measure id.
        tells_apart: what distinguishes it from its look-alikes.
        origin: the file it was read from.
        sha256: hash of its content, whatever the file's layout and comments; goes to ``run.json``.
        trust: how much of its evidence is believed.
        harmed: it says that the subject is the one harmed; before anybody is put under review, it has the benefit of
            the doubt (see :mod:`tanglaw.inference.explanations`).
        repeated: it shows in payments that come again: a single payment can speak against it, never for it.
    """

    id: str
    kind: Kind
    role: Role
    title: str
    summary: str
    account_holder: str
    protect: bool
    urgency: float
    prior: Prior
    expects: tuple[Expectation, ...]
    tells_apart: str
    origin: str
    sha256: str
    trust: Trust = FULL_TRUST
    harmed: bool = False
    repeated: bool = False

    @property
    def reviews(self) -> bool:
        """A lead of this pattern puts its subject under review, rather than under protection."""
        return self.kind == "pattern" and not self.protect
