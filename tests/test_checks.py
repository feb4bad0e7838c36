"""
The checks as a whole: the registry of the rules, a plan or a follow-up that breaks each, and those in which there is
nothing.
"""

import pkgutil
import runpy
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import finsam
from content_strategies import whole_plans
from finsam import Association, Finding, Funding, OperationalPlan, Severity, Stated, checks, kr, law
from finsam.checks import OWN_FIGURES, OWN_FIGURES_OF_FOLLOW_UP, RULES, Checked, Rule, rule
from finsam.derivation import Contributions
from finsam.errors import UnknownNameError
from finsam.finding import Chapter
from finsam.language import LANGUAGES, Text
from finsam.period import DayOfYear
from finsam.place import place
from finsam.rows import Columns
from finsam.statute import Dated, Provision, Wording
from plan_strategies import some, sound_plans
from rule_cases import CASES, SOUND, checked
from strategies import tries

MODULES = [import_module(each.name) for each in pkgutil.iter_modules(checks.__path__, "finsam.checks.")]
FAMILIES: Sequence[ModuleType] = [module for module in MODULES if "RULES" in module.__all__]
DATED: dict[str, Dated[Any]] = {name: value for name, value in vars(law).items() if isinstance(value, Dated)}

every_rule = pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)


def ids(findings: Iterable[Finding]) -> set[str]:
    return {finding.id for finding in findings}


# Laws


@tries(25)
@given(sound_plans())
def test_nothing_is_found_in_a_sound_plan(plan: OperationalPlan) -> None:
    """
    In a lawful plan that agrees with itself and spends less than it gets nothing is wrong, only unknown. It is noted
    where the parties' parts are no whole units, and where all contribute less than an association lives on; F357 and
    F360 note amounts that are far from one another and from the contributions, as any may be here.
    """
    due = plan.contributions(plan.year)
    uneven = due.total.ore % (due.terms.unit.ore * (4 if plan.association.regions else 2)) != 0
    notes = {"F250": uneven, "F251": kr(0) < due.total < kr(200_000)}
    found = {finding.id for finding in finsam.check(plan) if finding.severity is not Severity.UNKNOWN}
    assert found - {"F357", "F360"} == {number for number, noted in notes.items() if noted}


@tries(20)
@given(whole_plans())
def test_every_plan_can_be_checked(plan: OperationalPlan) -> None:
    """
    A plan in breach of the act loads, prints and is mended: to check it raises nothing. What is found comes in the
    order of the rules, each with the severity of its rule; what could not be looked for is unknown.
    """
    findings = finsam.check(plan)
    assert findings == plan.check()
    assert [each.id for each in findings] == sorted(each.id for each in findings)
    for finding in findings:
        assert finding.severity in {rule(finding.id).severity, Severity.UNKNOWN}
        assert finding.place == place(finding.path, plan)


@tries(20)
@given(whole_plans())
def test_a_finding_rests_on_the_wording_with_which_the_budget_year_began(plan: OperationalPlan) -> None:
    """With what that is inferred from, where it has not been read; practice is as it is."""
    for finding in finsam.check(plan):
        ground = rule(finding.id).ground
        if isinstance(ground, Dated):
            wording = ground.wording(max(ground.first, date(plan.year, 1, 1)))
            assert (finding.ground, finding.inferred) == (wording.provision, wording.inferred)
        else:
            assert (finding.ground, finding.inferred) == (ground, None)


@tries(20)
@given(whole_plans(), some(list(Chapter)))
def test_what_is_not_said_is_asked_only_of_the_chapters_that_the_plan_holds(
    plan: OperationalPlan, held: list[Chapter]
) -> None:
    """
    Where nothing is said about chapters, what is not said is unknown. Of a chapter that is held it is known not to be
    said there; of one that is not, nothing is asked. What is wrong is wrong whatever the plan holds.
    """
    for each in RULES:
        vague = list(each.findings(evolve(plan, chapters=None)))
        whole = list(each.findings(evolve(plan, chapters=tuple(Chapter))))
        found = list(each.findings(evolve(plan, chapters=tuple(held))))
        assert [evolve(finding, severity=Severity.UNKNOWN) for finding in whole] == [
            evolve(finding, severity=Severity.UNKNOWN) for finding in vague
        ]
        if each.chapter is None or each.chapter in held:
            assert found == whole
        else:
            assert found == [finding for finding in vague if finding.severity is not Severity.UNKNOWN]


def test_a_plan_is_checked_for_a_year_of_which_the_law_has_not_been_read() -> None:
    """What Gotland alone paid before 5 a § came in 2010 is unknown, whatever its document prints."""
    printed: dict[str, Columns[Any]] = {
        name: Columns(budget={2009: "2 mkr"}) for name in ("Försäkringskassan", "Gotland")
    }
    plan = OperationalPlan(
        association=Association.of("Gotland", municipalities=["Gotland"]),
        year=2009,
        funding=Funding(total={2009: kr(4_000_000)}),
        stated=(Stated(where="6. Ekonomi", contributions=printed),),
    )
    [finding] = [each for each in finsam.check(plan) if each.id.startswith("F2")]
    assert (finding.id, finding.severity) == ("F204", Severity.UNKNOWN)
    assert str(finding.message) == (
        "the contributions of 2009 cannot be worked out: the share of a municipality outside every region, alone, "
        "5 a § first paragraph lagen (2003:1210): what applied on 2009-12-31 has not been read, only what applies "
        "from 2010-07-01"
    )


# A plan for every rule


def test_there_is_a_plan_in_which_nothing_at_all_is_found() -> None:
    """It says everything that is asked for, so that nothing is unknown either."""
    assert finsam.loads(SOUND).check() == ()


@every_rule
def test_every_rule_is_broken_by_one_slip_of_the_pen_and_by_nothing_else(each: Rule) -> None:
    """The rule is silent about what is right and finds what is wrong; the other rules find nothing more."""
    right, wrong = map(checked, CASES[each.id])
    assert list(each.findings(right)) == []
    assert {finding.severity for finding in each.findings(wrong)} == {each.severity}
    assert ids(finsam.check(wrong)) == {*ids(finsam.check(right)), each.id}


def test_there_is_a_case_for_no_rule_that_is_not() -> None:
    """Every number in the table is a rule's."""
    assert CASES.keys() == {each.id for each in RULES}


# The law of another time


def found_now() -> list[Finding]:
    """
    What the rules find in the published plans and in a plan that breaks each, with the law as it now is: the rules are
    those that their modules make from the first line on, and no plan remembers what it was asked before.
    """
    rules = [each for family in FAMILIES for each in runpy.run_path(str(family.__file__))["RULES"]]
    published = [each.findings(evolve(plan)) for plan in _published() for each in rules]
    broken = [each.findings(evolve(_broken(each.id))) for each in rules]
    return [finding for findings in (*published, *broken) for finding in findings]


@cache
def _published() -> tuple[OperationalPlan, ...]:
    return tuple(map(finsam.example, finsam.examples()))


@cache
def _broken(number: str) -> Checked:
    return checked(CASES[number][1])


@cache
def found_in_our_time() -> list[Finding]:
    return found_now()


def amended(by: Dated[Any], value: object, since: date) -> Dated[Any]:
    """The same rule of law, with a further wording that stands in another place."""
    wording = Wording(since, value, Provision("2030:1", "99 §"))
    return evolve(by, wordings=(*by.wordings, wording))


def another(value: object) -> object:
    """What the law might give instead."""
    match value:
        case Fraction():
            return value / 2
        case int():
            return value + 1
        case tuple():
            return value[1:]
        case DayOfYear():
            return DayOfYear(1, 31)
        case str():
            return "lagen (2030:1) om kommunal redovisning"
        case _:
            return 1


@pytest.mark.parametrize("name", DATED)
def test_a_law_of_tomorrow_changes_nothing_that_is_found_about_years_before(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A statutory value is dated: a wording that comes into force after all that has been read is not about the years
    before it, in which a rule finds the same, says the same and cites the same, in published plans as in broken ones.
    """
    before = found_in_our_time()
    tomorrow = law.READ_THROUGH + timedelta(days=1)
    monkeypatch.setattr(law, name, amended(DATED[name], another(DATED[name].latest), tomorrow))
    assert found_now() == before


def explained() -> list[str]:
    """How every contribution of the published plans comes about, with the law as it now is."""
    return [
        due.explain(member, language)
        for plan in map(evolve, _published())
        for year in plan.funding.years
        for due in [plan.contributions_or_error(year)]
        if isinstance(due, Contributions)
        for member in due
        for language in LANGUAGES
    ]


@pytest.mark.parametrize("name", DATED)
def test_a_law_of_tomorrow_changes_no_reason_of_the_years_before(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A derivation cites the section in which the rule stood in its year."""
    before = explained()
    tomorrow = law.READ_THROUGH + timedelta(days=1)
    monkeypatch.setattr(law, name, amended(DATED[name], another(DATED[name].latest), tomorrow))
    assert before
    assert explained() == before


def test_the_plans_that_the_law_of_tomorrow_is_tried_on_are_of_years_before_it() -> None:
    """And every rule finds something in one of them."""
    broken = (_broken(each.id) for each in RULES)
    plans = (*_published(), *(each for each in broken if isinstance(each, OperationalPlan)))
    assert max(year for plan in plans for year in plan.years) < law.READ_THROUGH.year
    assert ids(found_in_our_time()) == {each.id for each in RULES}


@pytest.mark.parametrize(
    ("name", "value", "number"),
    [
        ("ONE_MEMBER_ONE_SEAT", 2, "F104"),
        ("CHARTER", (*law.CHARTER.latest, Text(en="seal", sv="sigill")), "F106"),
        ("STATE_SHARE", Fraction(1, 3), "F201"),
        ("MUNICIPALITIES_SHARE", Fraction(1, 3), "F202"),
        ("PLAN_YEARS", 4, "F307"),
        ("BUDGET_ADOPTION", DayOfYear(10, 31), "F501"),
        ("BOARD_TERM", 3, "F504"),
    ],
)
def test_a_rule_follows_the_law_of_the_plans_time(
    name: str, value: object, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is right today is wrong under a wording that asks for something else in the plan's year."""
    monkeypatch.setattr(law, name, amended(DATED[name], value, date(2022, 1, 1)))
    assert number in ids(finsam.loads(SOUND).check())


# The registry


def test_no_two_rules_have_one_number() -> None:
    """A number is a rule's for good."""
    assert len({each.id for each in RULES}) == len(RULES)


def test_the_rules_are_those_of_the_families_in_the_order_of_their_numbers() -> None:
    """None is left out, and a plan's findings come in that order."""
    assert list(RULES) == sorted((each for family in FAMILIES for each in family.RULES), key=lambda each: each.id)
    for family in FAMILIES:
        assert {each.id for each in vars(family).values() if isinstance(each, Rule)} == {
            each.id for each in family.RULES
        }


HUNDREDS = {
    "members": "F1",
    "governance": "F1",
    "funding": "F2",
    "contributed": "F2",
    "budget": "F3",
    "equity": "F3",
    "revision": "F3",
    "decisions": "F3",
    "granted": "F3",
    "stated": "F3",
    "misplaced": "F3",
    "payments": "F3",
    "goals": "F4",
    "measured": "F4",
    "followups": "F4",
    "dates": "F5",
}


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: str(family.__name__))
def test_a_rules_number_is_of_its_family_and_numbers_rise(family: ModuleType) -> None:
    """The hundreds are the families, and the list is in order."""
    hundred = HUNDREDS[family.__name__.removeprefix("finsam.checks.")]
    numbers = [each.id for each in family.RULES]
    assert all(number.startswith(hundred) and len(number) == 4 for number in numbers)
    assert numbers == sorted(numbers)


@every_rule
def test_every_rule_has_its_reason_in_both_languages_and_a_ground(each: Rule) -> None:
    """A controller is told what the rule holds and on what ground, in a sentence that begins and ends as one."""
    for reason in (each.reason.to("en"), each.reason.to("sv")):
        assert reason[0].isupper()
        assert reason.endswith(".")
        assert "  " not in reason
    assert each.reason.to("en") != each.reason.to("sv")
    assert isinstance(each.present, Provision) or (each.present.to("en") and each.present.to("sv"))


@every_rule
def test_numbers_from_50_are_practice_and_those_below_are_law_or_contradiction(each: Rule) -> None:
    """What rests on practice can be told from what rests on law by its number."""
    practice = isinstance(each.ground, Text) and each.ground not in (OWN_FIGURES, OWN_FIGURES_OF_FOLLOW_UP)
    assert practice == (int(each.id[2:]) >= 50)


def test_a_rule_is_looked_up_by_its_number() -> None:
    """Whatever the capitals."""
    assert rule("F201") is rule("f201")
    assert str(rule("F201").reason) == (
        "The state pays 1/2, the regions together 1/4 and the municipalities together 1/4; 5 a § applies to a "
        "municipality outside every region. Who gets an odd unit is not said."
    )
    assert rule("F201").reason.to("sv") == (
        "Staten betalar 1/2, regionerna tillsammans 1/4 och kommunerna tillsammans 1/4; 5 a § gäller för en kommun "
        "utanför alla regioner. Vem som får en udda enhet sägs inte."
    )


def test_a_rule_that_does_not_exist_is_refused_with_the_nearest() -> None:
    """A misread number is an error that says which was meant."""
    with pytest.raises(UnknownNameError) as error:
        rule("F5O4")
    assert str(error.value) == 'there is no rule "F5O4"; did you mean "F504"?'
    assert error.value.text("sv") == 'det finns ingen regel "F5O4"; menades "F504"?'


# Findings

FIFTH = Provision("2003:1210", "5 §", paragraph=2)


def finding(ground: Provision | Text, **said: Any) -> Finding:
    kept: dict[str, Any] = {
        "id": "F302",
        "severity": Severity.WARNING,
        "path": ("costs", 1),
        "place": 'costs[2] "kansli"',
        "message": Text(en="{costs} is above income", sv="{costs} är högre än intäkterna")(costs="2 kr"),
        "ground": ground,
        "remedy": Text(en="lower the costs", sv="sänk kostnaderna"),
    }
    return Finding(**{**kept, **said})


def test_a_finding_says_what_on_what_ground_and_what_to_do() -> None:
    """Three lines, in English unless Swedish is asked for."""
    found = finding(FIFTH)
    assert str(found) == found.text("en")
    assert found.text("en") == (
        'F302 warning: costs[2] "kansli": 2 kr is above income\n'
        "    5 § second paragraph lagen (2003:1210)\n"
        "    lower the costs"
    )
    assert found.text("sv") == (
        'F302 varning: costs[2] "kansli": 2 kr är högre än intäkterna\n'
        "    5 § andra stycket lagen (2003:1210)\n"
        "    sänk kostnaderna"
    )


def test_a_finding_in_a_file_says_on_which_line() -> None:
    """Before the place; without a file there is none."""
    assert finding(FIFTH, line=12).text("en").split("\n")[0] == (
        'F302 warning: line 12, costs[2] "kansli": 2 kr is above income'
    )
    assert finding(FIFTH, line=12).text("sv").split("\n")[0] == (
        'F302 varning: rad 12, costs[2] "kansli": 2 kr är högre än intäkterna'
    )
    assert str(finding(FIFTH, line=12, place="").where) == "line 12"


def test_a_finding_says_what_its_ground_is_inferred_from() -> None:
    """Where the words of the time have not been read."""
    inferred = Text(en="inferred from SOU 2015:24", sv="följer av SOU 2015:24")
    found = finding(Provision("1991:900", "8 kap. 5 §"), inferred=inferred)
    assert found.text("en").split("\n")[1] == (
        "    8 kap. 5 § kommunallagen (1991:900) (the words of the time have not been read; inferred from SOU 2015:24)"
    )
    assert found.text("sv").split("\n")[1] == (
        "    8 kap. 5 § kommunallagen (1991:900) (den tidens ord är inte lästa; följer av SOU 2015:24)"
    )


def test_a_finding_has_a_provision_where_it_rests_on_law() -> None:
    """Practice and the plan's own figures are no provision."""
    assert finding(FIFTH).provision == FIFTH
    assert finding(OWN_FIGURES).provision is None
    assert finding(OWN_FIGURES).text("sv").split("\n")[1] == "    planens egna uppgifter"


def test_a_finding_has_the_values_in_its_message() -> None:
    """For machines, as they are."""
    assert finding(FIFTH).values == {"costs": "2 kr"}


@pytest.mark.parametrize(
    ("severity", "one", "two"),
    [
        (Severity.ERROR, ("1 error", "1 fel"), ("2 errors", "2 fel")),
        (Severity.WARNING, ("1 warning", "1 varning"), ("2 warnings", "2 varningar")),
        (Severity.NOTE, ("1 note", "1 notering"), ("2 notes", "2 noteringar")),
        (Severity.UNKNOWN, ("1 unknown", "1 uppgift saknas"), ("2 unknown", "2 uppgifter saknas")),
    ],
)
def test_findings_are_counted_in_words(severity: Severity, one: tuple[str, str], two: tuple[str, str]) -> None:
    """One error, two errors."""
    assert (severity.counted(1).to("en"), severity.counted(1).to("sv")) == one
    assert (severity.counted(2).to("en"), severity.counted(2).to("sv")) == two
