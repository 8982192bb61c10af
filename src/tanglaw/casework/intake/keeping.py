"""Keeps what filings need of a run whose folder does not stay, sealed with each lead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import batched
from pathlib import Path
from typing import Final

from django.db import transaction

from tanglaw.casework.models import Lead, Material, Run
from tanglaw.casework.sealing.fields import sealed
from tanglaw.filings.dossier.run_folder import FILES
from tanglaw.filings.dossier.run_material import materials

_BATCH: Final = 100
"""Leads at once: to pack and seal one takes ten times as long as to write it down, and nobody writes meanwhile."""
