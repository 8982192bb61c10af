"""A Spark session, and what it takes to have one."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

import tanglaw
from tanglaw.common.errors import TanglawError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def require_spark() -> None:
    """Refuse, in words that help, where PySpark and what it needs are not installed.

    Raises:
        TanglawError: says what to install.
    """
    missing = [package for package in ("pyspark", "pandas") if importlib.util.find_spec(package) is None]
    if missing:
        raise TanglawError(
            f"The spark engine needs {' and '.join(missing)}, not installed here. "
            "Install them with: pip install 'tanglaw[spark]'. Or use --engine local, which needs neither."
        )


def session(cores: int = 2) -> SparkSession:
    """Give the running Spark session, or start one on this machine that takes no connection from outside.

    It stays for the next call and ends with the process.

    Args:
        cores: how many buckets to measure at a time, each on one core.

    Raises:
        TanglawError: Java is missing or too old.
    """
    from pyspark.errors import PySparkException  # noqa: PLC0415 -- an extra, and slow to import
    from pyspark.sql import SparkSession  # noqa: PLC0415

    if running := SparkSession.getActiveSession():
        return running
    java = "The spark engine needs Java 17 or later. On Debian: apt install openjdk-17-jre-headless."
    if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
        raise TanglawError(f"{java} Or use --engine local, which needs no Java.")
    # Spark asks the environment, not its settings, which Python the workers are to run and which address is its own.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.master(f"local[{cores}]").appName("tanglaw")
    for setting, value in _settings().items():
        builder = builder.config(setting, value)
    try:
        return builder.getOrCreate()
    except PySparkException as error:
        raise TanglawError(f"Spark did not start ({error}). {java}") from error


def _settings() -> dict[str, str]:
    return {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",  # it would write over our own bar
        "spark.log.level": "ERROR",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "8",  # the default, 200, is a cluster's: on one machine they wait
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        # Workers are processes of their own: they must find this very Tanglaw, and each has one core.
        "spark.executorEnv.PYTHONPATH": str(Path(tanglaw.__file__).parents[1]),
        "spark.executorEnv.POLARS_MAX_THREADS": "1",
    }


def require_same_polars(versions: Iterable[str]) -> None:
    """Refuse results that another version of Polars made: they need not equal the local engine's.

    Raises:
        TanglawError: names the versions.
    """
    if others := sorted(set(versions) - {pl.__version__}):
        raise TanglawError(
            f"Spark's workers run Polars {', '.join(others)}, this machine {pl.__version__}; results could differ. "
            "Install the same version everywhere."
        )
