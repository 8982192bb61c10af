"""One group in full: everything its article in the report says and draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tanglaw.leads import words
from tanglaw.leads.accounts import with_entities
from tanglaw.leads.groups import phrases
from tanglaw.leads.groups.group import Group, Member
from tanglaw.leads.lead import Lead
from tanglaw.leads.report import listing
from tanglaw.leads.report.group_network import GroupNetwork
from tanglaw.leads.report.legend import Legend
from tanglaw.leads.report.timeline import SHAPES, Moment, Timeline, night_share
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import clip, mask_contact, plain, shorten

DETAILED: Final = 40
"""Groups shown in full; the rest are in ``groups.csv``."""

POINTS: Final = 400
TIES: Final = 12
SHARED: Final = 8


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member as a row of a table; ``anchor`` is empty when its lead is not shown in full."""

    member: Member
    anchor: str
    account: str
    name: str
    word: str
    standing: str
    place: str
    seen_by: str


@dataclass(frozen=True, slots=True)
class ViewRow:
    """What an institution, or a corridor, sees."""

    name: str
    payers: int
    receivers: int
    payments: int
    usd: str
    share: float


@dataclass(frozen=True, slots=True)
class GroupArticle:
    """What the template needs of one group; every text in it may be shown."""

    group: Group
    anchor: str
    title: str
    made_of: str
    victims: int
    facts: str
    score: str
    members: list[MemberRow]
    ties: list[str]
    more_ties: int
    joined: list[str]
    beyond: str
    shared: list[str]
    more_shared: int
    institutions: str
    views: list[ViewRow]
    corridors: list[ViewRow]
    timeline: Timeline | None
    legend: list[Legend]
    unit: str
    drawn: int
    timeline_words: str
    network: GroupNetwork
    network_words: str


class GroupDrawer:
    """Draws groups, knowing which leads are shown in full and where."""

    def __init__(
        self, shield: Shield, payments: pl.DataFrame, leads: Sequence[Lead], anchors: Mapping[str, str]
    ) -> None:
        self._shield = shield
        self._payments = payments
        self._leads = {lead.lead_id: lead for lead in leads}
        self._anchors = anchors

    def draw(self, group: Group, anchor: str) -> GroupArticle:
        """Put one group into words and drawings."""
        rows = self._rows(group)
        drawn = rows.gather_every(-(-rows.height // POINTS)) if rows.height else rows
        called: dict[tuple[str, str], str] = {}
        for one in group.shared:
            called[one.role, one.entity_id] = shorten(mask_contact(one.entity_id), 14)
        for member in group.members:
            called[member.role, member.entity_id] = f"Lead {member.rank}"
        names = {member.lead_id: f"lead {member.rank}" for member in group.members}
        role = "originator" if group.payers >= group.receivers else "beneficiary"
        network = GroupNetwork.of(group, _paid(rows), called)
        moments, legend = _moments(drawn, role, called)
        return GroupArticle(
            group=group,
            anchor=anchor,
            title=words.sentence_middle(plain(group.title)),
            made_of=phrases.made_of(group),
            victims=sum(member.protect for member in group.members),
            facts=phrases.facts(group),
            score=phrases.score(group),
            members=[self._member(member) for member in group.members],
            ties=[phrases.tie(tie, names) for tie in group.ties[:TIES]],
            more_ties=max(len(group.ties) - TIES, 0),
            joined=[clip(plain(self._shield.scrub(text)), 300) for text in group.joined_because[:TIES]],
            beyond=phrases.beyond(group) if group.beyond else "",
            shared=[phrases.shared(one, shorten(mask_contact(one.entity_id), 22)) for one in group.shared[:SHARED]],
            more_shared=max(len(group.shared) - SHARED, 0),
            institutions=phrases.institutions(group),
            views=_views(group, "views"),
            corridors=_views(group, "corridors"),
            timeline=Timeline.of(moments) if moments else None,
            legend=legend,
            unit="US$",
            drawn=drawn.height,
            timeline_words=_timeline_words(group, rows),
            network=network,
            network_words=_network_words(group, network),
        )

    def _rows(self, group: Group) -> pl.DataFrame:
        """Give the group's payments, each once, in order of time, with the entities of both sides."""
        wanted = self._payments.filter(
            pl.col("payment_id").is_in(group.payment_ids)
            & pl.col("lead_id").is_in([member.lead_id for member in group.members])
        )
        return with_entities(wanted).unique("payment_id", keep="first").sort("executed_at", "payment_id")

    def _member(self, member: Member) -> MemberRow:
        lead = self._leads[member.lead_id]
        return MemberRow(
            member=member,
            anchor=self._anchors.get(member.lead_id, ""),
            account=listing.account(lead),
            name=listing.shown_name(lead, self._shield),
            word=phrases.ROLE[member.role],
            standing=phrases.standing(member),
            place=phrases.place(member),
            seen_by=", ".join(clip(plain(name), 40) for name in member.institutions[:4]) or "not recorded",
        )


def _views(group: Group, name: str) -> list[ViewRow]:
    return [
        ViewRow(
            clip(plain(view.name), 60).replace("→", " → "), view.payers, view.receivers, view.payments,
            words.usd(view.usd), view.payments / group.payments,
        )
        for view in getattr(group, name)[:10]
    ]  # fmt: skip


def _moments(rows: pl.DataFrame, role: str, called: Mapping[tuple[str, str], str]) -> tuple[list[Moment], list[Legend]]:
    """Place payments by the side that has more parties, the most frequent party first."""
    counted = rows.group_by(f"{role}_entity").len().sort(["len", f"{role}_entity"], descending=[True, False]).rows()
    named = len(SHAPES) if len(counted) <= len(SHAPES) else len(SHAPES) - 1
    place = {party: min(number, named) for number, (party, _) in enumerate(counted)}
    # A party that is neither member nor shared is one side of a payment that its lead alone has.
    label = {party: called.get((role, party), shorten(mask_contact(party), 22)) for party, _ in counted}

    def moment(row: dict[str, Any]) -> Moment:
        when = words.minute(row["originator_local"] or row["executed_at"])
        paid = words.money(row["amount"], plain(row["currency"]))
        party = row[f"{role}_entity"]
        return Moment(
            row["executed_at"], row["originator_local"], row["usd"], place[party], f"{when}: {paid}, {label[party]}"
        )

    legend = [Legend(SHAPES[at], label[party], number) for at, (party, number) in enumerate(counted[:named])]
    if rest := counted[named:]:
        legend.append(
            Legend(SHAPES[-1], words.count(len(rest), f"other {phrases.ROLE[role]}"), sum(n for _, n in rest))
        )
    return [moment(row) for row in rows.iter_rows(named=True)], legend


def _timeline_words(group: Group, rows: pl.DataFrame) -> str:
    when = words.span(group.first_seen, group.last_seen)
    said = f"{words.count(group.payments, 'payment')}, {when}, among {phrases.made_of(group)}."
    nights = night_share(rows["originator_local"].drop_nulls().to_list())
    if nights is None:
        return f"{said} The payers' local time is not known."
    return f"{said} {words.percent(nights)} were made between 22:00 and 06:00, payer's local time."


def _paid(rows: pl.DataFrame) -> dict[tuple[str, str], int]:
    counted = rows.group_by("originator_entity", "beneficiary_entity").len()
    return {(payer, receiver): number for payer, receiver, number in counted.iter_rows()}


def _network_words(group: Group, network: GroupNetwork) -> str:
    said = "Payers on the left, receivers on the right; the wider a line, the more payments."
    if network.same:
        said += " A dashed line joins those of one household or person."
    if group.protect:
        said += " A square is a possible victim."
    return said + (" A hollow dot is no member." if network.beside else "")
