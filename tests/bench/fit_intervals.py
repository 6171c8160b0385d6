#!/usr/bin/python3
"""Fits the constants of src/forecast/width.cpp (numpy and scipy).

usage: fit_intervals.py --clues './interval_clues_bench' --data FOLDER

FOLDER holds monthly.csv, quarterly.csv and yearly.csv. The half width at 95 % is
    exp(constant + of_horizon log h) * one_step^a * ahead^b * disagreement^c * (n/60)^d
with a, b, c, d common to all series. They minimise the mean scaled interval score of the three sets, each relative to its
size, with the monthly series cut to 24 and 36 values as well, so that short histories are not promised too much. What is
printed as "unseen" is fitted on four fifths of the series and measured on the fifth. Histories of less than two years have
the scatter of their values only: constant * scatter * (n/10)^of_length * h^of_horizon."""
import argparse
import subprocess
import tempfile

import numpy as np
from scipy.optimize import minimize

SEASONS = {"monthly": 12, "quarterly": 4, "yearly": 1}


class Clues:
    def __init__(self, program, data, length=None):
        with tempfile.NamedTemporaryFile() as out:
            subprocess.run([program, data, out.name] + ([str(length)] if length else []), check=True)
            table = np.genfromtxt(out.name, delimiter=",", names=True)
        for name in table.dtype.names:
            setattr(self, name, table[name])
        self.number = self.series.astype(int)
        self.fold = np.random.RandomState(3).randint(0, 5, self.number.max() + 1)[self.number]
        self.third = ((self.h - 1) * 3 // self.horizon).astype(int)
        self.first = np.flatnonzero(self.h == 1)

    def back(self, value):
        amount = np.where(self.rooted > 0, np.maximum(value, 0) ** 2, value)
        return np.where(self.factor > 0, amount * self.index, amount + self.index)

    def widths(self, logarithm):
        """Never narrower than the period before."""
        width = np.exp(np.clip(logarithm, -30, 5))
        for i, start in enumerate(self.first):
            end = self.first[i + 1] if i + 1 < len(self.first) else len(width)
            width[start:end] = np.maximum.accumulate(width[start:end])
        return width

    def bounds(self, width):
        a, b = self.back(self.forecast - width), self.back(self.forecast + width)
        return np.minimum(a, b), np.maximum(a, b)

    def score(self, width, missed, chosen=None):
        low, high = self.bounds(width)
        outside = np.maximum(low - self.actual, 0) + np.maximum(self.actual - high, 0)
        use = (self.change > 0) & (True if chosen is None else chosen)
        return np.average(((high - low) + 2 / missed * outside)[use] / self.change[use], weights=1 / self.horizon[use])

    def coverage(self, width):
        low, high = self.bounds(width)
        inside = (self.actual >= low) & (self.actual <= high)
        return [float(round(np.average(inside[k], weights=1 / self.horizon[k]), 3))
                for k in (self.h > 0, self.third == 0, self.third == 1, self.third == 2)]


def search(f, start):
    for _ in range(2):
        start = minimize(f, start, method="Powell", options={"maxiter": 6, "xtol": 1e-3, "ftol": 1e-6}).x
    return start


def logarithm(clues, p, own):
    common = p[0] * np.log(clues.one_step) + p[1] * np.log(clues.ahead) + p[2] * np.log(clues.disagreement)
    return common + p[3] * np.log(clues.n / 60) + p[own] + p[own + 1] * np.log(clues.h)


def fit_models(sets, cut):
    size = {name: clues.score(clues.widths(np.log(2.5 * clues.ahead)), 0.05) for name, clues in sets.items()}
    start = np.array([.3, .4, .2, -.1, .7, .1, .7, .2, .7, .3])

    def loss(p, keep=lambda clues: None):
        whole = sum(c.score(c.widths(logarithm(c, p, 4 + 2 * i)), .05, keep(c)) / size[name]
                    for i, (name, c) in enumerate(sets.items()))
        return whole + .25 * sum(c.score(c.widths(logarithm(c, p, 4)), .05, keep(c)) for c in cut) / size["monthly"]

    p = search(loss, start)
    print("of_one_step, of_ahead, of_disagreement, of_length:", np.round(p[:4], 3))
    unseen = {name: np.zeros(len(c.h)) for name, c in sets.items()}
    for fold in range(5):
        q = search(lambda x: loss(x, lambda c: c.fold != fold), p)
        for i, (name, c) in enumerate(sets.items()):
            unseen[name][c.fold == fold] = logarithm(c, q, 4 + 2 * i)[c.fold == fold]
    for i, (name, c) in enumerate(sets.items()):
        width = c.widths(logarithm(c, p, 4 + 2 * i))
        narrowing = narrow(c, width)
        print(f"{name}: constant {np.exp(p[4 + 2 * i]):.3f}, of_horizon {p[5 + 2 * i]:.3f}, narrowing {narrowing:.3f}")
        print(f"  MSIS {c.score(width, .05):.2f}, unseen {c.score(c.widths(unseen[name]), .05):.2f}; coverage 95 % "
              f"{c.coverage(width)}, unseen {c.coverage(c.widths(unseen[name]))}; 80 % {c.coverage(width * narrowing)}")
    factor = narrow(sets["monthly"], sets["monthly"].widths(logarithm(sets["monthly"], p, 4)))
    for c in cut:
        width = c.widths(logarithm(c, p, 4))
        print(f"monthly, {c.n[0]:.0f} values: coverage 95 % {c.coverage(width)}, 80 % {c.coverage(width * factor)}")


def narrow(clues, width):
    """The factor at which 80 % of the actuals fall inside."""
    low, high = 0.2, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if clues.coverage(width * middle)[0] < .8 else (low, middle)
    return (low + high) / 2


def fit_scatter(name, cuts):
    """The score would sacrifice coverage here, where little is known: what is fitted is coverage itself."""
    def log_width(c, p):
        return p[0] + np.log(np.maximum(c.scatter, 1e-9)) + p[1] * np.log(c.n / 10) + p[2] * np.log(c.h)

    def miss(p):
        return sum((x - .95) ** 2 for c in cuts for x in c.coverage(c.widths(log_width(c, p))))

    p = search(miss, np.array([1.3, -.3, .1]))
    ratio = np.mean([narrow(c, c.widths(log_width(c, p))) for c in cuts])
    print(f"{name}: constant {np.exp(p[0]):.3f}, of_length {p[1]:.3f}, of_horizon {p[2]:.3f}, narrowing {ratio:.3f}")
    for c in cuts:
        width = c.widths(log_width(c, p))
        print(f"  {c.n[0]:.0f} values: coverage 95 % {c.coverage(width)}, 80 % {c.coverage(width * ratio)}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--clues", required=True)
    arguments.add_argument("--data", required=True)
    given = arguments.parse_args()
    monthly = f"{given.data}/monthly.csv"
    fit_scatter("under a year", [Clues(given.clues, monthly, k) for k in (4, 6, 9, 11)])
    fit_scatter("under two years", [Clues(given.clues, monthly, k) for k in (12, 15, 18, 23)])
    fit_models({name: Clues(given.clues, f"{given.data}/{name}.csv") for name in SEASONS},
               [Clues(given.clues, monthly, k) for k in (24, 36)])


main()
