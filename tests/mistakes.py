"""
The mistakes that people make in a plan's file: a plan that is in order, each mistake in it, and what is said of it.

What is said is what stands there, what should stand there and how that is written, in English and in Swedish.
"""

import re
from collections.abc import Mapping

from attrs import frozen

from finsam.language import Language

__all__ = ["MISTAKES", "PLAN", "Mistake", "changed"]

PLAN = """\
format = 1
year = 2027  # budgetåret
chapters = ["funding", "budget", "interventions", "goals"]
vision = "Alla som vill och kan arbeta har ett arbete"

[association]
name = "Exempelbygdens samordningsförbund"
formed = 2011-04-01
region = "Västra Götalandsregionen"
municipalities = ["Lidköping", "Vara", "Götene"]

[governance.adoption]
on = 2026-11-20
consulted = true

[funding]
total = { 2027 = 4_400_000, 2028 = 4_400_000, 2029 = 4_400_000 }
unit = 1

[[funding.split]]
shares = { "Lidköping" = "48 %", "Vara" = "22 %", "Götene" = "30 %" }

[equity]
opening = { budget = { 2027 = 1_100_000 } }

[[costs]]
id = "steget"
name = "Steget"
category = "individual"
intervention = "steget"
forecast = { 2026 = 3_650_000 }
budget = { 2027 = 3_700_000, 2028 = 3_800_000, 2029 = 3_900_000 }

[[costs]]
id = "styrelse"
name = "Styrelse"
category = "board"
forecast = { 2026 = 140_000 }
budget = { 2027 = 150_000, 2028 = 150_000, 2029 = 150_000 }

[[target_groups]]
id = "unga"
name = "Unga vuxna"
youngest = 20
oldest = 29

[[interventions]]
id = "steget"
name = "Steget"
orientation = "individual"
parties = ["Försäkringskassan", "Arbetsförmedlingen", "region", "municipality"]
target_groups = ["unga"]
start = 2025-01-01
end = 2029-12-31
afterwards = "Det som fungerar tas över av kommunerna"

[[goals]]
id = "arbete"
text = "Deltagarna går vidare till arbete eller studier"
level = "individual"
intervention = "steget"
targets = [{ share = "40 %", of = "deltagarna", to = "arbete eller studier" }]
"""

YEAR = "year = 2027  # budgetåret"
CHAPTERS = 'chapters = ["funding", "budget", "interventions", "goals"]'
FORMED = "formed = 2011-04-01"
REGION = 'region = "Västra Götalandsregionen"'
MUNICIPALITIES = 'municipalities = ["Lidköping", "Vara", "Götene"]'
ADOPTION = "[governance.adoption]\non = 2026-11-20\nconsulted = true"
TOTAL = "total = { 2027 = 4_400_000, 2028 = 4_400_000, 2029 = 4_400_000 }"
SHARES = 'shares = { "Lidköping" = "48 %", "Vara" = "22 %", "Götene" = "30 %" }'
OPENING = "opening = { budget = { 2027 = 1_100_000 } }"
HEADING = '[[costs]]\nid = "styrelse"'
FIRST_HEADING = '[[costs]]\nid = "steget"'
ROWS = PLAN[PLAN.index("[[costs]]") : PLAN.index("[[target_groups]]")]
AUDITORS = """\
consulted = true

[[governance.auditors]]
for_members = ["Vara"]

[[governance.auditors]]
for_members = ["Götene"]
"""
NAME = 'name = "Styrelse"'
CATEGORY = 'category = "board"'
BUDGET = "budget = { 2027 = 150_000, 2028 = 150_000, 2029 = 150_000 }"
YOUNGEST = "youngest = 20"
PARTIES = 'parties = ["Försäkringskassan", "Arbetsförmedlingen", "region", "municipality"]'
END = "end = 2029-12-31"
LEVEL = 'level = "individual"'
TARGETS = 'targets = [{ share = "40 %", of = "deltagarna", to = "arbete eller studier" }]'


def changed(right: str, other: str) -> str:
    """The plan's file with one thing changed in it."""
    assert PLAN.count(right) == 1
    return PLAN.replace(right, other)


@frozen
class Mistake:
    """
    What stands in the plan's file and what somebody writes instead, and what is said of it, in English and in Swedish.

    `place` is that which is told, where the file can be read as TOML, and `line` the one, where it is not that of what
    stands there; None where none is told. `meant` is what is meant, where that is not what stands in the plan, and
    `mended` what is written by one who does as the message says, where it does not say that to the letter.
    """

    right: str
    wrong: str
    said: tuple[str, str]
    place: str = ""
    line: int | None = 0
    meant: str | None = None
    mended: str | None = None

    @property
    def text(self) -> str:
        """The file with the mistake in it."""
        return changed(self.right, self.wrong)

    @property
    def told_line(self) -> int | None:
        """The line that is told."""
        return PLAN.count("\n", 0, PLAN.index(self.right)) + 1 if self.line == 0 else self.line

    def message(self, language: Language) -> str:
        """All that is told."""
        word, said = ("line", self.said[0]) if language == "en" else ("rad", self.said[1])
        line = "" if self.told_line is None else f"{word} {self.told_line}"
        return f"plan.toml: {', '.join(filter(None, [line, self.place]))}: {said}"

    def obeyed(self) -> str:
        """The file as it is when the message has been obeyed to the letter."""
        assert self.told_line is not None
        lines = self.text.split("\n")
        lines[self.told_line - 1] = obeyed(lines[self.told_line - 1], self.said[0], self.place)
        return "\n".join(lines)


ORDERS = (
    r"(?P<given>.+?): write (?P<better>.+)",
    r"(?:the key )?(?P<given>.+) needs quotes; write (?P<better>.+)",
    r"(?P<given>.+) stands where (?P<better>[^ ]+) should; write [^ ]+",
    r'.*"(?P<given>[^"]+)"[^"]*; did you mean "(?P<better>.+)"\?',
    r'there is no such key; did you mean "(?P<better>.+)"\?',
)


def obeyed(line: str, message: str, place: str) -> str:
    """The line in which what is given has been replaced with what the message says to write."""
    for order in ORDERS:
        if found := re.fullmatch(order, message):
            said = found.groupdict()
            given = said.get("given") or place.rpartition(".")[2].strip('"')
            assert given in line
            return line.replace(given, said["better"])
    raise AssertionError(f"{message!r} does not say to the letter what to write")


def write(given: str, better: str) -> tuple[str, str]:
    """That one thing is to be written instead of another."""
    return f"{given}: write {better}", f"{given}: skriv {better}"


def quote(given: str) -> tuple[str, str]:
    """That text is to stand in quotes."""
    return f'{given} needs quotes; write "{given}"', f'{given} behöver citattecken; skriv "{given}"'


def curly(text: str) -> tuple[str, str]:
    """That the quotes are not those of a plain text."""
    return f'the quotes are curly; write "{text}"', f'citattecknen är krökta; skriv "{text}"'


def instead(given: str, wanted: str, better: str | None = None) -> tuple[str, str]:
    """That one mark stands where another should."""
    better = better or wanted
    return (
        f"{given} stands where {wanted} should; write {better}",
        f"{given} står där {wanted} ska stå; skriv {better}",
    )


def mean(better: str) -> tuple[str, str]:
    """That there is no such key, and which there is."""
    return f'there is no such key; did you mean "{better}"?', f'det finns ingen sådan nyckel; menades "{better}"?'


def close(mark: str) -> tuple[str, str]:
    """That something is not closed."""
    return f"{mark} is missing; write it where it ends", f"{mark} saknas; skriv det där det slutar"


def begin(mark: str) -> tuple[str, str]:
    """That something is closed and not opened."""
    return f"{mark} is missing; write it where it begins", f"{mark} saknas; skriv det där det börjar"


def comma(before: str) -> tuple[str, str]:
    """That a comma is missing."""
    return f"a comma is missing before {before}", f"ett komma saknas före {before}"


def after(given: str) -> tuple[str, str]:
    """That something stands after a value."""
    return (
        f"{given} stands after the value; remove it, or write it after # or on a line of its own",
        f"{given} står efter värdet; ta bort det, eller skriv det efter # eller på en egen rad",
    )


def valueless(key: str) -> tuple[str, str]:
    """That a key has no value."""
    return f"{key} has no value; write one after =", f"{key} saknar värde; skriv ett efter ="


ALONE = (
    "write = and a value after it, [ and ] around it if it is a heading, or # before it if it is a comment",
    "skriv = och ett värde efter det, [ och ] omkring det om det är en rubrik, eller # före det om det är en kommentar",
)


def alone(given: str) -> tuple[str, str]:
    """That something is neither a key nor a heading."""
    return (
        f"{given} stands alone; {ALONE[0]}",
        f"{given} står ensamt; {ALONE[1]}",
    )


def twice(key: str) -> tuple[str, str]:
    """That a key stands twice."""
    return f"{key} stands twice in the same table; keep one", f"{key} står två gånger i samma tabell; behåll en"


def twice_in_row(key: str, table: str) -> tuple[str, str]:
    """That a key stands twice in a row, which may be two rows with no heading between."""
    return (
        f"{twice(key)[0]}, or write [[{table}]] between them if they are two",
        f"{twice(key)[1]}, eller skriv [[{table}]] emellan om de är två",
    )


def two(mark: str) -> tuple[str, str]:
    """That a mark stands twice."""
    return f"{mark} stands twice; write one", f"{mark} står två gånger; skriv ett"


NO_AMOUNT = (
    'is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"',
    'är inte ett belopp; skriv till exempel "8 054 000", "1 234,50" eller "1,2 mkr"',
)
NO_SHARE = (
    'is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"',
    'är ingen andel; skriv procent inom citattecken som "6,8 %", eller en kvot som "17/250"',
)
NO_DAY = (
    "is not a day; write year-month-day, as 2011-04-01",
    "är inte en dag; skriv år-månad-dag, som 2011-04-01",
)
NO_LIST = (
    "is not a list; write it between [ and ], or each of its tables under [[ ]]",
    "är ingen lista; skriv den mellan [ och ], eller var och en av dess tabeller under [[ ]]",
)
NO_ROW = (
    "is not a table; write for example { 2027 = 150_000 }",
    "är ingen tabell; skriv till exempel { 2027 = 150_000 }",
)


def not_several(heading: str) -> tuple[str, str]:
    """That a table stands where there can be several."""
    return (
        f"a table is not a list; write its heading as {heading}, or [ and ] around {{ }}",
        f"en tabell är ingen lista; skriv rubriken som {heading}, eller [ och ] omkring {{ }}",
    )


def under(heading: str, *keys: str) -> tuple[str, str]:
    """That keys stand in the wrong table, and in which they belong; none of them named where there is one."""
    en, sv = (", ".join(keys),) * 2 if keys else ("it", "den")
    return (
        f"there is no such key here; write {en} under {heading}",
        f"det finns ingen sådan nyckel här; skriv {sv} under {heading}",
    )


ABOVE = (
    "there is no such key here; write it above the first [ ]",
    "det finns ingen sådan nyckel här; skriv den ovanför den första [ ]",
)


def of(given: str, what: tuple[str, str], swedish: str | None = None) -> tuple[str, str]:
    """That what is given is not what it should be."""
    return f"{given} {what[0]}", f"{swedish or given} {what[1]}"


def shares(lidkoping: str) -> str:
    """The split with another share for Lidköping."""
    return SHARES.replace('"48 %"', lidkoping)


def opening(amount: str) -> str:
    """The equity with another amount."""
    return OPENING.replace("1_100_000", amount)


def several(row: str) -> str:
    """The same list with a line for each thing in it."""
    return row.replace("[", "[\n    ").replace(", ", ",\n    ").replace("]", ",\n]")


LIDKOPING = 'funding.split[1].shares."Lidköping"'
EQUITY = "equity.opening.budget.2027"
CATEGORIES = '"individual", "structural", "administration", "board", "audit", "new"'

AMOUNTS = {
    "spaces": Mistake(OPENING, opening("1 100 000"), write("1 100 000", "1_100_000")),
    "no-break spaces": Mistake(OPENING, opening("1\xa0100\xa0000"), write("1\xa0100\xa0000", "1_100_000")),
    "points": Mistake(OPENING, opening("1.100.000"), write("1.100.000", "1_100_000")),
    "commas": Mistake(OPENING, opening("1,100,000"), write("1,100,000", "1_100_000")),
    "commas in every year": Mistake(TOTAL, TOTAL.replace("4_400_000", "4,400,000"), write("4,400,000", "4_400_000")),
    "Swiss": Mistake(OPENING, opening("1'100'000"), write("1'100'000", "1_100_000")),
    "zero first": Mistake(OPENING, opening("01100000"), write("01100000", "1100000")),
    "öre": Mistake(OPENING, opening("1100000,50"), write("1100000,50", '"1100000,50"'), meant=opening('"1100000,50"')),
    "spaces and öre": Mistake(
        OPENING, opening("1 100 000,50"), write("1 100 000,50", '"1 100 000,50"'), meant=opening('"1100000,50"')
    ),
    "kr": Mistake(OPENING, opening("1100000 kr"), write("1100000 kr", '"1100000 kr"')),
    "underscores and kr": Mistake(OPENING, opening("1_100_000 kr"), write("1_100_000 kr", '"1 100 000 kr"')),
    "spaces and kr": Mistake(OPENING, opening("1 100 000 kr"), write("1 100 000 kr", '"1 100 000 kr"')),
    "kronor": Mistake(OPENING, opening("1 100 000 kronor"), write("1 100 000 kronor", '"1 100 000 kronor"')),
    "SEK": Mistake(OPENING, opening("1 100 000 SEK"), write("1 100 000 SEK", '"1 100 000 SEK"')),
    ":-": Mistake(OPENING, opening("1100000:-"), write("1100000:-", "1100000")),
    "spaces and :-": Mistake(OPENING, opening("1 100 000:-"), write("1 100 000:-", "1_100_000")),
    "tkr": Mistake(OPENING, opening("1100 tkr"), write("1100 tkr", '"1100 tkr"')),
    "tkr without a space": Mistake(OPENING, opening("1100tkr"), write("1100tkr", '"1100 tkr"')),
    "spaces and tkr": Mistake(OPENING, opening("1 100 tkr"), write("1 100 tkr", '"1 100 tkr"')),
    "tsek": Mistake(OPENING, opening("1100 tsek"), write("1100 tsek", '"1100 tsek"')),
    "mkr": Mistake(OPENING, opening("1,1 mkr"), write("1,1 mkr", '"1,1 mkr"')),
    "mkr with a point": Mistake(OPENING, opening("1.1 mkr"), write("1.1 mkr", '"1.1 mkr"')),
    "milj kr": Mistake(OPENING, opening("1,1 milj kr"), write("1,1 milj kr", '"1,1 milj kr"')),
    "miljoner kronor": Mistake(
        OPENING, opening("1,1 miljoner kronor"), write("1,1 miljoner kronor", '"1,1 miljoner kronor"')
    ),
    "minus sign": Mistake(
        OPENING,
        opening("−1_100_000"),
        ("the minus is a dash; write -1_100_000", "minustecknet är ett tankstreck; skriv -1_100_000"),
        meant=opening("-1_100_000"),
        mended=opening("-1_100_000"),
    ),
    "en dash for minus": Mistake(
        OPENING,
        opening("– 1 100 000"),
        ("the minus is a dash; write -1_100_000", "minustecknet är ett tankstreck; skriv -1_100_000"),
        meant=opening("-1_100_000"),
        mended=opening("-1_100_000"),
    ),
    "decimals": Mistake(
        OPENING,
        opening("1100000.0"),
        (
            '1100000.0 is not an amount; write whole kronor as 120_810, and öre as "120 810,50"',
            '1100000.0 är inget belopp; skriv hela kronor som 120_810, och ören som "120 810,50"',
        ),
        EQUITY,
        mended=OPENING,
    ),
    "commas in quotes": Mistake(
        OPENING, opening('"1,100,000"'), of('"1,100,000"', NO_AMOUNT), EQUITY, mended=opening('"1 100 000"')
    ),
    "thousands with a stroke": Mistake(
        OPENING, opening('"1100\'"'), of('"1100\'"', NO_AMOUNT), EQUITY, mended=opening('"1,1 mkr"')
    ),
    ":- in quotes": Mistake(
        OPENING, opening('"1 100 000:-"'), of('"1 100 000:-"', NO_AMOUNT), EQUITY, mended=opening('"1 100 000"')
    ),
    "about": Mistake(
        OPENING, opening('"ca 1 100 000"'), of('"ca 1 100 000"', NO_AMOUNT), EQUITY, mended=opening('"1 100 000"')
    ),
    "euro": Mistake(
        OPENING,
        opening('"1 100 000 euro"'),
        (
            '"1 100 000 euro" has the unit "euro"; write kr, tkr or mkr',
            '"1 100 000 euro" har enheten "euro"; skriv kr, tkr eller mkr',
        ),
        EQUITY,
        mended=opening('"1 100 000 kr"'),
    ),
    "not known yet": Mistake(
        OPENING,
        opening("?"),
        (
            "? is no value; write a number, or text in quotes",
            "? är inget värde; skriv ett tal, eller text inom citattecken",
        ),
        mended=OPENING,
    ),
    "a dash for nothing": Mistake(
        OPENING,
        opening("-"),
        (
            "- is no value; write a number, or text in quotes",
            "- är inget värde; skriv ett tal, eller text inom citattecken",
        ),
        mended=OPENING,
    ),
    "nothing": Mistake(OPENING, opening(""), valueless("2027"), mended=OPENING),
}

SPLITS = {
    "per cent": Mistake(SHARES, shares("48 %"), write("48 %", '"48 %"')),
    "per cent without a space": Mistake(SHARES, shares("48%"), write("48%", '"48 %"')),
    "procent": Mistake(SHARES, shares("48 procent"), write("48 procent", '"48 %"')),
    "a comma": Mistake(SHARES, shares("0,48"), write("0,48", '"48 %"')),
    "a number": Mistake(SHARES, shares("48"), write("48", '"48 %"'), LIDKOPING),
    "a decimal": Mistake(SHARES, shares("0.48"), write("0.48", '"48 %"'), LIDKOPING),
    "a number in quotes": Mistake(SHARES, shares('"48"'), write('"48"', '"48 %"'), LIDKOPING),
    "a comma in quotes": Mistake(SHARES, shares('"0,48"'), write('"0,48"', '"48 %"'), LIDKOPING),
    "one": Mistake(SHARES, shares("1"), of("1", NO_SHARE), LIDKOPING, mended=SHARES),
    "no quotes": Mistake(
        SHARES,
        SHARES.replace('"Lidköping"', "Lidköping"),
        (
            'the key Lidköping needs quotes; write "Lidköping"',
            'nyckeln Lidköping behöver citattecken; skriv "Lidköping"',
        ),
    ),
    "a lost comma": Mistake(SHARES, SHARES.replace('%", "Vara"', '%" "Vara"'), comma('"Vara"'), mended=SHARES),
    "a target": Mistake(TARGETS, TARGETS.replace('"40 %"', "40 %"), write("40 %", '"40 %"')),
    "a target as a number": Mistake(
        TARGETS,
        TARGETS.replace('"40 %"', "40"),
        write("40", '"40 %"'),
        'goals[1] "arbete".targets[1].share',
    ),
}

DAYS = {
    "slashes": Mistake(END, "end = 31/12/2029", write("31/12/2029", "2029-12-31")),
    "points": Mistake(END, "end = 31.12.2029", write("31.12.2029", "2029-12-31")),
    "a slash": Mistake(END, "end = 31/12 2029", write("31/12 2029", "2029-12-31")),
    "a slash and two figures": Mistake(END, "end = 31/12-29", write("31/12-29", "2029-12-31")),
    "two figures": Mistake(END, "end = 29-12-31", write("29-12-31", "2029-12-31")),
    "day first": Mistake(END, "end = 31-12-2029", write("31-12-2029", "2029-12-31")),
    "American": Mistake(END, "end = 12/31/2029", write("12/31/2029", "2029-12-31")),
    "year first with slashes": Mistake(END, "end = 2029/12/31", write("2029/12/31", "2029-12-31")),
    "year first with points": Mistake(END, "end = 2029.12.31", write("2029.12.31", "2029-12-31")),
    "en dashes": Mistake(END, "end = 2029–12–31", write("2029–12–31", "2029-12-31")),
    "minus signs": Mistake(END, "end = 2029−12−31", write("2029−12−31", "2029-12-31")),
    "one figure": Mistake(FORMED, "formed = 2011-4-1", write("2011-4-1", "2011-04-01")),
    "in words": Mistake(FORMED, "formed = 1 april 2011", write("1 april 2011", "2011-04-01")),
    "in more words": Mistake(FORMED, "formed = den 1 april 2011", write("den 1 april 2011", "2011-04-01")),
    "in short": Mistake(FORMED, "formed = 1 apr 2011", write("1 apr 2011", "2011-04-01")),
    "a month": Mistake(
        FORMED,
        "formed = april 2011",
        (
            "april 2011 is not a day; write year-month-day, as 2011-04-01",
            "april 2011 är inte en dag; skriv år-månad-dag, som 2011-04-01",
        ),
        mended=FORMED,
    ),
    "a month in figures": Mistake(
        FORMED,
        "formed = 2011-04",
        (
            "2011-04 is not a day; write year-month-day, as 2011-04-01",
            "2011-04 är inte en dag; skriv år-månad-dag, som 2011-04-01",
        ),
        mended=FORMED,
    ),
    "a year": Mistake(FORMED, "formed = 2011", of("2011", NO_DAY), "association.formed", mended=FORMED),
    "eight figures": Mistake(FORMED, "formed = 20110401", of("20110401", NO_DAY), "association.formed", mended=FORMED),
    "in words and quotes": Mistake(
        END, 'end = "31 december 2029"', write("31 december 2029", "2029-12-31"), 'interventions[1] "steget".end'
    ),
    "slashes in quotes": Mistake(
        END, 'end = "31/12/2029"', write("31/12/2029", "2029-12-31"), 'interventions[1] "steget".end'
    ),
    "no such day in quotes": Mistake(
        END,
        'end = "2029-02-30"',
        ("there is no such day as 2029-02-30", "det finns ingen sådan dag som 2029-02-30"),
        'interventions[1] "steget".end',
        mended=END,
    ),
    "no day in quotes": Mistake(END, 'end = "nyår"', of('"nyår"', NO_DAY), 'interventions[1] "steget".end', mended=END),
    "no such day": Mistake(
        END,
        "end = 2029-02-30",
        ("there is no such day as 2029-02-30", "det finns ingen sådan dag som 2029-02-30"),
        mended=END,
    ),
    "no such month": Mistake(
        END,
        "end = 2029-13-31",
        ("there is no such day as 2029-13-31", "det finns ingen sådan dag som 2029-13-31"),
        mended=END,
    ),
    "before it starts": Mistake(
        END,
        "end = 2024-12-31",
        (
            "Steget cannot end on 2024-12-31, before it starts on 2025-01-01",
            "Steget kan inte sluta 2024-12-31, innan den börjar 2025-01-01",
        ),
        'interventions[1] "steget".end',
        mended=END,
    ),
    "and until further notice": Mistake(
        END,
        f"{END}\nlong_term = true",
        (
            "Steget is long-term and ends on 2029-12-31; write one of them",
            "Steget är långsiktig och slutar 2029-12-31; skriv ett av dem",
        ),
        'interventions[1] "steget".end',
        mended=END,
    ),
}

ONE_YEAR = {
    given: Mistake(
        YEAR,
        f"year = {given}",
        (f"{given} is not a year; write four digits, as 2027", f"{given} är inget år; skriv fyra siffror, som 2027"),
        mended=YEAR,
    )
    for given in ("2027-2029", "2027–2029", "2027/28", "2027/2028")
}
YEARS = ONE_YEAR | {
    "in Swedish": Mistake(YEAR, "år = 2027", write("år", "year")),
    "in Swedish without its ring": Mistake(YEAR, "ar = 2027", mean("year"), "ar"),
    "budgetår": Mistake(YEAR, "budgetår = 2027", write("budgetår", "year")),
    "spaces": Mistake(YEAR, "year = 2 027", write("2 027", "2_027")),
    "two figures": Mistake(
        YEAR,
        "year = 27",
        ("27 is not a year; write four digits, as 2027", "27 är inget år; skriv fyra siffror, som 2027"),
        "year",
        mended=YEAR,
    ),
    "a day": Mistake(
        YEAR,
        "year = 2027-01-01",
        (
            "2027-01-01 is not a year; write four digits, as 2027",
            "2027-01-01 är inget år; skriv fyra siffror, som 2027",
        ),
        "year",
        mended=YEAR,
    ),
    "missing": Mistake(
        f"{YEAR}\n",
        "",
        ("is missing; write year = 2027", "saknas; skriv year = 2027"),
        "year",
        line=None,
        mended="year = 2027\n",
    ),
    "no equals sign": Mistake(
        YEAR, "year 2027", ("= is missing; write year = 2027", "= saknas; skriv year = 2027"), mended=YEAR
    ),
    "a comment without its mark": Mistake(YEAR, "year = 2027 budgetåret", after("budgetåret"), mended=YEAR),
    "before the year of a column": Mistake(BUDGET, BUDGET.replace("{ 2027", "{ år 2027"), write("år 2027", "2027")),
    "after the key": Mistake(
        BUDGET,
        "budget 2027 = 150_000\nbudget.2028 = 150_000\nbudget.2029 = 150_000",
        write("budget 2027", "budget.2027"),
    ),
    "in the key": Mistake(
        BUDGET,
        "budget2027 = 150_000\nbudget.2028 = 150_000\nbudget.2029 = 150_000",
        mean("budget"),
        'costs[2] "styrelse".budget2027',
        mended=BUDGET,
    ),
}

FORMATS = {
    "missing": Mistake(
        "format = 1\n",
        "",
        ("is missing; write format = 1 on the first line", "saknas; skriv format = 1 på första raden"),
        "format",
        line=None,
        mended="format = 1\n",
    ),
    "another word": Mistake(
        "format = 1\n",
        "version = 1\n",
        ("is missing; write format = 1 on the first line", "saknas; skriv format = 1 på första raden"),
        "format",
        line=None,
        mended="format = 1\n",
    ),
    "a document": Mistake(
        "format = 1\n",
        "# Utkast\nVerksamhetsplan 2027 för Exempelbygdens samordningsförbund\nformat = 1\n",
        (
            "this is running text and no plan; a plan is plain text in TOML, as finsam new writes it",
            "detta är löpande text och ingen plan; en plan är ren text i TOML, som finsam new skriver den",
        ),
        line=2,
        mended="# Utkast\nformat = 1\n",
    ),
    "in quotes": Mistake(
        "format = 1\n",
        'format = "1"\n',
        ('"1" is not a format; write format = 1', '"1" är inget format; skriv format = 1'),
        "format",
        mended="format = 1\n",
    ),
}

QUOTES = {
    "curly": Mistake(NAME, "name = ”Styrelse”", curly("Styrelse"), mended=NAME),
    "English curly": Mistake(NAME, "name = “Styrelse”", curly("Styrelse"), mended=NAME),
    "German": Mistake(NAME, "name = „Styrelse“", curly("Styrelse"), mended=NAME),
    "angles": Mistake(NAME, "name = »Styrelse»", curly("Styrelse"), mended=NAME),
    "single curly": Mistake(NAME, "name = ’Styrelse’", curly("Styrelse"), mended=NAME),
    "curly at the end": Mistake(NAME, 'name = "Styrelse”', curly("Styrelse"), mended=NAME),
    "curly at the beginning": Mistake(NAME, 'name = ”Styrelse"', curly("Styrelse"), mended=NAME),
    "curly in a list": Mistake(
        MUNICIPALITIES, MUNICIPALITIES.replace('"Vara"', "”Vara”"), curly("Vara"), mended=MUNICIPALITIES
    ),
    "curly around a key": Mistake(SHARES, SHARES.replace('"Vara"', "”Vara”"), curly("Vara"), mended=SHARES),
    "curly around an amount": Mistake(OPENING, opening("”1,1 mkr”"), curly("1,1 mkr"), mended=opening('"1,1 mkr"')),
    "grave accents": Mistake(NAME, "name = `Styrelse`", write("`Styrelse`", '"Styrelse"')),
    "acute accents": Mistake(NAME, "name = ´Styrelse´", write("´Styrelse´", '"Styrelse"')),
    "two single": Mistake(NAME, "name = ''Styrelse''", write("''Styrelse''", '"Styrelse"')),
    "none": Mistake(NAME, "name = Styrelse", quote("Styrelse")),
    "none around a region": Mistake(REGION, "region = Västra Götalandsregionen", quote("Västra Götalandsregionen")),
    "none around a word": Mistake(CATEGORY, "category = board", quote("board")),
    "none at the beginning": Mistake(NAME, 'name = Styrelse"', quote("Styrelse"), mended=NAME),
    "none at the end": Mistake(NAME, 'name = "Styrelse', close('"'), mended=NAME),
    "none at the end in a table": Mistake(TARGETS, TARGETS.replace('studier"', "studier"), close('"'), mended=TARGETS),
    "none around a name in a list": Mistake(MUNICIPALITIES, MUNICIPALITIES.replace('"Vara"', "Vara"), quote("Vara")),
    "none at the beginning in a list": Mistake(
        MUNICIPALITIES, MUNICIPALITIES.replace('"Vara"', 'Vara"'), quote("Vara"), mended=MUNICIPALITIES
    ),
    "inside a text": Mistake(
        NAME,
        'name = "Styrelsen, "presidiet" och AU"',
        (
            'the text ends before presidiet; write quotes inside a text as \\"',
            'texten slutar före presidiet; skriv citattecken inne i en text som \\"',
        ),
        meant="name = 'Styrelsen, \"presidiet\" och AU'",
        mended='name = "Styrelsen, \\"presidiet\\" och AU"',
    ),
    "a text on two lines": Mistake(
        NAME,
        'name = "Styrelse\noch presidium"',
        (
            'the text does not end on its line; write """ before and after one on several lines',
            'texten slutar inte på sin rad; skriv """ före och efter en på flera rader',
        ),
        meant='name = "Styrelse\\noch presidium"',
        mended='name = """Styrelse\noch presidium"""',
    ),
    "none at the end of a key": Mistake(
        SHARES,
        SHARES.replace('"Vara"', '"Vara'),
        (
            'a quote is missing or one too many; write " before and after each text',
            'ett citattecken saknas eller är ett för mycket; skriv " före och efter varje text',
        ),
        mended=SHARES,
    ),
    "two texts": Mistake(NAME, 'name = "Styrelse" "och AU"', after('"och AU"'), mended=NAME),
    "a backslash": Mistake(NAME, 'name = "Styrelse\\och AU"', write("\\", "\\\\"), meant="name = 'Styrelse\\och AU'"),
}

TRUTHS = {
    given: Mistake("consulted = true", f"consulted = {given}", write(given, "true"))
    for given in ("ja", "Ja", "JA", "True", "TRUE", "yes", "sant")
} | {
    "nej": Mistake("consulted = true", "consulted = nej", write("nej", "false"), meant="consulted = false"),
    "False": Mistake("consulted = true", "consulted = False", write("False", "false"), meant="consulted = false"),
    "ja in quotes": Mistake(
        "consulted = true",
        'consulted = "ja"',
        (
            '"ja" is neither true nor false; write true or false',
            '"ja" är varken sant eller falskt; skriv true eller false',
        ),
        "governance.adoption.consulted",
        mended="consulted = true",
    ),
    "1": Mistake(
        "consulted = true",
        "consulted = 1",
        ("1 is neither true nor false; write true or false", "1 är varken sant eller falskt; skriv true eller false"),
        "governance.adoption.consulted",
        mended="consulted = true",
    ),
}

MARKS = {
    "a colon": Mistake(NAME, 'name: "Styrelse"', instead(":", "=", NAME), mended=NAME),
    "a colon after a space": Mistake(NAME, 'name : "Styrelse"', instead(":", "=", NAME), mended=NAME),
    "colons in a table": Mistake(
        BUDGET,
        BUDGET.replace(" =", ":").replace("budget:", "budget ="),
        instead(":", "=", "2027 = 150_000"),
        mended=BUDGET,
    ),
    "colon equals": Mistake(NAME, 'name := "Styrelse"', instead(":=", "=", NAME), mended=NAME),
    "two equals signs": Mistake(NAME, 'name == "Styrelse"', instead("==", "=", NAME), mended=NAME),
    "no equals sign": Mistake(
        NAME, 'name "Styrelse"', (f"= is missing; write {NAME}", f"= saknas; skriv {NAME}"), mended=NAME
    ),
    "no equals sign before a table": Mistake(
        OPENING,
        "opening = { budget { 2027 = 1_100_000 } }",
        ("= is missing; write budget = {", "= saknas; skriv budget = {"),
        mended=OPENING,
    ),
    "no value": Mistake(NAME, "name =", valueless("name"), mended=NAME),
    "no value with a comment": Mistake(NAME, "name =  # fylls i senare", valueless("name"), mended=NAME),
    "a lost comma": Mistake(BUDGET, BUDGET.replace("150_000, 2028", "150_000 2028"), comma("2028"), mended=BUDGET),
    "a lost comma in a list": Mistake(
        MUNICIPALITIES, MUNICIPALITIES.replace('"Vara", ', '"Vara" '), comma('"Götene"'), mended=MUNICIPALITIES
    ),
    "semicolons": Mistake(BUDGET, BUDGET.replace(",", ";"), instead(";", ",")),
    "semicolons in a list": Mistake(MUNICIPALITIES, MUNICIPALITIES.replace(",", ";"), instead(";", ",")),
    "parentheses": Mistake(BUDGET, BUDGET.replace("{", "(").replace("}", ")"), instead("(", "{"), mended=BUDGET),
    "parentheses around a list": Mistake(
        MUNICIPALITIES, MUNICIPALITIES.replace("[", "(").replace("]", ")"), instead("(", "["), mended=MUNICIPALITIES
    ),
    "braces around a list": Mistake(
        MUNICIPALITIES, MUNICIPALITIES.replace("[", "{").replace("]", "}"), instead("{", "["), mended=MUNICIPALITIES
    ),
    "a lost brace": Mistake(BUDGET, BUDGET.removesuffix(" }"), close("}"), mended=BUDGET),
    "a lost brace of two": Mistake(OPENING, OPENING.removesuffix(" }"), close("}"), mended=OPENING),
    "a lost first brace": Mistake(BUDGET, BUDGET.replace("{ ", ""), begin("{"), mended=BUDGET),
    "a lost bracket": Mistake(MUNICIPALITIES, MUNICIPALITIES.removesuffix("]"), close("]"), mended=MUNICIPALITIES),
    "a lost first bracket": Mistake(MUNICIPALITIES, MUNICIPALITIES.replace("[", ""), begin("["), mended=MUNICIPALITIES),
    "a lost bracket on the last line": Mistake(TARGETS, TARGETS.removesuffix("]"), close("]"), mended=TARGETS),
    "a lost brace in a list": Mistake(TARGETS, TARGETS.replace(" }", ""), close("}"), mended=TARGETS),
    "a lost first bracket of a list of tables": Mistake(TARGETS, TARGETS.replace("[", ""), begin("["), mended=TARGETS),
    "a lost brace after true": Mistake(
        ADOPTION,
        "[governance]\nadoption = { on = 2026-11-20, consulted = true",
        close("}"),
        line=13,
        mended="[governance]\nadoption = { on = 2026-11-20, consulted = true }",
    ),
    "a comment before the brace": Mistake(
        OPENING,
        "opening = { budget = { 2027 = 1_100_000 # enligt bokslut } }",
        close("}"),
        mended="opening = { budget = { 2027 = 1_100_000 } } # enligt bokslut",
    ),
    "two commas": Mistake(BUDGET, BUDGET.replace("150_000, 2028", "150_000,, 2028"), two(","), mended=BUDGET),
    "two commas in a list": Mistake(
        MUNICIPALITIES, MUNICIPALITIES.replace('"Vara",', '"Vara",,'), two(","), mended=MUNICIPALITIES
    ),
    "two commas in a list of two": Mistake(
        MUNICIPALITIES,
        'municipalities = ["Lidköping",, "Vara"]',
        two(","),
        meant='municipalities = ["Lidköping", "Vara"]',
        mended='municipalities = ["Lidköping", "Vara"]',
    ),
    "two braces": Mistake(BUDGET, BUDGET.replace("{", "{{"), two("{"), mended=BUDGET),
    "two quotes": Mistake(NAME, 'name = ""Styrelse"', two('"'), mended=NAME),
    "two quotes at the end": Mistake(NAME, 'name = "Styrelse""', two('"'), mended=NAME),
    "a comma too many": Mistake(
        BUDGET,
        BUDGET.replace(" }", ", }"),
        (", stands before }; remove it", ", står före }; ta bort det"),
        mended=BUDGET,
    ),
    "no value on the last line": Mistake(f"{TARGETS}\n", "targets =", valueless("targets"), mended=f"{TARGETS}\n"),
    "a lost comma in a list on several lines": Mistake(
        PARTIES, several(PARTIES).replace('en",\n', 'en"\n'), comma('"region"'), line=54, mended=PARTIES
    ),
    "a semicolon in a list on several lines": Mistake(
        PARTIES, several(PARTIES).replace('en",\n', 'en";\n'), instead(";", ","), line=53
    ),
    "no quotes in a list on several lines": Mistake(
        PARTIES, several(PARTIES).replace('"region"', "region"), quote("region"), line=54
    ),
    "a lost bracket of a list on several lines": Mistake(
        PARTIES, several(PARTIES).removesuffix("\n]"), close("]"), mended=PARTIES
    ),
    "a table on several lines": Mistake(
        BUDGET,
        BUDGET.replace("{ ", "{\n    ").replace(", ", ",\n    ").replace(" }", "\n}"),
        (
            "a table between { and } stands on one line; write all of it on this one",
            "en tabell mellan { och } står på en rad; skriv hela på denna",
        ),
        mended=BUDGET,
    ),
    "a semicolon at the end": Mistake(NAME, f"{NAME};", after(";"), mended=NAME),
    "a comma at the end": Mistake(NAME, f"{NAME},", after(","), mended=NAME),
    "a point at the end": Mistake(NAME, f"{NAME}.", after("."), mended=NAME),
    "two keys on a line": Mistake(
        f"{NAME}\n{CATEGORY}", f"{NAME} {CATEGORY}", after(CATEGORY), mended=f"{NAME}\n{CATEGORY}"
    ),
    "a word alone": Mistake(NAME, f"Styrelsen\n{NAME}", alone("Styrelsen"), mended=f"# Styrelsen\n{NAME}"),
    "words alone": Mistake(
        NAME,
        f"Styrelsen och dess presidium\n{NAME}",
        alone("Styrelsen och dess presidium"),
        mended=f"# Styrelsen och dess presidium\n{NAME}",
    ),
}

COMMENTS = {
    mark: Mistake(
        NAME,
        f"{mark} styrelsen\n{NAME}",
        (f"a comment begins with #, not with {mark}", f"en kommentar börjar med #, inte med {mark}"),
        mended=f"# styrelsen\n{NAME}",
    )
    for mark in ("//", ";", "--", "/*", "<!--")
} | {
    f"{mark} after a value": Mistake(
        NAME,
        f"{NAME} {mark} styrelsen",
        (f"a comment begins with #, not with {mark}", f"en kommentar börjar med #, inte med {mark}"),
        mended=f"{NAME} # styrelsen",
    )
    for mark in ("//", ";", "--", "/*")
}

HEADINGS = {
    "a plain heading among rows": Mistake(
        HEADING, HEADING.replace("[[costs]]", "[costs]"), write("[costs]", "[[costs]]")
    ),
    "a plain heading before rows": Mistake(
        FIRST_HEADING, FIRST_HEADING.replace("[[costs]]", "[costs]"), write("[costs]", "[[costs]]")
    ),
    "a plain heading before rows of a part": Mistake(
        "consulted = true\n",
        AUDITORS.replace("[[", "[", 1).replace("]]", "]", 1),
        write("[governance.auditors]", "[[governance.auditors]]"),
        line=16,
        meant=AUDITORS,
    ),
    "plain headings for rows": Mistake(
        ROWS,
        ROWS.replace("[[costs]]", "[costs]"),
        (
            "[costs] stands twice; write [[costs]] before each",
            "[costs] står två gånger; skriv [[costs]] före var och en",
        ),
        line=34,
        mended=ROWS,
    ),
    "a plain heading for one row": Mistake(
        "[[goals]]", "[goals]", not_several("[[goals]]"), "goals", mended="[[goals]]"
    ),
    "a row for a table": Mistake(
        "[funding]",
        "[[funding]]",
        (
            "a list is not a table; write its heading between [ and ], or keys and values between { and }",
            "en lista är ingen tabell; skriv rubriken mellan [ och ], eller nycklar och värden mellan { och }",
        ),
        "funding",
        mended="[funding]",
    ),
    "the same heading twice": Mistake(
        "unit = 1\n",
        "[funding]\nunit = 1\n",
        (
            "[funding] stands twice; write all its keys under one",
            "[funding] står två gånger; skriv alla dess nycklar under en",
        ),
        mended="unit = 1\n",
    ),
    "a lost heading between rows": Mistake(HEADING, 'id = "styrelse"', twice_in_row("id", "costs"), mended=HEADING),
    "a lost first heading": Mistake(
        "[association]\n",
        "",
        ("is missing; write [association] before name", "saknas; skriv [association] före name"),
        "association",
        mended="[association]\n",
    ),
    "a lost bracket": Mistake(HEADING, HEADING.replace("]]", "]"), write("[[costs]", "[[costs]]")),
    "two lost brackets": Mistake(HEADING, HEADING.replace("]]", ""), write("[[costs", "[[costs]]")),
    "a lost first bracket": Mistake(HEADING, HEADING.replace("[[", "["), write("[costs]]", "[[costs]]")),
    "two lost first brackets": Mistake(HEADING, HEADING.replace("[[", ""), write("costs]]", "[[costs]]")),
    "brackets apart": Mistake(HEADING, HEADING.replace("[[costs]]", "[ [costs] ]"), write("[ [costs] ]", "[[costs]]")),
    "a lost bracket of a table": Mistake("[funding]", "[funding", write("[funding", "[funding]")),
    "parentheses": Mistake("[funding]", "(funding)", write("(funding)", "[funding]")),
    "no brackets": Mistake("[funding]", "funding", alone("funding"), mended="[funding]"),
    "a colon": Mistake("[funding]", "funding:", write("funding:", "[funding]")),
    "one for many": Mistake(HEADING, HEADING.replace("costs", "cost"), mean("costs"), "cost"),
    "a capital": Mistake(HEADING, HEADING.replace("costs", "Costs"), mean("costs"), "Costs"),
    "a Swedish word": Mistake(HEADING, HEADING.replace("costs", "kostnader"), mean("costs"), "kostnader"),
    "a Swedish word with å, ä or ö": Mistake("[association]", "[förbund]", write("förbund", "association")),
    "a longer Swedish word": Mistake(
        "[association]", "[samordningsförbund]", write("samordningsförbund", "association")
    ),
    "a Swedish word without its ring": Mistake("[[goals]]", "[[mal]]", mean("goals"), "mal"),
    "Swedish words": Mistake("[equity]", "[eget kapital]", write("eget kapital", "equity")),
    "two words": Mistake("[[target_groups]]", "[[target groups]]", write("target groups", "target_groups")),
    "one word": Mistake("[[target_groups]]", "[[targetgroups]]", mean("target_groups"), "targetgroups"),
    "a Swedish word that others name": Mistake("[[interventions]]", "[[insatser]]", mean("interventions"), "insatser"),
    "Swedish words with a point between": Mistake(
        "[governance.adoption]", "[styrning.fastställd]", write("styrning.fastställd", "governance.adoption")
    ),
    "a part of a table": Mistake(
        "[[funding.split]]",
        "[[split]]",
        (
            "there is no such key here; write [[funding.split]]",
            "det finns ingen sådan nyckel här; skriv [[funding.split]]",
        ),
        "split",
        mended="[[funding.split]]",
    ),
    "a part of a table in Swedish": Mistake(
        "[[funding.split]]", "[[fördelning]]", write("fördelning", "funding.split")
    ),
    "another part of a table": Mistake(
        "[governance.adoption]",
        "[adoption]",
        (
            "there is no such key here; write [governance.adoption]",
            "det finns ingen sådan nyckel här; skriv [governance.adoption]",
        ),
        "adoption",
        mended="[governance.adoption]",
    ),
    "a part as a plain heading": Mistake(
        "[[funding.split]]",
        "[funding.split]",
        not_several("[[funding.split]]"),
        "funding.split",
        mended="[[funding.split]]",
    ),
}

AN_AGENCY = (
    '"Försäkringskassan" is an agency; both agencies are members already, so leave it out',
    '"Försäkringskassan" är en myndighet; båda myndigheterna är redan medlemmar, så ta bort den',
)
VISION = 'vision = "Alla som vill och kan arbeta har ett arbete"\n'

ALL_BELOW = PLAN[PLAN.index(VISION) :]
POPULATION = (
    'population = { "Lidköping" = 40_000, "Vara" = 16_000, "Götene" = 13_000 }\non = 2026-11-01\nsource = "SCB"'
)
GOAL_KEYS = '"id", "text", "level", "perspective", "intervention", "part_of", "indicators", "targets", "activities"'
BESIDE_SHARE = "of, to, bound, baseline, id, period, group, indicator, by_sex"
BESIDE_A_SHARE = '"id", "period", "group", "indicator", "by_sex", "share", "of", "to", "bound", "baseline"'

KEYS = {
    "in the wrong table": Mistake(
        f"{VISION}\n[association]\n",
        f"\n[association]\n{VISION}",
        ABOVE,
        "association.vision",
        line=6,
        mended=f"{VISION}\n[association]\n",
    ),
    "in the last table": Mistake(
        ALL_BELOW,
        f"{ALL_BELOW}longest_intervention = 3\n",
        ABOVE,
        'goals[1] "arbete".longest_intervention',
        line=63,
        meant=f"longest_intervention = 3\n{ALL_BELOW}",
        mended=f"longest_intervention = 3\n{ALL_BELOW}",
    ),
    "under a lost heading": Mistake(
        "[[funding.split]]\n", "", under("[[funding.split]]"), "funding.shares", mended="[[funding.split]]\n"
    ),
    "several under a lost heading": Mistake(
        f"[[funding.split]]\n{SHARES}",
        "equal = true\nyears = [2027, 2028, 2029]",
        under("[[funding.split]]", "equal", "years"),
        "funding.equal",
        meant="[[funding.split]]\nequal = true\nyears = [2027, 2028, 2029]",
        mended="[[funding.split]]\nequal = true\nyears = [2027, 2028, 2029]",
    ),
    "with their source under a lost heading": Mistake(
        f"[[funding.split]]\n{SHARES}",
        POPULATION,
        under("[[funding.split]]", "population", "on", "source"),
        "funding.population",
        meant=f"[[funding.split]]\n{POPULATION}",
        mended=f"[[funding.split]]\n{POPULATION}",
    ),
    "a row of costs among the interventions": Mistake(
        HEADING,
        HEADING.replace("costs", "interventions"),
        under("[[costs]]", "category", "forecast", "budget"),
        'interventions[1] "styrelse".category',
        line=37,
        mended=HEADING,
    ),
    "an intervention among the costs": Mistake(
        "[[interventions]]",
        "[[costs]]",
        under("[[interventions]]", "orientation", "parties", "target_groups", "start", "end", "afterwards"),
        'costs[3] "steget".orientation',
        line=50,
        mended="[[interventions]]",
    ),
    "a row of costs among the goals": Mistake(
        HEADING,
        HEADING.replace("costs", "goals"),
        under("[[costs]]", "name", "category", "forecast", "budget"),
        'goals[1] "styrelse".name',
        line=36,
        mended=HEADING,
    ),
    "a row of costs among the income": Mistake(
        HEADING,
        HEADING.replace("costs", "income"),
        under("[[costs]]"),
        'income[1] "styrelse".category',
        line=37,
        mended=HEADING,
    ),
    "a budget in a goal": Mistake(
        TARGETS,
        f"{TARGETS}\nbudget = {{ 2027 = 150_000 }}",
        under("[[costs]]"),
        'goals[1] "arbete".budget',
        line=63,
        mended=TARGETS,
    ),
    "a target in its goal": Mistake(
        TARGETS,
        'share = "40 %"\nof = "deltagarna"\nto = "arbete eller studier"',
        under("[[goals.targets]]", "share", "of", "to"),
        'goals[1] "arbete".share',
        mended='[[goals.targets]]\nshare = "40 %"\nof = "deltagarna"\nto = "arbete eller studier"',
    ),
    "in Swedish in the wrong table": Mistake(
        OPENING,
        f"{OPENING}\nkategori = 'board'",
        under("[[costs]]", "category"),
        "equity.kategori",
        line=25,
        mended=OPENING,
    ),
    "of many tables": Mistake(
        LEVEL,
        f'{LEVEL}\nname = "Arbete"',
        (f"there is no such key; there is {GOAL_KEYS}", f"det finns ingen sådan nyckel; det finns {GOAL_KEYS}"),
        'goals[1] "arbete".name',
        line=61,
        mended=LEVEL,
    ),
    "one for many": Mistake(SHARES, SHARES.replace("shares", "share"), mean("shares"), "funding.split[1].share"),
    "av": Mistake(TARGETS, TARGETS.replace("of =", "av ="), mean("of"), 'goals[1] "arbete".targets[1].av'),
    "till": Mistake(TARGETS, TARGETS.replace("to =", "till ="), mean("to"), 'goals[1] "arbete".targets[1].till'),
    "andel": Mistake(
        TARGETS, TARGETS.replace("share =", "andel ="), mean("share"), 'goals[1] "arbete".targets[1].andel'
    ),
    "andelar": Mistake(SHARES, SHARES.replace("shares", "andelar"), mean("shares"), "funding.split[1].andelar"),
    "beskrivning": Mistake(
        'text = "Deltagarna', 'beskrivning = "Deltagarna', mean("text"), 'goals[1] "arbete".beskrivning'
    ),
    "ålder": Mistake(YOUNGEST, "ålder = 20", write("ålder", "youngest")),
    "ersättare without its marks": Mistake(
        "consulted = true\n",
        "consulted = true\n\n[governance.board]\nseats = 5\nersattare = 5\n",
        mean("deputies"),
        "governance.board.ersattare",
        line=18,
        meant="consulted = true\n\n[governance.board]\nseats = 5\ndeputies = 5\n",
        mended="consulted = true\n\n[governance.board]\nseats = 5\ndeputies = 5\n",
    ),
    "what goes with another aim": Mistake(
        TARGETS,
        TARGETS.replace(" }", ", times = 2 }"),
        (
            f"times does not go with share; beside it can stand {BESIDE_SHARE}",
            f"times hör inte ihop med share; bredvid kan stå {BESIDE_SHARE}",
        ),
        'goals[1] "arbete".targets[1].times',
        mended=TARGETS,
    ),
    "a word of Python's": Mistake(
        TARGETS,
        TARGETS.replace(" }", ", aim = 2 }"),
        (
            f"there is no such key; there is {BESIDE_A_SHARE}",
            f"det finns ingen sådan nyckel; det finns {BESIDE_A_SHARE}",
        ),
        'goals[1] "arbete".targets[1].aim',
        mended=TARGETS,
    ),
    "what goes with no aim": Mistake(
        TARGETS,
        TARGETS.replace(" }", ", maximum = 2 }"),
        (
            f"there is no such key; there is {BESIDE_A_SHARE}",
            f"det finns ingen sådan nyckel; det finns {BESIDE_A_SHARE}",
        ),
        'goals[1] "arbete".targets[1].maximum',
        mended=TARGETS,
    ),
    "twice": Mistake("unit = 1\n", "unit = 1\nunit = 1\n", twice("unit"), line=19, mended="unit = 1\n"),
    "twice in a row": Mistake(BUDGET, f"{BUDGET}\n{BUDGET}", twice_in_row("budget", "costs"), line=40, mended=BUDGET),
    "a year twice": Mistake(BUDGET, BUDGET.replace("2028", "2027"), twice("2027"), mended=BUDGET),
    "a year twice as an amount is corrected": Mistake(
        OPENING, opening("1_000_000, 2027 = 1_100_000"), twice("2027"), mended=OPENING
    ),
    "namn": Mistake(NAME, 'namn = "Styrelse"', mean("name"), 'costs[2] "styrelse".namn'),
    "a key with a capital": Mistake(NAME, 'Name = "Styrelse"', mean("name"), 'costs[2] "styrelse".Name'),
    "letters that have changed places": Mistake(NAME, 'nmae = "Styrelse"', mean("name"), 'costs[2] "styrelse".nmae'),
    "kategori": Mistake(CATEGORY, 'kategori = "board"', mean("category"), 'costs[2] "styrelse".kategori'),
    "inriktning": Mistake(
        'orientation = "individual"',
        'inriktning = "individual"',
        mean("orientation"),
        'interventions[1] "steget".inriktning',
    ),
    "år in quotes": Mistake(YEAR, '"år" = 2027', mean("year"), '"år"', mended=YEAR),
    "prognos": Mistake(
        "forecast = { 2026 = 140_000 }", "prognos = { 2026 = 140_000 }", mean("forecast"), 'costs[2] "styrelse".prognos'
    ),
    "utfall": Mistake(
        "forecast = { 2026 = 140_000 }",
        "utfall = { 2026 = 140_000 }",
        mean("outcome"),
        'costs[2] "styrelse".utfall',
        meant="outcome = { 2026 = 140_000 }",
    ),
    "a column with a capital": Mistake(
        BUDGET, BUDGET.replace("budget", "Budget"), mean("budget"), 'costs[2] "styrelse".Budget'
    ),
    "kommuner": Mistake(
        MUNICIPALITIES,
        MUNICIPALITIES.replace("municipalities", "kommuner"),
        mean("municipalities"),
        "association.kommuner",
    ),
    "bildat": Mistake(FORMED, "bildat = 2011-04-01", mean("formed"), "association.bildat"),
    "totalt": Mistake(TOTAL, TOTAL.replace("total", "totalt"), mean("total"), "funding.totalt"),
    "ingående": Mistake(OPENING, OPENING.replace("opening", "ingående"), write("ingående", "opening")),
    "nivå": Mistake(LEVEL, 'nivå = "individual"', write("nivå", "level")),
    "samråd": Mistake("consulted = true", "samråd = true", write("samråd", "consulted")),
    "kapitel": Mistake(CHAPTERS, CHAPTERS.replace("chapters", "kapitel"), mean("chapters"), "kapitel"),
    "slut": Mistake(END, "slut = 2029-12-31", mean("end"), 'interventions[1] "steget".slut'),
    "insats": Mistake(
        f'{LEVEL}\nintervention = "steget"',
        f'{LEVEL}\ninsats = "steget"',
        mean("intervention"),
        'goals[1] "arbete".insats',
        line=61,
    ),
    "långsiktig": Mistake(END, "långsiktig = true", write("långsiktig", "long_term"), meant="long_term = true"),
    "lost": Mistake(
        f"{NAME}\n",
        "",
        ('is missing; write name = "..."', 'saknas; skriv name = "..."'),
        'costs[2] "styrelse".name',
        line=34,
        mended=f"{NAME}\n",
    ),
    "a category lost": Mistake(
        f"{CATEGORY}\n",
        "",
        ('is missing; write category = "individual"', 'saknas; skriv category = "individual"'),
        'costs[2] "styrelse".category',
        line=34,
        mended=f"{CATEGORY}\n",
    ),
    "an amount for a row": Mistake(
        BUDGET, "budget = 150_000", of("150000", NO_ROW), 'costs[2] "styrelse".budget', mended=BUDGET
    ),
    "a list for a row": Mistake(
        BUDGET,
        "budget = [150_000, 150_000, 150_000]",
        of("a list", NO_ROW, "en lista"),
        'costs[2] "styrelse".budget',
        mended=BUDGET,
    ),
    "an amount for all years": Mistake(
        TOTAL, "total = 4_400_000", of("4400000", NO_ROW), "funding.total", mended=TOTAL
    ),
    "an amount without its column": Mistake(
        OPENING,
        "opening = 1_100_000",
        (
            "1100000 is not a table; write for example { budget = { 2027 = 150_000 } }",
            "1100000 är ingen tabell; skriv till exempel { budget = { 2027 = 150_000 } }",
        ),
        "equity.opening",
        mended=OPENING,
    ),
    "a year without its column": Mistake(
        OPENING,
        "opening = { 2027 = 1_100_000 }",
        (
            'there is no such key; there is "budget", "forecast", "outcome"',
            'det finns ingen sådan nyckel; det finns "budget", "forecast", "outcome"',
        ),
        "equity.opening.2027",
        mended=OPENING,
    ),
    "a column without its year": Mistake(
        OPENING, "opening = { budget = 1_100_000 }", of("1100000", NO_ROW), "equity.opening.budget", mended=OPENING
    ),
}


def no_choice(given: str, kind: tuple[str, str], near: str) -> tuple[str, str]:
    """That a word is not one of a few, and which is meant."""
    return (
        f'"{given}" is not {kind[0]}; did you mean "{near}"?',
        f'"{given}" är {kind[1]}; menades "{near}"?',
    )


A_CATEGORY = ("a category", "inget kostnadsslag")
A_LEVEL = ("a level", "ingen målnivå")
AN_ORIENTATION = ("an orientation", "ingen inriktning")

NAMES = {
    "a municipality": Mistake(
        MUNICIPALITIES,
        MUNICIPALITIES.replace("Vara", "Warra"),
        ('there is no municipality "Warra"; did you mean "Vara"?', 'det finns ingen kommun "Warra"; menades "Vara"?'),
        "association.municipalities[2]",
    ),
    "a municipality without its accents": Mistake(
        MUNICIPALITIES,
        MUNICIPALITIES.replace("Götene", "Gotene"),
        (
            'there is no municipality "Gotene"; did you mean "Götene"?',
            'det finns ingen kommun "Gotene"; menades "Götene"?',
        ),
        "association.municipalities[3]",
    ),
    "a municipality twice": Mistake(
        MUNICIPALITIES,
        MUNICIPALITIES.replace('"Götene"', '"Götene", "Vara"'),
        (
            "Vara is a member of Exempelbygdens samordningsförbund twice; write it once",
            "Vara är medlem i Exempelbygdens samordningsförbund två gånger; skriv den en gång",
        ),
        "association.municipalities[4]",
        mended=MUNICIPALITIES,
    ),
    "municipalities in one text": Mistake(
        MUNICIPALITIES,
        'municipalities = "Lidköping, Vara, Götene"',
        write('"Lidköping, Vara, Götene"', '["Lidköping", "Vara", "Götene"]'),
        "association.municipalities",
    ),
    "municipalities in a sentence": Mistake(
        MUNICIPALITIES,
        'municipalities = "Lidköping, Vara och Götene"',
        write('"Lidköping, Vara och Götene"', '["Lidköping", "Vara", "Götene"]'),
        "association.municipalities",
    ),
    "a number for a list": Mistake(
        MUNICIPALITIES, "municipalities = 3", of("3", NO_LIST), "association.municipalities", mended=MUNICIPALITIES
    ),
    "a sentence for a list": Mistake(
        VISION,
        'tasks = "Finansiera, följa upp och utvärdera"\n',
        write('"Finansiera, följa upp och utvärdera"', '["Finansiera, följa upp och utvärdera"]'),
        "tasks",
        meant='tasks = ["Finansiera, följa upp och utvärdera"]\n',
    ),
    "a region among the municipalities": Mistake(
        MUNICIPALITIES,
        MUNICIPALITIES.replace("]", ', "Västra Götalandsregionen"]'),
        (
            '"Västra Götalandsregionen" is a region; write it under region, not among the municipalities',
            '"Västra Götalandsregionen" är en region; skriv den under region, inte bland kommunerna',
        ),
        "association.municipalities[4]",
        mended=MUNICIPALITIES,
    ),
    "an agency among the municipalities": Mistake(
        MUNICIPALITIES,
        MUNICIPALITIES.replace("]", ', "Försäkringskassan"]'),
        AN_AGENCY,
        "association.municipalities[4]",
        mended=MUNICIPALITIES,
    ),
    "an agency for a region": Mistake(
        REGION,
        'regions = ["Försäkringskassan", "VGR"]',
        AN_AGENCY,
        "association.regions[1]",
        mended='regions = ["VGR"]',
    ),
    "a municipality for a region": Mistake(
        REGION,
        'region = "Vara"',
        (
            '"Vara" is a municipality; write it among the municipalities',
            '"Vara" är en kommun; skriv den bland kommunerna',
        ),
        "association.region",
        mended=REGION,
    ),
    "a region": Mistake(
        REGION,
        'region = "Västra Götlandsregionen"',
        (
            'there is no region "Västra Götlandsregionen"; did you mean "Västra Götalandsregionen"?',
            'det finns ingen region "Västra Götlandsregionen"; menades "Västra Götalandsregionen"?',
        ),
        "association.region",
    ),
    "a region in a list": Mistake(
        REGION,
        'region = ["Västra Götalandsregionen"]',
        (
            "a list is not one region; write one in quotes, or regions = [...] for several",
            "en lista är inte en region; skriv en inom citattecken, eller regions = [...] för flera",
        ),
        "association.region",
        mended=REGION,
    ),
    "regions without a list": Mistake(
        REGION,
        'regions = "Västra Götalandsregionen"',
        write('"Västra Götalandsregionen"', '["Västra Götalandsregionen"]'),
        "association.regions",
    ),
    "a category in Swedish": Mistake(
        CATEGORY, 'category = "styrelse"', no_choice("styrelse", A_CATEGORY, "board"), 'costs[2] "styrelse".category'
    ),
    "a category with a capital": Mistake(
        CATEGORY, 'category = "Board"', no_choice("Board", A_CATEGORY, "board"), 'costs[2] "styrelse".category'
    ),
    "a category as the report has it": Mistake(
        CATEGORY,
        'category = "individinriktade insatser"',
        no_choice("individinriktade insatser", A_CATEGORY, "individual"),
        'costs[2] "styrelse".category',
        meant='category = "individual"',
    ),
    "a category in one word": Mistake(
        CATEGORY,
        'category = "individinriktad"',
        no_choice("individinriktad", A_CATEGORY, "individual"),
        'costs[2] "styrelse".category',
        meant='category = "individual"',
    ),
    "a category of one's own": Mistake(
        CATEGORY,
        'category = "kansli"',
        (
            f'"kansli" is not a category; there is {CATEGORIES}',
            f'"kansli" är inget kostnadsslag; det finns {CATEGORIES}',
        ),
        'costs[2] "styrelse".category',
        mended=CATEGORY,
    ),
    "a level": Mistake(
        LEVEL, 'level = "individmål"', no_choice("individmål", A_LEVEL, "individual"), 'goals[1] "arbete".level'
    ),
    "another level": Mistake(
        LEVEL,
        'level = "övergripande"',
        no_choice("övergripande", A_LEVEL, "overall"),
        'goals[1] "arbete".level',
        meant='level = "overall"',
    ),
    "an orientation": Mistake(
        'orientation = "individual"',
        'orientation = "individinriktad"',
        no_choice("individinriktad", AN_ORIENTATION, "individual"),
        'interventions[1] "steget".orientation',
    ),
    "two orientations": Mistake(
        'orientation = "individual"',
        'orientation = ["individual", "structural"]',
        (
            "an intervention is individual or structural, not both; register a mixed one as two",
            "en insats är individinriktad eller strukturövergripande, inte båda; registrera en blandad som två",
        ),
        'interventions[1] "steget".orientation',
        mended='orientation = "individual"',
    ),
    "a party": Mistake(
        PARTIES,
        PARTIES.replace("municipality", "kommun"),
        no_choice("kommun", ("a cooperating party", "ingen samverkande part"), "municipality"),
        'interventions[1] "steget".parties[4]',
    ),
    "a chapter": Mistake(
        CHAPTERS,
        CHAPTERS.replace("interventions", "insatser"),
        no_choice("insatser", ("a chapter", "inget kapitel"), "interventions"),
        "chapters[3]",
    ),
    "an intervention": Mistake(
        f'{LEVEL}\nintervention = "steget"',
        f'{LEVEL}\nintervention = "stegett"',
        (
            'there is no intervention "stegett" in the plan; did you mean "steget"?',
            'det finns ingen insats "stegett" i planen; menades "steget"?',
        ),
        'goals[1] "arbete".intervention',
        line=61,
    ),
    "a target group": Mistake(
        'target_groups = ["unga"]',
        'target_groups = ["ungaa"]',
        (
            'there is no target group "ungaa" in the plan; did you mean "unga"?',
            'det finns ingen målgrupp "ungaa" i planen; menades "unga"?',
        ),
        'interventions[1] "steget".target_groups[1]',
    ),
    "a target group by its name": Mistake(
        'target_groups = ["unga"]',
        'target_groups = ["Unga vuxna"]',
        (
            'there is no target group "Unga vuxna" in the plan; there is "unga"',
            'det finns ingen målgrupp "Unga vuxna" i planen; det finns "unga"',
        ),
        'interventions[1] "steget".target_groups[1]',
        mended='target_groups = ["unga"]',
    ),
    "an id twice": Mistake(
        'id = "styrelse"',
        'id = "steget"',
        (
            'the id "steget" is used twice; give each an id of its own',
            'id "steget" används två gånger; ge var och en ett eget',
        ),
        'costs[2] "steget".id',
        mended='id = "styrelse"',
    ),
    "an age in years": Mistake(YOUNGEST, "youngest = 20 år", write("20 år", "20")),
    "an age in quotes": Mistake(
        YOUNGEST,
        'youngest = "20"',
        (
            '"20" is not a whole number; write digits without quotes',
            '"20" är inget heltal; skriv siffror utan citattecken',
        ),
        'target_groups[1] "unga".youngest',
        mended=YOUNGEST,
    ),
    "ages": Mistake(
        YOUNGEST,
        "youngest = 20-29",
        ("20-29 is two numbers; write one", "20-29 är två tal; skriv ett"),
        mended=YOUNGEST,
    ),
    "ages that end before they begin": Mistake(
        YOUNGEST,
        "youngest = 30",
        ("the ages end at 29, before they begin at 30", "åldrarna slutar vid 29, innan de börjar vid 30"),
        'target_groups[1] "unga".oldest',
        line=45,
        mended=YOUNGEST,
    ),
}

MISTAKES: Mapping[str, Mistake] = {
    f"{kind}: {name}": mistake
    for kind, mistakes in {
        "amounts": AMOUNTS,
        "shares": SPLITS,
        "days": DAYS,
        "years": YEARS,
        "format": FORMATS,
        "quotes": QUOTES,
        "true": TRUTHS,
        "marks": MARKS,
        "comments": COMMENTS,
        "headings": HEADINGS,
        "keys": KEYS,
        "names": NAMES,
    }.items()
    for name, mistake in mistakes.items()
}
