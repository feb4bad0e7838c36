"""Wrong types from Python: each is refused in words, and what is as good as the right one is taken."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import attrs
import numpy as np
import pytest

import finsam
from finsam import (
    Association,
    ByPopulation,
    Category,
    Cost,
    FinsamError,
    Funding,
    Goal,
    Member,
    OperationalPlan,
    Party,
    Shares,
    allocate,
    contributions,
    kr,
)
from finsam.errors import WrongTypeError
from finsam.funding import Terms
from finsam.goals import Level
from finsam.organisations import municipality

BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
SPLIT = Shares({"Habo": "60 %", "Mullsjö": "40 %"})


@pytest.mark.parametrize(
    ("make", "message", "swedish"),
    [
        (
            lambda: allocate(100, {"Habo": 1}),  # type: ignore[arg-type]
            "total takes an amount, as kr(150_000), not 100",
            "total ska vara ett belopp, som kr(150_000), inte 100",
        ),
        (
            lambda: allocate(kr(100), {"Habo": 1}, unit=1),  # type: ignore[arg-type]
            "unit takes an amount, as kr(150_000), not 1",
            "unit ska vara ett belopp, som kr(150_000), inte 1",
        ),
        (
            lambda: allocate(kr(100), ["Habo"]),  # type: ignore[arg-type]
            "weights takes a dict, not a list",
            "weights ska vara en dict, inte en lista",
        ),
        (
            lambda: finsam.check("plan.toml"),  # type: ignore[arg-type]
            'check takes a plan, as load("plan.toml") gives it, not "plan.toml"',
            'check ska vara en plan, som load("plan.toml") ger den, inte "plan.toml"',
        ),
        (
            lambda: finsam.reports.report(5),  # type: ignore[arg-type]
            'report takes a plan, as load("plan.toml") gives it, not 5',
            'report ska vara en plan, som load("plan.toml") ger den, inte 5',
        ),
        (
            lambda: finsam.dumps({"year": 2027}),  # type: ignore[arg-type]
            'dumps takes a plan, as load("plan.toml") gives it, not a table',
            'dumps ska vara en plan, som load("plan.toml") ger den, inte en tabell',
        ),
        (
            lambda: finsam.loads(5),  # type: ignore[arg-type]
            "loads takes text, not 5",
            "loads ska vara text, inte 5",
        ),
        (
            lambda: contributions(BYGDEN, 2027, total=8_000_000, split=SPLIT),  # type: ignore[arg-type]
            "total takes an amount, as kr(150_000), not 8000000",
            "total ska vara ett belopp, som kr(150_000), inte 8000000",
        ),
        (
            lambda: contributions(BYGDEN, 2027, total="8 mkr", split=SPLIT),  # type: ignore[arg-type]
            'total takes an amount, as kr(150_000), not "8 mkr"',
            'total ska vara ett belopp, som kr(150_000), inte "8 mkr"',
        ),
        (
            lambda: contributions(BYGDEN, 2027, total=kr(8), split=SPLIT, unit=1),  # type: ignore[arg-type]
            "unit takes an amount, as kr(150_000), not 1",
            "unit ska vara ett belopp, som kr(150_000), inte 1",
        ),
        (
            lambda: contributions(BYGDEN, 2027, total=kr(8), split={"Habo": 1}),  # type: ignore[arg-type]
            (
                "Terms: split takes one of Shares, ByPopulation, ByFigures, Equal, Mixture, Fixed, ToBeSplit, "
                "Unpublished, NotAgreed, PartlyKnown, not a table"
            ),
            (
                "Terms: split ska vara något av Shares, ByPopulation, ByFigures, Equal, Mixture, Fixed, ToBeSplit, "
                "Unpublished, NotAgreed, PartlyKnown, inte en tabell"
            ),
        ),
        (
            lambda: contributions("Bygden", 2027, total=kr(8)),  # type: ignore[arg-type]
            'association takes Association, not "Bygden"',
            'association ska vara Association, inte "Bygden"',
        ),
        (
            lambda: contributions(BYGDEN, "2027", total=kr(8), split=SPLIT),  # type: ignore[arg-type]
            'Terms: year takes a whole number, not "2027"',
            'Terms: year ska vara ett heltal, inte "2027"',
        ),
        (
            lambda: Funding(total={2027: 4_000_000}),  # type: ignore[dict-item]
            "Funding: total takes an amount, as kr(150_000), not 4000000",
            "Funding: total ska vara ett belopp, som kr(150_000), inte 4000000",
        ),
        (
            lambda: Funding(total={2027: kr(4)}, unit=10),  # type: ignore[arg-type]
            "Funding: unit takes one of an amount, as kr(150_000), a dict of an amount, as kr(150_000), not 10",
            (
                "Funding: unit ska vara något av ett belopp, som kr(150_000), en dict av ett belopp, som kr(150_000), "
                "inte 10"
            ),
        ),
        (
            lambda: Cost(id="kansli", name="Kansli", category="insats"),  # type: ignore[arg-type]
            (
                'Cost: category takes one of "individual", "structural", "administration", "board", "audit", "new", '
                'not "insats"'
            ),
            (
                'Cost: category ska vara något av "individual", "structural", "administration", "board", "audit", '
                '"new", inte "insats"'
            ),
        ),
        (
            lambda: Association(name=None),  # type: ignore[arg-type]
            "Association: name takes text, not None",
            "Association: name ska vara text, inte None",
        ),
        (
            lambda: Association(name="Bygden", municipalities=["Habo"]),  # type: ignore[arg-type]
            'Association: municipalities takes a Member; names are written in Association.of(...), not "Habo"',
            'Association: municipalities ska vara en Member; namn skrivs i Association.of(...), inte "Habo"',
        ),
        (
            lambda: Association.of("Bygden", municipalities=["Habo"], formed="2011-04-01"),  # type: ignore[arg-type]
            'Association: formed takes a day, as date(2027, 5, 1), not "2011-04-01"',
            'Association: formed ska vara en dag, som date(2027, 5, 1), inte "2011-04-01"',
        ),
        (
            lambda: Member(organisation=municipality("Habo"), joined=datetime(2027, 1, 1, 12)),  # noqa: DTZ001
            "Member: joined takes a day, as date(2027, 5, 1), not 2027-01-01 12:00:00",
            "Member: joined ska vara en dag, som date(2027, 5, 1), inte 2027-01-01 12:00:00",
        ),
        (
            lambda: OperationalPlan(year=True, association=BYGDEN),
            "OperationalPlan: year takes a whole number, not true",
            "OperationalPlan: year ska vara ett heltal, inte true",
        ),
        (
            lambda: OperationalPlan(year=2027, association=BYGDEN, vision=("a", "b")),  # type: ignore[arg-type]
            "OperationalPlan: vision takes text, not a list",
            "OperationalPlan: vision ska vara text, inte en lista",
        ),
        (
            lambda: OperationalPlan(year=2027, association=BYGDEN, tasks="stödja samverkan"),  # type: ignore[arg-type]
            'OperationalPlan: tasks takes a list of text, not "stödja samverkan"',
            'OperationalPlan: tasks ska vara en lista av text, inte "stödja samverkan"',
        ),
        (
            lambda: ByPopulation([("Habo", 1)]),  # type: ignore[arg-type]
            "ByPopulation: population takes a dict of a whole number, not a list",
            "ByPopulation: population ska vara en dict av ett heltal, inte en lista",
        ),
    ],
)
def test_a_wrong_type_is_refused_in_words(make: Callable[[], object], message: str, swedish: str) -> None:
    """What takes it, what it takes, and what was given."""
    with pytest.raises(WrongTypeError) as error:
        make()
    assert str(error.value) == message
    assert error.value.text("sv") == swedish


def test_a_list_is_kept_as_a_tuple_and_a_word_as_a_choice() -> None:
    """So a plan that was made with lists is equal to one that was made with tuples, and can be hashed like it."""
    row = Cost(id="kansli", name="Kansli", category="administration", budget={2027: kr(1)})  # type: ignore[arg-type]
    assert row.category is Category.ADMINISTRATION
    goal = Goal(id="arbete", text="Fler i arbete", level="overall", targets=[])  # type: ignore[arg-type]
    assert goal.level is Level.OVERALL
    loose = OperationalPlan(year=2027, association=BYGDEN, costs=[row], goals=iter([goal]), tasks=["a"])  # type: ignore[arg-type]
    strict = OperationalPlan(year=2027, association=BYGDEN, costs=(row,), goals=(goal,), tasks=("a",))
    assert loose == strict
    assert hash(loose) == hash(strict)
    assert loose.budget(2027).by_category == {Category.ADMINISTRATION: kr(1)}


def test_whole_numbers_of_numpy_are_whole_numbers() -> None:
    """As they come out of a data frame."""
    year: Any = np.int64(2027)
    terms = Terms(year=year, basis="total", amount=kr(np.int64(8)))  # type: ignore[arg-type]
    assert (type(terms.year), terms.basis.value, terms.amount) == (int, "total", kr(8))
    assert contributions(BYGDEN, year, total=kr(8), split=SPLIT) == contributions(
        BYGDEN, 2027, total=kr(8), split=SPLIT
    )
    assert type(ByPopulation({"Habo": np.int32(5)}).population["Habo"]) is int  # type: ignore[dict-item]
    two: Any = np.int64(2)
    assert kr(5) * two == two * kr(5) == kr(10)
    assert type((kr(5) * two).ore) is int


def test_one_municipality_needs_no_list() -> None:
    """A text is one name, and not its letters."""
    one = Association.of("Habo", municipalities="Habo", region="06")
    assert one == Association.of("Habo", municipalities=["Habo"], region="06")


@pytest.mark.parametrize("name", [name for name in finsam.__all__ if attrs.has(getattr(finsam, name))])
def test_every_public_class_that_people_make_holds_its_fields_to_their_types(name: str) -> None:
    """A class that would take anything would be wrong somewhere else, later and in other words."""
    kind = getattr(finsam, name)
    made_by_finsam = {"Money", "Allocation", "Contributions", "Budget", "Forecast", "Outcome", "Finding"}
    if name in made_by_finsam or not attrs.fields(kind):
        return
    of_no_type: Any = object()
    fields = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING and not field.kw_only]
    with pytest.raises((FinsamError, TypeError)) as error:
        kind(of_no_type) if fields else kind(**{field.name: of_no_type for field in attrs.fields(kind)})
    assert isinstance(error.value, FinsamError) or "not iterable" in str(error.value)


def test_a_party_is_named_by_its_word() -> None:
    """In a dict of what each party pays too."""
    stated = finsam.Stated(where="s. 4", parties={"state": finsam.Stated(where="s").costs})
    assert [*stated.parties] == [Party.STATE]
    assert all(type(each) is Party for each in stated.parties)


def test_a_day_is_a_day() -> None:
    """What is right is kept as it is."""
    assert Member(organisation=municipality("Habo"), joined=date(2027, 1, 1)).joined == date(2027, 1, 1)


class Name(str):
    """Text of a class of somebody's own, as a table of names may have it."""

    __slots__ = ()


def test_what_is_of_a_class_below_the_type_is_of_the_type() -> None:
    """It is kept as it is."""
    made = Association.of(Name("Bygden"), municipalities=["Habo"], region="06")
    assert (made.name, made) == ("Bygden", Association.of("Bygden", municipalities=["Habo"], region="06"))


def test_a_type_with_a_note_is_called_by_its_type() -> None:
    """A year is a whole number, in the message as in the field."""
    with pytest.raises(WrongTypeError) as error:
        OperationalPlan(association=BYGDEN, year=2027, preliminary=2026)  # type: ignore[arg-type]
    assert str(error.value) == "OperationalPlan: preliminary takes a list of a whole number, not 2026"
