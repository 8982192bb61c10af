"""The environment that this process was started with."""

from __future__ import annotations

from typing import Final

from django.conf import settings

from tanglaw.casework.site.environment import Environment

_NAME: Final = "TANGLAW"


def current() -> Environment:
    """Return the environment as Django's settings hold it, so that tests can put another in its place."""
    found: Environment = getattr(settings, _NAME)
    return found
