"""Which patterns there are among leads."""

from __future__ import annotations

from django.db.models import Max, QuerySet

from tanglaw.casework.models import Lead


def titles(leads: QuerySet[Lead]) -> dict[str, str]:
    """Return each pattern's title, by its name and in order of it; the newest lead's, where they differ."""
    newest = leads.order_by().values("pattern").annotate(last=Max("pk")).values_list("last", flat=True)
    return dict(Lead.objects.filter(pk__in=list(newest)).order_by("pattern").values_list("pattern", "pattern_title"))
