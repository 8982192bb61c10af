"""Filters and tags of the pages: figures in the report's words, drawings by the report's own templates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString
from jinja2 import Template

from tanglaw.casework.models import Lead
from tanglaw.casework.pages import rows
from tanglaw.casework.permissions import name_of
from tanglaw.leads import words
from tanglaw.leads.report.shell import environment
from tanglaw.leads.text import plain as plain_text

register = template.Library()

register.filter("probability", words.probability)
register.filter("percent", words.percent)
register.filter("urgency_word", words.urgency)
register.filter("usd", words.usd)
register.filter("day", words.day)
register.filter("plain", plain_text)
register.filter("nats", words.nats)


@register.filter
def minute(at: datetime | None) -> str:
    """Write an instant to the minute, UTC."""
    return f"{words.minute(at)} UTC" if at else "–"


@register.filter
def clock(at: datetime) -> str:
    """Write an instant's time of day, UTC."""
    return f"{at:%H:%M}"


@register.filter
def account(lead: Lead) -> str:
    """Write the account a lead is about, as it may be shown."""
    return rows.account(lead)


@register.filter
def counted(number: int, noun: str) -> str:
    """Write ``1 payment``, ``14 payments``."""
    return words.count(number, noun)


@register.filter
def lines(values: Iterable[str]) -> str:
    """Write one value a line, as a form takes them."""
    return "\n".join(values)


@register.filter
def due_words(due: datetime) -> str:
    """Say how long there is, or how long it has been: one unit, rounded down."""
    seconds = (due - timezone.now()).total_seconds()
    days, hours = divmod(int(abs(seconds)) // 3600, 24)
    length = f"{days} d" if days else f"{hours} h" if hours else "under 1 h"
    return f"{length} over" if seconds < 0 else f"in {length}" if days or hours else "within 1 h"


@register.filter
def overdue(due: datetime) -> bool:
    """Tell whether a moment is past."""
    return due < timezone.now()


@register.simple_tag(takes_context=True)
def may(context: dict[str, Any], kind: str, action: str, it: object = None) -> bool:
    """Tell whether the reader may do this, so that a page offers nothing that would be refused."""
    return bool(context["user"].has_perm(name_of(kind, action), it))


@register.simple_tag
def drawn(what: str, *given: object) -> SafeString:
    """Draw with a macro of the report: ``{% drawn "timeline" article %}``. The macros escape what they are given."""
    return SafeString(getattr(_macros("drawings.html.j2"), what)(*given))  # nosec B703 -- the macros escape


@register.simple_tag
def reason(bar: object, zero: str, side: str) -> SafeString:
    """Draw one reason as the report does."""
    return SafeString(_macros("lead.html.j2").reason(bar, zero, side))  # nosec B703


@cache
def _macros(name: str) -> Any:  # noqa: ANN401 -- a module that the template engine makes
    loaded: Template = environment().get_template(name)
    return loaded.module
