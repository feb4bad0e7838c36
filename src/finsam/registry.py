"""The 290 municipalities and the 20 regions, by code or by name."""

from collections.abc import Mapping
from functools import cache

from finsam.errors import UnknownNameError
from finsam.organisations import Municipality, Region
from finsam.readonly import ReadOnly

__all__ = ["municipalities", "municipality", "region", "regions"]


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Every municipality, in the order of the codes; names and codes of 2024."""
    return tuple(
        Municipality(
            code=row["code"],
            name=row["name"],
            official_name=row["official_name"],
            region_code=row["region_code"] or None,
        )
        for row in _rows("municipalities")
    )


@cache
def regions() -> tuple[Region, ...]:
    """Every region, in the order of the codes, by the name it has now."""
    return tuple(Region(code=row["code"], name=row["name"]) for row in _rows("regions"))


def municipality(name: str) -> Municipality:
    """
    The municipality with that code, short name or official name, whatever the capitals.

    Raises `UnknownNameError`, which suggests the nearest name.

    >>> municipality("0643") == municipality("Habo") == municipality("habo kommun")
    True
    """
    found = _municipalities_by_name().get(str(name).casefold())
    if found is None:
        raise UnknownNameError("municipality", name, [each.name for each in municipalities()])
    return found


def region(name: str) -> Region:
    """
    The region with that code, that name, or a name that it had as a county council, by the name that was asked for.

    Raises `UnknownNameError`, which suggests the nearest name.

    >>> region("06")
    Region(code='06', name='Region Jönköpings län')
    >>> region("Landstinget i Jönköpings län")
    Region(code='06', name='Landstinget i Jönköpings län')
    """
    found = _regions_by_name().get(str(name).casefold())
    if found is None:
        raise UnknownNameError("region", name, [each.name for each in _regions_by_name().values()])
    return found


def _rows(file: str) -> list[dict[str, str]]:
    """The rows of a file in the package."""
    import csv  # both here, because importing them takes longer than reading the rows
    from importlib.resources import files

    return list(csv.DictReader(files("finsam").joinpath("data", f"{file}.csv").read_text("utf-8").splitlines()))


@cache
def _municipalities_by_name() -> Mapping[str, Municipality]:
    """Every municipality by each of its names, folded."""
    return ReadOnly(
        {key.casefold(): each for each in municipalities() for key in (each.code, each.name, each.official_name)}
    )


@cache
def _regions_by_name() -> Mapping[str, Region]:
    """Every region by its code and by each name it has had, folded, under the name of the time."""
    named = {region.name.casefold(): region for region in regions()} | {region.code: region for region in regions()}
    for row in _rows("regions"):
        for former in filter(None, row["former_names"].split(";")):
            named[former.casefold()] = Region(code=row["code"], name=former)
    return ReadOnly(named)
