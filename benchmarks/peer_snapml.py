"""A peer, only ever measured: snapml's GraphFeaturePreprocessor. ``python -m benchmarks.peer_snapml FILE PAYMENTS``.

snapml is proprietary and no dependency; it is measured where somebody installed it. Fan, degree and statistics of
vertices over 30 days, scatter-gather and temporal cycles over one.
"""

from __future__ import annotations

import json
import os
import sys
import time

import numpy as np
import polars as pl
from snapml import GraphFeaturePreprocessor

_DAY = 86_400
_MONTH = 30 * _DAY

payments = (
    pl.scan_parquet(sys.argv[1])
    .select("originator_id", "beneficiary_id", "executed_at", "amount")
    .head(int(sys.argv[2]))
    .sort("executed_at")
    .collect()
)
payer = payments["originator_id"].rank("dense").to_numpy()
receiver = payments["beneficiary_id"].rank("dense").to_numpy() + payer.max()
edges = np.column_stack(
    [
        np.arange(payments.height),
        payer,
        receiver,
        payments["executed_at"].dt.epoch("s").to_numpy(),
        payments["amount"].cast(pl.Float64).to_numpy(),
    ]
).astype(np.float64)
peer = GraphFeaturePreprocessor()
peer.set_params(
    {
        "num_threads": len(os.sched_getaffinity(0)),
        "time_window": _MONTH,
        "vertex_stats": True,
        "vertex_stats_cols": [4],
        "vertex_stats_feats": [0, 1, 2, 3, 4, 8, 9, 10],
        "vertex_stats_tw": _MONTH,
        "fan": True,
        "fan_tw": _MONTH,
        "fan_bins": [2, 4, 8, 16, 32],
        "degree": True,
        "degree_tw": _MONTH,
        "degree_bins": [2, 4, 8, 16, 32],
        "scatter-gather": True,
        "scatter-gather_tw": _DAY,
        "scatter-gather_bins": [2, 4, 8],
        "temp-cycle": True,
        "temp-cycle_tw": _DAY,
        "temp-cycle_bins": [2, 3, 4],
        "lc-cycle": False,
    }
)
start = time.perf_counter()
columns = peer.transform(edges).shape[1]
print(json.dumps({"seconds": {"graph features": time.perf_counter() - start}, "columns": columns}))
