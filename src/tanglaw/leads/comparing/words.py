"""A comparison, for a person and for a program. It names nobody: accounts are told by their ids."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any, Final

from tanglaw.leads.comparing.compare import Comparison, Move, What
from tanglaw.leads.comparing.parts import EXPECTED, ORDINARY, OWN, Part
from tanglaw.leads.text import mask_contact, plain, shorten
from tanglaw.leads.words import percent, sentence_start

_REASONS: Final = 3
_GROUPS: Final = ((True, "Possible victims (review, never contact)"), (False, "Subjects of review"))
_KINDS: Final[tuple[What, ...]] = ("entered", "left", "moved")


def as_json(found: Comparison) -> dict[str, Any]:
    """Give everything."""
    said = dataclasses.asdict(found)
    around = found.circumstances
    said["circumstances"] |= {"comparable": around.comparable, "same_payments": around.same_payments}
    said["counts"] = {kind: len(found.of(kind)) for kind in (*_KINDS, "as before")}
    return said


def as_text(found: Comparison, top: int) -> str:
    """Say what differs, then what entered, left and moved; at most `top` of each."""
    return "\n".join(_lines(found, top)) + "\n"


def _lines(found: Comparison, top: int) -> Iterator[str]:
    around = found.circumstances
    yield f"From {found.first} to {found.second}:"
    if around.same_payments:
        yield f"  the same payments, as far as can be seen ({around.common:,} payers and receivers)"
    else:
        yield (
            f"  other payments: {around.only_second:,} payers and receivers are new, {around.only_first:,} gone, "
            f"{around.other_payments:,} of {around.common:,} have more or fewer payments"
        )
    yield from (f"  {said}" for said in around.differences)
    yield from (f"  ! {said}" for said in around.warnings)
    if not around.comparable:
        return
    counts = [len(found.of(kind)) for kind in (*_KINDS, "as before")]
    yield ""
    yield "{:,} entered, {:,} left, {:,} moved, {:,} as before.".format(*counts)
    for protected, title in _GROUPS:
        moves = [(kind, found.of(kind, protected=protected)) for kind in _KINDS]
        if not any(some for _, some in moves):
            continue
        yield from ("", title)
        for kind, some in moves:
            yield from _kind(kind, some, top)
    yield from ("", "A score ranks attention. It is not a verdict.")


def _kind(kind: What, moves: Sequence[Move], top: int) -> Iterator[str]:
    if not moves:
        return
    shown = sorted(moves, key=lambda move: -abs(move.change or 0.0)) if kind == "moved" else list(moves)
    yield f"  {kind}"
    for move in shown[:top]:
        yield from _move(move)
    if len(moves) > top:
        yield f"    … and {len(moves) - top:,} more: --top, or --json for all"


def _move(move: Move) -> Iterator[str]:
    ranks = " → ".join("–" if rank is None else str(rank) for rank in move.rank)
    scores = " → ".join("not kept" if score is None else percent(score) for score in move.score)
    account = shorten(mask_contact(move.entity_id), 24)
    yield f"    {account}  {sentence_start(plain(move.pattern_title))}"
    yield f"      rank {ranks}, probability {scores}" + _payments(move)
    yield f"      {_why(move)}"


def _payments(move: Move) -> str:
    before, after = move.payments
    if before == after:
        return ""
    return f", payments {'none' if before is None else before} → {'none' if after is None else after}"


def _why(move: Move) -> str:
    if move.payments[0] is None:
        return "New: the first run knows no payment of this account."
    if move.payments[1] is None:
        return "Gone: the second run knows no payment of this account."
    if move.parts is None or move.change is None:
        return "Why cannot be told: one of the runs did not weigh it, because it stood far from its leads."
    told = "; ".join(_part(part) for part in move.parts[:_REASONS])
    rest = move.change - sum(part.change for part in move.parts[:_REASONS])
    more = f"; all else {rest:+.2f}" if abs(rest) >= 0.005 else ""
    return f"{move.change:+.2f} nats: {told}{more}"


def _part(part: Part) -> str:
    said = ""
    if part.because == OWN:
        said = f"{part.bands[0] or 'not measured'} → {part.bands[1] or 'not measured'}"
    elif part.because == EXPECTED:
        said = f"“{part.bands[1]}” is expected {'more' if part.change > 0 else 'less'} often"
    elif part.because == ORDINARY:
        said = "what is ordinary differs"
    return f"{part.label} {part.change:+.2f}" + (f" ({said})" if said else "")
