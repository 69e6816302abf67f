"""The guards of the house: each reads the code of a tree and names every place that breaks its rule.

A guard is given the folder that holds `services`, so that a test can show it a tree in which it must speak up.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BUSINESS = ("catalog", "intake", "reporting", "routing")
SERVICES = (*BUSINESS, "gateway")
BUS = ("nameko", "kombu", "eventlet")
MOST_LINES = 320
MOST_LINES_OF_A_FUNCTION = 60

MAY_KNOW_THE_BUS = {
    "services/gateway/health.py": "It asks whether the broker itself answers.",
    "services/gateway/portal/chart.py": "Drawing is work for the processor, so it goes to a thread of its own.",
}
MAY_BE_A_LONG_FUNCTION = {
    "services/shared/kit/migrations.py:create_kit_tables": "A list of tables, one after the other.",
}

Guard = Callable[[Path], list[str]]


@dataclass(frozen=True)
class Module:
    """One file of Python."""

    path: str
    text: str
    tree: ast.Module

    @property
    def parts(self) -> list[str]:
        return self.path.removesuffix(".py").split("/")

    @property
    def service(self) -> str:
        """The folder within `services` that it is in."""
        return self.parts[1]

    @property
    def room(self) -> str:
        """The folder or file within that folder."""
        return self.parts[2] if len(self.parts) > 2 else ""


@cache
def modules(root: Path) -> list[Module]:
    """Every file of Python under `services`."""
    found = []
    for file in sorted((root / "services").rglob("*.py")):
        text = file.read_text()
        found.append(Module(file.relative_to(root).as_posix(), text, ast.parse(text)))
    return found


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Every name that is imported, with its line: `from a import b` is `a.b`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{whole}.{alias.name}") for alias in node.names)


def within(name: str, *wholes: str) -> bool:
    """Whether a dotted name is one of these or part of one."""
    return any(name == whole or name.startswith(f"{whole}.") for whole in wholes)


def the_domain_is_plain(root: Path) -> list[str]:
    """The domain imports the standard library, a few shared words, and itself."""
    shared = [f"services.shared.{name}" for name in ("errors", "vocabulary", "actor", "calendar", "seen", "spelling")]
    return [
        f"{module.path}:{line} imports {name}"
        for module in modules(root)
        if module.room == "domain"
        for line, name in imports(module)
        if not within(name, *shared, f"services.{module.service}.domain")
        and name.split(".")[0] not in sys.stdlib_module_names
    ]


def use_cases_know_neither_bus_nor_clock(root: Path) -> list[str]:
    """A use case is told the time, and does not know who called it or how."""
    return [
        f"{module.path}:{line} imports {name}"
        for module in modules(root)
        if module.room == "use_cases"
        for line, name in imports(module)
        if within(name, *BUS, "flask", "services.shared.kit.clock", "services.shared.kit.rpc")
    ]


def services_do_not_import_each_other(root: Path) -> list[str]:
    """A service knows another one by its contracts only; only who assembles the house knows them all."""
    return [
        f"{module.path}:{line} imports {name}"
        for module in modules(root)
        if module.service in (*SERVICES, "shared")
        for line, name in imports(module)
        if within(name, *(f"services.{other}" for other in (*SERVICES, "cli", "demo") if other != module.service))
    ]


def only_doors_know_the_bus(root: Path) -> list[str]:
    """The bus is a matter of the doors, the kit, and who starts the house."""
    return [
        f"{module.path}:{line} imports {name}"
        for module in modules(root)
        for line, name in imports(module)
        if within(name, *BUS)
        and not (module.service in SERVICES and module.room == "service")
        and not module.path.startswith(("services/shared/kit/", "services/cli/", "services/demo/"))
        and module.path not in MAY_KNOW_THE_BUS
    ]


def only_the_kit_commits(root: Path) -> list[str]:
    """Leaving the transaction commits; nobody else does."""
    return [
        f"{module.path}:{node.lineno} commits"
        for module in modules(root)
        if not module.path.startswith("services/shared/kit/")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr == "commit"
    ]


def everything_is_told_through_the_journal(root: Path) -> list[str]:
    """An event that is dispatched instead of kept can be lost."""
    return [
        f"{module.path} mentions EventDispatcher"
        for module in modules(root)
        if any(
            isinstance(node, (ast.Name, ast.Attribute, ast.alias))
            and "EventDispatcher" in (getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", ""))
            for node in ast.walk(module.tree)
        )
    ]


def only_the_clock_looks_at_the_time(root: Path) -> list[str]:
    """Everyone else is told the time, so that a test may tell another one; measuring how long it took is free."""
    looks = {
        "datetime": ("now", "utcnow", "today"),
        "date": ("today",),
        "time": ("time", "time_ns", "gmtime", "localtime"),
        "func": ("now", "current_timestamp", "current_date"),
    }
    found = []
    for module in modules(root):
        if module.path == "services/shared/kit/clock.py":
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute):
                whole = node.value
                of = whole.id if isinstance(whole, ast.Name) else whole.attr if isinstance(whole, ast.Attribute) else ""
                if node.attr in looks.get(of, ()):
                    found.append(f"{module.path}:{node.lineno} looks at {of}.{node.attr}")
        found += [
            f"{module.path}:{line} imports {name}"
            for line, name in imports(module)
            if name in {f"time.{look}" for look in looks["time"]}
        ]
    return found


def imports_read_as_paths(root: Path) -> list[str]:
    """No relative imports, so that an import says where the thing is."""
    return [
        f"{module.path}:{line} imports {name}"
        for module in modules(root)
        for line, name in imports(module)
        if name.startswith(".")
    ]


def everything_says_what_it_is(root: Path) -> list[str]:
    """Every module, public class and public function has a docstring of at least one sentence."""
    found = []
    for module in modules(root):
        if module.tree.body and not _is_a_sentence(module.tree):
            found.append(f"{module.path} has no docstring")
        for node in ast.walk(module.tree):
            is_class = isinstance(node, ast.ClassDef) and node.name != "Meta"  # marshmallow's own word
            is_function = isinstance(node, ast.FunctionDef) and node in module.tree.body
            alembics = "/migrations/" in module.path and getattr(node, "name", "") in ("upgrade", "downgrade")
            if (is_class or is_function) and not alembics:
                assert isinstance(node, (ast.ClassDef, ast.FunctionDef))
                if not node.name.startswith("_") and not _is_a_sentence(node):
                    found.append(f"{module.path}:{node.lineno} {node.name} has no docstring")
    return found


def _is_a_sentence(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    said = ast.get_docstring(node) or ""
    return said.rstrip().endswith((".", ":", "?", "!"))


def every_service_has_the_same_rooms(root: Path) -> list[str]:
    """A business service has these rooms and no others; a room that would be empty is absent."""
    needed = {"README.md", "__init__.py", "service.py", "use_cases", "domain", "storage", "migrations"}
    found = []
    for service in BUSINESS:
        folder = root / "services" / service
        there = {path.name for path in folder.iterdir() if path.name != "__pycache__"} if folder.exists() else set()
        rooms = {{"use_cases.py": "use_cases", "service": "service.py"}.get(name, name) for name in there}
        found += [f"services/{service} has no {name}" for name in sorted(needed - rooms)]
        found += [f"services/{service} has {name}" for name in sorted(rooms - needed - {"views.py"})]
        found += [
            f"services/{service} has {room} twice" for room in ("service", "use_cases") if {room, f"{room}.py"} <= there
        ]
    return found


def files_and_functions_fit_a_reader(root: Path) -> list[str]:
    """A file that grows is split by business word; a function fits on a screen."""
    found = []
    for module in modules(root):
        lines = len(module.text.splitlines())
        if lines >= MOST_LINES:
            found.append(f"{module.path} has {lines} lines")
        for node in ast.walk(module.tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                # A first migration is a list of tables.
                free = "/migrations/versions/" in module.path
                free = free or f"{module.path}:{node.name}" in MAY_BE_A_LONG_FUNCTION
                if lines >= MOST_LINES_OF_A_FUNCTION and not free:
                    found.append(f"{module.path}:{node.lineno} {node.name} has {lines} lines")
    return found
