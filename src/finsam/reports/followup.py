"""
The follow-up of a plan (*uppföljning*), for people: whether the targets were met, who took part, and what it cost.

Small counts are not shown, nor what would give them away; see `finsam.followup.small`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from finsam.budget import Accounts, Outcome
from finsam.checks import rule
from finsam.finding import Finding
from finsam.followup.document import CostEntry, FollowUp, IncomeEntry
from finsam.followup.evaluation import Evaluation, Reading, Verdict
from finsam.followup.livelihood import LivelihoodYear, Payment, PaymentGroup, by_year
from finsam.followup.measured import Measured
from finsam.followup.measurement import Measurement
from finsam.followup.ranges import Range, Unit, figure, whole_numbers
from finsam.followup.review import Evaluated, Review, target_names
from finsam.followup.sexes import SexGap
from finsam.followup.small import LEAST, gives_away, hidden_values, is_small
from finsam.followup.surveys import Answers
from finsam.language import Text
from finsam.period import in_order, time_label
from finsam.printed import Printed
from finsam.reports import money
from finsam.reports.checked import findings
from finsam.reports.labels import ALL, AS_TEXT, MEN, NOTE, WOMEN
from finsam.reports.participants import HIDDEN, interventions, participation
from finsam.reports.parts import LABELLED, Content, Item, Report, Row, Section, Table, labelled, section
from finsam.rows import cell_order
from finsam.shares import in_figures

__all__ = ["discreet", "evaluations", "follow_up", "livelihood", "measured", "participation"]


def follow_up(review: Review | FollowUp, *, least: int = LEAST, found: Sequence[Finding] | None = None) -> Report:
    """
    A follow-up held against its plan: its targets with their reasons, who took part and what it cost for each, what
    else was measured, the money and the findings. Of one without a plan, what was measured.

    `least` is the least count of people that is shown, and `found` are the findings to show, as with the lines of a
    file; those of `check` where they are not given.
    """
    of = review.followup.until(review.day) if isinstance(review, Review) else review
    parts: list[Section | Table | None] = [_about(of)]
    if isinstance(review, Review):
        parts += [
            evaluations(review.evaluations, least),
            *interventions(of, review, least),
            measured(of, review, least),
        ]
        parts += [livelihood(of), _gains(of), _money(review)]
    else:
        parts += [measured(of, None, least), *participation(of, least), livelihood(of), _gains(of), _entries(of)]
    parts.append(findings([discreet(each, least) for each in (review.check() if found is None else found)]))
    sections = (Section(blocks=(each,)) if isinstance(each, Table) else each for each in parts if each is not None)
    return Report(title=_TITLE(association=of.association, year=of.year), sections=tuple(sections))


def discreet(found: Finding, least: int = LEAST) -> Finding:
    """A finding as it is shown: with what the rule holds in place of its message, where that tells of a few people."""
    return evolve(found, message=rule(found.id).reason) if _tells_of_few(found.message, least) else found


def _tells_of_few(text: Text, least: int) -> bool:
    """Whether a count that stands in a sentence, or in a text in it, is small."""
    for value in text.values.values():
        if isinstance(value, Text) and _tells_of_few(value, least):
            return True
        if isinstance(value, Printed) and value.kind == "number" and is_small(whole_numbers(value), least):
            return True
        if isinstance(value, int | str) and str(value).isdigit() and 0 < int(value) < least:
            return True
    return False


def _about(of: FollowUp) -> Section | None:
    """Of which day it is, and that it is made up where it is."""
    items = [Item(words=_INVENTED)] if of.invented else []
    return section(None, [*items, Item(words=_DAY(day=of.day)), *([Item(words=of.note)] if of.note else [])])


# The targets


def evaluations(every: Sequence[Evaluated], least: int = LEAST) -> Section | None:
    """Each goal with its targets: whether each was met, and why that is said; None without targets."""
    if not every:
        return None
    counts = Counter(each.evaluation.verdict for each in every)
    said = tuple(_COUNT(verdict=verdict, count=counts[verdict]) for verdict in Verdict if counts[verdict])
    goals: dict[str | None, list[Evaluated]] = {}
    for each in every:
        goals.setdefault(each.goal.id if each.goal else None, []).append(each)
    items: list[Item] = []
    for of_goal in goals.values():
        items.append(Item(words=of_goal[0].goal.text if of_goal[0].goal else _ACTIVITIES, depth=1, listed=True))
        items += (item for each in of_goal for item in _evaluation(each.evaluation, least))
    return section(_COUNTED(counts=said), items)


def _evaluation(of: Evaluation, least: int) -> Iterator[Item]:
    """The verdict and the target, the reason, and women and men apart."""
    yield Item(words=_JUDGED(verdict=of.verdict, target=of.target.aim.text), depth=2)
    if of.reading is None:
        if of.verdict is not Verdict.NOT_MEASURED:
            yield Item(words=of.reason, depth=3)
        return
    least = least if of.reading.people else 0
    if gives_away(of.reading.value, least):
        yield Item(words=_TOO_SMALL(least=least), depth=3)
        return
    attained = of.attained
    if attained is None or of.verdict is Verdict.MET:
        yield Item(words=of.reason, depth=3)
    else:
        yield Item(words=_ATTAINED(reason=of.reason, share=attained.text(Unit.SHARE)), depth=3)
    yield from _sexes(of, of.reading, least)


def _sexes(of: Evaluation, reading: Reading, least: int) -> Iterator[Item]:
    """What women and men came to, each with its verdict, and the gap between them."""
    if gives_away(reading.women, least) or gives_away(reading.men, least):
        yield Item(words=_SEXES_TOO_SMALL(least=least), depth=3)
        return
    for label, value, apart in ((WOMEN, reading.women, of.women), (MEN, reading.men, of.men)):
        if value is not None:
            said = value.text if apart is None else _APART(verdict=apart.verdict, value=value.text)
            yield Item(words=LABELLED(label=label, said=said), depth=3)
    gap = SexGap(women=reading.women, men=reading.men).text if reading.women and reading.men else None
    if gap is not None:
        yield Item(words=gap, depth=3)


# What was measured, time by time


def measured(of: FollowUp, review: Review | None = None, least: int = LEAST) -> Section | None:
    """What was measured, time by time, of what no target says already; None where there is no more to say."""
    rows: dict[str, list[Measurement]] = {}
    for row in of.measurements:
        rows.setdefault(row.name, []).append(row)
    known, names = (target_names(review.plan) if review else {}), _names(of, review)
    items: list[Item] = []
    for name, of_it in rows.items():
        if name in known and len(of_it) == 1 and not (of_it[0].groups or of_it[0].municipalities):
            continue  # its evaluation says it
        items.append(Item(words=names.get((of_it[0].kind, name), name), depth=1, listed=True))
        for row in sorted(of_it, key=lambda row: in_order(of.time_of(row))):
            items += _row(row, of, review, least if row.people else 0)
    return section(_MEASURED, items)


def _names(of: FollowUp, review: Review | None) -> Mapping[tuple[str, str], Text | str]:
    """What can be measured, by its kind and id, in the words of the plan or of the follow-up."""
    names: dict[tuple[str, str], Text | str] = {("indicator", each.id): each.text for each in of.indicators}
    if review is not None:
        names |= {("indicator", each.id): each.text for each in review.plan.indicators}
        names |= {("activity", each.id): each.text for each in review.activities if each.id is not None}
        names |= {("target", name): target.aim.text for name, target in target_names(review.plan).items()}
    return names


def _row(row: Measurement, of: FollowUp, review: Review | None, least: int) -> Iterator[Item]:
    """What it came to in one time: all, and by group and municipality."""
    value, time = row.together, time_label(of.time_of(row))
    is_hidden = gives_away(value, least)
    yield Item(words=LABELLED(label=time, said=_TOO_SMALL(least=least) if is_hidden else value.text), depth=2)
    if isinstance(value, Answers) and not is_hidden:
        yield from _survey(value, least)
    for parts, of_all in ((_named_groups(row, review), None), (row.municipalities, value.counted)):
        hidden = hidden_values(of_all, parts, least)
        for name, each in parts.items():
            said = HIDDEN if name in hidden else each.text
            yield Item(words=LABELLED(label=AS_TEXT(text=name), said=said), depth=3)


def _named_groups(row: Measurement, review: Review | None) -> Mapping[str, Measured]:
    """What was measured of each group, by its name in the plan."""
    names = {} if review is None else {each.id: each.name for each in review.plan.target_groups}
    return {names.get(group, group): value for group, value in row.groups.items()}


def _survey(of: Answers, least: int) -> Iterator[Item]:
    """The mean and the response rate."""
    if (mean := of.mean) is not None and not any(is_small(of.chose(each), least) for each in of.scale):
        said = _OUT_OF(mean=in_figures(mean), most=len(of.scale))
        yield Item(words=LABELLED(label=_MEAN, said=said), depth=3)
    if (rate := of.response_rate) is not None:
        yield Item(words=LABELLED(label=_RESPONSE_RATE, said=rate.text(Unit.SHARE)), depth=3)


# The livelihood measure, gains and money


def livelihood(of: FollowUp) -> Table | None:
    """The livelihood measure of all municipalities, a row a payment and a column a year; None without it."""
    years = by_year(of.livelihood)
    if not years:
        return None
    rows = []
    for group in PaymentGroup:
        payments = [each for each in Payment if each.group is group and any(of.total(each) for of in years)]
        if not payments:
            continue
        rows.append(Row(label=group.label, cells=_paid(years, *payments)))
        rows += [Row(label=each.label, cells=_paid(years, each), listed=True) for each in payments]
    rows.append(Row(label=ALL, cells=_paid(years, *Payment), sum=True))
    titles = {each.measure for each in years}
    title = _EQUIVALENTS if titles == {"equivalents"} else _PAID if titles == {"amounts"} else _LIVELIHOOD
    return Table(title=title, headings=tuple(str(each.year) for each in years), rows=tuple(rows))


def _paid(years: Sequence[LivelihoodYear], *payments: Payment) -> tuple[Content, ...]:
    """Those payments together, in each year."""
    totals = ((each, each.total(*payments)) for each in years)
    return tuple(None if total is None else _middle(total, each.size[1]) for each, total in totals)


def _middle(of: Range, unit: Unit) -> Text | str:
    """What is printed, for the eye: the middle of what it can be rounded from, or in words."""
    if of.low is None or of.high is None:
        return of.text(unit)
    return figure((of.low + of.high) / 2, unit)


def _gains(of: FollowUp) -> Section | None:
    """The socioeconomic gains as they were published, which are no part of the accounts."""
    items: list[Item] = []
    for gain in of.gains:
        items.append(Item(words=_GAIN(amount=gain.amount, period=gain.period, model=gain.model), depth=1, listed=True))
        items += labelled(((_WHOSE, gain.gains), (NOTE, gain.note)), 2)
    return section(_GAINS, items)


def _money(review: Review) -> Table | None:
    """The plan's accounts of the year, with those of the follow-up."""
    accounts = review.accounts
    of_year = [each for each in accounts.accounts if each.year == review.plan.year and _is_known(each, review.day)]
    return money.budget(accounts, of_year)


def _is_known(accounts: Accounts, day: date) -> bool:
    """Whether the accounts were known on a day: an outcome when its time was over, and a budget before."""
    return not isinstance(accounts, Outcome) or in_order(accounts.time)[1] <= day


def _entries(of: FollowUp) -> Table | None:
    """The money of a follow-up without a plan: its rows, a column each column and time."""
    rows: list[IncomeEntry | CostEntry] = [*of.income, *of.costs]
    cells = sorted({(column, time) for row in rows for column, time, _ in row.cells()}, key=cell_order)
    if not cells:
        return None
    return Table(
        title=_MONEY,
        headings=tuple(_COLUMN(column=column, time=time_label(time)) for column, time in cells),
        rows=tuple(Row(label=row.name or row.id, cells=tuple(row.figure(*cell) for cell in cells)) for row in rows),
    )


_TITLE = Text(en="{association}: follow-up {year}", sv="{association}: uppföljning {year}")
_INVENTED = Text(en="The figures are made up: this is an example.", sv="Siffrorna är påhittade: detta är ett exempel.")
_DAY = Text(en="By what was known on {day}", sv="Efter vad som var känt {day}")
_COUNTED = Text(en="Targets: {counts}", sv="Måluppfyllelse: {counts}")
_COUNT = Text(en="{verdict} {count}", sv="{verdict} {count}")
_ACTIVITIES = Text(en="Activities", sv="Aktiviteter")
_JUDGED = Text(en="{verdict}: {target}", sv="{verdict}: {target}")
_ATTAINED = Text(en="{reason} ({share} of the target)", sv="{reason} ({share} av målet)")
_TOO_SMALL = Text(
    en="not shown: fewer than {least}, or all but fewer than {least}",
    sv="visas inte: färre än {least}, eller alla utom färre än {least}",
)
_SEXES_TOO_SMALL = Text(
    en="women and men are not shown: fewer than {least} of either",
    sv="kvinnor och män visas inte: färre än {least} av någotdera",
)
_APART = Text(en="{value}, {verdict}", sv="{value}, {verdict}")
_MEASURED = Text(en="Measured, time by time", sv="Mätt, tid för tid")
_MEAN = Text(en="mean", sv="medelvärde")
_OUT_OF = Text(en="{mean} of {most}", sv="{mean} av {most}")
_RESPONSE_RATE = Text(en="response rate", sv="svarsfrekvens")
_LIVELIHOOD = Text(en="The livelihood measure", sv="Försörjningsmåttet")
_EQUIVALENTS = Text(en="The livelihood measure, full-year equivalents", sv="Försörjningsmåttet, helårsekvivalenter")
_PAID = Text(en="The livelihood measure, kr", sv="Försörjningsmåttet, kr")
_GAINS = Text(
    en="Socioeconomic gain, no part of the accounts", sv="Samhällsekonomisk vinst, ingår inte i redovisningen"
)
_GAIN = Text(en="{amount} over {period}, by {model}", sv="{amount} över {period}, enligt {model}")
_WHOSE = Text(en="to the gain of", sv="till vinst för")
_MONEY = Text(en="Money, kr", sv="Ekonomi, kr")
_COLUMN = Text(en="{column} {time}", sv="{column} {time}")
