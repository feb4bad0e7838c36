"""Keys that stand in the wrong table of a file: under which heading they belong."""

from collections.abc import Mapping, Sequence
from functools import cache

from attrs import AttrsInstance

from finsam.files.shape import BESIDE, KEYED, all_keys_of, heading_of, own_keys_of, tables_of
from finsam.language import Text

__all__ = ["home_in", "homes", "written_at"]

_LIKELIEST = ("costs", "funding.split", "goals.targets", "target_groups")
"""The tables that are meant before others, where the keys fit several."""

_COMMON = 3
"""In how many kinds of tables a key can stand and still tell by itself where it belongs."""


@cache
def _kinds(file: type[AttrsInstance]) -> Mapping[str, type[AttrsInstance]]:
    """What stands in each table of a file of that class, by its heading; in that without one, the class itself."""
    return {"": file, **{name: table.kind for name, table in tables_of(file).items()}}


def homes(file: type[AttrsInstance], keys: Sequence[str], here: str) -> Mapping[str, str]:
    """The table in which each key belongs that the table here has not, together with the others; not where unclear."""
    kinds = _kinds(file)
    found = {key: _home(kinds, key, keys, here) for key in keys if here in kinds}
    return {key: home for key, home in found.items() if home is not None}


def _home(kinds: Mapping[str, type[AttrsInstance]], key: str, keys: Sequence[str], here: str) -> str | None:
    """The table with the key: one under that which it stands in, else that with most of the others, else the likely."""
    tables = [table for table, kind in kinds.items() if table != here and key in all_keys_of(kind)]

    def fit(table: str) -> tuple[bool, int, int]:
        place = _LIKELIEST.index(table) if table in _LIKELIEST else len(_LIKELIEST)
        return _is_under(table, here), sum(each in all_keys_of(kinds[table]) for each in keys), -place

    home = max(tables, key=fit, default=None)
    if home is None or _is_under(home, here) or fit(home)[1] > 1:
        return home
    return home if key in _telling(kinds[home]) and len({kinds[table] for table in tables}) <= _COMMON else None


def _is_under(table: str, here: str) -> bool:
    return bool(here) and table.startswith(f"{here}.")


def _telling(kind: type[AttrsInstance]) -> tuple[str, ...]:
    """The keys by which a table is known, without those that only go with one of them."""
    return (*own_keys_of(kind), *(KEYED[BESIDE[kind][1]] if kind in BESIDE else ()))


def written_at(file: type[AttrsInstance], home: str, keys: Sequence[str], *, is_as_told: bool) -> Text:
    """That the keys belong there: which heading to write, or where to write them, as `it` where that is clear."""
    [key, *others] = keys
    if not others and (heading := f"{home}.{key}".lstrip(".")) in tables_of(file):
        return _HEADING(heading=heading_of(file, heading))
    what = _IT if is_as_told and not others else tuple(keys)
    return _UNDER(what=what, heading=heading_of(file, home)) if home else _ABOVE(what=what)


def home_in(message: Text) -> str | None:
    """The outermost table in which a message says that keys belong; None where it says none."""
    heading = message.values.get("heading")
    return heading.strip("[]").partition(".")[0] if isinstance(heading, str) else None


_IT = Text(en="it", sv="den")
_HEADING = Text(en="there is no such key here; write {heading}", sv="det finns ingen sådan nyckel här; skriv {heading}")
_UNDER = Text(
    en="there is no such key here; write {what} under {heading}",
    sv="det finns ingen sådan nyckel här; skriv {what} under {heading}",
)
_ABOVE = Text(
    en="there is no such key here; write {what} above the first [ ]",
    sv="det finns ingen sådan nyckel här; skriv {what} ovanför den första [ ]",
)
