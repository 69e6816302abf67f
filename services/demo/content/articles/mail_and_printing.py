"""Articles about paper: printing it, freeing it when stuck and sending it."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "printen-lukt-niet",
        title=("Printen lukt niet of er zit papier vast", "Printing does not work or paper is stuck"),
        summary=(
            "Haal uw opdracht op bij een andere printer of haal het vastzittende papier weg: het scherm wijst de klep "
            "aan. Staat uw opdracht er niet? Bel ICT.",
            "Collect your job from another printer, or clear the jam: the screen shows which flap to open. Is your job "
            "not listed? Call IT.",
        ),
        keywords="printen, printer, print, afdrukken, kopieerapparaat, papierstoring, papier vast, lade 3, toner, "
        "scannen, follow me, doet het niet, jam, printing",
        nl="""
            ## Er komt niets uit de printer

            1. Houd uw pas voor de lezer en kies uw opdracht op het scherm.
            2. Kijk of er papier in de lade ligt en of er een foutmelding staat.
            3. Loop naar een andere printer. Uw opdracht staat op elke printer klaar.

            Staat uw opdracht niet in de lijst of kunt u niet inloggen? Bel de ICT-servicedesk.

            ## Er zit papier vast

            1. Open de klep die op het scherm knippert.
            2. Trek het papier er met twee handen rustig uit. Laat geen snippers zitten.
            3. Melding bij **lade 3**? Open ook het kleine groene klepje rechtsachter en trek het papier naar links.
            4. Sluit alle kleppen.

            Blijft de storing, of is de toner op? Meld het met het nummer op de sticker. Leg een briefje op de printer.

            Meer dan honderd vellen? Laat de repro het doen.
        """,
        en="""
            ## Nothing comes out of the printer

            1. Hold your pass to the reader and choose your job on the screen.
            2. Check whether there is paper in the tray and whether there is an error message.
            3. Walk to another printer. Your job is ready at every printer.

            Is your job not in the list, or can you not log in? Call the IT service desk.

            ## Paper is stuck

            1. Open the flap that flashes on the screen.
            2. Gently pull the paper out with both hands. Do not leave any scraps behind.
            3. Message about **tray 3**? Open the small green flap at the back right, too, and pull the paper to the
               left.
            4. Close all flaps.

            Does the fault remain, or is the toner empty? Report it with the number on the sticker. Leave a note on the
            printer.

            More than a hundred sheets? Have the copy room do it.
        """,
        items=("drukwerk", "kantoorartikelen"),
    ),
    article(
        "post-en-pakketten",
        title=(
            "Post versturen: uiterste tijden, en privépakketten",
            "Sending mail: latest times, and private parcels",
        ),
        summary=(
            "De post wordt om 10.00 en 14.30 uur opgehaald; tot 16.30 uur kunt u zelf naar de postkamer. "
            "Privépakketten nemen we niet aan.",
            "Mail is collected at 10:00 and 14:30; until 16:30 you can bring it to the mail room. We do not accept "
            "private parcels.",
        ),
        keywords="post, brief, pakket, pakketje, pakje, privé, prive, postronde, aangetekend, versturen, postkamer, "
        "koerier, bezorgen, mail, parcel",
        nl="""
            | Wat | Uiterste tijd |
            | --- | --- |
            | Post in het bakje op uw afdeling | 10.00 of 14.30 uur |
            | Post en pakketten naar de postkamer brengen | 16.30 uur |
            | Leveringen aan de achteringang, zoals pallets | 15.00 uur (vanaf 7.30 uur) |

            Dit geldt op werkdagen, ook op vrijdag. De postkamer is ruimte 0.12 in het stadhuis.

            - **Aangetekend:** zet het duidelijk op de envelop of geef de brief zelf af bij de postkamer.
            - **Vertrouwelijk:** gebruik een dichte envelop en zet het aan de voorkant, bij het adres.
            - **Met haast:** bestel vóór 14.00 uur een koerier in het portaal, dan kan het nog dezelfde dag.
            - **Intern:** gebruik een interne envelop met naam, afdeling en gebouw.

            **Privépakketten** nemen we niet aan. De postkamer kan ze niet bewaren en is er niet voor verzekerd. In de
            Havenstraat, om de hoek van het stadhuis, is een afhaalpunt dat tot 21.00 uur open is.
        """,
        en="""
            | What | Latest time |
            | --- | --- |
            | Mail in your department’s tray | 10:00 or 14:30 |
            | Letters and parcels brought to the mail room | 16:30 |
            | Deliveries at the rear entrance, such as pallets | 15:00 (from 7:30) |

            This applies on working days, Fridays included. The mail room is room 0.12 in the town hall.

            - **Registered:** mark the envelope clearly or hand the letter in at the mail room.
            - **Confidential:** use a sealed envelope and mark it on the front, next to the address.
            - **Urgent:** order a courier in the portal before 14:00 and it can still go the same day.
            - **Internal:** use an internal envelope with name, department and building.

            We do not accept **private parcels**. The mail room cannot store them and is not insured for them. There is
            a pick-up point in Havenstraat, round the corner from the town hall, which is open until 21:00.
        """,
        items=("postbezorging", "poststuk-pakket", "koerier"),
    ),
)
