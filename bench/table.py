"""The table: one line per figure, and where the processor time went."""

from __future__ import annotations

from typing import Any

from bench.results import Figure, Results

UNSURE = "there the processor time says more than the rates."


def table(results: Results) -> list[str]:
    """Every figure with its target."""
    rows: list[tuple[str, ...]] = [("metric", "measured", "target", "")]
    rows += [
        (figure.meaning, shown_value(figure), shown_target(figure), _verdict(figure)) for figure in results.figures
    ]
    return _aligned(rows)


def cpu_table(results: Results) -> list[str]:
    """Milliseconds of processor time per request: a row per load, a column per process.

    `others` is the share of the machine that other processes took meanwhile.
    """
    if not results.cpu:
        return []
    processes = list(dict.fromkeys(process for costs in results.cpu.values() for process in costs))
    rows = [("CPU ms per request", *processes, "together", "others")]
    for load, costs in results.cpu.items():
        cells = [f"{costs[process]:.2f}" if process in costs else "" for process in processes]
        rows.append((load, *cells, f"{sum(costs.values()):.2f}", f"{results.others[load]:.0%}"))
    return _aligned(rows)


def page(machine: dict[str, Any], results: Results) -> list[str]:
    """All that is printed: the machine, the figures, the costs, what was odd, and the verdict."""
    lines = [*(f"{name}: {value}" for name, value in machine.items()), "", *table(results), ""]
    costs = cpu_table(results)
    lines += [*costs, ""] if costs else []
    if results.rates:
        told = (f"{load} {', '.join(f'{rate:.0f}' for rate in rates)}" for load, rates in results.rates.items())
        lines.append(f"Of each of these loads the quickest round counts; answers per second: {'; '.join(told)}.")
    if results.disturbed:
        lines.append(f"Other processes kept the machine busy during {', '.join(results.disturbed)}: {UNSURE}")
    return [*lines, *results.remarks, last_line(results)]


def last_line(results: Results) -> str:
    """Whether all targets were met, and which were not."""
    aimed = [figure for figure in results.figures if figure.met is not None]
    if not results.missed:
        return f"All {len(aimed)} targets are met."
    missed = "; ".join(f"{figure.meaning} {shown_value(figure)} ({shown_target(figure)})" for figure in results.missed)
    return f"MISSED {len(results.missed)} of {len(aimed)} targets: {missed}"


def _aligned(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        first, *others = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *others]).rstrip())
    return lines


def shown_value(figure: Figure) -> str:
    """What was measured, in so many digits as mean something."""
    return f"{_number(figure.value)} {figure.unit}".rstrip()


def shown_target(figure: Figure) -> str:
    """What it should be; empty when it has no target."""
    if figure.target is None:
        return ""
    return f"{figure.target.sign} {figure.target.bound:g} {figure.unit}".rstrip()


def _verdict(figure: Figure) -> str:
    return {None: "", True: "met", False: "MISSED"}[figure.met]


def _number(value: float) -> str:
    if value == int(value):
        return f"{value:.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
