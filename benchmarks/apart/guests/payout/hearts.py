"""Love at a distance: partners abroad, and people deceived by somebody who never existed."""

from __future__ import annotations

from benchmarks.apart.guests.payout import money
from benchmarks.apart.guests.payout.accounts import Payer
from benchmarks.apart.guests.payout.seasons import DAYS
from benchmarks.apart.guests.payout.words import FANS, TENDER, note
from benchmarks.apart.guests.payout.world import World

_HOMES = {"PH": 40, "TH": 16, "CO": 12, "UA": 8, "VN": 6, "BR": 6, "DO": 5, "RO": 4, "KE": 3}
_COUPLE = ("partner_abroad", "partner_receiver")
_FRAUD = ("romance_fraud_victim", "romance_fraud_receiver")


def love(world: World, payer: Payer, zeal: float) -> None:
    """A partner met on a page or a journey: gifts at night, then bills, her relatives too, visits, an end."""
    dice = world.dice
    home = dice.weigh(_HOMES)
    partner = world.registry.receiver(home, min(2005, payer.birth + dice.whole(2, 26)))
    kin = [world.registry.receiver(home, dice.whole(1955, 2005), last=partner.name.split()[-1], like=partner)
           for _ in range(dice.count(0.7))]  # fmt: skip
    if dice.chance(0.15):
        # Her own people abroad support her too.
        world.families.setdefault(home, []).append([partner, *kin])
    day = payer.opened + dice.skewed(30, 1.1)
    if dice.chance(0.2):
        # Some first tip somebody they admire, and it becomes more: the page stays the account that is paid.
        for _ in range(dice.whole(2, 6)):
            amount = money.button(payer.country, dice.skewed(8, 0.6))
            world.ledger.pay(
                payer,
                partner,
                int(day),
                payer.bedtime + dice.around(-1, 1.5),
                amount,
                _COUPLE,
                product="TIP",
                note=note(dice, FANS, 0.6),
            )
            day += dice.skewed(5, 0.8)
    usd, wait = dice.skewed(55, 0.6) * payer.means, dice.skewed(16, 0.5)
    ceiling = dice.skewed(260, 0.5)
    for visit in range(dice.count(0.7)):
        arrival = int(day) + 60 + 150 * visit + dice.whole(0, 80)
        payer.away.append((arrival, arrival + dice.whole(7, 25), home))
    for _ in range(1 + dice.count(16 * zeal * dice.between(0.1, 1.6))):
        to = dice.pick(kin) if kin and dice.chance(0.18) else partner
        hour = payer.bedtime + dice.around(-1.6, 1.9)
        figure = money.asked(dice, payer.country, home, usd) if dice.chance(0.4) else money.typed(payer.country, usd)
        world.ledger.pay(payer, to, int(day), hour, figure, _COUPLE, product="SEND", note=note(dice, TENDER, 0.5))
        usd = min(usd * dice.between(0.97, 1.12), ceiling)
        day += dice.skewed(wait, 0.6)
        if day >= DAYS or dice.chance(0.012):
            return


def be_deceived(world: World, payer: Payer, zeal: float) -> None:
    """A stranger's lover, growing crises, one hired account that a few others pay too, until savings or hope end."""
    dice = world.dice
    to = world.heartbreakers.known(dice)
    day = max(payer.opened, to.opened) + dice.skewed(25, 0.9)
    usd = dice.skewed(60, 0.7)
    words = ("gift", "ticket", "customs fee", "hospital", "visa fee", "loan", "love", "phone")
    for _ in range(2 + dice.count(8 * zeal)):
        amount = money.typed(payer.country, usd)
        hour = dice.around(16, 4)
        if dice.chance(0.15):
            # The account is shut; the "cousin" has another.
            to = world.heartbreakers.known(dice)
        world.ledger.pay(payer, to, int(day), hour, amount, _FRAUD, product="SEND", note=note(dice, words, 0.45))
        usd = min(usd * dice.between(0.9, 1.75), 4000)
        day += dice.skewed(9, 0.8)
