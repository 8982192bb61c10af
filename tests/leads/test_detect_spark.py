"""The Spark engine finds what the local one finds, to the byte."""

from __future__ import annotations

import importlib.util
import shutil

import pytest

from .conftest import TABLES, find


@pytest.mark.spark
def test_spark_and_local_write_the_same_tables(found, world, tmp_path):
    if missing := [name for name in ("pyspark", "pandas") if importlib.util.find_spec(name) is None]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if shutil.which("java") is None:
        pytest.skip("no Java")
    spark = find(tmp_path / "out", world.payments_path, engine="spark")
    assert spark.detection.run["engine"] == {"name": "spark"}
    differing = [name for name in TABLES if (spark.out / name).read_bytes() != (found.out / name).read_bytes()]
    assert not differing
