"""Why this number: how an instalment's figures came about, in words, with the user's own figures."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from jiebei_desktop.calendar import YEAR_DAYS, DayCount
from jiebei_desktop.engine import Basis, FeeKind, FeePart, InstalmentRule, Piece, Row, Said, Schedule, Terms, ground
from jiebei_desktop.engine.interest import Quote, certain, period_factor, rounded
from jiebei_desktop.money import ONE, ZERO, grouped, percent_exact, plain, round_to
from jiebei_desktop.planning.wording import rate_per_name, rounding_name
from jiebei_desktop.products import Confidence, ProductRule, Source
from jiebei_desktop.products.conditions import CouponOf
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import Method, RatePer

_SHOWN = Decimal("1E-6")


def why(row: Row, found: Schedule, rule: ProductRule | None) -> tuple[str, ...]:
    """Return everything about a row, a sentence each: interest, fee, instalment, and the rule behind them."""
    return (*cost_why(row, found.terms), *instalment_why(row), *ground_why(found.terms, rule))


def cost_why(row: Row, terms: Terms) -> tuple[str, ...]:
    """Return how a row's interest and fee came about."""
    fees = tuple(_fee_why(part, terms, row.period) for part in row.fees)
    if row.carried:
        text = translate("Why", "其中 {amount} 元是重新分期前欠的利息。").format(amount=grouped(row.carried))
        fees = (*fees, text)
    if terms.method is Method.FLAT_FEE and not row.interest_exact:  # a new plan can charge interest instead
        return fees
    pieces = [_piece_why(piece, terms) for piece in row.pieces]
    figures = {
        "exact": _shown(row.interest_exact),
        "rounding": rounding_name(terms.rounding.mode, terms.rounding.step),
        "amount": grouped(row.interest),
    }
    if len(pieces) == 1:
        text = translate("Why", "{piece}，{rounding}是 {amount} 元。")
        return (text.format(piece=pieces[0], **figures), *fees)
    whole = translate("Why", "合计 {exact}，{rounding}是 {amount} 元。").format(**figures)
    return (*(translate("Why", "{piece}。").format(piece=piece) for piece in pieces), whole, *fees)


def instalment_why(row: Row) -> tuple[str, ...]:
    """Return how a row's payment came about."""
    if row.event == "prepayment":
        text = translate("Why", "提前还 {payment} 元：先付到这天的利息 {interest}，其余 {principal} 还本金。")
        return (row_amounts(text, row),)
    if row.event == "settlement":
        return (row_amounts(translate("Why", "结清：本金 {principal} + 利息 {interest} + 手续费 {fee}。"), row),)
    if row.event == "restructure":
        text = translate("Why", "重新分期：没还的 {unpaid} 元转入新的计划；连同利息和罚息一共欠 {balance} 元。")
        return (text.format(unpaid=grouped(-row.payment), balance=grouped(row.balance)),)
    if not row.balance:
        text = translate("Why", "最后一期把剩下的本金 {principal} 还清，零头都在这一期。")
        return (row_amounts(text, row),)
    if row.instalment is None:
        return (
            row_amounts(translate("Why", "应还 {payment} = 本金 {principal} + 利息 {interest} + 手续费 {fee}。"), row),
        )
    instalment = row.instalment
    text = translate(
        "Why", "每期 {amount} 元：让 {balance} 元在 {periods} 期里每期一样多、正好还清（取整前 {exact}）。"
    )
    if instalment.rule is InstalmentRule.ANNUITY:
        text = translate(
            "Why", "每期 {amount} 元：{balance} 元分 {periods} 期，按年利率 ÷ 每年期数的等额公式（取整前 {exact}）。"
        )
    said = text.format(
        amount=grouped(instalment.amount),
        balance=grouped(instalment.balance),
        periods=instalment.periods,
        exact=_shown(instalment.exact),
    )
    if row.payment == instalment.amount:
        return (said,)
    text = translate("Why", "优惠减掉利息，这期实付 {payment} = 本金 {principal} + 利息 {interest} + 手续费 {fee}。")
    return (said, row_amounts(text, row))


def ground_why(terms: Terms, rule: ProductRule | None) -> tuple[str, ...]:
    """Return the rule in force and whose word each convention is."""
    found = ground(terms, rule)
    said = []
    if rule is not None:
        text = translate("Why", "规则：{name}（{id}，{version} 核对）。")
        said.append(text.format(name=rule.name, id=rule.id, version=found.version))
    flat = terms.method is Method.FLAT_FEE  # whose fee counts no days
    said += [_basis_why(basis) for basis in found.bases if not (flat and basis.figure == "day_count")]
    return tuple(said)


def row_amounts(text: str, row: Row) -> str:
    """Return a text with the amounts of a row filled in: `payment`, `principal`, `interest` and `fee`."""
    names = ("payment", "principal", "interest", "fee")
    return text.format(**{name: grouped(getattr(row, name)) for name in names})


def _piece_why(piece: Piece, terms: Terms) -> str:
    text = translate("Why", "利息 {start} 到 {end}：{balance} × {per} {rate}% × {time}{coupon} = {exact}")
    coupon = ""
    if piece.off:
        coupon = translate("Why", " ×（1 − 优惠 {off}%）").format(off=percent_exact(piece.off))
    return text.format(
        start=piece.start_date,
        end=piece.end_date,
        balance=grouped(piece.balance),
        per=rate_per_name(piece.rate_per).lower(),
        rate=percent_exact(piece.rate),
        time=_time(piece, terms),
        coupon=coupon,
        exact=_shown(piece.exact),
    )


def _time(piece: Piece, terms: Terms) -> str:
    if terms.day_count is DayCount.PERIOD:
        return _period_time(piece, terms)
    if terms.day_count is DayCount.THIRTY_360:
        return translate("Why", "{share}（30/360 的天数）").format(share=_share(piece))
    if piece.rate_per is RatePer.DAY:
        return translate("Why", "{days} 天").format(days=piece.days)
    if terms.day_count is DayCount.ACTUAL_ACTUAL:
        return translate("Why", "{share}（{days} 天，按当年的天数）").format(share=_share(piece), days=piece.days)
    text = translate("Why", "{days} 天 ÷ {year}")
    if piece.rate_per is RatePer.MONTH:
        text = translate("Why", "12 个月 × {days} 天 ÷ {year}")
    return text.format(days=piece.days, year=YEAR_DAYS[terms.day_count])


def _period_time(piece: Piece, terms: Terms) -> str:
    """Return the time of a piece where days do not count: a period, or a part of one that is shared by its days."""
    share = _share(piece)
    if share in {"0", "1"}:  # without a rate nothing is multiplied
        return translate("Why", "一期（不看天数）")
    quote, periods = Quote(piece.rate, piece.rate_per), terms.periods if terms.method is Method.BULLET else 1
    whole = period_factor(terms, quote, periods)
    if piece.numerator * whole.divisor == whole.numerator * piece.divisor:
        return translate("Why", "{share} × 一期（不看天数）").format(share=share)
    return translate("Why", "{share}（不满一期，按天数分）").format(share=share)


def _share(piece: Piece) -> str:
    """Return by how much of the rate a piece bears, as it is multiplied: `1 ÷ 12`, `30`."""
    share = Fraction(piece.numerator) / Fraction(piece.rate) / piece.divisor if piece.rate else Fraction(0)
    return f"{share.numerator}" if share.denominator == 1 else f"{share.numerator} ÷ {share.denominator}"


def _fee_why(part: FeePart, terms: Terms, period: int) -> str:
    if part.kind is FeeKind.SHARE:
        return _share_why(part, terms, period)
    text = {
        FeeKind.LEFT: translate("Why", "提前结清，后面一期的手续费 {exact} 照收：{amount} 元。"),
        FeeKind.CHARGE: translate("Why", "提前结清另收 {exact}，取到分是 {amount} 元。"),
        FeeKind.PENALTY: translate("Why", "重新分期前的罚息 {amount} 元。"),
        FeeKind.CARRIED: translate("Why", "重新分期前欠的手续费 {amount} 元。"),
    }[part.kind]
    return text.format(exact=_shown(part.exact), amount=grouped(part.amount))


def _share_why(part: FeePart, terms: Terms, period: int) -> str:
    """Return how an instalment's share of the fee came about; the fee of all of them is rounded before it is shared."""
    coupons = [coupon for coupon in terms.coupons if coupon.of is CouponOf.FEE]
    whole = sum((coupon.share for coupon in coupons if coupon.periods is None), ZERO)
    first = sum((coupon.share for coupon in coupons if coupon.periods is not None and period <= coupon.periods), ZERO)
    agreed = certain(terms.principal * terms.fee_rate * (ONE - min(whole, ONE)))
    if (part.whole, part.periods) != (rounded(terms, agreed), terms.periods):
        text = translate("Why", "重新分期后手续费一共 {all} 元 ÷ {periods} 期 = {exact}，收 {amount} 元。")
    elif part.whole != agreed:
        text = translate(
            "Why",
            "手续费 {principal} × {rate}%{off}，取整是 {all} 元，÷ {periods} 期 = {exact}{less}，收 {amount} 元。",
        )
    elif whole:
        text = translate(
            "Why", "手续费 {principal} × {rate}% ×（1 − 优惠 {whole}%）÷ {periods} 期 = {exact}，收 {amount} 元。"
        )
    elif first:
        text = translate(
            "Why", "手续费 {principal} × {rate}% ÷ {periods} 期 = {exact}，优惠 {first}%，收 {amount} 元。"
        )
    else:
        text = translate("Why", "手续费 {principal} × {rate}% ÷ {periods} 期 = {exact}，收 {amount} 元。")
    return text.format(
        principal=grouped(terms.principal),
        rate=percent_exact(terms.fee_rate),
        periods=part.periods,
        all=grouped(part.whole),
        exact=_shown(part.exact),
        amount=grouped(part.amount),
        whole=percent_exact(whole),
        first=percent_exact(first),
        off=translate("Why", " ×（1 − 优惠 {off}%）").format(off=percent_exact(whole)) if whole else "",
        less=translate("Why", "，优惠 {first}%").format(first=percent_exact(first)) if first else "",
    )


def _basis_why(basis: Basis) -> str:
    what = {
        "price": translate("Why", "价格"),
        "day_count": translate("Why", "计息天数"),
        "rounding": translate("Why", "取整"),
        "method": translate("Why", "还款方式"),
    }[basis.figure]
    if basis.said is Said.USER:
        return translate("Why", "{what}：你自己填的。").format(what=what)
    sources = names_of(basis.sources)
    if basis.confidence is None:
        return translate("Why", "{what}：另一种说法，来自 {sources}。").format(what=what, sources=sources)
    return translate("Why", "{what}：来自 {sources}（{confidence}）。").format(
        what=what, sources=sources, confidence=confidence_name(basis.confidence)
    )


def source_name(source: Source) -> str:
    """Return a source in a few words: what it is and the date that it bears."""
    dated = source.dated or translate("Why", "无日期")
    return translate("Why", "{title}，{dated}").format(title=source.title, dated=dated)


def names_of(sources: Iterable[Source]) -> str:
    """Return sources in a row, each with its date."""
    return pick("；", "; ").join(map(source_name, sources))


def confidence_name(confidence: Confidence) -> str:
    """Return how sure a figure is, in words."""
    return {
        Confidence.HIGH: translate("Why", "较可靠"),
        Confidence.MEDIUM: translate("Why", "一般"),
        Confidence.LOW: translate("Why", "不太可靠"),
    }[confidence]


def _shown(value: Decimal) -> str:
    return plain(round_to(value, step=_SHOWN))
