"""The `balie` command: start services, look after accounts, events and data."""

from services.shared.kit.green import make_green

make_green()

from services.cli.main import balie as main  # noqa: E402  the standard library is patched before anything else comes in

__all__ = ["main"]
