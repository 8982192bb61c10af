"""A person of the team."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.db import models
from django.db.models.functions import Lower
from rules.permissions import has_perm

from tanglaw.casework.roles import Role


class Users(BaseUserManager["User"]):
    """Makes accounts."""

    def make(self, username: str, password: str | None, role: Role, name: str = "", directory: str = "") -> User:
        """Make an account; the password is checked by whoever asked for it. Without one only the directory opens it."""
        user = self.model(username=username.lower(), name=name or username, role=role, directory=directory.strip())
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who signs in. Accounts are closed, never deleted: what people did keeps their name."""

    username = models.CharField(max_length=64, unique=True, validators=[ASCIIUsernameValidator()])
    name = models.CharField("full name", max_length=120)
    role = models.CharField(max_length=16, choices=Role.choices)
    is_active = models.BooleanField("may sign in", default=True)
    directory = models.CharField(
        max_length=254, blank=True, help_text="how the institution's directory knows this person: subject or e-mail"
    )
    joined = models.DateTimeField(auto_now_add=True)
    one_time_until = models.DateTimeField(
        null=True, blank=True, help_text="until when a password opens that somebody else made; null once it was changed"
    )
    notice = models.CharField(max_length=400, blank=True, help_text="told at the next sign-in, once")
    greyscale = models.BooleanField(default=False, help_text="pages without colour: what is read here is hard enough")
    break_after = models.PositiveSmallIntegerField(default=0, help_text="minutes; 0 reminds of no break")

    objects: ClassVar[Users] = Users()
    USERNAME_FIELD = "username"

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_role_is_one_of_five"),
            models.UniqueConstraint(
                Lower("directory"), condition=~models.Q(directory=""), name="user_directory_names_one_person"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def has_perm(self, permission: str, it: object = None) -> bool:
        """Ask the table of permissions (:mod:`tanglaw.casework.permissions`)."""
        return bool(has_perm(permission, self, it))
