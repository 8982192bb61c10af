"""What the references say, and whether they contradict each other. Words alone say nothing."""

from __future__ import annotations

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.measures.measure import Measure
from tanglaw.measures.parts import at_least, common
from tanglaw.measures.tally import distinct, known, mean
from tanglaw.payments.references import KINDS

_NEEDS = ("reference",)
_SUPPORT = tuple(KINDS.index(kind) for kind in ("family", "school", "medical", "gift", "accommodation", "expenses"))
_BLANK = KINDS.index("blank")
_KIND = pl.col("kind")
_IS_WORK = _KIND.is_in([KINDS.index("invoice"), KINDS.index("goods_or_service")])
_IS_GIVING = _KIND.is_in([KINDS.index("donation")])
_REFERENCE = pl.col("reference")
_IS_SUPPORT = _KIND.is_in(_SUPPORT)


def measures(role: Role) -> tuple[Measure, ...]:
    """Give the reference measures of one role."""
    _, _, others = common(role)
    return (
        Measure(
            "blank_references", role, "reference", "blank references", "share", "{value} of the references are blank",
            "Share of payments without any reference.",
            (0.05, 0.5, 0.95), at_least(2, mean(_KIND == _BLANK), _KIND),
            needs=_NEEDS, concerns=_KIND == _BLANK,
        ),
        Measure(
            "support_words", role, "reference", "words of support", "share",
            "{value} of the references give an everyday reason such as school fees, medical bills or family support",
            "Share of references with one of the innocuous words that regulators have published (AUSTRAC; FATF 2025; "
            "ACAMS 2021). They are also the commonest true reasons, so alone they say next to nothing.",
            (0.05, 0.3, 0.7, 0.95), at_least(2, mean(_IS_SUPPORT), _KIND),
            needs=_NEEDS, concerns=_IS_SUPPORT,
        ),
        Measure(
            "work_words", role, "work", "words of trade and work", "share",
            "{value} of the references name work, goods, a service or an invoice",
            "Share of references that name work, goods, a service or an invoice.",
            (0.05, 0.3, 0.7, 0.95), at_least(1, mean(_IS_WORK), _KIND),
            needs=_NEEDS, concerns=_IS_WORK,
        ),
        Measure(
            "donation_words", role, "work", "words of giving", "share",
            "{value} of the references name a donation, a church or a sponsorship",
            "Share of references that name a donation, a church or a sponsorship.",
            (0.05, 0.3, 0.7, 0.95), at_least(1, mean(_IS_GIVING), _KIND),
            needs=_NEEDS, concerns=_IS_GIVING,
        ),
        Measure(
            "reference_variety", role, "reference", "variety of references", "share",
            "{value} of the references are different from one another",
            "Distinct references over references given; abstains under 4.",
            (0.1, 0.3, 0.6, 0.9),
            at_least(4, distinct(_REFERENCE) / known(_REFERENCE), _REFERENCE),
            needs=_NEEDS,
        ),
        Measure(
            "contradicting_support", role, "contradiction", f"unrelated {others} under one reason", others,
            f"the same kind of everyday reason (such as school fees) was given for {{value}} unrelated {others}",
            "Unrelated counterparties for whom school, medical or family reasons were given at night or more than "
            "once.",
            (1, 2, 3, 5),
            at_least(
                2,
                distinct(
                    pl.col("pair"), _IS_SUPPORT & pl.col("unrelated") & pl.col("night").fill_null(value=True)
                ),
                _KIND,
            ),
            needs=_NEEDS, concerns=_IS_SUPPORT & pl.col("unrelated"),
        ),
        Measure(
            "handles", role, "handle", "handles in references", "share",
            "{value} of the references hold a handle, a phone number or an address",
            "Share of references with a handle, phone number, e-mail or web address (FATF 2025).",
            (0.01, 0.1, 0.3), at_least(1, mean(pl.col("handle")), _KIND),
            needs=_NEEDS, concerns=pl.col("handle"),
        ),
    )  # fmt: skip
