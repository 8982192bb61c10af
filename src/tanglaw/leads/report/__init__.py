"""The report: one HTML file that opens offline and says whom to look at first, and why."""

from tanglaw.leads.report.html import write_report

__all__ = ["write_report"]
