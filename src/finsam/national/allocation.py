"""What each association gets of the state's funds (*statlig tilldelning*), and how it comes about, step by step."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import frozen

from finsam.allocation import Allocation
from finsam.derivation import before_rounding, rounded
from finsam.errors import UnknownNameError
from finsam.language import Language, Text
from finsam.money import Money, Unrounded, kr
from finsam.national.choices import Adjustment, AllocationKey
from finsam.national.document import National, Recipient
from finsam.national.practice import Grounded
from finsam.readonly import ReadOnly
from finsam.shares import in_figures, percent

__all__ = ["Adjusted", "Allocated", "NationalAllocation", "RoundedPart", "Settled"]


@frozen(kw_only=True)
class Settled:
    """
    The parameters of a year (*fastställda parametrar*), each with what it rests on: what there is, the base amount, the
    weights of the keys, and the floor; None where no association has anything that a floor could be of.
    """

    appropriation: Grounded[Money]
    base: Grounded[Money]
    weights: Mapping[AllocationKey, Grounded[Fraction]]
    floor: Grounded[Fraction] | None


@frozen(kw_only=True)
class Adjusted:
    """
    An adjustment as it was made (*gjord justering*): what each association had before and has after it.

    `own` are those that it is about, each with its amount: the floors of those that are at theirs, the deductions, or
    what is declined. `returned` is what nobody gets of what is deducted or declined. `split` is how the others bear or
    share it, with its roundings; None where they do not.
    """

    adjustment: Adjustment
    before: Mapping[str, Money]
    after: Mapping[str, Money]
    own: Mapping[str, Money]
    returned: Money
    split: Allocation[str] | None

    def change(self, name: str) -> Money:
        """What it gave an association; below zero what it took."""
        return self.after[name] - self.before[name]


@frozen(kw_only=True)
class Allocated:
    """
    What an association gets (*tilldelat förbund*), in whole kronor: the base amount, what it has by each key, and what
    each adjustment gave or took, which add up to `amount`. `last_year` is what it got the year before, if it did.
    """

    name: str
    base: Money
    by_key: Mapping[AllocationKey, Money]
    adjustments: Mapping[Adjustment, Money]
    amount: Money
    last_year: Money | None


@frozen(kw_only=True)
class RoundedPart:
    """
    A part that was rounded to whole kronor (*avrundad del*): whose it is, of which key or adjustment, the quota and
    what rounding added to it, in öre, and the amount.
    """

    name: str
    of: AllocationKey | Adjustment
    quota: Fraction
    rounding: Fraction
    amount: Money


@frozen(kw_only=True, slots=False, init=False, repr=False, eq=False)
class NationalAllocation(ReadOnly[str, Money]):
    """
    What each association gets of the state's funds (*statlig tilldelning*), to the krona, and why.

    A dict of amounts by the names of the associations, in their order, which cannot be changed. `pots` is how
    what is above the base amounts is split between the keys, `by_key` how each of those is allocated, and `steps` are
    the adjustments that changed something, in the order that was chosen.
    """

    national: National
    settled: Settled
    pots: Allocation[AllocationKey]
    by_key: Mapping[AllocationKey, Allocation[str]]
    steps: tuple[Adjusted, ...]

    def __init__(
        self,
        amounts: Mapping[str, Money],
        *,
        national: National,
        settled: Settled,
        pots: Allocation[AllocationKey],
        by_key: Mapping[AllocationKey, Allocation[str]],
        steps: tuple[Adjusted, ...],
    ) -> None:
        super().__init__(amounts)
        self.__attrs_init__(national=national, settled=settled, pots=pots, by_key=by_key, steps=steps)

    @property
    def appropriation(self) -> Money:
        """What there was to allocate."""
        return self.settled.appropriation.value

    @property
    def returned(self) -> Money:
        """What nobody gets: with it, the amounts add up to what there was."""
        return sum((step.returned for step in self.steps), kr(0))

    @property
    def parts(self) -> tuple[Allocated, ...]:
        """What each association gets, with its parts, in their order."""
        return tuple(
            Allocated(
                name=each.name,
                base=self.settled.base.value,
                by_key=ReadOnly({key: split[each.name] for key, split in self.by_key.items()}),
                adjustments=ReadOnly({step.adjustment: step.change(each.name) for step in self.steps}),
                amount=self[each.name],
                last_year=each.last_year,
            )
            for each in self.national.associations
        )

    @property
    def roundings(self) -> tuple[RoundedPart, ...]:
        """Every part that was rounded; the roundings of a key or an adjustment add up to zero."""
        splits: list[tuple[AllocationKey | Adjustment, Allocation[str] | None]] = [*self.by_key.items()]
        splits += [(step.adjustment, step.split) for step in self.steps]
        quotas = (
            (of, name, split.quota(name), amount)
            for of, split in splits
            if split is not None
            for name, amount in split.items()
        )
        return tuple(
            RoundedPart(name=name, of=of, quota=quota, rounding=amount.ore - quota, amount=amount)
            for of, name, quota, amount in quotas
            if amount.ore != quota
        )

    def derivation(self, name: str) -> tuple[Text, ...]:
        """
        How what an association gets comes about, step by step, each with the practice or the choice that it rests on.

        Raises `UnknownNameError` for one that is not there.
        """
        self[name]
        [of] = [each for each in self.national.associations if each.name == name]
        base = self.settled.base
        steps = [
            _HEADING(name=name, year=self.national.year, amount=self[name]),
            _BASE(base=base.value, ground=base.ground),
            *(step for key in AllocationKey for step in self._by_key(of, key)),
        ]
        if self.steps:
            steps.append(_BEFORE(amount=self.steps[0].before[name]))
        steps += [said for step in self.steps for said in self._adjusted(of, step)]
        return tuple(steps)

    def explain(self, name: str, language: Language = "en") -> str:
        """The derivation as text, a line a step; raises as `derivation` does."""
        heading, *steps = [step.to(language) for step in self.derivation(name)]
        return "\n".join([heading, *(f"{number}. {step}" for number, step in enumerate(steps, 1))])

    def _by_key(self, of: Recipient, key: AllocationKey) -> Iterator[Text]:
        """What the association has by a key."""
        split, source, weight = self.by_key[key], self.national.key(key), self.settled.weights[key]
        whose = tuple(part for part in (str(source.year), source.of, source.source) if part is not None)
        yield _BY_KEY(
            key=key,
            figure=in_figures(Fraction(split.weights[of.name])),
            all=in_figures(Fraction(sum(split.weights.values()))),
            whose=whose,
            pot=split.total,
            weight=percent(weight.value),
            ground=weight.ground,
            quota=before_rounding(split.quota(of.name)),
        )
        if split[of.name].ore != split.quota(of.name):
            yield rounded(split, of.name)

    def _adjusted(self, of: Recipient, step: Adjusted) -> Iterator[Text]:
        """What an adjustment gave or took."""
        own, change = step.own.get(of.name), step.change(of.name)
        if own is not None:
            yield self._own(of, step, own)
        elif step.split is not None and change != kr(0):
            quota = before_rounding(step.split.quota(of.name))
            yield _OTHERS[step.adjustment](quota=quota, how=self.national.choices.proportion)
            if step.after[of.name].ore != step.split.quota(of.name):
                yield rounded(step.split, of.name)

    def _own(self, of: Recipient, step: Adjusted, own: Money) -> Text:
        """What an adjustment is to an association that it is about."""
        if step.adjustment is Adjustment.DECLINED:
            return _DECLINES(declined=own, most=of.at_most)
        if step.adjustment is Adjustment.DEDUCTION:
            excess, share = of.excess(self.national.ladder), self.national.choices.deduction
            return _DEDUCTED(
                deducted=own,
                equity=of.equity,
                limit=of.limit(self.national.ladder),
                excess=Unrounded(excess or Fraction(0)),
                share=percent(share or Fraction(0)),
            )
        floor = self.settled.floor
        assert floor is not None  # or nobody would be at its floor
        if own < of.least(floor.value):
            return _AS_MUCH_AS_IT_TAKES(most=of.at_most)
        words = _RAISED if step.change(of.name) > kr(0) else _HELD
        return words(floor=own, share=percent(1 - floor.value), last_year=of.last_year, ground=floor.ground)

    def __missing__(self, name: str) -> Money:
        raise UnknownNameError(_NO_ASSOCIATION, name, tuple(self))


_HEADING = Text(en="{name} {year}: {amount}", sv="{name} {year}: {amount}")
_BASE = Text(en="base amount {base} ({ground})", sv="grundbelopp {base} ({ground})")
_BY_KEY = Text(
    en="{key}: {figure} of {all} ({whose}); of {pot}, {weight} of what is above the base amounts ({ground}), "
    "that is {quota}",
    sv="{key}: {figure} av {all} ({whose}); av {pot}, {weight} av det som är över grundbeloppen ({ground}), "
    "blir det {quota}",
)
_BEFORE = Text(en="together {amount}, before it is adjusted", sv="tillsammans {amount}, före justering")
_RAISED = Text(
    en="floor: raised to {floor}, {share} of last year's {last_year} ({ground})",
    sv="golv: höjs till {floor}, {share} av förra årets {last_year} ({ground})",
)
_HELD = Text(
    en="floor: lowered no further than {floor}, {share} of last year's {last_year} ({ground})",
    sv="golv: sänks inte mer än till {floor}, {share} av förra årets {last_year} ({ground})",
)
_AS_MUCH_AS_IT_TAKES = Text(
    en="floor: {most}, which is below its floor, since it takes no more",
    sv="golv: {most}, vilket är under dess golv, eftersom det inte tar emot mer",
)
_OTHERS = {
    Adjustment.FLOOR: Text(
        en="floor: what raises others is borne {how} (as chosen); that leaves {quota}",
        sv="golv: det som höjer andra bärs {how} (enligt val); kvar blir {quota}",
    ),
    Adjustment.DEDUCTION: Text(
        en="deduction: what is deducted of others is shared {how} (as chosen); that gives {quota}",
        sv="avdrag: det som dras av från andra fördelas {how} (enligt val); det blir {quota}",
    ),
    Adjustment.DECLINED: Text(
        en="declined: what others decline is shared {how} (as chosen); that gives {quota}",
        sv="avstått: det som andra avstår fördelas {how} (enligt val); det blir {quota}",
    ),
}
_DEDUCTED = Text(
    en="deduction: {deducted} less; of its equity of {equity}, {excess} is above {limit}, and {share} of that is "
    "deducted (as chosen)",
    sv="avdrag: {deducted} mindre; av det egna kapitalet på {equity} är {excess} över {limit}, och {share} av det dras "
    "av (enligt val)",
)
_DECLINES = Text(
    en="declined: {declined} less, since it takes {most} at most",
    sv="avstått: {declined} mindre, eftersom det tar emot högst {most}",
)
_NO_ASSOCIATION = Text(en='there is no association "{name}"', sv='det finns inget förbund "{name}"')
