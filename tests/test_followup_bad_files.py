"""What is wrong in a follow-up's file: every message whole, in both languages, with its place and its line."""

import pytest

from finsam import FileError, OperationalPlan, followup, loads
from finsam.files.shape import all_keys_of, tables_of
from finsam.files.swedish import english
from finsam.followup import FollowUp

BEGINNING = """\
format = 1
kind = "follow-up"
association = "Exempelbygden"
year = 2027

"""
MEASURED = f'{BEGINNING}[[measurements]]\ntarget = "arbete"\n'  # whose keys go on from line 8
TOOK_PART = f'{BEGINNING}[[participation]]\nintervention = "stod"\n'  # likewise
PAID = f'{BEGINNING}[[livelihood]]\nmunicipality = "Habo"\nyear = 2026\n'  # from line 9
PLAN = """\
format = 1
year = 2027

[association]
name = "Exempelbygden"
region = "Region Jönköpings län"
municipalities = ["Habo", "Mullsjö"]

[[costs]]
id = "kansli"
name = "Kansli"
category = "administration"
budget = { 2027 = 100_000 }
"""


def refusal(text: str, plan: OperationalPlan | None = None) -> tuple[list[str], list[str]]:
    """All that is said of a text that is not a follow-up, in English and in Swedish, a line a problem."""
    with pytest.raises(FileError) as caught:
        followup.loads(text, plan, name="u.toml")
    return caught.value.text("en").splitlines(), caught.value.text("sv").splitlines()


def said(line: int | None, place: str, en: str, sv: str) -> tuple[list[str], list[str]]:
    """One problem, in both languages."""
    where, var = ("", "") if line is None else (f"line {line}", f"rad {line}")
    comma = ", " if where and place else ""
    return [f"u.toml: {where}{comma}{place}: {en}"], [f"u.toml: {var}{comma}{place}: {sv}"]


def no_key(meant: str) -> tuple[str, str]:
    return f'there is no such key; did you mean "{meant}"?', f'det finns ingen sådan nyckel; menades "{meant}"?'


def write(word: str, better: str) -> tuple[str, str]:
    return f"{word}: write {better}", f"{word}: skriv {better}"


def test_the_follow_ups_that_the_others_spoil_are_in_order() -> None:
    """Nothing but what is said is wrong in what follows."""
    text = f"{MEASURED}count = 5\n[[participation]]\nintervention = 'stod'\nparticipants = 5\n"
    assert followup.loads(text, loads(PLAN)).measurements[0].target == "arbete"
    assert followup.loads(f"{PAID}equivalents = {{ social-assistance = 5 }}\n").livelihood[0].year == 2026


# What was measured

VALUES = "count, share, amount, mean, answers, done"
NO_NUMBER = (
    'is not a number as a document prints it; write for example 140, "ca 2 100" or "minst 40"',
    'är inget antal som ett dokument anger; skriv till exempel 140, "ca 2 100" eller "minst 40"',
)


@pytest.mark.parametrize(
    ("keys", "line", "key", "en", "sv"),
    [
        (
            "count = 11\nout_of = 10\n",
            8,
            ".count",
            "11 out of 10 is more than there are; correct one of them",
            "11 av 10 är fler än det finns; rätta det ena",
        ),
        (
            "count = -1\n",
            8,
            ".count",
            "a count is a whole number from zero, not -1",
            "ett antal är ett heltal från noll, inte -1",
        ),
        (
            "count = 1\nout_of = -10\n",
            9,
            ".out_of",
            "a count is a whole number from zero, not -10",
            "ett antal är ett heltal från noll, inte -10",
        ),
        ('count = "fem"\n', 8, ".count", f'"fem" {NO_NUMBER[0]}', f'"fem" {NO_NUMBER[1]}'),
        (
            "count = 4.5\n",
            8,
            ".count",
            "4.5 is not a whole number; write digits without quotes",
            "4.5 är inget heltal; skriv siffror utan citattecken",
        ),
        (
            "",
            6,
            "",
            ("what did it come to? write one of count, share, amount, mean, answers and done, or both women and men"),
            "vad blev det? skriv ett av count, share, amount, mean, answers och done, eller både women och men",
        ),
        (
            "women = 5\n",
            6,
            "",
            ("what did it come to? write one of count, share, amount, mean, answers and done, or both women and men"),
            "vad blev det? skriv ett av count, share, amount, mean, answers och done, eller både women och men",
        ),
        ("out_of = 10\n", 6, "", f"write one of {VALUES}, not none", f"skriv ett av {VALUES}, inte inget"),
        (
            'share = "40 %"\nmean = 3\n',
            6,
            "",
            f"write one of {VALUES}, not share, mean",
            f"skriv ett av {VALUES}, inte share, mean",
        ),
        (
            "mean = 3\nout_of = 10\n",
            9,
            ".out_of",
            "out_of does not go with mean; beside it can stand answered",
            "out_of hör inte ihop med mean; bredvid kan stå answered",
        ),
        (
            'share = "102 %"\n',
            8,
            ".share",
            "a share of a group is from 0 % to 100 %, not 102 %",
            "en andel av en grupp är från 0 % till 100 %, inte 102 %",
        ),
        (
            "share = 40\n",
            8,
            ".share",
            '40 is not a share as a document prints it; write per cent in quotes, as "54,5 %" or "drygt 20 %"',
            '40 är ingen andel som ett dokument anger; skriv procent i citattecken, som "54,5 %" eller "ca 20 %"',
        ),
        (
            'answers = { "i stor del" = 1, "i litn del" = 2 }\nscale = ["i stor del", "i liten del", "inte alls"]\n',
            8,
            '.answers."i litn del"',
            'the scale has no "i litn del"; did you mean "i liten del"?',
            'skalan har inget "i litn del"; menades "i liten del"?',
        ),
        (
            "answers = { ja = 1, nej = -2 }\ntop = 1\n",
            8,
            ".answers.nej",
            "a count is a whole number from zero, not -2",
            "ett antal är ett heltal från noll, inte -2",
        ),
        (
            "answers = { ja = 1, nej = 2 }\n",
            6,
            ".top",
            "the top 2 of 2 alternatives tells nothing; write top = 1",
            "de 2 högsta av 2 alternativ säger ingenting; skriv top = 1",
        ),
        (
            "answers = { ja = 1, nej = 2 }\ntop = 1\nasked = 2\n",
            10,
            ".asked",
            "3 answered, but only 2 were asked; correct one of them",
            "3 har svarat, men bara 2 har fått frågan; rätta det ena",
        ),
        (
            "answers = [1, 2]\n",
            8,
            ".answers",
            'a list is not a table; write for example { "..." = 140 }',
            'en lista är ingen tabell; skriv till exempel { "..." = 140 }',
        ),
        (
            "mean = 3\nanswered = -1\n",
            9,
            ".answered",
            "a count is a whole number from zero, not -1",
            "ett antal är ett heltal från noll, inte -1",
        ),
        (
            "done = -1\n",
            8,
            ".done",
            "a count is a whole number from zero, not -1",
            "ett antal är ett heltal från noll, inte -1",
        ),
        (
            "done = true\n",
            8,
            ".done",
            "true is not a whole number; write digits without quotes",
            "true är inget heltal; skriv siffror utan citattecken",
        ),
        (
            "women = { count = 11, out_of = 10 }\nmen = 1\n",
            8,
            ".women.count",
            "11 out of 10 is more than there are; correct one of them",
            "11 av 10 är fler än det finns; rätta det ena",
        ),
        ('women = "40 %"\nmen = "tio"\n', 9, ".men", f'"tio" {NO_NUMBER[0]}', f'"tio" {NO_NUMBER[1]}'),
        (
            "women = 1\nmen = { mean = 3 }\n",
            6,
            "",
            "women, men and all are measured in different ways; write the same kind of value for each",
            "kvinnor, män och alla är mätta på olika sätt; skriv samma slags värde för alla",
        ),
        (
            "women = { mean = 3 }\nmen = { mean = 3 }\n",
            6,
            "",
            "women and men cannot be added up; write what all together came to, or the numbers under count",
            "kvinnor och män kan inte summeras; skriv vad alla tillsammans blev, eller antalen under count",
        ),
        (
            'count = 5\nindicator = "halsa"\n',
            6,
            "",
            "what was measured? write one of target, indicator and activity, with its id",
            "vad har mätts? skriv ett av target, indicator och activity, med dess id",
        ),
        (
            'count = 5\ngroups = { unga = "x" }\n',
            9,
            ".groups.unga",
            f'"x" {NO_NUMBER[0]}',
            f'"x" {NO_NUMBER[1]}',
        ),
        (
            'count = 5\nperiod = "T2"\n',
            9,
            ".period",
            (
                '"T2" is neither a year nor a part of one; write 2027, 2027-H1, 2027-T2, 2027-Q3, '
                "or 2027-08-31 for 1 January through that day"
            ),
            (
                '"T2" är varken ett år eller en del av ett; skriv 2027, 2027-H1, 2027-T2, 2027-Q3, '
                "eller 2027-08-31 för 1 januari till och med den dagen"
            ),
        ),
        (
            "count = 5\nperiod = 2028\n",
            9,
            ".period",
            "2028 ends after 2027-12-31, the day of the follow-up; write a later day under on, or another period",
            ("2028 slutar efter 2027-12-31, uppföljningens dag; skriv en senare dag under on, eller en annan period"),
        ),
    ],
)
def test_what_cannot_have_been_measured(keys: str, line: int, key: str, en: str, sv: str) -> None:
    """One thing, one kind of value, and figures that can be."""
    assert refusal(f"{MEASURED}{keys}") == said(line, f"measurements[1]{key}", en, sv)


@pytest.mark.parametrize(
    ("rows", "line", "place", "en", "sv"),
    [
        (
            'count = 1\n[[measurements]]\ntarget = "arbete"\ncount = 2\n',
            9,
            "measurements[2]",
            "it is measured twice for 2027; keep one, or write another period",
            "det är mätt två gånger för 2027; behåll en, eller skriv en annan period",
        ),
        (
            'count = 1\nperiod = "2027-H1"\n[[measurements]]\ntarget = "arbete"\ncount = 2\nperiod = 2027-06-30\n',
            13,
            "measurements[2].period",
            "it is measured twice for 2027-H1; keep one, or write another period",
            "det är mätt två gånger för 2027-H1; behåll en, eller skriv en annan period",
        ),
        (
            'count = 1\nperiod = "2027-H1"\n[[measurements]]\ntarget = "arbete"\ncount = 2\nperiod = "2027-T2"\n',
            13,
            "measurements[2].period",
            "2027-T2 and 2027-H1 overlap, and neither is a part of the other; write periods that do not",
            "2027-T2 och 2027-H1 överlappar, och ingen är en del av den andra; skriv perioder som inte gör det",
        ),
        (
            'count = 1\n[[participation]]\nintervention = "stod"\nparticipants = 5\ntarget = "arbete"\n',
            12,
            "participation[1].target",
            '"arbete" has another outcome for 2027; keep one, and name the target there only',
            '"arbete" har ett annat utfall för 2027; behåll ett, och ange målvärdet bara där',
        ),
        (
            (
                'count = 1\n[[livelihood]]\nmunicipality = "Habo"\nyear = 2027\ntarget = "arbete"\n'
                "amounts = { social-assistance = 5 }\n"
            ),
            12,
            "livelihood[1].target",
            '"arbete" has another outcome for 2027; keep one, and name the target there only',
            '"arbete" har ett annat utfall för 2027; behåll ett, och ange målvärdet bara där',
        ),
    ],
)
def test_one_thing_is_measured_once_for_one_time(rows: str, line: int, place: str, en: str, sv: str) -> None:
    """A part of the year can stand beside the year, but nothing half in another."""
    assert refusal(f"{MEASURED}{rows}") == said(line, place, en, sv)


def test_two_interventions_are_not_the_outcome_of_one_target() -> None:
    """Which of them it is nobody knows; what both came to is a measurement."""
    row = '[[participation]]\nintervention = "{0}"\nparticipants = 5\ntarget = "flode"\n'
    assert refusal(f"{BEGINNING}{row.format('stod')}{row.format('natverk')}") == said(
        13,
        "participation[2].target",
        '"flode" has another outcome for 2027; keep one, and name the target there only',
        '"flode" har ett annat utfall för 2027; behåll ett, och ange målvärdet bara där',
    )


@pytest.mark.parametrize(
    ("keys", "line", "key", "en", "sv"),
    [
        (
            "",
            6,
            "",
            "how many took part? write participants, or reached and held for a structural intervention",
            "hur många deltog? skriv participants, eller reached och held för en strukturövergripande insats",
        ),
        (
            "went_to = { work = -1 }\n",
            8,
            ".went_to.work",
            "a count is a whole number from zero, not -1",
            "ett antal är ett heltal från noll, inte -1",
        ),
        (
            "went_to = { arbete = 5 }\n",
            8,
            ".went_to.arbete",
            '"arbete" is nothing that people go to; did you mean "work"?',
            '"arbete" är inget som man avslutas till; menades "work"?',
        ),
        (
            'reached = 5\ntarget = "arbete"\n',
            9,
            ".target",
            "the outcome of a target is the participants; write participants",
            "målvärdets utfall är deltagarna; skriv participants",
        ),
        (
            'women = { participants = "1,5" }\nmen = 3\n',
            8,
            ".women.participants",
            "a count is a whole number from zero, not 1,5",
            "ett antal är ett heltal från noll, inte 1,5",
        ),
    ],
)
def test_what_cannot_be_of_participants(keys: str, line: int, key: str, en: str, sv: str) -> None:
    """Heads are whole, and somebody took part."""
    assert refusal(f"{TOOK_PART}{keys}") == said(line, f"participation[1]{key}", en, sv)


@pytest.mark.parametrize(
    ("keys", "line", "place", "en", "sv"),
    [
        (
            "",
            6,
            "livelihood[1]",
            "how much was paid? write equivalents or amounts, by payment",
            "hur mycket betalades ut? skriv equivalents eller amounts, per ersättning",
        ),
        (
            'equivalents = { "försörjningsstöd" = 5 }\n',
            9,
            'livelihood[1].equivalents."försörjningsstöd"',
            '"försörjningsstöd" is no payment; did you mean "social-assistance"?',
            '"försörjningsstöd" är ingen ersättning; menades "social-assistance"?',
        ),
        (
            (
                "amounts = { social-assistance = 5 }\n"
                '[[livelihood]]\nmunicipality = "Habo"\nyear = 2026\namounts = { social-assistance = 6 }\n'
            ),
            10,
            "livelihood[2]",
            "Habo has 2026 twice; keep one",
            "Habo har 2026 två gånger; behåll en",
        ),
    ],
)
def test_what_cannot_have_been_paid(keys: str, line: int, place: str, en: str, sv: str) -> None:
    """By payments that there are, once a year."""
    assert refusal(f"{PAID}{keys}") == said(line, place, en, sv)


@pytest.mark.parametrize(
    ("keys", "line", "place", "en", "sv"),
    [
        ("near = 2\n", 6, "near", *write("2", '"2 %"')),
        (
            'near = "200 %"\n',
            6,
            "near",
            "write from 0 % to 100 %, not 200 %",
            "skriv från 0 % till 100 %, inte 200 %",
        ),
        (
            '[profile]\n2027-06-30 = "50 %"\n2027-09-30 = "40 %"\n',
            8,
            "profile.2027-09-30",
            "40 % by 2027-09-30 is less than 50 % before it; a count does not fall",
            "40 % till och med 2027-09-30 är mindre än 50 % dessförinnan; ett antal minskar inte",
        ),
        (
            '[profile]\n2027-06-30 = "150 %"\n',
            7,
            "profile.2027-06-30",
            "write from 0 % to 100 %, not 150 %",
            "skriv från 0 % till 100 %, inte 150 %",
        ),
        ("[profile]\n2027-06-30 = 0.5\n", 7, "profile.2027-06-30", *write("0.5", '"50 %"')),
        (
            'indicators = [{ id = "a", text = "b" }, { id = "a", text = "c" }]\n',
            6,
            'indicators[2] "a".id',
            'the id "a" is used twice; give each an id of its own',
            'id "a" används två gånger; ge var och en ett eget',
        ),
        (
            '[[costs]]\nid = "a"\n[[costs]]\nid = "a"\n',
            9,
            'costs[2] "a".id',
            'the id "a" is used twice; give each an id of its own',
            'id "a" används två gånger; ge var och en ett eget',
        ),
        (
            "on = 2027-06-30\n[[participation]]\nintervention = 'stod'\nparticipants = 5\n",
            7,
            "participation[1]",
            "2027 ends after 2027-06-30, the day of the follow-up; write a later day under on, or another period",
            ("2027 slutar efter 2027-06-30, uppföljningens dag; skriv en senare dag under on, eller en annan period"),
        ),
        (
            'on = 2027-06-30\n[[costs]]\nid = "stod"\noutcome = { 2027-H1 = 5, 2027 = 9 }\n',
            9,
            'costs[1] "stod".outcome.2027',
            "2027 ends after 2027-06-30, the day of the follow-up; write a later day under on, or another period",
            ("2027 slutar efter 2027-06-30, uppföljningens dag; skriv en senare dag under on, eller en annan period"),
        ),
    ],
)
def test_what_cannot_be_of_the_whole(keys: str, line: int, place: str, en: str, sv: str) -> None:
    """What is near, what is expected when, and what has an id."""
    assert refusal(f"{BEGINNING}{keys}") == said(line, place, en, sv)


# Keys


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("antal", "count"),
        ("andel", "share"),
        ("kvinnor", "women"),
        ("kommuner", "municipalities"),
        ("grupper", "groups"),
        ("genomsnitt", "mean"),
        ("svar", "answers"),
        ("gjort", "done"),
        ("belopp", "amount"),
        ("aktivitet", "activity"),
        ("cuont", "count"),
        ("womn", "women"),
    ],
)
def test_a_key_of_a_measurement_is_found(written: str, meant: str) -> None:
    """In Swedish, or misspelt."""
    assert refusal(f"{MEASURED}{written} = 5\n") == said(8, f"measurements[1].{written}", *no_key(meant))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("deltagare", "participants"),
        ("antal", "participants"),
        ("nya", "new"),
        ("avslutade", "ended"),
        ("till", "went_to"),
        ("budgeterade", "budgeted"),
        ("kvinnor", "women"),
        ("particpants", "participants"),
    ],
)
def test_a_key_of_participation_is_found(written: str, meant: str) -> None:
    """A count is there called what it counts."""
    assert refusal(f"{TOOK_PART}{written} = 5\n") == said(8, f"participation[1].{written}", *no_key(meant))


@pytest.mark.parametrize(
    ("written", "meant"),
    [("deltagande", "participation"), ("vinster", "gains"), ("kostnader", "costs"), ("mesurements", "measurements")],
)
def test_a_heading_is_found(written: str, meant: str) -> None:
    """In Swedish, or misspelt."""
    assert refusal(f"{BEGINNING}[[{written}]]\n") == said(6, written, *no_key(meant))


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("[[mätningar]]", "measurements"),
        ("[[uppföljning]]", "measurements"),
        ("män = 5", "men"),
        ("medelvärde = 3", "mean"),
        ("nådda = 5", "reached"),
        ("helårsekvivalenter = {}", "equivalents"),
        ("påhittat = true", "invented"),
    ],
)
def test_a_word_with_swedish_letters_is_answered_with_the_key(written: str, better: str) -> None:
    """TOML has no such key without quotes."""
    word = written.strip("[]").partition(" ")[0]
    assert refusal(f"{BEGINNING}{written}\n") == said(6, "", *write(word, better))


def test_a_key_that_stands_in_the_wrong_place_is_shown_the_right_one() -> None:
    """Participants are of an intervention."""
    assert refusal(f"{BEGINNING}deltagare = 5\n") == said(
        6,
        "deltagare",
        "there is no such key here; write participants under [[participation]]",
        "det finns ingen sådan nyckel här; skriv participants under [[participation]]",
    )


def test_no_key_of_a_follow_up_is_taken_for_a_swedish_word() -> None:
    """Without its marks, no Swedish word is a key that means something else."""
    kinds = (FollowUp, *(each.kind for each in tables_of(FollowUp).values()))
    assert {key for kind in kinds for key in all_keys_of(kind) if english(key) not in (None, key)} == set()


# Which kind of file


@pytest.mark.parametrize(
    ("beginning", "line", "place", "en", "sv"),
    [
        (
            PLAN,
            None,
            "kind",
            'is missing; write kind = "follow-up" under format, if that is what it is',
            'saknas; skriv kind = "follow-up" under format, om det är vad det är',
        ),
        (
            'format = 1\nkind = "plan"\n',
            2,
            "kind",
            "this is a plan and not a follow-up; finsam.load reads it, and finsam report prints it",
            "detta är en plan och inte en uppföljning; finsam.load läser den, och finsam report skriver ut den",
        ),
        (
            'format = 1\nkind = "uppföljning"\n',
            2,
            "kind",
            '"uppföljning" is no kind of file; write kind = "follow-up"',
            '"uppföljning" är inget slags fil; skriv kind = "follow-up"',
        ),
        (
            'kind = "follow-up"\n',
            None,
            "format",
            "is missing; write format = 1 on the first line",
            "saknas; skriv format = 1 på första raden",
        ),
    ],
)
def test_a_file_says_what_it_is(beginning: str, line: int | None, place: str, en: str, sv: str) -> None:
    """And is read as nothing else."""
    assert refusal(beginning) == said(line, place, en, sv)


def test_a_follow_up_is_no_plan() -> None:
    """What reads and prints it is told."""
    with pytest.raises(FileError) as caught:
        loads(BEGINNING, name="u.toml")
    assert (caught.value.text("en"), caught.value.text("sv")) == (
        (
            "u.toml: line 2, kind: this is a follow-up and not a plan; "
            "finsam.followup.load reads it, and finsam follow-up prints it"
        ),
        (
            "u.toml: rad 2, kind: detta är en uppföljning och inte en plan; "
            "finsam.followup.load läser den, och finsam follow-up skriver ut den"
        ),
    )


def test_what_a_follow_up_must_have_is_told() -> None:
    """Whose it is and of which year."""
    assert refusal('format = 1\nkind = "follow-up"\n')[0] == [
        'u.toml: association: is missing; write association = "..."',
        "u.toml: year: is missing; write year = 2027",
    ]


# Held against its plan


@pytest.mark.parametrize(
    ("tables", "line", "place", "en", "sv"),
    [
        (
            '[[costs]]\nid = "kansly"\noutcome = { 2027 = 90_000 }\n',
            7,
            'costs[1] "kansly".id',
            'the plan has no row "kansly", and a new one needs name, category too; did you mean "kansli"?',
            'planen har ingen rad "kansly", och en ny behöver även name, category; menades "kansli"?',
        ),
        (
            '[[income]]\nid = "ranta"\noutcome = { 2027 = 90_000 }\n',
            7,
            'income[1] "ranta".id',
            'the plan has no row "ranta", and a new one needs name too',
            'planen har ingen rad "ranta", och en ny behöver även name',
        ),
        (
            '[[costs]]\nid = "kansli"\nbudget = { 2027 = 90_000 }\n',
            8,
            'costs[1] "kansli".budget.2027',
            "90 000 kr in budget 2027, but the plan has 100 000 kr there; correct one of them",
            "90 000 kr i budget 2027, men planen har 100 000 kr där; rätta det ena",
        ),
    ],
)
def test_the_money_of_a_follow_up_is_in_the_rows_of_its_plan(
    tables: str, line: int, place: str, en: str, sv: str
) -> None:
    """Or in new ones, which have a name."""
    assert refusal(f"{BEGINNING}{tables}", loads(PLAN)) == said(line, place, en, sv)


def test_a_follow_up_is_of_the_association_and_the_year_of_its_plan() -> None:
    """Both are told at once, in both languages."""
    other = BEGINNING.replace("Exempelbygden", "Annanbygden").replace("2027", "2026")
    en, sv = refusal(other, loads(PLAN))
    assert en == [
        (
            'u.toml: line 3, association: "Annanbygden" is not "Exempelbygden", whose plan it is; '
            "write that name, or name another plan"
        ),
        "u.toml: line 4, year: the plan is for 2027; write that year, or name the plan for 2026",
    ]
    assert sv == [
        (
            'u.toml: rad 3, association: "Annanbygden" är inte "Exempelbygden", som planen är för; '
            "skriv det namnet, eller ange en annan plan"
        ),
        "u.toml: rad 4, year: planen är för 2027; skriv det året, eller ange planen för 2026",
    ]
    assert followup.loads(BEGINNING.replace("Exempel", "EXEMPEL"), loads(PLAN)).year == 2027


# Everything at once


def test_all_that_is_wrong_is_told_at_once() -> None:
    """What cannot be read, what cannot be, and what is not of the plan, in the order of the file."""
    text = f"""\
{MEASURED}count = 11
out_of = 10

[[measurements]]
target = "halsa"
antal = 5

[[participation]]
intervention = "stod"
participants = -1

[[participation]]
intervention = "natverk"
went_to = {{ arbete = 5 }}

[[costs]]
id = "kansly"
outcome = {{ 2027 = "nittio" }}

[[income]]
id = "ranta"
outcome = {{ 2027 = 5 }}
"""
    assert refusal(text, loads(PLAN))[0] == [
        "u.toml: line 8, measurements[1].count: 11 out of 10 is more than there are; correct one of them",
        'u.toml: line 13, measurements[2].antal: there is no such key; did you mean "count"?',
        "u.toml: line 17, participation[1].participants: a count is a whole number from zero, not -1",
        'u.toml: line 21, participation[2].went_to.arbete: "arbete" is nothing that people go to; did you mean "work"?',
        (
            'u.toml: line 25, costs[1] "kansly".outcome.2027: "nittio" is not an amount; '
            'write for example "8 054 000", "1 234,50" or "1,2 mkr"'
        ),
        'u.toml: line 28, income[1] "ranta".id: the plan has no row "ranta", and a new one needs name too',
    ]
