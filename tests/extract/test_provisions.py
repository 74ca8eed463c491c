"""Provisions: what plans say, in texts made up for it, and what holds of all."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import BadCodebook
from onrecord.extract import extract, extractor_after, load_codebook
from onrecord.read import document
from onrecord.record import Document, Modality, Provision, Reading, TextState

CASES = tomllib.loads(Path(__file__).with_name("provisions.toml").read_text())
DAY = "2027-04-14"
ARTICLE = """What the 12 Points Say

The Courier has obtained the plan that Norway put to Chile and Peru. Two of its 12 points
are given here.

3. Chile withdraws all troops from Tarma within 60 days.
7. Peru pays \\$2 billion into a fund to rebuild the valley.

The provision on the dam was deleted, a diplomat said. Peru's memorandum was tabled, too.
"""


def read(text: str, name: str = "x.txt") -> tuple[Document, Reading]:
    found = document(text.encode(), name, DAY)
    return found, extract(found, DAY)


def shown(provision: Provision, reading: Reading) -> str:
    """Give a provision in one line: modality, category, who must or may, the point, the words."""
    names = {actor.actor_id: actor.name for actor in reading.actors}
    permits = provision.modality is Modality.PERMIT
    acting = provision.beneficiaries if permits else provision.obligors
    who = ", ".join(names[actor] for actor in acting) or "-"
    number = f"{provision.number}: " if provision.number else ""
    words = " ".join(provision.anchor.exact.split())
    return f"{provision.modality} | {provision.category or '-'} | {who} | {number}{words}"


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["text"][:60])
def test_a_text_has_these_provisions(case: dict[str, Any]) -> None:
    _, reading = read(case["text"].strip())
    assert [shown(one, reading) for one in reading.provisions] == case["provisions"]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=case["reason"]))
        for case in CASES["failures"]
    ],
    ids=lambda case: case["text"][:60],
)
def test_what_is_known_to_fail(case: dict[str, Any]) -> None:
    _, reading = read(case["text"].strip())
    assert [shown(one, reading) for one in reading.provisions] == case["provisions"]


def test_all_words_are_verbatim_and_ids_are_unique() -> None:
    article, reading = read(ARTICLE)
    assert len(reading.provisions) == 3
    for provision in reading.provisions:
        for anchor in (provision.anchor, provision.plan_words, provision.region):
            assert anchor is None or article.raw_text[anchor.start : anchor.end] == anchor.exact
    assert len({provision.provision_id for provision in reading.provisions}) == 3


HELPED = (
    "The Norwegian plan would give $2 billion to help rebuild and invest in Chile, $1 million to "
    "feed Peru and the rest to develop the valley."
)


def test_whom_the_purpose_of_a_gift_helps_gets_something() -> None:
    _, reading = read(HELPED)
    names = {actor.actor_id: actor.name for actor in reading.actors}
    found = {names[actor] for one in reading.provisions for actor in one.beneficiaries}
    assert found == {"Government of Chile", "Government of Peru"}


def test_a_printed_point_has_its_number_its_plan_and_its_place() -> None:
    _, reading = read(ARTICLE)
    first = reading.provisions[0]
    assert (first.number, first.category, first.also) == (3, "SEC.WITHDRAWAL", ("IMP.TIMETABLE",))
    assert first.plan.version == "12 points"
    assert not first.version_ambiguous
    assert first.region is not None
    assert first.region.exact == "Tarma"
    assert first.reported_by is None


def test_money_is_a_provisions_only_where_its_words_say_what_for() -> None:
    _, reading = read(ARTICLE)
    (sum_,) = reading.money
    assert reading.provisions[1].money == (sum_.money_id,)
    _, without = read("Under the deal, Chile must pay Peru $5 billion. The deal was signed.")
    assert [one.money for one in without.provisions] == [()]
    assert len(without.money) == 1


def test_the_state_of_a_text_is_told_by_its_words() -> None:
    _, reading = read(ARTICLE)
    states = [provision.text_state for provision in reading.provisions]
    assert states == [TextState.UNKNOWN, TextState.UNKNOWN, TextState.DELETED]
    assert reading.provisions[2].reported_by == reading.statements[0].actor_id


def test_a_point_has_the_id_that_stances_on_it_have() -> None:
    _, reading = read(
        "The plan would require Chile to withdraw its troops. Peru rejected the withdrawal."
    )
    (provision,), (stance,) = reading.provisions, reading.stances
    assert stance.object.object_id == provision.object_id


def test_a_plan_in_two_drafts_leaves_open_which_one_says_it() -> None:
    _, reading = read("The 28-point plan was pared down to 20 points. The plan bans missile tests.")
    (provision,) = reading.provisions
    assert provision.version_ambiguous
    assert provision.plan.version is None


def test_a_modal_of_possibility_is_for_review() -> None:
    _, reading = read("The plan could oblige Peru to cede territory. The plan was leaked.")
    (provision,) = reading.provisions
    assert provision.for_review


def test_a_condition_inside_a_provision_is_named() -> None:
    _, reading = read(
        "Under the truce plan, the rebels will free all hostages if the army leaves the city."
    )
    (provision,), (condition,) = reading.provisions, reading.conditions
    assert provision.condition == condition.condition_id


def test_reading_again_gives_the_same() -> None:
    assert read(ARTICLE)[1].provisions == read(ARTICLE)[1].provisions


BOOK = """
[[leaves]]
code = "FISH.CATCH"
label = "how much may be caught"
triggers = ["cod catch*", "landings"]

[[leaves]]
code = "FISH.WHEN"
label = "when"
secondary = true
triggers = ["until"]
"""
CATCH = "The deal requires Chile to cut its cod catch until May. The deal was signed."


def test_a_users_codebook_gives_its_own_categories(tmp_path: Path) -> None:
    (path := tmp_path / "fish.toml").write_text(BOOK)
    book = load_codebook(path)
    article = document(CATCH.encode(), "x.txt", DAY)
    (own,) = extract(article, DAY, book=book).provisions
    assert (own.category, own.also) == ("FISH.CATCH", ("FISH.WHEN",))
    (shipped,) = extract(article, DAY).provisions
    assert shipped.category is None


def test_another_codebook_makes_another_reading(tmp_path: Path) -> None:
    (one := tmp_path / "fish.toml").write_text(BOOK)
    (other := tmp_path / "sub").mkdir()
    (other / "fish.toml").write_text(BOOK.replace("landings", "nets"))
    article = document(CATCH.encode(), "x.txt", DAY)
    books = [None, load_codebook(one), load_codebook(other / "fish.toml")]
    assert len({extractor_after(article.reader, book=book) for book in books}) == 3


@pytest.mark.parametrize("case", CASES["codebooks"], ids=lambda case: case["reason"])
def test_a_bad_codebook_is_refused_with_a_sentence(case: dict[str, str], tmp_path: Path) -> None:
    (path := tmp_path / "bad.toml").write_text(case["content"])
    with pytest.raises(BadCodebook) as error:
        load_codebook(path)
    assert case["reason"] in str(error.value)
    assert str(path) in str(error.value)


@pytest.mark.parametrize("name", ["absent.toml", "."])
def test_a_codebook_that_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadCodebook):
        load_codebook(tmp_path / name)


def test_a_codebook_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadCodebook, match="no TOML"):
        load_codebook(path)


def test_a_codebook_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "x.toml").write_text("#" * 1_000_001)
    with pytest.raises(BadCodebook, match="bytes"):
        load_codebook(path)


HOSTILE = [
    "the plan requires Chile to ",
    "Under the deal, A and B, and ",
    "the clause, which, that would ban, ",
    "1. the plan\n2. the deal\n",
    "the plan includes A, B and in exchange for C, ",
    "concessions from the plan, including the, ",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_takes_linear_time(words: str) -> None:
    """Four times the text may take four times the time, with room for chance, never sixteen."""
    read(words * 5)
    short, long = _seconds(words * 40), _seconds(words * 160)
    assert long < 10 * short + 1


def _seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "text", ["", "the plan", "The plan would require", "Under the deal,", "1. "]
)
def test_a_text_that_breaks_off_has_no_provisions(text: str) -> None:
    assert read(f"Head\n\n{text}")[1].provisions == ()
