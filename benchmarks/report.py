"""Say what was measured, as the page ``docs/benchmarks.md``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks import machine
from benchmarks.entries import PRODUCT, Entry
from benchmarks.timing import Timing

AIM_PAYMENTS: Final = 10_000_000
AIM_SECONDS: Final = 60
AIM_MEMORY: Final = 4 << 30
AIM_GROWTH: Final = 12
_REFERENCE: Final = "bare Polars group-by"
_PEERS: Final = ("snapml GraphFeaturePreprocessor",)

_HEAD: Final = (
    "| | payments | s | CPU s | peak memory | of it held | payments/s "
    f"| time a payment, as a multiple of the {_REFERENCE} | CPU time, likewise |"
)

_METHOD: Final = (
    "Made by `python -m benchmarks`; do not edit. Every figure is of a whole process, starting Python included, as the "
    "system counts its time and its largest resident memory; for Spark, without the share of its Java process. Ratios "
    "are within this one run, on this one machine. Memory that is *held* is no copy of a file: of a mapped table the "
    "system can have the rest back when it needs the room."
)
_AIM: Final = (
    f"`tanglaw detect`: {AIM_PAYMENTS:,} payments in under {AIM_SECONDS} s on two cores, "
    f"in at most {AIM_MEMORY >> 30} GiB, and memory that does not grow with the number of payments; "
    f"ten times the payments in at most {AIM_GROWTH} times the time."
)


@dataclass(frozen=True, slots=True)
class Measured:
    """An entry and how it fared; no timing where something it needs is lacking."""

    entry: Entry
    timing: Timing | None
    stages: dict[str, float]


def page(runs: dict[int, list[Measured]], busy: float = 0.0) -> str:
    """Write the page.

    Args:
        runs: what was measured, by the number of payments in the file.
        busy: how many of the machine's cores other work kept busy when the run began.
    """
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    parts = [
        "# Benchmarks",
        _METHOD,
        f"Measured {today} on {machine.describe()}; {machine.versions()}.",
        *_caution(busy),
        "## Aim",
        f"{_AIM} {_verdict(runs)}",
    ]
    for payments, measured in runs.items():
        parts += [f"## {_count(payments)} payments", _table(measured), *_peers(measured)]
        parts += [_stages(one) for one in measured if one.stages]
        failed = [(one.entry.name, one.timing.failure) for one in measured if one.timing and one.timing.failure]
        parts += [f"{name} failed: {failure}" for name, failure in failed]
        parts += _seals(measured)
        absent = [f"{one.entry.name} ({one.entry.lacking})" for one in measured if one.timing is None]
        parts += [f"Not measured, for something is not installed: {', '.join(absent)}."] if absent else []
    entries = {one.entry.name: one.entry.what for measured in runs.values() for one in measured}
    parts += ["## What each does", "\n".join(f"- **{name}**: {what}." for name, what in entries.items())]
    return "\n\n".join(parts) + "\n"


def _caution(busy: float) -> list[str]:
    """Warn of figures from a machine that had other work."""
    if busy < 0.5:
        return []
    text = (
        f"**The machine was not idle**: {busy:.1f} processes of other work were running when this began. Seconds are "
        "too high and payments a second too low; CPU seconds and memory stand."
    )
    return [text]


def _verdict(runs: dict[int, list[Measured]]) -> str:
    """Say whether the aim was reached, and whether memory grew with the table."""
    found: dict[str, dict[int, Timing]] = {}
    for payments, measured in runs.items():
        for one in measured:
            if one.entry.results and one.timing and not one.timing.failure:
                found.setdefault(one.entry.name, {})[payments] = one.timing
    said = [_reached(name, timings) for name, timings in found.items() if AIM_PAYMENTS in timings]
    return " ".join(said) or "Not measured in this run."


def _reached(name: str, timings: dict[int, Timing]) -> str:
    """Say of one way to run the product how it stands to the aim, and how it grows."""
    aimed = timings[AIM_PAYMENTS]
    reached = aimed.seconds < AIM_SECONDS and aimed.peak <= AIM_MEMORY
    text = f"{'Reached' if reached else 'Not reached'}: {aimed.seconds:.0f} s, {_memory(aimed.peak)}."
    if name != PRODUCT:
        text = f"{name[0].upper()}{name[1:]}: {text[0].lower()}{text[1:]}"
    for payments, timing in timings.items():
        if payments != AIM_PAYMENTS:
            few, many = sorted((payments, AIM_PAYMENTS))
            small, large = timings[few], timings[many]
            text += (
                f" {payments:,} payments: {timing.seconds:.0f} s, {_memory(timing.peak)}; {many:,} take "
                f"{large.seconds / small.seconds:.1f} times as long as {few:,}, {large.cpu / small.cpu:.1f} times "
                f"the CPU time and {large.peak / small.peak:.1f} times the memory"
            )
            text += f" ({large.held / small.held:.1f} times what is held)." if large.held and small.held else "."
    return text


def _seals(measured: Iterable[Measured]) -> list[str]:
    """Say whether the engines' results, each with a hash over all its rows, are one and the same."""
    seals = {one.entry.name: one.timing.says["seal"] for one in measured if one.timing and "seal" in one.timing.says}
    if len(seals) < 2:
        return []
    same = len(set(seals.values())) == 1
    return [f"Results of {', '.join(seals)}: {'equal, bit for bit' if same else 'NOT equal'}."]


def _table(measured: Sequence[Measured]) -> str:
    """Set one row an entry, with its time and its CPU time a payment as multiples of the bare group-by's."""
    done = [(one.entry, one.timing) for one in measured if one.timing and not one.timing.failure]
    base = next(((entry, timing) for entry, timing in done if entry.name == _REFERENCE), None)
    rows = [
        f"| {entry.name} | {_count(entry.payments)} | {timing.seconds:.1f} | {timing.cpu:.1f} "
        f"| {_memory(timing.peak)} | {_held(timing)} "
        f"| {entry.payments / timing.seconds:,.0f} | {' | '.join(_ratios(entry, timing, base))} |"
        for entry, timing in done
    ]
    return "\n".join([_HEAD, f"| --- |{' ---: |' * 8}", *rows])


def _peers(measured: Sequence[Measured]) -> list[str]:
    """Say how many times as many payments a second the whole product takes as each peer does a part of that."""
    done = {one.entry.name: (one.entry, one.timing) for one in measured if one.timing and not one.timing.failure}
    if PRODUCT not in done:
        return []
    entry, timing = done[PRODUCT]
    pace = entry.payments / timing.seconds
    said = [
        f"{pace * peer.seconds / peered.payments:.1f}× as many payments a second as {name}"
        for name, (peered, peer) in done.items()
        if name in _PEERS
    ]
    return [f"{PRODUCT} takes {' and '.join(said)}."] if said else []


def _stages(one: Measured) -> str:
    """Set one row a stage, as the program itself recorded them."""
    total = one.timing.seconds if one.timing else 0.0
    within = sum(one.stages.values())
    stages = one.stages | {"starting, stopping and between": max(total - within, 0.0)}
    rows = [
        f"| {name} | {seconds:.2f} | {seconds / max(total, 1e-9):.0%} "
        f"| {one.entry.payments / max(seconds, 1e-9):,.0f} |"
        for name, seconds in stages.items()
    ]
    head = [f"| {one.entry.name}, by stage | s | share | payments/s |", "| --- | ---: | ---: | ---: |"]
    return "\n".join([*head, *rows])


def _ratios(entry: Entry, timing: Timing, base: tuple[Entry, Timing] | None) -> tuple[str, str]:
    """Give time and CPU time a payment as multiples of the reference's."""
    if base is None:
        return "", ""
    share = base[0].payments / entry.payments
    return f"{timing.seconds / base[1].seconds * share:.1f}×", f"{timing.cpu / base[1].cpu * share:.1f}×"


def _memory(size: int) -> str:
    return f"{size / 2**30:.2f} GiB"


def _held(timing: Timing) -> str:
    return _memory(timing.held) if timing.held else "?"


def _count(number: int) -> str:
    return f"{number:,}"
