"""What-ifs with a name (*scenarier*), as a file has them."""

from collections.abc import Iterator

from attrs import frozen

from finsam.errors import ScenarioError, at
from finsam.language import Text
from finsam.scenarios.changes import PlanChange
from finsam.scenarios.wording import one_after_another
from finsam.typed import typed

__all__ = [
    "Scenario",
    "ScenarioSet",
]


@frozen(kw_only=True, field_transformer=typed)
class Scenario:
    """
    A what-if with a name (*scenario*): the changes that are made together, and a `note` on where it comes from.

    Raises `ScenarioError` without any change.

    >>> from finsam.scenarios import FundingChange
    >>> print(Scenario(name="more", changes=[FundingChange(more="3 %", since=2024)]))
    more: contributions 3 % more from 2024
    """

    name: str
    note: str | None = None
    changes: tuple[PlanChange, ...]

    def __attrs_post_init__(self) -> None:
        if not self.changes:
            raise ScenarioError(at(_NO_CHANGE(name=self.name), "changes"))

    @property
    def text(self) -> Text:
        """Its changes in words."""
        return one_after_another([each.text for each in self.changes])

    def __str__(self) -> str:
        return str(_OF_SCENARIO(name=self.name, changes=self.text))


@frozen(kw_only=True, field_transformer=typed)
class ScenarioSet:
    """
    The scenarios of a plan (*scenarier*), as a file has them; `plan` is the plan's file or the name of an example.

    Raises `ScenarioError` for two of one name.
    """

    plan: str | None = None
    scenarios: tuple[Scenario, ...] = ()

    def __attrs_post_init__(self) -> None:
        names = [each.name for each in self.scenarios]
        twice = [(place, name) for place, name in enumerate(names) if name in names[:place]]
        if twice:
            raise ScenarioError(*(at(_TWICE(name=name), "scenario", place, "name") for place, name in twice))

    def __iter__(self) -> Iterator[Scenario]:
        return iter(self.scenarios)

    def __len__(self) -> int:
        return len(self.scenarios)


_OF_SCENARIO = Text(en="{name}: {changes}", sv="{name}: {changes}")
_NO_CHANGE = Text(
    en='the scenario "{name}" changes nothing; write what is to be otherwise',
    sv='scenariot "{name}" ändrar inget; skriv vad som ska vara annorlunda',
)
_TWICE = Text(
    en='there are two scenarios "{name}"; give each a name of its own',
    sv='det finns två scenarier "{name}"; ge vart och ett ett eget namn',
)
