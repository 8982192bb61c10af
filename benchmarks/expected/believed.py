"""Draw how much each measure deserves to be believed: `python -m benchmarks.expected.believed [--write]`.

What a measure is worth differs from what its shares say: shares carry over from one author's world to the next for
some (ages, hours, other payers), hardly at all for others (how long an account has paid). So the nats of every measure
are multiplied by a factor, the same for all explanations, under which the true subjects of every author's worlds are
most probable, judged with shares to which that author did not contribute: a logistic regression on the model's own
terms, held towards one factor for all. No measure may count more than its likelihood ratio does.

Prints the factors; ``--write`` writes them to ``inference/credence.yaml``.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from benchmarks.expected.examples import Examples, examples
from benchmarks.expected.pool import Key, pool
from benchmarks.expected.shown import Seen, Shown, counted, looked_at
from benchmarks.expected.voices import BELIEVED, VOICES
from benchmarks.expected.without import without
from tanglaw.common.roles import Role
from tanglaw.inference.credence import FILE, MOST, SIDES
from tanglaw.inference.explanations import TRUST
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load

HELD: Final = 50.0
"""Nats that a factor one away from all others' must gain; assumed."""

RAISED: Final = 1.14
"""What a measure is worth on its own evidence is this much more once the network speaks: it must not speak over weak
evidence. Assumed, held against practice worlds (docs/decisions/029)."""

_AS_MANY: Final = 40
"""A world's true subjects count as so many at most."""

_ALL: Final = Path(catalogue.__file__).parents[1] / "inference" / FILE
_HEAD: Final = """\
# How much each measure's word is believed, for whatever explanation: its nats are multiplied by this. A measure that is
# not named here counts 1, and 1.42 is the most: then one that stands alone in its family counts as its likelihood ratio
# does. No figure is published: these are the factors under which the true subjects of independent authors' practice
# worlds are most probable (`python -m benchmarks.expected.believed`, docs/decisions/028 and 029).
"""

Floats = npt.NDArray[np.float64]


def main() -> None:
    """Read the command line, ask, print, and write if told to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.expected.believed", description=__doc__)
    parser.add_argument("--senders", type=int, default=14_000, help="payers in each world")
    parser.add_argument("--folder", type=Path, default=None, help="keep the worlds here, and use those that are there")
    parser.add_argument("--write", action="store_true", help="write the factors")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tanglaw-believed-") as name:
        found = {role: factors(told, role) for role, told in _asked(said.senders, said.folder or Path(name)).items()}
    print(json.dumps(found))
    if said.write:
        _ALL.write_text(written(found), encoding="utf-8")


def _asked(senders: int, folder: Path) -> dict[Role, dict[str, list[Examples]]]:
    """Let every author's worlds be judged by the others' shares."""
    seen: dict[str, list[dict[Role, Seen]]] = {}
    told: dict[str, list[Mapping[Key, Shown]]] = {}
    for author, worlds in BELIEVED.items():
        print(author, file=sys.stderr, flush=True)
        seen[author] = [looked_at(name, seed, senders, folder) for name, seed in worlds]
        if author in VOICES:
            told[author] = [{k: v for s in world.values() for k, v in counted(s).items()} for world in seen[author]]
    library, everybody = load([LIBRARY], catalogue.bands()), pool(told)
    found: dict[Role, dict[str, list[Examples]]] = {"originator": {}, "beneficiary": {}}
    for author, made in seen.items():
        print(author, file=sys.stderr, flush=True)
        others = pool({name: one for name, one in told.items() if name != author})
        patterns = without(library, everybody, others) if author in VOICES else library
        rng = np.random.default_rng(0)
        for role, by_author in found.items():
            by_author[author] = [examples(world[role], patterns.of(role), rng) for world in made]
    return found


def factors(told: Mapping[str, Sequence[Examples]], role: Role) -> dict[str, float]:
    """Find the factors under which what is true is most probable; every author counts the same.

    Returns:
        By measure, 1 meaning that it is believed as all were before, at most :data:`MOST`.
    """
    ids = [measure.id for measure in catalogue.of_role(role)]
    place = {name: at for at, name in enumerate(ids)}
    classes = max(int(np.flatnonzero(one.crimes).max()) + 1 for worlds in told.values() for one in worlds)
    weighed = [(one, len(worlds)) for worlds in told.values() for one in worlds]

    def loss(values: Floats) -> tuple[float, Floats]:
        believed, leaning = values[: len(ids)], values[len(ids) :]
        total = HELD * ((believed - TRUST) ** 2).sum() + 0.5 * (leaning**2).sum()
        slope = np.concatenate([2 * HELD * (believed - TRUST), leaning])
        for one, worlds in weighed:
            columns = np.array([place[name] for name in one.measures])
            gained, by_measure, by_class = _gain(one, believed[columns], leaning)
            true = max(1, int((one.truth >= 0).sum()))
            share = min(1.0, _AS_MANY / true) / worlds
            total -= share * gained
            slope[columns] -= share * by_measure
            slope[len(ids) :] -= share * by_class
        return float(total), slope

    start = np.concatenate([np.full(len(ids), TRUST), np.zeros(classes)])
    bounds = [(0.05, TRUST * MOST / RAISED)] * len(ids) + [(-3.0, 3.0)] * classes
    best: Any = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 100})
    return {name: round(float(best.x[at] / TRUST * RAISED), 2) for at, name in enumerate(ids)}


def _gain(one: Examples, believed: Floats, leaning: Floats) -> tuple[float, Floats, Floats]:
    """Give the log-likelihood of a world's truth, and its slopes by measure and by pattern."""
    support = one.nats @ believed.astype(np.float32) + one.prior
    support[:, : len(leaning)] += leaning.astype(np.float32)
    support -= support.max(axis=1, keepdims=True)
    odds = np.exp(support)
    probable = odds / odds.sum(axis=1, keepdims=True)
    at = np.arange(probable.shape[1])
    meant = np.where(one.truth[:, None] < 0, ~one.crimes[None, :], at[None, :] == one.truth[:, None])
    right = (probable * meant).sum(axis=1)
    off = (probable * meant / np.maximum(right, 1e-30)[:, None] - probable) * one.stands_for[:, None]
    gained = float((one.stands_for * np.log(np.maximum(right, 1e-30))).sum())
    by_measure = np.einsum("nc,ncm->m", off, one.nats)
    return gained, by_measure.astype(np.float64), off[:, : len(leaning)].sum(axis=0).astype(np.float64)


def written(found: Mapping[Role, Mapping[str, float]]) -> str:
    """Write the file's text: both sides, measures in the catalogue's order."""
    lines = [_HEAD.rstrip()]
    for side, role in SIDES.items():
        lines += [f"{side}:", *(f"  {name}: {value:g}" for name, value in found[role].items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
