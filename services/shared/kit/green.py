"""Makes this process a green one, before anything else is imported.

nameko runs on eventlet, which replaces the standard library's blocking calls; what was imported
earlier would keep the old ones. psycopg's own wait in C would hold all greenlets, so it is told to
wait with select, which eventlet replaced.
"""

import os
import warnings


def make_green() -> None:
    """Patch the standard library for eventlet."""
    os.environ["PSYCOPG_WAIT_FUNC"] = "wait_select"
    with warnings.catch_warnings():
        # nameko 3 stands on eventlet; docs/decisions/0002 says how we would leave it.
        warnings.simplefilter("ignore")
        import eventlet
    eventlet.monkey_patch()
