"""The checks of a follow-up's own figures: parts and their whole, women and men, and printed shares."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import Finding, Period, Severity, followup
from finsam.checks import rule
from finsam.followup import Counted, Done, FollowUp, Heads, Mean, Measurement, Participation, Range, counts_of
from finsam.period import as_time
from finsam.printed import Printed
from rule_cases import FOLLOWED, SOUND_FOLLOW_UP
from strategies import tries

HALF, YEAR = Period(first=date(2018, 1, 1), last=date(2018, 6, 30)), 2018


def follow_up(*measurements: Measurement, participation: Sequence[Participation] = (), **more: Any) -> FollowUp:
    return FollowUp(
        association="Bygden", year=YEAR, measurements=measurements, participation=tuple(participation), **more
    )


def found(id: str, of: FollowUp) -> list[Finding]:
    """What the rule finds; held against a plan it finds the same."""
    findings = list(rule(id).findings(of))
    assert findings == list(rule(id).findings(of.review(FOLLOWED)))
    return findings


def in_measurements(id: str, **values: Any) -> list[Finding]:
    """What the rule finds in one measurement."""
    return found(id, follow_up(Measurement(target="arbete", **values)))


def in_participation(id: str, **said: Any) -> list[Finding]:
    """What the rule finds in one row of participation."""
    return found(id, follow_up(participation=[Participation(intervention="enter", **said)]))


def of(count: int | str, out_of: int | str | None = None, share: str | None = None) -> Counted:
    return Counted(count=count, out_of=out_of, share=share)


def part(share: str, out_of: int | str | None = None) -> Counted:
    return Counted(share=share, out_of=out_of)


heads = st.integers(0, 60)


# The whole


def test_there_is_a_follow_up_in_which_nothing_at_all_is_found() -> None:
    """By itself, and held against its plan."""
    sound = followup.loads(SOUND_FOLLOW_UP)
    assert sound.check() == sound.review(FOLLOWED).check() == ()


def test_a_finding_is_at_its_place_in_the_follow_ups_file() -> None:
    """And comes out of the checks of the follow-up as out of those of the two together, in the order of the rules."""
    file = SOUND_FOLLOW_UP.replace("men = 9", "men = 8").replace('"38 %"', '"48 %"')
    broken = followup.loads(file)
    assert [(each.id, each.place, each.path) for each in broken.check()] == [
        ("F413", 'measurements[1] "arbete"', ("measurements", 0)),
        ("F417", 'measurements[4] "nojda"', ("measurements", 3)),
    ]
    assert broken.review(FOLLOWED).check() == broken.check()


# F411: parts and their whole


@tries(50)
@given(heads, heads, st.sampled_from(["women", "men"]))
def test_a_part_above_all_is_always_found(whole: int, number: int, sex: str) -> None:
    """Women or men, where the others are not given; as many as all is no contradiction."""
    paths = [each.path for each in in_measurements("F411", value=of(whole), **{sex: of(number)})]
    assert paths == ([("measurements", 0, sex)] if number > whole else [])
    paths = [each.path for each in in_participation("F411", participants=whole, **{sex: Heads(participants=number)})]
    assert paths == ([("participation", 0, sex, "participants")] if number > whole else [])


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"groups": {"unga": of(51)}}, ("measurements", 0, "groups", "unga")),
        ({"municipalities": {"Habo": of(51)}}, ("measurements", 0, "municipalities", "Habo")),
        ({"women": of("minst 51")}, ("measurements", 0, "women")),
    ],
)
def test_a_group_or_a_municipality_above_all_is_found(said: Any, path: tuple[str | int, ...]) -> None:
    """At its own place, also where it is not known exactly."""
    assert [each.path for each in in_measurements("F411", value=of(50), **said)] == [path]


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"municipalities": {"Habo": 51}}, ("municipalities", "Habo")),
        ({"activities": {"kurs": 51}}, ("activities", "kurs")),
        ({"women": Heads(new=6)}, ("women", "new")),
        ({"men": Heads(ended=8)}, ("men", "ended")),
        ({"women": Heads(went_to={"work": 4})}, ("women", "went_to", "work")),
    ],
)
def test_no_part_of_those_who_took_part_is_above_all_of_them(said: Any, path: tuple[str, ...]) -> None:
    """Of 50 who took part 5 were new and 7 ended, 3 of them to work."""
    row: dict[str, Any] = {"participants": 50, "new": 5, "ended": 7, "went_to": {"work": 3}, **said}
    assert [each.path for each in in_participation("F411", **row)] == [("participation", 0, *path)]


def test_an_amount_of_a_part_can_be_above_that_of_all() -> None:
    """What is paid back is less than nothing; that women and men add up is asked by F413."""
    paid = {"value": followup.Amount(amount=100), "women": followup.Amount(amount=150)}
    assert in_measurements("F411", **paid) == []


def test_what_can_be_within_the_whole_is_silence() -> None:
    """About 50 can be 47, and of what is not said nothing is known."""
    assert in_measurements("F411", value=of("ca 50"), women=of(52)) == []
    assert in_measurements("F411", value=part("40 %"), women=of(52)) == []


def test_a_part_above_all_is_told_whole() -> None:
    """With both numbers, in both languages."""
    [finding] = in_participation("F411", participants=50, municipalities={"Habo": 52})
    assert finding.text("en") == (
        "F411 error: participation[1].municipalities.Habo: 52 is more than all, who are 50\n"
        "    the follow-up's own figures\n"
        "    correct one of them"
    )
    assert finding.text("sv") == (
        "F411 fel: participation[1].municipalities.Habo: 52 är fler än alla, som är 50\n"
        "    uppföljningens egna uppgifter\n"
        "    rätta det ena"
    )


def test_a_part_that_is_out_of_more_than_all_is_told_whole() -> None:
    """The number that it is out of is a part too."""
    [finding] = in_measurements("F411", value=of(20, 50), women=of(10, 52))
    assert finding.text("en") == (
        'F411 error: measurements[1] "arbete".women: it is out of 52, but all are out of 50\n'
        "    the follow-up's own figures\n"
        "    correct one of them"
    )
    assert finding.text("sv") == (
        'F411 fel: measurements[1] "arbete".women: det är av 52, men alla är av 50\n'
        "    uppföljningens egna uppgifter\n"
        "    rätta det ena"
    )


# F412: only those who took part


@tries(50)
@given(heads, heads, heads, st.lists(st.integers(0, 30), min_size=2, max_size=2))
def test_nobody_is_new_or_has_ended_or_gone_on_who_did_not_take_part(
    participants: int, new: int, ended: int, went: list[int]
) -> None:
    """Each of them is found where it is more than those of whom it is a part."""
    said = {"participants": participants, "new": new, "ended": ended}
    keys = [
        each.path[2]
        for each in in_participation("F412", **said, went_to=dict(zip(("work", "other"), went, strict=True)))
    ]
    wrong = {"new": new > participants, "ended": ended > participants, "went_to": sum(went) > ended}
    assert keys == [key for key, is_wrong in wrong.items() if is_wrong]


def test_women_and_men_are_asked_apart_and_otherwise_together() -> None:
    """What is wrong for women makes the sum wrong too, and is told once."""
    men = Heads(participants=20, ended=5)
    apart = {"women": Heads(participants=20, ended=50), "men": men}
    assert [each.path for each in in_participation("F412", **apart)] == [("participation", 0, "women", "ended")]
    together = {"participants": 20, "women": Heads(ended=15), "men": Heads(ended=10)}
    assert [each.path for each in in_participation("F412", **together)] == [("participation", 0, "ended")]


@pytest.mark.parametrize(
    ("said", "key", "english", "swedish"),
    [
        ({"new": 12}, "new", "12 are new, but only 10 took part", "12 är nya, men bara 10 deltog"),
        ({"ended": 12}, "ended", "12 ended, but only 10 took part", "12 avslutades, men bara 10 deltog"),
        (
            {"ended": 8, "went_to": {"work": 5, "studies": 4}},
            "went_to",
            "9 went to work, studies, but only 8 ended",
            "9 gick till arbete, studier, men bara 8 avslutades",
        ),
        (
            {"went_to": {"seeking": 11}},
            "went_to",
            "11 went to actively seeking work, but only 10 took part",
            "11 gick till aktivt arbetssökande, men bara 10 deltog",
        ),
    ],
)
def test_those_who_did_not_take_part_are_told_whole(said: Any, key: str, english: str, swedish: str) -> None:
    """Of ten who took part."""
    [finding] = in_participation("F412", participants=10, **said)
    assert finding.text("en") == (
        f"F412 error: participation[1].{key}: {english}\n    the follow-up's own figures\n    correct one of them"
    )
    assert finding.text("sv") == (
        f"F412 fel: participation[1].{key}: {swedish}\n    uppföljningens egna uppgifter\n    rätta det ena"
    )


def test_what_is_not_said_of_those_who_took_part_is_silence() -> None:
    """A structural intervention has nobody who takes part, and can be new to some."""
    assert in_participation("F412", new=3, went_to={"work": 2}) == []


# F413: women and men are all


@tries(50)
@given(heads, heads, st.integers(-3, 3))
def test_women_and_men_who_do_not_add_up_are_always_found(women: int, men: int, off: int) -> None:
    """Unless one of them alone is more than all, which is told of that one."""
    whole = max(0, women + men + off)
    wrong = whole != women + men and whole >= max(women, men)
    found_in = in_measurements("F413", value=of(whole), women=of(women), men=of(men))
    assert [each.path for each in found_in] == ([("measurements", 0)] if wrong else [])
    sexes = {"women": Heads(new=women), "men": Heads(new=men)}
    paths = [each.path for each in in_participation("F413", new=whole, **sexes)]
    assert paths == ([("participation", 0, "new")] if wrong else [])


def test_women_and_men_add_up_by_what_they_can_be() -> None:
    """About 50 can be 27 and 25, and 0,1 mkr 100 000 kr; what was done for both at once is no sum."""
    assert in_measurements("F413", value=of("ca 50"), women=of(27), men=of(25)) == []
    assert in_measurements("F413", value=Done(done=3), women=Done(done=3), men=Done(done=2)) == []
    assert in_measurements("F413", women=of(27), men=of(25)) == []
    paid = {
        key: followup.Amount(amount=amount)
        for key, amount in (("value", "0,1 mkr"), ("women", 60_000), ("men", 40_000))
    }
    assert in_measurements("F413", **paid) == []


@pytest.mark.parametrize(
    ("values", "english", "swedish"),
    [
        (
            {"value": of(50), "women": of(30), "men": of(21)},
            "30 women and 21 men are 51, not 50",
            "30 kvinnor och 21 män är 51, inte 50",
        ),
        (
            {"value": of(50, 100), "women": of(30, 60), "men": of(20, 41)},
            "it is out of 60 women and 41 men, who are 101, not 100",
            "det är av 60 kvinnor och 41 män, som är 101, inte 100",
        ),
        (
            {
                "value": followup.Amount(amount="0,1 mkr"),
                "women": followup.Amount(amount=60_000),
                "men": followup.Amount(amount="100 tkr"),
            },
            "60 000 kr for women and 100 tkr for men are not 0,1 mkr together",
            "60 000 kr för kvinnor och 100 tkr för män är inte 0,1 mkr tillsammans",
        ),
    ],
)
def test_women_and_men_who_do_not_add_up_are_told_whole(values: Any, english: str, swedish: str) -> None:
    """Counts, what they are out of, and amounts: 0,1 mkr is less than 150 000 kr."""
    [finding] = in_measurements("F413", **values)
    assert finding.text("en") == (
        f'F413 error: measurements[1] "arbete": {english}\n'
        "    the follow-up's own figures\n"
        "    correct the women, the men or the whole"
    )
    assert finding.text("sv") == (
        f'F413 fel: measurements[1] "arbete": {swedish}\n'
        "    uppföljningens egna uppgifter\n"
        "    rätta kvinnorna, männen eller alla"
    )


# F414: all lie between women and men


@tries(50)
@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100))
def test_a_share_of_all_lies_between_women_and_men(whole: int, women: int, men: int) -> None:
    """In whole per cent, each of which can be half a per cent more or less."""
    values = {"value": part(f"{whole} %"), "women": part(f"{women} %"), "men": part(f"{men} %")}
    outside = not min(women, men) - 1 <= whole <= max(women, men) + 1
    assert [each.path for each in in_measurements("F414", **values)] == ([("measurements", 0)] if outside else [])


def test_what_adds_up_or_not_is_not_asked_whether_it_lies_between() -> None:
    """30 of 60 and 10 of 40 are 40 of 100, and other numbers are told by F413."""
    numbers = {"value": of(80, 100), "women": of(30, 60), "men": of(10, 40)}
    assert in_measurements("F414", **numbers) == []
    assert in_measurements("F414", value=Done(done=1), women=Done(done=2), men=Done(done=3)) == []
    amounts = {key: followup.Amount(amount=amount) for key, amount in (("value", 9), ("women", 1), ("men", 2))}
    assert in_measurements("F414", **amounts) == []


def test_a_mean_outside_women_and_men_is_told_whole() -> None:
    """Three and a half is more than either."""
    [finding] = in_measurements("F414", value=Mean(mean="3,5"), women=Mean(mean="3,1"), men=Mean(mean="3,3"))
    assert finding.text("en") == (
        'F414 error: measurements[1] "arbete": 3,5 for all does not lie between 3,1 for women and 3,3 for men\n'
        "    the follow-up's own figures\n"
        "    correct the women, the men or the whole"
    )
    assert finding.text("sv") == (
        'F414 fel: measurements[1] "arbete": 3,5 för alla ligger inte mellan 3,1 för kvinnor och 3,3 för män\n'
        "    uppföljningens egna uppgifter\n"
        "    rätta kvinnorna, männen eller alla"
    )


# F415: the municipalities


@tries(50)
@given(heads, heads, heads)
def test_municipalities_that_are_more_than_all_are_always_found(whole: int, habo: int, mullsjo: int) -> None:
    """Fewer than all are no contradiction, as some live elsewhere; one that is more than all is told by F411."""
    wrong = whole < habo + mullsjo and whole >= max(habo, mullsjo)
    values = {"Habo": of(habo), "Mullsjö": of(mullsjo)}
    paths = [each.path for each in in_measurements("F415", value=of(whole), municipalities=values)]
    assert paths == ([("measurements", 0, "municipalities")] if wrong else [])
    numbers = {"Habo": habo, "Mullsjö": mullsjo}
    paths = [each.path for each in in_participation("F415", participants=whole, municipalities=numbers)]
    assert paths == ([("participation", 0, "municipalities")] if wrong else [])


@pytest.mark.parametrize(
    ("values", "english", "swedish"),
    [
        (
            {"value": of(50), "municipalities": {"Habo": of(30), "Mullsjö": of(21)}},
            "the municipalities are 51 together, but all are 50",
            "kommunerna är tillsammans 51, men alla är 50",
        ),
        (
            {"value": of(50, 100), "municipalities": {"Habo": of(30, 60), "Mullsjö": of(20, 41)}},
            "the municipalities are out of 101 together, but all are out of 100",
            "kommunerna är tillsammans av 101, men alla är av 100",
        ),
    ],
)
def test_municipalities_that_are_more_than_all_are_told_whole(values: Any, english: str, swedish: str) -> None:
    """A warning, since one who moves can be counted in two."""
    [finding] = in_measurements("F415", **values)
    assert finding.text("en") == (
        f'F415 warning: measurements[1] "arbete".municipalities: {english}\n'
        "    the follow-up's own figures\n"
        "    correct one of them, or look at who is counted in two municipalities"
    )
    assert finding.text("sv") == (
        f'F415 varning: measurements[1] "arbete".municipalities: {swedish}\n'
        "    uppföljningens egna uppgifter\n"
        "    rätta en av dem, eller se efter vilka som räknas i två kommuner"
    )


def test_amounts_of_municipalities_are_not_asked() -> None:
    """What is paid back in one is less than nothing."""
    amounts = {name: followup.Amount(amount=60) for name in ("Habo", "Mullsjö")}
    assert in_measurements("F415", value=followup.Amount(amount=100), municipalities=amounts) == []


# F416: a part of a time


@tries(50)
@given(heads, heads)
def test_more_in_a_part_of_the_year_than_in_all_of_it_is_always_found(half: int, whole: int) -> None:
    """Of participants, of what is counted and of what is done, which do not become fewer."""
    times = ((HALF, half), (YEAR, whole))
    counted = follow_up(*(Measurement(target="arbete", period=time, value=of(number)) for time, number in times))
    done = follow_up(*(Measurement(activity="samrad", period=time, value=Done(done=number)) for time, number in times))
    took_part = follow_up(
        participation=[Participation(intervention="enter", period=time, ended=number) for time, number in times]
    )
    for each, path in (
        (counted, ("measurements", 0)),
        (done, ("measurements", 0)),
        (took_part, ("participation", 0, "ended")),
    ):
        assert [finding.path for finding in found("F416", each)] == ([path] if half > whole else [])


@pytest.mark.parametrize(
    ("half", "whole"),
    [
        (Measurement(target="a", value=of(30, 50)), Measurement(target="a", value=of(20, 40))),
        (Measurement(target="a", value=of(30)), Measurement(target="b", value=of(20))),
        (Measurement(target="a", value=of(30), of="unga"), Measurement(target="a", value=of(20), of="alla")),
        (Measurement(target="a", value=part("30 %")), Measurement(target="a", value=part("20 %"))),
    ],
)
def test_what_can_go_up_and_down_is_silence(half: Measurement, whole: Measurement) -> None:
    """A share, another target, and another group."""
    assert found("F416", follow_up(evolve(half, period=HALF), evolve(whole, period=YEAR))) == []


def test_women_and_men_are_counted_together_in_a_part_of_the_year() -> None:
    """Where the whole is not given; a share of them can go up and down."""
    rows = [
        Measurement(target="arbete", period=HALF, women=of(20), men=of(20)),
        Measurement(target="arbete", period=YEAR, women=of(20), men=of(19)),
        Measurement(target="studier", period=HALF, women=of(20, 40), men=of(20)),
        Measurement(target="studier", period=YEAR, women=of(20, 40), men=of(19)),
    ]
    assert [each.path for each in found("F416", follow_up(*rows))] == [("measurements", 0)]


def test_more_in_a_part_of_the_year_is_told_whole() -> None:
    """With both times."""
    rows = [
        Measurement(target="arbete", period=time, value=of(n)) for time, n in ((as_time("2018-08-31"), 30), (2018, 20))
    ]
    [finding] = found("F416", follow_up(*rows))
    assert finding.text("en") == (
        'F416 warning: measurements[1] "arbete": 30 (through 2018-08-31) is more than 20 (2018), though the time is a '
        "part of that\n"
        "    the follow-up's own figures\n"
        "    correct one of them"
    )
    assert finding.text("sv") == (
        'F416 varning: measurements[1] "arbete": 30 (t.o.m. 2018-08-31) är fler än 20 (2018), fast den tiden är en '
        "del av den andra\n"
        "    uppföljningens egna uppgifter\n"
        "    rätta det ena"
    )


# F417: printed shares


@tries(100)
@given(st.integers(0, 300), st.integers(1, 300), st.integers(0, 100))
def test_a_share_that_its_numbers_do_not_give_is_always_found(count: int, out_of: int, printed: int) -> None:
    """A whole per cent stands for half a per cent more or less."""
    count = min(count, out_of)
    right = abs(Fraction(count, out_of) - Fraction(printed, 100)) <= Fraction(1, 200)
    assert (in_measurements("F417", value=of(count, out_of, f"{printed} %")) == []) == right


@tries(100)
@given(st.integers(1, 60), st.integers(0, 100))
def test_a_share_of_so_many_is_found_where_no_number_of_them_gives_it(out_of: int, printed: int) -> None:
    """Each number is tried."""
    near = (abs(Fraction(count, out_of) - Fraction(printed, 100)) <= Fraction(1, 200) for count in range(out_of + 1))
    assert (in_measurements("F417", value=part(f"{printed} %", out_of)) == []) == any(near)


@pytest.mark.parametrize("place", ["women", "men", "groups", "municipalities"])
def test_a_share_of_a_part_is_held_against_its_numbers_too(place: str) -> None:
    """Wherever it stands."""
    wrong = of(27, 179, "19 %")
    said: dict[str, Any] = {place: {"unga": wrong} if place in ("groups", "municipalities") else wrong}
    path = ("measurements", 0, place, *(("unga",) if place in ("groups", "municipalities") else ()))
    assert [each.path for each in in_measurements("F417", value=of(30, 200), **said)] == [path]


@pytest.mark.parametrize(
    ("value", "english", "swedish"),
    [
        (of(27, 179, "19 %"), "27 of 179 is 15 %, not 19 %", "27 av 179 är 15 %, inte 19 %"),
        (of(27, 179, "19,0 %"), "27 of 179 is 15,1 %, not 19,0 %", "27 av 179 är 15,1 %, inte 19,0 %"),
        (
            of("minst 27", 54, "19 %"),
            "minst 27 of 54 is from 50 % to 100 %, not 19 %",
            "minst 27 av 54 är från 50 % till 100 %, inte 19 %",
        ),
        (
            part("41 %", 7),
            "no number out of 7 is 41 %; the nearest is 3, which is 43 %",
            "inget antal av 7 är 41 %; närmast är 3, som är 43 %",
        ),
        (
            part("99,0 %", 7),
            "no number out of 7 is 99,0 %; the nearest is 7, which is 100,0 %",
            "inget antal av 7 är 99,0 %; närmast är 7, som är 100,0 %",
        ),
    ],
)
def test_a_share_that_its_numbers_do_not_give_is_told_whole(value: Counted, english: str, swedish: str) -> None:
    """Umeåregionen printed "19 % (27 of 179)" in its social budget of 2022, where 27 of 179 is 15 %."""
    [finding] = in_measurements("F417", value=value)
    assert finding.text("en") == (
        f'F417 error: measurements[1] "arbete": {english}\n'
        "    the follow-up's own figures\n"
        "    correct the share or the numbers"
    )
    assert finding.text("sv") == (
        f'F417 fel: measurements[1] "arbete": {swedish}\n'
        "    uppföljningens egna uppgifter\n"
        "    rätta andelen eller antalen"
    )


def test_the_other_shares_of_umearegionen_agree_with_their_numbers() -> None:
    """As printed in its social budget of 2022: only one of six contradicts itself."""
    printed = [("38 %", 271, 705), ("66 %", 179, 271), ("38 %", 68, 179), ("88 %", 117, 133), ("79 %", 75, 95)]
    for share, count, out_of in printed:
        assert in_measurements("F417", value=of(count, out_of, share)) == []
        assert count in counts_of(Printed.share(share), out_of)
    assert Range.exactly(27).exact not in counts_of(Printed.share("19 %"), 179)


def test_a_finding_has_the_severity_of_its_rule() -> None:
    """Contradictions are errors; what can be so is a warning."""
    severities = [rule(f"F41{number}").severity for number in range(8)]
    assert severities == [*[Severity.ERROR] * 5, *[Severity.WARNING] * 2, Severity.ERROR]
