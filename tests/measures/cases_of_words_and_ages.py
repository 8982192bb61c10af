"""Cases for references, rails, institutions and ages."""

from __future__ import annotations

from case import Case, of_both, of_payer, of_receiver
from described import each, times

NIGHT = "2024-02-02 23:00"
SCHOOL = "school fees"

CASES: tuple[Case, ...] = (
    *of_both("blank_references", (times(2, reference="--"), 1), (times(2, reference=SCHOOL), 0), times(1, reference="--")),
    *of_both("support_words", (times(2, reference=SCHOOL), 1), (times(2, reference="hello"), 0), times(1, reference=SCHOOL)),
    *of_both("work_words", (times(2, reference="invoice 12 for design"), 1), (times(2, reference="gift"), 0)),
    *of_both("donation_words", (times(2, reference="donation to the church"), 1), (times(2, reference="gift"), 0)),
    *of_both("reference_variety", (each("reference", ["rent", "gift", "food", SCHOOL]), 1), (times(20, reference=SCHOOL), 0.05), times(3, reference=SCHOOL)),
    of_payer(
        "contradicting_support", (each("to", ["R1", "R2", "R3"], when=NIGHT, reference=SCHOOL), 3),
        (each("to", ["R1", "R2", "R3"], reference=SCHOOL), 0), times(1, start=NIGHT, reference=SCHOOL),
    ),
    of_receiver(
        "contradicting_support", (each("by", ["C1", "C2", "C3"], when=NIGHT, reference=SCHOOL), 3),
        (each("by", ["C1", "C2", "C3"], reference=SCHOOL), 0), times(1, start=NIGHT, reference=SCHOOL),
    ),
    *of_both("handles", (times(2, reference="add @alan_example"), 1), (times(2, reference="gift"), 0), times(2)),
    *of_both("cash_and_wallet", (each("rail", ["wallet", "cash_pickup"]), 1), (times(2, rail="bank"), 0), times(2)),
    *of_both("card_and_crypto", (each("rail", ["card", "crypto"]), 1), (times(2, rail="wallet"), 0), times(2)),
    *of_both("institutions", (each("institution", ["Remit One", "Remit Two", "Remit Three"]), 3), (times(2, institution="Remit One"), 1), times(1, institution="Remit One")),
    of_payer("payer_age", (times(2, originator_birth_year=1963), 61), (times(2, originator_birth_year=1995), 29), times(2)),
    of_receiver("payers_age", (times(2, originator_birth_year=2007), 17), (times(2, originator_birth_year=1963), 61), times(2)),
    of_payer("youngest_receiver", (each("beneficiary_birth_year", [2009, 1980]), 15), (times(2, beneficiary_birth_year=1980), 44), times(2)),
    of_receiver("receiver_age", (times(2, beneficiary_birth_year=2009), 15), (times(2, beneficiary_birth_year=1980), 44), times(2)),
    *of_both(
        "age_gap", (times(2, originator_birth_year=1963, beneficiary_birth_year=2000), 37),
        (times(2, originator_birth_year=1990, beneficiary_birth_year=1988), -2), times(2, originator_birth_year=1963),
    ),
)  # fmt: skip
