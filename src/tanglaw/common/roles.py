"""The two sides of a payment."""

from __future__ import annotations

from typing import Literal

Role = Literal["originator", "beneficiary"]
"""The payer's side, or the receiver's."""
