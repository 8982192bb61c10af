"""The steps that made the tables of older workspaces: recognised by name, so that nothing is made twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tanglaw.common.errors import TanglawError

if TYPE_CHECKING:
    from django.db.migrations.executor import MigrationExecutor

EARLIER: Final = frozenset({
    "0001_people_and_leads",
    "0002_work_on_leads",
    "0004_comfort",
    "0010_cases",
    "0011_work_on_cases",
    "0012_referrals",
    "0013_filings",
    "0014_what_became_of_filings",
    "0015_leads_that_had_a_case",
    "0030_keys_for_programs",
    "0031_directory",
    "0050_room_for_what_is_sealed",
    "0051_seal",
    "0052_only_what_is_sealed",
    "0053_nothing_left_behind",
    "0054_room_in_cases",
    "0055_seal_cases",
    "0056_cases_are_sealed",
    "0057_nothing_left_behind_in_cases",
    "0058_retention",
    "0060_runs_and_joined_leads",
    "0061_ways_back_in",
    "0070_filings_of_several_leads",
    "0071_material_of_filings",
    "0072_counting_leads",
    "0073_counting_alike",
})  # fmt: skip
"""What today's steps marked `initial` stand for; none of today's may have one of these names.

A workspace made by 0001_people and 0002_workspace, which stood for them for a while, has all of them written down, too.
"""

_BOTH: Final = "0003_log_refuses_change"
"""Was a step then and is one now: it guards the log, and Django passes over a gap below the last step."""


def recognise(executor: MigrationExecutor) -> None:
    """Write today's initial steps down as taken where the earlier ones made the same tables; change nothing else.

    Raises:
        TanglawError: only some of the earlier steps were taken, and the others are no longer here.
    """
    loader = executor.loader
    taken = {name for app, name in loader.applied_migrations if app == "casework"}
    if taken.isdisjoint(EARLIER):
        return
    if not taken >= EARLIER | {_BOTH}:
        raise TanglawError(
            "Found a workspace of a version before 0.1.0, half way to today's tables; expected one with all of them. "
            "Open it once with the last version that worked on it; nothing was changed."
        )
    initial = {name for (app, name), step in loader.disk_migrations.items() if app == "casework" and step.initial}
    if missing := sorted(initial - taken):
        for name in missing:
            executor.recorder.record_applied("casework", name)
        loader.build_graph()
