"""What a row means to 花呗 and 借呗, by what it says of itself.

Texts are compared in half width and without blanks. What only mentions 花呗 is nothing to it: a loan's row is one of
lending or of neither income nor spending, and a purchase is one by what it was paid with.
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

from jiebei_desktop.calendar import FIRST_DAY, LAST_DAY
from jiebei_desktop.files.alipay.cells import words
from jiebei_desktop.files.alipay.table import Record
from jiebei_desktop.planning.statement.movements import Kind
from jiebei_desktop.products import Brand

SPENDING: Final = "支出"
INCOME: Final = "收入"
REFUNDS: Final = "退款"
_LENDING: Final = "信用借还"

_HUABEI: Final = re.compile(r"(?:蚂蚁|支付宝)?花呗(?:\|信用购)?|信用购")
_JIEBEI: Final = re.compile(r"(?:蚂蚁|支付宝)?借呗(?:[(|].*)?")
_LENDER: Final = re.compile(r"蚂蚁消费金融|蚂蚁小微|蚂蚁商诚")
_SAID_OF_LOAN: Final = re.compile(
    r"(?:蚂蚁)?(?:花呗(?:\|信用购)?|信用购|借呗)-?(?:主动|自动|提前)?(?:还款|放款|借款)(?:$|[-(至到0-9])"
    r"|(?:主动|自动|提前)?(?:还款|放款|借款)-?(?:蚂蚁)?(?:花呗(?:\|信用购)?|信用购|借呗)(?:$|[-(0-9])"
)
"""How a loan's row begins where it is not filed under lending; a book about 花呗还款 does not."""
_OTHERS: Final = re.compile(r"网商贷|网商银行|备用金|信用卡|信用贷|房贷|车贷|助学|先享后付|先用后付|白条|月付")
_DEPOSIT: Final = re.compile(r"免押|押金|租赁|租借|设备使用费|预授权|冻结|解冻")
_REPAID: Final = re.compile(r"还款|还清|结清|扣款|代扣")
_LENT: Final = re.compile(r"放款|借款|借钱|借入")
_BILL: Final = re.compile(r"([0-9]{4})年([0-9]{1,2})月账单")

_BY_HUABEI: Final = re.compile(r"(?:蚂蚁)?(?:花呗(?:\|信用购)?|信用购)(?:分期)?(?:\([^()]*\))?")
"""A part of what a row was paid with: `花呗立减` and `花呗红包` are money off, not on credit."""
_BY_OTHERS: Final = re.compile(r"(?:账户)?余额(?:宝)?(?:\(.*\))?|余利宝.*|.*(?:储蓄卡|信用卡|借记卡|银行).*")

_DONE: Final = re.compile(
    r"(?:主动|自动|提前)?(?:交易|支付|付款|还款|放款|借款|代付|亲友代付|转账|收款|充值|缴费|提现)(?:成功|完成)"
    r"|等待(?:对方)?(?:确认收货|发货)|等待卖家发货|(?:买家)?已付款|已支付|(?:卖家)?已发货|已收货|已收款|已还款|已放款|已完成"
)
"""The money has moved: what was bought may still be on its way."""
_NOT_DONE: Final = re.compile(r"失败|关闭|取消|撤销|作废|拒绝|(?:等待|待|未)(?:买家|对方)?(?:付款|支付)")
_REFUNDED: Final = "退款成功"


class Outcome(Enum):
    """Whether the money of a row has moved."""

    DONE = 1
    NOT_DONE = 2
    UNKNOWN = 3


class Meaning(NamedTuple):
    """What a row is to 花呗 or 借呗.

    Attributes:
        kind: what it is, or was going to be where it came to nothing.
        outcome: only what is done counts. A status that nobody knows is no proof of a payment: to take a debt for
            paid that is not costs more than to ask.
    """

    kind: Kind
    product: Brand
    outcome: Outcome
    bill_month: date | None = None


def loan_of(record: Record) -> Meaning | None:
    """Return what a row is to a loan, a repayment or a draw; None where it is neither."""
    category, direction = words(record.category), words(record.direction)
    if category not in (_LENDING, "") and direction in (SPENDING, INCOME):
        return None
    goods = words(record.goods)
    said = goods + words(record.status)
    repaid, lent = _REPAID.search(said), _LENT.search(said)
    product = _borrowed_from(goods, words(record.party), category, is_lent=bool(lent and not repaid))
    if product is None or _DEPOSIT.search(goods):
        return None
    if repaid and category == REFUNDS:
        return Meaning(Kind.REFUND, product, Outcome.DONE if is_refunded(record) else Outcome.NOT_DONE)
    if repaid:
        return Meaning(Kind.REPAYMENT, product, outcome_of(record.status), _bill_month(goods))
    if lent and product is Brand.JIEBEI:
        return Meaning(Kind.DRAW, product, outcome_of(record.status))
    return None


def purchase_of(record: Record) -> Meaning | None:
    """Return what a row that is neither a loan's nor a refund is to 花呗, if it was paid with that."""
    direction = words(record.direction)
    if direction == INCOME or not by_huabei(record.method):
        return None
    if words(record.category) == _LENDING and direction != SPENDING:
        return None  # a deposit waived by credit, or a bill that was put into instalments: nothing was bought
    return Meaning(Kind.PURCHASE, Brand.HUABEI, outcome_of(record.status))


def is_refund(record: Record) -> bool:
    """Tell whether a row gives back what was paid for a purchase, or tried to."""
    refunds = words(record.category) == REFUNDS or words(record.status).startswith(REFUNDS)
    return refunds and words(record.direction) != SPENDING


def is_refunded(record: Record) -> bool:
    """Tell whether a refund has come."""
    status = words(record.status)
    return status == _REFUNDED or outcome_of(record.status) is Outcome.DONE


@lru_cache(maxsize=1024)
def by_huabei(method: str) -> bool:
    """Tell whether something was paid with 花呗, at least in part."""
    return any(_BY_HUABEI.fullmatch(part) for part in words(method).split("&"))


@lru_cache(maxsize=1024)
def by_others_too(method: str) -> bool:
    """Tell whether something was paid out of an account or a card as well."""
    return any(_BY_OTHERS.fullmatch(part) for part in words(method).split("&"))


@lru_cache(maxsize=1024)
def outcome_of(status: str) -> Outcome:
    """Return whether the money of a row has moved."""
    plain = words(status)
    if _NOT_DONE.search(plain) or plain == _REFUNDED:
        return Outcome.NOT_DONE
    return Outcome.DONE if _DONE.fullmatch(plain) else Outcome.UNKNOWN


def _borrowed_from(goods: str, party: str, category: str, *, is_lent: bool) -> Brand | None:
    """Return which of the two a row borrowed from or paid back to; what is lent may come from any bank."""
    if _OTHERS.search(goods) or _OTHERS.search(party):
        return None
    named = _named(goods) if category == _LENDING or _SAID_OF_LOAN.match(goods) else None
    if _HUABEI.fullmatch(party):
        return Brand.HUABEI
    if _JIEBEI.fullmatch(party) or _LENDER.search(party):
        return _named(goods) or Brand.JIEBEI
    return named or (Brand.JIEBEI if is_lent and category == _LENDING else None)


def _named(goods: str) -> Brand | None:
    if "花呗" in goods or "信用购" in goods:
        return Brand.HUABEI
    return Brand.JIEBEI if "借呗" in goods else None


def _bill_month(goods: str) -> date | None:
    match = _BILL.search(goods)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    year = int(match[1])
    return date(year, int(match[2]), 1) if FIRST_DAY.year <= year <= LAST_DAY.year else None
