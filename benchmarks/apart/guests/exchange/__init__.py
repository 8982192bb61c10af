"""A remittance exchange-house group with counters and an app in Japan, the United Kingdom, Germany and the Emirates."""

from .world import build

__all__ = ["build"]
