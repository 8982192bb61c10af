"""Headers that no library sets: nothing personal stays in caches, no page uses a camera."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

_SIGN_OUT: Final = "/sign-in/logout/"


class Headers:
    """Adds them to every answer but the site's own static files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then add."""
        response = self.get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Robots-Tag", "noindex, nofollow, noarchive")
        if not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store"
        if request.path == _SIGN_OUT and request.method == "POST":
            response.headers["Clear-Site-Data"] = '"cache"'
        return response
