"""The key of one record: what identifies people in it opens with this key alone."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence

from django.db import models

from tanglaw.casework.sealing.masters import ring


class RecordKey(models.Model):
    """A random key, wrapped under a master key that the database does not hold. Without the row nothing opens."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    master = models.CharField(max_length=16, help_text="id of the master key that wraps it")
    wrapped = models.BinaryField()
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index("master", name="record_key_by_master"),)

    def __str__(self) -> str:
        return f"key {self.pk}"

    @classmethod
    def new(cls) -> RecordKey:
        """Make a key; it is saved with the record that it belongs to."""
        key = cls()
        key.wrap(secrets.token_bytes(32))
        return key

    def wrap(self, data: bytes) -> None:
        """Wrap the key under the newest master."""
        masters = ring()
        self.master, self.wrapped = masters.newest, masters.wrap(str(self.pk), data)
        self._data = data

    @property
    def data(self) -> bytes:
        """The key itself, 32 bytes.

        Raises:
            TanglawError: the master key is missing, or the row was altered.
        """
        held: bytes | None = getattr(self, "_data", None)
        if held is None:
            held = self._data = ring().unwrap(str(self.pk), self.master, bytes(self.wrapped))
        return held


def keep(keys: Sequence[RecordKey]) -> None:
    """Save new keys, in the transaction that saves their records.

    A master key that was changed meanwhile wraps them anew: whoever rotates locks the table, so what comes after sees
    the newer file.
    """
    RecordKey.objects.bulk_create(keys, batch_size=500)
    late = [key for key in keys if key.master != ring().newest]
    for key in late:
        key.wrap(key.data)
    RecordKey.objects.bulk_update(late, ["master", "wrapped"], batch_size=500)
