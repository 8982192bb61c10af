"""Follow a file's messages, element by element, and hand each transaction on with all that stands above it."""

from __future__ import annotations

from typing import Final

from lxml import etree

from tanglaw.payments.iso20022 import elements
from tanglaw.payments.iso20022.elements import CREDITOR, DEBTOR, MESSAGES, STATEMENTS, Side
from tanglaw.payments.iso20022.gather import Facts, Gatherer, local
from tanglaw.payments.iso20022.payment import UnclearError, money, row
from tanglaw.payments.iso20022.plain_utf8 import ROOT
from tanglaw.payments.iso20022.rows import Rows
from tanglaw.payments.iso20022.statements import holder_as, told_apart

_HOLDERS_OF_TRANSFERS: Final = frozenset({*MESSAGES, "PmtInf", "Document", ROOT})
_NO_AMOUNT: Final = (
    "found no amount of its own in an entry of several transactions; expected Amt, AmtDtls/TxAmt or AmtDtls/InstdAmt"
)


class Messages:
    """Where in the file we are: message, payment group or statement, entry.

    Attributes:
        recognised: whether any message or transaction of ours was met.
        count: transactions so far.
        foreign: names of messages that are not read here.
    """

    def __init__(self, source: str, rows: Rows) -> None:
        self.recognised = False
        self.count = 0
        self.foreign: list[str] = []
        self._source = source
        self._rows = rows
        self._gather = {level: Gatherer(level) for level in elements.PATHS}
        self._document = _Document()
        self._message = ""
        self._in_message = 0
        self._parts = 0
        self._header: Facts = {}
        self._group: Facts | None = None
        self._holder: dict[Side, Facts] = {}
        self._entry: Facts | None = None
        self._details = 0
        self._waiting: tuple[int, int, Facts, str] | None = None

    def start(self, element: etree._Element) -> None:
        """An element opens."""
        name = local(element.tag)
        if name == "GrpHdr":
            self._open_message(element)
        elif name == "Document":
            self._leave_message()
            self._document = _Document(open=True)
        elif name == "PmtInf" or name in STATEMENTS:
            self._group = None
            self._parts += 1
        elif name == "Ntry":
            self._entry, self._details = None, 0

    def end(self, element: etree._Element) -> None:
        """An element is complete; what is no longer needed of it is let go."""
        name = local(element.tag)
        if name == "CdtTrfTxInf":
            self._transfer(element)
        elif name == "TxDtls":
            self._detail(element)
        elif name == "Ntry":
            self._close_entry(element)
        elif name == "GrpHdr":
            self._header = self._gather["GrpHdr"].whole(element, {})
        elif name == "Document":
            self._close_document(element)
        _let_go(element)

    def finish(self) -> None:
        """The file is at its end."""
        self._leave_message()

    def break_off(self, problem: str) -> None:
        """Note that the file cannot be read further; what waited for the end of its entry can only be rejected."""
        self._reject_waiting(
            "found no amount of its own, and the file breaks off before its entry ends; expected the whole entry"
        )
        self._rows.reject(
            self.count + 1,
            "",
            f"{problem}. Nothing after transaction {self.count} could be read: ask for the file again.",
            "",
        )

    def _transfer(self, element: etree._Element) -> None:
        parent = element.getparent()
        above = local(parent.tag) if parent is not None else ROOT
        if self._document.foreign or (self._document.open and above not in _HOLDERS_OF_TRANSFERS):
            return
        if self._group is None:
            self._group = (
                self._gather["transaction"].head(parent, {}) if parent is not None and above == "PmtInf" else {}
            )
        facts = self._gather["transaction"].whole(element, {**self._header, **self._group})
        self._hand_on(element, facts)

    def _detail(self, element: etree._Element) -> None:
        if self._document.foreign:
            return
        entry = _ancestor(element, "Ntry")
        above = {} if entry is None else {**self._statement(entry), **self._entry_facts(entry)}
        facts = self._gather["transaction"].whole(element, {**self._header, **above})
        self._details += 1
        self._reject_waiting(_NO_AMOUNT)
        self._hand_on(element, told_apart(facts, self._holder) if above else facts)

    def _close_entry(self, element: etree._Element) -> None:
        if self._waiting is not None:
            line, number, facts, raw = self._waiting
            self._waiting = None
            self._make(line, number, facts, money(facts, elements.ENTRY_AMOUNT), raw)
        elif self._details == 0 and not self._document.foreign:
            self._seen()
            facts = {**self._header, **self._statement(element), **self._entry_facts(element)}
            amount = money(facts, elements.ENTRY_AMOUNT)
            found = f" (its amount: {amount[0]} {amount[1] or ''})".replace(" )", ")") if amount else ""
            problem = f"found an entry without transaction details{found}; expected NtryDtls/TxDtls with the parties"
            self._rows.reject(self.count, "originator_id, beneficiary_id", problem, _raw(element))
        self._details = 0

    def _hand_on(self, element: etree._Element, facts: Facts) -> None:
        self._seen()
        amount = money(facts, elements.AMOUNT)
        if amount is None and self._details == 1:
            self._waiting = (self.count, self._in_message, facts, _raw(element))
        else:
            self._make(self.count, self._in_message, facts, amount, element)

    def _make(
        self, line: int, number: int, facts: Facts, amount: tuple[str, str | None] | None, raw: etree._Element | str
    ) -> None:
        if amount is None:
            problem = _NO_AMOUNT if self._details else "found no amount; expected InstdAmt or IntrBkSttlmAmt"
            self._rows.reject(line, "amount", problem, raw if isinstance(raw, str) else _raw(raw))
            return
        try:
            made = row(facts, amount, number, self._source)
        except UnclearError as unclear:
            self._rows.reject(line, unclear.field, unclear.problem, raw if isinstance(raw, str) else _raw(raw))
        else:
            self._rows.accept(line, made)

    def _reject_waiting(self, problem: str) -> None:
        if self._waiting is not None:
            line, _, _, raw = self._waiting
            self._waiting = None
            self._rows.reject(line, "amount", problem, raw)

    def _seen(self) -> None:
        self.recognised = True
        self._document.known = True
        self.count += 1
        self._in_message += 1

    def _statement(self, entry: etree._Element) -> Facts:
        if self._group is None:
            parent = entry.getparent()
            known = parent is not None and local(parent.tag) in STATEMENTS
            self._group = self._gather["Stmt"].head(parent, {}) if parent is not None and known else {}
            self._holder = {side: holder_as(self._group, side) for side in (DEBTOR, CREDITOR)}
        return self._group

    def _entry_facts(self, entry: etree._Element) -> Facts:
        if self._entry is None:
            self._entry = self._gather["Ntry"].head(entry, {})
        return self._entry

    def _open_message(self, header: etree._Element) -> None:
        self._leave_message()
        parent = header.getparent()
        name = local(parent.tag) if parent is not None else ""
        if name in MESSAGES:
            self._message = name
            self.recognised = self._document.known = True
        else:
            self.foreign.append(name)
            self._document.foreign = self._document.open

    def _leave_message(self) -> None:
        if self._message and not self._parts and not self._in_message:
            expected = (
                "at least one statement" if MESSAGES[self._message].startswith("camt") else "at least one CdtTrfTxInf"
            )
            self._rows.reject(
                self.count + 1, "", f"found the message {self._message} with nothing in it; expected {expected}", ""
            )
        self._message, self._in_message, self._parts, self._header, self._group = "", 0, 0, {}, None

    def _close_document(self, element: etree._Element) -> None:
        self._leave_message()
        if not self._document.known:
            inside = next((local(child.tag) for child in element), "")
            self.foreign.append(inside)
            found = f"the message {inside}" if inside else "a Document without a message"
            problem = f"found {found}; expected pacs.008, pain.001 or camt.052 to .054, with what they need"
            self._rows.reject(self.count + 1, "", problem, _raw(element))
        self._document = _Document()


class _Document:
    """Whether a `Document` is open, whether a message of ours was met in it, and whether another was."""

    __slots__ = ("foreign", "known", "open")

    def __init__(self, open: bool = False) -> None:  # noqa: A002
        self.open = open
        self.known = False
        self.foreign = False


def _ancestor(element: etree._Element, name: str) -> etree._Element | None:
    above = element.getparent()
    while above is not None and local(above.tag) != name:
        above = above.getparent()
    return above


def _let_go(element: etree._Element) -> None:
    """Free an element that is done and all that stands before it, on every level: what is needed was gathered."""
    element.clear(keep_tail=True)  # type: ignore[call-arg]  # the stubs are older than lxml 4.4
    parent = element.getparent()
    while parent is not None:
        while element.getprevious() is not None:
            del parent[0]
        element, parent = parent, parent.getparent()


def _raw(element: etree._Element) -> str:
    """The element as it stood, without the space between its parts."""
    return " ".join(etree.tostring(element, encoding="unicode", with_tail=False).split())
