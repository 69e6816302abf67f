"""Articles for the desk’s own people: what to do when it is dangerous, delicate or out of hours."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "gaslucht-gemeld",
        title=("Melding van een gaslucht: wat doet u?", "A report of a gas smell: what do you do?"),
        summary=(
            "Laat de melder naar buiten gaan en geen schakelaars aanraken. Bel 112, daarna het hoofd bhv en de "
            "technische dienst.",
            "Have the caller go outside and touch no switches. Call 112, then the head of emergency response and "
            "technical services.",
        ),
        keywords="gas, gaslucht, gaslek, stank, rotte eieren, ontploffing, cv-ketel, ontruimen, spoed, bhv, "
        "gas smell, gas leak",
        nl="""
            Neem elke melding serieus, ook als de melder twijfelt.

            1. Vraag alleen waar het is en of er iemand onwel is.
            2. Zeg tegen de melder: **geen vuur, geen schakelaars, geen lift.** Ga met uw collega’s naar buiten en bel
               daar opnieuw.
            3. Bel **112**, ook als de melder dat misschien al deed.
            4. Bel het hoofd bhv. Die beslist over ontruimen en wacht daarmee niet op de monteur.
            5. Bel de technische dienst om de hoofdkraan te sluiten. Bel daarna het landelijke storingsnummer voor gas
               en stroom: **0800-9009**.
            6. Maak een melding met urgentie hoog en houd bij wie u hoe laat sprak.

            Laat niemand terug naar binnen tot de brandweer of de netbeheerder het zegt.

            Ruikt het naar riool en niet naar gas? Dan is vaak een putje drooggevallen. Behandel het als gaslucht zolang
            u het niet zeker weet.
        """,
        en="""
            Take every report seriously, even if the caller is not sure.

            1. Only ask where it is and whether anyone feels unwell.
            2. Tell the caller: **no flames, no switches, no lift.** Go outside with your colleagues and call again from
               there.
            3. Call **112**, even if the caller may have done so already.
            4. Call the head of emergency response, who decides on evacuation and does not wait for the engineer.
            5. Call technical services to close the main valve. Then call the national fault line for gas and power:
               **0800-9009**.
            6. Register a notification with high urgency and note whom you spoke to and when.

            Nobody goes back in until the fire brigade or the network operator says so.

            Does it smell of drains rather than gas? A floor drain has often run dry. Treat it as gas for as long as you
            are not certain.
        """,
        items=("onveilige-situatie",),
        public=False,
    ),
    article(
        "pas-kwijt-na-sluitingstijd",
        title=("Pas kwijt buiten openingstijd: zo handelt u dat af", "Pass lost out of hours: how to deal with it"),
        summary=(
            "De beveiliging blokkeert de pas en noteert wie er belde. Wij controleren dat de volgende werkdag vóór "
            "9.00 uur en regelen een nieuwe pas.",
            "Security blocks the pass and notes who called. We check this before 9:00 on the next working day and "
            "arrange a new pass.",
        ),
        keywords="pas kwijt, verloren pas, blokkeren, beveiliging, nacht, weekend, buiten kantoortijd, identiteit, "
        "dagpas, lost pass, security, out of hours",
        nl="""
            Buiten openingstijd komt dit binnen bij de beveiliging. Die blokkeert de pas direct. Dat mag op naam en
            geboortedatum: te veel blokkeren is minder erg dan te weinig.

            **De volgende werkdag, vóór 9.00 uur:**

            1. Open het nachtrapport van de beveiliging.
            2. Zoek of er al een melding van de klant is. Zo niet, maak er een.
            3. Controleer in het toegangssysteem of de pas echt geblokkeerd is.
            4. Kijk of de pas na het verlies nog gebruikt is. Zo ja? Licht meteen de manager en de beveiliging in.
            5. Bel de klant terug en spreek af wanneer de nieuwe pas klaarligt.

            Staat iemand ’s avonds buiten zonder pas? De beveiliging laat alleen iemand binnen na controle van het
            identiteitsbewijs en overleg met een leidinggevende. Beloof dus nooit aan de telefoon dat de deur opengaat.
        """,
        en="""
            Out of hours these calls go to security. They block the pass at once, on name and date of birth alone:
            blocking one too many is better than one too few.

            **On the next working day, before 9:00:**

            1. Open the night report from security.
            2. See whether there is a notification from the customer. If not, register one.
            3. Check in the access system that the pass really is blocked.
            4. See whether the pass was used after it was lost. If so, tell the manager and security at once.
            5. Call the customer back and agree when the new pass will be ready.

            Is someone outside in the evening without a pass? Security lets people in only after checking their
            identification and consulting a manager. So never promise on the phone that the door will be opened.
        """,
        items=("toegangspas", "toegang-buiten-openingstijd"),
        public=False,
    ),
    article(
        "lastig-gesprek",
        title=("Een boze of lastige beller te woord staan", "Dealing with an angry or difficult caller"),
        summary=(
            "Laat de beller uitpraten, vat samen en zeg wat u gaat doen. Bij schelden of dreigen mag u het gesprek "
            "beëindigen.",
            "Let the caller finish, sum up and say what you will do. If there is abuse or a threat, you may end the "
            "call.",
        ),
        keywords="boze beller, lastig, agressie, schelden, dreigen, bedreiging, boos, emotie, gesprek, klant, "
        "angry, aggressive, difficult caller",
        nl="""
            Meestal is iemand boos op de situatie en niet op u.

            1. **Laat uitpraten.** Val niet in de rede en verdedig u niet.
            2. **Erken het.** ‘Ik snap dat u hier last van heeft.’
            3. **Vat samen.** ‘Klopt het dat de monteur twee keer niet kwam?’
            4. **Zeg wat u doet en wanneer.** Beloof alleen wat u zelf kunt waarmaken.
            5. **Blijf eigenaar.** Verbind niet door als het niet hoeft en bel zelf terug.

            Wordt er gescholden of gedreigd? Zeg één keer: ‘Zo wil ik niet aangesproken worden. Ik help u graag als u
            rustig verder praat.’ Gaat het door, dan hangt u op. Dat mag altijd.

            Bij een bedreiging schrijft u letterlijk op wat er gezegd is. Meld het direct aan de manager; samen beslist
            u over aangifte. Zet in de melding alleen feiten, want de klant kan meelezen.

            Neem daarna even pauze. Een collega neemt uw lijn over.
        """,
        en="""
            People are usually angry with the situation, not with you.

            1. **Let them finish.** Do not interrupt and do not defend yourself.
            2. **Acknowledge it.** ‘I can see why this is a nuisance.’
            3. **Sum up.** ‘Is it right that the engineer failed to turn up twice?’
            4. **Say what you will do and when.** Only promise what you can deliver yourself.
            5. **Keep hold of it.** Do not transfer the call unless you have to, and call back yourself.

            Is there abuse or a threat? Say once: ‘I do not want to be spoken to like that. I am happy to help if we can
            talk calmly.’ If it goes on, hang up. You always may.

            After a threat, write down exactly what was said. Tell the manager straight away; together you decide
            whether to go to the police. Put only facts in the notification, because the customer may read it.

            Take a short break afterwards. A colleague will cover your line.
        """,
        public=False,
    ),
    article(
        "sleutels-uitgeven",
        title=("Sleutels uitgeven en innemen", "Handing out and taking back keys"),
        summary=(
            "Geef een sleutel alleen na controle van de pas en tegen handtekening. Voor archief, serverruimte en kluis "
            "is eerst akkoord nodig.",
            "Hand out a key only after checking the pass and against a signature. The archive, server room and safe "
            "need approval first.",
        ),
        keywords="sleutel, sleutels, uitgeven, uitgifte, innemen, handtekening, sleutelkast, loper, aannemer, "
        "monteur, keys, key handover",
        nl="""
            **Uitgeven**

            1. Vraag om de pas of een identiteitsbewijs en kijk of de naam klopt met de aanvraag.
            2. Controleer of er akkoord is. Voor archief, serverruimte en kluis geeft de leidinggevende **altijd**
               vooraf toestemming.
            3. Schrijf in het sleutelregister: nummer, naam, tijd en tot wanneer.
            4. Laat tekenen en geef de sleutel.

            Aan een monteur of aannemer geeft u alleen een dagsleutel, tegen een werkbon. Een loper gaat nooit het
            gebouw uit.

            **Innemen**

            1. Vergelijk het nummer met het register en teken af.
            2. Hang de sleutel direct terug.
            3. Bel om 17.00 uur na wie een dagsleutel nog niet heeft ingeleverd.

            **Sleutel kwijt?** Maak een melding met urgentie hoog en bel de technische dienst. Zij beslist of het slot
            vervangen wordt. Zet nooit op een label welke deur bij een sleutel hoort.
        """,
        en="""
            **Handing out**

            1. Ask for the pass or identification and check that the name matches the request.
            2. Check that it has been approved. For the archive, server room and safe, the manager **always** approves
               beforehand.
            3. Enter in the key register: number, name, time and until when.
            4. Get a signature and hand over the key.

            Engineers and contractors only get a day key, against a work order. A master key never leaves the building.

            **Taking back**

            1. Compare the number with the register and sign it off.
            2. Hang the key back at once.
            3. At 17:00, call anyone who has not yet returned a day key.

            **Key lost?** Register a notification with high urgency and call technical services. They decide whether to
            replace the lock. Never write on a label which door a key belongs to.
        """,
        items=("sleutel-kluisje", "toegangspas"),
        public=False,
    ),
    article(
        "pers-aan-de-lijn",
        title=("De pers belt of staat aan de balie", "The press are on the phone or at the counter"),
        summary=(
            "Geef zelf geen inhoudelijk antwoord. Noteer naam, medium, vraag en deadline en bel meteen de afdeling "
            "Communicatie van de betrokken organisatie.",
            "Do not answer questions yourself. Note name, medium, question and deadline and call the communications "
            "team of the organisation concerned.",
        ),
        keywords="pers, journalist, krant, media, televisie, camera, interview, communicatie, woordvoerder, filmen, "
        "press, reporter, spokesperson",
        nl="""
            Journalisten doen hun werk. Wees vriendelijk, maar laat antwoorden over aan de woordvoerder.

            1. Noteer naam, medium, telefoonnummer, de vraag en de deadline.
            2. Zeg: ‘Daar ga ik niet over. Ik zorg dat de woordvoerder u terugbelt.’
            3. Bel meteen Communicatie van de organisatie waar het over gaat. Is dat niet duidelijk? Bel die van de
               gemeente.
            4. Zet de vraag ook in een melding, zonder eigen uitleg.

            Zeg niets over storingen, incidenten, collega’s of klanten, ook niet ‘onder ons’. Ook ‘geen commentaar’ is
            een antwoord dat in de krant kan staan.

            **Staat er een cameraploeg?** Buiten op straat mag er gefilmd worden. Binnen alleen na toestemming van
            Communicatie en onder begeleiding. Vraag de ploeg bij de receptie te wachten en bied koffie aan.

            Buiten openingstijd belt de beveiliging de piketwoordvoerder.
        """,
        en="""
            Journalists are doing their job. Be friendly, but leave the answers to the spokesperson.

            1. Note the name, medium, phone number, question and deadline.
            2. Say: ‘That is not for me to answer. I will make sure our spokesperson calls you back.’
            3. Call the communications team of the organisation concerned at once. Not sure which? Call the
               municipality’s.
            4. Register the question in a notification, too, without comments of your own.

            Say nothing about faults, incidents, colleagues or customers, not even off the record. ‘No comment’ is also
            an answer that may end up in the paper.

            **Is there a camera crew?** They may film outside in the street. Inside, only with permission from
            communications and with someone to escort them. Ask the crew to wait at reception and offer them coffee.

            Out of hours, security calls the spokesperson on duty.
        """,
        public=False,
    ),
    article(
        "klachten-afhandelen",
        title=("Klachten afhandelen: afspraken en termijnen", "Handling complaints: agreements and time limits"),
        summary=(
            "Wie de klacht aanneemt, blijft eigenaar. Binnen één werkdag contact, binnen tien werkdagen een antwoord; "
            "ernstige klachten gaan direct naar de manager.",
            "Whoever takes the complaint keeps it. Contact within one working day, an answer within ten; serious ones "
            "go straight to the manager.",
        ),
        keywords="klacht, klachten, klachtenprocedure, termijn, afhandelen, escaleren, manager, accountmanager, "
        "datalek, excuses, complaints, escalation",
        nl="""
            1. Registreer de melding als **Klacht** en zet die op uw naam. U blijft eigenaar tot het eind.
            2. Bel de klant binnen **één werkdag**. Vraag wat er gebeurde en wat er nu nodig is.
            3. Herstel eerst wat hersteld kan worden. Heropen zo nodig de oude melding.
            4. Zoek uit hoe het kwam, samen met het team. Geef niemand de schuld.
            5. Antwoord binnen **tien werkdagen**: wat ging er mis, wat is gedaan en wat verandert er. Bied excuses aan
               als die op hun plaats zijn.
            6. Bel na twee weken of het nu goed gaat.

            **Direct naar de manager:** letsel, een mogelijk datalek, discriminatie, een klacht over een collega, of een
            derde klacht over hetzelfde. Bel bij een mogelijk datalek ook meteen de functionaris gegevensbescherming.

            Vraagt een klant om geld terug, of dreigt een contract in gevaar te komen? Dan beslist de accountmanager.
        """,
        en="""
            1. Register the notification as a **Complaint** and put it in your name. You own it until the end.
            2. Call the customer within **one working day**. Ask what happened and what they need now.
            3. First repair what can be repaired. Reopen the old notification if necessary.
            4. Find out how it happened, together with the team. Do not blame anyone.
            5. Answer within **ten working days**: what went wrong, what has been done and what will change. Apologise
               where an apology is due.
            6. Call after two weeks to ask whether all is well.

            **Straight to the manager:** injury, a possible data breach, discrimination, a complaint about a colleague,
            or a third complaint about the same thing. In the case of a possible data breach, also call the data
            protection officer at once.

            Does a customer ask for money back, or is a contract at risk? The account manager decides.
        """,
        public=False,
    ),
)
