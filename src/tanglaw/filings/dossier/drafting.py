"""Drafts the narrative from the evidence: who, what, when, where, how, why suspicious, why not ordinary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, time
from decimal import Decimal
from itertools import pairwise
from typing import Final

from tanglaw.filings.dossier.circle import Tie
from tanglaw.filings.dossier.describing import account_words, listed, money_words, name_and_id, party_words, quoted
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.explaining import LINE, Share, not_ordinary, suspicion
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.narrative import Section, Topic
from tanglaw.filings.dossier.party import NAMED, Party, Side
from tanglaw.filings.dossier.payment import Payment
from tanglaw.leads.text import plain
from tanglaw.leads.words import count, day, sentence_middle, sentence_start, span

NIGHT: Final = (22, 6)
"""Hours between which a payment is called one of the night: late evening, night and early morning (FATF 2025)."""

_COUNTERPARTIES: Final = 10
_REFERENCES: Final = 12
_TIES: Final = 12
_FEW: Final = 4
"""Counterparties and further parties of a narrative about many leads."""

_PROTECTED: Final = (
    "The account holder may be a victim and must be protected; do not contact them because of this report."
)

_WORD: Final = {"originator": ("payer", "receiver"), "beneficiary": ("receiver", "payer")}


def draft(dossier: Dossier) -> tuple[Section, ...]:
    """Write every topic. Nothing is said that the dossier does not hold; what was left out is counted."""
    told: tuple[tuple[Topic, Callable[[Dossier], Iterable[str]]], ...] = (
        ("label", _label), ("who", _who), ("what", _what), ("when", _when), ("where", _where), ("how", _how),
        ("suspicion", suspicion), ("ordinary", not_ordinary), ("limits", _limits),
    )  # fmt: skip
    return tuple(Section(topic=topic, text=_tidy(" ".join(tell(dossier)))) for topic, tell in told)


def _tidy(text: str) -> str:
    """Use ordinary spaces: not every system that takes a report knows the narrow ones."""
    text = text.replace(f" {LINE}", LINE)
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


def _label(dossier: Dossier) -> Iterator[str]:
    if dossier.labels:
        yield f"{'; '.join(label.code for label in dossier.labels)}."
    titles = [plain(matter.assessment.pattern_title) for matter in dossier.matters]
    if dossier.further:
        subjects = "one party" if len(dossier.subjects) == 1 else f"{len(dossier.subjects)} parties"
        yield f"{count(len(titles), 'lead')} about {subjects}, whose payments are reported together."
        for title in dict.fromkeys(titles):
            times = f" ({count(titles.count(title), 'lead')})"
            yield f"{LINE}Payment pattern consistent with {sentence_middle(title)}{times}."
    else:
        yield f"Payment pattern consistent with {sentence_middle(titles[0])}."
    start = LINE * bool(dossier.further)
    yield f"{start}This report describes payments and the reasons to look at them; it is no verdict on anybody."


def _who(dossier: Dossier) -> Iterator[str]:
    share = Share.of(len(dossier.matters))
    for number, subject in enumerate(dossier.subjects):
        sides = dict.fromkeys(_WORD[matter.side][0] for matter in dossier.matters if matter.subject == subject.key)
        key = f"{LINE * bool(number)}{subject.key}, " if dossier.further else ""
        standing = subject.standing if key else sentence_start(subject.standing)
        yield f"{key}{standing} ({' and '.join(sides)}): {party_words(subject, share.devices)}."
        if subject.protected and subject.protected_because:
            who = "To be protected" if share.brief else "Who the account holder may be"
            yield f"{who}: {plain(subject.protected_because)}."
        if subject.protected and not share.brief:
            yield _PROTECTED
    protected = [subject.key for subject in dossier.subjects if subject.protected]
    if protected and share.brief:
        yield f"{LINE}{', '.join(protected)}: {_PROTECTED[0].lower()}{_PROTECTED[1:]}"
    yield from _others(dossier)
    yield from _named(dossier)
    for risk in dossier.at_risk:
        yield f"{LINE}Who may be at risk: {risk.who} ({plain(risk.where)})."


def _others(dossier: Dossier) -> Iterator[str]:
    """Tell of the counterparties, those with the most payments first."""
    others = dossier.counterparties
    if not others:
        return
    sides = {_WORD[matter.side][1] for matter in dossier.matters}
    other = sides.pop() if len(sides) == 1 else "counterparty"
    by_payments = sorted(others, key=lambda party: -party.payments)
    mixed = f"{len(others):,} {'counterparty' if len(others) == 1 else 'counterparties'}"
    head = mixed if other == "counterparty" else count(len(others), other).capitalize()
    yield f"{LINE * bool(dossier.further)}{head}:"
    share = Share.of(len(dossier.matters))
    shown = _FEW if share.brief else _COUNTERPARTIES
    for number, party in enumerate(by_payments[:shown], 1):
        young = f" To be protected: {plain(party.protected_because)}." if party.protected else ""
        known = f" {sentence_start(party.standing)}." if party.standing in NAMED else ""
        yield f"{LINE}({number}) {party_words(party, share.devices)}, {count(party.payments, 'payment')}.{known}{young}"
    if len(others) > shown:
        yield f"{LINE}{len(others) - shown:,} more are in the list of parties."


def _named(dossier: Dossier) -> Iterator[str]:
    """Tell of the people whom those who worked on the case named, and who take part in no payment."""
    for party in dossier.beside:
        young = f" To be protected: {plain(party.protected_because)}." if party.protected else ""
        words = f" {plain(party.note)}" if party.note else ""
        yield f"{LINE}Named in the case, {party.standing}: {party_words(party)}.{words}{young}"


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
    if dossier.further:
        yield from (_of_matter(dossier, matter) for matter in _once(dossier))
    yield from _references(payments, together=bool(dossier.further))


def _once(dossier: Dossier) -> list[Matter]:
    """Give one lead of each subject and side: several leads of one share its payments."""
    return list({(matter.subject, matter.side): matter for matter in reversed(dossier.matters)}.values())[::-1]


def _of_matter(dossier: Dossier, matter: Matter) -> str:
    own, other = _WORD[matter.side]
    payments = dossier.payments_of(matter)
    far = {payment.receiver if matter.side == "originator" else payment.payer for payment in payments}
    worth = sum((payment.usd.amount for payment in payments if payment.usd), Decimal(0))
    verb, to = ("paid", "to") if own == "payer" else ("was paid", "by")
    when = f", {span(payments[0].at, payments[-1].at)}" if payments else ""
    return (
        f"{LINE}{matter.subject} {name_and_id(dossier.party(matter.subject))} {verb} {money_words(worth, 'USD')} in "
        f"{count(len(payments), 'payment')} {to} {count(len(far), other)}{when}."
    )


def _references(payments: Sequence[Payment], *, together: bool) -> Iterator[str]:
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
        head = f"{LINE}References" if together else "References"
        yield f"{head}, verbatim: {', '.join(shown)}{more}."
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
    if not dossier.further and (accounts := [account_words(account) for account in dossier.the_subject.accounts]):
        yield f"Accounts of the {_WORD[dossier.side][0]}: {listed(accounts, _COUNTERPARTIES)}."
    yield from _beyond(dossier)


def _beyond(dossier: Dossier) -> Iterator[str]:
    for number, near in enumerate(dict.fromkeys(matter.side for matter in dossier.matters)):
        yield from _beyond_side(dossier, near, LINE * bool(number or dossier.further))


def _beyond_side(dossier: Dossier, near: Side, start: str) -> Iterator[str]:
    own = _WORD[near][0]
    parties = {party.key: party for party in dossier.parties}
    shared = [one for one in dossier.circles if one.others and parties[one.counterparty].side != near]
    if not shared:
        return
    yield f"{start}Other {own}s deal with the same counterparties:"
    most = _FEW if Share.of(len(dossier.matters)).brief else _TIES
    largest = sorted(shared, key=lambda circle: -circle.others)[: min(most, _COUNTERPARTIES)]
    told = [
        f"{name_and_id(parties[circle.counterparty])} with {count(circle.others, f'other {own}')}" for circle in largest
    ]
    ties: dict[str, list[Tie]] = {}
    for tie in dossier.ties:
        if parties[tie.other].side == near:
            ties.setdefault(tie.other, []).append(tie)
    strongest = sorted(ties.values(), key=lambda ties: (ties[0].lead is None, -sum(tie.payments for tie in ties)))
    said = [_tie_words(parties[ties[0].other], ties) for ties in strongest]
    yield "; ".join([*told, f"among them {listed(said, most)}"] if said else told) + "."


def _tie_words(other: Party, ties: Sequence[Tie]) -> str:
    also = f", lead {ties[0].lead} of the same run" if ties[0].lead else ""
    shared = f" with {len(ties)} of them" if len(ties) > 1 else ""
    return f"{name_and_id(other)} ({count(sum(tie.payments for tie in ties), 'payment')}{shared}{also})"


def _limits(dossier: Dossier) -> Iterator[str]:
    if missing := dossier.payments_missing:
        whom = "people" if dossier.further else "person"
        yield f"{count(missing, 'further payment').capitalize()} of the same {whom} are not part of this report."
    if abstained := list(_abstained(dossier)):
        of = " of one or the other" if dossier.further else ""
        yield f"Could not be measured{of}: {'; '.join(abstained)}."
    clockless = sum(payment.receiver_local is None for payment in dossier.payments)
    if clockless:
        yield f"The receiver's clock is not known for {count(clockless, 'payment')}."
    worked_out = sum(bool(p.received and p.received.basis != "stated") for p in dossier.payments)
    if worked_out:
        yield "Amounts in the receiver's currency and in US dollars are worked out at the days' reference rates."
    if dossier.origin.data_from and dossier.origin.data_to:
        yield f"The data looked at run from {dossier.origin.data_from[:10]} to {dossier.origin.data_to[:10]}."
    yield f"Prepared on {day(datetime.combine(dossier.dated, time()))} with {dossier.origin.made_by or 'Tanglaw'}."


def _abstained(dossier: Dossier) -> Iterator[str]:
    """Say what could not be measured; of several leads, each cause once."""
    texts = dict.fromkeys(plain(text) for matter in dossier.matters for text in matter.assessment.abstained)
    if not dossier.further:
        yield from texts
        return
    causes: dict[str, list[str]] = {}
    for text in texts:
        what, _, cause = text.partition(": ")
        causes.setdefault(cause, []).append(what)
    for cause, measures in causes.items():
        yield f"{', '.join(measures)}{': ' * bool(cause)}{cause}"
