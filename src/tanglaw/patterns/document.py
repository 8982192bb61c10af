"""docs/patterns.md, made from the pattern files: ``python -m tanglaw.patterns.document > docs/patterns.md``."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tanglaw.common.roles import Role
from tanglaw.patterns.catalogue import Described, bands_of, known_measures
from tanglaw.patterns.figures import HARMED, KIND_WORDS, REPEATED, ROLE_WORDS, percent, with_frequency, with_unit
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.patterns.pattern import Expectation, Pattern
from tanglaw.patterns.pattern_set import PatternSet

_HEAD: Final = """\
# Patterns and ordinary explanations

<!-- Made from src/tanglaw/patterns/library by `python -m tanglaw.patterns.document`; do not edit by hand. -->

A pattern states, for each measure, how often a subject it holds for falls in each band. How often *anybody* does is
measured on the data at hand, within the subject's own corridor; the evidence is the log of that ratio. Patterns make
leads; ordinary explanations only compete with them, and where enough people in the data fit one, their bands are added
to the figures here, also in measures that are not listed, ages apart ([how](how-a-score-is-made.md)). Bands that are
not named share the rest as among anybody.

A figure is **published** when it follows from the source named beside it, and **assumed** when nobody has published
one; the source then says what the assumption rests on. Where that is authors' practice worlds,
[decision 027](decisions/027-an-opinion-pool-of-authors.md) says whose and how. No figure is evidence by itself.

`tanglaw patterns show ID` prints one of them. To add one, put a file like those in `src/tanglaw/patterns/library` in a
folder of your own, check it with `tanglaw patterns check --patterns FOLDER` and give the same option to `detect`.
"""


def render(patterns: PatternSet, measures: Iterable[Described]) -> str:
    """Return the page: one table of all, then every pattern with each figure, its mark and its source."""
    known = {(measure.role, measure.id): measure for measure in measures}
    lines = [_HEAD]
    for role in ("originator", "beneficiary"):
        of_role = [pattern for pattern in patterns if pattern.role == role]
        if not of_role:
            continue
        lines += [f"## Of the {ROLE_WORDS[role]}", ""]
        lines += ["| id | kind | title | prior | protected |", "|---|---|---|---|---|"]
        lines += [_row(pattern) for pattern in of_role]
        lines.append("")
        for pattern in of_role:
            lines += _section(pattern, known)
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Print the page for the patterns that come with Tanglaw."""
    measures = known_measures()
    sys.stdout.write(render(load([LIBRARY], bands_of(measures)), measures))


def _row(pattern: Pattern) -> str:
    protected = "yes" if pattern.protect else "no"
    link = f"[`{pattern.id}`](#{pattern.id})"
    cells = (link, KIND_WORDS[pattern.kind], _cell(pattern.title), percent(pattern.prior.share), protected)
    return f"| {' | '.join(cells)} |"


def _section(pattern: Pattern, known: Mapping[tuple[Role, str], Described]) -> Iterator[str]:
    yield from (f"### {pattern.id}", "", f"**{_plain(pattern.title)}** · {KIND_WORDS[pattern.kind]}", "")
    yield from (_plain(pattern.summary), "")
    yield f"- Account holder: {_plain(pattern.account_holder)}{' (names masked by default)' if pattern.protect else ''}"
    yield f"- Told apart: {_plain(pattern.tells_apart)}"
    yield f"- Prior: {with_frequency(pattern.prior.share)} ({pattern.prior.mark}: {_plain(pattern.prior.source)})"
    if pattern.trust.share != 1:
        trust = pattern.trust
        yield f"- Trust: its evidence counts {trust.share:g} times ({trust.mark}: {_plain(trust.source)})"
    if pattern.harmed:
        yield f"- {HARMED}"
    if pattern.repeated:
        yield f"- {REPEATED}"
    if pattern.kind == "pattern":
        yield f"- Urgency to begin with: {pattern.urgency:g} of 1 (assumed)"
    yield from ("", "| measure | expected | mark | source |", "|---|---|---|---|")
    for expectation in pattern.expects:
        measure = known[pattern.role, expectation.measure]
        what = f"{_cell(with_unit(measure.label, measure.unit))} (`{measure.id}`)"
        yield f"| {what} | {_shares(expectation, measure)} | {expectation.mark} | {_cell(expectation.source)} |"
    yield ""


def _shares(expectation: Expectation, measure: Described) -> str:
    parts = [f"{_cell(band)}: {percent(share)}" for band, share in expectation.shares]
    if expectation.rest > 1e-9 and len(expectation.shares) < len(measure.bands):
        parts.append(f"elsewhere: {percent(expectation.rest)}")
    return " · ".join(parts)


def _plain(text: str) -> str:
    """Keep text from being read as Markdown or HTML."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


if __name__ == "__main__":
    main()
