"""Drafts the narrative from the evidence: who, what, when, where, how, why suspicious, why not ordinary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, time
from decimal import Decimal
from itertools import pairwise
from typing import Final

from tanglaw.filings.dossier.describing import account_words, listed, money_words, name_and_id, party_words, quoted
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.grounds import Contrast, Ground
from tanglaw.filings.dossier.narrative import Section, Topic
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.dossier.payment import Payment
from tanglaw.leads.text import plain
from tanglaw.leads.words import count, day, factor, percent, probability, sentence_middle, sentence_start, span

NIGHT: Final = (22, 6)
"""Hours between which a payment is called one of the night: late evening, night and early morning (FATF 2025)."""

_COUNTERPARTIES: Final = 10
_REFERENCES: Final = 12
_REASONS: Final = 8
_AGAINST: Final = 3
_TIES: Final = 12
_LINE: Final = "\n"
"""Starts a line of its own, for what is told one by one."""

_WORD: Final = {"originator": ("payer", "receiver"), "beneficiary": ("receiver", "payer")}


def draft(dossier: Dossier) -> tuple[Section, ...]:
    """Write every topic. Nothing is said that the dossier does not hold; what was left out is counted."""
    told: tuple[tuple[Topic, Callable[[Dossier], Iterable[str]]], ...] = (
        ("label", _label), ("who", _who), ("what", _what), ("when", _when), ("where", _where), ("how", _how),
        ("suspicion", _suspicion), ("ordinary", _ordinary), ("limits", _limits),
    )  # fmt: skip
    return tuple(Section(topic=topic, text=_tidy(" ".join(tell(dossier)))) for topic, tell in told)


def _tidy(text: str) -> str:
    """Use ordinary spaces: not every system that takes a report knows the narrow ones."""
    text = text.replace(f" {_LINE}", _LINE)
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


def _label(dossier: Dossier) -> Iterator[str]:
    if dossier.labels:
        yield f"{'; '.join(label.code for label in dossier.labels)}."
    yield f"Payment pattern consistent with {sentence_middle(plain(dossier.assessment.pattern_title))}."
    yield "This report describes payments and the reasons to look at them; it is no verdict on anybody."


def _who(dossier: Dossier) -> Iterator[str]:
    subject = dossier.the_subject
    own, other = _WORD[dossier.side]
    yield f"{sentence_start(subject.standing)} ({own}): {party_words(subject)}."
    if subject.protected:
        if subject.protected_because:
            yield f"Who the account holder may be: {plain(subject.protected_because)}."
        yield "The account holder may be a victim and must be protected; do not contact them because of this report."
    others = dossier.counterparties
    if others:
        by_payments = sorted(others, key=lambda party: -party.payments)
        yield f"{count(len(others), other).capitalize()}:"
        for number, party in enumerate(by_payments[:_COUNTERPARTIES], 1):
            young = f" To be protected: {plain(party.protected_because)}." if party.protected else ""
            yield f"{_LINE}({number}) {party_words(party)}, {count(party.payments, 'payment')}.{young}"
        if len(others) > _COUNTERPARTIES:
            yield f"{_LINE}{len(others) - _COUNTERPARTIES:,} more are in the list of parties."
    for risk in dossier.at_risk:
        yield f"{_LINE}Who may be at risk: {risk.who} ({plain(risk.where)})."


def _what(dossier: Dossier) -> Iterator[str]:
    payments = dossier.payments
    if not payments:
        yield "No payment is part of this report."
        return
    sums: dict[str, list[Decimal]] = {}
    for payment in payments:
        sums.setdefault(payment.sent.currency, []).append(payment.sent.amount)
    for currency, amounts in sorted(sums.items()):
        middle = sorted(amounts)[(len(amounts) - 1) // 2]
        least, most = money_words(min(amounts), currency), money_words(max(amounts), currency)
        spread = f", from {least} to {most}, half of them at most {money_words(middle, currency)}" * (len(amounts) > 1)
        yield f"{count(len(amounts), 'payment')} of {money_words(sum(amounts, Decimal(0)), currency)} in all{spread}."
    unrated = sum(payment.usd is None for payment in payments)
    rest = f" ({count(unrated, 'payment')} without a rate left out)" if unrated else ""
    yield f"In US dollars at the days' reference rates: {money_words(dossier.total_usd, 'USD')}{rest}."
    yield from _references(payments)


def _references(payments: Sequence[Payment]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for payment in payments:
        if payment.reference and payment.reference.strip():
            counts[payment.reference] = counts.get(payment.reference, 0) + 1
    blank = len(payments) - sum(counts.values())
    if counts:
        ordered = sorted(counts.items(), key=lambda item: -item[1])
        shown = [quoted(text) + (f" ({times})" if times > 1 else "") for text, times in ordered[:_REFERENCES]]
        more = (
            f", and {len(ordered) - _REFERENCES:,} more in the list of payments" if len(ordered) > _REFERENCES else ""
        )
        yield f"References, verbatim: {', '.join(shown)}{more}."
    if blank:
        yield f"{count(blank, 'payment').capitalize()} without a reference."
    held = [quoted(payment.reference or "") for payment in payments if payment.holds_contact]
    if held:
        where = count(len(held), "reference")
        yield f"A handle, phone number or address stands in {where}: {listed(held, _REFERENCES)}."


def _when(dossier: Dossier) -> Iterator[str]:
    payments = dossier.payments
    if not payments:
        yield "No payment is part of this report."
        return
    first, last = payments[0].at, payments[-1].at
    yield f"{sentence_start(span(first, last))} (UTC)."
    clocks = [payment.payer_local for payment in payments if payment.payer_local]
    if clocks:
        late = sum(clock.hour >= NIGHT[0] or clock.hour < NIGHT[1] for clock in clocks)
        yield (
            f"By the payers' clocks {late:,} of {count(len(clocks), 'payment')} left between {NIGHT[0]}:00 and "
            f"0{NIGHT[1]}:00."
        )
    if len(clocks) < len(payments):
        yield f"The payer's clock is not known for {count(len(payments) - len(clocks), 'payment')}."
    gaps = sorted((b.at - a.at).total_seconds() / 86_400 for a, b in pairwise(payments))
    if gaps:
        middle = gaps[(len(gaps) - 1) // 2]
        said = f"{middle:.0f} days" if middle >= 2 else f"{middle * 24:.0f} hours" if middle * 24 >= 2 else "two hours"
        yield f"Half of the gaps between payments are of at most {said}."


def _where(dossier: Dossier) -> Iterator[str]:
    for words, side in (("From", "payer"), ("To", "receiver")):
        places: dict[str, int] = {}
        for payment in dossier.payments:
            city, country = getattr(payment, f"{side}_city"), getattr(payment, f"{side}_country")
            place = f"{plain(city)}, {country}" if city else country
            places[place] = places.get(place, 0) + 1
        ordered = sorted(places.items(), key=lambda item: -item[1])
        if ordered:
            yield f"{words} {listed([f'{place} ({times:,})' for place, times in ordered], _COUNTERPARTIES)}."
    for journey in dossier.travel:
        yield f"Travel: {plain(journey)}."


def _how(dossier: Dossier) -> Iterator[str]:
    for title, name in (("Paid out by", "rail"), ("Sent through", "institution"), ("With the status", "status")):
        counts: dict[str, int] = {}
        for payment in dossier.payments:
            if value := getattr(payment, name):
                counts[plain(value).replace("_", " ")] = counts.get(plain(value).replace("_", " "), 0) + 1
        if counts:
            ordered = sorted(counts.items(), key=lambda item: -item[1])
            yield f"{title} {listed([f'{value} ({times:,})' for value, times in ordered], _COUNTERPARTIES)}."
    if accounts := [account_words(account) for account in dossier.the_subject.accounts]:
        yield f"Accounts of the {_WORD[dossier.side][0]}: {listed(accounts, _COUNTERPARTIES)}."
    yield from _beyond(dossier)


def _beyond(dossier: Dossier) -> Iterator[str]:
    own = _WORD[dossier.side][0]
    parties = {party.key: party for party in dossier.parties}
    shared = [circle for circle in dossier.circles if circle.others]
    if not shared:
        return
    yield f"Other {own}s deal with the same counterparties:"
    for circle in sorted(shared, key=lambda circle: -circle.others)[:_COUNTERPARTIES]:
        yield f"{name_and_id(parties[circle.counterparty])} with {count(circle.others, f'other {own}')};"
    strongest = sorted(dossier.ties, key=lambda tie: (tie.lead is None, -tie.payments))[:_TIES]
    said = [_tie_words(parties[tie.other], tie.payments, tie.lead) for tie in strongest]
    yield f"among them {listed(said, _TIES)}."


def _tie_words(other: Party, payments: int, lead: str | None) -> str:
    also = f", lead {lead} of the same run" if lead else ""
    return f"{name_and_id(other)} ({count(payments, 'payment')}{also})"


def _suspicion(dossier: Dossier) -> Iterator[str]:
    said = dossier.assessment
    yield (
        f"Of all explanations compared, this pattern is {probability(said.score)} probable. Each reason says how often "
        "it is expected of such people and how often it is seen of anybody in the same data."
    )
    for number, reason in enumerate(said.reasons[:_REASONS], 1):
        yield f"{_LINE}({number}) {_reason(reason)}"
    if len(said.reasons) > _REASONS:
        yield f"{_LINE}{len(said.reasons) - _REASONS:,} weaker reasons are in the evidence."
    if said.against:
        yield f"{_LINE}Against it speaks:"
        yield from (f"{_LINE}– {_reason(reason)}" for reason in said.against[:_AGAINST])
        if len(said.against) > _AGAINST:
            yield f"{_LINE}{len(said.against) - _AGAINST:,} weaker reasons against it are in the evidence."
    if said.urgency_reasons:
        yield f"{_LINE}What makes it urgent: {'; '.join(plain(text) for text in said.urgency_reasons)}."


def _reason(reason: Ground) -> str:
    text = plain(reason.text)
    end = "" if text.endswith((".", "!", "?")) else "."
    return f"{text}{end} [odds {factor(reason.weight)}; {reason.mark}: {plain(reason.source).rstrip('.')}]"


def _ordinary(dossier: Dossier) -> Iterator[str]:
    ordinary = dossier.assessment.ordinary
    if ordinary is None:
        yield "No ordinary explanation was compared."
        return
    title = sentence_middle(plain(ordinary.title))
    yield f"The ordinary explanation that came closest is {title}, {probability(ordinary.share)} probable."
    if ordinary.share >= dossier.assessment.score:
        yield (
            "By what was measured it is at least as probable as the pattern: a person must say here why this is "
            "reported all the same."
        )
    if ordinary.why_not:
        yield f"{_LINE}It fits less because:"
        yield from (f"{_LINE}– {_contrast(one, title)}" for one in ordinary.why_not)
    else:
        yield "No single measure speaks against it; the sum of the reasons does."
    if ordinary.why:
        yield f"{_LINE}For it speaks all the same:"
        yield from (f"{_LINE}– {_contrast(one, title)}" for one in ordinary.why)


def _contrast(one: Contrast, title: str) -> str:
    return (
        f"{sentence_start(plain(one.finding))}: expected in {percent(one.pattern)} of people of this pattern, in "
        f"{percent(one.ordinary)} under {title}."
    )


def _limits(dossier: Dossier) -> Iterator[str]:
    missing = dossier.origin.payments_recorded - len(dossier.payments)
    if missing > 0:
        yield f"{count(missing, 'further payment').capitalize()} of the same person are not part of this report."
    if dossier.assessment.abstained:
        yield f"Could not be measured: {'; '.join(plain(text) for text in dossier.assessment.abstained)}."
    clockless = sum(payment.receiver_local is None for payment in dossier.payments)
    if clockless:
        yield f"The receiver's clock is not known for {count(clockless, 'payment')}."
    worked_out = sum(bool(p.received and p.received.basis != "stated") for p in dossier.payments)
    if worked_out:
        yield "Amounts in the receiver's currency and in US dollars are worked out at the days' reference rates."
    if dossier.origin.data_from and dossier.origin.data_to:
        yield f"The data looked at run from {dossier.origin.data_from[:10]} to {dossier.origin.data_to[:10]}."
    yield f"Prepared on {day(datetime.combine(dossier.dated, time()))} with {dossier.origin.made_by or 'Tanglaw'}."
