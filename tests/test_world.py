"""The table of the world."""

import pytest

from onrecord import world


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russian Foreign Ministry", "RUS"),
        ("U.S. secretary of state", "USA"),
        ("Ministry of Finance of Chile", "CHL"),
        ("Germany", "DEU"),
        ("Yemeni delegation", "YEM"),
        ("Congolese delegation", None),
        ("Dockers' union", None),
    ],
)
def test_a_name_tells_its_country_or_none(name: str, code: str | None) -> None:
    assert world.country_in(name) == code


def test_every_country_has_a_name_and_a_code_of_three_letters() -> None:
    assert len(world.countries()) > 240
    for code, row in world.countries().items():
        assert code.isupper()
        assert len(code) == 3
        assert row["names"]


def test_a_short_name_leads_to_one_body() -> None:
    assert world.bodies()["EU"] == "European Union"
    assert len(set(world.bodies().values())) > 80
