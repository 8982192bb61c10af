"""The site as a WSGI application, for a server of the institution's own choice."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tanglaw.casework.settings")
application = get_wsgi_application()
