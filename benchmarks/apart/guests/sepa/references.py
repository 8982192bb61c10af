# ruff: noqa: E501 -- a table reads better unbroken
"""What people write: short, often nothing, and at a payout partner whatever the list of purposes offers.

The partner's app asks for a purpose before it pays, so support, gift and fees stand on everybody's payments there,
whatever they are for; a bank transfer has a free line that most people leave empty among friends and fill for
landlords.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.sepa.arrays import Words, only_where

_LINES: Final[dict[str, tuple[float, str]]] = {
    "friends": (0.5, "danke|Pizza|Essen|Kino|Geschenk|Ausgleich|Einkauf|Bier|Grillen|Ticket|Urlaub|Anteil|von gestern|Taxi|passt"),
    "rent": (0.03, "Miete|Miete + NK|Miete Whg 4|Miete Wohnung|Miete und Nebenkosten|Stellplatz"),
    "market": (0.25, "Kleinanzeige|Fahrrad|Kinderwagen|Schrank|Lego|Jacke|Schuhe|Konsole|Spiel|Bücher|wie besprochen"),
    "fees": (0.1, "Mitgliedsbeitrag|Beitrag 2024|Beitrag 2025|Rechnung|RE 20417|RG-Nr 1183|Kursgebühr|Anzahlung|Rechnung vom Mai"),
    "class": (0.2, "Klassenfahrt|Abiball|Abikasse|Trikot|Klassenkasse|Skilager|Pulli 10b"),
    "pocket": (0.35, "Taschengeld|Geburtstag|von Oma|Zeugnis|Handy|fürs Kino|Führerschein"),
    "allowance": (0.2, "Taschengeld|TG|Taschengeld monatlich|Handyvertrag|Monatsgeld"),
    "work_small": (0.35, "Babysitten|Nachhilfe|Rasen|danke|Hund|Mathe|Schiri|Aushilfe"),
    "bets": (0.3, "Einzahlung|Kundennr 88213|Guthaben|Deposit|Aufladung"),
    "games": (0.45, "skin|gold|account|boost|coins|danke|item|Key|gg"),
    "family": (0.4, ("Familie|Unterstützung|ajutor|pentru mama|family support|Schule|school fees|Medizin|Essen|Haus|допомога|birthday|"
               "Weihnachten|allowance|bani casa|mesada")),
    "debt": (0.3, ("Rate|Rückzahlung|Schulden|rata|loan payment|Kredit|3 von 10|utang")),
    "collector": (0.3, "Paket|colet|für Mama|Päckchen Mai|Transport|paluwagan|Anteil Juni|посилка"),
    "partner": (0.45, "für dich|Liebe|Miete|rent|visa|Handy|Flug|ticket|living|Essen|house|teerak|birthday"),
    "fraud": (0.35, "Zoll|Flug|Krankenhaus|loan|Gebühr|hospital|Hilfe|Darlehen|Visum|fees"),
    "invoice": (0.2, "invoice 14|invoice 0231|Website|logo|design May|translation|Rechnung|freelance|project|honorariu"),
    "lesson": (0.4, "lesson|Unterricht|5 lessons|Portugiesisch|Gitarre|yoga|Englisch|Stunde"),
    "hobby": (0.4, "order|lens|model kit|amulet|orchid|vinyl|stamps|Nr 2231|parcel|coin|Bestellung|figure"),
    "tips": (0.6, "tip|thanks|gift|music|birthday|danke|Kaffee"),
    "gift": (0.15, "Spende|donation|Patenschaft|Hilfe Ukraine|Futter|Hochwasser|Schulprojekt|Taifun Hilfe|Gemeinde"),
    "study": (0.3, "Studium|Miete|Unterhalt|Monatsgeld|WG|chirie|Semester|Bücher"),
    "hub": (0.12, "Anzahlung|Apartment|Zahnarzt|booking|visa service|Kurs|Rechnung|deposit room|Klinik|Notar"),
    "travel": (0.05, "Reise 40172|Flug MUC-MNL|Flug FRA-BKK|Buchung|Reise 40977|Flug VIE-OTP"),
    "quiet": (0.62, "Geschenk|gift|Hilfe|support|birthday|Schule|school fees|Familie|expenses|treat|Medizin|uniform|danke"),
    "support": (0.3, "Unterhalt|Familie|school fees|support|Patenkind|Miete|Medizin"),
    "told": (0.68, "Geschenk|Spiel|Schulden|danke|für Freund|Schuhe|game|sorry|gift|Ticket"),
    "bare": (0.8, "Aufladung|code|order|danke|Abo|2 Monate"),
    "coax": (0.6, "danke|Taschengeld|Geschenk|fürs Kino|Handy|Schuhe"),
    "pass_on": (0.7, "family|business|Auto|support|goods"),
}  # fmt: skip
"""Share of empty lines and the lines themselves, by the occasion."""

_HANDLES: Final[dict[str, float]] = {
    "quiet": 0.035,
    "told": 0.09,
    "coax": 0.02,
    "games": 0.12,
    "tips": 0.1,
    "hobby": 0.05,
    "market": 0.02,
}
"""How often a nickname from a game, a market or a chat stands in the line, so that the other side knows who paid."""

_NICKS: Final = ("luna", "kxz", "mikey", "star", "rosa", "neo", "kuya", "vlad", "jun", "angel", "fox", "blue")

_PURPOSES: Final = np.array(
    ["family support", "gift", "savings", "purchase of goods", "education", "medical", "other"], dtype=object
)
_PURPOSE_SHARES: Final = np.array([0.5, 0.13, 0.05, 0.1, 0.08, 0.06, 0.08])


def written(rng: np.random.Generator, occasion: str, count: int, product: Words) -> Words:
    """Reference lines for `count` payments, None where there is none.

    Half the partner's rows carry its purpose instead.
    """
    empty, lines = _LINES[occasion]
    pool = np.array(lines.split("|"), dtype=object)
    favourites = 1.0 / np.arange(1, len(pool) + 1) ** 0.7
    out = rng.choice(pool, count, p=favourites / favourites.sum())
    out = only_where(rng.random(count) >= empty, out.astype(object))
    nicks = rng.choice(np.array(_NICKS, dtype=object), count)
    numbers = rng.integers(10, 3000, count)
    handles = np.array([f"{nick}_{number}" for nick, number in zip(nicks, numbers, strict=True)], dtype=object)
    out = np.where(rng.random(count) < _HANDLES.get(occasion, 0.0), handles, out)
    listed = (product == "partner") & (rng.random(count) < 0.5)
    return np.where(listed, rng.choice(_PURPOSES, count, p=_PURPOSE_SHARES), out).astype(object)
