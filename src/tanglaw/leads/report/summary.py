"""What the run read, found and could not measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from tanglaw.leads.lead import Lead
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import clip, plain
from tanglaw.leads.words import count, span

MOST_CORRIDORS = 8


@dataclass(frozen=True, slots=True)
class PatternCount:
    """How many leads a pattern has, and how many of them are more likely than not."""

    title: str
    leads: int
    likely: int
    protected: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """The run in figures and words; a figure that the run did not state is ``None``.

    Keys of ``run`` that are used: ``counts`` (``read``, ``accepted``, ``rejected``, ``duplicates``), ``period``
    (``from``, ``to``: ISO dates or instants), ``subjects`` (``originators``, ``beneficiaries``: how many were scored),
    ``corridors`` and ``rejected_by`` (lists of ``corridor``/``problem`` with ``payments``/``rows``, largest first),
    ``abstained`` (list of texts, or of ``what`` and ``why``), ``notes`` (list of texts), ``inputs`` (list of file
    names), ``engine``, ``version``.
    """

    read: int | None
    accepted: int | None
    rejected: int | None
    duplicates: int | None
    period: str
    payers: int | None
    receivers: int | None
    corridors: list[tuple[str, str]]
    more_corridors: int
    rejected_by: list[tuple[str, str]]
    abstained: list[tuple[str, str]]
    notes: list[str]
    inputs: list[str]
    engine: str
    version: str
    patterns: list[PatternCount]
    leads: int
    victims: int
    subjects: int
    likely: int

    @classmethod
    def of(cls, run: Mapping[str, object], leads: Sequence[Lead], shield: Shield) -> Summary:
        """Take from a run what is there, and count the leads."""
        counts, subjects = _mapping(run, "counts"), _mapping(run, "subjects")
        corridors = [(_said(one, "corridor"), _amount(one, "payments", "payment")) for one in _list(run, "corridors")]
        victims = sum(map(shield.covers_lead, leads))
        return cls(
            read=_number(counts, "read"),
            accepted=_number(counts, "accepted"),
            rejected=_number(counts, "rejected"),
            duplicates=_number(counts, "duplicates"),
            period=_period(_mapping(run, "period")),
            payers=_number(subjects, "originators"),
            receivers=_number(subjects, "beneficiaries"),
            corridors=corridors[:MOST_CORRIDORS],
            more_corridors=max(len(corridors) - MOST_CORRIDORS, 0),
            rejected_by=[(_said(one, "problem"), _amount(one, "rows", "row")) for one in _list(run, "rejected_by")],
            abstained=[(_said(one, "what"), _said(one, "why", whole=False)) for one in _list(run, "abstained")],
            notes=[_said(one, "text") for one in _list(run, "notes")],
            inputs=[_said(one, "name") for one in _list(run, "inputs")],
            engine=_said(run.get("engine", ""), "name"),
            version=_said(run.get("version", ""), "tanglaw"),
            patterns=_patterns(leads, shield),
            leads=len(leads),
            victims=victims,
            subjects=len(leads) - victims,
            likely=sum(lead.score >= 0.5 for lead in leads),
        )


def _patterns(leads: Sequence[Lead], shield: Shield) -> list[PatternCount]:
    every, likely = Counter[str](), Counter[str]()
    titles: dict[str, str] = {}
    protected: set[str] = set()
    for lead in leads:
        every[lead.pattern] += 1
        likely[lead.pattern] += lead.score >= 0.5
        titles[lead.pattern] = plain(lead.pattern_title)
        if shield.covers_lead(lead):
            protected.add(lead.pattern)
    order = sorted(every, key=lambda pattern: (pattern not in protected, -every[pattern], pattern))
    return [PatternCount(titles[name], every[name], likely[name], name in protected) for name in order]


def _mapping(run: Mapping[str, object], key: str) -> Mapping[str, Any]:
    value = run.get(key)
    return value if isinstance(value, Mapping) else {}


def _list(run: Mapping[str, object], key: str) -> list[object]:
    value = run.get(key)
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else []


def _number(values: Mapping[str, Any], key: str) -> int | None:
    value = values.get(key)
    return int(value) if isinstance(value, (int, float)) else None


def _said(item: object, key: str, *, whole: bool = True) -> str:
    """Read a text that stands alone, or under a key."""
    if isinstance(item, Mapping):
        item = item.get(key, "")
    elif not whole:
        item = ""
    return clip(plain(str(item)), 300)


def _amount(item: object, key: str, noun: str) -> str:
    value = _number(item, key) if isinstance(item, Mapping) else None
    return "" if value is None else count(value, noun)


def _period(period: Mapping[str, Any]) -> str:
    ends = [_day(period.get(end)) for end in ("from", "to")]
    return span(*ends).removeprefix("on ") if all(ends) else ""  # type: ignore[arg-type]


def _day(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None
