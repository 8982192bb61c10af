"""What makes the work easier to bear: pages without colour, and reminders to take a break. Everybody's own affair."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tanglaw.casework.pages.allowed import SignedInRequest
from tanglaw.casework.site.problems import RefusedError

BREAKS: Final = (0, 25, 50, 90)
"""Minutes of work after which a break may be suggested; 0 suggests none."""


@require_http_methods(["GET", "POST"])
def comfort(request: SignedInRequest) -> HttpResponse:
    """Show and change one's own settings. Not logged: nobody's strain is anybody's business."""
    if request.method == "POST":
        chosen = request.POST.get("break_after", "0")
        if chosen not in map(str, BREAKS):
            offered = ", ".join(map(str, BREAKS))
            raise RefusedError("No such reminder", f"Found {chosen!r}; expected one of {offered} minutes.", 422)
        request.user.greyscale = request.POST.get("greyscale") == "yes"
        request.user.break_after = int(chosen)
        request.user.save(update_fields=["greyscale", "break_after"])
        messages.success(request, "Kept.")
        return redirect("comfort")
    return render(request, "casework/comfort.html", {"breaks": BREAKS})
