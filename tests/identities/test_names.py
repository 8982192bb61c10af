"""Which words of a name may be the family's."""

from __future__ import annotations

from hashlib import blake2b

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.identities import names as module
from tanglaw.identities.conventions import SUFFIXES, TITLES
from tanglaw.identities.names import is_organisation, surnames


def of(name: str | None) -> tuple[int | None, ...]:
    return surnames(pl.Series([name], dtype=pl.String)).row(0)


def number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")


@pytest.mark.parametrize(
    "same",
    [
        ("Alan Smith", "SMITH, Alan", "SMITH Alan", "smith, alan jr.", "Mr. Alan B. Smith Jr", "ALAN SMITH", "Dr Alan  Smith, PhD", "Alan SMITH"),
        ("Maria de la Cruz", "Maria Dela Cruz", "DELA CRUZ, MARIA", "maria delacruz", "De la Cruz, Maria"),
        ("Juan García López", "Juan Garcia-Lopez", "GARCIA LOPEZ, Juan", "Juan García y López"),
        ("Nguyễn Văn An", "Nguyen Van An", "Van An Nguyen", "NGUYEN VAN AN"),
        ("김철수", "Kim Min-su", "Chul Kim", "김 철수", "Kim Chul Soo"),
        ("王伟", "Wang Wei", "Wei Wang"),
        ("Иванова Ольга Петровна", "Olga Ivanova", "Ivan Ivanovich Ivanov", "Иван Иванов"),
        ("Ahmad bin Abdullah", "Siti binti Abdullah"),
        ("Mohammed Al-Masri", "Mohammad El Masri", "Mona Masri"),
        ("Jürgen Müller", "Jurgen Mueller", "J. MULLER", "Jürg Müller".replace("ü", "u\u0308")),
        ("John O'Brien", "John O’Brien", "OBRIEN, John"),
        ("Anna Sta. Maria", "Anna Santa Maria"),
        ("Ludwig van Beethoven", "VAN BEETHOVEN, Ludwig"),
    ],
)  # fmt: skip
def test_spellings_of_one_surname_meet(same: tuple[str, ...]) -> None:
    first = surnames(pl.Series(same)).get_column("s1")
    assert first.null_count() == 0
    assert first.n_unique() == 1, list(zip(same, first, strict=True))


def test_the_number_is_a_published_hash_of_the_folded_name() -> None:
    assert of("Alan Smith") == (number("smith"), None, None)
    assert of("Maria Santos Cruz") == (number("cruz"), number("santos"), None)
    assert of("Ana Reyes Santos-Cruz") == (number("cruz"), number("santos"), number("reies"))


@pytest.mark.parametrize(
    "name", [None, "", "  ", "Madonna", "Unknown Unknown", "n/a", "Acme Trading Ltd", "J.", "123", "-", "Mr."]
)
def test_what_tells_no_surname_gives_none(name: str | None) -> None:
    assert of(name) == (None, None, None)


def test_a_given_name_is_never_a_candidate() -> None:
    for name in (
        "Maria Cruz",
        "CRUZ, Maria",
        "Nguyen Maria",
        "Maria Nguyen",
        "김 Maria",
        "Kim Cruz",
        "Jean-Pierre Dupont",
    ):
        keys = set(of(name))
        assert not keys & {number(given) for given in ("maria", "jeanpierre", "jean", "pierre")}
    assert of("Kim Cruz")[0] == number("cruz")


def test_the_short_cut_reads_as_the_long_way_does() -> None:
    listed = pl.Series(
        ["Alan Smith", "ALAN SMITH", "Maria Santos Cruz", "maria santos cruz", "Olga Ivanova", "Ana Silva"]
    )
    short = module._plain(listed)
    assert short.get_column("plain").all()
    assert short.select("s1", "s2", "s3").rows() == module._choose(module._ordered(listed)).rows()


WORD = st.from_regex(r"\A[A-Z][a-z]{2,8}\Z")


@settings(deadline=None)
@given(st.lists(WORD, min_size=2, max_size=3))
def test_short_cut_and_long_way_agree_on_any_plain_name(parts: list[str]) -> None:
    names = pl.Series([" ".join(parts)])
    short = module._plain(names)
    if short.get_column("plain")[0]:
        assert short.select("s1", "s2", "s3").rows() == module._choose(module._ordered(names)).rows()


# Whoever is called Don or Cpa cannot be told from a don or an accountant once all is written in capitals.
NO_TITLE = WORD.filter(lambda word: word.lower() not in {*TITLES.split(), *SUFFIXES.split()})


@settings(deadline=None)
@given(NO_TITLE, NO_TITLE)
def test_order_and_case_change_nothing_when_the_order_is_told(given_name: str, family: str) -> None:
    spellings = [
        f"{family}, {given_name}",
        f"{family.upper()}, {given_name.upper()}",
        f"{family.upper()} {given_name}",
        f" {family} ,{given_name} ",
    ]
    assert surnames(pl.Series(spellings)).n_unique() == 1


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=40)), max_size=30))
def test_any_text_at_all_is_answered(texts: list[str | None]) -> None:
    series = pl.Series(texts, dtype=pl.String)
    frame = surnames(series)
    assert frame.schema == pl.Schema({"s1": pl.UInt64, "s2": pl.UInt64, "s3": pl.UInt64})
    assert frame.height == len(texts)
    assert is_organisation(series).len() == len(texts)
    assert not (frame.get_column("s1").is_null() & frame.get_column("s2").is_not_null()).any()


@pytest.mark.parametrize(
    "name",
    [
        "Muster GmbH", "G.m.b.H. Muster", "ACME LTD", "Acme Co.", "ABC S.R.L.", "Carrefour SA", "Firma S.A.", "PT Maju Jaya", "St Mary School",
        "Universitatea? University of Cebu", "Cebu Doctors Hospital", "J.P. & Sons", "Bank of X", "Casa Foundation", "M Remittance",
        "Escuela Número 5", "Церковь Foundation", "Church of Light",
    ],
)  # fmt: skip
def test_organisations_are_known_by_form_or_word(name: str) -> None:
    assert is_organisation(pl.Series([name]))[0] is True


@pytest.mark.parametrize(
    "name",
    [
        "Alan Smith",
        "Maria Sa",
        "MARIA SA",
        "Anne As",
        "Grace Church",
        "Pedro Banks",
        "Co Tan",
        "Mart Jansen",
        "A. B. Smith",
        "Inca Cruz",
        "Corpuz, Ana",
        "Pao Lim",
        "王伟",
    ],
)
def test_people_are_not_organisations(name: str) -> None:
    assert is_organisation(pl.Series([name]))[0] is False


@pytest.mark.parametrize("name", [None, "", " - "])
def test_no_name_is_neither(name: str | None) -> None:
    assert is_organisation(pl.Series([name], dtype=pl.String))[0] is None
