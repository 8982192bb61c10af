"""The log: append-only in the database itself, and every way of tampering with it is found."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import DatabaseError, connection, connections, transaction
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.casework.audit import heads, triggers
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import BEGINNING, CONSOLE, Who, append, canonical, digest
from tanglaw.casework.audit.verifying import read_heads, verify
from tanglaw.casework.models import Entry, Head
from tanglaw.common.errors import TanglawError


@pytest.fixture
def filled_log(workspace):

    with transaction.atomic():
        for number in range(130):
            append(Who("ana", "192.0.2.7"), Action.LEAD_SEEN, "lead", f"L-{number}", {"version": 1, "wörter": "ñ"})
    return workspace


def faults(data, key=None):

    kept = heads.exported(data)
    return verify(read_heads(kept) if kept.exists() else [], key or heads.public_key()).faults


def execute(*statements):

    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def switch_off_triggers():

    for name in triggers.expected(connection.vendor):
        table = "casework_head" if "head" in name else "casework_entry"
        execute(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else f" ON {table}"))


def switch_on_triggers():

    if connection.vendor == "postgresql":
        execute("DROP FUNCTION casework_log_refused", "DROP FUNCTION casework_entry_follows")
    execute(*triggers.statements(connection.vendor))


def test_a_sound_log_has_no_fault_and_signed_heads(filled_log):

    assert list(Head.objects.order_by("number").values_list("number", flat=True)) == [1, 100]
    assert faults(filled_log) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE casework_entry SET actor = 'somebody' WHERE number = 3",
        "DELETE FROM casework_entry WHERE number = 130",
        "UPDATE casework_head SET hash = 'x'",
        "DELETE FROM casework_head",
        (
            "INSERT INTO casework_entry SELECT 999, at, actor, action, kind, object, detail, address, previous, hash "
            "FROM casework_entry WHERE number = 5"
        ),
        (
            "INSERT INTO casework_entry SELECT 131, at, actor, action, kind, object, detail, address, 'wrong', hash "
            "FROM casework_entry WHERE number = 5"
        ),
    ],
)
def test_the_database_refuses_every_change(filled_log, statement):

    with pytest.raises(DatabaseError, match=r"append-only|follows the last one"):
        execute(statement)
    assert faults(filled_log) == ()


def test_postgresql_refuses_to_empty_the_table(filled_log):

    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DatabaseError, match="append-only"):
        execute("TRUNCATE casework_entry")


def test_a_trigger_that_is_gone_is_found(filled_log):
    switch_off_triggers()
    assert len([fault for fault in faults(filled_log) if "trigger" in fault]) >= 5


@pytest.mark.parametrize("column", ["actor", "action", "kind", "object", "detail", "address"])
def test_an_edited_entry_is_found(filled_log, column):
    switch_off_triggers()
    execute(f"UPDATE casework_entry SET {column} = 'other' WHERE number = 42")
    switch_on_triggers()
    assert faults(filled_log) == ("Entry 42 was edited: its content does not give its hash.",)


def test_an_entry_moved_in_time_is_found(filled_log):

    switch_off_triggers()
    Entry.objects.filter(number=42).update(at=Entry.objects.get(number=42).at + timedelta(microseconds=1))
    switch_on_triggers()
    assert any("Entry 42 was edited" in fault for fault in faults(filled_log))


def test_a_removed_entry_is_found(filled_log):
    switch_off_triggers()
    execute("DELETE FROM casework_entry WHERE number = 42")
    switch_on_triggers()
    found = faults(filled_log)
    assert "Entry 42 is missing: after it comes 43." in found
    assert any("Entry 43 does not follow" in fault for fault in found)


def test_removed_last_entries_are_found_by_a_kept_head(filled_log):

    heads.sign_last()
    switch_off_triggers()
    execute("DELETE FROM casework_entry WHERE number > 110", "DELETE FROM casework_head WHERE number > 110")
    switch_on_triggers()
    assert faults(filled_log) == ("Entries 111 to 130 were removed: a head kept elsewhere was signed at entry 130.",)


def recompute(change):
    """Do what an attacker with the whole database can do: change an entry, and chain everything after it anew."""

    switch_off_triggers()
    previous = BEGINNING
    for entry in change(list(Entry.objects.order_by("number"))):
        entry.previous = previous
        entry.hash = previous = digest(entry)
        entry.save()
    switch_on_triggers()


def test_a_chain_made_anew_is_found(filled_log):
    def edit(entries):
        entries[79].actor = "somebody else"
        return entries

    recompute(edit)
    found = faults(filled_log)
    assert all("made anew up to entry 100" in fault for fault in found)
    assert len(found) == 2  # by the head in the database and by the one kept elsewhere


def test_an_inserted_entry_is_found_though_all_is_chained_anew(filled_log):

    def insert(entries):
        Entry.objects.filter(number=entries[-1].number).delete()
        put_in = Entry(number=50, at=entries[48].at, actor="ana", action="lead seen")
        for entry in entries[49:]:
            entry.number += 1
        return [*entries[:49], put_in, *entries[49:]]

    recompute(insert)
    assert any("made anew up to entry 100" in fault for fault in faults(filled_log))


def test_a_chain_made_anew_is_found_though_its_heads_were_thrown_away(filled_log):
    recompute(lambda entries: [entries[0], *entries[1:]] if not setattr(entries[3], "actor", "x") else entries)
    switch_off_triggers()
    execute("DELETE FROM casework_head")
    switch_on_triggers()
    assert any("kept elsewhere" in fault and "made anew" in fault for fault in faults(filled_log))


def test_heads_signed_with_another_key_are_found(filled_log):

    own = heads.public_key()
    other = Ed25519PrivateKey.generate()
    line = heads.as_line(heads.Head.objects.get(number=100))
    line["hash"] = "0" * 64
    line["signature"] = other.sign(heads.message(line)).hex()
    heads.exported(filled_log).write_text(json.dumps(line) + "\n")
    assert faults(filled_log, own) == (
        "The head of entry 100 kept elsewhere is not signed with the key of this workspace.",
    )


def test_the_command_says_what_is_wrong_and_ends_with_1(quick, console):
    for _ in range(3):
        append(Who(CONSOLE), Action.QUEUE_SEEN)
    assert "all as it should be" in console("audit", "verify").stdout
    heads = quick / "elsewhere.jsonl"
    noted = console("audit", "heads", str(heads)).stdout.strip()
    switch_off_triggers()
    execute("UPDATE casework_entry SET actor = 'somebody' WHERE number = 2")
    switch_on_triggers()
    verdict = console("audit", "verify", "--heads", str(heads), "--key", noted, "--json")
    assert verdict.returncode == 1
    said = json.loads(verdict.stdout)
    assert said["faults"][0] == "Entry 2 was edited: its content does not give its hash."
    assert said["kept"] == 2


def test_an_export_that_is_none_is_refused_with_its_line(quick):

    (quick / "bad.jsonl").write_text('{"number": 1}\n')
    with pytest.raises(TanglawError, match=r"bad\.jsonl:1: found .* expected a head"):
        read_heads(quick / "bad.jsonl")


@given(st.lists(st.text(max_size=20), min_size=6, max_size=6), st.lists(st.text(max_size=20), min_size=6, max_size=6))
def test_two_entries_have_one_form_only_if_they_say_the_same(first, second):
    """Nothing that one field says can be made to look like another's: the form is a JSON array."""

    def form(fields):
        actor, action, kind, it, detail, address = fields
        return canonical(
            Entry(number=1, at=datetime(2026, 1, 1, tzinfo=UTC), actor=actor, action=action, kind=kind, object=it,
                  detail=detail, address=address, previous="0")
        )  # fmt: skip

    assert (form(first) == form(second)) == (first == second)


def test_entries_appended_at_once_stand_one_after_another(workspace):

    def work(number):
        try:
            for _ in range(10):
                append(Who(f"analyst-{number}"), Action.QUEUE_SEEN)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, range(6)))
    assert Entry.objects.count() == 60
    assert faults(workspace) == ()
