"""What the workspace remembers, one noun a file."""

from tanglaw.casework.models.appearance import Appearance
from tanglaw.casework.models.decision import Decision
from tanglaw.casework.models.detection import Detection
from tanglaw.casework.models.entry import Entry
from tanglaw.casework.models.group import Group
from tanglaw.casework.models.head import Head
from tanglaw.casework.models.joining import Joining
from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.link import Link
from tanglaw.casework.models.look import Look
from tanglaw.casework.models.note import Note
from tanglaw.casework.models.protected_party import ProtectedParty
from tanglaw.casework.models.run import Run
from tanglaw.casework.models.saved_view import SavedView
from tanglaw.casework.models.source import Source
from tanglaw.casework.models.user import User
from tanglaw.casework.models.version import Version

__all__ = [
    "Appearance",
    "Decision",
    "Detection",
    "Entry",
    "Group",
    "Head",
    "Joining",
    "Lead",
    "Link",
    "Look",
    "Note",
    "ProtectedParty",
    "Run",
    "SavedView",
    "Source",
    "User",
    "Version",
]
