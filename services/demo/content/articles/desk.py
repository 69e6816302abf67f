"""Articles about the desk itself: when and how to reach it, what it does not do, and where complaints go."""

from services.demo.content.catalogue.shapes import Request, article

ARTICLES: tuple[Request, ...] = (
    article(
        "openingstijden",
        title=("Openingstijden van de servicedesk", "Opening hours of the service desk"),
        summary=(
            "We zijn er op werkdagen van 7.30 tot 17.30 uur. Melden in het portaal kan altijd; bij gevaar of lekkage "
            "belt u de beveiliging.",
            "We are here on working days from 7:30 to 17:30. You can always report in the portal; in case of danger or "
            "a leak, call security.",
        ),
        keywords="openingstijden, open, dicht, bereikbaar, servicedesk, balie, telefoon, contact, nummer, spoed, "
        "terugbellen, opening hours, phone, contact us",
        nl="""
            De servicedesk is op **werkdagen open van 7.30 tot 17.30 uur**. U vindt de balie in het stadhuis, op de
            begane grond naast de receptie.

            | Zo bereikt u ons | Wanneer |
            | --- | --- |
            | Portaal, ook op uw telefoon | Dag en nacht |
            | QR-code op de deur van een ruimte | Dag en nacht |
            | Bellen of langskomen | Werkdagen van 7.30 tot 17.30 uur |

            Wat u buiten openingstijd meldt, pakken we de volgende werkdag op.

            **Kan het niet wachten?** Bij gevaar, lekkage of als u niet naar binnen kunt, belt u de beveiliging. Die is
            dag en nacht bereikbaar op het nummer op uw pas. Bij levensgevaar belt u eerst 112.

            Is het druk aan de telefoon? Laat een terugbelverzoek achter. Rond kerst en op feestdagen gelden andere
            tijden.
        """,
        en="""
            The service desk is **open on working days from 7:30 to 17:30**. Our counter is in the town hall, on the
            ground floor next to reception.

            | How to reach us | When |
            | --- | --- |
            | Portal, also on your phone | Day and night |
            | QR code on the door of a room | Day and night |
            | Calling or dropping in | Working days from 7:30 to 17:30 |

            We deal with what you report outside these hours on the next working day.

            **Can it not wait?** In case of danger, a leak or if you cannot get in, call security. They answer day and
            night on the number on your pass. If someone’s life is in danger, call 112 first.

            Is the line busy? Leave a callback request. Different hours apply around Christmas and on public holidays.
        """,
        items=("onveilige-situatie", "toegang-buiten-openingstijd"),
    ),
    article(
        "ict-storing",
        title=("Computer, inloggen of telefoon stuk? Bel ICT", "Trouble with computer, login or phone? Call IT"),
        summary=(
            "Voor laptops, wachtwoorden, programma’s en telefoons belt u de ICT-servicedesk. Het nummer staat op de "
            "sticker op uw laptop.",
            "For laptops, passwords, software and phones, call the IT service desk. The number is on the sticker on "
            "your laptop.",
        ),
        keywords="ict, it, computer, laptop, inloggen, wachtwoord, wachtwoord vergeten, internet, mail, teams, "
        "telefoon, headset, storing, password, login",
        nl="""
            Wij zorgen voor het gebouw en de spullen daarin. Alles waarop u inlogt, is van ICT.

            | Wat is er aan de hand? | Wie helpt u? |
            | --- | --- |
            | Laptop, wachtwoord, e-mail, programma’s | ICT-servicedesk |
            | Telefoon, headset, wifi voor medewerkers | ICT-servicedesk |
            | Scherm of camera in een vergaderruimte | Servicedesk |
            | Papier vast of toner op | Servicedesk |
            | Monitorarm of geen stroom op uw werkplek | Servicedesk |
            | Extra beeldscherm, toetsenbord of muis | Aanvragen bij de servicedesk |

            Het nummer van de ICT-servicedesk staat op de sticker op uw laptop. Elke organisatie heeft een eigen
            ICT-afdeling, dus bel altijd dat nummer. Kijk voor u belt of uw collega’s dezelfde storing hebben en schrijf
            een foutmelding over.

            Twijfelt u? Meld het gerust bij ons. Wij geven uw vraag door; u hoeft niet twee keer te bellen.
        """,
        en="""
            We look after the building and what is in it. Anything you log in to belongs to IT.

            | What is wrong? | Who helps you? |
            | --- | --- |
            | Laptop, password, email, software | IT service desk |
            | Phone, headset, staff wifi | IT service desk |
            | Screen or camera in a meeting room | Service desk |
            | Paper stuck or toner empty | Service desk |
            | Monitor arm, or no power at your desk | Service desk |
            | Extra monitor, keyboard or mouse | Request from the service desk |

            The number of the IT service desk is on the sticker on your laptop. Each organisation has its own IT, so
            always use that number. Before you call, check whether colleagues have the same problem and write down any
            error message.

            Not sure? Feel free to report it to us. We will pass it on; you will not have to call twice.
        """,
        items=("extra-monitor", "toetsenbord-muis", "av-apparatuur", "geen-stroom"),
    ),
    article(
        "gastenwifi",
        title=("Wifi voor gasten", "Wifi for guests"),
        summary=(
            "Kies het netwerk Rijnstede-gast, open uw browser en ga akkoord met de voorwaarden. Een wachtwoord is niet "
            "nodig.",
            "Choose the network Rijnstede-gast, open your browser and accept the terms. You do not need a password.",
        ),
        keywords="wifi, wi-fi, gast, gasten, internet, netwerk, wachtwoord, inloggen, bezoek, draadloos, govroam, "
        "eduroam, wireless, guest wifi",
        nl="""
            Gasten kunnen in al onze gebouwen gratis op internet:

            1. Kies op uw telefoon of laptop het netwerk **Rijnstede-gast**.
            2. Open uw browser. Er verschijnt een welkomstpagina.
            3. Ga akkoord met de voorwaarden. U bent dan tot het eind van de dag verbonden.

            Verschijnt de welkomstpagina niet? Zet wifi uit en weer aan, of zet een vpn tijdelijk uit.

            Werkt u bij een andere overheid of een school? Dan maakt u vaak vanzelf verbinding met **govroam** of
            **eduroam**, met het account van uw eigen organisatie.

            Het gastennetwerk is open. Gebruik het niet voor vertrouwelijk werk zonder vpn. Medewerkers gebruiken het
            netwerk van hun eigen organisatie.

            Organiseert u een bijeenkomst met meer dan vijftig gasten? Laat het ons een week van tevoren weten, dan
            regelen we genoeg bereik.
        """,
        en="""
            Guests can use the internet free of charge in all our buildings:

            1. On your phone or laptop, choose the network **Rijnstede-gast**.
            2. Open your browser. A welcome page appears.
            3. Accept the terms. You are then connected until the end of the day.

            No welcome page? Switch wifi off and on again, or turn off your VPN for a moment.

            Do you work for another public body or a school? You will often connect to **govroam** or **eduroam**
            automatically, using your own organisation’s account.

            The guest network is open. Do not use it for confidential work without a VPN. Staff use their own
            organisation’s network.

            Are you organising an event with more than fifty guests? Let us know a week ahead and we will make sure
            there is enough coverage.
        """,
        items=("bezoeker-aanmelden", "evenement", "av-apparatuur"),
    ),
    article(
        "klacht-indienen",
        title=("Een klacht indienen: hoe gaat dat?", "Making a complaint: how does it work?"),
        summary=(
            "Kies in het portaal voor ‘Klacht’ of bel ons. Binnen één werkdag hoort u wie uw klacht oppakt, binnen "
            "tien werkdagen krijgt u antwoord.",
            "Choose ‘Complaint’ in the portal or call us. You hear who is handling it within one working day and get "
            "an answer within ten.",
        ),
        keywords="klacht, klagen, ontevreden, klachtenprocedure, niet tevreden, slechte service, onvriendelijk, "
        "boos, bezwaar, complaint, complain, unhappy",
        nl="""
            Bent u niet tevreden? Vertel het ons, want alleen dan kunnen we het beter doen.

            1. Maak in het portaal een melding en kies **Klacht**. Bellen of langskomen mag ook.
            2. Schrijf op wat er gebeurde, waar en wanneer. Ging het om een eerdere melding? Noem dan het nummer.
            3. Binnen **één werkdag** hoort u wie uw klacht oppakt. Diegene blijft uw aanspreekpunt.
            4. Binnen **tien werkdagen** krijgt u antwoord. Lukt dat niet, dan hoort u waarom.

            Hoort u dat een melding gereed is, terwijl het probleem er nog is? Een klacht is dan niet nodig: kies bij de
            melding voor **Bezwaar maken**.

            Niet eens met ons antwoord? Vraag dan om een gesprek met onze manager.

            Gaat uw klacht niet over het gebouw of onze dienstverlening, maar over bijvoorbeeld een vergunning? Daarvoor
            heeft de gemeente een eigen klachtenregeling.
        """,
        en="""
            Not satisfied? Please tell us; only then can we do better.

            1. Make a notification in the portal and choose **Complaint**. You can also call or drop in.
            2. Write down what happened, where and when. Is it about an earlier notification? Mention its number.
            3. Within **one working day** you hear who is handling your complaint. They remain your contact.
            4. Within **ten working days** you get an answer. If we cannot manage that, we tell you why.

            Were you told that a notification is ready while the problem is still there? No need for a complaint: choose
            **I object** in the notification.

            Do you disagree with our answer? Ask to speak to our manager.

            Is your complaint not about the building or our services but, for example, about a permit? The municipality
            has its own complaints procedure for that.
        """,
    ),
    article(
        "iets-verloren-of-gevonden",
        title=("Iets verloren of gevonden?", "Lost or found something?"),
        summary=(
            "Gevonden spullen bewaren we vier weken bij de receptie van het gebouw. Bent u iets kwijt? Meld het met "
            "een goede omschrijving.",
            "We keep found items for four weeks at the building’s reception desk. Have you lost something? Report it "
            "with a good description.",
        ),
        keywords="verloren, gevonden, kwijt, verloren voorwerpen, gevonden voorwerpen, sjaal, bril, jas, tas, "
        "telefoon, sleutels, oplader, lost, found, lost property",
        nl="""
            **Iets verloren?**

            1. Kijk eerst in de ruimte waar u het laatst was en vraag het aan uw collega’s.
            2. Meld het in het portaal. Noem kleur, merk en iets waaraan u het herkent, zoals een sticker of een kras.
            3. We bellen u als er iets ligt dat erop lijkt. Neem bij het ophalen uw pas of identiteitsbewijs mee.

            Bent u uw toegangspas of een sleutel kwijt? Meld dat meteen. We blokkeren de pas of vervangen zo nodig het
            slot.

            **Iets gevonden?** Breng het naar de receptie van het stadhuis, de entreebalie van De Verbinding of de kassa
            van Theater De Kade. Vertel waar en wanneer u het vond.

            We bewaren spullen **vier weken**. Wat dan nog goed is, gaat naar de kringloopwinkel. Telefoons,
            portemonnees en paspoorten liggen in de kluis. Eten en drinken gooien we dezelfde dag weg.
        """,
        en="""
            **Lost something?**

            1. First look in the room where you last were, and ask your colleagues.
            2. Report it in the portal. Describe the colour, the make and something you recognise it by, such as a
               sticker or a scratch.
            3. We call you if we have something like it. Bring your pass or identification when you collect it.

            Have you lost your access pass or a key? Report that at once. We block the pass or, if necessary, replace
            the lock.

            **Found something?** Take it to reception in the town hall, the entrance desk in De Verbinding or the box
            office of Theater De Kade. Tell us where and when you found it.

            We keep things for **four weeks**. After that, whatever is still good goes to a charity shop. Phones,
            wallets and passports are kept in the safe. We throw food and drink away the same day.
        """,
        items=("gevonden-voorwerpen", "toegangspas", "sleutel-kluisje"),
    ),
)
