"""The ``tanglaw`` command: finds one module a command in this package and hands over."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys

import typer

import tanglaw.cli
from tanglaw.common.errors import TanglawError, UsageError

_NOT_COMMANDS = {"main"}


def build() -> typer.Typer:
    """Make the application from every module in :mod:`tanglaw.cli` that has a ``register(app)``."""
    app = typer.Typer(
        name="tanglaw",
        help="Find payments consistent with online child sexual exploitation, and say why.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for module in sorted(pkgutil.iter_modules(tanglaw.cli.__path__), key=lambda found: found.name):
        if module.name not in _NOT_COMMANDS and not module.name.startswith("_"):
            importlib.import_module(f"tanglaw.cli.{module.name}").register(app)
    return app


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 the work failed, 2 bad usage."""
    # Matrices are small here: threads of linear algebra would wait for one another, on a busy machine for seconds.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Polars asks the system for new pages all the time, which costs a tenth of a run. Kept for some seconds they are
    # used again; where its threads share two pools of them, hardly more memory is held.
    os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:5000,narenas:2")
    try:
        build()()
    except UsageError as error:
        print(f"tanglaw: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(2)
    except TanglawError as error:
        print(f"tanglaw: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(1)
