"""The catalogue items about moves: boxes to pack in, and a whole department at once."""

from services.demo.content.catalogue.shapes import Request, choice, days, item, price, question, step, when
from services.shared.vocabulary import Kind, Level, QuestionType

MOVING_BOXES = item(
    "verhuisdozen",
    "VERHUIZEN",
    (Kind.WISH,),
    ("Verhuisdozen en kratten", "Moving boxes and crates"),
    (
        "Dozen, kratten of een steekwagen om een kast of werkplek leeg te maken, met tape en etiketten erbij. We "
        "brengen ze binnen twee werkdagen en halen ze ook weer op.",
        "Boxes, crates or a hand truck to empty a cabinet or workplace, with tape and labels. We bring them within two "
        "working days and collect them again.",
    ),
    "verhuisdoos, verhuisdozen, dozen, doos, krat, kratten, inpakken, uitpakken, opruimen, tape, etiketten, "
    "steekwagen, rolcontainer, moving boxes, crates, packing",
    question(
        "soort",
        QuestionType.CHOICES,
        "Wat heeft u nodig?",
        "What do you need?",
        choices=[
            choice("dozen", "Verhuisdozen", "Moving boxes"),
            choice("kratten", "Kratten met deksel", "Crates with lids"),
            choice(
                "rolcontainer", "Een rolcontainer met slot, voor dossiers", "A roll container with a lock, for files"
            ),
            choice("steekwagen", "Een steekwagen", "A hand truck"),
        ],
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Hoeveel dozen of kratten?",
        "How many boxes or crates?",
        help=(
            "Reken op vier per werkplek en acht voor een hoge kast.",
            "Allow four per workplace and eight for a tall cabinet.",
        ),
        when=when("soort", "dozen", "kratten"),
        lowest=1,
        highest=200,
    ),
    question("waar", QuestionType.LOCATION, "Waar mogen we ze neerzetten?", "Where can we leave them?"),
    question(
        "terug",
        QuestionType.DATE,
        "Wanneer kunnen we alles weer ophalen?",
        "When can we collect everything?",
        lowest=0,
        required=False,
    ),
    level=Level.CLICK.value,
    lead_time=days(2),
    price=price("1.75", ("per doos; de rest leent u gratis", "per box; the rest is free to borrow")),
    related=["verhuizing"],
)

DEPARTMENT_MOVE = item(
    "afdelingsverhuizing",
    "VERHUIZEN",
    (Kind.WISH,),
    ("Verhuizing van een afdeling", "Moving a department"),
    (
        "Een afdeling met meer dan tien werkplekken naar een andere plek, ook als dat in een ander gebouw is. Onze "
        "verhuisplanner maakt samen met u een plan en een tekening. Begin minstens zes weken van tevoren. Gaat het om "
        "een paar werkplekken? Kies dan ‘Verhuizing binnen het gebouw’.",
        "A department with more than ten workplaces going to another place, even in another building. Our move planner "
        "makes a plan and a drawing with you. Please start at least six weeks ahead. Is it only a few workplaces? Then "
        "choose ‘Move within the building’.",
    ),
    "verhuizing, afdeling verhuizen, teamverhuizing, interne verhuizing, verhuizen, herinrichting, nieuwe plek, "
    "kantoortuin, verhuisplan, verhuizers, ander gebouw, herhuisvesting, office move, relocation, department",
    question("van", QuestionType.LOCATION, "Waar zit de afdeling nu?", "Where is the department now?"),
    question(
        "naar",
        QuestionType.LOCATION,
        "Waar gaat de afdeling naartoe?",
        "Where is the department going?",
        required=False,
        help=(
            "Is er nog geen plek? Laat dit leeg, dan zoeken we die met u.",
            "No place yet? Leave this empty and we will look for one with you.",
        ),
    ),
    question(
        "aantal",
        QuestionType.NUMBER,
        "Hoeveel werkplekken verhuizen er?",
        "How many workplaces will move?",
        lowest=11,
        highest=500,
    ),
    question("datum", QuestionType.DATE, "Wanneer wilt u verhuizen?", "When would you like to move?", lowest=0),
    question(
        "bijzonder",
        QuestionType.CHOICES,
        "Verhuist er iets bijzonders mee?",
        "Is anything special moving too?",
        required=False,
        choices=[
            choice("archief", "Archief of dossiers", "Archives or files"),
            choice("kluis", "Een kluis", "A safe"),
            choice("kunst", "Kunst of planten", "Art or plants"),
            choice("apparatuur", "Grote printers of andere apparatuur", "Large printers or other equipment"),
        ],
    ),
    level=Level.FACE.value,
    lead_time=days(30),
    price=price("85.00", ("per werkplek", "per workplace")),
    approval={"rule": "budget_holder"},
    contact="Verhuisplanner, huisdienst",
    related=["verhuizing", "verhuisdozen"],
    steps=[
        step("plan", "SERVICE", ("Verhuisplan maken met de afdeling", "Make a plan with the department"), days(10)),
        step("indeling", "RUIMTE", ("Nieuwe plek indelen", "Lay out the new place"), days(5), "plan"),
        step("stroom", "TECHNIEK", ("Stroom en licht aanpassen", "Adapt power and lighting"), days(5), "indeling"),
        step("dozen", "SERVICE", ("Dozen en etiketten brengen", "Bring boxes and labels"), days(3), "indeling"),
        step("passen", "RUIMTE", ("Toegang op de passen zetten", "Update access on the passes"), days(3), "indeling"),
        step(
            "verhuizen",
            "SERVICE",
            ("Verhuizen en uitpakken", "Move and unpack"),
            days(2),
            "stroom",
            "dozen",
            "passen",
        ),
        step("schoonmaak", "SCHOONMAAK", ("Oude plek schoonmaken", "Clean the old place"), days(2), "verhuizen"),
        step("nazorg", "SERVICE", ("Rondgang met de afdeling", "Walk round with the department"), days(3), "verhuizen"),
    ],
)

ITEMS: tuple[Request, ...] = (MOVING_BOXES, DEPARTMENT_MOVE)
