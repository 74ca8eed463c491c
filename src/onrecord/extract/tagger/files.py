"""The files of the trained networks: each is byte for byte the one that was measured, or refused.

ONNX Runtime's only door.

`weights/attribution.json` and `weights/judging.json` name the SHA-256 of what belongs to them.
"""

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import WeightsBroken

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
VOCABULARY = "tokenizer.json"
OPEN, CLOSE = 101, 102
"""BERT's [CLS] and [SEP], which stand around whatever is read."""


def described(path: Path) -> dict[str, Any]:
    """Give what a card says, as JSON.

    Raises:
        WeightsBroken: the card is not there or no JSON object.
    """
    try:
        given = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as trouble:
        raise WeightsBroken(path) from trouble
    if not isinstance(given, dict):
        raise WeightsBroken(path)
    return given


def checked(path: Path, checksum: str | None) -> bytes:
    """Give a file with this SHA-256.

    Raises:
        WeightsBroken: it is not there, or another.
    """
    try:
        data = path.read_bytes()
    except OSError as trouble:
        raise WeightsBroken(path) from trouble
    if sha256(data).hexdigest() != checksum:
        raise WeightsBroken(path)
    return data


def tokenizer_of(data: bytes) -> "Tokenizer":
    """Give a vocabulary that cuts off and pads nothing."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_buffer(data)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def session_of(data: bytes) -> "InferenceSession":
    """Give a network that runs on one thread, with the same sums everywhere."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
