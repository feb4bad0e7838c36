"""What is wrong in a file's goals, interventions and governance: every message whole, with its place and its line."""

import pytest

from finsam import FileError, loads

PLAN = """\
format = 1
year = 2027

[association]
name = "Exempelbygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[governance]
auditors = [{ for_members = ["Habo"] }]
[governance.board]
seats = 2
chair = "Habo"
shares = [{ members = ["Mullsjö"], seats = 1 }]
term_start = 2023-04-01
[governance.charter]
present = [1, 2]

[need]
population = { "Habo" = 7_000 }
share = "5 %"

[[target_groups]]
id = "unga"
name = "Unga"
youngest = 18

[[interventions]]
id = "stod"
name = "Stöd"
orientation = "individual"
parties = ["region"]
target_groups = ["unga"]
start = 2026-01-01
staffing = [{ role = "coach", share = "50 %" }]

[[goals]]
id = "mal"
text = "Fler i arbete"
level = "overall"
perspective = "society"
indicators = [{ id = "arbete", text = "antal i arbete" }]

[[goals.targets]]
count = 10
to = "arbete"
period = { first = 2027-01-01 }

[[goals.activities]]
text = "samråd"
times = 2

[[calendar]]
on = 2027-05-01
text = "bokslut"
"""
TARGET = 'count = 10\nto = "arbete"\n'
TARGET_LINE = 44  # of [[goals.targets]]; its keys stand on the lines after it
AT_TARGET = 'goals[1] "mal".targets[1]'
AIMS = "write one of share, count, every, trend, milestone"
OTHERS = "id, period, group, indicator, by_sex"
KEYS = '"id", "period", "group", "indicator", "by_sex", "count", "to", "out_of", "bound", "baseline"'


def refusal(text: str) -> str:
    """All that is said of a text that is not a plan."""
    with pytest.raises(FileError) as caught:
        loads(text, name="plan.toml")
    return str(caught.value)


def changed(old: str, new: str) -> str:
    """What is said of the plan with one thing changed in it."""
    assert PLAN.count(old) == 1
    return refusal(PLAN.replace(old, new))


def said(line: int, place: str, message: str) -> str:
    return f"plan.toml: line {line}, {place}: {message}"


def test_the_plan_that_the_others_spoil_is_in_order() -> None:
    """Nothing but the change is wrong in what follows."""
    assert str(loads(PLAN).goal("mal").targets[0].aim.text) == "at least 10: arbete"


# Targets


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ('count = 10\nshare = "40 %"\nto = "arbete"\n', f"{AIMS}, not share, count"),
        ('every = true\ntrend = "increase"\nof = "alla"\n', f"{AIMS}, not every, trend"),
        ('to = "arbete"\n', f"{AIMS}, not none"),
    ],
)
def test_a_target_is_one_aim(target: str, message: str) -> None:
    """A share is of somebody, a count is of something, and a target is not both."""
    assert changed(TARGET, target) == said(TARGET_LINE, AT_TARGET, message)


@pytest.mark.parametrize(
    ("target", "missing"),
    [
        ('share = "40 %"\nto = "arbete"\n', "of"),
        ('share = "40 %"\nof = "alla"\n', "to"),
        ('every = true\nto = "en plan"\n', "of"),
        ("count = 10\n", "to"),
        ('trend = "increase"\n', "of"),
    ],
)
def test_an_aim_has_what_it_needs(target: str, missing: str) -> None:
    """A share is of somebody and to something, and a trend is of something."""
    message = f'is missing; write {missing} = "..."'
    assert changed(TARGET, target) == said(TARGET_LINE, f"{AT_TARGET}.{missing}", message)


@pytest.mark.parametrize(
    ("target", "line", "key", "message"),
    [
        (
            'count = 10\nof = "alla"\nto = "arbete"\n',
            2,
            "of",
            f"of does not go with count; beside it can stand to, out_of, bound, baseline, {OTHERS}",
        ),
        (
            'every = true\nof = "alla"\nto = "en plan"\nbound = "at most"\n',
            4,
            "bound",
            f"bound does not go with every; beside it can stand of, to, {OTHERS}",
        ),
        (
            'trend = "increase"\nof = "hälsa"\nby = 2027-01-01\ntimes = 2\n',
            3,
            "by",
            f"by does not go with trend; beside it can stand of, baseline, {OTHERS}",
        ),
        (
            'milestone = "samråd"\nto = "slut"\n',
            2,
            "to",
            f"to does not go with milestone; beside it can stand by, times, {OTHERS}",
        ),
        ('share = "101 %"\nof = "alla"\nto = "b"\n', 1, "share", "a share of a group is from 0 % to 100 %, not 101 %"),
        (
            'share = "40 %"\nof = "alla"\nto = "arbete"\nbaseline = "150 %"\n',
            4,
            "baseline",
            "a share of a group is from 0 % to 100 %, not 150 %",
        ),
        (
            'share = "40 %"\nof = "alla"\nto = "arbete"\nbaseline = 30\n',
            4,
            "baseline",
            '30: write "30 %"',
        ),
        (
            'count = 10\nto = "arbete"\nbaseline = "tio"\n',
            3,
            "baseline",
            '"tio" is not a whole number; write digits without quotes',
        ),
        ('count = 10\nout_of = 9\nto = "arbete"\n', 1, "count", "10 out of 9 is more than there are"),
        ('count = -1\nto = "arbete"\n', 1, "count", "a count is zero or more, not -1"),
        ('count = 1\nto = "a"\nout_of = -1\n', 3, "out_of", "a count is zero or more, not -1"),
        ('count = 1\nto = "a"\nbaseline = -1\n', 3, "baseline", "a count is zero or more, not -1"),
        (
            'milestone = "samråd"\ntimes = 0\n',
            2,
            "times",
            "what is to be done is done once or more, not 0 times",
        ),
        (f"{TARGET}year = 2027\n", 3, "year", 'there is no such key; did you mean "period"?'),
        (f"{TARGET}maximum = 1\n", 3, "maximum", f"there is no such key; there is {KEYS}"),
        (
            'share = "-5 %"\nof = "alla"\nto = "arbete"\n',
            1,
            "share",
            '"-5 %" is not a share; write per cent as "6,8 %" or a ratio as "17/250"',
        ),
        (
            'share = 40\nof = "alla"\nto = "arbete"\n',
            1,
            "share",
            '40: write "40 %"',
        ),
        ('share = "40 %"\nof = " "\nto = "arbete"\n', 2, "of", '" " is not text; write it in quotes'),
        ('count = "tio"\nto = "arbete"\n', 1, "count", '"tio" is not a whole number; write digits without quotes'),
        (
            'every = "alla"\nof = "alla"\nto = "plan"\n',
            1,
            "every",
            '"alla" is neither true nor false; write true or false',
        ),
        (
            'trend = "upp"\nof = "hälsa"\n',
            1,
            "trend",
            '"upp" is not a direction; there is "increase", "decrease"',
        ),
        (f'{TARGET}bound = "at mots"\n', 3, "bound", '"at mots" is not a bound; did you mean "at most"?'),
        (f"{TARGET}baseline = true\n", 3, "baseline", "true is not a whole number; write digits without quotes"),
    ],
)
def test_what_is_wrong_in_a_target_is_told_with_its_key(target: str, line: int, key: str, message: str) -> None:
    """Percentages are in quotes and counts are not; the line is that of the key."""
    assert changed(TARGET, target) == said(TARGET_LINE + line, f"{AT_TARGET}.{key}", message)


@pytest.mark.parametrize(
    ("period", "key", "message"),
    [
        (
            "{ first = 2027-01-01, last = 2026-12-31 }",
            "",
            "a period ends on or after its first day 2027-01-01, not 2026-12-31",
        ),
        ("{ last = 2026-12-31 }", ".first", "is missing; write it"),
        ("{ first = 2027-01-01, lst = 2027-01-02 }", ".lst", 'there is no such key; did you mean "last"?'),
        ('{ first = "maj" }', ".first", '"maj" is not a day; write year-month-day, as 2011-04-01'),
        (
            '{ first = 2027-01-01, last = "juni" }',
            ".last",
            '"juni" is not a day; write year-month-day, as 2011-04-01',
        ),
        ("2003", "", "2003 is not a year from 2004, when the act came into force, to 2100"),
        (
            '"2027-T4"',
            "",
            (
                '"2027-T4" is neither a year nor a part of one; '
                "write 2027, 2027-H1, 2027-T2, 2027-Q3, or 2027-08-31 for 1 January through that day"
            ),
        ),
    ],
)
def test_a_period_is_a_year_or_a_part_of_one_or_has_a_first_day(period: str, key: str, message: str) -> None:
    """And it does not end before it starts: a target's, and an activity's."""
    assert changed("{ first = 2027-01-01 }", period) == said(47, f"{AT_TARGET}.period{key}", message)
    assert changed("times = 2", f"period = {period}") == said(51, f'goals[1] "mal".activities[1].period{key}', message)


# Everything else that stands in one place


@pytest.mark.parametrize(
    ("old", "new", "line", "place", "message"),
    [
        (
            'orientation = "individual"',
            'orientation = ["individual", "structural"]',
            31,
            'interventions[1] "stod".orientation',
            "an intervention is individual or structural, not both; register a mixed one as two",
        ),
        (
            'orientation = "individual"',
            'orientation = "indivdual"',
            31,
            'interventions[1] "stod".orientation',
            '"indivdual" is not an orientation; did you mean "individual"?',
        ),
        (
            'parties = ["region"]',
            'parties = ["kommun"]',
            32,
            'interventions[1] "stod".parties[1]',
            '"kommun" is not a cooperating party; did you mean "municipality"?',
        ),
        (
            "start = 2026-01-01",
            "start = 2026-01-01\nend = 2025-12-31",
            35,
            'interventions[1] "stod".end',
            "Stöd cannot end on 2025-12-31, before it starts on 2026-01-01",
        ),
        (
            "start = 2026-01-01",
            "end = 2026-12-31\nlong_term = true",
            34,
            'interventions[1] "stod".end',
            "Stöd is long-term and ends on 2026-12-31; write one of them",
        ),
        (
            'share = "50 %" }',
            'share = "0 %" }',
            35,
            'interventions[1] "stod".staffing[1].share',
            "the post coach is 0 % of full time; write more than zero",
        ),
        (
            "youngest = 18",
            "youngest = 18\noldest = 17",
            27,
            'target_groups[1] "unga".oldest',
            "the ages end at 17, before they begin at 18",
        ),
        (
            "youngest = 18",
            "youngest = 121",
            26,
            'target_groups[1] "unga".youngest',
            "an age is in whole years from 0 to 120, not 121",
        ),
        (
            'level = "overall"',
            'level = "övergripande"',
            40,
            'goals[1] "mal".level',
            '"övergripande" is not a level; did you mean "overall"?',
        ),
        (
            'perspective = "society"',
            'perspective = "societal"',
            41,
            'goals[1] "mal".perspective',
            '"societal" is not a perspective; did you mean "society"?',
        ),
        (
            "times = 2",
            "times = 0",
            51,
            'goals[1] "mal".activities[1].times',
            "samråd is to be done 0 times; write once or more",
        ),
        (
            'share = "5 %"',
            'share = "105 %"',
            21,
            "need.share",
            "a share of the population is from 0 % to 100 %, not 105 %",
        ),
        (
            'population = { "Habo" = 7_000 }\nshare = "5 %"\n',
            "youngest = 16\n",
            19,
            "need",
            "how many? write the number under stated, or the population by municipality and the share",
        ),
        ("7_000", "-1", 20, "need.population.Habo", "the population of Habo is -1; write zero or more"),
        (
            'share = "5 %"',
            'share = "5 %"\nyoungest = 65\noldest = 16',
            23,
            "need.oldest",
            "the ages end at 16, before they begin at 65",
        ),
        (
            'share = "5 %"',
            'share = "5 %"\nstated = "många"',
            22,
            "need.stated",
            '"många" is not a number as a document prints it; write for example 140, "ca 2 100" or "minst 40"',
        ),
        (
            "seats = 1 }",
            "seats = -1 }",
            14,
            "governance.board.shares[1].seats",
            "a number of the board is -1; write zero or more",
        ),
        ("seats = 2", "seats = -2", 12, "governance.board.seats", "a number of the board is -2; write zero or more"),
        (
            "term_start = 2023-04-01",
            "term_start = 2023-04-01\nterm_end = 2023-03-31",
            16,
            "governance.board.term_end",
            "the board's term cannot end on 2023-03-31, before it starts on 2023-04-01",
        ),
        (
            "present = [1, 2]",
            "present = [1, 2]\nabsent = [2]",
            17,
            "governance.charter.present[2]",
            "item 2 is both present and absent; write it under one of them",
        ),
        (
            "present = [1, 2]",
            "present = [19]",
            17,
            "governance.charter.present[1]",
            "there is no item 19 in 9 §; write a number from 1 to 18",
        ),
        (
            "on = 2027-05-01",
            'on = "i maj"',
            54,
            "calendar[1].on",
            '"i maj" is not a day; write year-month-day, as 2011-04-01',
        ),
    ],
)
def test_what_cannot_be_is_told_with_its_place(old: str, new: str, line: int, place: str, message: str) -> None:
    """An intervention is of one kind, nothing ends before it starts, and no share is of nobody."""
    assert changed(old, new) == said(line, place, message)


def test_a_misspelt_key_is_suggested_and_a_missing_one_is_named() -> None:
    """In a table of the contents as in any other; what is missing is on the line of its table."""
    message = 'there is no such key; did you mean "text"?'
    assert changed('text = "bokslut"', 'txt = "bokslut"') == said(55, "calendar[1].txt", message)
    assert changed('text = "bokslut"\n', "") == said(53, "calendar[1].text", 'is missing; write text = "..."')


# What does not fit together


TWICE = "is used twice; give each an id of its own"
GOAL = '[[goals]]\nid = "b"\ntext = "B"\nlevel = "overall"\n'


@pytest.mark.parametrize(
    ("table", "line", "place", "message"),
    [
        ('[[target_groups]]\nid = "unga"\nname = "Andra"\n', 2, 'target_groups[2] "unga".id', f'the id "unga" {TWICE}'),
        (
            '[[interventions]]\nid = "stod"\nname = "Annat"\norientation = "structural"\n',
            2,
            'interventions[2] "stod".id',
            f'the id "stod" {TWICE}',
        ),
        (
            '[[goals]]\nid = "mal"\ntext = "Annat"\nlevel = "overall"\n',
            2,
            'goals[2] "mal".id',
            f'the id "mal" {TWICE}',
        ),
        (
            f'{GOAL}indicators = [{{ id = "arbete", text = "c" }}]\n',
            5,
            'goals[2] "b".indicators[1] "arbete".id',
            f'the id "arbete" {TWICE}',
        ),
        (
            f'{GOAL}targets = [\n{{ id = "t", milestone = "a" }},\n{{ id = "t", count = 1, to = "c" }}]\n',
            7,
            'goals[2] "b".targets[2] "t".id',
            f'the id "t" {TWICE}',
        ),
        (
            f'{GOAL}activities = [{{ id = "a", text = "b" }}]\n[[activities]]\nid = "a"\ntext = "c"\n',
            5,
            'goals[2] "b".activities[1] "a".id',
            f'the id "a" {TWICE}',
        ),
        (
            '[[target_groups]]\nid = "barn"\nname = "Barn"\npart_of = "unge"\n',
            4,
            'target_groups[2] "barn".part_of',
            'there is no target group "unge" in the plan; did you mean "unga"?',
        ),
        (
            '[[target_groups]]\nid = "barn"\nname = "Barn"\npart_of = "barn"\n',
            4,
            'target_groups[2] "barn".part_of',
            '"barn" is a part of itself; name another, or none',
        ),
        (
            f'{GOAL}part_of = "mål"\n',
            5,
            'goals[2] "b".part_of',
            'there is no goal "mål" in the plan; did you mean "mal"?',
        ),
        (
            f'{GOAL}intervention = "stöd"\n',
            5,
            'goals[2] "b".intervention',
            'there is no intervention "stöd" in the plan; did you mean "stod"?',
        ),
        (
            f'{GOAL}targets = [{{ count = 1, to = "c", group = "x" }}]\n',
            5,
            'goals[2] "b".targets[1].group',
            'there is no target group "x" in the plan; there is "unga"',
        ),
        (
            f'{GOAL}targets = [{{ count = 1, to = "c", indicator = "x" }}]\n',
            5,
            'goals[2] "b".targets[1].indicator',
            'there is no indicator "x" in the plan; there is "arbete"',
        ),
    ],
)
def test_an_id_is_one_things_and_leads_somewhere(table: str, line: int, place: str, message: str) -> None:
    """Two things of one kind have two ids, and a part is of something else that there is."""
    assert refusal(f"{PLAN}\n{table}") == said(56 + line, place, message)


@pytest.mark.parametrize(
    ("old", "new", "line", "place", "message"),
    [
        (
            '["Mullsjö"], seats',
            '["Mullsjo"], seats',
            14,
            "governance.board.shares[1].members[1]",
            '"Mullsjo" is not a member of the association; did you mean "Mullsjö"?',
        ),
        (
            'chair = "Habo"',
            'chair = "Håbo"',
            13,
            "governance.board.chair",
            '"Håbo" is not a member of the association; did you mean "Habo"?',
        ),
        (
            'chair = "Habo"',
            'vice_chairs = ["Mullsjö", "Håbo"]',
            13,
            "governance.board.vice_chairs[2]",
            '"Håbo" is not a member of the association; did you mean "Habo"?',
        ),
        (
            'for_members = ["Habo"]',
            'for_members = ["Forsäkringskassan"]',
            10,
            "governance.auditors[1].for_members[1]",
            '"Forsäkringskassan" is not a member of the association; did you mean "Försäkringskassan"?',
        ),
    ],
)
def test_seats_and_auditors_are_the_members(old: str, new: str, line: int, place: str, message: str) -> None:
    """Nobody else sits on the board."""
    assert changed(old, new) == said(line, place, message)


# Everything at once

MEMBERS = '"Habo", "Mullsjö", "Region Jönköpings län", "Försäkringskassan", "Arbetsförmedlingen"'


def test_all_that_is_wrong_is_told_at_once() -> None:
    """What cannot be read and what does not fit together, in the order of the file."""
    text = (
        PLAN.replace('share = "5 %"', 'share = "105 %"')
        .replace(TARGET, 'count = 10\nshare = "40 %"\nto = "arbete"\n')
        .replace("times = 2", "times = 0")
        .replace('chair = "Habo"', 'chair = "Hjo"')
    )
    assert refusal(text).splitlines() == [
        said(13, "governance.board.chair", f'"Hjo" is not a member of the association; there is {MEMBERS}'),
        said(21, "need.share", "a share of the population is from 0 % to 100 %, not 105 %"),
        said(44, AT_TARGET, f"{AIMS}, not share, count"),
        said(52, 'goals[1] "mal".activities[1].times', "samråd is to be done 0 times; write once or more"),
    ]


def test_one_wrong_key_in_each_of_several_tables_is_told_at_once() -> None:
    """A slip in one table hides none in another, however deep they stand."""
    text = (
        PLAN.replace("auditors = [{ for_members", "auditors = [{ for_member")
        .replace("present =", "presnt =")
        .replace("youngest =", "yongest =")
        .replace("orientation =", "orientaton =")
        .replace("role =", "roll =")
        .replace('text = "antal i arbete"', 'txt = "antal i arbete"')
        .replace("times =", "tmes =")
        .replace("on = 2027-05-01", "den = 2027-05-01")
    )
    mean = "there is no such key; did you mean"
    assert refusal(text).splitlines() == [
        said(10, "governance.auditors[1].for_member", f'{mean} "for_members"?'),
        said(17, "governance.charter.presnt", f'{mean} "present"?'),
        said(26, 'target_groups[1] "unga".yongest', f'{mean} "youngest"?'),
        said(31, 'interventions[1] "stod".orientaton', f'{mean} "orientation"?'),
        said(35, 'interventions[1] "stod".staffing[1].roll', f'{mean} "role"?'),
        said(42, 'goals[1] "mal".indicators[1] "arbete".txt', f'{mean} "text"?'),
        said(51, 'goals[1] "mal".activities[1].tmes', f'{mean} "times"?'),
        said(53, "calendar[1].on", "is missing; write on = 2027-05-01"),
        said(54, "calendar[1].den", 'there is no such key; there is "on", "text"'),
    ]


def test_all_that_does_not_fit_is_told_at_once() -> None:
    """An id used twice, one that leads nowhere, and a seat for a stranger, in the order of the file."""
    text = (
        PLAN.replace('["Mullsjö"], seats', '["Hjo"], seats').replace(
            'target_groups = ["unga"]', 'target_groups = ["unge"]'
        )
        + '[[goals]]\nid = "mal"\ntext = "Annat"\nlevel = "overall"\n'
    )
    assert refusal(text).splitlines() == [
        said(
            14, "governance.board.shares[1].members[1]", f'"Hjo" is not a member of the association; there is {MEMBERS}'
        ),
        said(
            33,
            'interventions[1] "stod".target_groups[1]',
            'there is no target group "unge" in the plan; did you mean "unga"?',
        ),
        said(57, 'goals[2] "mal".id', f'the id "mal" {TWICE}'),
    ]


# What is not wrong by itself


def test_a_wrong_association_hides_nothing_that_is_wrong_elsewhere() -> None:
    """Who the members are is not known, so nobody is a stranger; everything else is told."""
    text = (
        PLAN.replace('"Habo", "Mullsjö"]', '"Hbo", "Mullsjö"]')
        .replace('chair = "Habo"', 'chair = "Hjo"')
        .replace('share = "5 %"', 'share = "105 %"')
        .replace('target_groups = ["unga"]', 'target_groups = ["unge"]')
    )
    assert refusal(text).splitlines() == [
        said(7, "association.municipalities[1]", 'there is no municipality "Hbo"; did you mean "Håbo"?'),
        said(21, "need.share", "a share of the population is from 0 % to 100 %, not 105 %"),
        said(
            33,
            'interventions[1] "stod".target_groups[1]',
            'there is no target group "unge" in the plan; did you mean "unga"?',
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "place", "message"),
    [
        (
            'name = "Exempelbygden"\n',
            "",
            4,
            "association.name",
            'is missing; write name = "..."',
        ),
        (
            "youngest = 18",
            "youngest = 121",
            26,
            'target_groups[1] "unga".youngest',
            "an age is in whole years from 0 to 120, not 121",
        ),
        ('id = "unga"\n', "", 23, 'target_groups[1] "Unga".id', 'is missing; write id = "..."'),
    ],
)
def test_what_would_not_be_wrong_but_for_what_cannot_be_read_is_not_told(
    old: str, new: str, line: int, place: str, message: str
) -> None:
    """A member or a target group that cannot be read is not also said to be missing where it is named."""
    assert changed(old, new) == said(line, place, message)


def test_a_goal_that_cannot_be_read_is_not_missed_by_what_names_it() -> None:
    """Nor is its indicator."""
    of = f'{GOAL}part_of = "mal"\ntargets = [{{ count = 1, to = "c", indicator = "arbete" }}]\n'
    assert refusal(PLAN.replace('level = "overall"', 'level = "hög"') + of) == said(
        40, 'goals[1] "mal".level', '"hög" is not a level; there is "overall", "activity", "financial", "individual"'
    )
