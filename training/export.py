"""From the trained network to the files that ship: int8 ONNX, vocabulary, card."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.extract.tagger.decoding import Decoder
from training.network import Network

NAME = "attribution"


def write_model(graph: onnx.ModelProto, file: Path, kept: Sequence[str] = ()) -> None:
    """Write a network, its products in int8 but for those of the nodes `kept`.

    One scale for each column of a weight. Weights keep seven bits: with eight, processors without
    VNNI add two products in 16 bits and cut off what is over, so that one text would be read
    differently on two machines (ONNX Runtime's guide to quantization calls it `reduce_range`).
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        full = Path(name, "full.onnx")
        onnx.save(graph, str(full))
        quantize_dynamic(
            full,
            file,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Attention"],
            nodes_to_exclude=list(kept),
            extra_options={
                "MatMulConstBOnly": True,
                "DefaultTensorType": onnx.TensorProto.FLOAT,
            },
        )


def write_card(network: Network, folder: Path, version: str, decoder: Decoder) -> None:
    """Write `attribution.json` for the files in a folder: checksums, thresholds, calibration."""
    files = (f"{NAME}.onnx", "tokenizer.json")
    away = network.away.detach().numpy().astype(np.float64).round(6)
    card: Mapping[str, object] = {
        "name": version,
        "sha256": {name: sha256((folder / name).read_bytes()).hexdigest() for name in files},
        "settings": asdict(decoder.settings),
        "calibration": asdict(decoder.calibration),
        "away": away.tolist(),
    }
    text = json.dumps(card, indent=1)
    (folder / f"{NAME}.json").write_text(text + "\n", "utf-8")
