"""Lamps: what is dark, flickers or never goes out."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Lamp kapot",
        description=(
            "Boven mijn bureau is een tl-lamp uit. Zonder lamp is het aan het eind van de middag te donker om te lezen."
        ),
        route=Route.FORWARD,
        item="verlichting-kapot",
        answers={"wat": "uit", "aantal": 1},
        where=(PlaceSort.OFFICE,),
        also=(
            Wording(
                "licht boven bureau doet het niet",
                "sinds gister. bureaublok aan het raam, derde van links",
            ),
            Wording(
                "Lamp uit bij de printer",
                "De lamp boven de printer is uit. Kan iemand een nieuwe buis plaatsen?",
            ),
        ),
        noted=(Wording("Lamp kapot", "Eén lamp uit in de kantoortuin. Melder wijst aan welke."),),
        outcomes=(
            "Ledbuis vervangen.",
            "Armatuur vervangen, de oude was doorgebrand.",
        ),
        liked="Lamp doet het weer, fijn.",
        at_most=5,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Tl-buis knippert",
        description="De buis bij de deur knippert de hele dag. Een collega krijgt er hoofdpijn van.",
        route=Route.FORWARD,
        item="verlichting-kapot",
        answers={"wat": "knippert", "aantal": 1},
        where=(PlaceSort.OFFICE, PlaceSort.MEETING_ROOM, PlaceSort.CLASSROOM, PlaceSort.CONSULTING_ROOM),
        also=(
            Wording(
                "Flikkerend licht",
                "Er flikkert een lamp, erg onrustig. We zetten hem nu maar uit, maar dan zitten we in het donker.",
            ),
            Wording("knipperende lamp", "lamp knippert. zoemt ook."),
        ),
        noted=(Wording("Knipperend licht", "Lamp knippert en zoemt. Men heeft hem uitgezet."),),
        outcomes=(
            "Starter en buis vervangen, brandt weer rustig.",
            "Voorschakelapparaat was stuk; hele armatuur vervangen door led.",
        ),
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Licht gaat niet meer uit",
        description="Het licht blijft branden, ook als er niemand is. De sensor lijkt niet te reageren.",
        route=Route.FORWARD,
        item="verlichting-kapot",
        answers={"wat": "blijft-aan"},
        where=(PlaceSort.MEETING_ROOM, PlaceSort.TOILET, PlaceSort.CLASSROOM),
        also=(
            Wording(
                "Licht brandt ’s nachts",
                "Ik was vanochtend de eerste en al het licht brandde nog. Volgens mij gaat het nooit meer uit.",
            ),
        ),
        urgency=Weight.LOW,
        outcomes=("Bewegingssensor vervangen; gaat weer na tien minuten uit.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Licht gaat steeds uit tijdens overleg",
        description=(
            "Tijdens vergaderingen gaat om de vijf minuten het licht uit. Wij zitten dan met zijn allen te zwaaien. "
            "Hilarisch, maar niet als er gasten zijn."
        ),
        route=Route.FORWARD,
        item="verlichting-kapot",
        answers={"wat": "uit"},
        where=(PlaceSort.MEETING_ROOM,),
        outcomes=("Sensor stond op vijf minuten en te ver van de tafel gericht. Nu op dertig minuten en bijgesteld.",),
        liked="We hoeven niet meer te zwaaien!",
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Buitenlamp bij ingang uit",
        description=(
            "De buitenlamp naast de personeelsingang is al een week uit. Als je om zes uur naar buiten gaat zie je "
            "het afstapje niet."
        ),
        route=Route.FORWARD,
        item="verlichting-kapot",
        answers={"wat": "uit", "aantal": 1},
        where=(PlaceSort.BUILDING,),
        urgency=Weight.MEDIUM,
        outcomes=("Lamp en schemerschakelaar vervangen.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Donker bij de fietsen",
        description=(
            "’s Avonds is het pikdonker bij de fietsen, twee lampen doen het niet. Ik vind het niet prettig als ik "
            "laat klaar ben."
        ),
        route=Route.FORWARD,
        item="verlichting-kapot",
        answers={"wat": "uit", "aantal": 2},
        at="SH-0-21",
        urgency=Weight.MEDIUM,
        outcomes=("Beide lampen vervangen en de bewegingsmelder gevoeliger gezet.",),
        liked="Stuk prettiger zo.",
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Lamp hangt los",
        description="Een inbouwspot hangt aan de draad uit het plafond. Niemand durft eronder te zitten.",
        route=Route.FORWARD,
        item="verlichting-kapot",
        answers={"wat": "beschadigd", "aantal": 1},
        where=(PlaceSort.PUBLIC, PlaceSort.MEETING_ROOM),
        urgency=Weight.HIGH,
        outcomes=("Spot teruggeplaatst met nieuwe klemveren; de andere spots in de ruimte ook nagekeken.",),
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Werklicht zijtoneel kapot",
        description=(
            "Links op het zijtoneel doen twee blauwe werklichten het niet. Dit weekend changement in het donker, dus "
            "graag vóór die tijd."
        ),
        route=Route.FORWARD,
        item="verlichting-kapot",
        answers={"wat": "uit", "aantal": 2},
        at="KA-0-05",
        organisation="TDK",
        urgency=Weight.MEDIUM,
        outcomes=("Beide werklichten voorzien van nieuwe ledlampen; reserve ligt in de bak bij de inspiciënt.",),
        at_most=1,
    ),
)
