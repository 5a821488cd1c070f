"""Makes what is shipped of a trained reader: fewer word pieces, int8 weights, an ONNX file, its vocabulary and its card.
`python export.py final-s1` reads .cache/training/final-s1.pt and writes core/reader/weights/."""
import argparse
import hashlib
import json
import os
import subprocess
import tempfile

os.environ['HF_HUB_OFFLINE'] = '1'
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoTokenizer

from data import FLAGS, FOLDER, INTENTS, SPEAKERS, load
from model import Reader, base_folder
from shipped import SHIPPED

SPECIAL = ('[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]')


class Shipped(torch.nn.Module):
    """One message (or one window of it) at a time, scores as shares between 0 and 1 but for the first, a logit."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, ids, types):
        ids, types = ids.long(), types.long()
        y, intent, flags, speaker, evidence = self.net(ids, torch.ones_like(ids), types)
        return y, intent.softmax(-1), flags.sigmoid(), speaker.softmax(-1), evidence.sigmoid()


def kept_pieces(tokenizer):
    """The pieces that the mail learnt from uses, and every single character: whatever is left out falls into smaller ones."""
    used = set()
    for m in load('messages.jsonl'):
        if not m['heldBack']:
            for text in (m['head'], m['text'], m['context']):
                used.update(tokenizer(text, add_special_tokens=False)['input_ids'])
    for s in load('sentences.jsonl'):
        used.update(tokenizer(s['text'], add_special_tokens=False)['input_ids'])
    vocabulary = tokenizer.get_vocab()
    for piece, number in vocabulary.items():
        if piece in SPECIAL or len(piece.removeprefix('##')) == 1:
            used.add(number)
    by_number = {number: piece for piece, number in vocabulary.items()}
    return [(by_number[number], number) for number in sorted(used)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('name')
    parser.add_argument('--untrained', action='store_true', help='heads from nothing, to try the way')
    parser.add_argument('--to', default=SHIPPED)
    args = parser.parse_args()
    net = Reader(base_folder())
    if not args.untrained:
        net.load_state_dict(torch.load(os.path.join(FOLDER, f'{args.name}.pt')))
    net.eval()
    pieces = kept_pieces(AutoTokenizer.from_pretrained(base_folder()))
    words = net.enc.embeddings.word_embeddings
    words.weight = torch.nn.Parameter(words.weight[[number for _, number in pieces]].clone())
    words.padding_idx = None
    net.enc.config.vocab_size = len(pieces)

    os.makedirs(args.to, exist_ok=True)
    path = os.path.join(args.to, 'reader.onnx')
    with tempfile.TemporaryDirectory() as folder:
        whole = os.path.join(folder, 'whole.onnx')
        ids = torch.randint(5, 900, (1, 40), dtype=torch.int32)
        types = torch.cat([torch.zeros(1, 12), torch.ones(1, 28)], 1).to(torch.int32)
        torch.onnx.export(Shipped(net), (ids, types), whole, input_names=['ids', 'types'],
                          output_names=['dissatisfaction', 'intents', 'flags', 'speakers', 'evidence'],
                          dynamic_axes={'ids': {1: 't'}, 'types': {1: 't'}, 'evidence': {1: 't'}}, opset_version=17, dynamo=False)
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True,
                         op_types_to_quantize=['MatMul', 'Gather', 'Gemm'])
    with open(os.path.join(args.to, 'vocabulary.txt'), 'w', encoding='utf-8') as file:
        file.write('\n'.join(piece for piece, _ in pieces) + '\n')
    with open(path, 'rb') as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    card = dict(sha256=digest, bytes=os.path.getsize(path), pieces=len(pieces),
                intents=INTENTS, flags=FLAGS, speakers=SPEAKERS)
    with open(os.path.join(args.to, 'card.json'), 'w', encoding='utf-8') as file:
        json.dump(card, file, indent=2)
        file.write('\n')
    subprocess.run(['npx', 'prettier', '--log-level', 'warn', '--write', os.path.join(args.to, 'card.json')], check=True)
    print(f'{path}: {os.path.getsize(path) / 1e6:.1f} MB, {len(pieces)} pieces')


if __name__ == '__main__':
    main()
