"""What the workspace remembers, one noun a file."""

from tanglaw.casework.models.api_answer import ApiAnswer
from tanglaw.casework.models.api_key import ApiKey
from tanglaw.casework.models.appearance import Appearance
from tanglaw.casework.models.case import Case
from tanglaw.casework.models.case_event import CaseEvent
from tanglaw.casework.models.case_lead import CaseLead
from tanglaw.casework.models.case_look import CaseLook
from tanglaw.casework.models.case_note import CaseNote
from tanglaw.casework.models.case_person import CasePerson
from tanglaw.casework.models.case_subject import CaseSubject
from tanglaw.casework.models.decision import Decision
from tanglaw.casework.models.deletion import Deletion
from tanglaw.casework.models.detection import Detection
from tanglaw.casework.models.early_deletion import EarlyDeletion
from tanglaw.casework.models.entry import Entry
from tanglaw.casework.models.factor_reset import FactorReset
from tanglaw.casework.models.filing import Filing, FilingFile, FilingHand, FilingReason, FilingReceipt, FilingStep
from tanglaw.casework.models.group import Group
from tanglaw.casework.models.head import Head
from tanglaw.casework.models.joining import Joining
from tanglaw.casework.models.lead import Lead
from tanglaw.casework.models.legal_hold import LegalHold
from tanglaw.casework.models.link import Link
from tanglaw.casework.models.look import Look
from tanglaw.casework.models.material import Material
from tanglaw.casework.models.note import Note
from tanglaw.casework.models.protected_party import ProtectedParty
from tanglaw.casework.models.record_key import RecordKey
from tanglaw.casework.models.referral import Referral
from tanglaw.casework.models.retention_rule import RetentionRule
from tanglaw.casework.models.run import Run
from tanglaw.casework.models.saved_view import SavedView
from tanglaw.casework.models.source import Source
from tanglaw.casework.models.task import Task
from tanglaw.casework.models.user import User
from tanglaw.casework.models.version import Version

__all__ = [
    "ApiAnswer",
    "ApiKey",
    "Appearance",
    "Case",
    "CaseEvent",
    "CaseLead",
    "CaseLook",
    "CaseNote",
    "CasePerson",
    "CaseSubject",
    "Decision",
    "Deletion",
    "Detection",
    "EarlyDeletion",
    "Entry",
    "FactorReset",
    "Filing",
    "FilingFile",
    "FilingHand",
    "FilingReason",
    "FilingReceipt",
    "FilingStep",
    "Group",
    "Head",
    "Joining",
    "Lead",
    "LegalHold",
    "Link",
    "Look",
    "Material",
    "Note",
    "ProtectedParty",
    "RecordKey",
    "Referral",
    "RetentionRule",
    "Run",
    "SavedView",
    "Source",
    "Task",
    "User",
    "Version",
]
