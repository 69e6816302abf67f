"""What is said along the way when a story has no words of its own for it."""

LIKED: tuple[str, ...] = (
    "Prima geholpen, dank!",
    "Snel en vriendelijk.",
    "Top, bedankt.",
    "Goed opgelost en netjes achtergelaten.",
    "Fijn dat ik tussendoor bericht kreeg.",
    "Helemaal goed zo.",
    "Vriendelijke monteur, legde ook uit wat er aan de hand was.",
    "Vlot geregeld 👍",
)

MIXED: tuple[str, ...] = (
    "Opgelost, maar het had wel iets sneller gekund.",
    "Uiteindelijk goed.",
    "Ik had graag eerder gehoord wanneer er iemand kwam.",
    "Prima, al moest ik zelf nog een keer bellen.",
)

DISLIKED: tuple[str, ...] = (
    "Duurde veel te lang.",
    "Ik heb er twee keer achteraan moeten bellen.",
    "Wel afgemeld, maar het is nog niet zoals het was.",
    "Niemand liet weten dat het klaar was.",
)

OBJECTIONS: tuple[str, ...] = (
    "Helaas, het probleem is terug.",
    "Volgens het bericht is het klaar, maar ik zie nog geen verschil.",
    "Het ging een dag goed en nu is het weer hetzelfde.",
    "Er is wel iemand geweest, maar het is maar half opgelost.",
)

NOTES: tuple[str, ...] = (
    "Klant gebeld: is op de hoogte.",
    "Voicemail ingesproken, klant belt terug.",
    "Onderdeel is besteld, levering over twee werkdagen.",
    "Zelfde ruimte had vorige maand een vergelijkbare melding; in de gaten houden.",
    "Leverancier ingelicht, komt mee met de monteur.",
    "Klant is alleen in de ochtend bereikbaar.",
    "Besproken in het dagstartoverleg.",
)

NOTES_FOR_CUSTOMER: tuple[str, ...] = (
    "We wachten op een onderdeel. Zodra het binnen is, plannen we u in.",
    "De monteur komt de eerstvolgende werkdag in de ochtend bij u langs.",
    "Het is iets meer werk dan gedacht. We houden u op de hoogte.",
    "We zijn ermee bezig; u hoeft niets te doen.",
)
