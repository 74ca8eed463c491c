"""What the training framework says of a few sentences: a test holds the shipped file to it."""

import json
from pathlib import Path

import numpy as np

from onrecord.extract.tagger.network import Network as Shipped
from training.articles import pieces_of_text
from training.inference import scores_of
from training.network import Network

REFERENCE = Path(__file__).parents[1] / "tests" / "extract" / "tagger" / "reference.json"
SENTENCES = (
    "“The ferries stay in port until we have a contract,” said Ivo Brandt, who leads the dockers.",
    (
        "The ministry said the draft was useful, but stressed that three points were missing.\n"
        "According to two officials briefed on the talks, Lemesh wants to withdraw by Friday."
    ),
    "WALLACE: Did you ask him?\nBRANDT: I did. He told me that he would think about it.",
)


def write_reference(network: Network, weights: Path) -> None:
    """Write the log probabilities of tags in float32 for each sentence, one row a piece."""
    tokenizer = Shipped(weights).tokenizer
    rows = []
    for text in SENTENCES:
        tags = scores_of(network, pieces_of_text(tokenizer, text)).tags
        rows.append({"text": text, "tags": tags.astype(np.float64).round(3).tolist()})
    REFERENCE.write_text(json.dumps(rows, ensure_ascii=False) + "\n", "utf-8")
