"""`finsam what-if` and `finsam needed`: a plan beside its scenarios, what is needed, and what cannot be given."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from command import SMALL, refused, run
from finsam.language import LANGUAGES, Language

PLAN = f"""{SMALL.replace("{ 2027 = 4_000_000 }", "{ 2027 = 4_000_000, 2028 = 4_000_000 }")}
[equity]
opening = {{ budget = {{ 2027 = 500_000 }} }}

[[costs]]
id = "stod"
name = "Stöd"
category = "individual"
budget = {{ 2027 = 3_500_000, 2028 = 3_600_000 }}

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
budget = {{ 2027 = 600_000, 2028 = 600_000 }}
"""
"""Two years of 4 000 000 kr: Habo pays 600 000 and Mullsjö 400 000; the years leave 400 000 kr and 200 000."""

SCENARIOS = """\
format = 1
kind = "scenarios"

[[scenario]]
name = "mer pengar"
note = "som det diskuterades på ägarsamrådet"
changes = [{ total = 4_400_000, from = 2028 }, { row = "kansli", plus = 20_000, from = 2028 }]

[[scenario]]
name = "Habo lämnar"
changes = [{ leaves = "Habo", from = 2028 }]
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The plan's file."""
    (tmp_path / "plan.toml").write_text(PLAN, "utf-8")
    return tmp_path / "plan.toml"


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    """The file of its scenarios."""
    (tmp_path / "scenarios.toml").write_text(SCENARIOS, "utf-8")
    return tmp_path / "scenarios.toml"


def printed(*words: object) -> str:
    """What the command prints, where nothing is wrong."""
    status, out, err = run(*map(str, words))
    assert (status, err) == (0, "")
    return out


def told(*words: object) -> Any:
    """The same for a machine."""
    return json.loads(printed(*words, "--json"))


# A plan beside its scenarios

WHAT_IF = {
    "en": """\
Exempelbygden: what if, operational plan 2027

- mer pengar: total 4 400 000 kr from 2028; kansli +20 000 kr from 2028
  som det diskuterades på ägarsamrådet
- Habo lämnar: Habo leaves, with 2027-12-31 as its last day; the others share in
  the proportions that they have

Contributions 2028, kr         as        mer       Habo
                          planned     pengar     lämnar
Habo                      600 000    660 000
Mullsjö                   400 000    440 000  1 000 000
Region Jönköpings län   1 000 000  1 100 000  1 000 000
Försäkringskassan       2 000 000  2 200 000  2 000 000
Arbetsförmedlingen              0          0          0
-------------------------------------------------------
Total                   4 000 000  4 400 000  4 000 000

More than as planned 2028, kr      mer     Habo
                                pengar   lämnar
Habo                            60 000
Mullsjö                         40 000  600 000
Region Jönköpings län          100 000        0
Försäkringskassan              200 000        0
Arbetsförmedlingen                   0        0
-----------------------------------------------
Total                          400 000        0

More than as planned 2028, per cent     mer    Habo
                                     pengar  lämnar
Habo                                   10 %
Mullsjö                                10 %   150 %
Region Jönköpings län                  10 %     0 %
Försäkringskassan                      10 %     0 %
Arbetsförmedlingen
---------------------------------------------------
Total                                  10 %     0 %

Result, kr            as       mer      Habo
                 planned    pengar    lämnar
2027            -100 000  -100 000  -100 000
2028            -200 000   180 000  -200 000

Closing equity, kr       as      mer     Habo
                    planned   pengar   lämnar
2027                400 000  400 000  400 000
2028                200 000  580 000  200 000

Findings: mer pengar
- gone: F352 note: costs: the costs of 4 200 000 kr for 2028 are 200 000 kr
  above the income of 4 000 000 kr; equity of 400 000 kr covers it
""",
    "sv": """\
Exempelbygden: tänk om, verksamhetsplan 2027

- mer pengar: totalt 4 400 000 kr från 2028; kansli +20 000 kr från 2028
  som det diskuterades på ägarsamrådet
- Habo lämnar: Habo lämnar, med 2027-12-31 som sista dag; de övriga fördelar i
  de proportioner som de har sinsemellan

Bidrag från medlemmarna 2028, kr     enligt        mer       Habo
                                     planen     pengar     lämnar
Habo                                600 000    660 000
Mullsjö                             400 000    440 000  1 000 000
Region Jönköpings län             1 000 000  1 100 000  1 000 000
Försäkringskassan                 2 000 000  2 200 000  2 000 000
Arbetsförmedlingen                        0          0          0
-----------------------------------------------------------------
Summa                             4 000 000  4 400 000  4 000 000

Mer än enligt planen 2028, kr      mer     Habo
                                pengar   lämnar
Habo                            60 000
Mullsjö                         40 000  600 000
Region Jönköpings län          100 000        0
Försäkringskassan              200 000        0
Arbetsförmedlingen                   0        0
-----------------------------------------------
Summa                          400 000        0

Mer än enligt planen 2028, procent     mer    Habo
                                    pengar  lämnar
Habo                                  10 %
Mullsjö                               10 %   150 %
Region Jönköpings län                 10 %     0 %
Försäkringskassan                     10 %     0 %
Arbetsförmedlingen
--------------------------------------------------
Summa                                 10 %     0 %

Resultat, kr      enligt       mer      Habo
                  planen    pengar    lämnar
2027            -100 000  -100 000  -100 000
2028            -200 000   180 000  -200 000

Utgående eget kapital, kr   enligt      mer     Habo
                            planen   pengar   lämnar
2027                       400 000  400 000  400 000
2028                       200 000  580 000  200 000

Iakttagelser: mer pengar
- borta: F352 notering: costs: kostnaderna 4 200 000 kr för 2028 är 200 000 kr
  högre än intäkterna 4 000 000 kr; eget kapital på 400 000 kr täcker det
""",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_stands_beside_its_scenarios(plan: Path, scenarios: Path, language: Language) -> None:
    """Everything that is printed, within eighty columns."""
    out = printed("what-if", plan, scenarios, "--lang", language)
    assert out == WHAT_IF[language]
    assert max(map(len, out.splitlines())) <= 80


def test_a_plan_stands_beside_its_scenarios_for_a_machine(plan: Path, scenarios: Path) -> None:
    """Every number: amounts in öre, shares exact, and null for one who is no member."""
    found = told("what-if", plan, scenarios)
    others = {"Försäkringskassan": 200_000_000, "Arbetsförmedlingen": 0}
    [gone] = found["scenarios"][0].pop("gone_findings")
    assert (gone["id"], gone["severity"], gone["values"]["deficit_ore"]) == ("F352", "note", 20_000_000)
    assert found == {
        "year": 2028,
        "plan": {
            "total_ore": 400_000_000,
            "contributions_ore": {
                "Habo": 60_000_000,
                "Mullsjö": 40_000_000,
                "Region Jönköpings län": 100_000_000,
                **others,
            },
            "years": [
                {"year": 2027, "result_ore": -10_000_000, "closing_ore": 40_000_000},
                {"year": 2028, "result_ore": -20_000_000, "closing_ore": 20_000_000},
            ],
        },
        "scenarios": [
            {
                "name": "mer pengar",
                "note": "som det diskuterades på ägarsamrådet",
                "changes": ["total 4 400 000 kr from 2028", "kansli +20 000 kr from 2028"],
                "total_ore": 440_000_000,
                "contributions_ore": {
                    "Habo": 66_000_000,
                    "Mullsjö": 44_000_000,
                    "Region Jönköpings län": 110_000_000,
                    "Försäkringskassan": 220_000_000,
                    "Arbetsförmedlingen": 0,
                },
                "years": [
                    {"year": 2027, "result_ore": -10_000_000, "closing_ore": 40_000_000},
                    {"year": 2028, "result_ore": 18_000_000, "closing_ore": 58_000_000},
                ],
                "differences": {
                    "Habo": {"difference_ore": 6_000_000, "share": "1/10"},
                    "Mullsjö": {"difference_ore": 4_000_000, "share": "1/10"},
                    "Region Jönköpings län": {"difference_ore": 10_000_000, "share": "1/10"},
                    "Försäkringskassan": {"difference_ore": 20_000_000, "share": "1/10"},
                    "Arbetsförmedlingen": {"difference_ore": 0, "share": None},
                },
                "new_findings": [],
            },
            {
                "name": "Habo lämnar",
                "note": None,
                "changes": [
                    "Habo leaves, with 2027-12-31 as its last day; the others share in the proportions that they have"
                ],
                "total_ore": 400_000_000,
                "contributions_ore": {"Mullsjö": 100_000_000, "Region Jönköpings län": 100_000_000, **others},
                "years": [
                    {"year": 2027, "result_ore": -10_000_000, "closing_ore": 40_000_000},
                    {"year": 2028, "result_ore": -20_000_000, "closing_ore": 20_000_000},
                ],
                "differences": {
                    "Habo": {"difference_ore": None, "share": None},
                    "Mullsjö": {"difference_ore": 60_000_000, "share": "3/2"},
                    "Region Jönköpings län": {"difference_ore": 0, "share": "0"},
                    "Försäkringskassan": {"difference_ore": 0, "share": "0"},
                    "Arbetsförmedlingen": {"difference_ore": 0, "share": None},
                },
                "new_findings": [],
                "gone_findings": [],
            },
        ],
    }


def test_the_words_for_a_machine_are_in_the_language(plan: Path, scenarios: Path) -> None:
    """The keys are the same."""
    assert told("what-if", plan, scenarios, "--lang", "sv")["scenarios"][0]["changes"] == [
        "totalt 4 400 000 kr från 2028",
        "kansli +20 000 kr från 2028",
    ]


def test_what_is_found_beside_what_was_found_is_told(plan: Path) -> None:
    """A row so large that the equity does not cover it: 4 800 000 kr of costs, of 4 000 000, with 400 000 saved."""
    assert printed("what-if", plan, "--row", "Stöd 4 200 000", "--from", 2028, "--lang", "sv").endswith("""\
Utgående eget kapital, kr   enligt      tänk
                            planen        om
2027                       400 000   400 000
2028                       200 000  -400 000

Iakttagelser: tänk om
- ny: F351 varning: costs: kostnaderna 4 800 000 kr för 2028 är 800 000 kr högre
  än intäkterna 4 000 000 kr; eget kapital på 400 000 kr täcker det inte,
  400 000 kr saknas
- borta: F352 notering: costs: kostnaderna 4 200 000 kr för 2028 är 200 000 kr
  högre än intäkterna 4 000 000 kr; eget kapital på 400 000 kr täcker det
""")


def cells(out: str, label: str) -> list[list[str]]:
    """What stands in the rows of that label."""
    return [line[len(label) :].split() for line in out.splitlines() if line.startswith(f"{label} ")]


def test_what_is_not_known_is_said_to_be_unknown(plan: Path) -> None:
    """Nobody knows the parts of those who share by agreed shares with one who has joined."""
    out = printed("what-if", plan, "--joins", "Vaggeryd", "--from", "2028")
    assert cells(out, "Vaggeryd") == [["?"]]
    assert cells(out, "Mullsjö") == [["400", "000", "?"], ["?"], ["?"]]
    assert cells(out, "Region Jönköpings län")[1:] == [["0"], ["0", "%"]]


def test_a_year_without_funding_has_nothing_that_is_known(plan: Path) -> None:
    """There is no amount to start from, and so nobody is told to pay."""
    words = ("what-if", plan, "--total", "5 mkr", "--year", "2030")
    assert cells(printed(*words), "Total") == [["?", "?"], ["?"], ["?"]]
    late = told(*words)
    for each in (late["plan"], *late["scenarios"]):
        assert (each["total_ore"], each["contributions_ore"]) == (None, {})


# What can be given


@pytest.mark.parametrize(
    ("words", "said", "habo"),
    [
        (["--total", "4,4 mkr"], ["total 4 400 000 kr from 2028"], 660_000),
        (["--state", "2 200 000"], ["the state pays 2 200 000 kr from 2028"], 660_000),
        (["--regions", "1 100 000"], ["the regions pay 1 100 000 kr from 2028"], 660_000),
        (["--municipalities", "1 100 000"], ["the municipalities pay 1 100 000 kr from 2028"], 660_000),
        (
            ["--per-inhabitant", "50", "--split", "Habo 12 000, Mullsjö 8 000"],
            ["the municipalities pay per inhabitant 50 kr, the municipalities share by population from 2028"],
            600_000,
        ),
        (["--more", "10 %"], ["contributions 10 % more from 2028"], 660_000),
        (["--more", "-10 %"], ["contributions 10 % less from 2028"], 540_000),
        (["--split", "equal"], ["the municipalities share in equal parts from 2028"], 500_000),
        (["--split", "Lika"], ["the municipalities share in equal parts from 2028"], 500_000),
        (["--split", "Habo 70,5 %, Mullsjö 29,5 %"], ["the municipalities share by agreed shares from 2028"], 705_000),
        (["--split", "Habo: 3 000; Mullsjö: 1 000"], ["the municipalities share by population from 2028"], 750_000),
        (
            ["--unit", "1 000", "--split", "Habo 2, Mullsjö 1"],
            ["the municipalities share by population, in units of 1 000 kr from 2028"],
            667_000,
        ),
        (["--row", "Kansli 700 000"], ["Kansli 700 000 kr from 2028"], 600_000),
        (
            ["--row", "Kansli +20 000", "--row", "stod -3 %"],
            ["Kansli +20 000 kr from 2028", "stod -3 % from 2028"],
            600_000,
        ),
        (["--row", "Kansli -20 000"], ["Kansli -20 000 kr from 2028"], 600_000),
        (["--row", "Kansli 3 %"], ["Kansli +3 % from 2028"], 600_000),
        (["--row", "Kansli 0,7 mkr"], ["Kansli 700 000 kr from 2028"], 600_000),
        (
            ["--joins", "Vaggeryd", "--split", "Habo 50 %, Mullsjö 30 %, Vaggeryd 20 %"],
            ["Vaggeryd joins on 2028-01-01; the municipalities share by agreed shares"],
            500_000,
        ),
        (
            ["--joins", "Vaggeryd", "--joins", "Gnosjö", "--split", "lika"],
            [
                "Vaggeryd joins on 2028-01-01; the municipalities share in equal parts",
                "Gnosjö joins on 2028-01-01; the municipalities share in equal parts",
            ],
            None,
        ),
        (
            ["--leaves", "Mullsjö", "--total", "4,4 mkr"],
            [
                "Mullsjö leaves, with 2027-12-31 as its last day; the others share in the proportions that they have",
                "total 4 400 000 kr from 2028",
            ],
            1_100_000,
        ),
    ],
)
def test_each_option_is_a_change(plan: Path, words: Sequence[str], said: list[str], habo: int | None) -> None:
    """What Habo then pays of a quarter of 4 000 000 kr, or of 4 400 000."""
    [case] = told("what-if", plan, "--from", "2028", "--year", "2028", *words)["scenarios"]
    assert (case["name"], case["changes"]) == ("what if", said)
    assert habo is None or case["contributions_ore"]["Habo"] == habo * 100


def test_without_from_a_change_is_of_the_budget_year_and_those_after_it(plan: Path) -> None:
    """And `--year` says of which year the contributions are shown; else it is the first with others."""
    assert told("what-if", plan, "--total", "5 mkr")["year"] == 2027
    assert told("what-if", plan, "--total", "5 mkr", "--from", "2028")["year"] == 2028
    later = told("what-if", plan, "--total", "5 mkr", "--year", "2028")
    assert (later["year"], later["scenarios"][0]["total_ore"]) == (2028, 500_000_000)


def test_what_is_given_stands_after_the_scenarios_of_the_file(plan: Path, scenarios: Path) -> None:
    """In the words of the language."""
    found = told("what-if", plan, scenarios, "--more", "1 %", "--lang", "sv")["scenarios"]
    assert [each["name"] for each in found] == ["mer pengar", "Habo lämnar", "tänk om"]


# What cannot be


@pytest.mark.parametrize(
    ("words", "en", "sv"),
    [
        (
            [],
            (
                'say what is to be otherwise: a file of scenarios after the plan, or for example --total "9 mkr" '
                "--from 2027"
            ),
            (
                "ange vad som ska vara annorlunda: en fil med scenarier efter planen, eller till "
                'exempel --total "9 mkr" '
                "--from 2027"
            ),
        ),
        (
            ["--leaves", "Habo"],
            "say from which year a member joins or leaves, as --from 2027",
            "ange från vilket år en medlem går med eller lämnar, som --from 2027",
        ),
        (
            ["--joins", "Vaggeryd"],
            "say from which year a member joins or leaves, as --from 2027",
            "ange från vilket år en medlem går med eller lämnar, som --from 2027",
        ),
        (
            ["--leaves", "Hapo", "--from", "2028", "--split", "lika"],
            (
                "what if: Hapo leaves, with 2027-12-31 as its last day; the municipalities share in "
                "equal parts: there is "
                'no member "Hapo"; did you mean "Habo"?'
            ),
            (
                "tänk om: Hapo lämnar, med 2027-12-31 som sista dag; kommunerna fördelar i lika delar: det finns ingen "
                'medlem "Hapo"; menades "Habo"?'
            ),
        ),
        (
            ["--joins", "Hapo", "--from", "2028"],
            'there is no municipality "Hapo"; did you mean "Habo"?',
            'det finns ingen kommun "Hapo"; menades "Habo"?',
        ),
        (
            ["--total", "x"],
            '"x" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"',
            '"x" är inte ett belopp; skriv till exempel "8 054 000", "1 234,50" eller "1,2 mkr"',
        ),
        (
            ["--more", "3"],
            '"3" is not a share; write per cent as "6,8 %" or a ratio as "17/250"',
            '"3" är ingen andel; skriv procent som "6,8 %" eller en kvot som "17/250"',
        ),
        (
            ["--total", "5", "--more", "3 %"],
            "a year starts from one amount, not from total, more; write one of them",
            "ett år utgår från ett belopp, inte från total, more; skriv ett av dem",
        ),
        (
            ["--unit", "0"],
            "what if: in units of 0 kr: the unit is 0 kr; write an amount above zero, as 1 kr",
            "tänk om: i enheter om 0 kr: enheten är 0 kr; skriv ett belopp över noll, som 1 kr",
        ),
        (
            ["--total", "4 mkr"],
            "what if: total 4 000 000 kr: this changes nothing, since it is so already",
            "tänk om: totalt 4 000 000 kr: detta ändrar inget, eftersom det redan är så",
        ),
        (
            ["--row", "Kansly 5"],
            'what if: Kansly 5 kr: there is no row "Kansly"; did you mean "kansli"?',
            'tänk om: Kansly 5 kr: det finns ingen rad "Kansly"; menades "kansli"?',
        ),
        (
            ["--row", "Kansli 5 procent"],
            '"5 procent" has the unit "procent"; write kr, tkr or mkr',
            '"5 procent" har enheten "procent"; skriv kr, tkr eller mkr',
        ),
        *(
            (
                ["--row", each],
                f'"{each}" is not a row and its amount; write as "Kansli 700 000", "Kansli +20 000" or "Kansli -3 %"',
                (
                    f'"{each}" är inte en rad och dess belopp; skriv som "Kansli 700 000", "Kansli +20 000" eller '
                    '"Kansli -3 %"'
                ),
            )
            for each in ("Kansli", "Kansli x", "Kansli -", "700 000 x %", "")
        ),
        *(
            (
                ["--split", each],
                (
                    f'"{each}" is no split; write "Habo 60 %, Mullsjö 40 %", inhabitants as "Habo 12 '
                    f'641, Mullsjö 7 432", '
                    "or equal"
                ),
                (
                    f'"{each}" är ingen fördelning; skriv "Habo 60 %, Mullsjö 40 %", invånare som '
                    f'"Habo 12 641, Mullsjö '
                    '7 432", eller lika'
                ),
            )
            for each in ("Habo 60 %, Mullsjö", "Habo 12,5, Mullsjö 7", "Habo 60 %, Mullsjö 7", "efter folkmängd", "")
        ),
        (
            ["hoglandet-2022"],
            'hoglandet-2022: there is no such file and no such example; did you mean "hoglandet-2023"?',
            'hoglandet-2022: det finns ingen sådan fil och inget sådant exempel; menades "hoglandet-2023"?',
        ),
    ],
)
def test_what_cannot_be_is_refused(plan: Path, words: Sequence[str], en: str, sv: str) -> None:
    """Whole, in both languages, for people and for machines."""
    for language, message in (("en", en), ("sv", sv)):
        said = refused("what-if", plan, *words, "--lang", language)
        assert said == f"finsam: {message}\n" or said == f"{message}\n"


def test_every_scenario_that_does_not_fit_is_told(plan: Path, tmp_path: Path) -> None:
    """By its name."""
    (tmp_path / "s.toml").write_text(
        SCENARIOS.replace('"kansli"', '"kansly"').replace('leaves = "Habo"', 'leaves = "Hapo"'), "utf-8"
    )
    said = refused("what-if", plan, tmp_path / "s.toml")
    assert said == (
        'finsam: mer pengar: kansly +20 000 kr from 2028: there is no row "kansly"; did you mean "kansli"?; '
        "Habo lämnar: Hapo leaves, with 2027-12-31 as its last day; the others share in the "
        "proportions that they have: "
        'there is no member "Hapo"; did you mean "Habo"?\n'
    )


def test_a_file_that_cannot_be_read_is_told_for_a_machine_too(plan: Path, tmp_path: Path) -> None:
    """With its line."""
    (tmp_path / "s.toml").write_text(SCENARIOS.replace("total =", "totl ="), "utf-8")
    status, out, _ = run("what-if", plan, tmp_path / "s.toml", "--json")
    [problem] = json.loads(out)["problems"]
    assert status == 2
    assert (problem["line"], problem["place"], problem["message"]) == (
        7,
        'scenario[1] "mer pengar".changes[1].totl',
        'there is no such key; did you mean "total"?',
    )


# What is needed

NEEDED = {
    "en": """\
a total of 4 333 334 kr a year is needed for the equity at the end of 2028 to be
  at least 20 % of its contributions
- at 0 kr a year the equity at the end of 2028 (budget) would be -7 800 000 kr,
  and each krona a year adds 2 kr
- what is asked for would then be 0 kr, and each krona a year adds 0,2 kr to it
- so 4 333 333,33 kr is enough: in units of 1 kr that is 4 333 334 kr
- the equity at the end of 2028 is then 866 668 kr
""",
    "sv": """\
ett totalbelopp på 4 333 334 kr per år behövs för att det egna kapitalet vid
  slutet av 2028 ska vara minst 20 % av årets bidrag
- vid 0 kr per år skulle det egna kapitalet vid slutet av 2028 (budget) vara
  -7 800 000 kr, och varje krona per år ger 2 kr till
- det som krävs skulle då vara 0 kr, och varje krona per år lägger till 0,2 kr
- alltså räcker 4 333 333,33 kr: i enheter om 1 kr blir det 4 333 334 kr
- då är det egna kapitalet vid slutet av 2028 866 668 kr
""",
}
"""500 000 kr and no contributions, less costs of 4 100 000 and 4 200 000 kr; 7 800 000 / 1,8 is 4 333 333,33."""

CUT = {
    "en": """\
a cut of Kansli of 400 000 kr a year is needed for the equity at the end of 2028
  to be at least 1 000 000 kr
- at 0 kr a year the equity at the end of 2028 (budget) would be 200 000 kr, and
  each krona a year adds 2 kr
- so 400 000 kr is enough: in units of 1 kr that is 400 000 kr
- the equity at the end of 2028 is then 1 000 000 kr
""",
    "sv": """\
en minskning av Kansli på 400 000 kr per år behövs för att det egna kapitalet
  vid slutet av 2028 ska vara minst 1 000 000 kr
- vid 0 kr per år skulle det egna kapitalet vid slutet av 2028 (budget) vara
  200 000 kr, och varje krona per år ger 2 kr till
- alltså räcker 400 000 kr: i enheter om 1 kr blir det 400 000 kr
- då är det egna kapitalet vid slutet av 2028 1 000 000 kr
""",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_needed_is_told_step_by_step(plan: Path, language: Language) -> None:
    """A total, and a cut of a row."""
    assert printed("needed", plan, "--equity", "20 %", "--lang", language) == NEEDED[language]
    assert printed("needed", plan, "--cut", "Kansli", "--equity", "1 mkr", "--lang", language) == CUT[language]


def test_what_is_needed_is_told_for_a_machine(plan: Path) -> None:
    """In öre, with the change that gives it and the reason."""
    found = told("needed", plan, "--equity", "20 %")
    steps = " ".join(NEEDED["en"].split()).replace(" - ", "\n").split("\n")
    assert found == {
        "amount_ore": 433_333_400,
        "change": "total 4 333 334 kr in 2027, 2028",
        "closing_ore": {"2028": 86_666_800},
        "reason": ["a total of 4 333 334 kr" + steps[0].removeprefix("a total of 4 333 334 kr"), *steps[1:]],
    }


@pytest.mark.parametrize(
    ("words", "amount", "closing"),
    [
        ([], 3_900_000, {"2028": 0}),  # (8 300 000 - 500 000) / 2
        (["--by", "2027"], 3_600_000, {"2027": 0}),  # 4 100 000 - 500 000
        (["--from", "2028"], 3_800_000, {"2028": 0}),  # 4 200 000 - 400 000
        (["--every-year", "--equity", "300 000"], 4_050_000, {"2027": 450_000, "2028": 300_000}),  # 8 100 000 / 2
        (["--equity", "100 000", "--unit", "30 000"], 3_960_000, {"2028": 120_000}),  # 3 950 000, in whole 30 000
        (["--cut", "kansli", "--equity", "600 000", "--unit", "150 000"], 300_000, {"2028": 800_000}),  # 200 000
        (["--cut", "Stöd", "--equity", "600 000", "--from", "2028"], 400_000, {"2028": 600_000}),
        (["--cut", "Stöd", "--equity", "600 000", "--every-year"], 200_000, {"2027": 600_000, "2028": 600_000}),
    ],
)
def test_each_option_changes_what_is_needed(
    plan: Path, words: Sequence[str], amount: int, closing: dict[str, int]
) -> None:
    """Two years cost 4 100 000 and 4 200 000 kr, and begin with 500 000."""
    found = told("needed", plan, *words)
    assert found["amount_ore"] == amount * 100
    assert found["closing_ore"] == {year: kronor * 100 for year, kronor in closing.items()}


@pytest.mark.parametrize(
    ("words", "en", "sv"),
    [
        (
            ["--equity", "x"],
            '"x" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"',
            '"x" är inte ett belopp; skriv till exempel "8 054 000", "1 234,50" eller "1,2 mkr"',
        ),
        (
            ["--equity", "x %"],
            '"x %" is not a share; write per cent as "6,8 %" or a ratio as "17/250"',
            '"x %" är ingen andel; skriv procent som "6,8 %" eller en kvot som "17/250"',
        ),
        (
            ["--by", "2030"],
            "there is nothing to change from 2027 through 2030; there is 2027, 2028",
            "det finns inget att ändra från 2027 till och med 2030; det finns 2027, 2028",
        ),
        (
            ["--cut", "Kanslie"],
            'there is no row of costs "Kanslie"; did you mean "kansli"?',
            'det finns ingen kostnadsrad "Kanslie"; menades "kansli"?',
        ),
        (
            ["--cut", "Kansli", "--equity", "2 mkr"],
            "Kansli has 600 000 kr in 2027, and a cut of 900 000 kr a year would be needed; cut other rows too",
            (
                "Kansli har 600 000 kr 2027, och en minskning med 900 000 kr per år skulle behövas; minska andra rader "
                "också"
            ),
        ),
        (
            ["--unit", "x"],
            '"x" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"',
            '"x" är inte ett belopp; skriv till exempel "8 054 000", "1 234,50" eller "1,2 mkr"',
        ),
        *(
            (
                [*words, "--unit", "0"],
                "the unit is 0 kr; write an amount above zero, as 1 kr",
                "enheten är 0 kr; skriv ett belopp över noll, som 1 kr",
            )
            for words in ([], ["--cut", "Kansli"])
        ),
        (
            ["--equity", "200 %"],
            (
                "a total is not enough, however large, for an equity of at least 200 % of its contributions: at 0 kr a "
                "year the equity at the end of 2028 (budget) would be -7 800 000 kr, and each krona "
                "a year adds 2 kr, what "
                "is asked for would then be 0 kr, and each krona a year adds 2 kr to it"
            ),
            (
                "ett totalbelopp räcker inte, oavsett storlek, för ett eget kapital på minst 200 % "
                "av årets bidrag: vid 0 "
                "kr per år skulle det egna kapitalet vid slutet av 2028 (budget) vara -7 800 000 kr, "
                "och varje krona per "
                "år ger 2 kr till, det som krävs skulle då vara 0 kr, och varje krona per år lägger till 2 kr"
            ),
        ),
    ],
)
def test_what_cannot_be_needed_is_refused(plan: Path, words: Sequence[str], en: str, sv: str) -> None:
    """Whole, in both languages."""
    for language, message in (("en", en), ("sv", sv)):
        assert refused("needed", plan, *words, "--lang", language) == f"finsam: {message}\n"


# Help


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["what-if", "needed"])
def test_the_help_fits(command: str, language: Language) -> None:
    """Within eighty columns, with every option, and nothing left of what argparse is given."""
    out = printed(command, "--help", "--lang", language)
    options = {
        "what-if": "--from --year --total --state --regions --municipalities --per-inhabitant --more --split --unit "
        "--leaves --joins --row --json",
        "needed": "--equity --by --from --every-year --cut --unit --json",
    }
    assert max(map(len, out.splitlines())) <= 80
    assert {*options[command].split()} <= {*out.split()} | {word.strip("[]") for word in out.split()}
    assert "%%" not in out
