"""The kinds of files, as a plan or a follow-up, each with its class, and what is asked of all alike."""

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from attrs import AttrsInstance, evolve, frozen

from finsam.association import Association
from finsam.errors import FileError, Problem, UnknownNameError, at, written
from finsam.files.disk import read_text, write_text
from finsam.files.lines import Lines, line_of, lines
from finsam.files.shape import keys_of, tables_of, tree
from finsam.files.toml import parsed, text_of
from finsam.followup.document import FollowUp
from finsam.language import Text
from finsam.national.document import National
from finsam.place import inside, place
from finsam.plan import OperationalPlan
from finsam.scenarios.scenario import ScenarioSet
from finsam.typed import expect

__all__ = ["FOLLOW_UP", "FORMAT", "NATIONAL", "PLAN", "SCENARIOS", "Kind"]

FORMAT = 1

T = TypeVar("T", bound=AttrsInstance)
Further = Callable[[T], Iterable[Problem]]


@frozen(kw_only=True)
class Kind(Generic[T]):
    """
    A kind of file: its `word`, what it is `called` and what is `for_it` in words, the class that it holds, and the
    folder of the examples that ship with the package.

    `stand_ins` are what is put in place of what such a file must have and cannot be read, so that the rest can be.
    """

    word: str
    called: Text
    for_it: Text
    type: type[T]
    folder: str
    stand_ins: Mapping[str, Any]

    def load(self, path: str | os.PathLike[str], further: Further[T] | None = None) -> T:
        """What the file holds."""
        return self.loads(read_text(path), os.fspath(path), further)

    def loads(self, text: str, name: str, further: Further[T] | None = None) -> T:
        """What the text holds; `further` looks for what else is wrong with it, and `name` is what messages call it."""
        expect(text, str, "loads")
        tables = parsed(text)
        if isinstance(tables, Problem):
            raise FileError(name, tables)
        return self.held(tables, name, lambda: lines(text), further)

    def held(
        self,
        tables: Mapping[str, Any],
        name: str,
        located: Callable[[], Lines] | None = None,
        further: Further[T] | None = None,
    ) -> T:
        """What the tables hold; `located` gives their lines, where they have any."""
        problems = [problem] if (problem := self._other(tables)) else []
        value = None
        if not problems:
            rest = {key: each for key, each in tables.items() if key not in ("format", "kind")}
            from finsam.files.reading import read  # here, because only the reading of files needs cattrs

            value, problems = read(rest, self.type, self.stand_ins, further)
        if value is None or problems:
            within = None if located is None else located()
            placed = [
                evolve(
                    problem,
                    place=place(problem.path, tables),
                    line=None if within is None else line_of(problem.path, within),
                )
                for problem in problems
            ]
            placed = self._lost_heading(placed)
            raise FileError(name, *sorted(placed, key=lambda each: (each.line or 0, _position(each, tables))))
        return value

    def tables(self, value: T) -> dict[str, Any]:
        """The tables of its file."""
        return {"format": FORMAT, **({} if self is PLAN else {"kind": self.word}), **tree(value)}

    def to_dict(self, value: T) -> dict[str, Any]:
        """The same, with days as text."""
        plain: dict[str, Any] = _as_json(self.tables(value))
        return plain

    def dumps(self, value: T) -> str:
        """The text of its file, which is read back as the same."""
        expect(value, self.type, "dumps")
        text = text_of(self.tables(value))
        try:
            if self.loads(text, self.word) == value:
                return text
        except FileError as error:
            raise FileError(self.word, *(evolve(problem, line=None) for problem in error.problems)) from None
        raise FileError(self.word, Problem(message=_CHANGED))

    def dump(self, value: T, path: str | os.PathLike[str]) -> None:
        """Write its file, whole or not at all."""
        write_text(self.dumps(value), path)

    def examples(self) -> tuple[str, ...]:
        """The names of the examples that ship with the package."""
        from importlib.resources import files

        names = [each.name for each in files("finsam").joinpath(self.folder).iterdir()]
        return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))

    def example(self, name: str) -> T:
        """The example of that name."""
        from importlib.resources import files

        if name not in (known := self.examples()):
            raise UnknownNameError(_NO_EXAMPLE, name, known)
        return self.loads(files("finsam").joinpath(self.folder, f"{name}.toml").read_text("utf-8"), name)

    def _other(self, tables: Mapping[str, Any]) -> Problem | None:
        """What is wrong with the version of the format, or with the kind."""
        version, word = tables.get("format"), tables.get("kind")
        if version is None:
            return at(_NO_FORMAT(format=FORMAT), "format")
        if type(version) is not int or version < 1:
            return at(_OTHER_FORMAT(given=written(version), format=FORMAT), "format")
        if version > FORMAT:
            return at(_LATER_FORMAT(given=written(version), format=FORMAT), "format")
        if word is None:
            return None if self is PLAN else at(_NO_KIND(kind=self.word), "kind")
        if word != self.word:
            for other in (PLAN, FOLLOW_UP, SCENARIOS, NATIONAL):
                if other.word == word:
                    return at(_IS_OTHER(given=other.called, wanted=self.called, for_it=other.for_it), "kind")
            return at(_NO_SUCH_KIND(given=written(word), kind=self.word), "kind")
        return None

    def _lost_heading(self, problems: list[Problem]) -> list[Problem]:
        """The same, with what is told of the association's keys told once, where it is its heading that is missing."""
        own = {*keys_of(Association), "region"} if "association" in tables_of(self.type) else set()
        lost = [problem for problem in problems if len(problem.path) == 1 and problem.path[0] in own]
        if not lost or not any(problem.path == ("association",) for problem in problems):
            return problems
        first = min(lost, key=lambda problem: problem.line or 0)
        told = evolve(first, path=("association",), place="association", message=_LOST(key=first.path[0]))
        return [told, *(each for each in problems if each not in lost and each.path != ("association",))]


PLAN = Kind(
    word="plan",
    called=Text(en="a plan", sv="en plan"),
    for_it=Text(
        en="finsam.load reads it, and finsam report prints it",
        sv="finsam.load läser den, och finsam report skriver ut den",
    ),
    type=OperationalPlan,
    folder="examples",
    stand_ins={"year": 2027, "association": {"name": "?"}},
)
FOLLOW_UP = Kind(
    word="follow-up",
    called=Text(en="a follow-up", sv="en uppföljning"),
    for_it=Text(
        en="finsam.followup.load reads it, and finsam follow-up prints it",
        sv="finsam.followup.load läser den, och finsam follow-up skriver ut den",
    ),
    type=FollowUp,
    folder="examples/follow-ups",
    stand_ins={"year": 2027, "association": "?"},
)
SCENARIOS = Kind(
    word="scenarios",
    called=Text(en="a file of scenarios", sv="en fil med scenarier"),
    for_it=Text(
        en="finsam.scenarios.load reads it, and finsam what-if after its plan prints it",
        sv="finsam.scenarios.load läser den, och finsam what-if efter planen skriver ut den",
    ),
    type=ScenarioSet,
    folder="examples/scenarios",
    stand_ins={},
)
NATIONAL = Kind(
    word="national",
    called=Text(en="a national allocation", sv="en nationell fördelning"),
    for_it=Text(
        en="finsam.national.load reads it, and finsam national prints it",
        sv="finsam.national.load läser den, och finsam national skriver ut den",
    ),
    type=National,
    folder="examples/national",
    stand_ins={"year": 2027},
)


def _position(problem: Problem, tables: object) -> list[int]:
    """Where its place stands among what is written; before all of it, where it is not written."""
    position = []
    for step in problem.path:
        position.append(step if isinstance(step, int) else _index(step, tables))
        tables = inside(tables, step)
    return position


def _index(key: str, table: object) -> int:
    return list(table).index(key) if isinstance(table, dict) and key in table else -1


def _as_json(value: Any) -> Any:
    """The same with days as text."""
    if isinstance(value, dict):
        return {key: _as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


_NO_FORMAT = Text(
    en="is missing; write format = {format} on the first line", sv="saknas; skriv format = {format} på första raden"
)
_OTHER_FORMAT = Text(
    en="{given} is not a format; write format = {format}", sv="{given} är inget format; skriv format = {format}"
)
_LATER_FORMAT = Text(
    en="{given} is later than {format}, the latest that this finsam reads; install a later finsam",
    sv="{given} är senare än {format}, det senaste som denna finsam läser; installera en senare finsam",
)
_NO_KIND = Text(
    en='is missing; write kind = "{kind}" under format, if that is what it is',
    sv='saknas; skriv kind = "{kind}" under format, om det är vad det är',
)
_NO_SUCH_KIND = Text(
    en='{given} is no kind of file; write kind = "{kind}"', sv='{given} är inget slags fil; skriv kind = "{kind}"'
)
_IS_OTHER = Text(en="this is {given} and not {wanted}; {for_it}", sv="detta är {given} och inte {wanted}; {for_it}")
_CHANGED = Text(en="would not be the same when it is read again", sv="skulle inte bli detsamma när den läses igen")
_NO_EXAMPLE = Text(en='there is no example "{name}"', sv='det finns inget exempel "{name}"')
_LOST = Text(en="is missing; write [association] before {key}", sv="saknas; skriv [association] före {key}")
