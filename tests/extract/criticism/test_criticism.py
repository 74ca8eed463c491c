"""Criticism is found with its words, and with the country that it is aimed at."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord import world
from onrecord.extract.criticism import (
    country_code,
    criticism,
    criticism_in_speech,
    named_countries,
)
from onrecord.extract.criticism.countries import _names

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text("utf-8")
)["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_cases(case: dict[str, Any]) -> None:
    found = criticism(case["text"])
    assert [case["text"][slice(*span)] for span in found.words] == case.get("words", [])
    assert found.aimed_at == case.get("aimed_at")
    assert found.criticises == bool(case.get("words"))


def test_nobody_criticises_his_own_country() -> None:
    assert criticism("Chad condemns the invasion by Sudan.", "TCD").aimed_at == "SDN"
    assert criticism("Chad condemns the invasion.", "TCD").aimed_at is None


def test_who_was_criticised_is_meant_until_another_is_named() -> None:
    speech = (
        "Peru broke the law.",
        "Peru violated it.",
        "That is illegal.",
        "Cuba lied.",
        "A sham!",
    )
    found = [one.aimed_at for one in criticism_in_speech(speech)]
    assert found == ["PER", "PER", "PER", "CUB", "CUB"]


def test_a_country_that_is_only_praised_is_not_meant_later() -> None:
    speech = ("Peru is a friend.", "That was a farce.")
    assert [one.aimed_at for one in criticism_in_speech(speech)] == ["PER", None]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Venezuela_(Bolivarian_Republic_Of)", "VEN"),
        ("germany", "DEU"),
        ("Viet Nam", "VNM"),
        ("Atlantis", None),
    ],
)
def test_countries_are_known_by_any_of_their_names(name: str, code: str | None) -> None:
    assert country_code(name) == code


def test_the_longest_name_counts_and_peoples_are_countries() -> None:
    text = "South Sudan, the Koreans of North Korea, Ukrainians, Guineans and Niger"
    assert [(text[slice(*one.span)], one.code) for one in named_countries(text)] == [
        ("South Sudan", "SSD"),
        ("North Korea", "PRK"),
        ("Ukrainians", "UKR"),
        ("Niger", "NER"),
    ]


def test_an_adjective_is_no_name() -> None:
    assert not world.adjectives().keys() & _names().keys()
    assert set(world.adjectives().values()) <= set(_names().values())


def test_hostile_text_costs_no_time() -> None:
    text = "has been must not without " * 40_000 + "Chad " * 40_000
    started = time.process_time()
    criticism(text)
    assert time.process_time() - started < 1
