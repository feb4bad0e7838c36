"""
The national follow-up (*nationell uppföljning*): what an association registers each year, as rows.

Source: the Swedish social insurance agency's follow-up system for financial coordination, as it was described in 2023:
allocated funds, equity and administrative costs for the association; orientation, budget, outcome and participants for
each intervention, by sex for those that are individual.
"""

from attrs import frozen

from finsam.budget import Category
from finsam.followup.participation import Participation, counted
from finsam.followup.ranges import Range
from finsam.followup.review import Review
from finsam.interventions import Intervention, Orientation
from finsam.money import Money
from finsam.period import Time
from finsam.plan import OperationalPlan
from finsam.rows import Column

__all__ = ["RegisteredAssociation", "RegisteredIntervention", "registered"]


@frozen(kw_only=True)
class RegisteredIntervention:
    """
    What is registered of an intervention for a year (*insats*); None where it is not known.

    `women` and `men` are for an individual intervention only; the participants of a structural one are those that it
    reached.
    """

    id: str
    name: str
    orientation: Orientation
    esf: bool
    budget: Money | None
    outcome: Money | None
    budgeted: Range | None
    participants: Range | None
    women: Range | None
    men: Range | None


@frozen(kw_only=True)
class RegisteredAssociation:
    """
    What is registered of an association for a year (*samordningsförbund*): its allocated funds, which are the
    contributions, its equity at the end of the year, and its costs of the category administration; None where it is not
    known. `interventions` are in the order of the plan.
    """

    name: str
    year: int
    allocated: Money | None
    equity: Money | None
    administration_budget: Money | None
    administration_outcome: Money | None
    interventions: tuple[RegisteredIntervention, ...]


def registered(review: Review) -> RegisteredAssociation:
    """What is registered for the year of a follow-up and its plan."""
    accounts, year = review.accounts, review.plan.year
    return RegisteredAssociation(
        name=accounts.association.name,
        year=year,
        allocated=accounts.total(year),
        equity=accounts.closing_equity(year),
        administration_budget=_administration(accounts, Column.BUDGET, year),
        administration_outcome=_administration(accounts, Column.OUTCOME, year),
        interventions=tuple(_intervention(each, review, year) for each in accounts.interventions),
    )


def _administration(plan: OperationalPlan, column: Column, year: Time) -> Money | None:
    """The costs of administration in a column; None where no row has any there."""
    rows = [row for row in plan.costs if row.category is Category.ADMINISTRATION]
    amounts = [amount for row in rows if (amount := row.figure(column, year)) is not None]
    return sum(amounts[1:], amounts[0]) if amounts else None


def _intervention(of: Intervention, review: Review, year: int) -> RegisteredIntervention:
    rows = [row for row in review.followup.participation_in(of.id) if review.followup.time_of(row) == year]
    row = rows[0] if rows else None
    paid = review.accounts.financing_of(of.id)
    is_individual = of.orientation is Orientation.INDIVIDUAL
    return RegisteredIntervention(
        id=of.id,
        name=of.name,
        orientation=of.orientation,
        esf=of.esf,
        budget=paid.get((Column.BUDGET, year)),
        outcome=paid.get((Column.OUTCOME, year)),
        budgeted=None if row is None else counted(row.budgeted),
        participants=None if row is None else _participants(row, is_individual=is_individual),
        women=None if row is None or not is_individual or row.women is None else row.women.of("participants"),
        men=None if row is None or not is_individual or row.men is None else row.men.of("participants"),
    )


def _participants(row: Participation, *, is_individual: bool) -> Range | None:
    reached = None if is_individual else counted(row.reached)
    return row.all("participants") if reached is None else reached
