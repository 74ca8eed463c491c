"""The examples in the docstrings of the evaluation run."""

import doctest
import importlib

import pytest

from evaluation.shared import ROOT

FILES = sorted([*ROOT.glob("evaluation/*.py"), *ROOT.glob("evaluation/case/*.py")])
MODULES = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in FILES]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
