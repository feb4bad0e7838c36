"""Staffing: posts and parts of posts, and never a person."""

from fractions import Fraction

import pytest
from hypothesis import given

from content_strategies import posts
from finsam import share
from finsam.errors import PlanError
from finsam.staffing import Post
from names import NAMES
from strategies import tries


@tries(50)
@given(posts())
def test_repr_builds_the_post_again(post: Post) -> None:
    """What is shown is Python that gives the same post."""
    assert eval(repr(post), NAMES) == post


@tries(50)
@given(posts())
def test_a_post_is_shown_with_what_is_known_of_it(post: Post) -> None:
    """Its role first, and no size or employer that the plan does not give."""
    assert str(post).startswith(post.role)
    assert str(Post(role=post.role)) == post.role


def test_a_post_in_words() -> None:
    """One and a half posts in Eksjö are 150 % of full time."""
    assert str(Post(role="SE-coach", share=share("150 %"), employer="Eksjö")) == "SE-coach 150 % (Eksjö)"
    assert str(Post(role="koordinator", share=Fraction(1, 3))) == "koordinator 1/3"
    assert str(Post(role="coach", employer="Tranås")) == "coach (Tranås)"


@pytest.mark.parametrize(("size", "shown"), [(Fraction(0), "0 %"), (Fraction(-1, 2), "-50 %")])
def test_a_post_is_of_more_than_zero(size: Fraction, shown: str) -> None:
    """No post is no post."""
    with pytest.raises(PlanError) as error:
        Post(role="coach", share=size)
    assert str(error.value) == f"the post coach is {shown} of full time; write more than zero"
    assert error.value.text("sv") == f"tjänsten coach är {shown} av heltid; skriv mer än noll"
    assert [problem.path for problem in error.value.problems] == [("share",)]
