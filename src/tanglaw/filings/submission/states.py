"""The states a submission can be in, and which may follow which."""

from __future__ import annotations

from typing import Final, Literal

from tanglaw.common.errors import TanglawError

State = Literal[
    "draft", "validated", "approved", "signed", "handing over", "handed over", "acknowledged", "rejected", "corrected",
    "withdrawn",
]  # fmt: skip

FOLLOWS: Final[dict[State, frozenset[State]]] = {
    "draft": frozenset({"validated", "withdrawn"}),
    "validated": frozenset({"draft", "approved", "withdrawn"}),
    "approved": frozenset({"draft", "signed", "withdrawn"}),
    "signed": frozenset({"draft", "handing over", "withdrawn"}),
    # What is on its way may have arrived: it can be called back only where it surely has not left.
    "handing over": frozenset({"signed", "handed over", "acknowledged", "rejected"}),
    "handed over": frozenset({"acknowledged", "rejected"}),
    "acknowledged": frozenset({"rejected", "corrected"}),
    "rejected": frozenset({"corrected"}),
    "corrected": frozenset(),
    "withdrawn": frozenset(),
}
"""State → states that may follow. "Sent" is none of them: handed over is not arrived, only acknowledged is."""

OPEN: Final = frozenset({"draft", "validated", "approved", "signed", "handing over", "handed over", "rejected"})
"""States in which somebody still has to do something."""


def step(now: State, then: State) -> State:
    """Go from one state to another.

    Raises:
        TanglawError: it may not follow.
    """
    if then not in FOLLOWS[now]:
        may = ", ".join(sorted(FOLLOWS[now])) or "nothing"
        raise TanglawError(f"A submission that is {now} cannot become {then}; it can become: {may}.")
    return then
