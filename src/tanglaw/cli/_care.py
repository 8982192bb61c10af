"""Parts of ``tanglaw workspace`` that care for data: keys, deletion, access requests."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from tanglaw.cli._workspace import DATA, open_workspace


def add_care(workspace: typer.Typer) -> None:
    """Add them."""
    workspace.command("rotate-key")(rotate_command)


def rotate_command(
    destroy_old: Annotated[
        bool,
        typer.Option(
            "--destroy-old", help="Remove the old master keys: no backup of the database from before opens any more."
        ),
    ] = False,
    data: DATA = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Make a new master key and wrap the key of every record under it; the workspace may be serving meanwhile."""
    open_workspace(data)
    from tanglaw.casework.audit.chain import CONSOLE, Who  # noqa: PLC0415
    from tanglaw.casework.sealing.rotation import rotate  # noqa: PLC0415

    done = rotate(Who(CONSOLE), destroy_old=destroy_old)
    if as_json:
        typer.echo(json.dumps(dataclasses.asdict(done)))
        return
    typer.echo(f"{done.records:,} keys are wrapped under the new master key {done.master}.")
    if done.destroyed:
        typer.echo(f"Destroyed: {', '.join(done.destroyed)}. Destroy their copies, too, and make a new backup now.")
    elif done.kept:
        typer.echo(f"Still there, for backups from before: {', '.join(done.kept)}.")
