# Alle Sätze, die der Bot selbst sagt. Fakten stehen nicht hier, sondern in content/.
# Wörter in { $… } setzt der Bot ein. Eine Zeile = ein Satz.

# Termine
date-ahead = Der nächste Termin von „{ $title }“: { $when }{ $where }.
date-today = „{ $title }“ ist heute: { $when }{ $where }.
date-then = „{ $title }“: { $when }{ $where }.
date-later = Danach: { $when }{ $where }.
date-running = „{ $title }“ läuft gerade: seit { $start }, bis { $end }. Einsteigen kannst du jetzt nicht mehr.
date-running-begun = „{ $title }“ läuft gerade: seit { $start }. Einsteigen kannst du jetzt nicht mehr.
date-running-last-day = „{ $title }“ läuft noch heute: { $end }{ $hours }{ $where }. Du kannst heute noch hingehen.
date-running-open = „{ $title }“ läuft gerade: seit { $start }, bis { $end }{ $hours }{ $where }. Bis dahin kannst du noch hingehen.
date-cancelled = Der Termin am { $when } ist abgesagt.
date-offer-over = Der letzte bekannte Termin von „{ $title }“ war am { $when }. Der ist vorbei.
date-offer-begun = Der letzte bekannte Termin von „{ $title }“ hat am { $when } begonnen. Der ist vorbei.
date-event-over = „{ $title }“ war am { $when }. Das ist vorbei.
date-event-begun = „{ $title }“ hat am { $when } begonnen. Das ist vorbei.
date-earlier = { $count ->
    [one] Ein früherer Termin war { $days }.
   *[other] Frühere Termine waren { $days }.
 }
date-none-known = Ein neuer Termin ist noch nicht bekannt.
date-never-known = Einen Termin, der noch kommt, kenne ich von „{ $title }“ nicht.
date-none-in-period = { $when } steht bei uns kein Termin von „{ $title }“.
no-such-day = Dieses Datum kann nicht stimmen, so einen Tag finde ich in keinem Kalender. Schau noch einmal drauf.
date-usually = „{ $title }“ findet üblicherweise { $usually } statt. Der nächste Termin ist noch nicht bekannt.
date-usually-then = Üblich ist: { $usually }. Der nächste Termin ist noch nicht bekannt.
date-any-time = Bei „{ $title }“ ist üblich: { $usually }.
from-to = { $first } bis { $last }
on-day = am { $when }
in-month = im { $when }
in-year = { $when }
from-on = ab { $when }
up-to = bis { $when }
between = von { $first } bis { $last }
between-days = vom { $first } bis { $last }
as-of = (Stand: { $when })
to-confirm = (laut { $source }; bitte vorher prüfen)

# Ort
place-ahead = Der nächste Termin ist { $where }: { $when }.
place-running = Gerade läuft es { $where }, seit { $when }.
place-standing = „{ $title }“ findest du { $where }.
place-offer-over = Zuletzt war das { $where } ({ $when }, vorbei). Wo ein neuer Termin stattfindet, ist noch offen.
place-event-over = Das war { $where } ({ $when }, vorbei).
place-provider = { $provider } ist heute { $where } zu finden.
place-unknown = Einen festen Ort dafür nennen unsere Quellen nicht.
address = Adresse: { $address }
no-address = Die genaue Adresse weiß ich leider nicht.

# Anmeldung
register = Zur Anmeldung
registration-open = Du kannst dich jetzt online anmelden, für den Termin { $when }.
registration-until = Anmeldeschluss ist { $day }.
vacancies-unknown = Ob noch Plätze frei sind, sagen unsere Quellen nicht.
deadline-unknown = Eine Anmeldefrist nennen unsere Quellen nicht.
deadline-ahead = { $what }: { $day }.
deadline-passed = { $what }: { $day }. Das ist vorbei.
registration-unknown = Wie du dich anmeldest, nennen unsere Quellen nicht.
registration-closed = Die Anmeldung für den Termin { $when } ist geschlossen, der alte Link gilt nicht mehr.

# Vor Ort oder online
format-in-person = Der nächste Termin ({ $when }) ist vor Ort, nicht online.
format-online = Der nächste Termin ({ $when }) ist online.
format-hybrid = Beim nächsten Termin ({ $when }) geht beides: vor Ort oder online.
format-running-in-person = Der laufende Termin (seit { $when }) ist vor Ort, nicht online.
format-running-online = Der laufende Termin (seit { $when }) ist online.
format-running-hybrid = Beim laufenden Termin (seit { $when }) geht beides: vor Ort oder online.
format-was-in-person = Zuletzt war das vor Ort, nicht online ({ $when }, vorbei). Wie ein neuer Termin abläuft, ist noch offen.
format-was-online = Zuletzt war das online ({ $when }, vorbei). Wie ein neuer Termin abläuft, ist noch offen.
format-was-hybrid = Zuletzt ging beides, vor Ort und online ({ $when }, vorbei). Wie ein neuer Termin abläuft, ist noch offen.

# Aufzeichnung und Stream
watch = Ansehen
recording-gone = Die Aufzeichnung war nur bis { $day } angekündigt. Das ist vorbei.
recording-there = Die Aufzeichnung soll bis { $day } abrufbar sein.
stream-over = Der Livestream lief am { $day } auf { $page } und ist vorbei.
stream-ahead = Du kannst live zuschauen: { $when }.

# Menschen und Kontakt
contact-self = So erreichst du „{ $title }“:
contact-self-no-phone = „{ $title }“ erreichst du so, eine Telefonnummer nennen unsere Quellen nicht:
contact-visit = „{ $title }“ findest du hier: { $address }.
contact-other = Telefon oder E-Mail nur für „{ $title }“ kenne ich nicht. Frag hier: { $who }.
contact-other-page = Telefon oder E-Mail für „{ $title }“ kenne ich nicht. Auf dieser Seite kommst du weiter: { $who }.
contact-adviser = Genannt wird dort: { $names }.
phone = Telefon: { $phone }
mail = E-Mail: { $mail }
page = Seite: { $page }
no-phone-or-mail = Eine Telefonnummer oder E-Mail von „{ $title }“ nennen unsere Quellen nicht.
press = Das ist der Pressekontakt, nur für Presseanfragen: { $name }.
links = Die Seite von „{ $title }“: { $page }
ask-them = Frag am besten hier: { $who }.
ask-them-at = Frag am besten hier: { $who } ({ $reach }).
ask-them-self = Mehr zu „{ $who }“ erfährst du hier: { $reach }.
people-lead = Als Leitung wird genannt: { $who }.
people-initiated = Angestoßen wurde das von { $who }.
people-signed = Unterschrieben wurde das von { $who }.
people-spoke = Gesprochen hat { $who }.
people-heads = Sprecher oder Leitung: { $who }.
people-press = Pressekontakt: { $who }.
people-adviser = Beraten kann dich: { $who }.
people-quoted = Zitiert wird dort { $who }.
people-and = { $first } und { $last }
function = { $name } war { $when } { $what }.
function-earlier = Davor genannt: { $what } ({ $when }).
function-too = Ebenfalls genannt: { $what } ({ $when }).
function-today-unknown = Ob das heute noch so ist, weiß ich nicht.
provider-offer = Angeboten wird das von: { $who }.
provider-other = Dahinter steht: { $who }.

# Netzwerke
members = Auf der Liste von „{ $title }“ stehen { $count } Mitglieder.
members-first = Die ersten davon:
members-more = Weiter in der Liste von „{ $title }“ ({ $count } Mitglieder):
members-group = Auf der Liste von „{ $title }“ stehen unter „{ $group }“:
member-yes = { $count ->
    [one] Ja, { $who } steht auf der Mitgliederliste von „{ $title }“.
   *[other] Ja, { $who } stehen auf der Mitgliederliste von „{ $title }“.
 }
member-no = { $count ->
    [one] Nein, { $who } steht nicht auf der Liste der Mitglieder von „{ $title }“, die wir kennen.
   *[other] Nein, { $who } stehen nicht auf der Liste der Mitglieder von „{ $title }“, die wir kennen.
 }
member-not = { $count ->
    [one] { $who } steht nicht auf der Liste der Mitglieder von „{ $title }“, die wir kennen.
   *[other] { $who } stehen nicht auf der Liste der Mitglieder von „{ $title }“, die wir kennen.
 }
parts = „{ $title }“ hat { $count ->
    [2] zwei
    [3] drei
    [4] vier
    [5] fünf
    [6] sechs
   *[other] { $count }
 } Teile:
history = So kam es zu „{ $title }“:
planned = Für „{ $title }“ ist geplant:
milestone-ahead = Geplant: { $said }
told-by = Das weiß ich über „{ $title }“ von diesen Seiten:
told-by-last = Meine letzte Antwort ist von hier:
told-by-too = Mehr über „{ $title }“ weiß ich von diesen Seiten:
part = Teil { $number } von „{ $title }“ ist: { $part }.
part-no-more = Mehr dazu steht in unseren Quellen nicht.

# Listen
list = { $count ->
    [one] Dazu kenne ich einen Eintrag:
   *[other] Ich kenne { $count } Einträge:
 }
list-filtered = { $count ->
    [one] Dazu kenne ich einen Eintrag ({ $filters }):
   *[other] Dazu kenne ich { $count } Einträge ({ $filters }):
 }
list-no-offer = { $count ->
    [one] Ein Angebot kenne ich dazu nicht ({ $filters }). Damit befasst sich:
   *[other] Ein Angebot kenne ich dazu nicht ({ $filters }). Damit befassen sich:
 }
list-without = ohne { $what }
list-other-sort = Genau so etwas kenne ich nicht.
list-responsible = Direkt dort kenne ich dazu nichts. Für die Gegend da ist das hier ({ $filters }):
audience-pupils = für Schüler:innen
audience-school-leavers = für nach der Schule
audience-apprentices = für Azubis
audience-students = für Studierende
audience-employees = für Beschäftigte
audience-companies = für Betriebe
audience-municipalities = für Kommunen
audience-teachers = für Lehrkräfte
audience-returners = für Rückkehrer:innen
audience-newcomers = für Zugezogene
audience-volunteers = für Freiwillige
audience-everyone = für alle
list-more = Hier geht die Liste weiter:
list-all-over = Alle Termine dazu sind vorbei, neue sind noch nicht bekannt.
list-today = { $title } – heute
list-ahead = { $title } – ab { $when }
list-ahead-days = { $title } – { $when }
list-running = { $title } – läuft gerade, bis { $when }
list-running-begun = { $title } – läuft gerade
list-cancelled = { $title } – { $when } abgesagt
list-also-cancelled = { $line }; { $when } abgesagt
list-over = { $title } – zuletzt { $when }, vorbei
list-over-usually = { $title } – zuletzt { $when }, vorbei (üblich: { $usually })
list-usually = { $title } – Termin noch offen (üblich: { $usually })
list-coming = { $on ->
    [0] Das steht an{ $beside }:
   *[other] Das läuft oder steht an{ $beside }:
 }
list-none-ahead = Einen Termin, der noch kommt, kenne ich gerade nicht.
list-none-in-period = { $when } steht bei uns kein Termin.
list-none-left = { $when } steht bei uns kein Termin mehr an.
list-none-left-but-over = { $when } steht bei uns kein Termin mehr an. Schon vorbei{ $beside }:
list-over-in-period = { $count ->
    [one] { $when } gab es einen Termin{ $beside }, der ist vorbei:
   *[other] { $when } gab es { $count } Termine{ $beside }, alle sind vorbei:
 }
list-was = { $title } – war { $when }, vorbei
list-began = { $title } – begann { $when }, vorbei
list-usual = (üblich: { $usually })
list-else-ahead = Sonst steht an:
list-lately = Zuletzt gab es:
list-any-time = Ohne festen Termin gibt es:
list-empty-filtered = Dazu habe ich nichts gefunden ({ $filters }).
list-empty = Dazu habe ich nichts gefunden.
list-end = Das waren alle.
page-back = Zurückblättern
more = Mehr zeigen

# Quelle
source = Quelle: { $sources }
source-more = Quelle: { $sources }; und { $count ->
    [one] eine weitere
   *[other] { $count } weitere
 }
source-dated = { $title } · Stand { $when }
source-undated = { $title } · Seite ohne Datum, gelesen { $when }

# Nachfragen und Nichtwissen
several-waiting = Du hast noch mehr gefragt. Tipp es einfach an, dann antworte ich.
several-one-by-one = Du hast noch mehr gefragt. Schreib mir das am besten einzeln, dann antworte ich gern.
which-topic = Worum geht es dir dabei? Tipp etwas an oder schreib mir den Namen.
which-question = Ich bin nicht sicher, was du meinst. Ist es eins davon?
which-question-about = Ich bin nicht sicher, was du zu „{ $title }“ wissen willst. Ist es eins davon?
none-of-these = Nichts davon
not-there = Das weiß ich leider nicht. { $why }
missing = Dazu steht bei uns nichts über „{ $title }“.
not-known = Das weiß ich leider nicht. Ich kenne Ausbildung, Kurse, Netzwerke und Termine in der Lausitz.
not-known-near = Das weiß ich leider nicht sicher. Vielleicht hilft dir das hier weiter:
perhaps-instead = Meinst du etwas anderes? Vielleicht das hier:
not-known-again = Auch das weiß ich leider nicht. Sag es gern mit anderen Worten, oder frag Menschen, die sich auskennen.
not-known-people = Hier komme ich nicht weiter. Am schnellsten hilft dir jetzt ein Mensch.
not-known-still = Auch dazu habe ich nichts. Ein Gespräch bringt dich jetzt sicher weiter als ich.
not-known-now = Über „{ $name }“ kann ich dir gerade leider nichts sagen, da komme ich an meine Notizen nicht heran.
not-known-name = Über „{ $name }“ steht bei uns nichts.
doubt-place = Über { $word } weiß ich nichts, ich kenne nur Angebote in der Lausitz. Hier gilt:
doubt-town = Ob es das { $word } gibt, weiß ich nicht. Was ich kenne:
doubt-name = Über „{ $word }“ steht bei uns nichts. Allgemein gilt hier:
doubt-number = Genau diese Zahl steht bei uns nicht. Was ich weiß:
doubt-mail = Eine E-Mail-Adresse dafür steht bei uns nicht. Was ich weiß:
doubt-detail = Das weiß ich nicht genau. Was ich dazu weiß:
doubt-heard = Das kann ich nicht bestätigen. Bei uns steht:
doubt-age = Ein Alter weiß ich nicht, unsere Quellen nennen keins. Frag am besten dort nach. Was ich dazu weiß:
doubt-too-young = { $word } liegt unter der Altersgrenze.
doubt-year = Für { $year } steht bei uns dazu nichts. Was ich weiß:
elsewhere-named = Über { $place } weiß ich nichts, ich kenne nur Angebote in der Lausitz. Woanders hilft dir die Arbeitsagentur vor Ort weiter.
elsewhere-here = Hier in der Lausitz:
not-known-about = Das weiß ich über „{ $title }“ leider nicht.
start-unknown = Schön, dass du da bist. Wohin der Link führen sollte, weiß ich leider nicht mehr. Aber hier geht es los:
old-button = Dieser Knopf gilt nicht mehr. Schreib einfach, was du wissen willst.
empty = Alles klar. Wenn du eine Frage hast, schreib sie mir einfach in ein paar Worten.
too-long = Das war sehr lang, ich habe nur den Anfang gelesen.
cancelled = Gut, ich habe vergessen, worüber wir gerade sprachen. Was möchtest du wissen?
unhelpful-button = Hat nicht geholfen
unhelpful = Danke, das lesen wir und machen es besser. Frag gern noch einmal mit anderen Worten, oder so:
declined = Alles klar. Schreib einfach, wenn du etwas anderes wissen willst.
still-here = Wenn es dir nicht gut geht, sind diese Menschen für dich da:
perhaps-distress = Vielleicht verstehe ich dich falsch. Falls es dir aber nicht gut geht oder dir jemand wehtut: Damit musst du nicht allein bleiben. Hier hört dir jemand zu, und bei Gefahr hilft die 112:
perhaps-a-question = Ging es dir um etwas anderes? Schreib es mir noch einmal mit anderen Worten, dann antworte ich dir.

# Sprache
language-name = Deutsch
language-set = Gut, ich antworte ab jetzt auf Deutsch.
language-auto = Gut, ich antworte in der Sprache, in der du schreibst.
language-follow = Wie ich schreibe
tongue-not-ours = Das liest sich wie { $named }. Das kann ich leider nicht schreiben, deshalb antworte ich auf Deutsch.

# Was keine Frage ist
words-alone = Was du mitgeschickt hast, kann ich nicht ansehen. Zu dem, was du schreibst:
notice-photo = Bilder und Videos kann ich nicht ansehen. Schreib mir deine Frage einfach in Worten.
notice-sticker = Nett. Ich verstehe aber nur Worte. Was möchtest du wissen?
notice-voice = Sprachnachrichten kann ich nicht anhören. Schreib mir deine Frage bitte kurz auf.
notice-file = Dateien kann ich nicht öffnen. Schreib mir deine Frage einfach in Worten.
notice-other = Damit kann ich nichts anfangen. Schreib mir deine Frage einfach in Worten.
notice-edited = Änderungen an alten Nachrichten lese ich nicht noch einmal. Schick mir die Frage bitte neu.
notice-unknown-command = Diesen Befehl kenne ich nicht. Schreib einfach, was du wissen willst.
notice-too-many = Das waren viele Nachrichten auf einmal. Schreib mir eine nach der anderen, ich bin gleich wieder da.
notice-failed = Da ist bei mir etwas schiefgegangen. Bitte schreib es noch einmal.

# Telegram
command-start = Von vorn beginnen
command-help = Was der Bot kann
command-reminders = Meine Erinnerungen
command-privacy = Was gespeichert wird
command-language = Sprache wählen
command-simple = Einfache Sprache
command-cancel = Abbrechen und vergessen
bot-description = Ich beantworte Fragen zu Ausbildung, Kursen, Netzwerken und Terminen in der Lausitz. Mit Quelle und Datum, und ehrlich, wenn ich etwas nicht weiß.
bot-short-description = Ausbildung, Kurse und Netzwerke in der Lausitz: frag einfach.
operator = Betrieben von { $name }. Kontakt: { $contact }.
operator-name = Betrieben von { $name }.
operator-missing = Betreiber nicht eingetragen. Frag dort nach, wo du den Link zu mir gefunden hast.

# Privacy
kept = Das ist alles, was zu diesem Chat gespeichert ist:
kept-nothing = Zu diesem Chat ist nichts gespeichert. Nur deine letzte Nachricht lag hier, bis ich dir geantwortet habe.
kept-chat = Nummer des Chats, damit die Antwort ankommt: { $chat }
kept-last = Zuletzt geschrieben: { $when }
kept-talk = Worum es gerade geht, 30 Minuten lang: { $topics }
kept-language = Festgelegte Sprache: { $chosen }
kept-path = Angefangener Weg: { $title }
kept-wishes = Ich soll Bescheid sagen zu: { $topics }
kept-planned = Geplante Nachricht am { $when }: { $topic }
kept-told = Schon Bescheid gesagt, geplant für { $when }: { $topic }
kept-waiting = Nachrichten, die noch auf Antwort warten: { $number }
kept-on = Gut, alles bleibt, wie es ist.
forget-all = Alles löschen
forget-ask = Soll ich alles löschen, was zu diesem Chat gespeichert ist? Auch Erinnerungen kommen dann nicht mehr.
forget-yes = Ja, alles löschen
forget-no = Nein, behalten
forgotten = Alles gelöscht. Zu diesem Chat ist nichts mehr gespeichert. Was du in Telegram selbst siehst, kannst nur du dort löschen.

# Terminal
terminal-hello = Frag mich etwas zu Ausbildung, Kursen und Netzwerken in der Lausitz. Zahlen wählen einen Knopf, /ende beendet.
terminal-bye = Bis bald.
terminal-day = Ich tue jetzt so, als wäre heute { $day }.
terminal-which-day = Heute ist { $day }. Einen anderen Tag setzt du so: /heute 2027-03-01
terminal-bad-day = „{ $text }“ ist kein Datum. Schreib es so: /heute 2027-03-01
terminal-no-choice = Einen Knopf { $number } gibt es gerade nicht.
terminal-no-why = Dazu gibt es noch nichts zu erklären. Stell zuerst eine Frage.

# Wege
path-back = Zurück
path-stop = Weg verlassen
path-on = Weiter: { $title }
path-left = Gut, wir lassen den Weg hier. Du kannst jederzeit neu anfangen. Was möchtest du wissen?
# Links zum Weitergeben
link-label = Link und QR-Code
link-topic = Dieser Link öffnet den Bot bei „{ $title }“.
link-question = Dieser Link stellt dem Bot die Frage „{ $title }“.
link-campaign = Er trägt die Kennung „{ $code }“.
link-today = Wer ihn heute öffnet, liest:
link-try = Selbst ausprobieren
link-which = Zu welchem Eintrag soll der Link führen?
link-how = Schreib dahinter, wohin der Link führen soll, zum Beispiel: /link Wasserstoffkurs. Mit einer Kennung: /link Wasserstoffkurs #flyer
link-bad-campaign = Die Kennung hinter dem # darf höchstens 18 Zeichen haben: Buchstaben ohne Umlaute, Ziffern und Bindestriche.

# Kalender, Kontakt und Karte
calendar-label = 📅 Für deinen Kalender
calendar-here = { $count ->
    [one] Hier ist der Termin von „{ $title }“ für deinen Kalender.
   *[other] Hier sind { $count } Termine von „{ $title }“ für deinen Kalender.
 } Tipp einfach auf die Datei.
calendar-cancelled = Abgesagt: { $title }
calendar-check = Termine können sich ändern. Frag kurz vorher noch einmal nach.
card-day = Auskunft vom { $day }. Ob das noch gilt, sagt dir der Bot.
card-over = Zuletzt { $when }, das ist vorbei.
card-help = Hilfe für dich
card-more = Mehr dazu
card-label = Zum Speichern
map-label = 📍 Auf der Karte

# Bescheid sagen und erinnern
wish-dates = 🔔 Sag mir Bescheid
wish-reminder = 🔔 Erinner mich
wish-stop = 🔕 Nicht mehr
wish-only-week = Nur eine Woche vorher
wish-only-day = Nur einen Tag vorher
wish-which = Wobei soll ich dir Bescheid sagen? Tipp etwas an oder schreib mir den Namen.
wish-ask-dates = Soll ich dir Bescheid sagen, sobald ein neuer Termin von „{ $title }“ feststeht?
wish-ask-reminder = Soll ich dich an „{ $title }“ erinnern, bevor es losgeht?
wish-too-near = Für eine Erinnerung ist es schon zu nah dran.
wish-dates-done = Gut, ich sage dir Bescheid, sobald ein neuer Termin von „{ $title }“ feststeht. Was du bei mir bestellt hast, zeigt dir /meine.
wish-reminder-done = Gut, ich erinnere dich an „{ $title }“ ({ $day }): { $lead }. Wenn sich der Termin ändert, sage ich es dir auch.
wish-deadline-too = Genauso vor dem Anmeldeschluss am { $day }.
wish-lead-both = eine Woche und einen Tag vorher
wish-lead-week = eine Woche vorher
wish-lead-day = einen Tag vorher
wish-ended = Gut, zu „{ $title }“ melde ich mich nicht mehr.
wish-all-ended = Gut, ich melde mich nicht mehr von mir aus.
wish-none = Du hast gerade nichts bestellt. Unter jedem Eintrag mit Terminen kannst du auf 🔔 tippen.
wish-list = Daran denke ich für dich:
wish-more = und { $count } weitere
wish-line-dates = { $title } – sobald ein neuer Termin feststeht
wish-line-reminder = { $title } – { $day }, { $lead }
wish-end = 🔕 { $title }
wish-end-all = 🔕 Alles beenden
wish-not-here = Hier kann ich mich später nicht bei dir melden. Auf Telegram geht das.
tiding-new = 🔔 Für „{ $title }“ gibt es einen neuen Termin: { $when }{ $where }.
tiding-moved = 🔔 „{ $title }“ ist verschoben auf: { $when }{ $where }.
tiding-cancelled = 🔔 „{ $title }“ am { $day } ist abgesagt.
tiding-start = 🔔 { $days ->
    [0] Heute
    [1] Morgen
    [7] In einer Woche
   *[other] In { $days } Tagen
 } ist es so weit: „{ $title }“, { $when }{ $where }.
tiding-deadline = 🔔 { $days ->
    [0] Nur noch heute
    [1] Nur noch bis morgen
    [7] Noch eine Woche
   *[other] Noch { $days } Tage
 } kannst du dich für „{ $title }“ anmelden: Anmeldeschluss ist { $day }. Los geht es { $when }{ $where }.
