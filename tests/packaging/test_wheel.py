"""What is installed is what is in the repository, and asks for what is locked."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=source, check=True)
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built)


def test_every_file_of_the_package_is_in_the_wheel(wheel):
    here = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "tanglaw").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert here <= set(wheel.namelist())


def test_the_wheel_carries_the_licence_and_the_command(wheel):
    names = wheel.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
    assert "tanglaw = tanglaw.cli.main:main" in wheel.read(entry_points).decode()


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    base = project["project"]["dependencies"]
    extras = [name for extra in project["project"]["optional-dependencies"].values() for name in extra]
    for lock, wanted in (("base", base), ("dev", [*base, *extras, *project["dependency-groups"]["dev"]])):
        text = (ROOT / "requirements" / f"{lock}.txt").read_text()
        locked = {canonical(name) for name in re.findall(r"^(\S+)==", text, flags=re.MULTILINE)}
        asked = {canonical(re.match(r"[\w.-]+", requirement)[0]) for requirement in wanted}
        assert asked <= locked, f"run scripts/lock: {asked - locked} not in requirements/{lock}.txt"


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
