"""The changes of a what-if as values: what each says in both languages, what it is read from, and what it refuses."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from finsam import (
    ByPopulation,
    Category,
    Cost,
    Equal,
    FinsamError,
    Fixed,
    Income,
    Mixture,
    Party,
    Shares,
    ToBeSplit,
    kr,
    share,
)
from finsam.errors import AmountError, PeriodError, ScenarioError, ShareError, SplitError, WrongTypeError
from finsam.funding import Basis, PartYear
from finsam.keys import ByFigures
from finsam.pending import NotAgreed, PartlyKnown, Unpublished
from finsam.rows import Column
from finsam.scenarios import (
    FundingChange,
    Joining,
    Leaving,
    Limits,
    NewRow,
    OpeningChange,
    PlanChange,
    PopulationChange,
    RowChange,
    Scenario,
    ScenarioSet,
)
from finsam.shares import rise

STUDY = Cost(id="utredning", name="Utredning", category=Category.ADMINISTRATION, budget={2028: kr(50_000)})

# What a change says


@pytest.mark.parametrize(
    ("change", "en", "sv"),
    [
        (FundingChange(total=8_500_000, since=2024), "total 8 500 000 kr from 2024", "totalt 8 500 000 kr från 2024"),
        (
            FundingChange(total={2024: 8_500_000, 2025: "8,6 mkr"}),
            "total 8 500 000 kr in 2024, 8 600 000 kr in 2025",
            "totalt 8 500 000 kr 2024, 8 600 000 kr 2025",
        ),
        (FundingChange(state=5, years=(2024,)), "the state pays 5 kr in 2024", "staten betalar 5 kr 2024"),
        (FundingChange(regions=5), "the regions pay 5 kr", "regionerna betalar 5 kr"),
        (
            FundingChange(municipalities=5, years=(2024, 2026)),
            "the municipalities pay 5 kr in 2024, 2026",
            "kommunerna betalar 5 kr 2024, 2026",
        ),
        (
            FundingChange(per_inhabitant="12,50"),
            "the municipalities pay per inhabitant 12,50 kr",
            "kommunerna betalar per invånare 12,50 kr",
        ),
        (FundingChange(more="3 %"), "contributions 3 % more", "bidragen 3 % mer"),
        (FundingChange(more="-2,5 %"), "contributions 2,5 % less", "bidragen 2,5 % mindre"),
        (FundingChange(more=0), "contributions 0 % more", "bidragen 0 % mer"),
        (
            FundingChange(split=Shares({"Habo": "60 %", "Mullsjö": "40 %"})),
            "the municipalities share by agreed shares",
            "kommunerna fördelar efter överenskomna andelar",
        ),
        (
            FundingChange(split=ByPopulation({"Habo": 1})),
            "the municipalities share by population",
            "kommunerna fördelar efter befolkning",
        ),
        (
            FundingChange(split=ByFigures({"Habo": Decimal(1)}, of="antal försäkrade")),
            "the municipalities share by antal försäkrade",
            "kommunerna fördelar efter antal försäkrade",
        ),
        (
            FundingChange(split=Fixed({"Habo": kr(1)})),
            "the municipalities share by fixed amounts",
            "kommunerna fördelar efter fasta belopp",
        ),
        (
            FundingChange(split=Mixture([("50 %", Equal()), ("50 %", ByPopulation({"Habo": 1}))])),
            "the municipalities share by a mixture of keys",
            "kommunerna fördelar efter en blandning av nycklar",
        ),
        (
            FundingChange(region_split=ToBeSplit(by="population")),
            "the regions share in a way that is not known: to be split by population, and not yet split",
            "regionerna fördelar på ett sätt som inte är känt: ska fördelas efter befolkning och är ännu inte fördelat",
        ),
        (
            FundingChange(split=Unpublished()),
            "the municipalities share in a way that is not known: split as agreed, but the figures are not published",
            "kommunerna fördelar på ett sätt som inte är känt: är fördelat enligt överenskommelse, men inte publicerat",
        ),
        (
            FundingChange(split=NotAgreed()),
            "the municipalities share in a way that is not known: not split, since the members have not agreed",
            "kommunerna fördelar på ett sätt som inte är känt: är inte fördelat, eftersom medlemmarna inte är överens",
        ),
        (
            FundingChange(split=PartlyKnown({"Habo": 0})),
            "the municipalities share in a way that is not known: known in part only, for Habo",
            "kommunerna fördelar på ett sätt som inte är känt: är bara delvis känt, för Habo",
        ),
        (
            FundingChange(more="3 %", split=Equal(), unit="10 kr", part_year=PartYear.BY_DAYS, since=2028),
            (
                "contributions 3 % more, the municipalities share in equal parts, in units of 10 kr, "
                "for a part of a year: "
                "by days from 2028"
            ),
            (
                "bidragen 3 % mer, kommunerna fördelar i lika delar, i enheter om 10 kr, för del av "
                "år: efter antal dagar "
                "från 2028"
            ),
        ),
        (
            PopulationChange(population={"Habo": 12_641, "Mullsjö": 7_432}, on=date(2026, 12, 31), source="SCB"),
            "inhabitants Habo 12 641, Mullsjö 7432",
            "invånare Habo 12 641, Mullsjö 7432",
        ),
        (RowChange("kansli", amount=700_000, since=2028), "kansli 700 000 kr from 2028", "kansli 700 000 kr från 2028"),
        (
            RowChange("kansli", amount={2027: 1, 2028: 2}),
            "kansli 1 kr in 2027, 2 kr in 2028",
            "kansli 1 kr 2027, 2 kr 2028",
        ),
        (RowChange("kansli", plus="20 000", years=(2028,)), "kansli +20 000 kr in 2028", "kansli +20 000 kr 2028"),
        (RowChange("kansli", plus=-5), "kansli -5 kr", "kansli -5 kr"),
        (
            RowChange("kansli", plus={2027: -1, 2028: 2}),
            "kansli -1 kr in 2027, +2 kr in 2028",
            "kansli -1 kr 2027, +2 kr 2028",
        ),
        (RowChange("kansli", more="3 %", column=Column.FORECAST), "kansli (forecast) +3 %", "kansli (prognos) +3 %"),
        (RowChange("kansli", more="-3 %", column=Column.OUTCOME), "kansli (outcome) -3 %", "kansli (utfall) -3 %"),
        (
            RowChange("kansli", yearly="2 %", since=2028),
            "kansli +2 % a year from 2028",
            "kansli +2 % per år från 2028",
        ),
        (RowChange("kansli", removed=True), "without kansli", "utan kansli"),
        (NewRow(cost=STUDY), "new cost Utredning", "ny kostnad Utredning"),
        (NewRow(income=Income(id="gava", name="Gåva")), "new income Gåva", "ny intäkt Gåva"),
        (OpeningChange(-5), "opening equity -5 kr", "ingående eget kapital -5 kr"),
        (OpeningChange(5, since=2028), "opening equity 5 kr in 2028", "ingående eget kapital 5 kr 2028"),
        (
            OpeningChange({2027: 1, 2028: 2}),
            "opening equity 1 kr in 2027, 2 kr in 2028",
            "ingående eget kapital 1 kr 2027, 2 kr 2028",
        ),
        (Joining("vaggeryd", since=2028), "Vaggeryd joins on 2028-01-01", "Vaggeryd går med 2028-01-01"),
        (
            Joining("Vaggeryd", on=date(2028, 7, 1), heads=14_000),
            "Vaggeryd joins on 2028-07-01 with 14 000 inhabitants",
            "Vaggeryd går med 2028-07-01 med 14 000 invånare",
        ),
        (
            Joining("Gotland", since=2028, split=Equal(), region_split=Equal()),
            "Gotland joins on 2028-01-01; the municipalities share in equal parts; the regions share in equal parts",
            "Gotland går med 2028-01-01; kommunerna fördelar i lika delar; regionerna fördelar i lika delar",
        ),
        (
            Leaving("Habo", since=2028),
            "Habo leaves, with 2027-12-31 as its last day; the others share in the proportions that they have",
            "Habo lämnar, med 2027-12-31 som sista dag; de övriga fördelar i de proportioner som de har sinsemellan",
        ),
        (
            Leaving("Habo", notice=date(2027, 5, 1), split=Equal()),
            "Habo leaves, with notice on 2027-05-01; the municipalities share in equal parts",
            "Habo lämnar, med uppsägning 2027-05-01; kommunerna fördelar i lika delar",
        ),
        (
            Leaving("Region Skåne", since=2028, region_split=Equal()),
            "Region Skåne leaves, with 2027-12-31 as its last day; the regions share in equal parts",
            "Region Skåne lämnar, med 2027-12-31 som sista dag; regionerna fördelar i lika delar",
        ),
        (
            Limits(offers={Party.STATE: "2,1 mkr"}, ceilings={"Habo": "5 %", "Mullsjö": 500_000}, years=(2028,)),
            (
                "the most that can be matched: the state at most 2 100 000 kr, Habo at most 5 % more "
                "than the year before, "
                "Mullsjö at most 500 000 kr in 2028"
            ),
            (
                "det mesta som kan matchas: staten högst 2 100 000 kr, Habo högst 5 % mer än året före, Mullsjö högst "
                "500 000 kr 2028"
            ),
        ),
    ],
)
def test_a_change_says_in_words_what_it_is(change: PlanChange, en: str, sv: str) -> None:
    """Whole, in both languages."""
    assert (change.text.to("en"), change.text.to("sv")) == (en, sv)


def test_a_scenario_says_its_changes_one_by_one() -> None:
    """After its name, in the order in which they are given."""
    of = Scenario(name="mer", changes=(FundingChange(more="3 %"), RowChange("kansli", removed=True), OpeningChange(5)))
    assert str(of) == "mer: contributions 3 % more; without kansli; opening equity 5 kr"
    assert of.text.to("sv") == "bidragen 3 % mer; utan kansli; ingående eget kapital 5 kr"


def test_a_set_of_scenarios_is_gone_through_in_order() -> None:
    """It has a length, and can be empty."""
    one, two = (Scenario(name=name, changes=(OpeningChange(5),)) for name in "ab")
    assert ([*ScenarioSet(scenarios=(one, two))], len(ScenarioSet(scenarios=(one, two)))) == ([one, two], 2)
    assert ([*ScenarioSet()], len(ScenarioSet())) == ([], 0)


# What it is read from


def test_amounts_and_parts_are_read_as_people_write_them() -> None:
    """In text or as numbers, exactly; a part more may have a sign."""
    assert FundingChange(total="8,5 mkr") == FundingChange(total=kr(8_500_000)) == FundingChange(total=8_500_000)
    assert FundingChange(total={2024: "1 234,50"}) == FundingChange(total={2024: kr("1234.50")})
    assert FundingChange(unit="10 kr") == FundingChange(unit=kr(10))
    assert FundingChange(more="3 %").more == FundingChange(more="+3 %").more == Fraction(3, 100)
    assert RowChange("a", more="\u22123 %").more == RowChange("a", more="- 3 %").more == Fraction(-3, 100)
    assert RowChange("a", yearly=Decimal("0.03")).yearly == RowChange("a", yearly=Fraction(3, 100)).yearly
    assert OpeningChange("1,2 tkr").opening == kr(1_200)


def test_limits_are_amounts_or_parts_more() -> None:
    """What ends with per cent is a part more than last year, and all else an amount."""
    written = Limits(offers={Party.STATE: "5 kr"}, ceilings={"habo": "5 %", "Mullsjö": "5", "Vaggeryd": share("5 %")})
    assert written == Limits(
        offers={Party.STATE: kr(5)}, ceilings={"Habo": share("5 %"), "Mullsjö": kr(5), "Vaggeryd": share("5 %")}
    )


def test_a_start_is_its_basis_and_its_amounts() -> None:
    """None where the years start from what they did."""
    for basis in Basis:
        given: dict[str, Any] = {basis.value: 5}
        assert FundingChange(**given).start == (basis, kr(5))
    assert FundingChange(unit=5).start is None
    assert FundingChange(more="3 %").start is None


def test_the_days_of_those_who_come_and_go() -> None:
    """At the turn of a year, or the day itself."""
    assert Joining("Habo", since=2028).day == date(2028, 1, 1)
    assert Joining("Habo", on=date(2028, 7, 1)).day == date(2028, 7, 1)
    assert Leaving("Habo", since=2028).last == date(2027, 12, 31)
    assert Leaving("Habo", notice=date(2028, 7, 1)).last is None
    assert OpeningChange(5, since=2028).years == ()


def test_a_change_keeps_what_it_was_given() -> None:
    """A dict that is changed afterwards does not change it."""
    given: dict[int, Any] = {2027: 5}
    change = FundingChange(total=given)
    given[2028] = 6
    assert change == FundingChange(total={2027: 5})
    assert RowChange("a", more=0, column=Column.BUDGET).column is Column.BUDGET


@pytest.mark.parametrize(
    ("value", "part"),
    [("3 %", "3/100"), ("+3 %", "3/100"), ("-2,5 %", "-1/40"), (1, "1"), (-1, "-1"), (Decimal("0.5"), "1/2"), (0, "0")],
)
def test_a_rise_is_a_share_with_a_sign(value: Any, part: str) -> None:
    """Below zero it is less."""
    assert rise(value) == Fraction(part)


# What it refuses

FLOAT: Any = 1.5
PART: Any = 0.03
WORD: Any = "budgett"
"""What a type checker would refuse too."""

WAYS = "amount, plus, more, yearly, removed"
WORDS = "total, state, regions, municipalities, per_inhabitant, more, split, region_split, unit, part_year"


@pytest.mark.parametrize(
    ("make", "kind", "en", "sv"),
    [
        (
            lambda: FundingChange(since=2027),
            ScenarioError,
            f"the change says nothing; write one of {WORDS}",
            f"ändringen säger inget; skriv ett av {WORDS}",
        ),
        (
            lambda: FundingChange(total=5, more="3 %"),
            ScenarioError,
            "a year starts from one amount, not from total, more; write one of them",
            "ett år utgår från ett belopp, inte från total, more; skriv ett av dem",
        ),
        (
            lambda: FundingChange(total={}),
            ScenarioError,
            "there is no year and no amount; write for example { 2027 = 4_100_000 }",
            "det finns inget år och inget belopp; skriv till exempel { 2027 = 4_100_000 }",
        ),
        (
            lambda: FundingChange(total=5, since=2027, years=(2028,)),
            ScenarioError,
            "a change is from a year on or of some years, not both; remove one of them",
            "en ändring gäller från ett år eller för vissa år, inte båda; ta bort ett av dem",
        ),
        (
            lambda: FundingChange(total=5, since=20270),
            PeriodError,
            "a year is a whole number such as 2027, not 20270",
            "ett år är ett heltal som 2027, inte 20270",
        ),
        (
            lambda: FundingChange(total=5, years=(0,)),
            PeriodError,
            "a year is a whole number such as 2027, not 0",
            "ett år är ett heltal som 2027, inte 0",
        ),
        (
            lambda: FundingChange(total=FLOAT),
            AmountError,
            '1.5 is a float, which is not exact; write for example kr("1.50")',
            '1.5 är ett flyttal, som inte är exakt; skriv till exempel kr("1.50")',
        ),
        (
            lambda: FundingChange(more=PART),
            ShareError,
            'a share is an exact number, not the float 0.03; write for example "6,8 %" or "17/250"',
            'en andel är ett exakt tal, inte flyttalet 0.03; skriv till exempel "6,8 %" eller "17/250"',
        ),
        (
            lambda: FundingChange(more=3),
            ShareError,
            '3 is so many times the whole; in per cent? write "3 %"',
            '3 är så många gånger det hela; menas procent? skriv "3 %"',
        ),
        (
            lambda: PopulationChange(population={}),
            ScenarioError,
            "nobody is named; write how many live in a member",
            "ingen nämns; skriv hur många som bor i en medlem",
        ),
        (
            lambda: PopulationChange(population={"Habo": -1}),
            SplitError,
            "what Habo has in the split is below zero; write zero or more",
            "det som Habo har i fördelningen är under noll; skriv noll eller mer",
        ),
        (
            lambda: RowChange("kansli", since=2027),
            ScenarioError,
            f"it is not said how the row is changed; write one of {WAYS}",
            f"det framgår inte hur raden ändras; skriv ett av {WAYS}",
        ),
        (
            lambda: RowChange("kansli", plus=5, more="3 %"),
            ScenarioError,
            "a row is changed in one way, not by plus, more; write one of them",
            "en rad ändras på ett sätt, inte med plus, more; skriv ett av dem",
        ),
        (
            lambda: RowChange("kansli", plus={2027: 5}, since=2027),
            ScenarioError,
            "amounts by year say the years themselves; remove this",
            "belopp per år anger själva åren; ta bort detta",
        ),
        (
            lambda: RowChange("kansli", amount={2027: 5}, years=(2027,)),
            ScenarioError,
            "amounts by year say the years themselves; remove this",
            "belopp per år anger själva åren; ta bort detta",
        ),
        (
            NewRow,
            ScenarioError,
            "a new row is a cost or an income; write one of them",
            "en ny rad är en kostnad eller en intäkt; skriv en av dem",
        ),
        (
            lambda: NewRow(cost=STUDY, income=Income(id="gava", name="Gåva")),
            ScenarioError,
            "a new row is a cost or an income; write one of them",
            "en ny rad är en kostnad eller en intäkt; skriv en av dem",
        ),
        (
            lambda: OpeningChange({2027: 5}, since=2028),
            ScenarioError,
            "amounts by year say the years themselves; remove this",
            "belopp per år anger själva åren; ta bort detta",
        ),
        (
            lambda: Joining("Hapo", since=2028),
            KeyError,
            'there is no municipality "Hapo"; did you mean "Habo"?',
            'det finns ingen kommun "Hapo"; menades "Habo"?',
        ),
        (
            lambda: Joining("Habo", since=2028, heads=-1),
            SplitError,
            "what Habo has in the split is below zero; write zero or more",
            "det som Habo har i fördelningen är under noll; skriv noll eller mer",
        ),
        (
            lambda: Joining("Habo"),
            ScenarioError,
            "say when in one way: from a year on, as 2027, or a day under on, as 2027-05-01",
            "ange när på ett sätt: från ett år, som 2027, eller en dag under on, som 2027-05-01",
        ),
        (
            lambda: Leaving("Habo", since=2028, notice=date(2027, 5, 1)),
            ScenarioError,
            "say when in one way: from a year on, as 2027, or a day under notice, as 2027-05-01",
            "ange när på ett sätt: från ett år, som 2027, eller en dag under notice, som 2027-05-01",
        ),
        (
            lambda: Leaving("Habo", since=1),
            PeriodError,
            "a year is a whole number such as 2027, not 0",
            "ett år är ett heltal som 2027, inte 0",
        ),
        (
            lambda: Limits(since=2027),
            ScenarioError,
            "there is no limit; write offers by party, or ceilings by member",
            "det finns ingen gräns; skriv offers per part, eller ceilings per medlem",
        ),
        (
            lambda: Limits(ceilings={"Habo": 5, "habo": 6}),
            FinsamError,
            "Habo is written twice, in different ways; write it once",
            "Habo skrivs två gånger, på olika sätt; skriv den en gång",
        ),
        (
            lambda: RowChange("kansli", more="3 %", column=WORD),
            WrongTypeError,
            'RowChange: column takes one of "budget", "forecast", "outcome", not "budgett"',
            'RowChange: column ska vara något av "budget", "forecast", "outcome", inte "budgett"',
        ),
        (
            lambda: Scenario(name="mer", changes=()),
            ScenarioError,
            'the scenario "mer" changes nothing; write what is to be otherwise',
            'scenariot "mer" ändrar inget; skriv vad som ska vara annorlunda',
        ),
        (
            lambda: ScenarioSet(
                scenarios=tuple(Scenario(name="mer", changes=(OpeningChange(each),)) for each in (5, 6))
            ),
            ScenarioError,
            'there are two scenarios "mer"; give each a name of its own',
            'det finns två scenarier "mer"; ge vart och ett ett eget namn',
        ),
    ],
)
def test_what_cannot_be_is_refused(make: Callable[[], object], kind: type[Exception], en: str, sv: str) -> None:
    """Whole, in both languages."""
    with pytest.raises(kind) as caught:
        make()
    assert isinstance(caught.value, FinsamError)
    assert (caught.value.text("en"), caught.value.text("sv")) == (en, sv)


def test_only_a_change_is_one() -> None:
    """Anything else is refused by its type."""
    wrong: Any = [5]
    with pytest.raises(
        WrongTypeError, match=r"Scenario: changes takes one of FundingChange, PopulationChange, .*, not 5"
    ):
        Scenario(name="mer", changes=wrong)
