"""Tells of each lead why it is suspicious, what speaks against it, and why an ordinary explanation fits less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tanglaw.filings.dossier.describing import name_and_id
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.grounds import Assessment, Contrast, Ground, Ordinary
from tanglaw.filings.dossier.matter import Matter
from tanglaw.leads.text import plain
from tanglaw.leads.words import count, factor, percent, probability, sentence_middle, sentence_start

LINE: Final = "\n"
"""Starts a line of its own, for what is told one by one."""

_SHARES: Final = (
    "Each reason says how often it is expected of such people and how often it is seen of anybody in the same data."
)


@dataclass(frozen=True, slots=True)
class Share:
    """How much a narrative says of each lead: the more leads, the less of each; all of it is in the evidence."""

    reasons: int
    against: int
    contrasts: int | None

    @classmethod
    def of(cls, leads: int) -> Share:
        """Give the share of each of so many leads."""
        if leads == 1:
            return cls(8, 3, None)
        return cls(5, 2, 4) if leads <= 3 else cls(3, 1, 2) if leads <= 6 else cls(2, 1, 1)


def suspicion(dossier: Dossier) -> Iterator[str]:
    """Say why, lead by lead."""
    if not dossier.further:
        score = probability(dossier.assessment.score)
        yield f"Of all explanations compared, this pattern is {score} probable. {_SHARES}"
        yield from _for_and_against(dossier.assessment, Share.of(1))
        return
    yield f"It is told of each lead by itself, the strongest reasons first. {_SHARES}"
    for matter in dossier.matters:
        said = matter.assessment
        yield (
            f"{LINE}{about(dossier, matter)}: {sentence_middle(plain(said.pattern_title))}, "
            f"{probability(said.score)} probable of all explanations compared."
        )
        yield from _for_and_against(said, Share.of(len(dossier.matters)))


def _for_and_against(said: Assessment, share: Share) -> Iterator[str]:
    for number, reason in enumerate(said.reasons[: share.reasons], 1):
        yield f"{LINE}({number}) {_reason(reason)}"
    if len(said.reasons) > share.reasons:
        yield f"{LINE}{len(said.reasons) - share.reasons:,} weaker reasons are in the evidence."
    if said.against:
        yield f"{LINE}Against it speaks:"
        yield from (f"{LINE}– {_reason(reason)}" for reason in said.against[: share.against])
        if len(said.against) > share.against:
            yield f"{LINE}{len(said.against) - share.against:,} weaker reasons against it are in the evidence."
    if said.urgency_reasons:
        yield f"{LINE}What makes it urgent: {'; '.join(plain(text) for text in said.urgency_reasons)}."


def _reason(reason: Ground) -> str:
    text = plain(reason.text)
    end = "" if text.endswith((".", "!", "?")) else "."
    return f"{text}{end} [odds {factor(reason.weight)}; {reason.mark}: {plain(reason.source).rstrip('.')}]"


def about(dossier: Dossier, matter: Matter) -> str:
    """Name a lead of several by its subject: ``P1 Alan Example (C-4411), lead L-0123456789ab``."""
    return f"{matter.subject} {name_and_id(dossier.party(matter.subject))}, lead {plain(matter.assessment.lead_id)}"


def not_ordinary(dossier: Dossier) -> Iterator[str]:
    """Say which ordinary explanation came closest and why it fits less, lead by lead."""
    share = Share.of(len(dossier.matters))
    for number, matter in enumerate(dossier.matters):
        if dossier.further:
            yield f"{LINE * bool(number)}{about(dossier, matter)}:"
        if matter.assessment.ordinary is None:
            yield "No ordinary explanation was compared."
        else:
            yield from _ordinary(matter.assessment, matter.assessment.ordinary, share)


def _ordinary(said: Assessment, ordinary: Ordinary, share: Share) -> Iterator[str]:
    title = sentence_middle(plain(ordinary.title))
    yield f"The ordinary explanation that came closest is {title}, {probability(ordinary.share)} probable."
    if ordinary.share >= said.score:
        yield (
            "By what was measured it is at least as probable as the pattern: a person must say here why this is "
            "reported all the same."
        )
    if ordinary.why_not:
        yield f"{LINE}It fits less because:"
        yield from (f"{LINE}– {_contrast(one, title)}" for one in ordinary.why_not[: share.contrasts])
    else:
        yield "No single measure speaks against it; the sum of the reasons does."
    if ordinary.why:
        yield f"{LINE}For it speaks all the same:"
        yield from (f"{LINE}– {_contrast(one, title)}" for one in ordinary.why[: share.contrasts])
    if share.contrasts is not None:
        rest = sum(max(0, len(told) - share.contrasts) for told in (ordinary.why_not, ordinary.why))
        if rest:
            yield f"{LINE}{count(rest, 'further comparison').capitalize()} with it, in the evidence."


def _contrast(one: Contrast, title: str) -> str:
    return (
        f"{sentence_start(plain(one.finding))}: expected in {percent(one.pattern)} of people of this pattern, in "
        f"{percent(one.ordinary)} under {title}."
    )
