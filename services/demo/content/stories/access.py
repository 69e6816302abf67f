"""Passes and keys: who may come in, and who cannot."""

from services.demo.content.places import PlaceSort
from services.demo.content.stories.story import Route, Story, Wording, Workdays
from services.shared.vocabulary import Kind, Weight

STORIES: tuple[Story, ...] = (
    Story(
        kind=Kind.MALFUNCTION,
        summary="Pas werkt niet meer",
        description="Mijn pas doet het sinds vanochtend niet meer. De lezer piept en wordt rood.",
        route=Route.DESK,
        item="toegangspas",
        answers={"wat": "vervangen", "voor-wie": "Voor mijzelf"},
        where=(PlaceSort.BUILDING,),
        also=(
            Wording("pasje doet het niet", "pasje piept rood bij de deur. gisteren nog wel"),
            Wording("Kom er niet in", "Ik sta buiten en mijn pas doet niets. Kan iemand opendoen?"),
        ),
        noted=(
            Wording(
                "Pas geweigerd",
                "Pas geeft rood bij poortje. Identiteit nagevraagd, pas opnieuw geactiveerd.",
            ),
        ),
        outcomes=(
            (
                "Uw pas was verlopen. Ik heb hem met twee jaar verlengd; houd hem één keer voor de lezer bij de "
                "hoofdingang, dan werkt hij overal weer."
            ),
            "Pas opnieuw geactiveerd. Hij stond per ongeluk bij de passen van vertrokken collega’s, excuses.",
        ),
        liked="Zo geregeld.",
        at_most=5,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Paslezer reageert niet",
        description="De lezer naast de deur geeft geen enkel lampje meer. Passen van collega’s werken hier ook niet.",
        route=Route.FORWARD,
        category="TOEGANG",
        where=(PlaceSort.OFFICE, PlaceSort.SUPPORT, PlaceSort.PARKING),
        noted=(Wording("Lezer dood", "Geen lampje, geen enkele pas werkt. Deur zolang met sleutel via receptie."),),
        impact=Weight.MEDIUM,
        urgency=Weight.HIGH,
        outcomes=("Voeding van de lezer was uitgevallen; vervangen en getest met drie passen.",),
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Pas kwijt",
        description="Ben mijn pas kwijt, waarschijnlijk in de trein. Kunnen jullie hem blokkeren?",
        route=Route.DESK,
        item="toegangspas",
        answers={"wat": "vervangen", "voor-wie": "Voor mijzelf"},
        also=(
            Wording("Pas verloren", "Verloren in de stad gisteravond. Graag meteen blokkeren!"),
            Wording("pasje kwijt", "kan hem nergens meer vinden, thuis ook niet. blokkeren aub"),
        ),
        noted=(Wording("Pas kwijt, blokkeren", "Pas verloren. Geblokkeerd tijdens het gesprek."),),
        urgency=Weight.HIGH,
        outcomes=("Pas is geblokkeerd. Een nieuwe ligt klaar bij de receptie; neem uw identiteitsbewijs mee.",),
        liked="Meteen geblokkeerd, fijn gevoel.",
        at_most=4,
    ),
    Story(
        kind=Kind.MALFUNCTION,
        summary="Sleutel afgebroken in slot",
        description="De sleutel van de kleedkamer is afgebroken in het slot. Vanavond hebben we de kamer nodig.",
        route=Route.FORWARD,
        category="GEBOUW",
        at="KA-1-02",
        organisation="TDK",
        urgency=Weight.HIGH,
        outcomes=("Restant verwijderd, cilinder vervangen. Drie nieuwe sleutels liggen bij de kassa.",),
        at_most=1,
    ),
    Story(
        kind=Kind.WISH,
        summary="Pas voor nieuwe collega",
        description=(
            "Volgende week begint een nieuwe collega. Graag een pas met toegang tot onze verdieping en de "
            "fietsenkelder."
        ),
        route=Route.FORWARD,
        item="toegangspas",
        answers={
            "wat": "nieuw",
            "voor-wie": "Nieuwe collega in ons team, de naam staat in de aanvraag van P&O",
            "vanaf": Workdays(5),
            "deuren": "Onze verdieping en de fietsenkelder",
        },
        also=(Wording("nieuw pasje", "nieuwe medewerker, begint volgende week. standaard toegang is genoeg"),),
        noted=(Wording("Pas nieuwe collega", "Start volgende week. Standaard toegang + fietsenkelder."),),
        outcomes=(
            "Pas is gemaakt en ligt klaar bij de receptie, op naam.",
            "Pas ligt klaar. De foto maken we op de eerste werkdag bij de receptie.",
        ),
        liked="De pas lag klaar op de eerste dag.",
        at_most=5,
    ),
    Story(
        kind=Kind.WISH,
        summary="Toegang tot vergaderzaal ’s avonds",
        description="Voor de cursus Nederlands hebben we elke dinsdagavond toegang nodig. Kan dat op mijn pas?",
        route=Route.ASK_THEN_FORWARD,
        item="toegangspas",
        answers={"wat": "uitbreiden", "voor-wie": "Voor mijzelf"},
        where=(PlaceSort.MEETING_ROOM,),
        question="Dat kan. Tot welke datum loopt de cursus, en is er iemand met een sleutel voor het afsluiten?",
        customer_answer="Nog acht weken. Afsluiten doe ik zelf, ik ben bhv’er.",
        remark="Klant sluit zelf af, heeft instructie gehad.",
        outcomes=("Toegang op dinsdag van 18.00 tot 22.00 uur op de pas gezet, voor acht weken.",),
        at_most=1,
    ),
    Story(
        kind=Kind.WISH,
        summary="Sleutel van de materialenkast",
        description="Ik zoek een extra sleutel van de materialenkast, wij zijn met z’n tweeën en hebben er maar één.",
        route=Route.FORWARD,
        item="toegangspas",
        answers={"wat": "sleutel", "voor-wie": "Voor ons team"},
        where=(PlaceSort.OFFICE, PlaceSort.CLASSROOM, PlaceSort.STAGE),
        also=(Wording("Sleutel kwijt", "Sleutel van de lade is kwijt. Kan er een nieuwe komen?"),),
        outcomes=("Sleutel bijgemaakt en tegen handtekening afgegeven bij de receptie.",),
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Mag mijn bezoek de lift gebruiken zonder pas?",
        description=(
            "Mijn moeder komt even langs en loopt moeilijk. Kan zij met de lift naar boven, of heeft ze een "
            "bezoekerspas nodig?"
        ),
        route=Route.DESK,
        category="TOEGANG",
        where=(PlaceSort.BUILDING,),
        also=(
            Wording(
                "Bezoeker met rollator",
                "Mijn bezoek loopt met een rollator. Hoe komt zij het makkelijkst boven?",
            ),
        ),
        outcomes=(
            (
                "Meld haar aan bij de receptie; dan krijgt ze een bezoekerspas en roept de receptioniste de lift "
                "voor haar op."
            ),
        ),
        liked="Wat een aardige dame bij de receptie.",
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Wat doe ik met de pas van een vertrokken collega?",
        description="Een collega is uit dienst en heeft zijn pas bij mij ingeleverd. Wat moet ik ermee?",
        route=Route.DESK,
        category="TOEGANG",
        also=(Wording("pas inleveren", "waar kan ik een oude pas inleveren?"),),
        outcomes=(
            (
                "Lever de pas in bij de receptie of stop hem in de brievenbus naast de poortjes. Ik heb hem alvast "
                "geblokkeerd."
            ),
        ),
    ),
    Story(
        kind=Kind.INFORMATION,
        summary="Waar haal ik mijn nieuwe pas op?",
        description=(
            "Mijn pas is aangevraagd door mijn leidinggevende. Waar haal ik hem op, en moet ik iets meenemen?"
        ),
        route=Route.DESK,
        item="toegangspas",
        answers={"wat": "nieuw", "voor-wie": "Voor mijzelf"},
        also=(Wording("pas ophalen", "kan ik mijn pas vandaag nog halen?"),),
        outcomes=(
            (
                "Bij de receptie, op werkdagen van 8.00 tot 17.00 uur. Neem een geldig identiteitsbewijs mee; de "
                "foto maken we ter plekke."
            ),
        ),
        at_most=4,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Onvriendelijk te woord gestaan",
        description=(
            "Ik was mijn pas vergeten en werd bij de receptie behandeld alsof ik kwam inbreken. Ik werk hier al elf "
            "jaar. Regels zijn regels, maar de toon kan anders."
        ),
        route=Route.DESK,
        category="TOEGANG",
        where=(PlaceSort.BUILDING,),
        outcomes=(
            (
                "Dank dat u dit deelt. Ik heb het met de collega besproken; zij biedt haar excuses aan en belt u "
                "zelf nog. Dat we naar een identiteitsbewijs vragen blijft zo, maar dat kan op een prettige manier."
            ),
        ),
        liked="Ze belde inderdaad zelf. Zand erover.",
        at_most=1,
    ),
    Story(
        kind=Kind.COMPLAINT,
        summary="Pas na vijf weken nog niet klaar",
        description=(
            "Vijf weken geleden is mijn pas aangevraagd. Sindsdien loop ik elke ochtend langs de receptie voor een "
            "dagpas. Men is vriendelijk, maar het is ook een beetje beschamend: ik werk hier."
        ),
        route=Route.ASK_THEN_FORWARD,
        category="TOEGANG",
        impact=Weight.LOW,
        urgency=Weight.MEDIUM,
        question=(
            "Dat is veel te lang, sorry. Heeft u bij de aanvraag een foto ingeleverd, of een bevestiging per mail "
            "gekregen?"
        ),
        customer_answer=(
            "Geen foto, daar heeft niemand om gevraagd. Wel een bevestiging dat de aanvraag was ontvangen."
        ),
        remark="Pas is blijven hangen op de foto. Graag vandaag maken en langsbrengen.",
        outcomes=(
            (
                "Uw pas is nu gemaakt en naar u toe gebracht. De aanvraag bleek te zijn blijven liggen omdat de foto "
                "ontbrak; we sturen voortaan na een week een herinnering."
            ),
        ),
        at_most=1,
    ),
)
