"""The checks as a whole: the registry of the rules, and a plan in which there is nothing to find."""

import pytest
from hypothesis import given, settings

import finsam
from finsam import Finding, OperationalPlan, Severity
from finsam.checks import OWN_FIGURES, RULES, Rule, budget, funding, members, rule
from finsam.errors import UnknownNameError
from finsam.language import Text
from finsam.law import Provision
from plan_strategies import plans, sound_plans


@settings(max_examples=25)
@given(sound_plans())
def test_nothing_is_found_in_a_sound_plan(plan: OperationalPlan) -> None:
    """In a lawful plan that agrees with itself and spends less than it gets nothing is wrong, only unknown."""
    assert [finding for finding in finsam.check(plan) if finding.severity is not Severity.UNKNOWN] == []


@settings(max_examples=50)
@given(plans())
def test_every_plan_can_be_checked(plan: OperationalPlan) -> None:
    """
    A plan in breach of the act loads, prints and is mended: to check it raises nothing. What is found comes in the
    order of the rules, with the rule's severity and ground; what could not be looked for is unknown.
    """
    findings = finsam.check(plan)
    assert findings == plan.check()
    assert [each.id for each in findings] == sorted(each.id for each in findings)
    for finding in findings:
        assert finding.severity in {rule(finding.id).severity, Severity.UNKNOWN}
        assert finding.basis == rule(finding.id).basis


def test_no_two_rules_have_one_number() -> None:
    """A number is a rule's for good."""
    assert len({each.id for each in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("family", "rules"), [("F1", members.RULES), ("F2", funding.RULES), ("F3", budget.RULES)], ids=str
)
def test_a_rules_number_is_of_its_family_and_numbers_rise(family: str, rules: tuple[Rule, ...]) -> None:
    """The hundreds are the families, and the list is in order."""
    ids = [each.id for each in rules]
    assert all(each.startswith(family) and len(each) == 4 for each in ids)
    assert ids == sorted(ids)


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_every_rule_has_its_reason_in_both_languages_and_a_ground(each: Rule) -> None:
    """A controller is told what the rule holds and on what ground, in a sentence that begins and ends as one."""
    for reason in (each.reason.en, each.reason.sv):
        assert reason[0].isupper()
        assert reason.endswith(".")
        assert "  " not in reason
    assert each.reason.en != each.reason.sv
    assert isinstance(each.basis, Provision) or (each.basis.en and each.basis.sv)


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_numbers_from_50_are_practice_and_those_below_are_law_or_contradiction(each: Rule) -> None:
    """What rests on practice can be told from what rests on law by its number."""
    practice = isinstance(each.basis, Text) and each.basis != OWN_FIGURES
    assert practice == (int(each.id[2:]) >= 50)


def test_a_rule_is_looked_up_by_its_number() -> None:
    """Whatever the capitals."""
    assert rule("F201") is rule("f201")
    assert rule("F201").reason.en == (
        "The state pays half, the regions together a quarter and the municipalities together a quarter, to the öre; "
        "5 a § applies to a municipality outside every region."
    )


def test_a_rule_that_does_not_exist_is_refused_with_the_nearest() -> None:
    """A misread number is an error that says which was meant."""
    with pytest.raises(UnknownNameError) as error:
        rule("F2O1")
    assert str(error.value) == "there is no rule 'F2O1'; did you mean 'F201'?"


# Findings


def finding(basis: Provision | Text) -> Finding:
    return Finding(
        id="F302",
        severity=Severity.WARNING,
        place="budget 2018",
        message=Text(en="costs are above income", sv="kostnaderna är högre än intäkterna"),
        basis=basis,
        remedy=Text(en="lower the costs", sv="sänk kostnaderna"),
    )


def test_a_finding_says_what_on_what_ground_and_what_to_do() -> None:
    """Three lines, in English unless Swedish is asked for."""
    found = finding(Provision("2003:1210", "5 §", paragraph=2))
    assert str(found) == (
        "F302 warning: budget 2018: costs are above income\n"
        "    5 § second paragraph lag (2003:1210)\n"
        "    lower the costs"
    )
    assert found.text("sv") == (
        "F302 varning: budget 2018: kostnaderna är högre än intäkterna\n"
        "    5 § andra stycket lag (2003:1210)\n"
        "    sänk kostnaderna"
    )


def test_a_finding_has_a_provision_where_it_rests_on_law() -> None:
    """Practice and the plan's own figures are no provision."""
    provision = Provision("2003:1210", "5 §")
    assert finding(provision).provision == provision
    assert finding(OWN_FIGURES).provision is None
    assert finding(OWN_FIGURES).text("sv").split("\n")[1] == "    planens egna uppgifter"


@pytest.mark.parametrize(
    ("severity", "one", "two"),
    [
        (Severity.ERROR, ("1 error", "1 fel"), ("2 errors", "2 fel")),
        (Severity.WARNING, ("1 warning", "1 varning"), ("2 warnings", "2 varningar")),
        (Severity.NOTE, ("1 note", "1 notering"), ("2 notes", "2 noteringar")),
        (Severity.UNKNOWN, ("1 unknown", "1 okänt"), ("2 unknown", "2 okända")),
    ],
)
def test_findings_are_counted_in_words(severity: Severity, one: tuple[str, str], two: tuple[str, str]) -> None:
    """One error, two errors."""
    assert (severity.counted(1).en, severity.counted(1).sv) == one
    assert (severity.counted(2).en, severity.counted(2).sv) == two
