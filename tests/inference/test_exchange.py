"""What passes in one round, as an engine hands it over."""

from __future__ import annotations

import numpy as np
import pytest
from subjects import PAYERS, RECEIVERS

from tanglaw.inference.echoes import WHOLE
from tanglaw.inference.exchange import Callers
from tanglaw.inference.graph import Graph
from tanglaw.inference.network import speakers
from tanglaw.inference.relations import relations


@pytest.mark.parametrize("edges", [1, 2])
def test_callers_speak_from_memory_that_is_not_theirs_and_leave_it_as_it_was(edges):
    """A worker of Spark reads beliefs out of a message, which nobody may write into: also those of one edge."""
    beliefs = np.frombuffer(np.full((edges, len(PAYERS) + 1), -1.0, np.float32).tobytes(), np.float32)
    beliefs = beliefs.reshape(edges, -1)
    answers = np.full((edges, len(PAYERS)), 100, np.int16)
    callers = Callers(beliefs, answers, np.ones(edges, np.int64), np.full(edges, WHOLE, np.uint8))
    own = (np.zeros((1, len(PAYERS) + 1), np.float32), np.zeros((1, len(RECEIVERS) + 1), np.float32))
    said = callers.say(speakers(relations(PAYERS, RECEIVERS), own, Graph.of(np.zeros(1, int), np.zeros(1, int), 1, 1)))
    assert said.shape == (len(RECEIVERS), edges)
    assert (beliefs == -1.0).all()
