"""What the app leaves behind: the telephone and the address on the net that ordered a payment."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank.days import DAY
from benchmarks.apart.guests.neobank.ledger import Row


class Traces:
    """Home lines change every two months or so and are shared by a household; mobile addresses by everybody.

    Addresses come from ranges that are never routed: benchmarking for homes, carrier-grade translation for mobile
    networks, documentation for anonymisers.
    """

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._lines: dict[tuple[str | None, str, int], str] = {}

    def device(self, row: Row) -> str | None:
        """The newest telephone on that day; none for standing orders, cards and payers outside."""
        if row.auto or row.payer.means != "customer":
            return None
        day = row.minute // DAY
        return [device for since, device in row.payer.devices if since <= day][-1]

    def address(self, row: Row) -> str | None:
        """Where the app was, as the server saw it; lost for one in twenty."""
        rng = self._rng
        if row.auto or row.payer.means != "customer" or rng.random() < 0.05:
            return None
        if rng.random() < row.payer.vpn:
            return f"203.0.113.{rng.randrange(1, 60)}"
        if rng.random() < 0.4:
            return f"100.{64 + sum(map(ord, row.payer.country)) % 60}.{rng.randrange(40)}.{rng.randrange(256)}"
        line = (row.payer.address, row.payer.city, (row.minute // DAY + len(row.payer.name) * 7) // 61)
        if line not in self._lines:
            self._lines[line] = f"198.{rng.choice((18, 19))}.{rng.randrange(256)}.{rng.randrange(256)}"
        return self._lines[line]
