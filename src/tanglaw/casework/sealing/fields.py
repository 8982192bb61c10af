"""Attributes of a model that read and write like text and stand sealed in their column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from django.db import models

from tanglaw.casework.sealing.blind import blind
from tanglaw.casework.sealing.box import seal, unseal

if TYPE_CHECKING:
    from typing import Self

    from tanglaw.casework.models.record_key import RecordKey

_T = TypeVar("_T")


class SealedModel(models.Model):
    """A row with sealed fields."""

    class Meta:
        """No table of its own."""

        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """Save the row; ``update_fields`` may name sealed fields as their readers do."""
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = [self._column(name) for name in kwargs["update_fields"]]
        super().save(*args, **kwargs)

    def record_key(self) -> RecordKey:
        """Return the key of the record that the row belongs to."""
        raise NotImplementedError

    def seal_row(self) -> str:
        """Return what tells this row from every other of its record; it must be set before any sealed field is."""
        raise NotImplementedError

    @classmethod
    def _column(cls, name: str) -> str:
        found = getattr(cls, name, None)
        return found.column if isinstance(found, Sealed) else name

    def seal_place(self, field: str) -> tuple[str, str, str, str]:
        """Return what a sealed field is bound to."""
        return str(self.record_key().pk), self._meta.db_table, self.seal_row(), field


def read_as(it: SealedModel, **words: str) -> None:
    """Let sealed fields of an object read as somebody may see them: ``read_as(task, what=shield.scrub(task.what))``."""
    for name, value in words.items():
        if value:
            getattr(type(it), name).read_as(it, value)


def sealed(**fields: object) -> dict[str, Any]:
    """Name sealed fields where a model is made: ``Note(lead=lead, **sealed(text=text))``.

    Models take them as they take columns; the type checker's plugin for Django knows columns only.
    """
    return fields


class Sealed(property, Generic[_T]):
    """Opens on reading and seals on writing. A property, so that Django takes it as an argument of the model."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(self._read, self._write)

    def _read(self, it: SealedModel) -> _T:
        sealed = getattr(it, self.column)
        if not sealed:
            return self.read(b"")
        # A page reads the same field of the same object several times; these very bytes are opened once.
        opened: dict[str, tuple[object, bytes]] = it.__dict__.setdefault("_opened", {})
        before, plain = opened.get(self.column, (None, b""))
        if before is not sealed:
            plain = unseal(it.record_key().data, it.seal_place(self.column), bytes(sealed))
            opened[self.column] = sealed, plain
        return self.read(plain)

    def _write(self, it: SealedModel, value: _T) -> None:
        plain = self._to(value)
        setattr(it, self.column, seal(it.record_key().data, it.seal_place(self.column), plain) if plain else b"")

    def read_as(self, it: SealedModel, value: _T) -> None:
        """Let the field of this object read as another value; what is stored, and what would be saved, stays."""
        it.__dict__.setdefault("_opened", {})[self.column] = getattr(it, self.column), self._to(value)

    def read(self, plain: bytes) -> _T:
        """Make the value of what was sealed; of nothing, the empty value."""
        raise NotImplementedError

    def _to(self, value: _T) -> bytes:
        raise NotImplementedError

    if TYPE_CHECKING:

        @overload  # type: ignore[override]
        def __get__(self, it: None, owner: type[Any]) -> Self: ...
        @overload
        def __get__(self, it: SealedModel, owner: type[Any]) -> _T: ...
        def __get__(self, it: SealedModel | None, owner: type[Any]) -> Self | _T: ...
        def __set__(self, it: SealedModel, value: _T) -> None: ...


class SealedBytes(Sealed[bytes]):
    """Bytes."""

    def read(self, plain: bytes) -> bytes:
        """Return it as it is."""
        return plain

    def _to(self, value: bytes) -> bytes:
        return value


class SealedText(Sealed[str]):
    """Text."""

    def read(self, plain: bytes) -> str:
        """Decode it."""
        return plain.decode()

    def _to(self, value: str) -> bytes:
        return value.encode()


class SealedList(Sealed[list[str]]):
    """A list of texts."""

    def read(self, plain: bytes) -> list[str]:
        """Parse it."""
        return [str(one) for one in json.loads(plain.decode() or "[]")]

    def _to(self, value: list[str]) -> bytes:
        return json.dumps(value, ensure_ascii=False).encode()


class SealedParty(SealedText):
    """The id of a party; its blind index, by which it is found, is written beside it."""

    def __init__(self, column: str, index: str, side: str = "role") -> None:
        self.index, self.side = index, side
        super().__init__(column)

    def _write(self, it: SealedModel, value: str) -> None:
        setattr(it, self.index, blind(getattr(it, self.side), value) if value else "")
        super()._write(it, value)
