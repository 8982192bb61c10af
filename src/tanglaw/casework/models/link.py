"""Two accounts that a person says are not one."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.run import Run
from tanglaw.casework.models.user import User
from tanglaw.casework.sealing.fields import SealedModel, SealedParty, SealedText


class Link(SealedModel):
    """A split of two accounts that were taken for one person or household; it goes to the next run as ``--links``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="links", help_text="where it was decided")
    role = models.CharField(max_length=16)
    left_index = models.CharField(max_length=32, help_text="blind index of the account on the left")
    sealed_left = models.BinaryField(default=b"")
    left = SealedParty("sealed_left", "left_index")
    """Id of an account; before right in order."""
    right_index = models.CharField(max_length=32, help_text="blind index of the account on the right")
    sealed_right = models.BinaryField(default=b"")
    right = SealedParty("sealed_right", "right_index")
    """Id of an account."""
    level = models.CharField(max_length=12, help_text="person or household")
    sealed_grounds = models.BinaryField(default=b"")
    grounds = SealedText("sealed_grounds")
    """Why."""
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided = models.DateTimeField()
    undone_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    undone = models.DateTimeField(null=True)
    run = models.ForeignKey(Run, null=True, on_delete=models.PROTECT, related_name="+", help_text="first that knew it")

    class Meta:
        ordering = ("decided", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("left_index", "right_index", "level"),
                condition=Q(undone__isnull=True),
                name="link_in_force_once",
            ),
            models.CheckConstraint(condition=~Q(left_index=F("right_index")), name="link_of_two_accounts"),
        )

    def __str__(self) -> str:
        return f"link {self.pk}"

    def record_key(self) -> RecordKey:
        """Return the lead's."""
        return self.lead.record_key()

    def seal_row(self) -> str:
        """Return its id."""
        return str(self.pk)
