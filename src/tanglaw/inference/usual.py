"""What is usual here: ordinary explanations learn what they look like from those in the data whom they explain.

How often *anybody* falls in a band is measured on the data at hand; how often those who support a family do was a
figure of a file, the same for a bank's customers and a pawnshop's. There are thousands of such people in any data, so
what they do is measured too: every subject counts for the ordinary explanations that fit it, by how well they do, as
confirmed subjects would (one step of expectation maximisation; Dempster, Laird and Rubin 1977), also in measures of
which the file says nothing. Patterns learn nothing this way: what is looked for is rare, and whoever is wrongly
believed would teach what to believe next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from tanglaw.common.room import IN_MEMORY, Room
from tanglaw.inference.counts import NO_COUNTS, Counts, Shares, added
from tanglaw.inference.evidence import ABSTAINED, Evidence
from tanglaw.inference.explanations import score
from tanglaw.inference.model import Model, assemble
from tanglaw.patterns.pattern import Pattern

LEAST: Final = 0.3
"""A subject whom an explanation fits with less probability says nothing of it; assumed."""

FEWEST: Final = 20
"""So many subjects at least, or the file's shares stay as they are; assumed."""

ASKED: Final = 200_000
"""Of more subjects every n-th is asked, so that about so many are: what is ordinary shows in them as well."""

_CHUNK: Final = 8_192


def fitted(
    evidence: Evidence,
    patterns: Sequence[Pattern],
    counts: Counts = NO_COUNTS,
    *,
    like: Model | None = None,
    room: Room = IN_MEMORY,
) -> Model:
    """Put what is expected against what is seen, with ordinary explanations as they are here.

    Args:
        evidence: band numbers of all subjects of one role.
        patterns: the explanations of that role.
        counts: what confirmed subjects add.
        like: a model of the same subjects, whose picture of anybody is taken over instead of made anew.
        room: for the arrays on the way.
    """
    first = assemble(evidence, patterns, counts, like)
    return assemble(evidence, patterns, added([counts, usual(first, room)]), like=first)


def usual(model: Model, room: Room = IN_MEMORY) -> Counts:
    """Count the bands of those whom each ordinary explanation fits, before counterparties speak.

    Returns:
        By explanation and measure: (bands,) sums of probabilities, each at least :data:`LEAST`, of all subjects or of
        about :data:`ASKED`. Explanations that fit fewer than :data:`FEWEST` of them are left out.
    """
    evidence = _some(model.evidence)
    scored = score(replace(model, evidence=evidence), room)
    ordinary = [at for at, pattern in enumerate(model.patterns) if pattern.kind == "ordinary"]
    width = ABSTAINED + 1
    columns = np.arange(len(evidence.measures)) * width
    subjects = np.zeros(len(model.patterns), dtype=np.int64)
    sums = np.zeros((len(model.patterns), len(columns) * width))
    for start in range(0, len(evidence.codes), _CHUNK):
        rows = np.arange(start, min(start + _CHUNK, len(evidence.codes)))
        probable = scored.rows(rows).posterior
        cells = evidence.codes[rows] + columns
        for at in ordinary:
            fits = np.flatnonzero(probable[:, at] >= LEAST)
            subjects[at] += len(fits)
            weights = np.repeat(probable[fits, at], len(columns))
            sums[at] += np.bincount(cells[fits].ravel(), weights, minlength=sums.shape[1])
    found: dict[str, dict[str, Shares]] = {}
    for at in ordinary:
        if subjects[at] >= FEWEST:
            by_measure = sums[at].reshape(-1, width)
            found[model.patterns[at].id] = {
                measure.id: row[: len(measure.bands)]
                for measure, row in zip(evidence.measures, by_measure, strict=True)
            }
    return found


def _some(evidence: Evidence) -> Evidence:
    """Leave every n-th subject, so that fewer than twice :data:`ASKED` are left."""
    step = max(1, len(evidence.codes) // ASKED)
    if step == 1:
        return evidence
    return replace(
        evidence,
        codes=evidence.codes[::step],
        corridor=evidence.corridor[::step],
        stratum=evidence.stratum[::step],
    )
