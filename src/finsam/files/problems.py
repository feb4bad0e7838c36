"""What is wrong with a file's tables, as cattrs tells it, in words and with the steps to its place in the file."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_origin

import attrs
from cattrs import AttributeValidationNote, ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from finsam.errors import FinsamError, PlanError, Problem, suggested, suggestion
from finsam.files.scalars import NO_KEY, SCALARS
from finsam.files.shape import BESIDE, KEYED, SINGULAR, all_keys_of, heading_of, key_of, keys_of, own_keys_of, tables_of
from finsam.files.strays import home_in, homes, written_at
from finsam.files.swedish import key_meant
from finsam.language import Text
from finsam.place import Path, inside
from finsam.scenarios.changes import PlanChange

__all__ = ["EXAMPLES", "GONE", "Kept", "NoneOfError", "TableForListError", "problems_of"]

GONE = object()
"""What stands in a list in place of a row that cannot be read."""
EXAMPLES: Mapping[Any, str] = {
    **{scalar.kind: scalar.example for scalar in SCALARS},
    tuple[PlanChange, ...]: "[{ total = 4_100_000 }]",
}


class Kept(NamedTuple):
    """What is read: the class that the file holds, and its tables."""

    file: type[attrs.AttrsInstance]
    tables: Any


class NoneOfError(PlanError):
    """None of the keys is there of which one says what a table is."""

    def __init__(self, message: Text, keys: Mapping[str, object]) -> None:
        super().__init__(message)
        self.keys = keys.keys()


class TableForListError(PlanError):
    """One table stands where there can be several."""


class _UnknownKeyError(PlanError):
    """A key that the table has not."""


def problems_of(
    error: BaseException, path: Path, kept: Kept, meant: frozenset[object] = frozenset()
) -> Iterator[Problem]:
    """
    Everything that is wrong, each with the steps to its place in the file.

    `meant` are the keys for which something else stands there, so that they are not also missing.
    """
    if isinstance(error, ClassValidationError | IterableValidationError):
        yield from _in_parts(error, path, kept, meant)
    elif isinstance(error, FinsamError):
        for problem in error.problems:
            where = path
            for step in problem.path:
                where = _further(where, step, None, kept)
            is_row = isinstance(error, TableForListError) and _table_of(path) in tables_of(kept.file)
            message = _NOT_SEVERAL(heading=heading_of(kept.file, _table_of(path))) if is_row else problem.message
            yield attrs.evolve(problem, path=where, message=message)
    else:
        raise error  # a mistake of ours, not of the file's


def _in_parts(
    error: ClassValidationError | IterableValidationError, path: Path, kept: Kept, meant: frozenset[object]
) -> Iterator[Problem]:
    """Everything that is wrong in a table or a list; not what would follow from a slip in its keys."""
    kind = getattr(error, "cl", None)
    parts = [part for each in error.exceptions for part in _parts(each, path, kept)]
    unknown = [cause.message for _, cause in parts if isinstance(cause, _UnknownKeyError)]
    meant |= {*map(suggested, unknown)}
    is_other_row = isinstance([None, *path][-1], int) and any(map(home_in, unknown))
    for step, cause in parts:
        further = (*path, str(step)) if isinstance(cause, _UnknownKeyError) else _further(path, step, kind, kept)
        if isinstance(cause, KeyError) and not isinstance(cause, FinsamError):
            if further[-1] not in meant and not is_other_row:
                yield Problem(path=further, message=_missing(kind, str(step)))
        elif not (isinstance(cause, NoneOfError) and meant & cause.keys):
            yield from problems_of(cause, further, kept, meant if further == path else frozenset())


def _missing(kind: Any, field: str) -> Text:
    """That a key is missing, and how it is written."""
    of = get_origin(kind) or kind
    key = key_of(of, field)
    type_of: Any = attrs.fields_dict(of)[field].type
    if attrs.has(get_origin(type_of) or type_of) and type_of not in EXAMPLES:
        return _NO_SUCH_TABLE(key=key)
    return _MISSING(key=key, example=EXAMPLES.get(type_of, "..."))


def _parts(error: BaseException, path: Path, kept: Kept) -> Iterator[tuple[str | int | None, BaseException]]:
    """
    Each thing that is wrong, and the field or the index one step further in at which cattrs says that it is; None
    where the keys can be read one by one and do not fit together.
    """
    if isinstance(error, ForbiddenExtraKeysError):
        yield from _unknown(get_origin(error.cl) or error.cl, error.extra_fields, path, kept)
        return
    notes = getattr(error, "__notes__", [])
    if not notes:
        yield None, error
    for note in notes:
        yield note.name if isinstance(note, AttributeValidationNote) else note.index, error


def _unknown(kind: type, unknown: set[str], path: Path, kept: Kept) -> Iterator[tuple[str, PlanError]]:
    """What to say of each key that a class's table has not; the same of all that belong in one other table."""
    table: Any = _holder(path, kept)
    meant = {str(key): key_meant(str(key), all_keys_of(kind)) for key in table if key in unknown}
    near = {key: suggestion(each, all_keys_of(kind)) for key, each in meant.items()}
    strays = [each for key, each in meant.items() if not _is_one_word(each, suggested(near[key]))]
    belongs = homes(kept.file, strays, _table_of(path))
    for key, each in meant.items():
        if (home := belongs.get(each)) is not None:
            together = [stray for stray in strays if belongs.get(stray) == home]
            yield key, _UnknownKeyError(written_at(kept.file, home, together, is_as_told=each == key))
        else:
            choices = near[key] if suggested(near[key]) else suggestion(each, _choices(kind, table))
            yield key, _UnknownKeyError(NO_KEY(near=choices))


def _is_one_word(word: str, other: object) -> bool:
    """Whether the two are the same but for capitals, or for being one or several."""
    return str(other).casefold().removesuffix("s") == word.casefold().removesuffix("s")


def _choices(kind: type, table: Mapping[str, object]) -> tuple[str, ...]:
    """The keys that can stand beside those of the table."""
    keyed = KEYED[BESIDE[kind][1]] if kind in BESIDE else {}
    there = [key for tag in keyed if tag in table for key in (tag, *keys_of(keyed[tag][0]))]
    return tuple(dict.fromkeys((*own_keys_of(kind), *(there or keyed))))


def _table_of(path: Path) -> str:
    """The table that stands at the place, as its heading has it."""
    return ".".join(step for step in path if isinstance(step, str))


def _holder(path: Path, kept: Kept) -> object:
    """What stands at the place."""
    held = kept.tables
    for step in path:
        held = inside(held, step)
    return held


def _further(path: Path, step: str | int | None, kind: Any, kept: Kept) -> Path:
    """The path one step further in, as the file has it rather than the class."""
    holder = _holder(path, kept)
    of = get_origin(kind) or kind
    singular = {plural: one for each in SINGULAR.values() for plural, one in each.items()}
    if isinstance(step, int):
        one = singular.get(str(path[-1])) if path and isinstance(holder, list) else None
        if one and inside(_holder(path[:-1], kept), one) is not None:
            if step == 0:
                return (*path[:-1], one)
            step -= 1
        if isinstance(holder, list):
            there = [index for index, each in enumerate(holder) if each is not GONE]
            return (*path, there[step] if step < len(there) else step)
        return path if isinstance(holder, dict | str) else (*path, step)
    if step is None or not isinstance(holder, dict):
        return path  # a name alone is a table to the reader only
    key = key_of(of, step) if of is not None else step
    if of in BESIDE and BESIDE[of][0] == step:
        return path
    return (*path, singular[key] if key not in holder and singular.get(key) in holder else key)


_NOT_SEVERAL = Text(
    en="a table is not a list; write its heading as {heading}, or [ and ] around {{ }}",
    sv="en tabell är ingen lista; skriv rubriken som {heading}, eller [ och ] omkring {{ }}",
)
_MISSING = Text(en="is missing; write {key} = {example}", sv="saknas; skriv {key} = {example}")
_NO_SUCH_TABLE = Text(
    en="is missing; write [{key}] and its keys under it", sv="saknas; skriv [{key}] och dess nycklar under den"
)
