"""Tells of each lead why it is suspicious, what speaks against it, and why an ordinary explanation fits less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tanglaw.filings.dossier.describing import name_and_id
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.grounds import Assessment, Contrast, Ground
from tanglaw.filings.dossier.matter import Matter
from tanglaw.leads.text import plain
from tanglaw.leads.words import count, factor, percent, probability, sentence_middle, sentence_start

LINE: Final = "\n"
"""Starts a line of its own, for what is told one by one."""

_SHARES: Final = (
    "Each reason says how often it is expected of such people and how often it is seen of anybody in the same data."
)
_EXPECTED: Final = ": expected in "
"""What separates the finding of a reason from its shares in a lead's own words."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much a narrative says of each lead: the more leads, the less of each; all of it is in the evidence.

    Attributes:
        reasons, against, contrasts: how many of each are told; ``None``: all.
        brief: a reason is told by its finding and its shares alone.
        devices: how many devices of each subject are told.
    """

    reasons: int
    against: int
    contrasts: int | None
    brief: bool = False
    devices: int = 5

    @classmethod
    def of(cls, leads: int) -> Share:
        """Give the share of each of so many leads."""
        if leads == 1:
            return cls(8, 3, None)
        if leads == 2:
            return cls(5, 2, 4)
        return cls(3, 1, 2, brief=True, devices=2) if leads <= 6 else cls(2, 1, 1, brief=True, devices=1)


def suspicion(dossier: Dossier) -> Iterator[str]:
    """Say why, lead by lead."""
    if not dossier.further:
        score = probability(dossier.assessment.score)
        yield f"Of all explanations compared, this pattern is {score} probable. {_SHARES}"
        yield from _for_and_against(dossier.assessment, Share.of(1))
        return
    share = Share.of(len(dossier.matters))
    yield f"Lead by lead, the strongest reasons first; how probable is said of all explanations compared. {_SHARES}"
    for matter in dossier.matters:
        said = matter.assessment
        yield (
            f"{LINE}{about(dossier, matter)}: {sentence_middle(plain(said.pattern_title))}, "
            f"{probability(said.score)} probable."
        )
        yield from _for_and_against(said, share)
    if share.brief:
        every = sum(len(m.assessment.reasons) + len(m.assessment.against) for m in dossier.matters)
        yield f"{LINE}All {every:,} reasons, for and against, are in the evidence with their figures and sources."


def _for_and_against(said: Assessment, share: Share) -> Iterator[str]:
    for number, reason in enumerate(said.reasons[: share.reasons], 1):
        yield f"{LINE}({number}) {_reason(reason, share)}"
    weaker, weaker_against = len(said.reasons) - share.reasons, len(said.against) - share.against
    if weaker > 0 and not share.brief:
        yield f"{LINE}{weaker:,} weaker reasons are in the evidence."
    if said.against:
        yield f"{LINE}Against it speaks:"
        yield from (f"{LINE}– {_reason(reason, share)}" for reason in said.against[: share.against])
        if weaker_against > 0 and not share.brief:
            yield f"{LINE}{weaker_against:,} weaker reasons against it are in the evidence."
    if said.urgency_reasons and not share.brief:
        yield f"{LINE}What makes it urgent: {'; '.join(plain(text) for text in said.urgency_reasons)}."


def _reason(reason: Ground, share: Share) -> str:
    text = plain(reason.text)
    finding, shares, _ = text.partition(_EXPECTED)
    if share.brief and shares:
        shown = f"expected in {percent(reason.expected)}, seen in {percent(reason.seen)}"
        return f"{finding}: {shown} [odds {factor(reason.weight)}; {reason.mark}]"
    end = "" if text.endswith((".", "!", "?")) else "."
    source = "" if share.brief else f": {plain(reason.source).rstrip('.')}"
    return f"{text}{end} [odds {factor(reason.weight)}; {reason.mark}{source}]"


def about(dossier: Dossier, matter: Matter) -> str:
    """Name a lead of several by its subject: ``P1 Alan Example (C-4411), lead L-0123456789ab``."""
    return f"{matter.subject} {name_and_id(dossier.party(matter.subject))}, lead {plain(matter.assessment.lead_id)}"


def in_brief(matter: Matter) -> str:
    """Name a lead of many: ``P1, lead L-0123456789ab``."""
    return f"{matter.subject}, lead {plain(matter.assessment.lead_id)}"


def not_ordinary(dossier: Dossier) -> Iterator[str]:
    """Say which ordinary explanation came closest and why it fits less, lead by lead."""
    if not dossier.further:
        yield from _ordinary(dossier.assessment, Share.of(1))
        return
    share = Share.of(len(dossier.matters))
    for number, matter in enumerate(dossier.matters):
        whom = in_brief(matter) if share.brief else about(dossier, matter)
        yield f"{LINE * bool(number)}{whom}:"
        yield from _ordinary(matter.assessment, share)
    doubtful = [m for m in dossier.matters if m.assessment.ordinary and _as_probable(m.assessment)]
    if doubtful and share.brief:
        whom = ", ".join(dict.fromkeys(matter.subject for matter in doubtful))
        yield f"{LINE}Of {whom}: {_MUST_SAY[0].lower()}{_MUST_SAY[1:]}"


_MUST_SAY: Final = (
    "By what was measured it is at least as probable as the pattern: a person must say here why this is reported all "
    "the same."
)


def _as_probable(said: Assessment) -> bool:
    return said.ordinary is not None and said.ordinary.share >= said.score


def _ordinary(said: Assessment, share: Share) -> Iterator[str]:
    ordinary = said.ordinary
    if ordinary is None:
        yield "No ordinary explanation was compared."
        return
    title = sentence_middle(plain(ordinary.title))
    if share.brief:
        yield f"closest is {title}, {probability(ordinary.share)} probable."
    else:
        yield f"The ordinary explanation that came closest is {title}, {probability(ordinary.share)} probable."
        if _as_probable(said):
            yield _MUST_SAY
    if ordinary.why_not:
        yield f"{LINE}It fits less because:"
        yield from (f"{LINE}– {_contrast(one, title, share)}" for one in ordinary.why_not[: share.contrasts])
    else:
        yield "No single measure speaks against it; the sum of the reasons does."
    if ordinary.why:
        yield f"{LINE}For it speaks all the same:"
        yield from (f"{LINE}– {_contrast(one, title, share)}" for one in ordinary.why[: share.contrasts])
    rest = sum(len(told[share.contrasts :]) for told in (ordinary.why_not, ordinary.why) if share.contrasts is not None)
    if rest and not share.brief:
        yield f"{LINE}{count(rest, 'further comparison').capitalize()} with it, in the evidence."


def _contrast(one: Contrast, title: str, share: Share) -> str:
    if share.brief:
        finding = sentence_start(plain(one.finding))
        return f"{finding}: {percent(one.pattern)} of this pattern, {percent(one.ordinary)} of that."
    return (
        f"{sentence_start(plain(one.finding))}: expected in {percent(one.pattern)} of people of this pattern, in "
        f"{percent(one.ordinary)} under {title}."
    )
