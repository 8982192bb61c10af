"""``report.pdf``: the dossier as a person reads and prints it. Nothing is fetched from anywhere."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from types import SimpleNamespace
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tanglaw.filings.dossier.completeness import completeness
from tanglaw.filings.dossier.describing import money_words, name_and_id, party_words
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.explaining import about, in_brief
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.money import Money
from tanglaw.filings.dossier.narrative import TITLES
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.dossier.payment import Payment
from tanglaw.filings.dossier.urgency import urgency
from tanglaw.filings.extra import needs
from tanglaw.leads.text import plain, shorten
from tanglaw.leads.words import count, nats, percent, probability, span

LISTED: Final = 300
"""Payments that the report lists; all are in ``payments.csv``, and the report says so."""

_LONG_WORD: Final = re.compile(r"[^\s\u200b]{40}(?=[^\s\u200b])")

_NAME: Final = 40
"""Characters of a name in the list of payments; the list of parties has all of it."""

_WEIGHTY: Final = 0.1
"""Nats from which the report lists a reason one by one; all are in ``evidence.json``, and the report says so."""

_TITLES: Final = 2
"""Patterns that the report's title names."""

_CLIPPED: Final = 400
"""Characters of a reference that the report shows; all of it is in ``payments.csv`` and ``evidence.json``."""


def report_html(dossier: Dossier) -> str:
    """Write the report as HTML, whole in itself."""
    environment = Environment(
        loader=PackageLoader("tanglaw.filings.pack"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_shown,
    )  # fmt: skip
    return environment.get_template("report.html.j2").render(
        style=Markup(_style()),  # noqa: S704 -- the package's own file
        **_content(dossier),
    )


def report_pdf(dossier: Dossier) -> bytes:
    """Make the PDF; the same dossier gives the same bytes on one machine, whose fonts it uses.

    Raises:
        TanglawError: WeasyPrint is not installed.
    """
    weasyprint = needs("weasyprint")
    page = report_html(dossier)
    document = weasyprint.HTML(string=page, url_fetcher=_nothing)
    made: bytes = document.write_pdf(pdf_identifier=hashlib.sha256(page.encode("utf-8")).digest()[:16], pdf_tags=True)
    return made


def _nothing(url: str, *_: object, **__: object) -> None:
    raise ValueError(f"nothing is fetched: {url[:80]}")


def _shown(value: object) -> object:
    """Write text without what steers a reader's screen; markup of the package's own stays.

    Long words get places to break at: looking for them letter by letter takes a hostile reference minutes.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return _LONG_WORD.sub(lambda found: f"{found.group()}\N{ZERO WIDTH SPACE}", plain(value))


@cache
def _style() -> str:
    return files("tanglaw.filings.pack").joinpath("templates", "report.css").read_text(encoding="utf-8")


def _content(dossier: Dossier) -> dict[str, Any]:
    whole = completeness(dossier)
    parties = {party.key: party for party in dossier.parties}
    payments = dossier.payments
    return {
        "d": dossier,
        "filer": dossier.filer.name if dossier.filer else "not said",
        "title": _title(dossier),
        "about": "; ".join(dict.fromkeys(party.standing.capitalize() for party in dossier.subjects)),
        "urgency": urgency(dossier),
        "completeness": whole,
        "missing": [item.what for item in whole.missing],
        "period": span(payments[0].at, payments[-1].at) if payments else "",
        "total": money_words(dossier.total_usd, "USD") + " at the days' reference rates",
        "narrative": [
            SimpleNamespace(title=TITLES[one.topic], lines=[_line(dossier, line) for line in one.text.split("\n")])
            for one in dossier.narrative.current
        ],
        "edited_by": dossier.narrative.edited_by if dossier.narrative.edited is not None else None,
        "parties": [_party(party) for party in dossier.parties],
        "ties": list(_ties(dossier, parties)),
        "circles": [
            f"{name_and_id(parties[one.counterparty])}: {count(one.others, 'other')} in all, {one.listed} listed."
            for one in dossier.circles
            if one.others > one.listed
        ],
        "matters": [_matter(dossier, matter) for matter in dossier.matters],
        "left_out": max(0, len(payments) - LISTED),
        "payments": [_payment(payment, parties) for payment in payments[:LISTED]],
    }  # fmt: skip


def _title(dossier: Dossier) -> str:
    """Give the pattern; of several leads by more than two patterns, how many leads: each has its line below."""
    titles = dict.fromkeys(matter.assessment.pattern_title for matter in dossier.matters)
    return "; ".join(titles) if len(titles) <= _TITLES else f"{len(dossier.matters)} leads reported together"


def _line(dossier: Dossier, text: str) -> SimpleNamespace:
    """Give a line of the narrative: where a lead's part starts it stands out, and what leads on stays with the next."""
    matters = dossier.matters if dossier.further else ()
    names = (name for one in matters for name in (about(dossier, one), in_brief(one)))
    style = "of" if text.startswith(tuple(f"{name}:" for name in names)) else "on" if text.endswith(":") else ""
    return SimpleNamespace(text=text, style=style)


def _matter(dossier: Dossier, matter: Matter) -> SimpleNamespace:
    """Give what the report says of one lead: its score, its reasons, and what tells it from the ordinary."""
    said, ordinary = matter.assessment, matter.assessment.ordinary
    every = (*said.reasons, *said.against)
    weighty = [one for one in every if abs(one.weight) >= _WEIGHTY]
    return SimpleNamespace(
        said=said,
        of=about(dossier, matter) if dossier.further else "",
        score=probability(said.score),
        prior=nats(said.prior),
        for_sum=nats(math.fsum(one.weight for one in said.reasons)),
        against_sum=nats(math.fsum(one.weight for one in said.against)),
        competition=nats(-said.competition),
        odds=nats(said.log_odds),
        reasons=[
            SimpleNamespace(
                weight=nats(one.weight), text=one.text, expected=percent(one.expected), seen=percent(one.seen),
                mark=one.mark, source=one.source,
            )
            for one in weighty
        ],
        reasons_left_out=len(every) - len(weighty),
        ordinary=ordinary.title if ordinary else "",
        contrasts=[
            SimpleNamespace(
                finding=one.finding, pattern=percent(one.pattern), ordinary=percent(one.ordinary),
                weight=nats(one.weight),
            )
            for one in ((*ordinary.why_not, *ordinary.why) if ordinary else ())
        ],
    )  # fmt: skip


def _party(party: Party) -> SimpleNamespace:
    return SimpleNamespace(
        key=party.key, standing=party.standing, protected=party.protected, words=party_words(party), note=party.note,
        payments=f"{party.payments:,}" if party.payments else "",
    )  # fmt: skip


def _ties(dossier: Dossier, parties: dict[str, Party]) -> Iterator[SimpleNamespace]:
    for tie in dossier.ties:
        yield SimpleNamespace(
            counterparty=name_and_id(parties[tie.counterparty]),
            other=name_and_id(parties[tie.other]),
            payments=f"{tie.payments:,}",
            usd=f"{tie.usd.amount:,.2f}" if tie.usd else "",
            span=span(tie.first_seen, tie.last_seen),
            lead=tie.lead or "",
        )


def _payment(payment: Payment, parties: dict[str, Party]) -> SimpleNamespace:
    ends = " → ".join(_short(parties[key]) for key in (payment.payer, payment.receiver))
    reference = payment.reference or ""
    if len(reference) > _CLIPPED:
        reference = f"{reference[:_CLIPPED]}… ({len(payment.reference or ''):,} characters, all in payments.csv)"
    return SimpleNamespace(
        id=payment.payment_id,
        utc=f"{payment.at:%Y-%m-%d %H:%M}" if payment.time_known else f"{payment.at:%Y-%m-%d}",
        payer_clock=f"{payment.payer_local:%Y-%m-%d %H:%M}" if payment.payer_local else "",
        receiver_clock=f"{payment.receiver_local:%Y-%m-%d %H:%M}" if payment.receiver_local else "",
        parties=ends,
        sent=_money(payment.sent),
        received=_money(payment.received),
        usd=f"{payment.usd.amount:,.2f}" if payment.usd else "",
        way=_joined([payment.rail, payment.institution]),
        reference=reference,
    )


def _short(party: Party) -> str:
    return f"{party.key} {shorten(plain(party.names[0]), _NAME)}" if party.names else party.key


def _money(money: Money | None) -> str:
    return "" if money is None else money_words(money.amount, money.currency)


def _joined(parts: Sequence[str | None]) -> str:
    return ", ".join(part.replace("_", " ") for part in parts if part)
