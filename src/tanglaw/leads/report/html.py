"""Puts the report together: words and figures into the template, styles and script into the file, a policy over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl
from markupsafe import Markup

from tanglaw.leads.groups.group import Group
from tanglaw.leads.lead import Lead
from tanglaw.leads.report.article import Article, Drawer
from tanglaw.leads.report.group_article import DETAILED as DETAILED_GROUPS
from tanglaw.leads.report.group_article import GroupArticle, GroupDrawer
from tanglaw.leads.report.listing import Row, listing
from tanglaw.leads.report.shell import asset, environment, policy
from tanglaw.leads.report.summary import Summary
from tanglaw.leads.shield import Shield

DETAILED: Final = 200
"""Leads shown in full; the rest are rows of a table. Possible victims may take up to half, and what either group leaves
free falls to the other."""


@dataclass(frozen=True, slots=True)
class Section:
    """Possible victims, or subjects of review: those shown in full and those in the closing table."""

    index: list[Row]
    articles: list[Article]
    rest: list[Row]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of leads that belong together: those shown in full, and how many more there are."""

    articles: list[GroupArticle]
    more: int


def write_report(
    path: Path,
    run: Mapping[str, object],
    leads: Sequence[Lead],
    payments: pl.DataFrame,
    groups: Sequence[Group] = (),
) -> None:
    """Write the report as one self-contained HTML file.

    Args:
        path: the file to write.
        run: what ``run.json`` holds; :class:`~tanglaw.leads.report.summary.Summary` says which keys are used, and any
            may be absent.
        leads: in rank order.
        payments: the leads' payments, columns of ``lead_payments.parquet``.
        groups: of these leads, in rank order.

    Names of protected people, and names of anybody who is no subject of review, are masked in the file's source itself.
    The same input gives the same bytes.
    """
    shield = Shield.of(leads, payments)
    victims = [lead for lead in leads if shield.covers_lead(lead)]
    subjects = [lead for lead in leads if not shield.covers_lead(lead)]
    room = max(DETAILED // 2, DETAILED - len(subjects))
    shown_victims = victims[:room]
    shown_subjects = subjects[: DETAILED - len(shown_victims)]
    shown_groups = groups[:DETAILED_GROUPS]
    anchors = {group.group_id: f"group-{number}" for number, group in enumerate(shown_groups, 1)}
    of_lead = {m.lead_id: (anchors[group.group_id], group.rank) for group in shown_groups for m in group.members}
    drawer = Drawer(shield, payments, [*shown_victims, *shown_subjects], of_lead)
    grouped = GroupDrawer(shield, payments, leads, drawer.anchors)

    style, script = asset("report.css") + asset("groups.css"), asset("report.js")
    template = environment().get_template("report.html.j2")
    stream = template.stream(
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704 -- the package's own file
        script=Markup(script),  # noqa: S704 -- the package's own file
        summary=Summary.of(run, leads, shield),
        victims=_section(victims, shown_victims, drawer, shield),
        subjects=_section(subjects, shown_subjects, drawer, shield),
        groups=Groups(
            [grouped.draw(one, anchors[one.group_id]) for one in shown_groups], len(groups) - len(shown_groups)
        ),
    )
    stream.enable_buffering(64)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(stream)


def _section(leads: Sequence[Lead], shown: Sequence[Lead], drawer: Drawer, shield: Shield) -> Section:
    return Section(
        index=listing(shown, shield, drawer.anchors),
        articles=[drawer.draw(lead) for lead in shown],
        rest=listing(leads[len(shown) :], shield, drawer.anchors),
    )
