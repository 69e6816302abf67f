"""Articles about meeting: rooms, screens, lunch and coffee."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "zaal-boeken",
        title=("Vergaderruimte reserveren: hoe werkt het?", "Booking a meeting room: how does it work?"),
        summary=(
            "Nodig de zaal in uw agenda uit als deelnemer. Bent u er na een kwartier niet, dan komt de zaal vrij voor "
            "een ander.",
            "Invite the room to your calendar appointment. If nobody shows up within a quarter of an hour, it is "
            "released.",
        ),
        keywords="zaal, vergaderzaal, vergaderruimte, vergaderkamer, reserveren, boeken, agenda, outlook, bezet, "
        "overleg, annuleren, meeting room, book, calendar",
        nl="""
            1. Maak een afspraak in uw agenda en kies de tijd.
            2. Zoek een zaal. U ziet hoeveel mensen erin passen en of er een scherm is.
            3. Nodig de zaal uit als deelnemer. U ziet meteen of de zaal vrij is.
            4. Bestel lunch, koffie of een andere opstelling apart bij ons.

            **Nu meteen een ruimte nodig?** Kies bij het zoeken voor ‘vrij per direct’.

            **Gaat uw overleg niet door?** Haal de afspraak dan weg, zodat een ander de zaal kan gebruiken. Komt er
            niemand, dan komt de zaal na een kwartier vanzelf vrij.

            De Raadzaal, de Trouwzaal en de Aula kunt u niet zelf boeken. Die vraagt u bij ons aan in het portaal. Doe
            dat ook als u geen vrije zaal vindt of niet bij de agenda kunt. U hoort dezelfde dag of het kan.
        """,
        en="""
            1. Make an appointment in your calendar and choose the time.
            2. Look for a room. You can see how many people it holds and whether it has a screen.
            3. Invite the room as a participant. You will see at once whether it is free.
            4. Order lunch, coffee or a different layout from us separately.

            **Need a room right now?** Choose ‘free now’ (‘vrij per direct’) when you search.

            **Meeting cancelled?** Remove the appointment so that others can use the room. If nobody turns up, the room
            is released after a quarter of an hour.

            You cannot book the council chamber, the wedding room or the assembly hall yourself. Ask us for those in the
            portal. Do the same if you cannot find a free room or get into the calendar. We let you know the same day.
        """,
        items=("vergaderruimte-reserveren", "zaalopstelling", "vergaderlunch", "evenement"),
    ),
    article(
        "scherm-aansluiten",
        title=(
            "Scherm aansluiten en videovergaderen in een zaal",
            "Connecting a screen and video meetings in a room",
        ),
        summary=(
            "Sluit de kabel op tafel aan en kies met ‘Source’ voor HDMI 1. Kies in de videovergadering de camera en "
            "microfoon van de zaal.",
            "Plug in the cable on the table and use ‘Source’ to pick HDMI 1. In the video meeting, choose the room’s "
            "camera and microphone.",
        ),
        keywords="scherm, beeldscherm, geen beeld, zwart scherm, hdmi, usb-c, kabel, beamer, videovergadering, teams, "
        "camera, microfoon, echo, screen, video call, laptop op scherm, groot scherm, big screen, connect laptop",
        nl="""
            ## Beeld op het scherm

            1. Zet het scherm aan met de afstandsbediening.
            2. Sluit de hdmi- of usb-c-kabel op tafel aan op uw laptop.
            3. Geen beeld? Druk op ‘Source’ tot er ‘HDMI 1’ staat.
            4. Nog niets? Druk op uw laptop op de Windows-toets en P en kies ‘Dupliceren’.

            ## Videovergaderen

            1. Open de vergadering op de aangesloten laptop.
            2. Kies bij de instellingen de camera, microfoon en luidspreker van de zaal.
            3. Zet op andere laptops het geluid uit. Anders hoort u een echo.

            Kom bij een belangrijk overleg tien minuten eerder. Naast elk scherm hangt een kaartje met de stappen.

            Doet de zaal het niet en begint uw overleg zo? **Bel de servicedesk**, dan kijken we direct mee. Lukt het
            inloggen of de vergadering zelf niet? Bel dan de ICT-servicedesk.
        """,
        en="""
            ## Showing your screen

            1. Switch on the screen with the remote control.
            2. Plug the HDMI or USB-C cable on the table into your laptop.
            3. No picture? Press ‘Source’ until it says ‘HDMI 1’.
            4. Still nothing? On your laptop, press the Windows key and P and choose ‘Duplicate’.

            ## Video meetings

            1. Open the meeting on the connected laptop.
            2. In the settings, choose the room’s camera, microphone and speaker.
            3. Mute the other laptops completely. Otherwise you will hear an echo.

            For an important meeting, come ten minutes early. There is a card with the steps next to every screen.

            Is the room not working, and are you about to start? **Call the service desk** and we will help you straight
            away. Is it the login or the meeting itself? Then call the IT service desk.
        """,
        items=("av-apparatuur", "vergaderruimte-reserveren", "zaalopstelling"),
    ),
    article(
        "lunch-bestellen",
        title=("Lunch bestellen: regels en uiterste tijd", "Ordering lunch: rules and deadline"),
        summary=(
            "Bestel een vergaderlunch uiterlijk twee werkdagen van tevoren vóór 12.00 uur, voor 4 tot 150 personen.",
            "Order a meeting lunch at least two working days ahead, before 12:00, for 4 to 150 people.",
        ),
        keywords="lunch, vergaderlunch, broodjes, bestellen, catering, eten, uiterste tijd, deadline, dieet, allergie, "
        "vegetarisch, halal, restaurant, food, order",
        nl="""
            - **Uiterste tijd:** twee werkdagen van tevoren vóór 12.00 uur. Een lunch op donderdag bestelt u dus
              uiterlijk dinsdagochtend.
            - **Aantal:** van 4 tot 150 personen.
            - **Keuze:** broodjes, luxe broodjes met salades, soep met brood of een warme lunch.
            - **Dieet:** geef aantallen door, geen namen. De helft van de broodjes is altijd vegetarisch.
            - **Wijzigen of afzeggen:** dat kan tot dezelfde uiterste tijd. Daarna betaalt u wat u besteld had.

            De zaal reserveert u zelf. Wij dekken en ruimen af; houd de tafel een kwartier van tevoren vrij.

            Te laat of met minder dan vier? Het bedrijfsrestaurant in het stadhuis is op werkdagen open van 11.45 tot
            13.30 uur. U betaalt er met een bankpas, creditcard of telefoon, niet contant. Daarna kunt u iets halen uit
            de broodjesautomaat.
        """,
        en="""
            - **Deadline:** two working days ahead, before 12:00. So order a Thursday lunch by Tuesday morning at the
              latest.
            - **Number:** from 4 to 150 people.
            - **Choice:** filled rolls, luxury rolls with salads, soup with bread, or a hot lunch.
            - **Dietary wishes:** give numbers, not names. Half of the rolls are always vegetarian.
            - **Changing or cancelling:** possible until the same deadline. After that you pay for what you ordered.

            You book the room yourself. We set the table and clear it; please keep it free from a quarter of an hour
            beforehand.

            Too late, or fewer than four people? The staff restaurant in the town hall is open on working days from
            11:45 to 13:30. You can pay by debit card, credit card or phone, not in cash. After that there is the
            sandwich machine.
        """,
        items=("vergaderlunch", "vergaderruimte-reserveren", "bedrijfsrestaurant", "borrel"),
    ),
    article(
        "koffie-storing",
        title=("Koffieautomaat bijvullen en storingen verhelpen", "Coffee machine: refilling and fixing faults"),
        summary=(
            "Bij ‘bakje vol’ haalt u het bakje er tien seconden uit. Bonen vult u bij uit het kastje onder de "
            "automaat.",
            "If it says ‘tray full’, take the tray out for ten seconds. Refill the beans from the cupboard below the "
            "machine.",
        ),
        keywords="koffie, koffieautomaat, koffieapparaat, koffiemachine, bakje vol, bonen, melk, foutmelding, storing, "
        "thee, automaat leeg, coffee, coffee machine",
        nl="""
            We vullen en reinigen elke automaat op werkdagen vóór 9.00 uur. Is er tussendoor iets?

            | Wat ziet u? | Wat doet u? |
            | --- | --- |
            | ‘Bakje vol’ | Leeg het bakje, wacht tien seconden en schuif het stevig terug tot de klik. |
            | ‘Bonen op’ | Vul de bonen bovenin bij. Ze staan in het kastje onder de automaat. |
            | Bekers op | Pak nieuwe uit hetzelfde kastje. |
            | Zwart scherm | Kijk of de witte schakelaar achter de automaat, op kniehoogte, op 1 staat. |

            **Lekt de automaat?** Zet hem uit met die schakelaar, leg er een doek bij en meld het meteen.

            Maak de automaat verder niet open: binnenin is het water heet. Blijft de foutmelding staan of is het kastje
            leeg? Meld het met de tekst die op het scherm staat. Vindt u de koffie niet lekker? Ook dat horen we graag.
        """,
        en="""
            We refill and clean every machine before 9:00 on working days. Something wrong in between?

            | What do you see? | What do you do? |
            | --- | --- |
            | ‘Tray full’ | Empty the tray, wait ten seconds and push it back firmly until it clicks. |
            | ‘No beans’ | Top up the beans. They are in the cupboard below the machine. |
            | No cups left | Take new ones from the same cupboard. |
            | Blank screen | Check that the white switch behind the machine, at knee height, is set to 1. |

            **Is it leaking?** Turn it off with that switch, put a cloth down and report it at once.

            Do not open the machine any further: the water inside is hot. Does the message stay, or is the cupboard
            empty? Let us know, with the words on the screen. Do you dislike the coffee? We would like to hear that,
            too.
        """,
        items=("koffieautomaat", "waterkoeler", "geen-stroom"),
    ),
)
