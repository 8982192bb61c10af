"""docs/commands.md, made from the application: ``python -m tanglaw.cli._document > docs/commands.md``."""

from __future__ import annotations

import enum
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import typer.main

from tanglaw.cli.main import build

_HEAD: Final = """\
# Commands

<!-- Made from the application by `python -m tanglaw.cli._document`; do not edit by hand. -->

Results go to stdout, progress and messages to stderr. Exit status: 0 done, 1 the work failed, 2 bad usage.
"""


def commands() -> Iterator[tuple[str, Any]]:
    """Visit every command of the application, parts of commands too, as ``("patterns show", command)``."""
    yield from _under("", typer.main.get_command(build()))


def render() -> str:
    """Return the page: every command with its arguments, options and defaults."""
    lines = [_HEAD]
    for name, command in commands():
        lines += _section(name, command)
    return "\n".join(lines).rstrip() + "\n"


def _under(prefix: str, group: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 -- typer keeps the type to itself
    for name, command in sorted(getattr(group, "commands", {}).items()):
        full = f"{prefix} {name}".strip()
        yield full, command
        yield from _under(full, command)


def _section(name: str, command: Any) -> Iterator[str]:  # noqa: ANN401
    arguments = [parameter for parameter in command.params if parameter.param_type_name == "argument"]
    options = [parameter for parameter in command.params if parameter.param_type_name == "option"]
    usage = " ".join(["tanglaw", name, *map(_usage, arguments), *(["[OPTIONS]"] if options else [])])
    yield from (f"## tanglaw {name}", "", inspect.cleandoc(command.help or ""), "", "```", usage, "```", "")
    if command.params:
        yield from ("| | default | meaning |", "|---|---|---|")
        yield from (_row(parameter) for parameter in [*arguments, *options])
        yield ""


def _usage(argument: Any) -> str:  # noqa: ANN401
    many = "..." if argument.nargs == -1 else ""
    word = f"{_named(argument)}{many}"
    return word if argument.required else f"[{word}]"


def _named(parameter: Any) -> str:  # noqa: ANN401
    return str(parameter.metavar or parameter.name.upper())


def _row(parameter: Any) -> str:  # noqa: ANN401
    if parameter.param_type_name == "argument":
        shown = f"`{_named(parameter)}`"
    else:
        names = ", ".join(f"`{name}`" for name in [*parameter.opts, *parameter.secondary_opts])
        shown = names if parameter.is_flag else f"{names} `{_named(parameter)}`"
    meaning = inspect.cleandoc(parameter.help or "").replace("\n", " ").replace("|", "\\|")
    return f"| {shown} | {_default(parameter)} | {meaning} |"


def _default(parameter: Any) -> str:  # noqa: ANN401
    default = parameter.default
    if parameter.required:
        return "required"
    if default is None or default is False or default in ((), []):
        return ""
    if isinstance(default, enum.Enum):
        default = default.value
    if isinstance(default, Path):
        default = default.as_posix()
    return f"`{'yes' if default is True else default}`"


if __name__ == "__main__":
    sys.stdout.write(render())
