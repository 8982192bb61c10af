"""``tanglaw audit``: whether the workspace's log is whole and unchanged."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tanglaw.cli._workspace import DATA, open_workspace
from tanglaw.common.errors import UsageError

if TYPE_CHECKING:
    from tanglaw.casework.audit.stamps import Stamped
    from tanglaw.casework.audit.verifying import Verdict


def register(app: typer.Typer) -> None:
    """Add the command and its parts."""
    audit = typer.Typer(no_args_is_help=True, help="Verify the workspace's log, and take its signed heads out.")
    audit.command("verify")(verify_command)
    audit.command("heads")(heads_command)
    audit.command("stamp")(stamp_command)
    app.add_typer(audit, name="audit")


def verify_command(  # noqa: PLR0917 -- typer reads options from the signature
    heads: Annotated[
        Path | None, typer.Option(help="Heads exported earlier and kept elsewhere; otherwise the workspace's own file.")
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(metavar="HEX", help="Public key noted earlier; otherwise that of the workspace's key file."),
    ] = None,
    stamps: Annotated[
        Path | None,
        typer.Option(help="Time stamps kept elsewhere; otherwise the workspace's own."),
    ] = None,
    authority: Annotated[
        Path | None, typer.Option(help="Certificate (PEM) of the authority that must have made every stamp.")
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
    for option, given in (("--stamps", stamps), ("--authority", authority)):
        if given and not given.is_file():
            raise UsageError(f"{option}: found no file {given}.")
    stamped = _stamps(stamps, environment.data)
    kept = [*(read_heads(file) if file.is_file() else []), *(one.head for one in stamped)]
    verdict = verify(kept, key or public_key())
    verdict, said = _with_stamps(verdict, stamped, authority)
    if as_json:
        typer.echo(json.dumps({**dataclasses.asdict(verdict), "stamps": len(stamped)}, indent=2, ensure_ascii=False))
    else:
        for fault in verdict.faults:
            typer.echo(fault)
        checked = f"{verdict.entries:,} entries, {verdict.heads:,} signed heads, {verdict.kept:,} heads of {file}"
        typer.echo(
            f"{checked}: {len(verdict.faults)} faults." if verdict.faults else f"{checked}: all as it should be."
        )
        if said:
            typer.echo(said)
    if verdict.faults:
        raise typer.Exit(1)


def stamp_command(
    request: Annotated[Path | None, typer.Option(help="Write a request to send to a time stamping authority.")] = None,
    response: Annotated[Path | None, typer.Option(help="Keep the authority's answer to a request.")] = None,
    authority: Annotated[Path | None, typer.Option(help="Certificate (PEM) of the time stamping authority.")] = None,
    data: DATA = None,
) -> None:
    """Have the log stamped (RFC 3161): write the request, then keep the answer. Nothing is sent from here."""
    if (request is None) == (response is None):
        raise UsageError("Name either --request, a file to write, or --response, the authority's answer.")
    environment = open_workspace(data)
    from tanglaw.casework.audit import stamps  # noqa: PLC0415
    from tanglaw.casework.audit.actions import Action  # noqa: PLC0415
    from tanglaw.casework.audit.chain import CONSOLE, Who, append  # noqa: PLC0415
    from tanglaw.common.errors import TanglawError  # noqa: PLC0415

    path = request or response
    try:
        if request:
            append(Who(CONSOLE), Action.STAMP_REQUESTED)
            asked, head = stamps.request()
            request.write_bytes(asked)
            typer.echo(f"{request}: over entry {head.number}. Send it to a time stamping authority; then --response.")
        elif response:
            head, at = stamps.add(response.read_bytes(), stamps.kept(environment.data), authority)
            append(Who(CONSOLE), Action.STAMP_KEPT, detail={"entry": head.number, "at": at.isoformat()})
            typer.echo(
                f"Stamped at {at:%Y-%m-%d %H:%M:%S} UTC: the log up to entry {head.number}. "
                f"Carry {stamps.kept(environment.data)} away with the heads."
            )
    except OSError as error:
        raise TanglawError(f"{path}: {error.strerror}.") from error


def _stamps(given: Path | None, data: Path) -> list[Stamped]:
    from tanglaw.casework.audit import stamps  # noqa: PLC0415

    file = given or stamps.kept(data)
    return stamps.read(file) if file.is_file() else []


def _with_stamps(verdict: Verdict, stamped: list[Stamped], authority: Path | None) -> tuple[Verdict, str]:
    """Add what is wrong with the stamps to the verdict, and say how far they reach."""
    from tanglaw.casework.audit import stamps  # noqa: PLC0415

    found = tuple(stamps.faults(stamped, authority)) if stamped else ()
    if authority is not None and not stamped:
        found = ("No time stamp was found, though --authority names who must have made them.",)
    verdict = dataclasses.replace(verdict, faults=(*verdict.faults, *found))
    reach = stamps.latest(stamped) if stamped and not found else None
    if reach is None:
        return verdict, ""
    by = "" if authority else " Who made it was not checked: name the authority with --authority."
    return verdict, f"Stamped up to entry {reach[0]}, {reach[1]:%Y-%m-%d %H:%M:%S} UTC.{by}"


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
