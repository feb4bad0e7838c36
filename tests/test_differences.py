"""Two plans beside one another: everything that differs is told, once, where it stands, and nothing else."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given

import finsam
from finsam import Agreement, Category, Cost, Equal, Equity, Funding, Income, OperationalPlan, Shares, Stated, kr, share
from finsam.decisions import Decision
from finsam.errors import FinsamError, WrongTypeError
from finsam.files.shape import BESIDE
from finsam.finding import Chapter, Severity
from finsam.followup.measurement import Measurement
from finsam.goals import Activity, Goal, Level
from finsam.governance import Adoption, Event, Governance
from finsam.interventions import Need, TargetGroup
from finsam.payments import PaymentPlan
from finsam.pending import NotAgreed
from finsam.reports import difference_records
from finsam.reports.differences import plans_compared
from finsam.revision import Revision
from finsam.rows import Column
from finsam.scenarios import BeforeAfter, Pair, PlanComparison, cells_beside, compared, differences
from finsam.scenarios.differences import _BESIDE, matched
from finsam.targets import Direction, ShareTarget, Target, Trend
from names import NAMES
from plan_pairs import last_year, pairs, this_year
from strategies import tries

BYGDEN = last_year()
BESIDE_THE_YEAR_BEFORE = compared(last_year(), this_year())

Two = tuple[OperationalPlan, OperationalPlan]


def goal(id: str = "arbete", **said: Any) -> Goal:
    return Goal(id=id, text=said.pop("text", "Fler arbetar"), level=Level.ACTIVITY, **said)


def told(before: object, after: object) -> dict[str, tuple[Any, Any]]:
    """What is before and after by place, of differences in places of their own."""
    found = differences(before, after)
    by_place = {each.place: (each.before, each.after) for each in found}
    assert len(by_place) == len(found)
    return by_place


# Laws


@tries(25)
@given(pairs())
def test_there_is_no_difference_if_and_only_if_the_plans_are_equal(two: Two) -> None:
    """What is told is everything, and nothing that is not so."""
    before, after = two
    assert (differences(before, after) == ()) == (before == after)
    assert differences(before, before) == ()


@tries(25)
@given(pairs())
def test_the_other_way_round_what_was_before_is_after(two: Two) -> None:
    """The same differences are found in the same fields, with the two sides changed about."""
    before, after = two
    there = Counter((each.path[0], len(each.path), each.before, each.after) for each in differences(before, after))
    back = Counter((each.path[0], len(each.path), each.after, each.before) for each in differences(after, before))
    assert there == back


@tries(25)
@given(pairs())
def test_a_difference_is_told_below_the_field_in_which_it_is(two: Two) -> None:
    """Two plans that differ in one field have differences in it and in no other."""
    before, after = two
    for field in attrs.fields(OperationalPlan):
        try:
            changed = evolve(before, **{field.name: getattr(after, field.name)})
        except FinsamError:
            continue  # the field names what the plan does not have
        found = {each.path[0] for each in differences(before, changed)}
        assert found == ({field.name} if before != changed else set())


@tries(25)
@given(pairs())
def test_no_side_of_a_difference_is_the_other(two: Two) -> None:
    """What is told differs, and stands somewhere."""
    found = differences(*two)
    assert [each for each in found if each.before == each.after or not each.path or not each.place] == []


@tries(25)
@given(pairs())
def test_every_finding_is_new_or_gone_or_in_both(two: Two) -> None:
    """As many are new beyond those that are gone as there are more of each rule after than before."""
    of = compared(*two)
    for rule, (before, after) in of.findings.counts.items():
        new, gone = (sum(each.id == rule for each in found) for found in (of.findings.new, of.findings.gone))
        assert (new - gone, before >= gone, after >= new) == (after - before, True, True)
    assert sum(before for before, _ in of.findings.counts.values()) == len(two[0].check())


@tries(25)
@given(pairs())
def test_goals_in_another_order_are_found_as_faulty_as_before(two: Two) -> None:
    """A finding that has moved to another index is neither gone nor new."""
    plan = two[0]
    of = compared(plan, evolve(plan, goals=plan.goals[::-1]))
    assert (of.findings.new, of.findings.gone) == ((), ())
    assert (of.goals, of.targets) == ((), ())


@tries(25)
@given(pairs())
def test_what_is_paid_is_what_each_plan_says(two: Two) -> None:
    """Every year and every row is held against the two plans themselves."""
    of = compared(*two)
    for year in of.contributions:
        for plan, total in ((of.before, year.total.before), (of.after, year.total.after)):
            assert total == plan.total(year.year)
    for row in of.costs:
        for (column, time), amount in cells_beside(row).items():
            sides = [None if each is None else each.figure(column, time) for each in (row.before, row.after)]
            assert [amount.before, amount.after] == sides
            assert sides != [None, None]


@tries(10)
@given(pairs())
def test_repr_builds_it_again(two: Two) -> None:
    """The comparison and what it has found can be built from what is shown of them."""
    of = compared(*two)
    assert eval(repr(of), dict(NAMES)) == of
    assert eval(repr(of.differences), dict(NAMES)) == of.differences


# Every field

BASE = evolve(BYGDEN, costs=(*BYGDEN.costs, Cost(id="x", name="X", category=Category.NEW, outcome={2025: kr(0)})))
CHANGED: Mapping[str, Any] = {
    "year": 2027,
    "chapters": (Chapter.GOALS,),
    "preliminary": (2025,),
    "vision": "En annan",
    "purpose": "Ett syfte",
    "orientation": ("En.",),
    "tasks": ("en",),
    "longest_intervention": 3,
    "least_parties": 2,
    "association": evolve(BYGDEN.association, formed=date(2020, 1, 1)),
    "governance": Governance(),
    "need": Need(share=share("5 %")),
    "target_groups": (TargetGroup(id="alla", name="Alla"),),
    "interventions": BYGDEN.interventions[::-1],
    "goals": (),
    "activities": (Activity(text="en träff"),),
    "calendar": (Event(on=date(2026, 5, 1), text="möte"),),
    "funding": Funding(total={2026: kr(1)}),
    "equity": Equity(ceiling=share("20 %")),
    "income": (),
    "costs": BYGDEN.costs,
    "stated": (Stated(where="6"),),
    "revisions": (Revision(on=date(2026, 3, 1)),),
    "payments": (PaymentPlan(rule="daily"),),
    "decisions": (Decision(id="ett"),),
}
"""Another value for every field of a plan: one that is added to the plan is added here."""

TOLD_UNDER = {
    "funding": "Who pays",
    **dict.fromkeys(("costs", "income"), "Rows"),
    **dict.fromkeys(("target_groups", "interventions", "goals", "activities"), "Goals and interventions"),
}
"""The section of the report in which each is told; all else is told with the members."""


def test_every_field_of_a_plan_is_changed_here() -> None:
    """A field that is added later is not forgotten."""
    assert [*CHANGED] == [field.name for field in attrs.fields(OperationalPlan)]


@pytest.mark.parametrize("field", CHANGED)
def test_a_change_in_any_field_is_told_with_both_sides(field: str) -> None:
    """Neither is it lost nor does it bring others with it, and it is told in words and to machines."""
    after = evolve(BASE, **{field: CHANGED[field]})
    found = compared(BASE, after).differences
    assert {each.path[0] for each in found} == {field}
    told = difference_records.comparison(compared(BASE, after))["differences"]
    assert [each["place"] for each in told] == [each.place for each in found]
    assert TOLD_UNDER.get(field, "Members and the rest") in str(plans_compared(compared(BASE, after))).splitlines()


def test_the_fields_that_are_no_step_are_those_of_the_file() -> None:
    """The keys of an aim and of a key stand beside the others; measurements are of follow-ups."""
    assert {kind: field for kind, (field, _) in BESIDE.items() if kind is not Measurement} == _BESIDE


# What is the same item


def test_a_row_is_the_same_wherever_it_stands() -> None:
    """A row that has moved is told by what differs in it, and the order by itself."""
    one, other = BYGDEN.costs[:2]
    found = told((one, other), (other, evolve(one, name="Stödet")))
    assert found == {
        '[2] "stod".name': ("Stöd till arbete", "Stödet"),
        "": (("stod", "kansli"), ("kansli", "stod")),
    }


def test_what_is_only_moved_by_another_is_not_told() -> None:
    """A row before it that is new or gone is told, and no more."""
    costs = BYGDEN.costs
    assert told(costs, costs[1:]) == {'[1] "stod"': (costs[0], None)}
    assert told(costs[1:], costs) == {'[1] "stod"': (None, costs[0])}


def test_texts_are_there_or_not() -> None:
    """A text has no id, and a text that has been reworded is another."""
    assert told(("a", "b", "b"), ("b", "c")) == {"[1]": ("a", None), "[3]": ("b", None), "[2]": (None, "c")}
    assert told(("a", "b"), ("b", "a")) == {"": (("a", "b"), ("b", "a"))}


def test_a_target_without_an_id_is_the_one_in_its_place() -> None:
    """Those that are the same are matched first, wherever they stand, and the others in order."""
    old, new, kept = (Target(aim=Trend(direction=Direction.INCREASE, of=of)) for of in ("a", "b", "kept"))
    before, after = goal(targets=(old, kept)), goal(targets=(kept, new))
    found = differences(before, after)
    assert [(each.place, each.before, each.after) for each in found] == [
        ("targets[2]", old.aim, new.aim),
        ("targets", (old, kept), (kept, new)),
    ]


def test_an_activity_that_gets_an_id_is_the_same() -> None:
    """It is known by its text until it has an id; two ids are two activities."""
    before, after = Activity(text="möte"), Activity(text="möte", id="mote")
    assert told((before,), (after,)) == {'[1] "mote".id': (None, "mote")}
    assert told((after,), (before,)) == {"[1].id": ("mote", None)}
    other = Activity(text="möte", id="nytt")
    assert told((after,), (other,)) == {'[1] "mote"': (after, None), '[1] "nytt"': (None, other)}


def test_an_item_fits_none_that_is_taken() -> None:
    """Of two that could be the same as one, the first is."""
    named, first, second = Activity(text="möte", id="mote"), Activity(text="möte"), Activity(text="möte", times=2)
    assert matched((first, second), (named,)) == ((0, 0), (1, None))
    assert matched((named,), (first, second)) == ((0, 0), (None, 1))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (BYGDEN.governance, None, {"": (BYGDEN.governance, None)}),
        (Funding(unit=kr(1)), Funding(unit=kr(10)), {"unit": (kr(1), kr(10))}),
        (Funding(unit=kr(1)), Funding(unit={}), {"unit": (kr(1), {})}),
        (
            Agreement(key=Shares({"Habo": "60 %"})),
            Agreement(key=Shares({"Habo": "50 %"})),
            {"shares.Habo": (Fraction(3, 5), Fraction(1, 2))},
        ),
        (Agreement(key=NotAgreed()), Agreement(key=Equal()), {"": (NotAgreed(), Equal())}),
        (
            Decision(id="ett", granted={"2026-2028": kr(1)}),
            Decision(id="ett", granted={"2026-2028": kr(2)}),
            {"granted.2026-2028": (kr(1), kr(2))},
        ),
        (
            Income(id="r", name="R", outcome={"2026-T2": kr(1)}),
            Income(id="r", name="R"),
            {"outcome.2026-T2": (kr(1), None)},
        ),
    ],
)
def test_a_difference_is_told_where_it_is_written(before: object, after: object, expected: dict[str, Any]) -> None:
    """A whole value, an amount by its time, or what stands under another key; None for what is not there."""
    assert told(before, after) == expected


# Money


def test_an_amount_has_a_difference_and_a_share_where_both_are_known() -> None:
    """Of nothing, or of a deficit, there is no share."""
    assert [
        (of.difference, of.share)
        for of in (
            BeforeAfter(before=kr(400), after=kr(360)),
            BeforeAfter(before=kr(0), after=kr(360)),
            BeforeAfter(before=kr(-10), after=kr(10)),
            BeforeAfter(before=None, after=kr(10)),
            BeforeAfter(before=kr(10), after=None),
        )
    ] == [(kr(-40), Fraction(-1, 10)), (kr(360), None), (kr(20), None), (None, None), (None, None)]


def test_what_members_pay_is_told_year_by_year() -> None:
    """A quarter of 4 000 000 and of 4 800 000 kr by the agreed shares; the state half, and the region a quarter."""
    before, after = BESIDE_THE_YEAR_BEFORE.contributions
    assert (before.year, after.year) == (2026, 2027)
    assert before.total == BeforeAfter(before=kr(4_000_000), after=None)
    assert after.members == {
        "Habo": BeforeAfter(before=kr(600_000), after=kr(600_000)),
        "Mullsjö": BeforeAfter(before=kr(400_000), after=kr(360_000)),
        "Vaggeryd": BeforeAfter(before=None, after=kr(240_000)),
        "Region Jönköpings län": BeforeAfter(before=kr(1_000_000), after=kr(1_200_000)),
        "Försäkringskassan": BeforeAfter(before=kr(2_000_000), after=kr(2_400_000)),
        "Arbetsförmedlingen": BeforeAfter(before=kr(0), after=kr(0)),
    }
    assert [*after.members] == [
        "Habo",
        "Mullsjö",
        "Vaggeryd",
        "Region Jönköpings län",
        "Försäkringskassan",
        "Arbetsförmedlingen",
    ]


def test_the_rise_of_the_published_total_is_exact() -> None:
    """Höglandet's 8 054 000 kr against 8 200 000: 146 000 kr more, 73 in 4 027, for everyone who pays."""
    plan = finsam.example("hoglandet-2023")
    total = {**plan.funding.total, 2024: kr(8_200_000)}
    of = compared(plan, evolve(plan, funding=evolve(plan.funding, total=total)))
    [year] = [each for each in of.contributions if each.year == 2024]
    assert year.members["Aneby"] == BeforeAfter(before=kr(120_810), after=kr(123_000))
    assert {each.share for each in year.members.values() if each.before != kr(0)} == {Fraction(73, 4_027)}
    assert [each.place for each in of.differences] == ["funding.total.2024"]


def test_what_is_not_known_is_not_told_as_an_amount() -> None:
    """Where the split is not agreed, the municipalities' parts are not known."""
    funding = evolve(BYGDEN.funding, split=(Agreement(key=NotAgreed()),))
    [year, _] = compared(BYGDEN, evolve(BYGDEN, funding=funding)).contributions
    assert year.members["Habo"] == BeforeAfter(before=kr(600_000), after=None)
    wrong = evolve(BYGDEN.funding, split=(Agreement(key=Shares({"Habo": "60 %"})),))
    [year, _] = compared(BYGDEN, evolve(BYGDEN, funding=wrong)).contributions
    assert {each.after for each in year.members.values()} == {None}


def test_each_year_is_held_against_what_is_best_known_of_it() -> None:
    """Last year's budget for 2026 against the outcome of this year's plan; a year of which nothing is known is left."""
    costs = (Cost(id="x", name="X", category=Category.NEW, outcome={2026: kr(3_900_000)}),)
    after = evolve(this_year(), costs=costs, interventions=(), income=(), goals=())
    [of_2026, of_2027] = compared(BYGDEN, after).years
    assert of_2026.before is not None
    assert of_2026.after is not None
    assert (of_2026.year, of_2026.before.column, of_2026.after.column) == (2026, Column.BUDGET, Column.OUTCOME)
    assert of_2026.costs == BeforeAfter(before=kr(4_000_000), after=kr(3_900_000))
    assert of_2026.income == BeforeAfter(before=kr(4_010_000), after=None)
    assert of_2027.closing == BeforeAfter(before=kr(110_000), after=None)
    assert of_2027.result == BeforeAfter(before=kr(0), after=None)


def test_a_row_has_every_amount_of_both_plans() -> None:
    """Also those that are the same, by column and time."""
    rows = {row.item.id: row for row in BESIDE_THE_YEAR_BEFORE.costs}
    assert [*rows] == ["stod", "kansli", "kurs", "spar"]
    assert cells_beside(rows["kansli"]) == {
        (Column.BUDGET, 2026): BeforeAfter(before=kr(900_000), after=None),
        (Column.BUDGET, 2027): BeforeAfter(before=kr(900_000), after=kr(900_000)),
    }
    assert [(row.path, row.before is None, row.after is None) for row in rows.values()] == [
        (("costs", 1), False, False),
        (("costs", 0), False, False),
        (("costs", 2), False, True),
        (("costs", 2), True, False),
    ]
    [income] = BESIDE_THE_YEAR_BEFORE.income
    assert cells_beside(income)[Column.BUDGET, 2027] == BeforeAfter(before=None, after=kr(10_000))


# Members, goals and the rest


def outline(pairs: tuple[Pair[Any], ...], name: Callable[[Any], str] = lambda item: str(item.id)) -> list[str]:
    """Each pair in a word, as `+spar` for what is new."""
    sign = {(True, False): "+", (False, True): "-", (False, False): ""}
    return [sign[each.before is None, each.after is None] + name(each.item) for each in pairs]


def test_everything_that_has_an_id_is_new_or_gone_or_changed() -> None:
    """In the order of what was before, and then what is new; what is the same is not there."""
    of = BESIDE_THE_YEAR_BEFORE
    assert outline(of.members, lambda each: str(each.name)) == ["+Vaggeryd"]
    assert outline(of.target_groups) == ["unga"]
    assert outline(of.interventions) == ["stod", "-kurs", "+spar"]
    assert outline(of.goals) == ["arbete", "+halsa"]
    assert outline(of.indicators) == ["+enkat"]
    assert outline(of.activities, lambda each: str(each.text)) == ["-nätverksträff"]
    [target] = of.targets
    assert (target.path, target.before, target.after) == (
        ("goals", 0, "targets", 0),
        *(
            Target(aim=ShareTarget(share=share(part), of="deltagarna", to="arbete eller studier"))
            for part in ("40 %", "45 %")
        ),
    )
    assert [(each.path, each.place) for each in target.differences] == [((), "")]
    assert of.goals[1].differences == ()
    assert [each.place for each in of.target_groups[0].differences] == ["name", "youngest"]


def test_one_who_leaves_and_one_whose_days_are_others_are_told() -> None:
    """A member has left only where the plan no longer names it; a last day is a difference of its own."""
    association = BYGDEN.association
    habo, mullsjo = association.municipalities
    leaving = evolve(BYGDEN, association=evolve(association, municipalities=(evolve(habo, left=date(2026, 12, 31)),)))
    of = compared(BYGDEN, evolve(leaving, funding=Funding()))
    assert [(each.path, each.before, each.after) for each in of.members] == [
        (("association", "municipalities", 0), habo, evolve(habo, left=date(2026, 12, 31))),
        (("association", "municipalities", 1), mullsjo, None),
    ]


def test_a_table_can_be_asked_for_by_name() -> None:
    """What differs in those fields of the plan."""
    assert [each.place for each in BESIDE_THE_YEAR_BEFORE.under("vision", "governance", "tasks")] == [
        "tasks[1]",
        "tasks[2]",
        "governance.board.seats",
    ]


# Findings


def ids(of: PlanComparison) -> tuple[list[str], list[str]]:
    """The rules that speak in one of the plans alone: of what is new, and of what is gone."""
    return [each.id for each in of.findings.new], [each.id for each in of.findings.gone]


def test_a_finding_that_is_about_the_same_is_the_same() -> None:
    """An intervention that moves down, a group that has another name: F452 of one, and F451 of the other, are kept."""
    of = BESIDE_THE_YEAR_BEFORE
    assert ids(of) == (["F307", "F451", "F452"], ["F307", "F359", "F452"])
    assert [each.place for each in of.findings.new] == [
        "costs",
        'target_groups[1] "unga".youngest',
        'interventions[1] "spar".parties',
    ]
    assert [each.place for each in of.findings.gone] == [
        "costs",
        'income[1] "ranta"',
        'interventions[2] "kurs".parties',
    ]
    assert of.findings.counts["F452"] == (2, 2)
    assert of.findings.counts["F359"] == (1, 0)


def test_an_amount_in_a_finding_may_be_another() -> None:
    """A larger deficit of the same year is the same finding, and one of another year is not."""

    def costing(amounts: dict[int, int]) -> OperationalPlan:
        rows = (
            Cost(id="x", name="X", category=Category.NEW, budget={year: kr(each) for year, each in amounts.items()}),
        )
        return evolve(BYGDEN, year=2026, costs=rows, interventions=(), goals=())

    one, larger = costing({2026: 4_050_000, 2027: 4_000_000}), costing({2026: 4_080_000, 2027: 4_000_000})
    later = costing({2026: 4_000_000, 2027: 4_300_000})
    deficits = [each for each in one.check() if each.id in ("F301", "F302")]
    assert [each.values["year"] for each in deficits] == [2026]
    assert "F302" not in [each for found in ids(compared(one, larger)) for each in found]
    assert [each.message.values["year"] for each in compared(one, later).findings.gone if each.id == "F302"] == [2026]


def test_what_is_found_of_a_row_that_has_another_name_is_the_same() -> None:
    """The row is known by its id, whatever it is called."""
    [row] = BYGDEN.income
    of = compared(BYGDEN, evolve(BYGDEN, income=(evolve(row, name="Räntor"),)))
    assert of.findings.counts["F359"] == (1, 1)
    assert ids(of) == ([], [])


def test_one_of_two_alike_is_gone() -> None:
    """Two findings of a rule in one place are told from one another by what they say."""

    def paid(*income: Income) -> OperationalPlan:
        return evolve(BYGDEN, income=income)

    first, second = Income(id="a", name="A"), Income(id="b", name="B")
    of = compared(paid(first, second), paid(second))
    assert [(each.id, each.place) for each in of.findings.gone if each.id == "F359"] == [("F359", 'income[1] "a"')]


def test_what_becomes_known_to_be_wrong_is_new() -> None:
    """Unknown is no error: a finding that becomes one is told as new, and the unknown one as gone."""

    def consulted(*, said: bool | None) -> OperationalPlan:
        adoption = Adoption(on=date(2025, 11, 20), consulted=said)
        return evolve(BYGDEN, governance=Governance(adoption=adoption))

    of = compared(consulted(said=None), consulted(said=False))
    assert [(each.id, each.severity) for each in of.findings.new] == [("F502", Severity.ERROR)]
    assert [(each.id, each.severity) for each in of.findings.gone] == [("F502", Severity.UNKNOWN)]


# What cannot be compared


@pytest.mark.parametrize(("before", "after"), [("plan", BYGDEN), (BYGDEN, None)])
def test_only_plans_are_compared(before: Any, after: Any) -> None:
    """A name of a file is none."""
    with pytest.raises(WrongTypeError) as refused:
        compared(before, after)
    given = '"plan"' if before == "plan" else "None"
    assert str(refused.value) == f'compared takes a plan, as load("plan.toml") gives it, not {given}'
