"""The shipped int8 weights as a starting point: `python train.py final --start shipped` goes on from them where no checkpoint is left."""
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper

SHIPPED = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'core', 'reader', 'weights')


def shipped_state(net, tokenizer):
    """The state that `net` had before it was made int8, but for rounding. Pieces that were pruned keep the base's vectors.
    Raises KeyError where the file holds no weight of that name, ValueError where its shape is another."""
    graph = onnx.load(os.path.join(SHIPPED, 'reader.onnx')).graph
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    # A matrix loses its name in the export; the node that multiplies by it is still called after the module.
    module_of = {n.input[1]: n.name.strip('/').removesuffix('_MatMul_quant').removesuffix('/MatMul_quant').removesuffix('/Gemm')
                 for n in graph.node if n.op_type == 'MatMulInteger'}
    found = {}
    for name, value in held.items():
        if name.endswith('_quantized'):
            stem = name.removesuffix('_quantized')
            whole = (value.astype(np.float32) - held[f'{stem}_zero_point'].astype(np.float32)) * held[f'{stem}_scale']
            if name in module_of:
                found[module_of[name].replace('/', '.').removeprefix('net.') + '.weight'] = whole.T
            else:
                found[stem.removeprefix('net.')] = whole
        elif name.startswith('net.'):
            found[name.removeprefix('net.')] = value
    with open(os.path.join(SHIPPED, 'vocabulary.txt'), encoding='utf-8') as file:
        kept = file.read().splitlines()
    state = net.state_dict()
    words = state['enc.embeddings.word_embeddings.weight'].clone()
    words[tokenizer.convert_tokens_to_ids(kept)] = torch.tensor(found['enc.embeddings.word_embeddings.weight'])
    found['enc.embeddings.word_embeddings.weight'] = words.numpy()
    for name, value in state.items():
        # The pooler of the base is in the file of no reader: nothing reads it.
        if not name.startswith('enc.pooler.') and name != 'enc.embeddings.position_ids':
            if tuple(value.shape) != found[name].shape:
                raise ValueError(f'{name}: {tuple(value.shape)} wanted, {found[name].shape} in the shipped file')
            state[name] = torch.tensor(found[name])
    return state
