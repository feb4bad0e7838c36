"""A follow-up: what it holds is what its file holds, and what does not go together is refused."""

import copy
import json
import pickle

from hypothesis import given

from fields import missed
from finsam import followup
from finsam.followup import FollowUp
from followup_strategies import followups
from names import NAMES
from strategies import tries

# Laws


@tries(30)
@given(followups())
def test_what_is_written_is_read_as_the_same_follow_up(of: FollowUp) -> None:
    """Every follow-up survives its file, and its tables as JSON."""
    assert followup.loads(followup.dumps(of)) == of
    assert followup.from_dict(json.loads(json.dumps(followup.to_dict(of)))) == of


@tries(10)
@given(followups())
def test_what_is_read_is_written_as_it_was(of: FollowUp) -> None:
    """To save a file that finsam wrote changes nothing in it."""
    text = followup.dumps(of)
    assert followup.dumps(followup.loads(text)) == text


@tries(20)
@given(followups())
def test_repr_builds_the_follow_up_again(of: FollowUp) -> None:
    """What is shown is Python, in the names of finsam and of the standard library, that gives the same again."""
    assert eval(repr(of), NAMES) == of


@tries(20)
@given(followups())
def test_a_follow_up_can_be_pickled_and_copied(of: FollowUp) -> None:
    """And is then the same, and as good a key."""
    for other in (pickle.loads(pickle.dumps(of)), copy.copy(of), copy.deepcopy(of)):
        assert (other, hash(other)) == (of, hash(of))


def test_every_field_of_every_part_of_a_follow_up_is_drawn() -> None:
    """So that what is added to a follow-up cannot be forgotten by its file: the laws above are then about it too."""
    assert missed(FollowUp, followups()) == set()
