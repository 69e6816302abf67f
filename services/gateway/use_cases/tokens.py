"""Letting programs in: a token stands for an account until it is revoked or over."""

from __future__ import annotations

from datetime import datetime

from marshmallow import fields

from services.gateway.domain.account import Account
from services.gateway.domain.key import TOKEN_PREFIX, fingerprint, new_token, token_is_over, use_should_be_noted
from services.gateway.recognised import TOKEN, forget_recognised, recognise, recognised
from services.gateway.storage.accounts import Accounts
from services.gateway.storage.keys import KeptToken, Tokens
from services.gateway.use_cases.accounts import get_account
from services.shared.contracts.base import Request, Text
from services.shared.errors import Invalid, NotFound, Refused
from services.shared.kit.database import Database


class CreateToken(Request):
    """What a token is for, and until when."""

    name = Text(60, required=True)
    expires_at = fields.AwareDateTime(load_default=None, allow_none=True)


def create_token(
    database: Database, *, account: str, name: str, expires_at: datetime | None = None, now: datetime
) -> str:
    """Make a token for an account; it is shown this once, for only its fingerprint is kept."""
    told = CreateToken.read({"name": name, "expires_at": expires_at.isoformat() if expires_at else None})
    if expires_at is not None and expires_at <= now:
        raise Invalid("This token would be over at once.", {"expires_at": ["Give a moment that is still to come."]})
    known = get_account(database, account)
    token = new_token()
    with database.transaction() as session:
        if not Tokens(session).add(fingerprint(token), known.name, told["name"], told["expires_at"], now):
            raise Refused(
                "token_name_is_taken", f"Account {known.name} has a token {told['name']} already; revoke it first."
            )
    return token


def revoke_token(database: Database, *, account: str, name: str) -> None:
    """Let a token count no longer; one that was used just now may count for two seconds more. Raises NotFound."""
    known = get_account(database, account)
    told = CreateToken(only=["name"]).load({"name": name})
    with database.transaction() as session:
        if not Tokens(session).revoke(known.name, told["name"]):
            raise NotFound(f"Account {known.name} has no token {told['name']}.")
    forget_recognised(database)


def list_tokens(database: Database, account: str | None = None) -> list[KeptToken]:
    """Every token, or those of one account, without the keys themselves."""
    known = get_account(database, account).name if account is not None else None
    with database.reading() as session:
        return Tokens(session).all(known)


def who_is_token(database: Database, *, token: str, now: datetime) -> Account | None:
    """Whose token this is; None when it is nobody's, was revoked or is over."""
    if not token.startswith(TOKEN_PREFIX):
        return None
    mark = fingerprint(token)
    if known := recognised(database, TOKEN, mark, now):
        return known
    with database.reading() as session:
        kept = Tokens(session).get(mark)
        account = Accounts(session).get(kept.account) if kept else None
    if kept is None or token_is_over(kept.expires_at, now):
        return None
    if use_should_be_noted(kept.used_at, now):
        with database.transaction() as session:
            Tokens(session).use(mark, now)
    if account is not None:
        recognise(database, TOKEN, mark, account, now, kept.expires_at)
    return account
