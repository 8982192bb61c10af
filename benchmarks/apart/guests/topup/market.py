"""Resellers, shops, gamers, sellers, workers, congregations, and small transfers between people who know each other."""

from __future__ import annotations

from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.places import COUNTRIES

from .family import Line
from .kinds import AIRTIME, DONATION, FREELANCE, HOBBY, HUB, ORDINARY, RESELLER, VOUCHER, WALLET
from .phones import Payer, Phone
from .till import Till


def shops(till: Till, lines: dict[str, list[Line]]) -> None:
    """A corner shop tops up whoever comes in: hundreds of numbers, one account, until it shuts at eleven."""
    d = till.dice
    for shop in till.book.payers:
        if shop.style != "shop":
            continue
        shop.last = till.clock.days
        walk_in = [line.phone for line in lines.get(shop.root, [])] or [till.book.phone(shop.root)]
        regular = [d.choice(walk_in) for _ in range(d.randint(4, 25))]
        busy = d.about(0.45, 0.7)
        for day in range(shop.first, till.clock.days):
            for _ in range(d.count(busy)):
                phone = (
                    d.choice(regular)
                    if d.chance(0.6)
                    else d.choice(walk_in)
                    if d.chance(0.5)
                    else till.book.phone(shop.root)
                )
                cash = d.chance(0.2)
                till.sell(
                    shop,
                    phone,
                    day,
                    d.about(45, 0.5) if cash else d.choice([3, 5, 5, 10, 20]),
                    ORDINARY,
                    product=WALLET if cash else AIRTIME,
                    hour=min(22.9, d.uniform(8, 23.4)),
                )


def resellers(till: Till) -> None:
    """A neighbour who sells load from her wallet: relatives of her customers abroad, strangers to her, fill it."""
    d = till.dice
    payers = [p for p in till.book.payers if p.style in {"root", "local"} and p.age > 18]
    for _ in range(max(3, len(payers) // 130)):
        country = Table({"PH": 6, "GH": 2, "KE": 2, "CI": 2, "IN": 2, "DO": 1}).draw(d)
        phone, near = till.book.phone(country), [p for p in payers if country in {p.root, p.country}]
        near = near if len(near) > 6 else payers
        for payer in d.sample(near, min(len(near), d.randint(3, 16))):
            for _ in range(1 + d.count(d.choice([0.5, 2, 8]))):
                words = d.choice([None, None, "load", "for mama", "give to jun", "fare"])
                till.sell(
                    payer,
                    phone,
                    d.uniform(payer.first, till.clock.days),
                    d.choice([5, 10, 15, 20, 30, 40]),
                    RESELLER,
                    product=WALLET if d.chance(0.8) else AIRTIME,
                    words=words,
                )


def gamers(till: Till) -> None:
    """Vouchers for one's own account at night; pins, skins and boosts from sellers with their own hours."""
    d, days = till.dice, till.clock.days
    gamers_ = [p for p in till.book.payers if p.style in {"gamer", "young"}]
    sellers = [
        till.book.phone(d.choice(["PH", "ID", "VN", "IN", "RO", "CO", "MA"]), voucher=d.chance(0.4))
        for _ in range(max(4, len(gamers_) // 45))
    ]
    shops_ = [
        till.book.phone(c, voucher=True, name=f"{n} Codes")
        for c, n in (("US", "Pixel"), ("SG", "Harbour"), ("GB", "Tower"), ("US", "Orchard"))
    ]
    for payer in gamers_:
        own, level, gap = d.choice(shops_), d.choice([5, 10, 10, 20, 25]), d.about(24, 0.7)
        day = payer.first + d.expovariate(1 / gap)
        while day < min(days, payer.last):
            till.sell(
                payer,
                own,
                day,
                level * d.choice([0.5, 1, 1, 2]),
                ORDINARY,
                product=VOUCHER,
                hour=till.hour(payer, d.choice(["end", "bed", "bed"])),
            )
            day += d.expovariate(1 / gap) + 0.3
            if d.chance(0.05):  # a season begins
                for _ in range(d.randint(1, 4)):
                    till.sell(payer, own, day, level, ORDINARY, product=VOUCHER, hour=till.hour(payer, "bed"))
        if d.chance(0.45):
            for seller in {
                s.number: s for s in (d.early(sellers, 1.7) for _ in range(d.choice([1, 2, 3, 6])))
            }.values():
                begin = d.uniform(payer.first, days)
                for _ in range(1 + d.count(2.2)):
                    words = d.choice([None, "gold", "account", "skin", "order", "coach", "2 pcs"])
                    till.sell(
                        payer,
                        seller,
                        begin,
                        d.choice([5, 8, 10, 15, 20, 30, 50]),
                        HOBBY,
                        product=VOUCHER if seller.email else WALLET,
                        hour=till.hour(payer, d.choice(["end", "bed"])),
                        words=words,
                    )
                    begin += d.expovariate(1 / 14)
        _friends(till, payer, gamers_)


def _friends(till: Till, payer: Payer, players: list[Payer]) -> None:
    """A pass shared, a lunch owed: small sums among those who play together."""
    d, days = till.dice, till.clock.days
    friends = [d.choice(players) for _ in range(d.count(1.5))]
    for friend in friends:
        if friend is not payer:
            to = own_phone(friend)
            for _ in range(1 + d.count(2)):
                till.sell(
                    payer,
                    to,
                    d.uniform(payer.first, days),
                    d.choice([2, 3, 5, 10]),
                    ORDINARY,
                    product=d.choice([WALLET, AIRTIME]),
                    words=d.choice([None, "ty", "lunch", "pass"]),
                )


def own_phone(payer: Payer) -> Phone:
    """The number of somebody who pays here, too: the same person under a receiver's id."""
    land = COUNTRIES[payer.country]
    if payer.own is None:
        payer.own = Phone(payer.phone, payer.owner, payer.country, payer.zone, payer.name, 20, f"{land.code}0")
    return payer.own


def work(till: Till) -> None:
    """Moderators, testers and tutors paid by the piece; side sellers of crafts; charities; schools with a wallet."""
    d, days = till.dice, till.clock.days
    adults = [p for p in till.book.payers if p.style in {"local", "root", "gamer"} and p.age > 20]
    lands = Table({"PH": 6, "IN": 3, "KE": 3, "NG": 2, "CO": 2, "UA": 1})
    hands = [till.book.phone(lands.draw(d)) for _ in range(max(4, len(adults) // 80))]
    for payer in d.sample(adults, len(adults) // 40):
        for to in d.sample(hands, d.choice([1, 2, 3, min(8, len(hands))]) if len(hands) > 7 else 1):
            usd, gap, day = d.choice([8, 15, 25, 40, 60, 120]), d.choice([7, 7, 14, 30]), d.uniform(payer.first, days)
            for _ in range(d.randint(1, 14)):
                till.sell(
                    payer,
                    to,
                    day,
                    usd,
                    FREELANCE,
                    product=WALLET,
                    words=d.choice([None, "week", "task", "invoice", "bonus"]),
                    hour=till.hour(payer, d.choice(["mid", "end", "bed"])),
                )
                day += gap * d.uniform(0.8, 1.2)
    crafts = [till.book.phone(lands.draw(d)) for _ in range(max(4, len(adults) // 160))]
    for payer in d.sample(adults, len(adults) // 22):
        for _ in range(1 + d.count(1.4)):
            till.sell(
                payer,
                d.early(crafts, 1.5),
                d.uniform(payer.first, days),
                d.about(24, 0.6),
                HOBBY,
                product=WALLET,
                words=d.choice([None, "order", "cards", "shipping"]),
            )
    for kind, title, share in (
        (DONATION, "Mission", 55),
        (DONATION, "Children's Foundation", 55),
        (HUB, "School", 40),
        (HUB, "Clinic", 60),
    ):
        for _ in range(max(2, len(adults) // 1500)):
            country = lands.draw(d)
            to = till.book.phone(
                country,
                name=None if d.chance(0.3) else f"{d.choice(['St Anne', 'Hope', 'Good Shepherd', 'Sunrise'])} {title}",
            )
            near = [p for p in adults if p.root == country or (kind == DONATION and p.style == "local")] or adults
            storm = d.uniform(20, days - 20)
            for payer in d.sample(near, min(len(near), max(2, len(near) // share))):
                for turn in range(1 + d.count(1.0)):
                    day = storm + d.expovariate(0.2) if kind == DONATION and turn == 0 else d.uniform(payer.first, days)
                    words = d.choice(
                        [None, "donation", "typhoon", "God bless"]
                        if kind == DONATION
                        else [None, "fees", "tuition", "invoice"]
                    )
                    till.sell(
                        payer,
                        to,
                        day,
                        d.choice([10, 20, 25, 50] if kind == DONATION else [30, 60, 100, 140]),
                        kind,
                        product=WALLET,
                        words=words,
                    )
