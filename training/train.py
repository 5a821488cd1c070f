"""Trains the reader. `python train.py fold K` leaves out the authors of fold K and writes their scores;
`python train.py final` trains on all that may be learnt from and scores the files kept unseen. Resumes where it stopped."""
import argparse
import copy
import json
import os
import random
import time

os.environ['HF_HUB_OFFLINE'] = '1'
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from transformers import AutoTokenizer

from data import FLAGS, FOLDER, FOLDS, INTENTS, SPEAKERS, Encoder, TrainingSet, batches, load, steps_per_epoch
from model import Reader, base_folder
from shipped import shipped_state


def optimizer_for(net, lr, decay):
    """Lower layers change less than upper ones; heads, which start from nothing, more."""
    groups = {}
    layers = net.enc.config.num_hidden_layers
    for name, parameter in net.named_parameters():
        if name.startswith('enc.embeddings'):
            scale = decay ** (layers + 1)
        elif name.startswith('enc.encoder.layer.'):
            scale = decay ** (layers - int(name.split('.')[3]))
        elif name.startswith('enc.'):
            scale = 1.
        else:
            scale = 8.
        key = (scale, .01 if parameter.dim() > 1 else 0.)
        groups.setdefault(key, []).append(parameter)
    return torch.optim.AdamW([dict(params=p, scale=s, lr=lr * s, weight_decay=w) for (s, w), p in groups.items()])


def loss_of(out, group, examples, ev, pos_weight):
    y, intent, flags, speaker, evidence = out
    w = torch.tensor([examples[i]['w'] for i in group])
    target = torch.tensor([examples[i]['y'] for i in group]) * .96 + .02
    loss = 1.5 * (F.binary_cross_entropy_with_logits(y, target, reduction='none') * w).mean()
    it = torch.tensor([examples[i]['intent'] for i in group])
    if (it >= 0).any():
        loss = loss + .7 * F.cross_entropy(intent, it, ignore_index=-1, label_smoothing=.05)
    sp = torch.tensor([examples[i]['speaker'] for i in group])
    if (sp >= 0).any():
        loss = loss + .4 * F.cross_entropy(speaker, sp, ignore_index=-1, label_smoothing=.05)
    rows = [k for k, i in enumerate(group) if examples[i]['flags'] is not None]
    if rows:
        fl = torch.tensor([examples[group[k]]['flags'] for k in rows])
        each = F.binary_cross_entropy_with_logits(flags[rows], fl.clamp(min=0), pos_weight=pos_weight, reduction='none')
        loss = loss + 1.5 * (each * (fl >= 0)).mean()
    marked = ev != -100
    if marked.any():
        loss = loss + .7 * F.binary_cross_entropy_with_logits(evidence[marked], ev[marked])
    return loss


def train(name, messages, sentences, encoder, args):
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    net = Reader(base_folder())
    if args.start:
        net.load_state_dict(shipped_state(net, encoder.tok) if args.start == 'shipped'
                            else torch.load(os.path.join(FOLDER, f'{args.start}.pt')))
    data = TrainingSet(messages, sentences, encoder, args.seed)
    with_flags = [e['flags'] for e in data.plain]
    positive = np.maximum(np.mean([[max(f, 0) for f in fl] for fl in with_flags], 0), .004)
    pos_weight = torch.tensor(np.sqrt((1 - positive) / positive), dtype=torch.float).clamp(max=8)
    optimizer = optimizer_for(net, args.lr, args.layer_decay)
    average = copy.deepcopy(net)
    per_epoch = steps_per_epoch(len(messages) + len(sentences) // 2, args.batch)
    total, step, start = per_epoch * args.epochs, 0, 0
    checkpoint = os.path.join(FOLDER, f'{name}.checkpoint.pt')
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint, weights_only=False)
        net.load_state_dict(saved['net']), average.load_state_dict(saved['average']), optimizer.load_state_dict(saved['optimizer'])
        start, step = saved['epoch'], saved['step']
        rng.setstate(saved['rng']), data.random.setstate(saved['data']), torch.set_rng_state(saved['torch'])
        print(f'{name}: goes on at epoch {start}', flush=True)
    began = time.time()
    for epoch in range(start, args.epochs):
        net.train()
        examples, total_loss = data.epoch(), 0.
        for group, ids, mask, types, ev in batches(examples, args.batch, rng, drop=args.drop, unknown=encoder.tok.mask_token_id):
            at = step / total
            factor = at / .08 if at < .08 else max(0., 1 - at) / .92
            for g in optimizer.param_groups:
                g['lr'] = args.lr * g['scale'] * factor
            loss = loss_of(net(ids, mask, types), group, examples, ev, pos_weight)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.)
            optimizer.step()
            step += 1
            total_loss += loss.item()
            if step % 100 == 0:
                print(f'{name} step {step} of {total} {time.time() - began:.0f} s', flush=True)
            keep = min(.998, step / (step + 50))
            with torch.no_grad():
                for a, p in zip(average.parameters(), net.parameters()):
                    a.lerp_(p, 1 - keep)
        print(f'{name} epoch {epoch} loss {total_loss / per_epoch:.3f} {time.time() - began:.0f} s', flush=True)
        torch.save(dict(net=net.state_dict(), average=average.state_dict(), optimizer=optimizer.state_dict(), epoch=epoch + 1,
                        step=step, rng=rng.getstate(), data=data.random.getstate(), torch=torch.get_rng_state()), checkpoint)
    return average.eval()


@torch.no_grad()
def predict(net, examples, size=16):
    out = [None] * len(examples)
    for group, ids, mask, types, ev in batches(examples, size):
        y, intent, flags, speaker, evidence = net(ids, mask, types)
        for row, i in enumerate(group):
            n = len(examples[i]['ids'])
            out[i] = dict(y=float(y[row]), intent=intent[row].softmax(-1).tolist(), flags=flags[row].sigmoid().tolist(),
                          speaker=speaker[row].softmax(-1).tolist(), evidence=evidence[row][:n].sigmoid().tolist())
    return out


def auc(scores, labels):
    order = np.argsort(scores, kind='stable')
    rank = np.empty(len(scores))
    rank[order] = np.arange(1, len(scores) + 1)
    n1 = labels.sum()
    n0 = len(labels) - n1
    return (rank[labels == 1].sum() - n1 * (n1 + 1) / 2) / max(n1 * n0, 1)


def f1(found, labels):
    tp, fp, fn = (found & labels).sum(), (found & ~labels).sum(), (~found & labels).sum()
    return 2 * tp / max(2 * tp + fp + fn, 1)


def report(title, messages, predictions):
    y = np.array([p['y'] for p in predictions])
    labels = np.array([m['y'] for m in messages], dtype=bool)
    best = max(f1(y > cut, labels) for cut in np.quantile(y, np.linspace(.02, .98, 97)))
    intent = np.mean([INTENTS[int(np.argmax(p['intent']))] == m['intent'] for m, p in zip(messages, predictions)])
    scores = []
    for k, flag in enumerate(FLAGS):
        gold = np.array([flag in m['flags'] for m in messages])
        if gold.sum():
            scores.append(f1(np.array([p['flags'][k] > .5 for p in predictions]), gold))
    spoken = [(m, p) for m, p in zip(messages, predictions) if m.get('speaker')]
    speaker = np.mean([SPEAKERS[int(np.argmax(p['speaker']))] == m['speaker'] for m, p in spoken]) if spoken else float('nan')
    print(f'{title}: n {len(messages)} dissatisfied {labels.sum()} AUC {auc(y, labels.astype(int)):.3f} F1 {f1(y > 0, labels):.3f} '
          f'best {best:.3f} intent {intent:.3f} flags {np.mean(scores):.3f} speaker {speaker:.3f}', flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('what', choices=['fold', 'final'])
    parser.add_argument('which', nargs='?', type=int, default=0)
    parser.add_argument('--epochs', type=int, default=6)
    parser.add_argument('--lr', type=float, default=1.2e-4)
    parser.add_argument('--layer-decay', type=float, default=.9)
    parser.add_argument('--batch', type=int, default=16)
    parser.add_argument('--drop', type=float, default=.08)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--tag', default='')
    parser.add_argument('--start', help='goes on from an earlier run of this name, or from what is shipped: shipped')
    args = parser.parse_args()
    torch.set_num_threads(int(os.environ.get('THREADS', '2')))
    tokenizer = AutoTokenizer.from_pretrained(base_folder())
    encoder = Encoder(tokenizer)
    messages, sentences = load('messages.jsonl'), load('sentences.jsonl')
    if args.what == 'fold':
        out = set(FOLDS[args.which])
        learn = [m for m in messages if not m['heldBack'] and m['author'] not in out]
        test = [m for m in messages if m['author'] in out]
    else:
        learn = [m for m in messages if not m['heldBack']]
        test = [m for m in messages if m['heldBack']]
    name = f"{args.what}{args.which if args.what == 'fold' else ''}{args.tag}-s{args.seed}"
    print(f'{name}: learns from {len(learn)} messages and {len(sentences)} sentences', flush=True)
    net = train(name, learn, sentences, encoder, args)
    torch.save(net.state_dict(), os.path.join(FOLDER, f'{name}.pt'))
    predictions = predict(net, [encoder.message(m) for m in test])
    report(name, test, predictions)
    for author in sorted({m['author'] for m in test}):
        rows = [k for k, m in enumerate(test) if m['author'] == author]
        report(f'  {author}', [test[k] for k in rows], [predictions[k] for k in rows])
    with open(os.path.join(FOLDER, f'{name}.scores.jsonl'), 'w') as file:
        for m, p in zip(test, predictions):
            file.write(json.dumps(dict(id=m['id'], author=m['author'], **p)) + '\n')


if __name__ == '__main__':
    main()
