"""What institutions have on file about payers and receivers."""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import polars as pl

from tanglaw.lab.worlds.accounts import INSTITUTIONS, Accounts, digits, has, names, phones
from tanglaw.lab.worlds.arrays import Flags, Ints, Rng, chance
from tanglaw.lab.worlds.draft import RAILS, People
from tanglaw.lab.worlds.places import COUNTRIES, towns

_STREETS: Final = ("Example Street", "Sample Road", "Specimen Lane", "Muster Weg", "Calle Ejemplo", "Purok Halimbawa",
                   "Test Avenue", "Model Close")  # fmt: skip
_IBAN: Final = {"DE": 18, "GB": 14, "FR": 23, "NL": 10, "SE": 20, "NO": 11, "RO": 16}
_BANK_LETTERS: Final = {"GB": "NWBK", "NL": "ABNA", "RO": "AAAA"}


def originator_records(rng: Rng, people: People, accounts: Accounts, first_day: date) -> list[pl.Series]:
    """Every optional originator column, one value a payment."""
    who = accounts.person
    person_key = rng.integers(0, 1 << 40, len(people.id))
    born = _birth(people.born[who], first_day)
    both = {
        "originator_name": names(rng, people, who),
        "originator_birth_date": _known(born, has(rng, accounts, "birth_date") & (people.trade[who] == 0)),
        "originator_birth_year": _known(
            born.dt.year().cast(pl.Int16), has(rng, accounts, "birth_year") & (people.trade[who] == 0)
        ),
        "originator_phone": phones(rng, people, has(rng, accounts, "phone"), who),
        "originator_email": _known(_emails(person_key[who]), has(rng, accounts, "email")),
        "originator_device": _known("dev-" + _hex(person_key[who] // 3), has(rng, accounts, "device")),
        "originator_city": _known(pl.Series(towns().names).gather(people.town[who]), has(rng, accounts, "city")),
        "originator_timezone": _known(pl.Series(towns().zones).gather(people.town[who]), has(rng, accounts, "device")),
        "originator_address": _known(_addresses(rng, len(who)), has(rng, accounts, "address")),
        "originator_account": _bank_accounts(rng, people, accounts),
    }
    columns = [value.gather(accounts.of_payment).alias(name) for name, value in both.items()]
    device_known = columns[5].is_not_null()
    return [
        *columns,
        _known(_network_addresses(rng, person_key[who], accounts.of_payment), device_known).alias("originator_ip"),
    ]


def receiver_records(rng: Rng, people: People, accounts: Accounts, rail: Ints, first_day: date) -> list[pl.Series]:
    """Every optional beneficiary column, one value a payment."""
    who = accounts.person
    key = rng.integers(0, 1 << 40, len(people.id))
    year = _birth(people.born[who], first_day).dt.year().cast(pl.Int16)
    known_year = has(rng, accounts, "receiver_birth_year") & (people.trade[who] == 0)
    of = accounts.of_payment
    on_file = names(rng, people, who).gather(of)
    retyped = names(rng, people, who).gather(of)
    wallet = "wlt" + _hex(key[who])
    chain = "bc1qx" + _hex(key[who]) + "zz"
    frame = pl.DataFrame({"rail": rail, "wallet": wallet.gather(of), "chain": chain.gather(of),
                          "bank": digits(rng, len(who), 10**9, 10**10).gather(of), "a": on_file, "b": retyped,
                          "again": chance(rng, len(of), 0.04)})  # fmt: skip
    account = frame.select(
        pl.when(pl.col("rail") == RAILS["wallet"]).then("wallet")
        .when(pl.col("rail") == RAILS["crypto"]).then("chain")
        .when(pl.col("rail") == RAILS["bank"]).then("bank").alias("beneficiary_account"),
        pl.when(pl.col("rail") == RAILS["crypto"]).then(None)
        .when("again").then("b").otherwise("a").alias("beneficiary_name"),
    )  # fmt: skip
    both = {
        "beneficiary_birth_year": _known(year, known_year),
        "beneficiary_phone": phones(rng, people, has(rng, accounts, "receiver_phone"), who),
        "beneficiary_email": _known(_emails(key[who]), chance(rng, len(who), 0.12)),
        "beneficiary_city": _known(pl.Series(towns().names).gather(people.town[who]), chance(rng, len(who), 0.88)),
        "beneficiary_timezone": _known(pl.Series(towns().zones).gather(people.town[who]), chance(rng, len(who), 0.2)),
        "beneficiary_address": _known(_addresses(rng, len(who)), chance(rng, len(who), 0.3)),
    }
    return [*account.get_columns(), *(value.gather(of).alias(name) for name, value in both.items())]


def _known(values: pl.Series, known: Flags | pl.Series) -> pl.Series:
    return pl.DataFrame({"v": values, "k": known}).select(pl.when("k").then("v")).to_series()


def _birth(born: Ints, first_day: date) -> pl.Series:
    epoch = first_day.toordinal() - 719_163
    return pl.Series((born + epoch).astype(np.int32)).cast(pl.Date)


def _hex(key: Ints) -> pl.Series:
    """Text that looks like an id: base-36 digits of a scrambled key."""
    alphabet = pl.Series([*"0123456789abcdefghjkmnpqrstvwxyz"])
    parts = [alphabet.gather((key >> shift) & 31) for shift in range(0, 40, 5)]
    text = parts[0]
    for part in parts[1:]:
        text = text + part
    return text


def _emails(key: Ints) -> pl.Series:
    return _hex(key).str.slice(0, 8) + "@example." + pl.Series(["org", "com", "net"]).gather(key % 3)


def _addresses(rng: Rng, size: int) -> pl.Series:
    return digits(rng, size, 1, 240) + " " + pl.Series(_STREETS).gather(rng.integers(0, len(_STREETS), size))


def _network_addresses(rng: Rng, key: Ints, of_payment: Ints) -> pl.Series:
    """Addresses of the range reserved for benchmarks (198.18.0.0/15): one a home, another now and then."""
    moving = np.where(
        chance(rng, len(of_payment), 0.15), rng.integers(0, 1 << 17, len(of_payment)), key[of_payment] >> 20
    )
    low = moving & 0x1FFFF
    text = [pl.Series(part).cast(pl.String) for part in (18 + (low >> 16), (low >> 8) & 255, low & 255)]
    return "198." + text[0] + "." + text[1] + "." + text[2]


def _bank_accounts(rng: Rng, people: People, accounts: Accounts) -> pl.Series:
    """The payer's account at a bank: an IBAN with right check digits where the country has them, else a number."""
    bank = [place.name for place in INSTITUTIONS].index("Northbank")
    texts: list[str | None] = [None] * len(accounts.person)
    rows = np.flatnonzero(accounts.institution == bank)
    numbers = rng.integers(10**17, 9 * 10**17, len(rows))
    for row, number in zip(rows.tolist(), numbers.tolist(), strict=True):
        code = COUNTRIES[people.country[accounts.person[row]]].code
        texts[row] = iban(code, number) if code in _IBAN else str(number)[:9]
    return pl.Series(texts, dtype=pl.String)


def iban(code: str, number: int) -> str:
    """An IBAN of a country from any large number, with check digits by ISO 7064 (mod 97-10)."""
    bank = _BANK_LETTERS.get(code, "")
    account = bank + (str(number) * 2)[: _IBAN[code]]
    as_number = "".join(str(int(letter, 36)) for letter in account + code + "00")
    return f"{code}{98 - int(as_number) % 97:02d}{account}"
