"""One outlet under its name, its host and its letters."""

import pytest

from onrecord.analyse.copies import Outlets
from tests.analyse.copies.articles import origin

OUTLETS = Outlets(
    [
        origin(0, "Dorvik Herald"),
        origin(1, "dorvikherald.example", url="https://www.dorvikherald.example/a"),
        origin(2, "Lemesh Telegraf", url="telegraf-lemesh.example/en/b"),
        origin(3, "telegraf-lemesh.example"),
        origin(4, "www.innerseapress.example", credits=("ISP",)),
        origin(5, "Port Elian Courier", credits=("ISP", "Inner Sea Press reported from Dorvik.")),
        origin(6, None),
        origin(7, "The Strand Chronicle", byline="Mara Tellin"),
        origin(8, "Gulf Mail", credits=("Reuters contributed to this report.",)),
        origin(9, "Gulf Mail", byline="Reuters"),
        origin(10, "Varn Echo", byline="Mara Tellin and AFP"),
    ]
)


@pytest.mark.parametrize(
    ("one", "other"), [(0, 1), (2, 3)], ids=["letters of the host", "its own articles say so"]
)
def test_a_name_and_a_host_are_one_outlet(one: int, other: int) -> None:
    assert OUTLETS.of(f"doc-{one}") == OUTLETS.of(f"doc-{other}")


def test_outlets_are_called_by_their_names() -> None:
    names = [OUTLETS.name(OUTLETS.of(f"doc-{number}") or "") for number in (1, 3, 4, 7)]
    assert names == ["Dorvik Herald", "Lemesh Telegraf", "Inner Sea Press", "The Strand Chronicle"]
    assert OUTLETS.of("doc-6") is None
    assert OUTLETS.of("doc-99") is None


def test_letters_are_the_only_outlet_with_these_initials() -> None:
    assert OUTLETS.credited("doc-5") == {OUTLETS.of("doc-4")}
    assert OUTLETS.credited("doc-4") == frozenset()


def test_who_contributed_is_not_whose_report_it_is() -> None:
    assert OUTLETS.credited("doc-8") == frozenset()
    assert OUTLETS.credited("doc-9") == {"reuters"}
    assert OUTLETS.name("reuters") == "Reuters"
    assert OUTLETS.credited("doc-10") == {"agencefrancepresse"}


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("the Strand Chronicle", 7),
        ("the Chronicle", 7),
        ("the Courier", 5),
        ("the news agency ISP", 4),
        ("Inner Sea Press", 4),
        ("the newspaper", None),
        ("reporters", None),
        ("Mara Tellin", None),
    ],
)
def test_words_name_an_outlet_or_none(words: str, of: int | None) -> None:
    assert OUTLETS.named(words) == (None if of is None else OUTLETS.of(f"doc-{of}"))


def test_an_outlet_that_is_not_on_record_is_known_by_what_outlets_are_called() -> None:
    assert OUTLETS.named("Radio Quay") == OUTLETS.named("the Radio Quay") is not None
    assert OUTLETS.named("Ministry of Trade") is None


def test_the_end_of_two_names_is_the_end_of_none() -> None:
    outlets = Outlets([origin(0, "Dorvik Herald"), origin(1, "Lemesh Herald")])
    assert outlets.named("the Herald") is None


def test_a_host_with_several_names_is_none_of_them() -> None:
    hosts = [
        origin(n, name, url="https://reader.example/x") for n, name in enumerate(("Ash", "Oak"))
    ]
    outlets = Outlets(hosts)
    assert outlets.of("doc-0") != outlets.of("doc-1")
