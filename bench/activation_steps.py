#!/usr/bin/python3
"""Compares the training steps of one network with each activation function to those with ReLU.

Functions take turns with ReLU, which is measured again after every few of them: the ratio is to
the mean of the two ReLU figures around a function. By default all functions of the catalogue that
act on each number alone.
"""
import argparse
import json
import os
import subprocess
import sys

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ACTBENCH = os.path.join(HOME, "actbench")


def output(*arguments):
    return subprocess.run([ACTBENCH, *arguments], stdout=subprocess.PIPE, text=True,
                          check=True).stdout


def catalogue():
    listed = json.loads(output("activations", "list", "--format", "json"))
    return [each["name"] for each in listed if "over a row" not in each["formula"]
            and each["name"] not in ("relu", "log-softmax")]


def step(function, options):
    settings = [part for each in options.set for part in ("--set", each)]
    return json.loads(output(
        "bench", "step", "--model", options.model, *settings, "--activation", function,
        "--batch", str(options.batch), "--threads", str(options.threads),
        "--warmup", str(options.warmup), "--steps", str(options.steps),
        "--format", "json").strip().splitlines()[-1])["median_ms"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("functions", nargs="*", help="default: the whole catalogue")
    parser.add_argument("--model", default="resnet-v1")
    parser.add_argument("--set", action="append", metavar="KEY=VALUE",
                        help="settings of the model (default: depth=20)")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--warmup", type=int, default=10)
    parser.add_argument("--steps", type=int, default=16)
    parser.add_argument("--group", type=int, default=3, help="functions between two of ReLU")
    options = parser.parse_args()
    options.set = options.set or (["depth=20"] if options.model == "resnet-v1" else [])
    functions = options.functions or catalogue()
    print("| function | ms a step | ReLU, ms | ratio |")
    print("|---|---|---|---|")
    before = step("relu", options)
    for start in range(0, len(functions), options.group):
        group = functions[start:start + options.group]
        times = [step(function, options) for function in group]
        after = step("relu", options)
        relu = (before + after) / 2
        for function, time in zip(group, times):
            print(f"| {function} | {time:.1f} | {relu:.1f} | {time / relu:.2f} |", flush=True)
        before = after


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as failed:
        # The command that failed has said why.
        sys.exit(failed.returncode)
