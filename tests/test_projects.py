"""Interventions that several associations pay for together: one each, with its parts, its whole and what differs."""

from collections.abc import Mapping

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from finsam import FileError, Money, OperationalPlan, kr, loads
from finsam.decisions import Between
from finsam.errors import PlanError
from finsam.overview import SharedProject, histories, shared_projects
from finsam.period import in_order
from finsam.reports import text, words
from finsam.reports.projects import project_report, projects_record
from finsam.rows import Cell, Column
from history_strategies import many_plans, plans_of_one
from names import NAMES
from strategies import tries

BUDGET, OUTCOME = Column.BUDGET, Column.OUTCOME

HABO = """\
format = 1
year = 2018

[association]
name = "Habobygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[[target_groups]]
id = "unga"
name = "Unga vuxna"

[[interventions]]
id = "framat"
name = "Framåt"
project = "framat"
orientation = "individual"
target_groups = ["unga"]
methods = ["IPS", "Supported Employment"]
long_term = true

[[interventions]]
id = "annat"
name = "Annat"
orientation = "structural"

[[costs]]
id = "framat"
name = "Framåt, coacher"
category = "individual"
intervention = "framat"
budget = { 2018 = 300_000, 2019 = 310_000 }
outcome = { 2017 = 280_000 }

[[costs]]
id = "lokaler"
name = "Framåt, lokaler"
category = "individual"
intervention = "framat"
budget = { 2018 = "20 000,50", 2019 = 20_000 }

[[costs]]
id = "annat"
name = "Annat"
category = "structural"
intervention = "annat"
budget = { 2018 = 900_000 }

[[decisions]]
id = "b1"
on = 2017-11-20
row = "lokaler"
granted = { 2018 = 20_000 }

[[decisions]]
id = "b2"
intervention = "annat"
granted = { 2018 = 900_000 }
"""

VARNAMO = """\
format = 1
year = 2018

[association]
name = "Värnamobygden"
region = "Region Jönköpings län"
municipalities = ["Värnamo"]

[[target_groups]]
id = "u"
name = "unga  VUXNA"

[[interventions]]
id = "f"
name = "Framåt tillsammans"
project = "Framat"
orientation = "structural"
target_groups = ["u"]
methods = ["supported employment", "ips"]
carried_out_by = ["Värnamo kommun"]
start = 2018-01-01
end = 2019-12-31
timing = "hela året"

[[costs]]
id = "f"
name = "Framåt"
category = "structural"
intervention = "f"
budget = { 2018 = 200_000 }

[[decisions]]
id = "13"
intervention = "f"
granted = { "2018-2019" = 400_000 }
"""


def project(*plans: OperationalPlan) -> SharedProject:
    """The one shared project that they name."""
    [one] = shared_projects(plans)
    return one


def paid(of: SharedProject, association: str) -> Mapping[Cell, Money]:
    part = of.part(association)
    assert part is not None
    return part.financing


def without(text: str, *lines: str) -> str:
    for line in lines:
        assert line in text
        text = text.replace(line, "")
    return text


FIRST, SECOND = loads(HABO), loads(VARNAMO)
LATER = loads(
    HABO.replace("year = 2018", "year = 2019").replace("2019 = 310_000", "2019 = 350_000").replace("300_000", "300_001")
)


# Laws


@tries(50)
@given(many_plans(), st.data())
def test_the_order_of_the_plans_does_not_matter(plans: list[OperationalPlan], data: DataObject) -> None:
    """Nor in which of them something is wrong."""
    assert shared_projects(data.draw(st.permutations(plans))) == shared_projects(plans)


@tries(10)
@given(many_plans())
def test_what_is_shown_of_a_project_builds_it_again(plans: list[OperationalPlan]) -> None:
    """With its parts, its differences and what is wrong."""
    of = shared_projects(plans)
    assert eval(repr(of), dict(NAMES)) == of


@tries(50)
@given(many_plans())
def test_the_parts_add_up_to_the_whole(plans: list[OperationalPlan]) -> None:
    """By column and time: exactly, or at least that where one takes part and does not say what it pays."""
    for each in shared_projects(plans):
        cells = {cell for part in each.parts for cell in part.financing}
        assert {*each.whole} == cells
        for cell, whole in each.whole.items():
            said = [part.financing[cell] for part in each.parts if cell in part.financing]
            assert whole.low == sum(said, kr(0))
            assert (whole.exact is None) == bool(each.silent[cell])
            assert not any(cell in paid(each, name) for name in each.silent[cell])


@tries(50)
@given(many_plans(merging=False), plans_of_one("Epsilon"))
def test_the_plans_of_another_association_change_only_its_own_part(
    plans: list[OperationalPlan], more: list[OperationalPlan]
) -> None:
    """And what it all comes to."""
    before, after = (
        {(of.id.casefold(), part.association): part for of in shared_projects(some) for part in of.parts}
        for some in (plans, [*plans, *more])
    )
    assert before == {key: part for key, part in after.items() if key[1] != "Epsilon"}


@tries(50)
@given(plans_of_one("Alfa"))
def test_one_plan_alone_says_what_it_finances(plans: list[OperationalPlan]) -> None:
    """To the öre, in each of its columns and times."""
    for each in shared_projects(plans[:1]):
        assert each.parts[0].financing == plans[0].financing_of("i")
        assert each.parts[0].replaced == ()


@tries(50)
@given(many_plans())
def test_no_year_is_counted_both_before_and_after_a_merger(plans: list[OperationalPlan]) -> None:
    """What begins after the formation is not that of those before it, and what ended before it not its own."""
    of = {each.name: each for each in histories(plans)}
    for part in (part for each in shared_projects(plans) for part in each.parts):
        history = of[part.association]
        for first, last in (in_order(time) for _, time in part.financing):
            assert history.succeeded_on is None or first < history.succeeded_on
            assert history.formed is None or not history.formed_from or last >= history.formed


# Examples


def test_a_shared_project_is_one_whatever_each_calls_it() -> None:
    """Its id is the same whatever the capitals; what each pays is the sum of its rows, and the budget stands alone."""
    of = project(SECOND, FIRST)
    assert (of.id, of.name) == ("Framat", "Framåt")
    assert [part.association for part in of.parts] == ["Habobygden", "Värnamobygden"]
    assert paid(of, "habobygden") == {
        (OUTCOME, 2017): kr(280_000),
        (BUDGET, 2018): kr("320 000,50"),
        (BUDGET, 2019): kr(330_000),
    }
    assert paid(of, "Värnamobygden") == {(BUDGET, 2018): kr(200_000)}
    assert of.part("Höglandet") is None
    assert of.members == (
        "Habo",
        "Mullsjö",
        "Region Jönköpings län",
        "Försäkringskassan",
        "Arbetsförmedlingen",
        "Värnamo",
    )


def test_the_whole_is_known_where_everybody_who_takes_part_says_what_it_pays() -> None:
    """In 2017 Värnamo did not take part yet; in 2019 it does, and does not say."""
    of = project(FIRST, SECOND)
    assert of.whole == {
        (OUTCOME, 2017): Between(low=kr(280_000), high=kr(280_000)),
        (BUDGET, 2018): Between(low=kr("520 000,50"), high=kr("520 000,50")),
        (BUDGET, 2019): Between(low=kr(330_000)),
    }
    assert of.silent[BUDGET, 2019] == ("Värnamobygden",)


def test_the_decisions_are_those_on_the_project_and_on_its_rows() -> None:
    """Those without a day first."""
    of = project(FIRST, SECOND)
    assert [(each.association, each.decision.id) for each in of.decisions] == [
        ("Värnamobygden", "13"),
        ("Habobygden", "b1"),
    ]


def test_the_later_plan_counts_and_that_is_said() -> None:
    """By column and time; the outcome of 2017 is the same in both, and nothing is replaced."""
    of = project(LATER, FIRST)
    assert paid(of, "Habobygden") == {
        (OUTCOME, 2017): kr(280_000),
        (BUDGET, 2018): kr("320 001,50"),
        (BUDGET, 2019): kr(370_000),
    }
    [part] = of.parts
    assert part.year == 2019
    assert [(each.cell, each.amount, each.year, each.by.to("sv")) for each in part.replaced] == [
        ((BUDGET, 2018), kr("320 000,50"), 2018, "planen för 2019"),
        ((BUDGET, 2019), kr(330_000), 2018, "planen för 2019"),
    ]


def test_years_that_only_one_plan_has_are_put_together() -> None:
    """The outcome of 2017 from the one, and the budget of 2018 from the other."""
    outcome = loads(without(HABO, "outcome = { 2017 = 280_000 }\n"))
    earlier = loads(HABO.replace("year = 2018", "year = 2017").replace("2019 = 310_000", "2017 = 270_000"))
    [part] = project(outcome, earlier).parts
    assert part.financing[OUTCOME, 2017] == kr(280_000)
    assert part.financing[BUDGET, 2017] == kr(270_000)
    assert part.financing[BUDGET, 2018] == kr("320 000,50")


def test_a_later_plan_without_the_project_leaves_it() -> None:
    """In the years that it has a budget for; it does not take part then, so that the whole is known."""
    left = loads(without(HABO, 'project = "framat"\n').replace("year = 2018", "year = 2019"))
    of = project(FIRST, left, SECOND)
    assert paid(of, "Habobygden") == {}
    assert of.whole == {(BUDGET, 2018): Between(low=kr(200_000), high=kr(200_000))}
    assert [each.amount for each in of.parts[0].replaced] == [kr(280_000), kr("320 000,50"), kr(330_000)]


def test_two_plans_for_a_year_leave_unknown_where_they_do_not_agree() -> None:
    """What is the same in both is known, and that there are two is said."""
    other = loads(HABO.replace("300_000", "299_000").replace("IPS", "Case management"))
    of = project(FIRST, other, SECOND)
    assert paid(of, "Habobygden") == {(OUTCOME, 2017): kr(280_000), (BUDGET, 2019): kr(330_000)}
    assert of.whole[BUDGET, 2018] == Between(low=kr(200_000))
    assert of.silent[BUDGET, 2018] == ("Habobygden",)
    assert [each.place for each in of.parts[0].problems] == ["Habobygden 2018"]
    [methods] = [each for each in of.differences if each.what.en == "methods"]
    assert [each.association for each in methods.said] == ["Habobygden", "Habobygden", "Värnamobygden"]
    nothing = loads(without(HABO, 'project = "framat"\n'))
    assert paid(project(FIRST, nothing), "Habobygden") == {}


def test_what_became_part_of_another_ends_then() -> None:
    """Each year once: what was planned for the years after is replaced, and so is what the new says of those before."""
    merged = loads(
        VARNAMO.replace('name = "Värnamobygden"', 'name = "Nya"\nformed = 2019-01-01\nformed_from = ["Habobygden"]')
        .replace("year = 2018", "year = 2019")
        .replace("budget = { 2018 = 200_000 }", "budget = { 2018 = 1, 2019 = 400_000 }\noutcome = { 2016 = 7 }")
        .replace("start = 2018-01-01\n", "")
    )
    longer = loads(HABO.replace("budget = { 2018 = 900_000 }", "budget = { 2018 = 900_000, 2020 = 900_000 }"))
    of = project(longer, merged)
    habo, nya = of.parts
    assert habo.financing == {(OUTCOME, 2017): kr(280_000), (BUDGET, 2018): kr("320 000,50")}
    assert nya.financing == {(BUDGET, 2019): kr(400_000)}
    assert all(each.exact is not None for each in of.whole.values())
    assert [(each.amount, each.by.to("en"), each.by.to("sv")) for each in habo.replaced] == [
        (
            kr(330_000),
            "what Habobygden became part of on 2019-01-01",
            "det som Habobygden gick upp i 2019-01-01",
        )
    ]
    assert [(each.amount, each.by.to("en"), each.by.to("sv")) for each in nya.replaced] == [
        (kr(7), "the associations before it: Habobygden", "förbunden före det: Habobygden"),
        (kr(1), "the associations before it: Habobygden", "förbunden före det: Habobygden"),
    ]
    assert (of.name, of.differences) == ("Framåt tillsammans", ())


def test_one_that_was_formed_later_is_not_asked_about_the_years_before() -> None:
    """Unless it was formed from one whose plans are not given, which may have taken part."""
    new = VARNAMO.replace('name = "Värnamobygden"', 'name = "Nya"\nformed = 2018-01-01').replace(
        "2018-01-01\nend", "2016-01-01\nend"
    )
    assert project(FIRST, loads(new)).silent[OUTCOME, 2017] == ()
    former = new.replace("formed = 2018-01-01", 'formed = 2018-01-01\nformed_from = ["Okänt"]')
    assert project(FIRST, loads(former)).silent[OUTCOME, 2017] == ("Nya",)


def test_what_the_plans_say_differently_is_found_with_its_place() -> None:
    """Not the capitals, the spaces or the order; and not what only one of them says."""
    of = project(FIRST, SECOND)
    assert [each.text.to("en") for each in of.differences] == [
        (
            'name: Framåt (Habobygden 2018: interventions[1] "framat".name), '
            'Framåt tillsammans (Värnamobygden 2018: interventions[1] "f".name)'
        ),
        (
            'orientation: individual-oriented (Habobygden 2018: interventions[1] "framat".orientation), '
            'structural (Värnamobygden 2018: interventions[1] "f".orientation)'
        ),
        (
            'last day: until further notice (Habobygden 2018: interventions[1] "framat".long_term), '
            '2019-12-31 (Värnamobygden 2018: interventions[1] "f".end)'
        ),
    ]
    assert [each.text.to("sv") for each in of.differences][1:] == [
        (
            'inriktning: individinriktad (Habobygden 2018: interventions[1] "framat".orientation), '
            'strukturövergripande (Värnamobygden 2018: interventions[1] "f".orientation)'
        ),
        (
            'sista dag: tills vidare (Habobygden 2018: interventions[1] "framat".long_term), '
            '2019-12-31 (Värnamobygden 2018: interventions[1] "f".end)'
        ),
    ]
    said = of.differences[0].said[1]
    assert (said.path, said.said) == (("interventions", 0, "name"), "Framåt tillsammans")


def test_the_other_things_are_held_against_one_another_too() -> None:
    """Target groups by name, methods, who carries it out, the first day, and when."""
    changed = (
        VARNAMO.replace("unga  VUXNA", "Alla")
        .replace('"supported employment", "ips"', '"IPS"')
        .replace("Värnamobygden", "Gnosjöbygden")
        .replace("Värnamo kommun", "Gnosjö kommun")
        .replace("2018-01-01", "2018-02-01")
        .replace("hela året", "våren")
    )
    of = project(SECOND, loads(changed))
    assert [each.what.en for each in of.differences] == [
        "target groups",
        "methods",
        "carried out by",
        "first day",
        "when",
    ]
    [groups, *_] = of.differences
    assert groups.text.to("sv") == (
        'målgrupper: Alla (Gnosjöbygden 2018: interventions[1] "f".target_groups), '
        'unga  VUXNA (Värnamobygden 2018: interventions[1] "f".target_groups)'
    )


def test_a_project_of_one_association_is_told_too() -> None:
    """The others may have written another id."""
    [framat, other] = shared_projects([FIRST, loads(VARNAMO.replace('project = "Framat"', 'project = "Framåt"'))])
    assert (framat.id, other.id) == ("framat", "Framåt")
    assert len(framat.parts) == len(other.parts) == 1


def test_a_project_is_one_intervention_of_a_plan() -> None:
    """Two of the same id are refused, with the line and the place."""
    twice = HABO.replace('name = "Annat"\norientation', 'name = "Annat"\nproject = "FRAMAT"\norientation')
    with pytest.raises(FileError) as error:
        loads(twice, name="plan.toml")
    assert error.value.text("en") == (
        'plan.toml: line 25, interventions[2] "annat".project: the shared project "FRAMAT" is two interventions of the '
        "plan; give it to one of them"
    )
    assert error.value.text("sv") == (
        'plan.toml: rad 25, interventions[2] "annat".project: det gemensamma projektet "FRAMAT" är två insatser i '
        "planen; ange det för en av dem"
    )
    both = tuple(evolve(each, project="framat") for each in FIRST.interventions)
    with pytest.raises(PlanError):
        evolve(FIRST, interventions=both)


# For people and for machines


def test_a_plan_says_which_project_it_is() -> None:
    """In its report, in both languages."""
    section = words.interventions(FIRST)
    assert section is not None
    assert "shared project: framat" in text(section, "en")
    assert "gemensamt projekt: framat" in text(section, "sv")


def test_a_shared_project_is_told_in_words() -> None:
    """Who takes part, what each pays and all together, the decisions, and what differs."""
    lines = text(project_report(shared_projects([FIRST, SECOND])), "en").splitlines()
    assert lines[:21] == [
        "Shared projects in the given plans",
        "",
        "Framåt (Framat)",
        "Associations: Habobygden, Värnamobygden",
        "Members: Habo, Mullsjö, Region Jönköpings län, Försäkringskassan,",
        "  Arbetsförmedlingen, Värnamo",
        "",
        "Financing, kr   outcome      budget               budget",
        "                   2017        2018                 2019",
        "Habobygden      280 000  320 000,50              330 000",
        "Värnamobygden               200 000                    ?",
        "--------------------------------------------------------",
        "Total           280 000  520 000,50  at least 330 000 kr",
        "",
        "Decisions",
        "  - Värnamobygden: 13: 400 000 kr",
        "  - 2017-11-20 Habobygden: b1: 20 000 kr",
        "",
        "Said differently",
        '  - name: Framåt (Habobygden 2018: interventions[1] "framat".name), Framåt',
        '    tillsammans (Värnamobygden 2018: interventions[1] "f".name)',
    ]


def test_what_is_not_counted_and_what_is_wrong_is_told_in_words() -> None:
    """In Swedish too."""
    lines = text(project_report(shared_projects([FIRST, LATER, LATER])), "sv").splitlines()
    assert lines[-7:] == [
        "Räknas inte",
        "  - Habobygden 2018: budget 2018 320 000,50 kr, ersatt av planen för 2019",
        "  - Habobygden 2018: budget 2019 330 000 kr, ersatt av planen för 2019",
        "",
        "Fel i planerna",
        "  - Habobygden 2019: det finns 2 planer för 2019; ange den som gäller, och",
        "    utelämna de andra",
    ]
    assert "Bara ett av de angivna förbunden anger det; de andra måste ha skrivit samma id" in lines


def test_a_project_of_which_nothing_is_paid_has_no_table() -> None:
    """And where no plan names one, that is said."""
    nothing = evolve(SECOND, costs=(), decisions=())
    assert text(project_report(shared_projects([nothing])), "sv").splitlines()[2:5] == [
        "Framåt tillsammans (Framat)",
        "Förbund: Värnamobygden",
        "Medlemmar: Värnamo, Region Jönköpings län, Försäkringskassan, Arbetsförmedlingen",
    ]
    assert text(project_report([]), "sv").splitlines() == [
        "Gemensamma projekt i de angivna planerna",
        "",
        "Ingen av de angivna planerna anger något",
    ]


def test_shared_projects_are_given_to_machines() -> None:
    """Amounts in öre; what is not known is null."""
    [record] = projects_record(shared_projects([FIRST, SECOND]))
    assert (record["id"], record["name"], record["members"][0]) == ("Framat", "Framåt", "Habo")
    habo, varnamo = record["parts"]
    assert varnamo["financing"] == [{"column": "budget", "time": "2018", "amount_ore": 20_000_000}]
    assert (varnamo["intervention"], varnamo["decisions"], varnamo["year"]) == ("f", ["13"], 2018)
    assert habo["replaced"] == habo["problems"] == []
    assert record["whole"][2] == {"column": "budget", "time": "2019", "low_ore": 33_000_000, "high_ore": None}
    assert record["whole"][1]["high_ore"] == 52_000_050
    assert record["silent"] == [{"column": "budget", "time": "2019", "associations": ["Värnamobygden"]}]
    assert record["differences"][0]["said"][0] == {
        "association": "Habobygden",
        "year": 2018,
        "path": ["interventions", 0, "name"],
        "place": 'interventions[1] "framat".name',
        "said": "Framåt",
    }
    [other] = projects_record(shared_projects([FIRST, LATER, LATER]), "sv")
    [part] = other["parts"]
    assert part["replaced"][0] == {
        "column": "budget",
        "time": "2018",
        "amount_ore": 32_000_050,
        "year": 2018,
        "by": "planen för 2019",
    }
    assert [each["place"] for each in part["problems"]] == ["Habobygden 2019"]
