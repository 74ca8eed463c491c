"""Texts with coreference are read as they are meant, and clusters are scored by the book."""

import itertools
import random
from pathlib import Path

import numpy as np
import pytest

from evaluation.assignment import best_total
from evaluation.clusters import Clusters, disjoint, figures, score, total
from evaluation.conllu import Story, story
from evaluation.coreference import TITLES, actors, all_figures, by_head, gold, measured, predicted
from evaluation.extracting import Json
from onrecord.record import Span

CONLLU = """\
# newdoc id = hand_made
# newpar
# text = President Ann Lee can't run.
1	President	president	NOUN	NN	_	5	nsubj	_	Entity=(1-person-new
2	Ann	Ann	PROPN	NNP	_	1	flat	_	_
3	Lee	Lee	PROPN	NNP	_	1	flat	_	Entity=1)
4-5	can't	_	_	_	_	_	_	_	_
4	ca	can	AUX	MD	_	5	aux	_	_
5	n't	not	PART	RB	_	6	advmod	_	_
6	run	run	VERB	VB	_	0	root	_	SpaceAfter=No
6.1	run	run	VERB	VB	_	_	_	_	_
7	.	.	PUNCT	.	_	6	punct	_	_

# text = Her plan fell.
1	Her	her	PRON	PRP$	PronType=Prs	2	nmod:poss	_	Entity=(2-abstract-new(1-person-giv)
2	plan	plan	NOUN	NN	_	3	nsubj	_	Entity=2)
3	fell	fall	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

# newpar = second
# text = The mayor left Lee's aides.
1	The	the	DET	DT	_	2	det	_	Entity=(3-person-new
2	mayor	mayor	NOUN	NN	_	3	nsubj	_	Entity=3)
3	left	leave	VERB	VBD	_	0	root	_	_
4-5	Lee's	_	_	_	_	_	_	_	_
4	Lee	Lee	PROPN	NNP	_	6	nmod:poss	_	Entity=(4-person-new(1-person-giv
5	's	's	PART	POS	_	4	case	_	Entity=1)
6	aides	aide	NOUN	NNS	_	3	obj	_	Entity=4)|SpaceAfter=No
7	.	.	PUNCT	.	_	3	punct	_	_
"""
TEXT = "President Ann Lee can't run. Her plan fell.\n\nThe mayor left Lee's aides.\n"


def words(found: Story, clusters: Clusters) -> set[frozenset[str]]:
    return {frozenset(found.text[slice(*span)] for span in cluster) for cluster in clusters}


def test_the_text_is_put_together_again() -> None:
    assert story(CONLLU).text == TEXT


def test_mentions_have_their_places_heads_and_kinds() -> None:
    found = [
        (one.entity, one.kind, TEXT[slice(*one.span)], TEXT[slice(*one.head)])
        for one in story(CONLLU).mentions
    ]
    assert found == [
        ("1", "person", "President Ann Lee", "President"),
        ("1", "person", "Her", "Her"),
        ("2", "abstract", "Her plan", "plan"),
        ("3", "person", "The mayor", "mayor"),
        ("1", "person", "Lee's", "Lee"),
        ("4", "person", "Lee's aides", "aides"),
    ]


def test_words_of_a_contraction_that_are_not_its_letters_have_its_place() -> None:
    conllu = CONLLU.replace("\tca\tcan", "\tcan\tcan").replace("\tn't\tnot", "\tnot\tnot")
    assert story(conllu).text == TEXT


def test_actors_are_persons_that_are_named_or_a_pronoun_somewhere() -> None:
    found = story(CONLLU)
    assert words(found, gold(found.text, found.mentions)) == {
        frozenset({"President Ann Lee", "Her", "Lee"}),
        frozenset({"Her plan"}),
        frozenset({"The mayor"}),
        frozenset({"Lee's aides"}),
    }
    assert words(found, gold(found.text, actors(found.mentions))) == {
        frozenset({"President Ann Lee", "Her", "Lee"})
    }


def line(*mentions: tuple[str, str | None]) -> Json:
    return {
        "mentions": [
            {"span": [TEXT.index(name), TEXT.index(name) + len(name)], "actor_id": actor}
            for name, actor in mentions
        ]
    }


def test_mentions_of_one_actor_are_a_cluster_and_those_of_nobody_are_alone() -> None:
    given = line(("Ann Lee", "a"), ("Her", "a"), ("Lee's", "a"), ("mayor", None), ("plan", None))
    assert words(story(CONLLU), predicted(TEXT, given)) == {
        frozenset({"Ann Lee", "Her", "Lee"}),
        frozenset({"mayor"}),
        frozenset({"plan"}),
    }


def test_a_mention_stands_for_the_one_whose_head_it_holds() -> None:
    found = story(CONLLU)
    given = predicted(
        TEXT, line(("President Ann", "a"), ("Her", "a"), ("fell", "b"), ("aides", "c"))
    )
    assert words(found, by_head(found, given)) == {
        frozenset({"President Ann Lee", "Her"}),
        frozenset({"fell"}),
        frozenset({"Lee's aides"}),
    }


def test_no_two_mentions_stand_for_one() -> None:
    found = story(CONLLU)
    given = predicted(TEXT, line(("President", "a"), ("President Ann", "b")))
    assert words(found, by_head(found, given)) == {
        frozenset({"President Ann Lee"}),
        frozenset({"President Ann"}),
    }


def clusters(letters: str) -> Clusters:
    """Give clusters of mentions that are letters: `abc de`."""
    return disjoint([[Span(ord(one), ord(one) + 1) for one in word] for word in letters.split()])


def shares(key: str, response: str) -> dict[str, tuple[float, float]]:
    found = score(clusters(key), clusters(response))
    return {name: rounded(sums.recall, sums.precision) for name, sums in found.items()}


def rounded(recall: float, precision: float) -> tuple[float, float]:
    """Give both as far as arithmetic can be trusted."""
    return round(recall, 9), round(precision, 9)


def test_the_measures_of_a_partition_with_missing_and_invented_mentions() -> None:
    # Key {abc} {defg}, response {ab} {cd} {fghi}: the worked example of Pradhan et al. 2014.
    # MUC: abc is cut in ab|c and keeps 1 link of 2; defg in d|e|fg keeps 1 of 3: 2/5. Response: ab
    #   keeps 1 of 1, cd 0 of 1, fghi (fg|h|i) 1 of 3: 2/5.
    # B3: a, b 2/3, c 1/3, d 1/4, f, g 2/4 = 35/12 of 7. Response: a, b 2/2, c, d 1/2, f, g 2/4 = 4
    #   of 8.
    # CEAF: abc-ab 4/5, defg-fghi 4/8 = 1.3, of 2 and of 3 clusters. Mentions: 6 of 7, 6 of 8.
    assert shares("abc defg", "ab cd fghi") == {
        "muc": rounded(2 / 5, 2 / 5),
        "b3": rounded(35 / 12 / 7, 4 / 8),
        "ceaf": rounded(1.3 / 2, 1.3 / 3),
        "mentions": rounded(6 / 7, 6 / 8),
    }


def test_singletons_count_as_clusters_and_mentions_but_make_no_link() -> None:
    # Key {a} {bc}, response {a} {b}: b3 recall (1 + 1/2) / 3; CEAF (1 + 2/3) of 2 and 2.
    assert shares("a bc", "a b") == {
        "muc": rounded(0.0, 0.0),
        "b3": rounded(1.5 / 3, 1.0),
        "ceaf": rounded(5 / 6, 5 / 6),
        "mentions": rounded(2 / 3, 1.0),
    }


def test_what_is_equal_has_full_marks_and_nothing_found_has_none() -> None:
    assert set(shares("ab c", "c ab").values()) == {(1.0, 1.0)}
    assert set(shares("ab c", "").values()) == {(0.0, 0.0)}


def test_a_mention_in_two_clusters_counts_in_the_first() -> None:
    assert clusters("ab bc b") == clusters("ab c")


def test_documents_are_added_before_shares_are_taken() -> None:
    # Links: 1 of 1 and 0 of 2, and 1 of 1 predicted: R 1/3, P 1, F1 1/2.
    # B3: 2 of 5 and 2 of 2: 4/7. CEAF: 1 of 2 clusters, 1 of 1: 2/3. The mean is 0.579.
    found = total([score(clusters("ab"), clusters("ab")), score(clusters("abc"), [])])
    assert figures(found) == {
        "conll_f1": 57.9,
        "muc": 50.0,
        "b3": 57.1,
        "ceaf": 66.7,
        "mentions": 57.1,
    }


@pytest.mark.parametrize("seed", range(40))
def test_the_best_assignment_is_that_of_trying_all(seed: int) -> None:
    draw = random.Random(seed)
    rows, columns = draw.randint(1, 5), draw.randint(1, 6)
    weights = np.array(
        [[draw.choice([0.0, 0.5, 1.0, draw.random()]) for _ in range(columns)] for _ in range(rows)]
    )
    wide = weights if rows <= columns else weights.T
    places = itertools.permutations(range(wide.shape[1]), len(wide))
    best = max(sum(wide[row, column] for row, column in enumerate(place)) for place in places)
    assert best_total(weights) == pytest.approx(best)


def test_a_greedy_assignment_would_be_worse() -> None:
    # Greedily 0.9 + 0.1 = 1.0; the best is 0.8 + 0.8.
    assert best_total(np.array([[0.9, 0.8], [0.8, 0.1]])) == pytest.approx(1.6)


def test_a_folder_is_measured_with_what_the_extractor_finds(tmp_path: Path) -> None:
    (tmp_path / "hand_made.conllu").write_text(CONLLU, "utf-8")
    found = measured(tmp_path)
    # 6 mentions in 4 clusters, of which the actor has 3.
    assert [found[start]["mentions"].gold for start in TITLES] == [6, 3, 3]
    assert [found[start]["ceaf"].gold for start in TITLES] == [4, 1, 1]
    assert len(all_figures(found)) == 15
