"""Articles about coming in: passes, visitors, opening hours of the buildings and access for everyone."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "pas-vergeten-of-kwijt",
        title=("Pas vergeten, kwijt of kapot", "Pass forgotten, lost or broken"),
        summary=(
            "Vergeten? De receptie geeft u een dagpas. Kwijt? Meld het meteen, dan blokkeren we de pas en maken we "
            "een nieuwe.",
            "Forgotten? Reception gives you a day pass. Lost? Tell us at once, so that we can block it and make a new "
            "one.",
        ),
        keywords="pas, pasje, badge, toegangspas, vergeten, kwijt, verloren, gestolen, blokkeren, dagpas, "
        "kom er niet in, lost card, forgot",
        nl="""
            **Vergeten?** Haal een dagpas bij de receptie. Neem een geldig identiteitsbewijs mee en lever de dagpas aan
            het eind van de dag weer in.

            **Kwijt of gestolen?**

            1. Meld het meteen, ook als u nog zoekt. We blokkeren de pas direct.
            2. Is de servicedesk dicht? Bel dan de beveiliging. Het nummer staat op elke pas en bij de personeelsingang.
            3. Vraag in het portaal een nieuwe pas aan.
            4. Haal hem op bij de receptie, op werkdagen van 8.00 tot 17.00 uur. Neem uw identiteitsbewijs mee.

            **Vindt u de oude pas terug?** Lever hem in: hij werkt niet meer.

            **Wordt de lezer rood?** Dan is uw pas misschien verlopen. Bel ons; vaak kunnen we hem direct verlengen.

            Leen uw pas nooit uit, ook niet aan een directe collega.
        """,
        en="""
            **Forgotten?** Get a day pass at reception. Bring valid identification and hand the day pass back at the end
            of the day.

            **Lost or stolen?**

            1. Tell us at once, even if you are still looking. We block the pass immediately.
            2. Is the service desk closed? Call security. The number is on every pass and at the staff entrance.
            3. Request a new pass in the portal.
            4. Collect it from reception on working days between 8:00 and 17:00. Bring identification.

            **Found the old pass?** Hand it in: it no longer works.

            **Does the reader turn red?** Your pass may have expired. Call us; often we can renew it on the spot.

            Never lend out your pass, not even to a close colleague.
        """,
        items=("toegangspas", "gevonden-voorwerpen"),
    ),
    article(
        "bezoek-ontvangen",
        title=("Bezoek aanmelden en ontvangen", "Registering and receiving visitors"),
        summary=(
            "Meld bezoek van tevoren aan in het portaal. Bij de receptie krijgt uw gast een bezoekerspas. Daar haalt "
            "u uw gast ook op.",
            "Register visitors in the portal beforehand. Your guest gets a visitor’s pass at reception, where you come "
            "to meet them.",
        ),
        keywords="bezoek, bezoeker, gast, aanmelden, receptie, bezoekerspas, ophalen, sollicitant, groep, rondleiding, "
        "visitor, guest, register",
        nl="""
            1. Meld uw gast aan in het portaal, liefst een dag van tevoren en anders minstens twee uur. Komt er een
               groep? Geef dan één naam en het aantal personen door.
            2. Komt uw gast met de auto? Reserveer ook een parkeerplaats.
            3. Uw gast meldt zich bij de receptie van het stadhuis, de entreebalie van De Verbinding of de kassa van
               Theater De Kade en krijgt een bezoekerspas.
            4. De receptie belt u. U haalt uw gast op en blijft erbij.
            5. Bij vertrek levert uw gast de pas weer in.

            We wissen de naam van uw gast na de dag van het bezoek.

            Is uw gast slecht ter been? Zeg het bij het aanmelden. De receptie roept dan de lift op. Gaat het alarm af,
            neem uw gast dan mee naar het verzamelpunt.

            Ontvangt u bezoek na sluitingstijd? Vraag dan ook aan dat u buiten openingstijd het gebouw in kunt.
        """,
        en="""
            1. Register your guest in the portal, preferably a day ahead and otherwise at least two hours. Is it a
               group? Give one name and the number of people.
            2. Is your guest coming by car? Reserve a parking space as well.
            3. Your guest reports to reception in the town hall, the entrance desk in De Verbinding or the box office of
               Theater De Kade and receives a visitor’s pass.
            4. Reception calls you. You come and meet your guest and stay with them.
            5. On leaving, your guest hands the pass back.

            We delete your guest’s name after the day of the visit.

            Does your guest have trouble walking? Mention it when you register them. Reception will call the lift. If
            the alarm goes off, take your guest with you to the assembly point.

            Receiving visitors after closing time? Then ask for access outside opening hours, too.
        """,
        items=("bezoeker-aanmelden", "parkeerplaats-bezoeker", "toegang-buiten-openingstijd"),
    ),
    article(
        "avond-en-feestdagen",
        title=(
            "Is het gebouw open in de avond, in het weekend en op feestdagen?",
            "Is the building open in the evening, at weekends and on public holidays?",
        ),
        summary=(
            "Met uw pas kunt u op werkdagen van 6.30 tot 19.00 uur naar binnen. Voor avonden, weekenden en feestdagen "
            "vraagt u toegang aan.",
            "Your pass lets you in from 6:30 to 19:00 on working days. For evenings, weekends and public holidays you "
            "ask for access.",
        ),
        keywords="open, gesloten, dicht, avond, weekend, feestdag, feestdagen, kerst, hemelvaart, koningsdag, "
        "sluitingsdagen, overwerken, gebouw open, closed, holidays",
        nl="""
            | Wanneer | Gebouw | Balie van de servicedesk |
            | --- | --- | --- |
            | Werkdagen | 6.30 tot 19.00 uur, met pas | 7.30 tot 17.30 uur |
            | Vrijdag na Hemelvaart | 8.00 tot 17.00 uur | Dicht, bellen kan wel |
            | Werkdagen tussen kerst en oud en nieuw | 8.00 tot 17.00 uur | 8.00 tot 12.30 uur |
            | Weekend en feestdagen | Alleen op aanvraag | Dicht |

            Onze feestdagen zijn nieuwjaarsdag, tweede paasdag, Koningsdag, Hemelvaartsdag, tweede pinksterdag en beide
            kerstdagen.

            Wilt u buiten deze tijden werken of een bijeenkomst houden? Vraag het minstens twee werkdagen van tevoren
            aan. Bent u er met meer mensen? Dan laten we de verwarming en ventilatie langer aan: die gaan anders om
            19.00 uur terug.

            Tussen kerst en oud en nieuw verwarmen we alleen de eerste twee verdiepingen.

            Theater De Kade volgt het programma. De tijden van de publiekshal staan op de website van de gemeente.
        """,
        en="""
            | When | Building | Service desk counter |
            | --- | --- | --- |
            | Working days | 6:30 to 19:00, with a pass | 7:30 to 17:30 |
            | Friday after Ascension Day | 8:00 to 17:00 | Closed, but you can call |
            | Working days between Christmas and New Year | 8:00 to 17:00 | 8:00 to 12:30 |
            | Weekends and public holidays | On request only | Closed |

            Our public holidays are New Year’s Day, Easter Monday, King’s Day, Ascension Day, Whit Monday, Christmas Day
            and 26 December.

            Would you like to work or hold an event outside these hours? Ask at least two working days ahead. If there
            are more of you, we keep the heating and ventilation on for longer; they are normally turned down at 19:00.

            Between Christmas and New Year we heat only the two lowest floors.

            Theater De Kade follows its programme. The hours of the public hall are on the municipality’s website.
        """,
        items=("toegang-buiten-openingstijd", "evenement", "toegangspas"),
    ),
    article(
        "toegankelijkheid",
        title=(
            "Toegankelijkheid: rolstoel, lift, ringleiding en parkeren",
            "Accessibility: wheelchair, lift, hearing loop and parking",
        ),
        summary=(
            "Alle gebouwen hebben een deur met drukknop, een lift en een aangepast toilet. Drie grote zalen hebben een "
            "ringleiding.",
            "All buildings have a push-button door, a lift and an accessible toilet. Three large halls have a "
            "hearing loop.",
        ),
        keywords="toegankelijkheid, rolstoel, rollator, lift, invalidentoilet, gehandicapt, invalidenparkeerplaats, "
        "ringleiding, gehoorapparaat, slechthorend, hulphond, wheelchair, accessible, hearing loop",
        nl="""
            - **Ingang.** De hoofdingang van elk gebouw is drempelvrij en heeft een deur met drukknop.
            - **Lift.** Er is een lift naar alle verdiepingen. Is hij stuk? Dan mag u onder begeleiding met de
              goederenlift; vraag het aan de receptie.
            - **Toilet.** Op de begane grond van elk gebouw is een aangepast toilet.
            - **Horen.** In de Raadzaal, de Trouwzaal en de Grote Zaal is een ringleiding. Zet uw hoortoestel op stand
              T.
            - **Parkeren.** In de parkeerkelder en op het parkeerterrein zijn plaatsen voor mensen met een
              gehandicaptenparkeerkaart, vlak bij de ingang.
            - **Honden.** Geleidehonden en hulphonden zijn overal welkom.

            Kunt u bij alarm niet zelf de trap af? Vertel het ons van tevoren. We spreken dan af welke bhv’er u helpt en
            waar de evacuatiestoel staat.

            Mist u iets of werkt iets niet? Laat het weten; dit soort meldingen gaat voor.
        """,
        en="""
            - **Entrance.** The main entrance of every building is step-free and has a push-button door.
            - **Lift.** There is a lift to all floors. Out of order? You may then use the goods lift, accompanied by a
              colleague; ask reception.
            - **Toilet.** There is an accessible toilet on the ground floor of every building.
            - **Hearing.** The council chamber, the wedding room and the theatre’s main auditorium have a hearing loop.
              Set your hearing aid to T.
            - **Parking.** The underground and the outdoor car park have spaces for disabled parking permit holders,
              close to the entrance.
            - **Dogs.** Guide dogs and assistance dogs are welcome everywhere.

            Unable to take the stairs if the alarm goes off? Tell us beforehand. We will agree which emergency response
            officer helps you and where the evacuation chair is.

            Is something missing or not working? Let us know; reports like these take priority.
        """,
        items=("lift-defect", "deur-defect", "bezoeker-aanmelden", "parkeerplaats-bezoeker"),
    ),
)
