"""Rows of long tables, drawn by Jinja2: Django's own templates take several times as long for each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from tanglaw.casework.templatetags import shown

register = template.Library()


@register.simple_tag(takes_context=True)
def rows(context: dict[str, Any], name: str, of: Iterable[object], **more: object) -> SafeString:
    """Draw the rows of ``tables/NAME.html.j2``: ``{% rows "payments" article.entries %}``. Everything is escaped.

    Args:
        context: of the page; who reads and their token of forms are handed on.
        name: of the table.
        of: what each row shows.
        more: what the rows need besides.
    """
    said = {"rows": of, "user": context.get("user"), "csrf_token": context.get("csrf_token"), **more}
    return SafeString(_table(name).render(said))  # nosec B703 -- the templates escape


@cache
def _table(name: str) -> Template:
    return _environment().get_template(f"{name}.html.j2")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("tanglaw.casework", "templates/tables"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(shown.register.filters)  # a figure is written alike wherever it stands
    made.globals["url"] = lambda view, *of: reverse(view, args=of)
    return made
