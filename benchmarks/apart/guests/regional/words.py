"""What customers write in the optional message box, and the purpose they leave selected in the list."""

from __future__ import annotations

from typing import Final

REFERENCES: Final = {
    "family": ("family support", "for mama", "food", "groceries", "medicine", "para la casa", "bani casa", "load",
               "school fees", "birthday", "rent", "ration", "love you all", "for the funeral", "Eid", "Navidad", "gift",
               "medical bills", "uniform", "light bill", "pour la famille", "expenses"),
    "student": ("school fees", "tuition", "hostel", "books", "semester", "pocket money", "exam fee", "matricula"),
    "hub": ("rent", "school fees", "plot 14", "invoice 220", "lab test", "term 2", "deposit", "accommodation", "land"),
    "collector": ("dues", "contribution", "church roof", "for Baba", "January", "meeting", "fiesta", "susu"),
    "freelance": ("invoice", "invoice 17", "logo", "week 32", "lessons", "design work", "hours", "salary", "done"),
    "hobby": ("order", "parts", "account", "2 pcs", "order 5512", "thanks", "games", "fabric", "tip", "topup"),
    "charity": ("donation", "sponsorship", "school meals", "for the children home", "gift", "monthly", "uniform"),
    "partner": ("love", "gift", "rent", "for you", "birthday", "internet", "dinner", "visa fee", "medicine", "treat",
                "miss you", "family support", "phone"),
    "fraud": ("hospital", "visa fee", "ticket", "customs", "loan", "for you my love", "please", "rent", "help"),
    "plain": ("thanks", "loan", "taxi", "gift", "as agreed", "help", "back pay", "trip", "please", "ok", "friend"),
    "arranged": ("gift", "school fees", "family support", "birthday", "medicine", "internet", "help", "load", "food",
                 "rent", "treat", "as agreed", "uniform", "expenses"),
    "pressed": ("please", "done", "last one", "gift", "payment", "friend", "games", "ok"),
}  # fmt: skip
"""Words by the payer's reason. A payer with something to hide writes the words of family support, or none."""

PURPOSES: Final = {
    "family": "FAMILY", "student": "EDUCATION", "hub": "BILLS", "collector": "FAMILY", "freelance": "SERVICES",
    "hobby": "GOODS", "charity": "DONATION", "partner": "FAMILY", "fraud": "GIFT", "plain": "OTHER",
    "arranged": "FAMILY", "pressed": "GIFT",
}  # fmt: skip
"""The honest choice; half of customers never open the list and send under its first line, FAMILY."""
