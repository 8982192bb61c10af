"""Say what was measured, as the page ``docs/casework-benchmarks.md``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Final

from benchmarks import machine
from benchmarks.casework.measuring import Figures, Measured

AIM: Final = 150.0
"""Milliseconds of processor time that no page may take."""

_MADE: Final = (
    "Made by `python -m benchmarks.casework`; do not edit. The workspace: payments, accounts and names of a practice "
    "world, a lead for each of its busiest payers and receivers and for others by chance, half of them about possible "
    "victims; 69 people, decisions on a fifth, cases on 3 in 100, one of them with a dozen leads and 120 entries, a "
    "log of 20,000 entries; fields sealed. Each answer goes through all of the site, in the process that asks. CPU "
    "counts the database's own process, too. Pages of leads are asked for those with most payments and most people, "
    "and some by chance, each address several times; its median counts, and *worst* is that of the address that takes "
    "longest. *First* is with nothing opened yet, as where all leads were brought in a moment before; a server opens "
    "what an import brings by itself within seconds, so hardly anybody meets it. *Loop* is a fixed piece of work, "
    "100,000 squares added up in Python, measured between the answers: where it takes twice as long, the machine was "
    "half as fast, and so were the pages."
)
_HEAD: Final = (
    "| page | CPU ms, median | worst | first after an import | ms by the clock, median | worst | queries | KB | loop |"
)


def page(found: Mapping[str, Measured], leads: int, busy: float) -> str:
    """Write the page.

    Args:
        found: what was measured, by database.
        leads: in the workspace.
        busy: how many of the machine's cores other work kept busy when the run began.
    """
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    parts = [
        f"# The workspace with {leads:,} leads",
        _MADE,
        f"Measured {today} on {machine.describe()}; {', '.join(one.database for one in found.values())}.",
        *_caution(busy),
        "## Aim",
        f"No page over {AIM:.0f} ms at the server.",
        *(_verdict(*one) for one in found.items()),
    ]
    for name, measured in found.items():
        loops = [one.loop for one in measured.pages]
        brought = (
            f"Bringing the leads in: {measured.importing:.0f} s, {measured.importing_cpu:.0f} s of CPU. "
            f"The loop took {median(loops):.0f} ms of CPU, {min(loops):.0f} to {max(loops):.0f}."
        )
        parts += [f"## {name}", brought, _table(measured.pages)]
    return "\n\n".join(parts) + "\n"


def _caution(busy: float) -> list[str]:
    if busy < 0.5:
        return []
    text = (
        f"When this began, other work kept {busy:.1f} cores of the machine busy. Where the clock says more than the "
        "CPU, a page waited for others; the loop says how fast the machine was."
    )
    return [text]


def _verdict(name: str, measured: Measured) -> str:
    over = [one for one in measured.pages if one.worst_cpu > AIM]
    first = [one for one in measured.pages if one.first > AIM]
    worst = max(measured.pages, key=lambda one: one.worst_cpu)
    said = [f"**{name}**: the slowest page took {worst.worst_cpu:.0f} ms of CPU ({worst.name})."]
    if over:
        late = "; ".join(f"{one.name} {one.worst_cpu:.0f} (loop {one.loop:.0f})" for one in over)
        said.append(f"Over it, {len(over)} of {len(measured.pages)} pages: {late}.")
    if first:
        slowest = max(first, key=lambda one: one.first)
        said.append(
            f"As the very first after an import {len(first)} are, up to {slowest.first:.0f} ms ({slowest.name}, loop "
            f"{slowest.loop:.0f})."
        )
    return " ".join(said)


def _table(pages: Sequence[Figures]) -> str:
    rows = [
        f"| {one.name} | {one.cpu:.0f} | {one.worst_cpu:.0f} | {one.first:.0f} | {one.clock:.0f} | "
        f"{one.worst_clock:.0f} | {one.queries} | {one.size / 1000:.0f} | {one.loop:.0f} |"
        for one in pages
    ]
    return "\n".join([_HEAD, "| --- |" + " ---: |" * 8, *rows])
