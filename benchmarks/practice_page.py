"""Say what was found on practice worlds: a section of ``docs/evaluation.md``, see :mod:`benchmarks.practice`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from benchmarks import machine
from benchmarks.evaluation_short import best

if TYPE_CHECKING:
    from benchmarks.evaluation import Played

SISTERS: Final = (111, 112, 113)
"""Seeds of the worlds whose labels the labelled model has."""

PATTERNS: Final = ("livestream_purchase", "facilitation")
SAME: Final = 0.08
"""Differences of average precision under this mean nothing with so few positives; as in the evaluation's tables."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One world, Tanglaw and both opponents.

    Attributes:
        steps: by pattern: average precision ``alone``, with ``identities``, with the ``network``.
        labelled: by pattern: average precision of the labelled model and of its stacked form.
    """

    played: Played
    labelled: dict[str, tuple[float, float]]

    @property
    def title(self) -> str:
        """The world's name in tables."""
        return f"{self.played.world.name} ({self.played.world.seed})"


def page(seen: Sequence[Seen], clean: Sequence[Played], senders: int, seeds: Sequence[int]) -> str:
    """Write the section."""
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    lines = [
        "## On Tanglaw's own practice worlds",
        "",
        (
            f"Made by `python -m benchmarks.practice` on {today}, on {machine.describe()}. Worlds of `tanglaw "
            f"simulate` as a user makes them, {senders:,} payers each, of seeds that no choice rested on "
            f"({_listed(seeds)}). The labelled model is trained *with* labels of three worlds of the same kind (seeds "
            f"{_listed(SISTERS)}). Kinds are those that were developed on, and shares were drawn from other seeds of "
            "them: the worlds kept apart, further down, are the harder test."
        ),
        "",
        *_short(seen, clean),
        "",
    ]
    for pattern in PATTERNS:
        lines += _table(seen, pattern)
    lines += _leads(seen)
    return "\n".join(lines) + "\n"


def _listed(seeds: Sequence[int]) -> str:
    return " and ".join([", ".join(str(seed) for seed in seeds[:-1]), str(seeds[-1])][len(seeds) == 1 :])


def _short(seen: Sequence[Seen], clean: Sequence[Played]) -> list[str]:
    lines = []
    for pattern, who in zip(PATTERNS, ("Payers", "Receivers"), strict=True):
        steps = [one.played.steps[pattern] for one in seen]
        raised = sum(step["network"] > step["identities"] for step in steps)
        above = sum(step["network"] > step["alone"] for step in steps)
        ours = [step["network"] for step in steps]
        theirs = [one.labelled[pattern] for one in seen]
        level = [sum(our >= their[at] - SAME for our, their in zip(ours, theirs, strict=True)) for at in (0, 1)]
        lines.append(
            f"- **{who}** (`{pattern}`): the network raises average precision in {raised} of {len(seen)} worlds over "
            f"the figure with joined accounts, in {above} over accounts alone; mean {_mean(steps, 'alone')} alone, "
            f"{_mean(steps, 'identities')} joined, **{_mean(steps, 'network')}** with the network. Level with the "
            f"labelled model (within {SAME} or better) in {level[0]} of {len(seen)}, with its stacked form in "
            f"{level[1]}; their means {np.mean([t[0] for t in theirs]):.2f} and {np.mean([t[1] for t in theirs]):.2f}."
        )
    rule = [best(one.played.rule)[1] for one in seen]
    ours = [one.played.steps[PATTERNS[0]]["network"] for one in seen]
    factors = [our / best for our, best in zip(ours, rule, strict=True)]
    lines.append(
        f"- **The rule** of ACAMS Today 2021, its best reading: {min(rule):.3f} to {max(rule):.3f}; Tanglaw is "
        f"{min(factors):.0f} to {max(factors):.0f} times above it."
    )
    victims = sum(one.played.leads["victims"] for one in seen)
    first = sum(one.played.leads["first"] for one in seen)
    true = sum(one.played.leads["true"] for one in seen)
    lines.append(
        f"- **Victims** of extortion or romance fraud among the first hundred `livestream_purchase` leads of each "
        f"world: {victims or 'none'}, in {len(seen)} worlds ({first} leads in all, {true} true)."
    )
    highest = max(value for played in clean for value in played.highest.values())
    half = sum(played.leads["above_half"] for played in clean)
    lines.append(
        f"- **Without the crime** ({len(clean)} worlds): highest score {highest:.3f}; {half or 'no'} leads at one half "
        "or more."
    )
    return lines


def _mean(steps: Sequence[dict[str, float]], step: str) -> str:
    return f"{np.mean([one[step] for one in steps]):.2f}"


def _table(seen: Sequence[Seen], pattern: str) -> list[str]:
    rule = pattern == PATTERNS[0]
    head = ["world", "positives", "alone", "+ identities", "+ network", *(["rule"] if rule else [])]
    head += ["labelled / stacked"]
    lines = [f"`{pattern}`, average precision:", "", f"| {' | '.join(head)} |", "|---|" + "---:|" * (len(head) - 1)]
    for one in seen:
        steps, positives = one.played.steps[pattern], one.played.verdict[pattern]["positives"]
        cells = [one.title, str(positives), f"{steps['alone']:.3f}", f"{steps['identities']:.3f}"]
        cells += [f"**{steps['network']:.3f}**", *([f"{best(one.played.rule)[1]:.3f}"] if rule else [])]
        cells += [" / ".join(f"{value:.2f}" for value in one.labelled[pattern])]
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, ""]


def _leads(seen: Sequence[Seen]) -> list[str]:
    lines = [
        "Leads of `livestream_purchase`, the first hundred at most:",
        "",
        "| world | leads | true | victims of extortion or romance fraud |",
        "|---|---:|---:|---:|",
    ]
    for one in seen:
        leads = one.played.leads
        lines.append(f"| {one.title} | {leads['first']} | {leads['true']} | {leads['victims']} |")
    return lines
