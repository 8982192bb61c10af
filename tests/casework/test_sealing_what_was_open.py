"""A workspace from before fields were sealed is sealed when the program is brought up to date."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings

from tanglaw.casework.models import (
    Appearance,
    Case,
    CaseEvent,
    CaseNote,
    CaseSubject,
    Decision,
    Filing,
    Lead,
    Look,
    Note,
    ProtectedParty,
    Referral,
    Task,
    Version,
)  # fmt: skip
from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.site.database import database
from tanglaw.casework.site.environment import Environment
from tanglaw.casework.site.keys import make_keys

from .conftest import _at, _Database

BEFORE = "0015_leads_that_had_a_case"
NOW = datetime(2026, 3, 1, 12, 30, 15, 123456, UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def before(request, tmp_path, django):
    """A database with the tables of before."""
    data = tmp_path / "workspace"
    environment = Environment(data)
    make_keys(environment)
    if request.param == "sqlite":
        described = database(environment)
    else:
        address = request.getfixturevalue("postgresql_address")
        name = f"before_{abs(hash(request.node.nodeid))}"
        with psycopg.connect(f"{address}/postgres", autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")
        described = _at(f"{address}/{name}")
    with _Database(described), override_settings(TANGLAW=environment):
        MigrationExecutor(connection).migrate([("casework", BEFORE)])
        yield data


def fill():
    """Fill the tables of before: one lead with everything that can belong to one."""
    make = MigrationExecutor(connection).loader.project_state([("casework", BEFORE)]).apps.get_model
    user = make("casework", "User").objects.create(username="ana", name="Ana", role="analyst", password="x")
    run = make("casework", "Run").objects.create(
        fingerprint="f", folder="/x", account={}, found=1, new=1, changed=0, imported=NOW
    )
    lead = make("casework", "Lead").objects.create(
        lead_id="L-1", pattern="facilitation", pattern_title="t", role="beneficiary", subject="R-77001", protect=True,
        first_run=run, last_run=run, attention=0.5, score=0.5, urgency=0.5, holder="h", corridor="AU→PH",
        first_seen=NOW, last_seen=NOW, payments=2, counterparties=1, total_usd=3.0, due=NOW, opened=NOW,
    )  # fmt: skip
    of = {"lead": lead}
    make("casework", "Version").objects.create(**of, number=1, run=run, digest="d", content=b"Tala Reyes", changes=[],
                                               score=0.5, urgency=0.5)  # fmt: skip
    for role, party in (("beneficiary", "R-77001"), ("originator", "C-990011")):
        make("casework", "Appearance").objects.create(
            **of, role=role, party=party, own=role == "beneficiary", payments=2
        )
    make("casework", "ProtectedParty").objects.create(
        role="beneficiary", party="R-77001", names=["Tala Reyes", "T. Réyes"]
    )
    make("casework", "Note").objects.create(**of, author=user, text="Tala Reyes is 14.", written=NOW)
    make("casework", "Look").objects.create(**of, user=user, reason="To find Tala Reyes.", since=NOW, until=NOW)
    make("casework", "Decision").objects.create(
        **of, kind="file", standing="refused", version=1, grounds="Tala Reyes may be 14.", answer="", proposed_by=user,
        proposed=NOW,
    )  # fmt: skip
    case = make("casework", "Case").objects.create(title="The Reyes household", opened=NOW, opened_by=user)
    of = {"case": case}
    make("casework", "CaseNote").objects.create(**of, author=user, text="Tala Reyes called.", written=NOW)
    make("casework", "CaseEvent").objects.create(**of, author=user, at=NOW, what="Tala Reyes called.", source="Note",
                                                 written=NOW)  # fmt: skip
    make("casework", "CaseSubject").objects.create(**of, role="victim", side="beneficiary", party="R-77001",
                                                   name="Tala Reyes", added=NOW, added_by=user)  # fmt: skip
    make("casework", "Task").objects.create(**of, what="Call Tala Reyes", due=NOW.date(), made=NOW, made_by=user)
    make("casework", "Referral").objects.create(
        **of, kind="police", recipient="Desk", basis="vital", told="Tala Reyes is 14.", grounds="Danger",
        standing="proposed", proposed_by=user, proposed=NOW,
    )  # fmt: skip
    filing = make("casework", "Filing").objects.create(
        **of, lead=lead, authority="A", form="str", profile="p", reference="r", begun=NOW, begun_by=user,
        prepared_by=user, suspected=NOW.date(), dossier='{"name": "Tala Reyes"}',
    )  # fmt: skip
    make("casework", "FilingFile").objects.create(filing=filing, name="a.json", data=b"Tala Reyes")
    make("casework", "FilingStep").objects.create(filing=filing, at=NOW, who="ana", what="begun", detail="Tala Reyes")


def raw(folder: Path) -> bytes:
    """Return everything that the database's own files hold."""
    connection.close()
    if connection.vendor == "sqlite":
        return b"".join(path.read_bytes() for path in sorted(folder.glob("workspace.sqlite3*")))
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT current_setting('data_directory') || '/base/' || oid FROM pg_database WHERE datname = current_database()"
        )
        place = Path(cursor.fetchone()[0])
    return b"".join(path.read_bytes() for path in sorted(place.iterdir()) if path.is_file())


def test_everything_is_sealed_reads_as_before_and_nothing_stays_open_in_the_files(before):
    fill()
    wanted = [b"R-77001", b"C-990011", b"Tala Reyes"]
    assert all(text in raw(before) for text in wanted), "the files are read where they lie"
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes("casework"))
    lead = Lead.objects.get()
    assert (lead.subject, lead.subject_index) == ("R-77001", blind("beneficiary", "R-77001"))
    assert Version.objects.get().content == b"Tala Reyes"
    assert sorted(one.party for one in Appearance.objects.all()) == ["C-990011", "R-77001"]
    assert ProtectedParty.objects.get().names == ["Tala Reyes", "T. Réyes"]
    assert Note.objects.get().text == "Tala Reyes is 14."
    assert Look.objects.get().reason == "To find Tala Reyes."
    assert (Decision.objects.get().grounds, Decision.objects.get().answer) == ("Tala Reyes may be 14.", "")
    subject = CaseSubject.objects.get()
    assert (subject.party, subject.name, subject.index) == ("R-77001", "Tala Reyes", blind("beneficiary", "R-77001"))
    assert Case.objects.get().title == "The Reyes household"
    assert {CaseNote.objects.get().text, CaseEvent.objects.get().what} == {"Tala Reyes called."}
    assert (Task.objects.get().what, Referral.objects.get().told) == ("Call Tala Reyes", "Tala Reyes is 14.")
    filing = Filing.objects.get()
    assert filing.dossier == '{"name": "Tala Reyes"}'
    assert (filing.files.get().data, filing.steps.get().detail) == (b"Tala Reyes", "Tala Reyes")
    held = raw(before)
    assert not [text for text in wanted if text in held]
