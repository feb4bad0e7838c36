"""Members who come and go (*medlemskap*): notice and its last day, one that joins, and one that leaves."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from finsam import law
from finsam.association import KINDS, Member
from finsam.errors import MembershipError
from finsam.funding import Funding, PartYear
from finsam.keys import ByFigures, ByPopulation, Equal, Shares
from finsam.language import Text
from finsam.organisations import AGENCIES, Municipality, Organisation, Party, Region, municipality
from finsam.pending import NotAgreed
from finsam.place import Path
from finsam.plan import OperationalPlan
from finsam.split import Mixture, ProportionalKey, SplitKey, Weighted

__all__ = ["Departure", "among", "departures", "joins", "last_day", "leaves", "missing", "notice_months"]


@frozen(kw_only=True)
class Departure:
    """
    A member that has given notice (*uppsägning*): the day, and the last day on which it then is a member.

    `path` is its place in the plan. It still pays for the years in `pays`, the last of them as agreed for a part of a
    year.
    """

    member: Member[Organisation]
    path: Path
    notice: date
    last: date

    @property
    def pays(self) -> tuple[int, ...]:
        """The years from that of the notice through that of the last day."""
        return tuple(range(self.notice.year, self.last.year + 1))


def notice_months(plan: OperationalPlan | None, notice: date) -> int:
    """
    The notice of a member that leaves (*uppsägningstid*), in months: what the charter states, and never more than what
    the act of that day lets it state, which is also what applies where the charter states nothing.

    Raises `LawError` for a day of which the act has not been read.
    """
    longest = 12 * law.NOTICE_YEARS.on(notice)
    charter = plan.governance.charter if plan and plan.governance else None
    stated = None if charter is None else charter.notice_months
    return longest if stated is None else min(stated, longest)


def last_day(plan: OperationalPlan, notice: date) -> date:
    """
    The last day of the membership of one that gives notice on a day, under 27 §.

    Raises as `notice_months` does.

    >>> from datetime import date
    >>> last_day(example("sodra-vatterbygden-2018"), date(2018, 6, 30))
    datetime.date(2021, 6, 30)
    """
    return notice + relativedelta(months=notice_months(plan, notice))


def departures(plan: OperationalPlan) -> tuple[Departure, ...]:
    """Those who have given notice, in the order of the members; raises as `notice_months` does."""
    return tuple(
        Departure(
            member=member, path=("association", kind, index), notice=member.notice, last=last_day(plan, member.notice)
        )
        for kind in KINDS
        for index, member in enumerate(getattr(plan.association, kind))
        if member.notice is not None
    )


def missing(organisations: Iterable[Organisation]) -> tuple[Text | str, ...]:
    """Who would have to take part beside them under 3 §: the agencies, a region and a municipality."""
    there = tuple(organisations)
    municipalities = [each for each in there if isinstance(each, Municipality)]
    found: list[Text | str] = [agency.name for agency in AGENCIES if agency not in there]
    if not municipalities:
        found.append(_A_MUNICIPALITY)
    belongs = any(each.region_code for each in municipalities) or not municipalities
    if belongs and not any(isinstance(each, Region) for each in there):
        found.append(_A_REGION)
    return tuple(found)


_A_MUNICIPALITY = Text(en="a municipality", sv="en kommun")
_A_REGION = Text(en="a region", sv="en region")
_NO_DAY = Text(
    en="say when {name} leaves: the day of its notice, or its last day",
    sv="ange när {name} lämnar: dagen för uppsägningen, eller den sista dagen",
)


# One that joins, and one that leaves


def joins(
    plan: OperationalPlan,
    name: str,
    *,
    on: date,
    split: SplitKey | None = None,
    region_split: SplitKey | None = None,
) -> OperationalPlan:
    """
    The plan with a municipality that joins on a day (*inträde*).

    From then on the municipalities share by `split`, and those who share the regions' part by `region_split` where it
    is a municipality outside every region; not agreed where that is not given. What each party pays together stays as
    it is.

    Raises `UnknownNameError` for what is no municipality, and `MembershipError` for one that is a member already.
    """
    member = Member(organisation=municipality(name), joined=on)
    association = evolve(plan.association, municipalities=(*plan.association.municipalities, member))
    later = plan.funding.part_year is PartYear.NEXT_YEAR and (on.month, on.day) != (1, 1)
    funding = _agreed(plan.funding, member, on.year + later, split, region_split)
    return evolve(plan, association=association, funding=funding)


def leaves(
    plan: OperationalPlan,
    name: str,
    *,
    notice: date | None = None,
    last: date | None = None,
    split: SplitKey | None = None,
    region_split: SplitKey | None = None,
) -> OperationalPlan:
    """
    The plan with a member that gives notice on a day, and leaves when that has run out (*utträde*); or on another
    `last` day, on which all have agreed.

    In the years after, those who remain share by `split`, or by `region_split` in place of a region; not agreed where
    that is not given. `among` gives the key that they have, without the one that left.

    Raises `UnknownNameError` for one that is no member, `MembershipError` for a day before it joined and where neither
    day is given, and as `notice_months` does.
    """
    member = plan.association.member(name)
    if (left := last or (notice and last_day(plan, notice))) is None:
        raise MembershipError(_NO_DAY(name=member.name))
    gone = evolve(member, notice=notice, left=left)
    members: Any = {
        kind: tuple(gone if each is member else each for each in getattr(plan.association, kind)) for kind in KINDS
    }
    funding = _agreed(plan.funding, member, left.year + 1, split, region_split)
    return evolve(plan, association=evolve(plan.association, **members), funding=funding)


def among(key: ProportionalKey, names: Iterable[str]) -> ProportionalKey:
    """
    The same key for those members alone, in the proportions that they have to one another.

    >>> among(Shares({"Habo": "50 %", "Mullsjö": "30 %", "Vaggeryd": "20 %"}), ["Mullsjö", "Vaggeryd"])
    Shares({'Mullsjö': Fraction(3, 5), 'Vaggeryd': Fraction(2, 5)})
    """
    kept = {*names}
    if isinstance(key, Shares):
        shares = {name: share for name, share in key.shares.items() if name in kept}
        total = sum(shares.values()) or 1  # what is nothing together stays nothing
        return Shares({name: share / total for name, share in shares.items()})
    if isinstance(key, ByPopulation):
        return evolve(key, population={name: heads for name, heads in key.population.items() if name in kept})
    if isinstance(key, ByFigures):
        return evolve(key, figures={name: figure for name, figure in key.figures.items() if name in kept})
    if isinstance(key, Mixture):
        return Mixture([Weighted(weight=part.weight, key=among(part.key, kept)) for part in key.mixture])
    return Equal()


def _agreed(
    funding: Funding,
    member: Member[Organisation],
    first: int,
    split: SplitKey | None,
    region_split: SplitKey | None,
) -> Funding:
    """The funding with other keys from a year on, for those with whom the member shares."""
    years = tuple(year for year in funding.years if year >= first)
    if years and member.party is Party.MUNICIPALITIES:
        funding = funding.agreed("split", split or NotAgreed(), years)
    if years and (member.party is Party.REGIONS or member.is_regionless):
        funding = funding.agreed("region_split", region_split or NotAgreed(), years)
    return funding
