"""``tanglaw pack``: keys, stamps and the proof that an evidence pack is intact. `tanglaw file --as pack` makes one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

PACK = Annotated[Path, typer.Argument(metavar="PACK", help="An evidence pack (ZIP).")]


def register(app: typer.Typer) -> None:
    """Add the command and its parts to the application."""
    pack = typer.Typer(no_args_is_help=True, help="Check an evidence pack, stamp it, or make keys to sign with.")
    pack.command("verify")(verify_command)
    pack.command("key")(key_command)
    pack.command("stamp")(stamp_command)
    app.add_typer(pack, name="pack")


def verify_command(
    path: PACK,
    key: Annotated[Path | None, typer.Option(help="Public key that must have signed it.")] = None,
    tsa: Annotated[Path | None, typer.Option(help="Certificate (PEM) of the time stamping authority.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Say whether a pack is intact, or what was changed, is missing or too much; exit status 1 if it is not."""
    from tanglaw.filings.pack.verifying import verify  # noqa: PLC0415

    found = verify(path, key=key, tsa=tsa)
    if as_json:
        manifest = found.manifest.model_dump(mode="json") if found.manifest else None
        said = {"intact": found.intact, "problems": found.problems, "notes": found.notes, "manifest": manifest}
        typer.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        if found.manifest:
            one = found.manifest
            copy = ", redacted copy" if one.redacted else ""
            typer.echo(f"{one.reference}, version {one.version}, {one.dated}, {one.tlp}{copy}: {len(one.files)} files")
        for problem in found.problems:
            typer.echo(f"  · {problem}")
        for note in found.notes:
            typer.echo(f"  {note}")
        typer.echo("Intact." if found.intact else "Not intact.")
    if not found.intact:
        raise typer.Exit(1)


def key_command(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Where to put the private key.")],
) -> None:
    """Make an Ed25519 key to sign with; its public half goes beside it, with `.pub` added to the name.

    The private key is readable by you alone; a passphrase in TANGLAW_KEY_PASSPHRASE locks it.
    """
    from tanglaw.filings.pack.signing import make_keys  # noqa: PLC0415

    private, public = make_keys(path)
    typer.echo(f"wrote {private} (keep it secret) and {public} (give it to those who verify)")


def stamp_command(
    path: PACK,
    request: Annotated[Path | None, typer.Option(help="Write a request to send to a time stamping authority.")] = None,
    response: Annotated[Path | None, typer.Option(help="The authority's answer: put it into the pack.")] = None,
    tsa: Annotated[Path | None, typer.Option(help="Certificate (PEM) of the time stamping authority.")] = None,
) -> None:
    """Have a pack stamped (RFC 3161): write the request, then put the answer in. Nothing is sent from here."""
    from tanglaw.common.errors import UsageError  # noqa: PLC0415
    from tanglaw.filings.pack import adding  # noqa: PLC0415

    if request is not None and response is None:
        adding.write_request(path, request)
        typer.echo(f"wrote {request}; send it to a time stamping authority, then name its answer with --response")
    elif response is not None and request is None:
        at = adding.add_stamp(path, response, tsa)
        typer.echo(f"stamped {at:%Y-%m-%d %H:%M:%S} UTC, in {path}")
    else:
        raise UsageError("Name either --request FILE, to be written, or --response FILE, to be put in.")
