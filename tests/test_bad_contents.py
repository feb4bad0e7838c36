"""What is wrong in a file's goals, interventions and governance: every message whole, with its place."""

import pytest

from finsam import PlanFileError, loads

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
AIMS = "write one of share, count, every, trend, milestone"


def refusal(text: str) -> str:
    """All that is said of a text that is not a plan."""
    with pytest.raises(PlanFileError) as caught:
        loads(text, name="plan.toml")
    return str(caught.value)


def changed(old: str, new: str) -> str:
    """What is said of the plan with one thing changed in it."""
    assert PLAN.count(old) == 1
    return refusal(PLAN.replace(old, new))


def said(place: str, message: str) -> str:
    return f"plan.toml: {place}: {message}" if place else f"plan.toml: {message}"


def test_the_plan_that_the_others_spoil_is_in_order() -> None:
    """Nothing but the change is wrong in what follows."""
    assert loads(PLAN).goal("mal").targets[0].aim.text.en == "at least 10: arbete"


# Targets


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ('count = 10\nshare = "40 %"\nto = "arbete"\n', f"a target has one aim, not share and count; {AIMS}"),
        ('every = true\ntrend = "increase"\nof = "alla"\n', f"a target has one aim, not every and trend; {AIMS}"),
        ('to = "arbete"\n', f"a target has one aim, not none; {AIMS}"),
        ('share = "40 %"\nto = "arbete"\n', "a target with share says of what; write of"),
        ('share = "40 %"\nof = "alla"\n', "a target with share says to what; write to"),
        ('every = true\nto = "en plan"\n', "a target with every says of what; write of"),
        ("count = 10\n", "a target with count says to what; write to"),
        ('trend = "increase"\n', "a target with trend says of what; write of"),
        (
            'count = 10\nof = "alla"\nto = "arbete"\n',
            "of does not belong to a target with count; it has to, out_of, bound, baseline",
        ),
        (
            'every = true\nof = "alla"\nto = "en plan"\nbound = "at most"\n',
            "bound does not belong to a target with every; it has of, to",
        ),
        (
            'trend = "increase"\nof = "hälsa"\nby = 2027-01-01\ntimes = 2\n',
            "by does not belong to a target with trend; it has of, baseline",
        ),
        (
            'milestone = "samråd"\nto = "slut"\n',
            "to does not belong to a target with milestone; it has by, times",
        ),
        ('share = "101 %"\nof = "alla"\nto = "arbete"\n', "a share of a group is from 0 % to 100 %, not 101 %"),
        (
            'share = "40 %"\nof = "alla"\nto = "arbete"\nbaseline = "150 %"\n',
            "a share of a group is from 0 % to 100 %, not 150 %",
        ),
        (
            'share = "40 %"\nof = "alla"\nto = "arbete"\nbaseline = 30\n',
            '30 is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"',
        ),
        (
            'count = 10\nto = "arbete"\nbaseline = "tio"\n',
            'the baseline of a count is a whole number, not "tio"',
        ),
        ('count = 10\nout_of = 9\nto = "arbete"\n', "10 out of 9 is more than there are"),
        ('count = -1\nto = "arbete"\n', "a count is nought or more, not -1"),
        ('milestone = "samråd"\ntimes = 0\n', "what is to be done is done once or more, not 0 times"),
        (f"{TARGET}year = 2027\n", "a target is for a year or a period; write one of them"),
    ],
)
def test_a_target_is_one_aim_with_what_belongs_to_it(target: str, message: str) -> None:
    """A share is of somebody, a count is of something, and a target is not both."""
    assert changed(TARGET, target) == said('goals[1] "mal".targets[1]', message)


@pytest.mark.parametrize(
    ("target", "key", "message"),
    [
        (
            'share = "-5 %"\nof = "alla"\nto = "arbete"\n',
            "share",
            '\'-5 %\' is not a share; write per cent as "6,8 %" or a ratio as "17/250"',
        ),
        (
            'share = 40\nof = "alla"\nto = "arbete"\n',
            "share",
            '40 is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"',
        ),
        ('share = "40 %"\nof = " "\nto = "arbete"\n', "of", '" " is not text; write it in quotes'),
        ('count = "tio"\nto = "arbete"\n', "count", '"tio" is not a whole number; write digits without quotes'),
        ('every = "alla"\nof = "alla"\nto = "plan"\n', "every", '"alla" is neither true nor false'),
        (
            'trend = "upp"\nof = "hälsa"\n',
            "trend",
            "\"upp\" is not a direction; there is 'increase', 'decrease'",
        ),
        (
            f'{TARGET}bound = "at mots"\n',
            "bound",
            "\"at mots\" is not a bound; did you mean 'at most'?",
        ),
        (
            f"{TARGET}baseline = true\n",
            "baseline",
            "true is not a baseline; write a whole number, or per cent or words in quotes",
        ),
        (f"{TARGET}maximum = 1\n", "maximum", "there is no such key"),
    ],
)
def test_what_cannot_be_read_in_a_target_is_told_with_its_key(target: str, key: str, message: str) -> None:
    """Percentages are in quotes and counts are not."""
    assert changed(TARGET, target) == said(f'goals[1] "mal".targets[1].{key}', message)


def test_a_period_does_not_end_before_it_starts() -> None:
    """A target's, and an activity's."""
    message = "a period ends on or after its first day 2027-01-01, not 2026-12-31"
    over = "{ first = 2027-01-01, last = 2026-12-31 }"
    assert changed("{ first = 2027-01-01 }", over) == said('goals[1] "mal".targets[1].period', message)
    assert changed("times = 2", f"period = {over}") == said('goals[1] "mal".activities[1].period', message)


# Everything else that stands in one place


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        (
            'orientation = "individual"',
            'orientation = ["individual", "structural"]',
            'interventions[1] "stod".orientation',
            "an intervention is individual or structural, not both; register a mixed one as two",
        ),
        (
            'orientation = "individual"',
            'orientation = "indivdual"',
            'interventions[1] "stod".orientation',
            "\"indivdual\" is not an orientation; did you mean 'individual'?",
        ),
        (
            'parties = ["region"]',
            'parties = ["kommun"]',
            'interventions[1] "stod".parties[1]',
            (
                '"kommun" is not a cooperating party; '
                "there is 'Försäkringskassan', 'Arbetsförmedlingen', 'region', 'municipality'"
            ),
        ),
        (
            "start = 2026-01-01",
            "start = 2026-01-01\nend = 2025-12-31",
            'interventions[1] "stod"',
            "Stöd cannot end on 2025-12-31, before it starts on 2026-01-01",
        ),
        (
            "start = 2026-01-01",
            "end = 2026-12-31\nlong_term = true",
            'interventions[1] "stod"',
            "Stöd is long-term and ends on 2026-12-31; write one of them",
        ),
        (
            'share = "50 %" }',
            'share = "0 %" }',
            'interventions[1] "stod".staffing[1]',
            "the post coach is 0 % of full time; write more than nought",
        ),
        (
            "youngest = 18",
            "youngest = 18\noldest = 17",
            'target_groups[1] "unga"',
            "the group 'Unga' ends at 17, before it begins at 18",
        ),
        (
            "youngest = 18",
            "youngest = 121",
            'target_groups[1] "unga"',
            "an age in the group 'Unga' is 121; write whole years from 0 to 120",
        ),
        (
            'level = "overall"',
            'level = "övergripande"',
            'goals[1] "mal".level',
            "\"övergripande\" is not a level; there is 'overall', 'activity', 'financial', 'individual'",
        ),
        (
            'perspective = "society"',
            'perspective = "societal"',
            'goals[1] "mal".perspective',
            "\"societal\" is not a perspective; did you mean 'society'?",
        ),
        (
            "times = 2",
            "times = 0",
            'goals[1] "mal".activities[1]',
            "'samråd' is done 0 times; write once or more",
        ),
        (
            'share = "5 %"',
            'share = "105 %"',
            "need",
            "a share of the population is from 0 % to 100 %, not 105 %",
        ),
        ('{ "Habo" = 7_000 }', "{}", "need", "5 % of whom? write the population by municipality"),
        ('population = { "Habo" = 7_000 }\n', "", "need.population", "is missing; write it"),
        ("7_000", "-1", "need", "the population of Habo is -1; write nought or more"),
        (
            "seats = 1 }",
            "seats = -1 }",
            "governance.board.shares[1]",
            "the seats of Mullsjö are -1; write nought or more",
        ),
        ("seats = 2", "seats = -2", "governance.board", "a number of the board is -2; write nought or more"),
        (
            "term_start = 2023-04-01",
            "term_start = 2023-04-01\nterm_end = 2023-03-31",
            "governance.board",
            "the board's term cannot end on 2023-03-31, before it starts on 2023-04-01",
        ),
        (
            "present = [1, 2]",
            "present = [1, 2]\nabsent = [2]",
            "governance.charter",
            "item 2 is both present and absent; write it under one of them",
        ),
        (
            "present = [1, 2]",
            "present = [19]",
            "governance.charter",
            "there is no item 19 in 9 §; write a number from 1 to 18",
        ),
        (
            "on = 2027-05-01",
            'on = "i maj"',
            "calendar[1].on",
            "'i maj' is not a day; write year-month-day, as 2011-04-01",
        ),
    ],
)
def test_what_cannot_be_is_told_with_its_place(old: str, new: str, place: str, message: str) -> None:
    """An intervention is of one kind, nothing ends before it starts, and no share is of nobody."""
    assert changed(old, new) == said(place, message)


def test_a_misspelt_key_is_missing_and_is_suggested() -> None:
    """In a table of the contents as in any other."""
    assert changed('text = "bokslut"', 'txt = "bokslut"').splitlines() == [
        said("calendar[1].text", "is missing; write it"),
        said("calendar[1].txt", "there is no such key; did you mean 'text'?"),
    ]


# What does not fit together


def again(table: str) -> str:
    """What is said of the plan with another table at its end."""
    return refusal(f"{PLAN}\n{table}")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            '[[target_groups]]\nid = "unga"\nname = "Andra"\n',
            "the target group id 'unga' is used twice; give each an id of its own",
        ),
        (
            '[[interventions]]\nid = "stod"\nname = "Annat"\norientation = "structural"\n',
            "the intervention id 'stod' is used twice; give each an id of its own",
        ),
        (
            '[[goals]]\nid = "mal"\ntext = "Annat"\nlevel = "overall"\n',
            "the goal id 'mal' is used twice; give each an id of its own",
        ),
        (
            '[[goals]]\nid = "b"\ntext = "B"\nlevel = "overall"\nindicators = [{ id = "arbete", text = "c" }]\n',
            "the indicator id 'arbete' is used twice; give each an id of its own",
        ),
        (
            '[[target_groups]]\nid = "barn"\nname = "Barn"\npart_of = "unge"\n',
            "the target group 'barn' names the target group 'unge', which the plan does not have; did you mean 'unga'?",
        ),
        (
            '[[goals]]\nid = "b"\ntext = "B"\nlevel = "overall"\ntargets = [{ count = 1, to = "c", group = "x" }]\n',
            "a target of the goal 'b' names the target group 'x', which the plan does not have; there is 'unga'",
        ),
    ],
)
def test_an_id_is_one_things_and_leads_somewhere(table: str, message: str) -> None:
    """Two things of one kind have two ids, and a part is of a group that there is."""
    assert again(table) == said("", message)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '["Mullsjö"], seats',
            '["Mullsjo"], seats',
            "a seat is for 'Mullsjo', who is not a member; did you mean 'Mullsjö'?",
        ),
        ('chair = "Habo"', 'chair = "Håbo"', "the chair is for 'Håbo', who is not a member; did you mean 'Habo'?"),
        (
            'for_members = ["Habo"]',
            'for_members = ["Forsäkringskassan"]',
            "an auditor is for 'Forsäkringskassan', who is not a member; did you mean 'Försäkringskassan'?",
        ),
    ],
)
def test_seats_and_auditors_are_the_members(old: str, new: str, message: str) -> None:
    """Nobody else sits on the board."""
    assert changed(old, new) == said("", message)


# Everything at once


def test_all_that_is_wrong_is_told_at_once() -> None:
    """What cannot be read in the order of the file, and then what does not fit together."""
    text = (
        PLAN.replace('share = "5 %"', 'share = "105 %"')
        .replace(TARGET, 'count = 10\nshare = "40 %"\nto = "arbete"\n')
        .replace("times = 2", "times = 0")
        .replace('chair = "Habo"', 'chair = "Hjo"')
    )
    assert refusal(text) == "\n".join(
        [
            said("need", "a share of the population is from 0 % to 100 %, not 105 %"),
            said('goals[1] "mal".targets[1]', f"a target has one aim, not share and count; {AIMS}"),
            said('goals[1] "mal".activities[1]', "'samråd' is done 0 times; write once or more"),
            said(
                "",
                "the chair is for 'Hjo', who is not a member; there is "
                "'Habo', 'Mullsjö', 'Region Jönköpings län', 'Försäkringskassan', 'Arbetsförmedlingen'",
            ),
        ]
    )


def test_all_that_does_not_fit_is_told_at_once() -> None:
    """An id used twice, one that leads nowhere, and a seat for a stranger."""
    text = (
        PLAN.replace('["Mullsjö"], seats', '["Hjo"], seats').replace(
            'target_groups = ["unga"]', 'target_groups = ["unge"]'
        )
        + '[[goals]]\nid = "mal"\ntext = "Annat"\nlevel = "overall"\n'
    )
    assert refusal(text) == "\n".join(
        [
            said("", "the goal id 'mal' is used twice; give each an id of its own"),
            said(
                "",
                "the intervention 'stod' names the target group 'unge', which the plan does not have; "
                "did you mean 'unga'?",
            ),
            said(
                "",
                "a seat is for 'Hjo', who is not a member; there is "
                "'Habo', 'Mullsjö', 'Region Jönköpings län', 'Försäkringskassan', 'Arbetsförmedlingen'",
            ),
        ]
    )


def test_what_cannot_be_read_hides_nothing_that_names_it() -> None:
    """A target group that cannot be read is not also said to be missing where it is named."""
    assert changed("youngest = 18", "youngest = 121") == said(
        'target_groups[1] "unga"', "an age in the group 'Unga' is 121; write whole years from 0 to 120"
    )
