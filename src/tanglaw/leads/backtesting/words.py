"""A backtest as tables of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tanglaw.leads.backtesting.backtest import Backtest
from tanglaw.leads.backtesting.early import Found
from tanglaw.leads.text import mask_contact, shorten

_GROUPS: Final = ((True, "Possible victims (review, never contact)"), (False, "Subjects of review"))


def as_text(made: Backtest, top: int = 20) -> str:
    """Say what each period would have shown, and how early known subjects would have been found."""
    return "\n".join(_lines(made, top)) + "\n"


def _lines(made: Backtest, top: int) -> Iterator[str]:
    heads = ("payments", "payers", "receivers", "leads", "new", "kept", "gone")
    yield f"{'period':<12}" + "".join(f"{head:>11}" for head in heads)
    for one in made.periods:
        yield f"{one.period:<12}" + "".join(f"{getattr(one, head):>11,}" for head in heads)
    confirmed = [one for one in made.found if one.outcome == "confirmed"]
    if made.found:
        yield ""
        early = [one for one in confirmed if one.first is not None]
        yield (
            f"Of {len(confirmed):,} confirmed subjects {len(early):,} would have stood among the first {made.first} "
            "leads of a period;"
        )
        yield (
            f"after the end of it they made or received {sum(one.after_payments for one in early):,} further payments "
            f"of US${sum(one.after_usd for one in early):,.0f}."
        )
    for protect, title in _GROUPS:
        yield from _known([one for one in made.found if one.protect == protect], title, top)
    yield from ("", "A score ranks attention. It is not a verdict.")


def _known(found: Sequence[Found], title: str, top: int) -> Iterator[str]:
    if not found:
        return
    yield from ("", title)
    head = f"  {'account':<26}{'pattern':<22}{'outcome':<11}{'a lead':<12}{'first':<12}"
    yield f"{head}{'payments after':>15}{'US$ after':>14}"
    ordered = sorted(found, key=lambda one: (one.first is None, one.first or "", one.lead is None, one.lead or ""))
    for one in ordered[:top]:
        account = shorten(mask_contact(one.subject_id), 24)
        after = f"{one.after_payments:,} of {one.payments:,}"
        yield (
            f"  {account:<26}{one.pattern:<22}{one.outcome:<11}{one.lead or 'never':<12}{one.first or 'never':<12}"
            f"{after:>15}{one.after_usd:>14,.0f}"
        )
    if len(found) > top:
        yield f"  … and {len(found) - top:,} more, in backtest.json and backtest.html"
