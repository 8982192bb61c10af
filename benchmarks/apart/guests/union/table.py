"""From the ledger to the payment table: numbers as the members give them, and the facts that each holds."""

from __future__ import annotations

import numpy as np
import polars as pl

from benchmarks.apart.guests.union.chance import yes
from benchmarks.apart.guests.union.clock import START
from benchmarks.apart.guests.union.ledger import STATUSES
from benchmarks.apart.guests.union.remitters import REMITTERS
from benchmarks.apart.guests.union.world import World

_PURPOSES = {
    "family": "FAMI",
    "gift": "GIFT",
    "education": "EDUC",
    "medical": "MDCS",
    "goods": "GDDS",
    "salary": "SALA",
    "other": "OTHR",
}


def _payments(world: World) -> pl.DataFrame:
    """One row for each payment, in order of time, with the number of its tie."""
    rows = world.ledger.rows
    day_zero = np.datetime64(START, "us")
    at = np.concatenate([part.at for part in rows])
    return pl.DataFrame(
        {
            "tie": np.repeat([part.tie for part in rows], [len(part.at) for part in rows]),
            "executed_at": pl.Series(day_zero + at.astype("timedelta64[s]")).dt.cast_time_unit("us"),
            "cents": np.concatenate([part.cents for part in rows]),
            "reference": [word for part in rows for word in part.words],
            "status": pl.Series(np.concatenate([part.status for part in rows])).replace_strict(
                dict(enumerate(STATUSES)), return_dtype=pl.String
            ),
            "abroad": [country for part in rows for country in part.abroad],
        }
    ).sort("executed_at", "tie", "cents", maintain_order=True)


def _ties(world: World, rng: np.random.Generator) -> pl.DataFrame:
    """One row for each tie: both parties, as the member holds them."""
    listed = []
    for number, tie in enumerate(world.ledger.ties):
        person, receiver, manner = tie.entry.person, tie.entry.receiver, tie.entry.manner
        account = person.accounts[tie.entry.account]
        member = REMITTERS[account.remitter]
        has = member.holds
        listed.append(
            {
                "tie": number,
                "member": account.remitter,
                "account": f"{person.number:07d}/{tie.entry.account}",
                "opened": account.opened,
                "handle": tie.handle,
                "payer": f"payer-{person.number:06d}",
                "payee": f"payee-{receiver.number:06d}",
                "kind": manner.kind,
                "group": manner.group or None,
                "guise": manner.guise,
                "currency": account.currency,
                "home": person.home,
                "beneficiary_country": receiver.country,
                "originator_name": account.name,
                "originator_birth_date": person.born if "birth_date" in has else None,
                "originator_birth_year": person.born.year if "birth_year" in has else None,
                "originator_phone": account.phone if "phone" in has else None,
                "originator_email": account.email if "email" in has else None,
                "originator_device": account.device if "device" in has else None,
                "originator_ip": account.network if "ip" in has else None,
                "originator_city": person.city if "city" in has else None,
                "originator_timezone": person.zone if "zone" in has else None,
                "beneficiary_name": tie.typed,
                "beneficiary_phone": tie.entry.phone or None if "receiver_phone" in has else None,
                "beneficiary_city": receiver.city if "receiver_city" in has and yes(rng, 0.85) else None,
                "rail": receiver.rail if "rail" in has else None,
                "institution": member.name,
                "purpose_code": _PURPOSES[tie.purpose] if "purpose" in has else None,
            }
        )
    return pl.DataFrame(listed, infer_schema_length=None)


def _numbered(payments: pl.DataFrame, by: str, form: str, prefix: str) -> pl.DataFrame:
    """Ids in the order in which each member first met the account or the receiver."""
    first = payments.group_by("member", by).agg(pl.col("executed_at").min()).sort("member", "executed_at", by)
    first = first.with_columns((pl.int_range(pl.len()).over("member") * 3 + 1_000).alias("number"))
    forms = {key: getattr(member, form) for key, member in REMITTERS.items()}
    ids = [forms[member].format(number) for member, number in first.select("member", "number").iter_rows()]
    return first.select("member", by, pl.Series(f"{prefix}_id", ids))


def books(world: World, rng: np.random.Generator) -> pl.DataFrame:
    """The payments with the columns of the contract, and beside them what is true of each."""
    payments = _payments(world).join(_ties(world, rng), on="tie", how="left", maintain_order="left")
    payments = payments.join(_numbered(payments, "account", "payer_id", "originator"), on=["member", "account"])
    payments = payments.join(_numbered(payments, "handle", "receiver_id", "beneficiary"), on=["member", "handle"])
    payments = payments.sort("executed_at", "tie", "cents", maintain_order=True)
    return payments.with_columns(
        pl.format("UN-{}", pl.int_range(pl.len()).cast(pl.String).str.zfill(8)).alias("payment_id"),
        pl.col("executed_at").dt.replace_time_zone("UTC"),
        pl.format("{}.{}", pl.col("cents") // 100, (pl.col("cents") % 100).cast(pl.String).str.zfill(2))
        .cast(pl.Decimal(38, 18))
        .alias("amount"),
        pl.when(pl.col("abroad") != "").then(pl.col("abroad")).otherwise(pl.col("home")).alias("originator_country"),
        pl.when(pl.col("reference") != "").then(pl.col("reference")).alias("reference"),
    )
