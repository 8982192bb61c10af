"""What agrees and what contradicts between two subjects, apart from identifiers: name, birth year, city, generation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from tanglaw.identities.details import Details
from tanglaw.identities.name_agreement import AGREEING, DIFFER, RANKED, SURNAME, agreement

YEARS: Final = ("same", "one apart", "two apart", "far", "unknown")
FAR: Final = 3
"""Birth years this far apart are two people's: no form is that wrong without being another person's."""

CITIES: Final = ("same", "other", "unknown")
GENERATIONS: Final = ("agree", "one side", "conflict")

_FREQUENT_AT_LEAST: Final = 5
_FREQUENT_SHARE: Final = 1e-4
_UNSEEN: Final = 100
"""Others thought of when a surname's share is counted without the two who are compared: in a table of five subjects,
two of one surname do not make it common."""


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares pairs of one role's subjects; knows how common each name, birth year and city is.

    Attributes:
        words: ``country, word, share``: share of the country's named subjects that bear the word.
        frequent: words that many bear.
        surnames: ``surname, share``.
        whole: ``country, name, bearers`` (subjects of the country with that very name).
        years, cities: share of the commonest birth years and cities by value.
        sizes: ``country, size``.
    """

    details: Details
    words: pl.DataFrame
    frequent: pl.Series
    surnames: pl.DataFrame
    whole: pl.DataFrame
    years: pl.DataFrame
    cities: pl.DataFrame
    sizes: pl.DataFrame

    @classmethod
    def of(cls, details: Details) -> Comparer:
        """Count what is common among the subjects."""
        named = details.subjects.select("name", pl.col("country").fill_null("")).drop_nulls("name")
        # Names come again and again: each is looked at once a country.
        whole = named.group_by("country", "name").agg(bearers=pl.len())
        parsed = whole.join(details.names, on="name", how="left")
        sizes = whole.group_by("country").agg(size=pl.col("bearers").sum())
        long = parsed.select("country", "bearers", word="words").explode("word").drop_nulls("word")
        counted = long.group_by("country", "word").agg(pl.col("bearers").sum())
        words = counted.join(sizes, on="country").select("country", "word", share=pl.col("bearers") / pl.col("size"))
        least = max(_FREQUENT_AT_LEAST, _FREQUENT_SHARE * named.height)
        everywhere = counted.group_by("word").agg(pl.col("bearers").sum())
        surnames = parsed.drop_nulls("s1").group_by(surname="s1").agg(pl.col("bearers").sum())
        seats = details.subjects.select(city="cities").explode("city").drop_nulls()
        return cls(
            details,
            words,
            everywhere.filter(pl.col("bearers") >= least).get_column("word").sort(),
            surnames.select(
                "surname",
                share=(pl.col("bearers").cast(pl.Float64) - 2).clip(lower_bound=0) / (named.height + _UNSEEN),
            ),
            whole,
            _shares(details.subjects.select("birth_year").drop_nulls()),
            _shares(seats),
            sizes,
        )

    def compare(self, pairs: pl.DataFrame) -> pl.DataFrame:
        """Add to pairs of subjects what agrees.

        Args:
            pairs: ``left, right`` (idx), distinct; other columns are kept.

        Returns:
            The pairs in their order with ``agreement`` (of ``name_agreement.RANKED``, the best over all names that the
            two have), ``common`` (list of words), ``years``, ``city``, ``generation`` (see the constants),
            ``surname_share`` (0–1, how common the shared surname is), ``namesakes`` (see :meth:`_namesakes`).
        """
        subjects = self.details.subjects.select("birth_year", "cities", "country")
        ends = [
            subjects.select(pl.all().gather(pairs[side])).with_columns(pl.col("country").fill_null(""))
            for side in ("left", "right")
        ]
        frame = (
            pairs.join(
                self._names(pairs.select("left", "right")), on=["left", "right"], how="left", maintain_order="left"
            )
            .hstack(ends[0])
            .hstack(ends[1].rename(lambda name: f"{name}_r"))
        )
        apart = (pl.col("birth_year").cast(pl.Int32) - pl.col("birth_year_r").cast(pl.Int32)).abs()
        both_cities = pl.col("cities").list.set_intersection("cities_r").list.sort()
        a_city_lacks = (pl.col("cities").list.len() == 0) | (pl.col("cities_r").list.len() == 0)
        frame = frame.with_columns(
            agreement=pl.col("agreement").fill_null("unknown"),
            generation=pl.col("generation").fill_null("agree"),
            years=pl.when(apart.is_null())
            .then(pl.lit("unknown"))
            .when(apart >= FAR)
            .then(pl.lit("far"))
            .otherwise(apart.clip(0, 2).replace_strict({0: "same", 1: "one apart", 2: "two apart"}, default=None,
                                                       return_dtype=pl.String)),
            city=pl.when(a_city_lacks)
            .then(pl.lit("unknown"))
            .when(both_cities.list.len() > 0)
            .then(pl.lit("same"))
            .otherwise(pl.lit("other")),
            same_city=both_cities.list.first(),
        )  # fmt: skip
        frame = frame.with_columns(self._namesakes(frame))
        return frame.drop(
            "birth_year", "birth_year_r", "cities", "cities_r", "country", "country_r", "same_city", "best"
        )

    def _names(self, pairs: pl.DataFrame) -> pl.DataFrame:
        """Compare all names of two subjects; the best agreement counts, and with it its common words."""
        forms = self.details.forms
        every = pairs.join(forms, left_on="left", right_on="idx").join(
            forms, left_on="right", right_on="idx", suffix="_r"
        )
        distinct = every.select(left="name", right="name_r").unique(maintain_order=True)
        verdict = agreement(self.details.names, distinct, self.frequent)
        of_name = self.details.names.select("name", "generation", "s1", "s2", "s3")
        verdict = verdict.join(of_name, left_on="left", right_on="name", how="left").join(
            of_name, left_on="right", right_on="name", how="left", suffix="_r"
        )
        one, other = pl.col("generation"), pl.col("generation_r")
        verdict = verdict.with_columns(
            rank=pl.col("agreement").replace_strict({name: n for n, name in enumerate(RANKED)}, return_dtype=pl.UInt8),
            generation=pl.when(one.is_null() & other.is_null() | (one == other))
            .then(pl.lit("agree"))
            .when(one.is_null() | other.is_null())
            .then(pl.lit("one side"))
            .otherwise(pl.lit("conflict")),
            surname_share=self._surname_share(verdict),
        )
        found = every.join(
            verdict.select(name="left", name_r="right", rank="rank", agreement="agreement", common="common",
                           generation="generation", surname_share="surname_share"),
            on=["name", "name_r"],
        )  # fmt: skip
        return (
            found.sort("left", "right", "rank", "name", "name_r")
            .unique(["left", "right"], keep="first", maintain_order=True)
            .select("left", "right", "agreement", "common", "generation", "surname_share", best="name")
        )

    def _surname_share(self, verdict: pl.DataFrame) -> pl.Series:
        """Give how common the surname is that both names have; the commonest where they share several."""
        places = ("s1", "s2", "s3")
        rows = verdict.select(*places, *(f"{place}_r" for place in places)).with_row_index("row")
        mine = rows.select("row", surname=pl.concat_list(places)).explode("surname").drop_nulls()
        theirs = rows.select("row", surname=pl.concat_list(f"{p}_r" for p in places)).explode("surname").drop_nulls()
        both = mine.join(theirs, on=["row", "surname"]).join(self.surnames, on="surname", how="left")
        found = both.group_by("row").agg(pl.col("share").max())
        return rows.select("row").join(found, on="row", how="left", maintain_order="left")["share"]

    def _namesakes(self, frame: pl.DataFrame) -> pl.Series:
        """Give how many other people of the country are expected to agree as much by chance.

        In name, birth year and city: the country's subjects times the share of each common word (or, if more, the other
        bearers of the very name), times the share of the birth year (of the years around, if one or two apart) and of
        the city where those agree. Null without a common word.
        """
        rows = frame.select(
            "common", "country", "birth_year", "years", "same_city", "best", "agreement"
        ).with_row_index("row")
        spoken = (
            rows.select("row", "country", word="common")
            .explode("word")
            .drop_nulls()
            .join(self.words, on=["country", "word"], how="left")
            .group_by("row")
            .agg(chance=pl.col("share").fill_null(0).log().sum().exp())
        )
        rows = (
            rows.join(spoken, on="row", how="left")
            .join(self.sizes, on="country", how="left")
            .join(self.whole, left_on=["country", "best"], right_on=["country", "name"], how="left")
            .join(self.years.rename({"share": "year_share"}), on="birth_year", how="left")
            .join(self.cities.rename({"share": "city_share"}), left_on="same_city", right_on="city", how="left")
            .sort("row")
        )
        others = (
            pl.when(pl.col("agreement").is_in(AGREEING))
            .then(pl.col("bearers").cast(pl.Float64) - 2)
            .otherwise(0.0)
            .clip(lower_bound=0)
        )
        by_name = pl.max_horizontal(pl.col("chance") * pl.col("size"), others)
        years = {"same": 1, "one apart": 3, "two apart": 5}
        by_year = pl.col("years").replace_strict(years, default=None, return_dtype=pl.Int64) * pl.col("year_share")
        expected = by_name * by_year.clip(upper_bound=1).fill_null(1) * pl.col("city_share").fill_null(1)
        return rows.select(expected.alias("namesakes")).to_series()


def _shares(values: pl.DataFrame) -> pl.DataFrame:
    column = values.columns[0]
    return values.group_by(column).agg(share=pl.len() / max(values.height, 1))


def contradicts() -> pl.Expr:
    """Say of compared pairs whether they cannot be one person."""
    return (
        (pl.col("years") == "far") | (pl.col("generation") == "conflict") | pl.col("agreement").is_in([DIFFER, SURNAME])
    )
