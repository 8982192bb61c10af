"""``backtest.html``: leads by period, and how early known subjects would have been found; it loads nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from tanglaw.leads.report.shell import asset, environment, policy
from tanglaw.leads.report.ticks import value_ticks
from tanglaw.leads.text import clip, mask_contact, plain

_HEIGHT: Final = 180.0
_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Bar:
    """One period's column: places in per cent of the width and pixels of the height."""

    x: str
    width: str
    middle: str
    name: str
    kept_y: float
    kept_height: float
    new_y: float
    new_height: float
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One known subject as shown: by id alone."""

    account: str
    pattern: str
    outcome: str
    protect: bool
    lead: str
    first: str
    payments: int
    usd: float
    after_payments: int
    after_usd: float
    last: str
    cells: tuple[tuple[str, str, str], ...]


def write_page(path: Path, said: Mapping[str, Any], titles: Mapping[str, str]) -> None:
    """Write the page.

    Args:
        path: the file to write.
        said: what ``backtest.json`` holds.
        titles: of the patterns.
    """
    style, script = asset("report.css") + asset("backtest.css"), asset("report.js")
    rows = [_row(one, said, titles) for one in said["known"]]
    confirmed = [one for one in said["known"] if one["outcome"] == "confirmed"]
    text = environment().get_template("backtest.html.j2").render(
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704 -- the package's own file
        script=Markup(script),  # noqa: S704 -- the package's own file
        said=said,
        bars=_bars(said["periods"]),
        marks=_marks(said["periods"]),
        height=_HEIGHT,
        labels=_labelled(said["periods"]),
        patterns=_patterns(said["periods"], titles),
        victims=[row for row in rows if row.protect][:_MOST],
        subjects=[row for row in rows if not row.protect][:_MOST],
        left_out=sum(max(0, sum(row.protect == group for row in rows) - _MOST) for group in (True, False)),
        confirmed=len(confirmed),
        found=sum(one["first"] is not None for one in confirmed),
        after=sum(one["after_payments"] for one in confirmed),
        after_usd=sum(one["after_usd"] for one in confirmed),
        notes=[clip(plain(note), 300) for note in said["run"]["notes"]],
    )  # fmt: skip
    path.write_text(text, encoding="utf-8", newline="\n")


def _top(periods: Sequence[Mapping[str, Any]]) -> tuple[list[tuple[float, str]], float]:
    marks, _, high = value_ticks([max(1, *(one["leads"] for one in periods))], logarithmic=False)
    return [mark for mark in marks if float(mark[0]).is_integer()], high


def _marks(periods: Sequence[Mapping[str, Any]]) -> list[tuple[float, str]]:
    marks, high = _top(periods)
    return [(round(_HEIGHT * (1 - value / high), 1), label) for value, label in marks]


def _bars(periods: Sequence[Mapping[str, Any]]) -> list[Bar]:
    _, high = _top(periods)
    step = 100 / len(periods)
    bars = []
    for at, one in enumerate(periods):
        kept, new = (_HEIGHT * one[part] / high for part in ("kept", "new"))
        title = f"{one['period']}: {one['leads']} leads, {one['new']} new, {one['kept']} kept, {one['gone']} gone"
        bars.append(
            Bar(
                f"{at * step + step * 0.14:.2f}%", f"{step * 0.72:.2f}%", f"{at * step + step / 2:.2f}%", one["period"],
                round(_HEIGHT - kept, 1), round(kept, 1), round(_HEIGHT - kept - new, 1), round(new, 1), title,
            )
        )  # fmt: skip
    return bars


def _labelled(periods: Sequence[Mapping[str, Any]]) -> set[str]:
    """Choose at most eight periods whose names are written under the drawing."""
    step = -(-len(periods) // 8)
    return {one["period"] for one in periods[::step]}


def _patterns(periods: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> list[tuple[str, list[int]]]:
    names = periods[0]["patterns"] if periods else {}
    rows = [(titles.get(name, name), [one["patterns"][name] for one in periods]) for name in names]
    return [row for row in rows if any(row[1])]


def _row(one: Mapping[str, Any], said: Mapping[str, Any], titles: Mapping[str, str]) -> Row:
    first = said["looked_at"]
    cells = []
    for period, rank in zip(said["periods"], one["ranks"], strict=True):
        kind = "none" if rank is None else "first" if rank <= first else "lead"
        shown = "no lead" if rank is None else f"rank {rank:,}"
        cells.append((kind, f"{period['period']}: {shown}", "" if rank is None else f"{rank:,}"))
    last = "" if one["last_seen"] is None else datetime.fromtimestamp(one["last_seen"], UTC).date().isoformat()
    return Row(
        clip(mask_contact(one["subject_id"]), 40), titles.get(one["pattern"], one["pattern"]), one["outcome"],
        one["protect"], one["lead"] or "never", one["first"] or "never", one["payments"], one["usd"],
        one["after_payments"], one["after_usd"], last, tuple(cells),
    )  # fmt: skip
