"""How one person's name comes to be written: order, initials, short forms, dropped words, romanisation, slips."""

from __future__ import annotations

from typing import Final

import polars as pl
from anyascii import anyascii

from tanglaw.lab.worlds.arrays import Rng, chance, pick

_WAYS: Final = {"plain": 50, "capitals": 9, "surname first": 9, "comma": 8, "middle initial": 6, "no middle": 8,
                "given initial": 3, "short form": 4, "ascii": 3}  # fmt: skip
"""How often a form is filled in each way (assumed)."""

SHORT: Final = {"Maria": "Ma.", "Jose": "Pepe", "Francisco": "Paco", "William": "Bill", "Robert": "Bob",
                "Michael": "Mike", "James": "Jim", "Thomas": "Tom", "David": "Dave", "Eduardo": "Edu",
                "Evangeline": "Vangie",
                "Teresita": "Tessie", "Marilou": "Malou", "Elena": "Lenuța", "Gheorghe": "Ghiță"}  # fmt: skip

_ROMANISED: Final = (("ph", "p"), ("th", "t"), ("kh", "k"), ("ch", "c"), ("ee", "i"), ("v", "w"))
_ROMANISED_SHARE: Final = 0.25
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def write_names(rng: Rng, people: pl.DataFrame, slips: float) -> pl.Series:
    """Write each name once, as one form would have it.

    Args:
        rng: source of chance.
        people: ``given, middle, surname, generation`` (``middle`` the mother's surname, ``generation`` "Jr.", both
            may be null) and ``romanised`` (Boolean: written by ear).
        slips: share with one letter wrong, left out, doubled or swapped.
    """
    n = people.height
    form = pl.Series([*_WAYS]).gather(pick(rng, n, list(_WAYS.values())))
    frame = people.with_columns(form=form, jr=pl.when(chance(rng, n, 0.5)).then("generation"))
    full = pl.concat_str("given", "middle", "surname", "jr", separator=" ", ignore_nulls=True)
    bare = pl.concat_str("given", "surname", "jr", separator=" ", ignore_nulls=True)
    initial = pl.col("middle").str.slice(0, 1) + "."
    written = (
        pl.when(pl.col("form") == "capitals")
        .then(full.str.to_uppercase())
        .when(pl.col("form") == "surname first")
        .then(pl.concat_str("surname", "given", separator=" "))
        .when(pl.col("form") == "comma")
        .then(pl.concat_str("surname", pl.lit(", "), "given"))
        .when(pl.col("form") == "middle initial")
        .then(pl.concat_str("given", initial, "surname", "jr", separator=" ", ignore_nulls=True))
        .when(pl.col("form") == "no middle")
        .then(bare)
        .when(pl.col("form") == "given initial")
        .then(pl.concat_str(pl.col("given").str.slice(0, 1) + ".", pl.col("surname"), separator=" "))
        .when(pl.col("form") == "short form")
        .then(pl.concat_str(pl.col("given").replace(SHORT), pl.col("surname"), separator=" "))
        .otherwise(full)
    )
    names = frame.select(written.alias("name"))["name"]
    by_ear = pl.Series(chance(rng, n, _ROMANISED_SHARE)) & people["romanised"]
    heard = pl.col("name")
    for sounds, letters in _ROMANISED:
        heard = heard.str.replace_all(sounds, letters)
    frame = pl.DataFrame({"name": names, "ear": by_ear, "ascii": (form == "ascii")})
    names = frame.select(pl.when("ear").then(heard).otherwise("name").alias("name"))["name"]
    plain = frame["ascii"].arg_true()
    names = names.scatter(plain, [anyascii(name) for name in names.gather(plain)])
    wrong = pl.Series(chance(rng, n, slips)).arg_true()
    return names.scatter(wrong, [_slip(rng, name) for name in names.gather(wrong)])


def _slip(rng: Rng, name: str) -> str:
    """One slip of the pen inside the name."""
    if len(name) < 4:
        return name
    at = int(rng.integers(1, len(name) - 1))
    kind = int(rng.integers(0, 4))
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at] + name[at:]
    if kind == 2:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + _LETTERS[int(rng.integers(0, 26))] + name[at + 1 :]
