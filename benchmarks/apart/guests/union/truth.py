"""What each account truly was, told from the payments that it truly made or received."""

from __future__ import annotations

from typing import Final

import polars as pl

PATTERNS: Final[dict[str, tuple[str, str]]] = {
    "livestream": ("livestream_purchase", "facilitation"),
    "extortion": ("extortion_victim", "extortion_collection"),
    "romance": ("romance_fraud_victim", "romance_fraud_receiver"),
    "family": ("family_support", "family_receiver"),
    "partner": ("partner_abroad", "partner_receiver"),
    "work": ("freelancer_employer", "freelancer"),
    "hobby": ("hobby_purchase", "seller"),
    "donation": ("donation", "charity"),
    "student": ("student_support", "student"),
    "hub": ("hub_payment", "hub"),
    "collector": ("hub_payment", "collector"),
    "other": ("ordinary", "ordinary"),
}

# A crime against a child comes first, a fraud next; the rest is a matter of how often.
_FIRST: Final = {"livestream": 3, "extortion": 2, "romance": 1}
_CRIMES: Final = ("livestream", "extortion")


def _main_kind(payments: pl.DataFrame, subject: str) -> pl.DataFrame:
    return (
        payments.group_by(subject, "kind")
        .agg(pl.len().alias("times"), pl.col("group").drop_nulls().mode().sort().first())
        .with_columns(pl.col("kind").replace_strict(_FIRST, default=0).alias("first"))
        .sort(subject, "first", "times", "kind", descending=[False, True, True, False])
        .unique(subject, keep="first", maintain_order=True)
    )


def _hard(payments: pl.DataFrame, subject: str, other: str, other_person: str) -> pl.DataFrame:
    """Crime subjects that show little.

    Three payments of the crime or fewer; a payer who imitates ordinary life; a payer none of whose receivers has
    another payer of the crime; a receiver with a single payer.
    """
    own_person = "payer" if subject == "originator_id" else "payee"
    crime = payments.filter(pl.col("kind").is_in(_CRIMES))
    company = crime.group_by(other, "kind").agg(pl.col(own_person).n_unique().alias("company"))
    by_subject = (
        crime.join(company, on=[other, "kind"])
        .group_by(subject)
        .agg(
            pl.len().alias("crimes"),
            pl.col("guise").all(),
            pl.col("company").max(),
            pl.col(other_person).n_unique().alias("partners"),
        )
    )
    alone = pl.col("company") < 2 if subject == "originator_id" else (pl.col("company") < 2) & (pl.col("partners") < 2)
    return by_subject.select(subject, ((pl.col("crimes") <= 3) | pl.col("guise") | alone).alias("hard"))


def truth(payments: pl.DataFrame) -> pl.DataFrame:
    """One row for each originator id and beneficiary id.

    Args:
        payments: originator_id, beneficiary_id, kind, group, guise, and the true persons payer and payee.
    """
    sides = []
    for place, role in enumerate(("originator", "beneficiary")):
        subject, person = f"{role}_id", ("payer", "payee")[place]
        other, other_person = (("beneficiary_id", "payee"), ("originator_id", "payer"))[place]
        names = {kind: patterns[place] for kind, patterns in PATTERNS.items()}
        people = payments.select(subject, person).unique()
        several = people.with_columns((pl.len().over(person) > 1).alias("several"))
        sides.append(
            _main_kind(payments, subject)
            .join(several, on=subject)
            .join(_hard(payments, subject, other, other_person), on=subject, how="left")
            .select(
                pl.lit(role).alias("role"),
                pl.col(subject).alias("subject_id"),
                pl.col("kind").replace_strict(names, return_dtype=pl.String).alias("pattern"),
                pl.col("group"),
                pl.col("hard").fill_null(value=False),
                pl.when("several").then(pl.col(person)).otherwise(pl.col(subject)).alias("person"),
            )
        )
    return pl.concat(sides).sort("role", "subject_id")
