"""How good a ranking is, measured against a truth that the detector never saw."""

from tanglaw.lab.evaluation.evaluate import evaluate
from tanglaw.lab.evaluation.result import Evaluation

__all__ = ["Evaluation", "evaluate"]
