"""A submission goes its way step by step, is never called sent without a receipt, and is never sent twice."""

from __future__ import annotations

import json
import sqlite3
import stat
from datetime import date

import pytest
from tests.filings.invented import dossier
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.dossier.files import to_json
from tanglaw.filings.due import due_on
from tanglaw.filings.goaml.report import goaml
from tanglaw.filings.pack.signing import make_keys
from tanglaw.filings.profiles.loading import load_profile
from tanglaw.filings.profiles.profile import Deadline
from tanglaw.filings.submission import machine
from tanglaw.filings.submission.states import FOLLOWS, step
from tanglaw.filings.submission.store import Store
from tanglaw.filings.submission.visibility import Reader
from tanglaw.filings.transport.folder import FolderTransport
from tanglaw.filings.transport.transport import TransportError
from tanglaw.payments.rates import Rates

PROFILE = load_profile("goaml-generic")
RATES = Rates.load()
FILER = Reader.of("Ada", {"filer"})


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    return make_keys(tmp_path_factory.mktemp("keys") / "k.pem")[0]


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "s.sqlite") as held:
        yield held


@pytest.fixture
def box(tmp_path):
    for name in ("out", "in"):
        (tmp_path / name).mkdir()
    return FolderTransport(tmp_path / "out", tmp_path / "in")


def prepared(store, one=None, **options):
    one = one or dossier()
    return machine.prepare(store, one, PROFILE, goaml(one, PROFILE, RATES), "Ada", **options)


def signed(store, key, one=None):
    number = prepared(store, one).id
    machine.approve(store, number, "Ben")
    return machine.sign_submission(store, number, key, "Ben")


def receipt(box, name="r.json", **said):
    plain = {
        "format": "tanglaw-receipt/1",
        "reference": "TGL-2025-0001",
        "version": 1,
        "accepted": True,
        "receipt": "FIU-9",
    }
    (box.inbox / name).write_text(json.dumps(plain | said), encoding="utf-8")


def test_from_draft_to_receipt(store, key, box):
    one = prepared(store)
    assert one.state == "validated"
    assert machine.approve(store, one.id, "Ben").state == "approved"
    assert machine.sign_submission(store, one.id, key, "Ben").state == "signed"
    assert machine.hand_over(store, one.id, box, "Ada").state == "handed over"
    assert sorted(path.name for path in box.outbox.iterdir()) == ["TGL-2025-0001.xml"]
    assert machine.receive(store, box, "Ada") == []
    receipt(box)
    (found,) = machine.receive(store, box, "Ada")
    assert found.said == "acknowledged as FIU-9"
    assert store.get(one.id, FILER).receipt == "FIU-9"
    assert [event.what for event in store.events(one.id)] == [
        "draft", "validated", "approved", "signed", "handing over", "handed over", "receipt", "acknowledged",
    ]  # fmt: skip
    assert store.audit_is_whole()
    assert machine.receive(store, box, "Ada") == []


def test_whoever_prepared_it_cannot_approve_it(store):
    one = prepared(store)
    for name in ("Ada", " ada ", "ADA"):
        with pytest.raises(TanglawError, match="second person"):
            machine.approve(store, one.id, name)
    assert store.get(one.id, FILER).state == "validated"
    assert store.events(one.id)[-1].what == "refused"
    with pytest.raises(UsageError, match="--by is empty"):
        machine.approve(store, one.id, " ")


def test_no_step_is_left_out(store, key, box):
    one = prepared(store)
    with pytest.raises(TanglawError, match="only a signed one"):
        machine.hand_over(store, one.id, box, "Ada")
    with pytest.raises(TanglawError, match="cannot become signed"):
        machine.sign_submission(store, one.id, key, "Ben")
    machine.approve(store, one.id, "Ben")
    with pytest.raises(TanglawError, match="only a signed one"):
        machine.hand_over(store, one.id, box, "Ada")
    assert not list(box.outbox.iterdir())


def test_a_refused_report_is_no_submission(store):
    with pytest.raises(TanglawError, match="nothing was written"):
        prepared(store, dossier(filer=None))
    assert store.every(FILER) == []


def test_the_same_again_is_the_same_and_another_content_is_refused(store):
    one = prepared(store)
    assert prepared(store).id == one.id
    with pytest.raises(TanglawError, match="with other content"):
        prepared(store, dossier(travel=("flew",), payments=dossier().payments[:1]))


def test_a_second_version_waits_until_the_first_is_answered(store, key, box):
    one = prepared(store)
    two = dossier(version=2)
    with pytest.raises(TanglawError, match="as a duplicate"):
        prepared(store, two)
    with pytest.raises(TanglawError, match="only one that was answered"):
        prepared(store, two, corrects=one.id)
    machine.send_back(store, one.id, "Ada", "a mistake")
    assert machine.reported_before(store, two, PROFILE) == []
    assert prepared(store, two).version == 2
    assert len(machine.reported_before(store, two, PROFILE)) == 1


def test_what_was_approved_is_what_is_signed_and_handed_over(store, key, box, tmp_path):
    one = prepared(store)
    machine.approve(store, one.id, "Ben")
    store.put_file(one.id, "TGL-2025-0001.xml", b"<other/>")
    with pytest.raises(TanglawError, match="not those that were approved"):
        machine.sign_submission(store, one.id, key, "Ben")
    with Store(tmp_path / "t.sqlite") as second:
        two = signed(second, key)
        second.put_file(two.id, "TGL-2025-0001.xml", b"<other/>")
        with pytest.raises(TanglawError, match="not those that were approved"):
            machine.hand_over(second, two.id, box, "Ada")


def test_it_is_never_handed_over_twice(store, key, box):
    one = signed(store, key)
    machine.hand_over(store, one.id, box, "Ada")
    before = {path.name: path.stat().st_mtime_ns for path in box.outbox.iterdir()}
    assert machine.hand_over(store, one.id, box, "Ada").state == "handed over"
    assert {path.name: path.stat().st_mtime_ns for path in box.outbox.iterdir()} == before


class Cut:
    """A way that is cut after some files, before or after the last one arrived."""

    def __init__(self, box, after, *, arrives, maybe_sent=True):
        self.box, self.left, self.arrives, self.maybe_sent = box, after, arrives, maybe_sent

    def put(self, name, data):
        if self.left == 0:
            if self.arrives:
                self.box.put(name, data)
            raise TransportError("the line went dead", maybe_sent=self.maybe_sent)
        self.left -= 1
        return self.box.put(name, data)

    def holds(self, name):
        return self.box.holds(name)

    def receipts(self):
        return self.box.receipts()

    def fetch(self, name):
        return self.box.fetch(name)


def test_a_cut_hand_over_goes_on_where_the_file_is_there(store, key, box):
    one = signed(store, key)
    with pytest.raises(TransportError):
        machine.hand_over(store, one.id, Cut(box, 0, arrives=True), "Ada", signatures=True)
    assert store.get(one.id, FILER).state == "handing over"
    stamp = (box.outbox / "TGL-2025-0001.xml").stat().st_mtime_ns
    assert machine.hand_over(store, one.id, box, "Ada", signatures=True).state == "handed over"
    assert (box.outbox / "TGL-2025-0001.xml").stat().st_mtime_ns == stamp
    assert (box.outbox / "TGL-2025-0001.xml.sig.json").exists()


def test_where_nobody_knows_whether_it_arrived_it_is_said_and_not_sent_again(store, key, box):
    one = signed(store, key)
    with pytest.raises(TransportError):
        machine.hand_over(store, one.id, Cut(box, 0, arrives=False), "Ada")
    with pytest.raises(TanglawError, match="may have taken them"):
        machine.hand_over(store, one.id, box, "Ada")
    assert not list(box.outbox.iterdir())
    receipt(box)
    assert machine.receive(store, box, "Ada")[0].said == "acknowledged as FIU-9"


def test_a_person_may_say_send_it_again(store, key, box):
    one = signed(store, key)
    with pytest.raises(TransportError):
        machine.hand_over(store, one.id, Cut(box, 0, arrives=False), "Ada")
    assert machine.hand_over(store, one.id, box, "Ada", again=True).state == "handed over"


def test_what_surely_did_not_leave_can_be_tried_again(store, key, box):
    one = signed(store, key)
    with pytest.raises(TransportError):
        machine.hand_over(store, one.id, Cut(box, 0, arrives=False, maybe_sent=False), "Ada")
    assert store.get(one.id, FILER).state == "signed"
    assert machine.hand_over(store, one.id, box, "Ada").state == "handed over"


def test_a_refusal_names_the_fields_and_a_correction_follows(store, key, box):
    one = signed(store, key)
    machine.hand_over(store, one.id, box, "Ada")
    receipt(box, accepted=False, receipt="", reasons=[
        {"code": "E12", "text": "birthdate is missing", "element": "/report/transaction[1]/t_from/from_person/birthdate"},
        {"code": "E99", "text": "something else", "element": "mystery"},
    ])  # fmt: skip
    (found,) = machine.receive(store, box, "Ada")
    assert found.said == "rejected: birthdate is missing → parties[].birth_date; something else → dossier"
    again = machine.correction(store, one.id, "Ada")
    assert (again.version, again.corrects) == (2, "TGL-2025-0001")
    new = prepared(store, again, corrects=one.id)
    assert store.get(one.id, FILER).state == "corrected"
    assert prepared(store, again, corrects=one.id).id == new.id
    machine.approve(store, new.id, "Ben")
    machine.sign_submission(store, new.id, key, "Ben")
    machine.hand_over(store, new.id, box, "Ada")
    assert (box.outbox / "TGL-2025-0001-v2.xml").exists()
    assert (box.outbox / "TGL-2025-0001.xml").exists()


def test_an_authority_may_refuse_later_what_it_acknowledged_and_not_the_other_way(store, key, box):
    one = signed(store, key)
    machine.hand_over(store, one.id, box, "Ada")
    receipt(box)
    machine.receive(store, box, "Ada")
    receipt(box, "later.json", accepted=False, receipt="", reasons=[{"code": "1", "text": "no", "element": "reason"}])
    assert machine.receive(store, box, "Ada")[0].said.startswith("rejected: no → narrative")
    receipt(box, "again.json", receipt="FIU-10")
    assert "not used" in machine.receive(store, box, "Ada")[0].said
    assert store.get(one.id, FILER).state == "rejected"


def test_a_receipt_for_what_never_left_counts_for_nothing(store, box):
    one = prepared(store)
    receipt(box)
    assert "not used" in machine.receive(store, box, "Ada")[0].said
    assert store.get(one.id, FILER).state == "validated"


def test_a_broken_receipt_does_not_stop_the_others(store, key, box):
    one = signed(store, key)
    machine.hand_over(store, one.id, box, "Ada")
    (box.inbox / "a-broken.json").write_bytes(b"{")
    (box.inbox / "b-strange.json").write_text(
        '{"format": "tanglaw-receipt/1", "reference": "other", "version": 1, "accepted": true, "receipt": "x"}'
    )
    (box.inbox / "link.json").symlink_to("/etc/hostname")
    receipt(box, "z.json")
    said = {found.name: found.said for found in machine.receive(store, box, "Ada")}
    assert said["a-broken.json"].startswith("not used")
    assert said["b-strange.json"].startswith("not used")
    assert "link" in said["link.json"]
    assert said["z.json"] == "acknowledged as FIU-9"


def test_deadlines_count_working_days_and_what_is_due_comes_first(store):
    three = Deadline(days=3, kind="working", starts="x", source="y")
    assert due_on(three, date(2025, 7, 4)) == date(2025, 7, 9)  # a Friday: Monday, Tuesday, Wednesday
    assert due_on(three, date(2025, 7, 5)) == date(2025, 7, 9)
    assert due_on(Deadline(days=30, starts="x", source="y"), date(2025, 7, 2)) == date(2025, 8, 1)
    assert due_on(Deadline(days=0, kind="working", starts="x", source="y"), date(2025, 7, 5)) == date(2025, 7, 7)
    one = prepared(store, suspected=date(2025, 3, 1))
    two = prepared(store, dossier(reference="second"), suspected=date(2025, 2, 1))
    found = machine.due(store, date(2025, 3, 2), FILER)
    assert [(s.id, left) for s, left in found] == [(two.id, -29), (one.id, -1)]


def test_nobody_without_need_to_know_learns_that_there_is_a_filing(store):
    one = prepared(store)
    for roles in ((), ("analyst",), ("administrator",)):
        reader = Reader.of("Eve", roles)
        assert store.every(reader) == []
        assert machine.due(store, date(2025, 1, 1), reader) == []
        with pytest.raises(UsageError) as hidden:
            store.get(one.id, reader)
        with pytest.raises(UsageError) as missing:
            store.get(99, reader)
        assert str(hidden.value).replace(str(one.id), "N") == str(missing.value).replace("99", "N")


def test_a_changed_audit_shows(store, tmp_path):
    prepared(store)
    assert store.audit_is_whole()
    for change in ("UPDATE event SET who = 'Eve' WHERE number = 1", "DELETE FROM event WHERE number = 1"):
        with sqlite3.connect(tmp_path / "s.sqlite") as db:
            db.execute(change)
        db.close()
        assert not store.audit_is_whole()


def test_the_store_is_its_owners_alone_and_no_other_file_is_taken_for_one(tmp_path, store):
    assert stat.S_IMODE((tmp_path / "s.sqlite").stat().st_mode) == 0o600
    (tmp_path / "text").write_text("this is no database, whatever it is called" * 50)
    with pytest.raises(UsageError, match="cannot be used as a store"), Store(tmp_path / "text"):
        pass


@pytest.mark.parametrize("now", FOLLOWS)
def test_only_the_states_that_may_follow_do(now):
    for then in FOLLOWS:
        if then in FOLLOWS[now]:
            assert step(now, then) == then
        else:
            with pytest.raises(TanglawError, match="cannot become"):
                step(now, then)


def test_there_is_no_state_called_sent():
    assert not {"sent", "filed", "delivered"} & FOLLOWS.keys()
    before = {now for now, then in FOLLOWS.items() if "acknowledged" in then}
    assert before == {"handing over", "handed over"}


def test_a_transaction_that_fails_leaves_nothing(store, monkeypatch):
    one = prepared(store)
    lines = len(store.events())

    def fail(*_args):
        raise RuntimeError("power cut")

    monkeypatch.setattr(store, "_log", fail)
    with pytest.raises(RuntimeError):
        machine.approve(store, one.id, "Ben")
    monkeypatch.undo()
    assert store.get(one.id, FILER).state == "validated"
    assert len(store.events()) == lines


def test_the_commands_go_the_whole_way(tmp_path, key):
    app, run = build(), CliRunner()
    (tmp_path / "d.json").write_text(to_json(dossier()))
    (tmp_path / "box").mkdir()

    def tell(*words):
        done = run.invoke(app, ["submission", *words, "--store", str(tmp_path / "s.sqlite")])
        assert done.exit_code == 0, (done.output, done.exception)
        return done.stdout

    assert "validated" in tell("prepare", str(tmp_path / "d.json"), "--as", "goaml", "--by", "Ada")
    assert "approved" in tell("approve", "1", "--by", "Ben")
    assert "signed" in tell("sign", "1", "--by", "Ben", "--key", str(key))
    assert "handed over" in tell("hand-over", "1", "--by", "Ada", "--to", str(tmp_path / "box"))
    assert tell("receive", "--by", "Ada", "--from", str(tmp_path / "box")) == "No new receipt.\n"
    receipt(FolderTransport(tmp_path / "box", tmp_path / "box"), accepted=False, receipt="",
            reasons=[{"code": "1", "text": "too vague", "element": "reason"}])  # fmt: skip
    assert "rejected: too vague → narrative" in tell("receive", "--by", "Ada", "--from", str(tmp_path / "box"))
    assert "narrative: too vague" in tell("correct", "1", "--by", "Ada", "--out", str(tmp_path / "d2.json"))
    assert "version 2" in tell("prepare", str(tmp_path / "d2.json"), "--by", "Ada", "--corrects", "1")
    assert "The audit is whole." in tell("show", "1", "--by", "Ada")
    listed = json.loads(tell("list", "--by", "Ada", "--due", "--on", "2025-04-02", "--json"))
    assert [(one["id"], one["state"], one["days_left"]) for one in listed] == [(2, "validated", -1)]
    assert "withdrawn" in tell("withdraw", "2", "--by", "Ada", "--why", "a duplicate")
