from pathlib import Path

import pytest

from services.gateway.secret import signing_secret
from services.shared.kit.config import Config, WrongSetting


def test_the_secret_of_the_settings(tmp_path: Path) -> None:
    assert signing_secret(Config(data=tmp_path, secret="given")) == "given"
    assert list(tmp_path.iterdir()) == []


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    config = Config(data=tmp_path / "data")
    made = signing_secret(config)
    assert len(made) == 43
    assert signing_secret(config) == made
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["secret"]
    assert (tmp_path / "data" / "secret").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_written_is_a_wrong_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongSetting, match="BALIE_DATA: the secret cannot be kept in"):
        signing_secret(Config(data=tmp_path / "file"))
