"""A run comes in whole or not at all; twice is once; a lead keeps what people made of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from datetime import date

import polars as pl
import pytest
from django.db import connection

from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.intake import importing
from tanglaw.casework.intake.content import pack, unpack
from tanglaw.casework.models import Appearance, Entry, Lead, ProtectedParty, Run, Version
from tanglaw.casework.sealing.blind import blind
from tanglaw.common.errors import FaultsError
from tanglaw.leads.files import read_leads

from .conftest import bring_in
from .runs import write_run


def counts():

    return [model.objects.count() for model in (Run, Lead, Version, Appearance, ProtectedParty, Entry)]


def leads_of(folder):

    return read_leads(folder)


def test_every_lead_comes_in_with_its_evidence_and_payments(imported, run_folder):

    payments = pl.read_parquet(run_folder / "lead_payments.parquet")
    for finding in leads_of(run_folder):
        lead = Lead.objects.get(lead_id=finding.lead_id)
        read, rows = unpack(lead.versions.get().content, finding.rank)
        assert read == finding
        expected = payments.filter(lead_id=finding.lead_id).sort("executed_at", "payment_id")
        assert rows.equals(expected.select(rows.columns))
        assert (lead.score, lead.urgency, lead.payments) == (finding.score, finding.urgency, finding.payments)
        assert lead.protect >= finding.protect


def test_what_an_earlier_version_of_the_program_stored_can_still_be_read(run_folder):
    row = pl.read_parquet(run_folder / "leads.parquet").row(0, named=True)
    old = {name: value for name, value in row.items() if name not in {"score_alone", "closest_ordinary_title"}}
    old["reasons"] = [{k: v for k, v in one.items() if k != "mark"} | {"gone": 1} for one in row["reasons"]]
    content, _ = pack(old | {"forgotten": "x"}, [])
    finding, payments = unpack(content, 7)
    assert (finding.rank, finding.lead_id, finding.score_alone, finding.closest_ordinary_title) == (
        7,
        row["lead_id"],
        0.0,
        "",
    )
    assert finding.reasons[0].text == row["reasons"][0]["text"]
    assert payments.is_empty()


def test_twice_is_once(imported, run_folder):
    before = counts()
    again = bring_in(run_folder)
    assert again.again
    assert counts() == before


def test_a_copy_under_another_name_is_the_same_run(filled, run_folder, tmp_path):
    before = counts()
    shutil.copytree(run_folder, tmp_path / "copy")
    assert bring_in(tmp_path / "copy").again
    assert counts() == before


def test_a_later_run_adds_versions_only_where_evidence_differs(imported, run_folder, later_run):

    first, gone = leads_of(run_folder)[0], leads_of(run_folder)[-1]
    numbers = dict(Lead.objects.values_list("lead_id", "pk"))
    run = bring_in(later_run).run
    assert (run.new, run.changed) == (1, 1)
    lead = Lead.objects.get(lead_id=first.lead_id)
    assert lead.pk == numbers[first.lead_id]
    assert lead.version == 2
    said = " ".join(lead.versions.get(number=2).changes)
    assert "1 new payment, the last on" in said
    assert "Probability fell from" in said
    assert Lead.objects.get(lead_id=gone.lead_id).last_run != run
    assert Lead.objects.get(lead_id=leads_of(run_folder)[1].lead_id).version == 1


def test_decisions_outlive_later_runs_and_news_is_told(imported, run_folder, later_run, person):

    ana = person("analyst")
    first = leads_of(run_folder)[0].lead_id
    wish = Wish("dismiss", "Pays her own cousins, records show.", explanation="nothing_found")
    propose(first, 0, ana.user, ana.who, wish)
    bring_in(later_run)
    lead = Lead.objects.get(lead_id=first)
    assert lead.state == "dismissed"
    assert lead.news
    assert lead.assigned_to == ana.user
    assert lead.decisions.get().standing == "in_force"


def test_a_watched_lead_comes_back_with_new_payments(imported, run_folder, later_run, person):

    ana = person("analyst")
    first = leads_of(run_folder)[0].lead_id
    propose(first, 0, ana.user, ana.who, Wish("watch", "One payment only so far.", watch_until=date(2099, 1, 1)))
    bring_in(later_run)
    lead = Lead.objects.get(lead_id=first)
    assert (lead.state, lead.watch_until) == ("open", None)
    assert lead.decisions.get().standing == "superseded"


def test_an_older_run_brought_in_late_turns_nothing_back(filled, run_folder, later_run, tmp_path):

    bring_in(later_run)
    older = write_run(tmp_path / "older")
    leads = pl.read_parquet(older / "leads.parquet")
    leads.with_columns(score=pl.col("score") * 0.5).write_parquet(older / "leads.parquet")
    assert bring_in(older).run.changed == 1  # the lead that the later run did not have
    first = leads_of(run_folder)[0]
    assert Lead.objects.get(lead_id=first.lead_id).score == round(first.score * 0.6, 6)


def test_protection_covers_a_person_under_every_pattern_and_for_good(filled, run_folder, later_run):

    bring_in(later_run)
    for finding in leads_of(run_folder):
        if finding.protect:
            party = ProtectedParty.objects.get(index=blind(finding.role, finding.entity_id))
            assert finding.name is None or finding.name in party.names
    for party in ProtectedParty.objects.all():
        assert not Lead.objects.filter(subject_index=blind(party.role, party.party), protect=False).exists()


@pytest.mark.parametrize("step", ["_protect", "_appear", "append"])
def test_an_import_that_fails_on_the_way_leaves_nothing(workspace, run_folder, monkeypatch, step):

    before = counts()

    def fail(*_):
        raise RuntimeError("the power went")

    monkeypatch.setattr(importing, step, fail)
    with pytest.raises(RuntimeError):
        bring_in(run_folder)
    assert counts() == before
    monkeypatch.undo()
    assert not bring_in(run_folder).again


def test_an_import_that_is_killed_leaves_nothing_and_can_be_done_again(workspace, run_folder):
    """SIGKILL after everything is written and before it is committed."""

    settings = connection.settings_dict
    variables = {"TANGLAW_DATA": str(workspace), "PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    if connection.vendor == "postgresql":
        variables["DATABASE_URL"] = (
            f"postgresql://{settings['USER']}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
        )
    before = counts()
    script = textwrap.dedent(
        f"""
        import os, signal
        from pathlib import Path
        from tanglaw.casework.site.start import load
        load()
        from tanglaw.casework.audit.chain import CONSOLE, Who
        from tanglaw.casework.intake import importing
        def kill(*_):
            assert importing.Lead.objects.count() > 20
            os.kill(os.getpid(), signal.SIGKILL)
        importing.append = kill
        importing.import_run(Path({str(run_folder)!r}), Who(CONSOLE))
        """
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, env=variables, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert counts() == before
    assert bring_in(run_folder).run.new == len(leads_of(run_folder))


def damage_missing(folder):
    (folder / "lead_payments.parquet").unlink()


def damage_garbage(folder):
    (folder / "leads.parquet").write_bytes(b"PAR1 no table")


def damage_column(folder):
    pl.read_parquet(folder / "leads.parquet").drop("reasons").write_parquet(folder / "leads.parquet")


def damage_twice(folder):
    leads = pl.read_parquet(folder / "leads.parquet")
    pl.concat([leads, leads.head(1)]).write_parquet(folder / "leads.parquet")


def damage_json(folder):
    (folder / "run.json").write_text("[]")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (damage_missing, "no lead_payments.parquet"),
        (damage_garbage, "expected the tables"),
        (damage_column, "no column reasons"),
        (damage_twice, "occurs twice"),
        (damage_json, "expected an object"),
    ],
)
def test_a_folder_that_is_no_run_is_refused_with_what_was_found(quick, run_folder, tmp_path, damage, said):

    shutil.copytree(run_folder, tmp_path / "run")
    damage(tmp_path / "run")
    before = counts()
    with pytest.raises(FaultsError, match=said):
        bring_in(tmp_path / "run")
    assert counts() == before
