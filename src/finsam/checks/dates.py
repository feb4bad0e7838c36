"""5xx: days and terms."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from finsam import law
from finsam.checks.rule import Breach, Rule, check
from finsam.finding import Severity
from finsam.language import Text
from finsam.plan import OperationalPlan

__all__ = ["RULES"]


def _deadline(plan: OperationalPlan) -> date | None:
    """
    The last day to adopt the budget; None before the act, and for an association formed no earlier, whose members
    adopt it at the formation.
    """
    if plan.year <= law.BUDGET_ADOPTION.wordings[0][0].year:
        return None
    month, last = law.BUDGET_ADOPTION.on(date(plan.year - 1, 12, 31))
    deadline = date(plan.year - 1, month, last)
    formed = plan.association.formed
    return None if formed is not None and formed >= deadline else deadline


@check(
    "F501",
    Severity.ERROR,
    basis=law.BUDGET_ADOPTION.provision,
    sv="Styrelsen fastställer budgeten senast den 30 november året före budgetåret.",
)
def budget_is_adopted_in_time(plan: OperationalPlan) -> Iterator[Breach]:
    """The board adopts the budget by 30 November of the year before the budget year."""
    deadline = _deadline(plan)
    adopted = plan.governance.adoption.on if plan.governance and plan.governance.adoption else None
    if deadline is None or (adopted is not None and adopted <= deadline):
        return
    message = Text(
        en=f"the plan was adopted on {adopted}, after {deadline}", sv=f"planen fastställdes {adopted}, efter {deadline}"
    )
    remedy = Text(en="adopt the next budget earlier", sv="fastställ nästa budget tidigare")
    if adopted is None:
        message = Text(en="the plan does not say when it was adopted", sv="planen säger inte när den fastställdes")
        remedy = Text(en="write the day under [governance.adoption]", sv="skriv dagen under [governance.adoption]")
    yield Breach(place="governance.adoption.on", message=message, remedy=remedy, unknown=adopted is None)


@check(
    "F502",
    Severity.ERROR,
    basis=law.BUDGET_ADOPTION.provision,
    sv="Styrelsen samråder med medlemmarna innan den fastställer budgeten.",
)
def members_are_consulted_first(plan: OperationalPlan) -> Iterator[Breach]:
    """The board consults the members before it adopts the budget."""
    adoption = plan.governance.adoption if plan.governance else None
    consulted = adoption.consulted if adoption else None
    if _deadline(plan) is None or consulted:
        return
    message = Text(
        en="the members were not consulted before the plan was adopted",
        sv="samråd med medlemmarna skedde inte innan planen fastställdes",
    )
    remedy = Text(
        en="send the next proposal to every member before the board adopts it",
        sv="skicka nästa förslag till alla medlemmar innan styrelsen fastställer det",
    )
    if consulted is None:
        message = Text(
            en="the plan does not say whether the members were consulted",
            sv="planen säger inte om samråd med medlemmarna har skett",
        )
        remedy = Text(
            en="write consulted under [governance.adoption]", sv="skriv consulted under [governance.adoption]"
        )
    yield Breach(place="governance.adoption.consulted", message=message, remedy=remedy, unknown=consulted is None)


@check(
    "F503",
    Severity.WARNING,
    basis=law.BOARD_TERM.provision,
    sv="Styrelsens mandattid har inte gått ut när budgetåret börjar.",
)
def the_boards_term_has_not_ended(plan: OperationalPlan) -> Iterator[Breach]:
    """The board's term has not ended when the budget year begins."""
    board = plan.governance.board if plan.governance else None
    if board and board.term_end is not None and board.term_end < date(plan.year, 1, 1):
        yield Breach(
            place="governance.board.term_end",
            message=Text(
                en=f"the board is elected through {board.term_end}, before the budget year {plan.year} begins",
                sv=f"styrelsen är vald till och med {board.term_end}, innan budgetåret {plan.year} börjar",
            ),
            remedy=Text(
                en="ask the members to elect a board, or correct the day",
                sv="be medlemmarna välja styrelse, eller rätta dagen",
            ),
        )


@check(
    "F504",
    Severity.ERROR,
    basis=law.BOARD_TERM.provision,
    sv="Styrelsens mandattid är fyra år, eller kortare om förbundsordningen säger det.",
)
def the_boards_term_is_four_years_at_most(plan: OperationalPlan) -> Iterator[Breach]:
    """The board's term is four years, or shorter where the charter says so."""
    board = plan.governance.board if plan.governance else None
    if board is None or not law.BOARD_TERM.is_known(date(plan.year, 12, 31)):
        return
    longest = law.BOARD_TERM.on(date(plan.year, 12, 31))
    start, end, years = board.term_start, board.term_end, board.term_years
    terms = []
    if start and end and relativedelta(end, start).years >= longest:
        terms.append(Text(en=f"{start}--{end}", sv=f"{start}--{end}"))
    if years is not None and years > longest:
        terms.append(Text(en=f"{years} years", sv=f"{years} år"))
    for term in terms:
        yield Breach(
            place="governance.board",
            message=Text(
                en=f"the board's term, {term.en}, is longer than {longest} years",
                sv=f"styrelsens mandattid, {term.sv}, är längre än {longest} år",
            ),
            remedy=Text(
                en=f"let the term be {longest} years or shorter", sv=f"låt mandattiden vara {longest} år eller kortare"
            ),
        )


RULES: tuple[Rule, ...] = (
    budget_is_adopted_in_time,
    members_are_consulted_first,
    the_boards_term_has_not_ended,
    the_boards_term_is_four_years_at_most,
)
