"""``tanglaw workspace``: what is done to a workspace on the console."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from tanglaw.cli._care import add_care
from tanglaw.cli._workspace import DATA, add_person, open_workspace
from tanglaw.common.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command and its parts."""
    workspace = typer.Typer(no_args_is_help=True, help="Bring runs in, make accounts, take outcomes out.")
    workspace.command("import")(import_command)
    workspace.command("person")(person_command)
    workspace.command("reset")(reset_command)
    workspace.command("outcomes")(outcomes_command)
    workspace.command("source")(source_command)
    workspace.command("links")(links_command)
    workspace.command("work")(work_command)
    add_care(workspace)
    workspace.command("keys")(keys_command)
    app.add_typer(workspace, name="workspace")


def import_command(
    folder: Annotated[Path, typer.Argument(metavar="RUN", help="Folder that `tanglaw detect` wrote.")],
    data: DATA = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was done as JSON.")] = False,
) -> None:
    """Bring a finished run in; the workspace may be serving meanwhile. The same run twice changes nothing."""
    open_workspace(data)
    from tanglaw.casework.audit.chain import CONSOLE, Who  # noqa: PLC0415
    from tanglaw.casework.intake.importing import import_run  # noqa: PLC0415

    done = import_run(folder, Who(CONSOLE))
    run = done.run
    if as_json:
        said = {"run": run.pk, "again": done.again, "leads": run.found, "new": run.new, "changed": run.changed}
        typer.echo(json.dumps(said))
    elif done.again:
        typer.echo(f"This run is in the workspace already (run {run.pk}); nothing was changed.")
    else:
        typer.echo(f"Run {run.pk}: {run.found:,} leads, {run.new:,} new, {run.changed:,} with changed evidence.")


def person_command(
    username: Annotated[str | None, typer.Argument(help="User name: ASCII letters, digits, . _ -")] = None,
    role: Annotated[str | None, typer.Option(help="analyst, reviewer, supervisor, auditor or administrator.")] = None,
    name: Annotated[str | None, typer.Option(help="Full name, as colleagues see it.")] = None,
    own: Annotated[
        bool, typer.Option("--own", help="Whoever types the password keeps it; otherwise it has to be changed.")
    ] = False,
    data: DATA = None,
) -> None:
    """Make an account; the password is asked for, or read from the first line of stdin."""
    open_workspace(data)
    typer.echo(add_person(username, role, name, "analyst", own=own), err=True)


def reset_command(
    username: Annotated[str, typer.Argument(help="User name of who lost something.")],
    factor: Annotated[
        bool, typer.Option("--factor", help="Take the second factor off, instead of making a new password.")
    ] = False,
    data: DATA = None,
) -> None:
    """Make a password for somebody who lost theirs: it opens for a day, to its own change. Sessions end, keys go."""
    open_workspace(data)
    from django.http import Http404  # noqa: PLC0415

    from tanglaw.casework.audit.chain import CONSOLE, Who  # noqa: PLC0415
    from tanglaw.casework.site import ways_back  # noqa: PLC0415
    from tanglaw.casework.site.problems import RefusedError  # noqa: PLC0415

    try:
        if factor:
            user = ways_back.take_factors_off(username.lower(), Who(CONSOLE))
            typer.echo(f"{user.username}: the second factor is taken off; they are told at the next sign-in.", err=True)
            return
        user, password, revoked = ways_back.reset_password(username.lower(), None, Who(CONSOLE))
    except Http404:
        raise UsageError(f"USERNAME: found {username}; expected the user name of an account.") from None
    except RefusedError as error:
        raise UsageError(f"{error.title}. {error.detail}") from error
    typer.echo(password)
    typer.echo(f"{user.username}: hand it over in person; it opens for a day, and is changed at sign-in.", err=True)
    if revoked:
        typer.echo(f"{user.username}: {revoked} of their keys for programs went with the old password.", err=True)


def outcomes_command(
    out: Annotated[Path, typer.Argument(help="CSV file to write, for `tanglaw detect --known`.")],
    data: DATA = None,
) -> None:
    """Write what was decided: role, subject_id, pattern, outcome, explanation."""
    open_workspace(data)
    from tanglaw.casework.audit.actions import Action  # noqa: PLC0415
    from tanglaw.casework.audit.chain import CONSOLE, Who, append  # noqa: PLC0415
    from tanglaw.casework.decisions.outcomes import as_csv  # noqa: PLC0415
    from tanglaw.common.outputs import write_whole  # noqa: PLC0415

    text = as_csv()
    append(Who(CONSOLE), Action.OUTCOMES_EXPORTED, detail={"rows": text.count("\n") - 1})
    write_whole(out, text)
    typer.echo(f"{text.count(chr(10)) - 1:,} outcomes in {out}", err=True)


def source_command(  # noqa: PLR0917 -- typer reads options from the signature
    name: Annotated[str, typer.Argument(help="Name that people choose on the page: small letters, digits, hyphens.")],
    inputs: Annotated[
        list[Path] | None, typer.Argument(help="Payments: files or folders, as `tanglaw detect` takes them.")
    ] = None,
    mapping: Annotated[Path | None, typer.Option(help="TOML file that names your own columns.")] = None,
    rates: Annotated[Path | None, typer.Option(help="CSV of your own rates: date,currency,usd_per_unit.")] = None,
    patterns: Annotated[list[Path] | None, typer.Option(help="Folder with further pattern files.")] = None,
    engine: Annotated[str, typer.Option(help="local or spark.")] = "local",
    identities: Annotated[
        bool, typer.Option("--identities/--no-identities", help="Look for accounts of one person or household.")
    ] = True,
    retire: Annotated[bool, typer.Option("--retire", help="Take it out of use; what its runs found stays.")] = False,
    data: DATA = None,
) -> None:
    """Name payments that detection can be started on from the page Runs; the same name again replaces them."""
    open_workspace(data)
    from tanglaw.casework.audit.chain import CONSOLE, Who  # noqa: PLC0415
    from tanglaw.casework.running import sources  # noqa: PLC0415

    if retire:
        sources.retire(name, Who(CONSOLE))
        typer.echo(f"{name} is out of use.", err=True)
        return
    described = sources.Described(name, inputs or [], mapping, rates, patterns or [], engine, identities)
    _, new = sources.keep(described, Who(CONSOLE))
    typer.echo(
        f"{name} is {'kept' if new else 'kept anew'}: {len(inputs or [])} path(s). Start it on the page Runs.", err=True
    )


def links_command(
    out: Annotated[Path, typer.Argument(help="CSV file to write, for `tanglaw detect --links`.")],
    data: DATA = None,
) -> None:
    """Write which accounts people said are not one: role, subject_id, other_subject_id, level, decision."""
    open_workspace(data)
    from tanglaw.casework.audit.actions import Action  # noqa: PLC0415
    from tanglaw.casework.audit.chain import CONSOLE, Who, append  # noqa: PLC0415
    from tanglaw.casework.decisions.links import as_csv  # noqa: PLC0415
    from tanglaw.common.outputs import write_whole  # noqa: PLC0415

    text = as_csv()
    append(Who(CONSOLE), Action.LINKS_EXPORTED, detail={"rows": text.count("\n") - 1})
    write_whole(out, text)
    typer.echo(f"{text.count(chr(10)) - 1:,} links in {out}", err=True)


def work_command(data: DATA = None) -> None:
    """Carry out what is started on the page Runs, what is due, and what a killed worker left; Ctrl-C ends it.

    `tanglaw serve` keeps one worker beside the server; run this where the server is started with --no-worker.
    """
    open_workspace(data)
    from tanglaw.casework.running.worker import work  # noqa: PLC0415

    typer.echo("The worker is ready – Ctrl-C ends it; what it is at goes back to the queue.", err=True)
    work()


def keys_command(
    revoke: Annotated[str | None, typer.Option(metavar="PREFIX", help="Revoke the key that begins with this.")] = None,
    data: DATA = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the keys as JSON.")] = False,
) -> None:
    """List the keys with which programs act in people's names, or revoke one. Keys are made on the page only."""
    open_workspace(data)
    from tanglaw.casework.audit.actions import Action  # noqa: PLC0415
    from tanglaw.casework.audit.chain import CONSOLE, Who, append  # noqa: PLC0415
    from tanglaw.casework.models import ApiKey  # noqa: PLC0415
    from tanglaw.casework.pages.keys import key_data  # noqa: PLC0415
    from tanglaw.casework.programs import keys  # noqa: PLC0415

    if revoke is not None:
        key = ApiKey.objects.select_related("owner").filter(prefix=revoke).first()
        if key is None:
            raise UsageError(f"--revoke: found {revoke}; expected the prefix of a key (see `tanglaw workspace keys`).")
        done = keys.revoke(key, None, Who(CONSOLE))
        typer.echo(f"The key {key.prefix} of {key.owner.username} is revoked{'' if done else ' already'}.")
        return
    append(Who(CONSOLE), Action.USERS_SEEN, detail={"keys": True})
    found = [key_data(one) for one in ApiKey.objects.select_related("owner", "revoked_by")]
    if as_json:
        typer.echo(json.dumps(found, indent=1))
        return
    for one in found:
        standing = "works" if one["works"] else "revoked" if one["revoked"] else "does not work"
        said = f"{one['prefix']}  {one['owner']}  {standing}, until {one['expires'][:10]}  {', '.join(one['scopes'])}"
        typer.echo(said)
    typer.echo(f"{len(found)} keys.", err=True)
