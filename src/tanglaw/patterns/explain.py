"""One pattern in plain words, with every figure and where it comes from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from tanglaw.patterns.catalogue import Described
from tanglaw.patterns.figures import HARMED, KIND_WORDS, REPEATED, ROLE_WORDS, percent, with_frequency, with_unit
from tanglaw.patterns.pattern import Expectation, Pattern

_WIDTH: Final = 96
_BAR: Final = 30


def explain(pattern: Pattern, measures: Iterable[Described]) -> str:
    """Return what the pattern says, as text to print (at most 96 characters a line)."""
    known = {measure.id: measure for measure in measures if measure.role == pattern.role}
    lines = [
        pattern.title,
        f"{pattern.id} · {KIND_WORDS[pattern.kind]} of the {ROLE_WORDS[pattern.role]}",
        "",
        *textwrap.wrap(pattern.summary, _WIDTH),
        "",
        *_said("Account holder", f"{pattern.account_holder}. {_masked(pattern)}"),
        *_said("Told apart", pattern.tells_apart),
        *_said("Prior", f"{with_frequency(pattern.prior.share)} of all {ROLE_WORDS[pattern.role]}s "
                        f"({pattern.prior.mark}: {pattern.prior.source})"),
    ]  # fmt: skip
    if pattern.trust.share != 1:
        trust = pattern.trust
        lines += _said("Trust", f"its evidence counts {trust.share:g} times ({trust.mark}: {trust.source})")
    if pattern.harmed:
        lines += textwrap.wrap(HARMED, _WIDTH, subsequent_indent="  ")
    if pattern.repeated:
        lines += textwrap.wrap(REPEATED, _WIDTH, subsequent_indent="  ")
    if pattern.kind == "pattern":
        lines += _said("Urgency", f"{pattern.urgency:g} of 1 to begin with (assumed)")
    lines += ["", f"What is expected of the {ROLE_WORDS[pattern.role]}s it holds for:"]
    for expectation in pattern.expects:
        lines += ["", *_expectation(expectation, known[expectation.measure])]
    return "\n".join(lines) + "\n"


def _masked(pattern: Pattern) -> str:
    if pattern.kind == "ordinary":
        return "It makes no lead; it only explains."
    return "Protected: names are masked by default." if pattern.protect else "Names are shown."


def _said(head: str, text: str) -> list[str]:
    return textwrap.wrap(f"{head}: {text}", _WIDTH, subsequent_indent="  ")


def _expectation(expectation: Expectation, measure: Described) -> Iterator[str]:
    yield f"  {with_unit(measure.label, measure.unit)} ({measure.id}) · {expectation.mark}"
    rows = list(expectation.shares)
    if expectation.rest > 1e-9 and len(rows) < len(measure.bands):
        rows.append(("elsewhere", expectation.rest))
    width = max(len(name) for name, _ in rows)
    for name, share in rows:
        note = "spread as among anybody" if name == "elsewhere" else "█" * round(share * _BAR)
        yield f"    {name:<{width}}  {percent(share):>6}  {note}".rstrip()
    yield from _noted(f"Source: {expectation.source}")
    if expectation.reason:
        yield from _noted(f"Said as: {expectation.reason}")


def _noted(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="      ")
