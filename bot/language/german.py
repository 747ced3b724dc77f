"""German: closed classes of words, folded."""

from __future__ import annotations

from bot.language.grammar import Grammar

GERMAN = Grammar(
    code="de",
    snowball="german",
    months={
        "januar": 1, "jaenner": 1, "februar": 2, "maerz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
        "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
    },
    seasons={"fruehjahr": (3, 5), "fruehling": (3, 5), "sommer": (6, 8), "herbst": (9, 11), "winter": (12, 2),
             "sommerferien": (7, 8), "herbstferien": (10, 10), "winterferien": (2, 2), "osterferien": (3, 4)},
    weekdays={"montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5,
              "sonntag": 6},
    ordinals={
        "erste": 1, "ersten": 1, "erster": 1, "erstes": 1, "zweite": 2, "zweiten": 2, "zweiter": 2, "zweites": 2,
        "dritte": 3, "dritten": 3, "dritter": 3, "drittes": 3, "vierte": 4, "vierten": 4, "viertes": 4,
        "fuenfte": 5, "fuenften": 5, "fuenftes": 5, "sechste": 6, "sechsten": 6, "sechstes": 6,
        "siebte": 7, "siebten": 7, "achte": 8, "neunte": 9, "neunten": 9, "zehnte": 10, "zehnten": 10,
        "elfte": 11, "elften": 11, "zwoelfte": 12, "zwoelften": 12, "dreizehnte": 13, "dreizehnten": 13,
        "letzte": -1, "letzten": -1, "letztes": -1,
    },
    yes=frozenset("ja jo jup jep joa jaa jawohl ok okay oki okey klar gerne gern genau stimmt richtig bitte unbedingt "
                  "sicher passt mach".split()),
    agreeing=frozenset({"stimmt", "passt"}),
    heard=frozenset("ok okay oha oki okey klar passt genau stimmt richtig k kk gut alles cool krass wow aha ach ah oh hm hmm mhm "
                    "lol interessant mist fein".split()),
    thanking=frozenset("danke dank dankeschoen vielen super prima toll perfekt".split()),
    returning=frozenset("zurueck nochmal nochmals wieder".split()),
    helping=frozenset("helfen weiterhelfen raten empfehlen beraten hilfe rat".split()),
    saying=frozenset("sag sorry sage sagen sagst erklaer erklaere erklaeren antworte antworten schreib schreibe "
                     "schreiben rede reden red sprich sprechen uebersetz uebersetze lieber".split()),
    protesting=frozenset("quatsch bloedsinn bloedsin unsinn irrtum vertippt verschrieben sorry entschuldigung tschuldigung "
                         "pardon upps ups".split()),
    meaning=frozenset("meinte meint gemeint".split()),
    no=frozenset("nein nee noe ne nope nicht keins keine nix schade egal achso vergiss".split()),
    negating=frozenset("nicht nichts nix kein keine keinen keins".split()),
    studying=frozenset("studieren studium uni universitaet hochschule".split()),
    longing=frozenset("will wollen moechte moechten mag lust bock lieber".split()),
    refusing=frozenset({"ohne"}),
    towards=frozenset("zu an auf in die das eine ein ne lust mehr gleich unbedingt wieder".split()),
    more=frozenset("mehr weiter weitere noch rest restlichen uebrigen".split()),
    one=frozenset("ein eine einen eins eines".split()),
    other=frozenset("andere anderen anderes anderer andre andren andres andrer".split()),
    instead=frozenset("stattdessen ersatz alternative alternativen".split()),
    besides=frozenset("noch mehr weitere weiteres andere anderes anderen sonst".split()),
    school_class=frozenset("klasse klassenstufe stufe schuljahr gehe geh besuche schule".split()),
    age=frozenset("bin werde jahr jahre jahren alt junge maedchen erst gerade schon jetzt bald fast knapp ueber".split()),
    being=frozenset({"bin", "sind"}),
    of_age=frozenset("alter alters volljaehrig minderjaehrig".split()),
    whom=frozenset({"wem", "wen"}),
    who=frozenset({"wer", "kennst", "kennt"}),
    difference=frozenset("unterschied unterschiede unterscheidet unterscheiden besser vergleich vergleiche vergleichen".split()),
    both=frozenset({"beide", "beiden", "beides"}),
    either=frozenset({"oder"}),
    jointly=frozenset("zwischen zusammen gemeinsam gemeinsame gemeinsamen gemeinsames miteinander".split()),
    there=frozenset("da dort dabei darin davon das dit".split()),
    them=frozenset("die sie ihr denen ihnen".split()),
    to_me=frozenset("mir mich uns".split()),
    him=frozenset("er ihn ihm sein seine seinen seiner".split()),
    addressing=frozenset("du dir dich ihr euch sie ihnen".split()),
    excepting=frozenset("als ausser statt anstatt".split()),
    hardly=frozenset("wenig kaum schlecht bisschen bissl gebrochen".split()),
    interrogatives=frozenset("wann wo was wer wie warum wen wem welche welcher welches wohin woher".split()),
    own=frozenset("ich wir mir uns mein meine meinen meinem meiner unser unsere unserem unserer unseren".split()),
    anything=frozenset("was wat welche welches gibt gibts habt ihr irgendwas irgendwelche etwas sonst".split()),
    back=frozenset("zurueck zurueckgehen".split()),
    stop=frozenset("stop stopp aufhoeren abbrechen abbruch ende".split()),
    stop_words=frozenset(
        "der die das den dem des ein eine einen einem einer eines und oder aber denn doch mal so also ja nein nicht "
        "ich du er sie es wir ihr mich mir dich dir uns euch sich mein meine meinen meiner meinem dein deine ihre "
        "ist sind war waren bin bist sein hat habe hast haben hab wird werden wurde kann kannst koennen koennte "
        "will willst wollen soll sollen muss musst darf dann da dort hier auch noch nur schon sehr ganz zu zum zur "
        "im in an am auf bei beim mit von vom vor fuer ueber um aus nach bis als wie was wer wo wann warum wen wem "
        "welche welcher welches welchen dieser diese dieses diesen jetzt gibt geht es man mehr bitte gerne "
        "eigentlich halt etwas irgendwie irgendwas sowas daran dabei davon dazu damit dafuer ob wenn weil dass "
        "is dit det dat wat nich och ne nen ner alle beziehungsweise ran rein raus".split()
    ),
    kinds={
        "kurs": "offer/further-training", "kurse": "offer/further-training", "kursen": "offer/further-training",
        "kurses": "offer/further-training", "lehrgang": "offer/further-training",
        "lehrgaenge": "offer/further-training", "schulung": "offer/further-training",
        "schulungen": "offer/further-training", "weiterbildung": "offer/further-training",
        "weiterbildungen": "offer/further-training", "fortbildung": "offer/further-training",
        "fortbildungen": "offer/further-training", "seminar": "offer/further-training",
        "seminare": "offer/further-training", "qualifizierung": "offer/further-training",
        "qualifizierungen": "offer/further-training", "angebot": "offer", "angebote": "offer",
        "netzwerk": "network/network", "netzwerke": "network/network", "netzwerks": "network/network",
        "netzwerken": "network/network", "verbund": "network/network",
        "werkstatt": "network/werkstatt", "werkstaetten": "network/werkstatt", "kampagne": "network/campaign",
        "veranstaltung": "event", "veranstaltungen": "event", "event": "event", "events": "event", "termine": "event",
        "messe": "event/fair", "messen": "event/fair", "sitzung": "event/session", "treffen": "event/meeting",
        "vereinbarung": "event/agreement", "vertrag": "event/agreement", "kooperation": "event/agreement",
        "abkommen": "event/agreement", "firma": "organisation/company", "firmen": "organisation/company",
        "unternehmen": "organisation/company", "betrieb": "organisation/company",
        "organisation": "organisation", "organisationen": "organisation", "stelle": "organisation",
        "hochschulen": "organisation/university", "universitaeten": "organisation/university", "unis": "organisation/university",
    },
    for_whom=frozenset({"fuer"}),
    audiences={
        **dict.fromkeys("schueler schuelern schuelerinnen".split(), "pupils"),
        **dict.fromkeys("schulabgaenger schulabgaengern abiturienten".split(), "school-leavers"),
        **dict.fromkeys("azubis auszubildende lehrlinge".split(), "apprentices"),
        **dict.fromkeys("studenten studierende studentinnen studis".split(), "students"),
        **dict.fromkeys("beschaeftigte arbeitnehmer angestellte berufstaetige mitarbeiter".split(), "employees"),
        **dict.fromkeys("unternehmen firmen betriebe arbeitgeber".split(), "companies"),
        **dict.fromkeys("kommunen gemeinden staedte landkreise".split(), "municipalities"),
        **dict.fromkeys("lehrer lehrern lehrerinnen lehrkraft lehrkraefte paedagogen".split(), "teachers"),
        **dict.fromkeys("rueckkehrer rueckkehrerinnen rueckkehrende".split(), "returners"),
        **dict.fromkeys("zugezogene zuzuegler neuankoemmlinge".split(), "newcomers"),
    },
    names=frozenset({"deutsch", "german", "deutsche"}),
    past=frozenset("war waren warst gab gabs fand fanden lief liefen ging gingen kam kamen hatte hatten wurde wurden "
                   "passierte passierten gewesen gegeben gelaufen stattgefunden".split()),
    origin=frozenset({"aus", "von", "nach"}),
    dwelling=frozenset("wohne wohn wohnen lebe leb leben komme komm kommen stamme daheim zuhause".split()),
    stayed=frozenset("hab habe haben hatte war waren gewesen gewohnt gelebt gearbeitet gelernt studiert gemacht aufgewachsen "
                     "geboren jahre jahren monate monaten vorher frueher bisher".split()),
    here=frozenset({"hier", "hierher"}),
    likening=frozenset({"wie", "als"}),
    streets=frozenset("strasse str platz allee weg ring damm ufer tor".split()),
    moving=frozenset("ziehe zieh ziehen umziehe umziehen zoege".split()),
    too=frozenset({"auch", "och"}),
    joining=frozenset({"und", "oder", "sowie", "beziehungsweise"}),
    what_about=(("was", "ist", "mit"),),
    mail=frozenset("mail mails email emails mailadresse emailadresse".split()),
    rooms=frozenset("raum raumnummer zimmernummer saal etage stockwerk hoersaal".split()),
    clock=frozenset({"uhr", "uhrzeit"}),
    demonstratives=frozenset("der die das den dem denen".split()),
    definite=frozenset("der die das den dem des beim vom zum zur im am diese dieser dieses diesen diesem".split()),
    pointing=frozenset("mit von vom fuer aus zum zur im".split()),
    happening=frozenset("was los steht stehen ansteht anstehen laeuft laufen lief liefen passiert passieren passierte geht ging "
                        "abgeht abging gibts gab gabs findet fand finden statt stattfindet stattfinden geplant alles so "
                        "irgendwas irgendetwas etwas".split()),
    particular=frozenset("ich du er sie wir ihr mich mir dich dir uns euch mein meine dein deine deinen das dit dat man wann wo "
                         "wer wie warum wen wem".split()),
    which=frozenset("welche welcher welches welchen welchem gibt gibts gab gabs alle saemtliche".split()),
    lasting=frozenset({"noch"}),
    over=frozenset("vorbei rum durch gelaufen vorueber beendet abgelaufen".split()),
    concluding=frozenset({"dann"}),
    asking=frozenset("wann wo was wer wie warum wen wem wozu wieso weshalb welche welcher welches welchen welchem wohin woher "
                     "wieviel wieviele gibt gibts gab gabs war waren kann kannst koennen darf duerfen muss muessen ist sind "
                     "hat haben bekomme bekommt kriege krieg kriegt brauche braucht kostet".split()),
    mine=frozenset("will brauche bekomme kriege krieg".split()),
    leading=frozenset("ab an auf aus bei bis durch fuer gegen in mit nach seit ueber um unter von vor zu".split()),
    measuring=frozenset("wie wieviel wieviele welche welcher welches welchen welchem".split()),
    whence=frozenset("wann wo wohin".split()),
    subjects=frozenset("ich du er sie es wir ihr man jemand der die das den dit dat".split()),
    subordinating=frozenset("wenn falls dass ob weil damit obwohl".split()),
    at=frozenset({"bei", "beim"}),
    doing=frozenset("hat macht stellt sucht bietet bildet nimmt zahlt".split()),
    counting=frozenset("viel viele vielen wieviel wieviele".split()),
    members=frozenset("mitglied mitglieder mitgliederliste".split()),
    belonging=frozenset("dabei drin vertreten beteiligt gehoert gehoeren mitmachen darunter "
                        "davon".split()),
    every=frozenset("alle allen saemtliche saemtlichen komplett komplette vollstaendig vollstaendige".split()),
    people=frozenset("leute leuten menschen personen teilnehmer teilnehmende teilnehmenden teilnehmern einrichtungen "
                     "institutionen".split()),
    same_things=(
        frozenset("besucher besuchern besucherinnen gaeste gaesten".split()),
        frozenset("azubi azubis auszubildende auszubildenden lehrlinge lehrlingen".split()),
        frozenset("firmen betriebe betrieben unternehmen".split()),
    ),
    sounds=(("j", "g"), ("ee", "ei"), ("oo", "au"), ("uff", "auf"), ("ick", "ich")),
    relative={"heute": "today", "morgen": "tomorrow", "uebermorgen": "day-after-tomorrow", "gestern": "yesterday",
              "vorgestern": "day-before-yesterday", "demnaechst": "soon", "bald": "soon", "anstehende": "soon",
              "anstehenden": "soon", "naechsten": "next", "naechste": "next", "naechster": "next", "naechstes": "next",
              "naechstem": "next", "kommenden": "next", "kommende": "next", "kommender": "next", "kommendes": "next",
              "dieses": "this", "diesen": "this", "diese": "this", "dieser": "this", "diesem": "this",
              "letztes": "last", "letzten": "last", "letzte": "last", "letzter": "last", "letztem": "last",
              "voriges": "last", "vorigen": "last", "vorige": "last", "voriger": "last", "vergangenes": "last",
              "vergangenen": "last", "vergangene": "last", "vergangener": "last", "woche": "week", "monat": "month",
              "jahr": "year", "wochenende": "weekend", "ab": "from", "seit": "from", "nach": "after", "vor": "before",
              "bis": "until", "zwischen": "between", "am": "on", "vom": "on", "zum": "on", "kw": "week-number",
              "kalenderwoche": "week-number", "jahres": "year", "monats": "month", "noch": "still"},
)
