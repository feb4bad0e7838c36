"""What the command is given of what-ifs: another amount, key or member, from a year on."""

import re
from argparse import Namespace
from typing import Any

from finsam.errors import FinsamError, SplitError, written
from finsam.funding import Basis
from finsam.keys import ByPopulation, Equal, Shares
from finsam.language import Text
from finsam.scenarios import FundingChange, Joining, Leaving, PlanChange, RowChange, Scenario
from finsam.split import SplitKey

__all__ = ["given_scenario", "split_of"]


def given_scenario(options: Namespace) -> Scenario | None:
    """The changes that are given, as one scenario; None where none is."""
    split = None if options.split is None else split_of(options.split)
    said: Any = {basis.value: amount for basis in Basis if (amount := getattr(options, basis)) is not None}
    said |= {name: value for name in ("more", "unit") if (value := getattr(options, name)) is not None}
    changes: list[PlanChange] = [Leaving(name, since=_since(options), split=split) for name in options.leaves]
    changes += [Joining(name, since=_since(options), split=split) for name in options.joins]
    if split is not None and not changes:
        said["split"] = split
    if said:
        changes.append(FundingChange(since=options.since, **said))
    changes += [_row(each, options.since) for each in options.row]
    return Scenario(name=_WHAT_IF.to(options.lang), changes=tuple(changes)) if changes else None


def _since(options: Namespace) -> int:
    """The year from which a member comes or goes."""
    if options.since is None:
        raise FinsamError(_WHEN)
    return int(options.since)


def split_of(given: str) -> SplitKey:
    """
    A key as it is written in a command: `equal`, shares as `"Habo 60 %, Mullsjö 40 %"`, or inhabitants without `%`.

    Raises `SplitError` for anything else.
    """
    if given.strip().casefold() in ("equal", "lika", "lika delar"):
        return Equal()
    parts: dict[str, str] = {}
    for each in re.split(r",(?!\d)|;", given):
        found = re.fullmatch(r"\s*(?P<name>\D+?)\s*[:=]?\s*(?P<figure>\d[\d\s.,/]*%?)\s*", each)
        if found is None:
            raise SplitError(_NO_KEY(given=written(given)))
        parts[found["name"]] = found["figure"].strip()
    if all(figure.endswith("%") for figure in parts.values()):
        return Shares(parts)
    heads = {name: re.sub(r"\s", "", figure) for name, figure in parts.items()}
    if not all(figure.isdigit() for figure in heads.values()):
        raise SplitError(_NO_KEY(given=written(given)))
    return ByPopulation({name: int(figure) for name, figure in heads.items()})


def _row(given: str, since: int | None) -> RowChange:
    """A row and its amount, or how much more it is where that has a sign before it or is in per cent."""
    found = _ROW.fullmatch(given)
    if found is None:
        raise FinsamError(_NO_ROW(given=written(given)))
    name, sign, figure = found["name"], found["sign"], found["figure"]
    if figure.endswith("%"):
        return RowChange(name, more=f"{sign}{figure}", since=since)
    if sign:
        return RowChange(name, plus=figure if sign == "+" else f"-{figure}", since=since)
    return RowChange(name, amount=figure, since=since)


_ROW = re.compile(r"\s*(?P<name>.+?)\s+(?P<sign>[-+\u2212]?)\s*(?P<figure>\d[\d\s.,]*(?:%|[a-z.]*))\s*", re.IGNORECASE)


_WHAT_IF = Text(en="what if", sv="tänk om")
_WHEN = Text(
    en="say from which year a member joins or leaves, as --from 2027",
    sv="ange från vilket år en medlem går med eller lämnar, som --from 2027",
)
_NO_KEY = Text(
    en='{given} is no split; write "Habo 60 %, Mullsjö 40 %", inhabitants as "Habo 12 641, Mullsjö 7 432", or equal',
    sv='{given} är ingen fördelning; skriv "Habo 60 %, Mullsjö 40 %", invånare som "Habo 12 641, Mullsjö 7 432", '
    "eller lika",
)
_NO_ROW = Text(
    en='{given} is not a row and its amount; write as "Kansli 700 000", "Kansli +20 000" or "Kansli -3 %"',
    sv='{given} är inte en rad och dess belopp; skriv som "Kansli 700 000", "Kansli +20 000" eller "Kansli -3 %"',
)
