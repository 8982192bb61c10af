"""What was learned and how it did, for a person."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from tanglaw.leads.learning.held_out import TOO_FEW, OfPattern, Trial
from tanglaw.leads.learning.learn import Lesson

_SAID = {
    "better": "On held-out subjects the update does better.",
    "no clear difference": "On held-out subjects the update makes no clear difference.",
    "worse": "On held-out subjects the update does WORSE than the pattern files alone. Do not use it as it is.",
    "too few to tell": f"Fewer than {TOO_FEW} held-out subjects: nobody can tell yet whether the update helps.",
}


def as_text(lesson: Lesson, out: str) -> str:
    """Say what the update rests on, how it did before and after, and what to do next."""
    return "\n".join(_lines(lesson, out)) + "\n"


def as_json(lesson: Lesson) -> dict[str, Any]:
    """Give the same to programs."""
    update, trial = lesson.update, lesson.trial
    return {
        "sha256": update.sha256,
        "audience": update.audience,
        "sources": [dataclasses.asdict(source) for source in update.sources],
        "subjects": {one.pattern: one.subjects for one in update.learned},
        "left_out": list(update.left_out),
        "not_in_any_run": lesson.missing,
        "held_out": {"verdict": trial.verdict, **dataclasses.asdict(trial)},
    }


def _lines(lesson: Lesson, out: str) -> Iterator[str]:
    update, trial = lesson.update, lesson.trial
    runs = len(update.sources)
    yield f"Learned from {runs} run{'' if runs == 1 else 's'}:"
    for one in update.learned:
        yield f"  {one.pattern}: {one.subjects} confirmed subjects, {len(one.counts)} measures"
    if not update.learned:
        yield "  nothing: no explanation has enough confirmed subjects"
    yield from (f"  left out: {said}" for said in update.left_out)
    if lesson.missing:
        are = "subject is" if lesson.missing == 1 else "subjects are"
        yield f"  {lesson.missing:,} known {are} in none of these runs"
    yield ""
    if trial.by_pattern:
        yield from _table(trial)
        yield ""
    yield _SAID[trial.verdict]
    if trial.subjects:
        yield (
            f"Log score of {trial.subjects} held-out subjects, each judged by what the others taught: "
            f"{trial.gain:+.3f} nats a subject (95 %: {trial.low:+.3f} to {trial.high:+.3f})."
        )
    if trial.precision_change is not None:
        yield f"Average precision of held-out confirmed subjects: {trial.precision_change:+.3f}."
    yield "Judged on each subject's own payments, without the network. Whom nobody has looked at counts as an error."
    yield ""
    yield f"{out}: a proposal. `tanglaw patterns diff library {out}` shows what would change."


def _table(trial: Trial) -> Iterator[str]:
    head = f"{'held out':<24}{'confirmed':>10}{'dismissed':>10}   {'log score':<18}"
    yield f"{head}{'av. precision':<18}median rank"
    for one in trial.by_pattern:
        yield _row(one).rstrip()


def _row(one: OfPattern) -> str:
    precision = _pair(one.average_precision, "{:.3f}") if one.average_precision else "–"
    rank = _pair(one.median_rank, "{:,.0f}") if one.median_rank else "–"
    score = _pair(one.log_score, "{:.2f}")
    return f"{one.pattern:<24}{one.confirmed:>10}{one.dismissed:>10}   {score:<18}{precision:<18}{rank:<14}"


def _pair(values: tuple[float, float], form: str) -> str:
    return f"{form.format(values[0])} → {form.format(values[1])}"
