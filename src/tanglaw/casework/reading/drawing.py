"""A lead as its page shows it: the report's words and drawings, over what the workspace knows of the people in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl
from django.db.models import F, Window
from django.db.models.functions import RowNumber

from tanglaw.casework.intake.content import unpack
from tanglaw.casework.models import Appearance, Lead, User, Version
from tanglaw.casework.reading import names, visible
from tanglaw.casework.reading.payments import PAGE
from tanglaw.casework.sealing.blind import blind
from tanglaw.leads import words
from tanglaw.leads.lead import Lead as Finding
from tanglaw.leads.report.article import Article, Drawer, Elsewhere
from tanglaw.leads.report.parties import OTHER_SIDE, WORD
from tanglaw.leads.shield import WITHHELD, Party, Shield
from tanglaw.leads.text import clip, initials, mask_contact, plain

_MOST_PARTIES = 60
_MOST_POINTS = 200  # of the timeline: more than a screen tells apart
_MOST_LEADS = 6  # of one party: an agent may appear in hundreds
_SHOWN = ("lead_id", "role", "subject_index", "pattern_title", "state")  # of another lead; to read all takes longer


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody on the other side, and the leads they appear in."""

    party: str
    name: str
    places: str
    payments: int
    usd: str
    span: str
    protected: bool
    leads: Sequence[Lead]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A lead ready to be shown.

    Attributes:
        open: names are shown to this reader.
        same: other leads of the same person.
        counterparts: the other side, most payments first; ``more`` are not listed.
        everybody: who is protected in this workspace, whatever is shown here.
    """

    finding: Finding
    payments: pl.DataFrame
    article: Article
    open: bool
    same: Sequence[Lead]
    counterparts: Sequence[Counterpart]
    more: int
    everybody: Shield


def draw(lead: Lead, version: Version, *, unmasked: bool, reader: User) -> Drawn:
    """Draw one version of a lead, names withheld unless `unmasked`, with those other leads that `reader` may see."""
    finding, payments = unpack(version.content, lead.pk)
    # Protection outlives the run that found it, and covers the person under every pattern.
    finding = replace(finding, protect=lead.protect)
    everybody = names.shield()
    shield = Shield.over({}) if unmasked else everybody
    elsewhere = _elsewhere(lead, _parties(finding, payments), reader)
    met = {party: [other.pk for other in others] for party, others in elsewhere.items()}
    places = {other.pk: f"/leads/{other.lead_id}" for others in elsewhere.values() for other in others}
    shown = replace(finding, protect=False, name=_own_name(finding, payments)) if unmasked else finding
    drawer = Drawer(shield, payments, [shown], elsewhere=Elsewhere(met, places), most=(PAGE, _MOST_POINTS))
    article = drawer.draw(shown)
    parties, more = _counterparts(finding, payments, elsewhere, everybody, unmasked=unmasked)
    own = [other for subject in finding.subject_ids for other in elsewhere.get((finding.role, subject), [])]
    theirs = {blind(finding.role, subject) for subject in finding.subject_ids}
    same = [other for other in own if other.role == lead.role and other.subject_index in theirs]
    return Drawn(finding, payments, article, unmasked, same, parties, more, everybody)


def _parties(finding: Finding, payments: pl.DataFrame) -> set[Party]:
    sides = [(role, one) for role in OTHER_SIDE for one in payments[f"{role}_id"].unique().to_list()]
    return {*sides, *((finding.role, subject) for subject in finding.subject_ids)}


def _elsewhere(lead: Lead, parties: Iterable[Party], reader: User) -> dict[Party, list[Lead]]:
    """Find the leads that each party of this one appears in, itself left out: the most pressing of each."""
    indexed = {blind(*party): party for party in sorted(parties)}
    place = Window(RowNumber(), partition_by=["index"], order_by=[F("lead__attention").desc(), "lead_id"])
    found: dict[Party, list[Lead]] = {}
    indexes = list(indexed)
    for start in range(0, len(indexes), 500):
        rows = list(
            visible.of_leads(Appearance.objects.filter(index__in=indexes[start : start + 500]), reader)
            .exclude(lead=lead)
            .annotate(place=place)
            .filter(place__lte=_MOST_LEADS)
            .order_by("place")
            .values_list("index", "lead_id")
        )
        # Read by themselves: the database would carry all of them through its numbering, for each appearance.
        others = Lead.objects.only(*_SHOWN).in_bulk({other for _, other in rows})
        for index, other in rows:
            if other in others:  # not deleted in between
                found.setdefault(indexed[index], []).append(others[other])
    return found


def _counterparts(
    finding: Finding,
    payments: pl.DataFrame,
    elsewhere: Mapping[Party, Sequence[Lead]],
    shield: Shield,
    *,
    unmasked: bool,
) -> tuple[list[Counterpart], int]:
    role = OTHER_SIDE[finding.role]
    grouped = (
        payments.group_by(pl.col(f"{role}_id").alias("party"))
        .agg(
            payments=pl.len(),
            names=pl.col(f"{role}_name").drop_nulls().unique().sort(),
            cities=pl.col(f"{role}_city").drop_nulls().unique().sort(),
            countries=pl.col(f"{role}_country").drop_nulls().unique().sort(),
            usd=pl.col("usd").sum(),
            first=pl.col("executed_at").min(),
            last=pl.col("executed_at").max(),
        )
        .sort(["payments", "party"], descending=[True, False])
    )
    listed = [
        Counterpart(
            party=plain(row["party"]) if unmasked else mask_contact(row["party"]),
            name=_name(row["names"], protected=shield.covers(role, row["party"]), unmasked=unmasked),
            places=", ".join(clip(plain(place), 40) for place in [*row["cities"][:3], *row["countries"][:3]]),
            payments=row["payments"],
            usd=words.usd(row["usd"]),
            span=words.span(row["first"], row["last"]),
            protected=shield.covers(role, row["party"]),
            leads=elsewhere.get((role, row["party"]), []),
        )
        for row in grouped.head(_MOST_PARTIES).iter_rows(named=True)
    ]
    return listed, grouped.height - len(listed)


def _own_name(finding: Finding, payments: pl.DataFrame) -> str | None:
    """Return the names that the payments record of the subject: the lead itself holds none of a protected person."""
    own = payments.filter(pl.col(f"{finding.role}_id").is_in(finding.subject_ids))
    return "; ".join(own[f"{finding.role}_name"].drop_nulls().unique().sort()) or finding.name


def _name(recorded: Sequence[str], *, protected: bool, unmasked: bool) -> str:
    """Write a counterparty's names out only for who gave a reason; a receiver may be a child though no lead says so."""
    if not recorded:
        return "not recorded"
    if unmasked:
        return clip("; ".join(plain(name) for name in recorded), 160)
    return WITHHELD if protected else initials(recorded[0])


def side_words(finding: Finding) -> tuple[str, str]:
    """Return what the subject and the other side are called: payer and receiver, or the other way round."""
    return WORD[finding.role], WORD[OTHER_SIDE[finding.role]]
