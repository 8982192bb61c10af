"""A workspace on either database, people of every role, and runs to bring in."""

from __future__ import annotations

from .started import DATA  # isort: skip  # first: it loads Django

import json
import os
import shutil
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client, override_settings
from django.test.utils import setup_test_environment, teardown_test_environment
from tests.practised import practised

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.cases.opening import case_of
from tanglaw.casework.intake.importing import import_run
from tanglaw.casework.models import User
from tanglaw.casework.programs import keys
from tanglaw.casework.programs.scopes import offered
from tanglaw.casework.reading import names
from tanglaw.casework.roles import Role
from tanglaw.casework.running import sources
from tanglaw.casework.site.database import database
from tanglaw.casework.site.environment import Environment

from . import console as in_process
from .casing import decide, leads
from .databases import make_tables, postgresql
from .filing_desk import office
from .runs import write_run

PASSWORD = "correct-horse-battery-9"


@pytest.fixture(scope="session", autouse=True)
def django() -> Iterator[None]:
    """Let Django's test client in, and leave nothing behind."""
    connections.close_all()
    # Argon2 is slow on purpose; what it protects is not what these tests are about.
    settings.PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{hasher}PasswordHasher" for hasher in ("MD5", "Argon2")]
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    setup_test_environment()
    yield
    teardown_test_environment()
    connections.close_all()
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_address() -> Iterator[str]:
    # Not under pytest's own folder: that one only its owner may enter, and PostgreSQL does not run as root.
    with tempfile.TemporaryDirectory(prefix="tanglaw-postgresql-") as folder, postgresql(Path(folder)) as address:
        yield address


@pytest.fixture(scope="session")
def postgresql_template(postgresql_address: str, django: None) -> str:
    """Migrate a database that others are copied from."""

    with psycopg.connect(f"{postgresql_address}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE template")
    with _Database(_at(f"{postgresql_address}/template")):
        call_command("migrate", verbosity=0, interactive=False)
    return postgresql_address


def _at(url: str) -> dict[str, object]:

    return database(Environment(DATA, database_url=url)) | {"CONN_MAX_AGE": 0}


def _forget() -> None:
    """Drop this thread's connection, so that the next use makes one with the settings as they are then."""

    with suppress(AttributeError):  # none was made yet
        del connections["default"]


class _Database:
    """Puts another database in the place of Django's own for a while."""

    def __init__(self, described: dict[str, object]) -> None:
        self.described = described

    def __enter__(self) -> None:

        connections.close_all()
        self.before = dict(connections.settings["default"])
        connections.settings["default"].clear()
        connections.settings["default"].update({"ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "TIME_ZONE": None,
            "CONN_HEALTH_CHECKS": False, "USER": "", "PASSWORD": "", "HOST": "", "PORT": "", "TEST": {},
            **self.described})  # fmt: skip
        for setting in ("CHARSET", "COLLATION", "MIGRATE", "MIRROR", "NAME"):
            connections.settings["default"]["TEST"].setdefault(setting, True if setting == "MIGRATE" else None)
        _forget()

    def __exit__(self, *_: object) -> None:

        connections.close_all()
        connections.settings["default"].clear()
        connections.settings["default"].update(self.before)
        _forget()


@pytest.fixture(params=["sqlite", "postgresql"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path, django: None) -> Iterator[Path]:
    """An empty workspace of its own, committed to like a real one; the folder holds its keys and exported heads."""
    yield from _workspace(request, request.param, tmp_path)


@pytest.fixture
def quick(request: pytest.FixtureRequest, tmp_path: Path, django: None) -> Iterator[Path]:
    """An empty workspace on SQLite, where the database makes no difference."""
    yield from _workspace(request, "sqlite", tmp_path)


def _workspace(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> Iterator[Path]:

    data = tmp_path / "workspace"
    data.mkdir()
    shutil.copytree(DATA / "keys", data / "keys")
    environment = Environment(data, second_factor="optional")
    names.forget()
    if kind == "sqlite":
        shutil.copy(DATA / "workspace.sqlite3", data / "workspace.sqlite3")

        described = database(environment)
    else:
        address = request.getfixturevalue("postgresql_template")
        name = f"test_{abs(hash(request.node.nodeid))}"
        with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template")
        described = _at(f"{address}/{name}")
    with _Database(described), override_settings(TANGLAW=environment):
        yield data


@pytest.fixture
def console(quick: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., CompletedProcess[str]]:
    """The command line on a workspace of its own, in this process; see :func:`tests.casework.console.run`."""
    monkeypatch.setenv("TANGLAW_DATA", str(quick))
    return in_process.run


@pytest.fixture
def before_first(tmp_path: Path, django: None) -> dict[str, str]:
    """Variables for processes: a workspace with tables and nothing in them, not even keys; the tables take seconds."""
    return {"TANGLAW_DATA": str(make_tables(tmp_path / "new-workspace"))}


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run with leads of both sides, protected ones among them."""
    return write_run(tmp_path_factory.mktemp("run") / "first")


@pytest.fixture(scope="session")
def later_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A later run: one lead with new payments, one gone, one new, the others as they were."""
    return write_run(tmp_path_factory.mktemp("run") / "later", later=True)


@pytest.fixture
def imported(workspace: Path, run_folder: Path) -> Path:
    bring_in(run_folder)
    return workspace


@pytest.fixture
def filled(quick: Path, run_folder: Path) -> Path:
    bring_in(run_folder)
    return quick


def bring_in(folder: Path):

    return import_run(folder, Who(CONSOLE))


@pytest.fixture
def person() -> Callable[..., SimpleNamespace]:
    """Make somebody with a role, signed in: ``.user``, ``.client``, ``.who``."""

    def make(role: str, username: str | None = None) -> SimpleNamespace:
        user = User.objects.make(username or role, PASSWORD, Role(role), (username or role).title())
        client = Client(headers={"host": "localhost"})
        client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
        return SimpleNamespace(user=user, client=client, who=Who(user.username))

    return make


@pytest.fixture(autouse=True)
def findable(monkeypatch):
    """Let processes that the worker starts find the package as this one does."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))


@pytest.fixture(scope="session")
def payments(tmp_path_factory):
    return practised(tmp_path_factory, 800, 3, 0.02).world.payments_path


@pytest.fixture
def source(quick, payments):
    return sources.keep(sources.Described("all", [payments], identities=False), Who(CONSOLE))[0]


@pytest.fixture
def ana(imported, person):
    return person("analyst", "ana")


@pytest.fixture
def rey(imported, person):
    return person("reviewer", "rey")


@pytest.fixture
def sup(imported, person):
    return person("supervisor", "sup")


@pytest.fixture
def case(ana):
    """A case that `ana` opened from the first lead."""
    lead = leads()[0]
    decide(lead, ana)
    return case_of(lead)


@pytest.fixture(scope="session")
def practice(tmp_path_factory):
    return practised(tmp_path_factory, 800, 5, 0.03).results


@pytest.fixture
def desk(workspace, practice, person):
    return office(workspace, practice, person)


@pytest.fixture
def quick_desk(quick, practice, person):
    return office(quick, practice, person)


@pytest.fixture
def program() -> Callable[..., SimpleNamespace]:
    """Make a program with a key of somebody's: ``.get(path)``, ``.post(path, body)``, ``.send(method, path, body)``."""

    def make(user: User, *scopes: str, days: int = 30) -> SimpleNamespace:
        chosen = scopes or [scope.value for scope in offered(user)]
        made = keys.make(user, Who(user.username), "A program", chosen, days)
        client = Client(headers={"host": "localhost", "authorization": f"Bearer {made.token}"})

        def send(method: str, path: str, body: object = None, again: str | None = None, **headers: str):
            given = {
                "idempotency-key": again or str(uuid.uuid4()),
                **{n.replace("_", "-"): v for n, v in headers.items()},
            }
            data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
            return client.generic(
                method, f"/api/v1{path}", data, given.pop("content-type", "application/json"), headers=given
            )

        return SimpleNamespace(
            key=made.key, token=made.token, client=client, send=send,
            get=lambda path: client.get(f"/api/v1{path}"), post=lambda path, body=None, **more: send("POST", path, body, **more),
        )  # fmt: skip

    return make
