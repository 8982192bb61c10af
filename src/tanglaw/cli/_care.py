"""Parts of ``tanglaw workspace`` that care for data: keys, deletion, access requests."""

from __future__ import annotations

import dataclasses
import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from tanglaw.cli._workspace import DATA, open_workspace
from tanglaw.common.errors import UsageError


def add_care(workspace: typer.Typer) -> None:
    """Add them."""
    workspace.command("rotate-key")(rotate_command)
    workspace.command("retention")(retention_command)
    workspace.command("access-request")(access_command)


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


def retention_command(
    delete: Annotated[
        bool, typer.Option("--delete/--preview", help="Delete what is due now; otherwise only say what would go.")
    ] = False,
    days: Annotated[int, typer.Option(min=0, max=36_525, help="How many days the preview looks ahead.")] = 90,
    data: DATA = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Say which leads and cases go and when, or delete what is due; to be run once a day by the machine's scheduler."""
    open_workspace(data)
    from django.utils import timezone  # noqa: PLC0415

    from tanglaw.casework.audit.chain import CONSOLE, Who  # noqa: PLC0415
    from tanglaw.casework.retention.due import due  # noqa: PLC0415
    from tanglaw.casework.retention.erasing import sweep  # noqa: PLC0415

    now = timezone.now()
    if delete:
        done = sweep(Who(CONSOLE), now)
        if as_json:
            typer.echo(json.dumps(dataclasses.asdict(done)))
            return
        typer.echo(f"Deleted: {done.leads:,} leads, {done.cases:,} cases. Due and kept: {done.kept:,}.")
        if (done.leads or done.cases) and not done.scoured:
            typer.echo("The database's files were not rewritten, somebody was reading; the next run does it.", err=True)
        return
    rows = [
        {
            "file": one.file,
            "number": one.number,
            "rule": one.rule.name,
            "since": one.since.date().isoformat(),
            "goes": one.goes.date().isoformat(),
            "due": one.goes <= now,
            "kept": one.kept,
        }
        for one in due(now + timedelta(days=days))
    ]
    if as_json:
        typer.echo(json.dumps(rows, indent=1))
        return
    for row in rows:
        kept = f"; kept: {row['kept']}" if row["kept"] else ""
        typer.echo(f"{row['goes']}  {row['file']} {row['number']}  ({row['rule']}, since {row['since']}){kept}")
    going = sum(bool(row["due"]) and not row["kept"] for row in rows)
    typer.echo(f"{len(rows):,} within {days} days, {going:,} of them now. Nothing was deleted; --delete does.")


def access_command(  # noqa: PLR0917 -- typer reads options from the signature
    accounts: Annotated[
        list[str], typer.Argument(metavar="ACCOUNT...", help="Accounts of the person, as in the payments.")
    ],
    out: Annotated[Path, typer.Option(help="Folder to write held-about-you.json and held-about-you.html in.")],
    by: Annotated[str, typer.Option(metavar="USER", help="The supervisor who answers; the password is asked for.")],
    reason: Annotated[str, typer.Option(help="The request: its day, and how the person proved who they are.")],
    law: Annotated[
        str,
        typer.Option(metavar="WHY", help="Why law allows that filings and referrals are told."),
    ] = "",
    data: DATA = None,
) -> None:
    """Write everything that is held about one person, others left out, for an answer to their access request."""
    open_workspace(data)
    from tanglaw.casework.access.answering import answer, as_html, as_json  # noqa: PLC0415
    from tanglaw.casework.audit.chain import CONSOLE, Who  # noqa: PLC0415
    from tanglaw.casework.models import User  # noqa: PLC0415
    from tanglaw.casework.site.problems import RefusedError  # noqa: PLC0415
    from tanglaw.common.outputs import write_whole  # noqa: PLC0415

    asked = sys.stdin.isatty()
    password = typer.prompt("Password", hide_input=True, err=True) if asked else sys.stdin.readline().rstrip("\r\n")
    user = User.objects.filter(username=by.lower(), is_active=True).first()
    if user is None or not user.check_password(password):
        raise UsageError("--by: found no such account with this password; expected a supervisor's.")
    try:
        found = answer(accounts, user, Who(f"{user.username} {CONSOLE}"), reason, law)
    except RefusedError as error:
        raise UsageError(f"{error.title}. {error.detail}") from error
    out.mkdir(parents=True, exist_ok=True)
    write_whole(out / "held-about-you.json", as_json(found))
    write_whole(out / "held-about-you.html", as_html(found))
    typer.echo(f"{found.leads:,} leads; left out: {found.left_out:,} records. Written to {out}", err=True)
    if found.protected:
        typer.echo("This person may be a victim or a minor: whoever asks for them may be who harms them.", err=True)
