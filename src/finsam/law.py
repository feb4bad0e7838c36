"""
The law as data: every statutory value once, with its days, its source, and how it is known.

The act is lag (2003:1210) om finansiell samordning av rehabiliteringsinsatser. Its present words were read in two
independent copies of the consolidated text, through SFS 2023:644, and the days of its earlier wordings in the amendment
register; no later amendment was found up to `READ_THROUGH`. A section that the register never names has had today's
words since 2004. Kommunallagen applies to an association only as far as 21 § of the act says. What is inferred says
from what, and what is neither read nor inferred is not here: a day before the first wording is *unknown*.
"""

from datetime import date
from fractions import Fraction

from finsam.language import Text
from finsam.period import DayOfYear
from finsam.statute import Dated, Provision, Requirement, Wording

__all__ = [
    "ACCOUNTING",
    "ANNUAL_REPORT_MONTHS",
    "AUDITORS",
    "BOARD_TERM",
    "BUDGET_ADOPTION",
    "CHARTER",
    "IN_FORCE",
    "JOINT_AUDITORS",
    "MEMBERS_TRANSFER",
    "MOST_REGIONS",
    "MUNICIPALITIES_AGREE",
    "MUNICIPALITIES_SHARE",
    "NOTICE_YEARS",
    "ONE_MEMBER_ONE_SEAT",
    "PARTIES",
    "PLAN_YEARS",
    "PUBLIC_MEETING",
    "READ_THROUGH",
    "REGIONLESS_ALONE_SHARE",
    "REGIONLESS_BESIDE_REGION",
    "REGIONS_AGREE",
    "REGIONS_SHARE",
    "REVENUES_EXCEED_COSTS",
    "SEATS_SHARED_UNTIL",
    "SHORTFALL",
    "SPENDING_IS_FINANCED",
    "STATE_SHARE",
]

READ_THROUGH = date(2026, 2, 22)

ACT = "2003:1210"
IN_FORCE = date(2004, 1, 1)  # SFS 2003:1210
_JOINT_AUDITORS = date(2008, 1, 1)  # SFS 2007:411 and 2007:1017
_ACROSS_COUNTIES = date(2010, 7, 1)  # SFS 2010:350
_NEW_REFERENCES = date(2018, 1, 1)  # SFS 2017:746: 21 § refers to kommunallagen (2017:725)
_REGIONS = date(2020, 1, 1)  # SFS 2019:914: landsting became region
_READ = date(2024, 1, 1)  # SFS 2023:644: the wording of 21 § that has been read


def _since(first: date, name: Text, provision: Provision) -> Requirement:
    """What holds from that day."""
    return Dated(name, (Wording(first, None, provision),))


def _act(section: str, *, paragraph: int | None = None) -> Provision:
    """A place in the act."""
    return Provision(ACT, section, paragraph=paragraph)


def _through_21(act: str, section: str, *, paragraph: int | None = None) -> Provision:
    """A rule of the Local Government Act of the time that 21 § makes the association's."""
    return Provision(act, section, paragraph=paragraph, through=_act("21 §"))


# 1, 3 §§ Försäkringskassan, Arbetsförmedlingen, minst en region och minst en kommun; för varje del av området både
# kommunen och dess region, utom där kommunen inte hör till någon region.
PARTIES = _since(
    IN_FORCE,
    Text(en="the parties that must take part", sv="vilka parter som ska delta"),
    _act("3 §"),
)

# 3 § Before SFS 2010:350 one county council took part; since then there can be several.
MOST_REGIONS: Dated[int | None] = Dated(
    Text(
        en="how many regions may take part, if there is a limit",
        sv="hur många regioner som får delta, om det är begränsat",
    ),
    (Wording(IN_FORCE, 1, _act("3 §")), Wording(_ACROSS_COUNTIES, None, _act("3 §"))),
)

# 5 § Försäkringskassan bidrar med hälften, regionerna tillsammans med en fjärdedel, kommunerna tillsammans med en
# fjärdedel. Four wordings (2004-01-01, 2005-01-01, 2010-07-01, 2020-01-01), none of which changed the shares.
STATE_SHARE = Dated(
    Text(en="the state's share of the funds", sv="statens andel av medlen"),
    (Wording(IN_FORCE, Fraction(1, 2), _act("5 §")),),
)
REGIONS_SHARE = Dated(
    Text(en="the regions' share of the funds", sv="regionernas andel av medlen"),
    (Wording(IN_FORCE, Fraction(1, 4), _act("5 §")),),
)
MUNICIPALITIES_SHARE = Dated(
    Text(en="the municipalities' share of the funds", sv="kommunernas andel av medlen"),
    (Wording(IN_FORCE, Fraction(1, 4), _act("5 §")),),
)

# 5 § second and third paragraphs: several municipalities, or several regions, are one party and share as they agree.
MUNICIPALITIES_AGREE = _since(
    IN_FORCE,
    Text(en="that the municipalities share as they agree", sv="att kommunerna fördelar som de kommer överens om"),
    _act("5 §", paragraph=2),
)
REGIONS_AGREE = _since(
    _ACROSS_COUNTIES,
    Text(en="that the regions share as they agree", sv="att regionerna fördelar som de kommer överens om"),
    _act("5 §", paragraph=3),
)

# 5 a § first paragraph: where no region takes part, the municipality outside every region pays the other half.
# The section came with SFS 2010:350; what applied before it has not been read.
REGIONLESS_ALONE_SHARE = Dated(
    Text(
        en="the share of a municipality outside every region, alone", sv="andelen för en kommun utanför alla regioner"
    ),
    (Wording(_ACROSS_COUNTIES, Fraction(1, 2), _act("5 a §", paragraph=1)),),
)

# 5 a § second paragraph: beside a region it shares in the municipal quarter and, as a region, in the regional one.
REGIONLESS_BESIDE_REGION = _since(
    _ACROSS_COUNTIES,
    Text(
        en="what a municipality outside every region pays beside a region",
        sv="vad en kommun utanför alla regioner betalar bredvid en region",
    ),
    _act("5 a §", paragraph=2),
)

# 10 § Each member has at least one seat and one deputy on the board.
ONE_MEMBER_ONE_SEAT = Dated(
    Text(en="seats and deputies of each member", sv="ledamöter och ersättare för varje medlem"),
    (Wording(IN_FORCE, 1, _act("10 §")),),
)

# Not law: the last year in which municipalities were generally thought to be able to share a seat. The National Council
# announced on 2022-02-07 that the reading of 10 § had been corrected.
SEATS_SHARED_UNTIL = 2022

# 23 § The board adopts the budget by 30 November, after consulting the members.
BUDGET_ADOPTION = Dated(
    Text(en="the last day to adopt the budget", sv="sista dag att fastställa budgeten"),
    (Wording(IN_FORCE, DayOfYear(11, 30), _act("23 §")),),
)

# 19 § The meeting at which the board adopts the budget is public, and is announced as the charter says. Until 2018 the
# section pointed to KL 8:22 of 1991, read in SOU 2015:24, section 1.7; the register names no change before that.
PUBLIC_MEETING = _since(
    IN_FORCE,
    Text(
        en="that the budget is adopted at a public meeting", sv="att budgeten fastställs vid ett offentligt sammanträde"
    ),
    _act("19 §"),
)

# 21 § makes rules of the Local Government Act the association's own. Its words before 2024 have not been read: SOU
# 2015:24, section 21.7, says that the references were replaced by their equivalents, and what each replaced.
_FROM_SOU = Text(en="inferred from SOU 2015:24, 21.7", sv="följer av SOU 2015:24, 21.7")

# KL 11:5 second paragraph, before it KL 8:4 third: revenues exceed costs. The exceptions are at no time referred to.
REVENUES_EXCEED_COSTS: Requirement = Dated(
    Text(en="that income exceeds costs", sv="att intäkterna överstiger kostnaderna"),
    (
        Wording(IN_FORCE, None, _through_21("1991:900", "8 kap. 4 §", paragraph=3), inferred=_FROM_SOU),
        Wording(_NEW_REFERENCES, None, _through_21("2017:725", "11 kap. 5 §", paragraph=2), inferred=_FROM_SOU),
        Wording(_READ, None, _through_21("2017:725", "11 kap. 5 §", paragraph=2)),
    ),
)

# KL 11:6, before it KL 8:5: a plan for three years, of which the budget year is always the first.
PLAN_YEARS = Dated(
    Text(en="the years of the plan", sv="planens antal år"),
    (
        Wording(IN_FORCE, 3, _through_21("1991:900", "8 kap. 5 §"), inferred=_FROM_SOU),
        Wording(_NEW_REFERENCES, 3, _through_21("2017:725", "11 kap. 6 §"), inferred=_FROM_SOU),
        Wording(_READ, 3, _through_21("2017:725", "11 kap. 6 §")),
    ),
)

# KL 11:15, before it KL 8:12: a decision on spending during the year says how it is to be financed.
SPENDING_IS_FINANCED: Requirement = Dated(
    Text(
        en="that a decision during the year says how it is financed",
        sv="att ett beslut under året anger hur det ska finansieras",
    ),
    (
        Wording(IN_FORCE, None, _through_21("1991:900", "8 kap. 12 §"), inferred=_FROM_SOU),
        Wording(_NEW_REFERENCES, None, _through_21("2017:725", "11 kap. 15 §"), inferred=_FROM_SOU),
        Wording(_READ, None, _through_21("2017:725", "11 kap. 15 §")),
    ),
)

# 22 § Where the association cannot pay a debt, each member pays in proportion to its share under 5 §.
SHORTFALL = _since(
    IN_FORCE, Text(en="that the members pay a shortfall", sv="att medlemmarna betalar en brist"), _act("22 §")
)

# 27 § Three years' notice, unless the charter states a shorter one.
NOTICE_YEARS = Dated(
    Text(en="the longest notice, in years", sv="längsta uppsägningstid, i år"), (Wording(IN_FORCE, 3, _act("27 §")),)
)

# 24 § Within three months of the end of the financial year; the closing accounts (årsbokslut) were named until 2018.
ANNUAL_REPORT_MONTHS = Dated(
    Text(en="the months to draw up the annual report", sv="antal månader för årsredovisningen"),
    (Wording(IN_FORCE, 3, _act("24 §")),),
)

# 24 § The law on accounting that applies, first to the report for the financial year 2019.
ACCOUNTING = Dated(
    Text(en="the law on accounting", sv="redovisningslagen"),
    (
        Wording(IN_FORCE, "lagen (1997:614) om kommunal redovisning", _act("24 §")),
        Wording(date(2019, 1, 1), "lagen (2018:597) om kommunal bokföring och redovisning", _act("24 §")),
    ),
)

_NOTICES = Text(en="where notices are posted", sv="var tillkännagivanden anslås")
_BY_THIRTEEN = (
    Text(en="name, seat, members and purpose", sv="namn, säte, medlemmar och ändamål"),
    Text(en="organisation", sv="organisation"),
    Text(
        en="board members and deputies, their representation, and a term shorter than four years",
        sv="antal ledamöter och ersättare, deras fördelning och mandattid kortare än fyra år",
    ),
    Text(en="tasks and powers under 7 §", sv="uppgifter och befogenheter enligt 7 §"),
    Text(en="whether a member may raise matters in the board", sv="om medlem får väcka ärenden i styrelsen"),
    Text(en="qualified majority, and for what", sv="kvalificerad majoritet, och i vilka ärenden"),
    Text(en="where announcements and other notices are posted", sv="var kungörelser och tillkännagivanden anslås"),
    Text(en="shares in assets, debts and costs", sv="andelar i tillgångar, skulder och kostnader"),
    Text(en="limits on credits", sv="begränsningar för krediter"),
    Text(en="the members' control and insight", sv="medlemmarnas styrning och insyn"),
    Text(en="the budget process", sv="budgetprocessen"),
    Text(en="the auditors' term", sv="revisorernas mandattid"),
)
_JOINTLY = Text(en="joint auditors", sv="gemensamma revisorer")
_FROM_FOURTEEN = (
    Text(en="how a member leaves", sv="hur en medlem utträder"),
    Text(en="liquidation, dissolution and what is left", sv="likvidation, upplösning och skifte"),
    Text(en="settlement of disputes", sv="hur tvister löses"),
    Text(en="fees to board and auditors", sv="ersättning till styrelse och revisorer"),
    Text(en="other economic and administrative matters", sv="övriga ekonomiska och administrativa frågor"),
)

# 9 § What the charter says, item by item. SFS 2007:1017 put in item 13; item 7 no longer says kungörelser, which is
# taken to have come with SFS 2017:746.
CHARTER = Dated(
    Text(en="the items of the charter", sv="förbundsordningens punkter"),
    (
        Wording(
            IN_FORCE,
            (*_BY_THIRTEEN, *_FROM_FOURTEEN),
            _act("9 §"),
            inferred=Text(
                en="inferred from the transitional provisions of SFS 2007:1017",
                sv="följer av övergångsbestämmelserna till SFS 2007:1017",
            ),
        ),
        Wording(_JOINT_AUDITORS, (*_BY_THIRTEEN, _JOINTLY, *_FROM_FOURTEEN), _act("9 §")),
        Wording(
            _NEW_REFERENCES,
            (*_BY_THIRTEEN[:6], _NOTICES, *_BY_THIRTEEN[7:], _JOINTLY, *_FROM_FOURTEEN),
            _act("9 §"),
            inferred=Text(en="inferred from SFS 2017:746", sv="följer av SFS 2017:746"),
        ),
        Wording(
            _REGIONS,
            (*_BY_THIRTEEN[:6], _NOTICES, *_BY_THIRTEEN[7:], _JOINTLY, *_FROM_FOURTEEN),
            _act("9 §"),
        ),
    ),
)

# 6 § A member may transfer funds to the association; nobody else is named. Only practice rests on it, as it stands now.
MEMBERS_TRANSFER = _act("6 §")

# 13 § Four years unless the charter says a shorter term, from 1 April of the year after the elections.
BOARD_TERM = Dated(
    Text(en="the longest term of the board, in years", sv="styrelsens längsta mandattid, i år"),
    (Wording(IN_FORCE, 4, _act("13 §")),),
)

# 9 § 13, 25 § Municipalities and regions may agree on joint auditors, and Försäkringskassan appoints one for both
# agencies, first for the financial year 2008.
JOINT_AUDITORS = _since(_JOINT_AUDITORS, Text(en="joint auditors", sv="gemensamma revisorer"), _act("25 §"))

# 25 § One auditor on behalf of each member; the words before SFS 2019:914 have not been read.
AUDITORS = _since(_REGIONS, Text(en="an auditor for each member", sv="en revisor för varje medlem"), _act("25 §"))
