#!/usr/bin/python3
"""Times training steps of the benchmark networks in PyTorch, as one line of JSON.

The networks, the batch and the update (plain SGD) are those of `actbench bench step`. Debian's
python3-torch 1.13.1 is what the published figures were measured with.
"""
import argparse
import json
import statistics
import time

import torch
from torch import nn
from torch.nn import functional as F


class BetaMish(nn.Module):
    """x tanh(beta softplus(x)), composed of PyTorch's functions as anybody would write it."""

    def __init__(self, beta=1.5):
        super().__init__()
        self.beta = beta

    def forward(self, x):
        return x * torch.tanh(self.beta * F.softplus(x))


ACTIVATIONS = {
    "relu": nn.ReLU,
    "swish": nn.SiLU,
    "mish": nn.Mish,
    "beta-mish": BetaMish,
}


def norm(channels, features=False):
    kind = nn.BatchNorm1d if features else nn.BatchNorm2d
    return kind(channels, eps=1e-3, momentum=0.01)


class Block(nn.Module):
    """Two 3x3 convolutions; a strided 1x1 convolution on the shortcut where the size changes."""

    def __init__(self, before, filters, stride, activation):
        super().__init__()
        self.conv1 = nn.Conv2d(before, filters, 3, stride, 1)
        self.norm1 = norm(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, 1, 1)
        self.norm2 = norm(filters)
        self.shortcut = nn.Conv2d(before, filters, 1, stride) if stride > 1 else nn.Identity()
        self.activation = activation()

    def forward(self, x):
        y = self.activation(self.norm1(self.conv1(x)))
        return self.activation(self.norm2(self.conv2(y)) + self.shortcut(x))


def resnet(depth, activation):
    layers = [nn.Conv2d(3, 16, 3, 1, 1), norm(16), activation()]
    before = 16
    for filters in (16, 32, 64):
        for i in range((depth - 2) // 6):
            stride = 2 if i == 0 and filters > 16 else 1
            layers.append(Block(before, filters, stride, activation))
            before = filters
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def lenet(activation):
    return nn.Sequential(
        nn.Conv2d(1, 20, 5, padding=2), activation(), nn.MaxPool2d(2),
        nn.Conv2d(20, 50, 5, padding=2), activation(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(2450, 500), activation(), nn.Linear(500, 10))


def mini_vgg(activation):
    layers = []
    before = 1
    for filters in (32, 64):
        for _ in range(2):
            layers += [nn.Conv2d(before, filters, 3, padding=1), activation(), norm(filters)]
            before = filters
        layers += [nn.MaxPool2d(2), nn.Dropout(0.25)]
    return nn.Sequential(
        *layers, nn.Flatten(), nn.Linear(3136, 512), activation(), norm(512, True),
        nn.Dropout(0.5), nn.Linear(512, 10))


def create(model, activation):
    if model.startswith("resnet-v1-"):
        return resnet(int(model.rsplit("-", 1)[1]), activation), (3, 32, 32)
    return {"lenet-4": lenet, "mini-vgg": mini_vgg}[model](activation), (1, 28, 28)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="resnet-v1-20")
    parser.add_argument("--activation", choices=ACTIVATIONS, default="relu")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--warmup", type=int, default=3)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--cpu-time", action="store_true", help="CPU time instead of wall time")
    parser.add_argument("--channels-last", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    net, shape = create(options.model, ACTIVATIONS[options.activation])
    x = torch.rand(options.batch, *shape)
    if options.channels_last:
        net = net.to(memory_format=torch.channels_last)
        x = x.to(memory_format=torch.channels_last)
    y = torch.arange(options.batch) % 10
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
    clock = time.process_time if options.cpu_time else time.perf_counter
    times = []
    for step in range(options.warmup + options.steps):
        start = clock()
        optimizer.zero_grad()
        F.cross_entropy(net(x), y).backward()
        optimizer.step()
        if step >= options.warmup:
            times.append((clock() - start) * 1000)
    quartiles = statistics.quantiles(times, n=4)
    print(json.dumps({
        "engine": "pytorch " + torch.__version__,
        "model": options.model,
        "activation": options.activation,
        "batch": options.batch,
        "threads": options.threads,
        "median_ms": round(quartiles[1], 3),
        "p25_ms": round(quartiles[0], 3),
        "p75_ms": round(quartiles[2], 3),
        "images_per_second": round(options.batch / quartiles[1] * 1000, 1),
    }))


if __name__ == "__main__":
    main()
