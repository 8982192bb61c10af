"""A pack repeats byte for byte, says what was changed, and its redacted variant names nobody who is masked."""

from __future__ import annotations

import io
import json
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.authority import authority
from tests.filings.invented import dossier, ground, payer, payment, receiver
from tests.filings.odd import dossiers
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.dossier.party import Address, Document
from tanglaw.filings.dossier.redacting import redact
from tanglaw.filings.pack.adding import add_stamp, write_request
from tanglaw.filings.pack.archive import pack, unpack
from tanglaw.filings.pack.case_uco import case_jsonld
from tanglaw.filings.pack.evidence import evidence_json
from tanglaw.filings.pack.making import make_pack
from tanglaw.filings.pack.report import report_html
from tanglaw.filings.pack.signing import make_keys
from tanglaw.filings.pack.verifying import verify

NAME = "TGL-2025-0001.zip"


@pytest.fixture(scope="module")
def keys(tmp_path_factory) -> tuple[Path, Path]:
    return make_keys(tmp_path_factory.mktemp("keys") / "one.pem")


@pytest.fixture(scope="module")
def data(keys) -> bytes:
    return make_pack(dossier(), key=keys[0]).files[NAME]


@pytest.fixture
def put(tmp_path):
    def write(content: bytes) -> Path:
        path = tmp_path / "some.zip"
        path.write_bytes(content)
        return path

    return write


def test_it_repeats_byte_for_byte(data, keys):
    assert make_pack(dossier(), key=keys[0]).files[NAME] == data


def test_it_holds_what_it_should_and_is_intact(data, put, keys, golden):
    files = unpack(data)
    assert sorted(files) == ["README.txt", "case.jsonld", "evidence.json", "manifest.json", "manifest.sig.json",
                             "payments.csv", "report.pdf"]  # fmt: skip
    found = verify(put(data), key=keys[1])
    assert found.intact, found.problems
    golden("filings/pack/evidence.json", files["evidence.json"].decode())
    golden("filings/pack/case.jsonld", files["case.jsonld"].decode())
    golden("filings/pack/payments.csv", files["payments.csv"].decode("utf-8").replace("\r\n", "\n"))
    golden("filings/pack/README.txt", files["README.txt"].decode())
    golden("filings/pack/report.html", report_html(dossier()))


def test_every_page_of_the_report_carries_its_marking(data):
    reader = PdfReader(io.BytesIO(unpack(data)["report.pdf"]))
    assert len(reader.pages) >= 3
    for page in reader.pages:
        text = page.extract_text()
        assert "TLP:AMBER+STRICT" in text
        assert "Do not tell the people named here" in text
    whole = " ".join(page.extract_text() for page in reader.pages)
    assert "school fees" in whole
    assert "Alan Example" in whole


def test_the_report_fetches_nothing_and_runs_nothing():
    evil = '<img src="http://example.org/x.png"><script>x</script><style>@import "http://example.org"</style>'
    page = report_html(dossier(payments=(payment(0, reference=evil),), reference=evil))
    assert "<img" not in page
    assert "<script" not in page
    assert "url(" not in page
    assert make_pack(dossier(payments=(payment(0, reference=evil),))).files


def test_case_validate_accepts_the_graph(tmp_path):
    path = tmp_path / "case.jsonld"
    path.write_bytes(case_jsonld(dossier()))
    command = shutil.which("case_validate") or str(Path(sys.executable).with_name("case_validate"))
    done = subprocess.run([command, str(path)], capture_output=True, text=True, check=False)
    assert "Conforms: True" in done.stdout, done.stdout + done.stderr


def test_the_evidence_holds_the_exact_sum():
    said = json.loads(evidence_json(dossier()))["dossier"]["assessment"]
    assert said["reasons"][0]["weight"] == ground().weight
    assert {"prior", "competition", "log_odds", "pattern_sha256"} <= said.keys()


@pytest.mark.parametrize("name", ["report.pdf", "payments.csv", "evidence.json", "case.jsonld", "README.txt"])
def test_a_changed_file_and_a_removed_one_are_named(data, put, name):
    files = unpack(data)
    changed = verify(put(pack(files | {name: files[name] + b" "})))
    assert changed.problems == (f"{name} was changed: its SHA-256 is not that of the manifest.",)
    removed = verify(put(pack({other: content for other, content in files.items() if other != name})))
    assert removed.problems == (f"{name} is missing.",)


def test_a_file_too_much_is_named(data, put):
    assert verify(put(pack(unpack(data) | {"extra.exe": b"MZ"}))).problems == ("extra.exe is not in the manifest.",)


def test_a_changed_manifest_breaks_the_signature(data, put):
    files = unpack(data)
    changed = files["manifest.json"].replace(b'"redacted": false', b'"redacted": true')
    assert changed != files["manifest.json"]
    assert verify(put(pack(files | {"manifest.json": changed}))).problems == (
        "The signature does not fit what it should have signed.",
    )


def test_a_swapped_signature_is_found(data, put, keys, tmp_path):
    others = make_keys(tmp_path / "other.pem")
    theirs = unpack(make_pack(dossier(), key=others[0]).files[NAME])["manifest.sig.json"]
    swapped = put(pack(unpack(data) | {"manifest.sig.json": theirs}))
    assert any("whose key that is was not checked" in note for note in verify(swapped).notes)
    assert "another key" in verify(swapped, key=keys[1]).problems[0]
    of_another = unpack(make_pack(dossier(reference="X"), key=keys[0]).files["X.zip"])["manifest.sig.json"]
    assert not verify(put(pack(unpack(data) | {"manifest.sig.json": of_another}))).intact
    for broken in (b"", b"{}", b"[1]", b'{"public_key": 1}', b"\xff", b"[" * 5_000):
        assert verify(put(pack(unpack(data) | {"manifest.sig.json": broken}))).problems == (
            "The signature cannot be read.",
        )


def test_an_unsigned_pack_is_said_and_refused_where_a_key_is_asked_for(put, keys):
    plain = make_pack(dossier())
    assert any("not signed" in remark for remark in plain.remarks)
    assert verify(put(plain.files[NAME])).intact
    assert verify(put(plain.files[NAME]), key=keys[1]).problems == ("The pack is not signed.",)


def zipped(*entries: tuple[str, bytes], mode: int = 0o100644, flag: int = 0) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            archive.writestr(info, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (zipped(("../../etc/passwd", b"x")), "lead nowhere else"),
        (zipped(("/etc/passwd", b"x")), "lead nowhere else"),
        (zipped(("a\\..\\b", b"x")), "lead nowhere else"),
        (zipped(("folder/manifest.json", b"{}")), "lead nowhere else"),
        (zipped((".hidden", b"x")), "lead nowhere else"),
        (zipped(("link", b"/etc/passwd"), mode=stat.S_IFLNK | 0o777), "link"),
        (zipped(*((f"f{number}", b"") for number in range(65))), "65 files"),
        (zipped(("manifest.json", b"{}")), "no manifest"),
        (zipped(("manifest.json", b'{"format": "tanglaw-pack/1", "files": [{"name": "../x"}]}')), "no manifest"),
        (zipped(("other", b"")), "manifest.json is missing"),
        (b"", "cannot be read"),
        (b"PK\x03\x04", "cannot be read"),
        (b"\x00" * 100, "cannot be read"),
    ],
)
def test_hostile_packs_are_refused_plainly(put, content, word):
    found = verify(put(content))
    assert word in found.problems[0]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused(put):
    assert "twice" in verify(put(zipped(("manifest.json", b"1"), ("manifest.json", b"2")))).problems[0]


def test_a_bomb_is_stopped(put, monkeypatch):
    monkeypatch.setattr("tanglaw.filings.pack.archive.MOST_BYTES", 1_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b"0" * 100_000)
    assert "more than" in verify(put(out.getvalue())).problems[0]


@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@settings(max_examples=150)
def test_no_altered_byte_goes_unseen_where_it_changes_the_content(data, at, bit, tmp_path_factory):
    place = int(at * len(data))
    altered = data[:place] + bytes([data[place] ^ (1 << bit)]) + data[place + 1 :]
    path = tmp_path_factory.mktemp("altered") / "x.zip"
    path.write_bytes(altered)
    found = verify(path)
    if found.intact:  # a byte of the ZIP's own bookkeeping: every file is what it was
        assert unpack(altered) == unpack(data)


def test_a_key_is_never_written_over_and_is_its_owners_alone(tmp_path):
    private, _ = make_keys(tmp_path / "k.pem")
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    with pytest.raises(UsageError, match="never written over"):
        make_keys(tmp_path / "k.pem")


def test_a_locked_key_needs_its_passphrase(tmp_path, monkeypatch):
    monkeypatch.setenv("TANGLAW_KEY_PASSPHRASE", "an invented passphrase")
    private, public = make_keys(tmp_path / "k.pem")
    assert b"ENCRYPTED" in private.read_bytes()
    assert make_pack(dossier(), key=private).files
    monkeypatch.setenv("TANGLAW_KEY_PASSPHRASE", "wrong")
    with pytest.raises(UsageError, match="passphrase") as caught:
        make_pack(dossier(), key=private)
    assert "wrong" not in str(caught.value)
    with pytest.raises(UsageError, match="no private key"):
        make_pack(dossier(), key=public)


@pytest.fixture(scope="module")
def tsa(tmp_path_factory):
    return authority(tmp_path_factory.mktemp("tsa"))


def test_a_stamp_is_requested_put_in_and_verified(data, put, keys, tsa, tmp_path):
    root, stamp = tsa
    path = put(data)
    write_request(path, tmp_path / "q.tsq")
    add_stamp(path, stamp(tmp_path / "q.tsq"), root)
    found = verify(path, key=keys[1], tsa=root)
    assert found.intact, found.problems
    assert any(note.startswith("Stamped 20") for note in found.notes)
    for name, content in unpack(data).items():
        assert unpack(path.read_bytes())[name] == content
    assert verify(put(data), tsa=root).problems == ("The pack carries no time stamp.",)


def test_a_stamp_of_something_else_and_by_somebody_else_is_refused(data, put, tsa, tmp_path):
    root, stamp = tsa
    other = tmp_path / "other.zip"
    other.write_bytes(make_pack(dossier(reference="Y")).files["Y.zip"])
    write_request(other, tmp_path / "o.tsq")
    answer = stamp(tmp_path / "o.tsq")
    with pytest.raises(TanglawError, match="something else"):
        add_stamp(put(data), answer, root)
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "/dev/null", "-out",
                    str(tmp_path / "strange.pem"), "-days", "1", "-subj", "/CN=Somebody else"], check=True, capture_output=True)  # fmt: skip
    with pytest.raises(TanglawError, match="not by that authority"):
        add_stamp(other, answer, tmp_path / "strange.pem")
    (tmp_path / "junk.tsr").write_bytes(b"\x30\x03junk")
    with pytest.raises(TanglawError, match="cannot be read"):
        add_stamp(other, tmp_path / "junk.tsr", root)


SECRETS = {
    "Minnie Hidden", "Hidden Minnie", "H-77123", "+61400111222", "minnie@example.org", "AU-555-777", "dev-hidden-1",
    "203.0.113.77", "7 Secret Lane", "X9988776", "minnie.hides",
}  # fmt: skip


def with_secrets():
    """A dossier about a possible victim whose every identifier is known, with their name and number in references."""
    from datetime import date  # noqa: PLC0415

    from tanglaw.filings.dossier.party import Account, Device  # noqa: PLC0415

    victim = payer(
        standing="possible victim", protected=True, protected_because="possible victim: Minnie Hidden", ids=("H-77123",),
        names=("Minnie Hidden", "Hidden Minnie"), phones=("+61400111222",), emails=("minnie@example.org",),
        accounts=(Account(number="AU-555-777"),), handles=("minnie.hides",), birth_date=date(2009, 1, 2), birth_year=2009,
        devices=(Device(device="dev-hidden-1", ip="203.0.113.77"),),
        addresses=(Address(street="7 Secret Lane", city="Hiddenville", country="AU"),),
        documents=(Document(kind="passport", number="X9988776"),), note="Minnie Hidden",
    )  # fmt: skip
    paid = payment(0, payer_account="AU-555-777", payer_device="dev-hidden-1", payer_ip="203.0.113.77",
                   payer_city="Hiddenville", reference="for Minnie, call +61400111222 or minnie@example.org")  # fmt: skip
    return dossier(parties=(victim, receiver()), payments=(paid,), circles=(), ties=(), at_risk=(),
                   travel=("Minnie Hidden flew to Cebu City",))  # fmt: skip


def test_the_redacted_variant_names_nobody_who_is_masked_in_any_file():
    original = with_secrets()
    before = original.model_dump_json()
    made = make_pack(original, redacted=True)
    assert original.model_dump_json() == before
    files = unpack(next(iter(made.files.values())))
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(files.pop("report.pdf"))).pages)
    text += " ".join(content.decode("utf-8") for content in files.values()) + " ".join(made.files)
    for secret in (*SECRETS, "Minnie", "Hiddenville", "2009"):
        assert secret.casefold() not in text.casefold(), secret
    assert "Maria Example C" in text
    assert "redacted" in text


def test_redacting_keeps_who_is_not_masked_and_every_payment():
    plain = dossier()
    copy = redact(plain)
    assert copy.markings.redacted
    assert copy.party("P1") == plain.party("P1")
    assert copy.party("P3").names == ("[withheld]",)
    assert [p.payment_id for p in copy.payments] == [p.payment_id for p in plain.payments]
    assert redact(copy).payments == copy.payments


@given(one=dossiers())
@settings(max_examples=20)
def test_any_dossier_can_be_packed_and_redacted(one):
    for redacted in (False, True):
        copy = redact(one) if redacted else one
        files = {"payments.csv", "evidence.json", "case.jsonld"}
        assert json.loads(evidence_json(copy))
        assert json.loads(case_jsonld(copy))
        assert "<html" in report_html(copy)
        assert files


def test_an_odd_pack_is_whole(tmp_path):
    strange = "สมชาย محمد \u202e 👩‍👧 \x07 " + "x" * 3_000
    many = tuple(payment(n % 50, payment_id=f"N{n}", reference=strange if n == 3 else "a") for n in range(320))
    made = make_pack(dossier(parties=(payer(names=(strange,)), receiver()), payments=many, ties=(), circles=()))
    path = tmp_path / "p.zip"
    path.write_bytes(made.files[NAME])
    assert verify(path).intact
    assert any("first 300 of 320 payments" in remark for remark in made.remarks)
    evidence = json.loads(unpack(path.read_bytes())["evidence.json"])
    assert evidence["dossier"]["payments"][3]["reference"] == strange


def test_the_command_says_intact_and_exits_1_when_not(data, put, keys):
    app = build()
    path = put(data)
    good = CliRunner().invoke(app, ["pack", "verify", str(path), "--key", str(keys[1])])
    assert good.exit_code == 0
    assert good.stdout.endswith("Intact.\n")
    path.write_bytes(pack(unpack(data) | {"payments.csv": b""}))
    bad = CliRunner().invoke(app, ["pack", "verify", str(path), "--json"])
    assert bad.exit_code == 1
    assert json.loads(bad.stdout)["problems"] == ["payments.csv was changed: its SHA-256 is not that of the manifest."]
