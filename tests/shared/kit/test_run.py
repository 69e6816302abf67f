"""Running until a signal: who is told to stop more than once stops once, and ends well."""

import subprocess
import sys

from tests.cli.command import HOUSE

TOLD_AS_SOON_AS_IT_IS_READY = """
from services.shared.kit.green import make_green

make_green()

import os
import signal
import sys
from pathlib import Path

from services.shared.kit.config import Config
from services.shared.kit.run import run_until_told_to_stop


class Idle:
    name = "idle"


def tell(kill=os.kill, me=os.getpid(), signals=(signal.SIGTERM, signal.SIGINT)):
    for one in signals:
        kill(me, one)


class AtTheVeryEnd:
    def __del__(self, tell=tell):
        tell()


# Python takes this module apart after it has let go of the signals.
kept = AtTheVeryEnd()
run_until_told_to_stop([Idle], Config(data=Path(sys.argv[1])), ready=tell)
"""


def test_a_stop_that_is_told_again_and_again_ends_well(tmp_path):
    program = [sys.executable, "-c", TOLD_AS_SOON_AS_IT_IS_READY, str(tmp_path)]
    ended = subprocess.run(program, cwd=HOUSE, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


TOLD_WHEN_NOTHING_ELSE_IS_DUE = """
from services.shared.kit.green import make_green

make_green()

import os
import signal
import sys
import time
from pathlib import Path

from eventlet.patcher import original

from services.shared.kit.config import Config
from services.shared.kit.rpc import rpc
from services.shared.kit.run import run_until_told_to_stop


class Idle:
    name = "idle"

    @rpc
    def ping(self):
        return "pong"


def tell(me=os.getpid()):
    original("threading").Timer(1, os.kill, (me, signal.SIGTERM)).start()


run_until_told_to_stop([Idle], Config(data=Path(sys.argv[1])), ready=tell)
"""


def test_a_stop_is_heard_where_nothing_else_is_due(tmp_path):
    program = [sys.executable, "-c", TOLD_WHEN_NOTHING_ELSE_IS_DUE, str(tmp_path)]
    ended = subprocess.run(program, cwd=HOUSE, capture_output=True, text=True, timeout=10, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
