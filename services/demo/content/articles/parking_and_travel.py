"""Articles about cars and bicycles: parking, charging, storing and borrowing them."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "parkeren-bezoekers",
        title=("Parkeren voor bezoekers", "Parking for visitors"),
        summary=(
            "Reserveer een plek voor uw bezoek. Met het kenteken gaat de slagboom vanzelf open; zonder kenteken belt "
            "uw bezoek bij de slagboom aan.",
            "Reserve a space for your visitor. With the number plate the barrier opens by itself; without it your "
            "visitor rings the bell.",
        ),
        keywords="parkeren, parkeerplaats, parkeerkelder, garage, bezoek, slagboom, kenteken, auto, gehandicapten, "
        "parkeerterrein, parking, car park, visitor, guest parking, visitor parking, guest, park, klant, bezoeker",
        nl="""
            Bezoekers kunnen parkeren in de **parkeerkelder van het stadhuis** of op het **parkeerterrein van De
            Verbinding**. Reserveren is nodig; alleen dan is er zeker plek.

            1. Vraag in het portaal een parkeerplaats aan, met de datum en de naam van uw bezoek.
            2. Geef het kenteken door als u het weet. De slagboom gaat dan vanzelf open.
            3. Geen kenteken? Uw bezoek belt bij de slagboom aan en de receptie doet open.

            Het kenteken wissen we na de dag van het bezoek.

            Inrijden kan op werkdagen van 6.30 tot 21.00 uur. Uitrijden kan altijd.

            Rijdt uw bezoek elektrisch of heeft het een gehandicaptenparkeerkaart? Zet dat in de aanvraag, dan kiezen we
            een passende plek.

            Vaste plekken voor medewerkers geven we niet uit, behalve aan collega’s met een gehandicaptenparkeerkaart.
        """,
        en="""
            Visitors can park in the **underground car park of the town hall** or in the **car park of De Verbinding**.
            Please reserve; only then is a space guaranteed.

            1. Request a parking space in the portal, with the date and your visitor’s name.
            2. Give the number plate if you know it. The barrier will then open by itself.
            3. No number plate? Your visitor rings the bell at the barrier and reception lets them in.

            We delete the number plate after the day of the visit.

            You can drive in from 6:30 to 21:00 on working days. You can always drive out.

            Does your visitor drive an electric car or hold a disabled parking permit? Mention it in the request and we
            will choose a suitable space.

            We do not assign permanent spaces to staff, except to colleagues with a disabled parking permit.
        """,
        items=("parkeerplaats-bezoeker", "bezoeker-aanmelden", "laadpaal"),
    ),
    article(
        "parkeerkosten",
        title=("Wat kost parkeren?", "What does parking cost?"),
        summary=(
            "Een gereserveerde plek voor uw bezoek is gratis, en een fiets stallen ook. Alleen de stroom van een "
            "laadpaal en parkeren op straat kosten geld.",
            "A reserved space for your visitor is free, and so is leaving a bicycle. Only the power of a charging "
            "point and parking in the street cost money.",
        ),
        keywords="parkeren, kosten, parkeerkosten, parkeergeld, parkeertarief, gratis, gratis parkeren, betaald "
        "parkeren, betalen, tarief, prijs, uitrijkaart, parking, parking costs, parking fee, free, free parking, "
        "price, pay",
        nl="""
            - **Bezoek in de parkeerkelder of op het parkeerterrein:** niets, als u de plek reserveert.
            - **Fiets of scooter in de fietsenkelder of de rekken:** niets.
            - **Dienstauto of dienstfiets:** niets, voor uw werk.
            - **Opladen aan een laadpaal:** de stroom betaalt u zelf.
            - **Op straat rond onze gebouwen:** het tarief van de gemeente.

            Uw bezoek heeft geen uitrijkaart nodig: de slagboom gaat open, en buiten de openingstijden ook.

            **Met de auto naar uw werk?** Vaste plekken voor medewerkers zijn er niet, behalve voor collega’s met een
            gehandicaptenparkeerkaart. Wat u op straat betaalt, krijgt u niet van ons terug.
        """,
        en="""
            - **Visitors in the underground or outdoor car park:** nothing, if you reserve the space.
            - **A bicycle or scooter in the cellar or the racks:** nothing.
            - **A pool car or pool bike:** nothing, for your work.
            - **Charging at a charging point:** you pay for the power yourself.
            - **In the street around our buildings:** the rate of the municipality.

            Your visitor needs no exit ticket: the barrier opens, and outside opening hours too.

            **Driving to work?** There are no permanent spaces for staff, except for colleagues with a disabled parking
            permit. We do not refund what you pay in the street.
        """,
        items=("parkeerplaats-bezoeker", "laadpaal", "fietsenstalling"),
    ),
    article(
        "elektrisch-laden",
        title=("Laadpaal gebruiken voor uw auto", "Using a charging point for your car"),
        summary=(
            "Laat het opladen eerst op uw toegangspas zetten. Is uw auto vol? Zet hem dan op een gewone plek, zodat "
            "een ander kan laden.",
            "First have charging enabled on your access pass. Is your car charged? Move it to an ordinary space so "
            "that others can charge.",
        ),
        keywords="laadpaal, laadpunt, laadpas, opladen, elektrisch, elektrische auto, stekker, laden, laadplek, "
        "laadpaal vol, charging, charge point, ev",
        nl="""
            Laadpalen vindt u in de parkeerkelder van het stadhuis en op het parkeerterrein van De Verbinding.

            **De eerste keer** vraagt u in het portaal aan dat u wilt opladen. Binnen twee werkdagen staat het op uw
            toegangspas. Daarna gaat het zo:

            1. Sluit de kabel aan op de laadpaal en op uw auto.
            2. Houd uw toegangspas voor de lezer.
            3. Wacht tot het lampje van kleur verandert: dan begint het laden.
            4. Is uw auto vol? Zet hem op een gewone plek, zodat een collega kan laden.

            Staat er een naambordje bij? Dan is de plek gereserveerd voor bezoek. De plekken met ‘dienstauto’ zijn
            alleen voor onze eigen auto’s.

            Lukt het laden niet of zit de kabel vast? Trek er niet aan, maar meld het met het nummer op de paal. Ziet u
            rook of vonken? Blijf op afstand, bel 112 en waarschuw de receptie.
        """,
        en="""
            There are charging points in the underground car park of the town hall and in the car park of De Verbinding.

            **The first time**, ask for charging in the portal. It will be on your access pass within two working days.
            After that:

            1. Plug the cable into the charging point and into your car.
            2. Hold your access pass to the reader.
            3. Wait until the light changes colour: charging has then started.
            4. Is your car charged? Move it to an ordinary space, so that a colleague can charge.

            Is there a name sign? Then the space is reserved for a visitor. The spaces marked ‘dienstauto’ are for our
            own pool cars only.

            Does charging fail, or is the cable stuck? Do not pull at it; report it with the number on the charging
            point. Do you see smoke or sparks? Keep away, call 112 and warn reception.
        """,
        items=("laadpaal", "parkeerplaats-bezoeker", "dienstauto"),
    ),
    article(
        "fiets-stallen",
        title=("Fiets stallen en fietsaccu opladen", "Parking your bicycle and charging its battery"),
        summary=(
            "Stal uw fiets in de fietsenkelder of de rekken, niet in de gang. Een accu laadt u in een locker met "
            "stopcontact in de fietsenkelder.",
            "Leave your bicycle in the bicycle cellar or the racks, not in the corridor. Charge its battery in a "
            "locker with a socket in the cellar.",
        ),
        keywords="fiets, fietsenkelder, fietsenstalling, stallen, e-bike, ebike, accu, opladen, fietsenrek, vouwfiets, "
        "scooter, weesfiets, bike, bicycle, battery",
        nl="""
            - **Stadhuis:** de fietsenkelder. De deur gaat open met uw pas, als u daar toegang voor heeft aangevraagd.
            - **De Verbinding en Theater De Kade:** de rekken bij de ingang.

            Bezoekers zonder pas zetten hun fiets in de rekken bij de hoofdingang.

            Zet geen fiets in de hal, het trappenhuis of uw werkkamer, ook geen vouwfiets. Zo blijft de vluchtweg vrij.

            ## Accu opladen

            In de fietsenkelder zijn tien lockers met een stopcontact. Houd uw pas tegen het slot, leg de accu erin en
            sluit uw eigen lader aan. Haal hem er dezelfde dag weer uit. Op kantoor opladen mag niet vanwege
            brandgevaar. Is een accu heet, bol of beschadigd? Laad hem niet op en waarschuw ons.

            ## Fietsen die blijven staan

            Een fiets die er al weken staat, krijgt een label. Twee weken later gaat hij naar het fietsdepot.
        """,
        en="""
            - **Town hall:** the bicycle cellar. Your pass opens the door once you have asked for access.
            - **De Verbinding and Theater De Kade:** the racks by the entrance.

            Visitors without a pass can use the racks by the main entrance.

            Do not put bicycles, even folding ones, in the hall, the stairwell or your office. This keeps the escape
            routes clear.

            ## Charging a battery

            The bicycle cellar has ten lockers with a socket. Hold your pass against the lock, put the battery inside
            and plug in your own charger. Take it out again the same day. Charging in the office is not allowed because
            of the fire risk. Is a battery hot, swollen or damaged? Do not charge it, and warn us.

            ## Abandoned bicycles

            A bicycle that has been there for weeks gets a label. Two weeks later it goes to the bicycle depot.
        """,
        items=("fietsenstalling", "toegangspas", "kast-of-locker"),
    ),
    article(
        "auto-of-fiets-lenen",
        title=(
            "Dienstauto, dienstfiets of ov-fiets voor uw werk",
            "Pool car, pool bike or OV-fiets for work",
        ),
        summary=(
            "Een dienstauto of elektrische dienstfiets reserveert u in het portaal. De sleutel haalt u bij de "
            "receptie. Een ov-fiets huurt u op het station.",
            "Reserve a pool car or electric pool bike in the portal and collect the key from reception. You can rent "
            "an OV-fiets at the station.",
        ),
        keywords="dienstauto, dienstfiets, ov-fiets, ovfiets, lenen, poolauto, deelauto, sleutel, rijbewijs, "
        "dienstreis, huisbezoek, pool car, pool bike, borrow",
        nl="""
            Is uw afspraak in Rijnstede zelf? Dan bent u met een elektrische dienstfiets vaak het snelst. Voor verder
            weg is er een dienstauto of bestelauto. Zo leent u ze:

            1. Reserveer in het portaal, minstens vier uur van tevoren.
            2. Haal de sleutel bij de receptie. Neem uw pas mee en voor een auto ook uw rijbewijs.
            3. Kijk of er schade is en meld die vóór vertrek.
            4. Zet de auto of fiets dezelfde dag terug op zijn plek. Sluit de auto aan op de laadpaal.
            5. Lever de sleutel in.

            Schade of pech onderweg? Bel het nummer op de sleutelhanger en meld het dezelfde dag bij ons. Een boete
            betaalt de bestuurder zelf.

            **Ov-fiets.** Gaat u met de trein? Dan huurt u op het station een ov-fiets met uw zakelijke reiskaart. Die
            kaart vraagt u aan bij HR van uw organisatie.
        """,
        en="""
            Is your appointment in Rijnstede itself? An electric pool bike is often the quickest way. For longer trips
            there is a pool car or a van. How to borrow them:

            1. Reserve in the portal, at least four hours ahead.
            2. Collect the key from reception. Bring your pass and, for a car, your driving licence.
            3. Check for damage and report any before you leave.
            4. Return the car or bike to its space the same day. Plug the car in.
            5. Hand in the key.

            Damage or a breakdown on the road? Call the number on the key ring and report it to us the same day. Fines
            are paid by the driver.

            **OV-fiets** (public transport bike). Going by train? Rent one at the station with your business travel
            card. Ask HR of your organisation for that card.
        """,
        items=("dienstauto", "fietsenstalling", "laadpaal"),
    ),
)
