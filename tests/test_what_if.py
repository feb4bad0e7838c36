"""
What the pages on what-ifs say of Höglandet, and what the package does with their scenarios: every figure by arithmetic.

The figures of the plan itself are those of its published document; the inhabitants are those of 31 December 2022 (SCB).
"""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from importlib.resources import files
from math import ceil
from pathlib import Path

import pytest

from finsam import ByPopulation, Money, example, kr, scenarios
from finsam.scenarios import FundingChange, Leaving, RowChange, apply, least_cut, least_total

PAGES = ("what-if.md", "tank-om.md")
PLANNED = {
    "Aneby": 120_810,
    "Eksjö": 302_025,
    "Nässjö": 563_780,
    "Sävsjö": 201_350,
    "Tranås": 342_295,
    "Vetlanda": 483_240,
}
"""What the municipalities pay together with the others' 2 013 500 and 4 027 000 kr, as the document has it."""

SHARES = {"Aneby": 6, "Eksjö": 15, "Nässjö": 28, "Sävsjö": 10, "Tranås": 17, "Vetlanda": 24}
HEADS = {"Aneby": 6_824, "Eksjö": 17_858, "Nässjö": 31_944, "Sävsjö": 11_771, "Tranås": 18_804, "Vetlanda": 27_673}
TOTAL, QUARTER = 8_054_000, 2_013_500
EQUITY = 427_055
"""At the end of 2023, as the document has it; 2024 and 2025 are planned to leave neither surplus nor deficit."""


def page(name: str) -> str:
    return (Path(__file__).parent.parent / "docs" / name).read_text("utf-8")


def by_largest_remainders(ore: int, weights: Mapping[str, int]) -> dict[str, Money]:
    """The öre in the proportions of the weights: whole öre first, then one each to the largest remainders."""
    of = sum(weights.values())
    whole = {name: ore * weight // of for name, weight in weights.items()}
    left = sorted(weights, key=lambda name: ore * weights[name] % of, reverse=True)
    for name in left[: ore - sum(whole.values())]:
        whole[name] += 1
    return {name: Money(ore=amount) for name, amount in whole.items()}


BY_POPULATION = by_largest_remainders(QUARTER * 100, HEADS)
WITHOUT_TRANAS = by_largest_remainders(QUARTER * 100, {name: SHARES[name] for name in SHARES if name != "Tranås"})
MORE = {name: kr(8_500_000 // 4 * share // 100) for name, share in SHARES.items()}


def test_the_arithmetic_starts_from_what_the_document_has() -> None:
    """The agreed shares are of a quarter of the total, and the parts add up."""
    assert {name: QUARTER * share // 100 for name, share in SHARES.items()} == PLANNED
    assert 4 * QUARTER == TOTAL
    assert sum(PLANNED.values()) == QUARTER
    for parts in (BY_POPULATION, WITHOUT_TRANAS):
        assert sum(part.ore for part in parts.values()) == QUARTER * 100
    plan = example("hoglandet-2023")
    assert {name: plan.contributions(2024)[name] for name in PLANNED} == {
        name: kr(amount) for name, amount in PLANNED.items()
    }
    assert plan.closing_equity(2023) == kr(EQUITY)


# The five questions


def test_a_split_by_population_is_by_largest_remainders() -> None:
    """Of 2 013 500 kr Aneby pays 6 824 parts of 114 874, which is 119 610,39 kr."""
    key = ByPopulation(HEADS, on=date(2022, 12, 31), source="SCB")
    due = example("hoglandet-2023").contributions(2024, split=key)
    assert {name: due[name] for name in HEADS} == BY_POPULATION
    assert due["Aneby"] == kr("119 610,39")
    assert due.total == kr(TOTAL)


def test_another_total_is_shared_as_before() -> None:
    """Of 8 500 000 kr a quarter is 2 125 000 kr, and 6 % of it 127 500 kr."""
    due = example("hoglandet-2023").contributions(2024, total=kr(8_500_000))
    assert {name: due[name] for name in SHARES} == MORE
    assert (due["Aneby"], due["Försäkringskassan"]) == (kr(127_500), kr(4_250_000))


def test_those_who_remain_pay_for_one_who_leaves() -> None:
    """Without the 17 % of Tranås the others have 83 parts, of which Aneby has 6; the total is as before."""
    due = apply(example("hoglandet-2023"), Leaving("Tranås", since=2024)).contributions(2024)
    assert {name: due[name] for name in WITHOUT_TRANAS} == WITHOUT_TRANAS
    assert due["Aneby"] == kr("145 554,22")
    assert due.total == kr(TOTAL)


def test_the_total_that_leaves_a_fifth() -> None:
    """Two years of a total T leave 2 T - 15 680 945 kr, which is 0,2 T or more from 15 680 945 / 1,8 on."""
    missing = 2 * TOTAL - EQUITY
    total = ceil(missing / Fraction("1.8"))
    found = least_total(example("hoglandet-2023"), by=2025, at_least="20 %", since=2024)
    assert (missing, found.amount, found.closing[2025]) == (15_680_945, kr(total), kr(2 * total - missing))
    assert 5 * (2 * total - missing) >= total
    assert 5 * (2 * (total - 1) - missing) < total - 1


def test_the_cut_that_leaves_a_million() -> None:
    """Two cuts add to 427 055 kr what is missing, or one does, where it is asked for every year."""
    plan = example("hoglandet-2023")
    missing = 1_000_000 - EQUITY
    once = least_cut(plan, "SE-Höglandet", by=2025, at_least=kr(1_000_000), since=2024)
    twice = least_cut(plan, "SE-Höglandet", by=2025, at_least=kr(1_000_000), since=2024, every_year=True)
    assert (once.amount, once.closing[2025]) == (kr(ceil(missing / 2)), kr(EQUITY + 2 * ceil(missing / 2)))
    assert (twice.amount, twice.closing[2024]) == (kr(missing), kr(1_000_000))


# The pages


def figure(amount: Money) -> str:
    """The amount as a table has it."""
    kronor, ore = divmod(abs(amount.ore), 100)
    sign = "-" if amount.ore < 0 else ""
    return f"{sign}{kronor:,}".replace(",", " ") + (f",{ore:02}" if ore else "")


def per_cent(part: Fraction) -> str:
    """The share as a table has it, which is rounded to hundredths of a per cent where it is not exact."""
    hundredths = part * 10_000
    rounded = round(hundredths)
    text = f"{rounded / 100:.2f}".replace(".", ",").rstrip("0").rstrip(",")
    return f"{text} %" if rounded == hundredths else f"~{rounded / 100:.2f} %".replace(".", ",")


def rows_of(name: str, label: str) -> list[list[str]]:
    """The cells of each row with that label, in the page's last console."""
    last = page(name).rpartition("```console\n")[2]
    return [re.split(r"\s{2,}", row)[1:] for row in re.findall(rf"^{label}  .*$", last, re.MULTILINE)]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("member", SHARES)
def test_the_tables_of_the_page_are_as_reckoned_by_hand(name: str, member: str) -> None:
    """What each municipality pays in the plan and in the three scenarios, and how much more that is."""
    before = kr(PLANNED[member])
    every = [MORE[member], BY_POPULATION[member], WITHOUT_TRANAS.get(member)]
    after = [each for each in every if each is not None]
    assert rows_of(name, member) == [
        [figure(before), *map(figure, after)],
        [figure(each - before) for each in after],
        [per_cent(Fraction(each.ore - before.ore, before.ore)) for each in after],
    ]


@pytest.mark.parametrize("name", PAGES)
def test_the_years_of_the_page_are_as_reckoned_by_hand(name: str) -> None:
    """446 000 kr more a year are saved each year, and nothing in the other scenarios."""
    more = 8_500_000 - TOTAL
    for year, saved in ((2023, 0), (2024, 1), (2025, 2)):
        result = kr(more if saved else 0)
        closing = kr(EQUITY + saved * more)
        assert rows_of(name, str(year)) == [
            ["0", figure(result), "0", "0"],
            [figure(kr(EQUITY)), figure(closing), figure(kr(EQUITY)), figure(kr(EQUITY))],
        ]


@pytest.mark.parametrize("name", PAGES)
def test_the_rows_of_aneby_stand_with_the_questions(name: str) -> None:
    """The three that are picked out are those of the table of all scenarios."""
    picked = [re.split(r"\s{2,}", row)[1:] for row in re.findall(r"^Aneby  .*$", page(name), re.MULTILINE)][:9]
    before = kr(PLANNED["Aneby"])
    reckoned = [BY_POPULATION["Aneby"], MORE["Aneby"], WITHOUT_TRANAS["Aneby"]]
    assert picked == [
        cells
        for after in reckoned
        for cells in (
            [figure(before), figure(after)],
            [figure(after - before)],
            [per_cent(Fraction(after.ore - before.ore, before.ore))],
        )
    ]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_shows_the_file_that_ships(name: str) -> None:
    """Whole, as it is."""
    shipped = files("finsam").joinpath("examples/scenarios/hoglandet-2023.toml").read_text("utf-8")
    assert f"```toml\n{shipped}```" in page(name)


def test_two_changes_together() -> None:
    """446 000 kr more a year, and 3 % of 3 860 000 kr saved, twice; in whichever order they are given."""
    plan = example("hoglandet-2023")
    more, less = FundingChange(total="8,5 mkr", since=2024), RowChange("SE-Höglandet", more="-3 %", since=2024)
    both = apply(plan, more, less)
    assert both.closing_equity(2025) == kr(EQUITY + 2 * (8_500_000 - TOTAL) + 2 * (3_860_000 * 3 // 100))
    assert both == apply(plan, less, more)


# The examples


@pytest.mark.parametrize("name", scenarios.examples())
def test_the_examples_are_of_example_plans(name: str) -> None:
    """Each is of the plan that it names, and each of its scenarios fits it."""
    of = scenarios.example(name)
    assert of.plan == name
    beside = scenarios.compare(example(name), of)
    assert [case.name for case in beside.cases] == [scenario.name for scenario in of]
    assert len(of) == len(beside.cases)


def test_an_example_that_is_not_there_is_refused() -> None:
    """With the nearest name."""
    with pytest.raises(KeyError) as caught:
        scenarios.example("hoglandet-2032")
    assert str(caught.value) == 'there is no example "hoglandet-2032"; did you mean "hoglandet-2023"?'


def test_scenarios_are_written_to_a_file_and_loaded_from_it(tmp_path: Path) -> None:
    """`dump` and `load` are those of a plan."""
    of = scenarios.example("hoglandet-2023")
    scenarios.dump(of, tmp_path / "s.toml")
    assert scenarios.load(tmp_path / "s.toml") == of
    assert scenarios.loads((tmp_path / "s.toml").read_text("utf-8")) == of


@pytest.mark.parametrize("name", PAGES)
def test_thousands_of_scenarios_are_as_reckoned_by_hand(name: str) -> None:
    """Aneby pays 6 % of a quarter; 3 % of 3 860 000 kr is 115 800 kr a year; what is left is added to the equity."""
    said = re.findall(r"^8,[15] mkr \| .+ \| (.+ kr) \| (.+ kr)$", page(name), re.MULTILINE)
    assert said == [
        (str(kr(total // 4 * 6 // 100)), str(kr(EQUITY + 2 * (total - TOTAL - more))))
        for total in (8_100_000, 8_500_000)
        for more in (0, 3_860_000 * 3 // 100)
    ]


@pytest.mark.parametrize("name", PAGES)
def test_what_is_uncertain_is_as_counted_by_hand(name: str) -> None:
    """Used up by all that costs more than there is; of 1 001 costs the middle one is 8 500 000 kr."""
    costs = range(8_000_000, 9_000_001, 1_000)
    used_up = [cost for cost in costs if cost > TOTAL + EQUITY]
    assert f"Fraction({len(used_up)}, {len(costs)})" in page(name)
    assert repr(kr(TOTAL + EQUITY - 8_500_000)) in page(name)
