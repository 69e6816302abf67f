"""How the customers of the demo find answers by themselves, and where they find the desk."""

from __future__ import annotations

# How many customers a week read each article and say whether it helped.
READERS_A_WEEK = {
    "te-koud": 9,
    "gastenwifi": 8,
    "pas-vergeten-of-kwijt": 7,
    "afval-scheiden": 6,
    "lunch-bestellen": 6,
    "parkeren-bezoekers": 5,
    "printen-lukt-niet": 5,
    "openingstijden": 2,
}
HELPED_SHARE = 0.8

DESK = {
    "code": "BALIE",
    "name": {"nl": "Servicedesk Stadhuis", "en": "Town hall service desk"},
    "place": {
        "nl": "Loket op de begane grond van het Stadhuis, naast de hoofdingang",
        "en": "Counter on the ground floor of the Town Hall, beside the main entrance",
    },
    "phone": "026 123 45 67",
    "email": "servicedesk@rijnstede.example",
    "central": True,
}
