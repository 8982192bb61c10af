"""Every command and option says what it is; what `--help` prints is reviewed like the rest of what people read."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from tanglaw.cli import _document
from tanglaw.cli.main import build

COMMANDS = dict(_document.commands())


@pytest.fixture(scope="module")
def page(root) -> str:
    return (root / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_it_is_documented(name, page):
    section = page.partition(f"\n## tanglaw {name}\n")[2].partition("\n## ")[0]
    assert section, f"docs/commands.md has no section for {name}: scripts/refresh"
    assert COMMANDS[name].help, f"{name} has no docstring"
    for parameter in COMMANDS[name].params:
        assert parameter.help, f"{name}: {parameter.name} has no help"
        if parameter.param_type_name == "option":
            assert all(f"`{option}`" in section for option in parameter.opts), (
                f"{name}: {parameter.opts} not documented"
            )


@pytest.mark.parametrize("name", COMMANDS)
def test_its_help_is_as_reviewed(name, golden, monkeypatch):
    monkeypatch.setattr("typer.core.HAS_RICH", False)
    monkeypatch.setattr("typer.rich_utils.MAX_WIDTH", 100, raising=False)
    shown = CliRunner().invoke(build(), [*name.split(), "--help"], terminal_width=100, env={"COLUMNS": "100"}).output
    golden(f"help/{name.replace(' ', '_')}.txt", re.sub(r"[ \t]+$", "", shown, flags=re.MULTILINE))


def test_no_help_is_kept_of_a_command_that_is_gone(root):
    kept = {path.stem for path in (root / "tests" / "golden" / "help").glob("*.txt")}
    assert kept == {name.replace(" ", "_") for name in COMMANDS}


def test_commands_that_the_pages_name_exist(texts):
    """`tanglaw NAME …` in a page or in the README is a command with just these options."""
    top = {name.split()[0] for name in COMMANDS}
    for path, text in texts.items():
        if not path.endswith(".md") or path.startswith("tests/"):
            continue
        for line in re.findall(r"(?:^|`|bin/)tanglaw ([a-z][^`\n]*)", text, flags=re.MULTILINE):
            words = line.partition("#")[0].split()
            assert words[0] in top, f"{path} speaks of `tanglaw {words[0]}`, which is no command"
            known = {
                option
                for name, command in COMMANDS.items()
                if name.split()[0] == words[0]
                for parameter in command.params
                for option in [*parameter.opts, *parameter.secondary_opts, "--help"]
            }
            unknown = [word for word in words if word.startswith("--") and word.partition("=")[0] not in known]
            assert not unknown, f"{path}: `tanglaw {line}`: no option {unknown}"
