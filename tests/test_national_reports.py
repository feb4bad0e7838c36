"""The national allocation as people and machines see it, and the command."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from command import refused, run
from finsam import kr, reports, share
from finsam.national import Adjustment, Choices, Freed, Proportion, Recipient, divided, dump, dumps, example
from finsam.reports.national import allocated, how_allocated
from national_strategies import simple
from test_national import ALIKE, association

THREE = simple(
    association("A", last_year=kr(6_000_000), equity=kr(0), equity_limit=kr(1)),
    association("B", at_most=kr(3_000_000), equity=kr(0), equity_limit=kr(1)),
    association("C", last_year=kr(0), equity=kr(200_001), equity_limit=kr(1)),
    **ALIKE,
    invented=True,
    choices=Choices(
        order=(Adjustment.DEDUCTION, Adjustment.FLOOR, Adjustment.DECLINED),
        deducted=Freed.SHARED,
        declined=Freed.RETURNED,
        deduction=share("100 %"),
        proportion=Proportion.AMOUNT,
    ),
)
"""
Each has 4 million by the keys. A alone can share what is deducted of C, since B takes 3: 4.2, 4 and 3.8. A is raised to
5.4, and 6.6 are left to B and C, as 4 to 3.8; and of its part B takes 3.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Its file."""
    dump(THREE, tmp_path / "three.toml")
    return tmp_path / "three.toml"


def test_the_table_adds_up_in_words() -> None:
    """What it rests on, every part of what each gets, what is returned and the sums."""
    assert (
        reports.text(allocated(divided(THREE)), "en")
        == """\
The state's funds in 2027: 12 000 000 kr
the associations and their figures are invented
funds: 12 000 000 kr (as given)
base amount: 1 000 000 kr each (as given)
livelihood measure: 75 % of the rest (practice since 2016: Försäkringskassan's
  memo of 2015-01-22; finsam.se, the state's allocation model), by figures of
  2025
inhabitants 16–64: 25 % of the rest (practice since 2016: Försäkringskassan's
  memo of 2015-01-22; finsam.se, the state's allocation model), by figures of
  2025
floor: at most 10 % less than last year (as given)
adjusted, in this order: deduction, floor, declined
the others bear and share, as chosen: in proportion to their whole amounts
deducted of equity above the limit, as chosen: 100 %
what is deducted, as chosen: shared among the others
what is declined, as chosen: returned to the state

Allocated, kr                           last               base  livelihood
                            total       year  change     amount     measure
A                       5 400 000  6 000 000   -10 %  1 000 000   2 250 000
B                       3 000 000                     1 000 000   2 250 000
C                       3 215 385          0          1 000 000   2 250 000
Returned to the state     384 615
---------------------------------------------------------------------------
Total                  12 000 000                     3 000 000   6 750 000

Allocated, kr          inhabitants
                             16–64  deduction      floor  declined
A                          750 000    200 000  1 200 000         0
B                          750 000          0   -615 385  -384 615
C                          750 000   -200 000   -584 615         0
Returned to the state                       0          0   384 615
------------------------------------------------------------------
Total                    2 250 000          0          0         0"""
    )


def test_the_command_prints_json(file: Path) -> None:
    """The parts, in öre, add up to the funds."""
    said = json.loads(run("national", file, "--json").out)
    amounts = sum(each["amount_ore"] for each in said["associations"])
    assert amounts + said["returned_ore"] == said["appropriation_ore"] == 1_200_000_000
    [a, b, c] = said["associations"]
    assert (a["amount_ore"], b["amount_ore"]) == (540_000_000, 300_000_000)
    assert a["by_key_ore"] == {"livelihood": 225_000_000, "inhabitants": 75_000_000}
    assert b["last_year_ore"] is None
    assert c["adjustments_ore"]["deduction"] == -20_000_000
    assert (said["floor"], said["weights"], said["adjustments"]) == (
        "1/10",
        {"livelihood": "3/4", "inhabitants": "1/4"},
        ["deduction", "floor", "declined"],
    )
    assert {each["of"] for each in said["roundings"]} == {"floor"}


def test_every_adjustment_is_explained() -> None:
    """What is deducted, borne, shared and declined, in words."""
    found = divided(THREE)
    last = {name: found.explain(name).split("\n")[4:] for name in "ABC"}
    swedish = {name: found.explain(name, "sv").split("\n")[4:] for name in "ABC"}
    assert last["A"][1:] == [
        (
            "5. deduction: what is deducted of others is shared in proportion to their whole amounts (as chosen); that "
            "gives 4 200 000 kr"
        ),
        "6. floor: raised to 5 400 000 kr, 90 % of last year's 6 000 000 kr (as given)",
    ]
    assert swedish["A"][1:] == [
        (
            "5. avdrag: det som dras av från andra fördelas i proportion till deras hela belopp (enligt val); det blir "
            "4 200 000 kr"
        ),
        "6. golv: höjs till 5 400 000 kr, 90 % av förra årets 6 000 000 kr (som angivet)",
    ]
    assert last["B"][-1].partition(". ")[2].endswith("kr less, since it takes 3 000 000 kr at most")
    assert swedish["B"][-1].partition(". ")[2].endswith("kr mindre, eftersom det tar emot högst 3 000 000 kr")
    assert last["C"][1] == (
        "5. deduction: 200 000 kr less; of its equity of 200 001 kr, 200 000 kr is above 1 kr, and 100 % of that is "
        "deducted (as chosen)"
    )
    assert swedish["C"][1] == (
        "5. avdrag: 200 000 kr mindre; av det egna kapitalet på 200 001 kr är 200 000 kr över 1 kr, och 100 % av det "
        "dras av (enligt val)"
    )


def test_whoever_takes_less_than_its_floor_is_told_so() -> None:
    """It is raised to what it takes."""
    taking = evolve(THREE.associations[0], at_most=kr(5_000_000))
    found = divided(evolve(THREE, associations=(taking, *THREE.associations[1:])))
    assert "6. floor: 5 000 000 kr, which is below its floor, since it takes no more" in found.explain("A")
    assert "6. golv: 5 000 000 kr, vilket är under dess golv, eftersom det inte tar emot mer" in found.explain(
        "A", "sv"
    )


def test_the_command_explains_an_association(file: Path) -> None:
    """As `explain` does; to machines as a list."""
    found = divided(THREE)
    out = run("national", file, "--association", "A").out
    assert " ".join(out.split()) == " ".join(found.explain("A").split())
    assert out == reports.text(how_allocated(found, "A"), "en") + "\n"
    said = json.loads(run("national", file, "--association", "A", "--json", "--lang", "sv").out)
    assert said == {"derivation": [step.to("sv") for step in found.derivation("A")]}


def test_the_command_says_what_a_change_changes(file: Path) -> None:
    """With a figure, or so much more; in the words of either language."""
    plain = simple(association("A"), association("B"), association("C", 2), base=kr(1_000_000))
    dump(plain, file)
    assert (
        run("national", file, "--change", "A inhabitants 2", "--change", "A försörjningsmått +100 %").out
        == """\
The state's funds in 2027: 10 000 000 kr

Allocated, kr      before      after  difference
A               2 750 000  3 800 000   1 050 000
B               2 750 000  2 400 000    -350 000
C               4 500 000  3 800 000    -700 000
"""
    )
    assert (
        run("national", file, "--change", "A livelihood −0 %", "--lang", "sv").out
        == """\
Statens medel 2027: 10 000 000 kr

Tilldelat, kr             före  efter  skillnad
Ytterligare 3, som förut
"""
    )
    said = json.loads(run("national", file, "--change", "C invånare 0", "--json").out)
    assert (said["year"], said["appropriation_ore"]) == (2027, 1_000_000_000)
    assert [each["before_ore"] for each in said["associations"]] == [275_000_000, 275_000_000, 450_000_000]
    assert sum(each["after_ore"] for each in said["associations"]) == 1_000_000_000


def test_the_command_goes_on_to_the_year_after(file: Path) -> None:
    """What was allocated is what each got last year."""
    text = dumps(evolve(THREE, associations=tuple(evolve(each, at_most=None) for each in THREE.associations)))
    file.write_text(text, "utf-8")
    said = json.loads(run("national", file, "--next", "--json").out)
    assert said["year"] == 2028
    assert said["associations"][0]["last_year_ore"] == 540_000_000


@pytest.mark.parametrize("given", ["A", "livelihood 5 %", "A livelihood", "A behov 5 %"])
def test_what_is_no_change_is_told(file: Path, given: str) -> None:
    """With how one is written."""
    assert refused("national", file, "--change", given) == (
        f'finsam: "{given}" is no change; write an area, a key and a figure, as "Norby livelihood 5 %" or '
        '"Norby inhabitants 8 110"\n'
    )
    assert refused("national", file, "--change", given, "--lang", "sv") == (
        f'finsam: "{given}" är ingen ändring; skriv ett område, en nyckel och en siffra, som "Norby försörjningsmått '
        '5 %" eller "Norby invånare 8 110"\n'
    )


def test_which_allocation_is_asked_for() -> None:
    """Where none is given."""
    assert refused("national").splitlines()[-1] == (
        "finsam: say which national allocation: its file, or the name of an example"
    )
    assert refused("national", "--lang", "sv").splitlines()[-1] == (
        "finsam: ange vilken nationell fördelning: dess fil, eller namnet på ett exempel"
    )


def test_without_last_year_there_is_no_floor_to_tell_of() -> None:
    """Nor a sum of what only some got."""
    plain = simple(Recipient(name="A", areas=example("exempellandet-2027").associations[0].areas))
    assert "floor" not in reports.text(allocated(divided(plain)), "en")
