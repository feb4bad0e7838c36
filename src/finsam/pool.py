"""A party's pool (*pott*): what its members pay together, how they share it, and how that is explained."""

from fractions import Fraction

from attrs import frozen

from finsam.allocation import Allocation
from finsam.language import Text
from finsam.law import Provision
from finsam.money import Money, exact_kr
from finsam.organisations import Party
from finsam.split import SplitKey

__all__ = ["Part", "Pool"]


@frozen(kw_only=True)
class Part:
    """
    A member's part of what its party pays: the exact share of that, the quota, and what rounding added to the quota.

    `quota` and `rounding` are in öre; their sum is the amount.
    """

    member: str
    party: Party
    share: Fraction
    quota: Fraction
    rounding: Fraction
    amount: Money


@frozen(kw_only=True)
class Pool:
    """
    What a party's members pay together (*pott*), and how they share it.

    `share` is the party's statutory share of `total`, `quota` what that is in öre before any rounding, and
    `provision` where it stands; `agreement` is where the act lets them share as they agree. `key` is None where one
    member pays it all, and `split` is None where it is yet to be split.
    """

    party: Party
    total: Money
    share: Fraction
    quota: Fraction
    provision: Provision
    agreement: Provision
    amount: Money
    members: tuple[str, ...]
    key: SplitKey | None
    split: Allocation[str] | None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The members' parts; none where it is yet to be split."""
        if (split := self.split) is None:
            return ()
        return tuple(
            Part(
                member=member,
                party=self.party,
                share=split.share(member),
                quota=split.quota(member),
                rounding=split.rounding(member),
                amount=amount,
            )
            for member, amount in split.parts.items()
        )

    def steps(self, member: str) -> list[Text]:
        """How the party's amount comes about, and the member's part of it, a sentence a step."""
        party, place = self.party.title, self.provision.text
        steps = [
            Text(
                en=f"{party.en} together: {self.share} of {self.total} is {exact_kr(self.quota)} ({place.en})",
                sv=f"{party.sv} tillsammans: {self.share} av {self.total} är {exact_kr(self.quota)} ({place.sv})",
            )
        ]
        if self.amount.ore != self.quota:
            steps.append(_rounded(self.quota, self.amount))
        if self.key is not None:
            steps += self._member_steps(member, self.key)
        return steps

    def _member_steps(self, member: str, key: SplitKey) -> list[Text]:
        """The member's part of the amount."""
        reason, place = key.reason(member), self.agreement.text
        if self.split is None:
            return [Text(en=f"{self.amount} is {reason.en}", sv=f"{self.amount} {reason.sv}")]
        quota = self.split.quota(member)
        steps = [
            Text(
                en=f"{reason.en}, of {self.amount}: {exact_kr(quota)} (as agreed, {place.en})",
                sv=f"{reason.sv}, av {self.amount}: {exact_kr(quota)} (enligt överenskommelse, {place.sv})",
            )
        ]
        if self.split[member].ore != quota:
            steps.append(_rounded(quota, self.split[member], self.split))
        return steps


def _rounded(quota: Fraction, amount: Money, split: Allocation[str] | None = None) -> Text:
    """What the rounding did."""
    en, sv = (f"in whole units of {split.unit}, ", f"i hela enheter om {split.unit}, ") if split else ("", "")
    if amount.ore > quota:
        return Text(
            en=f"{en}rounded up to {amount}: one of the units left over went to one of the largest remainders",
            sv=f"{sv}avrundat uppåt till {amount}: en enhet som blev över gick till en av de största resterna",
        )
    return Text(
        en=f"{en}rounded down to {amount}: the units left over went to larger remainders",
        sv=f"{sv}avrundat nedåt till {amount}: de enheter som blev över gick till större rester",
    )
