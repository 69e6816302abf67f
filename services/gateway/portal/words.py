"""What the vocabulary's words are called on the screen, and which icon stands beside them."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from services.shared.vocabulary import (
    Approval,
    Channel,
    Kind,
    Level,
    Payer,
    Priority,
    Publication,
    QuestionType,
    Status,
    Target,
    TargetUnit,
    TimeUnit,
    Weight,
    WorkStatus,
)

KIND = {
    Kind.MALFUNCTION: _l("Malfunction"),
    Kind.WISH: _l("Wish"),
    Kind.INFORMATION: _l("Information"),
    Kind.COMPLAINT: _l("Complaint"),
}

# The four doors of the customer's home page: how one would say it, and an example.
DOORS = {
    Kind.MALFUNCTION: (_l("Something is broken"), _l("Malfunction, for example a lamp, a door or a lift")),
    Kind.WISH: (_l("I would like something"), _l("Wish, for example a chair, a room or a key")),
    Kind.INFORMATION: (_l("I have a question"), _l("Information, for example opening hours or parking")),
    Kind.COMPLAINT: (_l("I am not satisfied"), _l("Complaint, for example about cleaning or catering")),
}

# What is said of a kind that was suggested from somebody's own words.
SUGGESTED = {
    Kind.MALFUNCTION: _l("We think this is a malfunction: something is broken."),
    Kind.WISH: _l("We think this is a wish: you would like something."),
    Kind.INFORMATION: _l("We think this is a question: you would like to know something."),
    Kind.COMPLAINT: _l("We think this is a complaint: you are not satisfied."),
}

LEVEL = {Level.CLICK: _l("Click"), Level.CALL: _l("Call"), Level.FACE: _l("Face")}

# The same levels with how somebody came in, for who does not say them every day.
LEVEL_EXPLAINED = {
    Level.CLICK: _l("Click (portal)"),
    Level.CALL: _l("Call (telephone, e-mail)"),
    Level.FACE: _l("Face (counter)"),
}

# How a recommended level reads to who looks for a way to reach us.
BEST_WAY = {
    Level.CLICK: _l("Here, in the portal"),
    Level.CALL: _l("By telephone"),
    Level.FACE: _l("At the counter"),
}

CHANNEL = {
    Channel.PORTAL: _l("Portal"),
    Channel.QR: _l("QR code"),
    Channel.API: _l("API"),
    Channel.OPEN311: _l("Open311"),
    Channel.PHONE: _l("Telephone"),
    Channel.EMAIL: _l("E-mail"),
    Channel.POST: _l("Post"),
    Channel.COUNTER: _l("Counter"),
    Channel.ON_SITE: _l("On site"),
}

# What the desk can choose from when it registers for somebody: the ways of call and face.
DESK_CHANNELS = (Channel.PHONE, Channel.EMAIL, Channel.POST, Channel.COUNTER, Channel.ON_SITE)

STATUS = {
    Status.NEW: _l("New"),
    Status.AT_DESK: _l("At the desk"),
    Status.WITH_CUSTOMER: _l("With customer"),
    Status.FORWARDED: _l("Forwarded"),
    Status.READY: _l("Ready"),
    Status.CLOSED: _l("Closed"),
    Status.CANCELLED: _l("Cancelled"),
}

# The same statuses in words that mean something to who is waiting.
STATUS_FOR_CUSTOMER = {
    Status.NEW: _l("Received"),
    Status.AT_DESK: _l("The desk is on it"),
    Status.WITH_CUSTOMER: _l("Waiting for you"),
    Status.FORWARDED: _l("With a specialist"),
    Status.READY: _l("Ready"),
    Status.CLOSED: _l("Closed"),
    Status.CANCELLED: _l("Withdrawn"),
}

WORK_STATUS = {
    WorkStatus.OFFERED: _l("Offered"),
    WorkStatus.ACCEPTED: _l("Accepted"),
    WorkStatus.STARTED: _l("Started"),
    WorkStatus.COMPLETED: _l("Completed"),
    WorkStatus.CANCELLED: _l("Cancelled"),
}

PUBLICATION = {
    Publication.DRAFT: _l("Draft"),
    Publication.PUBLISHED: _l("Published"),
    Publication.RETIRED: _l("Retired"),
}
QUESTION_TYPE = {
    QuestionType.TEXT: _l("A line of text"),
    QuestionType.LONG_TEXT: _l("Several lines of text"),
    QuestionType.NUMBER: _l("A number"),
    QuestionType.DATE: _l("A date"),
    QuestionType.TIME: _l("A time"),
    QuestionType.CHOICE: _l("One of several choices"),
    QuestionType.CHOICES: _l("Any of several choices"),
    QuestionType.LOCATION: _l("A place"),
    QuestionType.PERSON: _l("A person"),
    QuestionType.FILE: _l("Files or pictures"),
}
ROLE = {
    "customer": _l("Customer"),
    "agent": _l("Desk agent"),
    "specialist": _l("Specialist"),
    "account_manager": _l("Account manager"),
    "manager": _l("Manager"),
    "admin": _l("Administrator"),
}
PAYER = {
    Payer.ORGANISATION: _l("The customer’s organisation"),
    Payer.CUSTOMER: _l("The customer"),
    Payer.NOBODY: _l("Nobody"),
}
TIME_UNIT = {TimeUnit.HOURS: _l("working hours"), TimeUnit.DAYS: _l("working days")}
APPROVAL = {
    Approval.NONE: _l("Nobody need agree"),
    Approval.BUDGET_HOLDER: _l("The budget holder must agree"),
    Approval.ABOVE_AMOUNT: _l("The budget holder must agree above an amount"),
}

PRIORITY = {
    Priority.P1: _l("Priority 1"),
    Priority.P2: _l("Priority 2"),
    Priority.P3: _l("Priority 3"),
    Priority.P4: _l("Priority 4"),
}
TARGET = {
    Target.RESPOND: _l("Respond"),
    Target.ATTEND: _l("Attend"),
    Target.MAKE_SAFE: _l("Make safe"),
    Target.COMPLETE: _l("Complete"),
}
TARGET_UNIT = {
    TargetUnit.MINUTES: _l("minutes"),
    TargetUnit.HOURS: _l("hours"),
    TargetUnit.DAYS: _l("working days"),
}

WEIGHT = {Weight.LOW: _l("Low"), Weight.MEDIUM: _l("Medium"), Weight.HIGH: _l("High")}

TIMELINE = {
    "registered": _l("Registered"),
    "taken": _l("Taken by the desk"),
    "asked": _l("Question to the customer"),
    "answered": _l("Answer from the customer"),
    "solved": _l("Answer from the desk"),
    "corrected": _l("Corrected"),
    "forwarded": _l("Forwarded to the back office"),
    "noted": _l("Note"),
    "work_order_made": _l("Work order made"),
    "work_order_accepted": _l("Work order accepted"),
    "work_order_started": _l("Work started"),
    "work_order_completed": _l("Work completed"),
    "work_order_cancelled": _l("Work order cancelled"),
    "ready": _l("Ready"),
    "closed": _l("Closed"),
    "reopened": _l("Reopened"),
    "cancelled": _l("Cancelled"),
    "rated": _l("Rated"),
}

TIMELINE_FOR_CUSTOMER = TIMELINE | {
    "registered": _l("We received your notification"),
    "asked": _l("We have a question for you"),
    "answered": _l("Your answer"),
    "solved": _l("Our answer"),
    "forwarded": _l("We asked a specialist"),
    "noted": _l("Message from the desk"),
    "work_order_accepted": _l("A specialist accepted the work"),
    "work_order_started": _l("A specialist started the work"),
    "work_order_completed": _l("A specialist completed the work"),
    "cancelled": _l("Withdrawn"),
    "rated": _l("Your rating"),
}

# What the customer calls reopening when they do it themselves; both sides read it.
OBJECTION = _l("Objection made")

SCORES = {
    5: _l("Very good"),
    4: _l("Good"),
    3: _l("Fair"),
    2: _l("Poor"),
    1: _l("Very poor"),
}

TIMELINE_ICON = {
    "registered": "bell",
    "taken": "person",
    "asked": "question",
    "answered": "answer",
    "solved": "answer",
    "corrected": "note",
    "forwarded": "status-forwarded",
    "noted": "note",
    "work_order_made": "work-offered",
    "work_order_accepted": "work-accepted",
    "work_order_started": "work-started",
    "work_order_completed": "work-completed",
    "work_order_cancelled": "work-cancelled",
    "ready": "status-ready",
    "closed": "status-closed",
    "reopened": "again",
    "cancelled": "status-cancelled",
    "rated": "star",
}
