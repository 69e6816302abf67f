"""Printing: what has to be copied, folded and stapled."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording, Workdays
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Frankeermachine doet niets",
        description=(
            "De frankeermachine geeft ‘krediet laag’ en frankeert niet meer. Er liggen 400 aanslagen die vandaag weg "
            "moeten."
        ),
        route=Route.FORWARD,
        category="POST",
        at="SH-0-12",
        organisation="GEM",
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        remark="400 stuks moeten vandaag nog mee.",
        outcomes=("Krediet opgewaardeerd en machine herstart. De post is alsnog meegegaan.",),
        at_most=1,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Papier vast in de kopieermachine",
        description="Papierstoring bij lade 3, ik heb alle klepjes opengehad maar vind niks.",
        route=Route.DESK,
        category="POST",
        where=(PlaceSort.OFFICE, PlaceSort.SUPPORT, PlaceSort.CLASSROOM),
        also=(Wording("printer vast", "papier vast, zegt lade 3"),),
        noted=(Wording("Papierstoring", "Aan de telefoon samen de klepjes nagelopen; gevonden bij klep 3."),),
        outcomes=(
            (
                "Bij lade 3 zit rechtsachter nog een klein groen klepje. Trek dat open en haal het papier er naar "
                "links uit. Gelukt? Anders sturen we de leverancier."
            ),
        ),
        liked="Klepje gevonden, dank je wel.",
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Nietmachine van de repro vast",
        description="De grote nietmachine zit vast, er komt geen nietje meer uit.",
        route=Route.CANCEL,
        category="POST",
        at="SH-2-17",
        organisation="GEM",
        cancel_reason="Collega heeft zelf het vastzittende nietje verwijderd.",
        at_most=1,
    ),
    Story(
        kind=Kind.WISH,
        summary="Flyers voor de open dag",
        description="250 flyers in kleur op A5, dubbelzijdig. Bestand staat op de gedeelde map ‘Open dag’.",
        route=Route.ASK_THEN_FORWARD,
        item="drukwerk",
        answers={"oplage": 250, "formaat": "a5", "datum": Workdays(5), "afwerking": "geen"},
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM),
        organisation="RSC",
        also=(Wording("flyers a5", "250 stuks kleur dubbelzijdig"),),
        question="De afbeelding op de achterkant is te klein om scherp te drukken. Heeft u een grotere versie?",
        customer_answer="Ja, ik heb hem in de map gezet met ‘groot’ in de naam.",
        remark="Gebruik het bestand met ‘groot’ in de naam.",
        outcomes=("250 flyers gedrukt en bij de balie afgeleverd.",),
        liked="Knalkleuren, netjes gesneden.",
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Raadsstukken kopiëren",
        description="45 setjes van 60 pagina’s, geniet, tweezijdig. Graag in twee dozen per fractie.",
        route=Route.FORWARD,
        item="drukwerk",
        answers={"oplage": 45, "formaat": "a4", "datum": Workdays(3), "afwerking": "nieten"},
        at="SH-2-17",
        organisation="GEM",
        outcomes=("45 sets gedrukt, geniet en per fractie in dozen gelegd.",),
    ),
    Story(
        kind=Kind.WISH,
        summary="Programmaboekjes",
        description="300 programmaboekjes, 12 pagina’s gevouwen. Drukproef graag eerst even langs.",
        route=Route.FORWARD,
        item="drukwerk",
        answers={"oplage": 300, "formaat": "a5", "datum": Workdays(7), "afwerking": "vouwen"},
        at="KA-0-02",
        organisation="TDK",
        remark="Eerst een drukproef naar de klant.",
        outcomes=("Drukproef goedgekeurd, 300 boekjes gevouwen en bij de kassa gelegd.",),
        liked="Mooi papier, mooie kleuren.",
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Poster op A3 voor de wachtruimte",
        description="Tien posters over de griepprik, A3, stevig papier.",
        route=Route.FORWARD,
        item="drukwerk",
        answers={"oplage": 10, "formaat": "a3", "datum": Workdays(4), "afwerking": "geen"},
        where=(PlaceSort.PUBLIC,),
        organisation="GGD",
        outcomes=("Tien posters op 200-gramspapier gedrukt en opgehangen.",),
        at_most=2,
    ),
    Story(
        kind=Kind.WISH,
        summary="Readers voor de module",
        description="Graag 28 readers met ringband voor mijn klas, 80 pagina’s, zwart-wit.",
        route=Route.FORWARD,
        item="drukwerk",
        answers={"oplage": 28, "formaat": "a4", "datum": Workdays(6), "afwerking": "ringband"},
        where=(PlaceSort.CLASSROOM,),
        organisation="RSC",
        outcomes=("28 readers klaar en in de docentenkamer gelegd.",),
        liked="Ruim op tijd voor de eerste les.",
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Wat is de doorlooptijd voor visitekaartjes?",
        description="Ik heb volgende maand een congres. Als ik nu visitekaartjes aanvraag, heb ik ze dan op tijd?",
        route=Route.DESK,
        category="POST",
        where=(PlaceSort.OFFICE,),
        also=(Wording("visitekaartjes", "hoe lang duurt het voor ik nieuwe visitekaartjes heb?"),),
        outcomes=(
            (
                "Reken op tien werkdagen, dus dat redt u. Kies in de catalogus voor ‘Drukwerk en repro’, ander "
                "formaat, en zet de tekst van het kaartje in de toelichting."
            ),
        ),
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Drukwerk scheef gesneden",
        description=(
            "De uitnodigingen zijn scheef gesneden; aan één kant zit een witte rand. Zo kunnen ze niet de deur uit."
        ),
        route=Route.FORWARD,
        category="POST",
        where=(PlaceSort.OFFICE,),
        urgency=Weight.HIGH,
        remark="Opnieuw drukken, verzending staat voor morgen.",
        outcomes=("Opnieuw gedrukt en gesneden, deze keer voor verzending gecontroleerd.",),
        at_most=1,
    ),
)
