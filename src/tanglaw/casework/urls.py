"""Every address of the workspace."""

from __future__ import annotations

from allauth.account import views as account
from allauth.usersessions import views as sessions
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.decorators.http import require_GET

from tanglaw.casework.pages import (
    comfort,
    decisions,
    detections,
    health,
    home,
    identities,
    lead,
    log,
    network,
    notes,
    people,
    queue,
    runs,
    statistics,
)
from tanglaw.casework.pages.twins import twin

urlpatterns = [
    path("", home.home, name="home"),
    path("help", home.help_page, name="help"),
    path("comfort", comfort.comfort, name="comfort"),
    path("health", login_not_required(require_GET(health.health)), name="health"),
    path("icon.svg", login_not_required(require_GET(home.icon)), name="icon"),
    # Signing in: only what this workspace has. No sign-up, no mail, no reset by mail.
    path("sign-in/login/", account.login, name="account_login"),
    path("sign-in/logout/", account.logout, name="account_logout"),
    path("sign-in/inactive/", account.account_inactive, name="account_inactive"),
    path("sign-in/reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/password/", account.password_change, name="account_change_password"),
    path("sign-in/sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("sign-in/2fa/", include("allauth.mfa.urls")),
    *twin("queue", queue.queue, "queue"),
    *twin("victims", queue.victims, "victims"),
    *twin("proposals", queue.proposals, "proposals"),
    path("queue/next", queue.take_next, name="take_next"),
    path("views", queue.save_view, name="save_view"),
    path("views/<int:number>/remove", queue.remove_view, name="remove_view"),
    *twin("leads/<slug:lead_id>", lead.lead, "lead"),
    *twin("leads/<slug:lead_id>/network", network.network, "network"),
    *twin("leads/<slug:lead_id>/network/<slug:handle>", network.neighbour, "neighbour"),
    path("leads/<slug:lead_id>/links", identities.split, name="split_accounts"),
    path("leads/<slug:lead_id>/links/<int:number>/undo", identities.undo, name="undo_split"),
    path("leads/<slug:lead_id>/claim", lead.claim, name="claim"),
    path("leads/<slug:lead_id>/release", lead.release, name="release"),
    path("leads/<slug:lead_id>/assign", lead.assign, name="assign"),
    path("leads/<slug:lead_id>/names", lead.unmask, name="unmask"),
    path("leads/<slug:lead_id>/notes", notes.add_note, name="add_note"),
    path("leads/<slug:lead_id>/decisions", decisions.decide, name="decide"),
    path("leads/<slug:lead_id>/decisions/<uuid:decision_id>/answer", decisions.answer_proposal, name="answer"),
    path("leads/<slug:lead_id>/decisions/<uuid:decision_id>/withdraw", decisions.withdraw_proposal, name="withdraw"),
    path("outcomes.csv", decisions.outcomes, name="outcomes"),
    *twin("runs", runs.runs, "runs"),
    *twin("runs/detections/<int:number>", detections.detection, "detection"),
    path("runs/detections/<int:number>/progress", detections.progress, name="progress"),
    path("runs/detections/<int:number>/cancel", detections.cancel, name="cancel_detection"),
    path("runs/sources/<slug:name>/start", detections.start, name="start_detection"),
    path("runs/sources/<slug:name>/schedule", detections.set_schedule, name="set_schedule"),
    *twin("statistics", statistics.show, "statistics"),
    path("statistics.csv", statistics.as_csv, name="statistics_csv"),
    *twin("log", log.log, "log"),
    path("log/export.jsonl", log.export_log, name="export_log"),
    path("log/heads", log.export_heads, name="export_heads"),
    *twin("people", people.people, "people"),
    path("people/add", people.add_person, name="add_person"),
    path("people/<slug:username>", people.change_person, name="change_person"),
]
handler403 = "tanglaw.casework.pages.errors.forbidden"
handler404 = "tanglaw.casework.pages.errors.not_found"
handler500 = "tanglaw.casework.pages.errors.failed"
