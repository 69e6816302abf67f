"""What is no backup, does not fit, or would do harm is refused in one line, and then nothing was changed."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from services.intake.storage.work import IntakeWork
from services.intake.use_cases import people
from services.shared.actor import SERVICE
from services.shared.contracts.intake import AddCustomer
from services.shared.kit import migration_state, migrations
from services.shared.kit.config import Config
from services.shared.kit.database import database_of
from tests.cli.backups import Lines, backed_up, content, empty_config, refused, restored, spoiled, table
from tests.cli.command import run
from tests.conftest import migrated_config
from tests.databases import close_databases
from tests.desk import SERVICES


def add_customer(config: Config, code: str) -> None:
    """Keep something that a restore would replace."""
    with IntakeWork.begin(database_of(config, "intake"), SERVICE) as work:
        people.add_organisation(work, code=f"ORG-{code}", name="Gemeente Rijnstede")
        asked = {"code": code, "name": "Bo", "organisation": f"ORG-{code}"}
        people.add_customer(work, **AddCustomer().load(asked))


@pytest.fixture
def file(config: Config, tmp_path: Path) -> Path:
    """A backup with one customer, of a desk that is still there."""
    add_customer(config, "K1")
    return backed_up(config, tmp_path / "desk.backup")


@pytest.fixture
def plain(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Config, Path]]:
    """An empty place and a backup, for refusals that come before any database is looked at."""
    with migrated_config(request, "sqlite", tmp_path) as config:
        add_customer(config, "K1")
        made = backed_up(config, tmp_path / "desk.backup")
    with empty_config(request, "sqlite", tmp_path) as config:
        yield config, made


def test_data_is_only_replaced_when_that_is_asked_for(config: Config, file: Path, tmp_path: Path) -> None:
    add_customer(config, "K2")
    assert refused(config, file) == (
        "There is data already (rows: intake 4), which the backup would replace. Give --replace to throw it away, or "
        "restore elsewhere."
    )
    assert _customers(config, tmp_path / "kept.backup") == ["K1", "K2"]
    restored(config, file, "--replace")
    assert _customers(config, tmp_path / "replaced.backup") == ["K1"]


def _row_is_lost(lines: Lines) -> None:
    at = next(number for number, line in enumerate(lines) if isinstance(line, dict) and line.get("table") == "customer")
    lines.pop(at + 1)


def _row_has_come(lines: Lines) -> None:
    at = next(number for number, line in enumerate(lines) if isinstance(line, dict) and line.get("table") == "account")
    lines[-1]["rows"] += 1
    lines.insert(at + 1, ["zoe", "Zoe", "x", "[]", None, "[]", "nl", "2026-01-01T00:00:00+00:00"])


def _column_is_another(lines: Lines) -> None:
    found = next(line for line in lines if isinstance(line, dict) and line.get("table") == "account")
    found["columns"][0][0] = "login"


def _table_is_not_named(lines: Lines) -> None:
    lines[0]["services"]["gateway"]["tables"].pop("token")


def _something_follows(lines: Lines) -> None:
    lines.append(["more"])


SPOILED = {
    _row_is_lost: "its rows are not those it was made with",
    _row_has_come: "gateway.account has 1 rows instead of 0",
    _column_is_another: "the columns of gateway.account are not those of its migration",
    _table_is_not_named: "its first line does not name gateway.token",
    _something_follows: "something comes after its end",
}


def test_a_damaged_backup_changes_nothing(config: Config, file: Path, tmp_path: Path) -> None:
    add_customer(config, "K2")
    before = backed_up(config, tmp_path / "before.backup")
    for spoil, why in SPOILED.items():
        copy = spoiled(file, spoil)
        assert refused(config, copy, "--replace") == (
            f"{copy} is a damaged backup: {why}. Nothing was restored; use another one."
        )
    assert content(backed_up(config, tmp_path / "after.backup")) == content(before)


def test_rows_that_refer_to_nothing_are_refused(config: Config, file: Path, tmp_path: Path) -> None:
    def orphan(lines: Lines) -> None:
        at = next(
            number for number, line in enumerate(lines) if isinstance(line, dict) and line.get("table") == "customer"
        )
        lines[at + 1][2] = "NOWHERE"

    copy = spoiled(file, orphan)
    told = refused(config, copy, "--replace")
    if config.database_url == "sqlite":
        assert f"{copy} is a damaged backup: intake.customer refers to rows of organisation that are not there" in told
    else:
        assert told.startswith(f"Rows of intake.customer in {copy} do not fit (insert or update on table")
        assert told.endswith("). Nothing was restored.")
    assert _customers(config, tmp_path / "kept.backup") == ["K1"]


def test_a_backup_that_was_cut_off_is_refused(plain: tuple[Config, Path]) -> None:
    config, made = plain
    made.write_bytes(made.read_bytes()[:-40])
    told = refused(config, made)
    assert told.startswith(f"{made} is a damaged backup: it ")
    assert told.endswith(". Nothing was restored; use another one.")
    assert list(config.data.iterdir()) == []


@pytest.mark.parametrize(
    "holds",
    [b"", b"PGDMP, made by something else", gzip.compress(b"a text"), gzip.compress(b'{"some": "json"}\n')],
    ids=["nothing", "something_else", "text", "json"],
)
def test_what_is_no_backup_is_refused(holds: bytes, plain: tuple[Config, Path]) -> None:
    config, made = plain
    made.write_bytes(holds)
    assert refused(config, made) == f"{made} is not a backup of Balie. `balie backup` makes one."


def test_a_file_that_is_not_there_is_refused(plain: tuple[Config, Path], tmp_path: Path) -> None:
    config, _ = plain
    nowhere = tmp_path / "nowhere"
    assert refused(config, nowhere) == f"{nowhere} cannot be read (No such file or directory)."
    assert refused(config, tmp_path) == f"{tmp_path} cannot be read (Is a directory)."


def _a_newer_format(lines: Lines) -> object:
    return lines[0].update(balie_backup=2, version="99.0.0")


def _a_newer_version(lines: Lines) -> object:
    return lines[0].update(version="99.0.0")


def _a_newer_migration(lines: Lines) -> object:
    return lines[0]["services"]["routing"].update(migration="9999")


def _a_service_more(lines: Lines) -> object:
    return lines[0]["services"].update(planning={"migration": "0001", "tables": {}, "series": {}})


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_a_newer_format, "99.0.0)"),
        (_a_newer_version, "99.0.0); this one is 0.1.0"),
        (_a_newer_migration, "0.1.0 with migration routing 9999); this one is 0.1.0"),
        (_a_service_more, "0.1.0 with migration planning 0001); this one is 0.1.0"),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
def test_a_backup_of_a_newer_release_is_refused(
    spoil: Callable[[Lines], object], told: str, plain: tuple[Config, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    config, made = plain
    monkeypatch.setattr("services.cli.backup.version", lambda package: "0.1.0")

    def spoil_version_too(lines: Lines) -> None:
        lines[0]["version"] = "0.1.0"
        spoil(lines)

    copy = spoiled(made, spoil_version_too)
    assert refused(config, copy) == (f"{copy} was made by a newer release of Balie ({told}. Restore it with that one.")
    assert not list(config.data.glob("*.sqlite"))


def test_an_older_backup_is_brought_to_this_release(
    config: Config, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = migration_state.newest("intake")
    _with_one_more_migration(tmp_path / "house", older, monkeypatch)
    assert run("migrate", config=config).out.count("ran 9999") == 1
    add_customer(config, "K2")
    restored(config, file, "--replace")
    assert migration_state.current(database_of(config, "intake")) == "9999"
    kept = table(backed_up(config, tmp_path / "kept.backup"), "intake", "customer")
    assert [(row["code"], row["greeting"]) for row in kept] == [("K1", "Dear Bo")]


def _with_one_more_migration(house: Path, after: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for service in SERVICES:
        shutil.copytree(migration_state.SERVICES / service / "migrations", house / service / "migrations")
    (house / "intake" / "migrations" / "versions" / "9999_greeting.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        "revision = '9999'\n"
        f"down_revision = {after!r}\n"
        "def upgrade():\n"
        "    op.add_column('customer', sa.Column('greeting', sa.String(130)), schema='intake')\n"
        "    op.execute(\"UPDATE intake.customer SET greeting = 'Dear ' || name\")\n"
    )
    monkeypatch.setattr(migration_state, "SERVICES", house)
    # What was read of the real ones stays as it is for other tests.
    monkeypatch.setattr(migrations, "_scripts", migrations._scripts.__wrapped__)


def test_a_backup_is_not_restored_into_a_running_balie(config: Config, file: Path) -> None:
    for service in ("intake", "routing"):
        database_of(config, service).check()
    told = run("restore", str(file), "--replace", config=config)
    if config.database_url == "sqlite":
        assert told.refusal == f"Balie, or a command of it, is using the data in {config.data}. Stop it first."
    else:
        assert told.refusal == "Balie is using this database (intake, routing). Stop its services first."
    restored(config, file, "--replace")


def test_a_backup_never_takes_the_place_of_a_file(config: Config, file: Path) -> None:
    assert run("backup", str(file), config=config).refusal == f"{file} exists already. Give another name."
    away = file.parent / "no-such-folder" / "desk.backup"
    assert run("backup", str(away), config=config).refusal == (f"{away} cannot be written (No such file or directory).")


def test_only_this_user_can_read_a_backup_and_a_failed_one_leaves_nothing(config: Config, tmp_path: Path) -> None:
    made = backed_up(config, tmp_path / "desk.backup")
    assert made.stat().st_mode & 0o777 == 0o600
    with database_of(config, "gateway").transaction() as session:
        session.execute(text("ALTER TABLE gateway.account ADD COLUMN height REAL"))
    told = run("backup", str(tmp_path / "other.backup"), config=config).refusal
    assert told.startswith("gateway.account.height is ")
    assert told.endswith(", which a backup cannot hold yet.")
    assert [each.name for each in tmp_path.iterdir() if "other" in each.name] == []


def test_the_secret_is_kept_only_when_asked_for(config: Config, tmp_path: Path) -> None:
    (config.data).mkdir(exist_ok=True)
    (config.data / "secret").write_text("what signs forms")
    without = backed_up(config, tmp_path / "without.backup")
    kept = backed_up(config, tmp_path / "with.backup", "--with-secret")
    (config.data / "secret").write_text("another one")
    restored(config, without)
    assert (config.data / "secret").read_text() == "another one"
    restored(config, kept)
    assert (config.data / "secret").read_text() == "what signs forms"
    assert (config.data / "secret").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("word", ["backup", "restore"])
def test_a_database_that_is_not_there_is_told(word: str, plain: tuple[Config, Path]) -> None:
    config, made = plain
    file = made if word == "restore" else made.with_name("new.backup")
    url = "postgresql://desk:geheim@127.0.0.1:1/balie"
    assert run(word, str(file), config=config, BALIE_DATABASE_URL=url).refusal == (
        "The database at postgresql://desk:***@127.0.0.1:1/balie cannot be used (Connection refused). Start it, or "
        "give another BALIE_DATABASE_URL."
    )


def test_a_desk_without_tables_has_no_backup(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    with empty_config(request, "sqlite", tmp_path) as config:
        assert run("backup", str(tmp_path / "desk.backup"), config=config).refusal == (
            f"There is no data of Balie in the folder {config.data}. Give its folder with BALIE_DATA."
        )
    with empty_config(request, "postgresql", tmp_path) as config:
        assert run("backup", str(tmp_path / "desk.backup"), config=config).refusal == (
            "The database of catalog has no tables of Balie, so there is nothing to back up."
        )


def test_a_user_who_may_not_see_every_service_is_told(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    with migrated_config(request, "postgresql", tmp_path) as config:
        engine = create_engine(make_url(config.database_url).set(drivername="postgresql+psycopg"))
        with engine.begin() as connection:
            connection.execute(text("CREATE ROLE narrow_of_test LOGIN"))
            connection.execute(text("GRANT USAGE ON SCHEMA catalog TO narrow_of_test"))
        try:
            url = make_url(config.database_url).set(username="narrow_of_test").render_as_string()
            told = run("backup", str(tmp_path / "desk.backup"), config=config, BALIE_DATABASE_URL=url).refusal
        finally:
            with engine.begin() as connection:
                connection.execute(text("DROP OWNED BY narrow_of_test"))
                connection.execute(text("DROP ROLE narrow_of_test"))
            engine.dispose()
    assert told == (
        "The database could not be read (permission denied for table alembic_version). Give a user who may use the "
        "tables of all services, with BALIE_DATABASE_URL."
    )


def _customers(config: Config, file: Path) -> list[str]:
    found = [row["code"] for row in table(backed_up(config, file), "intake", "customer")]
    close_databases(config)
    return found
