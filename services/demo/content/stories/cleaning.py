"""Spills, dust and supplies: what must be cleaned now, or better."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Koffie gemorst",
        description=(
            "Een volle beker koffie over de vloerbedekking, sorry! Ik heb gedept met papier, maar het wordt een vlek."
        ),
        route=Route.FORWARD,
        item="schoonmaak-direct",
        answers={"wat": "drank"},
        where=(PlaceSort.OFFICE, PlaceSort.MEETING_ROOM, PlaceSort.CLASSROOM, PlaceSort.CONSULTING_ROOM),
        also=(
            Wording("beker omgevallen", "koffie met melk over het tapijt bij het raam"),
            Wording(
                "Thee over het tapijt",
                "Een hele kan thee omgegooid, dom dom dom. Het ligt naast de deur.",
            ),
        ),
        noted=(Wording("Koffievlek tapijt", "Koffie gemorst, nog nat. Melder legt er keukenpapier op."),),
        outcomes=(
            "Vlek behandeld met tapijtreiniger. Even laten drogen, is daarna weg.",
            "Nat gereinigd. Er blijft een lichte rand over; die nemen we mee bij de dieptereiniging.",
        ),
        liked="Niets meer van te zien.",
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Glas op de vloer",
        description=(
            "Er is een glazen kan kapotgevallen. De grote stukken zijn opgeruimd maar er liggen nog splinters."
        ),
        route=Route.FORWARD,
        item="schoonmaak-direct",
        answers={"wat": "scherp"},
        where=(PlaceSort.RESTAURANT, PlaceSort.PUBLIC, PlaceSort.PANTRY, PlaceSort.MEETING_ROOM),
        noted=(Wording("Glasscherven", "Glas gevallen, splinters. Ruimte is afgezet met een stoel."),),
        urgency=Weight.HIGH,
        outcomes=("Splinters opgezogen en vloer nat nagenomen.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Iemand is misselijk geworden",
        description="Een bezoeker heeft overgegeven in de wachtruimte. Graag snel, er zitten kinderen.",
        route=Route.FORWARD,
        item="schoonmaak-direct",
        answers={"wat": "lichaamsvocht"},
        at="DV-1-01",
        noted=(
            Wording(
                "Braaksel wachtruimte, spoed",
                "Kind heeft overgegeven. Men houdt afstand. Schoonmaak gebeld.",
            ),
        ),
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        outcomes=("Opgeruimd en gedesinfecteerd, stoel apart gezet om te drogen.",),
        liked="Heel snel en heel discreet.",
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Toiletpapier op",
        description="Geen wc-papier meer in beide hokjes, ook de voorraadkast is leeg.",
        route=Route.FORWARD,
        category="SCHOONMAAK",
        where=(PlaceSort.TOILET,),
        also=(
            Wording("wc papier is op", "papier op bij de dames. handdoekjes ook bijna"),
            Wording("Handdoekjes en zeep op", "Zowel de zeep als de papieren handdoekjes zijn op."),
        ),
        noted=(Wording("Toiletpapier op", "Op, in alle hokjes. Receptie heeft één rol gebracht."),),
        outcomes=("Aangevuld, en de voorraadkast ook.",),
        at_most=5,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Muffe vaatdoek en vieze magnetron",
        description=(
            "In de pantry ontploft er regelmatig iets in de magnetron en niemand ruimt het op. Kan er een keer "
            "iemand goed doorheen?"
        ),
        route=Route.FORWARD,
        item="schoonmaak-direct",
        answers={"wat": "anders"},
        where=(PlaceSort.PANTRY,),
        also=(
            Wording(
                "Koelkast stinkt",
                "Er staat iets in de koelkast van weken geleden. Ik durf het bakje niet open te maken.",
            ),
        ),
        urgency=Weight.LOW,
        outcomes=("Magnetron en koelkast schoongemaakt. We hangen een kaart op met het verzoek eten af te dekken.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Wespennest bij de container",
        description="Bij de afvalcontainers zit een wespennest. Er is al iemand gestoken.",
        route=Route.CANCEL,
        category="SCHOONMAAK",
        where=(PlaceSort.BUILDING,),
        cancel_reason="Dubbel: deze melding loopt al bij de plaagdierbeheerder.",
        months=(6, 7, 8, 9, 10),
        at_most=1,
    ),
    Story(
        kind=Kind.WISH,
        summary="Vloer dweilen na praktijkles",
        description=(
            "Na de praktijkles van donderdag is de vloer altijd een bende van het haargel, water en meel (vraag niet "
            "waarom). Kan er een extra dweilbeurt om 16.00 uur?"
        ),
        route=Route.FORWARD,
        category="SCHOONMAAK",
        at="DV-2-10",
        organisation="RSC",
        outcomes=("Voor donderdag is een extra beurt ingepland van 16.00 tot 16.20 uur, tot aan de vakantie.",),
        liked="Hartstikke fijn geregeld.",
        at_most=1,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Wanneer komt de glazenwasser?",
        description="Weten jullie wanneer de ramen weer gedaan worden? Je kijkt er bijna niet meer doorheen.",
        route=Route.DESK,
        category="SCHOONMAAK",
        where=(PlaceSort.OFFICE,),
        also=(Wording("Ramen wassen?", "Staat de glazenwasser op de planning?"),),
        outcomes=(
            (
                "De buitenkant wordt elk kwartaal gedaan, de eerstvolgende keer over ongeveer drie weken. U krijgt "
                "een week van tevoren bericht zodat de vensterbank leeg kan."
            ),
        ),
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="In welke bak hoort een koffiebeker?",
        description="Discussie op de gang: hoort een kartonnen koffiebeker bij papier, pmd of restafval?",
        route=Route.DESK,
        category="SCHOONMAAK",
        where=(PlaceSort.PANTRY,),
        also=(Wording("Afval scheiden", "waar moet een soepbakje in? en theezakjes?"),),
        outcomes=(
            (
                "Bij het restafval, want er zit een laagje plastic in. Een eigen mok mag natuurlijk ook: die gaat in "
                "de vaatwasser."
            ),
        ),
        liked="Discussie beslecht. (Ik had gelijk.)",
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Mag de plant weg?",
        description="Er staat al maanden een zieltogende plant. Van wie is die, en mag hij weg?",
        route=Route.DESK,
        category="SCHOONMAAK",
        where=(PlaceSort.OFFICE, PlaceSort.PUBLIC),
        also=(Wording("Dode plant", "Wie geeft de planten water? Deze is overleden."),),
        outcomes=(
            (
                "Die plant is van onze plantenverzorger. Hij komt elke twee weken en neemt deze mee; u krijgt er een "
                "gezonde voor terug."
            ),
        ),
        at_most=2,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Schoonmaak is onder de maat",
        description=(
            "Sorry dat ik het zeg maar de schoonmaak is echt achteruitgegaan sinds de nieuwe firma er is. Stof op de "
            "vensterbanken, plakkerige tafels, haar in de wasbakken. Ik heb foto’s. Het is vervelend voor de mensen "
            "die het werk doen, die hebben volgens mij gewoon te weinig tijd, maar wij zitten er wel in."
        ),
        route=Route.FORWARD,
        category="SCHOONMAAK",
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM),
        impact=Weight.MEDIUM,
        remark="Graag samen met de klant een ronde lopen (dks-controle) en de uitkomst terugkoppelen.",
        outcomes=(
            (
                "Dank voor uw melding en de foto’s. We hebben een ronde gelopen met de schoonmaakdienst en u had op "
                "alle punten gelijk. De verdieping krijgt een extra beurt en het rooster is verruimd met een uur per "
                "dag."
            ),
        ),
        liked="Er is echt naar geluisterd en ik zie verschil.",
        disliked="Na een maand is het weer bij het oude.",
        at_most=1,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Vies toilet ondanks aftekenlijst",
        description=(
            "Volgens de lijst op de deur is er vandaag al twee keer schoongemaakt. Nou, dan niet in dit toilet. "
            "Bezoekers lopen hier ook!"
        ),
        route=Route.FORWARD,
        item="schoonmaak-direct",
        answers={"wat": "anders"},
        where=(PlaceSort.TOILET,),
        also=(
            Wording(
                "Aftekenlijst klopt niet",
                "Lijst is al afgetekend voor de rest van de dag. Toilet zelf: niet schoon.",
            ),
        ),
        outcomes=(
            (
                "Direct schoongemaakt. We hebben met de medewerker gesproken over het aftekenen en kijken deze week "
                "dagelijks mee."
            ),
        ),
        at_most=2,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Stofzuigen tijdens spreekuur",
        description=(
            "Tijdens een gesprek met ouders wordt er pal voor de deur gestofzuigd. We verstaan elkaar niet en het is "
            "ook gewoon niet prettig voor die mensen."
        ),
        route=Route.FORWARD,
        category="SCHOONMAAK",
        where=(PlaceSort.CONSULTING_ROOM,),
        organisation="GGD",
        remark="Rooster van de gang aanpassen aan het spreekuur.",
        outcomes=(
            (
                "De stofzuigronde op deze gang is verplaatst naar na 17.30 uur. Overdag wordt er alleen nog stil "
                "geveegd."
            ),
        ),
        liked="Heerlijk rustig nu.",
        at_most=1,
    ),
)
