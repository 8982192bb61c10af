"""Reads XML that came from outside: no entities, no network, no document type, no more than a given size."""

from __future__ import annotations

from typing import Final

from lxml import etree

from tanglaw.common.errors import TanglawError

MOST_BYTES: Final = 32 << 20


def read_xml(data: bytes, where: str, most: int = MOST_BYTES) -> etree._Element:
    """Parse a document.

    Args:
        data: the document.
        where: what to call it in an error.
        most: bytes it may have.

    Raises:
        TanglawError: it is too large, not well formed, or declares a document type (and with it could bring entities).
    """
    if len(data) > most:
        raise TanglawError(f"{where}: {len(data):,} bytes; expected at most {most:,}.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TanglawError(f"{where} is no well-formed XML: {error}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise TanglawError(f"{where} declares a document type; expected plain XML without one.")
    return root


def local_name(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return etree.QName(element).localname
