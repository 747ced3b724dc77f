# Die Sätze des Bots in Einfacher Sprache: kurze Sätze, bekannte Wörter, ein Gedanke in jedem Satz, dieselben Fakten.
# Fehlt hier ein Satz, sagt der Bot ihn so wie in de.ftl. Wörter in { $… } setzt der Bot ein.

# Termine
date-ahead = Der nächste Termin von „{ $title }“ ist: { $when }{ $where }.
date-today = „{ $title }“ ist heute: { $when }{ $where }.
date-then = „{ $title }“: { $when }{ $where }.
date-later = Danach: { $when }{ $where }.
date-running = „{ $title }“ läuft gerade. Beginn war: { $start }. Ende ist: { $end }. Du kannst jetzt nicht mehr einsteigen.
date-running-begun = „{ $title }“ läuft gerade. Beginn war: { $start }. Du kannst jetzt nicht mehr einsteigen.
date-running-last-day = „{ $title }“ läuft noch heute: { $end }{ $hours }{ $where }. Du kannst heute noch hingehen.
date-running-open = „{ $title }“ läuft gerade. Beginn war: { $start }. Es geht bis: { $end }{ $hours }{ $where }. So lange kannst du noch hingehen.
date-cancelled = Der Termin am { $when } ist abgesagt. Er findet nicht statt.
date-offer-over = Der letzte Termin von „{ $title }“ war am { $when }. Er ist vorbei.
date-offer-begun = Der letzte Termin von „{ $title }“ hat am { $when } begonnen. Er ist vorbei.
date-event-over = „{ $title }“ war am { $when }. Das ist vorbei.
date-event-begun = „{ $title }“ hat am { $when } begonnen. Das ist vorbei.
date-earlier = { $count ->
    [one] Ein Termin davor war { $days }.
   *[other] Termine davor waren { $days }.
 }
date-none-known = Ich kenne noch keinen neuen Termin.
date-never-known = Ich kenne keinen neuen Termin von „{ $title }“.
date-none-in-period = { $when } kenne ich keinen Termin von „{ $title }“.
no-such-day = Dieses Datum stimmt nicht. So einen Tag gibt es in keinem Kalender. Prüf es bitte.
date-usually = „{ $title }“ gibt es meistens { $usually }. Den nächsten Termin kenne ich noch nicht.
date-usually-then = Meistens ist es so: { $usually }. Den nächsten Termin kenne ich noch nicht.
date-any-time = Bei „{ $title }“ ist es meistens so: { $usually }.
from-to = { $first } bis { $last }
on-day = am { $when }
in-month = im { $when }
in-year = { $when }
from-on = ab { $when }
up-to = bis { $when }
between = von { $first } bis { $last }
between-days = vom { $first } bis { $last }
as-of = (Stand: { $when })
to-confirm = (Das sagt: { $source }. Prüf es bitte noch einmal.)

# Ort
place-ahead = Der nächste Termin ist { $where }: { $when }.
place-running = Gerade läuft es { $where }. Beginn war: { $when }.
place-standing = „{ $title }“ ist { $where }.
place-offer-over = Zuletzt war das { $where } ({ $when }, vorbei). Den Ort für einen neuen Termin kenne ich noch nicht.
place-event-over = Das war { $where } ({ $when }, vorbei).
place-provider = { $provider } ist heute { $where }.
place-unknown = Einen festen Ort dafür kenne ich nicht.
address = Adresse: { $address }
no-address = Die Straße weiß ich nicht.

# Anmeldung
register = Hier anmelden
registration-open = Du kannst dich jetzt im Internet anmelden. Der Termin ist: { $when }.
registration-until = Der letzte Tag für die Anmeldung ist: { $day }.
vacancies-unknown = Ob es noch freie Plätze gibt, weiß ich nicht.
deadline-unknown = Bis wann du dich anmelden kannst, weiß ich nicht.
deadline-ahead = { $what }: { $day }.
deadline-passed = { $what }: { $day }. Das ist vorbei.
registration-unknown = Wie du dich anmeldest, weiß ich nicht.
registration-closed = Für den Termin { $when } kannst du dich nicht mehr anmelden. Die Anmeldung ist geschlossen. Der alte Link gilt nicht mehr.

# Vor Ort oder online
format-in-person = Zum nächsten Termin ({ $when }) gehst du hin. Er ist nicht online.
format-online = Der nächste Termin ({ $when }) ist online. Online heißt: im Internet.
format-hybrid = Beim nächsten Termin ({ $when }) geht beides. Du kannst hingehen. Oder du machst online mit.
format-running-in-person = Beim Termin jetzt (seit { $when }) geht man hin. Er ist nicht online.
format-running-online = Der Termin jetzt (seit { $when }) ist online. Online heißt: im Internet.
format-running-hybrid = Beim Termin jetzt (seit { $when }) geht beides: hingehen oder online.
format-was-in-person = Zuletzt ist man hingegangen ({ $when }, vorbei). Es war nicht online. Wie ein neuer Termin ist, weiß ich noch nicht.
format-was-online = Zuletzt war das online ({ $when }, vorbei). Wie ein neuer Termin ist, weiß ich noch nicht.
format-was-hybrid = Zuletzt ging beides: hingehen oder online ({ $when }, vorbei). Wie ein neuer Termin ist, weiß ich noch nicht.

# Aufzeichnung und Stream
watch = Ansehen
recording-gone = Das Video sollte es nur bis { $day } geben. Das ist vorbei.
recording-there = Das Video soll es bis { $day } geben.
stream-over = Im Internet lief das am { $day } auf { $page }. Das ist vorbei.
stream-ahead = Du kannst im Internet zuschauen: { $when }.

# Menschen und Kontakt
contact-self = So erreichst du „{ $title }“:
contact-self-no-phone = Eine Telefonnummer kenne ich nicht. So erreichst du „{ $title }“:
contact-visit = „{ $title }“ ist hier: { $address }.
contact-other = Für „{ $title }“ kenne ich kein eigenes Telefon und keine E-Mail. Frag hier: { $who }.
contact-other-page = Für „{ $title }“ kenne ich kein Telefon und keine E-Mail. Auf dieser Seite geht es weiter: { $who }.
contact-adviser = Dort steht dieser Name: { $names }.
phone = Telefon: { $phone }
mail = E-Mail: { $mail }
page = Seite: { $page }
no-phone-or-mail = Für „{ $title }“ kenne ich kein Telefon und keine E-Mail.
press = Dieser Kontakt ist nur für die Presse, zum Beispiel Zeitungen: { $name }.
links = Die Seite von „{ $title }“: { $page }
ask-them = Frag am besten hier: { $who }.
ask-them-at = Frag am besten hier: { $who } ({ $reach }).
ask-them-self = Mehr über „{ $who }“ steht hier: { $reach }.
people-lead = Das leitet: { $who }.
people-initiated = Die Idee hatte: { $who }.
people-signed = Unterschrieben hat: { $who }.
people-spoke = Gesprochen hat: { $who }.
people-heads = Sprecher oder Leitung: { $who }.
people-press = Kontakt für die Presse: { $who }.
people-adviser = Diese Person kann dich beraten: { $who }.
people-quoted = Dort spricht: { $who }.
people-and = { $first } und { $last }
function = { $name } war { $when } { $what }.
function-earlier = Davor war das: { $what } ({ $when }).
function-too = Das war die Person auch: { $what } ({ $when }).
function-today-unknown = Ob das heute noch so ist, weiß ich nicht.
provider-offer = Das bietet an: { $who }.
provider-other = Dahinter steht: { $who }.

# Netzwerke
members = Bei „{ $title }“ machen { $count } Mitglieder mit.
members-first = Die ersten sind:
members-more = Hier geht die Liste von „{ $title }“ weiter ({ $count } Mitglieder):
members-group = Diese Mitglieder von „{ $title }“ stehen unter „{ $group }“:
member-yes = { $count ->
    [one] Ja. { $who } steht auf der Liste von „{ $title }“.
   *[other] Ja. { $who } stehen auf der Liste von „{ $title }“.
 }
member-no = { $count ->
    [one] Nein. { $who } steht nicht auf der Liste von „{ $title }“, die wir kennen.
   *[other] Nein. { $who } stehen nicht auf der Liste von „{ $title }“, die wir kennen.
 }
member-not = { $count ->
    [one] { $who } steht nicht auf der Liste von „{ $title }“, die wir kennen.
   *[other] { $who } stehen nicht auf der Liste von „{ $title }“, die wir kennen.
 }
parts = „{ $title }“ hat { $count ->
    [2] zwei
    [3] drei
    [4] vier
    [5] fünf
    [6] sechs
   *[other] { $count }
 } Teile:
history = Das war bisher bei „{ $title }“:
planned = Das ist bei „{ $title }“ geplant:
milestone-ahead = Geplant: { $said }
told-by = Mein Wissen über „{ $title }“ kommt von diesen Seiten:
told-by-last = Meine letzte Antwort kommt von hier:
told-by-too = Mehr über „{ $title }“ weiß ich von diesen Seiten:
part = Teil { $number } von „{ $title }“ ist: { $part }.
part-no-more = Mehr weiß ich darüber nicht.

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
    [one] Ein Angebot dazu kenne ich nicht ({ $filters }). Damit arbeitet:
   *[other] Ein Angebot dazu kenne ich nicht ({ $filters }). Damit arbeiten:
 }
list-without = ohne { $what }
list-other-sort = Genau so etwas kenne ich nicht.
list-responsible = Genau dort kenne ich nichts. Das hier ist für die Gegend da ({ $filters }):
audience-pupils = für Schülerinnen und Schüler
audience-school-leavers = für nach der Schule
audience-apprentices = für Azubis
audience-students = für Studentinnen und Studenten
audience-employees = für Menschen mit Arbeit
audience-companies = für Betriebe
audience-municipalities = für Kommunen
audience-teachers = für Lehrerinnen und Lehrer
audience-returners = für Menschen, die zurückkommen
audience-newcomers = für Menschen, die neu hier sind
audience-volunteers = für Freiwillige
audience-everyone = für alle
list-more = Hier geht die Liste weiter:
list-all-over = Alle Termine dazu sind vorbei. Neue Termine kenne ich noch nicht.
list-today = { $title } – heute
list-ahead = { $title } – ab { $when }
list-ahead-days = { $title } – { $when }
list-running = { $title } – läuft gerade, bis { $when }
list-running-begun = { $title } – läuft gerade
list-cancelled = { $title } – { $when } abgesagt
list-also-cancelled = { $line }; { $when } abgesagt
list-over = { $title } – zuletzt { $when }, vorbei
list-over-usually = { $title } – zuletzt { $when }, vorbei (meistens: { $usually })
list-usually = { $title } – noch kein Termin (meistens: { $usually })
list-coming = { $on ->
    [0] Das kommt noch{ $beside }:
   *[other] Das läuft jetzt oder kommt noch{ $beside }:
 }
list-none-ahead = Ich kenne gerade keinen Termin, der noch kommt.
list-none-in-period = { $when } kenne ich keinen Termin.
list-none-left = { $when } kenne ich keinen Termin mehr.
list-none-left-but-over = { $when } kenne ich keinen Termin mehr. Schon vorbei{ $beside }:
list-over-in-period = { $count ->
    [one] { $when } gab es einen Termin{ $beside }. Er ist vorbei:
   *[other] { $when } gab es { $count } Termine{ $beside }. Alle sind vorbei:
 }
list-was = { $title } – war { $when }, vorbei
list-began = { $title } – begann { $when }, vorbei
list-usual = (meistens: { $usually })
list-else-ahead = Es gibt noch andere Termine:
list-lately = Zuletzt gab es:
list-any-time = Das geht ohne festen Termin:
list-empty-filtered = Dazu finde ich nichts ({ $filters }).
list-empty = Dazu finde ich nichts.
list-end = Das waren alle.
page-back = Zurück
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
which-topic = Was genau meinst du? Tipp auf einen Knopf. Oder schreib mir den Namen.
which-question = Ich bin nicht sicher, was du meinst. Ist es eins davon?
which-question-about = Du fragst nach „{ $title }“. Was genau willst du wissen?
none-of-these = Nichts davon
not-there = { $why }
missing = Dazu weiß ich nichts über „{ $title }“.
not-known = Das weiß ich leider nicht. Ich kenne Ausbildung, Kurse, Gruppen und Termine in der Lausitz.
not-known-near = Ich bin leider nicht sicher. Vielleicht hilft dir das:
perhaps-instead = Meinst du etwas anderes? Vielleicht das:
not-known-again = Auch das weiß ich leider nicht. Sag es bitte mit anderen Worten. Oder frag einen Menschen.
not-known-people = Hier kann ich dir nicht helfen. Ein Mensch kann dir jetzt besser helfen.
not-known-still = Auch dazu weiß ich nichts. Sprich am besten mit einem Menschen.
not-known-name = Über „{ $name }“ weiß ich leider nichts.
doubt-place = Über { $word } weiß ich nichts. Ich kenne nur die Lausitz. Hier ist es so:
doubt-town = Ob es das { $word } gibt, weiß ich nicht. Das kenne ich:
doubt-name = Über „{ $word }“ weiß ich leider nichts. Das weiß ich:
doubt-number = Genau diese Zahl weiß ich nicht. Das weiß ich:
doubt-mail = Eine E-Mail-Adresse dafür weiß ich nicht. Das weiß ich:
doubt-detail = Das weiß ich nicht genau. Das weiß ich dazu:
doubt-heard = Das weiß ich anders. Das steht bei uns:
doubt-age = Ein Alter weiß ich nicht. Frag am besten dort nach. Das weiß ich dazu:
doubt-too-young = { $word } Jahre sind zu wenig.
doubt-year = Für { $year } weiß ich dazu nichts. Das weiß ich:
elsewhere-named = Über { $place } weiß ich nichts. Ich kenne nur die Lausitz. Für andere Orte hilft dir die Arbeitsagentur vor Ort.
elsewhere-here = Hier in der Lausitz:
not-known-about = Das weiß ich über „{ $title }“ leider nicht.
start-unknown = Schön, dass du da bist. Den Link kenne ich leider nicht mehr. Hier geht es los:
old-button = Dieser Knopf geht nicht mehr. Schreib einfach deine Frage.
empty = Alles klar. Hast du eine Frage? Dann schreib sie mir mit ein paar Worten.
too-long = Das war sehr lang. Ich habe nur den Anfang gelesen.
several-waiting = Du hast noch mehr gefragt. Tipp darauf. Dann antworte ich.
several-one-by-one = Du hast noch mehr gefragt. Schreib bitte eine Frage nach der anderen. Dann antworte ich gern.
not-known-now = Über „{ $name }“ kann ich dir gerade leider nichts sagen. Ich finde mein Wissen dazu nicht.
unhelpful-button = Hat nicht geholfen
unhelpful = Danke. Wir lesen das und machen es besser. Frag noch einmal mit anderen Worten. Oder so:
cancelled = Gut. Ich habe vergessen, worüber wir gesprochen haben. Was möchtest du wissen?
declined = Alles klar. Schreib einfach, wenn du eine Frage hast.
still-here = Geht es dir nicht gut? Diese Menschen sind für dich da:
perhaps-distress = Vielleicht verstehe ich dich falsch. Geht es dir nicht gut? Tut dir jemand weh? Du musst damit nicht allein bleiben. Diese Menschen hören dir zu. Ist es gefährlich? Ruf die 112 an.
perhaps-a-question = Wolltest du etwas anderes wissen? Schreib es mir noch einmal mit anderen Wörtern. Dann antworte ich dir.

# Sprache
language-name = Einfache Sprache
language-set = Gut. Ich schreibe jetzt in Einfacher Sprache. Mit /sprache kannst du das ändern.
language-auto = Gut. Ich antworte in der Sprache, in der du schreibst.
language-follow = Wie ich schreibe
tongue-not-ours = Deine Sprache ist { $named }, glaube ich. Die kann ich leider nicht schreiben. Ich antworte auf Deutsch.

# Was keine Frage ist
words-alone = Das Bild oder die Datei kann ich nicht sehen. Ich antworte auf deine Worte:
notice-photo = Ich kann keine Bilder und keine Videos sehen. Schreib mir deine Frage bitte mit Worten.
notice-sticker = Nett. Ich verstehe aber nur Worte. Was möchtest du wissen?
notice-voice = Ich kann nicht hören. Schreib mir deine Frage bitte kurz auf.
notice-file = Ich kann keine Dateien öffnen. Schreib mir deine Frage bitte mit Worten.
notice-other = Das verstehe ich nicht. Schreib mir deine Frage bitte mit Worten.
notice-edited = Du hast eine alte Nachricht geändert. Das lese ich nicht noch einmal. Schick mir die Frage bitte neu.
notice-unknown-command = Das Wort mit / kenne ich nicht. Schreib einfach deine Frage.
notice-too-many = Das waren viele Nachrichten auf einmal. Schreib bitte eine nach der anderen. Ich bin gleich wieder da.
notice-failed = Bei mir ist ein Fehler passiert. Schreib es bitte noch einmal.

# Telegram
command-start = Neu anfangen
command-help = Das kann der Bot
command-reminders = Meine Erinnerungen
command-privacy = Das wird gespeichert
command-language = Sprache wählen
command-simple = Einfache Sprache
command-cancel = Aufhören und vergessen
bot-description = Ich beantworte Fragen zu Ausbildung, Kursen, Gruppen und Terminen in der Lausitz. Ich sage dir, woher ich es weiß. Weiß ich etwas nicht, sage ich das auch.
bot-short-description = Ausbildung, Kurse und Gruppen in der Lausitz: Frag einfach.
operator = Der Bot gehört: { $name }. Kontakt: { $contact }.
operator-name = Der Bot gehört: { $name }.
operator-missing = Wem der Bot gehört, steht hier nicht. Frag dort, wo du den Link zu mir gefunden hast.

# Privacy
kept = Das ist zu diesem Chat gespeichert. Mehr ist es nicht:
kept-nothing = Zu diesem Chat ist nichts gespeichert. Nur deine letzte Nachricht war hier. Sie ist nach meiner Antwort weg.
kept-chat = Nummer von diesem Chat: { $chat }. So kommt meine Antwort bei dir an.
kept-last = Du hast zuletzt geschrieben: { $when }
kept-talk = Darüber sprechen wir gerade. Nach 30 Minuten ist es weg: { $topics }
kept-language = Deine Sprache: { $chosen }
kept-path = Hier bist du mittendrin: { $title }
kept-wishes = Dazu soll ich dir Bescheid sagen: { $topics }
kept-planned = Nachricht am { $when }: { $topic }
kept-told = Das habe ich dir schon gesagt, geplant für { $when }: { $topic }
kept-waiting = So viele Nachrichten warten noch auf eine Antwort: { $number }
kept-on = Gut. Alles bleibt, wie es ist.
forget-all = Alles löschen
forget-ask = Soll ich alles zu diesem Chat löschen? Dann kommen auch keine Erinnerungen mehr.
forget-yes = Ja, alles löschen
forget-no = Nein, behalten
forgotten = Ich habe alles gelöscht. Zu diesem Chat ist nichts mehr gespeichert. In Telegram siehst du den Chat noch. Dort kannst nur du ihn löschen.

# Terminal
terminal-hello = Frag mich etwas zu Ausbildung, Kursen und Gruppen in der Lausitz. Mit einer Zahl wählst du einen Knopf. /ende macht Schluss.
terminal-bye = Bis bald.
terminal-day = Ich tue jetzt so: Heute ist { $day }.
terminal-which-day = Heute ist { $day }. Du willst einen anderen Tag? Schreib so: /heute 2027-03-01
terminal-bad-day = „{ $text }“ ist kein Datum. Schreib es so: /heute 2027-03-01
terminal-no-choice = Den Knopf { $number } gibt es gerade nicht.
terminal-no-why = Dazu kann ich noch nichts erklären. Stell zuerst eine Frage.

# Wege
path-back = Zurück
path-stop = Aufhören
path-on = Weiter: { $title }
path-left = Gut, wir hören hier auf. Du kannst immer neu anfangen. Was möchtest du wissen?

# Links zum Weitergeben
link-label = Link und QR-Code
link-topic = Dieser Link öffnet den Bot bei „{ $title }“.
link-question = Dieser Link stellt dem Bot die Frage „{ $title }“.
link-campaign = Im Link steht dieses Zeichen: „{ $code }“.
link-today = Wer ihn heute öffnet, liest:
link-try = Selbst ausprobieren
link-which = Zu welchem Eintrag soll der Link führen?
link-how = Schreib dahinter das Ziel, zum Beispiel: /link Wasserstoffkurs. Du kannst ein Zeichen dazuschreiben: /link Wasserstoffkurs #flyer
link-bad-campaign = Das Zeichen hinter dem # darf höchstens 18 Buchstaben lang sein. Erlaubt sind Buchstaben ohne ä, ö und ü, Zahlen und kurze Striche.

# Kalender, Kontakt und Karte
calendar-label = 📅 Für deinen Kalender
calendar-here = { $count ->
    [one] Hier ist der Termin von „{ $title }“ für deinen Kalender.
   *[other] Hier sind { $count } Termine von „{ $title }“ für deinen Kalender.
 } Tipp auf die Datei.
calendar-cancelled = Abgesagt: { $title }
calendar-check = Termine können sich ändern. Frag kurz vorher noch einmal.
card-day = Das galt am { $day }. Ob es noch gilt, sagt dir der Bot.
card-over = Zuletzt { $when }. Das ist vorbei.
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
wish-ask-dates = Vielleicht kommt ein neuer Termin von „{ $title }“. Soll ich dir dann Bescheid sagen?
wish-ask-reminder = Soll ich dich an „{ $title }“ erinnern, bevor es losgeht?
wish-which = Wozu soll ich dir Bescheid sagen? Tipp auf einen Knopf. Oder schreib mir den Namen.
wish-too-near = Es geht bald los. Für eine Erinnerung ist es zu spät.
wish-dates-done = Gut. Kommt ein neuer Termin von „{ $title }“, sage ich dir Bescheid. Alle deine Erinnerungen zeigt dir /meine.
wish-reminder-done = Gut. Ich erinnere dich an „{ $title }“ ({ $day }): { $lead }. Ändert sich der Termin, sage ich es dir auch.
wish-deadline-too = Ich erinnere dich auch an die Anmeldung. Der letzte Tag dafür ist: { $day }.
wish-lead-both = eine Woche und einen Tag vorher
wish-lead-week = eine Woche vorher
wish-lead-day = einen Tag vorher
wish-ended = Gut. Zu „{ $title }“ schreibe ich dir nicht mehr.
wish-all-ended = Gut. Ich schreibe dir nicht mehr von allein.
wish-none = Du hast gerade keine Erinnerung. Unter allem mit Terminen kannst du auf 🔔 tippen.
wish-list = Daran denke ich für dich:
wish-more = und { $count } weitere
wish-line-dates = { $title } – wenn es einen neuen Termin gibt
wish-line-reminder = { $title } – { $day }, { $lead }
wish-end = 🔕 { $title }
wish-end-all = 🔕 Alles beenden
wish-not-here = Hier kann ich dir später nicht schreiben. Auf Telegram geht das.
tiding-new = 🔔 Für „{ $title }“ gibt es einen neuen Termin: { $when }{ $where }.
tiding-moved = 🔔 „{ $title }“ hat einen anderen Termin: { $when }{ $where }.
tiding-cancelled = 🔔 „{ $title }“ am { $day } ist abgesagt. Es findet nicht statt.
tiding-start = 🔔 { $days ->
    [0] Heute
    [1] Morgen
    [7] In einer Woche
   *[other] In { $days } Tagen
 } geht es los: „{ $title }“, { $when }{ $where }.
tiding-deadline = 🔔 { $days ->
    [0] Nur noch heute
    [1] Nur noch bis morgen
    [7] Noch eine Woche
   *[other] Noch { $days } Tage
 } kannst du dich für „{ $title }“ anmelden. Der letzte Tag ist: { $day }. Los geht es { $when }{ $where }.
