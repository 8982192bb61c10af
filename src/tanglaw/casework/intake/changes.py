"""What a later run says of a lead that an earlier one did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tanglaw.leads import words
from tanglaw.leads.lead import Lead as Finding
from tanglaw.leads.lead import Reason
from tanglaw.leads.text import clip, plain

_LEAST_SHIFT = 0.01
_MATERIAL_SHIFT = 0.10
_NAMED = 4


def changes(before: Finding, after: Finding) -> list[str]:
    """Say in sentences what differs, the weightiest first; empty where nothing that a person would see does."""
    return [
        *_accounts(before, after),
        *_payments(before, after),
        *_probability(before, after),
        *_urgency(before, after),
        *_reasons(before, after),
        *_ordinary(before, after),
    ]


def material(before: Finding, after: Finding) -> bool:
    """Tell whether the difference should bring a lead back: new payments, another account, or a shift of ten points."""
    return (
        bool(set(after.payment_ids) - set(before.payment_ids))
        or set(after.subject_ids) != set(before.subject_ids)
        or abs(after.score - before.score) >= _MATERIAL_SHIFT
        or words.urgency(after.urgency) != words.urgency(before.urgency)
    )


def _accounts(before: Finding, after: Finding) -> Iterator[str]:
    new = len(set(after.subject_ids) - set(before.subject_ids))
    gone = len(set(before.subject_ids) - set(after.subject_ids))
    if new:
        yield f"{words.count(new, 'account')} newly taken for the same {after.joined_as or 'party'}."
    if gone:
        yield f"{words.count(gone, 'account')} {'is' if gone == 1 else 'are'} no longer taken for the same."


def _payments(before: Finding, after: Finding) -> Iterator[str]:
    new = len(set(after.payment_ids) - set(before.payment_ids))
    gone = len(set(before.payment_ids) - set(after.payment_ids))
    if new:
        yield f"{words.count(new, 'new payment')}, the last on {words.day(after.last_seen)}."
    if gone:
        yield f"{words.count(gone, 'payment')} of the run before {'is' if gone == 1 else 'are'} not in this one."


def _probability(before: Finding, after: Finding) -> Iterator[str]:
    if abs(after.score - before.score) >= _LEAST_SHIFT:
        verb = "rose" if after.score > before.score else "fell"
        yield f"Probability {verb} from {words.probability(before.score)} to {words.probability(after.score)}."


def _urgency(before: Finding, after: Finding) -> Iterator[str]:
    was, now = words.urgency(before.urgency), words.urgency(after.urgency)
    if was != now:
        yield f"Urgency is {now}, and was {was}."


def _reasons(before: Finding, after: Finding) -> Iterator[str]:
    sides = ("speaks for it", "speaks against it")
    was = {reason.measure: side for side, held in zip(sides, _held(before), strict=True) for reason in held}
    turned = {side: [r.label for r in held if was.get(r.measure, side) != side]
              for side, held in zip(sides, _held(after), strict=True)}  # fmt: skip
    new = {side: [r.label for r in held if r.measure not in was]
           for side, held in zip(sides, _held(after), strict=True)}  # fmt: skip
    now = {reason.measure for held in _held(after) for reason in held}
    gone = [reason.label for held in _held(before) for reason in held if reason.measure not in now]
    for side, other in (sides, sides[::-1]):
        if turned[side]:
            yield f"Now {side}, and {other.replace('speaks', 'spoke')} before: {_listed(turned[side])}."
        if new[side]:
            yield f"Now {side}, and did not count before: {_listed(new[side])}."
    if gone:
        yield f"No longer counts: {_listed(gone)}."


def _held(finding: Finding) -> tuple[Sequence[Reason], Sequence[Reason]]:
    return finding.reasons, finding.against


def _ordinary(before: Finding, after: Finding) -> Iterator[str]:
    if after.closest_ordinary != before.closest_ordinary and after.closest_ordinary_title:
        was = before.closest_ordinary_title or "none"
        yield f"The closest ordinary explanation is {plain(after.closest_ordinary_title)}, and was {plain(was)}."


def _listed(labels: Sequence[str]) -> str:
    shown = [clip(plain(label), 60) for label in labels[:_NAMED]]
    more = len(labels) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
