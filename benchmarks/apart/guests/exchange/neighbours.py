"""Shopkeepers with a wallet who take in money for the street, for families that have neither wallet nor branch."""

from __future__ import annotations

import numpy as np

from .names import pick
from .people import Receiver, Registry


class Neighbours:
    """One or a few such shopkeepers in every town; unrelated payers in several countries send to the same one."""

    def __init__(self, rng: np.random.Generator, registry: Registry) -> None:
        self._rng = rng
        self._registry = registry
        self._by_town: dict[tuple[str, str], list[Receiver]] = {}

    def near(self, relative: Receiver) -> Receiver:
        """The shopkeeper who hands the money over to a relative."""
        shops = self._by_town.setdefault((relative.home, relative.city), [])
        # Trust does not reach far: beyond the first, each new family may well know another shop.
        if not shops or self._rng.random() < 0.07:
            shops.append(self._registry.receiver(relative.home, woman=self._rng.random() < 0.75, city=relative.city))
        return pick(self._rng, shops)
