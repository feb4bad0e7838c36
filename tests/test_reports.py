"""Reports: the plan's tables and findings, in Swedish and English."""

from datetime import date

import pytest
from attrs import evolve

from finsam import (
    Association,
    Budget,
    Category,
    CostLine,
    Finding,
    Funding,
    IncomeLine,
    OperationalPlan,
    Outcome,
    Severity,
    Shares,
    contributions,
    example,
    examples,
    kr,
    outline,
    reports,
)
from finsam.association import Member
from finsam.funding import Basis
from finsam.language import LANGUAGES, Language, Text
from finsam.law import Provision
from finsam.registry import municipality
from finsam.split import ToBeSplit

HABO_AND_MULLSJO = Shares({"Habo": "60 %", "Mullsjö": "40 %"})


def bygden() -> Association:
    return Association.of("Exempelbygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")


def plan(**changes: object) -> OperationalPlan:
    """A plan for 2027 without amounts, but for what is given."""
    return evolve(OperationalPlan(association=bygden(), year=2027), **changes)  # type: ignore[arg-type]  # as given


def funding(year: int = 2027, split: Shares | ToBeSplit | None = HABO_AND_MULLSJO) -> Funding:
    """Four million kronor for the year: a million to the municipalities."""
    return Funding(year=year, basis=Basis.TOTAL, amount=kr(4_000_000), split=split)


def lines(text: object) -> list[str]:
    return str(text).splitlines()


@pytest.mark.parametrize("name", examples())
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_a_terminal(name: str, language: Language) -> None:
    """The published plans fit in 80 columns."""
    assert max(map(len, lines(reports.report(example(name), language)))) <= 80


def test_the_report_is_its_parts() -> None:
    """A plan's report is its heading, what it says in words, who pays, the money of each year, and the findings."""
    hoglandet = example("hoglandet-2023")
    words = [
        outline.association(hoglandet, "sv"),
        outline.direction(hoglandet, "sv"),
        outline.governance(hoglandet, "sv"),
        outline.target_groups(hoglandet, "sv"),
        outline.interventions(hoglandet, "sv"),
        outline.common_goals(hoglandet, "sv"),
        outline.activities(hoglandet, "sv"),
        outline.calendar(hoglandet, "sv"),
    ]
    assert reports.report(hoglandet, "sv") == "\n\n".join(
        [
            "Höglandets samordningsförbund: verksamhetsplan 2023",
            *filter(None, words),
            str(reports.contributions(hoglandet, "sv")),
            str(reports.budget(hoglandet, "sv")),
            reports.findings(hoglandet.check(), "sv"),
        ]
    )


def test_a_plan_without_amounts_has_no_tables() -> None:
    """Nothing is shown of what nothing is known of."""
    text = reports.report(plan())
    assert text.startswith(
        "Exempelbygden: operational plan 2027\n\n"
        "Members: Habo, Mullsjö, Region Jönköpings län, Försäkringskassan,\n"
        "  Arbetsförmedlingen\n\n"
        "Findings: "
    )


def test_contributions_show_what_is_known() -> None:
    """A quarter that is not split yet is `?` for its members, and a year that cannot be worked out for all."""
    table = reports.contributions(
        plan(funding=(funding(2029, None), funding(2028, ToBeSplit(by="population")), funding(2027)))
    )
    assert lines(table) == [
        "Contributions, kr           2027       2028  2029",
        "Habo                     600 000          ?     ?",
        "Mullsjö                  400 000          ?     ?",
        "Region Jönköpings län  1 000 000  1 000 000     ?",
        "Försäkringskassan      2 000 000  2 000 000     ?",
        "Arbetsförmedlingen             0          0     ?",
        "-------------------------------------------------",
        "Total                  4 000 000  4 000 000     ?",
    ]


def test_one_who_is_no_member_in_a_year_has_an_empty_cell() -> None:
    """Before it joins, a member is neither unknown nor pays nought."""
    grown = Association.of(
        "Exempelbygden",
        municipalities=["Habo", "Mullsjö", Member(organisation=municipality("Aneby"), joined=date(2028, 1, 1))],
        region="Region Jönköpings län",
    )
    shares = Shares({"Habo": "50 %", "Mullsjö": "25 %", "Aneby": "25 %"})
    table = reports.contributions(
        OperationalPlan(association=grown, year=2027, funding=(funding(), funding(2028, shares)))
    )
    assert lines(table)[3] == "Aneby                               250 000"


def test_who_pays_shows_each_share_of_its_party() -> None:
    """The municipalities' million in six and four tenths."""
    due = contributions(bygden(), year=2027, total=kr(4_000_000), split=HABO_AND_MULLSJO)
    assert lines(reports.who_pays(due, "sv")) == [
        "Bidrag 2027            andel         kr",
        "Försäkringskassan      100 %  2 000 000",
        "---------------------------------------",
        "staten                   1/2  2 000 000",
        "Region Jönköpings län  100 %  1 000 000",
        "---------------------------------------",
        "regionerna               1/4  1 000 000",
        "Habo                    60 %    600 000",
        "Mullsjö                 40 %    400 000",
        "---------------------------------------",
        "kommunerna               1/4  1 000 000",
        "---------------------------------------",
        "Summa                         4 000 000",
    ]


def test_who_pays_says_what_is_not_known_yet() -> None:
    """A split still to be made has `?` for shares and amounts."""
    due = contributions(bygden(), year=2027, total=kr(4_000_000), split=ToBeSplit(by="population"))
    assert lines(reports.who_pays(due))[7:11] == [
        "Habo                       ?          ?",
        "Mullsjö                    ?          ?",
        "---------------------------------------",
        "the municipalities       1/4  1 000 000",
    ]


def test_the_budget_shows_each_line_under_its_category() -> None:
    """A category with its sum, then its lines; other income by itself; an empty cell where a line has no amount."""
    seat = CostLine(id="styrelse", name="Styrelsen", amount=kr(70_000), category=Category.BOARD)
    support = CostLine(id="stod", name="Stöd", amount=kr(3_900_000), category=Category.INDIVIDUAL)
    interest = IncomeLine(id="ranta", name="Ränta", amount=kr(500))
    table = reports.budget(
        plan(
            funding=(funding(),),
            budgets=(Budget(year=2027, costs=(support, seat), other_income=(interest,), opening=kr(1_000)),),
            outcomes=(Outcome(year=2025, costs=(seat,), preliminary=True),),
        ),
        "sv",
    )
    assert lines(table) == [
        "Budget, kr                  prel.",
        "                           utfall     budget",
        "                             2025       2027",
        "Ingående eget kapital           ?      1 000",
        "Bidrag                          ?  4 000 000",
        "Ränta                                    500",
        "Individinriktade insatser          3 900 000",
        "- Stöd                             3 900 000",
        "Styrelse                   70 000     70 000",
        "- Styrelsen                70 000     70 000",
        "--------------------------------------------",
        "Summa kostnader            70 000  3 970 000",
        "Resultat                        ?     30 500",
        "Utgående eget kapital           ?     31 500",
    ]


def finding(severity: Severity, message: str = "costs of 8 000 000 kr") -> Finding:
    """A finding with that message."""
    return Finding(
        id="F301",
        severity=severity,
        place="budget 2027",
        message=Text(en=message, sv="kostnader på 8 000 000 kr"),
        basis=Provision("2003:1210", "5 §"),
        remedy=Text(en="lower them", sv="sänk dem"),
    )


def test_findings_stand_under_their_number_by_severity() -> None:
    """The worst are counted first, in either language."""
    found = [finding(Severity.NOTE), finding(Severity.ERROR), finding(Severity.NOTE)]
    assert lines(reports.findings(found, "sv"))[:5] == [
        "Iakttagelser: 1 fel, 2 noteringar",
        "",
        "F301 notering: budget 2027: kostnader på 8 000 000 kr",
        "    5 § lag (2003:1210)",
        "    sänk dem",
    ]
    assert lines(reports.findings(found))[0] == "Findings: 1 error, 2 notes"


def test_nothing_found_is_said_in_words() -> None:
    """No findings is an answer too."""
    assert (reports.findings(()), reports.findings((), "sv")) == ("Findings: nothing", "Iakttagelser: inget")


@pytest.mark.parametrize("padding", range(40, 60))
def test_an_amount_stays_on_one_line(padding: int) -> None:
    """However long the sentence before it, an amount is not broken."""
    text = reports.findings([finding(Severity.ERROR, f"{'x' * padding} 8 000 000 kr and 54,5 % of it")])
    assert any("8 000 000 kr" in line for line in lines(text))
    assert any("54,5 %" in line for line in lines(text))
    assert all(len(line) <= 80 for line in lines(text))
