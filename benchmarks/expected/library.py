"""Move the assumed shares of a pattern file towards the pool, and add what the authors agree on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.expected.pool import LEAST_AUTHORS, Key, Pooled, Shares
from tanglaw.measures import catalogue
from tanglaw.patterns.pattern import Expectation, Pattern

TOWARDS: Final = 0.7
"""How far an assumed share moves towards the pool; the rest stays what was reasoned or drawn before."""

AGREED: Final = 0.02
"""Nats a subject that an expectation no file has yet must earn in unseen authors' worlds, a standard error off."""

_NOT_ADDED: Final = ("age_gap", "companions_age", "grown_payers", "payers_age", "receiver_age", "youngest_receiver")
"""Age counts only where a publisher has said so: no world's ages make a new expectation."""

_NEW: Final = (
    "No figure is published; the split is what practice worlds of several independent authors show, "
    "held back towards anybody."
)
_DRAWN: Final = "The split is drawn from independent authors' practice worlds."


def moved(pattern: Pattern, pool: Mapping[Key, Pooled]) -> dict[str, dict[str, float]]:
    """Give the new shares of a pattern by measure: assumed ones moved, agreed ones added; published ones stay.

    Shares are rounded to thousandths and add up to one where the file's did.
    """
    bands = {measure.id: measure.bands for measure in catalogue.of_role(pattern.role)}
    said = {expectation.measure: expectation for expectation in pattern.expects}
    found = {}
    for measure, names in bands.items():
        pooled = pool.get((pattern.id, measure))
        if pooled is None:
            continue
        if measure in said:
            if said[measure].mark != "published" and pooled.authors >= 2:
                now = TOWARDS * pooled.shares + (1 - TOWARDS) * _full(said[measure], names, pooled.anybody)
                found[measure] = _rounded(now, names)
        elif measure not in _NOT_ADDED and pooled.authors >= LEAST_AUTHORS and pooled.foretold - pooled.error > AGREED:
            found[measure] = _rounded(TOWARDS * pooled.shares + (1 - TOWARDS) * pooled.anybody, names)
    return found


def _full(expectation: Expectation, bands: Sequence[str], anybody: Shares) -> Shares:
    """Fill what a file leaves open as among anybody."""
    named = dict(expectation.shares)
    unnamed = np.array([0.0 if band in named else share for band, share in zip(bands, anybody, strict=True)])
    rest = expectation.rest * unnamed / unnamed.sum() if unnamed.any() else 0.0
    full = np.array([named.get(band, 0.0) for band in bands]) + rest
    return np.asarray(full / full.sum())


def _rounded(shares: Shares, bands: Sequence[str]) -> dict[str, float]:
    """Round to thousandths, none below one of them; the largest takes what is left over."""
    whole = np.maximum(np.round(shares * 1000), 1).astype(int)
    whole[whole.argmax()] += 1000 - whole.sum()
    return {band: int(share) / 1000 for band, share in zip(bands, whole, strict=True)}


def rewrite(file: Path, shares: Mapping[str, Mapping[str, float]]) -> None:
    """Write new shares into a file of the library, line by line, so that all else stays as it stands."""
    lines, done, measure = [], set(), ""
    text = file.read_text(encoding="utf-8").splitlines()
    for line in text:
        now = line
        if head := re.fullmatch(r"  ([a-z_]+):", line):
            measure = head[1]
        elif line.startswith("    shares: ") and measure in shares:
            now = f"    shares: {_flow(shares[measure])}"
            done.add(measure)
        elif line.startswith("    source: ") and measure in done:
            now = _said(line)
        elif measure and line and not line.startswith(" "):
            lines += _added(shares, done)
            measure = ""
        lines.append(now)
    if measure:
        lines += _added(shares, done)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _added(shares: Mapping[str, Mapping[str, float]], done: set[str]) -> list[str]:
    new = [name for name in shares if name not in done]
    return [
        line
        for name in new
        for line in (
            f"  {name}:",
            f"    shares: {_flow(shares[name])}",
            "    mark: assumed",
            f'    source: "{_NEW}"',
        )
    ]


def _flow(shares: Mapping[str, float]) -> str:
    return "{" + ", ".join(f'"{band}": {share:g}' for band, share in shares.items()) + "}"


def _said(line: str) -> str:
    """Say in a source that the split was drawn, and from whom."""
    return line if "independent authors" in line else line.removesuffix('"') + f' {_DRAWN}"'
