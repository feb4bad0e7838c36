"""The command about what many plans share: the projects, and which municipalities they cover on a day."""

import json
from pathlib import Path

import pytest

from command import refused, run

NORRA = """\
format = 1
year = 2027

[association]
name = "Norra"
formed = 2020-01-01
region = "Region Jönköpings län"
municipalities = ["Gnosjö", "Gislaved"]

[[interventions]]
id = "verkstaden"
name = "Verkstaden"
orientation = "individual"
project = "verkstaden"

[[costs]]
id = "verkstaden"
name = "Verkstaden"
category = "individual"
intervention = "verkstaden"
budget = { 2027 = 600_000 }
"""
SODRA = NORRA.replace("Norra", "Södra").replace('"Gnosjö", ', "").replace("600_000", "400_000")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans, a follow-up and scenarios, and one that cannot be read."""
    follow_up = 'format = 1\nkind = "follow-up"\nassociation = "Norra"\nyear = 2027\n'
    files = {"norra": NORRA, "sodra": SODRA, "uppfoljning": follow_up, "tank-om": 'format = 1\nkind = "scenarios"\n'}
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    return tmp_path


def test_the_projects_of_a_folder_are_told(folder: Path) -> None:
    said = run("overview", folder, "--projects", "--lang", "sv")
    assert said == (
        0,
        """\
Gemensamma projekt i de angivna planerna

Verkstaden (verkstaden)
Förbund: Norra, Södra
Medlemmar: Gnosjö, Gislaved, Region Jönköpings län, Försäkringskassan,
  Arbetsförmedlingen

Finansiering, kr     budget
                       2027
Norra               600 000
Södra               400 000
---------------------------
Summa             1 000 000
""",
        "",
    )
    [project] = json.loads(run("overview", folder, "--projects", "--json").out)["projects"]
    assert project["id"] == "verkstaden"


def test_whom_the_plans_of_a_folder_cover_is_told(folder: Path) -> None:
    """A row a region, and the municipality that is in both."""
    said = run("overview", folder, "--coverage", "2027-05-01")
    assert said.status == 0
    assert "Region Jönköpings län             11    1        1      0     13\n" in said.out
    assert "Gislaved" in said.out.split("None of the given associations")[0]
    record = json.loads(run("overview", folder, "--coverage", "2027-05-01", "--json").out)
    [gislaved] = record["overlaps"]
    assert [each["association"] for each in gislaved["memberships"]] == ["Norra", "Södra"]
    assert (len(record["municipalities"]), record["unread"]) == (290, [])


def test_what_cannot_be_read_is_told_and_the_rest_shown(folder: Path) -> None:
    (folder / "trasig.toml").write_text("format = 1\n", "utf-8")
    said = run("overview", folder, folder / "finns-inte.toml", "--projects")
    assert said.status == 2
    assert said.out.startswith("Shared projects in the given plans\n\nVerkstaden")
    assert said.err == (
        f"{folder / 'trasig.toml'}: year: is missing; write year = 2027\n"
        f"{folder / 'trasig.toml'}: association: is missing; write [association] and its keys under it\n"
        f"{folder / 'finns-inte.toml'}: there is no such folder and no such file; look at how it is written\n"
    )
    told = json.loads(run("overview", folder, "--projects", "--json").out)
    assert [each["file"] for each in told["unread"]] == [str(folder / "trasig.toml")]


def test_a_day_that_is_none_is_told(folder: Path) -> None:
    assert refused("overview", folder, "--coverage", "2027-02-30") == (
        'finsam: "2027-02-30" is not a day; write year-month-day, as 2011-04-01\n'
    )
