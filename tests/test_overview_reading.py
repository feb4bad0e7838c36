"""How many plans and follow-ups are read: from where, by whom, and what is said of those that cannot be."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import FileError, example, examples, followup, loads
from finsam.errors import WrongTypeError
from finsam.overview import PassedOver, Portfolio
from finsam.overview.reading import AHEAD
from invented_country import follow_up_text, plan_text, write_plans

BROKEN = 'format = 1\nyear = 2027\n[association]\nname = "Bygden"\nmunicipalites = ["Habo"]\n'


def said(passed: tuple[PassedOver, ...], folder: Path, language: Any = "en") -> list[str]:
    """What is said of each, with the files as they stand in the folder."""
    return [
        f"{each.file}: {problem.text(language)}".replace(f"{folder}/", "")
        for each in passed
        for problem in each.problems
    ]


def written(folder: Path, **files: str) -> Path:
    """The folder with those files in it."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return folder


# From where


def test_a_folder_a_list_and_a_generator_are_read_alike(tmp_path: Path) -> None:
    """And so are the plans themselves, but for the names of their files."""
    files = [*write_plans(tmp_path, 3)]
    folder = Portfolio.of(tmp_path)
    assert folder == Portfolio.of(str(tmp_path)) == Portfolio.of(files) == Portfolio.of(iter(files))
    assert folder == Portfolio.of([tmp_path, *files])  # no file twice
    plans = Portfolio.of(loads(file.read_text("utf-8")) for file in files)
    assert [plan.key for plan in plans.plans] == [plan.key for plan in folder.plans]
    assert plans.contributions(2027) == folder.contributions(2027)


def test_one_document_alone_is_read(tmp_path: Path) -> None:
    """A file, a plan, or a follow-up that has no plan here."""
    [file] = write_plans(tmp_path, 1)
    assert len(Portfolio.of(file).plans) == len(Portfolio.of(loads(plan_text(0))).plans) == 1
    alone = Portfolio.of(followup.loads(follow_up_text(0)))
    assert (alone.plans, len(alone.left_out)) == ((), 1)


def test_what_is_no_plan_is_passed_over_silently(tmp_path: Path) -> None:
    """Scenarios, files with other endings, and folders."""
    [_] = write_plans(tmp_path, 1)
    (tmp_path / "anteckningar.txt").write_text("hej", "utf-8")
    (tmp_path / "mapp.toml").mkdir()
    written(tmp_path, scenarier='format = 1\nkind = "scenarios"\n')
    of = Portfolio.of(tmp_path)
    assert (len(of.plans), of.unread, of.left_out) == (1, (), ())


def test_plans_and_follow_ups_are_put_together_in_any_order(tmp_path: Path) -> None:
    """From files or as they are, the follow-up first or last."""
    plan, follow_up = loads(plan_text(5)), followup.loads(follow_up_text(5))
    files = written(tmp_path, plan=plan_text(5), uppfoljning=follow_up_text(5))
    backwards: list[Any] = [follow_up, plan]
    of = [Portfolio.of([plan, follow_up]), Portfolio.of(iter(backwards)), Portfolio.of(files)]
    assert [[each.is_followed_up for each in one.plans] for one in of] == [[True]] * 3
    assert of[0] == of[1]
    assert of[0].findings() == of[2].findings()


def test_trends_are_judged_by_the_follow_ups_of_earlier_years() -> None:
    """More in 2027 than in 2026 is an increase; without the follow-up of 2026 that cannot be told."""
    text = (
        plan_text(5)
        .replace('targets = [{ milestone = "en gemensam dag", times = 2, period = 2027, id = "dagar" }]', "")
        .replace("targets = [\n", 'targets = [\n    { trend = "increase", of = "i arbete", id = "riktning" },\n')
    )
    measured = '\n[[measurements]]\ntarget = "riktning"\ncount = {count}\nout_of = 100\n'
    begun = 'format = 1\nkind = "follow-up"\nassociation = "Påhittade förbundet 6"\nyear = '
    before, after = f"{begun}2026\n{measured.format(count=40)}", f"{begun}2027\n{measured.format(count=50)}"
    met = [
        [each.targets.met for each in plan.interventions if each.targets is not None]
        for of in (Portfolio.of([loads(text), *map(followup.loads, texts)]) for texts in ([after], [before, after]))
        for plan in of.plans
    ]
    assert met == [[0, 0], [1, 0]]


# By whom


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_an_executor_reads_the_same(pool: Any, tmp_path: Path) -> None:
    """Whichever it is, and whatever cannot be read."""
    [*write_plans(tmp_path, 4)]
    written(tmp_path, trasig=BROKEN, uppfoljning=follow_up_text(0))
    with pool(2) as executor:
        assert Portfolio.of(tmp_path, executor=executor) == Portfolio.of(tmp_path)


class Counting(Executor):
    """A thread at once, which counts what it has begun and not yet told."""

    def __init__(self) -> None:
        self.begun = 0

    def submit(self, work: Any, /, *given: Any, **_: Any) -> Future[Any]:
        self.begun += 1
        future: Future[Any] = Future()
        future.set_result(work(*given))
        return future


def test_a_generator_is_drawn_from_as_it_is_read() -> None:
    """No more than a few plans are begun before the first of them is taken, so that few are in memory."""
    executor: Any = Counting()
    drawn = 0

    def plans() -> Iterator[Any]:
        nonlocal drawn
        for number in range(AHEAD + 20):
            drawn += 1
            assert drawn - executor.begun <= 1
            yield loads(plan_text(number))

    assert len(Portfolio.of(plans(), executor=executor).plans) == AHEAD + 20


class Dying(Executor):
    """An executor that breaks after so many documents: what it has begun then never comes."""

    def __init__(self, after: int) -> None:
        self.after = after

    def submit(self, work: Any, /, *given: Any, **_: Any) -> Future[Any]:
        self.after -= 1
        if self.after < -1:
            raise BrokenProcessPool("A child process terminated abruptly")
        future: Future[Any] = Future()
        if self.after < 0:
            future.set_exception(BrokenProcessPool("A child process terminated abruptly"))
        else:
            future.set_result(work(*given))
        return future


def test_an_executor_that_dies_leaves_what_it_has_read(tmp_path: Path) -> None:
    """And every other file is said not to be read, with what to do."""
    [*write_plans(tmp_path, 4)]
    executor: Any = Dying(2)
    of = Portfolio.of(tmp_path, executor=executor)
    assert len(of.plans) == 2
    assert said(of.unread, tmp_path) == [
        f"plan-000{number}.toml: was not read, because the executor stopped (A child process terminated abruptly); "
        "read it without an executor, or with fewer workers"
        for number in (3, 4)
    ]
    assert said(of.unread, tmp_path, "sv")[0] == (
        "plan-0003.toml: lästes inte, eftersom exekutorn stannade (A child process terminated abruptly); läs den utan "
        "exekutor, eller med färre processer"
    )


def test_an_executor_that_dies_at_a_follow_up_leaves_the_plan(tmp_path: Path) -> None:
    """What was given without a file is called by its association and year."""
    documents = [loads(plan_text(5)), followup.loads(follow_up_text(5))]
    of = Portfolio.of(documents, executor=Dying(2))  # type: ignore[arg-type]
    assert [plan.is_followed_up for plan in of.plans] == [False]
    assert [each.file for each in of.unread] == ["Påhittade förbundet 6 2027"]
    nothing = Portfolio.of(documents, executor=Dying(0))  # type: ignore[arg-type]
    assert [each.file for each in nothing.unread] == ["Påhittade förbundet 6 2027"] * 2


def test_an_executor_that_is_shut_down_or_cancelled_is_told_of() -> None:
    """Python's own words stand in the message; of what was cancelled it has none."""
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    [problem] = Portfolio.of(loads(plan_text(0)), executor=executor).unread[0].problems
    assert str(problem).startswith("was not read, because the executor stopped (cannot schedule new futures after")

    class Cancelling(Executor):
        def submit(self, fn: Any, /, *given: Any, **named: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.cancel()
            return future

    [problem] = Portfolio.of(loads(plan_text(0)), executor=Cancelling()).unread[0].problems
    assert str(problem).startswith("was not read, because the executor stopped (CancelledError); read it without")


class Meter:
    """A meter as `tqdm` makes it, that remembers."""

    made: "list[Meter]"

    def __init__(self, *, total: int | None) -> None:
        self.total, self.done, self.closed = total, 0, False
        Meter.made.append(self)

    def update(self, n: int, /) -> None:
        self.done += n

    def close(self) -> None:
        self.closed = True


def test_progress_is_told_of_every_document(tmp_path: Path) -> None:
    """Of how many, where that is known; and once more of the plans that are followed up."""
    Meter.made = []
    [*write_plans(tmp_path, 3)]
    written(tmp_path, uppfoljning=follow_up_text(0))
    Portfolio.of(tmp_path, progress=Meter)
    Portfolio.of((loads(plan_text(number)) for number in range(2)), progress=Meter)
    assert [(each.total, each.done, each.closed) for each in Meter.made] == [
        (4, 4, True),
        (1, 1, True),
        (None, 2, True),
    ]


def test_progress_is_closed_when_the_generator_fails() -> None:
    """What it raises is raised."""
    Meter.made = []

    def plans() -> Iterator[Any]:
        yield loads(plan_text(0))
        raise KeyError("slut")

    with pytest.raises(KeyError):
        Portfolio.of(plans(), progress=Meter)
    assert [(each.done, each.closed) for each in Meter.made] == [(1, True)]


# What cannot be read


def test_a_folder_that_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    """Alone it is an error; among others it is told, and the others are read."""
    (tmp_path / "tom").mkdir()
    [file] = write_plans(tmp_path, 1)
    with pytest.raises(FileError) as missing:
        Portfolio.of(tmp_path / "ingen")
    with pytest.raises(FileError) as empty:
        Portfolio.of(tmp_path / "tom")
    there = [
        (f"{tmp_path / 'ingen'}: there is no such folder and no such file; look at how it is written", missing),
        (
            (
                f"{tmp_path / 'tom'}: has no plan in it: no file whose name ends with .toml; give another folder, or "
                "finsam new writes a plan"
            ),
            empty,
        ),
    ]
    assert [str(error.value) for _, error in there] == [message for message, _ in there]
    assert missing.value.text("sv") == (
        f"{tmp_path / 'ingen'}: det finns ingen sådan mapp och ingen sådan fil; se efter hur den är skriven"
    )
    assert empty.value.text("sv") == (
        f"{tmp_path / 'tom'}: innehåller ingen plan: ingen fil vars namn slutar på .toml; ange en annan mapp, eller "
        "skriv en plan med finsam new"
    )
    of = Portfolio.of([tmp_path / "ingen", tmp_path / "tom", file])
    assert (len(of.plans), len(of.unread)) == (1, 2)


def test_of_a_thousand_files_the_broken_the_doubled_and_the_stray_are_told(tmp_path: Path) -> None:
    """With file, line, place and remedy; the rest is counted."""
    names = [f"plan-{number:04}" for number in range(1_000)]
    texts = {name: plan_text(number) for number, name in enumerate(names[:993])}
    texts |= dict.fromkeys(names[993:995], plan_text(993))  # the same plan twice
    texts |= {names[995]: BROKEN, names[996]: "format = \n", names[997]: 'format = 1\nkind = "dikt"\n'}
    texts |= {names[998]: follow_up_text(7, 2026), names[999]: follow_up_text(8)}
    of = Portfolio.of(written(tmp_path, **texts))
    assert len(of.plans) == 994
    assert sum(plan.is_followed_up for plan in of.plans) == 1
    assert said(of.unread, tmp_path) == [
        'plan-0995.toml: line 5, association.municipalites: there is no such key; did you mean "municipalities"?',
        "plan-0996.toml: line 1: format has no value; write one after =",
        'plan-0997.toml: line 2, kind: "dikt" is no kind of file; write kind = "plan"',
    ]
    assert said(of.left_out, tmp_path) == [
        (
            "plan-0994.toml: line 3, year: the plan of Påhittade förbundet 994 for 2027 is also in plan-0993.toml, and "
            "is counted once, from there; remove one of them"
        ),
        (
            "plan-0998.toml: line 5, year: there is no plan of Påhittade förbundet 8 for 2026 here, so it counts in "
            "no table; there is one for 2027; add the plan, or correct the year"
        ),
    ]
    assert said(of.left_out, tmp_path, "sv") == [
        (
            "plan-0994.toml: rad 3, year: planen för Påhittade förbundet 994 för 2027 finns också i plan-0993.toml, "
            "och räknas en gång, därifrån; ta bort en av dem"
        ),
        (
            "plan-0998.toml: rad 5, year: det finns ingen plan för Påhittade förbundet 8 för 2026 här, så den räknas "
            "inte i någon tabell; det finns en för 2027; lägg till planen, eller rätta året"
        ),
    ]


def test_of_two_follow_ups_of_a_plan_the_later_counts(tmp_path: Path) -> None:
    """As that of the whole year after that of the first tertial; of one day, the one whose name comes last."""
    tertial = follow_up_text(5).replace("year = 2027", "year = 2027\non = 2027-04-30", 1).partition("[[meas")[0]
    files = {"plan": plan_text(5), "ar": follow_up_text(5), "tertial": tertial}
    of = Portfolio.of(written(tmp_path, **files))
    assert of.interventions(2027, of.cells[0][0]).by_association[0].told == 1
    assert said(of.left_out, tmp_path) == [
        (
            "tertial.toml: line 5, year: the same plan is followed up through 2027-12-31 in ar.toml, which is what "
            "counts; remove one of them, or nothing"
        )
    ]
    assert said(of.left_out, tmp_path, "sv") == [
        (
            "tertial.toml: rad 5, year: samma plan följs upp t.o.m. 2027-12-31 i ar.toml, och det är den som räknas; "
            "ta bort en av dem, eller ingen"
        )
    ]


def test_a_follow_up_that_does_not_fit_its_plan_is_told_with_its_place(tmp_path: Path) -> None:
    """The plan is counted without it."""
    wrong = follow_up_text(5).replace("outcome = { 2027", "budget = { 2027")
    of = Portfolio.of(written(tmp_path, plan=plan_text(5), uppfoljning=wrong))
    budget = loads(plan_text(5)).costs[0].budget[2027]
    assert [plan.is_followed_up for plan in of.plans] == [False]
    assert said(of.unread, tmp_path) == [
        (
            f'uppfoljning.toml: line 20, costs[1] "enter".budget.2027: 1 005 000 kr in budget 2027, but the plan has '
            f"{budget} there; correct one of them"
        )
    ]
    given = Portfolio.of([loads(plan_text(5)), followup.loads(wrong)])
    assert [each.file for each in given.unread] == ["Påhittade förbundet 6 2027"]
    assert given.unread[0].problems[0].line is None


def test_two_plans_without_files_are_called_by_what_they_are() -> None:
    """And which one counts does not depend on which came first."""
    one, other = (loads(text) for text in (plan_text(0), plan_text(0).replace("youngest = 20", "youngest = 18")))
    of = Portfolio.of([one, other])
    assert of == Portfolio.of([other, one])
    assert said(of.left_out, Path("/")) == [
        (
            "Påhittade förbundet 1 2027: year: the plan of Påhittade förbundet 1 for 2027 is also in Påhittade "
            "förbundet 1 2027, and is counted once, from there; remove one of them"
        )
    ]


def test_a_follow_up_of_an_association_without_any_plan_says_so() -> None:
    """There is no other year to name."""
    of = Portfolio.of([*map(example, examples()), followup.loads(follow_up_text(0))])
    assert said(of.left_out, Path("/")) == [
        (
            "Påhittade förbundet 1 2027: year: there is no plan of Påhittade förbundet 1 for 2027 here, so it counts "
            "in no table; add the plan, or correct the year"
        )
    ]


@pytest.mark.parametrize(
    ("given", "en", "sv"),
    [
        (7, "not 7", "inte 7"),
        ([loads(plan_text(0)), 7], "not 7", "inte 7"),
        ([{"year": 2027}], "not a table", "inte en tabell"),
    ],
)
def test_what_is_neither_a_file_nor_a_document_is_refused(given: Any, en: str, sv: str) -> None:
    """It is a slip in a program, and not in a file."""
    with pytest.raises(WrongTypeError) as error:
        Portfolio.of(given)
    assert error.value.text("en") == f"Portfolio.of takes folders, files, plans and follow-ups, {en}"
    assert error.value.text("sv") == f"Portfolio.of ska ha mappar, filer, planer och uppföljningar, {sv}"


@given(st.permutations(range(7)))
def test_no_portfolio_depends_on_the_order_of_its_files(order: list[int]) -> None:
    """Not even with a plan in two files, two follow-ups of one plan, and one that is broken."""
    with TemporaryDirectory() as name:
        tertial = follow_up_text(1).replace("year = 2027", "year = 2027\non = 2027-04-30", 1).partition("[[meas")[0]
        texts = [*map(plan_text, range(3)), plan_text(2), follow_up_text(1), tertial, BROKEN]
        files = [Path(name, f"{number}.toml") for number in range(7)]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, "utf-8")
        of = Portfolio.of(name)
        assert Portfolio.of(files[number] for number in order) == of
        assert (len(of.plans), len(of.left_out), len(of.unread)) == (3, 2, 1)
