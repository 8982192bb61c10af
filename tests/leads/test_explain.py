"""`tanglaw explain`: the whole account of a lead, what is known of anybody else, and no protected name."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace

import polars as pl
import pytest
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import UsageError
from tanglaw.leads.explaining import ROLES, known, shield
from tanglaw.leads.explanation import as_text
from tanglaw.leads.files import read_leads, write_leads
from tanglaw.leads.joined import parts
from tanglaw.leads.lead import NETWORK, Reason
from tanglaw.measures import catalogue

from .sample import PROTECTED_NAMES, sample

HEARD = Reason(
    NETWORK, NETWORK, "the counterparties' own evidence", None, "", "", 0.9, 0.5, 0.0,
    "What is seen of the receivers this payer pays, apart from these payments, speaks for this pattern (9.0×).",
    "Tanglaw's table of which role pays which; no figure is published", "assumed", ("P-001-0000",),
)  # fmt: skip
VALUES = {"originator": {"payments": 12.0, "median_usd": 51.0, "night_share": 0.71}, "beneficiary": {"payments": 3.0}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The sample's leads as a finished run, with two subjects who are no lead, one of them in both roles."""
    leads, payments = sample()
    network = replace(HEARD, weight=math.log(9))
    first = leads[0]
    leads[0] = replace(first, reasons=(*first.reasons, network), competition=first.competition + network.weight)
    leads[7] = replace(
        leads[7], subject_ids=("R-4408", "R-4408-2"), names=(str(leads[7].name), "Mylene Pangilinan"), joined_as="household",
        joined_because=("R-4408 and R-4408-2, one household (0.97): same phone number; same surname as Mylene Pangilinan",),
    )  # fmt: skip
    out = tmp_path_factory.mktemp("run")
    write_leads(out, leads)
    payments.write_parquet(out / "lead_payments.parquet")
    subjects = [(lead.role, account, lead.entity_id) for lead in leads for account in lead.subject_ids]
    subjects += [(role, "X-1", "X-1") for role in ROLES]
    subjects += [("beneficiary", account, "X-2") for account in ("X-2", "X-3", "X-4")]
    ids = {measure.id for measure in catalogue.MEASURES}
    pl.DataFrame(
        [
            {"role": role, "subject_id": subject, "entity_id": entity, "corridor": "AU→PH", "payments_counted": 12}
            | {one: VALUES[role].get(one) for one in sorted(ids)}
            for role, subject, entity in subjects
        ],
        schema_overrides=dict.fromkeys(ids, pl.Float32),
    ).write_parquet(out / "measures.parquet")
    pl.DataFrame(
        [
            {
                "role": role,
                "subject_id": subject,
                "entity_id": entity,
                "pattern": pattern,
                "score": 0.004,
                "log_odds": -5.5,
                "score_alone": 0.002,
            }
            for role, subject, entity in subjects
            for pattern in sorted({lead.pattern for lead in leads if lead.role == role})
            if (subject, pattern) != ("X-1", "material_purchase")
        ]
    ).write_parquet(out / "scores.parquet")
    return out


def told(folder, subject, **options):
    return as_text(known(folder, subject, **options), shield(folder))


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("payer", "C-4401"), ("victim", "C-4402"), ("receiver", "R-4404"), ("no_lead", "X-1"),
        ("household", "R-4408-2"), ("no_lead_household", "X-3"),
    ],
)  # fmt: skip
def test_what_it_says_is_as_reviewed(folder, name, subject, golden):
    text = told(folder, subject)
    golden(f"leads/explain_{name}.txt", text)
    assert all(len(line) <= 96 for line in text.splitlines())


def test_no_protected_person_is_named(folder):
    for lead in read_leads(folder):
        shown = told(folder, lead.entity_id)
        run = CliRunner().invoke(build(), ["explain", str(folder), lead.entity_id, "--json"])
        assert not [name for name in PROTECTED_NAMES if name in shown or name in run.output]


def test_the_sum_is_the_score_exactly(folder):
    for lead in read_leads(folder):
        terms = re.findall(
            r"^ +([+−][\d.]+)  (?!log-odds)", told(folder, lead.entity_id).replace("\N{MINUS SIGN}", "−"), re.MULTILINE
        )
        total = sum(float(term.replace("−", "-")) for term in terms)
        assert total == pytest.approx(lead.log_odds, abs=0.003)


def test_a_real_run_is_explained(found):
    lead = read_leads(found.out)[0]
    text = told(found.out, lead.entity_id)
    assert lead.lead_id in text
    ordinary = found.scores.filter(~pl.col("subject_id").is_in([one.entity_id for one in read_leads(found.out)]))
    subject = ordinary["subject_id"][0]
    assert "is no lead as a" in told(found.out, subject)


def test_as_json_it_is_the_same(folder):
    run = CliRunner().invoke(build(), ["explain", str(folder), "C-4401", "--json"])
    (entry,) = json.loads(run.output)
    lead = entry["leads"][0]
    total = lead["prior"] + sum(one["weight"] for one in lead["reasons"] + lead["against"]) - lead["competition"]
    assert total == pytest.approx(lead["log_odds"])
    assert {one["measure"] for one in entry["measured"]} == {one.id for one in catalogue.of_role("originator")}


def test_role_and_pattern_narrow_it(folder):
    assert [one.role for one in known(folder, "X-1")] == ["originator", "beneficiary"]
    assert [one.role for one in known(folder, "X-1", role="beneficiary")] == ["beneficiary"]
    (one,) = known(folder, "C-4401", pattern="minor_purchase")
    assert (one.leads, [score.pattern for score in one.scores]) == ((), ["minor_purchase"])


def test_a_lead_is_found_by_its_id(folder):
    for lead in read_leads(folder):
        (found,) = known(folder, lead.lead_id)
        assert (found.role, [one.lead_id for one in found.leads]) == (lead.role, [lead.lead_id])
    lead = read_leads(folder)[0]
    assert known(folder, lead.lead_id, pattern=lead.pattern, role=lead.role) == known(folder, lead.lead_id)
    other = next(one for one in ROLES if one != lead.role)
    with pytest.raises(UsageError, match=f"--role: found {other}; lead {lead.lead_id} is {lead.role}"):
        known(folder, lead.lead_id, role=other)


@pytest.mark.parametrize(
    ("subject", "options", "says"),
    [
        ("C-44O1", {}, "Closest ids: C-4401"),
        ("C-4401", {"role": "beneficiary"}, "is not in this run as beneficiary"),
        ("C-4401", {"role": "payer"}, "expected originator"),
        ("C-4401", {"pattern": "livestream"}, "expected one of"),
        ("C-4401", {"pattern": "facilitation"}, "not a pattern of C-4401's role"),
        ("\N{SNOWMAN}", {}, "No id is like it"),
    ],
)
def test_what_cannot_be_found_is_said_with_what_could(folder, subject, options, says):
    with pytest.raises(UsageError, match=re.escape(says)):
        known(folder, subject, **options)


def test_a_folder_without_a_run_is_said(tmp_path):
    with pytest.raises(UsageError, match=r"found no leads\.parquet"):
        known(tmp_path, "C-4401")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("originator", "abroad", 6, 15), "Looked at are the payments abroad; 15 payments within one country are"),
        (("originator", "at home", 27, 1), "Looked at are the payments within one country; 1 payment abroad is"),
        (("beneficiary", "abroad", 1, 2), "Looked at is the payment from abroad; 2 payments within one country are"),
        (
            ("beneficiary", "at home", 2, 237),
            "Looked at are the payments within one country; 237 payments from abroad are",
        ),
    ],
)
def test_which_part_of_somebodys_payments_is_looked_at_is_said(given, said):
    assert parts(*given) == f"{said} weighed apart"
    assert not parts(*given[:3], 0)
