# ruff: noqa: E501 -- a table reads better unbroken
"""What people write beside a payment: a word or two, as in a chat, in the language they chat in, mostly nothing.

The commonest words of the crime are those of families, by design: they say nothing alone.
"""

from __future__ import annotations

from typing import Final

import numpy as np

_PHRASES: Final[dict[str, dict[str, str]]] = {
    "meal": {"en": "dinner|pizza 🍕|brunch|lunch x|my half|thai last night", "fr": "resto|pizza 🍕|apéro|le midi|ma part",
             "ko": "밥값|치킨 🍗|커피|어제 저녁|점심"},
    "ride": {"en": "taxi|uber|petrol|parking", "fr": "taxi|essence|train|covoit", "ko": "택시비|기름값|버스"},
    "outing": {"en": "tickets|cinema|airbnb share|for saturday|bowling", "fr": "ciné|places concert|gîte|samedi",
               "ko": "영화|펜션|노래방|회비"},
    "favour": {"en": "thanks!|owe you|as promised|here u go|ty ❤️|thats all i have|x", "fr": "merci !|comme promis|tiens|bisous|c'est tout ce que j'ai",
               "ko": "고마워|빌린 돈|여기~|ㅋㅋ|이게 전부예요"},
    "present": {"en": "gift 🎁|happy bday|for you|enjoy|treat yourself", "fr": "cadeau 🎁|joyeux anniv|pour toi|profite",
                "ko": "선물 🎁|생일 축하|용돈|새해 복"},
    "rent": {"en": "rent|rent + bills|flat", "fr": "loyer|loyer coloc", "ko": "월세|방값"},
    "bills": {"en": "electric|wifi|gas bill", "fr": "élec|internet|charges", "ko": "전기세|관리비"},
    "pocket": {"en": "pocket money|lunch money|bus|love mum", "fr": "argent de poche|cantine|bisous maman", "ko": "용돈|간식|학원"},
    "family": {"en": "family support|for mama|school fees|groceries|for the kids|medicine|allowance",
               "fr": "famille|pour maman|frais école|courses|pour les enfants|médicaments", "ko": "family|생활비|for mama|학비|약값"},
    "urgent": {"en": "medicine|load|hospital|for the roof|school project|birthday", "fr": "médicaments|hôpital|urgence|anniversaire",
               "ko": "병원비|medicine|급한 일|생일"},
    "study": {"en": "tuition|boarding house|books|allowance", "fr": "études|loyer étudiant|livres", "ko": "등록금|기숙사|책"},
    "village": {"en": "burial fund|fiesta|association dues|savings group", "fr": "tontine|caisse du village|baptême", "ko": "모임|회비"},
    "cards": {"en": "pc set 3|photocard|GO slot 12|album + ship", "fr": "photocard|album|lot 4|envoi", "ko": "포카|앨범 양도|공구 7번"},
    "game": {"en": "diamonds|gems 500|top up|account", "fr": "diamants|recharge|skins", "ko": "다이아|충전|아이템"},
    "tip": {"en": "great song|🌹🌹|for you|treat|gift|keep smiling", "fr": "bravo|🌹|cadeau|pour toi", "ko": "노래 최고|🌹|선물|화이팅"},
    "order": {"en": "order 214|deposit|balance|2 bags|shipping", "fr": "commande|acompte|solde|2 paniers", "ko": "주문|잔금|배송비"},
    "lesson": {"en": "4 lessons|english class", "fr": "cours anglais|4 cours", "ko": "영어 수업|화상영어|수업료"},
    "work": {"en": "invoice 12|logo|milestone 2|va june|edits", "fr": "facture 12|logo|traduction", "ko": "디자인|외주|번역"},
    "school": {"en": "school fees|term 2|enrolment|uniform", "fr": "scolarité|inscription|uniforme", "ko": "학비|school fees"},
    "loan": {"en": "loan|installment|due 15", "fr": "prêt|échéance", "ko": "대출|할부"},
    "stay": {"en": "room 3 nights|deposit|dive + room|booking", "fr": "chambre|acompte riad|3 nuits", "ko": "숙소|예약금|다이빙"},
    "sponsor": {"en": "sponsorship|for her books|monthly", "fr": "parrainage|don mensuel", "ko": "후원|결연"},
    "church": {"en": "offering|tithe|choir", "fr": "quête|offrande", "ko": "헌금|감사헌금"},
    "relief": {"en": "typhoon relief|stay safe|roofing", "fr": "solidarité|typhon", "ko": "태풍 성금|힘내세요"},
    "class": {"en": "class trip|year book|prom|team kit", "fr": "sortie scolaire|cadeau prof", "ko": "반티|수련회|졸업앨범"},
    "club": {"en": "5 a side|subs|pitch|yoga", "fr": "foot|cotis|salle", "ko": "풋살|회비|동호회"},
    "ticket": {"en": "2 tickets|gig|transfer fee|standing x1", "fr": "2 places|billet|fosse", "ko": "티켓 양도|2연석|수수료"},
    "trainers": {"en": "size 9|dunks|deposit|postage", "fr": "taille 42|baskets|acompte", "ko": "270|나이키|택배비"},
    "used": {"en": "iphone|ps5|bike part 2|rest of it|2/3", "fr": "téléphone|console|vélo|le reste", "ko": "중고폰|자전거|나머지|2/3"},
    "sitter": {"en": "babysitting|thanks for tonight|sat night", "fr": "baby-sitting|merci hier soir", "ko": "시터|고마워요"},
    "poker": {"en": "gg|buy in|rematch|last one", "fr": "bien joué|revanche|dernier", "ko": "ㅋㅋ|한판 더|마지막"},
    "clothes": {"en": "dress|jumper + post|bundle", "fr": "robe|lot vêtements|envoi", "ko": "원피스|택포|중고"},
    "download": {"en": "preset pack|link pls|notes|order", "fr": "pack|lien stp|commande", "ko": "필기|링크|주문"},
    "love": {"en": "for you ❤️|miss you|internet|gift|rent help|medicine", "fr": "pour toi ❤️|bisous|cadeau|loyer",
             "ko": "사랑해|선물|보고싶어|월세"},
    "swindle": {"en": "hospital|customs fee|visa|flight|for us|phone repair", "fr": "hôpital|frais visa|billet|douane",
                "ko": "비자|병원비|통관비|항공권"},
    "treat": {"en": "treat|gift|for the kids|school|thank you|invoice|birthday", "fr": "cadeau|école|merci|anniversaire",
              "ko": "선물|학비|thank you|생일"},
    "demand": {"en": "thats all i have|last one|gift|friend|stop now|x", "fr": "c'est tout ce que j'ai|dernier|cadeau|ami",
               "ko": "이게 전부예요|마지막|선물|친구"},
    "passed": {"en": "done|sent|as agreed", "fr": "ok|envoyé", "ko": "송금|완료"},
}  # fmt: skip

_TALK: Final[dict[str, float]] = {
    # Sellers and schools ask for an order word; those who pay under threat or in secret seldom write.
    "order": 1.5, "cards": 1.6, "school": 1.7, "work": 1.5, "church": 0.9, "treat": 0.75, "demand": 0.45, "tip": 0.8,
    "download": 0.9, "passed": 0.4, "family": 0.9, "meal": 1.2, "game": 0.7,
}  # fmt: skip


def message(rng: np.random.Generator, topic: str, language: str, chatty: float) -> str | None:
    """A reference or nothing; one in twelve is in English wherever it is written, one in forty is a bare sign."""
    if rng.random() >= 0.97 * chatty * _TALK.get(topic, 1.0):
        return None
    if rng.random() < 0.025:
        return ("🙂", "👍", ".", "❤️")[int(rng.integers(4))]
    spoken = "en" if rng.random() < 0.08 else language
    phrases = _PHRASES[topic][spoken].split("|")
    return phrases[int(rng.integers(len(phrases)))]
