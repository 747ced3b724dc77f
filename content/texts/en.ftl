# Every sentence the bot says itself. Facts are not here but in content/.
# The bot fills in words in { $… }. One line = one sentence.

# Dates
date-ahead = The next date of “{ $title }”: { $when }{ $where }.
date-today = “{ $title }” is today: { $when }{ $where }.
date-then = “{ $title }”: { $when }{ $where }.
date-later = After that: { $when }{ $where }.
date-running = “{ $title }” is running now: since { $start }, until { $end }. You can no longer join.
date-running-begun = “{ $title }” is running now: since { $start }. You can no longer join.
date-running-last-day = “{ $title }” is still on today: { $end }{ $hours }{ $where }. You can still go there today.
date-running-open = “{ $title }” is on now: since { $start }, until { $end }{ $hours }{ $where }. Until then you can still go there.
date-cancelled = The date on { $when } is cancelled.
date-offer-over = The last known date of “{ $title }” was { $when }. It is over.
date-offer-begun = The last known date of “{ $title }” began on { $when }. It is over.
date-event-over = “{ $title }” was on { $when }. It is over.
date-event-begun = “{ $title }” began on { $when }. It is over.
date-earlier = { $count ->
    [one] An earlier date was { $days }.
   *[other] Earlier dates were { $days }.
 }
date-none-known = A new date is not known yet.
date-never-known = I do not know of any coming date of “{ $title }”.
date-none-in-period = { $when } we have no date of “{ $title }”.
no-such-day = That date cannot be right, no calendar I know has such a day. Have another look at it.
date-usually = “{ $title }” usually takes place { $usually }. The next date is not known yet.
date-usually-then = Usually it is { $usually }. The next date is not known yet.
date-any-time = For “{ $title }” this is usual: { $usually }.
from-to = { $first } to { $last }
on-day = on { $when }
in-month = in { $when }
in-year = in { $when }
from-on = from { $when }
up-to = up to { $when }
between = from { $first } to { $last }
between-days = from { $first } to { $last }
as-of = (as of { $when })
to-confirm = (according to { $source }; please check first)

# Place
place-ahead = The next one is { $where }: { $when }.
place-running = It is on now { $where }, since { $when }.
place-standing = You find “{ $title }” { $where }.
place-offer-over = Last time it was { $where } ({ $when }, over). Where a new one takes place is still open.
place-event-over = It was { $where } ({ $when }, over).
place-provider = Today { $provider } is { $where }.
place-unknown = Our sources name no fixed place for this.
address = Address: { $address }
no-address = Sorry, I do not know the exact address.

# Registration
register = Register
registration-open = You can register online now, for { $when }.
registration-until = Registration closes on { $day }.
vacancies-unknown = Our sources do not say whether places are left.
deadline-unknown = Our sources do not give a deadline.
deadline-ahead = { $what }: { $day }.
deadline-passed = { $what }: { $day }. That is over.
registration-unknown = Our sources do not say how to register.
registration-closed = Registration for the one { $when } is closed, the old link is no longer valid.

# On site or online
format-in-person = The next one ({ $when }) is on site, not online.
format-online = The next one ({ $when }) is online.
format-hybrid = The next one ({ $when }) is both: on site or online.
format-running-in-person = The one running now (since { $when }) is on site, not online.
format-running-online = The one running now (since { $when }) is online.
format-running-hybrid = The one running now (since { $when }) is both: on site or online.
format-was-in-person = Last time it was on site, not online ({ $when }, over). How a new one will be held is still open.
format-was-online = Last time it was online ({ $when }, over). How a new one will be held is still open.
format-was-hybrid = Last time it was both, on site and online ({ $when }, over). How a new one will be held is still open.

# Recording and stream
watch = Watch
recording-gone = The recording was announced only until { $day }. That is over.
recording-there = The recording should be available until { $day }.
stream-over = The live stream ran on { $day } on { $page } and is over.
stream-ahead = You can watch live: { $when }.

# People and contact
contact-self = How to reach “{ $title }”:
contact-self-no-phone = How to reach “{ $title }”, our sources name no phone number:
contact-visit = “{ $title }” is here: { $address }.
contact-other = I know no phone or e-mail just for “{ $title }”. Ask here: { $who }.
contact-other-page = I know no phone or email for “{ $title }”. This page will help you on: { $who }.
contact-adviser = Named there: { $names }.
phone = Phone: { $phone }
mail = E-mail: { $mail }
page = Page: { $page }
no-phone-or-mail = Our sources name no phone number or e-mail of “{ $title }”.
press = This is the press contact, for press enquiries only: { $name }.
links = The page of “{ $title }”: { $page }
ask-them = Best ask here: { $who }.
ask-them-at = Best ask here: { $who } ({ $reach }).
ask-them-self = More about “{ $who }” here: { $reach }.
people-lead = Named as lead: { $who }.
people-initiated = It was initiated by { $who }.
people-signed = It was signed by { $who }.
people-spoke = The speaker was { $who }.
people-heads = Speaker or head: { $who }.
people-press = Press contact: { $who }.
people-adviser = Who can advise you: { $who }.
people-quoted = Quoted there: { $who }.
people-and = { $first } and { $last }
function = { $name } was { $what } { $when }.
function-earlier = Named before: { $what } ({ $when }).
function-too = Named as well: { $what } ({ $when }).
function-today-unknown = I do not know whether this is still so today.
provider-offer = It is offered by: { $who }.
provider-other = Behind it: { $who }.

# Networks
members = The list of “{ $title }” names { $count } members.
members-first = The first of them:
members-more = The list of “{ $title }” goes on ({ $count } members):
members-group = On the list of “{ $title }” under “{ $group }”:
member-yes = { $count ->
    [one] Yes, { $who } is on the member list of “{ $title }”.
   *[other] Yes, { $who } are on the member list of “{ $title }”.
 }
member-no = { $count ->
    [one] No, { $who } is not on the list of members of “{ $title }” that we know.
   *[other] No, { $who } are not on the list of members of “{ $title }” that we know.
 }
member-not = { $count ->
    [one] { $who } is not on the list of members of “{ $title }” that we know.
   *[other] { $who } are not on the list of members of “{ $title }” that we know.
 }
parts = “{ $title }” has { $count ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
   *[other] { $count }
 } parts:
history = How “{ $title }” came about:
planned = Planned for “{ $title }”:
milestone-ahead = Planned: { $said }
told-by = I know this about “{ $title }” from these pages:
told-by-last = My last answer is from here:
told-by-too = More about “{ $title }” I know from these pages:
part = Part { $number } of “{ $title }” is: { $part }.
part-no-more = Our sources say no more about it.

# Lists
list = { $count ->
    [one] I know one entry:
   *[other] I know { $count } entries:
 }
list-filtered = { $count ->
    [one] I know one entry ({ $filters }):
   *[other] I know { $count } entries ({ $filters }):
 }
list-no-offer = { $count ->
    [one] I know no offer for that ({ $filters }). This deals with it:
   *[other] I know no offer for that ({ $filters }). These deal with it:
 }
list-without = without { $what }
list-other-sort = I know nothing of exactly that sort.
list-responsible = I know nothing for that right there. This is there for the area ({ $filters }):
audience-pupils = for pupils
audience-school-leavers = for school leavers
audience-apprentices = for apprentices
audience-students = for students
audience-employees = for employees
audience-companies = for companies
audience-municipalities = for municipalities
audience-teachers = for teachers
audience-returners = for returners
audience-newcomers = for newcomers
audience-volunteers = for volunteers
audience-everyone = for everyone
list-more = The list goes on:
list-all-over = All dates for this are over, new ones are not known yet.
list-today = { $title } – today
list-ahead = { $title } – from { $when }
list-ahead-days = { $title } – { $when }
list-running = { $title } – on now, until { $when }
list-running-begun = { $title } – on now
list-cancelled = { $title } – { $when } cancelled
list-also-cancelled = { $line }; { $when } cancelled
list-over = { $title } – last { $when }, over
list-over-usually = { $title } – last { $when }, over (usually { $usually })
list-usually = { $title } – date still open (usually { $usually })
list-coming = { $on ->
    [0] Coming up{ $beside }:
   *[other] On now or coming up{ $beside }:
 }
list-none-ahead = I do not know of any date still to come right now.
list-none-in-period = { $when } we have no date.
list-none-left = { $when } we have no more dates to come.
list-none-left-but-over = { $when } we have no more dates to come. Over already{ $beside }:
list-over-in-period = { $count ->
    [one] { $when } there was one date{ $beside }, it is over:
   *[other] { $when } there were { $count } dates{ $beside }, all are over:
 }
list-was = { $title } – was { $when }, over
list-began = { $title } – began { $when }, over
list-usual = (usually { $usually })
list-else-ahead = Otherwise coming up:
list-lately = Lately there was:
list-any-time = Without a fixed date there is:
list-empty-filtered = I found nothing for that ({ $filters }).
list-empty = I found nothing for that.
list-end = Those were all.
page-back = Previous page
more = Show more

# Source
source = Source: { $sources }
source-more = Source: { $sources }; and { $count ->
    [one] one more
   *[other] { $count } more
 }
source-dated = { $title } · as of { $when }
source-undated = { $title } · page without date, read { $when }

# Asking back and not knowing
several-waiting = You asked more than that. Tap it and I will answer.
several-one-by-one = You asked more than that. Best write it to me one at a time, then I will gladly answer.
which-topic = What is it about? Tap one or write me its name.
which-question = I am not sure what you mean. Is it one of these?
which-question-about = I am not sure what you want to know about “{ $title }”. Is it one of these?
none-of-these = None of these
not-there = Sorry, I do not know that. { $why }
missing = We have nothing on that about “{ $title }”.
not-known = Sorry, I do not know that. I know training, courses, networks and dates in the Lausitz.
not-known-near = Sorry, I am not sure about that. Maybe this helps you on:
perhaps-instead = Do you mean something else? Perhaps this:
not-known-again = Sorry, I do not know that either. Try other words, or ask people who know.
not-known-people = I cannot get any further here. A person can help you fastest now.
not-known-still = I have nothing on that either. A talk will surely get you further now than I can.
not-known-now = I am afraid I cannot tell you anything about “{ $name }” right now: I cannot get at my notes on it.
not-known-name = Sorry, we have nothing about “{ $name }”.
doubt-place = I know nothing about { $word }, I only know offers in the Lausitz. Here:
doubt-town = I do not know whether there is one { $word }. What I know:
doubt-name = Sorry, we have nothing about “{ $word }”. In general, here:
doubt-number = Our sources do not give exactly that number. What I know:
doubt-mail = We have no email address for that. What I know:
doubt-detail = I do not know that exactly. What I know about it:
doubt-heard = I cannot confirm that. What our sources say:
doubt-age = Our sources do not give an age, so best ask there. What I know about it:
doubt-too-young = { $word } is below the age limit.
doubt-year = For { $year } we have nothing on that. What I know:
elsewhere-named = I know nothing about { $place }, I only know offers in the Lausitz. Elsewhere, the local employment agency can help you.
elsewhere-here = Here in the Lausitz:
not-known-about = Sorry, I do not know that about “{ $title }”.
start-unknown = Good to have you here. Where that link was meant to lead, I do not know any more. But you can start here:
old-button = This button is no longer valid. Just write what you want to know.
empty = All right. If you have a question, just write it to me in a few words.
too-long = That was very long, I have only read the beginning.
cancelled = Fine, I have forgotten what we were talking about. What would you like to know?
unhelpful-button = That did not help
unhelpful = Thanks, we read that and make it better. Feel free to ask again in other words, or like this:
declined = All right. Just write when you want to know something else.
still-here = If you are not feeling well, these people are there for you:
perhaps-distress = Perhaps I misunderstand you. But in case you are not well, or somebody is hurting you: you don't have to be alone with it. Someone will listen here, and in danger call 112:
perhaps-a-question = Was it about something else? Write it again in other words, and I will answer.

# Language
language-name = English
language-set = Fine, I will answer in English from now on.
language-auto = Fine, I will answer in the language you write in.
language-follow = As I write
tongue-not-ours = This looks like { $named }. Sadly I cannot write it, so I answer in English.

# What is no question
words-alone = I cannot look at what you sent along. About what you wrote:
notice-photo = I cannot look at pictures or videos. Just write me your question in words.
notice-sticker = Nice. But I only understand words. What would you like to know?
notice-voice = I cannot listen to voice messages. Please write me your question in short.
notice-file = I cannot open files. Just write me your question in words.
notice-other = I cannot do anything with that. Just write me your question in words.
notice-edited = I do not read changes to old messages. Please send me the question again.
notice-unknown-command = I do not know this command. Just write what you want to know.
notice-too-many = That was a lot of messages at once. Write me one after the other, I will be right back.
notice-failed = Something went wrong on my side. Please write it once more.

# Telegram
command-start = Start again
command-help = What the bot can do
command-reminders = My reminders
command-privacy = What is stored
command-language = Choose the language
command-simple = Simple German
command-cancel = Cancel and forget
bot-description = I answer questions about training, courses, networks and dates in the Lausitz. With source and date, and honestly when I do not know.
bot-short-description = Training, courses and networks in the Lausitz: just ask.
operator = Run by { $name }. Contact: { $contact }.
operator-name = Run by { $name }.
operator-missing = Operator not entered. Ask where you found the link to me.

# Privacy
kept = This is everything that is stored for this chat:
kept-nothing = Nothing is stored for this chat. Only your last message was here until I answered you.
kept-chat = Number of the chat, so that the answer arrives: { $chat }
kept-last = Last written: { $when }
kept-talk = What we are talking about, for 30 minutes: { $topics }
kept-language = Chosen language: { $chosen }
kept-path = Path you began: { $title }
kept-wishes = I am to let you know about: { $topics }
kept-planned = Message planned for { $when }: { $topic }
kept-told = Already told you, planned for { $when }: { $topic }
kept-waiting = Messages still waiting for an answer: { $number }
kept-on = Fine, everything stays as it is.
forget-all = Delete everything
forget-ask = Shall I delete everything that is stored for this chat? Reminders will not come any more either.
forget-yes = Yes, delete everything
forget-no = No, keep it
forgotten = Everything is deleted. Nothing is stored for this chat any more. What you see in Telegram itself only you can delete there.

# Terminal
terminal-hello = Ask me about training, courses and networks in the Lausitz. Numbers choose a button, /ende ends the talk.
terminal-bye = See you.
terminal-day = I now pretend today is { $day }.
terminal-which-day = Today is { $day }. Set another day like this: /heute 2027-03-01
terminal-bad-day = “{ $text }” is not a date. Write it like this: /heute 2027-03-01
terminal-no-choice = There is no button { $number } right now.
terminal-no-why = There is nothing to explain yet. Ask a question first.

# Paths
path-back = Back
path-stop = Leave this path
path-on = Continue: { $title }
path-left = All right, we leave it there. You can start again any time. What would you like to know?
# Links to hand out
link-label = Link and QR code
link-topic = This link opens the bot at “{ $title }”.
link-question = This link asks the bot “{ $title }”.
link-campaign = It carries the code “{ $code }”.
link-today = Whoever opens it today reads:
link-try = Try it yourself
link-which = Which entry should the link lead to?
link-how = Write behind it where the link should lead, for example: /link hydrogen course. With a code: /link hydrogen course #flyer
link-bad-campaign = The code behind the # may have at most 18 characters: plain letters, digits and hyphens.

# Calendar, contact and map
calendar-label = 📅 For your calendar
calendar-here = { $count ->
    [one] Here is the date of “{ $title }” for your calendar.
   *[other] Here are { $count } dates of “{ $title }” for your calendar.
 } Just tap the file.
calendar-cancelled = Cancelled: { $title }
calendar-check = Dates can change. Ask again shortly before.
card-day = Information of { $day }. The bot tells you whether it still holds.
card-over = Last { $when }, that is over.
card-help = Help for you
card-more = More about it
card-label = To save
map-label = 📍 On the map

# Letting people know and reminding them
wish-dates = 🔔 Let me know
wish-reminder = 🔔 Remind me
wish-stop = 🔕 No more
wish-only-week = Only a week before
wish-only-day = Only a day before
wish-which = What shall I tell you about? Tap one or write me its name.
wish-ask-dates = Shall I let you know as soon as there is a new date for “{ $title }”?
wish-ask-reminder = Shall I remind you of “{ $title }” before it starts?
wish-too-near = It is too close for a reminder.
wish-dates-done = Good, I will let you know as soon as there is a new date for “{ $title }”. What you asked me for is under /meine.
wish-reminder-done = Good, I will remind you of “{ $title }” ({ $day }): { $lead }. If the date changes, I will tell you too.
wish-deadline-too = The same before registration closes on { $day }.
wish-lead-both = a week and a day before
wish-lead-week = a week before
wish-lead-day = a day before
wish-ended = Good, you will hear no more from me about “{ $title }”.
wish-all-ended = Good, I will not write to you of my own accord any more.
wish-none = You have not asked me for anything at the moment. Under every entry with dates you can tap 🔔.
wish-list = This is what I keep in mind for you:
wish-more = and { $count } more
wish-line-dates = { $title } – as soon as there is a new date
wish-line-reminder = { $title } – { $day }, { $lead }
wish-end = 🔕 { $title }
wish-end-all = 🔕 End everything
wish-not-here = I cannot write to you later here. On Telegram I can.
tiding-new = 🔔 There is a new date for “{ $title }”: { $when }{ $where }.
tiding-moved = 🔔 “{ $title }” was moved to: { $when }{ $where }.
tiding-cancelled = 🔔 “{ $title }” on { $day } was cancelled.
tiding-start = 🔔 { $days ->
    [0] Today is the day
    [1] Tomorrow is the day
    [7] One week to go
   *[other] { $days } days to go
 }: “{ $title }”, { $when }{ $where }.
tiding-deadline = 🔔 { $days ->
    [0] Only today you can still
    [1] Only until tomorrow you can
    [7] You have one more week to
   *[other] You have { $days } more days to
 } register for “{ $title }”: registration closes on { $day }. It starts { $when }{ $where }.
