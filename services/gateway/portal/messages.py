"""What services say no with, in the reader's language.

Services speak English. A message that is known here is translated, also when it holds values; one
that is not known is shown as it came, which is better than hiding it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from flask_babel import gettext

from services.gateway.portal.format import decimal
from services.gateway.portal.language import current_language
from services.gateway.portal.layout import has_role, is_staff
from services.gateway.portal.words import PUBLICATION, STATUS, STATUS_FOR_CUSTOMER, WORK_STATUS
from services.shared.calendar import DAYS
from services.shared.completeness_words import say
from services.shared.errors import DeskError, Forbidden, NotFound, Refused, Unavailable, Unexpected
from services.shared.months import WEEKDAYS
from services.shared.vocabulary import Status


def N_(text: str) -> str:
    """Mark a text for translation; it is translated where it is shown."""
    return text


# The messages of the contracts and of marshmallow, as a user of the portal can meet them.
KNOWN = (
    N_("Fill this in."),
    N_("Use at most {longest} characters; this has {length}."),
    N_("This contains a character that cannot be kept: {name}."),
    N_("Use letters, digits, '.', '_' and '-' only."),
    N_("Some of what was sent cannot be used; see the errors per field."),
    N_("Missing data for required field."),
    N_("Field may not be null."),
    N_("Invalid value."),
    N_("Unknown field."),
    N_("Must be one of: {choices}."),
    N_("Not a valid string."),
    N_("Not a valid number."),
    N_("Not a valid integer."),
    N_("Not a valid date."),
    N_("Not a valid email address."),
    N_("Must be greater than or equal to {min} and less than or equal to {max}."),
    N_("The period ends before it starts."),
    N_("A period has at most ten years."),
    N_("There is nothing to go on after {number}."),
    N_("Give the `next` of the page before."),
    N_("Give a year from 1900 to 2999."),
    # What intake finds missing or unknown.
    N_("Say whose notification this is."),
    N_("{code} cannot be asked for at this time."),
    N_("{code} is not meant for this organisation."),
    N_("There is no catalogue item {code}."),
    N_("There is no article {code}."),
    N_("There is no version {version} of article {code}."),
    N_("Give a telephone number, as 026 123 45 67."),
    N_("There is no team {code}."),
    N_("There is no category {code}."),
    N_("Choose a team: this notification has no catalogue item that leads to one."),
    N_("It is not clear where this should go."),
    # What keeps a catalogue item from being published.
    N_("Give an amount in euros, as 12.50."),
    N_("Write this without a sign for thousands: 1500, or 1.5 for one and a half."),
    N_("Give an amount of zero or more."),
    N_("Give an amount of at most {highest}."),
    N_("Give at least two choices."),
    N_("Only a question to choose from has choices."),
    N_("Two choices have the same code."),
    N_("Two questions have this code."),
    N_("Only a question to choose from ends the form."),
    N_("Only a number, a date, a text or files have a lowest and a highest."),
    N_("Give whole days from the day of asking, at most {most}."),
    N_("An answer with files has 1 to {most} of them."),
    N_("Only a question for files takes pictures only."),
    N_("The lowest is above the highest."),
    N_("A text has no length below zero."),
    N_("An answer to this question has at most {longest} characters."),
    N_("It is asked depending on {code}, and no question before it has that code."),
    N_("{code} has no choices, so it can only be looked at whether it was answered."),
    N_("There is no choice {answer}."),
    N_("Two steps have this code."),
    N_("There is no step {code} to come after."),
    N_("These steps wait for each other: {steps}."),
    N_("There is no calendar {code}."),
    N_("There is no other catalogue item {code}."),
    N_("This is before the first day."),
    N_("Say above which amount it needs approval."),
    N_("Approval above an amount needs a price."),
    N_("There is an item {code} already. Choose another code."),
    N_("There is a calendar {code} already. Choose another code."),
    N_("There is a service level {code} already. Choose another code."),
    N_("Somebody else changed {code} meanwhile. Open it again in another window and make your change there."),
    N_("Somebody else made the desk {code} meanwhile. Open it again in another window and make your change there."),
    # What keeps a file from being imported.
    N_("Give a name that ends in .xlsx, .json, .zip or .csv; not {name}."),
    N_("{file} cannot be read: {why}."),
    N_("it is empty"),
    N_("it is larger than {size} MB"),
    N_(
        "As a file of this kind the catalogue is {size} MB, and {most} MB can be sent at once. "
        "Take an Excel workbook, or let an operator write it with `balie catalogue export`."
    ),
    N_("it is damaged"),
    N_("it is damaged, or of another kind than its name says"),
    N_("it is protected with a password"),
    N_("it is protected with a password; save it as XLSX without a password"),
    N_("it is a workbook of an old kind; save it as XLSX without a password"),
    N_("it is a zip file, but no workbook"),
    N_("it is a damaged workbook ({error})"),
    N_("it would unpack to {size} MB in {count} files"),
    N_("there must be CSV files in it and nothing else"),
    N_("two files in it have the same name"),
    N_("none of its columns is one of a sheet of the catalogue"),
    N_("it looks like the sheet {sheet}, but has no column {columns}"),
    N_("it is not in UTF-8; save it as CSV UTF-8"),
    N_("it is not CSV ({error})"),
    N_("it is not JSON ({error})"),
    N_("{sheet} has more than {count} columns"),
    N_("{sheet} goes on after row {row}"),
    N_("{file}: {sheet} has more than {count} rows. Divide it over files."),
    N_("{name} has more than {count} definitions. Divide it over files."),
    N_("This document is no catalogue. It has categories, items and articles, each a list."),
    N_("something in it is not understood"),
    N_("There is nothing in {file} that can be imported."),
    N_("{file} is being imported, so it cannot be thrown away any more."),
    N_("{file} was imported, so it cannot be thrown away any more."),
    N_("Somebody changed the catalogue meanwhile, so nothing was imported. Try again."),
    N_(
        "Something went wrong that we did not foresee, so nothing was imported. Try again; "
        "when it goes wrong once more, ask your administrator to look in the log of catalog."
    ),
    N_("This is a formula. Give its outcome, as a value."),
    N_("This looks like a formula. Put an apostrophe before it when it is text."),
    N_("This is an error: {error}."),
    N_("This cell is beside the columns."),
    N_("There is no such sheet. Did you mean {name}?"),
    N_("There is no such sheet. There are: {names}."),
    N_("There is no such column. Did you mean {name}?"),
    N_("There is no such column. There are: {names}."),
    N_("There is no such list. Did you mean {name}?"),
    N_("There is no such list. There are: {names}."),
    N_("Name it."),
    N_("This column is there twice."),
    N_("This column is missing."),
    N_("Give a whole number."),
    N_("There is no {kind_of} {code} on the sheet {sheet}."),
    N_("No item {code} is offered. Send the sheet items with it."),
    N_("Send the sheet {sheet} with it."),
    N_("{code} is on row {row} too."),
    N_("Give a date as 2026-03-31."),
    N_("Write yes or no."),
    N_("Write it as 2 days or 4 hours."),
    N_("No item has this picture, and none had it. Leave this empty, and send it with the item in the portal."),
    N_("There is an article {code} already. Choose another code."),
    N_("There is a category {code} already. Choose another code."),
    N_("{code} would be within itself, by way of {others}."),
    N_("Categories go at most {deepest} deep."),
    N_("Give two or more different words, each a single word."),
    N_("Somebody else changed these words meanwhile. Look at them again."),
    N_("HTML is not used here: {what}. Write Markdown."),
    N_("A heading begins with ##, ### or ####."),
    N_("Pictures are not used here."),
    N_("This link leads nowhere that is allowed: {address}. Begin it with https://."),
    N_("There is no draft of {code} to publish. Save one first."),
    N_("{code} is not published; it is {status}."),
    N_("Invalid input type."),
    N_("Shorter than minimum length {min}."),
    # Why a file is not taken.
    N_("This file is empty."),
    N_("This file is too large: send at most {megabytes} MB."),
    N_("This is not a picture that can be shown here. Send a JPEG, PNG, WebP or GIF."),
    N_("A HEIC picture cannot be shown in every browser. Save it as JPEG and send that."),
    N_("An SVG drawing can hold a program. Send a JPEG or PNG of it."),
    N_("This kind of file is not taken. Send a picture, a PDF, a text, or a Word, Excel or OpenDocument file."),
    N_("This document holds macros, which are programs. Save it without macros and send that."),
    N_("This picture is too large: it may have at most {millions} million pixels."),
    N_("You sent {count} files that are not used yet. Use or take away some of them first."),
    # What keeps a calendar or a service level from being kept.
    N_("{zone} is not a time zone; give one of the IANA list, as 'Europe/Amsterdam'."),
    N_("This calendar never opens; give at least one day hours, as 08:00–17:00."),
    N_("On {day} {block} is not a block; give its start and end, as 08:00 and 17:00."),
    N_("On {day} {block} does not end after it starts; put what is past midnight on the next day."),
    N_("On {day} {block} and {other} overlap; end the one before the other starts, or make them one."),
    N_("No public holidays are known of {country}. Give a country as NL, BE or DE."),
    N_("No calendar was made yet. Make one first."),
    N_("Longer than maximum length {max}."),
    # The rules of a notification and a work order, mostly met when somebody else was first.
    N_("Notification {number} is not new any more; it is {status}."),
    N_("Notification {number} is not at the desk; it is {status}."),
    N_("Notification {number} has nothing to answer now; it is {status}."),
    N_("Notification {number} cannot be corrected any more; it is {status}."),
    N_("Notification {number} is not ready; it is {status}."),
    N_("Notification {number} is neither ready nor closed; it is {status}."),
    N_("Notification {number} is not open any more; it is {status}."),
    N_("Notification {number} is not closed; it is {status}."),
    N_("Notification {number} has been rated already."),
    N_("Notification {number} was closed more than {days} days ago. Register a new one and mention this number."),
    N_("Work order {number} is not on offer; it is {status}."),
    N_("Work order {number} has not just been accepted; it is {status}."),
    N_("Work order {number} is not being worked on; it is {status}."),
    N_("No team serves category {category}, and there is no fallback team."),
    N_("This Idempotency-Key was used for another request. Use a key of its own for each request."),
)

# Refusals whose reader needs to know more than the rule: what became of the text that was sent.
BY_CODE = {
    "a_question_is_open": N_("A question to the customer is open by now; your answer has not been sent."),
    "no_question_is_open": N_("The question has been answered already; your text was not kept as an answer."),
}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    patterns = []
    for text in KNOWN:
        parts = re.split(r"\{(\w+)\}", text)
        shape = "".join(re.escape(part) if place % 2 == 0 else f"(?P<{part}>.*?)" for place, part in enumerate(parts))
        patterns.append((re.compile(shape, re.DOTALL), text))
    return tuple(patterns)


def status_words() -> dict[str, Any]:
    """The words of every status, of notifications and of work orders."""
    names = {status.value: word for status, word in (*STATUS.items(), *WORK_STATUS.items(), *PUBLICATION.items())}
    if has_role("customer") and not is_staff():
        names[Status.CANCELLED] = STATUS_FOR_CUSTOMER[Status.CANCELLED]
    return names


def translate(message: str) -> str:
    """A service's message in the reader's language, with the values it holds."""
    for pattern, text in _patterns():
        found = pattern.fullmatch(message)
        if found:
            values = found.groupdict()
            if values.get("day") in DAYS:
                values["day"] = WEEKDAYS[current_language()][DAYS.index(values["day"])]
            if "highest" in values:
                values["highest"] = decimal(values["highest"])
            if "why" in values:
                values["why"] = translate(values["why"])
            if "status" in values:
                values["status"] = str(status_words().get(values["status"], values["status"])).lower()
            return str(gettext(text)).format(**values)
    return say(message, current_language())


def refusal_message(refusal: DeskError | Unexpected) -> str:
    """One sentence for people about a refusal."""
    if isinstance(refusal, Unexpected):
        return gettext(
            "Something went wrong that we did not foresee. Mention this code when you ask about it: %(code)s",
            code=refusal.correlation_id,
        )
    if isinstance(refusal, Unavailable):
        return gettext("Part of Balie does not answer right now. Nothing you typed is lost; try again in a moment.")
    if isinstance(refusal, Forbidden):
        return gettext("You may not do this with your account.")
    if isinstance(refusal, NotFound):
        return gettext("This does not exist, or you may not see it.")
    if isinstance(refusal, Refused) and refusal.code in BY_CODE:
        return gettext(BY_CODE[refusal.code])
    return translate(refusal.message)
