"""The catalogue items about colleagues who come and go, each with the work of several teams in one request."""

from services.demo.content.catalogue.shapes import NO, YES, Request, choice, days, item, question, step, stop, when
from services.shared.vocabulary import Kind, Level, QuestionType

NEW_COLLEAGUE = item(
    "nieuwe-medewerker",
    "WERKPLEK",
    (Kind.WISH,),
    ("Nieuwe collega: alles voor de eerste dag", "New colleague: everything for day one"),
    (
        "Pas, werkplek, sleutel of locker en een ontvangst bij de receptie, in één aanvraag. Vraag dit minstens tien "
        "werkdagen van tevoren aan. Een laptop, telefoon en account regelt u bij de ICT-servicedesk.",
        "A pass, a workplace, a key or locker and a welcome at the reception desk, in one request. Please ask at least "
        "ten working days ahead. For a laptop, telephone and account, go to the IT service desk.",
    ),
    "nieuwe medewerker, nieuwe collega, eerste werkdag, in dienst, indiensttreding, starter, stagiair, stagiaire, "
    "trainee, uitzendkracht, inhuur, onboarding, inwerken, welkom, rondleiding, new starter, new employee, intern",
    question("naam", QuestionType.TEXT, "Hoe heet de nieuwe collega?", "What is the new colleague’s name?"),
    question("datum", QuestionType.DATE, "Wat is de eerste werkdag?", "What is the first working day?", lowest=0),
    question(
        "begeleider",
        QuestionType.PERSON,
        "Wie vangt de nieuwe collega op?",
        "Who will meet the new colleague?",
        help=(
            "De receptie belt deze persoon als de nieuwe collega er is.",
            "The reception desk calls this person when the new colleague arrives.",
        ),
    ),
    question(
        "waar", QuestionType.LOCATION, "In welke ruimte komt de werkplek?", "In which room will the workplace be?"
    ),
    question(
        "extra",
        QuestionType.CHOICES,
        "Wat is er verder nodig?",
        "What else is needed?",
        required=False,
        choices=[
            choice("sleutel", "Een sleutel van de ruimte", "A key to the room"),
            choice("locker", "Een vaste locker", "A permanent locker"),
            choice("fietsenstalling", "Toegang tot de fietsenstalling", "Access to the bicycle parking"),
            choice("rondleiding", "Een rondleiding door het gebouw", "A tour of the building"),
        ],
    ),
    level=Level.CLICK.value,
    lead_time=days(10),
    contact="Receptie",
    related=["toegangspas"],
    steps=[
        step("pas", "RUIMTE", ("Toegangspas maken", "Make the access pass"), days(4)),
        step("sleutel", "RUIMTE", ("Sleutel of locker klaarleggen", "Prepare the key or locker"), days(2), "pas"),
        step("werkplek", "SERVICE", ("Werkplek inrichten", "Set up the workplace"), days(5)),
        step("schoonmaak", "SCHOONMAAK", ("Werkplek schoonmaken", "Clean the workplace"), days(1), "werkplek"),
        step(
            "welkom",
            "RUIMTE",
            ("Nieuwe collega ontvangen en pas uitreiken", "Welcome the new colleague and hand over the pass"),
            days(1),
            "sleutel",
            "schoonmaak",
        ),
    ],
)

LEAVER = item(
    "medewerker-uit-dienst",
    "WERKPLEK",
    (Kind.WISH, Kind.INFORMATION),
    ("Collega gaat uit dienst", "Colleague is leaving"),
    (
        "We nemen de pas en sleutels in, maken de locker en de werkplek vrij en halen een thuiswerkplek op. De pas "
        "werkt tot het einde van de laatste werkdag. Account en laptop meldt u af bij de ICT-servicedesk.",
        "We take back the pass and keys, clear the locker and the workplace and collect a home workplace. The pass "
        "works until the end of the last working day. For the account and laptop, go to the IT service desk.",
    ),
    "uit dienst, uitdiensttreding, vertrek, afscheid, ontslag, pensioen, laatste werkdag, pas inleveren, "
    "sleutel inleveren, einde contract, stage afgelopen, offboarding, leaver, leaving, last day",
    question(
        "spoed",
        QuestionType.CHOICE,
        "Moet de toegang nu meteen dicht?",
        "Does access need to be blocked right now?",
        choices=[YES, NO],
        stop=stop(
            ("ja",),
            "Bel dan de servicedesk. We blokkeren de pas terwijl u aan de telefoon bent en maken daarna samen met u de "
            "rest van de aanvraag af.",
            "Please call the service desk. We block the pass while you are on the phone and then complete the rest of "
            "the request with you.",
        ),
    ),
    question("wie", QuestionType.PERSON, "Wie gaat er uit dienst?", "Who is leaving?"),
    question("datum", QuestionType.DATE, "Wat is de laatste werkdag?", "What is the last working day?", lowest=0),
    question(
        "inleveren",
        QuestionType.CHOICES,
        "Wat heeft uw collega van ons?",
        "What does your colleague have from us?",
        choices=[
            choice("pas", "Toegangspas", "Access pass"),
            choice("sleutels", "Sleutels", "Keys"),
            choice("locker", "Vaste locker", "Permanent locker"),
            choice("thuiswerkplek", "Bureau of stoel thuis", "Desk or chair at home"),
        ],
    ),
    question(
        "ophalen",
        QuestionType.DATE,
        "Vanaf wanneer kunnen we de spullen thuis ophalen?",
        "From when can we collect the things at home?",
        lowest=0,
        help=(
            "We maken de afspraak met uw collega zelf.",
            "We make the appointment with your colleague directly.",
        ),
        when=when("inleveren", "thuiswerkplek"),
    ),
    lead_time=days(5),
    contact="Receptie",
    related=["toegangspas", "nieuwe-medewerker"],
    steps=[
        step("pas", "RUIMTE", ("Pas blokkeren en innemen", "Block and take back the pass"), days(1)),
        step("sleutels", "RUIMTE", ("Sleutels en locker vrijgeven", "Release the keys and locker"), days(1), "pas"),
        step("werkplek", "SERVICE", ("Werkplek leegmaken", "Clear the workplace"), days(2), "pas"),
        step("schoonmaak", "SCHOONMAAK", ("Werkplek schoonmaken", "Clean the workplace"), days(1), "werkplek"),
    ],
)

ITEMS: tuple[Request, ...] = (NEW_COLLEAGUE, LEAVER)
