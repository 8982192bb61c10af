"""The people of the world and the accounts that the app knows them by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.apart.guests.diaspora import names
from benchmarks.apart.guests.diaspora.days import DAYS
from benchmarks.apart.guests.diaspora.dice import Dice
from benchmarks.apart.guests.diaspora.places import Abroad, Home


@dataclass(slots=True)
class Account:
    """One registration in the app: a phone number, an e-mail address and a device."""

    account_id: str
    since: int
    device: str
    phone: str
    email: str | None
    address: str


@dataclass(slots=True)
class Payer:
    """A customer; `joined` and `left` bound the days on which they pay.

    `thinks_home`: they key in what is to arrive. `writes`: how often they write a reference. `documented`: the app
    knows their date of birth.
    """

    name: str
    surname: str
    birth: date
    abroad: Abroad
    city: str
    timezone: str
    joined: int
    left: int
    rhythm: str
    anchor: int
    clock: str
    thinks_home: bool
    purse: float
    writes: float
    documented: bool
    accounts: list[Account] = field(default_factory=list)

    def age(self) -> int:
        """Age in the middle of the world's time."""
        return 2024 - self.birth.year


@dataclass(slots=True)
class Receiver:
    """A payout account: the app numbers wallets, bank accounts and pickup names, not people."""

    receiver_id: str
    person: str
    name: str
    home: Home
    town: str
    rail: str
    phone: str | None
    account: str | None


def scattered(number: int) -> int:
    """A unique seven-digit number that says nothing of the order in which the world was written."""
    return (number * 613_651 + 4_271) % 9_999_991


class Register:
    """Opens accounts, and keeps every one that was opened."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.payers: list[Payer] = []
        self.receivers: list[Receiver] = []
        self._opened = 0

    def payer(self, stock: str, surname: str, age: int, abroad: Abroad, joined: int | None = None) -> Payer:
        """A new customer. Four in ten were there before the world begins; people drift off to other apps."""
        dice = self.dice
        city, timezone = dice.choice(abroad.cities)
        if joined is None:
            joined = 0 if dice.chance(0.45) else dice.randrange(DAYS - 20)
        payer = Payer(
            name=f"{dice.choice(names.GIVEN[stock])} {surname}",
            surname=surname,
            birth=date(2024 - age, 1, 1) + timedelta(days=dice.randrange(365)),
            abroad=abroad,
            city=city,
            timezone=timezone,
            joined=joined,
            left=joined + 20 + int(dice.expovariate(1 / 620)),
            rhythm="weekly" if dice.chance(0.12) else abroad.rhythm,
            anchor=dice.randrange(40),
            clock=dice.weighted(("day", "evening", "night"), (0.45, 0.37, 0.18)),
            thinks_home=dice.chance(0.45),
            purse=abroad.purse * dice.about(1.0, 0.35),
            writes=dice.choice((0.0, 0.1, 0.5, 0.95)),
            documented=dice.chance(0.97),
        )
        self.open_account(payer, joined)
        # Lost phones, a second welcome offer, a forgotten password: some people register twice.
        if dice.chance(0.015):
            self.open_account(payer, dice.randrange(joined, DAYS), dice.chance(0.5))
        self.payers.append(payer)
        return payer

    def open_account(self, payer: Payer, since: int, same_device: bool = False) -> None:
        """Registers a payer (again); from that day on they use this account."""
        number = scattered(self._opened)
        self._opened += 1
        device = payer.accounts[0].device if same_device and payer.accounts else f"dev-{scattered(number + 77):07x}"
        handle = payer.name.lower().replace(" ", self.dice.choice((".", "_", "")))
        payer.accounts.append(
            Account(
                account_id=f"DP{number:07d}",
                since=since,
                device=device,
                phone=f"{payer.abroad.dial}{number:07d}",
                email=f"{handle}{number % 97}@example.org" if self.dice.chance(0.9) else None,
                address=f"2001:db8:{number >> 16 & 0xFFFF:x}:{number & 0xFFFF:x}::1",
            )
        )
        # Some like their privacy, or watch television from home through a foreign exit.
        if self.dice.chance(0.03):
            self.hide(payer.accounts[-1])

    def hide(self, account: Account) -> None:
        """The account is used through an anonymiser from now on: one of a few exits that many share."""
        account.address = f"2001:db8:fffe:{self.dice.randrange(48):x}::1"

    def receiver(self, home: Home, town: str, surname: str, rail: str | None = None, title: str = "") -> Receiver:
        """A new payout account of a new person or, with `title`, of a firm, school or society."""
        stock = names.stock_of(home.code)
        name = title or f"{self.dice.choice(names.GIVEN[stock])} {surname}"
        return self._payout(name, "", home, town, rail)

    def second_account(self, known: Receiver) -> Receiver:
        """Another payout account of a known person: the wallet was full, or the bank is nearer."""
        rail = "cash_pickup" if known.rail != "cash_pickup" else "wallet"
        given, _, surname = known.name.partition(" ")
        name = known.name if self.dice.chance(0.6) else f"{given} {self.dice.choice('ABCDGLMRST')}. {surname}"
        return self._payout(name, known.person, known.home, known.town, rail)

    def _payout(self, name: str, person: str, home: Home, town: str, rail: str | None) -> Receiver:
        dice, number = self.dice, scattered(len(self.receivers) + 3_000_000)
        chosen = rail or dice.weighted(("wallet", "cash_pickup", "bank"), home.rails)
        receiver_id = f"DR{number:07d}"
        phone = f"{home.dial}{number:07d}"
        receiver = Receiver(
            receiver_id=receiver_id,
            person=person or receiver_id,
            name=name,
            home=home,
            town=town,
            rail=chosen,
            phone=phone if chosen == "wallet" or dice.chance(0.3) else None,
            account={"wallet": phone, "bank": f"{home.code}{number:012d}"}.get(chosen),
        )
        self.receivers.append(receiver)
        return receiver
