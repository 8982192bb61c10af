"""What the commands of the workspace share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tanglaw.common.errors import TanglawError, UsageError

if TYPE_CHECKING:
    from tanglaw.casework.site.environment import Environment

DATA = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", help="Folder of the workspace; otherwise TANGLAW_DATA, or ./tanglaw-workspace."
    ),
]


def open_workspace(data: Path | None, **variables: str | None) -> Environment:
    """Make what is missing, load Django, and bring the tables up to date.

    Args:
        data: folder of the workspace, where the call names one.
        variables: further variables that go before the environment's; None leaves the environment's.

    Raises:
        TanglawError: the extra is missing, or the workspace cannot be used.
    """
    try:
        import django  # noqa: F401, PLC0415 -- the extra may be missing
    except ImportError as error:
        raise TanglawError("The workspace needs further packages: pip install 'tanglaw[web]'.") from error
    from tanglaw.casework.site.start import prepare  # noqa: PLC0415

    given = {name: value for name, value in variables.items() if value is not None}
    return prepare({**given, **({"TANGLAW_DATA": str(data)} if data else {})})


def add_person(username: str | None, role: str | None, name: str | None, otherwise: str, *, own: bool) -> str:
    """Make an account on the console, asking for what was not given; return what to tell.

    With ``own`` whoever types the password keeps it; otherwise it opens for three days, to its own change. It is asked
    for twice and never shown; where stdin is no terminal, its first line is the password.

    Raises:
        UsageError: a name, role or password that cannot be used.
    """
    from django.contrib.auth.password_validation import validate_password  # noqa: PLC0415
    from django.core.exceptions import ValidationError  # noqa: PLC0415
    from django.db import transaction  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from tanglaw.casework.audit.actions import Action  # noqa: PLC0415
    from tanglaw.casework.audit.chain import CONSOLE, Who, append  # noqa: PLC0415
    from tanglaw.casework.models import User  # noqa: PLC0415
    from tanglaw.casework.roles import Role  # noqa: PLC0415
    from tanglaw.casework.site.ways_back import FIRST_LIVES  # noqa: PLC0415

    asks = sys.stdin.isatty()
    username = username or (typer.prompt("User name", err=True) if asks else "")
    if not username:
        raise UsageError("No user name; give one.")
    name = name or (typer.prompt("Full name", default=username, err=True) if asks else username)
    roles = ", ".join(Role.values)
    role = role or (typer.prompt(f"Role ({roles})", default=otherwise, err=True) if asks else otherwise)
    if role not in Role.values:
        raise UsageError(f"--role: found {role}; expected one of {roles}.")
    if asks:
        password = typer.prompt("Password (12 characters or more)", hide_input=True, confirmation_prompt=True, err=True)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    try:
        with transaction.atomic():
            validate_password(password, User(username=username, name=name))
            user = User.objects.make(username, password, Role(role), name)
            if not own:
                user.one_time_until = timezone.now() + FIRST_LIVES
                user.save(update_fields=["one_time_until"])
            append(Who(CONSOLE), Action.USER_ADDED, "user", user.username, {"role": user.role})
    except ValidationError as error:
        raise UsageError(f"The account was not made. {' '.join(error.messages)}") from error
    changes = "" if own else " The password opens for three days, and is changed at the first sign-in."
    return f"{user.name} can sign in as {user.username} ({user.role}).{changes}"
