"""What filings refuse, said as the workspace says no."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tanglaw.casework.site.problems import RefusedError
from tanglaw.common.errors import FaultsError, TanglawError

_MOST = 40


@contextmanager
def refusing() -> Iterator[None]:
    """Turn an error of filings into a refusal; every fault at once.

    Raises:
        RefusedError: in place of it.
    """
    try:
        yield
    except FaultsError as error:
        more = f" And {len(error.faults) - _MOST} more." if len(error.faults) > _MOST else ""
        raise RefusedError(error.headline, " ".join(map(str, error.faults[:_MOST])) + more, 422) from error
    except TanglawError as error:
        raise RefusedError("It was not done", str(error)) from error
