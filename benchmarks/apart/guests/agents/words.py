"""Messages and purposes as they come down the line: short, polite, often nothing."""

from __future__ import annotations

from typing import Final

_PHRASES: Final = {
    "family": "allowance|family support|for mama|padala|groceries|monthly|for the house|para sa pamilya|love you all|"
    "food|bills|gastos|for the kids|upkeep|electric bill|thank you ate",
    "school": "school fees|tuition|uniform|enrolment|books|project ni bunso|fees term 2|matrícula|exam fee",
    "medical": "medicine|hospital bill|medical bills|check up|operation lola|dialysis|medicinas",
    "storm": "for the roof|typhoon help|relief|stay safe|rebuild|flood",
    "feast": "merry christmas|gift|noche buena|birthday|aguinaldo|for easter|happy fiesta",
    "partner": "for you|love|rent and food|miss you|birthday gift|for our house|phone|see you soon|gift|expenses",
    "work": "invoice 0417|august hours|VA work|weekly pay|logo design|salary|bookkeeping|milestone 2|edits",
    "lesson": "lesson|10 lessons|english class|tutoring|class pack|conversation june",
    "order": "order 2291|shipping|deposit jersey|cards lot|keycaps|lot 14|guitar parts|@kikaycrafts|2 pcs|preorder",
    "game": "boost|account|skins|@raidking|gems|gold 500k|top up|coins|rank up|trade",
    "tip": "tip|thanks|for load|gift|birthday|coffee|treat|dinner on me",
    "gift": "donation|for the children|feeding program|sponsorship|chapel roof|offering|school supplies|for the dogs",
    "booking": "booking|deposit|room 4 nights|dive course|van hire|balance|accommodation|tour",
    "dues": "lot amortization|loan|condo dues|SSS|housing|installment|rent|clinic|dormitory",
    "stake": "load|credits|top up|500|chips|cash in",
    "court": "visa fee|customs release|ticket|hospital|for the flight|contract bond|emergency|I trust you",
    "session": "family support|school fees|gift|birthday|food|load|medical|expenses|for you|treat|thanks|uniform|"
    "groceries|internet|help",
    "demand": "here|please|gift|for you|paid|thats all i have|sent|@jayr_22|done|last one|payment|games",
    "self": "travel|cash|me|pocket money",
}
PHRASES: Final = {theme: tuple(text.split("|")) for theme, text in _PHRASES.items()}

PURPOSES: Final = {
    "family": "FAMILY MAINTENANCE", "school": "EDUCATION", "medical": "MEDICAL", "storm": "FAMILY MAINTENANCE",
    "feast": "GIFT", "partner": "FAMILY MAINTENANCE", "work": "SERVICES", "lesson": "SERVICES", "order": "GOODS",
    "game": "OTHER", "tip": "GIFT", "gift": "DONATION", "booking": "TRAVEL", "dues": "LOAN/PROPERTY",
    "stake": "OTHER", "court": "FAMILY MAINTENANCE", "session": "FAMILY MAINTENANCE", "demand": "OTHER",
    "self": "TRAVEL",
}  # fmt: skip
"""What the honest would tick; half of all people leave the first entry of the list, which is family."""
