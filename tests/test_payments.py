"""When money comes in and goes out: the rules of payment, and what they are about."""

import time
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Category, FileError, FinsamError, Party, loads
from finsam.payments import Flow, PaymentPlan, PaymentRule

YEARS = st.integers(2004, 2100)
QUARTERS, HALVES = (1, 4, 7, 10), (1, 7)
ENDS = {3: (3, 6, 9, 12), 6: (6, 12), 12: (12,)}


def in_year(rule: str, year: int) -> tuple[date, ...]:
    return PaymentRule(rule).days(date(year, 1, 1), date(year, 12, 31))


def weekdays(year: int, month: int) -> list[date]:
    """Monday through Friday, by the calendar of the standard library."""
    first, count = monthrange(year, month)
    return [date(year, month, day) for day in range(1, count + 1) if (first + day - 1) % 7 < 5]


# On which days


@given(YEARS)
def test_in_advance_is_the_first_weekday(year: int) -> None:
    """Of each quarter, each half-year and each year."""
    assert in_year("quarterly in advance", year) == tuple(weekdays(year, month)[0] for month in QUARTERS)
    assert in_year("half-yearly in advance", year) == tuple(weekdays(year, month)[0] for month in HALVES)
    assert in_year("yearly in advance", year) == (weekdays(year, 1)[0],)


@given(YEARS)
def test_in_arrears_is_the_last_weekday(year: int) -> None:
    """Of each quarter, each half-year and each year."""
    assert in_year("quarterly in arrears", year) == tuple(weekdays(year, month)[-1] for month in ENDS[3])
    assert in_year("half-yearly in arrears", year) == tuple(weekdays(year, month)[-1] for month in ENDS[6])
    assert in_year("yearly in arrears", year) == (weekdays(year, 12)[-1],)


@given(YEARS)
def test_each_month_has_its_first_and_its_last_weekday(year: int) -> None:
    """And each year all its days."""
    assert in_year("first weekday of the month", year) == tuple(weekdays(year, month)[0] for month in range(1, 13))
    assert in_year("last weekday of the month", year) == tuple(weekdays(year, month)[-1] for month in range(1, 13))
    assert in_year("daily", year) == tuple(
        date(year, 1, 1) + timedelta(days=number) for number in range(date(year, 12, 31).timetuple().tm_yday)
    )


@given(YEARS, st.integers(1, 28))
def test_a_day_of_the_month_is_in_every_month(year: int, day: int) -> None:
    """And -1 is the last day, also in February of a leap year."""
    assert in_year(f"FREQ=MONTHLY;BYMONTHDAY={day}", year) == tuple(date(year, month, day) for month in range(1, 13))
    assert in_year("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", year) == (date(year, 2, monthrange(year, 2)[1]),)


@given(YEARS, st.dates(date(2004, 1, 1), date(2100, 12, 31)))
def test_every_other_week_is_counted_from_the_first_day(year: int, first: date) -> None:
    """Across the ends of years too."""
    plan = PaymentPlan(rule="FREQ=DAILY;INTERVAL=14", first=first)
    assert all((day - first).days % 14 == 0 and day.year == year for day in plan.days_in(year))
    assert (
        len(plan.days_in(year)) in {-1: (0,), 0: range(1, 28), 1: (26, 27)}[(year > first.year) - (year < first.year)]
    )


def test_the_second_tuesday_in_march() -> None:
    """A recurrence of iCalendar; in 2027 March begins on a Monday."""
    assert in_year("FREQ=YEARLY;BYMONTH=3;BYDAY=2TU", 2027) == (date(2027, 3, 9),)


@pytest.mark.parametrize(
    "rule", ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2;BYMONTHDAY=1"]
)
def test_a_rule_that_never_falls_is_soon_through(rule: str) -> None:
    """No month has six Mondays, and every twelfth month from January is January."""
    began = time.process_time()
    assert in_year(rule, 2031) == ()
    assert time.process_time() - began < 2


@given(YEARS)
def test_a_payment_is_between_its_days(year: int) -> None:
    """From 1 April through September, of each year that it is about."""
    plan = PaymentPlan(rule="quarterly in arrears", first=date(year, 4, 1), last=date(year + 1, 9, 30))
    assert [day.month for day in plan.days_in(year)] == [6, 9, 12]
    assert [day.month for day in plan.days_in(year + 1)] == [3, 6, 9]
    assert [plan.is_for(each) for each in range(year - 1, year + 3)] == [False, True, True, False]


def test_a_rule_is_shown_in_words_where_it_has_any() -> None:
    """And otherwise as it is written."""
    assert PaymentRule("quarterly in advance").label.to("sv") == "kvartalsvis i förskott"
    assert PaymentRule("FREQ=MONTHLY;BYMONTHDAY=25").label.to("sv") == "FREQ=MONTHLY;BYMONTHDAY=25"


# What is no rule

WORDS = (
    '"daily", "first weekday of the month", "last weekday of the month", "quarterly in advance", '
    '"quarterly in arrears", "half-yearly in advance", "half-yearly in arrears", "yearly in advance", '
    '"yearly in arrears"'
)
NO_RULE, FIRST = 'no payment rule, as "FREQ=MONTHLY;BYMONTHDAY=25" is', "first weekday of the month"
MONTHLY = "BYMONTHDAY, BYDAY, INTERVAL, BYMONTH, BYSETPOS"


def cannot_be_used(rule: str, part: str, allowed: str) -> str:
    return (
        f'"{rule}": {part} cannot be used; write FREQ with {allowed}, and days that every month has: 1 to 28, or -1 '
        "for the last"
    )


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("monthly", f'"monthly" is {NO_RULE}; there is {WORDS}'),
        ("quaterly in advance", f'"quaterly in advance" is {NO_RULE}; did you mean "quarterly in advance"?'),
        ("första vardagen i månaden", f'"första vardagen i månaden" is {NO_RULE}; did you mean "{FIRST}"?'),
        ("FREQ=MONTHLY", '"FREQ=MONTHLY" does not say on which day; write one of BYMONTHDAY, BYDAY too'),
        ("FREQ=WEEKLY;INTERVAL=2", '"FREQ=WEEKLY;INTERVAL=2" does not say on which day; write one of BYDAY too'),
        (
            "FREQ=MONTHLY;BYMONTHDAY=31",
            cannot_be_used("FREQ=MONTHLY;BYMONTHDAY=31", "BYMONTHDAY=31", MONTHLY),
        ),
        ("FREQ=DAILY;BYDAY=MO", cannot_be_used("FREQ=DAILY;BYDAY=MO", "BYDAY=MO", "INTERVAL")),
        ("FREQ=WEEKLY;BYDAY=2MO", cannot_be_used("FREQ=WEEKLY;BYDAY=2MO", "BYDAY=2MO", "BYDAY, INTERVAL")),
        ("FREQ=DAILY;COUNT=3", cannot_be_used("FREQ=DAILY;COUNT=3", "COUNT=3", "INTERVAL")),
    ],
)
def test_what_is_no_rule_is_refused_with_what_to_write(rule: str, message: str) -> None:
    """Words that are none, and recurrences that some months would not have."""
    with pytest.raises(FinsamError) as caught:
        PaymentRule(rule)
    assert str(caught.value) == message


def test_what_is_no_rule_is_refused_in_swedish_too() -> None:
    """As the command says it to most."""
    said = []
    for rule in ("kvartalsvis i förskott", "FREQ=MONTHLY", "FREQ=SECONDLY"):
        with pytest.raises(FinsamError) as caught:
            PaymentRule(rule)
        said.append(caught.value.text("sv"))
    assert said[0] == (
        '"kvartalsvis i förskott" är ingen betalningsregel, som "FREQ=MONTHLY;BYMONTHDAY=25" är; menades "quarterly in '
        'advance"?'
    )
    assert said[1] == '"FREQ=MONTHLY" säger inte vilken dag; skriv också någon av BYMONTHDAY, BYDAY'
    assert said[2] == (
        f'"FREQ=SECONDLY" är ingen betalningsregel, som "FREQ=MONTHLY;BYMONTHDAY=25" är; det finns {WORDS}'
    )


# What a payment is about


def test_a_payment_names_one_thing_or_all_else() -> None:
    """The key and the name by which it is found."""
    rule = PaymentRule("daily")
    assert PaymentPlan(rule=rule).payee is None
    assert PaymentPlan(rule=rule, member="habo kommun").payee == ("member", "Habo")
    assert PaymentPlan(rule=rule, party=Party.STATE).payee == ("party", "state")
    assert PaymentPlan(rule=rule, category=Category.AUDIT).payee == ("category", "audit")
    assert PaymentPlan(rule=rule, of=Flow.COSTS).payee == ("of", "costs")


HEAD = """\
format = 1
year = 2027
[association]
name = "Bygden"
region = "Region Jönköpings län"
municipalities = ["Habo"]
[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
budget = { 2027 = 840_000 }
[[income]]
id = "ranta"
name = "Ränta"
budget = { 2027 = 5_000 }
"""


@pytest.mark.parametrize(
    ("payments", "message"),
    [
        (
            'cost = "kansli"\nparty = "state"\nrule = "daily"',
            "line 18, payments[1].party: a payment is of one thing, not of cost, party; write one of them",
        ),
        (
            'rule = "daily"\nfirst = 2027-02-01\nlast = 2027-01-31',
            "line 19, payments[1].last: the payments cannot end on 2027-01-31, before they begin on 2027-02-01",
        ),
        (
            'rule = "daily"\ncost = "kanslj"',
            'line 18, payments[1].cost: there is no row of costs "kanslj" in the plan; did you mean "kansli"?',
        ),
        (
            'rule = "daily"\nincome = "rnta"',
            'line 18, payments[1].income: there is no row of income "rnta" in the plan; did you mean "ranta"?',
        ),
        (
            'rule = "daily"\nmember = "Mullsjö"',
            (
                'line 18, payments[1].member: "Mullsjö" is not a member of the association; there is "Habo", '
                '"Region Jönköpings län", "Försäkringskassan", "Arbetsförmedlingen"'
            ),
        ),
        (
            'rule = "daily"\nof = "kostnader"',
            'line 18, payments[1].of: "kostnader" is nothing that is paid; did you mean "costs"?',
        ),
        (
            'rule = "daily"\nlast = 2027-06-30\n[[payments]]\nrule = "yearly in arrears"\nfirst = 2027-06-30',
            (
                "line 19, payments[2]: an earlier payment is of the same on some of the same days; write last there "
                "and first here"
            ),
        ),
        (
            'rule = "FREQ=MONTHLY"',
            'line 17, payments[1].rule: "FREQ=MONTHLY" does not say on which day; write one of BYMONTHDAY, BYDAY too',
        ),
    ],
)
def test_a_payment_that_cannot_be_has_its_line(payments: str, message: str) -> None:
    """The place, what is, and what to write."""
    with pytest.raises(FileError) as caught:
        loads(f"{HEAD}[[payments]]\n{payments}\n")
    assert [str(problem) for problem in caught.value.problems] == [message]


def test_the_same_thing_can_be_paid_by_one_rule_after_another() -> None:
    """The days do not overlap."""
    plan = loads(
        f'{HEAD}[[payments]]\nrule = "daily"\nlast = 2027-06-30\n[[payments]]\nrule = "yearly in arrears"\n'
        "first = 2027-07-01\n"
    )
    assert [str(each.rule) for each in plan.payments] == ["daily", "yearly in arrears"]
