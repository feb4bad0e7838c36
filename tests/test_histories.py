"""The plans of each association over the years, and of those that it was formed from."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import finsam
from finsam import Association, FileError, OperationalPlan, loads
from finsam.errors import MembershipError, WrongTypeError
from finsam.merger import merged
from finsam.overview import histories
from finsam.reports import text, words
from history_strategies import many_plans
from strategies import tries


def plan(name: str, year: int, **others: Any) -> OperationalPlan:
    """A plan of an association of that name, with nothing else in it."""
    return OperationalPlan(year=year, association=Association(name=name, **others))


def said(*plans: OperationalPlan) -> list[tuple[str, str]]:
    """What is wrong with them taken together, in both languages."""
    return [(each.text("en"), each.text("sv")) for of in histories(plans) for each in of.problems]


ALFA, BETA = plan("Alfa", 2017), plan("Beta", 2017)
BOTH = plan("Båda", 2018, formed=date(2018, 1, 1), formed_from=("alfa", "BETA"))


# Laws


@tries(50)
@given(many_plans(), st.data())
def test_the_order_of_the_plans_does_not_matter(plans: list[OperationalPlan], data: DataObject) -> None:
    """Neither for the histories nor for what is wrong."""
    assert histories(data.draw(st.permutations(plans))) == histories(plans)


@tries(50)
@given(many_plans())
def test_every_plan_is_in_one_history(plans: list[OperationalPlan]) -> None:
    """And in no other; a history has its plans in the order of their years."""
    of = histories(plans)
    assert sum(len(each.plans) for each in of) == len(plans)
    assert all(plan.association.name == each.name for each in of for plan in each.plans)
    assert all([plan.year for plan in each.plans] == sorted(plan.year for plan in each.plans) for each in of)


@tries(50)
@given(many_plans())
def test_nothing_is_formed_from_itself_by_way_of_others(plans: list[OperationalPlan]) -> None:
    """Whatever the plans say: what one was formed from was there before it."""
    for each in histories(plans):
        assert each.name not in each.ancestors
        for former in each.ancestors.values():
            assert former.formed is None or each.formed is None or former.formed < each.formed


@tries(50)
@given(many_plans())
def test_a_line_has_no_plan_twice(plans: list[OperationalPlan]) -> None:
    """Also where two of those before it were formed from the same."""
    for each in histories(plans):
        told = [plan for of_year in each.line.values() for plan in of_year]
        assert len({id(plan) for plan in told}) == len(told)
        assert [*each.line] == sorted(each.line)


# Examples


def test_an_association_keeps_the_years_of_those_it_was_formed_from() -> None:
    """Their plans before it, and its own from then on."""
    alfa, beta, both = histories([BOTH, ALFA, BETA])
    assert [each.name for each in (alfa, beta, both)] == ["Alfa", "Beta", "Båda"]
    assert both.formed_from == (alfa, beta)
    assert both.line == {2017: (ALFA, BETA), 2018: (BOTH,)}
    assert (alfa.succeeded_on, both.succeeded_on) == (date(2018, 1, 1), None)
    assert (alfa.line, both.unmatched) == ({2017: (ALFA,)}, ())


def test_a_line_goes_through_several_mergers() -> None:
    """What was formed from what was formed from others, each year once."""
    last = plan("Alla", 2020, formed=date(2020, 1, 1), formed_from=("Båda", "Alfa", "Gamma"))
    of = {each.name: each for each in histories([last, BOTH, ALFA, BETA])}
    assert of["Alla"].line == {2017: (ALFA, BETA), 2018: (BOTH,), 2020: (last,)}
    assert of["Alla"].unmatched == ("Gamma",)


def test_the_last_plan_that_says_it_is_believed_about_the_formation() -> None:
    """A later plan that says nothing leaves it as it is."""
    later = evolve(BOTH, year=2019, association=Association(name="Båda"))
    first = evolve(BOTH, year=2017, association=Association(name="Båda", formed=date(2017, 5, 1)))
    [both] = histories([later, BOTH, first])
    assert (both.formed, both.unmatched) == (date(2018, 1, 1), ("alfa", "BETA"))


def test_what_was_formed_first_of_all_can_be_formed_from_others() -> None:
    """Of which it is not known when they were formed."""
    first = plan("Alfa", 2018, formed=date.min, formed_from=("Beta",))
    alfa, beta = histories([first, BETA])
    assert alfa.formed_from == (beta,)
    assert beta.succeeded_on == date.min


def test_a_plan_says_of_what_the_association_was_formed() -> None:
    """In its report, in both languages."""
    section = words.association(BOTH)
    assert section is not None
    assert "Formed from: alfa, BETA" in text(section, "en").splitlines()
    assert "Bildat av: alfa, BETA" in text(section, "sv").splitlines()


def test_an_association_is_the_same_by_its_number_too() -> None:
    """The name that it has last is its name."""
    number = finsam.example("finnveden-2012").association.organisation_number
    first, last = plan("Finnvedens", 2012, organisation_number=number), plan("Finnveden", 2013)
    between = plan("FINNVEDEN", 2012, organisation_number=number)
    [one] = histories([first, last, between])
    assert one.name == "Finnveden"
    assert [*one.by_year] == [2012, 2013]


def test_a_merger_says_what_it_was_formed_from() -> None:
    """By the names of the plans, each once, and not by its own."""
    hoglandet = finsam.example("hoglandet-2023")
    both = merged("Höglandet och Bygden", hoglandet, hoglandet, year=2024)
    assert both.association.formed_from == ("Höglandets samordningsförbund",)
    assert merged("höglandets samordningsförbund", hoglandet, year=2024).association.formed_from == ()
    [one, _] = histories([hoglandet, both])
    assert one.name == "Höglandet och Bygden"
    assert one.line == {2023: (hoglandet,), 2024: (both,)}


# What is wrong


def test_two_plans_of_an_association_for_one_year_are_said() -> None:
    """Also where they are the same."""
    assert said(ALFA, ALFA, evolve(ALFA, year=2018)) == [
        (
            "Alfa 2017: there are 2 plans for 2017; give the one that applies, and leave out the others",
            "Alfa 2017: det finns 2 planer för 2017; ange den som gäller, och utelämna de andra",
        )
    ]


def test_a_plan_for_a_year_after_the_merger_is_said() -> None:
    """Through the year before, and in the year in which it happened, it can have a plan."""
    assert said(ALFA, BOTH) == []
    late = evolve(ALFA, year=2018)
    assert histories([late, BOTH])[1].line == {2018: (BOTH,)}
    assert said(late, BOTH) == [
        (
            "Alfa 2018: Alfa became part of Båda on 2018-01-01; leave out its plan for 2018, or correct the day",
            "Alfa 2018: Alfa gick upp i Båda 2018-01-01; utelämna dess plan för 2018, eller rätta dagen",
        )
    ]


def test_one_that_was_formed_from_a_later_one_is_said() -> None:
    """And is not taken to be formed from it."""
    later = plan("Alfa", 2019, formed=date(2019, 1, 1))
    assert said(later, BOTH) == [
        (
            (
                "Båda 2018: association.formed_from[1]: Båda, formed on 2018-01-01, cannot be formed from alfa, formed "
                "on 2019-01-01; correct the days, or leave the name out"
            ),
            (
                "Båda 2018: association.formed_from[1]: Båda, bildat 2018-01-01, kan inte vara bildat av alfa, bildat "
                "2019-01-01; rätta dagarna, eller utelämna namnet"
            ),
        )
    ]
    assert histories([later, BOTH])[1].formed_from == ()


@pytest.mark.parametrize(
    ("given", "en", "sv"),
    [
        (None, "plans takes a list, not None", "plans ska vara en lista, inte None"),
        (
            ["plan.toml"],
            'plans takes a plan, as load("plan.toml") gives it, not "plan.toml"',
            'plans ska vara en plan, som load("plan.toml") ger den, inte "plan.toml"',
        ),
        (
            ALFA,
            "plans takes a list, not " + str(ALFA)[:57] + "...",
            "plans ska vara en lista, inte " + str(ALFA)[:57] + "...",
        ),
    ],
)
def test_what_are_no_plans_is_refused(given: Any, en: str, sv: str) -> None:
    """In words, with what should be."""
    with pytest.raises(WrongTypeError) as error:
        histories(given)
    assert (error.value.text("en"), error.value.text("sv")) == (en, sv)


@pytest.mark.parametrize(
    ("keys", "place", "en", "sv"),
    [
        (
            'formed_from = ["Alfa"]',
            "line 6, association.formed_from",
            "Båda is formed from others; write under formed on which day",
            "Båda är bildat av andra; skriv under formed vilken dag",
        ),
        (
            'formed = 2018-01-01\nformed_from = ["Alfa", " båda"]',
            "line 7, association.formed_from[2]",
            "Båda cannot be formed from itself; write the names that the others had",
            "Båda kan inte vara bildat av sig självt; skriv de namn som de andra hade",
        ),
        (
            'formed = 2018-01-01\nformed_from = ["Alfa", "ALFA"]',
            "line 7, association.formed_from[2]",
            "ALFA stands here twice; write it once",
            "ALFA står här två gånger; skriv det en gång",
        ),
    ],
)
def test_what_an_association_cannot_be_formed_from_is_refused(keys: str, place: str, en: str, sv: str) -> None:
    """With its line and its place, and what to write."""
    with pytest.raises(FileError) as error:
        loads(f'format = 1\nyear = 2018\n\n[association]\nname = "Båda"\n{keys}\n', name="plan.toml")
    assert error.value.text("en") == f"plan.toml: {place}: {en}"
    assert error.value.text("sv") == f"plan.toml: {place.replace('line', 'rad')}: {sv}"


def test_the_same_is_refused_in_python() -> None:
    """By name, without a day."""
    with pytest.raises(MembershipError) as error:
        Association.of("Båda", municipalities="Habo", formed_from=["Alfa"])
    assert str(error.value) == "Båda is formed from others; write under formed on which day"
