"""
The law as data: every statutory value once, with its dates and its source.

The act is lag (2003:1210) om finansiell samordning av rehabiliteringsinsatser. Its wordings were read in two
independent copies of the consolidated text and in the amendment register, through SFS 2023:644; no later amendment
was found up to `READ_THROUGH`. Kommunallagen (2017:725) applies to an association only as far as 21 § of the act says.
What has not been read is not here: `Dated.on` then says that it is unknown.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from attrs import field, frozen

from finsam.errors import LawError
from finsam.language import Text
from finsam.readonly import ReadOnly

__all__ = [
    "AUDITORS",
    "BOARD_TERM",
    "BUDGET_ADOPTION",
    "CHARTER",
    "CHARTER_ITEMS",
    "MUNICIPALITIES_AGREE",
    "MUNICIPALITIES_SHARE",
    "ONE_MEMBER_ONE_SEAT",
    "PARTIES",
    "PLAN_YEARS",
    "READ_THROUGH",
    "REGIONLESS_ALONE_SHARE",
    "REGIONLESS_BESIDE_REGION",
    "REGIONS_AGREE",
    "REGIONS_SHARE",
    "REVENUES_EXCEED_COSTS",
    "SEVERAL_REGIONS",
    "STATE_SHARE",
    "Dated",
    "Provision",
]

T = TypeVar("T")

READ_THROUGH = date(2026, 1, 29)


_ACT_NAMES = {"2017:725": "kommunallagen (2017:725)"}
_PARAGRAPHS = {
    1: Text(en="first paragraph", sv="första stycket"),
    2: Text(en="second paragraph", sv="andra stycket"),
    3: Text(en="third paragraph", sv="tredje stycket"),
}


@frozen
class Provision:
    """
    A place in a statute (*lagrum*): the statute's number, the section, the paragraph where it matters, and `through`
    which provision the statute comes to apply.

    >>> print(Provision("2017:725", "11 kap. 5 §", paragraph=2, through=Provision("2003:1210", "21 §")))
    11 kap. 5 § second paragraph kommunallagen (2017:725) through 21 § lag (2003:1210)
    """

    act: str
    section: str
    paragraph: int | None = field(default=None, kw_only=True)
    through: "Provision | None" = field(default=None, kw_only=True)

    @property
    def text(self) -> Text:
        """The place as people cite it, in both languages."""
        act = _ACT_NAMES.get(self.act, f"lag ({self.act})")
        paragraph = _PARAGRAPHS.get(self.paragraph or 0, Text(en="", sv=""))
        through = self.through.text if self.through else Text(en="", sv="")
        return Text(
            en=" ".join(filter(None, [self.section, paragraph.en, act, through.en and f"through {through.en}"])),
            sv=" ".join(filter(None, [self.section, paragraph.sv, act, through.sv and f"genom {through.sv}"])),
        )

    def __str__(self) -> str:
        return self.text.en


@frozen
class Dated(Generic[T]):
    """
    A statutory value with its dates: what it is about, where it stands, and each wording with the day it came into
    force.
    """

    name: str
    provision: Provision
    wordings: tuple[tuple[date, T], ...]

    def on(self, day: date, *, strict: bool = False) -> T:
        """
        The value in force on a day.

        Raises `LawError` for a day before the first wording that has been read and, if asked strictly, for a day after
        `READ_THROUGH`.

        >>> STATE_SHARE.on(date(2023, 12, 31))
        Fraction(1, 2)
        """
        if strict and day > READ_THROUGH:
            raise LawError(f"{self.name}, {self.provision}: the law has been read through {READ_THROUGH}, not {day}")
        in_force = [value for since, value in self.wordings if since <= day]
        if not in_force:
            first = self.wordings[0][0]
            raise LawError(f"{self.name}, {self.provision}: the first wording known is of {first}, not {day}")
        return in_force[-1]

    def is_known(self, day: date) -> bool:
        """Whether a wording that has been read was in force on a day."""
        return self.wordings[0][0] <= day


ACT = "2003:1210"
LOCAL_GOVERNMENT_ACT = "2017:725"

_IN_FORCE = date(2004, 1, 1)  # SFS 2003:1210
_ACROSS_COUNTIES = date(2010, 7, 1)  # SFS 2010:350
_REGIONS = date(2020, 1, 1)  # SFS 2019:914: landsting became region; earlier wordings of 9 and 25 §§ have not been read
_NEW_REFERENCES = date(2018, 1, 1)  # SFS 2017:746: 21 § refers to kommunallagen (2017:725)


def _local_government(section: str, *, paragraph: int | None = None) -> Provision:
    """A rule of kommunallagen that 21 § makes the association's."""
    return Provision(LOCAL_GOVERNMENT_ACT, section, paragraph=paragraph, through=Provision(ACT, "21 §"))


# 1, 3 §§ Försäkringskassan, Arbetsförmedlingen, minst en region och minst en kommun; för varje del av området både
# kommunen och dess region, utom där kommunen inte hör till någon region.
PARTIES = Dated("the parties that must take part", Provision(ACT, "3 §"), ((_IN_FORCE, True),))

# 3 § Before SFS 2010:350 one county council took part; since then there can be several.
SEVERAL_REGIONS = Dated(
    "whether several regions may take part", Provision(ACT, "3 §"), ((_IN_FORCE, False), (_ACROSS_COUNTIES, True))
)

# 5 § Försäkringskassan bidrar med hälften, regionerna tillsammans med en fjärdedel, kommunerna tillsammans med en
# fjärdedel. Four wordings (2004-01-01, 2005-01-01, 2010-07-01, 2020-01-01), none of which changed the shares.
STATE_SHARE = Dated("the state's share of the funds", Provision(ACT, "5 §"), ((_IN_FORCE, Fraction(1, 2)),))
REGIONS_SHARE = Dated("the regions' share of the funds", Provision(ACT, "5 §"), ((_IN_FORCE, Fraction(1, 4)),))
MUNICIPALITIES_SHARE = Dated(
    "the municipalities' share of the funds", Provision(ACT, "5 §"), ((_IN_FORCE, Fraction(1, 4)),)
)

# 5 § second and third paragraphs: several municipalities, or several regions, are one party and share as they agree.
MUNICIPALITIES_AGREE = Dated(
    "how the municipalities share", Provision(ACT, "5 §", paragraph=2), ((_IN_FORCE, "as they agree"),)
)
REGIONS_AGREE = Dated(
    "how the regions share", Provision(ACT, "5 §", paragraph=3), ((_ACROSS_COUNTIES, "as they agree"),)
)

# 5 a § first paragraph: where no region takes part, the municipality outside every region pays the other half.
# The section came with SFS 2010:350; what applied before it has not been read.
REGIONLESS_ALONE_SHARE = Dated(
    "the share of a municipality outside every region, alone",
    Provision(ACT, "5 a §", paragraph=1),
    ((_ACROSS_COUNTIES, Fraction(1, 2)),),
)

# 5 a § second paragraph: beside a region it shares in the municipal quarter and, as a region, in the regional one.
REGIONLESS_BESIDE_REGION = Dated(
    "a municipality outside every region beside a region",
    Provision(ACT, "5 a §", paragraph=2),
    ((_ACROSS_COUNTIES, True),),
)

# 10 § Each member has at least one seat and one deputy on the board.
ONE_MEMBER_ONE_SEAT = Dated("seats and deputies of each member", Provision(ACT, "10 §"), ((_IN_FORCE, 1),))

# 23 § The board adopts the budget by 30 November, after consulting the members.
BUDGET_ADOPTION = Dated("the last month and day to adopt the budget", Provision(ACT, "23 §"), ((_IN_FORCE, (11, 30)),))

# KL 11:5 second paragraph: revenues exceed costs. The third paragraph, with the exceptions, is not among those
# referred to.
REVENUES_EXCEED_COSTS = Dated(
    "revenues exceed costs", _local_government("11 kap. 5 §", paragraph=2), ((_NEW_REFERENCES, True),)
)

# KL 11:6: a plan for three years, of which the budget year is always the first.
PLAN_YEARS = Dated("the years of the plan", _local_government("11 kap. 6 §"), ((_NEW_REFERENCES, 3),))

# 9 § What the charter says, item by item; the present wording, SFS 2019:914.
CHARTER = Dated("the items of the charter", Provision(ACT, "9 §"), ((_REGIONS, 18),))
CHARTER_ITEMS: Mapping[int, Text] = ReadOnly(
    {
        1: Text(en="name, seat, members and purpose", sv="namn, säte, medlemmar och ändamål"),
        2: Text(en="organisation", sv="organisation"),
        3: Text(
            en="board members and deputies, their representation, and a term shorter than four years",
            sv="antal ledamöter och ersättare, deras fördelning och mandattid kortare än fyra år",
        ),
        4: Text(en="tasks and powers under 7 §", sv="uppgifter och befogenheter enligt 7 §"),
        5: Text(en="whether a member may raise matters in the board", sv="om medlem får väcka ärenden i styrelsen"),
        6: Text(en="qualified majority, and for what", sv="kvalificerad majoritet, och i vilka ärenden"),
        7: Text(en="where notices are posted", sv="var kungörelser anslås"),
        8: Text(en="shares in assets, debts and costs", sv="andelar i tillgångar, skulder och kostnader"),
        9: Text(en="limits on credits", sv="begränsningar för krediter"),
        10: Text(en="the members' control and insight", sv="medlemmarnas styrning och insyn"),
        11: Text(en="the budget process", sv="budgetprocessen"),
        12: Text(en="the auditors' term", sv="revisorernas mandattid"),
        13: Text(en="joint auditors", sv="gemensamma revisorer"),
        14: Text(en="how a member leaves", sv="hur en medlem utträder"),
        15: Text(en="liquidation, dissolution and what is left", sv="likvidation, upplösning och skifte"),
        16: Text(en="settlement of disputes", sv="hur tvister löses"),
        17: Text(en="fees to board and auditors", sv="ersättning till styrelse och revisorer"),
        18: Text(en="other economic and administrative matters", sv="övriga ekonomiska och administrativa frågor"),
    }
)

# 13 § Four years unless the charter says a shorter term, from 1 April of the year after the elections.
BOARD_TERM = Dated("the longest term of the board, in years", Provision(ACT, "13 §"), ((_IN_FORCE, 4),))

# 25 § One auditor on behalf of each member, one joint for the two agencies; the present wording, SFS 2019:914.
AUDITORS = Dated("an auditor for each member", Provision(ACT, "25 §"), ((_REGIONS, True),))
