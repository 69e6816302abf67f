"""The house stays as it was laid: every guard finds nothing in our code, and each finds what is broken on purpose."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table

from services.catalog.storage.tables import Base as Catalog
from services.gateway.storage.tables import Base as Gateway
from services.intake.storage.tables import Base as Intake
from services.reporting.storage.tables import Base as Reporting
from services.routing.storage.tables import Base as Routing
from tests.architecture import guards
from tests.architecture.guards import Guard

ROOT = Path(__file__).parents[2]
SCHEMAS = {"catalog": Catalog, "gateway": Gateway, "intake": Intake, "reporting": Reporting, "routing": Routing}
LONG = '"""A sentence."""\n' + "\n".join(f"a{n} = {n}" for n in range(319))
LONG_FUNCTION = '"""A sentence."""\n\n\ndef long():\n' + "\n".join(f"    a{n} = {n}" for n in range(59))
ROOMS = ("README.md", "__init__.py", "service.py", "use_cases.py", "domain/a.py", "storage/a.py", "migrations/a.py")

# Each guard, with files that break its rule in one way each, and what it says of them.
BROKEN: dict[Guard, dict[str, tuple[str, str]]] = {
    guards.the_domain_is_plain: {
        "services/intake/domain/a.py": ("from sqlalchemy import select", ":1 imports sqlalchemy.select"),
        "services/intake/domain/b.py": ("import services.shared.kit.clock", ":1 imports services.shared.kit.clock"),
        "services/intake/domain/c.py": (
            "from services.intake.storage import work",
            ":1 imports services.intake.storage.work",
        ),
        "services/intake/domain/d.py": (
            "from services.routing.domain.team import Team",
            ":1 imports services.routing.domain.team.Team",
        ),
        "services/gateway/domain/e.py": ("def f():\n    import flask", ":2 imports flask"),
        "services/intake/domain/f.py": (
            "from services.shared import errors, kit",
            ":1 imports services.shared.kit",
        ),
    },
    guards.use_cases_know_neither_bus_nor_clock: {
        "services/catalog/use_cases.py": ("from nameko.rpc import rpc", ":1 imports nameko.rpc.rpc"),
        "services/intake/use_cases/a.py": ("from flask import g", ":1 imports flask.g"),
        "services/intake/use_cases/b.py": (
            "from services.shared.kit import clock",
            ":1 imports services.shared.kit.clock",
        ),
    },
    guards.services_do_not_import_each_other: {
        "services/intake/views.py": (
            "from services.routing.domain import team",
            ":1 imports services.routing.domain.team",
        ),
        "services/gateway/app.py": ("import services.intake.service", ":1 imports services.intake.service"),
        "services/routing/a.py": ("from services import intake", ":1 imports services.intake"),
        "services/shared/kit/a.py": ("from services.gateway import bus", ":1 imports services.gateway.bus"),
        "services/reporting/a.py": ("from services.demo import plan", ":1 imports services.demo.plan"),
    },
    guards.only_doors_know_the_bus: {
        "services/intake/storage/a.py": ("import eventlet", ":1 imports eventlet"),
        "services/gateway/api/service.py": ("from kombu import Queue", ":1 imports kombu.Queue"),
        "services/shared/contracts/a.py": ("import nameko.rpc", ":1 imports nameko.rpc"),
    },
    guards.only_the_kit_commits: {
        "services/intake/storage/a.py": ("def f(session):\n    session.commit()", ":2 commits"),
    },
    guards.everything_is_told_through_the_journal: {
        "services/intake/service.py": ("from nameko.events import EventDispatcher", " mentions EventDispatcher"),
        "services/shared/kit/a.py": (
            "import nameko.events as e\n\nd = e.EventDispatcher()",
            " mentions EventDispatcher",
        ),
    },
    guards.only_the_clock_looks_at_the_time: {
        "services/intake/domain/a.py": (
            "from datetime import datetime\n\nn = datetime.now()",
            ":3 looks at datetime.now",
        ),
        "services/intake/domain/b.py": ("import datetime\n\nn = datetime.date.today()", ":3 looks at date.today"),
        "services/intake/domain/c.py": ("from time import time\n\nn = time()", ":1 imports time.time"),
        "services/intake/domain/d.py": ("import time\n\nn = time.time()", ":3 looks at time.time"),
        "services/intake/storage/e.py": ("from sqlalchemy import func\n\nn = func.now()", ":3 looks at func.now"),
        "services/cli/f.py": ("from datetime import datetime\n\nf = datetime.utcnow", ":3 looks at datetime.utcnow"),
    },
    guards.imports_read_as_paths: {
        "services/intake/a.py": ("from . import views", ":1 imports ..views"),
        "services/intake/b.py": ("from ..shared import errors", ":1 imports ..shared.errors"),
    },
    guards.everything_says_what_it_is: {
        "services/intake/a.py": ("import os", " has no docstring"),
        "services/intake/b.py": ('"""A sentence."""\n\n\nclass B: ...', ":4 B has no docstring"),
        "services/intake/c.py": ('"""A sentence."""\n\n\ndef c():\n    pass', ":4 c has no docstring"),
        "services/intake/d.py": ('"""two words"""\n', " has no docstring"),
    },
    guards.files_and_functions_fit_a_reader: {
        "services/intake/a.py": (LONG, " has 320 lines"),
        "services/intake/b.py": (LONG_FUNCTION, ":4 long has 60 lines"),
    },
}


def a_tree(root: Path, files: dict[str, str]) -> Path:
    """A made-up house with these files."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def a_house(root: Path) -> Path:
    """A made-up house in which every business service has its rooms."""
    return a_tree(root, {f"services/{service}/{room}": "" for service in guards.BUSINESS for room in ROOMS})


@pytest.mark.parametrize("guard", [*BROKEN, guards.every_service_has_the_same_rooms], ids=lambda guard: guard.__name__)
def test_our_house_keeps_the_rule(guard: Guard) -> None:
    assert guard(ROOT) == []


@pytest.mark.parametrize(
    ("guard", "path"), [(guard, path) for guard, files in BROKEN.items() for path in files], ids=str
)
def test_a_house_that_breaks_the_rule_is_found_out(guard: Guard, path: str, tmp_path: Path) -> None:
    text, said = BROKEN[guard][path]
    assert guard(a_tree(tmp_path, {path: text})) == [path + said]


@pytest.mark.parametrize("guard", BROKEN, ids=lambda guard: guard.__name__)
def test_a_house_that_keeps_every_rule_is_left_alone(guard: Guard, tmp_path: Path) -> None:
    allowed = '''
        """A sentence that says why."""

        from datetime import datetime, time
        from services.intake.domain.sight import Sight
        from services.shared.errors import Invalid
        from time import monotonic


        class Lamp:
            """A lamp."""

            class Meta:
                unknown = "raise"


        def lit(at: datetime) -> datetime:
            """When it was lit."""
            return datetime.combine(at, time())


        def _private(): ...
    '''
    kit = '"""A sentence."""\n\nimport nameko\n\n\ndef keep(session):\n    """Keep it."""\n    session.commit()\n'
    files = {
        "services/intake/__init__.py": "",
        "services/intake/domain/lamp.py": textwrap.dedent(allowed).lstrip(),
        "services/intake/service.py": '"""A sentence."""\n\nimport nameko\n',
        "services/shared/kit/keeping.py": kit,
        "services/shared/kit/clock.py": '"""A sentence."""\n\nfrom datetime import datetime\n\nnow = datetime.now\n',
        "services/cli/a.py": '"""A sentence."""\n\nfrom services.intake import service\n',
        "services/intake/migrations/versions/0001_a.py": '"""A sentence."""\n\n\ndef upgrade():\n    pass\n',
    }
    assert guard(a_tree(tmp_path, files)) == []


def test_a_room_that_is_missing_or_was_never_agreed_on_is_found_out(tmp_path: Path) -> None:
    guard = guards.every_service_has_the_same_rooms
    root = a_house(tmp_path)
    assert guard(root) == []
    (root / "services/intake/README.md").unlink()
    a_tree(
        root,
        {
            "services/routing/helpers.py": "",
            "services/catalog/use_cases/a.py": "",
            "services/catalog/service/a.py": "",
            "services/intake/views.py": "",
        },
    )
    assert guard(root) == [
        "services/catalog has service twice",
        "services/catalog has use_cases twice",
        "services/intake has no README.md",
        "services/routing has helpers.py",
    ]


def test_every_exception_has_a_reason_and_is_still_needed() -> None:
    found = {module.path: module for module in guards.modules(ROOT)}
    for path in guards.MAY_KNOW_THE_BUS:
        assert any(guards.within(name, *guards.BUS) for _, name in guards.imports(found[path])), path
    for place in guards.MAY_BE_A_LONG_FUNCTION:
        path, _, function = place.partition(":")
        assert f"def {function}(" in found[path].text, place
    reasons = (guards.MAY_KNOW_THE_BUS | guards.MAY_BE_A_LONG_FUNCTION).values()
    assert all(reason.endswith(".") for reason in reasons)


def strays(metadata: MetaData, schema: str) -> list[str]:
    """The tables outside a schema, and the foreign keys that leave it."""
    outside = [f"table {table.fullname}" for table in metadata.sorted_tables if table.schema != schema]
    keys = [
        f"foreign key of {table.fullname} to {key.target_fullname}"
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if not key.target_fullname.startswith(f"{schema}.")
    ]
    return outside + keys


@pytest.mark.parametrize("service", SCHEMAS)
def test_a_service_has_a_schema_of_its_own_and_no_key_leaves_it(service: str) -> None:
    metadata = SCHEMAS[service].metadata
    assert metadata.schema == service
    assert metadata.tables
    assert strays(metadata, service) == []


def test_a_table_or_key_outside_the_schema_is_found_out() -> None:
    metadata = MetaData(schema="intake")
    Table("team", metadata, Column("id", Integer, primary_key=True), schema="routing")
    Table("order", metadata, Column("team", Integer, ForeignKey("routing.team.id")))
    assert strays(metadata, "intake") == [
        "table routing.team",
        "foreign key of intake.order to routing.team.id",
    ]


@pytest.mark.parametrize("service", SCHEMAS)
def test_every_moment_is_kept_with_its_zone(service: str) -> None:
    moments = [
        column
        for table in SCHEMAS[service].metadata.sorted_tables
        for column in table.columns
        if "DATETIME" in str(column.type).upper() or "TIMESTAMP" in str(column.type).upper()
    ]
    assert moments
    assert [str(column) for column in moments if type(column.type).__name__ != "UtcDateTime"] == []
