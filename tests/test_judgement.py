"""
What a careful controller expects of the checks: nobody innocent is accused, one cause is one finding that names the
culprit, a tie is told as a tie, what rounding explains is not found, and what is not said is not known.

Every plan here is invented and small; each shows a case in which it is easy to judge wrongly, or to keep silent.
"""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, example, given
from hypothesis import strategies as st

from finsam import Equity, FinsamError, Funding, Money, OperationalPlan, Severity, Stated, kr, loads
from finsam.cli import main
from finsam.errors import SplitError, UnknownNameError
from finsam.money import ORE_IN, MoneyUnit
from finsam.organisations import Municipality, municipalities, municipality, region
from finsam.printed import Printed
from finsam.rows import Columns
from plan_strategies import funded_plans, some, sound_plans
from printing import MOST_DECIMALS, as_printed, roundings
from strategies import tries

BYGDEN = """\
format = 1
year = 2027

[association]
name = "Bygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]
"""
UNSPLIT = """
[funding]
total = { 2027 = 4_000_000 }
unit = 1
"""
FUNDED = f"""{UNSPLIT}
[[funding.split]]
shares = {{ "Habo" = "60 %", "Mullsjö" = "40 %" }}
"""

Figures = Mapping[str, int | str]


def plan(*tables: str, beginning: str = BYGDEN) -> OperationalPlan:
    return loads("\n".join([beginning, *tables]))


def stated(**kinds: Figures) -> str:
    """What the document prints of 2027 in one place: by `parties`, and by member as `contributions`."""
    tables = "\n".join(f"{kind} = {_inline(figures)}" for kind, figures in kinds.items())
    return f'\n[[stated]]\nwhere = "5"\n{tables}\n'


def _inline(figures: Figures) -> str:
    rows = (f'"{name}" = {{ budget = {{ 2027 = {json.dumps(said)} }} }}' for name, said in figures.items())
    return f"{{ {', '.join(rows)} }}"


def said(plan: OperationalPlan, *ids: str) -> list[str]:
    """The findings of those rules or families of rules, without their grounds and remedies."""
    return [str(finding).split("\n")[0] for finding in plan.check() if finding.id.startswith(ids)]


def severities(plan: OperationalPlan, *ids: str) -> dict[str, Severity]:
    return {finding.id: finding.severity for finding in plan.check() if finding.id.startswith(ids)}


# What is printed is held against whatever else is known.

PARTY = 'stated[1] "5".parties'
NO_FUNDING = "F204 unknown: funding: the plan has no funding for 2027"


def test_one_wrong_party_is_found_alone() -> None:
    """A quarter of 4 000 000 is 1 000 000, whatever the others are printed with."""
    regions = (
        f"F201 error: {PARTY}.regions.budget.2027: the regions: 999 000 kr is printed for 2027, "
        "but 1/4 of 4 000 000 kr is 1 000 000 kr"
    )
    state = (
        f"F201 error: {PARTY}.state.budget.2027: the state: 2 000 001 kr is printed for 2027, "
        "but 1/2 of 4 000 000 kr is 2 000 000 kr"
    )
    assert said(plan(FUNDED, stated(parties={"regions": 999_000})), "F2") == [regions]
    assert said(plan(FUNDED, stated(parties={"regions": 999_000, "state": 2_000_001})), "F2") == [state, regions]
    assert said(plan(FUNDED, stated(parties={"regions": 1_000_000, "state": 2_000_000})), "F2") == []


def test_three_parties_are_held_against_the_act_alone() -> None:
    """2 000 000, 900 000 and 1 100 000 are no half and quarters of anything; which of them is wrong nobody knows."""
    printed = stated(parties={"state": 2_000_000, "regions": 900_000, "municipalities": 1_100_000})
    assert said(plan(printed), "F2") == [
        (
            f"F201 error: {PARTY}: what is printed for 2027 does not go together: the state 2 000 000 kr, "
            "the regions 900 000 kr, the municipalities 1 100 000 kr"
        ),
        NO_FUNDING,
    ]


@pytest.mark.parametrize("key", ['to_be_split_by = "population"', "unpublished = true", "not_agreed = true"])
def test_the_members_of_a_party_add_up_to_its_quarter_before_they_are_split(key: str) -> None:
    """What each pays is not known; that it is not 1 000 500 together is."""
    printed = stated(contributions={"Habo": 600_500, "Mullsjö": 400_000})
    assert said(plan(UNSPLIT, f"[[funding.split]]\n{key}", printed), "F201", "F202", "F203") == [
        (
            'F203 error: stated[1] "5".contributions: the amounts of the municipalities for 2027 add up to '
            "1 000 500 kr, not to 1 000 000 kr"
        )
    ]


# An amount stands for every amount that would be printed so.


def spending(costs: int, *rest: str) -> OperationalPlan:
    row = f'[[costs]]\nid = "a"\nname = "A"\ncategory = "new"\nbudget = {{ 2027 = {costs} }}\n'
    return plan(row, *rest)


ROUNDED = [
    ("4,0 mkr", [3_950_000, 4_012_000, 4_050_000], [3_949_000, 4_051_000]),
    ("4 012 tkr", [4_011_500, 4_012_000, 4_012_500], [4_011_000, 4_013_000]),
    ("4 012 000", [4_012_000], [4_011_999, 4_012_001]),
    ("ca 4 mkr", [3_500_000, 4_500_000], [3_400_000, 4_600_000]),
    ("drygt 4 mkr", [4_000_001, 4_900_000], [3_999_999, 4_000_000, 5_100_000]),
    ("knappt 4 mkr", [3_100_000, 3_999_999], [2_900_000, 4_000_000, 4_000_001]),
    ("över 4 mkr", [4_000_001, 9_000_000], [4_000_000, 3_999_999]),
    ("minst 4 mkr", [4_000_000, 9_000_000], [3_999_999]),
    ("högst 4 mkr", [4_000_000, 0], [4_000_001]),
    ("mellan 2 och 3 mkr", [2_000_000, 3_000_000], [1_999_999, 3_000_001]),
]


@pytest.mark.parametrize(("printed", "right", "wrong"), ROUNDED, ids=[each[0] for each in ROUNDED])
def test_a_total_is_found_where_no_rounding_explains_it(printed: str, right: list[int], wrong: list[int]) -> None:
    """As a text prints the costs, and what they are."""
    total = f'[[stated]]\nwhere = "5"\ncosts = {{ budget = {{ 2027 = "{printed}" }} }}'
    assert [said(spending(costs, total), "F304") for costs in right] == [[]] * len(right)
    assert [len(said(spending(costs, total), "F304")) for costs in wrong] == [1] * len(wrong)


def test_an_annual_report_in_thousands_is_right() -> None:
    """4 012 345 kr in all: 2 006 tkr is the half, 627 tkr is 62,5 % of the quarter, and 124 tkr is what is left."""
    money = """
[funding]
total = { 2027 = 4_012_345 }
split = [{ shares = { "Habo" = "62,5 %", "Mullsjö" = "37,5 %" } }]

[equity]
opening = { budget = { 2027 = 100_000 } }
"""
    printed = """
[[stated]]
where = "5"
income = { budget = { 2027 = "4 012 tkr" } }
closing = { budget = { 2027 = "124 tkr" } }
parties = { state = { budget = { 2027 = "2 006 tkr" } }, regions = { budget = { 2027 = "1 003 tkr" } } }
contributions = { Habo = { budget = { 2027 = "627 tkr" } }, "Mullsjö" = { budget = { 2027 = "376 tkr" } } }
"""
    of = spending(3_988_544, money, printed)
    assert of.budget(2027).closing == kr(123_801)
    assert said(of, "F201", "F202", "F203", "F304") == []


def whole_kronor(total: str, habo: int) -> OperationalPlan:
    """A plan that does not say in what unit they pay, and whose document prints Habo's 60 % in whole kronor."""
    funding = f"""
[funding]
total = {{ 2027 = "{total}" }}
split = [{{ shares = {{ "Habo" = "60 %", "Mullsjö" = "40 %" }} }}]
"""
    return plan(funding, stated(contributions={"Habo": habo}))


def test_whole_kronor_stand_for_the_ore_in_them() -> None:
    """60 % of a quarter of 4 198 342,72 kr is 629 751,41 kr, which is printed as 629 751."""
    of = whole_kronor("4 198 342,72", 629_751)
    assert of.contributions(2027)["Habo"] == kr("629 751,41")
    assert said(of, "F201", "F202", "F203") == []
    assert said(whole_kronor("4 198 342,72", 629_761), "F202") == [
        (
            'F202 error: stated[1] "5".contributions.Habo.budget.2027: 629 761 kr is printed for Habo in 2027, '
            "at least 9,09 kr more than the 629 751,41 kr of its share"
        )
    ]


def test_whole_kronor_may_be_split_as_whole_kronor() -> None:
    """
    60 % of a quarter of 4 000 003 kr is 600 000,45 kr, and 40 % of it is 400 000,30 kr.

    Of the 1 000 001 kr that they pay in whole kronor, Habo pays the odd one: 600 001 kr is a lawful split.
    """
    of = whole_kronor("4 000 003", 600_001)
    assert evolve(of, funding=evolve(of.funding, unit=kr(1))).contributions(2027)["Habo"] == kr(600_001)
    assert said(of, "F201", "F202", "F203") == []


# A tie is told as a tie, and the odd unit may go either way.

ODD = (
    UNSPLIT.replace("4_000_000", "12_345_678") + '[[funding.split]]\nshares = { "Habo" = "60 %", "Mullsjö" = "40 %" }\n'
)
UNEVEN = (
    "F250 note: funding: 12 345 678 kr for 2027 does not go evenly in units of 1 kr: the regions 3 086 419 kr, "
    "the municipalities 3 086 420 kr; the act does not say who gets the odd one"
)


def test_a_tie_between_parties_is_told_as_one() -> None:
    """Each quarter of 12 345 678 kr is 3 086 419,50 kr: neither remainder is larger than the other."""
    due = plan(ODD).contributions(2027)
    assert due.explain("Region Jönköpings län").split("\n")[2:] == [
        "2. the regions' part: 1/4 of 12 345 678 kr is 3 086 419,50 kr (5 § lagen (2003:1210))",
        "3. rounded down to 3 086 419 kr: remainder and share are as large as another's, and 1 kr goes by the alphabet",
    ]
    assert due.explain("Habo", "sv").split("\n")[2:4] == [
        "2. kommunernas del: 1/4 av 12 345 678 kr är 3 086 419,50 kr (5 § lagen (2003:1210))",
        (
            "3. avrundas uppåt till 3 086 420 kr: rest och andel är lika stora som en annans, "
            "och 1 kr ges i bokstavsordning"
        ),
    ]


def test_a_tie_between_municipalities_is_told_as_one() -> None:
    """Of 102 kr, 33,66 kr each for Tibro and Töreboda and 34,68 for Hjo, which has the larger remainder."""
    beginning = """\
format = 1
year = 2027

[association]
name = "Bygden"
region = "Västra Götalandsregionen"
municipalities = ["Tibro", "Töreboda", "Hjo"]

[funding]
total = { 2027 = 408 }
unit = 1
split = [{ population = { "Tibro" = 33, "Töreboda" = 33, "Hjo" = 34 } }]
"""
    due = plan(beginning=beginning).contributions(2027)
    assert [due.explain(member).split("\n")[-1] for member in ("Tibro", "Töreboda", "Hjo")] == [
        "4. rounded up to 34 kr: remainder and share are as large as another's, and 1 kr goes by the alphabet",
        "4. rounded down to 33 kr: remainder and share are as large as another's, and 1 kr goes by the alphabet",
        "4. rounded up to 35 kr: what is left over goes, 1 kr each, to the largest remainders",
    ]


@pytest.mark.parametrize(("regions", "municipalities"), [(3_086_419, 3_086_420), (3_086_420, 3_086_419)])
def test_the_odd_krona_may_go_either_way(regions: int, municipalities: int) -> None:
    """Each quarter is 3 086 419,50 kr; the act does not say who pays the krona, and that it does not is a note."""
    parties = {"state": 6_172_839, "regions": regions, "municipalities": municipalities}
    assert said(plan(ODD, stated(parties=parties)), "F2") == [UNEVEN]
    assert said(plan(stated(parties=parties)), "F2") == [NO_FUNDING]


def test_the_odd_krona_is_paid_by_one_of_them() -> None:
    """With two of them the whole would be 12 345 679 kr, a krona more than the members are to pay."""
    parties = {"state": 6_172_839, "regions": 3_086_420, "municipalities": 3_086_420}
    assert said(plan(ODD, stated(parties=parties)), "F201", "F203") != []


# What is not said is not known, also where something else is said.

ROOM = """
[[costs]]
id = "nytt"
name = "Utrymme för ny verksamhet"
category = "new"
budget = { 2027 = 420_000 }
"""
PROJECT = """
[[interventions]]
id = "se"
name = "SE"
orientation = "individual"
end = 2027-12-31
"""
HELD = 'format = 1\nchapters = ["budget", "interventions"]\n'


def test_one_known_amount_accuses_nobody() -> None:
    """A news page tells of the room for new activities, and of a project: the rest is unknown, as it was without it."""
    of = plan(ROOM, PROJECT)
    assert {finding.severity for finding in of.check()} == {Severity.UNKNOWN}
    assert said(of, "F3", "F4") == [
        "F307 unknown: costs: there is no budget for 2028, 2029",
        'F402 unknown: interventions[1] "se": no row of costs for 2027 names SE',
        'F452 unknown: interventions[1] "se".parties: the plan does not say which parties it serves',
        (
            'F453 unknown: interventions[1] "se".afterwards: SE ends on 2027-12-31, and the plan does not say what '
            "happens then"
        ),
    ]


def test_two_rows_of_a_table_accuse_nobody() -> None:
    """An article tells of the office for two years, and of the room for new activities in one of them."""
    office = ROOM.replace("nytt", "kansli").replace("2027 = 420_000", "2027 = 700_000, 2028 = 700_000")
    assert {finding.severity for finding in plan(ROOM, office).check()} == {Severity.UNKNOWN}


def test_one_known_amount_ends_the_command_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 0: nothing is wrong."""
    (tmp_path / "plan.toml").write_text(BYGDEN + ROOM + PROJECT, "utf-8")
    assert main(["check", str(tmp_path / "plan.toml")]) == 0
    assert "\nFindings: 10 unknown\n" in capsys.readouterr().out


def test_what_a_plan_holds_is_all_that_it_says() -> None:
    """The same rows, in a plan that says it holds the whole budget and every intervention."""
    of = plan(ROOM, PROJECT, beginning=BYGDEN.replace("format = 1\n", HELD))
    assert severities(of, "F307", "F402", "F453") == {
        "F307": Severity.ERROR,
        "F402": Severity.WARNING,
        "F453": Severity.WARNING,
    }


def test_costs_of_which_there_is_no_row_are_not_zero() -> None:
    """A summary prints the equity and the total of the costs; that total is not too high for want of its rows."""
    summary = """
[equity]
opening = { budget = { 2027 = 1_700_000 } }
ceiling = "20 %"

[[stated]]
where = "5"
costs = { budget = { 2027 = 4_900_000 } }
closing = { budget = { 2027 = 800_000 } }
"""
    assert said(plan(FUNDED, summary), "F301", "F302", "F304", "F35") == [
        (
            'F304 unknown: stated[1] "5".costs.budget.2027: the costs (budget 2027): stated 4 900 000 kr, '
            "which cannot be worked out from the plan"
        ),
        (
            'F304 unknown: stated[1] "5".closing.budget.2027: the closing equity (budget 2027): stated 800 000 kr, '
            "which cannot be worked out from the plan"
        ),
    ]


def test_of_what_a_plan_does_not_hold_nothing_is_asked() -> None:
    """An excerpt of the budget is not asked about the board, the auditors, the charter, the adoption or the split."""
    of = plan(ROOM, PROJECT, beginning=BYGDEN.replace("format = 1\n", 'format = 1\nchapters = ["goals"]\n'))
    assert of.check() == ()


def test_the_money_rules_can_be_asked_for_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--select F2,F3` tells of who pays and of what for, and `--only errors` of what must be mended."""
    (tmp_path / "plan.toml").write_text(BYGDEN + ROOM + PROJECT, "utf-8")
    assert main(["check", str(tmp_path / "plan.toml"), "--select", "F2,F3", "--json"]) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert [finding["id"] for finding in told["findings"]] == ["F204", "F307"]
    assert main(["check", str(tmp_path / "plan.toml"), "--only", "errors", "--json"]) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert told["findings"] == []


# Names are read as people print them, and no other place is guessed.


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Malmö stad", "Malmö"),
        ("Borås Stad", "Borås"),
        ("Stockholms stad", "Stockholm"),
        ("Göteborgs Stad", "Göteborg"),
        ("Sundbybergs stad", "Sundbyberg"),
        ("Solna stad", "Solna"),
        ("Lidingö stad", "Lidingö"),
        ("Mölndals stad", "Mölndal"),
        ("Haparanda stad", "Haparanda"),
        ("Region Gotland", "Gotland"),
    ],
)
def test_a_municipality_is_known_by_what_it_calls_itself(printed: str, name: str) -> None:
    """Also in a file."""
    assert municipality(printed).name == name
    of = plan(beginning=BYGDEN.replace('"Habo"', f'"{printed}"'))
    assert [member.name for member in of.association.municipalities] == [name, "Mullsjö"]


@pytest.mark.parametrize(
    ("printed", "code"), [("Region Örebro", "18"), ("Västra Götaland", "14"), ("VGR", "14"), ("Region Jönköping", "06")]
)
def test_a_region_is_known_by_what_people_call_it(printed: str, code: str) -> None:
    """Also in a file."""
    assert region(printed).code == code
    of = plan(beginning=BYGDEN.replace("Region Jönköpings län", printed))
    assert [member.organisation.code for member in of.association.regions] == [code]


def test_gotland_is_not_taken_for_a_region() -> None:
    """ "Region Östergötland" is another place; what is wrong is where it is written."""
    with pytest.raises(FinsamError) as error:
        plan(beginning=BYGDEN.replace("Region Jönköpings län", "Region Gotland"))
    assert str(error.value) == (
        'text: line 6, association.region: "Region Gotland" is a municipality outside every region; '
        "write it among the municipalities"
    )


@given(st.sampled_from(municipalities()), st.data())
@example(municipality("Habo"), None)
def test_a_letter_that_is_written_twice_leads_to_no_other_place(of: Municipality, data: st.DataObject | None) -> None:
    """Håbo is not Habo with a letter too much."""
    index = 2 if data is None else data.draw(st.integers(0, len(of.name) - 1))
    with pytest.raises(UnknownNameError) as error:
        municipality(of.name[:index] + of.name[index] + of.name[index:])
    guessed = str(error.value).partition('did you mean "')[2].partition('"')[0]
    assert guessed in ("", of.name)


# A key as it is published loads, and is found.

THREE = BYGDEN.replace('"Mullsjö"', '"Mullsjö", "Vaggeryd"')


def test_percentages_that_are_rounded_load_and_are_found() -> None:
    """36,3, 21,4 and 42,4 % are 100,1 %; whoever transcribes the document cannot change it."""
    key = '[[funding.split]]\nshares = { "Habo" = "36,3 %", "Mullsjö" = "21,4 %", "Vaggeryd" = "42,4 %" }\n'
    of = plan(UNSPLIT, key, beginning=THREE)
    assert said(of, "F2") == [
        (
            "F205 error: funding.split: for 2027: the shares of Habo, Mullsjö, Vaggeryd sum to 100,1 %; "
            "change them so that they sum to 100 %"
        )
    ]
    with pytest.raises(SplitError):
        of.contributions(2027)


def test_a_table_that_misses_by_a_krona_loads_and_is_found() -> None:
    """600 000 and 399 999 kr are a krona less than the quarter."""
    key = '[[funding.split]]\namounts = { "Habo" = 600_000, "Mullsjö" = 399_999 }\n'
    assert said(plan(UNSPLIT, key), "F2") == [
        (
            "F205 error: funding.split: for 2027: the fixed amounts add up to 999 999 kr; "
            "change them so that they add up to 1 000 000 kr"
        )
    ]


def test_the_parties_are_judged_under_a_key_that_does_not_fit() -> None:
    """What the region pays does not rest on how the municipalities share."""
    key = '[[funding.split]]\nshares = { "Habo" = "60,1 %", "Mullsjö" = "40 %" }\n'
    printed = stated(contributions={"Region Jönköpings län": 999_000})
    assert said(plan(UNSPLIT, key, printed), "F201") == [
        (
            'F201 error: stated[1] "5".contributions."Region Jönköpings län".budget.2027: the regions: 999 000 kr is '
            "printed for 2027, but 1/4 of 4 000 000 kr is 1 000 000 kr"
        )
    ]


@pytest.mark.parametrize(
    ("key", "en", "sv"),
    [
        (
            "unpublished = true",
            "split as agreed, but the figures are not published",
            "är fördelat enligt överenskommelse, men inte publicerat",
        ),
        (
            "not_agreed = true",
            "not split, since the members have not agreed",
            "är inte fördelat, eftersom medlemmarna inte är överens",
        ),
        ('known = { "Habo" = 600_000 }', "known in part only, for Habo", "är bara delvis känt, för Habo"),
        (
            'to_be_split_by = "population"',
            "to be split by population, and not yet split",
            "ska fördelas efter befolkning och är ännu inte fördelat",
        ),
    ],
)
def test_why_a_split_is_not_known_is_said_as_it_is(key: str, en: str, sv: str) -> None:
    """Agreed and not published, not agreed, partly known, and yet to be made are four things."""
    [finding] = [each for each in plan(UNSPLIT, f"[[funding.split]]\n{key}").check() if each.id[1] == "2"]
    assert (finding.id, finding.severity) == ("F204", Severity.UNKNOWN)
    assert str(finding.message) == f"the 1 000 000 kr of the municipalities for 2027: {en}"
    assert finding.message.to("sv") == f"1 000 000 kr från kommunerna 2027: {sv}"


def test_one_members_amount_can_be_known_while_the_others_are_not() -> None:
    """Habo's council has printed its part, and Mullsjö's has not."""
    due = plan(UNSPLIT, '[[funding.split]]\nknown = { "Habo" = 600_000 }').contributions(2027)
    assert (due["Habo"], due.get("Mullsjö")) == (kr(600_000), None)


# One cause is one finding.

STATE = {"state": 2_050_000, "regions": 1_000_000, "municipalities": 1_000_000}
TOO_HIGH = (
    f"F201 error: {PARTY}.state.budget.2027: the state: 2 050 000 kr is printed for 2027, "
    "but 1/2 of 4 000 000 kr is 2 000 000 kr"
)


def test_the_one_that_differs_is_named_and_the_others_are_not() -> None:
    """The state 50 000 too high, and exactly a quarter each: by the plan's total, or by what two agree on."""
    assert said(plan(FUNDED, stated(parties=STATE)), "F2") == [TOO_HIGH]
    assert said(plan(stated(parties=STATE)), "F2") == [TOO_HIGH, NO_FUNDING]


def test_a_slip_in_one_member_is_one_finding() -> None:
    """Habo is printed with 610 000 in a table in which all else is right."""
    printed = stated(
        contributions={
            "Habo": 610_000,
            "Mullsjö": 400_000,
            "Region Jönköpings län": 1_000_000,
            "Försäkringskassan": 2_000_000,
        },
        parties={"state": 2_000_000, "regions": 1_000_000, "municipalities": 1_000_000},
    )
    assert said(plan(FUNDED, printed), "F2") == [
        (
            'F202 error: stated[1] "5".contributions.Habo.budget.2027: 610 000 kr is printed for Habo in 2027, '
            "10 000 kr more than the 600 000 kr of its share"
        )
    ]


# The municipality outside every region.

ISLANDS = """\
format = 1
year = 2027

[association]
name = "Öarna"
region = "Region Stockholm"
municipalities = ["Gotland"]

[funding]
total = { 2027 = 4_000_000 }
"""


def test_what_is_missing_is_said_in_the_words_of_the_file() -> None:
    """Gotland shares the quarter of the regions (5 a §): the key is `region_split`, and no Python is shown."""
    assert said(plan(beginning=ISLANDS), "F2") == [
        (
            "F204 unknown: funding: the contributions of 2027 cannot be worked out: Region Stockholm, Gotland share "
            "1 000 000 kr as they agree (5 a §); say how under region_split"
        )
    ]


def test_what_gotland_pays_as_a_region_is_by_5_a() -> None:
    """The second paragraph; and its municipal quarter by 5 §."""
    key = '[[funding.region_split]]\nshares = { "Gotland" = "10 %", "Region Stockholm" = "90 %" }\n'
    due = plan(key, beginning=ISLANDS).contributions(2027)
    assert due["Gotland"] == kr(1_100_000)
    assert "5 a § second paragraph lagen (2003:1210)" in due.explain("Gotland")
    assert "5 a § andra stycket lagen (2003:1210)" in due.explain("Gotland", "sv")


# Members who come and go.

TWELVE = """\
format = 1
year = 2027

[association]
name = "Bygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö", { name = "Vaggeryd", joined = 2028-07-01 }]

[governance]
board = { seats = 5, deputies = 5 }
auditors = [{ for_members = ["Habo", "Mullsjö", "Region Jönköpings län", "Försäkringskassan"] }]

[funding]
total = { 2027 = 4_000_000, 2028 = 4_000_000 }
split = [
    { years = [2027], shares = { "Habo" = "60 %", "Mullsjö" = "40 %" } },
    { years = [2028], equal = true },
]
"""


def test_board_and_auditors_are_judged_for_every_plan_year() -> None:
    """Five seats for five members, and a sixth member joins in the second year."""
    of = plan(beginning=TWELVE)
    assert said(of, "F104") == ["F104 error: governance.board: there are 5 seats and 5 deputies for 6 members in 2028"]
    assert severities(of, "F105") == {"F105": Severity.ERROR}
    stays = TWELVE.replace('{ name = "Vaggeryd", joined = 2028-07-01 }', '{ name = "Vaggeryd", joined = 2029-01-01 }')
    assert said(plan(beginning=stays), "F104", "F105", "F252") == []


def test_joining_within_a_year_is_asked_about() -> None:
    """What Vaggeryd pays for the half of 2028 is not said."""
    assert said(plan(beginning=TWELVE), "F252") == [
        (
            'F252 unknown: association.municipalities[3] "Vaggeryd".joined: Vaggeryd joins on 2028-07-01, and it is '
            "not said what it pays for 2028"
        )
    ]


# Split keys that people use.


def test_a_published_key_figure_is_a_split_key() -> None:
    """Of 1 000 000 kr: 7 120 and 4 050,5 of 11 170,5 full-year equivalents."""
    key = """
[[funding.split]]
figures = { "Habo" = 7_120, "Mullsjö" = "4 050,5" }
of = "helårsekvivalenter"
on = 2026-11-01
"""
    due = plan(UNSPLIT, key).contributions(2027)
    assert Fraction(due["Habo"].ore, 100) == round(1_000_000 * Fraction(71_200, 111_705))
    assert due["Habo"] + due["Mullsjö"] == kr(1_000_000)


def test_so_much_per_inhabitant_is_a_starting_point() -> None:
    """20 kr each for 12 500 and 7 500 inhabitants are 400 000 kr from the municipalities, and 1 600 000 in all."""
    funding = """
[funding]
per_inhabitant = { 2027 = 20 }
split = [{ population = { "Habo" = 12_500, "Mullsjö" = 7_500 } }]
"""
    due = plan(funding).contributions(2027)
    assert (due["Habo"], due["Mullsjö"], due.total) == (kr(250_000), kr(150_000), kr(1_600_000))


def test_a_unit_is_for_all_years_at_once() -> None:
    """Whole kronor, without a table of years."""
    key = '[[funding.split]]\nshares = { "Habo" = "60 %", "Mullsjö" = "40 %" }\n'
    of = plan("[funding]\nunit = 1\ntotal = { 2027 = 4_000_001, 2028 = 4_000_003 }", key)
    paid = [amount for year in (2027, 2028) for amount in of.contributions(year).values()]
    assert {amount.ore % 100 for amount in paid} == {0}


# Units.


def test_an_association_on_8_400_kr_a_year_is_noted() -> None:
    """It was in thousands."""
    assert said(plan(FUNDED.replace("4_000_000", "8_400")), "F2") == [
        "F251 note: funding.total.2027: all contribute 8 400 kr together in 2027"
    ]


@pytest.mark.parametrize("amount", ["3,4 milj", "3,4 miljoner kr", "3,4 miljoner kronor", "3 400 tkr", "3.400.000 kr"])
def test_an_amount_is_read_in_the_unit_that_people_write(amount: str) -> None:
    """Where it is exact, and where it is printed."""
    assert kr(amount) == kr(3_400_000)
    assert Printed.amount(amount).value == kr(3_400_000).ore


# What pays for the costs.


def earning(kind: str) -> list[str]:
    """What is said of an income in the budget year."""
    return said(plan(f'[[income]]\nid = "gava"\nname = "Gåva"\n{kind}\nbudget = {{ 2027 = 1_000_000 }}'), "F35")


def test_a_gift_does_not_pay_for_the_costs_without_a_word() -> None:
    """What it is called is no kind, so it is asked for; what is said to be a gift is found."""
    assert earning("") == ['F359 unknown: income[1] "gava": it is not said what kind of income Gåva is']
    assert earning('kind = "gift"') == ['F358 warning: income[1] "gava".kind: Gåva is a gift, and pays for the costs']
    assert earning('kind = "interest"') == []


# Small things.


def test_contributions_can_be_asked_for_a_year_that_is_not_funded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`finsam contributions --year 2030 --total` by the agreement that is there: what would each pay?"""
    (tmp_path / "plan.toml").write_text(BYGDEN + FUNDED, "utf-8")
    asked = ["contributions", str(tmp_path / "plan.toml"), "--year", "2030", "--total", "8 000 000", "--json"]
    assert main(asked) == 0
    assert '"Habo"' in (out := capsys.readouterr().out)
    assert "1200000" in out


RESULT = '[[stated]]\nwhere = "5"\nresult = { outcome = { 2026 = 12_000 } }\n'
SPENT = '[[costs]]\nid = "a"\nname = "A"\ncategory = "new"\noutcome = { 2026 = 900_000 }\n'


def test_where_the_income_is_missing_it_is_asked_for() -> None:
    """A result is printed, and what came in is not in the plan."""
    [finding] = [each for each in plan(SPENT, RESULT).check() if each.id == "F304"]
    assert str(finding) == (
        'F304 unknown: stated[1] "5".result.outcome.2026: the result (outcome 2026): stated 12 000 kr, which cannot be '
        "worked out from the plan\n"
        "    the plan's own figures\n"
        "    write what is contributed that year under [funding]"
    )


def test_nobody_is_told_to_leave_out_what_is_published() -> None:
    """A result is printed, and no row of its year is in the plan: that is missing, and not the result too much."""
    [finding] = [each for each in plan(RESULT).check() if each.id == "F304"]
    assert "leave out" not in str(finding.remedy)
    assert "utelämna" not in finding.remedy.to("sv")


def test_a_cost_per_participant_can_be_computed() -> None:
    """4 460 000 kr for 140 participants are 31 857,142... kr each, by long division."""
    assert str(kr(4_460_000) / 140) == "31 857,14 kr"
    assert round(kr(4_460_000).kronor / 140) == 31_857


def test_a_place_is_the_same_in_both_languages() -> None:
    """It is made of the keys of the file, which have one language."""
    [finding] = [each for each in plan(FUNDED, stated(parties={"regions": 999_000})).check() if each.id == "F201"]
    assert finding.text("sv").split("\n")[0] == (
        f"F201 fel: {PARTY}.regions.budget.2027: regionerna: 999 000 kr anges för 2027, "
        "men 1/4 av 4 000 000 kr är 1 000 000 kr"
    )


# Laws


@st.composite
def rounded(draw: st.DrawFn) -> tuple[Money, Printed, Printed]:
    """An amount, as it is printed in some unit, and one that is printed a whole step further from it."""
    amount = draw(st.integers(-(10**12), 10**12).map(lambda ore: Money(ore=ore)))
    unit = draw(st.sampled_from(list[MoneyUnit](["kr", "tkr", "mkr"])))
    decimals = draw(st.integers(0, MOST_DECIMALS[unit]))
    steps = Fraction(amount.ore, ORE_IN[unit]) * 10**decimals
    nearest = round(steps)
    further = nearest + (1 if nearest >= steps else -1)
    right, wrong = (Printed.amount(as_printed(number, decimals, unit)) for number in (nearest, further))
    return amount, right, wrong


@given(rounded())
def test_what_is_rounded_agrees_and_a_whole_unit_further_never_does(printed: tuple[Money, Printed, Printed]) -> None:
    """To the krona, the thousand, the million, or any decimal of one."""
    exact, nearest, further = printed
    assert nearest.agrees_with(exact)
    assert not further.agrees_with(exact)


@tries(25)
@given(sound_plans(), st.data())
def test_a_printed_figure_that_moves_within_its_rounding_changes_no_finding(
    plan: OperationalPlan, data: st.DataObject
) -> None:
    """However the pages of a document round, what is found in the plan is the same; one slip is still found, alone."""
    slip = Stated(where="the text", costs=Columns(budget={plan.year: plan.budget(plan.year).total_costs + kr(7)}))
    wrong = evolve(plan, stated=(slip, *plan.stated))
    moved = evolve(wrong, stated=(slip, *(_moved(each, data) for each in plan.stated)))
    assert moved.check() == wrong.check()


def _moved(stated: Stated, data: st.DataObject) -> Stated:
    """The same figures, rounded otherwise."""

    def printed(figures: Columns[Printed]) -> Columns[Printed]:
        return figures.mapped(lambda figure: data.draw(roundings(Money(ore=int(figure.value)))))

    totals = {total: printed(getattr(stated, total)) for total in ("income", "available", "costs", "result", "closing")}
    return Stated(
        where=stated.where,
        contributions={name: printed(figures) for name, figures in stated.contributions.items()},
        parties={party: printed(figures) for party, figures in stated.parties.items()},
        **totals,
    )


@given(funded_plans(), st.data())
def test_contributions_that_are_lawful_are_accused_by_no_rule(plan: OperationalPlan, data: st.DataObject) -> None:
    """To print what each member and each party pays, with any rounding, adds nothing to what is found."""
    due = plan.contributions(plan.year)

    def printed(amount: Money) -> Columns[Printed]:
        return Columns(budget={plan.year: data.draw(roundings(amount))})

    stated = Stated(
        where="the table",
        contributions={name: printed(due[name]) for name in data.draw(some([*due]))},
        parties={party: printed(due.by_party[party]) for party in data.draw(some([*due.by_party]))},
    )
    assert evolve(plan, stated=(stated,)).check() == plan.check()


@tries(25)
@given(sound_plans(), st.data())
def test_to_say_less_accuses_nobody(plan: OperationalPlan, data: st.DataObject) -> None:
    """A plan in which nothing is wrong has nothing wrong with parts of it: what is left out is unknown."""
    assume(not said(plan, "F250"))  # a part that is rounded to units of which nothing is said can look like a slip
    parts: dict[str, Any] = {"funding": Funding(), "equity": Equity(), "costs": (), "stated": ()}
    less = evolve(plan, **{part: parts[part] for part in data.draw(some([*parts]))})
    if data.draw(st.booleans()):
        less = evolve(less, funding=evolve(less.funding, split=(), region_split=()))
    found = {finding.severity for finding in less.check() if finding not in plan.check()}
    assert found <= {Severity.UNKNOWN}
