"""Odd dossiers for Hypothesis: what real records hold, and what hostile ones might."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st
from tests.filings.invented import assessment, dossier, ground, matter, payer, payment, receiver

from tanglaw.filings.dossier.money import Money
from tanglaw.filings.dossier.narrative import Narrative, Section
from tanglaw.filings.dossier.party import Account, Address, Device, Party

NAMES = st.sampled_from(
    [
        "สมชาย ใจดี", "محمد بن عبد الله", "שרה כהן", "李小龙", "Ŝajna Ĉapelo", "O'Example, Ana-María", "Ana 👩‍👧 Sample",
        "\u202egnp.exe", "Ring\x07 Bell", "=1+1", "X", " ", "Null\x00 Byte", "𝒜𝓃𝒶", "A" * 101, "É" * 300, "<b>&amp;</b>",
        "Zero\u200bWidth", "\ufffe", "Tab\tNew\nLine",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    NAMES,
    st.text(st.characters(exclude_categories=("Cs",)), max_size=60),
    st.sampled_from(["]]>", "&#0;", "a" * 9_000, '=HYPERLINK("x")', "@cmd", "\r\n-2+3"]),
)
MAYBE = st.one_of(st.none(), TEXTS)
AMOUNTS = st.one_of(
    st.decimals("0.01", "99999999999999999999", places=2),
    st.sampled_from([Decimal("0.000000000000000001"), Decimal("99999999999999999999.999999999999999999"), Decimal(1)]),
)
CURRENCIES = st.sampled_from(["AUD", "PHP", "USD", "EUR", "BTC", "XTS"])
MONEY = st.builds(Money, amount=AMOUNTS, currency=CURRENCIES)


@st.composite
def addresses(draw):
    street = draw(st.one_of(st.none(), st.just("1 Example Street " * 18), st.just("x" * 300), TEXTS))
    return Address(street=street, city=draw(MAYBE), state=draw(st.one_of(st.none(), st.just("QLD"))), country="AU")


@st.composite
def matters(draw):
    """Draw a further lead, about the payer or the receiver, by a pattern of its own."""
    subject, side = draw(st.sampled_from([("P1", "originator"), ("P2", "beneficiary")]))
    patterns = ["facilitation", "livestream_purchase", "extortion_victim", "extortion_collection", "minor_recipient"]
    said = assessment(
        lead_id=draw(st.sampled_from(["L-1", "L-2", "L-3"])), pattern=draw(st.sampled_from(patterns)),
        pattern_title=draw(TEXTS), urgency_reasons=tuple(draw(st.lists(TEXTS, max_size=2))),
        reasons=(ground(text=draw(TEXTS)),) * draw(st.integers(0, 9)), ordinary=None,
    )  # fmt: skip
    return matter(subject=subject, side=side, assessment=said, payments_recorded=draw(st.integers(0, 5)))


@st.composite
def dossiers(draw):
    """Draw a dossier: up to three payments between two parties that may have no names at all, about one to 13 leads."""
    one = payer(
        names=tuple(draw(st.lists(TEXTS, max_size=3))), addresses=tuple(draw(st.lists(addresses(), max_size=2))),
        phones=tuple(draw(st.lists(TEXTS, max_size=2))), emails=tuple(draw(st.lists(TEXTS, max_size=7))),
        kind=draw(st.sampled_from(["person", "organisation", "unknown"])), occupation=draw(MAYBE),
        accounts=tuple(Account(number=number) for number in draw(st.lists(TEXTS, max_size=2))),
        devices=tuple(Device(device=name, ip=ip) for name, ip in draw(st.lists(st.tuples(MAYBE, MAYBE), max_size=3))),
        protected=draw(st.booleans()), standing=draw(st.sampled_from(["subject of review", "possible victim"])),
    )  # fmt: skip
    other = receiver(names=tuple(draw(st.lists(NAMES, max_size=2))), protected=draw(st.booleans()))
    payments = [
        payment(
            number, reference=draw(MAYBE), sent=draw(MONEY), received=draw(st.one_of(st.none(), MONEY)),
            usd=draw(st.one_of(st.none(), st.builds(Money, amount=AMOUNTS, currency=st.just("USD")))),
            payer_city=draw(MAYBE), payer_ip=draw(MAYBE), rail=draw(st.sampled_from([None, "crypto", "card", "bank"])),
            payer_local=None if draw(st.booleans()) else payment(number).payer_local, time_known=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    further = tuple(draw(st.one_of(st.just([]), st.lists(matters(), max_size=12))))
    named = [
        Party(
            key=f"P{number}",
            standing=draw(st.sampled_from(["witness", "facilitator in question"])),
            side=None,
            kind="person",
            names=(draw(NAMES),),
            note=draw(TEXTS),
        )
        for number in range(3, draw(st.integers(3, 5)))
    ]
    words = tuple(Section(topic="who", text=draw(TEXTS)) for _ in range(draw(st.integers(0, 4))))
    return dossier(
        parties=(one, other, *named), further=further, payments=tuple(payments), circles=(), ties=(), narrative=Narrative(draft=words),
        reference=draw(st.one_of(st.just("TGL-1"), TEXTS)), corrects=draw(st.one_of(st.none(), TEXTS)),
    )  # fmt: skip
