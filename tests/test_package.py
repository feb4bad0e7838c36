"""The package: its public names, where each is from, and what is loaded when."""

import ast
import importlib
import pkgutil
import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files

import pytest

import finsam

OPTIONAL = {
    "cattr",
    "cattrs",
    "hypothesis",
    "msgspec",
    "numpy",
    "pandas",
    "polars",
    "pytest",
    "stdnum",
    "typing_extensions",
}
MODULES = [each.name for each in pkgutil.walk_packages(finsam.__path__, "finsam.") if each.name != "finsam.__main__"]


def told_to_type_checkers() -> dict[str, str]:
    """The names that `__init__.pyi` gives, each with the module that it is from."""
    tree = ast.parse(files("finsam").joinpath("__init__.pyi").read_text("utf-8"))
    imports = [each for each in tree.body if isinstance(each, ast.ImportFrom)]
    assert all(name.name == name.asname for each in imports for name in each.names)  # as type checkers want it
    return {name.name: each.module or "" for each in imports for name in each.names}


def loaded_by(code: str) -> set[str]:
    """The modules that are there when a new Python has run the code."""
    shown = f"{code}\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", shown], check=True, capture_output=True, text=True)
    return {*done.stdout.split()}


@pytest.mark.parametrize("name", finsam.__all__)
def test_every_public_name_can_be_had_and_is_explained(name: str) -> None:
    """`help` of it says something that is its own, in its first line."""
    assert getattr(finsam, name).__doc__


def test_there_are_at_most_sixty_public_names() -> None:
    """Each of them once; the others are imported from their modules."""
    assert len(finsam.__all__) == len({*finsam.__all__}) <= 60


def test_type_checkers_are_told_the_same_names() -> None:
    """In the same order, and each from the module that gives it."""
    told = told_to_type_checkers()
    assert [*told] == finsam.__all__
    for name, module in told.items():
        assert getattr(importlib.import_module(module), name) is getattr(finsam, name)


def test_a_public_name_is_public_in_its_module() -> None:
    """What is public at the top is public where it is from."""
    told = told_to_type_checkers()
    assert [name for name, module in told.items() if name not in importlib.import_module(module).__all__] == []


def test_what_python_lists_is_what_there_is() -> None:
    """`dir` has every public name, whether or not it has been used, and nothing else that a reader would look past."""
    listed = dir(finsam)
    assert listed == sorted(["__version__", *finsam.__all__])
    assert all(hasattr(finsam, name) for name in listed)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As of any module."""
    with pytest.raises(AttributeError) as error:
        finsam.krona  # type: ignore[attr-defined]  # noqa: B018  # to look is enough, and type checkers say so too
    assert str(error.value) == "module 'finsam' has no attribute 'krona'"


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_and_what_is_public_in_it(module: str) -> None:
    """A docstring, and `__all__` with names that are there."""
    imported = importlib.import_module(module)
    assert imported.__doc__
    assert all(hasattr(imported, name) for name in imported.__all__)


def test_importing_finsam_loads_nothing_else() -> None:
    """A name loads its module when it is first used."""
    loaded = loaded_by("import finsam")
    assert {name for name in loaded if name.startswith(("finsam", "attr", "dateutil"))} == {"finsam"}


def test_a_name_is_loaded_once() -> None:
    """The second time it is there."""
    assert {"finsam.money", "finsam.errors"} <= loaded_by("import finsam; assert finsam.kr is vars(finsam)['kr']")


def test_amounts_are_had_without_plans() -> None:
    """Nor is the reader of files loaded."""
    loaded = loaded_by("from finsam import kr")
    assert "finsam.money" in loaded
    assert not {"finsam.plan", "finsam.files", "tomllib"} & loaded


def test_all_names_are_had_without_anything_optional() -> None:
    """Not cattrs either, which only the reading of files needs."""
    packages = {name.partition(".")[0] for name in loaded_by("from finsam import *")}
    assert {"finsam", "attrs", "dateutil"} <= packages
    assert not OPTIONAL & packages


def test_the_version_is_that_of_the_distribution() -> None:
    """One number, in one place."""
    assert finsam.__version__ == version("finsam")


def test_the_package_says_that_it_is_typed() -> None:
    """PEP 561."""
    assert files("finsam").joinpath("py.typed").is_file()
