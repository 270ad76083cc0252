#!/usr/bin/python3
"""Alternates `actbench bench step` and PyTorch in one run and prints the ratios of median step times.

Each cell is measured in rounds, ours and PyTorch's by turns, each in a process of its own; the
ratio is that of the medians over the rounds. Needs Debian's python3-torch.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# Model as PyTorch's script names it: how `actbench bench step` says it.
MODELS = {
    "resnet-v1-20": ["--model", "resnet-v1", "--set", "depth=20"],
    "lenet-4": ["--model", "lenet-4"],
    "mini-vgg": ["--model", "mini-vgg"],
}
ACTIVATIONS = ["relu", "swish", "mish", "beta-mish"]


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def ours(model, activation, options):
    return run([os.path.join(HOME, "actbench"), "bench", "step", *MODELS[model],
                "--activation", activation, "--batch", str(options.batch),
                "--threads", str(options.threads), "--warmup", str(options.warmup),
                "--steps", str(options.steps), "--format", "json"])


def theirs(model, activation, options):
    steps = max(4, options.steps // 3)
    return run([sys.executable, os.path.join(HOME, "bench", "pytorch_step.py"), "--model", model,
                "--activation", activation, "--batch", str(options.batch),
                "--threads", str(options.threads), "--warmup", "2", "--steps", str(steps)])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--activations", nargs="+", default=ACTIVATIONS)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--warmup", type=int, default=10)
    parser.add_argument("--steps", type=int, default=24)
    options = parser.parse_args()
    print("| network | activation | ours, ms | PyTorch, ms | ratio |")
    print("|---|---|---|---|---|")
    for model in options.models:
        for activation in options.activations:
            pairs = [(ours(model, activation, options)["median_ms"],
                      theirs(model, activation, options)["median_ms"])
                     for _ in range(options.rounds)]
            mine, other = (statistics.median(each) for each in zip(*pairs))
            print(f"| {model} | {activation} | {mine:.1f} | {other:.1f} | {mine / other:.2f} |",
                  flush=True)


if __name__ == "__main__":
    main()
