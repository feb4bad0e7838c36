"""Reports: the plan's tables and findings, in Swedish and English."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from finsam import (
    Agreement,
    Association,
    Category,
    Cost,
    Equal,
    Equity,
    Finding,
    Funding,
    Income,
    Member,
    OperationalPlan,
    Severity,
    Shares,
    ToBeSplit,
    contributions,
    example,
    examples,
    kr,
    reports,
)
from finsam.checks import RULES, rule
from finsam.errors import UnknownNameError
from finsam.language import LANGUAGES, Language, Text
from finsam.organisations import municipality
from finsam.pending import PartlyKnown
from finsam.reports import text, words
from finsam.rows import Columns
from finsam.split import SplitKey
from finsam.statute import Provision

SIXTY_FORTY = Shares({"Habo": "60 %", "Mullsjö": "40 %"})
BYGDEN = Association.of("Exempelbygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
STYRELSEN = Cost(
    id="styrelse",
    name="Styrelsen",
    category=Category.BOARD,
    budget={2027: kr(70_000)},
    outcome={2025: kr(70_000), "2026-08-31": kr(40_000)},
)


def plan(**changes: Any) -> OperationalPlan:
    """A plan for 2027 without amounts, but for what is given."""
    return evolve(OperationalPlan(association=BYGDEN, year=2027), **changes)


def funding(**others: Any) -> Funding:
    """Four million kronor for 2027: a million to the municipalities."""
    return Funding(total={2027: kr(4_000_000)}, **{"split": SIXTY_FORTY, **others})


def lines(part: reports.Report | reports.Section | reports.Table | None, language: Language = "en") -> list[str]:
    """The lines of a part that is there."""
    assert part is not None
    return text(part, language).splitlines()


@pytest.mark.parametrize("name", examples())
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_a_terminal(name: str, language: Language) -> None:
    """The published plans fit in 80 columns."""
    assert max(map(len, lines(reports.report(example(name)), language))) <= 80


def test_the_report_is_its_parts() -> None:
    """
    A plan's report is its heading, how it stands in short, what it says in words, who pays, the money of each year,
    and the findings.
    """
    hoglandet = example("hoglandet-2023")
    parts = [
        reports.summary(hoglandet),
        words.association(hoglandet),
        words.direction(hoglandet),
        words.governance(hoglandet),
        words.need(hoglandet),
        words.target_groups(hoglandet),
        words.interventions(hoglandet),
        words.common_goals(hoglandet),
        words.activities(hoglandet),
        words.calendar(hoglandet),
        reports.contributions(hoglandet),
        reports.budget(hoglandet),
        reports.findings(hoglandet.check()),
    ]
    assert text(reports.report(hoglandet), "sv") == "\n\n".join(
        [
            "Höglandets samordningsförbund: verksamhetsplan 2023",
            *(text(part, "sv") for part in parts if part is not None),
        ]
    )


def test_only_the_parts_that_are_asked_for_are_reported() -> None:
    """In the order of the report, whatever the order in which they are asked for; another is refused."""
    hoglandet = example("hoglandet-2023")
    some = str(reports.report(hoglandet, ["money", "association"]))
    parts = [words.association(hoglandet), reports.contributions(hoglandet), reports.budget(hoglandet)]
    assert some == "\n\n".join(["Höglandets samordningsförbund: operational plan 2023", *map(str, parts)])
    assert str(reports.report(hoglandet, [])) == "Höglandets samordningsförbund: operational plan 2023"
    with pytest.raises(UnknownNameError) as caught:
        reports.report(hoglandet, ["mony"])
    assert str(caught.value) == 'the report has no part "mony"; did you mean "money"?'


def test_a_report_shows_the_findings_that_it_is_given() -> None:
    """Those of the plan itself, or the same with the lines of its file."""
    hoglandet = example("hoglandet-2023")
    found = [evolve(each, line=12) for each in hoglandet.check()]
    assert str(reports.report(hoglandet, ["findings"], found=found)).endswith(f"\n\n{reports.findings(found)}")
    assert str(reports.report(hoglandet, ["findings"], found=())).endswith("\n\nFindings: none")


def test_a_plan_without_amounts_has_no_tables() -> None:
    """Nothing is shown of what nothing is known of."""
    said = str(reports.report(plan(), [part for part in reports.PARTS if part not in ("summary", "findings")]))
    assert said == (
        "Exempelbygden: operational plan 2027\n\n"
        "Members: Habo, Mullsjö, Region Jönköpings län, Försäkringskassan,\n"
        "  Arbetsförmedlingen"
    )
    assert (reports.contributions(plan()), reports.budget(plan())) == (None, None)
    assert lines(reports.summary(plan())) == [f"Findings: {len(plan().check())} unknown"]


# Who pays


def test_contributions_show_what_is_known() -> None:
    """A quarter whose split is to come, or is not said, is `?` for its members alone."""
    total = {2029: kr(4_000_000), 2028: kr(4_000_000), 2027: kr(4_000_000)}
    keys = [Agreement(key=SIXTY_FORTY, years=(2027,)), Agreement(key=ToBeSplit(by="population"), years=(2028,))]
    of = plan(funding=Funding(total=total, split=keys))
    assert lines(reports.contributions(of)) == [
        "Contributions, kr           2027       2028       2029",
        "Habo                     600 000          ?          ?",
        "Mullsjö                  400 000          ?          ?",
        "Region Jönköpings län  1 000 000  1 000 000  1 000 000",
        "Försäkringskassan      2 000 000  2 000 000  2 000 000",
        "Arbetsförmedlingen             0          0          0",
        "------------------------------------------------------",
        "Total                  4 000 000  4 000 000  4 000 000",
    ]


TWO_REGIONS = Association.of(
    "Exempelbygden",
    municipalities=["Habo", "Vara"],
    regions=["Region Jönköpings län", "Västra Götalandsregionen"],
)
SHORT = Shares({"Habo": "60 %", "Vara": "39 %"})


@pytest.mark.parametrize(
    ("split", "region_split", "municipality", "region"),
    [
        (SHORT, Equal(), "?", "500 000"),
        (Equal(), None, "500 000", "?"),
        (SHORT, None, "?", "?"),
    ],
)
def test_of_two_splits_the_one_that_is_wrong_hides_the_other_not(
    split: SplitKey, region_split: SplitKey | None, municipality: str, region: str
) -> None:
    """Who shares by the wrong one pays an unknown part; what the others pay is known."""
    of = plan(association=TWO_REGIONS, funding=funding(split=split, region_split=region_split or ()))
    assert lines(reports.contributions(of)) == [
        "Contributions, kr              2027",
        f"Habo                      {municipality:>9}",
        f"Vara                      {municipality:>9}",
        f"Region Jönköpings län     {region:>9}",
        f"Västra Götalandsregionen  {region:>9}",
        "Försäkringskassan         2 000 000",
        "Arbetsförmedlingen                0",
        "-----------------------------------",
        "Total                     4 000 000",
    ]


def test_a_split_that_is_wrong_hides_nothing_else() -> None:
    """The shares add up to 99 %: whole, in both languages."""
    table = reports.contributions(plan(funding=funding(split=Shares({"Habo": "60 %", "Mullsjö": "39 %"}))))
    assert lines(table) == [
        "Contributions, kr           2027",
        "Habo                           ?",
        "Mullsjö                        ?",
        "Region Jönköpings län  1 000 000",
        "Försäkringskassan      2 000 000",
        "Arbetsförmedlingen             0",
        "--------------------------------",
        "Total                  4 000 000",
    ]
    assert lines(table, "sv") == [
        "Bidrag från medlemmarna, kr       2027",
        "Habo                                 ?",
        "Mullsjö                              ?",
        "Region Jönköpings län        1 000 000",
        "Försäkringskassan            2 000 000",
        "Arbetsförmedlingen                   0",
        "--------------------------------------",
        "Summa                        4 000 000",
    ]


def test_what_the_act_does_not_fix_is_not_shown() -> None:
    """Without a region nobody pays its quarter; the total is what the plan gives."""
    alone = Association.of("Exempelbygden", municipalities=["Habo", "Mullsjö"])
    assert lines(reports.contributions(plan(association=alone, funding=funding(split=SIXTY_FORTY)))) == [
        "Contributions, kr        2027",
        "Habo                        ?",
        "Mullsjö                     ?",
        "Försäkringskassan           ?",
        "Arbetsförmedlingen          ?",
        "-----------------------------",
        "Total               4 000 000",
    ]


def test_one_whose_part_is_known_is_shown_beside_one_whose_part_is_not() -> None:
    """A document can print what one municipality pays and not the others."""
    table = reports.contributions(plan(funding=funding(split=PartlyKnown({"Habo": 600_000}))))
    assert lines(table)[1:3] == ["Habo                     600 000", "Mullsjö                        ?"]


def test_one_who_is_no_member_in_a_year_has_an_empty_cell() -> None:
    """Before it joins, a member is neither unknown nor pays zero."""
    grown = Association.of(
        "Exempelbygden",
        municipalities=["Habo", "Mullsjö", Member(organisation=municipality("Aneby"), joined=date(2028, 1, 1))],
        region="Region Jönköpings län",
    )
    shares = Shares({"Habo": "50 %", "Mullsjö": "25 %", "Aneby": "25 %"})
    keys = [Agreement(key=SIXTY_FORTY, years=(2027,)), Agreement(key=shares)]
    of = plan(association=grown, funding=Funding(total=dict.fromkeys((2027, 2028), kr(4_000_000)), split=keys))
    assert lines(reports.contributions(of))[3] == "Aneby                               250 000"


def test_who_joins_and_who_leaves_is_said_with_the_day() -> None:
    """From the budget year on, and in both languages; not who came or went before."""
    aneby = Member(organisation=municipality("Aneby"), joined=date(2028, 1, 1))
    eksjo = Member(organisation=municipality("Eksjö"), joined=date(2020, 1, 1))
    habo = Member(organisation=municipality("Habo"), notice=date(2026, 6, 30), left=date(2029, 6, 30))
    mullsjo = Member(organisation=municipality("Mullsjö"), left=date(2020, 12, 31))
    of = plan(association=Association.of("Exempelbygden", municipalities=[aneby, eksjo, habo, mullsjo]))
    said = reports.PARTS["association"](of)
    assert lines(said)[-3:] == [
        "  Aneby: from 2028-01-01",
        "  Habo: gave notice on 2026-06-30",
        "  Habo: through 2029-06-30",
    ]
    assert lines(said, "sv")[-3:] == [
        "  Aneby: från och med 2028-01-01",
        "  Habo: sade upp sig 2026-06-30",
        "  Habo: till och med 2029-06-30",
    ]


def test_who_pays_shows_each_share_of_its_party() -> None:
    """The municipalities' million in six and four tenths."""
    due = contributions(BYGDEN, year=2027, total=kr(4_000_000), split=SIXTY_FORTY)
    assert lines(reports.who_pays(due), "sv") == [
        "Bidrag från medlemmarna 2027  andel         kr",
        "Försäkringskassan             100 %  2 000 000",
        "----------------------------------------------",
        "Staten                          1/2  2 000 000",
        "Region Jönköpings län         100 %  1 000 000",
        "----------------------------------------------",
        "Regionerna                      1/4  1 000 000",
        "Habo                           60 %    600 000",
        "Mullsjö                        40 %    400 000",
        "----------------------------------------------",
        "Kommunerna                      1/4  1 000 000",
        "----------------------------------------------",
        "Summa                                4 000 000",
    ]


def test_who_pays_says_what_is_not_known_yet() -> None:
    """A split still to be made has `?` for shares and amounts."""
    due = contributions(BYGDEN, year=2027, total=kr(4_000_000), split=ToBeSplit(by="population"))
    assert lines(reports.who_pays(due))[7:11] == [
        "Habo                       ?          ?",
        "Mullsjö                    ?          ?",
        "---------------------------------------",
        "The municipalities       1/4  1 000 000",
    ]


def test_a_derivation_is_told_step_by_step() -> None:
    """The steps of what a member pays, numbered under a heading."""
    due = contributions(BYGDEN, year=2027, total=kr(4_000_000), split=SIXTY_FORTY)
    for language in LANGUAGES:
        heading, *steps = (step.to(language) for step in due.derivation("Habo"))
        said = " ".join(" ".join(lines(reports.derivation(due, "Habo"), language)).split())
        assert said == " ".join([heading, *(f"{number}. {step}" for number, step in enumerate(steps, 1))])
    assert lines(reports.derivation(due, "Habo"))[:2] == [
        "Habo 2027: 600 000 kr",
        "1. given: all pay 4 000 000 kr together",
    ]


# Money


def test_the_budget_shows_each_row_under_its_category() -> None:
    """A category with its sum, then its rows; other income by itself; an empty cell where a row has no amount."""
    support = Cost(id="stod", name="Stöd", category=Category.INDIVIDUAL, budget={2027: kr(3_900_000)})
    table = reports.budget(
        plan(
            funding=funding(),
            equity=Equity(opening=Columns(budget={2027: kr(1_000)})),
            income=(Income(id="ranta", name="Ränta", budget={2027: kr(500)}),),
            costs=(support, STYRELSEN),
            preliminary=(2025,),
        )
    )
    assert lines(table, "sv") == [
        "Budget, kr                  prel.      utfall",
        "                           utfall      t.o.m.     budget",
        "                             2025  2026-08-31       2027",
        "Ingående eget kapital           ?           ?      1 000",
        "Bidrag från medlemmarna         ?           ?  4 000 000",
        "- Ränta                                              500",
        "Individinriktade insatser                      3 900 000",
        "- Stöd                                         3 900 000",
        "Styrelse                   70 000      40 000     70 000",
        "- Styrelsen                70 000      40 000     70 000",
        "--------------------------------------------------------",
        "Summa kostnader            70 000      40 000  3 970 000",
        "Resultat                        ?           ?     30 500",
        "Utgående eget kapital           ?           ?     31 500",
    ]


def test_the_summary_is_of_the_budget_year_and_those_after_it() -> None:
    """What comes in, goes out and is left, of 1 000 000 kr from the year before; no forecast and no part of a year."""
    support = Cost(
        id="stod",
        name="Stöd",
        category=Category.INDIVIDUAL,
        budget={2026: kr(1), 2027: kr(3_900_000), 2028: kr(3_950_000), "2027-H1": kr(1)},
        forecast={2026: kr(2)},
    )
    total = dict.fromkeys((2026, 2027, 2028), kr(4_000_000))
    of = plan(
        funding=Funding(total=total, split=SIXTY_FORTY, received=Columns(forecast={2026: kr(900_002)})),
        equity=Equity(opening=Columns(forecast={2026: kr(100_000)})),
        costs=(support,),
    )
    assert lines(reports.summary(of))[:6] == [
        "In short, kr       budget     budget",
        "                     2027       2028",
        "Contributions   4 000 000  4 000 000",
        "Total costs     3 900 000  3 950 000",
        "Result            100 000     50 000",
        "Closing equity  1 100 000  1 150 000",
    ]


# Findings


def finding(severity: Severity, message: str = "costs of 8 000 000 kr", **others: Any) -> Finding:
    """A finding with that message."""
    made = Finding(
        id="F301",
        severity=severity,
        path=("costs",),
        place="costs",
        message=Text(en=message, sv="kostnader på 8 000 000 kr"),
        ground=Provision("2003:1210", "5 §"),
        remedy=Text(en="lower them", sv="sänk dem"),
    )
    return evolve(made, **others)


def test_findings_stand_under_their_number_by_severity() -> None:
    """The worst are counted first, in either language."""
    found = [finding(Severity.NOTE), finding(Severity.ERROR), finding(Severity.NOTE)]
    assert lines(reports.findings(found), "sv")[:5] == [
        "Iakttagelser: 1 fel, 2 noteringar",
        "",
        "F301 notering: costs: kostnader på 8 000 000 kr",
        "    5 § lagen (2003:1210)",
        "    sänk dem",
    ]
    assert lines(reports.findings(found))[0] == "Findings: 1 error, 2 notes"


def test_a_finding_in_a_file_has_its_line() -> None:
    """The line before the place, where the plan was read from a file."""
    assert lines(reports.findings([finding(Severity.ERROR, line=12)]))[2] == (
        "F301 error: line 12, costs: costs of 8 000 000 kr"
    )


def test_a_ground_that_is_inferred_says_from_what() -> None:
    """Where the words of the time have not been read."""
    inferred = Text(en="from the bill", sv="av propositionen")
    assert lines(reports.findings([finding(Severity.ERROR, inferred=inferred)]))[3:5] == [
        "    5 § lagen (2003:1210) (the words of the time have not been read; from the",
        "      bill)",
    ]


def test_a_rule_that_speaks_three_times_speaks_once() -> None:
    """Three findings of one rule stand together, with their ground and what to do said once; two stand apart."""
    found = [finding(Severity.NOTE, place=f"costs[{number}]") for number in (1, 2, 3)]
    assert lines(reports.findings(found)) == [
        "Findings: 3 notes",
        "",
        "F301 note, 3 times:",
        "  - costs[1]: costs of 8 000 000 kr",
        "  - costs[2]: costs of 8 000 000 kr",
        "  - costs[3]: costs of 8 000 000 kr",
        "    5 § lagen (2003:1210)",
        "    lower them",
    ]
    assert lines(reports.findings(found[:2]))[2] == "F301 note: costs[1]: costs of 8 000 000 kr"
    assert len(lines(reports.findings([*found[:2], finding(Severity.ERROR)]))) == 1 + 3 * 4


@pytest.mark.parametrize("name", examples())
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_finding_is_left_out(name: str, language: Language) -> None:
    """Each message, each ground and each remedy is there, however many findings stand together."""
    found = example(name).check()
    said = "".join("".join(lines(reports.findings(found), language)).split())
    for each in found:
        for words_of_it in (each.place, each.message.to(language), each.remedy.to(language)):
            assert "".join(words_of_it.split()) in said


def test_nothing_found_is_said_in_words() -> None:
    """No findings is an answer too."""
    none = reports.findings(())
    assert (text(none, "en"), text(none, "sv")) == ("Findings: none", "Iakttagelser: inga")


def test_what_is_found_in_a_plan_stands_under_its_title() -> None:
    """Whose plan it is, for which year, and the findings."""
    found = [finding(Severity.ERROR)]
    assert lines(reports.check(plan(), found), "sv") == [
        "Exempelbygden: verksamhetsplan 2027",
        "",
        *lines(reports.findings(found), "sv"),
    ]


# Rules


def test_a_rule_is_explained_by_its_reason_and_its_ground() -> None:
    """What finsam explain shows."""
    assert lines(reports.rule(rule("F202"))) == [
        "F202 error",
        "The amount that the plan prints for a member is what the member's share gives,",
        "  however it is rounded.",
        "the plan's own figures",
    ]


def test_every_rule_stands_in_the_list() -> None:
    """A line a rule, or as many as it needs, in the order of the numbers."""
    starts = [line[:4] for line in lines(reports.rules(), "sv") if not line.startswith(" ")]
    assert starts == [each.id for each in RULES] == sorted(starts)


@pytest.mark.parametrize("padding", range(40, 60))
def test_an_amount_stays_on_one_line(padding: int) -> None:
    """However long the sentence before it, an amount is not broken."""
    said = lines(reports.findings([finding(Severity.ERROR, f"{'x' * padding} 8 000 000 kr and 54,5 % of it")]))
    assert any("8 000 000 kr" in line for line in said)
    assert any("54,5 %" in line for line in said)
    assert all(len(line) <= 80 for line in said)


def test_the_checks_are_made_once_for_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """The summary counts what the end of the report tells."""
    made: list[OperationalPlan] = []

    def counting(plan: OperationalPlan) -> tuple[Finding, ...]:
        made.append(plan)
        return ()

    monkeypatch.setattr("finsam.checks.check", counting)
    assert str(reports.report(example("hoglandet-2023"))).count("Findings: none") == 2
    assert len(made) == 1
