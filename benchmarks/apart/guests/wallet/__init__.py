"""The wallet world: mobile wallets and pickup counters of one region, as its financial intelligence unit receives them.

An event queue wakes people with needs and limited money. Payments inside the region and from many countries come from
the same machinery; crimes arise from contacts made on chat platforms, among people who also live ordinary lives.
"""

from .build import build

__all__ = ["build"]
