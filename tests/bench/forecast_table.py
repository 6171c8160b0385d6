#!/usr/bin/python3
"""Prints how forecasts score against Naive2, and against R's forecast package where it is installed.

usage: forecast_table.py --program ./forecast_bench --data FOLDER

FOLDER holds monthly.csv, quarterly.csv and yearly.csv in the form of series_file.hpp. OWA, sMAPE and MASE are those of the
M4 competition; MSIS and coverage are of the 95 % interval. Short histories and landing are of the monthly series. Only the
standard library is used."""
import argparse
import csv
import math
import pathlib
import shutil
import subprocess
import tempfile

METHODS_OF_R = {"R ets": "forecast(ets(x), h=h)", "R thetaf": "thetaf(x, h=h)", "R auto.arima": "forecast(auto.arima(x), h=h)"}
R_PROGRAM = """
suppressMessages(library(forecast)); given <- commandArgs(TRUE); d <- read.csv(given[1], colClasses="character")
out <- file(given[2], "w")
for (i in seq_len(nrow(d))) {
  x <- ts(as.numeric(strsplit(d$train[i], " ")[[1]]), frequency=as.integer(d$m[i])); h <- as.integer(d$h[i])
  f <- METHOD; n <- ncol(f$lower)
  writeLines(paste(c(d$id[i], as.numeric(f$mean), as.numeric(f$lower[, n]), as.numeric(f$upper[, n])), collapse=","), out)
}
close(out)
"""


def read_series(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [(row["id"], int(row["m"]), int(row["h"]), [float(v) for v in row["train"].split()],
                 [float(v) for v in row["test"].split()]) for row in csv.DictReader(file)]


def read_lines(path):
    with open(path, newline="", encoding="utf-8") as file:
        return {row[0]: [float(v) for v in row[1:]] for row in csv.reader(file)}


def is_seasonal(x, m):
    if m < 2 or len(x) < 3 * m:
        return False
    centre = sum(x) / len(x)
    power = sum((v - centre) ** 2 for v in x)
    if power == 0:
        return False
    r = [sum((x[t] - centre) * (x[t - k] - centre) for t in range(k, len(x))) / power for k in range(1, m + 1)]
    return abs(r[-1]) > 1.645 * math.sqrt((1 + 2 * sum(v * v for v in r[:-1])) / len(x))


def naive2(x, m, h):
    if not is_seasonal(x, m):
        return [x[-1]] * h
    half, ends = m // 2, 0.5 if m % 2 == 0 else 1
    ratios = [[] for _ in range(m)]
    for t in range(half, len(x) - half):
        average = (ends * (x[t - half] + x[t + half]) + sum(x[t - half + 1:t + half])) / m
        ratios[t % m].append(x[t] / average)
    index = [sum(r) / len(r) for r in ratios]
    centre = sum(index) / m
    return [x[-1] / index[(len(x) - 1) % m] * index[(len(x) + k) % m] for k in range(h)] if centre else [x[-1]] * h


def errors(series, forecasts):
    """Mean sMAPE and MASE."""
    symmetric, scaled = [], []
    for key, m, h, x, y in series:
        f = forecasts[key][:h]
        symmetric.append(sum(200 * abs(a - b) / (abs(a) + abs(b)) if a or b else 0 for a, b in zip(y, f)) / h)
        scale = change(x, m)
        if scale > 0:
            scaled.append(sum(abs(a - b) for a, b in zip(y, f)) / h / scale)
    return sum(symmetric) / len(symmetric), sum(scaled) / len(scaled)


def change(x, m):
    return sum(abs(x[t] - x[t - m]) for t in range(m, len(x))) / (len(x) - m) if len(x) > m else 0


def interval(series, lower, upper):
    """Coverage and mean scaled interval score."""
    inside, scores = [], []
    for key, m, h, x, y in series:
        low, high, scale = lower[key][:h], upper[key][:h], change(x, m)
        inside.append(sum(a <= v <= b for a, v, b in zip(low, y, high)) / h)
        if scale > 0:
            scores.append(sum(b - a + 40 * max(a - v, 0) + 40 * max(v - b, 0) for a, v, b in zip(low, y, high)) / h / scale)
    return sum(inside) / len(inside), sum(scores) / len(scores)


def by_r(data, method, folder):
    script, out = folder / "method.R", folder / "r.csv"
    script.write_text(R_PROGRAM.replace("METHOD", method), encoding="utf-8")
    subprocess.run(["Rscript", str(script), str(data), str(out)], check=True)
    lines = read_lines(out)
    part = lambda k: {key: v[k * (len(v) // 3):(k + 1) * (len(v) // 3)] for key, v in lines.items()}
    return part(0), part(1), part(2)


def has_r():
    check = ["Rscript", "-e", "quit(status=!requireNamespace('forecast',quietly=TRUE))"]
    return bool(shutil.which("Rscript")) and subprocess.run(check, capture_output=True).returncode == 0


def run_on(program, rows, horizon, folder):
    """Forecasts of monthly histories by id."""
    data, out = folder / "rows.csv", folder / "rows_out.csv"
    with open(data, "w", encoding="utf-8") as file:
        file.write("id,source,domain,period,m,h,sy,ss,n,train,test\n")
        for key, x in rows.items():
            file.write(f"{key},x,x,MONTHLY,12,{horizon},1,1,{len(x)},{' '.join(map(repr, x))},{' '.join(['0'] * horizon)}\n")
    subprocess.run([program, str(data), str(out)], check=True, stdout=subprocess.DEVNULL)
    return read_lines(out)


SHORT = {4: .916, 6: .881, 9: .872, 12: .721, 15: .705, 18: .693, 23: .706, 24: .704, 30: .667, 36: .644, 48: .621}
LANDING = {36: {1: 8.39, 2: 7.32, 3: 6.55, 6: 4.24, 9: 1.98, 11: .79}, 24: {1: 8.38, 2: 7.36, 3: 6.64, 6: 4.76, 9: 2.21, 11: .84}}


def print_short(program, series, folder):
    """Histories cut to their last k months, 12 ahead: mean of sMAPE and MASE, each relative to the naive forecast."""
    long = [s for s in series if len(s[3]) >= 48 and len(s[4]) >= 12]
    print(f"short monthly histories, {len(long)} series: score, and the best of many methods known before")
    for k, best in SHORT.items():
        made = run_on(program, {s[0]: s[3][-k:] for s in long}, 12, folder)
        whole = [(key, 12, 12, x, y[:12]) for key, _, _, x, y in long]
        ours, naive = errors(whole, made), errors(whole, {key: [x[-1]] * 12 for key, _, _, x, _ in long})
        score = sum(a / b for a, b in zip(ours, naive)) / 2
        print(f"  k = {k:2}  {score:.3f}  {best:.3f}  {100 * (score / best - 1):+.1f} %")


def print_landing(program, series, folder):
    """The year's total after k months of it: mean error in percent."""
    for history, best in LANDING.items():
        usable = [s for s in series if len(s[3]) >= history and len(s[4]) >= 12 and min(s[3]) >= 0 and min(s[4]) >= 0 and sum(s[4][:12]) > 0]
        print(f"year-end landing, {len(usable)} series, {history} months before: error %, best known before, run rate")
        for k, limit in best.items():
            made = run_on(program, {s[0]: s[3][-history:] + s[4][:k] for s in usable}, 12 - k, folder)
            total = {s[0]: sum(s[4][:12]) for s in usable}
            error = sum(abs(sum(s[4][:k]) + sum(made[s[0]]) - total[s[0]]) / total[s[0]] for s in usable)
            rate = sum(abs(sum(s[4][:k]) * 12 / k - total[s[0]]) / total[s[0]] for s in usable)
            print(f"  k = {k:2}  {100 * error / len(usable):5.2f}  {limit:5.2f}  {100 * rate / len(usable):5.2f}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--program", required=True)
    arguments.add_argument("--data", required=True, type=pathlib.Path)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for period in ("monthly", "quarterly", "yearly"):
            data = given.data / f"{period}.csv"
            series = read_series(data)
            reference = errors(series, {key: naive2(x, m, h) for key, m, h, x, _ in series})
            paths = [folder / f"{kind}.csv" for kind in ("centre", "lower", "upper")]
            took = subprocess.run([given.program, str(data), *map(str, paths), "0.95"], check=True, capture_output=True, text=True)
            rows = {"ours": tuple(map(read_lines, paths))}
            if has_r():
                rows |= {label: by_r(data, method, folder) for label, method in METHODS_OF_R.items()}
            print(f"{period}: {took.stdout.strip()}\n  {'':14}  sMAPE   MASE    OWA   MSIS  coverage")
            print(f"  {'Naive2':14} {reference[0]:6.2f} {reference[1]:6.3f}  1.000")
            for label, (centre, lower, upper) in rows.items():
                s, a = errors(series, centre)
                coverage, msis = interval(series, lower, upper)
                print(f"  {label:14} {s:6.2f} {a:6.3f} {(s / reference[0] + a / reference[1]) / 2:6.4f} {msis:6.2f}  {coverage:.3f}")
        monthly = read_series(given.data / "monthly.csv")
        print_short(given.program, monthly, folder)
        print_landing(given.program, monthly, folder)


if __name__ == "__main__":
    main()
