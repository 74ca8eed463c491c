"""The judge of single passages: places in, numbers out, by the weights that were measured."""

from pathlib import Path
from shutil import copytree

import numpy as np
import pytest

from onrecord.errors import WeightsBroken
from onrecord.extract.tagger.files import WEIGHTS
from onrecord.extract.tagger.judging import (
    CERTAIN,
    MIRRORED,
    Judge,
    attitude,
    factuality,
    judge,
)
from onrecord.extract.tagger.marking import AROUND, MOST, bracketed, marked
from onrecord.record import Span


def place(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def value(text: str, word: str) -> float:
    [[found]] = factuality([text], [[place(text, word)]])
    return found


@pytest.mark.parametrize(
    ("more", "less", "word"),
    [
        ("The ferries sailed on Monday.", "The ferries may have sailed on Monday.", "sailed"),
        ("The minister signed the accord.", "The minister did not sign the accord.", "sign"),
        ("The council approved the levy.", "The council refused to approve the levy.", "approve"),
        ("Troops left the valley.", "Officials doubt that troops left the valley.", "left"),
    ],
)
def test_what_is_denied_or_doubted_is_less_factual(more: str, less: str, word: str) -> None:
    assert value(more, word) > value(less, word) + 0.3


def test_values_are_on_the_scale_and_events_judged_together_are_those_judged_alone() -> None:
    text = "The envoy said that the port could reopen, but the strike was never called off."
    words = [place(text, word) for word in ("said", "reopen", "called off")]
    [together] = factuality([text], [words])
    alone = [factuality([text], [[one]])[0][0] for one in words]
    assert together == pytest.approx(alone, abs=1e-5)
    assert all(-CERTAIN <= one <= CERTAIN for one in together)
    assert factuality([text, text], [[], words[:1]]) == [[], together[:1]]


def best(text: str, one: str, other: str) -> int:
    return int(np.argmax(attitude(text, place(text, one), place(text, other))))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Brandt praised Okoro for her courage.", 1),
        ("Brandt was praised by Okoro for his courage.", 2),
        ("Brandt accused Okoro of lying to the public.", 3),
        ("Brandt was attacked by Okoro over his failed policy.", 4),
        ("Brandt arrived in Oslo before Okoro did.", 0),
    ],
)
def test_who_praises_or_blames_whom_is_told(text: str, label: int) -> None:
    assert best(text, "Brandt", "Okoro") == label
    assert best(text, "Okoro", "Brandt") == MIRRORED[label]


def test_probabilities_of_a_pair_are_those_of_the_pair_turned_round() -> None:
    text = "Okoro said that Brandt had betrayed the dockers."
    one, other = place(text, "Okoro"), place(text, "Brandt")
    here, there = attitude(text, one, other), attitude(text, other, one)
    assert sum(here) == pytest.approx(1)
    assert here == pytest.approx([there[label] for label in MIRRORED], abs=1e-6)


def test_of_a_long_text_what_stands_around_the_places_is_read() -> None:
    filler = "The talks went on in the old customs house. " * 400
    text = filler + "Brandt accused Okoro of lying." + filler
    passage = marked(
        judge().tokenizer, text, (place(text, "Brandt"), place(text, "Okoro")), pair=True
    )
    assert len(passage.ids) <= MOST + 2
    assert sorted(set(passage.marks.tolist())) == [0, 1, 2]
    far = marked(judge().tokenizer, text, (Span(0, 3), Span(len(text) - 4, len(text) - 1)))
    assert all(0 < one.start < one.end <= len(far.ids) for one in far.places)


@pytest.mark.parametrize(
    ("text", "one", "other", "printed"),
    [
        ("Brandt saw Okoro.", "Brandt", "Okoro", "< brandt > saw { okoro } ."),
        ("Brandt saw Okoro.", "Okoro", "Brandt", "{ brandt } saw < okoro > ."),
        ("Brandt-Okoro won.", "Brandt", "-Okoro", "< brandt > { - okoro } won ."),
        ("Brandt saw “Okoro”", "Brandt", "Okoro", "< brandt > saw “ { okoro } ”"),
    ],
)
def test_names_stand_in_brackets_of_their_own(
    text: str, one: str, other: str, printed: str
) -> None:
    marks = dict(zip((id_ for pair in AROUND for id_ in pair), "<>{}", strict=True))
    found = bracketed(judge().tokenizer, text, place(text, one), place(text, other))
    ids = [int(number) for number in found.ids]
    pieces = [marks.get(id_) or judge().tokenizer.id_to_token(id_) or "" for id_ in ids]
    assert " ".join(pieces[1:-1]).replace(" ##", "") == printed
    assert [pieces[span.start] for span in found.places] == ["<", "{"]
    assert not found.features.any()


@pytest.mark.parametrize("text", ["…", "\u200b", "   ", "𝔘𝔫 😀"])
def test_names_of_no_words_are_read_without_a_fall(text: str) -> None:
    found = bracketed(judge().tokenizer, text, Span(0, 1), Span(0, len(text)))
    assert all(0 < span.start < span.end <= len(found.ids) for span in found.places)
    assert sum(attitude(text, Span(0, 1), Span(0, 1))) == pytest.approx(1)


def test_of_a_long_text_what_stands_around_the_brackets_is_read() -> None:
    filler = "The talks went on in the old customs house. " * 400
    text = filler + "Brandt accused Okoro of lying." + filler
    found = bracketed(judge().tokenizer, text, place(text, "Brandt"), place(text, "Okoro"))
    assert len(found.ids) <= MOST + 2
    assert attitude(text, place(text, "Brandt"), place(text, "Okoro"))[3] > 0.5


@pytest.mark.parametrize("wrong", [Span(3, 3), Span(-1, 2), Span(0, 99)])
def test_a_place_outside_its_text_is_refused(wrong: Span) -> None:
    with pytest.raises(ValueError, match="empty or outside"):
        factuality(["Troops left."], [[wrong]])


@pytest.mark.parametrize("text", ["…", "\u200b", "   ", "𝔘𝔫 😀"])
def test_a_text_of_no_words_is_judged_without_a_fall(text: str) -> None:
    [[found]] = factuality([text], [[Span(0, 1)]])
    assert -CERTAIN <= found <= CERTAIN


@pytest.mark.parametrize("name", ["judging.onnx", "attitudes.onnx", "judging.json"])
def test_weights_that_were_changed_are_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "weights"
    copytree(WEIGHTS, folder)
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[:100] + b"\x01\x02\x03" + data[103:])
    with pytest.raises(WeightsBroken, match="is missing or not the file"):
        Judge(folder).attitude("Brandt saw Okoro.", Span(0, 6), Span(11, 16))
