"""A workspace in the middle of its work: a team, leads, decisions, cases, filings, and a log of all of it."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.casework.findings import SEED

if TYPE_CHECKING:
    from tanglaw.casework.models import Case, Lead, User

_ANALYSTS: Final = 60
_REVIEWERS: Final = 6
_CASES: Final = 0.03  # cases a lead
_DISMISSED: Final = 0.15
_OLD: Final = 0.05  # dismissed so long ago that they are due to be deleted
_PROPOSED: Final = 60
_ASSIGNED: Final = 400
_LOG: Final = 20_000
_WORDS: Final = "Compared with our own records of the last three years; the receivers do not know each other. " * 2


@dataclass(frozen=True, slots=True)
class Office:
    """Who looks, and at what.

    Attributes:
        supervisor: sees everything that is about leads; ``big`` is a case named for them.
        big: the largest case; ``filing`` is its filing.
        leads: chosen to be opened: those with most payments, those with most people, and some by chance.
        importing, importing_cpu: seconds that bringing them in took, by the clock and of processors (ours alone).
    """

    supervisor: User
    auditor: User
    administrator: User
    token: str
    big: int
    filing: int
    detection: int
    leads: list[str]
    importing: float = 0.0
    importing_cpu: float = 0.0


def furnish(data: Path, run: Path) -> Office:
    """Bring a run in and do a year's work on it; Django is loaded and the workspace empty."""
    from tanglaw.casework.audit.chain import CONSOLE, Who  # noqa: PLC0415 -- Django must be loaded first
    from tanglaw.casework.intake.importing import import_run  # noqa: PLC0415
    from tanglaw.casework.models import User  # noqa: PLC0415
    from tanglaw.casework.roles import Role  # noqa: PLC0415

    make = User.objects.make
    analysts = [make(f"analyst{number}", None, Role.ANALYST) for number in range(_ANALYSTS)]
    reviewers = [make(f"reviewer{number}", None, Role.REVIEWER) for number in range(_REVIEWERS)]
    supervisor = make("supervisor", None, Role.SUPERVISOR)
    auditor, administrator = make("auditor", None, Role.AUDITOR), make("administrator", None, Role.ADMINISTRATOR)
    clock, cpu = time.perf_counter(), time.process_time()
    brought = import_run(run, Who(CONSOLE)).run
    took = time.perf_counter() - clock, time.process_time() - cpu
    big = _work([*analysts, *reviewers], supervisor)
    filing = _file(data, big, supervisor)
    token = _program(supervisor)
    _log()
    detection = _detection(run, brought.pk)
    return Office(supervisor, auditor, administrator, token, big.pk, filing, detection, _chosen(), *took)


def _work(people: list[User], supervisor: User) -> Case:
    """Decide about some of the leads, and work on cases; return the largest."""
    from django.db.models import F  # noqa: PLC0415

    from tanglaw.casework.models import Decision, Lead, SavedView  # noqa: PLC0415

    chance = random.Random(SEED)  # noqa: S311 -- nothing secret: the same each time
    leads = list(Lead.objects.order_by("pk"))
    chance.shuffle(leads)
    taken = iter(leads)
    for _ in range(int(len(leads) * _DISMISSED)):
        _decide(next(taken), chance.choice(people), "dismiss", "nothing_found")
    old = Decision.objects.order_by("pk").values_list("pk", flat=True)[: int(len(leads) * _OLD)]
    Decision.objects.filter(pk__in=list(old)).update(proposed=F("proposed") - timedelta(days=400))
    for _ in range(_PROPOSED):
        _decide(next(taken), chance.choice(people), "file")
    for _ in range(int(len(leads) * _CASES)):
        _work_on_case(next(taken), chance.choice(people), 3)
    for lead in leads[-_ASSIGNED:]:
        lead.assigned_to = chance.choice(people)
        lead.save(update_fields=["assigned_to"])
    for number in range(8):
        SavedView.objects.create(owner=supervisor, name=f"View {number}", query="state=any")
    return _largest([_subject_of_review(), *(next(taken) for _ in range(11))], supervisor)


def _decide(lead: Lead, user: User, kind: str, explanation: str = "") -> None:
    from tanglaw.casework.audit.chain import Who  # noqa: PLC0415
    from tanglaw.casework.decisions.deciding import Wish, propose  # noqa: PLC0415

    propose(lead.lead_id, 0, user, Who(user.username), Wish(kind, _WORDS, explanation))


def _work_on_case(lead: Lead, user: User, times: int) -> Case:
    """Open a case from a lead; write so many notes, and as many tasks."""
    from django.utils import timezone  # noqa: PLC0415

    from tanglaw.casework.audit.chain import Who  # noqa: PLC0415
    from tanglaw.casework.cases import tasks, words  # noqa: PLC0415
    from tanglaw.casework.cases.opening import case_of  # noqa: PLC0415
    from tanglaw.casework.pages.notes import write  # noqa: PLC0415

    _decide(lead, user, "case")
    case, who, today = case_of(lead), Who(user.username), timezone.now().date()
    assert case is not None
    for number in range(times):
        write(lead, f"{number}: {_WORDS}", user, who)
        words.add_note(case.pk, user, who, f"{number}: {_WORDS}")
        tasks.add_task(case.pk, user, who, f"Ask branch {number} for the forms.", user.username, today)
    return case


def _largest(leads: list[Lead], supervisor: User) -> Case:
    """Work long on one case with several leads."""
    from django.db import transaction  # noqa: PLC0415

    from tanglaw.casework.audit.chain import Who  # noqa: PLC0415
    from tanglaw.casework.cases.opening import put_into_case  # noqa: PLC0415

    case = _work_on_case(leads[0], supervisor, 40)
    with transaction.atomic():
        for lead in leads[1:]:
            put_into_case(lead, supervisor, Who(supervisor.username), case)
    return case


def _subject_of_review() -> Lead:
    from tanglaw.casework.models import Lead  # noqa: PLC0415

    return Lead.objects.filter(protect=False, role="originator", state="open").order_by("-payments")[5:6].get()


def _file(data: Path, case: Case, supervisor: User) -> int:
    """Draft a filing about the first lead of a case."""
    from tanglaw.casework.audit.chain import Who  # noqa: PLC0415
    from tanglaw.casework.filing.drafting import begin  # noqa: PLC0415
    from tanglaw.filings.profiles.practice import write_practice_filer  # noqa: PLC0415

    (data / "filing").mkdir()
    write_practice_filer(data / "filing")
    lead = case.holdings.select_related("lead__key").order_by("pk")[0].lead
    return begin(case.pk, lead, "str-generic", supervisor, Who("supervisor")).pk


def _program(supervisor: User) -> str:
    from tanglaw.casework.audit.chain import Who  # noqa: PLC0415
    from tanglaw.casework.programs import keys  # noqa: PLC0415
    from tanglaw.casework.programs.scopes import offered  # noqa: PLC0415

    scopes = [scope.value for scope in offered(supervisor)]
    made = [keys.make(supervisor, Who("supervisor"), f"Program {number}", scopes, 90) for number in range(5)]
    return made[0].token


def _detection(run: Path, brought: int) -> int:
    """A detection that is done, as the page of runs shows it."""
    from django.utils import timezone  # noqa: PLC0415

    from tanglaw.casework.audit.chain import CONSOLE, Who  # noqa: PLC0415
    from tanglaw.casework.models import Detection  # noqa: PLC0415
    from tanglaw.casework.running import sources  # noqa: PLC0415

    source, _ = sources.keep(sources.Described("all-payments", [run / "lead_payments.parquet"]), Who(CONSOLE))
    now = timezone.now()
    return Detection.objects.create(
        source=source, course="done", asked=now, finished=now, run_id=brought, log="writing leads\n" * 40
    ).pk


def _log() -> None:
    """Fill the log up to what months leave behind."""
    from django.db import transaction  # noqa: PLC0415

    from tanglaw.casework.audit.actions import Action  # noqa: PLC0415
    from tanglaw.casework.audit.chain import Who, append  # noqa: PLC0415
    from tanglaw.casework.models import Entry  # noqa: PLC0415

    with transaction.atomic():
        for number in range(_LOG - Entry.objects.count()):
            append(Who(f"analyst{number % _ANALYSTS}", "192.0.2.7"), Action.LEAD_SEEN, "lead", f"L-{number:012x}")


def _chosen() -> list[str]:
    """Choose leads to open."""
    from tanglaw.casework.models import Lead  # noqa: PLC0415

    found = [
        *Lead.objects.order_by("-payments", "pk").values_list("lead_id", flat=True)[:8],
        *Lead.objects.order_by("-counterparties", "pk").values_list("lead_id", flat=True)[:8],
        *Lead.objects.exclude(groups=None).order_by("pk").values_list("lead_id", flat=True)[:4],
        *Lead.objects.filter(state="case").order_by("pk").values_list("lead_id", flat=True)[:4],
    ]
    rest = list(Lead.objects.order_by("pk").values_list("lead_id", flat=True))
    return [*dict.fromkeys(found), *random.Random(SEED).sample(rest, min(12, len(rest)))]  # noqa: S311
