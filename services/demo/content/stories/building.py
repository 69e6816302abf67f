"""Roofs, windows, floors and walls: what leaks, comes loose or should be hung."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Lekkage plafond",
        description=(
            "Na de bui van vannacht zit er een bruine kring in het plafond en het drupt. Emmer staat eronder."
        ),
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM),
        also=(Wording("Water uit plafond", "Druppels uit het systeemplafond, net naast de printer."),),
        noted=(Wording("Lekkage na regen", "Kring in plafond, het drupt. Emmer geplaatst, apparatuur verplaatst."),),
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        outcomes=(
            "Dakafvoer was verstopt met bladeren. Schoongemaakt, plafondplaat vervangen nadat het droog was.",
            "Dakdekker heeft een scheur in de dakbedekking gedicht. We controleren bij de volgende bui.",
        ),
        liked="Snel gekomen en netjes alles afgedekt.",
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Raam kan niet meer dicht",
        description="Het bovenraampje is blijven hangen en krijg ik niet meer dicht. Het regent vanavond, zeggen ze.",
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.OFFICE, PlaceSort.MEETING_ROOM, PlaceSort.CLASSROOM, PlaceSort.CONSULTING_ROOM),
        also=(Wording("raam klemt", "kiepraam staat nu helemaal los, durf er niet meer aan te komen"),),
        urgency=Weight.MEDIUM,
        outcomes=("Raamuitzetter vervangen, raam sluit.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Vloertegel steekt omhoog",
        description="Bij de trap ligt een vloertegel los, ik struikelde er bijna over.",
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.PUBLIC, PlaceSort.RESTAURANT),
        also=(Wording("Losse vloerbedekking", "De vloerbedekking krult op bij de naad, gevaarlijk voor hakken."),),
        urgency=Weight.MEDIUM,
        outcomes=("Tegel opnieuw verlijmd. De vloer is morgenochtend weer te belopen.",),
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Rolgordijn naar beneden gekomen",
        description="Bij het optrekken kwam het hele rolgordijn naar beneden. Niemand geraakt gelukkig.",
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.OFFICE, PlaceSort.MEETING_ROOM, PlaceSort.CLASSROOM, PlaceSort.CONSULTING_ROOM),
        urgency=Weight.LOW,
        outcomes=("Rolgordijn met nieuwe steunen opgehangen.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Muizen",
        description=(
            "Er liggen keutels in de onderste la van de keukenkast en er is aan de crackers geknaagd. Ik vrees muizen."
        ),
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.PANTRY, PlaceSort.RESTAURANT),
        also=(Wording("MUIS!!", "Er liep net een muis over het aanrecht. Ik kom daar voorlopig niet meer."),),
        outcomes=(
            (
                "Plaagdierbeheerder heeft vallen geplaatst en een kier bij de leidingen gedicht. Bewaar eten in "
                "afgesloten bakken; volgende week controle."
            ),
        ),
        liked="Discreet en snel opgelost.",
        at_most=2,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Brandmelder gaat vals af",
        description="De rookmelder ging af toen iemand een tosti maakte. Niemand naar buiten gegaan…",
        route=Route.CANCEL,
        category="GEBOUW",
        where=(PlaceSort.PANTRY,),
        cancel_reason=(
            "Bekend en al opgepakt na het alarm zelf: melder is gereset. Dubbel van de melding van de bhv-coördinator."
        ),
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Whiteboard ophangen",
        description="We hebben een whiteboard gekocht. Kan iemand het ophangen? Het is 120 × 90 en best zwaar.",
        route=Route.FORWARD,
        category="GEBOUW",
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM, PlaceSort.MEETING_ROOM),
        also=(
            Wording(
                "Prikbord ophangen",
                "Graag een prikbord ophangen naast de deur. Het prikbord staat er al.",
            ),
            Wording(
                "Schilderij ophangen",
                "Wie kan er een schilderij ophangen in onze ruimte? Het is een cadeau van een vertrekkende collega.",
            ),
        ),
        outcomes=("Opgehangen op de aangewezen plek, met pluggen voor een gipswand.",),
        liked="Hangt keurig recht!",
        at_most=4,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Waar is het verzamelpunt bij ontruiming?",
        description="Ik ben nieuw als bhv’er en wil zeker weten waar ik heen moet met de mensen van mijn verdieping.",
        route=Route.DESK,
        category="GEBOUW",
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM),
        also=(Wording("Verzamelplek bij brand", "waar moeten we ook alweer heen als het alarm gaat?"),),
        outcomes=(
            (
                "Bij het groene bord met de vier pijlen, aan de kant van de haven. De plattegrond hangt naast de "
                "lift; ik stuur u ook de kaart van uw verdieping en zet u op de lijst voor de rondleiding voor "
                "bhv’ers."
            ),
        ),
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Mag mijn hond mee?",
        description=(
            "Mijn pup kan nog niet een hele dag alleen zijn. Mag hij af en toe mee naar kantoor? Hij is heel lief en "
            "blaft (bijna) niet."
        ),
        route=Route.DESK,
        category="GEBOUW",
        where=(PlaceSort.OFFICE,),
        outcomes=(
            (
                "Wat een leuke vraag, maar helaas: alleen geleidehonden en hulphonden mogen mee, vanwege allergieën "
                "en de schoonmaak. Aai hem van ons."
            ),
        ),
        liked="Jammer, maar wel een lief antwoord.",
        at_most=1,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Zijn jullie open tussen kerst en oud en nieuw?",
        description="Is het gebouw open in de week tussen kerst en oud en nieuw? En is het dan een beetje verwarmd?",
        route=Route.DESK,
        category="GEBOUW",
        where=(PlaceSort.BUILDING,),
        also=(Wording("kerstvakantie open?", "kunnen we in de kerstvakantie het gebouw in?"),),
        outcomes=(
            (
                "Ja, op werkdagen van 8.00 tot 17.00 uur. Alleen de eerste twee verdiepingen zijn verwarmd; de balie "
                "is tot 12.30 uur bemand."
            ),
        ),
        months=(11, 12),
        at_most=4,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Is het gebouw open op de dag na Hemelvaart?",
        description="Kan ik op de vrijdag na Hemelvaart gewoon naar binnen, of is alles dicht?",
        route=Route.DESK,
        category="GEBOUW",
        where=(PlaceSort.BUILDING,),
        outcomes=("Het gebouw is die vrijdag open van 8.00 tot 17.00 uur. De balie is dicht, bellen kan wel.",),
        months=(4, 5),
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Boren tijdens de tentamens",
        description=(
            "Terwijl boven onze hoofden werd geboord zaten hier 28 studenten een tentamen te maken. De tentamenweek "
            "staat al een jaar in de agenda. Dit kan echt niet."
        ),
        route=Route.ASK_THEN_FORWARD,
        category="GEBOUW",
        where=(PlaceSort.CLASSROOM,),
        organisation="RSC",
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        question=(
            "Heel vervelend, we bellen meteen met de aannemer. Op welke dagen en tijden zijn er deze week nog "
            "tentamens?"
        ),
        customer_answer="Tot en met vrijdag, elke dag van 9.00 tot 16.00 uur.",
        remark="Tentamens tot en met vrijdag, 9.00 tot 16.00 uur: dan niet boren.",
        outcomes=(
            (
                "Het boren is stilgelegd en verplaatst naar de avond. De tentamenweken staan nu ook in de planning "
                "van de aannemer."
            ),
        ),
        liked="Binnen de kortste keren stil.",
        disliked="Fijn dat het stopte, maar het tentamen moet over.",
        at_most=1,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Ontruimingsoefening kwam wel heel slecht uit",
        description=(
            "Ik zat in een slechtnieuwsgesprek toen het alarm ging voor een oefening. Oefenen moet, dat snap ik. "
            "Maar is er dan niemand die even in de agenda’s kijkt?"
        ),
        route=Route.DESK,
        category="GEBOUW",
        where=(PlaceSort.CONSULTING_ROOM,),
        outcomes=(
            (
                "Dat is heel pijnlijk voor u en voor uw gesprekspartner. Een oefening is bewust onaangekondigd, maar "
                "spreekkamers kunnen we wel ontzien. Dat nemen we vanaf nu op in het draaiboek."
            ),
        ),
        liked="Dank voor de menselijke reactie.",
        at_most=1,
    ),
)
