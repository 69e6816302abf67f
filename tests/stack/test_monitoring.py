"""The dashboard and the alarms ask only for what the gateway tells."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from services.cli.house import followers
from services.gateway import metrics
from tests.cli.command import HOUSE

MONITORING = HOUSE / "deploy" / "monitoring"
DASHBOARD: dict[str, Any] = json.loads((MONITORING / "grafana" / "dashboards" / "balie.json").read_text())
ALERTS: list[dict[str, Any]] = yaml.safe_load((MONITORING / "alerts.yml").read_text())["groups"][0]["rules"]
QUESTIONS = {
    f"{panel['title']}: {one['expr']}": one["expr"] for panel in DASHBOARD["panels"] for one in panel["targets"]
}
QUESTIONS |= {alert["alert"]: alert["expr"] for alert in ALERTS}
# Of Prometheus' own making: whether it got an answer, and from whom.
PROMETHEUS = {"up": {"job", "instance"}}
LABELS = {"job", "instance", "le"}


def told() -> dict[str, set[str]]:
    """Every figure of the gateway, with its labels."""
    metrics.answered("GET", "/", 200, 0.1)
    service = {"unpublished": 0, "parked": 0, "journal": 0}
    health = {
        name: service | {"following": dict.fromkeys(followers().get(name, ()), 0)}
        for name in ("catalog", "intake", "routing", "reporting")
    }
    found = dict(PROMETHEUS)
    for family in text_string_to_metric_families(metrics.page(health)[0].decode()):
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    return found


TOLD = told()


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_every_figure_that_is_asked_for_is_told(question: str) -> None:
    bare = re.sub(r'"[^"]*"', "", question)
    asked = {name for name in re.findall(r"\b((?:balie|process)_[a-z_]+|up)\b", bare)}
    assert asked
    assert asked <= set(TOLD)
    labels = set(re.findall(r"([a-z]+)\s*(?:=~|!~|!=|=)(?!=)", re.sub(r"\s[=!]=\s", " ", bare)))
    labels |= {word.strip() for words in re.findall(r"by \(([^)]*)\)", bare) for word in words.split(",")}
    assert labels <= LABELS.union(*(TOLD[name] for name in asked))


def test_every_figure_of_balie_is_on_the_dashboard() -> None:
    shown = " ".join(one["expr"] for panel in DASHBOARD["panels"] for one in panel["targets"])
    figures = {re.sub("_(bucket|count|sum|created)$", "", name) for name in TOLD if name.startswith("balie_")}
    assert {name for name in figures if name not in shown} == set()


def test_figures_of_services_are_not_counted_once_per_gateway() -> None:
    for question in QUESTIONS.values():
        for name in ("up", "unpublished_events", "parked_events", "follower_lag_events", "follower_ahead_events"):
            for before in re.findall(rf"(\w+)(?: by \([^)]*\))? \((?:min_over_time\()?balie_{name}", question):
                assert before in ("max", "min"), question


def test_panels_do_not_overlap_and_every_one_says_what_it_is() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        cells = {(place["x"] + column, place["y"] + row) for column in range(place["w"]) for row in range(place["h"])}
        assert not taken & cells, panel["title"]
        assert max(column for column, _ in cells) < 24
        assert panel["description"].endswith(".")
        taken |= cells


def test_every_alarm_says_how_bad_and_what() -> None:
    for alert in ALERTS:
        assert alert["labels"]["severity"] in ("warning", "critical")
        assert alert["annotations"]["summary"].endswith(".")
        assert alert["for"]


def test_the_files_name_each_other() -> None:
    prometheus = yaml.safe_load((MONITORING / "prometheus.yml").read_text())
    stack = yaml.safe_load((HOUSE / "compose.yaml").read_text())["services"]
    assert prometheus["rule_files"] == ["alerts.yml"]
    assert prometheus["scrape_configs"][0]["dns_sd_configs"][0]["names"] == ["gateway"]
    source = yaml.safe_load((MONITORING / "grafana/provisioning/datasources/prometheus.yml").read_text())[
        "datasources"
    ][0]
    assert {one["datasource"]["uid"] for one in DASHBOARD["panels"]} == {source["uid"]}
    provider = yaml.safe_load((MONITORING / "grafana/provisioning/dashboards/balie.yml").read_text())["providers"][0]
    folder = f"./deploy/monitoring/grafana/dashboards:{provider['options']['path']}:ro"
    assert folder in stack["grafana"]["volumes"]
