"""Questions and feelings about the desk itself, and things that are nobody’s in particular."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.INFORMATION,
        summary="Wat zijn jullie openingstijden?",
        description="Wanneer kan ik bij jullie aan de balie terecht? Online kan ik het niet vinden.",
        route=Route.DESK,
        also=(Wording("openingstijden", "tot hoe laat zijn jullie open vandaag"),),
        outcomes=(
            (
                "De balie is op werkdagen open van 7.30 tot 17.30 uur. Buiten die tijd kunt u melden in het portaal; "
                "bij gevaar of lekkage belt u de beveiliging, dag en nacht bereikbaar op het nummer op uw pas."
            ),
        ),
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Wie is onze accountmanager?",
        description=(
            "We willen graag iemand spreken over de afspraken voor volgend jaar. Bij wie kan ik daarvoor terecht?"
        ),
        route=Route.DESK,
        also=(
            Wording(
                "Contact over dienstverlening",
                "Met wie kan ik de afspraken over onze dienstverlening bespreken?",
            ),
        ),
        outcomes=("Dat is Frédérique Vos. Ik heb haar gevraagd u deze week te bellen.",),
        liked="Netjes teruggebeld.",
        at_most=2,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Gevonden voorwerp: sjaal",
        description=(
            "Ik ben mijn groene sjaal kwijt, waarschijnlijk blijven hangen na de bijeenkomst. Is hij gevonden?"
        ),
        route=Route.ASK_THEN_DESK,
        where=(PlaceSort.PUBLIC, PlaceSort.MEETING_ROOM),
        also=(
            Wording("bril laten liggen", "Bril met zwart montuur laten liggen, denk ik in de vergaderkamer."),
            Wording("Oplader kwijt", "Iemand een laptoplader gevonden? Staat een sticker met een eend op."),
        ),
        question="Er zijn deze week twee groene sjaals gevonden. Zit er een merkje of bijzonderheid aan de uwe?",
        customer_answer="Ja, er zit een klein brandgaatje aan de rand.",
        outcomes=("Gevonden! Hij ligt bij de receptie in de la met gevonden voorwerpen.",),
        liked="Wat fijn, hij was van mijn oma.",
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Kan ik mijn melding nog aanpassen?",
        description=(
            "Ik heb vanochtend een melding gedaan maar de verkeerde ruimte gekozen. Kan dat nog veranderd worden?"
        ),
        route=Route.DESK,
        also=(
            Wording(
                "verkeerde kamer ingevuld",
                "heb per ongeluk verkeerde kamer gekozen bij mijn melding, kunnen jullie dat aanpassen?",
            ),
        ),
        outcomes=("Geen probleem, ik heb een notitie bij uw melding gezet met de juiste ruimte. De monteur ziet die.",),
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Zonnepanelen op het dak?",
        description=(
            "Uit nieuwsgierigheid: wat leveren de zonnepanelen eigenlijk op? Ik wil het in onze nieuwsbrief zetten."
        ),
        route=Route.DESK,
        at="SH",
        organisation="GEM",
        outcomes=(
            (
                "Vorig jaar samen 148.000 kilowattuur, ongeveer een vijfde van wat de drie gebouwen gebruiken. Op "
                "het scherm in de publiekshal ziet u de stand van vandaag."
            ),
        ),
        liked="Leuk weetje, dank.",
        at_most=1,
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="EHBO-koffer leeg",
        description="Waar kan ik pleisters krijgen? De EHBO-koffer op de gang is leeg.",
        route=Route.DESK,
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM),
        also=(Wording("pleisters op", "pleisters in de ehbo-koffer zijn op, waar zijn er nog?"),),
        outcomes=("Pleisters liggen bij de receptie. De koffer laten we vandaag aanvullen; dank voor het melden.",),
        liked="Koffer is inmiddels weer vol.",
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Drie keer doorverbonden",
        description=(
            "Ik heb voor één simpele vraag drie mensen gesproken en aan het eind wist ik nog niets. Ik vind jullie "
            "allemaal aardig, maar ik wil gewoon één persoon die het uitzoekt en terugbelt."
        ),
        route=Route.DESK,
        outcomes=(
            (
                "U heeft gelijk en het spijt ons. Ik ben vanaf nu uw aanspreekpunt en bel u vandaag nog met een "
                "antwoord."
            ),
            (
                "Excuses. We hebben met elkaar afgesproken dat wie opneemt de vraag ook afmaakt. Uw vraag is "
                "inmiddels beantwoord."
            ),
        ),
        liked="Eén persoon, één antwoord. Zo kan het dus ook.",
        disliked="Toch pas de volgende dag gebeld.",
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Melding gesloten terwijl het niet klaar is",
        description=(
            "Mijn vorige melding is op gereed gezet, maar er is niemand geweest. Dit is nu de tweede keer. Het lijkt "
            "wel of jullie alleen op de cijfertjes letten."
        ),
        route=Route.DESK,
        also=(
            Wording(
                "Niet opgelost en toch afgemeld",
                "Krijg net een mail dat mijn melding klaar is. Is niet zo.",
            ),
        ),
        impact=Weight.LOW,
        urgency=Weight.MEDIUM,
        outcomes=(
            (
                "U heeft gelijk: de monteur was in de verkeerde ruimte. Ik heb uw melding heropend en de "
                "eerstvolgende werkdag staat er om 9.00 uur iemand bij u op de stoep. Ik bel u daarna zelf."
            ),
        ),
        liked="Fijn dat er nagebeld werd.",
        disliked="Het moest wel eerst een klacht worden.",
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Twintig minuten in de wacht",
        description=(
            "Twintig minuten muziek, en toen werd de verbinding verbroken. Ik was de volgende in de rij, al zei de "
            "stem dat een kwartier lang."
        ),
        route=Route.DESK,
        also=(Wording("Niet bereikbaar", "Vandaag vier keer gebeld, vier keer de ingesprektoon. Dan maar zo."),),
        outcomes=(
            (
                "Dat is inderdaad om moedeloos van te worden, onze excuses. Door een storing in de centrale kwamen "
                "gesprekken niet door. U kunt nu ook een terugbelverzoek achterlaten."
            ),
        ),
        disliked="Liever gewoon iemand die opneemt.",
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="App voor op de telefoon?",
        description="Komt er een app? Zou handig zijn om onderweg een foto te maken.",
        route=Route.DESK,
        outcomes=(
            (
                "Een app is niet nodig: de site werkt ook op uw telefoon, en op elke deur hangt een QR-code waarmee "
                "de ruimte al is ingevuld. Uw idee van de foto hebben we op de wensenlijst gezet."
            ),
        ),
        liked="Die QR-code kende ik nog niet, handig!",
    ),
)
