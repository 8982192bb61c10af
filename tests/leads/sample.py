"""Twenty-five invented leads of every pattern and some 600 payments, with names in several scripts and hostile texts."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.leads.lead import Lead, Mark, Reason
from tanglaw.payments.columns import INSTANT, MONEY

PAYMENTS_SCHEMA = {
    "lead_id": pl.String, "payment_id": pl.String, "executed_at": INSTANT,
    "originator_local": pl.Datetime("us"), "beneficiary_local": pl.Datetime("us"),
    "amount": MONEY, "currency": pl.String, "usd": pl.Float64,
    "originator_id": pl.String, "originator_name": pl.String, "originator_country": pl.String, "originator_city": pl.String,
    "beneficiary_id": pl.String, "beneficiary_name": pl.String, "beneficiary_country": pl.String, "beneficiary_city": pl.String,
    "reference": pl.String, "rail": pl.String, "institution": pl.String,
}  # fmt: skip

TITLES = {
    "livestream_purchase": "Live-streamed sexual abuse of children, paying side",
    "material_purchase": "Buying child sexual abuse material",
    "extortion_victim": "Financial sexual extortion of children, the child or young adult who pays",
    "minor_purchase": "Buying self-produced material from a minor, paying side",
    "facilitation": "Live-streamed sexual abuse of children, receiving side",
    "extortion_collection": "Financial sexual extortion of children, receiving side",
    "minor_recipient": "Buying self-produced material from a minor, receiving side",
}
HOLDER = {
    "livestream_purchase": "The payer is a subject of review.",
    "material_purchase": "The payer is a subject of review.",
    "extortion_victim": "The payer may be a child or young adult who is being extorted: a victim, urgent.",
    "minor_purchase": "The payer is a subject of review.",
    "facilitation": "The receiver may be a victim, a minor or a relative of one: review, never contact.",
    "extortion_collection": "The receiver may be an extorter, or a mule who is coerced too.",
    "minor_recipient": "The receiver may be a minor: a victim.",
}
ORDINARY = {
    "family_support": "Family support", "partner_abroad": "A partner abroad", "hobby_purchase": "A hobby or game-item buyer",
    "hub": "An agent, landlord, school or clinic that many pay", "freelancer_employer": "An employer of freelancers",
    "romance_fraud_victim": "A victim of romance fraud",
}  # fmt: skip

# measure: label, family, what was seen, band, expected, seen, weight, text, source, mark
REASONS: dict[str, tuple[str, str, float | None, str, str, float, float, float, str, str, Mark]] = {
    "receivers": ("Unrelated receivers", "breadth", 7, "7 receivers in 5 cities", "5 to 9", 0.34, 0.004, 3.9,
                  "Paid seven unrelated receivers in five cities.", "AUSTRAC v Westpac statement of claim 2020; FINTRAC 2020", "published"),
    "median": ("Median payment", "value", 51.0, "A$51", "A$30–110", 0.50, 0.11, 1.5,
               "Half of the payments are below A$51, inside the range of known payers.", "AIC Trends & Issues 639, 2021", "published"),
    "night": ("Payments at night", "clock", 0.71, "71 % between 22:00 and 05:00", "over 60 %", 0.41, 0.03, 2.3,
              "Seven in ten payments were made between 22:00 and 05:00, payer's local time.", "FATF 2025; ECPAT Sweden 2024", "published"),
    "escalation": ("Escalation", "trend", 0.62, "amounts rise, gaps shorten", "clear", 0.29, 0.05, 1.4,
                   "Amounts rise while gaps shorten (correlation 0.62).", "AIC Trends & Issues 589, 2020", "published"),
    "shared": ("Receivers shared with others", "network", 2, "2 of 7 receivers", "2 or more", 0.38, 0.02, 2.7,
               "Two of the receivers are paid by other subjects unrelated to this one.", "AUSTRAC 2022 guide", "published"),
    "handle": ("Handle in the reference", "text", 4, "4 references", "some", 0.12, 0.01, 1.7,
               "Four references hold a user name or a phone number.", "FATF 2025", "published"),
    "age": ("Payer's age", "age", 58, "58 years", "50 to 69", 0.56, 0.31, 0.6, "The payer is 58.", "AIC Trends & Issues 589, 2020", "published"),
    "burst": ("Burst and abrupt stop", "trend", 5, "5 payments in 31 hours, then none", "burst then stop", 0.61, 0.006, 4.1,
              "Five payments in 31 hours to one receiver, then none.", "FATF 2025", "published"),
    "youth": ("Payer's age", "age", 17, "17 years", "under 20", 0.83, 0.06, 2.6, "The payer is 17.", "Thorn/NCMEC 2024", "published"),
    "small_total": ("Total paid", "value", 640, "US$640", "under US$1,600", 0.78, 0.35, 0.7, "The total stays under US$1,600.", "FATF 2025", "published"),
    "payers": ("Unrelated payers", "breadth", 19, "19 payers from 4 countries", "10 or more", 0.42, 0.003, 4.4,
               "Paid by nineteen unrelated payers from four countries.", "AUSTRAC 2022 guide", "published"),
    "payer_age": ("Payers' ages", "age", 57, "median 57 years", "45 to 69", 0.5, 0.12, 1.3,
                  "Half of the payers are older than 57.", "AIC Trends & Issues 589, 2020", "published"),
    "young_payers": ("Payers' ages", "age", 17, "9 of 11 payers under 20", "most under 20", 0.55, 0.004, 4.3,
                     "Nine of eleven payers are under twenty.", "Thorn/NCMEC 2024", "published"),
    "card": ("Small repeated card payments", "value", 19.99, "US$5–50, 14 times to one merchant", "US$5–50 repeated", 0.47, 0.02, 2.9,
             "Fourteen payments of US$5–50 to one address.", "Chainalysis 2024; Tracfin 2021", "published"),
    "gap": ("Age gap of the two parties", "age", 36, "36 years", "over 30 years", 0.52, 0.07, 1.8,
            "The payer is 36 years older than the receiver.", "assumed for lack of a published figure", "assumed"),
    "regular": ("Payday rhythm", "rhythm", 0.61, "61 % within 3 days of a payday", "over 50 %", 0.12, 0.31, -0.9,
                "Payments follow a payday, as family support does.", "assumed for lack of a published figure", "assumed"),
    "kin": ("Kinship of names", "kin", 0.4, "1 of 7 receivers shares the surname", "some", 0.09, 0.22, -0.8,
            "One receiver shares the payer's surname.", "assumed for lack of a published figure", "assumed"),
    "active": ("Long steady span", "rhythm", 24, "24 months", "over 18 months", 0.2, 0.38, -0.5,
               "Payments ran steadily for two years.", "AIC Trends & Issues 634, 2021", "published"),
}  # fmt: skip

BY_PATTERN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "livestream_purchase": (
        ("receivers", "shared", "night", "handle", "median", "escalation", "age"),
        ("regular", "kin"),
    ),
    "material_purchase": (("card", "night", "median"), ("regular",)),
    "extortion_victim": (("burst", "youth", "small_total"), ("active",)),
    "minor_purchase": (("gap", "night", "handle"), ("regular",)),
    "facilitation": (("payers", "payer_age", "night", "median"), ("kin", "active")),
    "extortion_collection": (("young_payers", "burst", "small_total"), ("active",)),
    "minor_recipient": (("gap", "payers", "night"), ("kin",)),
}
PROTECTED = {"extortion_victim", "facilitation", "minor_recipient"}
RECEIVING = {"facilitation", "extortion_collection", "minor_recipient"}

LONG_REFERENCE = "for the school fees of the two younger ones " * 7
HOSTILE = (
    "<script>alert('x')</script>", '"><img src=x onerror=alert(1)>', '=HYPERLINK("http://evil.example","click")',
    "gift \u202egpj.exe", "🎂🎉 birthday 👨‍👩‍👧", "{{ 7*7 }} {% raw %}", "</details></table>", "\x1b[31mred\x00", LONG_REFERENCE,
    "@maria.s +63 917 555 0100", "مصاريف المدرسة", "ค่าเล่าเรียน", "học phí", "学費", "' OR 1=1; -- &amp; &lt;b&gt;",
)  # fmt: skip
INNOCENT = ("school fees", "gift", "medical", "", "family support", "birthday", "expenses", "accommodation")
PAYERS = (
    "Alan Example", "Björn Åkesson", "John O'Neill-Smythe", "Иван Петров", "Γιώργος Παπαδόπουλος", "=SUM(A1:A9)", "<b>Bold</b> & Sons",
    "محمد العلي", "Peter Müller", "田中 太郎", "Graham Placeholder", "Nils Testsson", "Robert'); DROP TABLE--",
)  # fmt: skip
PROTECTED_NAMES = ("Marisol Dimaculangan", "Rosalinda Catacutan", "สมหญิง ใจดี", "Tobias Brännström", "Kwame Boateng-Asante", "Jayden Fairweather",
                   "Mylene Pangilinan", "Оксана Ковальчук")  # fmt: skip
CITIES = ("Cebu City", "Iligan", "Angeles", "Cagayan de Oro", "Manila", "Davao")


@dataclass(frozen=True)
class Plan:
    pattern: str
    score: float
    urgency: float
    payments: int
    counterparties: int
    days: int
    night: bool = True


PLANS = (
    Plan("livestream_purchase", 0.97, 0.9, 64, 7, 420), Plan("extortion_victim", 0.94, 1.0, 5, 1, 2, night=False),
    Plan("livestream_purchase", 0.93, 0.5, 41, 5, 300), Plan("facilitation", 0.91, 0.8, 58, 19, 380), Plan("extortion_victim", 0.88, 0.95, 7, 2, 9),
    Plan("livestream_purchase", 0.86, 0.4, 33, 4, 700), Plan("material_purchase", 0.84, 0.3, 30, 1, 200), Plan("facilitation", 0.81, 0.7, 34, 11, 260),
    Plan("extortion_collection", 0.79, 0.8, 26, 11, 45), Plan("livestream_purchase", 0.74, 0.6, 28, 14, 90), Plan("minor_purchase", 0.71, 0.7, 18, 2, 120),
    Plan("minor_recipient", 0.69, 0.9, 16, 6, 150), Plan("livestream_purchase", 0.63, 0.2, 24, 3, 1100), Plan("livestream_purchase", 0.55, 0.3, 22, 3, 240),
    Plan("material_purchase", 0.49, 0.2, 20, 2, 330), Plan("facilitation", 0.46, 0.5, 21, 8, 200), Plan("livestream_purchase", 0.41, 0.2, 20, 4, 500),
    Plan("extortion_victim", 0.38, 0.8, 4, 1, 1), Plan("livestream_purchase", 0.33, 0.1, 19, 3, 365), Plan("minor_purchase", 0.28, 0.3, 12, 1, 60),
    Plan("minor_recipient", 0.22, 0.6, 11, 4, 80), Plan("extortion_collection", 0.17, 0.3, 9, 6, 20), Plan("livestream_purchase", 0.12, 0.1, 16, 2, 400),
    Plan("material_purchase", 0.08, 0.0, 11, 1, 100), Plan("livestream_purchase", 0.004, 0.0, 1, 1, 0),
)  # fmt: skip


def sample() -> tuple[list[Lead], pl.DataFrame]:
    """Make all leads and their payments; the same ones each time."""
    chance = random.Random(7)
    leads, rows = [], []
    payers, protected = iter(PAYERS * 3), iter(PROTECTED_NAMES * 3)
    for rank, plan in enumerate(PLANS, 1):
        name = next(protected if plan.pattern in PROTECTED else payers)
        own = _payments(rank, plan, name, chance)
        rows += own
        leads.append(_lead(rank, plan, name, own))
    return leads, pl.DataFrame(rows, schema=PAYMENTS_SCHEMA, orient="row").sort("lead_id", "executed_at", "payment_id")


def small_sample() -> tuple[list[Lead], pl.DataFrame]:
    """Make three leads with few payments: a payer, an extortion victim and a receiver, for the golden files."""
    leads, payments = sample()
    chosen = [leads[0], leads[1], leads[3]]
    few = (
        payments.filter(pl.col("lead_id").is_in([lead.lead_id for lead in chosen]))
        .group_by("lead_id", maintain_order=True)
        .head(6)
    )
    kept = [replace(lead, payment_ids=tuple(few.filter(lead_id=lead.lead_id)["payment_id"])) for lead in chosen]
    return [replace(lead, payments=len(lead.payment_ids)) for lead in kept], few


RUN: dict[str, object] = {
    "counts": {"read": 1_000_412, "accepted": 1_000_000, "rejected": 300, "duplicates": 112},
    "period": {"from": "2023-01-01T04:10:00+00:00", "to": "2025-06-30T21:59:12+00:00"},
    "subjects": {"originators": 41_250, "beneficiaries": 60_110},
    "corridors": [
        {"corridor": "AU→PH", "payments": 412_000},
        {"corridor": "DE→NG", "payments": 96_000},
        {"corridor": "SE→PH", "payments": 31_000},
    ],
    "abstained": [
        {"what": "Payer's age", "why": "originator_birth_date is empty for 61 % of payers"},
        {"what": "Value in US$", "why": "no reference rate for 1,204 payments in VES"},
    ],
    "notes": ["Reference rates end on 14 May 2025; the last known rate is used after it."],
    "rejected_by": [
        {"problem": "amount is not above zero", "rows": 211},
        {"problem": "currency is not an ISO 4217 code", "rows": 89},
    ],
    "inputs": ["payments-2023.csv", "payments-2024.csv.gz", "pacs008/<b>june</b>.xml"],
    "engine": "local",
    "version": "0.1.0",
}


def _payments(rank: int, plan: Plan, name: str, chance: random.Random) -> list[dict[str, object]]:
    receiving = plan.pattern in RECEIVING
    start = datetime(2025, 6, 20, tzinfo=UTC) - timedelta(days=plan.days, hours=rank)
    rows: list[dict[str, object]] = []
    for number in range(plan.payments):
        share = (number / max(plan.payments - 1, 1)) ** 0.8
        at = (start + timedelta(days=plan.days * share)).replace(
            minute=chance.randrange(60), second=chance.randrange(60)
        )
        if plan.night and chance.random() < 0.7:
            at = at.replace(hour=chance.choice((12, 13, 14, 15, 16, 17)))
        other = min(int(chance.expovariate(0.5)), plan.counterparties - 1) if number >= plan.counterparties else number
        # The receivers of every third payer are drawn from one pool, so that leads meet.
        pool = rank % 3 if not receiving else rank
        other_id = f"{'C' if receiving else 'R'}-{9000 + pool * 40 + other}"
        other_name = (PROTECTED_NAMES if not receiving else PAYERS)[(pool + other) % 8]
        amount = Decimal(chance.choice((20, 30, 50, 51, 80, 100, 150))) * (1 + number // 20)
        currency, rate = ("AUD", 0.65) if rank % 4 else ("SEK", 0.094)
        reference = HOSTILE[number % len(HOSTILE)] if rank <= 4 else chance.choice(INNOCENT)
        if plan.pattern in PROTECTED and number % 5 == 0:
            reference = f"for {name} {chance.randrange(10**9, 10**10)}"
        subject = {"id": f"{'R' if receiving else 'C'}-{4400 + rank}", "name": name}
        payer, receiver = (
            ({"id": other_id, "name": other_name}, subject)
            if receiving
            else (subject, {"id": other_id, "name": other_name})
        )
        rows.append({
            "lead_id": f"L-{rank:04d}", "payment_id": f"P-{rank:03d}-{number:04d}", "executed_at": at,
            "originator_local": (at + timedelta(hours=10)).replace(tzinfo=None) if rank != 7 else None,
            "beneficiary_local": (at + timedelta(hours=8)).replace(tzinfo=None) if rank % 5 else None,
            "amount": amount, "currency": currency, "usd": float(amount) * rate if rank != 7 or number else None,
            "originator_id": payer["id"], "originator_name": payer["name"], "originator_country": "AU", "originator_city": "Brisbane",
            "beneficiary_id": receiver["id"], "beneficiary_name": receiver["name"] if number % 9 else None, "beneficiary_country": "PH",
            "beneficiary_city": CITIES[other % len(CITIES)] if rank % 4 else None, "reference": reference or None,
            "rail": chance.choice(("wallet", "cash_pickup", "bank")), "institution": "Remit One",
        })  # fmt: skip
    return sorted(rows, key=lambda row: (row["executed_at"], row["payment_id"]))  # type: ignore[arg-type,return-value]


def _reason(measure: str, rank: int, ids: tuple[str, ...]) -> Reason:
    label, family, value, value_text, band, expected, seen, weight, text, source, mark = REASONS[measure]
    return Reason(
        measure,
        family,
        label,
        value,
        value_text,
        band,
        expected,
        seen,
        round(weight * (1 - rank / 200), 4),
        text,
        source,
        mark,
        ids,
    )


def _lead(rank: int, plan: Plan, name: str, rows: list[dict[str, object]]) -> Lead:
    ids = tuple(str(row["payment_id"]) for row in rows)
    speaking, against = BY_PATTERN[plan.pattern]
    reasons = tuple(sorted((_reason(one, rank, ids[:5]) for one in speaking), key=lambda reason: -reason.weight))
    contra = tuple(sorted((_reason(one, rank, ()) for one in against), key=lambda reason: reason.weight))
    prior = math.log(1 / 20_000)
    log_odds = math.log(plan.score / (1 - plan.score))
    competition = prior + sum(reason.weight for reason in reasons + contra) - log_odds
    kinds = list(ORDINARY)
    closest = kinds[rank % len(kinds)]
    receiving = plan.pattern in RECEIVING
    role: Role = "beneficiary" if receiving else "originator"
    return Lead(
        score_alone=plan.score / 2,
        lead_id=f"L-{rank:04d}", rank=rank, pattern=plan.pattern, pattern_title=TITLES[plan.pattern], role=role,
        entity_id=f"{'R' if receiving else 'C'}-{4400 + rank}", subject_ids=(f"{'R' if receiving else 'C'}-{4400 + rank}",), name=name,
        score=plan.score, log_odds=log_odds, prior=prior, competition=competition, urgency=plan.urgency,
        urgency_reasons=("A child may be at risk now: last payment 3 days before the data ends.", "Amounts are rising.") if plan.urgency > 0.4 else (),
        protect=plan.pattern in PROTECTED, account_holder=HOLDER[plan.pattern], reasons=reasons, against=contra,
        closest_ordinary=closest, closest_ordinary_title=ORDINARY[closest], closest_ordinary_share=round((1 - plan.score) * 0.7, 4),
        abstained=("Payer's age: originator_birth_date is empty.",) if rank % 2 else (), payment_ids=ids,
        first_seen=rows[0]["executed_at"], last_seen=rows[-1]["executed_at"], payments=len(rows),  # type: ignore[arg-type]
        total_usd=sum(float(row["usd"] or 0) for row in rows), counterparties=plan.counterparties, corridor="AU→PH" if rank % 4 else "SE→PH",  # type: ignore[arg-type]
    )  # fmt: skip
