"""Subjects of whom the truth is known, with what every measure says of them for every explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.apart.judge import TARGETS
from benchmarks.expected.shown import Seen
from tanglaw.inference.credence import credence
from tanglaw.inference.explanations import AT_LARGE, TRUST, score
from tanglaw.inference.usual import fitted
from tanglaw.patterns.pattern import Pattern

HARDEST: Final = 700
"""So many ordinary subjects of a role who look most like a crime, and as many at random for all others."""

_LEAST_BELIEVED: Final = 0.05
"""The least factor that is drawn."""

_NOT_ORDINARY: Final = (*TARGETS, "material_vendor")

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Examples:
    """Some subjects of one role in one world.

    Attributes:
        measures: ids, in column order.
        nats: (subjects, explanations + groups + nobody, measures) what each measure says for each.
        prior: (explanations + groups + nobody,) log of the shares before anything is seen, offsets as believed off.
        crimes: (explanations + groups + nobody,) whether it is a pattern.
        truth: (subjects,) which pattern is true; -1: none.
        stands_for: (subjects,) how many subjects of the world each stands for.
    """

    measures: tuple[str, ...]
    nats: Floats
    prior: Floats
    crimes: npt.NDArray[np.bool_]
    truth: npt.NDArray[np.int64]
    stands_for: Floats


def examples(seen: Seen, patterns: Sequence[Pattern], rng: np.random.Generator) -> Examples:
    """Take all true subjects, the hardest ordinary ones, and some of the rest, each with its credence taken off.

    Args:
        seen: a world's subjects.
        patterns: explanations, with shares to which this world did not contribute.
        rng: draws the ordinary ones.
    """
    model = fitted(seen.evidence, patterns)
    scored = score(model)
    ids = [pattern.id for pattern in model.patterns]
    crimes = [at for at, pattern in enumerate(model.patterns) if pattern.kind == "pattern"]
    kinds = np.array([kind or "" for kind in seen.kinds.to_list()])
    ordinary = np.flatnonzero(~np.isin(seen.subject_kinds.fill_null("").to_numpy(), _NOT_ORDINARY))
    suspicion = np.max([scored.log_odds(at)[ordinary] for at in crimes if ids[at] != "material_purchase"], axis=0)
    order = np.argsort(-suspicion, kind="stable")
    hardest, rest = ordinary[order[:HARDEST]], ordinary[order[HARDEST:]]
    drawn = rng.choice(rest, min(HARDEST, len(rest)), replace=False) if len(rest) else rest
    true = np.flatnonzero(np.isin(kinds, [ids[at] for at in crimes]))
    rows = np.concatenate([true, hardest, drawn])
    believed = credence(seen.evidence.measures)
    cells, codes = seen.evidence.cells_of(rows), seen.evidence.codes[rows]
    nats = np.zeros((len(rows), model.nats[0].shape[2] + 1, len(model.nats)), dtype=np.float32)
    for column, table in enumerate(model.nats):
        said = table[cells, np.minimum(codes[:, column], table.shape[1] - 1)]
        nats[:, :-1, column] = said / max(believed[column], _LEAST_BELIEVED)
    prior = model.prior()
    grouped = prior[-1] + np.log(1 - AT_LARGE) + model.groups.log_share
    anybody = np.append(grouped, prior[-1] + np.log(AT_LARGE))
    unnamed = np.zeros(len(anybody))
    return Examples(
        tuple(measure.id for measure in seen.evidence.measures),
        nats,
        np.concatenate([prior[:-1] - TRUST * scored.offsets, anybody]).astype(np.float32),
        np.concatenate([[at in crimes for at in range(len(ids))], unnamed]).astype(np.bool_),
        np.array([ids.index(kind) for kind in kinds[true]] + [-1] * (len(rows) - len(true)), dtype=np.int64),
        np.concatenate([np.ones(len(true) + len(hardest)), np.full(len(drawn), len(rest) / max(1, len(drawn)))]).astype(
            np.float32
        ),
    )
