"""``tanglaw audit``: whether the workspace's log is whole and unchanged."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from tanglaw.cli._workspace import DATA, open_workspace
from tanglaw.common.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command and its parts."""
    audit = typer.Typer(no_args_is_help=True, help="Verify the workspace's log, and take its signed heads out.")
    audit.command("verify")(verify_command)
    audit.command("heads")(heads_command)
    app.add_typer(audit, name="audit")


def verify_command(
    heads: Annotated[
        Path | None, typer.Option(help="Heads exported earlier and kept elsewhere; otherwise the workspace's own file.")
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(metavar="HEX", help="Public key noted earlier; otherwise that of the workspace's key file."),
    ] = None,
    data: DATA = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
) -> None:
    """Find any entry that was edited, removed or put in, also where the whole chain was made anew."""
    environment = open_workspace(data)
    from tanglaw.casework.audit.heads import exported, public_key  # noqa: PLC0415
    from tanglaw.casework.audit.verifying import read_heads, verify  # noqa: PLC0415

    file = heads or exported(environment.data)
    if heads and not heads.is_file():
        raise UsageError(f"--heads: found no file {heads}; expected heads that `tanglaw audit heads` wrote.")
    verdict = verify(read_heads(file) if file.is_file() else [], key or public_key())
    if as_json:
        typer.echo(json.dumps(dataclasses.asdict(verdict), indent=2, ensure_ascii=False))
    else:
        for fault in verdict.faults:
            typer.echo(fault)
        checked = f"{verdict.entries:,} entries, {verdict.heads:,} signed heads, {verdict.kept:,} heads of {file}"
        typer.echo(
            f"{checked}: {len(verdict.faults)} faults." if verdict.faults else f"{checked}: all as it should be."
        )
    if verdict.faults:
        raise typer.Exit(1)


def heads_command(
    out: Annotated[Path, typer.Argument(help="File to write, to be kept where the database's keeper cannot reach it.")],
    data: DATA = None,
) -> None:
    """Sign the log as it stands, and write every signed head; the public key goes to stdout: note it elsewhere, too."""
    open_workspace(data)
    from tanglaw.casework.audit.actions import Action  # noqa: PLC0415
    from tanglaw.casework.audit.chain import CONSOLE, Who, append  # noqa: PLC0415
    from tanglaw.casework.audit.heads import as_text, public_key, sign_last  # noqa: PLC0415
    from tanglaw.common.outputs import write_whole  # noqa: PLC0415

    append(Who(CONSOLE), Action.HEADS_EXPORTED)
    sign_last()
    write_whole(out, as_text())
    typer.echo(public_key())
