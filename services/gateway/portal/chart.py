"""Draws the factsheet's chart: Altair makes the specification, vl-convert the SVG.

vl-convert holds its process for a second and keeps about 100 MB, which would stop every other
request of a gateway on one event loop. So drawing happens in a process of its own that ends when it
is done: `python -m services.gateway.portal.chart` reads JSON on stdin and writes SVG on stdout. What
was drawn is remembered by its data.
"""

from __future__ import annotations

import json
import sys
from collections import OrderedDict
from html import escape
from pathlib import Path
from typing import Any

from eventlet.green import subprocess
from eventlet.semaphore import Semaphore

# Where `services` is found, wherever the gateway was started from.
ROOT = Path(__file__).parents[3]
REMEMBERED = 64
PATIENCE = 30

# One hue in three strengths: the order click, call, face is also an order of closeness.
COLOURS = {
    "light": {"bars": ("#0b5e7a", "#4b9db8", "#a9d3e0"), "text": "#48525a", "line": "#dfe3e6", "gap": "#ffffff"},
    "dark": {"bars": ("#8fd0e6", "#4897b3", "#235a6e"), "text": "#aeb7be", "line": "#333a40", "gap": "#1b1f23"},
}

# Wide for a desk, narrow for a telephone, where a wide chart's words would shrink below reading.
WIDTHS = {"wide": 680, "narrow": 310}

_drawn: OrderedDict[str, str] = OrderedDict()
_one_at_a_time = Semaphore()


class NotDrawn(Exception):
    """The chart could not be drawn."""


def draw(wanted: dict[str, Any]) -> str:
    """The chart as SVG; raises `NotDrawn`."""
    asked = json.dumps(wanted, sort_keys=True)
    if asked not in _drawn:
        with _one_at_a_time:
            if asked not in _drawn:
                _drawn[asked] = _draw_elsewhere(asked)
    _drawn.move_to_end(asked)
    while len(_drawn) > REMEMBERED:
        _drawn.popitem(last=False)
    return _drawn[asked]


def _draw_elsewhere(asked: str) -> str:
    # Without the warning that importing eventlet gives, which would be all that stderr ever holds.
    command = [sys.executable, "-W", "ignore", "-m", "services.gateway.portal.chart"]
    try:
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
    except OSError as problem:
        raise NotDrawn(str(problem)) from problem
    try:
        svg, complaint = process.communicate(asked, timeout=PATIENCE)
    except subprocess.TimeoutExpired as problem:
        process.kill()
        process.communicate()
        raise NotDrawn(f"drawing took longer than {PATIENCE} seconds") from problem
    if process.returncode or not svg.startswith("<svg"):
        raise NotDrawn(complaint[-2000:])
    return str(svg)


def message(text: str, theme: str) -> str:
    """An image that says something in words, for when there is no chart."""
    colour = COLOURS[theme]["text"]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="760" height="120" viewBox="0 0 760 120">'
        f'<text x="380" y="64" fill="{colour}" font-family="system-ui, sans-serif" font-size="15"'
        f' text-anchor="middle">{escape(text)}</text></svg>'
    )


def svg_of(wanted: dict[str, Any]) -> str:
    """Draw in this process; only the short-lived one calls it."""
    import altair as alt
    import vl_convert

    colours, levels = COLOURS[wanted["theme"]], wanted["levels"]
    names = [level["name"] for level in levels]
    rows = [
        {"starts": bar["starts"], "level": level["name"], "order": place, "count": bar[level["code"]]}
        for bar in wanted["bars"]
        for place, level in enumerate(levels)
    ]
    chart = (
        alt.Chart(alt.Data(values=rows), width=WIDTHS[wanted["size"]], height=220)
        .mark_bar(stroke=colours["gap"], strokeWidth=1)
        .encode(
            x=alt.X("starts:O", title=wanted["axis"], axis=_days(wanted)),
            y=alt.Y("sum(count):Q", title=None, axis=alt.Axis(tickCount=4, format="d", tickMinStep=1)),
            color=alt.Color(
                "level:N",
                scale=alt.Scale(domain=names, range=list(colours["bars"])),
                legend=alt.Legend(title=None, orient="top", direction="horizontal", symbolType="square"),
            ),
            order=alt.Order("order:Q"),
        )
        .configure(background="transparent", font="system-ui, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=colours["text"],
            titleColor=colours["text"],
            gridColor=colours["line"],
            domainColor=colours["line"],
            tickColor=colours["line"],
            labelFontSize=12,
            titleFontSize=12,
            titleFontWeight="normal",
        )
        .configure_legend(labelColor=colours["text"], labelFontSize=13)
    )
    dutch = wanted["language"] == "nl"
    svg: str = vl_convert.vegalite_to_svg(chart.to_json(), time_format_locale="nl-NL" if dutch else "en-GB")
    return svg


def _days(wanted: dict[str, Any]) -> Any:
    import altair as alt

    many = len(wanted["bars"]) > WIDTHS[wanted["size"]] // 42
    return alt.Axis(
        labelExpr="timeFormat(toDate(datum.value), '%-d %b')",
        labelAngle=-45 if many else 0,
        labelOverlap="greedy",
        grid=False,
        titlePadding=8,
    )


if __name__ == "__main__":
    sys.stdout.write(svg_of(json.load(sys.stdin)))
