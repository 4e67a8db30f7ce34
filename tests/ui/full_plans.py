"""Plans and words that ask much of a layout: long names, large amounts, many of everything, texts 40 % longer."""

import re
from datetime import date
from decimal import Decimal
from types import ModuleType

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Account, Entry, EntryKind
from jiebei_desktop.planning.document import CustomProduct, Loan, Plan, Relief, Snapshot
from jiebei_desktop.planning.offers import OfferOption
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import Method, RatePer

MOST = Decimal("9999999.99")
LOANS = 12
LONG_NAME = "给孩子交学费和给老家修房子的那一笔2026年春天借的很长很长的名字真的很长了呢"
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapit"
NOTE = "我去年十月失业，今年三月才找到新的工作，现在每月的收入只够吃饭和交房租，" * 17
_PLACE = re.compile(r"(\{[^}]*\})")


def awkward_plan(today: date) -> Plan:
    """Return the sample with as much in it as a user could think of."""
    plan = sample_plan(today)
    seed = plan.loans[0]
    products = tuple(
        CustomProduct(
            id=f"own_{place}", name=f"{name}{place}", periods=49, rate=Decimal("0.24"), penalty_rate=Decimal("0.0005")
        )
        for place, name in enumerate((LONG_NAME, LONG_WORD))
    )
    loans = tuple(_loan(seed, place) for place in range(LOANS))
    options = tuple(
        OfferOption(
            product="jiebei",
            periods=49,
            method=Method.EQUAL_PAYMENT,
            rate=Decimal("0.000523"),
            rate_per=RatePer.DAY,
            name=(LONG_NAME, LONG_WORD)[place % 2],
            start_date=today,
        )
        for place in range(6)
    )
    comparison = plan.comparison.model_copy(update={"amount": MOST, "options": options})
    entries = tuple(
        Entry(
            id=f"more{place}",
            name=(LONG_NAME, LONG_WORD)[place % 2],
            category=LONG_NAME,
            kind=EntryKind.SPENDING if place < 2 else EntryKind.INCOME,  # or years of penalties are worked out by day
            amount=MOST,
            day=1 + place,
        )
        for place in range(6)
    )
    accounts = tuple(Account(id=f"account{place}", name=LONG_NAME, balance=MOST) for place in range(4))
    budget = plan.budget.model_copy(
        update={"entries": (*plan.budget.entries, *entries), "accounts": (*plan.budget.accounts, *accounts)}
    )
    relief = Relief(income=MOST, spending=MOST, reason=NOTE[:600], signature=LONG_NAME, contact=LONG_WORD)
    return plan.model_copy(
        update={
            "name": LONG_NAME,
            "products": products,
            "loans": loans,
            "comparison": comparison,
            "budget": budget,
            "relief": relief,
            "snapshots": (Snapshot(name=LONG_NAME, made=today, content={}),),
        }
    )


def _loan(seed: Loan, place: int) -> Loan:
    """Return a loan of the largest amount over 49 instalments; the first is late."""
    return seed.model_copy(
        update={
            "id": f"loan{place}",
            "name": (LONG_NAME, LONG_WORD)[place % 2][:40],
            "product": ("jiebei", "own_0", "own_1")[place % 3],
            "principal": MOST,
            "periods": 49,
            "billed_instalment": MOST,
            "unpaid_from": 4 if place == 0 else None,
        }
    )


def stretch_all(text: ModuleType) -> None:
    """Let every translated text be 40 % longer from the next language on; fields in braces stay as they are."""
    read = text.read_catalogue
    text.read_catalogue = lambda language: {key: type(said)(stretched(said)) for key, said in read(language).items()}


def stretched(said: str) -> str:
    """Return a text whose words are 40 % longer, as they are in other languages.

    >>> stretched("Save {name} today")
    'Save~~ {name} today~~'
    """
    return "".join(part if part.startswith("{") else _longer(part) for part in _PLACE.split(said))


def _longer(part: str) -> str:
    return re.sub(r"[A-Za-z]{2,}", lambda word: word[0] + "~" * round(0.4 * len(word[0])), part)


assert shipped_rules().rules["jiebei"]
