"""One lead in full: everything its article in the report says and draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tanglaw.leads import words
from tanglaw.leads.accounts import with_entities
from tanglaw.leads.joined import apart, heading
from tanglaw.leads.lead import Lead
from tanglaw.leads.report import listing
from tanglaw.leads.report.evidence import Evidence, Term, account, shares
from tanglaw.leads.report.ledger import Entry, entries
from tanglaw.leads.report.legend import Legend
from tanglaw.leads.report.network import Counterparty, Network
from tanglaw.leads.report.parties import OTHER_SIDE, WORD, counterparties, meetings
from tanglaw.leads.report.timeline import SHAPES, Moment, Timeline, night_share
from tanglaw.leads.shield import Party, Shield
from tanglaw.leads.text import clip, plain

ENTRIES: Final = (5_000, 20, 100)
POINTS: Final = (16_000, 80, 600)
"""How many payments all leads' tables, and all timelines, may hold together; the least and the most a lead gets."""


@dataclass(frozen=True, slots=True)
class Article:
    """What the template needs of one lead; every text in it may be shown."""

    lead: Lead
    anchor: str
    protected: bool
    heading: str
    account: str
    headline: str
    joined: str
    joined_because: list[str]
    facts: str
    word: str
    other_word: str
    evidence: Evidence
    terms: list[Term]
    shares: tuple[float, float, float]
    urgency_reasons: list[str]
    abstained: list[str]
    timeline: Timeline | None
    unit: str
    legend: list[Legend]
    drawn: int
    timeline_words: str
    network: Network | None
    shared: list[tuple[Counterparty, list[tuple[int, str]]]]
    entries: list[Entry]
    held: int
    group: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else the parties of a lead appear, for who draws a lead without having all the others at hand.

    Attributes:
        met: the ranks of the leads that each party appears in.
        places: where the lead of each such rank is shown.
    """

    met: Mapping[Party, Sequence[int]]
    places: Mapping[int, str]


class Drawer:
    """Draws leads, knowing all leads that are shown: what they share, and how much room each may take.

    `groups`: anchor and rank of a lead's group, by lead id. `most`: payments that a table and a timeline may hold,
    where there is less room than in a report.
    """

    def __init__(
        self,
        shield: Shield,
        payments: pl.DataFrame,
        leads: Sequence[Lead],
        groups: Mapping[str, tuple[str, int]] | None = None,
        elsewhere: Elsewhere | None = None,
        *,
        most: tuple[int, int] | None = None,
    ) -> None:
        self.anchors = {lead.lead_id: f"lead-{number}" for number, lead in enumerate(leads, 1)}
        self._shield = shield
        self._payments = payments = with_entities(payments)
        wanted = payments.filter(pl.col("lead_id").is_in(list(self.anchors)))
        self._by_lead = {key[0]: rows for key, rows in wanted.partition_by("lead_id", as_dict=True).items()}
        own = Elsewhere(meetings(leads, wanted), {lead.rank: self.anchors[lead.lead_id] for lead in leads})
        self._elsewhere = elsewhere or own
        self._entries, self._points = most or (_room(ENTRIES, len(leads)), _room(POINTS, len(leads)))
        self._groups = groups or {}

    def draw(self, lead: Lead) -> Article:
        """Put one lead into words and drawings."""
        shield = self._shield
        parties = [(lead.role, subject) for subject in lead.subject_ids]
        payments = self._by_lead.get(lead.lead_id, self._payments.clear()).sort("executed_at", "payment_id")
        others = counterparties(lead, payments, self._elsewhere.met, shield)
        drawn = payments.gather_every(-(-payments.height // self._points)) if payments.height else payments
        word, other_word = WORD[lead.role], WORD[OTHER_SIDE[lead.role]]
        timeline = Timeline.of(_moments(lead, drawn, others)) if drawn.height else None

        def said(texts: Sequence[str]) -> list[str]:
            return [clip(plain(shield.scrub(text, parties)), 300) for text in texts]

        return Article(
            lead=lead,
            anchor=self.anchors[lead.lead_id],
            protected=shield.covers_lead(lead),
            heading=listing.shown_name(lead, shield),
            account=listing.account(lead),
            headline=f"Payment pattern consistent with {words.sentence_middle(plain(lead.pattern_title))}",
            joined=heading(lead),
            joined_because=said(lead.joined_because),
            facts=_facts(lead, other_word),
            word=word,
            other_word=other_word,
            evidence=Evidence.of(lead, shield),
            terms=account(lead, shield),
            shares=shares(lead),
            urgency_reasons=said(lead.urgency_reasons),
            abstained=said(lead.abstained),
            timeline=timeline,
            unit=_unit(drawn),
            legend=_legend(others, other_word),
            drawn=drawn.height,
            timeline_words=_timeline_words(lead, payments, others, other_word),
            network=Network.of(others, word) if others else None,
            shared=[
                (one, [(rank, self._elsewhere.places[rank]) for rank in one.others]) for one in others if one.others
            ][:12],
            entries=entries(lead, payments.tail(self._entries).rows(named=True), shield),
            held=payments.height,
            group=self._groups.get(lead.lead_id),
        )


def _room(bounds: tuple[int, int, int], leads: int) -> int:
    together, least, most = bounds
    return min(max(together // max(leads, 1), least), most)


def _facts(lead: Lead, other_word: str) -> str:
    preposition = "to" if lead.role == "originator" else "from"
    said = (
        f"{words.count(lead.payments, 'payment')} {preposition} {words.count(lead.counterparties, other_word)}, "
        f"{words.usd(lead.total_usd)} in all, {words.span(lead.first_seen, lead.last_seen)}, "
        f"{plain(lead.corridor).replace('→', ' → ')}"
    )
    return f"{said}. {apart(lead)}" if lead.other_payments else said


def _moments(lead: Lead, payments: pl.DataFrame, others: Sequence[Counterparty]) -> list[Moment]:
    role = OTHER_SIDE[lead.role]
    place = {party.identifier: min(number, len(SHAPES) - 1) for number, party in enumerate(others)}
    label = {party.identifier: party.label for party in others}
    in_usd = _unit(payments) == "US$"

    def moment(row: dict[str, Any]) -> Moment:
        paid = words.money(row["amount"], plain(row["currency"]))
        when = words.minute(row["originator_local"] or row["executed_at"])
        return Moment(
            row["executed_at"],
            row["originator_local"],
            row["usd"] if in_usd else float(row["amount"]),
            place[row[f"{role}_entity"]],
            f"{when}: {paid}, {label[row[f'{role}_entity']]}",
        )

    return [moment(row) for row in payments.iter_rows(named=True)]


def _unit(payments: pl.DataFrame) -> str:
    """Say what sums are drawn in: US dollars, unless no rate is known and the currency is one throughout."""
    currencies = payments["currency"].unique()
    return plain(currencies[0]) if payments["usd"].count() == 0 and len(currencies) == 1 else "US$"


def _legend(others: Sequence[Counterparty], other_word: str) -> list[Legend]:
    named = len(SHAPES) if len(others) <= len(SHAPES) else len(SHAPES) - 1
    legend = [Legend(SHAPES[place], party.label, party.payments) for place, party in enumerate(others[:named])]
    rest = others[named:]
    if rest:
        payments = sum(party.payments for party in rest)
        legend.append(Legend(SHAPES[-1], words.count(len(rest), f"other {other_word}"), payments))
    return legend


def _timeline_words(lead: Lead, payments: pl.DataFrame, others: Sequence[Counterparty], other_word: str) -> str:
    preposition = "to" if lead.role == "originator" else "from"
    said = [words.count(payments.height, "payment"), words.span(lead.first_seen, lead.last_seen)]
    counted = f"{', '.join(said)}, {preposition} {words.count(len(others), other_word)}."
    nights = night_share(payments["originator_local"].drop_nulls().to_list())
    if nights is None:
        return f"{counted} The payer's local time is not known."
    return f"{counted} {words.percent(nights)} were made between 22:00 and 06:00, payer's local time."
