"""Libraries that only filings need, loaded when asked for, with the words to install them."""

from __future__ import annotations

import importlib
from types import ModuleType

from tanglaw.common.errors import TanglawError


def needs(module: str) -> ModuleType:
    """Load a library of the extra ``filings``.

    Raises:
        TanglawError: it is not installed, and how to install it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise TanglawError(
            f"This needs {module.partition('.')[0]}, which is not installed. Install Tanglaw with its extra: "
            "pip install 'tanglaw[filings]'."
        ) from error
