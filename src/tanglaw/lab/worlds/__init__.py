"""Practice worlds: invented populations whose payments look like life's, with the truth kept apart."""

from tanglaw.lab.worlds.world import World, simulate

__all__ = ["World", "simulate"]
