"""The labelled inbox as tensors: what training/export-inbox.ts wrote, tokenised, augmented, batched."""
import json
import math
import os
import random

import torch

INTENTS = ('complaint escalation chaser service_request asb_report information_request enquiry_mp_councillor '
           'claim legal compliment survey_response other').split()
FLAGS = ('health_safety safeguarding vulnerable adjustment contractor contractor_not_approached staff_conduct '
         'representative group anonymous abusive older_than_6_months older_than_12_months compensation formal '
         'legal_proceedings insurance_claim repeat_of_exhausted employment rent_level not_responsible care_service '
         'building_safety outcome_stated tried_before').split()
SPEAKERS = ('resident on-behalf mp-councillor solicitor staff-relay staff contractor supplier organisation machine '
            'ombudsman').split()
# Labelled before this flag was thought of: there it says nothing, neither yes nor no.
WITHOUT_TRIED = {'dev', 'mixed', 'ordinary'}

MAX_TOKENS, HEAD_TOKENS, CONTEXT_TOKENS = 256, 40, 32
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '.cache', 'training')

# Four folds by author: no writer is ever trained on and tested at once.
FOLDS = [['letters', 'notes', 'warm', 'short', 'unsaid', 'inpassing', 'edge', 'bodies3', 'intents5', 'hazard8', 'elsewhere8', 'asides9', 'office9'],
         ['mixed', 'threads', 'hazards', 'blame', 'wholeinbox', 'wholeinbox2', 'intents', 'aside3', 'flags5', 'whole8', 'notes9'],
         ['others', 'rare', 'facts', 'aftermath', 'dev', 'wrongdoor', 'dangers', 'notes4', 'aside5', 'elsewhere6', 'bound8', 'office8'],
         ['ordinary', 'asides', 'misdirected', 'formal', 'tongues', 'flagged', 'hazard4', 'elsewhere7', 'aside8', 'flags8', 'flags9', 'plain9']]


def load(name):
    with open(os.path.join(FOLDER, name), encoding='utf-8') as file:
        return [json.loads(line) for line in file if line.strip()]


def utf16_to_python(text, spans):
    """The exporter counts UTF-16 units, Python counts code points."""
    if not spans or all(ord(c) < 0x10000 for c in text):
        return [tuple(s) for s in spans]
    at, units = {}, 0
    for index, char in enumerate(text):
        at[units] = index
        units += 2 if ord(char) >= 0x10000 else 1
    at[units] = len(text)
    return [(at.get(a, 0), at.get(b, len(text))) for a, b in spans]


class Encoder:
    """Makes `[CLS] head [SEP] text [SEP] context [SEP]`; evidence is marked on the tokens of the text alone."""

    def __init__(self, tokenizer):
        self.tok = tokenizer
        self.cls, self.sep = tokenizer.cls_token_id, tokenizer.sep_token_id

    def pieces(self, text):
        e = self.tok(text, add_special_tokens=False, return_offsets_mapping=True)
        return e['input_ids'], e['offset_mapping']

    def message(self, m, text=None, spans=None, labels=True):
        text = m['text'] if text is None else text
        spans = utf16_to_python(text, m['evidence']) if spans is None else spans
        head = self.pieces(m['head'])[0][:HEAD_TOKENS]
        context = self.pieces(m['context'])[0][:CONTEXT_TOKENS] if m.get('context') else []
        room = MAX_TOKENS - len(head) - len(context) - (4 if context else 3)
        ids, offsets = self.pieces(text)
        ids, offsets = ids[:room], offsets[:room]
        out = [self.cls] + head + [self.sep] + ids + [self.sep]
        types = [0] * (len(head) + 2) + [1] * (len(ids) + 1)
        ev = [-100.] * (len(head) + 2) + [float(any(a < y and b > x for x, y in spans)) for a, b in offsets] + [-100.]
        if context:
            out += context + [self.sep]
            types += [0] * (len(context) + 1)
            ev += [-100.] * (len(context) + 1)
        flags = None
        if labels and m.get('flags') is not None:
            flags = [float(f in m['flags']) for f in FLAGS]
            if m['author'] in WITHOUT_TRIED:
                flags[FLAGS.index('tried_before')] = -1.
        return dict(ids=out, types=types, ev=ev, y=float(m['y']), w=1.,
                    intent=INTENTS.index(m['intent']) if labels and m.get('intent') in INTENTS else -1,
                    speaker=SPEAKERS.index(m['speaker']) if labels and m.get('speaker') in SPEAKERS else -1,
                    flags=flags)

    def sentence(self, s, head):
        m = dict(head=head, text=s['text'], context='', evidence=[], y=s['y'], author='bank')
        e = self.message(m, spans=[(0, len(s['text']))] if s['y'] else [], labels=False)
        e['w'] = .5
        return e


class TrainingSet:
    """Messages and bank sentences of the authors that may be learnt from; each epoch draws its own augmentations."""

    def __init__(self, messages, sentences, encoder, seed):
        self.messages, self.sentences, self.encoder = messages, sentences, encoder
        self.random = random.Random(seed)
        self.positive = [s for s in sentences if s['y'] and s['type'] in ('sa', 'contrast')]
        self.plain = [encoder.message(m) for m in messages]

    def epoch(self):
        r = self.random
        out = []
        for m, plain in zip(self.messages, self.plain):
            out.append(self.aside(m) if self.takes_aside(m) and r.random() < .15 else plain)
        heads = [m['head'] for m in self.messages]
        # Each epoch half of the bank: single sentences are cheap to write and dear to train on.
        for s in r.sample(self.sentences, len(self.sentences) // 2):
            head = '' if r.random() < .5 else ' | '.join(r.choice(heads).split(' | ')[:4])
            out.append(self.encoder.sentence(s, head))
        return out

    def takes_aside(self, m):
        return (not m['y'] and m.get('speaker') in ('resident', 'on-behalf') and len(m['text']) > 60
                and m['intent'] in ('service_request', 'information_request', 'chaser', 'compliment'))

    def aside(self, m):
        """A dissatisfied sentence within business about something else."""
        s = self.random.choice(self.positive)['text'].strip()
        breaks = [i + 1 for i, c in enumerate(m['text']) if c in '.!?\n' and i + 1 < len(m['text'])] or [len(m['text'])]
        at = self.random.choice(breaks)
        text = m['text'][:at] + ' ' + s + m['text'][at:]
        e = self.encoder.message(dict(m, y=True, evidence=[]), text=text, spans=[(at + 1, at + 1 + len(s))])
        e['intent'], e['flags'] = -1, None
        return e


def batches(examples, size, rng=None, drop=0., unknown=100):
    """Batches of like length; `drop` replaces that share of text tokens, so that no single word is leant on."""
    order = list(range(len(examples)))
    if rng:
        rng.shuffle(order)
        window = size * 12
        order = [i for k in range(0, len(order), window)
                 for i in sorted(order[k:k + window], key=lambda j: len(examples[j]['ids']))]
    else:
        order.sort(key=lambda j: len(examples[j]['ids']))
    groups = [order[k:k + size] for k in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    for group in groups:
        longest = max(len(examples[i]['ids']) for i in group)
        ids = torch.zeros(len(group), longest, dtype=torch.long)
        mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
        ev = torch.full((len(group), longest), -100.)
        for row, i in enumerate(group):
            e, n = examples[i], len(examples[i]['ids'])
            ids[row, :n], mask[row, :n], types[row, :n] = torch.tensor(e['ids']), 1, torch.tensor(e['types'])
            ev[row, :n] = torch.tensor(e['ev'])
        if drop and rng:
            hit = (torch.rand(ids.shape) < drop) & (ev != -100)
            ids[hit] = unknown
        yield group, ids, mask, types, ev


def steps_per_epoch(count, size):
    return math.ceil(count / size)
