"""Brings a workspace up: keys, database, Django, and the one process that serves it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from tanglaw.casework.site.earlier_steps import recognise
from tanglaw.casework.site.environment import Environment
from tanglaw.casework.site.keys import make_keys
from tanglaw.common.errors import TanglawError

_SETTINGS: Final = "tanglaw.casework.settings"


def prepare(variables: dict[str, str]) -> Environment:
    """Make what is missing – folder, keys, tables – and load Django; everything may be there already.

    Args:
        variables: go before those of the process's own environment.

    Raises:
        FaultsError: variables that cannot be used.
        TanglawError: the folder or the database cannot be used.
    """
    os.environ.update(variables)
    environment = Environment.read(os.environ)
    try:
        environment.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_keys(environment)
    except OSError as error:
        raise TanglawError(f"{environment.data}: {error.strerror}; expected a folder that may be written.") from error
    load()
    _migrate()
    _hold_to_masters()
    return environment


def load() -> None:
    """Load Django with this process's environment.

    Raises:
        TanglawError: the libraries of the extra are not installed.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = _SETTINGS
    try:
        import django  # noqa: PLC0415 -- the extra may be missing
    except ImportError as error:
        raise TanglawError("The workspace needs further packages: pip install 'tanglaw[web]'.") from error
    django.setup()


def _migrate() -> None:
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import DatabaseError, connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    try:
        executor = MigrationExecutor(connection)
        recognise(executor)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        raise TanglawError(f"The database does not answer as it should: {str(error).splitlines()[0]}") from error
    if connection.vendor == "sqlite":
        os.chmod(connection.settings_dict["NAME"], 0o600)  # noqa: PTH101 -- a name, not a path


def _hold_to_masters() -> None:
    """Refuse to go on without the keys that records are sealed under: what is written then would fit no backup."""
    from tanglaw.casework.sealing.rotation import missing_masters  # noqa: PLC0415

    if missing := missing_masters():
        raise TanglawError(
            f"Found no master key {', '.join(missing)} in the folder keys; expected every key that records are sealed "
            "under. Put back the folder's backup; nothing was changed."
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check of the set-up found."""

    level: str
    id: str
    message: str
    hint: str


def check() -> list[Finding]:
    """Check the set-up as for production: Django's own checks and the workspace's."""
    from django.core import checks  # noqa: PLC0415

    found: Iterable[checks.CheckMessage] = checks.run_checks(include_deployment_checks=True)
    names = {checks.ERROR: "error", checks.CRITICAL: "error", checks.WARNING: "warning"}
    return [
        Finding(names.get(one.level, "note"), one.id or "", str(one.msg).strip(), str(one.hint or "").strip())
        for one in found
        if not one.is_silenced()
    ]


def serve(host: str, port: int, threads: int) -> None:
    """Serve until told to stop: one worker process with threads, watched over by gunicorn.

    Raises:
        TanglawError: the address cannot be used.
    """
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415

    options: dict[str, Any] = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": 1,
        "worker_class": "gthread",
        "threads": threads,
        "timeout": 120,
        "graceful_timeout": 20,
        "accesslog": None,
        "loglevel": "warning",
        "forwarded_allow_ips": "",
        "limit_request_line": 4094,
        "control_socket_disable": True,
    }

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
        """The server, with these options and no others."""

        def load_config(self) -> None:
            for name, value in options.items():
                if name in self.cfg.settings and value is not None:
                    self.cfg.set(name, value)

        def load(self) -> Any:  # noqa: ANN401
            from tanglaw.casework.wsgi import application  # noqa: PLC0415, I001 -- the models, which the next needs
            from tanglaw.casework.site.warming import keep_warm  # noqa: PLC0415

            keep_warm()
            return application

    from django.db import connections  # noqa: PLC0415

    connections.close_all()  # nothing that is open may be shared with the worker
    sys.stdout.flush()
    Server().run()
