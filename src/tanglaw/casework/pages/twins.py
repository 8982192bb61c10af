"""Every page has a twin for programs: its address with ``.json`` at the end, the same view and permissions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from tanglaw.casework.pages.allowed import View


def answer(
    request: HttpRequest, template: str, data: Mapping[str, Any], more: Mapping[str, Any] | None = None
) -> HttpResponse:
    """Answer with the page, or with its data where the address ends in ``.json``.

    Args:
        request: whose address says which of the two is wanted.
        template: the page's template.
        data: what both show; plain data, nothing that the page would not show.
        more: what only the page needs: objects to draw, forms.
    """
    if is_twin(request):
        # No indentation: it would keep Python from its fast encoder, and a lead's data is mostly this.
        return JsonResponse(dict(data), json_dumps_params={"ensure_ascii": False})
    return render(request, template, {**data, **(more or {})})


def is_twin(request: HttpRequest) -> bool:
    """Whether a page's data is asked for, not the page."""
    return request.path.endswith(".json")


def twin(route: str, view: View, name: str) -> list[URLPattern]:
    """Make the addresses of a page and of its twin."""
    return [path(route, view, name=name), path(f"{route}.json", view, name=f"{name}.json")]
