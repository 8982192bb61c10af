"""Invented dossiers for tests: every person, number and place name in them is made up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from tanglaw.filings.dossier.circle import Circle, Tie
from tanglaw.filings.dossier.dossier import AtRisk, Dossier, Earlier, Label, Origin
from tanglaw.filings.dossier.drafting import draft
from tanglaw.filings.dossier.filer import Filer, Officer
from tanglaw.filings.dossier.grounds import Assessment, Contrast, Ground, Ordinary
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.money import Money
from tanglaw.filings.dossier.narrative import Narrative, Section
from tanglaw.filings.dossier.party import Account, Address, Device, Party
from tanglaw.filings.dossier.payment import Payment

BRISBANE, MANILA = timezone(timedelta(hours=10)), timezone(timedelta(hours=8))
FIRST = datetime(2025, 3, 8, 12, 41, 7, tzinfo=UTC)


def payer(**changes) -> Party:
    plain = Party(
        key="P1", standing="subject of review", side="originator", kind="person", client=True, ids=("C-4411",),
        names=("Alan Example",), birth_date=date(1963, 5, 2), birth_year=1963, country="AU",
        addresses=(Address(street="1 Example St", city="Brisbane", state="QLD", postcode="4000", country="AU"),),
        phones=("+61491570006",), emails=("alan@example.org",),
        accounts=(Account(number="DE89370400440532013000", kind="iban", institution="Remit One", payments=3),),
        devices=(Device(device="dev-77ab", ip="203.0.113.9", first_seen=date(2025, 3, 8), last_seen=date(2025, 3, 22),
                        payments=3),),
        payments=3,
    )  # fmt: skip
    return plain.model_copy(update=changes)


def receiver(number: int = 2, **changes) -> Party:
    plain = Party(
        key=f"P{number}", standing="counterparty", side="beneficiary", kind="person", ids=(f"R-90{number}",),
        names=(f"Maria Example {'ABCDEFGHIJ'[number % 10]}",), country="PH",
        addresses=(Address(city="Cebu City", country="PH"),), phones=("+639175550100",),
        accounts=(Account(number="0917-555-0100", kind="wallet"),), payments=3,
    )  # fmt: skip
    return plain.model_copy(update=changes)


def payment(number: int, **changes) -> Payment:
    at = FIRST + timedelta(days=7 * number)
    plain = Payment(
        payment_id=f"P-{number:06}", at=at, payer_local=at.astimezone(BRISBANE), receiver_local=at.astimezone(MANILA),
        payer_clock="stated", receiver_clock="country", payer="P1", receiver="P2", payer_country="AU",
        receiver_country="PH", payer_city="Brisbane", receiver_city="Cebu City", payer_account="DE89370400440532013000",
        receiver_account="0917-555-0100", payer_device="dev-77ab", payer_ip="203.0.113.9",
        sent=Money(amount=Decimal("51.00"), currency="AUD"),
        received=Money(amount=Decimal("1887.00"), currency="PHP", basis="reference rate"),
        usd=Money(amount=Decimal("32.19"), currency="USD", basis="reference rate"),
        reference="school fees", rail="cash_pickup", institution="Remit One", status="completed",
    )  # fmt: skip
    return plain.model_copy(update=changes)


def ground(**changes) -> Ground:
    plain = Ground(
        measure="night_share", family="hours", label="share of payments at night", value=0.8, value_text="80%",
        band="≥60%", expected=0.18, seen=0.02, weight=1.4, source="FATF 2025", mark="published",
        text="80% of payments left late at night by the payer's clock: expected in 18 % of such payers, seen in 2 % of "
             "payers in AU→PH with about as many payments (9.0× as often as seen).",
        payment_ids=("P-000000",),
    )  # fmt: skip
    return plain.model_copy(update=changes)


def assessment(**changes) -> Assessment:
    plain = Assessment(
        lead_id="L-0123456789ab", rank=3, pattern="livestream_purchase",
        pattern_title="Live-streamed sexual abuse of children, paying side", pattern_sha256="ab" * 32, score=0.72,
        log_odds=0.944, prior=-9.2, competition=-8.744, urgency=0.6,
        urgency_reasons=("a child may be at risk", "last payment 9 days before the end of the data"),
        account_holder="subject of review", reasons=(ground(),),
        against=(ground(measure="median_usd", family="value", label="median amount", weight=-0.4, value=32.19,
                        value_text="US$32", band="25..50", text="The median payment is US$32."),),
        ordinary=Ordinary(
            id="family_support", title="Family support", share=0.12,
            why_not=(Contrast(measure="payday_regularity", label="payday rhythm", finding="payments keep to no payday",
                              band="<10%", pattern=0.26, ordinary=0.05, weight=1.1),),
        ),
        abstained=("payer's devices: needs originator_device",),
    )  # fmt: skip
    return plain.model_copy(update=changes)


def dossier(**changes) -> Dossier:
    """Give a small complete dossier; `changes` replace its fields, checked as any other dossier is."""
    plain = {
        "reference": "TGL-2025-0001",
        "dated": date(2025, 4, 1),
        "filer": Filer(
            name="Remit One", country="AU", address=Address(street="2 Model Road", city="Sydney", state="NSW",
                                                            postcode="2000", country="AU"),
            officer=Officer(first_name="Ada", last_name="Sample", role="MLRO", phone="+61255501234",
                            email="ada@example.org"),
            ids={"goaml_rentity_id": "1234", "ein": "123456789"},
        ),
        "subject": "P1",
        "side": "originator",
        "parties": (payer(), receiver(), Party(key="P3", standing="counterparty's counterparty", side="originator",
                                               client=True, ids=("C-7",), names=("Bob Invented",), country="AU")),
        "payments": (payment(0), payment(1, reference="gift from @alan.example", holds_contact=True), payment(2)),
        "circles": (Circle(counterparty="P2", others=4, listed=1),),
        "ties": (Tie(counterparty="P2", other="P3", payments=2, usd=Money(amount=Decimal(60), currency="USD",
                     basis="reference rate"), first_seen=FIRST, last_seen=FIRST + timedelta(days=3)),),
        "assessment": assessment(),
        "narrative": Narrative(draft=(
            Section(topic="who", text="Alan Example (C-4411) paid Maria Example C (R-902)."),
            Section(topic="suspicion", text="Payments consistent with live-streamed sexual abuse of children."),
        )),
        "labels": (Label(authority="FinCEN", code="OCSE-FIN-2021-NTC3", meaning="online child sexual exploitation"),),
        "at_risk": (AtRisk(who="children near the receivers", where="Cebu City, PH", why="pattern"),),
        "earlier": (Earlier(reference="TGL-2024-0007", authority="an FIU", filed_on=date(2024, 2, 3), about="P1"),),
        "origin": Origin(made_by="tanglaw 0.1.0", inputs=("payments.parquet",), payments_recorded=3),
    }  # fmt: skip
    return Dossier.model_validate(plain | changes)


def matter(**changes) -> Matter:
    """Give a further lead: a receiver who may be a victim."""
    said = assessment(
        lead_id="L-ba9876543210", rank=7, pattern="facilitation", score=0.31, log_odds=-0.8, urgency=0.9,
        pattern_title="Live-streamed sexual abuse of children, receiving side", pattern_sha256="cd" * 32,
        urgency_reasons=("the account holder may be a victim",), account_holder="review, never contact",
        reasons=(ground(measure="payers", family="reach", label="payers", value=2.0, value_text="2 payers", band="2..3",
                        expected=0.4, seen=0.05, weight=2.1, text="Paid by 2 unrelated payers: expected in 40 % of "
                        "such receivers, seen in 5.0 % of receivers (8.0× as often as seen)."),),
        against=(),
        ordinary=Ordinary(id="relative", title="Relative who is supported", share=0.4),
    )  # fmt: skip
    return Matter.model_validate({"subject": "P2", "side": "beneficiary", "assessment": said, **changes})


def of_two_leads(**changes) -> Dossier:
    """Give a dossier of a payer and of a receiver whom he and another pay, with a witness from the case."""
    other = payer(key="P3", standing="counterparty", ids=("C-7",), names=("Bob Invented",), phones=(), emails=(),
                  devices=(), accounts=(), addresses=(), birth_date=None, birth_year=None, payments=1)  # fmt: skip
    witness = Party(key="P4", standing="witness", side=None, kind="person", names=("Wilma Sample",), country="PH",
                    note="A neighbour who called.")  # fmt: skip
    payments = (payment(0), payment(1, reference="gift from @alan.example", holds_contact=True),
                payment(2, payer="P3", payer_account=None, payer_device=None, payer_ip=None))  # fmt: skip
    plain = {
        "parties": (payer(payments=2), receiver(protected=True, standing="possible victim",
                                                protected_because="review, never contact"), other, witness),
        "payments": payments, "circles": (Circle(counterparty="P2", others=3, listed=0),), "ties": (),
        "further": (matter(payments_recorded=3),),
        "origin": Origin(made_by="tanglaw 0.1.0", inputs=("payments.parquet",), payments_recorded=2),
    }  # fmt: skip
    one = dossier(**plain | changes)
    return one if "narrative" in changes else one.model_copy(update={"narrative": Narrative(draft=draft(one))})
