"""Balances run down, and whoever usually fills them is rung: kin, partners, friends, godchildren."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.apart.kit.dice import Table
from benchmarks.apart.kit.names import full_name, surname
from benchmarks.apart.kit.places import COUNTRIES

from .kinds import AIRTIME, FAMILY, ORDINARY, PARTNER, ROMANCE, STUDENT, WALLET, Kind
from .phones import Payer, Phone
from .till import Till

FAR = Table({"PH": 8, "TH": 4, "CO": 3, "DO": 3, "KE": 2, "RO": 2, "VN": 2, "JM": 1, "UA": 1.5, "MA": 1})
_WORDS = (None, None, None, "load", "food", "for school", "medicine", "allowance", "birthday", "rent", "fare", "gift")


@dataclass(slots=True, eq=False)
class Bond:
    """One who fills a number: how much, and how much of it in the wallet."""

    payer: Payer
    usd: float
    wallet: float
    hear: float
    """How often a missed call is heard."""


@dataclass(slots=True, eq=False)
class Line:
    """A number with all who fill it. The balance decides when; who is rung first decides whose payment it is."""

    phone: Phone
    kind: Kind
    bonds: list[Bond] = field(default_factory=list)
    begin: float = 0.0
    end: float = 10_000.0
    words: float = 0.25


def run(till: Till, line: Line) -> None:
    """Empty and fill a balance to the end; a big filling lasts longer, so sums and gaps go together."""
    d, day = till.dice, line.begin + till.dice.uniform(0, line.phone.drain)
    while day < min(line.end, till.clock.days):
        rung = [b for b in line.bonds if b.payer.first <= day < b.payer.last and d.chance(b.hear)]
        lasts = line.phone.drain * d.choice([0.15, 0.6, 1, 1, 1.4])
        if rung:
            bond = rung[0] if d.chance(0.7) else d.choice(rung)
            usd = bond.usd * d.choice([0.5, 1, 1, 1, 2])
            wallet = d.chance(bond.wallet)
            if wallet:
                usd *= d.about(4.5, 0.7)
            words = d.choice(_WORDS) if d.chance(line.words) else None
            # Ringing happens when the other end is awake; who sleeps answers on waking.
            hour = till.hour(bond.payer, d.choices(["wake", "mid", "end", "bed"], [1.3, 2.5, 4, 2.2])[0])
            till.sell(
                bond.payer,
                line.phone,
                day,
                usd,
                line.kind,
                product=WALLET if wallet else AIRTIME,
                hour=hour,
                words=words,
            )
            lasts *= 0.6 + 0.4 * usd / bond.usd if not wallet else 1.0
        day += max(0.4, lasts)


def families(till: Till) -> dict[str, list[Line]]:
    """Give every payer of a root several numbers, some of which brothers and aunts fill, too."""
    d, lines = till.dice, dict[str, list[Line]]()
    for payer in till.book.payers:
        if payer.style != "root":
            continue
        known = lines.setdefault(payer.root, [])
        family = (payer.name or "x").split()[-1].title() if payer.name else surname(d, COUNTRIES[payer.root].culture)
        base = d.choice([3, 5, 5, 7, 10, 15])
        wallet = d.choice([0.0, 0.1, 0.3, 0.8])
        for turn in range(Table({1: 3, 2: 3, 3: 2, 4: 1.2, 6: 0.7, 9: 0.25}).draw(d)):
            if known and d.chance(0.24):
                line = d.choice(known)
            else:
                culture = COUNTRIES[payer.root].culture
                phone = till.book.phone(
                    payer.root, name=full_name(d, culture, family if d.chance(0.7) else surname(d, culture))
                )
                phone.drain *= 1.8 + turn
                line = Line(phone, FAMILY)
                known.append(line)
                if d.chance(0.12):  # one person, two networks
                    other = till.book.phone(payer.root, owner=phone.owner, name=phone.name)
                    other.drain *= 4
                    second = Line(other, FAMILY, [Bond(payer, base, wallet, 0.7)])
                    known.append(second)
            line.bonds.append(Bond(payer, base, wallet, d.choice([0.25, 0.6, 0.9])))
    for country in sorted(lines):
        for line in lines[country]:
            run(till, line)
    return lines


def hearts(till: Till) -> None:
    """Partners and friends of those without kin abroad: calls at night, load before the call, help after it."""
    d, days = till.dice, till.clock.days
    pool = [p for p in till.book.payers if p.style == "local" and p.age > 24]
    met: dict[str, list[Phone]] = {}
    for payer in pool:
        if not d.chance(0.3):
            continue
        country, several = FAR.draw(d), d.chance(0.35)
        kind = PARTNER if not several else ORDINARY if d.chance(0.5) else FAMILY  # friends, or a wife's many kin
        seen = met.setdefault(country, [])
        for _ in range(d.randint(2, 7) if several else d.choice([1, 1, 1, 2])):
            friend = kind == ORDINARY and seen and d.chance(0.3)
            phone = d.choice(seen) if friend else till.book.phone(country)
            seen.append(phone)
            day = payer.first + d.uniform(0, 200)
            end, gap = day + d.about(150, 0.9), d.about(13 if several else 8, 0.6)
            wallet, level = d.choice([0.2, 0.5, 0.9]), d.choice([5, 7, 10, 15])
            late = d.choice(["end", "bed", "bed", "mid"])
            while day < min(end, days):
                is_wallet = d.chance(wallet)
                usd = d.choice([15, 20, 25, 30, 40, 60, 100]) if is_wallet else level
                words = d.choice(_WORDS) if d.chance(0.3) else None
                hour = till.hour(payer, late if d.chance(0.7) else till.wish())
                till.sell(
                    payer, phone, day, usd, kind, product=WALLET if is_wallet else AIRTIME, hour=hour, words=words
                )
                if is_wallet and d.chance(0.15):
                    till.sell(payer, phone, day, level, kind, hour=(hour + 0.1) % 24)
                day += d.expovariate(1 / gap) + 0.2


def godparents(till: Till, lines: dict[str, list[Line]]) -> None:
    """Small wallet gifts to several godchildren's mothers: birthdays, Christmas, the first day of school."""
    d = till.dice
    for payer in till.book.payers:
        known = lines.get(payer.root, [])
        if payer.style != "root" or len(known) < 5 or not d.chance(0.05):
            continue
        for line in d.sample(known, d.randint(2, min(5, len(known)))):
            birthday = d.randrange(365)
            for day in (birthday, birthday + 365, 200, 565):
                if d.chance(0.8):
                    words = d.choice([None, "birthday", "gift", "for my godchild", "school"])
                    till.sell(
                        payer,
                        line.phone,
                        day + d.uniform(-2, 2),
                        d.choice([10, 15, 20, 30, 50]),
                        FAMILY,
                        product=WALLET,
                        words=words,
                    )


def students(till: Till) -> None:
    """Children who study abroad: load each week, rent money in pieces under the daily limit."""
    d = till.dice
    for payer in till.book.payers:
        if payer.age < 40 or payer.style not in {"local", "root"} or not d.chance(0.025):
            continue
        phone = till.book.phone(d.choice(["GB", "US", "FR", "IT", "IN", "PL", "PH"]))
        for month in range(till.clock.days // 30):
            till.sell(
                payer,
                phone,
                month * 30 + d.uniform(0, 5),
                d.choice([120, 200, 300]),
                STUDENT,
                product=WALLET,
                words=d.choice([None, "rent", "allowance"]),
            )
            till.sell(payer, phone, month * 30 + d.uniform(5, 30), 10, STUDENT)


def romance_fraud(till: Till) -> None:
    """Older payers who trust a voice: first load, then vouchers and wallets, more each time."""
    d, days = till.dice, till.clock.days
    pool = [p for p in till.book.payers if p.style == "local" and p.age > 45]
    crews = [till.book.phone(d.choice(["NG", "GH", "CI", "PH"])) for _ in range(max(2, len(pool) // 60))]
    for payer in d.sample(pool, max(2, len(pool) // 26)):
        payer.last = days
        main = till.book.phone(d.choice(["NG", "GH", "CI", "PH", "MA"]))
        day, usd = payer.first + d.uniform(0, 150), float(d.choice([10, 15, 25]))
        for _ in range(d.randint(4, 30)):
            to = d.choice(crews) if d.chance(0.2) else main
            words = d.choice([None, "hospital", "customs", "ticket", "please", "internet"])
            till.sell(payer, to, day, min(usd, 600), ROMANCE, product=AIRTIME if usd < 15 else WALLET, words=words)
            day, usd = day + d.expovariate(1 / 7), usd * d.uniform(1.0, 1.3)
