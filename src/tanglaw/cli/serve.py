"""``tanglaw serve``: the workspace in which people review leads and decide."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tanglaw.cli._workspace import DATA, add_person, open_workspace
from tanglaw.common.errors import TanglawError

if TYPE_CHECKING:
    from tanglaw.casework.site.start import Finding


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def serve(  # noqa: PLR0917 -- typer reads options from the signature
        data: DATA = None,
        host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
        port: Annotated[int, typer.Option(min=1, max=65_535, help="Port to listen on.")] = 8000,
        origin: Annotated[
            str | None,
            typer.Option(metavar="URL", help="What people type; otherwise TANGLAW_ORIGIN, or http://localhost:PORT."),
        ] = None,
        threads: Annotated[int, typer.Option(min=1, max=128, help="Requests answered at the same time.")] = 12,
        sample: Annotated[
            bool,
            typer.Option(
                "--sample",
                help="Fill an empty workspace with leads of a practice world; a second factor is then optional.",
            ),
        ] = False,
        worker: Annotated[
            bool,
            typer.Option(
                "--worker/--no-worker", help="Keep a worker beside the server; without, run `tanglaw workspace work`."
            ),
        ] = True,
        check: Annotated[bool, typer.Option("--check", help="Only check the set-up as for production.")] = False,
        as_json: Annotated[bool, typer.Option("--json", help="Print the findings of --check as JSON.")] = False,
    ) -> None:
        """Serve the workspace: queue, leads, decisions by two pairs of eyes, and the log of who did what."""
        from tanglaw.casework.site import start  # noqa: PLC0415 -- Django loads only when the command runs

        address = origin or _own_origin(port)
        environment = open_workspace(data, TANGLAW_ORIGIN=address, TANGLAW_SECOND_FACTOR="optional" if sample else None)
        if check:
            _report(start.check(), as_json=as_json)
            return
        _first_person(sample=sample)
        if sample:
            from tanglaw.casework.site.sample import fill  # noqa: PLC0415

            typer.echo(fill(environment.data), err=True)
        _log_start()
        typer.echo(f"The workspace is at {environment.origin} – Ctrl-C ends it. Its data: {environment.data}", err=True)
        if worker:
            import os  # noqa: PLC0415

            from tanglaw.casework.running.supervising import beside  # noqa: PLC0415

            _supervisor = beside(dict(os.environ))  # held, so that its pipe closes when this process is gone
        start.serve(host, port, threads)


def _own_origin(port: int) -> str | None:
    """Name this machine, unless the environment says what people type."""
    import os  # noqa: PLC0415

    return None if os.environ.get("TANGLAW_ORIGIN") else f"http://localhost:{port}"


def _first_person(*, sample: bool) -> None:
    from tanglaw.casework.models import User  # noqa: PLC0415

    if User.objects.exists():
        return
    if not sys.stdin.isatty():
        raise TanglawError(
            "Nobody has an account yet, and nobody is at the console to make one. Make the first with: "
            "tanglaw workspace person NAME --role administrator (the password on stdin)."
        )
    typer.echo("Nobody has an account yet. The first one:", err=True)
    typer.echo(add_person(None, None, None, "supervisor" if sample else "administrator", own=True), err=True)


def _log_start() -> None:
    from tanglaw.casework.audit.actions import Action  # noqa: PLC0415
    from tanglaw.casework.audit.chain import CONSOLE, Who, append  # noqa: PLC0415

    append(Who(CONSOLE), Action.WORKSPACE_STARTED)


def _report(found: Sequence[Finding], *, as_json: bool) -> None:
    """Print what the check found; end with status 1 where anything is an error."""
    rows = [dataclasses.asdict(one) for one in found]
    if as_json:
        typer.echo(json.dumps(rows, indent=2))
    else:
        for row in rows:
            typer.echo(f"{row['level']}: {row['message']}{' ' + row['hint'] if row['hint'] else ''} ({row['id']})")
        typer.echo("Nothing to mend." if not rows else f"{len(rows)} found.")
    if any(row["level"] == "error" for row in rows):
        raise typer.Exit(1)
