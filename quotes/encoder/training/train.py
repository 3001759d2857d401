"""Trains the encoder of package quotes/encoder and writes its file.

    python train.py --base base.jar --data build/encoder --out assets/model/data/encoder.bin

It begins with E5-small (Wang et al. 2022, arXiv 2212.03533; twelve layers of 384), whose weights lie in the archive that --base names, and
learns to give each word of a paragraph one of the tagger's eight labels. train.jsonl and dev.jsonl in --data come from
"quotidian-train paragraphs". The last pass sees weights and activations rounded as the file keeps them, so that it learns what rounding
spoils (Jacob et al. 2018, arXiv 1712.05877). What is kept is a running mean of the weights (Izmailov et al. 2018, arXiv 1803.05407), which
is surer of what is right than the last step. Seeds, order and number of threads are fixed: on processors of one kind the same data gives
the same bytes.
"""

import argparse
import io
import json
import random
import struct
import time
import zipfile

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

LAYERS, WIDTH, HEADS, INNER, LABELS, PLACES = 12, 384, 12, 1536, 8, 300  # the last two as in quotes/encoder
GROUP = 64  # weights of a row that share a multiplier
STEP = 2e-4
WARM_UP = 60  # steps
DROPPED = 0.1  # share of numbers that a layer does not see
MEMORY = 0.99  # weight of what was in the running mean
PIECES = 1536  # in a batch, blanks included
MATRICES = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense", "intermediate.dense", "output.dense"]


def read_base(path):
    """Reads the weights of the encoder that training begins with, by their names."""
    with zipfile.ZipFile(path) as z:
        names = [n for n in z.namelist() if n.endswith(".onnx")]
        graph = onnx.load(io.BytesIO(z.read(names[0]))).graph
    values = {i.name: torch.tensor(numpy_helper.to_array(i)) for i in graph.initializer}
    weights = {k: v for k, v in values.items() if not k.startswith("onnx") and "position_ids" not in k}
    for node in graph.node:  # the matrices have lost their names; the nodes that use them have kept theirs
        if node.op_type == "MatMul":
            for name in node.input:
                if name in values and name.startswith("onnx::"):
                    owner = node.name.strip("/").replace("/MatMul", "").replace("/", ".")
                    weights[owner + ".weight"] = values[name].T.contiguous()
    return weights


def pack(w):
    """Rounds a matrix as the file keeps it: whole numbers from -8 to 7, a multiplier from 1 to 15 for each GROUP of them in a row, and a
    factor for each row."""
    rows, columns = w.shape
    g = w.reshape(rows, columns // GROUP, GROUP)
    step = g.abs().amax(-1, keepdim=True) / 7
    factor = step.amax(1, keepdim=True).clamp_min(1e-12) / 15
    multiplier = torch.round(step / factor).clamp(1, 15)
    return torch.round(g / (factor * multiplier)).clamp(-8, 7), multiplier, factor


def unpack(packed, shape):
    whole, multiplier, factor = packed
    return (whole * multiplier * factor).reshape(shape)


def rounded(w):
    """The matrix that pack keeps."""
    return unpack(pack(w), w.shape)


def straight(x, to):
    """to, with the gradient of x (straight-through estimator; Bengio et al. 2013, arXiv 1308.3432)."""
    return x + (to - x).detach()


def rounded_activations(x):
    """x in 127 steps a word, as the program computes with them."""
    step = x.abs().amax(-1, keepdim=True).clamp_min(1e-6) / 63
    return torch.round(x / step) * step


class Encoder(torch.nn.Module):
    def __init__(self, base):
        super().__init__()
        pieces = base["embeddings.word_embeddings.weight"]
        self.packed = pack(pieces)  # what is packed twice is rounded twice
        self.register_buffer("pieces", unpack(self.packed, pieces.shape))
        places = base["embeddings.position_embeddings.weight"][:PLACES] + base["embeddings.token_type_embeddings.weight"][0]
        self.register_buffer("places", places)
        self.register_buffer("norm_weight", base["embeddings.LayerNorm.weight"])
        self.register_buffer("norm_bias", base["embeddings.LayerNorm.bias"])
        self.layers = torch.nn.ModuleList()
        for i in range(LAYERS):
            layer = torch.nn.ParameterDict()
            for name in MATRICES + ["attention.output.LayerNorm", "output.LayerNorm"]:
                for part in ("weight", "bias"):
                    value = base[f"encoder.layer.{i}.{name}.{part}"]
                    layer[f"{name}.{part}".replace(".", "_")] = torch.nn.Parameter(value.clone())
            self.layers.append(layer)
        self.out = torch.nn.Linear(WIDTH, LABELS)
        self.round = False

    def linear(self, layer, name, x):
        name = name.replace(".", "_")
        w = layer[name + "_weight"]
        if self.round:
            w, x = straight(w, rounded(w)), straight(x, rounded_activations(x))
        return F.linear(x, w, layer[name + "_bias"])

    def norm(self, layer, name, x):
        name = name.replace(".", "_")
        return F.layer_norm(x, (WIDTH,), layer[name + "_weight"], layer[name + "_bias"], 1e-12)

    def drop(self, x):
        return F.dropout(x, DROPPED, self.training)

    def attend(self, layer, x, blank):
        """Written out, since on processors this takes a third of the time of torch's own, backwards."""
        n, length, _ = x.shape
        split = lambda name: self.linear(layer, "attention.self." + name, x).view(n, length, HEADS, -1).transpose(1, 2)
        near = (split("query") * (WIDTH // HEADS) ** -0.5) @ split("key").transpose(-1, -2)
        share = self.drop(torch.softmax(near.masked_fill(blank, -1e4), -1))
        mixed = share @ split("value")
        return self.linear(layer, "attention.output.dense", mixed.transpose(1, 2).reshape(n, length, WIDTH))

    def forward(self, pieces, real):
        x = F.embedding(pieces, self.pieces) + self.places[: pieces.shape[1]]
        x = self.drop(F.layer_norm(x, (WIDTH,), self.norm_weight, self.norm_bias, 1e-12))
        blank = ~real[:, None, None, :]
        for layer in self.layers:
            x = self.norm(layer, "attention.output.LayerNorm", x + self.drop(self.attend(layer, x, blank)))
            inner = F.gelu(self.linear(layer, "intermediate.dense", x))
            x = self.norm(layer, "output.LayerNorm", x + self.drop(self.linear(layer, "output.dense", inner)))
        return self.out(self.drop(x))


def read(path):
    with open(path) as f:
        return [json.loads(line) for line in f]


def batches(chunks, rng):
    """Numbers of chunks of like length, PIECES in a batch."""
    order = list(range(len(chunks)))
    rng.shuffle(order)
    order.sort(key=lambda i: len(chunks[i]["pieces"]) + rng.randint(0, 12))
    out, batch, longest = [], [], 0
    for i in order:
        n = len(chunks[i]["pieces"])
        if batch and max(longest, n) * (len(batch) + 1) > PIECES:
            out.append(batch)
            batch, longest = [], 0
        batch.append(i)
        longest = max(longest, n)
    out.append(batch)
    rng.shuffle(out)
    return out


def tensors(chunks, batch):
    """The pieces of a batch, which of them are real, and the place and label of each word."""
    length = max(len(chunks[i]["pieces"]) for i in batch)
    pieces = torch.zeros((len(batch), length), dtype=torch.long)
    real = torch.zeros((len(batch), length), dtype=torch.bool)
    place, label = [], []
    for row, i in enumerate(batch):
        c = chunks[i]
        pieces[row, : len(c["pieces"])] = torch.tensor(c["pieces"])
        real[row, : len(c["pieces"])] = True
        place += [row * length + f for f in c["first"] or []]
        label += c["labels"] or []
    return pieces, real, torch.tensor(place, dtype=torch.long), torch.tensor(label, dtype=torch.long)


def believe(net, chunks, batch):
    pieces, real, place, label = tensors(chunks, batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = net(pieces, real)
    return out.float().view(-1, LABELS)[place], label


def loss_on(net, chunks):
    """Mean negative log-likelihood of a label, and the share of labels that are the likeliest."""
    net.eval()
    loss = right = n = 0
    with torch.inference_mode():
        for batch in batches(chunks, random.Random(1)):
            out, label = believe(net, chunks, batch)
            loss += F.cross_entropy(out, label, reduction="sum").item()
            right += (out.argmax(-1) == label).sum().item()
            n += len(label)
    net.train()
    return loss / n, right / n


def take(weights, mean):
    """Puts the running mean in the place of the weights."""
    with torch.no_grad():
        torch._foreach_copy_(weights, mean)


def train(net, chunks, dev, passes, most):
    rng = random.Random(1)
    matrices = [p for p in net.parameters() if p.dim() > 1]
    vectors = [p for p in net.parameters() if p.dim() == 1]
    optimiser = torch.optim.AdamW([{"params": matrices, "weight_decay": 0.01}, {"params": vectors, "weight_decay": 0.0}], lr=STEP, fused=True)
    plan = [batches(chunks, rng) for _ in range(passes)]
    total, step, begun, smooth = sum(map(len, plan)), 0, time.time(), 0.0
    weights = list(net.parameters())
    mean = [w.detach().clone() for w in weights]
    for number, order in enumerate(plan):
        net.round = number == passes - 1
        for batch in order:
            if step == most:
                return take(weights, mean)
            for group in optimiser.param_groups:
                group["lr"] = STEP * min(1, (step + 1) / WARM_UP) * max(0.02, 1 - step / total)
            out, label = believe(net, chunks, batch)
            if len(label) == 0:
                continue
            loss = F.cross_entropy(out, label)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step += 1
            torch._foreach_lerp_(mean, [w.detach() for w in weights], 1 - min(MEMORY, step / (step + 9)))
            smooth = 0.98 * smooth + 0.02 * loss.item()
            if step % 100 == 0:
                print(f"{step} of {total} steps, loss {smooth:.4f}, {time.time() - begun:.0f} s", flush=True)
        if number == passes - 1:
            take(weights, mean)
        loss, right = loss_on(net, dev)
        print(f"pass {number + 1}: development half {loss:.4f} a word, {100 * right:.2f} % of labels, {time.time() - begun:.0f} s", flush=True)


def write(net, vocabulary, path):
    """Writes the file that quotes/encoder reads; model.go there describes it."""
    with open(path, "wb") as f:
        text = "\n".join(vocabulary).encode()
        f.write(b"quotidian encoder 1\n" + struct.pack("<6I", LAYERS, WIDTH, HEADS, INNER, len(vocabulary), PLACES))
        f.write(struct.pack("<I", len(text)) + text)

        def matrix(packed):
            whole, multiplier, factor = (x.detach().float().numpy() for x in packed)
            low = (whole + 8).astype(np.uint8).reshape(-1)
            f.write(factor.astype("<f4").tobytes())
            f.write(multiplier.astype(np.uint8).tobytes())
            f.write((low[0::2] | low[1::2] << 4).tobytes())

        def vector(v):
            f.write(v.detach().float().numpy().astype("<f4").tobytes())

        matrix(net.packed)
        vector(net.places)
        vector(net.norm_weight)
        vector(net.norm_bias)
        for layer in net.layers:
            for name in MATRICES:
                matrix(pack(layer[name.replace(".", "_") + "_weight"]))
                vector(layer[name.replace(".", "_") + "_bias"])
            for name in ("attention_output_LayerNorm", "output_LayerNorm"):
                vector(layer[name + "_weight"])
                vector(layer[name + "_bias"])
        vector(net.out.weight)
        vector(net.out.bias)


def read_vocabulary(path):
    with zipfile.ZipFile(path) as z:
        names = [n for n in z.namelist() if n.endswith("-tokenizer.json")]
        numbers = json.loads(z.read(names[0]))["model"]["vocab"]
    return sorted(numbers, key=numbers.get)


def main():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--base", required=True, help="archive with the encoder that training begins with")
    args.add_argument("--data", required=True, help="folder with train.jsonl and dev.jsonl")
    args.add_argument("--out", required=True, help="where the file goes")
    args.add_argument("--passes", type=int, default=3, help="passes over the data")
    args.add_argument("--steps", type=int, default=-1, help="steps to stop after, for a test of the command")
    args = args.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(2)
    torch.use_deterministic_algorithms(True)
    net = Encoder(read_base(args.base))
    net.train()
    train(net, read(args.data + "/train.jsonl"), read(args.data + "/dev.jsonl"), args.passes, args.steps)
    write(net, read_vocabulary(args.base), args.out)


if __name__ == "__main__":
    main()
