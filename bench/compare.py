#!/usr/bin/python3
"""Alternates `actbench bench step` and PyTorch in one run and prints the ratios of median step times.

Each cell is measured in rounds, ours and PyTorch's by turns, each in a process of its own; the
ratio is that of the medians over the rounds. Needs Debian's python3-torch.

PyTorch is measured as Debian installs it and, with --tuned, also at its best: images channels last,
and its matrix products by the BLAS in the folder that --blas names (Debian's own default is the
unoptimised reference BLAS). OPENBLAS_CORETYPE and the like are taken out of the environment.
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


def run(command, **variables):
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("OPENBLAS_", "OMP_", "GOMP_", "MKL_"))}
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True,
                          env={**environment, **variables})
    return json.loads(done.stdout.strip().splitlines()[-1])


def ours(model, activation, options):
    return run([os.path.join(HOME, "actbench"), "bench", "step", *MODELS[model],
                "--activation", activation, "--batch", str(options.batch),
                "--threads", str(options.threads), "--warmup", str(options.warmup),
                "--steps", str(options.steps), "--format", "json"])


def theirs(model, activation, options, tuned):
    steps = max(4, options.steps // 3)
    command = [sys.executable, os.path.join(HOME, "bench", "pytorch_step.py"), "--model", model,
               "--activation", activation, "--batch", str(options.batch),
               "--threads", str(options.threads), "--warmup", "2", "--steps", str(steps)]
    if not tuned:
        return run(command)
    return run(command + ["--channels-last"],
               **({"LD_LIBRARY_PATH": options.blas} if options.blas else {}))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--activations", nargs="+", default=ACTIVATIONS)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--warmup", type=int, default=10)
    parser.add_argument("--steps", type=int, default=24)
    parser.add_argument("--tuned", action="store_true", help="PyTorch also channels last")
    parser.add_argument("--blas", metavar="DIR", help="with --tuned: where a faster libblas.so.3 is")
    options = parser.parse_args()
    peers = [False, True] if options.tuned else [False]
    names = ["PyTorch, ms | ratio", "tuned PyTorch, ms | ratio"][:len(peers)]
    print("| network | activation | ours, ms | " + " | ".join(names) + " |")
    print("|---|---|---|" + "---|---|" * len(peers))
    for model in options.models:
        for activation in options.activations:
            rounds = [[ours(model, activation, options)["median_ms"],
                       *(theirs(model, activation, options, tuned)["median_ms"]
                         for tuned in peers)]
                      for _ in range(options.rounds)]
            mine, *others = (statistics.median(each) for each in zip(*rounds))
            cells = " | ".join(f"{other:.1f} | {mine / other:.2f}" for other in others)
            print(f"| {model} | {activation} | {mine:.1f} | {cells} |", flush=True)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as failed:
        # The command that failed has said why.
        sys.exit(failed.returncode)
