"""Builds the documentation: `sphinx-build -n -W docs OUTPUT`, with finsam installed and no network."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

import finsam

project = "finsam"
copyright = "the finsam contributors"  # noqa: A001, the name that Sphinx reads
version = release = finsam.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
nitpicky = True
html_theme = "furo"
html_title = "finsam"

myst_heading_anchors = 3

# Docstrings are plain text in which `name` is a name and not a reference.
default_role = "code"

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_class_signature = "mixed"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 100
toc_object_entries_show_parents = "hide"

# The types of the standard library and of NumPy that signatures name: linking to them would need the network. Then what
# is no class: type variables, and the unions of the split keys, of a report's blocks and of what JSON can hold; and the
# dict that cannot be changed, which shows itself as a dict.
nitpick_ignore_regex = [
    (r"py:.*", r"(argparse|collections\.abc|concurrent\.futures|datetime|decimal|enum|fractions|numbers|numpy)\..+"),
    (r"py:.*", r"(os|pathlib|types)\..+"),
    (r"py:class", r"(finsam\.[\w.]+\.)?[A-Z](_co)?|SplitKey|Value|Block|finsam\.readonly\.ReadOnly"),
]


def unlink(app: Sphinx, page: nodes.document) -> None:
    """Leave the README's links to what lies beside it, such as the licence, as text: here they are no pages."""
    for link in list(page.findall(pending_xref)):
        if link["reftype"] == "myst" and (Path(app.srcdir).parent / link["reftarget"]).is_file():
            link.replace_self(link.children)


def mark_language(app: Sphinx, name: str, _: str, context: dict[str, Any], __: nodes.document | None) -> None:
    """Mark a page as Swedish that says so in its first lines."""
    context["language"] = app.env.metadata.get(name, {}).get("lang", app.config.language)


def setup(app: Sphinx) -> None:
    """Tell Sphinx about it."""
    app.connect("doctree-read", unlink)
    app.connect("html-page-context", mark_language)
