"""What the linkage model compares, and the figures that it has learnt, for whichever database computes it.

Figures are learnt once, from at most a few million pairs, and then given to the database that looks at all pairs: so
DuckDB and Spark weigh every pair alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from splink import Linker, SettingsCreator
    from splink.internals.comparison_level_creator import ComparisonLevelCreator

Level = tuple[str, int]
"""A comparison's name and its level's number, as Splink counts them: 0 for whatever is left, more for more alike."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a model knows.

    Attributes:
        prior: probability that two random records are one person.
        m: how often one person's records agree so, by level; u: how often two people's do. Levels that are not named
            take Splink's starting values.
    """

    prior: float
    m: Mapping[Level, float] = field(default_factory=dict)
    u: Mapping[Level, float] = field(default_factory=dict)


def figures_of(linker: Linker, prior: float) -> Figures:
    """Read back what a trained model knows, the values for levels that were never seen included."""
    # Splink writes a model without the levels it never saw, so that one read back would weigh them otherwise.
    core = linker._settings_obj.core_model_settings  # noqa: SLF001 -- no public way gives what it computes with
    levels = {
        (comparison.output_column_name, level.comparison_vector_value): level
        for comparison in core.comparisons
        for level in comparison.comparison_levels
        if not level.is_null_level
    }
    m = {name: float(level.m_probability) for name, level in levels.items() if level.m_probability is not None}
    u = {name: float(level.u_probability) for name, level in levels.items() if level.u_probability is not None}
    return Figures(prior, m, u)


def settings(figures: Figures) -> SettingsCreator:
    """Say what is compared, and what is known of it."""
    import splink.comparison_level_library as levels  # noqa: PLC0415 -- an extra, and slow to import
    from splink import SettingsCreator, block_on  # noqa: PLC0415
    from splink.comparison_library import CustomComparison  # noqa: PLC0415

    def compared(name: str, column: str, *steps: ComparisonLevelCreator) -> CustomComparison:
        known = [*steps, levels.ElseLevel()]
        for place, level in enumerate(known):
            key = (name, len(known) - 1 - place)
            if key in figures.m:
                level.configure(m_probability=figures.m[key])
            if key in figures.u:
                level.configure(u_probability=figures.u[key])
        return CustomComparison(output_column_name=name, comparison_levels=[levels.NullLevel(column), *known])

    def apart(column: str, years: int) -> ComparisonLevelCreator:
        return levels.CustomLevel(f"abs({column}_l - {column}_r) <= {years}", f"within {years}")

    return SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=figures.prior,
        comparisons=[
            compared(
                "name",
                "name_key",
                levels.ExactMatchLevel("name_key", term_frequency_adjustments=True),
                levels.ArraySubsetLevel("words"),
                levels.LevenshteinLevel("name_key", 1),
                levels.LevenshteinLevel("name_key", 3),
                levels.ArrayIntersectLevel("words", 1),
            ),
            compared(
                "birth_year", "birth_year", levels.ExactMatchLevel("birth_year"), apart("birth_year", 1),
                apart("birth_year", 2),
            ),
            compared(
                "city", "city", levels.ExactMatchLevel("city", term_frequency_adjustments=True),
                levels.LevenshteinLevel("city", 2),
            ),
            compared(
                "address", "address", levels.ExactMatchLevel("address"), levels.LevenshteinLevel("address", 2),
                levels.ArrayIntersectLevel("address_words", 3),
            ),
            compared("phone", "phone", levels.ExactMatchLevel("phone"), levels.LevenshteinLevel("phone", 1)),
        ],
        blocking_rules_to_generate_predictions=[block_on("keys", arrays_to_explode=["keys"])],
        retain_matching_columns=True,
        retain_intermediate_calculation_columns=True,
    )  # fmt: skip
