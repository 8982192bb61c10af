"""The counterparties' counterparties are those that the payments show, and the subject is never its own neighbour."""

from __future__ import annotations

import polars as pl

from tanglaw.leads.files import read_leads
from tanglaw.leads.neighbours import MOST_NEIGHBOURS, NEIGHBOURS_SCHEMA

OTHER = {"originator": "beneficiary", "beneficiary": "originator"}


def joined_accounts(found):
    """Give role, account and entity of every account, as measures.parquet has them."""
    return found.table("measures").select("role", "subject_id", "entity_id").iter_rows()


def test_every_tie_is_in_the_payments_and_none_is_missing(found, payments):
    table = found.table("lead_neighbours")
    assert table.schema == NEIGHBOURS_SCHEMA
    assert table.height
    entity = {(role, account): joined for role, account, joined in joined_accounts(found)}
    payments = payments.with_columns(
        pl.Series(f"{role}_id", [entity.get((role, one), one) for one in payments[f"{role}_id"]]) for role in OTHER
    )
    for lead in read_leads(found.out):
        near, far = f"{lead.role}_id", f"{OTHER[lead.role]}_id"
        at_home = pl.col("originator_country") == pl.col("beneficiary_country")
        own_part = at_home if lead.part == "at home" else ~at_home
        met = payments.filter(pl.col(near) == lead.entity_id, own_part)[far].unique()
        others = payments.filter(pl.col(far).is_in(met.implode()), pl.col(near) != lead.entity_id)
        expected = {
            (counterparty, neighbour): (count, first, last)
            for counterparty, neighbour, count, first, last in others.group_by(far, near)
            .agg(pl.len(), pl.col("executed_at").min().alias("first"), pl.col("executed_at").max().alias("last"))
            .iter_rows()
        }
        own = table.filter(lead_id=lead.lead_id)
        seen = {(r["counterparty_id"], r["neighbour_id"]): (r["payments"], r["first_seen"], r["last_seen"])
                for r in own.iter_rows(named=True)}  # fmt: skip
        assert seen.items() <= {key: (n, a.replace(microsecond=0), b.replace(microsecond=0))
                                for key, (n, a, b) in expected.items()}.items()  # fmt: skip
        for counterparty in met:
            everybody = [key for key in expected if key[0] == counterparty]
            listed = own.filter(counterparty_id=counterparty)
            assert listed.height == min(len(everybody), MOST_NEIGHBOURS)
            assert not everybody or listed["others"].unique().to_list() == [len(everybody)]


def test_no_protected_name_is_in_the_file(found):
    protected = {(lead.role, lead.entity_id) for lead in read_leads(found.out) if lead.protect}
    roles = {lead.lead_id: lead.role for lead in read_leads(found.out)}
    met = 0
    for row in found.table("lead_neighbours").iter_rows(named=True):
        if (roles[row["lead_id"]], row["neighbour_id"]) in protected:
            met += 1
            assert row["neighbour_name"] is None
    assert met


def test_the_payments_carry_every_identifier_of_the_input(found, payments):
    behind = found.table("lead_payments")
    kept = [name for name in payments.columns if name in behind.columns and name != "amount"]
    assert {"originator_phone", "originator_device", "beneficiary_account", "beneficiary_phone", "status"} <= set(kept)
    same = behind.select(kept).unique("payment_id").sort("payment_id")
    as_given = payments.filter(pl.col("payment_id").is_in(same["payment_id"].implode())).select(kept).sort("payment_id")
    for name in kept:
        assert same[name].to_list() == as_given[name].to_list(), name
