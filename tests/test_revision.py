"""A budget lives: its status on a day, its revisions, and how firm its contributions are."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import Association, Category, Cost, FileError, Funding, Governance, Income, OperationalPlan, kr, loads
from finsam.errors import FundingError, PlanError
from finsam.funding import Standing
from finsam.governance import Adoption
from finsam.revision import Revision, Status
from plan_strategies import plans
from strategies import tries

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
KANSLI = Cost(
    id="kansli", name="Kansli", category=Category.ADMINISTRATION, budget={2027: kr(740_000), 2028: kr(750_000)}
)
RANTA = Income(id="ranta", name="Ränta", budget={2027: kr(5_000)})
MARCH = Revision(on=date(2027, 3, 12), note="hyran höjdes", before={"kansli": {2027: kr(700_000)}})
JUNE = Revision(on=date(2027, 6, 10), before={"kansli": {2027: kr(720_000)}, "ranta": {2027: kr(0)}})
ADOPTED = Adoption(drafted=date(2026, 9, 15), consulted_on=date(2026, 10, 20), on=date(2026, 11, 27))

WRITE = "which is what a revision changes; write it in the row, as 0 if it was removed"
SKRIV = "som är vad en revidering ändrar; skriv den i raden, som 0 om den togs bort"


def plan(*revisions: Revision, adoption: Adoption | None = ADOPTED, **parts: Any) -> OperationalPlan:
    governance = Governance(adoption=adoption)
    given = {"costs": (KANSLI,), "income": (RANTA,), **parts}
    return OperationalPlan(association=BYGDEN, year=2027, governance=governance, revisions=revisions, **given)


def rows(plan: OperationalPlan) -> list[Cost | Income]:
    return [*plan.costs, *plan.income]


# Laws


@tries(25)
@given(plans())
def test_a_revision_changes_only_what_it_names(plan: OperationalPlan) -> None:
    """Before it, every figure that none of the revisions since names is as it is now."""
    for revision in plan.revisions:
        earlier = plan.before(revision)
        named = {(row, time) for each in plan.revisions for row, cells in each.before.items() for time in cells}
        then_by_id = {(type(row), row.id): row for row in rows(earlier)}
        for now in rows(plan):
            then = then_by_id[type(now), now.id]
            kept = {time: amount for time, amount in now.budget.items() if (now.id, time) not in named}
            assert kept == {time: amount for time, amount in then.budget.items() if (now.id, time) not in named}
            assert (now.forecast, now.outcome, now.name) == (then.forecast, then.outcome, then.name)
        assert evolve(earlier, costs=plan.costs, income=plan.income, revisions=plan.revisions) == plan


@tries(25)
@given(plans())
def test_what_the_revisions_changed_adds_up(plan: OperationalPlan) -> None:
    """From what the budget was before the first of them to what it is now, in every row and time."""
    if plan.revisions:
        first = min(plan.revisions, key=lambda each: each.on)
        for now, then in zip(plan.costs, plan.before(first).costs, strict=True):
            for time, amount in now.budget.items():
                changes = [each for revision in plan.revisions for each in revision.changes(plan)]
                moved = [
                    each.difference
                    for each in changes
                    if isinstance(each.row, Cost) and each.row.id == now.id and each.time == time
                ]
                assert then.budget[time] + sum(moved, kr(0)) == amount


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_a_budget_never_goes_back(day: date) -> None:
    """The days that have come decide: drafted, consulted on, adopted, revised."""
    come = [ADOPTED.drafted, ADOPTED.consulted_on, ADOPTED.on, MARCH.on]
    count = sum(1 for each in come if each is not None and each <= day)
    assert plan(MARCH).status(on=day) == [None, *Status][count]


# Revisions


def test_a_revision_says_what_it_changed_whatever_came_later() -> None:
    """In March the office went from 700 000 to 720 000 kr, and in June from there to 740 000."""
    of = plan(JUNE, MARCH)
    [march] = MARCH.changes(of)
    assert (march.row.id, march.time, march.before, march.after) == ("kansli", 2027, kr(700_000), kr(720_000))
    june = JUNE.changes(of)
    assert [(each.row.id, each.difference) for each in june] == [("kansli", kr(20_000)), ("ranta", kr(5_000))]


def test_the_plan_as_it_was_has_the_budget_and_the_status_of_the_time() -> None:
    """Before June it had been revised once, and before March not at all."""
    of = plan(MARCH, JUNE)
    assert of.before(JUNE).budget(2027).total_costs == kr(720_000)
    assert of.before(JUNE).revisions == (MARCH,)
    assert of.before(MARCH).budget(2027).total_costs == kr(700_000)
    assert of.before(MARCH).status(on=date(2027, 12, 31)) is Status.ADOPTED
    assert of.before(MARCH).budget(2028).total_costs == of.budget(2028).total_costs == kr(750_000)


def test_revisions_of_one_day_are_in_the_order_in_which_they_stand() -> None:
    """The first of them is the earlier."""
    same = evolve(JUNE, on=MARCH.on)
    assert plan(MARCH, same).before(same).budget(2027).total_costs == kr(720_000)


@pytest.mark.parametrize(
    ("revision", "parts", "path", "en", "sv"),
    [
        (
            Revision(on=date(2027, 3, 12), before={"kansl": {2027: kr(1)}}),
            {},
            ("revisions", 0, "before", "kansl"),
            'there is no row "kansl" of costs or income in the plan; did you mean "kansli"?',
            'det finns ingen rad "kansl" bland kostnader och intäkter i planen; menades "kansli"?',
        ),
        (
            Revision(on=date(2027, 3, 12), before={"kansli": {"2027-H1": kr(1)}}),
            {},
            ("revisions", 0, "before", "kansli", "2027-H1"),
            f"Kansli has no budget for 2027-H1, {WRITE}",
            f"Kansli har ingen budget för 2027-H1, {SKRIV}",
        ),
        (
            MARCH,
            {"income": (Income(id="kansli", name="Såld tjänst"),)},
            ("revisions", 0, "before", "kansli"),
            'the id "kansli" is both a cost and an income; give each an id of its own',
            'id "kansli" är både en kostnad och en intäkt; ge var och en ett eget',
        ),
    ],
)
def test_a_revision_of_what_is_no_budget_of_a_row_is_refused(
    revision: Revision, parts: dict[str, Any], path: tuple[str | int, ...], en: str, sv: str
) -> None:
    """With the place, what is there, and what to write."""
    with pytest.raises(PlanError) as error:
        plan(revision, **parts)
    [problem] = error.value.problems
    assert (problem.path, problem.message.to("en"), problem.message.to("sv")) == (path, en, sv)


def test_a_plan_is_not_asked_for_a_revision_that_it_does_not_have() -> None:
    """The revision of another plan, or of another day."""
    with pytest.raises(PlanError) as error:
        plan(MARCH).before(JUNE)
    assert error.value.text("en") == "the plan has no such revision of 2027-06-10; write one of its revisions"
    assert error.value.text("sv") == "planen har ingen sådan revidering 2027-06-10; ange en av dess revideringar"


# Status and standing


def test_a_plan_that_gives_no_days_has_no_status() -> None:
    """Nothing is assumed of one that does not say when it was adopted."""
    assert plan(adoption=None).status(on=date(2030, 1, 1)) is None
    assert OperationalPlan(association=BYGDEN, year=2027).status(on=date(2030, 1, 1)) is None


def test_a_day_of_consultation_says_that_there_was_one() -> None:
    """Where nothing is said against it."""
    assert [Adoption(consulted_on=date(2026, 10, 20)).was_consulted, Adoption().was_consulted] == [True, None]
    assert Adoption(consulted=False, consulted_on=date(2026, 10, 20)).was_consulted is False


def test_only_the_contributions_of_a_funded_year_have_a_standing() -> None:
    """Of another year there are none that could be firm or not."""
    assert Funding(total={2027: kr(1)}, standing={2027: Standing.RESERVED}).standing == {2027: Standing.RESERVED}
    with pytest.raises(FundingError) as error:
        Funding(total={2027: kr(1)}, standing={2028: Standing.OFFERED})
    [problem] = error.value.problems
    assert (problem.path, str(problem)) == (("standing", "2028"), "the funding has no amount for 2028")


def test_what_is_wrong_in_a_file_is_told_with_its_line() -> None:
    """A standing that is none, and a row that is not there, both at once."""
    text = """\
format = 1
year = 2027

[association]
name = "Bygden"

[funding]
total = { 2027 = 4_000_000 }
standing = { 2027 = "lovade" }

[[revisions]]
on = 2027-03-12
before = { kansli = { 2027 = 700_000 } }
"""
    with pytest.raises(FileError) as error:
        loads(text, name="plan.toml")
    assert error.value.text("en") == (
        'plan.toml: line 9, funding.standing.2027: "lovade" is not a standing; there is "offered", "reserved", '
        '"decided"\n'
        'plan.toml: line 13, revisions[1].before.kansli: there is no row "kansli" of costs or income in the plan'
    )
