#!/usr/bin/python3
"""Compares one worker of all threads with as many workers of one thread as there are cores.

Both ways are measured by turns with `actbench bench step`; the figure is images a second, summed
over the workers that run at the same time. `actbench run` decides by this how it shares the cores.
"""
import argparse
import json
import os
import statistics
import subprocess

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MODELS = {
    "mlp": ["--model", "mlp"],
    "lenet-4": ["--model", "lenet-4"],
    "resnet-v1-20": ["--model", "resnet-v1", "--set", "depth=20"],
}


def images_per_second(model, workers, threads, options):
    command = [os.path.join(HOME, "actbench"), "bench", "step", *MODELS[model],
               "--activation", options.activation, "--batch", str(options.batch),
               "--threads", str(threads), "--warmup", str(options.steps // 2),
               "--steps", str(options.steps), "--format", "json"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
               for _ in range(workers)]
    total = 0
    for process in running:
        out, _ = process.communicate()
        if process.returncode != 0:
            raise SystemExit(process.returncode)
        total += json.loads(out.strip().splitlines()[-1])["images_per_second"]
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--activation", default="mish")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--cores", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--steps", type=int, default=30)
    options = parser.parse_args()
    print(f"| network | 1 worker x {options.cores} threads | {options.cores} workers x 1 thread | gain |")
    print("|---|---|---|---|")
    for model in options.models:
        pairs = [(images_per_second(model, 1, options.cores, options),
                  images_per_second(model, options.cores, 1, options))
                 for _ in range(options.rounds)]
        one, many = (statistics.median(each) for each in zip(*pairs))
        print(f"| {model} | {one:.0f} | {many:.0f} | {many / one:.2f} |", flush=True)


if __name__ == "__main__":
    main()
