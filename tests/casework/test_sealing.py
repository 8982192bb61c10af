"""A copy of the database alone shows nobody: what identifies people is sealed, and sealed to its place."""

from __future__ import annotations

import json
import zlib
from unittest.mock import patch

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from tests.leads.sample import sample

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.models import Appearance, Decision, Entry, Lead, Look, Note, ProtectedParty, RecordKey, SavedView
from tanglaw.casework.models.record_key import keep
from tanglaw.casework.pages.notes import write
from tanglaw.casework.sealing import masters
from tanglaw.casework.sealing.blind import SEARCH, blind
from tanglaw.casework.sealing.box import seal, unseal
from tanglaw.casework.sealing.fields import read_as
from tanglaw.casework.sealing.rotation import missing_masters, rotate
from tanglaw.common.errors import TanglawError

from .conftest import bring_in


def secrets() -> set[str]:
    """Names, ids and references of everybody protected in the run, long enough not to occur by chance."""
    leads, payments = sample()
    found: set[str] = set()
    for lead in leads:
        if lead.protect:
            rows = payments.filter(lead_id=lead.lead_id)
            found |= {*lead.subject_ids, *lead.names, *([lead.name] if lead.name else ())}
            found |= {text for text in rows["reference"].drop_nulls() if text}
            found |= set(rows[f"{lead.role}_name"].drop_nulls())
    return {text for text in found if len(text) > 5}


def cells():
    """Yield every value of every table, as bytes, unpacked where it was packed."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                for value in row:
                    raw = bytes(value) if isinstance(value, memoryview | bytes) else str(value).encode()
                    yield table, raw
                    try:
                        yield table, zlib.decompress(raw)
                    except zlib.error:
                        continue


@pytest.fixture
def worked(imported, person):
    """A workspace in which people wrote about protected persons wherever one can write."""
    ana, rey = person("analyst", "ana"), person("reviewer", "rey")
    for lead in Lead.objects.filter(protect=True):
        name, page = next(one.name for one in sample()[0] if one.lead_id == lead.lead_id), f"/leads/{lead.lead_id}"
        ana.client.post(f"{page}/names", {"reason": f"To find other accounts of {name}, {lead.subject}."})
        ana.client.get(page)
        ana.client.post(f"{page}/notes", {"text": f"{name} ({lead.subject}) was 14 then."})
        ana.client.get("/queue", {"find": lead.subject})
        ana.client.post("/views", {"name": "hers", "query": f"find={lead.subject}&overdue=yes"})
        ana.client.get("/victims.json", {"find": name})
    for lead in Lead.objects.filter(protect=True, state="open")[:2]:
        decision = propose(lead.lead_id, lead.revision, ana.user, ana.who, Wish("refer", f"{lead.subject} is a child."))
        rey.client.post(f"/leads/{lead.lead_id}/decisions/{decision.pk}/answer",
                        {"verdict": "refuse", "answer": f"{lead.subject}: ask the school first."})  # fmt: skip
    return imported


def test_a_dump_of_the_database_holds_nobody_who_is_protected(worked):
    wanted = {text.encode() for text in secrets()}
    assert len(wanted) > 8
    found = {(table, text) for table, raw in cells() for text in wanted if text in raw}
    assert not found


def test_the_bytes_of_the_sqlite_file_hold_nobody_either(quick, run_folder, person):
    bring_in(run_folder)
    connection.close()
    held = b"".join(path.read_bytes() for path in quick.glob("workspace.sqlite3*"))
    assert b"facilitation" in held, "the file is read where it lies"
    assert not [text for text in secrets() if text.encode() in held]


def test_who_may_reads_it_all(worked, person):
    lead = Lead.objects.filter(protect=True, notes__isnull=False).first()
    note = Note.objects.select_related("lead__key").get(lead=lead)
    assert lead.subject in note.text
    assert lead.subject in Look.objects.filter(lead=lead).first().reason
    decided = Decision.objects.first()
    assert decided.grounds == f"{decided.lead.subject} is a child."
    assert decided.answer == f"{decided.lead.subject}: ask the school first."
    log = person("auditor").client.get("/log.json?action=names unmasked").json()["entries"]
    assert all("To find other accounts of" in json.loads(one["opened"])["reason"] for one in log)
    assert all("sealed:" in one["detail"] for one in log)


def test_a_search_is_logged_as_an_index_that_who_holds_the_key_can_recognise(worked):
    lead = Lead.objects.filter(protect=True).first()
    searched = Entry.objects.filter(action="queue seen", detail__contains=blind(SEARCH, lead.subject))
    assert searched.exists()
    assert SavedView.objects.get().query == "overdue=yes"


@pytest.mark.parametrize("moved", ["table", "row", "field", "record"])
def test_a_sealed_field_opens_in_its_own_place_only(moved):
    data, place = b"k" * 32, {"record": "r1", "table": "note", "row": "1", "field": "text"}
    sealed = seal(data, tuple(place.values()), b"Fourteen.")
    assert unseal(data, tuple(place.values()), sealed) == b"Fourteen."
    with pytest.raises(TanglawError, match="altered or belongs to another row"):
        unseal(data, tuple((place | {moved: "x"}).values()), sealed)


def test_notes_that_are_swapped_in_the_database_do_not_open(worked):
    first, second = Note.objects.order_by("pk")[:2]
    sealed = first.sealed_text
    Note.objects.filter(pk=second.pk).update(sealed_text=sealed)
    assert Note.objects.get(pk=first.pk).text
    with pytest.raises(TanglawError, match="altered"):
        _ = Note.objects.get(pk=second.pk).text


def test_every_sealing_is_another_even_of_the_same_words():
    assert seal(b"k" * 32, ("r", "t", "1", "f"), b"x") != seal(b"k" * 32, ("r", "t", "1", "f"), b"x")


def test_each_record_has_a_key_of_its_own(imported):
    keys = RecordKey.objects.count()
    assert keys == Lead.objects.count() + ProtectedParty.objects.count()
    assert len({key.data for key in RecordKey.objects.all()}) == keys


def test_without_the_master_key_nothing_opens_and_it_is_said_why(filled):
    for path in (filled / "keys").glob("master-*.key"):
        path.rename(path.with_suffix(".away"))
    (filled / "keys" / "master-0001.key").write_bytes(b"QUFB" * 11 + b"\n")
    (filled / "keys" / "master-0001.key").chmod(0o600)
    with pytest.raises(TanglawError, match="Put back the folder's backup"):
        _ = Lead.objects.first().subject


@pytest.mark.parametrize("destroy", [True, False])
def test_a_new_master_wraps_every_key_anew_and_the_old_one_can_go(imported, destroy):
    before = {key.pk: (key.master, key.data) for key in RecordKey.objects.all()}
    subjects = dict(Lead.objects.values_list("pk", "sealed_subject"))
    done = rotate(Who(CONSOLE), destroy_old=destroy)
    assert done.records == len(before)
    for key in RecordKey.objects.all():
        assert key.data == before[key.pk][1]
        assert key.master == done.master != before[key.pk][0]
    assert dict(Lead.objects.values_list("pk", "sealed_subject")) == subjects, "what is sealed stays as it is"
    there = sorted(path.name for path in (imported / "keys").glob("master-*.key"))
    assert there == (["master-0002.key"] if destroy else ["master-0001.key", "master-0002.key"])
    assert (imported / "keys" / "master-0002.key").stat().st_mode & 0o777 == 0o600
    assert all(lead.subject for lead in Lead.objects.all())
    assert missing_masters() == []
    again = rotate(Who(CONSOLE), destroy_old=False)
    assert (again.records, Entry.objects.filter(action="master key rotated").count()) == (len(before), 2)


def test_a_key_from_before_the_rotation_opens_nothing_in_a_stolen_old_copy(filled):
    old = RecordKey.objects.first()
    rotate(Who(CONSOLE), destroy_old=True)
    with pytest.raises(TanglawError, match="Found no master key"):
        _ = RecordKey(pk=old.pk, master=old.master, wrapped=old.wrapped).data


def test_a_record_saved_while_the_master_changes_is_wrapped_under_the_new_one(filled):
    late = RecordKey.new()
    rotate(Who(CONSOLE), destroy_old=False)
    keep([late])
    assert RecordKey.objects.get(pk=late.pk).master == masters.ring().newest
    assert RecordKey.objects.get(pk=late.pk).data == late.data


def test_a_wrapped_key_belongs_to_its_record(filled):
    first, second = RecordKey.objects.all()[:2]
    RecordKey.objects.filter(pk=second.pk).update(wrapped=first.wrapped)
    with pytest.raises(TanglawError, match="altered"):
        _ = RecordKey.objects.get(pk=second.pk).data


def test_a_key_that_others_may_read_is_refused(filled):
    path = filled / "keys" / "master-0001.key"
    path.rename(path.with_name("master-0002.key"))
    path.with_name("master-0002.key").chmod(0o644)
    with pytest.raises(TanglawError, match="chmod 600"):
        _ = Lead.objects.first().subject


def test_an_id_is_found_by_a_part_though_it_stands_sealed(imported, person):
    lead = Lead.objects.filter(protect=True).first()
    ana = person("analyst", "ana")
    found = ana.client.get("/queue.json", {"find": lead.subject[1:].lower(), "state": "any"}).json()
    assert lead.lead_id in {one["lead_id"] for one in found["victims"]}


def test_a_party_has_one_index_everywhere_and_roles_have_their_own(imported):
    own = Appearance.objects.filter(own=True).first()
    assert own.index == blind(own.role, own.party) == own.lead.subject_index
    assert blind("originator", "A-1") != blind("beneficiary", "A-1")
    assert len(own.index) == 32


@given(st.tuples(*[st.text(st.sampled_from('a/"\\\x7f\n é1,'), max_size=6)] * 4))
def test_a_place_is_bound_as_json_whatever_stands_in_it(place):
    with patch("os.urandom", return_value=b"n" * 12):
        sealed = seal(b"k" * 32, place, b"Fourteen.")[13:]
    written = json.dumps(["tanglaw field 1", "01", *place], separators=(",", ":")).encode("ascii")
    assert AESGCM(b"k" * 32).decrypt(b"n" * 12, sealed, written) == b"Fourteen."


def test_words_shown_otherwise_are_not_what_is_saved(quick, person, run_folder):
    bring_in(run_folder)
    ana, lead = person("analyst", "ana"), Lead.objects.order_by("pk")[0]
    note = write(lead, "She is called Ramona.", ana.user, ana.who)
    read_as(note, text="She is called [name withheld].")
    assert note.text == "She is called [name withheld]."
    note.save()
    again = Note.objects.get(pk=note.pk)
    assert again.text == "She is called Ramona."
    again.text = "Another."
    assert again.text == "Another."
