"""How the weights of the attribution tagger are made, from corpus to ONNX."""
