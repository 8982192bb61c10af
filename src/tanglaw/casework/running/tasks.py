"""The job that the queue of jobs holds."""

from __future__ import annotations

from uuid import UUID

from django_tasks import TaskContext, task

from tanglaw.casework.models import Detection


@task(takes_context=True)
def run_detection(context: TaskContext, number: int) -> None:
    """Carry a detection out, unless another job has taken its place meanwhile."""
    from tanglaw.casework.running.carrying_out import carry_out  # noqa: PLC0415 -- only a worker needs it

    carry_out(number, UUID(str(context.task_result.id)))


def enqueue(detection: Detection) -> None:
    """Put a detection into the queue, in the transaction that makes it wait: neither is without the other."""
    detection.task = UUID(str(run_detection.enqueue(detection.pk).id))
    detection.save(update_fields=["task"])
