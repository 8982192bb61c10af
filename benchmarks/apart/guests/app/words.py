"""What people write: a category and a few words before the re-branding, free text, a picture or nothing after it."""

from functools import cache

import numpy as np

from benchmarks.apart.guests.app.arrays import Ints, Texts, texts
from benchmarks.apart.guests.app.places import CODES
from benchmarks.apart.guests.app.weeks import REBRAND_WEEK

_LANGUAGE = {"SE": "sv", "DE": "de", "NL": "nl", "FR": "fr", "GB": "en", "IE": "en", "ES": "es", "IT": "it"}

# The old app made people choose one; many took the first that came.
_CATEGORY = {
    "split": "Food & drinks", "rent": "Home", "gift": "Gift", "kitty": "Gift", "dues": "Club", "savings_circle": "Club",
    "bet": "Games/Other",
    "loan": "Other", "odd_job": "Services", "market": "Shopping", "top_up": "Games", "shop": "Shopping",
    "travel": "Travel", "hobby": "Shopping", "game_item": "Games", "tip": "Creators/Creators/Gift/Other",
    "family": "Family/Family/Gift/Other",
    "allowance": "Family", "partner": "Family/Gift/Other", "freelance": "Services", "lesson": "Education",
    "donation": "Donation",
    "student": "Education", "hub": "Services", "romance": "Family/Gift/Other", "forward": "Other",
    "livestream": "Family/Gift/Other/Creators",
    "extortion": "Other/Gift/Games", "material": "Shopping/Games", "minor": "Other/Gift/Shopping",
}  # fmt: skip

_FOOD = {
    "sv": "lunch/pizza/taxi/öl/hyra bil/bio/middag/fika/mat/tack!/igår",
    "de": "Pizza/Essen/Bier/Kino/Sprit/Döner/Einkauf/danke/gestern/Taxi",
    "nl": "tikkie/boodschappen/biertjes/eten/pizza/uber/bios/dankjewel/gisteren",
    "fr": "resto/courses/bière/ciné/pizza/essence/hier soir/merci/apéro",
    "en": "pints/dinner/uber/pizza/groceries/cinema/last night/cheers/petrol/lunch",
    "es": "cena/cañas/pizza/gasolina/cine/compra/ayer/gracias/taxi",
    "it": "cena/pizza/birre/benzina/spesa/cinema/ieri/grazie/aperitivo",
}
_RENT = {
    "sv": "hyra/hyra+el/el/bredband", "de": "Miete/WG Miete/Strom/Internet", "nl": "huur/gas water licht/internet",
    "fr": "loyer/coloc/électricité", "en": "rent/bills/wifi/rent + bills", "es": "alquiler/piso/luz",
    "it": "affitto/bollette",
}  # fmt: skip
_GIFT = {
    "sv": "grattis/julklapp/present", "de": "alles Gute/Geschenk/Weihnachten", "nl": "gefeliciteerd/cadeau/sinterklaas",
    "fr": "joyeux anniversaire/cadeau/noël", "en": "happy birthday/xmas/wedding gift/birthday drinks",
    "es": "feliz cumple/regalo/reyes", "it": "auguri/regalo/natale",
}  # fmt: skip
_SAME = {
    "kitty": "gift for Anna/leaving gift/present kitty/baby shower/bouquet",
    "dues": "football dues/choir/term fee/gym floor hire/team shirt/boat club",
    "savings_circle": "round/contribution/month/susu/tontine/turn",
    "loan": "paying you back/loan/owed/part 1/part 2/thanks for helping",
    "bet": "bet/poker/lost again/rematch/fantasy/fifa/last one/ok/again",
    "odd_job": "babysitting/dog walking/lawn/maths help/cleaning/moving help/snow",
    "market": "jacket/bike/sneakers/lamp/textbook/ticket/sofa/phone case/desk/item/shoes size 42",
    "top_up": "gems/coins/battle pass/credits/subscription",
    "shop": "order/subscription/app/licence/cloud",
    "travel": "tour/hostel/deposit/boat trip/surf lesson/driver/room 4/transfer",
    "hobby": "cards/mini figures/stickers/vinyl/order/commission/shipping/trade/sleeves/art print",
    "game_item": "skin/gold/boost/account lvl/items/knife/trade/rank/coaching",
    "tip": "love your music/thanks/support/coffee/tip/great stream/keep going/request",
    "family": "family support/school fees/medicine/groceries/for mama/rent/allowance/hospital/tuition/birthday/house",
    "allowance": "pocket money/allowance/bus/school lunch/phone/well done",
    "partner": "miss you/for you/food/rent/visa/ticket/love/load/birthday",
    "freelance": "invoice/logo/video edit/website/June work/milestone/design/va hours",
    "lesson": "lesson/4 lessons/english class/maths/guitar/lessons may",
    "donation": "donation/school roof/relief/dogs/monthly/help/winter fund/meals",
    "student": "rent/books/month/tuition/food/semester/for studies",
    "hub": "visa/fee/clinic/tuition/deposit/documents/shipment/instalment/plot",
    "romance": "customs/ticket/hospital/help/loan/for the papers/hotel/urgent/my love",
    "forward": "thanks/ok/done/share/payment",
    "livestream": "gift/school/family support/medicine/birthday/help/food/expenses/fees/treat/rent/load",
    "extortion": "gift/game/please/ok/payment/friend/done/last/food/sorry",
    "material": "order/subscription/access/premium/pack/item/vip",
    "minor": "for you/snacks/gift/top up/thanks/pizza/treat/game/shoes",
}
_PICTURES = ["🍕", "🎉", "❤️", "🙏", "🍻", "🎁", "🏠", "🎮", "😘", "✈️", "👍"]
_HANDLED = {"game_item": 0.22, "tip": 0.08, "hobby": 0.07, "livestream": 0.06, "extortion": 0.09, "minor": 0.08}
"""Share of notes with a user name in them: game traders and creators ask for it, and so do others."""
_EMPTY = {
    "top_up": 0.95,
    "shop": 0.95,
    "material": 0.75,
    "extortion": 0.5,
    "livestream": 0.42,
    "rent": 0.15,
    "dues": 0.1,
}
_NICKS = ("kiko", "nova", "lynx", "rhea", "momo", "zed", "pixie", "jax", "luna", "drift")


@cache
def _pools(kind: str) -> list[list[str]]:
    """Words for the kind, by the payer's country."""
    by_language = {"split": _FOOD, "rent": _RENT, "gift": _GIFT}.get(kind)
    if by_language is None:
        return [_SAME[kind].split("/")] * len(CODES)
    return [by_language[_LANGUAGE.get(code, "en")].split("/") for code in CODES]


def notes(rng: np.random.Generator, kind: str, week: Ints, country: Ints, payer: Ints) -> Texts:
    """A note (or None) for each payment of the kind; `country` is the payer's, for the language."""
    size = len(week)
    # Half of what people write is what they always write, and half of those who write nothing never do.
    usual_word, usual_mood = payer * 0.618034 % 1, payer * 0.754878 % 1
    pick = np.where(rng.random(size) < 0.5, usual_word, rng.random(size))
    mood = np.where(rng.random(size) < 0.5, usual_mood, rng.random(size))
    name = rng.integers(0, 900, size)
    pools, categories = _pools(kind), _CATEGORY[kind].split("/")
    empty, handled = _EMPTY.get(kind, 0.36), _HANDLED.get(kind, 0.004)
    made: list[str | None] = []
    for row in range(size):
        pool = pools[int(country[row])]
        word = pool[int(pick[row] * len(pool))]
        if mood[row] > 1 - handled:
            word = f"{word} @{_NICKS[int(name[row]) % len(_NICKS)]}_{int(name[row])}"
        old = int(week[row]) < REBRAND_WEEK
        blank = mood[row] < empty
        if old and empty < 0.9:
            # One note in five has a category that has nothing to do with the payment.
            category = categories[int(name[row]) % len(categories)] if pick[row] < 0.8 else "Food & drinks"
            made.append(category if blank else f"{category}: {word}")
        elif blank:
            made.append(None)
        else:
            made.append(_PICTURES[int(name[row]) % len(_PICTURES)] if name[row] % 7 == 0 else word)
    return texts(made)
