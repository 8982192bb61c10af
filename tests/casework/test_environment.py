"""What a workspace is told by its environment, and the keys it makes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import override_settings

from tanglaw.casework.site.database import database
from tanglaw.casework.site.deployment import check_workspace
from tanglaw.casework.site.environment import VARIABLES, Environment
from tanglaw.casework.site.keys import make_keys, secret_key, signing_seed
from tanglaw.common.errors import FaultsError, TanglawError

from .databases import tanglaw


def test_without_variables_it_serves_this_machine_alone():
    made = Environment.read({})
    assert (made.origin, made.host, made.encrypted) == ("http://localhost:8000", "localhost", False)
    assert made.second_factor == "required"


def test_every_fault_is_said_at_once():
    wrong = {
        "TANGLAW_ORIGIN": "http://leads.example.org", "TANGLAW_SECOND_FACTOR": "maybe", "TANGLAW_SECRET_KEY": "short",
        "TANGLAW_IDLE_MINUTES": "-4", "TANGLAW_PROXIES": "many", "DATABASE_URL": "mysql://x",
    }  # fmt: skip
    with pytest.raises(FaultsError) as raised:
        Environment.read(wrong)
    assert {fault.where for fault in raised.value.faults} == set(wrong)
    assert "short" not in str(raised.value)


@pytest.mark.parametrize(
    "origin", ["leads.example.org", "https://", "https://x.org/path", "ftp://x.org", "http://10.0.0.8"]
)
def test_an_origin_that_is_none_is_refused(origin):
    with pytest.raises(FaultsError, match="TANGLAW_ORIGIN"):
        Environment.read({"TANGLAW_ORIGIN": origin})


def test_every_variable_is_documented_and_no_other_is_read():
    root = Path(__file__).parents[2]
    page = (root / "docs" / "casework.md").read_text()
    for name in VARIABLES:
        assert f"`{name}`" in page
    source = (root / "src/tanglaw/casework/site/environment.py").read_text()
    for file in (root / "src/tanglaw/casework").rglob("*.py"):
        if file.name not in {"environment.py", "settings.py", "start.py", "wsgi.py"}:
            assert "os.environ" not in file.read_text(), file
    assert all(f'"{name}"' in source for name in VARIABLES)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://ana:p%40ss@db.example:6000/leads?sslmode=verify-full",
         {"NAME": "leads", "USER": "ana", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "6000",
          "OPTIONS": {"sslmode": "verify-full"}}),
        ("postgres:///leads?host=/run/postgresql", {"NAME": "leads", "HOST": "/run/postgresql", "PORT": "", "OPTIONS": {}}),
    ],
)  # fmt: skip
def test_a_database_address_is_taken_apart(tmp_path, url, expected):
    made = database(Environment(tmp_path, database_url=url))
    assert {name: made[name] for name in expected} == expected


def test_sqlite_takes_its_lock_at_the_beginning(tmp_path):
    made = database(Environment(tmp_path))
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in made["OPTIONS"]["init_command"]


def test_keys_are_made_once_and_nobody_else_may_read_them(tmp_path):
    environment = Environment(tmp_path / "data")
    make_keys(environment)
    first = (secret_key(environment), signing_seed(environment))
    make_keys(environment)
    assert (secret_key(environment), signing_seed(environment)) == first
    assert len(first[0]) >= 50
    assert len(first[1]) == 32
    for path in (tmp_path / "data" / "keys").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data" / "keys").stat().st_mode & 0o777 == 0o700


def test_a_key_that_others_may_read_is_refused_with_the_mend(tmp_path):
    environment = Environment(tmp_path)
    make_keys(environment)
    (tmp_path / "keys" / "cookies.key").chmod(0o644)
    with pytest.raises(TanglawError, match=r"found mode 0644; expected 0600.*chmod 600"):
        secret_key(environment)


def test_a_key_in_the_environment_goes_before_a_file(tmp_path):
    environment = replace(Environment(tmp_path), secret_key="k" * 60)
    make_keys(environment)
    assert secret_key(environment) == "k" * 60
    assert not (tmp_path / "keys" / "cookies.key").exists()


def test_the_check_tells_what_stands_between_this_and_production(before_first):
    done = tanglaw("serve", "--check", **before_first)
    assert "tanglaw.W001" in done.stdout
    assert done.returncode == 0
    sound = tanglaw("serve", "--check", "--origin", "https://leads.example.org", TANGLAW_PROXIES="1", **before_first)
    assert "W001" not in sound.stdout
    assert "W004" not in sound.stdout
    assert "security." not in sound.stdout, "Django's own deployment checks find nothing"


def test_it_does_not_start_before_somebody_can_sign_in(console):
    done = console("serve", "--port", "9")
    assert done.returncode == 1
    assert "tanglaw workspace person" in done.stderr


def test_accounts_are_made_on_the_console_and_the_password_is_never_shown(console, quick):
    done = console("workspace", "person", "ana", "--role", "auditor", stdin="correct-horse-battery-9\n")
    assert (done.returncode, done.stderr.strip()) == (
        0,
        "ana can sign in as ana (auditor). The password opens for three days, and is changed at the first sign-in.",
    )
    reset = console("workspace", "reset", "ana")
    assert (reset.returncode, len(reset.stdout.strip())) == (0, 23)
    assert "hand it over in person" in reset.stderr
    assert console("workspace", "reset", "nobody").returncode == 2
    assert "taken off" in console("workspace", "reset", "ana", "--factor").stderr
    weak = console("workspace", "person", "ben", stdin="short\n")
    assert weak.returncode == 2
    twice = console("workspace", "person", "ana", stdin="correct-horse-battery-9\n")
    assert twice.returncode == 2
    assert oct(os.stat(quick / "workspace.sqlite3").st_mode & 0o777) == "0o600"  # noqa: PTH116


def test_a_password_in_the_databases_address_is_warned_of(quick):
    for address, warned in (
        ("postgresql://tanglaw:secret@127.0.0.1/leads", True),
        ("postgresql:///leads?host=/run/postgresql", False),
        ("postgresql://tanglaw@127.0.0.1/leads?passfile=/srv/keys/pgpass", False),
    ):
        with override_settings(TANGLAW=Environment(quick, database_url=address)):
            assert ("tanglaw.W006" in {one.id for one in check_workspace(None)}) == warned, address


def test_the_database_is_reached_without_a_password_of_ours(quick):
    """Over its socket the machine's user is who asks; otherwise the driver looks the password up itself."""
    socket = database(Environment(quick, database_url="postgresql:///leads?host=%2Frun%2Fpostgresql"))
    assert (socket["HOST"], socket["NAME"], socket["USER"], socket["PASSWORD"]) == ("/run/postgresql", "leads", "", "")
    file = database(Environment(quick, database_url="postgresql://ana@db.example/leads?passfile=/srv/pgpass"))
    assert (file["PASSWORD"], file["OPTIONS"]) == ("", {"passfile": "/srv/pgpass"})
