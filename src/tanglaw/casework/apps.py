"""The application as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Casework(AppConfig):
    """Casework's models, permissions and signals."""

    name = "tanglaw.casework"
    label = "casework"
    verbose_name = "Casework"

    def ready(self) -> None:
        """Connect what listens to sign-ins, and publish the table of permissions."""
        from tanglaw.casework import permissions  # noqa: PLC0415 -- models must be loaded first
        from tanglaw.casework.audit import listening  # noqa: PLC0415
        from tanglaw.casework.site import (  # noqa: PLC0415
            deployment,  # noqa: F401 -- registers its checks
            ways_back,
        )

        permissions.publish()
        listening.connect()
        ways_back.connect()
