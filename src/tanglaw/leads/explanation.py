"""A subject's explanation as text for a terminal, and as plain data for a program."""

from __future__ import annotations

import dataclasses
import math
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from tanglaw.leads.explaining import Known
from tanglaw.leads.joined import apart, heading, parts
from tanglaw.leads.lead import NETWORK, Lead, Reason
from tanglaw.leads.report import listing
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import plain
from tanglaw.leads.words import count, factor, nats, one_in, percent, probability, sentence_middle, sentence_start, span
from tanglaw.leads.words import urgency as urgency_word
from tanglaw.leads.words import usd as dollars

_WIDTH: Final = 96
_WORD: Final = {"originator": "payer", "beneficiary": "receiver"}


def as_text(found: Sequence[Known], shield: Shield, groups: Mapping[str, str] | None = None) -> str:
    """Write what is known of a subject in full, names of protected people withheld.

    `groups`: id of the group that a lead is part of, by lead id.
    """
    groups = groups or {}
    parts: list[str] = []
    for known in found:
        parts += ["\n".join(_lead(lead, shield, groups.get(lead.lead_id))) for lead in known.leads]
        if not known.leads:
            parts.append("\n".join(_no_lead(known)))
    return "\n\n".join([*parts, "A score ranks attention. It is not a verdict."]) + "\n"


def as_json(found: Sequence[Known], shield: Shield, groups: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Write the same as plain data: one entry a role."""
    groups = groups or {}
    entries = []
    for known in found:
        entry = dataclasses.asdict(known)
        entry["leads"] = [_data(lead, shield) | {"group_id": groups.get(lead.lead_id)} for lead in known.leads]
        entries.append(entry)
    return entries


def _data(lead: Lead, shield: Shield) -> dict[str, Any]:
    data = dataclasses.asdict(lead)
    data |= {name: getattr(lead, name).isoformat() for name in ("first_seen", "last_seen")}
    data["protect"] = shield.covers_lead(lead)
    data["name"] = listing.shown_name(lead, shield)
    data["names"] = [] if data["protect"] else [plain(shield.scrub(name)) for name in lead.names]
    data["joined_because"] = [_scrubbed(why, lead, shield) for why in lead.joined_because]
    for side in ("reasons", "against"):
        for one in data[side]:
            one |= {what: _scrubbed(one[what], lead, shield) for what in ("text", "value_text")}
    return data


def _scrubbed(text: str, lead: Lead, shield: Shield) -> str:
    return plain(shield.scrub(text, [(lead.role, subject) for subject in lead.subject_ids]))


def _lead(lead: Lead, shield: Shield, group: str | None) -> Iterator[str]:
    protected = shield.covers_lead(lead)
    yield f"Lead {lead.rank} · {'possible victim' if protected else 'subject of review'} · {lead.lead_id}"
    yield f"{listing.account(lead)} · {listing.shown_name(lead, shield)}"
    yield from _wrap(f"Payment pattern consistent with {sentence_middle(plain(lead.pattern_title))}.")
    yield ""
    yield from _said("Probability", probability(lead.score))
    others = "receivers" if lead.role == "originator" else "payers"
    yield from _said("Without the network", f"{probability(lead.score_alone)}, what is seen of its {others} left out")
    grounds = "; ".join(_scrubbed(ground, lead, shield) for ground in lead.urgency_reasons)
    yield from _said("Urgency", urgency_word(lead.urgency) + (f": {grounds}" if grounds else ""))
    yield from _said("Account holder", plain(lead.account_holder))
    yield from _said("Payments", _payments(lead))
    if said := apart(lead):
        yield from _wrap(f"{said}.")
    if group:
        yield from _said("Part of group", group)
    if joined := heading(lead):
        yield from _wrap(f"{joined} because:" if lead.joined_because else f"{joined}.")
        for why in lead.joined_because:
            yield from _wrap(_scrubbed(why, lead, shield), "  · ", "    ")
    yield ""
    yield from _reasons("What speaks for it", lead.reasons, lead, shield)
    yield from _reasons("What speaks against it", lead.against, lead, shield)
    yield from _sum(lead)
    yield ""
    closest = "none"
    if lead.closest_ordinary:
        closest = f"{plain(lead.closest_ordinary_title)}, {probability(lead.closest_ordinary_share)} probable"
    yield from _said("Closest ordinary explanation", closest)
    yield "Could not be measured:" if lead.abstained else "Everything this pattern expects could be measured."
    for text in lead.abstained:
        yield from _wrap(_scrubbed(text, lead, shield), "  · ", "    ")


def _payments(lead: Lead) -> str:
    way, other = ("to", "receiver") if lead.role == "originator" else ("from", "payer")
    return (
        f"{lead.payments:,} {way} {count(lead.counterparties, other)}, {dollars(lead.total_usd)} in all, "
        f"{span(lead.first_seen, lead.last_seen)}, {plain(lead.corridor)}"
    )


def _reasons(title: str, reasons: Sequence[Reason], lead: Lead, shield: Shield) -> Iterator[str]:
    yield f"{title}:" if reasons else f"{title}: nothing measured."
    for one in reasons:
        yield from _wrap(_scrubbed(one.text, lead, shield), f"  {factor(one.weight):>8}  ", " " * 12)
        figures = f"{one.label}: {one.value_text} (band {one.band})" if one.measure != NETWORK else one.label
        yield from _wrap(
            f"{sentence_start(_scrubbed(figures, lead, shield))}; weight {nats(one.weight)}", " " * 12, " " * 12
        )
        yield from _wrap(f"{one.mark}: {plain(one.source)}", " " * 12, " " * 12)
    yield ""


def _sum(lead: Lead) -> Iterator[str]:
    speaking = math.fsum(one.weight for one in lead.reasons)
    contrary = math.fsum(one.weight for one in lead.against)
    yield "The sum, in nats (natural logarithms of odds):"
    terms = (
        (f"prior: {one_in(lead.prior)} {_WORD[lead.role]}s", lead.prior),
        ("what speaks for it", speaking),
        ("what speaks against it", contrary),
        ("competition: every other explanation, ordinary ones included", -lead.competition),
    )
    for name, adds in terms:
        yield f"  {nats(adds):>9}  {name}"
    yield f"  {nats(lead.log_odds):>9}  log-odds: a probability of {percent(lead.score)}"


def _no_lead(known: Known) -> Iterator[str]:
    word = _WORD[known.role]
    others = ", ".join(plain(account) for account in known.accounts if account != known.subject)
    yield from _wrap(
        f"{plain(known.subject)} is no lead as a {word}: {count(known.payments, 'payment')}, {plain(known.corridor)}."
        + (f" Counted as one with {others}." if len(known.accounts) > 1 else "")
    )
    if said := parts(known.role, known.part, known.payments, known.other_payments):
        yield from _wrap(f"{said}, and each score is of the part that fits its pattern best.")
    yield ""
    yield "Score under each pattern:"
    for one in known.scores:
        shown = probability(one.score) if one.score is not None else "not kept"
        odds = f" (log-odds {nats(one.log_odds)})" if one.log_odds is not None else ""
        if one.score_alone is not None:
            odds = odds.removesuffix(")") + f"; without the network {probability(one.score_alone)})"
        yield f"  {shown:>8}  {one.pattern}{odds}"
    if any(one.score is None for one in known.scores):
        yield "Not kept: of so many subjects only the likeliest of a pattern are in scores.parquet."
    yield ""
    yield "What was measured:"
    for found in known.measured:
        if found.value is not None:
            yield from _wrap(f"{sentence_start(found.says)} (band {found.band}).", "  · ", "    ")
    silent = [found.label for found in known.measured if found.value is None]
    if silent:
        yield from _wrap(f"Could not be measured: {', '.join(silent)}.")


def _said(name: str, text: str) -> Iterator[str]:
    yield from _wrap(f"{name}: {text}", "", "  ")


def _wrap(text: str, first: str = "", then: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=then)
