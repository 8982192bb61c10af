"""What the evaluation found, in a few sentences: the head of ``docs/evaluation.md``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from benchmarks.evaluation import Played

CONFIRMS: Final = "nothing was drawn from it and no choice rested on it"
"""What a world was that came when all was chosen."""

CHECKED: Final = "nothing was drawn from it; it confirmed, and helped to choose (decisions 029, 036 and since)"
"""What a world was whose author was not asked, but that was looked at before all was chosen."""

BELIEVER: Final = "with another seed, one of the worlds from which credence was drawn; methods were compared on it"
"""What a world was that has no part in the shares, and tells how much measures deserve to be believed."""

VOICE: Final = "with another seed, one of the worlds from which expected shares and credence were drawn"
"""What a world was whose author has a voice in ``benchmarks/expected``."""


def best(rule: dict[str, float]) -> tuple[str, float]:
    """Give the reading of the rule that does best, and its average precision."""
    return max(((k, v) for k, v in rule.items() if k != "by chance"), key=lambda row: row[1])


def short(crime: Sequence[Played], whole: Sequence[Played], bare: Sequence[Played]) -> str:
    """Say it: worlds with crime, all whole worlds, and those with the required columns only."""
    pattern = "livestream_purchase"
    aps = [(r.verdict[pattern]["ap"], best(r.rule)[1], r) for r in crime]
    fresh = [ap for ap, _, r in aps if r.world.history == CONFIRMS]
    rivals = [(ap, r.labelled[pattern]) for ap, _, r in aps if pattern in r.labelled]
    level = sum(ap >= found["labelled"] - 0.08 for ap, found in rivals)
    level_stacked = sum(ap >= found["labelled_stacked"] - 0.08 for ap, found in rivals)
    receivers = [(r.verdict["facilitation"]["ap"], r.labelled.get("facilitation")) for r in crime]
    known = [(ap, found) for ap, found in receivers if found]
    victims = sum(r.leads["victims"] for r in crime)
    lines = [
        (
            f"- **Payers against the rule**: above it in {sum(ap > rule for ap, rule, _ in aps)} of {len(aps)} "
            "worlds, by a factor "
            f"of {min(ap / rule for ap, rule, _ in aps):.1f} to {max(ap / rule for ap, rule, _ in aps):.0f}; AP "
            f"{min(ap for ap, _, _ in aps):.2f} to {max(ap for ap, _, _ in aps):.2f}, mean "
            f"{np.mean([ap for ap, _, _ in aps]):.2f} "
            f"(worlds that no choice rested on: mean {np.mean(fresh or [np.nan]):.2f}); the rule "
            f"{min(rule for _, rule, _ in aps):.3f} to "
            f"{max(rule for _, rule, _ in aps):.3f}."
        ),
    ]
    if rivals:
        lines += [
            (
                f"- **Payers against the labelled model** ({len(rivals)} worlds): level with it (within 0.08 or "
                f"better) in {level}, "
                f"with its stacked form in {level_stacked}. Means: {np.mean([ap for ap, _ in rivals]):.2f} against "
                f"{np.mean([f['labelled'] for _, f in rivals]):.2f} and "
                f"{np.mean([f['labelled_stacked'] for _, f in rivals]):.2f}."
            )
        ]
    if known:
        lines += [
            (
                f"- **Receivers** (`facilitation`): AP {min(ap for ap, _ in receivers):.2f} to "
                f"{max(ap for ap, _ in receivers):.2f}, mean {np.mean([ap for ap, _ in known]):.2f} against "
                f"{np.mean([f['labelled'] for _, f in known]):.2f} and "
                f"{np.mean([f['labelled_stacked'] for _, f in known]):.2f} with labels."
            )
        ]
    for name, role in (("Payers", pattern), ("Receivers", "facilitation")):
        strange = [(r.verdict[role]["ap"], r.elsewhere[role]) for r in crime if role in r.elsewhere]
        if strange:
            above = sum(ap > other for ap, other in strange)
            lines += [
                (
                    f"- **{name} against a model with labels of other mechanisms only** ({len(strange)} worlds): above "
                    f"it in {above}. Means: {np.mean([ap for ap, _ in strange]):.2f} against "
                    f"{np.mean([other for _, other in strange]):.2f}."
                )
            ]
    lines += [
        (
            f"- **Victims** among the first hundred `livestream_purchase` leads: {victims or 'none'} in {len(crime)} "
            "worlds; by "
            f"score {sum(r.verdict[pattern]['victims_in_top_100'] for r in crime)}."
        ),
        *[
            f"- **Without crime**: highest score {max(r.highest.values(), default=0.0):.3f}; "
            f"{r.leads['above_half']} leads at one half or more."
            for r in whole
            if not r.verdict
        ],
        *[f"- **{r.world.title}**: AP {r.verdict[pattern]['ap']:.3f}; the rule {best(r.rule)[1]:.3f}." for r in bare],
    ]
    return "\n".join(lines)
