"""Air and sun: what is stuffy, drips, whistles or stays shut."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Benauwd in vergaderruimte",
        description=(
            "Met acht man is het na een halfuur niet meer te doen: muf en bedompt. De CO2-meter aan de muur staat op "
            "rood."
        ),
        route=Route.FORWARD,
        item="te-warm-te-koud",
        answers={"wat": "benauwd"},
        where=(PlaceSort.MEETING_ROOM, PlaceSort.CLASSROOM),
        also=(
            Wording("CO2-meter op rood", "Meter geeft 1600 aan. Ramen kunnen niet open."),
            Wording("muffe lucht", "ruikt muf, alsof er niet geventileerd wordt"),
        ),
        noted=(Wording("Benauwd / CO2 hoog", "CO2-meter rood bij overleg, ramen kunnen niet open."),),
        outcomes=(
            "Filter van de ventilatie was dicht. Vervangen en de luchthoeveelheid verhoogd voor twaalf personen.",
            "De ventilatie stond hier nog op het oude tijdschema. Aangepast: die draait nu van 7.30 tot 20.00 uur.",
        ),
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Airco druppelt op bureau",
        description=(
            "Er druppelt water uit de airco, precies op het toetsenbord van mijn collega. We hebben er een "
            "prullenbak onder gezet."
        ),
        route=Route.FORWARD,
        category="KLIMAAT",
        where=(PlaceSort.OFFICE, PlaceSort.MEETING_ROOM),
        noted=(
            Wording(
                "Lekkage uit airco",
                "Water druppelt op bureau, emmer staat eronder. Apparatuur weggehaald.",
            ),
        ),
        urgency=Weight.HIGH,
        remark="Er staat nu een prullenbak onder.",
        outcomes=("Afvoer van het condenswater zat verstopt. Doorgespoeld, bak geleegd en plafondplaat vervangen.",),
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Rare piep uit ventilatierooster",
        description="Het rooster boven de deur fluit. Zachtjes, maar de hele dag.",
        route=Route.FORWARD,
        category="KLIMAAT",
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM, PlaceSort.CONSULTING_ROOM),
        urgency=Weight.LOW,
        outcomes=("Rooster losgehaald, schoongemaakt en de klep bijgesteld. Fluit niet meer.",),
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Zonwering blijft dicht",
        description=(
            "De zonwering zit dicht en reageert niet op het knopje. We zitten met de lampen aan terwijl buiten de "
            "zon schijnt…"
        ),
        route=Route.DESK,
        category="KLIMAAT",
        where=(PlaceSort.OFFICE, PlaceSort.MEETING_ROOM),
        also=(Wording("screens doen niks", "knopje van de screens reageert niet"),),
        outcomes=(
            (
                "Bij harde wind gaat de zonwering vanzelf dicht of open om schade te voorkomen en doet het knopje "
                "niets. Zodra de wind afneemt, werkt het weer. Blijft het zo? Laat het dan weten, dan sturen we "
                "iemand."
            ),
        ),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Koelkast in kleedkamer warm",
        description="De koelkast koelt niet meer. Er ligt fruit en melk in van het gezelschap.",
        route=Route.CANCEL,
        category="KLIMAAT",
        at="KA-1-03",
        organisation="TDK",
        cancel_reason="De stekker zat los; de melder heeft hem zelf weer ingestoken en de koelkast koelt.",
        at_most=1,
    ),
    Story(
        kind=Kind.WISH,
        summary="Ventilator voor de kantoortuin",
        description=(
            "Is het mogelijk om voor de warme dagen één of twee staande ventilatoren te krijgen? Liefst stille."
        ),
        route=Route.DESK,
        category="KLIMAAT",
        where=(PlaceSort.OFFICE,),
        also=(Wording("ventilator?", "hebben jullie nog een ventilator over? groetjes"),),
        outcomes=(
            "Jazeker. U kunt twee ventilatoren ophalen bij de receptie. Zet u ze ’s avonds uit?",
            "Er staan er nog drie in het magazijn. De huisdienst brengt er vandaag twee langs.",
        ),
        months=(5, 6, 7, 8, 9),
        at_most=4,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Werkt de airco vanavond door?",
        description=(
            "We hebben vanavond een bijeenkomst tot 22.00 uur. Blijft de ventilatie dan aan of gaat die om zes uur uit?"
        ),
        route=Route.DESK,
        category="KLIMAAT",
        where=(PlaceSort.MEETING_ROOM,),
        also=(
            Wording(
                "Ventilatie ’s avonds",
                "Onze bijeenkomst loopt uit tot een uur of elf. Kan de lucht aanblijven?",
            ),
        ),
        outcomes=(
            (
                "Normaal gaat de ventilatie om 19.00 uur terug. Ik heb hem voor deze ruimte vanavond verlengd tot "
                "23.30 uur."
            ),
        ),
        liked="Perfect geregeld.",
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Niemand liet weten dat de koeling uit zou gaan",
        description=(
            "Deze week bleek de koeling een hele dag uit te staan voor onderhoud. Prima, maar waarom horen wij dat "
            "niet van tevoren? Dan hadden we thuis kunnen werken."
        ),
        route=Route.DESK,
        category="KLIMAAT",
        where=(PlaceSort.OFFICE,),
        outcomes=(
            (
                "U heeft gelijk, het bericht is alleen naar de begane grond gegaan. Dat spijt ons. Onderhoud "
                "kondigen we voortaan een week van tevoren aan bij alle gebruikers van het gebouw."
            ),
        ),
        liked="Netjes toegegeven, dat waardeer ik.",
        at_most=1,
    ),
)
