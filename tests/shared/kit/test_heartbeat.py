"""The heartbeat: a file that is only touched while the broker and the databases answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from services.shared.kit import heartbeat
from services.shared.kit.config import Config, WrongSetting
from services.shared.kit.database import database_of
from services.shared.kit.heartbeat import Heartbeat, start_beating
from tests.desk import until
from tests.servers import Given, Postgres, RabbitMQ, free_port

NOBODY = f"postgresql://balie@127.0.0.1:{free_port()}/postgres"


@pytest.fixture
def settings(rabbitmq: RabbitMQ | Given, postgres: Postgres | Given, tmp_path: Path) -> Iterator[Config]:
    config = Config(broker_url=rabbitmq.url, database_url=postgres.url, data=tmp_path, rpc_timeout=1.0)
    yield config
    database_of(config, "intake").close()


def test_it_beats_while_everything_answers(settings: Config, tmp_path: Path) -> None:
    heart = Heartbeat(settings, ["intake"], tmp_path / "beat")
    assert heart.beat()
    first = (tmp_path / "beat").stat().st_mtime_ns
    assert heart.beat()
    assert (tmp_path / "beat").stat().st_mtime_ns > first


def test_it_does_not_without_a_broker(settings: Config, tmp_path: Path) -> None:
    config = replace(settings, broker_url=f"amqp://guest:guest@127.0.0.1:{free_port()}/")
    assert not Heartbeat(config, ["intake"], tmp_path / "beat").beat()
    assert not (tmp_path / "beat").exists()


def test_it_does_not_without_a_database(settings: Config, tmp_path: Path) -> None:
    config = replace(settings, database_url=NOBODY)
    assert not Heartbeat(config, ["intake"], tmp_path / "beat").beat()
    assert not (tmp_path / "beat").exists()


def test_it_stops_when_the_broker_hangs_and_goes_on_afterwards(
    settings: Config, rabbitmq: RabbitMQ | Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(rabbitmq, Given):
        pytest.skip("BALIE_TEST_BROKER_URL names a broker that is not ours to stop.")
    monkeypatch.setattr(heartbeat, "PATIENCE", 0.5)
    heart = Heartbeat(settings, ["intake"], tmp_path / "beat")
    assert heart.beat()
    with rabbitmq.hanging():
        assert not heart.beat()
    assert until(heart.beat)


def test_in_one_process_there_is_no_broker_to_ask(tmp_path: Path) -> None:
    config = Config(data=tmp_path)
    assert Heartbeat(config, ["intake"], tmp_path / "beat").beat()
    database_of(config, "intake").close()


def test_a_file_of_an_earlier_process_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "beat").touch()
    config = Config(data=tmp_path, heartbeat=str(tmp_path / "beat"), database_url=NOBODY)
    beating = start_beating(config, ["intake"])
    assert beating is not None
    beating.kill()
    assert not (tmp_path / "beat").exists()


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "missing" / "beat"
    with pytest.raises(WrongSetting) as refused:
        start_beating(Config(heartbeat=str(file)), ["intake"])
    assert str(refused.value) == (
        f"BALIE_HEARTBEAT: the file {file} cannot be written (No such file or directory). Give a file in a folder that "
        "this user may write to."
    )
