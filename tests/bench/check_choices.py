#!/usr/bin/python3
"""Would unseen series score the same? Five folds of series; everything that was chosen is chosen again on four of them
and scored on the fifth (numpy).

usage: check_choices.py --program ./choices_bench --data FOLDER

FOLDER holds monthly.csv, quarterly.csv and yearly.csv. Chosen are: which of the six models are asked (three at least),
what is made of them (mean, median, or the middle: highest and lowest dropped, the inner two twice), how much a year
counts of the next in the season, and how much of the mean change the autoregression carries on. The choice with the
least mean OWA of the three sets on four folds is scored on the fifth. Printed: OWA of what is shipped, of the choice
that all series together would make, and of the choices made without the series they are scored on."""
import argparse
import collections
import csv
import itertools
import math
import subprocess
import tempfile

import numpy as np

from forecast_table import change, naive2, read_series

PERIODS = ("monthly", "quarterly", "yearly")
WEIGHTS, SHARES, FOLDS = (0.6, 0.7, 0.8, 0.9, 1.0), (0.5, 0.7, 0.85, 1.0), 5
SHIPPED = ((0, 1, 2, 3, 4, 5), "middle", 0.8, 0.7)


class Collection:
    """Errors of every member, ready to be combined."""

    def __init__(self, program, data):
        series = read_series(data)
        with tempfile.NamedTemporaryFile() as out:
            subprocess.run([program, data, out.name], check=True)
            said = collections.defaultdict(dict)
            with open(out.name, newline="", encoding="utf-8") as lines:
                for row in csv.reader(lines):
                    said[row[0]][int(row[3]), float(row[1]), float(row[2])] = [float(v) for v in row[4:]]
        count, longest = len(series), max(h for _, _, h, _, _ in series)
        self.actual = np.full((count, longest), np.nan)
        self.scale = np.array([change(x, m) for _, m, _, x, _ in series])
        self.fold = np.random.RandomState(7).randint(0, FOLDS, count)
        self.said = {}
        for member in range(6):
            for weight, share in self.places(member):
                table = np.full((count, longest), np.nan)
                for i, (key, _, h, _, _) in enumerate(series):
                    known = said[key]
                    table[i, :h] = (known.get((-1, 0, 0)) or known[member, weight, share])[:h]
                self.said[member, weight, share] = table
        base = np.full((count, longest), np.nan)
        for i, (_, m, h, x, y) in enumerate(series):
            self.actual[i, :h] = y[:h]
            base[i, :h] = naive2(x, m, h)
        self.reference = self.errors(base)

    @staticmethod
    def places(member):
        if member == 2:
            return [(w, k) for w in WEIGHTS for k in SHARES]
        return [(w, 0) for w in WEIGHTS] if member in (0, 1, 3) else [(0, 0)]

    def errors(self, forecast):
        """sMAPE and MASE of every series."""
        distance, size = abs(self.actual - forecast), abs(self.actual) + abs(forecast)
        symmetric = np.nanmean(np.where(size > 0, 200 * distance / np.where(size > 0, size, 1), np.where(np.isnan(size), np.nan, 0)), axis=1)
        with np.errstate(all="ignore"):
            return symmetric, np.where(self.scale > 0, np.nanmean(distance, axis=1) / self.scale, np.nan)

    def forecast(self, choice):
        members, rule, weight, share = choice
        tables = [self.said[m, weight if m < 4 else 0, share if m == 2 else 0] for m in members]
        if rule == "mean":
            return np.mean(tables, axis=0)
        if rule == "median":
            return np.median(tables, axis=0)
        ordered = np.sort(tables, axis=0)[1:-1]
        weights = np.array([1 if i in (0, len(ordered) - 1) and len(ordered) > 2 else 2 for i in range(len(ordered))], float)
        return np.tensordot(weights / weights.sum(), ordered, 1)

    def owa(self, errors, chosen):
        parts = [np.nanmean(e[chosen]) / np.nanmean(r[chosen]) for e, r in zip(errors, self.reference)]
        return sum(parts) / 2


def choices():
    for size in range(3, 7):
        for members in itertools.combinations(range(6), size):
            for rule in ("mean", "median") + (("middle",) if size > 3 else ()):
                for weight in WEIGHTS:
                    for share in SHARES if 2 in members else (0.7,):
                        yield members, rule, weight, share


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--program", required=True)
    arguments.add_argument("--data", required=True)
    given = arguments.parse_args()
    sets = {p: Collection(given.program, f"{given.data}/{p}.csv") for p in PERIODS}
    best = [(math.inf, None)] * (FOLDS + 1)
    keep = {}
    tried = list(choices())
    for choice in tried:
        errors = {p: c.errors(c.forecast(choice)) for p, c in sets.items()}
        for fold in range(FOLDS + 1):
            score = np.mean([c.owa(errors[p], c.fold != fold) for p, c in sets.items()])
            if score < best[fold][0]:
                best[fold] = (score, choice)
                keep[fold] = errors
        if choice == SHIPPED:
            keep["shipped"] = errors
    print(f"{len(tried)} choices")
    for fold in range(FOLDS):
        print(f"fold {fold + 1}: {best[fold][1]}")
    print(f"all: {best[FOLDS][1]}")
    print(f"{'':10} shipped  best on all  chosen without the series")
    for p, c in sets.items():
        unseen = tuple(np.choose(c.fold, [keep[f][p][k] for f in range(FOLDS)]) for k in (0, 1))
        everything = np.ones(len(c.fold), bool)
        print(f"{p:10} {c.owa(keep['shipped'][p], everything):7.4f}  {c.owa(keep[FOLDS][p], everything):11.4f}  {c.owa(unseen, everything):.4f}")


if __name__ == "__main__":
    main()
