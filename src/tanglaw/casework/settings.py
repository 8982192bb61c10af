"""Django's settings: what :func:`tanglaw.casework.site.settings.settings` makes of this process's environment."""

from __future__ import annotations

import os

from tanglaw.casework.site.environment import Environment
from tanglaw.casework.site.settings import settings

TANGLAW: Environment = Environment.read(os.environ)
globals().update(settings(TANGLAW))
