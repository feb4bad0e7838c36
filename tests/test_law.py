"""The law as data: every statutory value, its days and its place, and that it stands nowhere else."""

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import finsam
from finsam import law
from finsam.errors import LawError
from finsam.law import (
    BUDGET_ADOPTION,
    CHARTER,
    MUNICIPALITIES_SHARE,
    READ_THROUGH,
    REGIONLESS_ALONE_SHARE,
    REGIONS_SHARE,
    SEATS_SHARED_UNTIL,
    STATE_SHARE,
)
from finsam.period import DayOfYear
from finsam.statute import Dated
from names import NAMES
from strategies import days

DATED: dict[str, Dated[Any]] = {name: value for name, value in vars(law).items() if isinstance(value, Dated)}

every_value = pytest.mark.parametrize("value", DATED.values(), ids=DATED.keys())

# What is known of each value: the day of every wording, what it gives, where it stands, and whether its words have been
# inferred rather than read. From the amendment register of the act, SOU 2015:24 (section 21.7 and the comments on
# chapter 11), the consolidated texts of both Local Government Acts, and SFS 2007:1017.
THE_ACT = date(2004, 1, 1)  # SFS 2003:1210
JOINTLY = date(2008, 1, 1)  # SFS 2007:411, 2007:1017
ACROSS = date(2010, 7, 1)  # SFS 2010:350
NEW_KL = date(2018, 1, 1)  # SFS 2017:746
NEW_LKBR = date(2019, 1, 1)  # SFS 2018:598
REGION = date(2020, 1, 1)  # SFS 2019:914
RESERVES = date(2024, 1, 1)  # SFS 2023:644

KNOWN: Mapping[str, list[tuple[date, object, str, bool]]] = {
    "PARTIES": [(THE_ACT, None, "3 § lagen (2003:1210)", False)],
    "MOST_REGIONS": [
        (THE_ACT, 1, "3 § lagen (2003:1210)", False),
        (ACROSS, None, "3 § lagen (2003:1210)", False),
    ],
    "STATE_SHARE": [(THE_ACT, Fraction(1, 2), "5 § lagen (2003:1210)", False)],
    "REGIONS_SHARE": [(THE_ACT, Fraction(1, 4), "5 § lagen (2003:1210)", False)],
    "MUNICIPALITIES_SHARE": [(THE_ACT, Fraction(1, 4), "5 § lagen (2003:1210)", False)],
    "MUNICIPALITIES_AGREE": [(THE_ACT, None, "5 § second paragraph lagen (2003:1210)", False)],
    "REGIONS_AGREE": [(ACROSS, None, "5 § third paragraph lagen (2003:1210)", False)],
    "REGIONLESS_ALONE_SHARE": [(ACROSS, Fraction(1, 2), "5 a § first paragraph lagen (2003:1210)", False)],
    "REGIONLESS_BESIDE_REGION": [(ACROSS, None, "5 a § second paragraph lagen (2003:1210)", False)],
    "ONE_MEMBER_ONE_SEAT": [(THE_ACT, 1, "10 § lagen (2003:1210)", False)],
    "BUDGET_ADOPTION": [(THE_ACT, DayOfYear(11, 30), "23 § lagen (2003:1210)", False)],
    "REVENUES_EXCEED_COSTS": [
        (THE_ACT, None, "8 kap. 4 § third paragraph kommunallagen (1991:900), see 21 § lagen (2003:1210)", True),
        (NEW_KL, None, "11 kap. 5 § second paragraph kommunallagen (2017:725), see 21 § lagen (2003:1210)", True),
        (RESERVES, None, "11 kap. 5 § second paragraph kommunallagen (2017:725), see 21 § lagen (2003:1210)", False),
    ],
    "PLAN_YEARS": [
        (THE_ACT, 3, "8 kap. 5 § kommunallagen (1991:900), see 21 § lagen (2003:1210)", True),
        (NEW_KL, 3, "11 kap. 6 § kommunallagen (2017:725), see 21 § lagen (2003:1210)", True),
        (RESERVES, 3, "11 kap. 6 § kommunallagen (2017:725), see 21 § lagen (2003:1210)", False),
    ],
    "PUBLIC_MEETING": [(THE_ACT, None, "19 § lagen (2003:1210)", False)],
    "SPENDING_IS_FINANCED": [
        (THE_ACT, None, "8 kap. 12 § kommunallagen (1991:900), see 21 § lagen (2003:1210)", True),
        (NEW_KL, None, "11 kap. 15 § kommunallagen (2017:725), see 21 § lagen (2003:1210)", True),
        (RESERVES, None, "11 kap. 15 § kommunallagen (2017:725), see 21 § lagen (2003:1210)", False),
    ],
    "SHORTFALL": [(THE_ACT, None, "22 § lagen (2003:1210)", False)],
    "NOTICE_YEARS": [(THE_ACT, 3, "27 § lagen (2003:1210)", False)],
    "ANNUAL_REPORT_MONTHS": [(THE_ACT, 3, "24 § lagen (2003:1210)", False)],
    "ACCOUNTING": [
        (THE_ACT, "lagen (1997:614) om kommunal redovisning", "24 § lagen (2003:1210)", False),
        (NEW_LKBR, "lagen (2018:597) om kommunal bokföring och redovisning", "24 § lagen (2003:1210)", False),
    ],
    "CHARTER": [
        (THE_ACT, 17, "9 § lagen (2003:1210)", True),
        (JOINTLY, 18, "9 § lagen (2003:1210)", False),
        (NEW_KL, 18, "9 § lagen (2003:1210)", True),  # item 7: by SFS 2017:746 or 2019:914, and taken to be the former
        (REGION, 18, "9 § lagen (2003:1210)", False),
    ],
    "BOARD_TERM": [(THE_ACT, 4, "13 § lagen (2003:1210)", False)],
    "JOINT_AUDITORS": [(JOINTLY, None, "25 § lagen (2003:1210)", False)],
    "AUDITORS": [(REGION, None, "25 § lagen (2003:1210)", False)],
}


@given(days())
def test_the_state_the_regions_and_the_municipalities_pay_all(day: date) -> None:
    """5 §: half, a quarter and a quarter, on every day since the act came into force."""
    parts = STATE_SHARE.on(day), REGIONS_SHARE.on(day), MUNICIPALITIES_SHARE.on(day)
    assert parts == (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4))


@given(days(first=date(2010, 7, 1)))
def test_a_municipality_outside_every_region_pays_what_the_state_does_not(day: date) -> None:
    """5 a § first paragraph, which came with SFS 2010:350."""
    assert REGIONLESS_ALONE_SHARE.on(day) == 1 - STATE_SHARE.on(day) == Fraction(1, 2)


@pytest.mark.parametrize("name", DATED)
def test_every_value_is_what_is_known_of_it(name: str) -> None:
    """Every wording: its day, what it gives, where it stands, and whether it is inferred; items of a list by number."""
    told = [
        (
            wording.since,
            len(wording.value) if isinstance(wording.value, tuple) else wording.value,
            str(wording.provision),
            wording.inferred is not None,
        )
        for wording in DATED[name].wordings
    ]
    assert told == KNOWN[name]


def test_every_value_is_public() -> None:
    """`finsam.law` lists what the library takes from the law, and nothing is known of what is not there."""
    assert KNOWN.keys() == DATED.keys()
    assert {*law.__all__} == {*DATED, "IN_FORCE", "MEMBERS_TRANSFER", "READ_THROUGH", "SEATS_SHARED_UNTIL"}


@every_value
def test_wordings_stand_in_the_order_of_their_days(value: Dated[Any]) -> None:
    """None is from before the act, and none from after what has been read."""
    since = [wording.since for wording in value.wordings]
    assert since == sorted(set(since))
    assert since[0] >= law.IN_FORCE == date(2004, 1, 1)
    assert since[-1] <= READ_THROUGH


@every_value
def test_a_wording_applies_from_its_own_day(value: Dated[Any]) -> None:
    for wording in value.wordings:
        assert value.on(wording.since) == wording.value


@every_value
def test_what_was_before_the_first_wording_is_unknown(value: Dated[Any]) -> None:
    """It is an error that says so, never a guess."""
    before = value.first - timedelta(days=1)
    with pytest.raises(LawError) as error:
        value.on(before)
    assert str(error.value) == (
        f"{value.name}, {value.provision}: what applied on {before} has not been read, only what applies from "
        f"{value.first}"
    )
    assert error.value.text("sv") == (
        f"{value.name.to('sv')}, {value.provision.text.to('sv')}: vad som gällde {before} är inte läst, bara vad som "
        f"gäller från {value.first}"
    )


@every_value
def test_after_what_has_been_read_the_last_wording_stands(value: Dated[Any]) -> None:
    """A plan is for years that no one has read the law of."""
    assert value.on(READ_THROUGH + timedelta(days=1)) == value.on(READ_THROUGH) == value.latest


@every_value
def test_what_is_inferred_says_from_what_in_both_languages(value: Dated[Any]) -> None:
    """And only what has been read does not."""
    for wording in value.wordings:
        if wording.inferred is not None:
            assert wording.inferred.to("en").startswith("inferred from ")
            assert wording.inferred.to("sv").startswith("följer av ")


@every_value
def test_repr_builds_the_value_again(value: Dated[Any]) -> None:
    assert eval(repr(value), NAMES) == value


def test_the_law_has_been_read_through_the_day_of_the_last_copy() -> None:
    """The copy of the act with census date 2026-02-22 has no later amendment than SFS 2023:644."""
    assert date(2026, 2, 22) == READ_THROUGH


def test_several_regions_may_take_part_since_july_2010() -> None:
    """SFS 2010:350 came into force on 1 July 2010."""
    assert law.MOST_REGIONS.on(date(2010, 6, 30)) == 1
    assert law.MOST_REGIONS.on(date(2010, 7, 1)) is None


def test_a_plan_has_been_for_three_years_since_the_act() -> None:
    """Kommunallagen 11 kap. 6 §, before 2018 8 kap. 5 §, to which 21 § refers."""
    assert [law.PLAN_YEARS.on(date(year, 1, 1)) for year in (2004, 2017, 2018, 2027)] == [3, 3, 3, 3]


def test_the_last_day_to_adopt_a_budget_is_30_november() -> None:
    """23 §, whose words have never been amended."""
    assert BUDGET_ADOPTION.in_year(2026).of(2026) == date(2026, 11, 30)


def test_the_charter_has_eighteen_items_and_had_seventeen_until_2008() -> None:
    """9 §: SFS 2007:1017 put in joint auditors as item 13; each item is in both languages."""
    before, since = CHARTER.on(date(2007, 12, 31)), CHARTER.on(date(2008, 1, 1))
    assert (len(before), len(since), len(CHARTER.latest)) == (17, 18, 18)
    assert (*before[:12], *before[12:]) == (*since[:12], *since[13:])
    assert [str(item) for item in since[12:14]] == ["joint auditors", "how a member leaves"]
    assert all(item.to("en") and item.to("sv") for items in CHARTER.values for item in items)


def test_the_seventh_item_no_longer_speaks_of_announcements() -> None:
    """SFS 2017:746 is taken to have struck kungörelser; the other items are the same."""
    before, since = CHARTER.on(date(2017, 12, 31)), CHARTER.on(date(2018, 1, 1))
    assert [number for number, (old, new) in enumerate(zip(before, since, strict=True), 1) if old != new] == [7]
    assert before[6].to("sv") == "var kungörelser och tillkännagivanden anslås"
    assert since[6].to("sv") == "var tillkännagivanden anslås"


def test_a_report_is_drawn_up_under_the_accounting_law_of_its_year() -> None:
    """24 §: the report for the financial year 2018 under the older law, that for 2019 under the newer."""
    assert law.ACCOUNTING.in_year(2018) == "lagen (1997:614) om kommunal redovisning"
    assert law.ACCOUNTING.in_year(2019) == "lagen (2018:597) om kommunal bokföring och redovisning"


def test_every_member_has_an_auditor() -> None:
    """25 §; its earlier wordings have not been read."""
    assert law.AUDITORS.is_known(date(2020, 1, 1))
    assert not law.AUDITORS.is_known(date(2019, 12, 31))


def test_seats_were_shared_until_the_reading_was_corrected() -> None:
    """The National Council announced it on 2022-02-07; the words of 10 § have been the same since 2004."""
    assert date(2022, 2, 7).year == SEATS_SHARED_UNTIL
    assert len(law.ONE_MEMBER_ONE_SEAT.wordings) == 1


def test_an_error_cites_the_provision() -> None:
    with pytest.raises(LawError) as error:
        STATE_SHARE.on(date(2003, 12, 31))
    assert str(error.value) == (
        "the state's share of the funds, 5 § lagen (2003:1210): what applied on 2003-12-31 has not been read, only "
        "what applies from 2004-01-01"
    )


# Nowhere else

PACKAGE = Path(finsam.__file__).parent
SOURCES = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}

# Years that are no law: one to read the rest of a file with where it has none, and the last that a file may speak of.
NUMBERS = {("files/kinds.py", 2027), ("files/scalars.py", 2100)}

# How a year, a part of one or a day is written, for somebody who wrote something else.
AS_WRITTEN = {"2027", "2027-2029", "2027-05-01", "2011-04-01", "2027-H1", "2027-T2", "2027-Q3", "2027-08-31"}

# The statutes that are cited by a name, by their numbers.
NAMED_STATUTES = {("statute.py", "1991"), ("statute.py", "2017")}


def elsewhere(*but: str) -> Iterator[tuple[str, ast.AST]]:
    """Everything in the source of the package outside those modules, but for what explains it."""
    for name, source in SOURCES.items():
        if name in but:
            continue
        tree = ast.parse(source)
        explains = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if id(node) not in explains:
                yield name, node


def test_only_the_law_itself_looks_at_its_wordings() -> None:
    """Everybody else asks what applied on a day or in a year."""
    looks = [
        (name, node.lineno)
        for name, node in elsewhere("law.py", "statute.py")
        if isinstance(node, ast.Attribute) and node.attr == "wordings"
    ]
    assert looks == []


def test_only_the_law_is_made_of_wordings_and_provisions() -> None:
    """No other module quotes a section of its own, or dates a rule."""
    makes = [
        (name, node.lineno, node.func.id)
        for name, node in elsewhere("law.py", "statute.py")
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"Dated", "Wording", "Provision", "DayOfYear"}
    ]
    assert makes == []


def test_no_year_stands_outside_the_law() -> None:
    """But for what is practice, and for those above, which are listed one by one."""
    constants = [
        (name, node.value)
        for name, node in elsewhere("law.py", "national/practice.py")
        if isinstance(node, ast.Constant)
    ]
    numbers = {(name, value) for name, value in constants if type(value) is int and 1900 <= value <= 2100}
    years = {
        (name, found)
        for name, value in constants
        if isinstance(value, str)
        for found in re.findall(r"\b(?:19|20)\d\d\b(?:-\w+)*", value)
    }
    assert numbers == NUMBERS
    assert {(name, found) for name, found in years if found not in AS_WRITTEN} == NAMED_STATUTES


def test_no_section_is_cited_outside_the_law() -> None:
    """A sentence that names a section gets it from the law, so that it is renumbered in one place."""
    cited = {
        (name, node.value)
        for name, node in elsewhere("law.py")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"\d+( [a-z])? §", node.value)
    }
    assert cited == set()
