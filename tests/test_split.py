"""Split keys: how members of one party share what it pays."""

import copy
import pickle
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam import Agreement, ByPopulation, Equal, FinsamError, Fixed, Mixture, Money, Shares, ToBeSplit, kr
from finsam.errors import SplitError
from finsam.keys import ByFigures
from finsam.pending import NotAgreed, OpenKey, PartlyKnown, Unpublished
from finsam.split import ProportionalKey, SplitKey, Weighted
from names import NAMES
from plan_strategies import agreed_shares, fixed_amounts, keys_to_come, mixtures, populations, proportional_keys, texts
from plan_strategies import split_keys as keys_without_figures

MEMBERS = ("Aneby", "Habo", "Mullsjö", "Vaggeryd")
HALVES = {"Habo": "50 %", "Mullsjö": "50 %"}

AMOUNTS = st.dictionaries(st.sampled_from(MEMBERS), st.integers(0, 1_000).map(kr))


@st.composite
def figures(draw: DrawFn) -> ByFigures:
    """Key figures with decimals for each of the names, not all of them zero."""
    given = draw(st.tuples(*[st.decimals(0, 1_000_000, places=draw(st.integers(0, 2)))] * len(MEMBERS)).filter(any))
    return ByFigures(
        dict(zip(MEMBERS, given, strict=True)),
        of=draw(texts()),
        unit=draw(st.none() | texts()),
        on=draw(st.none() | st.dates()),
        source=draw(st.none() | texts()),
    )


def proportional() -> SearchStrategy[ProportionalKey]:
    """Keys of every kind that splits any amount in the same proportions."""
    mixed = st.builds(
        lambda key, other: Mixture([("30 %", key), ("70 %", other)]), figures(), proportional_keys(MEMBERS)
    )
    return proportional_keys(MEMBERS) | mixtures(MEMBERS) | figures() | mixed


def split_keys() -> SearchStrategy[ProportionalKey | Fixed]:
    """Keys of every kind by which 1 000 kr can be split."""
    return keys_without_figures(MEMBERS, kr(1_000)) | proportional()  # type: ignore[return-value]  # no key to come


def open_keys() -> SearchStrategy[OpenKey]:
    """Keys of every kind by which nothing can be split."""
    return keys_to_come() | st.just(Unpublished()) | st.just(NotAgreed()) | st.builds(PartlyKnown, AMOUNTS)


def every_key() -> SearchStrategy[SplitKey]:
    return split_keys() | open_keys()


def proportions(key: ProportionalKey | Fixed, names: tuple[str, ...] = MEMBERS) -> dict[str, Fraction]:
    weights = key.weights(names, kr(1_000))
    return {name: Fraction(weight) / sum(weights.values()) for name, weight in weights.items()}


# Laws


@given(split_keys(), st.permutations(MEMBERS))
def test_the_order_of_the_members_changes_nobodys_part(key: ProportionalKey | Fixed, names: list[str]) -> None:
    """A list of members is not an agreement about who comes first."""
    assert proportions(key, tuple(names)) == proportions(key)


@given(split_keys())
def test_every_key_gives_each_member_a_weight_from_zero(key: ProportionalKey | Fixed) -> None:
    """Nobody is paid for being a member, and somebody pays."""
    weights = key.weights(MEMBERS, kr(1_000))
    assert list(weights) == list(MEMBERS)
    assert min(weights.values()) >= 0 < sum(weights.values())


@given(agreed_shares(MEMBERS))
def test_an_agreed_share_is_the_members_part(key: Shares) -> None:
    """What was agreed is what is used."""
    assert proportions(key) == key.shares
    assert key.total == 1


@given(populations(MEMBERS))
def test_parts_by_population_are_as_the_heads(key: ByPopulation) -> None:
    """Only the proportions of the population matter."""
    everyone = sum(key.population.values())
    assert proportions(key) == {name: Fraction(heads, everyone) for name, heads in key.population.items()}


@given(figures())
def test_parts_by_key_figures_are_as_the_figures(key: ByFigures) -> None:
    """Decimals and all, exactly."""
    everyone = sum(map(Fraction, key.figures.values()))
    assert proportions(key) == {name: Fraction(figure) / everyone for name, figure in key.figures.items()}


@given(populations(MEMBERS))
def test_the_population_is_a_key_figure_like_any_other(key: ByPopulation) -> None:
    """Heads that are called a figure split as they do under their own name."""
    assert proportions(ByFigures(key.population, of="inhabitants")) == proportions(key)


@given(figures(), st.integers(1, 1_000))
def test_the_unit_of_a_key_figure_does_not_matter(key: ByFigures, factor: int) -> None:
    """Hours or minutes, heads or thousands of them: the split is the same."""
    scaled = {name: figure * factor for name, figure in key.figures.items()}
    assert proportions(ByFigures(scaled, of=key.of)) == proportions(key)


@given(fixed_amounts(MEMBERS, kr(1_000)))
def test_fixed_amounts_are_what_the_members_pay(key: Fixed) -> None:
    """Amounts that add up are their own split."""
    assert {name: part * kr(1_000).ore for name, part in proportions(key).items()} == {
        name: amount.ore for name, amount in key.amounts.items()
    }


@given(st.lists(st.tuples(st.integers(1, 100), proportional()), min_size=1, max_size=3))
def test_a_mixed_part_is_the_weighted_mean_of_the_parts(weighted: list[tuple[int, ProportionalKey]]) -> None:
    """A mixture lies where its weights put it between its keys, whatever units these count in."""
    whole = sum(weight for weight, _ in weighted)
    mixture = Mixture([(Fraction(weight, whole), key) for weight, key in weighted])
    assert proportions(mixture) == {
        name: sum(Fraction(weight, whole) * proportions(key)[name] for weight, key in weighted) for name in MEMBERS
    }


@given(proportional())
def test_a_mixture_of_one_key_is_that_key(key: ProportionalKey) -> None:
    """The whole weight on one key leaves nothing to the others."""
    others = ByPopulation(dict.fromkeys(MEMBERS, 1))
    assert proportions(Mixture([(1, key), (0, others)])) == proportions(key)


@given(mixtures(MEMBERS))
def test_a_mixture_is_made_of_weighted_keys(mixture: Mixture) -> None:
    """A pair of a weight and a key is a weighted key."""
    assert Mixture([(part.weight, part.key) for part in mixture.mixture]) == mixture
    assert Mixture([Weighted(weight=part.weight, key=part.key) for part in mixture.mixture]) == mixture


def test_equal_parts_are_equal() -> None:
    """As many parts as there are members."""
    assert set(proportions(Equal()).values()) == {Fraction(1, 4)}


@given(every_key())
def test_repr_builds_the_key_again(key: SplitKey) -> None:
    """What is shown is Python that gives the same key."""
    assert eval(repr(key), NAMES) == key


@given(every_key())
def test_a_key_is_copied_and_sent_as_it_is(key: SplitKey) -> None:
    """To another process, or into a set."""
    assert copy.deepcopy(key) == pickle.loads(pickle.dumps(key)) == key
    assert {copy.copy(key), key} == {key}


@pytest.mark.parametrize("make", [Shares, ByPopulation, Fixed, PartlyKnown, lambda of: ByFigures(of, of="ärenden")])
def test_a_key_keeps_its_own_copy(make: Callable[[dict[str, int]], SplitKey]) -> None:
    """What is changed afterwards in the dictionary that was given changes no agreement."""
    given_to = {"Habo": 1, "Mullsjö": 1}
    key = make(given_to)
    given_to["Habo"] = 1_000
    assert key == make({"Habo": 1, "Mullsjö": 1})


# Keys as people write them


def test_shares_are_read_as_people_write_them() -> None:
    """Per cent, ratios and exact numbers are the same shares."""
    written: Mapping[str, str | int | Fraction] = {
        "Habo": "25 %",
        "Mullsjö": "1/4",
        "Vaggeryd": Fraction(1, 2),
        "Aneby": 0,
    }
    assert dict(Shares(written).shares) == {
        "Habo": Fraction(1, 4),
        "Mullsjö": Fraction(1, 4),
        "Vaggeryd": Fraction(1, 2),
        "Aneby": Fraction(0),
    }


def test_amounts_are_read_as_people_write_them() -> None:
    """As `kr` reads them."""
    written: Mapping[str, int | str | Money] = {"Habo": 93_840, "Mullsjö": "60 720 kr", "Aneby": kr("0,50")}
    amounts = {"Habo": kr(93_840), "Mullsjö": kr(60_720), "Aneby": kr("0,50")}
    assert (Fixed(written).amounts, PartlyKnown(written).known) == (amounts, amounts)


def test_key_figures_are_read_as_people_write_them() -> None:
    """Whole numbers, and decimals with a comma or a point, none of which is lost."""
    key = ByFigures({"Habo": 7_120, "Mullsjö": "4050,5", "Aneby": "0.25", "Vaggeryd": Decimal("1.10")}, of="ärenden")
    assert [str(figure) for figure in key.figures.values()] == ["7120", "4050.5", "0.25", "1.10"]
    assert str(ByFigures({"Habo": "4 050,5"}, of="ärenden").figures["Habo"]) == "4050.5"


@pytest.mark.parametrize(("kind", "of"), [(ByPopulation, {}), (ByFigures, {"of": "ärenden"})])
def test_what_a_key_rests_on_is_given_by_name(kind: Callable[..., SplitKey], of: Mapping[str, str]) -> None:
    """What stands alone behind the figures could be their day as well as their source."""
    with pytest.raises(TypeError):
        kind({"Habo": 1}, None, **of)


# Keys that cannot be


@pytest.mark.parametrize(
    ("make", "message", "path"),
    [
        (
            lambda: Shares({"Habo": Fraction(6, 5), "Mullsjö": Fraction(-1, 5)}),
            "what Mullsjö has in the split is below zero; write zero or more",
            ("shares", "Mullsjö"),
        ),
        (
            lambda: ByPopulation({"Habo": -1, "Mullsjö": 7_432}),
            "what Habo has in the split is below zero; write zero or more",
            ("population", "Habo"),
        ),
        (
            lambda: Shares({"Habo": 60, "Mullsjö": 40}),
            'the share of Habo is 60 times the whole; in per cent? write "60 %"',
            ("shares", "Habo"),
        ),
        (
            lambda: ByFigures({"Habo": 1, "Mullsjö": "-0,5"}, of="ärenden"),
            "what Mullsjö has in the split is below zero; write zero or more",
            ("figures", "Mullsjö"),
        ),
        (
            lambda: Fixed({"Habo": kr(-1)}),
            "what Habo has in the split is below zero; write zero or more",
            ("amounts", "Habo"),
        ),
        (
            lambda: PartlyKnown({"Habo": kr(-1)}),
            "what Habo has in the split is below zero; write zero or more",
            ("known", "Habo"),
        ),
        (
            lambda: Mixture([("70 %", Equal()), ("20 %", Shares(HALVES))]),
            "the weights of the mixture sum to 90 %; change them so that they sum to 100 %",
            ("mixture",),
        ),
        (
            lambda: Mixture([]),
            "the weights of the mixture sum to 0 %; change them so that they sum to 100 %",
            ("mixture",),
        ),
        (
            lambda: Mixture([(Fraction(3, 2), Equal()), (Fraction(-1, 2), Shares(HALVES))]),
            "a weight in the mixture is -50 %; write zero or more",
            ("mixture", 1, "weight"),
        ),
        (
            lambda: Mixture([(1, Fixed({"Habo": 1}))]),  # type: ignore[list-item]
            "Fixed cannot be part of a mixture; write shares instead",
            ("mixture", 0),
        ),
        *[
            (
                lambda key=key: Mixture([(0, Equal()), (1, key)]),
                f"{type(key).__name__} cannot be part of a mixture; write shares instead",
                ("mixture", 1),
            )
            for key in (ToBeSplit(by="population"), Unpublished(), NotAgreed(), PartlyKnown({"Habo": 1}))
        ],
    ],
)
def test_a_key_that_cannot_be_is_refused(
    make: Callable[[], SplitKey], message: str, path: tuple[str | int, ...]
) -> None:
    """Nobody pays less than nothing, and the parts of a mixture make the whole."""
    with pytest.raises(SplitError) as error:
        make()
    assert str(error.value) == message
    assert [problem.path for problem in error.value.problems] == [path]


def test_shares_that_do_not_add_up_can_be_held() -> None:
    """They stand so in a published document; what rests on them cannot be worked out."""
    assert Shares({"Habo": "60 %", "Mullsjö": "30 %"}).total == Fraction(9, 10)
    assert Shares({}).total == 0


@pytest.mark.parametrize("figure", [0.5, True, None, "många", "", "NaN", "Infinity", Decimal("sNaN")])
def test_a_key_figure_is_an_exact_number(figure: Any) -> None:
    """A float has already lost what was published, and what is no number splits nothing."""
    with pytest.raises(FinsamError):
        ByFigures({"Habo": figure, "Mullsjö": 1}, of="ärenden")


# Keys that do not fit


@pytest.mark.parametrize(
    ("key", "message", "path"),
    [
        (
            ByPopulation({"Habo": 12_641}),
            "the split has nothing for Mullsjö; write it",
            ("population",),
        ),
        (
            ByPopulation({"Habo": 12_641, "Mulsjö": 7_432}),
            'the split names "Mulsjö", who does not share; did you mean "Mullsjö"?',
            ("population", "Mulsjö"),
        ),
        (
            ByPopulation({"Habo": 12_641, "Mullsjö": 7_432, "Arvika": 25_000}),
            'the split names "Arvika", who does not share; there is "Habo", "Mullsjö"',
            ("population", "Arvika"),
        ),
        (
            ByFigures({"Mullsjö": 1}, of="ärenden"),
            "the split has nothing for Habo; write it",
            ("figures",),
        ),
        (
            ByFigures({"Habo": 1, "Mullsjö": 2, "Arvika": 3}, of="ärenden"),
            'the split names "Arvika", who does not share; there is "Habo", "Mullsjö"',
            ("figures", "Arvika"),
        ),
        (
            Shares({"Habo": 1}),
            "the split has nothing for Mullsjö; write it",
            ("shares",),
        ),
        (
            Shares({"Habo": "50 %", "Mullsjö": "40 %", "Arvika": "10 %"}),
            'the split names "Arvika", who does not share; there is "Habo", "Mullsjö"',
            ("shares", "Arvika"),
        ),
        (
            Shares({"Habo": "60 %", "Mullsjö": "30 %"}),
            "the shares of Habo, Mullsjö sum to 90 %; change them so that they sum to 100 %",
            ("shares",),
        ),
        (
            Shares({"Habo": "1/3", "Mullsjö": "1/3"}),
            "the shares of Habo, Mullsjö sum to 2/3; change them so that they sum to 100 %",
            ("shares",),
        ),
        (
            Fixed({"Habo": 400, "Mullsjö": 500}),
            "the fixed amounts add up to 900 kr; change them so that they add up to 1 000 kr",
            ("amounts",),
        ),
        (
            Fixed({"Habo": 1_000}),
            "the split has nothing for Mullsjö; write it",
            ("amounts",),
        ),
        (
            Fixed({"Habo": 400, "Arvika": 600}),
            'the split names "Arvika", who does not share; there is "Habo", "Mullsjö"',
            ("amounts", "Arvika"),
        ),
        (
            Mixture([("50 %", Equal()), ("50 %", ByPopulation({"Habo": 0, "Mullsjö": 0}))]),
            "the weights of Habo, Mullsjö sum to zero; give at least one above zero",
            ("mixture",),
        ),
    ],
)
def test_a_key_that_does_not_fit_its_members_is_refused(
    key: ProportionalKey | Fixed, message: str, path: tuple[str, ...]
) -> None:
    """A key names those who share, all of them and nobody else, and shares the whole."""
    with pytest.raises(SplitError) as error:
        key.weights(("Habo", "Mullsjö"), kr(1_000))
    assert str(error.value) == message
    assert [problem.path for problem in error.value.problems] == [path]


def test_shares_of_nobody_split_nothing() -> None:
    with pytest.raises(SplitError) as error:
        Shares({}).weights(("Habo", "Mullsjö"), kr(1_000))
    assert str(error.value) == "the split has nothing for Habo; write it"


# Why


@pytest.mark.parametrize(
    ("key", "en", "sv"),
    [
        (
            Shares({"Habo": "6,8 %", "Mullsjö": "93,2 %"}),
            "Habo's agreed share is 6,8 %",
            "Habos överenskomna andel är 6,8 %",
        ),
        (
            ByPopulation({"Habo": 12_641, "Mullsjö": 7_432}),
            "Habo has 12 641 of 20 073 inhabitants",
            "Habo har 12 641 av 20 073 invånare",
        ),
        (
            ByPopulation({"Habo": 1_264, "Mullsjö": 743}),
            "Habo has 1 264 of 2 007 inhabitants",
            "Habo har 1 264 av 2 007 invånare",
        ),
        (
            ByPopulation({"Habo": 12_641, "Mullsjö": 7_432}, on=date(2023, 12, 31)),
            "Habo has 12 641 of 20 073 inhabitants on 2023-12-31",
            "Habo har 12 641 av 20 073 invånare 2023-12-31",
        ),
        (
            ByFigures({"Habo": 7_120, "Mullsjö": "4050,5"}, of="inhabitants of working age"),
            "Habo has 7 120 of 11 170,5 (inhabitants of working age)",
            "Habo har 7 120 av 11 170,5 (inhabitants of working age)",
        ),
        (
            ByFigures({"Habo": "0,50", "Mullsjö": 1}, of="helårsekvivalenter", unit="år", on=date(2023, 12, 31)),
            "Habo has 0,50 of 1,50 år (helårsekvivalenter) on 2023-12-31",
            "Habo har 0,50 av 1,50 år (helårsekvivalenter) 2023-12-31",
        ),
        (Equal(), "Habo pays an equal part", "Habo betalar lika stor del"),
        (
            Fixed({"Habo": 93_840, "Mullsjö": 60_720}),
            "Habo's fixed amount is 93 840 kr",
            "Habos fasta belopp är 93 840 kr",
        ),
        (
            Mixture([("70 %", Shares(HALVES)), ("30 %", Equal())]),
            "70 % by: Habo's agreed share is 50 %; 30 % by: Habo pays an equal part",
            "70 % efter: Habos överenskomna andel är 50 %; 30 % efter: Habo betalar lika stor del",
        ),
    ],
)
def test_every_key_gives_its_reason_in_both_languages(key: ProportionalKey | Fixed, en: str, sv: str) -> None:
    """A member is told why its part is what it is."""
    reason = key.reason("Habo")
    assert (reason.to("en"), reason.to("sv")) == (en, sv)


@pytest.mark.parametrize(
    ("key", "en", "sv"),
    [
        (
            ToBeSplit(by="population"),
            "to be split by population, and not yet split",
            "ska fördelas efter befolkning och är ännu inte fördelat",
        ),
        (
            ToBeSplit(by="antal försäkrade", on=date(2011, 11, 30)),
            "to be split by antal försäkrade on 2011-11-30, and not yet split",
            "ska fördelas efter antal försäkrade 2011-11-30 och är ännu inte fördelat",
        ),
        (
            Unpublished(),
            "split as agreed, but the figures are not published",
            "är fördelat enligt överenskommelse, men inte publicerat",
        ),
        (
            NotAgreed(),
            "not split, since the members have not agreed",
            "är inte fördelat, eftersom medlemmarna inte är överens",
        ),
        (
            PartlyKnown({"Habo": 93_840, "Mullsjö": 60_720}),
            "known in part only, for Habo, Mullsjö",
            "är bara delvis känt, för Habo, Mullsjö",
        ),
    ],
)
def test_a_key_by_which_nothing_can_be_split_says_why(key: OpenKey, en: str, sv: str) -> None:
    """Decided and not made, made and not published, or not agreed: they are three things."""
    assert isinstance(key, OpenKey)
    assert not isinstance(key, ProportionalKey)
    assert (key.why.to("en"), key.why.to("sv")) == (en, sv)


def test_an_agreement_is_for_all_other_years_unless_it_says_which() -> None:
    """Which funding it is a part of decides what the others are."""
    assert Agreement(key=Equal()).years is None
    assert eval(repr(Agreement(key=Equal(), years=(2027,))), NAMES) == Agreement(key=Equal(), years=(2027,))
