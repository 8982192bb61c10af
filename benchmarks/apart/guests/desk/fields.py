"""The optional fields as each source holds them: names in its style, births, cities, devices, references, purposes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.apart.guests.desk.ledger import KIND_NAMES, Ledger
from benchmarks.apart.guests.desk.people import Payer, Receiver
from benchmarks.apart.guests.desk.sources import GIRO, SOURCES
from benchmarks.apart.guests.desk.year import Year

Bools = npt.NDArray[np.bool_]
_STYLES: Final = ("plain", "upper", "surname_first", "initial")
_PURPOSES: Final = {
    "family": ("FAMI", "FAMI", "FAMI", "GIFT"), "collected": ("FAMI",), "study": ("EDUC", "FAMI"),
    "work": ("SERV", "OTHR"), "bill": ("SERV", "OTHR"), "gift": ("CHAR", "OTHR", "GIFT"),
    "sponsor": ("FAMI", "GIFT", "EDUC"),
    "partner": ("FAMI", "GIFT", "GIFT"), "livestream": ("FAMI", "GIFT", "GIFT", "EDUC", "OTHR"),
    "romance": ("FAMI", "GIFT", "OTHR"),
}  # fmt: skip
"""What the payer picks in the drop-down list; nobody checks it."""
_STATES: Final = ("paid", "COMPLETED", "settled", "ok", "Executed", "paid out", "done", "captured", "done", "OK")
_HALTED: Final = (
    "cancelled",
    "CANCELLED",
    "failed",
    "returned",
    "Recalled",
    "returned",
    "declined",
    "refunded",
    "declined",
    "KO",
)


def _bare(text: str) -> str:
    """The text without its diacritics, as old systems store it."""
    return unicodedata.normalize("NFKD", text.replace("Ø", "O").replace("ø", "o")).encode("ascii", "ignore").decode()


def _written(person: Payer | Receiver, style: str) -> str:
    """The person's name as a source of this style writes it."""
    if style == "upper":
        return _bare(f"{person.first} {person.last}").upper()
    if style == "surname_first":
        return f"{person.last}, {person.first.split()[0]}"
    if style == "initial":
        return f"{person.first[0]}. {person.last}"
    return f"{person.first} {person.last}"


def _names(people: Sequence[Payer | Receiver], who: npt.NDArray[np.int64], year: Year) -> pl.Series:
    """Names by the source's style; null where the source keeps none."""
    styles = [_STYLES.index(s.names) if s.names in _STYLES else 0 for s in SOURCES]
    pool = pl.Series([_written(person, style) for style in _STYLES for person in people])
    return pl.Series(pool.gather(np.array(styles)[year.source] * len(people) + who))


def _kept(rng: np.random.Generator, n: int, who: npt.NDArray[np.int64], year: Year, share: Sequence[float]) -> Bools:
    """Whether the source holds the field of this person: a file is filled in once, not payment by payment."""
    luck = rng.random((n, len(SOURCES)))
    return np.asarray(luck[who, year.source] < np.array(share)[year.source], dtype=np.bool_)


def _only(values: pl.Series, kept: Bools) -> pl.Series:
    return pl.DataFrame({"v": values, "k": kept}).select(pl.when("k").then("v")).to_series()


def _misspelt(rng: np.random.Generator, names: pl.Series, year: Year) -> pl.Series:
    """Clerks who type names at a counter lose a letter now and then."""
    slip = pl.Series((rng.random(len(names)) < 0.02) & (year.source <= GIRO + 1))
    return names.str.replace("(?i)e", "").zip_with(slip, names)


def payer_fields(rng: np.random.Generator, ledger: Ledger, year: Year) -> dict[str, pl.Series]:
    """What the sources know of the payer."""
    people = ledger.crowd.payers
    n, rows, who = len(people), len(year.payer), year.payer

    def kept(share: Sequence[float]) -> Bools:
        return _kept(rng, n, who, year, share)

    named = np.array([s.names != "none" for s in SOURCES])[year.source]
    new_phone = rng.uniform(-400, 700, n)
    device = pl.Series([f"dv{number:07x}" for number in rng.permutation(40 * n)[: 2 * n]])
    home_ip = rng.integers(0, 1 << 22, n)
    address = np.where(rng.random(rows) < 0.75, home_ip[who], rng.integers(0, 1 << 22, rows))
    ips = pl.Series([f"100.{64 + (int(a) >> 16)}.{(int(a) >> 8) & 255}.{int(a) & 255}" for a in address])
    mails = pl.Series([_bare(f"{p.first[0]}{p.last}{p.index % 97}@post.example").lower() for p in people])
    devices = [s.devices for s in SOURCES]
    mail_sources = [0.9 if s.name == "Aplauz" else 0.0 for s in SOURCES]
    return {
        "originator_name": _only(_misspelt(rng, _names(people, who, year), year), named),
        "originator_birth_year": _only(
            pl.Series([p.born for p in people], dtype=pl.Int16).gather(who), kept([s.births for s in SOURCES])
        ),
        "originator_email": _only(mails.gather(who), kept(mail_sources)),
        "originator_device": _only(device.gather(who + n * (year.day > new_phone[who])), kept(devices)),
        "originator_ip": _only(ips, kept(devices)),
        "originator_city": _only(pl.Series([p.city for p in people]).gather(who), kept([s.cities for s in SOURCES])),
    }


def receiver_fields(rng: np.random.Generator, ledger: Ledger, year: Year) -> dict[str, pl.Series]:
    """What the sources know of the receiver: a name, where the cash was fetched, a telephone or an account."""
    people = ledger.crowd.receivers
    n, who = len(people), year.receiver

    def kept(share: Sequence[float]) -> Bools:
        return _kept(rng, n, who, year, share)

    named = np.array([s.names != "none" for s in SOURCES])[year.source]
    phones = pl.Series([f"+4070{number:07d}" for number in rng.permutation(9_999_999)[:n]])
    accounts = pl.Series([f"RO{number:010d}" for number in rng.integers(10**9, 10**10 - 1, n)])
    asks_birth = [s.births * 0.7 if s.rail in {"cash_pickup", "wallet"} else 0.0 for s in SOURCES]
    return {
        "beneficiary_name": _only(_misspelt(rng, _names(people, who, year), year), named),
        "beneficiary_birth_year": _only(
            pl.Series([p.born for p in people], dtype=pl.Int16).gather(who), kept(asks_birth)
        ),
        "beneficiary_phone": _only(phones.gather(who), kept([s.contacts for s in SOURCES])),
        "beneficiary_city": _only(pl.Series([p.town for p in people]).gather(who), kept([s.cities for s in SOURCES])),
        "beneficiary_account": _only(accounts.gather(who), kept([s.accounts for s in SOURCES])),
    }


def payment_fields(rng: np.random.Generator, ledger: Ledger, year: Year, words: list[str]) -> dict[str, pl.Series]:
    """What comes with the payment itself: reference, purpose, status, rail, institution."""
    rows = len(year.payer)
    handles = [_bare(f"@{p.first[:4]}{p.last[:3]}{p.born % 100}").lower() for p in ledger.crowd.receivers]
    chatty = np.isin(
        year.kind, [KIND_NAMES.index(kind) for kind in ("livestream", "extortion", "purchase", "partner", "minor")]
    )
    handled = chatty & (rng.random(rows) < 0.025)
    text = [handles[int(r)] if tagged else word for r, tagged, word in zip(year.receiver, handled, words, strict=True)]
    written = (rng.random(rows) < np.array([s.references for s in SOURCES])[year.source]) & (np.array(text) != "")
    menus = [_PURPOSES.get(kind, ("OTHR", "FAMI")) for kind in KIND_NAMES]
    purposes = pl.Series(
        [menus[int(k)][int(u * len(menus[int(k)]))] for k, u in zip(year.kind, rng.random(rows), strict=True)]
    )
    asked = rng.random(rows) < np.array([s.purposes for s in SOURCES])[year.source]
    risky = np.isin(year.kind, [KIND_NAMES.index(kind) for kind in ("extortion", "romance", "work", "purchase")])
    halted = rng.random(rows) < np.where(risky, 0.03, 0.01)
    states = pl.Series([*_STATES, *_HALTED]).gather(year.source + len(SOURCES) * halted)
    taught = year.kind == KIND_NAMES.index("work")
    return {
        "rail": pl.Series([s.rail for s in SOURCES]).gather(year.source),
        "institution": pl.Series([s.name for s in SOURCES]).gather(year.source),
        "reference": _only(pl.Series(text), written),
        "purpose_code": _only(purposes, asked),
        "status": _only(states, rng.random(rows) < 0.97),
        "merchant_category": _only(
            pl.Series(np.where(taught, "8299", "7929")), np.array([s.card for s in SOURCES])[year.source]
        ),
    }
