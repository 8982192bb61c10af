"""The measured row: one narrow row a payment, all numbers, everything that any measure reads.

Text (names, references, cities) is folded into small integers here and never travels further; the words come back from
the accepted payments when a lead is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import polars as pl

from tanglaw.common.uniques import over_unique_rows, over_uniques
from tanglaw.measures.names_met import NamesMet
from tanglaw.payments.columns import RAILS
from tanglaw.payments.currencies import currency_of
from tanglaw.payments.handles import has_handle
from tanglaw.payments.local_time import at_zones, zones
from tanglaw.payments.measured import measured
from tanglaw.payments.rates import Rates
from tanglaw.payments.references import normal_reference, reference_kind
from tanglaw.payments.roundness import round_by_scale, roundness_abroad, scale_of

ROW_SCHEMA: Final = pl.Schema(
    {
        "row": pl.UInt64,  # running number of the accepted payment
        "o": pl.UInt64,  # originator, hashed id, and whether the payment stayed within one country
        "b": pl.UInt64,  # beneficiary, likewise
        "t": pl.Int64,  # UTC seconds
        "timed": pl.Boolean,  # a time of day is known
        "cents": pl.Int64,  # US cents at the day's rate; integers add up exactly in any order
        "round": pl.UInt8,  # roundness in the currency sent, 0–3
        "round_abroad": pl.Float32,  # how unlikely so round a figure in the receiver's currency is by chance, 0–1
        "minute": pl.Int16,  # payer's local minute of the day, 0–1439
        "day": pl.Int32,  # payer's local date, days since 1970-01-01 (UTC date where the zone is unknown)
        "corridor": pl.UInt32,  # both countries, two letters each
        "city": pl.UInt32,  # receiver's city
        "rail": pl.UInt8,  # index into RAILS, null unknown
        "institution": pl.UInt32,
        "kind": pl.UInt8,  # index into the kinds of reference, null where the file has no references
        "reference": pl.UInt32,  # folded reference
        "handle": pl.Boolean,  # the reference holds a handle or a phone number
        "o_year": pl.Int16,
        "b_year": pl.Int16,
        "o_org": pl.Boolean,
        "b_org": pl.Boolean,
        "o_s1": pl.UInt64,
        "o_s2": pl.UInt64,
        "o_s3": pl.UInt64,
        "b_s1": pl.UInt64,
        "b_s2": pl.UInt64,
        "b_s3": pl.UInt64,
    }
)

_SETTING: Final = (
    "currency", "originator_country", "originator_city", "originator_timezone", "beneficiary_country",
    "beneficiary_city", "rail", "institution",
)  # fmt: skip
"""Columns that repeat themselves together: what they say is worked out once for each of their combinations."""

_SEED: Final = 20
_CENTS: Final = 100
_MAX_CENTS: Final = 9e15  # integers that a double still holds exactly

COUNTRY: Final = 1 << 16
"""A packed corridor is the payer's country times this, plus the receiver's."""

AT_HOME: Final = 1 << 63
"""Bit of a key that says which part of somebody's payments is meant: those within one country, or those abroad."""

BARE: Final = AT_HOME - 1
"""What is left of a key without that bit."""


def subject_key(ids: pl.Expr) -> pl.Expr:
    """Hash a subject's id to 63 bits. At ten million subjects the chance of any collision is about 5 in a million."""
    return bare(ids.hash(_SEED))


def bare(keys: pl.Expr) -> pl.Expr:
    """Give keys without the bit that tells the part: one key for all that somebody pays, or is paid."""
    return keys & pl.lit(BARE, pl.UInt64)


def both_parts(keys: pl.Series) -> pl.Series:
    """Give the keys of both parts of everybody named by a bare key."""
    return pl.concat([keys, keys + AT_HOME])


def _part(corridor: pl.Expr) -> pl.Expr:
    """Give the bit for payments whose two countries are one, nothing for others."""
    same = corridor // COUNTRY == corridor % COUNTRY
    return same.cast(pl.UInt64) * pl.lit(AT_HOME, pl.UInt64)


def _small_hash(texts: pl.Series) -> pl.Series:
    return over_uniques(texts, _hashed)


def _hashed(texts: pl.Series) -> pl.Series:
    folded = pl.col("text").str.strip_chars().str.to_lowercase()
    hashed = pl.when(folded.str.len_bytes() > 0).then((folded.hash(_SEED) % 4_294_967_291).cast(pl.UInt32))
    return texts.to_frame("text").select(hashed.alias("hash")).to_series()


def _known(values: pl.Series, known: bool) -> pl.Series:
    return values if known else pl.repeat(None, len(values), dtype=values.dtype, eager=True)


def encode_corridor(origin: pl.Expr, destination: pl.Expr) -> pl.Expr:
    """Pack two ISO 3166 alpha-2 codes into one integer, see :func:`decode_corridor`."""
    letters = pl.concat_str(origin, destination).str.to_uppercase().cast(pl.Binary)
    return letters.bin.reinterpret(dtype=pl.UInt32, endianness="big")


def decode_corridor(packed: int) -> str:
    """Say a packed corridor as ``AU→PH``."""
    raw = int(packed).to_bytes(4, "big").decode("ascii", "replace")
    return f"{raw[:2]}→{raw[2:]}"


@dataclass(frozen=True, slots=True)
class Enrichment:
    """What the narrow row needs besides the payment itself; keeps count of what it met, so one run has one."""

    rates: Rates
    names: NamesMet = field(default_factory=NamesMet)

    def setting(self, distinct: pl.DataFrame) -> pl.DataFrame:
        """Read the distinct settings of payments: where, in what money and by which way they were made.

        Args:
            distinct: the columns of ``_SETTING``.

        Returns:
            ``zone`` (see :func:`tanglaw.payments.local_time.zones`), ``sent_in`` and ``paid_in`` (see
            :meth:`Rates.rows`), ``scale`` (of the currency), and ``corridor``, ``city``, ``rail``, ``institution``.
        """
        place = [distinct[f"originator_{part}"] for part in ("timezone", "city", "country")]
        return distinct.select(
            zone=zones(*place)["zone"],
            sent_in=self.rates.rows(distinct["currency"]),
            paid_in=self.rates.rows(currency_of(distinct["beneficiary_country"])),
            scale=scale_of(distinct["currency"]),
            corridor=encode_corridor(pl.col("originator_country"), pl.col("beneficiary_country")),
            city=_small_hash(distinct["beneficiary_city"]),
            rail=pl.col("rail").replace_strict(
                {name: code for code, name in enumerate(RAILS)}, default=None, return_dtype=pl.UInt8
            ),
            institution=_small_hash(distinct["institution"]),
        )


def narrow(
    checked: pl.DataFrame, first_row: int, enrichment: Enrichment, absent: frozenset[str] = frozenset()
) -> pl.DataFrame:
    """Make the measured rows of a checked batch.

    Args:
        checked: accepted payments in ``CHECKED_SCHEMA``.
        first_row: running number of the batch's first payment.
        enrichment: exchange rates.
        absent: optional columns that the batch's source does not have. Without a reference column no reference is
            blank: its kind is unknown.

    Returns:
        One row a payment, in the same order, in ``ROW_SCHEMA``.
    """
    day = checked["executed_at"].dt.date()
    amount = measured(checked["amount"])
    setting = over_unique_rows(checked.select(_SETTING), enrichment.setting)
    referred = over_unique_rows(checked.select("reference"), _referred)
    local = at_zones(checked["executed_at"], checked["time_known"], setting["zone"])
    usd = enrichment.rates.usd(amount, checked["currency"], day, setting["sent_in"])
    converted = enrichment.rates.convert(amount, setting["sent_in"], setting["paid_in"], day)
    payer, receiver = enrichment.names.read([checked["originator_name"], checked["beneficiary_name"]])
    made = checked.select(
        row=pl.int_range(first_row, first_row + pl.len(), dtype=pl.UInt64),
        o=subject_key(pl.col("originator_id")),
        b=subject_key(pl.col("beneficiary_id")),
        t=pl.col("executed_at").dt.epoch("s"),
        timed=pl.col("time_known"),
        o_year=pl.col("originator_birth_year"),
        b_year=pl.col("beneficiary_birth_year"),
    )
    worked_out = [made, setting.select("corridor", "city", "rail", "institution"), referred]
    told = "reference" not in absent
    return (
        pl.concat(worked_out, how="horizontal")
        .with_columns(
            o=pl.col("o") + _part(pl.col("corridor")),
            b=pl.col("b") + _part(pl.col("corridor")),
            kind=_known(referred["kind"], told),
            handle=_known(referred["handle"], told),
            cents=(usd * _CENTS).round().clip(0, _MAX_CENTS).cast(pl.Int64),
            round=round_by_scale(amount, setting["scale"]),
            round_abroad=roundness_abroad(converted),
            minute=local["local"].dt.hour().cast(pl.Int16) * 60 + local["local"].dt.minute().cast(pl.Int16),
            day=local["local_date"].fill_null(day).cast(pl.Int32),
            o_org=payer["organisation"],
            b_org=receiver["organisation"],
            o_s1=payer["s1"],
            o_s2=payer["s2"],
            o_s3=payer["s3"],
            b_s1=receiver["s1"],
            b_s2=receiver["s2"],
            b_s3=receiver["s3"],
        )
        .select(ROW_SCHEMA.names())
    )


def _referred(distinct: pl.DataFrame) -> pl.DataFrame:
    """Read distinct references."""
    reference = distinct["reference"]
    return pl.DataFrame({
        "kind": reference_kind(reference).to_physical().cast(pl.UInt8),
        "reference": _small_hash(normal_reference(reference)),
        "handle": has_handle(reference),
    })  # fmt: skip
