"""What decisions commit: by year and together, in every way that they can be read, and what is free."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, combinations
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from content_strategies import decisions, whole_plans
from finsam import Association, Category, Cost, Equity, Funding, Intervention, Money, OperationalPlan, kr
from finsam.commitments import Committed, committed, committed_by, taken
from finsam.decisions import Between, Decision
from finsam.interventions import Orientation
from finsam.rows import Columns
from strategies import tries

SOME_YEARS = st.sets(st.integers(2014, 2040), max_size=4)


def exactly(amount: int) -> Between:
    return Between(low=kr(amount), high=kr(amount))


def between(low: int, high: int) -> Between:
    return Between(low=kr(low), high=kr(high))


# Laws


@given(decisions(interventions=("a", "b"), rows=("r",)), SOME_YEARS, st.data())
def test_the_order_of_the_decisions_in_the_file_does_not_matter(
    of: tuple[Decision, ...], years: set[int], data: DataObject
) -> None:
    """For what is committed together, and by intervention."""
    other = data.draw(st.permutations(of))
    assert committed(other, *years) == committed(of, *years)
    by = (committed_by(lambda each: each.intervention, order, *years) for order in (of, other))
    assert next(by) == next(by)


GRANTED = st.dictionaries(st.sampled_from([2018, "2019-2021", 2022, "2023-2024"]), st.integers(0, 9).map(kr))


@given(st.lists(GRANTED, max_size=4))
def test_what_is_committed_over_all_years_is_what_was_granted(granted: list[dict[int | str, Money]]) -> None:
    """To the öre, where each decision is about a thing of its own."""
    of = [Decision(id=str(number), to="alla", granted=each) for number, each in enumerate(granted)]
    whole = sum((amount for each in granted for amount in each.values()), kr(0))
    assert committed(of, *range(2018, 2025)).exact == whole


@given(decisions(interventions=("a",), rows=("r",)), SOME_YEARS)
def test_what_is_committed_by_intervention_adds_up(of: tuple[Decision, ...], years: set[int]) -> None:
    """End by end."""
    by = committed_by(lambda each: each.intervention, of, *years)
    assert sum(by.values(), exactly(0)) == committed(of, *years)


@given(decisions(interventions=("a",)), st.integers(2014, 2040))
def test_no_reading_is_below_the_least_or_above_the_most(of: tuple[Decision, ...], year: int) -> None:
    """Zero at least, and what every decision together grants at most."""
    amount, every = committed(of, year), [each.granted_in(year) for each in of]
    assert amount.low >= kr(0)
    assert amount.high is None or amount.low <= amount.high
    if amount.high is not None and all(each.high is not None for each in every):
        assert amount.high <= sum((each.high for each in every if each.high is not None), kr(0))


def subsets(pairs: Sequence[tuple[int, int]]) -> chain[tuple[tuple[int, int], ...]]:
    return chain.from_iterable(combinations(pairs, count) for count in range(len(pairs) + 1))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), min_size=1, max_size=4))
def test_every_later_decision_may_add_to_or_replace_each_earlier_one(told: list[tuple[int, int]]) -> None:
    """As all the ways to read them give, one by one; what is decided on one day goes together."""
    days, amounts = zip(*told, strict=True)
    of = [
        Decision(id=str(place), on=date(2017, 9, 1 + day), intervention="a", granted={2018: kr(amount)})
        for place, (day, amount) in enumerate(told)
    ]
    silent = [(one, other) for one in range(len(of)) for other in range(len(of)) if days[one] > days[other]]
    readings = [
        sum(amount for place, amount in enumerate(amounts) if place not in {earlier for _, earlier in replaced})
        for replaced in subsets(silent)
    ]
    assert committed(of, 2018) == between(min(readings), max(readings))


@given(st.lists(st.integers(0, 9), min_size=2, max_size=4))
def test_of_decisions_without_a_day_one_is_the_last(amounts: list[int]) -> None:
    """Which of them is not known: at least the smallest holds, and at most all of them."""
    of = [Decision(id=str(place), row="a", granted={2018: kr(each)}) for place, each in enumerate(amounts)]
    assert committed(of, 2018) == between(min(amounts), sum(amounts))


@tries(20)
@given(whole_plans(), st.integers(2014, 2040))
def test_what_is_free_is_what_is_available_less_what_is_committed(plan: OperationalPlan, year: int) -> None:
    """End by end; not known where the one or the other is not."""
    of, best = plan.committed(year), plan.best_known(year)
    assert of.available == (None if best is None else best.available)
    if of.available is None or of.total.high is None:
        assert of.free is None
    else:
        assert of.free == Between(low=of.available - of.total.high, high=of.available - of.total.low)


# Two readings

FIRST = Decision(id="ett", on=date(2017, 9, 1), intervention="hiss", granted={2018: kr(10), 2019: kr(10)})
LATER = Decision(id="tva", on=date(2018, 3, 1), intervention="hiss", granted={2019: kr(12)})


def of(*decisions: Decision, year: int = 2019) -> Committed:
    return Committed(year=year, decisions=decisions)


def test_a_later_decision_that_says_neither_is_read_in_both_ways() -> None:
    """In the year that they have in common; the other year is the earlier one's in both."""
    [pair] = of(LATER, FIRST).readings
    assert (pair.earlier, pair.later, pair.year) == (FIRST, LATER, 2019)
    assert (pair.added, pair.replaced) == (exactly(22), exactly(12))
    assert of(FIRST, LATER).total == between(12, 22)
    assert of(FIRST, LATER, year=2018).total == exactly(10)
    assert of(FIRST, LATER, year=2018).readings == ()
    assert committed((FIRST, LATER), 2018, 2019) == between(22, 32)


def test_what_adds_to_an_earlier_decision_is_added() -> None:
    """And no other way to read it is left."""
    adds = evolve(LATER, adds_to="ett")
    assert of(FIRST, adds).total == exactly(22)
    assert of(FIRST, adds).readings == ()


def test_what_replaces_an_earlier_decision_ends_it_in_its_own_years() -> None:
    """The years that it does not speak of are as they were."""
    replaces = evolve(LATER, replaces="ett")
    assert of(FIRST, replaces).total == exactly(12)
    assert of(FIRST, replaces).standing == (replaces,)
    assert of(FIRST, replaces, year=2018).total == exactly(10)
    assert committed((FIRST, replaces), 2018, 2019).exact == kr(22)


def test_what_replaces_a_part_of_an_amount_that_is_not_split_leaves_the_rest_open() -> None:
    """The replaced year might have had all of it, or none."""
    whole = evolve(FIRST, granted={"2018-2020": kr(30)})
    replaces = evolve(LATER, replaces="ett")
    assert committed((whole, replaces), 2018, 2019, 2020) == between(12, 42)


def test_a_grant_is_ended_by_one_of_zero() -> None:
    """Which replaces it."""
    assert of(FIRST, evolve(LATER, granted={2019: kr(0)}, replaces="ett")).total == exactly(0)


def test_what_is_said_of_one_decision_goes_for_those_that_it_changes_in_turn() -> None:
    """A third that adds to the second is no doubt about the first."""
    adds = evolve(LATER, adds_to="ett")
    third = evolve(LATER, id="tre", on=date(2018, 6, 1), adds_to="tva")
    assert of(third, adds, FIRST).total == exactly(34)
    assert of(third, adds, FIRST).readings == ()


def test_decisions_about_different_things_or_to_different_ones_do_not_change_one_another() -> None:
    """Nor do those of one day, or such as are about nothing in particular."""
    others: list[dict[str, Any]] = [
        {"intervention": "annat"},
        {"intervention": None, "row": "hiss"},
        {"to": "Mullsjö"},
        {"on": FIRST.on},
    ]
    for each in others:
        assert of(evolve(FIRST, to="Habo"), evolve(LATER, **each)).total == exactly(22)
    loose = (evolve(each, intervention=None) for each in (FIRST, LATER))
    assert of(*loose).total == exactly(22)


def test_where_it_is_not_said_to_whom_the_one_may_be_about_the_other() -> None:
    """So that both readings are kept."""
    assert of(evolve(FIRST, to="Habo"), LATER).total == between(12, 22)
    assert of(evolve(FIRST, to="Habo"), evolve(LATER, to="Habo")).total == between(12, 22)


def test_a_decision_without_a_day_may_be_the_earlier_or_the_later() -> None:
    """Each of the two readings that this gives is told."""
    undated = evolve(LATER, on=None)
    assert of(FIRST, undated).total == between(10, 22)
    assert {(pair.earlier.id, pair.later.id) for pair in of(FIRST, undated).readings} == {
        ("ett", "tva"),
        ("tva", "ett"),
    }


def test_a_decision_that_does_not_say_how_much_leaves_no_end_to_what_is_committed() -> None:
    """And what is free is then not known."""
    unsaid = Decision(id="tre", applied={2019: "ca 1 mkr"})
    committed_then = Committed(year=2019, decisions=(FIRST, unsaid), available=kr(100))
    assert committed_then.total == Between(low=kr(10), high=None)
    assert committed_then.free is None
    assert Committed(year=2018, decisions=(FIRST, unsaid), available=kr(100)).free == exactly(90)


def test_decisions_count_from_their_day() -> None:
    """Those of which the day is not known always do."""
    undated = evolve(LATER, id="utan", on=None)
    assert taken((FIRST, LATER, undated), date(2018, 2, 28)) == (FIRST, undated)
    assert taken((FIRST, LATER, undated), date(2018, 3, 1)) == (FIRST, LATER, undated)
    assert taken((FIRST, LATER), None) == (FIRST, LATER)


def test_many_decisions_about_one_thing_are_read_at_once() -> None:
    """However many readings there are: the last holds, and all of them may."""
    days = (date(2017, 1, 1) + timedelta(days=number) for number in range(60))
    many = [Decision(id=str(day), on=day, intervention="a", granted={2018: kr(1)}) for day in days]
    assert committed(many, 2018) == between(1, 60)


# In a plan

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")


def plan(*decisions: Decision, contributions: Mapping[int, Money]) -> OperationalPlan:
    """A plan with one intervention, paid for by one row, and another row, that opens 2018 with 5 kr."""
    return OperationalPlan(
        association=BYGDEN,
        year=2018,
        interventions=(Intervention(id="hiss", name="HISS", orientation=Orientation.INDIVIDUAL),),
        funding=Funding(received=Columns(budget=contributions)),
        equity=Equity(opening=Columns(budget={2018: kr(5)})),
        costs=(
            Cost(id="led", name="Ledare", category=Category.INDIVIDUAL, intervention="hiss", budget={2018: kr(20)}),
            Cost(id="kansli", name="Kansli", category=Category.ADMINISTRATION, budget={2018: kr(40)}),
        ),
        decisions=decisions,
    )


def test_a_plan_commits_its_available_money() -> None:
    """100 kr in contributions and 5 kr in equity are available in 2018, of which 17 kr are granted."""
    led = Decision(id="led", row="led", granted={2018: kr(4)})
    kansli = Decision(id="kansli", row="kansli", granted={2018: kr(3)})
    committed_then = plan(FIRST, led, kansli, contributions={2018: kr(100)}).committed(2018)
    assert committed_then.by_intervention == {"hiss": exactly(14), None: exactly(3)}
    assert committed_then.by_row == {"led": exactly(4), "kansli": exactly(3)}
    assert (committed_then.available, committed_then.total, committed_then.free) == (kr(105), exactly(17), exactly(88))


def test_what_is_committed_of_a_year_about_which_nothing_else_is_known_is_known() -> None:
    """What is free of it is not."""
    later = plan(FIRST, contributions={2018: kr(100)}).committed(2019)
    assert (later.total, later.available, later.free) == (exactly(10), None, None)


def test_more_may_be_committed_than_there_is() -> None:
    """What is free is then below zero."""
    assert plan(FIRST, contributions={2018: kr(1)}).committed(2018).free == exactly(-4)


def test_what_was_committed_on_a_day_is_by_what_was_decided_then() -> None:
    """The later decision is not yet taken."""
    of = plan(FIRST, LATER, contributions={2018: kr(100)})
    assert of.committed(2019, on=date(2018, 2, 28)).total == exactly(10)
    assert of.committed(2019, on=date(2018, 3, 1)).total == between(12, 22)
