"""An update as a file that a person can read through, line by line, before anybody uses it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from tanglaw.patterns.update import FORMAT, LEAST, Learned, Update

_HEAD: Final = """\
# What was learned from outcomes that people gave. Pattern files stay as they are; `tanglaw detect --update FILE` adds
# these counts to them. Each line below reads  band: [confirmed subjects there, share expected before, share after].
# Read it through, or `tanglaw patterns diff library FILE`; then set review.status to accepted or refused, and sign.
"""
_HOUSE: Final = """\
# Counts are exact, and a count of 1 speaks of one person: keep this file where the runs are kept. `--share` makes one
# that may leave the house.
"""
_SHARE: Final = f"""\
# Made to be shared: nothing here rests on fewer than {LEAST} people. Bands with fewer were pooled with neighbours,
# and a pool's count was spread over its bands as the pattern file would have it.
"""


def as_yaml(update: Update, weight: float) -> str:
    """Write an update down; the same update gives the same bytes.

    Args:
        update: what was learned.
        weight: how many subjects a pattern file's own shares count as.
    """
    lines = [_HEAD, _SHARE if update.audience == "share" else _HOUSE]
    lines += [
        f"update: {FORMAT}\n",
        f"made_by: {_text(update.made_by)}\n",
        f"audience: {update.audience}\n",
        "sources:\n",
    ]
    for source in update.sources:
        lines.append(
            f"  - {{run: {_text(source.run)}, known: {_text(source.known)}, "
            f"confirmed: {source.confirmed}, dismissed: {source.dismissed}}}\n"
        )
    if update.left_out:
        lines += ["left_out:\n", *(f"  - {_text(said)}\n" for said in update.left_out)]
    if update.held_out:
        lines += ["held_out:\n", *(f"  {name}: {_value(value)}\n" for name, value in update.held_out.items())]
    lines += ["review:\n", f"  status: {update.review.status}   # proposed, accepted or refused\n"]
    lines += [f"  by: {_text(update.review.by)}\n", f"  note: {_text(update.review.note)}\n"]
    lines.append("patterns:\n" if update.learned else "patterns: {}\n")
    for one in update.learned:
        lines += _learned(one, weight)
    return "".join(lines)


def after(before: Mapping[str, float], counts: Mapping[str, float], weight: float) -> dict[str, float]:
    """Give the shares expected once counts are added to shares that weigh as much as `weight` subjects."""
    whole = weight + sum(counts.values())
    return {band: (weight * share + counts.get(band, 0.0)) / whole for band, share in before.items()}


def _learned(one: Learned, weight: float) -> Iterator[str]:
    yield f"  {one.pattern}:\n    role: {one.role}\n    file_sha256: {_text(one.sha256)}\n"
    yield f"    subjects: {one.subjects}\n"
    singles = sum(count == 1 for bands in one.counts.values() for count in bands.values())
    if singles:
        yield f"    # {singles} of the counts below are 1: each speaks of one person.\n"
    yield "    measures:\n"
    for measure, counts in one.counts.items():
        later = after(one.before[measure], counts, weight)
        cells = (
            f"{_text(band)}: [{_number(counts.get(band, 0.0))}, {_number(share)}, {_number(later[band])}]"
            for band, share in one.before[measure].items()
        )
        yield f"      {measure}: {{{', '.join(cells)}}}\n"


def _value(value: str | int | float) -> str:  # noqa: PYI041 -- whole numbers and others are written differently
    return _text(value) if isinstance(value, str) else str(value) if isinstance(value, int) else _number(value)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") if round(value, 4) else "0"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
