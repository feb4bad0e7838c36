"""3xx, continued: the capital that is saved, held against the most that the plan means to save."""

from collections.abc import Iterator

from finsam.budget import Accounts
from finsam.checks.rules import Breach, Rule, numbered
from finsam.finding import Severity
from finsam.language import Text
from finsam.money import ExactMoney, Money, of_ore
from finsam.plan import OperationalPlan
from finsam.shares import percent

__all__ = ["RULES"]


@numbered(
    "F350",
    Severity.WARNING,
    Text(
        en="practice: the ceiling that the plan itself states, after the National Council's recommendation",
        sv="praxis: det tak som planen själv anger, efter Nationella rådets rekommendation",
    ),
    Text(
        en="The saved capital is not above the ceiling that the plan itself states, by the year's contributions.",
        sv="Det sparade kapitalet är inte större än det tak som planen själv anger, efter årets bidrag.",
    ),
)
def _below_the_ceiling(plan: OperationalPlan) -> Iterator[Breach]:
    equity = plan.equity
    key = "ladder" if equity.ladder else "ceiling"
    for accounts in plan.accounts if equity.ladder or equity.ceiling is not None else ():
        closing, contributions = accounts.closing, accounts.contributions
        if closing is None or contributions is None or not accounts.is_whole_year:
            continue
        most = equity.most(contributions)
        if most is None:
            message = _NO_STEP(contributions=contributions, year=accounts.year, column=accounts.column)
            yield Breach(path=("equity", key), message=message, remedy=_ADD_STEP, unknown=True)
        elif closing.ore > most.ore:
            message = _above(plan, accounts, closing, contributions, most)
            yield Breach(path=("equity", key), message=message, remedy=_USE_SURPLUS)


def _above(plan: OperationalPlan, accounts: Accounts, closing: Money, contributions: Money, most: ExactMoney) -> Text:
    """By how much the saved capital is above the share of the contributions, or the step of the ladder."""
    ceiling = plan.equity.ceiling
    said = {
        "closing": closing,
        "year": accounts.year,
        "column": accounts.column,
        "excess": of_ore(closing.ore - most.ore),
        "contributions": contributions,
        "ceiling": most,
    }
    return _ABOVE_THE_STEP(**said) if ceiling is None else _TOO_MUCH(share=percent(ceiling), **said)


_TOO_MUCH = Text(
    en="{closing} at the end of {year} ({column}) is {excess} above {share} of the contributions of {contributions}, "
    "which is {ceiling}",
    sv="{closing} i slutet av {year} ({column}) är {excess} över {share} av bidragen {contributions}, det vill säga "
    "{ceiling}",
)
_USE_SURPLUS = Text(
    en="plan how the surplus is used; it can lower the state's next grant",
    sv="planera hur överskottet används; det kan sänka nästa års statliga medel",
)
_ABOVE_THE_STEP = Text(
    en="{closing} at the end of {year} ({column}) is {excess} above the {ceiling} that the ladder allows for "
    "contributions of {contributions}",
    sv="{closing} i slutet av {year} ({column}) är {excess} över de {ceiling} som trappan tillåter vid bidragen "
    "{contributions}",
)
_NO_STEP = Text(
    en="the ladder has no step for the contributions of {contributions} in {year} ({column})",
    sv="trappan har inget steg för bidragen {contributions} {year} ({column})",
)
_ADD_STEP = Text(
    en="add a step for larger contributions, or one without up_to",
    sv="lägg till ett steg för större bidrag, eller ett utan up_to",
)

RULES: tuple[Rule, ...] = (_below_the_ceiling,)
