"""A practice world: the register of transfers abroad that a financial intelligence unit holds for one country."""

from benchmarks.apart.guests.bureau.world import build

__all__ = ["build"]
