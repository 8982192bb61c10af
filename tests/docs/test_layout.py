"""The laws of the repository: packages import leftwards, files stay short, no media."""

from __future__ import annotations

import ast
import tomllib

import pytest

ORDER = (
    "common", "payments", "identities", "engines", "measures", "patterns", "inference", "leads", "lab",
    "filings", "casework", "cli",
)  # fmt: skip
MAX_LINES = 400
MEDIA = {
    ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".mp4", ".mov", ".avi", ".mkv", ".webm",
    ".mp3", ".wav", ".ogg", ".flac", ".m4a",
}  # fmt: skip


def imported(tree: ast.AST) -> list[tuple[int, str]]:
    """Return line and name of each package of Tanglaw that a module imports, inside functions too."""
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            names += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return [(line, name.split(".")[1]) for line, name in names if name.startswith("tanglaw.")]


def test_packages_import_leftwards_only(texts):
    wrong = []
    for path, text in texts.items():
        parts = path.split("/")
        if not path.startswith("src/tanglaw/") or not path.endswith(".py") or len(parts) < 4:
            continue
        assert parts[2] in ORDER, f"{path}: say in {__name__}.ORDER where this package stands"
        allowed = {*ORDER[: ORDER.index(parts[2]) + 1], "__version__"}
        wrong += [f"{path}:{line} imports {name}" for line, name in imported(ast.parse(text)) if name not in allowed]
    assert not wrong


def test_a_rightward_import_would_be_seen():
    assert imported(ast.parse("def f():\n    from tanglaw.leads.lead import Lead")) == [(2, "leads")]
    assert imported(ast.parse("from tanglaw import leads\nimport tanglaw.lab.x")) == [(1, "leads"), (2, "lab")]


def test_no_source_file_is_long(texts):
    long = {path: len(text.splitlines()) for path, text in texts.items() if path.endswith(".py")}
    assert not {path: lines for path, lines in long.items() if lines > MAX_LINES}, "is there a second concept in it?"


def test_no_media_is_tracked(tracked, root):
    names = [path.relative_to(root) for path in tracked]
    assert not [str(name) for name in names if name.suffix.lower() in MEDIA]
    pictures = [name for name in names if name.suffix.lower() in {".png", ".svg", ".ico"}]
    assert not [str(name) for name in pictures if name.parts[0] != "docs"], "pictures of our own pages belong in docs/"


@pytest.mark.parametrize("command", ["tanglaw demo", "bash scripts/test"])
def test_the_readme_has_both_commands_each_on_one_line(root, command):
    assert any(command in line for line in (root / "README.md").read_text(encoding="utf-8").splitlines())


def test_the_roles_have_one_home(texts):
    said = '["originator", "beneficiary"]'
    homes = [path for path, text in texts.items() if path.endswith(".py") and f"Literal{said}" in text]
    assert homes == ["src/tanglaw/common/roles.py"]


def test_types_of_the_benchmarks_are_checked_as_strictly_as_the_package(root):
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert settings["strict"] is True
    assert set(settings["packages"]) >= {"tanglaw", "benchmarks"}
