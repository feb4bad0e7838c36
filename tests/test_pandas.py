"""What analysts try first: contributions in a table, a column of amounts computed with, and completion of names."""

import pandas as pd

from finsam import Party, allocate, example, kr

PLAN = example("hoglandet-2023")
NOW, NEXT = PLAN.contributions(2023), PLAN.contributions(2024)
NAMES = ["Aneby", "Eksjö", "Nässjö", "Sävsjö", "Tranås", "Vetlanda", "Region Jönköpings län", "Försäkringskassan"]


def test_contributions_are_columns_of_a_table() -> None:
    """By member, and never a table of names: Aneby 120 810 kr in both years (Höglandet 2023, figures.md)."""
    for table in (
        pd.DataFrame({"now": NOW, "next": NEXT}),
        pd.DataFrame({"now": NOW.amounts, "next": NEXT.amounts}),
        pd.DataFrame([NOW, NEXT], index=["now", "next"]).T,
    ):
        assert [*table.index] == [*NAMES, "Arbetsförmedlingen"]
        assert table.loc["Aneby"].to_dict() == {"now": kr(120_810), "next": kr(120_810)}
        assert table["now"].sum() == kr(8_054_000)


def test_contributions_are_a_series() -> None:
    """And can be computed with, sorted, compared and drawn."""
    series = pd.Series(NOW)
    assert dict(series) == dict(NOW) == dict(NOW.items()) == NOW
    assert dict(series - kr(1)) == dict(-(kr(1) - series)) == {name: amount - kr(1) for name, amount in NOW.items()}
    assert series.sort_values().index[-1] == "Försäkringskassan"
    assert [*series[series > kr(500_000)].index] == ["Nässjö", "Region Jönköpings län", "Försäkringskassan"]
    assert series.astype(float)["Aneby"] == 120_810.0
    assert dict(series * 2) == {name: amount * 2 for name, amount in NOW.items()}
    assert str((series / 3)["Aneby"]) == "40 270 kr"


def test_every_split_and_every_sum_by_name_is_a_column_too() -> None:
    """What the parties pay, what is spent by category, and any split."""
    assert dict(pd.Series(NOW.by_party)) == {
        Party.STATE: kr(4_027_000),
        Party.REGIONS: kr(2_013_500),
        Party.MUNICIPALITIES: kr(2_013_500),
    }
    by_category = pd.DataFrame({year: PLAN.budget(year).by_category for year in (2023, 2024)})
    assert by_category[2023].sum() == PLAN.budget(2023).total_costs
    assert dict(pd.Series(allocate(kr(3), {"Habo": 2, "Mullsjö": 1}))) == {"Habo": kr(2), "Mullsjö": kr(1)}


def test_a_notebook_completes_the_names() -> None:
    """`due["` offers the members."""
    assert NOW._ipython_key_completions_() == [*NAMES, "Arbetsförmedlingen"]
