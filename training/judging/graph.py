"""The judge as an ONNX graph: the finder's encoder, then two heads over averages of places."""

import numpy as np
import onnx

from training.graph import MICROSOFT, Array, Graph, encoded, numbers_of
from training.judging.network import Judge

HEADS = ("places.mean", "fact_hidden", "fact", "hidden", "attitude")
"""Products that stay in float32: they are small."""


def graph_of(judge: Judge) -> onnx.ModelProto:
    """Give the graph of a judge; `spans` (3, n, pieces) average one, other and the opening."""
    state = numbers_of(judge)
    graph = Graph()
    x = encoded(graph, state, judge.encoder.shape)
    means = graph.node("MatMul", ["spans", x], "places.mean")
    first = graph.weight("first", np.array([0], np.int64))
    one = graph.node("Gather", [means, first], "places.one", axis=0)
    turned = graph.node("Transpose", [means], "places.turned", perm=[1, 0, 2])
    flat = graph.weight("flat", np.array([0, -1], np.int64))
    pair = graph.node("Reshape", [turned, flat], "places.pair")
    _head(graph, state, one, ("fact_hidden", "fact", "facts"))
    _head(graph, state, pair, ("hidden", "attitude", "attitudes"))
    outputs = {"facts": (1, "n", 2), "attitudes": ("n", 5)}
    return graph.model("judging", {"spans": (3, "n", "pieces")}, outputs)


def _head(graph: Graph, state: dict[str, Array], x: str, names: tuple[str, str, str]) -> None:
    hidden, last, output = names
    product = graph.matmul(x, state[f"{hidden}.weight"].T, hidden)
    bias = graph.weight(f"{hidden}.bias", state[f"{hidden}.bias"])
    bent = graph.node("BiasGelu", [product, bias], f"{hidden}.gelu", domain=MICROSOFT)
    product = graph.matmul(bent, state[f"{last}.weight"].T, last)
    graph.node("Add", [product, graph.weight(f"{last}.bias", state[f"{last}.bias"])], output)
