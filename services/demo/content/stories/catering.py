"""Coffee and lunch: what keeps everyone going."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording, Workdays
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Koffieautomaat geeft foutmelding",
        description="Automaat zegt ‘bakje vol’ terwijl we hem net geleegd hebben.",
        route=Route.DESK,
        category="CATERING",
        where=(PlaceSort.PANTRY,),
        also=(Wording("koffieapparaat", "bakje vol melding, maar bakje is leeg. HELP"),),
        noted=(Wording("Koffieautomaat ‘bakje vol’", "Uitgelegd: bakje eruit, tien tellen, terug. Werkt weer."),),
        outcomes=(
            (
                "Haal het bakje er tien seconden uit en schuif het dan stevig terug tot de klik; de automaat telt "
                "dan opnieuw. Lukt dat niet, dan komen we langs."
            ),
        ),
        liked="Koffie!! Dank jullie.",
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Koffieautomaat lekt",
        description="Er loopt een plasje koffie onder de automaat uit, en het wordt steeds groter.",
        route=Route.FORWARD,
        category="CATERING",
        where=(PlaceSort.PANTRY, PlaceSort.RESTAURANT),
        urgency=Weight.MEDIUM,
        outcomes=("Slang van de melkunit vervangen en automaat gereinigd.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Vaatwasser spoelt niet",
        description="Kopjes komen er vies uit en er blijft water onderin staan.",
        route=Route.FORWARD,
        category="CATERING",
        where=(PlaceSort.PANTRY, PlaceSort.RESTAURANT),
        urgency=Weight.LOW,
        outcomes=("Filter en sproeiarm gereinigd, zout bijgevuld.",),
    ),
    Story(
        kind=Kind.WISH,
        summary="Lunch voor werkoverleg",
        description="We hebben een lang overleg en zouden graag met broodjes lunchen, het liefst om 12.15 uur.",
        route=Route.FORWARD,
        item="vergaderlunch",
        answers={"datum": Workdays(4), "aantal": 12, "soort": "broodjes", "dieet": "2× glutenvrij, 1× zonder noten"},
        where=(PlaceSort.MEETING_ROOM,),
        also=(
            Wording("lunch graag", "12 pers, broodjes, om 12.15"),
            Wording("Lunch heidag", "Voor onze heidag graag een lunch in de vergaderzaal."),
        ),
        noted=(Wording("Vergaderlunch 12 personen", "Broodjes, 2 glutenvrij. Om 12.15 uur klaar."),),
        outcomes=(
            "Lunch op tijd gedekt en na afloop afgeruimd.",
            "Gedekt, geleverd en weer afgeruimd. Twee personen minder dan besteld; dat is verwerkt.",
        ),
        liked="Lekker, en er was genoeg voor de vegetariërs.",
        disliked="Glutenvrij was vergeten, jammer.",
        at_most=5,
    ),
    Story(
        kind=Kind.WISH,
        summary="Luxe lunch voor bezoek uit partnerstad",
        description=(
            "Er komt een delegatie van dertig personen uit onze partnerstad. Graag iets feestelijks, met halal en "
            "vegetarische keuzes."
        ),
        route=Route.ASK_THEN_FORWARD,
        item="vergaderlunch",
        answers={"datum": Workdays(9), "aantal": 30, "soort": "luxe", "dieet": "Ongeveer 8× halal en 6× vegetarisch"},
        where=(PlaceSort.MEETING_ROOM,),
        impact=Weight.MEDIUM,
        question=(
            "Leuk! Zijn dertig personen inclusief eigen gastheren, en spreken de gasten Duits? Dan maken we kaartjes "
            "bij de gerechten."
        ),
        customer_answer="Met de gastheren erbij zijn het er 32. Duits klopt, kaartjes heel graag!",
        outcomes=("Luxe lunch verzorgd voor 32 personen, met kaartjes in het Duits bij de gerechten.",),
        liked="Complimenten voor de keuken, onze gasten waren onder de indruk.",
        at_most=1,
    ),
    Story(
        kind=Kind.WISH,
        summary="Soep voor de vrijwilligers",
        description="Zestien vrijwilligers helpen ons een hele dag. Kunnen ze ’s middags soep krijgen?",
        route=Route.FORWARD,
        item="vergaderlunch",
        answers={"datum": Workdays(6), "aantal": 16, "soort": "soep"},
        where=(PlaceSort.MEETING_ROOM, PlaceSort.RESTAURANT),
        outcomes=("Zestien koppen tomatensoep met brood geserveerd.",),
    ),
    Story(
        kind=Kind.WISH,
        summary="Koffie en thee voor avondbijeenkomst",
        description=(
            "Graag koffie, thee en koekjes voor ongeveer zestig gasten, klaar om 19.00 uur. Het is volgende week."
        ),
        route=Route.FORWARD,
        category="CATERING",
        where=(PlaceSort.PUBLIC, PlaceSort.CLASSROOM, PlaceSort.MEETING_ROOM),
        also=(Wording("koffie voor bijeenkomst", "koffie/thee voor 25 pers volgende week, half 10 klaar"),),
        outcomes=("Op tijd klaargezet; kannen en kopjes na afloop opgehaald.",),
        liked="Stond mooi klaar.",
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Tot hoe laat is de lunch open?",
        description="We hebben bezoek dat pas om half twee kan eten. Is het restaurant dan nog open?",
        route=Route.DESK,
        category="CATERING",
        where=(PlaceSort.RESTAURANT,),
        also=(Wording("openingstijden kantine", "hoe laat gaat de kantine open?"),),
        outcomes=(
            (
                "Het restaurant is open van 11.45 tot 13.30 uur. Na die tijd kunt u terecht bij de broodjesautomaat "
                "of een lunch op de kamer bestellen."
            ),
        ),
        at_most=4,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Kan ik contant betalen in het restaurant?",
        description="Onze gasten hebben geen pinpas van een Nederlandse bank. Kunnen zij contant afrekenen?",
        route=Route.DESK,
        category="CATERING",
        where=(PlaceSort.RESTAURANT,),
        also=(Wording("creditcard in kantine", "kun je bij jullie met creditcard betalen?"),),
        outcomes=(
            (
                "Contant kan niet, maar creditcard en betalen met de telefoon wel. U kunt de lunch ook op "
                "kostenplaats laten zetten; zeg het aan de kassa."
            ),
        ),
        at_most=2,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Kan ik een beamer lenen?",
        description="Voor een bijeenkomst buiten de deur zoek ik een beamer en een scherm, voor één dag.",
        route=Route.DESK,
        category="CATERING",
        also=(Wording("beamer te leen?", "hebben jullie nog een beamer te leen, of anders een groot scherm?"),),
        outcomes=(
            "Ja, ze liggen bij de receptie. Ik heb er een voor u gereserveerd; neem uw pas mee als u hem ophaalt.",
        ),
        liked="Vlot geregeld en goed uitgelegd.",
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Zit er noot in de koekjes?",
        description=(
            "Een collega heeft een notenallergie. Kunnen jullie zeggen of de koekjes bij de koffie noten bevatten?"
        ),
        route=Route.ASK_THEN_DESK,
        category="CATERING",
        where=(PlaceSort.MEETING_ROOM,),
        urgency=Weight.MEDIUM,
        question=(
            "Voor welke bijeenkomst is dat, en hoeveel personen? Dan zorgen we meteen voor een veilig alternatief."
        ),
        customer_answer="Voor morgen half tien, twaalf personen.",
        outcomes=(
            (
                "De roze koekjes bevatten sporen van noten, de bokkenpootjes ook amandel. We hebben voor uw "
                "bijeenkomst de haverkoekjes zonder noten klaargezet."
            ),
        ),
        at_most=2,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Nieuwe koffie is niet te drinken",
        description=(
            "Met alle respect, maar de nieuwe koffie smaakt naar natte krant. Ik spreek namens de hele gang (zie de "
            "lijst met 23 handtekeningen die naast de automaat hangt)."
        ),
        route=Route.FORWARD,
        category="CATERING",
        where=(PlaceSort.PANTRY,),
        also=(Wording("Koffie", "De koffie is sinds de nieuwe automaat echt niet lekker meer."),),
        impact=Weight.MEDIUM,
        urgency=Weight.LOW,
        outcomes=(
            (
                "De maling stond te grof, waardoor de koffie slap en bitter werd. Bijgesteld, en er is een tweede "
                "soort bonen ingevuld. Kom gerust klagen als het nog niet bevalt!"
            ),
        ),
        liked="23 handtekeningen verder: weer koffie waar je van opknapt.",
        at_most=1,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Te weinig vegetarische keus",
        description=(
            "Als je vegetarisch eet kun je in het restaurant kiezen uit een kaasbroodje of een kaasbroodje. Is er "
            "geen gehaktbal zonder gehakt te bedenken?"
        ),
        route=Route.DESK,
        category="CATERING",
        where=(PlaceSort.RESTAURANT,),
        outcomes=(
            (
                "Dat verdient beter. Vanaf volgende week is er elke dag een vegetarische warme hap en een salade. "
                "Ideeën zijn welkom, ook recepten."
            ),
        ),
        liked="De linzensoep is een aanrader.",
        at_most=1,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Lunch kwam drie kwartier te laat",
        description=(
            "Onze lunch van vorige week: besteld voor 12.00 uur, geleverd om 12.45 uur, toen iedereen weer weg "
            "moest. En dan ook nog kaas in de broodjes voor onze veganistische gast. Dit was voor een externe "
            "relatie; wij zaten voor schut."
        ),
        route=Route.FORWARD,
        category="CATERING",
        where=(PlaceSort.MEETING_ROOM,),
        impact=Weight.MEDIUM,
        urgency=Weight.MEDIUM,
        remark="Externe gast, graag netjes rechtzetten. Crediteren is akkoord.",
        outcomes=(
            (
                "Dat hoort niet te gebeuren, onze excuses. De bon was op de verkeerde dag gezet en de keuken heeft "
                "dat te laat gezien. De lunch brengen we niet in rekening; uw gast krijgt een kaartje van ons."
            ),
        ),
        liked="Klasse hoe dit is rechtgezet.",
        disliked="Excuses mooi, maar de gast komt niet meer terug.",
        at_most=1,
    ),
)
