"""Warmth and cold: the subject every office has an opinion on."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording, Workdays
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Veel te warm",
        description=(
            "Het is hier niet te harden, 27 graden en het wordt alleen maar warmer. De zonwering gaat ook niet naar "
            "beneden."
        ),
        route=Route.FORWARD,
        item="te-warm-te-koud",
        answers={"wat": "te-warm", "temperatuur": 27, "sinds": Workdays(-1)},
        where=(PlaceSort.OFFICE, PlaceSort.MEETING_ROOM, PlaceSort.CLASSROOM, PlaceSort.CONSULTING_ROOM),
        also=(
            Wording("pff warm", "kan de airco aan? we smelten hier weg"),
            Wording(
                "Te warm aan de zuidkant",
                "Aan de zuidkant loopt het elke middag op tot ver boven de 25 graden.",
            ),
        ),
        noted=(Wording("Te warm", "Meerdere collega’s klagen over de warmte, melder meet 27 graden."),),
        outcomes=(
            "Zonwering stond in storing door de windmeter. Gereset; de koeling stond daarnaast nog op winterstand.",
            "Koeling was uitgevallen op de dakunit. Weer opgestart, het is inmiddels 23 graden.",
        ),
        liked="Een stuk beter te doen nu.",
        disliked="Later die week was het weer net zo warm.",
        months=(4, 5, 6, 7, 8, 9, 10),
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Verwarming doet het niet",
        description="De radiatoren zijn ijskoud. We zitten met jassen aan.",
        route=Route.FORWARD,
        item="te-warm-te-koud",
        answers={"wat": "te-koud", "sinds": Workdays(-1)},
        where=(PlaceSort.OFFICE, PlaceSort.MEETING_ROOM, PlaceSort.CLASSROOM, PlaceSort.CONSULTING_ROOM),
        also=(
            Wording("Ijskoud hier", "17 graden op de thermometer. Het is toch stookseizoen?"),
            Wording("te koud", "verwaming doet niks, draaiknop staat op 5"),
        ),
        noted=(Wording("Verwarming koud", "Radiatoren koud in de hele ruimte. Draaiknop staat open."),),
        impact=Weight.MEDIUM,
        urgency=Weight.MEDIUM,
        outcomes=(
            "Pomp van deze groep stond stil. Vervangen; het duurt ongeveer een uur voor het weer warm is.",
            "Radiatoren ontlucht en de klep opengezet die vastzat.",
        ),
        liked="Heerlijk, weer warm.",
        months=(9, 10, 11, 12, 1, 2, 3, 4, 5),
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Tocht bij het raam",
        description=(
            "Er trekt een koude luchtstroom langs mijn bureau, ik denk door het raam achter me. Met dicht raam "
            "blijft het tochten."
        ),
        route=Route.FORWARD,
        item="te-warm-te-koud",
        answers={"wat": "tocht"},
        where=(PlaceSort.OFFICE, PlaceSort.CONSULTING_ROOM),
        also=(Wording("Het tocht", "Tocht in mijn nek de hele dag door. Collega heeft er ook last van."),),
        urgency=Weight.LOW,
        outcomes=("Raamrubber vernieuwd en scharnier bijgesteld.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Te koud in spreekkamer",
        description=(
            "Het is hier maar 17 graden en de kinderen moeten zich uitkleden voor het onderzoek. Kan dit vandaag "
            "nog? Zolang wijken we uit naar de kamer hiernaast."
        ),
        route=Route.FORWARD,
        item="te-warm-te-koud",
        answers={"wat": "te-koud", "temperatuur": 17},
        where=(PlaceSort.CONSULTING_ROOM,),
        organisation="GGD",
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        outcomes=(
            (
                "Thermostaat hing los van de muur en gaf een verkeerde temperatuur door. Vastgezet; de kamer staat "
                "nu op 22 graden."
            ),
        ),
        liked="Fijn dat het zo snel lukte.",
        at_most=2,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Wat is eigenlijk de norm voor de temperatuur?",
        description=(
            "Wij hebben op de afdeling verhitte discussies (haha) over de temperatuur. Is er een afspraak over hoe "
            "warm of koud het hoort te zijn?"
        ),
        route=Route.DESK,
        category="KLIMAAT",
        where=(PlaceSort.OFFICE,),
        also=(Wording("norm temperatuur", "hoe warm mag het max zijn op kantoor?"),),
        outcomes=(
            (
                "We houden 20 tot 22 graden aan in de winter en hooguit 25 in de zomer. Is het langer dan een dag "
                "warmer of kouder, meld het dan: liefst met wat de thermometer aangeeft."
            ),
        ),
        liked="Duidelijk antwoord, hangt nu boven de koffieautomaat.",
        at_most=2,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Al weken over de kou geklaagd",
        description=(
            "Al drie weken melden wij dat het te koud is. Drie weken! Iedere keer komt er een monteur, die voelt aan "
            "de radiator, zegt dat hij warm is en gaat weer. Mijn mensen zitten met wanten achter hun toetsenbord "
            "en twee collega’s werken inmiddels thuis omdat ze het hier niet volhouden. Ik verwacht deze week een "
            "plan, anders bespreek ik het met de directie."
        ),
        route=Route.FORWARD,
        item="te-warm-te-koud",
        answers={"wat": "te-koud", "temperatuur": 17, "sinds": Workdays(-15)},
        where=(PlaceSort.OFFICE,),
        impact=Weight.HIGH,
        urgency=Weight.HIGH,
        remark=(
            "Geëscaleerd door teamleider. Graag loggers ophangen in plaats van weer even voelen. Accountmanager is "
            "op de hoogte."
        ),
        outcomes=(
            (
                "Excuses dat het zo lang heeft geduurd. We hebben een week lang gemeten: de buitenwand was te koud "
                "en de radiatoren te klein. Er staan nu twee extra convectoren en volgende week komen we zelf "
                "nameten."
            ),
        ),
        liked="Er is eindelijk gemeten in plaats van gevoeld. Dank.",
        disliked="Opgelost, maar pas na vier meldingen.",
        months=(10, 11, 12, 1, 2, 3, 4),
        at_most=1,
    ),
)
