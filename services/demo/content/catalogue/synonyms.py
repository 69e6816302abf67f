"""Words that mean the same to the demo's customers, in groups; `define_synonyms` takes each."""

_GROUPS = """
wc toilet plee urinoir
pas pasje badge bagde toegangspas toegangskaart
scherm beeldscherm monitor display
kapot stuk defect storing
licht lamp verlichting tl peertje
koud kou kil
warm heet warmte
stopcontact contactdoos wandcontactdoos
schoonmaken poetsen reinigen schoonmaak
vies vieze smerig vuil
afval vuilnis rommel
prullenbak afvalbak vuilnisbak
zaal vergaderruimte vergaderzaal vergaderkamer
lunch broodjes lunchen
bezoeker bezoek gast
sleutel sleutels
kluisje locker kastje
kopieerapparaat printer multifunctional
verhuizen verhuizing verplaatsen
muis muizen
wespen wespennest insecten
rolgordijn zonwering screen jaloezie luxaflex
airco koeling
lift elevator
deur poort
ehbo verbandkist verbandtrommel
"""

SYNONYMS: tuple[list[str], ...] = tuple(group.split() for group in _GROUPS.strip().splitlines())
