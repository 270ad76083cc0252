"""Writes a tidy table of made-up runs, to measure how long `actbench compare` and `verify` take.

python3 bench/rows.py 100000 25 > target/rows.csv; time ./actbench compare target/rows.csv
python3 bench/rows.py 100000 20 depth-net > target/rows.csv; time ./actbench verify target/rows.csv

The second number is the seeds a setting has: fewer seeds, more settings. Published claims speak of
depth-net by depth, so a few of its settings are compared for each; of lenet-4 they name no setting
that varies here, so all are, which is the most work there can be.
"""

import random
import sys

ACTIVATIONS = ["relu", "swish", "mish", "beta-mish"]
SIDES = ["depth", "width", "batch_size"]
FIRST = 15


def main(rows, seeds, model):
    draws = random.Random(1)
    settings = -(-rows // (len(ACTIVATIONS) * seeds))
    side = 1
    while side ** len(SIDES) < settings:
        side += 1
    print(
        "run_id,status,dataset,model,activation,seed,"
        + ",".join(SIDES)
        + ",epochs,optimizer,learning_rate,initializer,"
        + "test_accuracy,test_loss,seconds,parameters,init_hash,order_hash,data"
    )
    written = 0
    for setting in range(settings):
        place = [FIRST + setting // side**k % side for k in range(len(SIDES))]
        for seed in range(1, seeds + 1):
            level = draws.gauss(0.9 - 0.001 * place[0], 0.004)
            for number, activation in enumerate(ACTIVATIONS):
                if written == rows:
                    return
                written += 1
                accuracy = level + 0.0005 * number * place[0] / side + draws.gauss(0, 0.003)
                print(
                    f"r{written},ok,mnist,{model},{activation},{seed},"
                    + ",".join(map(str, place))
                    + f",10,sgd,0.01,glorot-uniform,{accuracy},{1 - accuracy},"
                    + f"{draws.uniform(5, 6)},411146,i{setting}-{seed},o{seed},mnist (canonical)"
                )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "mlp")
