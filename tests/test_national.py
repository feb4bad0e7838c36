"""The state's funds among the associations: adding up, floors that hold, and figures computed in another way."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from finsam import Money, kr, share
from finsam.errors import NationalError, UnknownNameError
from finsam.ladder import Step
from finsam.national import (
    APPROPRIATION,
    BASE_AMOUNT,
    KEY_WEIGHTS,
    MOST_DECREASE,
    Adjustment,
    AllocationKey,
    Area,
    Choices,
    Freed,
    National,
    NationalAllocation,
    NationalKey,
    Proportion,
    Recipient,
    divided,
    dumps,
    example,
    from_dict,
    impossible,
    loads,
    next_year,
    to_dict,
    with_figure,
)
from finsam.national.levelling import Moved, lowered, raised
from names import NAMES
from national_strategies import YEAR, every_choice, nationals, simple
from strategies import tries

COUNTRY = example("exempellandet-2027")
FUNDS = kr(339_000_000)


def bare(national: National) -> National:
    """The same where nothing is known of the associations but their figures, and nothing is chosen."""
    plain = (Recipient(name=each.name, areas=each.areas) for each in national.associations)
    return evolve(national, associations=tuple(plain), choices=Choices())


def possible(national: National) -> NationalAllocation:
    """What each gets; the example is given up where it cannot be worked out."""
    try:
        return divided(national)
    except NationalError:
        assume(False)
        raise


def is_protected(of: Recipient, national: National) -> bool:
    """Whether its floor is for an association, by what it says or by its equity."""
    if of.protected is not None:
        return of.protected
    return of.excess(national.ladder) == 0


# What holds for every allocation


@given(nationals(every_choice(), known=True))
def test_the_parts_add_up_to_the_funds(national: National) -> None:
    """To the krona: what all get, and what nobody gets, is what there is; and so do the parts of each."""
    found = possible(national)
    assert sum(found.values(), found.returned) == found.appropriation == national.appropriation
    assert all(amount.ore % 100 == 0 and amount >= kr(0) for amount in found.values())
    for each in found.parts:
        by_key, adjusted = sum(each.by_key.values(), kr(0)), sum(each.adjustments.values(), kr(0))
        assert each.base + by_key + adjusted == each.amount == found[each.name]
        assert each.base == national.base


@given(nationals(every_choice(), known=True))
def test_no_floor_is_broken_and_nobody_gets_more_than_it_takes(national: National) -> None:
    """Whatever the order of the adjustments, when the last of them is made; but nobody is given what it declines."""
    found = possible(national)
    for each in national.associations:
        amount, most = found[each.name].ore, each.at_most
        assert most is None or amount <= most.ore
        if each.last_year is not None and is_protected(each, national):
            floor = (1 - (national.floor or 0)) * each.last_year.ore
            assert amount >= floor or (most is not None and amount == most.ore // 100 * 100)


@given(nationals(every_choice(), known=True))
def test_floors_are_refused_only_where_they_cannot_all_be_kept(national: National) -> None:
    """Where base amounts can be lowered and the floor comes first, that is where they are more than there is."""
    first = evolve(national.choices, order=tuple(Adjustment), proportion=Proportion.AMOUNT)
    national = evolve(national, base=kr(0), choices=first)
    floors = [
        min(each.least(national.floor or Fraction(0)), kr(10**9) if each.most is None else each.most)
        for each in national.associations
        if is_protected(each, national)
    ]
    refused = [problem for problem in impossible(national) if problem.path == ("floor",)]
    assert bool(refused) == (sum(floors, kr(0)) > divided(bare(national)).appropriation)


@given(nationals(every_choice(), known=True), st.randoms(use_true_random=False))
def test_the_order_of_the_associations_decides_nothing(national: National, random: object) -> None:
    """Not even which of those that are alike gets a krona that is left over."""
    shuffled = [*national.associations]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # it is a Random
    assert divided_or_said(evolve(national, associations=tuple(shuffled))) == divided_or_said(national)


def divided_or_said(national: National) -> Mapping[str, Money] | set[str]:
    """What each gets, or the reasons why that cannot be worked out."""
    try:
        return dict(divided(national))
    except NationalError as error:
        return {problem.message.to("en") for problem in error.problems}


@given(nationals(every_choice(), known=True))
def test_only_the_proportions_of_the_figures_matter(national: National) -> None:
    """Ten times every figure of a key gives the same."""
    tenfold = tuple(
        evolve(
            each,
            areas=tuple(
                evolve(area, livelihood={year: 10 * figure for year, figure in area.livelihood.items()})
                for area in each.areas
            ),
        )
        for each in national.associations
    )
    assert divided_or_said(evolve(national, associations=tenfold)) == divided_or_said(national)


@given(nationals(every_choice(), known=True))
def test_roundings_cancel_and_are_less_than_a_krona(national: National) -> None:
    """Of each key and each adjustment."""
    found = possible(national)
    for of in (*AllocationKey, *Adjustment):
        roundings = [each.rounding for each in found.roundings if each.of is of]
        assert sum(roundings) == 0
        assert all(0 < abs(rounding) < 100 for rounding in roundings)
    assert all(each.quota + each.rounding == each.amount.ore for each in found.roundings)


@given(nationals(every_choice(), known=True))
def test_every_association_is_explained_in_both_languages(national: National) -> None:
    """The first line says what it gets; and there is a line for each adjustment that changed it."""
    found = possible(national)
    for each in found.parts:
        [heading, *steps] = found.explain(each.name).split("\n")
        assert heading == f"{each.name} {national.year}: {each.amount}"
        assert len(found.explain(each.name, "sv").split("\n")) == len(steps) + 1
        for adjustment, amount in each.adjustments.items():
            if amount != kr(0):
                assert any(f"{adjustment.label.en}: " in step for step in steps)


@given(nationals())
@tries(25)
def test_what_is_written_is_read_as_the_same(national: National) -> None:
    """As a file's text, as its tables, and as Python."""
    assert eval(repr(national), dict(NAMES)) == national
    if not [*impossible(national)]:
        assert loads(dumps(national)) == national == from_dict(to_dict(national))


# Levels


@given(st.lists(st.tuples(*[st.integers(0, 1_000)] * 3), min_size=1, max_size=8))
def test_what_is_lowered_adds_up_and_stops_at_its_bound(drawn: list[tuple[int, int, int]]) -> None:
    """The free ones are lowered by one factor; and there is no other result."""
    rows = [Moved(amount, min(kept, amount), max(bound, min(kept, amount))) for amount, kept, bound in drawn]
    target = sum(row.amount for row in rows)
    assume(sum(row.bound or 0 for row in rows) <= target)
    found = lowered(rows, target)
    exact = [Fraction(weight, found.scale) for weight in found.weights]
    assert sum(exact) == target == found.total
    assert all(each >= (row.bound or 0) for each, row in zip(exact, rows, strict=True))
    free = [
        (each - row.kept) / (row.amount - row.kept)
        for each, row, held in zip(exact, rows, found.held, strict=True)
        if not held and row.amount > row.kept
    ]
    assert len({*free}) <= 1
    for row, held in zip(rows, found.held, strict=True):
        if held and free:
            assert row.kept + free[0] * (row.amount - row.kept) < (row.bound or 0)


@given(st.lists(st.tuples(*[st.integers(0, 1_000)] * 3, st.booleans()), min_size=1, max_size=8), st.integers(0, 5_000))
def test_what_is_raised_comes_as_near_as_the_bounds_let_it(drawn: list[tuple[int, int, int, bool]], more: int) -> None:
    """Nobody is lowered, nobody gets above its bound, and what is left is left because nobody can get it."""
    rows = [
        Moved(amount, min(kept, amount), None if is_open else amount + room) for amount, kept, room, is_open in drawn
    ]
    target = sum(row.amount for row in rows) + more
    found = raised(rows, target)
    exact = [Fraction(weight, found.scale) for weight in found.weights]
    assert sum(exact) == found.total <= target
    for each, row in zip(exact, rows, strict=True):
        assert each >= row.amount
        assert row.bound is None or each <= row.bound
        if found.total < target:
            assert each == row.bound or row.amount == row.kept


# Figures that are computed in another way


def largest_remainders(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Kronor in proportion to weights, in plain whole numbers."""
    everyone = sum(weights.values())
    parts = {name: total * weight // everyone for name, weight in weights.items()}
    rests = sorted(weights, key=lambda name: (-(total * weights[name] % everyone), -weights[name], name))
    for name in rests[: total - sum(parts.values())]:
        parts[name] += 1
    return parts


def figures(key: str) -> dict[str, int]:
    """The figures of the invented country for a key, by association."""
    return {each.name: sum(int(getattr(area, key)[YEAR]) for area in each.areas) for each in COUNTRY.associations}


def by_the_published_parameters() -> dict[str, int]:
    """400 000 kr to each, and of the rest 75 % by the livelihood measure and 25 % by the inhabitants, in kronor."""
    rest = 339_000_000 - 75 * 400_000
    livelihood = largest_remainders(rest * 3 // 4, figures("livelihood"))
    inhabitants = largest_remainders(rest // 4, figures("inhabitants"))
    return {name: 400_000 + livelihood[name] + inhabitants[name] for name in livelihood}


def test_the_invented_country_is_invented() -> None:
    """Seventy-five associations, of which every name and figure is made up."""
    assert COUNTRY.invented
    assert len(COUNTRY.associations) == 75
    assert COUNTRY.note == "Ett påhittat land med 75 påhittade samordningsförbund, slumpade siffror"


def test_339_million_by_the_published_parameters() -> None:
    """As whole numbers give it, and less than two kronor from the formula."""
    found = divided(bare(COUNTRY))
    assert {name: amount.ore for name, amount in found.items()} == {
        name: kronor * 100 for name, kronor in by_the_published_parameters().items()
    }
    assert sum(found.values()) == found.appropriation == FUNDS
    livelihood, inhabitants = figures("livelihood"), figures("inhabitants")
    for name, amount in found.items():
        of_all = Fraction(3, 4) * Fraction(livelihood[name], sum(livelihood.values())) + Fraction(
            inhabitants[name], 4 * sum(inhabitants.values())
        )
        assert abs(Fraction(amount.ore, 100) - 400_000 - 309_000_000 * of_all) < 2


@pytest.mark.parametrize("proportion", Proportion)
def test_339_million_with_a_floor_of_ten_per_cent(proportion: Proportion) -> None:
    """
    Who is at its floor is found in one pass: those who first come to theirs when all are lowered, until what is left is
    enough for the rest.
    """
    before = by_the_published_parameters()
    last = {each.name: each.last_year.ore // 100 for each in COUNTRY.associations if each.last_year is not None}
    floors = {name: -(-9 * kronor // 10) for name, kronor in last.items()}
    kept = dict.fromkeys(before, 0 if proportion is Proportion.AMOUNT else 400_000)
    first = sorted(before, key=lambda name: Fraction(floors[name] - kept[name], before[name] - kept[name]))
    left, moving = 339_000_000 - sum(kept.values()), sum(before.values()) - sum(kept.values())
    while Fraction(left, moving) < Fraction(floors[first[-1]] - kept[first[-1]], before[first[-1]] - kept[first[-1]]):
        name = first.pop()
        left, moving = left - floors[name] + kept[name], moving - before[name] + kept[name]
    free = largest_remainders(
        339_000_000 - sum(floors[name] for name in before if name not in first),
        {name: kept[name] * moving + left * (before[name] - kept[name]) for name in first},
    )
    protected = (
        evolve(each, equity=None, equity_limit=None, at_most=None, protected=True) for each in COUNTRY.associations
    )
    national = evolve(COUNTRY, associations=tuple(protected), choices=Choices(proportion=proportion))
    found = divided(national)
    assert {name: amount.ore // 100 for name, amount in found.items()} == {**floors, **free}
    assert 0 < len(first) < 75
    assert any(before[name] > floors[name] for name in before if name not in first)  # whom others have lowered
    assert sum(found.values()) == FUNDS


# What the choices do: three associations with alike figures, and ten million


def association(name: str, size: int = 1, **said: object) -> Recipient:
    area = Area(name=name, livelihood={YEAR: size}, inhabitants={YEAR: size})
    return Recipient(name=name, areas=(area,), **said)  # type: ignore[arg-type]  # as they are said


def amounts(found: NationalAllocation) -> list[int]:
    """What each gets, in thousands of kronor."""
    return [amount.ore // 100_000 for amount in found.values()]


ALIKE = {"base": kr(1_000_000), "floor": share("10 %"), "appropriation": kr(12_000_000)}


@pytest.mark.parametrize(
    ("proportion", "given"),
    [(Proportion.AMOUNT, [5_400, 2_640, 3_960]), (Proportion.ABOVE_BASE, [5_400, 2_686, 3_913])],
)
def test_a_floor_is_borne_as_chosen(proportion: Proportion, given: list[int]) -> None:
    """4, 3.2 and 4.8 million: one is raised to 5.4, and the others have 6.6 in proportion, or 4.6 above their bases."""
    national = simple(
        association("A", 30, last_year=kr(6_000_000), protected=True),
        association("B", 22),
        association("C", 38),
        **ALIKE,
        choices=Choices(proportion=proportion),
    )
    assert amounts(divided(evolve(national, floor=share("100 %")))) == [4_000, 3_200, 4_800]
    assert amounts(divided(national)) == given


def test_whoever_others_lower_to_its_floor_stays_there() -> None:
    """Of 4 million each, A is raised to 5.4; B would get 3.3, is held at 3.6, and C bears that too."""
    national = simple(
        association("A", last_year=kr(6_000_000), protected=True),
        association("B", last_year=kr(4_000_000), protected=True),
        association("C", last_year=kr(9_000_000), protected=False),
        **ALIKE,
        choices=Choices(proportion=Proportion.AMOUNT),
    )
    found = divided(national)
    assert amounts(found) == [5_400, 3_600, 3_000]
    assert found.explain("B").split("\n")[-1] == (
        "5. floor: lowered no further than 3 600 000 kr, 90 % of last year's 4 000 000 kr (as given)"
    )
    assert found.explain("B", "sv").split("\n")[-1] == (
        "5. golv: sänks inte mer än till 3 600 000 kr, 90 % av förra årets 4 000 000 kr (som angivet)"
    )


@pytest.mark.parametrize(
    ("declined", "given", "returned"),
    [(Freed.SHARED, [3_000, 4_500, 4_500], 0), (Freed.RETURNED, [3_000, 4_000, 4_000], 1)],
)
def test_what_is_declined_is_shared_or_returned(declined: Freed, given: list[int], returned: int) -> None:
    """A takes three million of its four."""
    national = simple(
        association("A", at_most=kr(3_000_000)),
        association("B"),
        association("C"),
        **ALIKE,
        choices=Choices(declined=declined, proportion=Proportion.ABOVE_BASE),
    )
    found = divided(national)
    assert (amounts(found), found.returned) == (given, kr(returned * 1_000_000))


def test_what_nobody_can_take_is_returned() -> None:
    """Whether or not it was to be shared."""
    national = simple(
        association("A", at_most=kr(3_000_000)),
        association("B", at_most=kr("4 200 000,50")),
        association("C", at_most=kr(4_000_000)),
        **ALIKE,
        choices=Choices(declined=Freed.SHARED, proportion=Proportion.AMOUNT),
    )
    found = divided(national)
    assert (amounts(found), found.returned) == ([3_000, 4_200, 4_000], kr(800_000))


def test_what_all_decline_is_returned() -> None:
    """Nobody is left to share it."""
    national = simple(
        association("A", at_most=kr(0)), **ALIKE, choices=Choices(declined=Freed.SHARED, proportion=Proportion.AMOUNT)
    )
    found = divided(national)
    assert (amounts(found), found.returned) == ([0], kr(12_000_000))


@pytest.mark.parametrize(
    ("deduction", "given"), [("100 %", [3_400, 4_300, 4_300]), ("50 %", [3_700, 4_150, 4_150]), ("0 %", [4_000] * 3)]
)
def test_so_much_is_deducted_of_what_is_saved_too_much(deduction: str, given: list[int]) -> None:
    """A has 600 000 kr more than it may."""
    national = simple(
        association("A", equity=kr(1_600_000), equity_limit=kr(1_000_000)),
        *(association(name, equity=kr(0), equity_limit=kr(1_000_000)) for name in "BC"),
        **ALIKE,
        choices=Choices(deducted=Freed.SHARED, proportion=Proportion.AMOUNT, deduction=share(deduction)),
    )
    assert amounts(divided(national)) == given


def test_no_more_is_deducted_than_there_is() -> None:
    """And in whole kronor."""
    national = simple(
        association("A", equity=kr(9_000_000), equity_limit=kr(1_000_000)),
        association("B", equity=kr("1,50"), equity_limit=kr(0)),
        association("C", equity=kr(-1), equity_limit=kr(0)),
        **ALIKE,
        choices=Choices(deducted=Freed.RETURNED, deduction=share("100 %")),
    )
    found = divided(national)
    assert (dict(found), found.returned) == (
        {"A": kr(0), "B": kr(3_999_999), "C": kr(4_000_000)},
        kr(4_000_001),
    )


@pytest.mark.parametrize(
    ("order", "exact"),
    [
        (
            (Adjustment.FLOOR, Adjustment.DEDUCTION, Adjustment.DECLINED),
            [5_400 + Fraction(200 * 54, 87), 3_300 + Fraction(200 * 33, 87), 3_100],
        ),
        (
            (Adjustment.DEDUCTION, Adjustment.FLOOR, Adjustment.DECLINED),
            [5_400, Fraction(6_600 * 41, 79), Fraction(6_600 * 38, 79)],
        ),
    ],
)
def test_the_order_moves_money(order: tuple[Adjustment, ...], exact: list[Fraction]) -> None:
    """
    A has a floor of 5.4 million, and C has saved 200 000 kr too much; each has 4 before that.

    Floor first: 5.4, 3.3, 3.3, and then C has 3.1 and A and B share 0.2 as 5.4 to 3.3. Deduction first: 4.1, 4.1 and
    3.8, and then B and C have 6.6 as 4.1 to 3.8.
    """
    national = simple(
        association("A", last_year=kr(6_000_000), equity=kr(0), equity_limit=kr(1)),
        association("B", equity=kr(0), equity_limit=kr(1)),
        association("C", equity=kr(200_001), equity_limit=kr(1)),
        **ALIKE,
        choices=Choices(order=order, deducted=Freed.SHARED, deduction=share("100 %"), proportion=Proportion.AMOUNT),
    )
    assert amounts(divided(national)) == [int(each) for each in exact]


# What is known, and what if


@pytest.mark.parametrize(
    ("year", "base", "weights", "floor", "funds"),
    [
        (2011, None, [None, None], None, None),
        (2015, None, [None, None], None, kr(280_000_000)),
        (2016, kr(400_000), [share("75 %"), share("25 %")], share("10 %"), FUNDS),
        (2017, kr(400_000), [share("75 %"), share("25 %")], share("10 %"), FUNDS),
        (2018, kr(400_000), [share("75 %"), share("25 %")], None, FUNDS),
        (2024, kr(400_000), [share("75 %"), share("25 %")], None, None),
    ],
)
def test_what_is_known_of_practice(
    year: int, base: Money | None, weights: list[Fraction | None], floor: Fraction | None, funds: Money | None
) -> None:
    """From the memo of 2015, the council's pages and an interpellation; no more is taken to go on than they say."""
    known = [BASE_AMOUNT, *KEY_WEIGHTS.values(), MOST_DECREASE, APPROPRIATION]
    values = [None if (of := each.in_year(year)) is None else of.value for each in known]
    assert values == [base, *weights, floor, funds]


def test_a_year_of_which_all_is_known_needs_no_parameters() -> None:
    """2016: 339 million, 400 000 kr, 75 % and 25 %, and a floor of 10 %."""
    national = National(
        year=2016,
        livelihood=NationalKey(year=2014),
        inhabitants=NationalKey(year=2014),
        associations=tuple(
            Recipient(
                name=name,
                areas=(Area(name=name, livelihood={2014: size}, inhabitants={2014: size}),),
                last_year=kr(200_000_000),
                protected=False,
            )
            for name, size in (("A", 1), ("B", 3))
        ),
    )
    found = national.allocation
    assert dict(found) == {"A": kr(84_950_000), "B": kr(254_050_000)}
    assert found.settled.floor is not None
    assert [found.settled.floor.value, found.settled.floor.ground.to("sv")] == [
        share("10 %"),
        "praxis 2016-2017: Försäkringskassans promemoria 2015-01-22",
    ]
    assert national.allocation is found


def test_the_ladder_says_how_much_may_be_saved() -> None:
    """By the contributions of a year, where no limit is given."""
    ladder = (Step(up_to=kr(5_000_000), share=share("20 %")), Step(amount=kr(1_500_000)))
    one = association("A", equity=kr(1_100_000), contributions=kr(5_000_000))
    assert (one.limit(ladder), one.excess(ladder)) == (kr(1_000_000), Fraction(10_000_000))
    assert evolve(one, contributions=kr(5_000_001)).excess(ladder) == 0
    assert evolve(one, contributions=None).excess(ladder) is None
    assert evolve(one, equity=None).excess(ladder) is None
    assert evolve(one, equity_limit=kr(0)).limit(ladder) == kr(0)


@pytest.mark.parametrize(
    ("figure", "after"),
    [(1_204, "1204"), ("1 204,5", "1204.5"), (share("5 %"), "1050"), (-share("5 %"), "950"), (share("1/8"), "1125")],
)
def test_another_figure(figure: object, after: str) -> None:
    """A number, or so much more or less; nothing else is changed."""
    national = simple(association("A", 1_000), association("B", 1_000))
    for key in AllocationKey:
        changed = with_figure(national, "A", key, figure)  # type: ignore[arg-type]  # as they are given
        assert changed.associations[0].areas[0].of(key)[YEAR] == Decimal(after)
        back = with_figure(changed, "A", key, 1_000)
        assert back == national


@given(nationals(every_choice(), known=True))
def test_the_year_after_begins_with_what_was_allocated(national: National) -> None:
    """And with the funds of this year, where no others are given."""
    found = possible(national)
    after = next_year(national)
    assert after.year == national.year + 1
    assert [each.last_year for each in after.associations] == [*found.values()]
    assert after.appropriation == found.appropriation
    assert next_year(national, kr(1)).appropriation == kr(1)


def test_more_need_gives_more_without_adjustments() -> None:
    """And all others less, or a krona more by rounding."""
    before = divided(bare(COUNTRY))
    after = divided(with_figure(bare(COUNTRY), "Norby", AllocationKey.LIVELIHOOD, share("5 %")))
    assert after["Finsam Norby"] > before["Finsam Norby"] + kr(10_000)
    assert all(after[name] <= before[name] + kr(1) for name in before if name != "Finsam Norby")
    assert sum(after.values()) == sum(before.values())


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    """Of an association, and of an area."""
    found = divided(bare(COUNTRY))
    with pytest.raises(UnknownNameError) as caught:
        found.explain("Finsam Norbi")
    assert caught.value.text("sv") == 'det finns inget förbund "Finsam Norbi"; menades "Finsam Norby"?'
    assert caught.value.text("en") == 'there is no association "Finsam Norbi"; did you mean "Finsam Norby"?'
    with pytest.raises(UnknownNameError) as caught:
        with_figure(COUNTRY, "Norbi", AllocationKey.LIVELIHOOD, 1)
    assert caught.value.text("sv") == 'det finns inget område "Norbi"; menades "Norby"?'
    assert caught.value.text("en") == 'there is no area "Norbi"; did you mean "Norby"?'
