"""Words that anybody who knows this workspace would try first."""

from __future__ import annotations

from typing import Final

from django.core.exceptions import ValidationError

from tanglaw.casework.models import User
from tanglaw.casework.roles import Role
from tanglaw.casework.site.current import current

WORDS: Final = frozenset({"tanglaw", "casework", "workspace", "compliance", "livestream", "safeguarding", *Role.values})
"""Beside the parts of the workspace's own host name."""


class AnotherThanWasMade:
    """Refuses to keep a password that somebody else made."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Check a password.

        Raises:
            ValidationError: it is the one that was made.
        """
        if user is not None and user.one_time_until is not None and user.check_password(password):
            raise ValidationError("This is the password that was made for you; choose one that you alone know.")

    def get_help_text(self) -> str:
        """Say so beforehand."""
        return "A password that somebody else made for you has to be changed to another."


class NoWordOfThisPlace:
    """Refuses a password that is such a word with little around it."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Check a password.

        Raises:
            ValidationError: without such words fewer than eight characters are left.
        """
        del user
        host = {part for part in current().host.lower().split(".") if len(part) > 3}
        left = password.lower()
        for word in WORDS | host:
            left = left.replace(word, "")
        if len(left) < len(password) and len(left) < 8:
            raise ValidationError("The password rests on a word of this workspace; choose another.")

    def get_help_text(self) -> str:
        """Say so beforehand."""
        return "It must not rest on a word of this workspace, such as its name or a role."
