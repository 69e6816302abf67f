"""The whole line, on each pair: from the front door to the factsheet."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.desk import AGENT, CUSTOMER, MANAGER, SPECIALIST, Desk, until


def test_a_notification_goes_from_report_to_factsheet(desk: Desk) -> None:
    desk.add_accounts()
    customer, agent, specialist, manager = (desk.api(who) for who in (CUSTOMER, AGENT, SPECIALIST, MANAGER))
    registered = customer.post(
        "/notifications",
        {
            "kind": "malfunction",
            "channel": "portal",
            "summary": "Lamp boven mijn bureau is uit",
            "location": "SH-2-14",
            "catalogue_item": "lamp-kapot",
            "answers": {"aantal": 2},
        },
    )
    assert registered.status_code == 201
    number = registered.json()["number"]
    assert registered.headers["Location"].endswith(f"/api/v1/notifications/{number}")
    assert registered.json()["status"] == "new"

    asked = agent.post(f"/notifications/{number}/ask", {"question": "Welke lamp?"})
    assert (asked.status_code, asked.json()["status"]) == (200, "with_customer")
    answered = customer.post(f"/notifications/{number}/answer", {"text": "Die bij het raam."})
    assert (answered.status_code, answered.json()["status"]) == (200, "at_desk")
    assert agent.post(f"/notifications/{number}/forward", {"remark": "Ladder mee"}).json()["status"] == "forwarded"

    order = until(lambda: specialist.get("/work-orders").json()["items"])[0]
    for step in ("accept", "start"):
        assert specialist.post(f"/work-orders/{order['number']}/{step}").status_code == 200
    done = specialist.post(f"/work-orders/{order['number']}/complete", {"solution": "Ledbuis vervangen."})
    assert done.json()["status"] == "completed"

    seen = until(lambda: _when(customer.get(f"/notifications/{number}").json(), "ready"))
    assert [entry["what"] for entry in seen["timeline"]] == [
        "registered",
        "asked",
        "answered",
        "work_order_accepted",
        "work_order_started",
        "work_order_completed",
        "ready",
    ]
    assert agent.post(f"/notifications/{number}/close").json()["status"] == "closed"
    rated = customer.post(f"/notifications/{number}/rate", {"score": 5, "comment": "Snel!"})
    assert rated.json()["rating"]["score"] == 5

    solved = agent.post(
        "/notifications",
        {"kind": "information", "channel": "phone", "summary": "Wanneer is de balie open?", "customer": "K0002"},
    ).json()
    agent.post(f"/notifications/{solved['number']}/answer", {"text": "Van half acht tot half zes."})

    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date().isoformat()
    sheet = until(lambda: _rated(manager.get("/reports/factsheet", **{"from": today, "to": today}).json()))
    assert {name: sheet[name] for name in ("received", "ready", "solved_at_desk", "forwarded", "open")} == {
        "received": 2,
        "ready": 2,
        "solved_at_desk": 1,
        "forwarded": 1,
        "open": 0,
    }
    assert sheet["received_per_level"] == [
        {"code": "click", "count": 1},
        {"code": "call", "count": 1},
        {"code": "face", "count": 0},
    ]
    assert (sheet["ratings"], sheet["average_rating"]) == (1, 5.0)
    assert sheet["received_over_time"] == [{"starts": today, "click": 1, "call": 1, "face": 0}]


def _when(notification: dict, status: str) -> dict | None:  # type: ignore[type-arg]
    return notification if notification["status"] == status else None


def _rated(sheet: dict) -> dict | None:  # type: ignore[type-arg]
    return sheet if sheet["ratings"] and sheet["ready"] == 2 else None
