"""Strangers abroad who pay for something: work, lessons, songs, goods, rooms; and those who give."""

from __future__ import annotations

import numpy as np

from benchmarks.apart.guests.telco import almanac as al
from benchmarks.apart.guests.telco.accounts import Account
from benchmarks.apart.guests.telco.kinds import DONATION, EMPLOYER, FRIENDS, HOBBY, HUB, STUDENT
from benchmarks.apart.guests.telco.setting import Setting


def employ(setting: Setting, payer: Account) -> None:
    """Assistants and designers paid by the hour, weekly or by milestone; trial jobs that end after one payment."""
    rng = setting.rng
    for _ in range(1 + rng.poisson(0.9)):
        worker = setting.venue("freelancer")
        start = setting.age(0, 300)
        end = start + setting.age(10, 320)
        if setting.chance(0.3):
            days = al.near(rng, start, 1 + rng.poisson(0.6), 9.0)
        else:
            days = al.every(rng, float(rng.choice([7, 14, 15, 30])), start, end)
        sums = setting.around(float(setting.around(4200, 0.6, 1)[0]), 0.2, days.size)
        hours = "office" if setting.chance(0.55) else "night"  # their evening is the worker's morning
        setting.ledger.pay(payer, worker, setting.at(payer, days, hours), sums, EMPLOYER, "work")


def learn(setting: Setting, payer: Account) -> None:
    """English and music lessons paid one by one in the evening, with one or several teachers."""
    rng = setting.rng
    for _ in range(1 + rng.poisson(0.6)):
        start = setting.age(0, 320)
        days = al.every(rng, float(rng.choice([4, 7, 7, 14])), start, start + setting.age(14, 260), slip=1.0)
        price = float(rng.choice([250, 300, 400, 600, 900]))
        when = setting.at(payer, days, "evening")
        setting.ledger.pay(payer, setting.venue("tutor"), when, np.full(days.size, price), EMPLOYER, "lesson")


def follow(setting: Setting, payer: Account) -> None:
    """Fans: adults who tip singers late at night, often several in one evening, more when lonely or on a spree."""
    rng = setting.rng
    favourites = [setting.venue("performer") for _ in range(1 + rng.poisson(1.3))]
    nights = al.scattered(rng, float(setting.around(7, 0.9, 1)[0]))
    for night in nights:
        for _ in range(1 + rng.poisson(0.5)):
            singer = favourites[int(rng.integers(len(favourites)))]
            days = np.full(1 + int(setting.chance(0.25)), night)
            sums = setting.around(900, 0.75, days.size)
            setting.ledger.pay(payer, singer, setting.at(payer, days, "night"), sums, HOBBY, "tip")


def buy(setting: Setting, payer: Account) -> None:
    """Crafts, game accounts and figures from sellers found in groups: a small first order, then bigger, or no other."""
    rng = setting.rng
    sort = "game_seller" if payer.age < 32 and setting.chance(0.7) else "craft_seller"
    for _ in range(1 + rng.poisson(0.8)):
        days = al.scattered(rng, 3.5, setting.age(0, 250))
        sums = setting.around(1500, 0.75, days.size) * (1 + 0.1 * np.arange(days.size))
        hours = "night" if setting.chance(0.5) else "evening"
        words = "game" if sort == "game_seller" else "goods"
        setting.ledger.pay(payer, setting.venue(sort), setting.at(payer, days, hours), sums, HOBBY, words)


def give(setting: Setting, payer: Account) -> None:
    """Sponsors by standing habit, and people moved by a storm on the news."""
    rng = setting.rng
    if setting.chance(0.7):
        days = al.monthly(rng, setting.age(1, 28), setting.age(0, 200))
        sums = np.full(days.size, float(rng.choice([1500, 2000, 2500, 5000])))
        when = setting.at(payer, days, "day")
        setting.ledger.pay(payer, setting.venue("charity"), when, sums, DONATION, "gift_of_faith")
    for day in al.TYPHOON_DAYS:
        if setting.chance(0.3):
            days = al.near(rng, day + 2, 1, 6.0)
            sums = setting.around(2500, 0.7, days.size)
            when = setting.at(payer, days, "evening")
            setting.ledger.pay(payer, setting.venue("charity"), when, sums, DONATION, "storm")


def sponsor(setting: Setting, payer: Account) -> None:
    """A godparent or former host who keeps one or two students at school, term by term and week by week."""
    rng = setting.rng
    for _ in range(1 + int(setting.chance(0.3))):
        student = setting.register.wallet(setting.age(14, 24))
        days = al.every(rng, float(rng.choice([7, 15, 30])), al.SCHOOL_OPENS, 320, slip=2.0)
        sums = setting.around(float(setting.around(2200, 0.5, 1)[0]), 0.25, days.size)
        setting.ledger.pay(payer, student, setting.at(payer, days, "evening"), sums, STUDENT, "school")


def stay(setting: Setting, payer: Account) -> None:
    """Travellers and half-year residents: deposits for rooms, rent in advance, the clinic's bill, a friend's fare."""
    rng = setting.rng
    sorts = ("resort", "resort", "landlord", "clinic", "school")
    for sort in rng.choice(sorts, 1 + rng.poisson(0.6)):
        days = al.near(rng, setting.age(0, 330), 1 + rng.poisson(1.6), 20.0)
        sums = setting.around(4500, 0.6, days.size)
        setting.ledger.pay(payer, setting.venue(str(sort)), setting.at(payer, days, "evening"), sums, HUB, "hub")
    befriend(setting, payer)


def befriend(setting: Setting, payer: Account) -> None:
    """A gift or two to somebody met on a trip: a driver, a guide, a waiter's family."""
    for _ in range(setting.rng.poisson(1.0)):
        friend = setting.neighbour("")
        days = al.scattered(setting.rng, 1.6)
        sums = setting.around(2000, 0.6, days.size)
        hours = "night" if setting.chance(0.3) else "evening"
        setting.ledger.pay(payer, friend, setting.at(payer, days, hours), sums, FRIENDS, "sweet")
