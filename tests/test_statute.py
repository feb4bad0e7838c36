"""What a rule of law is made of: its wordings and their days, whatever they say."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam.errors import LawError
from finsam.language import Text
from finsam.statute import Dated, Provision, Wording
from names import NAMES
from strategies import days

NAME = Text(en="the notice, in years", sv="uppsägningstiden, i år")
IN_FORCE = date(2004, 1, 1)


def provisions() -> SearchStrategy[Provision]:
    """Places in the act, and in others through it."""
    section = st.sampled_from(["3 §", "5 a §", "11 kap. 5 §"])
    paragraph = st.none() | st.sampled_from([1, 2, 3])
    act = st.builds(Provision, st.just("2003:1210"), section, paragraph=paragraph)
    other = st.builds(Provision, st.sampled_from(["1991:900", "2017:725"]), section, paragraph=paragraph, through=act)
    return act | other


@st.composite
def rules(draw: DrawFn) -> Dated[int]:
    """Rules of law with one wording or more, no two of the same day and no two that say the same."""
    first = draw(st.lists(days(), min_size=1, max_size=5, unique=True).map(sorted))
    inferred = st.none() | st.just(Text(en="inferred from SFS 2007:1017", sv="följer av SFS 2007:1017"))
    return Dated(
        NAME,
        tuple(Wording(day, value, draw(provisions()), inferred=draw(inferred)) for value, day in enumerate(first)),
    )


def days_of(rule: Dated[int]) -> SearchStrategy[date]:
    """Any day, and often one on which a wording begins or one beside it."""
    beside = [wording.since + timedelta(days=off) for wording in rule.wordings for off in (-1, 0, 1)]
    return st.sampled_from(beside) | days(first=date(1990, 1, 1))


def years_of(rule: Dated[int]) -> SearchStrategy[int]:
    """Any year, and often one in which a wording begins or one beside it."""
    return days_of(rule).map(lambda day: day.year) | st.sampled_from(
        [wording.since.year + off for wording in rule.wordings for off in (-1, 0, 1)]
    )


def in_force(rule: Dated[int], day: date) -> Sequence[Wording[int]]:
    """The wordings that have come into force by that day."""
    return [wording for wording in rule.wordings if wording.since <= day]


# Laws


@given(rules(), st.data())
def test_what_applies_on_a_day_is_the_last_wording_to_have_come_into_force(
    rule: Dated[int], data: st.DataObject
) -> None:
    """From its own day and through the day before the next; before the first it is not known."""
    day = data.draw(days_of(rule))
    assert rule.is_known(day) == bool(in_force(rule, day))
    if rule.is_known(day):
        assert rule.wording(day) == in_force(rule, day)[-1]
        assert rule.on(day) == rule.wording(day).value
    else:
        with pytest.raises(LawError):
            rule.on(day)


@given(rules())
def test_a_wording_applies_from_its_own_day(rule: Dated[int]) -> None:
    """And not from the day before it."""
    for number, wording in enumerate(rule.wordings[1:], start=1):
        assert rule.on(wording.since) == number
        assert rule.on(wording.since - timedelta(days=1)) == number - 1


@given(rules(), st.data())
def test_a_year_has_the_wording_that_is_in_force_at_its_end(rule: Dated[int], data: st.DataObject) -> None:
    """What applied when it began can be another."""
    year = data.draw(years_of(rule))
    last = date(year, 12, 31)
    if rule.is_known(last):
        assert rule.in_year(year) == rule.known_in(year) == rule.on(last)
    else:
        assert rule.known_in(year) == rule.wordings[0].value
        with pytest.raises(LawError):
            rule.in_year(year)


@given(rules(), st.data())
def test_a_year_begins_with_the_wording_of_its_first_day(rule: Dated[int], data: st.DataObject) -> None:
    """With the first that is known, where that day is before it: then what applied has not been read."""
    year = data.draw(years_of(rule))
    begun = in_force(rule, date(year, 1, 1))
    assert rule.began(year) == (begun[-1] if begun else rule.wordings[0])
    assert rule.is_unread(year) == (begun == [])


@given(rules())
def test_a_rule_tells_its_first_day_its_values_and_where_it_stands_now(rule: Dated[int]) -> None:
    assert rule.first == rule.wordings[0].since
    assert rule.values == tuple(range(len(rule.wordings)))
    assert rule.present == rule.wordings[-1]
    assert (rule.latest, rule.provision) == (rule.present.value, rule.present.provision)


@given(rules(), days(), st.data())
def test_a_further_wording_is_not_about_the_days_before_it(rule: Dated[int], day: date, data: st.DataObject) -> None:
    """The law of tomorrow does not change what applied today."""
    since = rule.present.since + timedelta(days=data.draw(st.integers(1, 5_000)))
    amended = evolve(rule, wordings=(*rule.wordings, Wording(since, 99, data.draw(provisions()))))
    assert amended.is_known(day) == rule.is_known(day)
    if rule.is_known(day):
        assert amended.wording(day) == (amended.present if since <= day else rule.wording(day))


@given(rules())
def test_repr_builds_the_rule_again(rule: Dated[int]) -> None:
    assert eval(repr(rule), NAMES) == rule


@given(provisions())
def test_a_provision_is_cited_the_same_way_in_both_languages(provision: Provision) -> None:
    """By the section and the act, in English as in Swedish; only the paragraph and the words between are translated."""
    assert str(provision) == provision.text.to("en")
    for language in (provision.text.to("en"), provision.text.to("sv")):
        assert language.startswith(provision.section)
        assert f"({provision.act})" in language


def test_a_rule_of_law_cannot_be_changed() -> None:
    """A reform is a new wording, in a new rule."""
    rule = Dated(NAME, (Wording(IN_FORCE, 3, Provision("2003:1210", "27 §")),))
    changed: Any = rule
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        changed.wordings = ()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        changed.wordings[0].value = 1


# Examples


def test_what_was_before_the_first_wording_is_an_error_that_says_so() -> None:
    """Never a guess: the rule, where it stands now, the day that was asked about, and from when it has been read."""
    provision = Provision("2017:725", "11 kap. 6 §", through=Provision("2003:1210", "21 §"))
    rule = Dated(
        NAME, (Wording(IN_FORCE, 3, Provision("1991:900", "8 kap. 5 §")), Wording(date(2018, 1, 1), 3, provision))
    )
    with pytest.raises(LawError) as error:
        rule.on(date(2003, 12, 31))
    assert str(error.value) == (
        "the notice, in years, 11 kap. 6 § kommunallagen (2017:725), see 21 § lagen (2003:1210): what applied on "
        "2003-12-31 has not been read, only what applies from 2004-01-01"
    )
    assert error.value.text("sv") == (
        "uppsägningstiden, i år, 11 kap. 6 § kommunallagen (2017:725), jfr 21 § lagen (2003:1210): vad som gällde "
        "2003-12-31 är inte läst, bara vad som gäller från 2004-01-01"
    )


@pytest.mark.parametrize(
    ("provision", "en", "sv"),
    [
        (Provision("2003:1210", "5 §"), "5 § lagen (2003:1210)", "5 § lagen (2003:1210)"),
        (
            Provision("2003:1210", "5 a §", paragraph=1),
            "5 a § first paragraph lagen (2003:1210)",
            "5 a § första stycket lagen (2003:1210)",
        ),
        (
            Provision("2003:1210", "5 §", paragraph=2),
            "5 § second paragraph lagen (2003:1210)",
            "5 § andra stycket lagen (2003:1210)",
        ),
        (
            Provision("1991:900", "8 kap. 4 §", paragraph=3, through=Provision("2003:1210", "21 §")),
            "8 kap. 4 § third paragraph kommunallagen (1991:900), see 21 § lagen (2003:1210)",
            "8 kap. 4 § tredje stycket kommunallagen (1991:900), jfr 21 § lagen (2003:1210)",
        ),
        (
            Provision("2017:725", "11 kap. 6 §", through=Provision("2003:1210", "21 §", paragraph=1)),
            "11 kap. 6 § kommunallagen (2017:725), see 21 § first paragraph lagen (2003:1210)",
            "11 kap. 6 § kommunallagen (2017:725), jfr 21 § första stycket lagen (2003:1210)",
        ),
    ],
    ids=str,
)
def test_a_provision_is_cited_as_people_cite_it(provision: Provision, en: str, sv: str) -> None:
    """The Local Government Act by its name, the act by its number; and through what a rule of another act applies."""
    assert str(provision) == provision.text.to("en") == en
    assert provision.text.to("sv") == sv
