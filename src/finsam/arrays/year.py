"""A year of a plan in many draws (*dragningar*): what each party and each member pays, stage by stage as the act."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
from attrs import evolve, frozen

from finsam.allocation import ORE
from finsam.arrays.allocation import Weight, in_units, split
from finsam.arrays.columns import AT_ROW, Whole, combined, first, in_rows, narrow
from finsam.arrays.distribution import Distribution
from finsam.arrays.inhabitants import at_row, heads_of, mixed, parted, populations
from finsam.derivation import Pool
from finsam.errors import FundingError, SplitError, UnknownNameError
from finsam.formula import contributions_on, parties_on, payers_in
from finsam.funding import TWO_STARTS, Basis, Terms
from finsam.keys import Fixed
from finsam.language import Text
from finsam.money import Money
from finsam.organisations import Party
from finsam.pending import PartlyKnown
from finsam.plan import OperationalPlan
from finsam.split import Mixture, SplitKey

__all__ = ["YearDraws", "year_draws"]


@frozen(kw_only=True, eq=False)
class YearDraws:
    """
    A year of which some is drawn: the amounts from which it starts, in öre, and inhabitants by member.

    What each party and member pays is worked out in columns; what can be refused is, by the code for a single draw.
    """

    plan: OperationalPlan
    year: int
    basis: Basis
    amounts: Whole
    heads: Mapping[str, Whole]

    def terms(self, row: int) -> Terms:
        """The terms of a draw."""
        terms = self.plan.funding.terms_from(self.year, self.basis, Money(ore=int(self.amounts[row])))
        split, region_split = (at_row(key, self.heads, row) for key in (terms.split, terms.region_split))
        return evolve(terms, split=split, region_split=region_split)

    def by_party(self) -> Mapping[Party, Whole]:
        """What each party pays; raises as `finsam.formula.parties_on`."""
        payers = payers_in(self.plan.association, self.year)
        terms, basis, amounts = self.terms(0), self.basis, self.amounts
        if basis is Basis.PER_INHABITANT:
            parties_on(payers, evolve(terms, unit=ORE))  # which refuses a split that knows no inhabitants
            [key] = populations(terms.split)
            amounts = narrow(combined((amounts, heads_of(key, self.heads, len(amounts))[1])), "per_inhabitant")
            basis = Basis.MUNICIPALITIES
        in_units(amounts, terms.unit)  # which names the draw that is not whole units
        of_one = parties_on(payers, evolve(terms, basis=basis, amount=ORE, unit=ORE))
        totals = narrow(combined((amounts, of_one.total.ore)), basis.value)
        shares = {party: Weight(Fraction(share)) for party, share in of_one.weights.items()}
        return dict(zip(shares, split(totals, shares, terms.unit).T, strict=True))

    def by_member(self) -> Distribution[str]:
        """What each member pays; raises as `finsam.contributions`."""
        members = tuple(member.name for member in self.plan.association.members_in(self.year))
        place = {member: index for index, member in enumerate(members)}
        ore = np.zeros((len(members), len(self.amounts)), dtype=np.int64)
        unit = self.terms(0).unit
        for party, amounts in self.by_party().items():
            weights = self._weights(party, amounts)
            if amounts.any():
                for member, part in zip(weights, split(amounts, weights, unit).T, strict=True):
                    ore[place[member]] += part
        return Distribution(columns=members, ore=ore.T)

    def _weights(self, party: Party, amounts: Whole) -> Mapping[str, Weight]:
        """By what the members of a party share what it pays; refused where any draw would be."""
        pool = self._pool(party, int(amounts.argmax()))
        if isinstance(pool.key, Fixed | PartlyKnown):
            self._pool(party, int(amounts.argmin()))  # which refuses it unless the amount is the same
        if pool.split is None:
            return {name: Weight(Fraction(amount.ore)) for name, amount in pool.known.items()}
        if any(name in self.heads for each in populations(pool.key) for name in each.population):
            return self._by_heads(pool, pool.key, amounts)
        return {name: Weight(Fraction(weight)) for name, weight in pool.split.weights.items()}

    def _by_heads(self, pool: Pool, key: SplitKey | None, amounts: Whole) -> Mapping[str, Weight]:
        """By the inhabitants that are drawn, those of a mixture with its other parts."""
        weight, by_population, others = parted(key, self.year)
        heads, everyone = heads_of(by_population, self.heads, len(amounts))
        empty = np.equal(everyone, 0)
        if (refused := empty if isinstance(key, Mixture) else empty & (amounts != 0)).any():
            self._pool(pool.party, first(refused))  # which says that they cannot be split
        if others:
            columns = mixed(weight, heads, everyone, others, pool.amount)
        else:
            columns = {name: np.where(empty, 1, each) for name, each in heads.items()}  # of nothing each pays nothing
        return {name: Weight(pool.parts_of_year.get(name, Fraction(1)), each) for name, each in columns.items()}

    def _pool(self, party: Party, row: int) -> Pool:
        """What the party pays in a draw and how it is split; raises `FundingError` where that is not known."""
        try:
            due = contributions_on(self.plan.association, self.terms(row))
        except SplitError as error:
            own = self.plan.contributions_or_error(self.year)
            if error.problems == getattr(own, "problems", ()):
                raise
            said = (evolve(each, message=AT_ROW(row=row, what=each.message)) for each in error.problems)
            raise SplitError(*said) from None
        [pool] = [each for each in due.pools if each.party is party]
        for member in pool.members:
            due[member]  # which refuses one whose part is not known
        return pool


def year_draws(
    plan: OperationalPlan, year: int, rows: int, amounts: Mapping[Basis, Whole], heads: Mapping[str, Whole]
) -> YearDraws:
    """
    So many draws of a year, from the columns that take the place of what the plan has.

    Raises `PlanError` for a year without funding, `FundingError` for two columns to start from and where nobody splits
    by population, and `UnknownNameError` for the inhabitants of one who does not.
    """
    terms = plan.terms(year)
    known = [name for key in (terms.split, terms.region_split) for each in populations(key) for name in each.population]
    if heads and not known:
        raise FundingError(_BY_NOBODY(year=year))
    for name in heads:
        if name not in known:
            raise UnknownNameError(_NO_INHABITANTS, name, known)
    if len(amounts) > 1:
        one, other, *_ = amounts
        raise FundingError(TWO_STARTS(year=year, first=str(one), second=str(other)))
    own = {} if amounts else {terms.basis: in_rows(terms.amount.ore, rows, terms.basis.value)}
    [(basis, column_of_it)] = {**amounts, **own}.items()
    return YearDraws(plan=plan, year=year, basis=basis, amounts=column_of_it, heads=heads)


_BY_NOBODY = Text(
    en="nobody splits by population in {year}, so that inhabitants change nothing; leave out population",
    sv="ingen fördelar efter befolkning {year}, så invånare ändrar ingenting; utelämna population",
)
_NO_INHABITANTS = Text(
    en='nobody called "{name}" splits by population', sv='ingen som heter "{name}" fördelar efter befolkning'
)
