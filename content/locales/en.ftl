## Forms

form-progress = { $number } / { $of }
fill-paused = Let us take a break. { $number } of { $of } answers are saved, and you can go on whenever you like.
form-back = Back
form-skip = Skip
form-pause = Later
form-send = Send
form-keep = Keep as it is
fill-share-phone = Share my number
form-overview-title = Your answers
fill-overview-hint = Is everything right? Change what you like, then send.
form-no-answer = no answer
form-change-now = Your answer now: { $answer }
form-write-other = Write it in your own words.

problem-unexpected =
    { $what ->
        [contact] No contact is needed here.
        [file] No file is needed here.
        [sticker] A nice sticker, but it does not work as an answer.
        [voice] I do not understand voice messages yet.
        [video] A video does not work as an answer.
        [location] No location is needed here.
       *[other] That does not work as an answer.
    } Please answer the question below.
problem-old-button = This button is out of date. Please answer the question below.
problem-cannot-skip = This question cannot be skipped. Please answer it.
problem-empty = There is no text in the message. Please write your answer and send it.
problem-too-long = The text is too long: { $length } characters, and { $max } is the most. Please shorten it and send it again.
problem-too-short = The text is too short: at least { $min } characters are needed. Please write a little more.
problem-name-letters = A name needs letters. Please write it in letters.
problem-press-a-button = Please choose one of the given answers.
problem-choose-at-least-one = Choose at least one, then “Done”.
problem-too-many-choices =
    { $max ->
        [one] You can choose at most { $max }. Take it off first.
       *[other] You can choose at most { $max }. Take one off first.
    }
problem-write-other = Write your own answer in words, or take its mark off.
problem-not-a-number = Write a number in digits, from { $min } to { $max }.
problem-whole-number = Write a whole number, from { $min } to { $max }.
problem-number-range = The number must be from { $min } to { $max }. Please write it again.
problem-not-a-date = I could not read the date. Write it like this: 31.12.2001.
problem-short-year = Write the year with four digits. For example: 31.12.2001.
problem-no-such-day = There is no such day in the calendar. Please check and write it again.
problem-date-early = That is too early. Write { $min } or a later day.
problem-date-late = That is too late. Write { $max } or an earlier day.
problem-not-a-phone = This does not look like a phone number in use. Write it like this: 8 701 123 45 67.
problem-not-an-email = There seems to be a mistake in the address. Write it like this: name@mail.kz.
problem-not-a-card-number = This does not look like the number of an identity card. Write its nine digits, for example: 012345678.
problem-not-the-card = Twelve digits are the IIN, and the card has a number of its own. It stands on the back, after the sign “№”: nine digits.
problem-send-a-file = Send a photo or a document here.
problem-file-kind-photo = A photo is needed here. Please send a picture.
problem-file-kind-document = A document is needed here. Please send the file as a document.
problem-file-too-big = The file is too big. Send one of at most { $max } MB.
problem-too-many-files = You can send at most { $max } files. Choose “Done” or “Start over”.

## The way in

language-set = The language is changed.
consent-text =
    <b>Before we get to know each other</b>

    I am Birge, an assistant for volunteers and for those who work with young people. If you agree, I will keep your name, birth date, contacts, your answers to the questionnaire (also about health) and the files that you send.

    • <b>What for:</b> to find something that suits you and to put you in touch with a coordinator.
    • <b>Who sees it:</b> the coordinators of the project you choose or of its organisation, and the administrator. Without a project only the administrator. Nothing is published in groups.
    • <b>If you have a role:</b> I also keep what you have to do and by when; the head, coordinator or mentor there sees it. What you answer for your organisation stays with it: your colleagues see that it is yours, and after erasing your name is gone.
    • <b>If you volunteer:</b> I also keep what your agreement says (identity card number, address), papers that are asked of those who work with children, your diary and reports. The coordinators of your project see it; nobody sees your entries outside of projects. Whoever has the number of your certificate sees initials, hours and period.
    • <b>Announcements:</b> the organisations you belong to can write to you through me. /stop ends that at any time.
    • <b>How long:</b> a candidate's data 1 year, other people's 3 years after their last role.
    • <b>How to erase it:</b> /forget erases everything, /mydata shows everything that is kept. Both work at any time.

    Do you agree that your data are kept? You may refuse.
consent-anew = You have turned 18. From now on you give your consent yourself.
consent-agree = I agree
consent-decline = I do not agree
consent-declined = All right, I will ask nothing more. What was kept before goes with /forget. If you change your mind, write here.
consent-look-again = Look again
consent-use-buttons = Please choose one of the two answers below.
born-on-ask =
    When were you born? Please write the year, too.
    <i>For example: 31.12.2001</i>
minor-why = Under 18, a parent or legal representative has to agree. Until then I keep only your name, birth date and language.
minor-name-ask = What is your name? Your parent will see it when they open the link.
role-name-ask = What are your first name and surname? Those you work with in this role will see them.
guardian-link = Send this link to a parent or legal representative. It works once, within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. If a parent has signed a consent on paper, send the link to your coordinator.
guardian-waiting = I am waiting for the consent of a parent or legal representative and will write to you as soon as it is there. If you mistyped your birth date, write the right one here.
guardian-new-link = Get a new link
guardian-text =
    <b>{ $child }</b> would like to volunteer but is not 18 yet. A parent or legal representative has to agree.

    • <b>What is kept:</b> name, birth date, contacts, answers to the questionnaire (also about health) and files sent.
    • <b>What for:</b> to find something suitable and to put them in touch with a coordinator.
    • <b>Who sees it:</b> the coordinators of the chosen project or of its organisation, and the administrator. Without a project only the administrator.
    • <b>If they have a role:</b> what they have to do and by when is kept, too; the head, coordinator or mentor there sees it.
    • <b>As a volunteer:</b> what the agreement says (identity card number, address), papers asked for work with children, the diary and reports; the project's coordinators see it. Whoever has the number of a certificate sees initials, hours and period.
    • <b>Announcements:</b> the organisations they belong to can write to them through this assistant. /stop ends that at any time.
    • <b>How long:</b> a candidate's data 1 year, other people's 3 years after their last role.
    • <b>How to erase it:</b> when the child writes /forget to this assistant, everything is erased.

    Do you give your consent? You may refuse.
guardian-paper-text =
    <b>{ $child }</b> is under 18. If you hold a consent on paper signed by a parent or legal representative, write the full name of the person who signed it.
guardian-agree = I give my consent
guardian-decline = I do not give my consent
guardian-name = Thank you. Now please write your full name: it is kept together with your consent.
guardian-full-name = Please write both the first and the last name.
guardian-confirm = The consent for { $child } will be recorded under this name: <b>{ $name }</b>. Is that right? If not, write the right name.
guardian-confirm-yes = Yes, that is right
guardian-no-paper = There is no such paper
guardian-given = Thank you! The consent is recorded, and I will tell the child.
guardian-declined = All right. No consent was given, and the link still works.
guardian-self = This link is not for you: send it to a parent or legal representative.
guardian-minor = Only somebody who is 18 or older can give this consent.
guardian-over = This link has expired or has been used. Ask the child for a new one.
guardian-link-over = This link has expired or has been used. Ask the child for a new one.
guardian-unknown = There is no such link. Check that you copied all of it.
consent-given = Good news: the consent is given! We can begin.
joined = Welcome! Your role now: { $role }.
joined-project = You have been invited to the project “{ $project }”.
joined-fill = Fill in the questionnaire
invitation-over = This invitation has expired or has been used. Ask whoever invited you for a new one.
invitation-unknown = There is no such link. Check that you copied all of it.

## The menu

menu-button = Menu
menu-text = What shall we do?
menu-questionnaire = Become a volunteer
menu-deadlines = My deadlines
menu-my-forms = My questionnaires
menu-my-data = My data
menu-language = Language
menu-help = Help
menu-received = Received questionnaires
menu-new-project = New project
menu-new-organisation = New organisation
menu-centre = Youth centre
menu-invite = Invite
go-on = Continue
draft-waits =
    { $number ->
        [one] { $number } of { $of } answers is saved.
       *[other] { $number } of { $of } answers are saved.
    } Shall we go on?
not-understood = I did not understand that. Please choose one of these.
command-menu = Menu
command-deadlines = My deadlines
command-diary = The diary of good deeds
command-language = Change the language
command-mydata = What is kept about me
command-forget = Erase my data
command-help = Help
command-cancel = Pause, everything is kept
command-stop = Stop announcements
help-text =
    We fill in the questionnaire together, and I save every answer at once: you can stop at any moment and go on a week later.

    • “Back” returns to the question before, and old buttons work too.
    • /deadlines – what you have to do and by when; I remind you in good time.
    • “Volunteering” (in the menu) – your projects and certificates; /diary – the diary of good deeds.
    • “Youth centre” (in the menu) – a centre's self-assessment, action plan and application for the quality label.
    • /menu – menu, /language – language, /cancel – pause.
    • /mydata – everything kept about you, /forget – erase everything.
    • /stop – no announcements, /start – bring them back.

## Filling in

form-view = See the answers
form-view-end = These are the answers that you sent.
form-was-sent = You sent this questionnaire on { $day }.
form-fill-anew = Fill it in again
form-not-found = There is no such questionnaire.
fill-goes-on = You have begun this before: we go on where you stopped.
fill-goes-on-together = Your colleagues are already filling this in: let us go on together.
fill-files = ✓ Files: { $count }. Send more, or press “Done”.
fill-begins-with = What is known already is filled in: at the end you can check and change it.
fill-words-left = The file is kept, but the words below it are not. If they matter, write them where a text is asked for.
fill-not-theirs = This form is not open to you any more: it has been erased, or your role in the organisation has ended. If that is a mistake, ask the head of the organisation. Menu: /menu
fill-kept = This form has been sent: what you said is saved.
fill-already-sent = This form has been sent and cannot be changed here any more. Menu: /menu
fill-new-version = The questionnaire has been updated. Your answers are kept; only what is new will be asked.
fill-question-gone = That question is not asked any more. Let us go on here.
fill-too-early = Your last message was written before this question was asked. Please answer the question.
fill-noted = Noted. Choose more, or “Done”.
fill-overview-buttons = To change an answer, choose its number; to finish, choose “Send”.
fill-earlier-answers = ◂ Previous answers
fill-later-answers = Next answers ▸
fill-changed-elsewhere = This answer was changed on another device. Below is what it says now; you can change it again.
fill-sections = ☰ Sections
fill-end = ✓ Finish
fill-end-yes = Yes, finish
fill-end-no = No, go on
fill-now-by = Now: { $answer } — { $name }, { $day }
fill-yourself = you
fill-colleague = your colleague
fill-colleague-answered = While you were answering, another answer came: { $name } — “{ $theirs }”. That answer stands, and yours, “{ $yours }”, is kept in the history. If you disagree, change it below.
fill-replaced = ✓ { $answer } (before: { $before } — { $name })
fill-remove = Remove
fill-sections-buttons = Choose a section with the buttons below: that is where answers are given.
fill-paused-section = Let us take a break. { $number } of { $of } answers in this section are saved, and those of the other sections are where they were. You can go on whenever you like.
fill-contact-thanks = Your number is saved.
fill-contact-left = Let us go on.
fill-file-not-fetched = The file did not arrive. Check your connection and send it again.

## Questionnaires

projects-choose = Which project would you like to help?
projects-none = There are no open projects yet. Fill in the questionnaire now: we will write when there is something for you.
projects-more = More projects ▸
projects-pool = I will decide later
projects-pool-short = no project chosen
my-forms = Your questionnaires:
my-forms-none = You have not filled in a questionnaire yet.
forms-earlier = Earlier ones ▸
status-draft = ✎
status-submitted = ✓ Sent:
status-returned = ↩ Returned:
status-accepted = ✓ Accepted:
status-declined = Declined:
status-withdrawn = Withdrawn:
card =
    A new questionnaire has come.
    Project: <b>{ $project }</b>
    Name: <b>{ $name }</b>
card-corrected =
    A corrected questionnaire has come.
    Project: <b>{ $project }</b>
    Name: <b>{ $name }</b>
card-open = Open
card-end = Contacts and health open separately. Who opens them, and when, is recorded.
card-sensitive = Contacts and health
card-sensitive-end = Please do not pass these data on to anyone.
card-refused = You cannot open this questionnaire: it does not belong to your project, or it has been erased.

## Coordination

role-administrator = administrator
role-coordinator = coordinator
role-volunteer = volunteer
role-head = head
role-staff = staff member
role-worker = worker
role-mentor = mentor
role-trainer = internal trainer
role-expert = expert
role-office = member of the union's office
role-leader = leader
role-deputy = deputy leader
refused = You have no right to do this. If you need it, write to the administrator.
choose-organisation = Choose the organisation:
organisations-none = There are no organisations yet. First add one with “New organisation”.
organisation-made = The organisation is added. Now invite its people.
project-made = The project is added: volunteers can choose it.
invite-whom = Whom shall we invite?
invite-coordinator = The organisation's coordinator
invite-volunteer = Volunteers: { $project }
invite-head = Its head
invite-staff = Staff
invite-worker = Workers
invite-mentor = A mentor
invite-trainer = An internal trainer
invite-expert = An expert
invite-office = A member of the union's office
invite-leader = A leader
invite-deputy = A deputy leader
invite-nobody = You cannot invite anybody to this organisation yet. Volunteers are invited to a project: add one with “New project”.
invitation = Send the link to those you invite ({ $role }). It is valid for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, for { $uses } { $uses ->
        [one] person
       *[other] people
    }.

## Deadlines

due-today = today
due-left = { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
due-late = { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
due-line = { $day } ({ $left })
due-by = By: <b>{ $day }</b> ({ $left })
due-was-by = By: { $day }
due-who = Who: { $name }
due-about = About: { $name }
due-where = Where: { $where }
due-no-name = name unknown
due-source = Source: { $source }
due-ours = Birge itself suggests this date: the documents name no day.
due-agreed = The centre itself chose this date.
document-jastar-belgisi-quality-label = the “Jastar belgisi” quality label
document-mobility-centre-workers-cpd-rules = the rules on professional development of labour mobility centres' workers
document-student-leaders-movement-regulation = the regulation of the “Көшбасшы Оқушылар Қозғалысы” movement
document-union-annual-evaluation-regulation = the regulation on the union's yearly evaluation of member organisations
document-volunteering-manual-birgemiz-bilim = the manual “Біргеміз: Білім”
place-annex =
    { $count ->
        [one] annex { $number }
       *[other] annexes { $number }
    }
place-indicator =
    { $count ->
        [one] indicator { $number }
       *[other] indicators { $number }
    }
place-item =
    { $count ->
        [one] item { $number }
       *[other] items { $number }
    }
place-stage =
    { $count ->
        [one] stage { $number }
       *[other] stages { $number }
    }
due-done = Done
due-mark-done = Mark as done
due-open = Open the questionnaire
due-open-assessment = Open the assessment
due-open-plan = Open the action plan
due-open-action = Open the step of the plan
due-later = Remind me tomorrow
due-not = Not mine
due-all-mine = All my deadlines
due-all-people = My people's deadlines
due-done-before = ✓ This is done already, thank you.
due-over = This is no longer needed.
due-not-mine = You said that this is not yours, so I do not remind you of it.
due-not-theirs = Marked as “not mine”.
due-not-theirs-by = Marked as “not mine” by { $name }.
due-mine-after-all = It is mine after all
due-theirs-again = It is theirs again
due-by-form = I will mark it as done as soon as you send the questionnaire.
due-by-itself = It is noted by itself when you have finished.
due-excuse = Not needed
due-excused = All right, this is not needed any more, and there will be no reminders.
due-excused-by = Marked as not needed by { $name }.
due-by-hours = I will mark it as done when your certificates add up to { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }.
due-digest = Your next deadlines
due-more = { $count ->
        [one] { $count } more is in the list.
       *[other] { $count } more are in the list.
    }
due-digest-people = Among your people
due-people-late = { $who ->
        [organisation] { $count ->
            [one] { $count } organisation is late with “{ $title }”.
           *[other] { $count } organisations are late with “{ $title }”.
        }
       *[person] { $count ->
            [one] { $count } person is late with “{ $title }”.
           *[other] { $count } people are late with “{ $title }”.
        }
    }
due-people-open = { $who ->
        [organisation] { $count ->
            [one] { $count } organisation still owes “{ $title }”.
           *[other] { $count } organisations still owe “{ $title }”.
        }
       *[person] { $count ->
            [one] { $count } person still owes “{ $title }”.
           *[other] { $count } people still owe “{ $title }”.
        }
    }
due-mine = Your deadlines
due-none = You have no deadlines now. When there is a new one, I will write to you.
due-further = Further ▸
due-calendar-file = Add to my calendar
due-calendar-name = Birge: deadlines
due-calendar-caption = Open the file on your phone, and the deadlines will be in your calendar.
due-people-button = My people ({ $overdue } overdue)
due-people =
    <b>My people</b>
    Overdue: { $overdue }. In all, up to { $ahead } days ahead: { $open }.
due-people-none = Your people have nothing overdue and nothing due soon.
due-refused = This deadline does not concern you, or there is none like it. /deadlines shows your own.
due-when-done = When was “{ $title }” done?
due-today-button = Today
due-yesterday-button = Yesterday
due-other-day = Another day
due-which-day =
    On which day was it done? Please write the year, too.
    <i>For example: 15.11.2026</i>
due-recorded = Recorded: “{ $title }”, { $day }.
due-undo = Undo
due-again = All right, this is still to be done.
due-reminds = All right, I will remind you on { $day } at { $hour }.
due-not-ask = Is “{ $title }” really not yours? I will not remind you any more, and the head or coordinator who looks after deadlines will see that you said so.
due-not-yes = Yes, it is not mine
due-waived = All right, I will not remind you any more. Your head or coordinator sees this.
due-list-caption =
    <b>{ $title }</b>
    { $day } ({ $left }). Done: { $done } of { $of }.
due-list-done = Done
due-list-waiting = Not yet
due-list-waived = Says it is not theirs
due-list-rest = { $count ->
        [one] { $count } more organisation
       *[other] { $count } more organisations
    }
due-list-centre = Organisation
due-list-name = Name
due-list-state = State
organisation-below = Place it below another one
parent-choose = Below which organisation does it stand? Those above see its deadlines and can invite people to it.
parent-none = There is no organisation yet below which it could stand. Add that one first.
parent-set = Done: it stands there now. Next, invite its people.
parent-circle = That organisation itself stands below this one, so it cannot stand above it.

## Roles

menu-my-roles = My roles
roles-title = <b>Your roles</b>
roles-line = • { $role }: { $where }
roles-none = You have no roles. A role comes with a link from whoever invites you.
roles-leave = Leave: { $role }, { $where }
roles-leave-ask =
    You are about to leave a role: <b>{ $role }</b>, { $where }.

    Everything you owe in this role will be closed, and reminders about it will end. To come back you need a new link. Leave?
roles-leave-yes = Yes, leave
roles-stay = No, stay
roles-left = You have left this role: { $role }. Thank you for your work!
roles-last-administrator = You are the last administrator: without one nobody could add organisations. First let somebody else become one: whoever runs Birge makes the link with <code>npm run admin</code>. Then you can leave.

## Recording events

menu-record = Record an event
record-whom = Whom is it about?
record-organisation = The organisation itself
record-nobody = There is nobody here yet about whom you could record anything. First invite people.
record-more = More people ▸
record-what = { $who }: what has happened?
record-worker = Which worker is it about?
record-when = When was it? Choose a day or write the date, for example 31.12.2026.
record-hours = How many academic hours does the certificate give? Write a whole number, for example 36.
record-hours-said = Academic hours: { $hours }
record-today = Today
record-yesterday = Yesterday
record-earlier = Recorded already: { $day }. A new date corrects it.
record-again = It happened once more
recorded = ✓ Recorded: { $day }
record-corrected = The date before was { $day }.
record-fulfils = Done: { $title } (due { $day })
record-opens = To be done now:
record-opened = • { $title }: by { $day }
record-undo = Undo
record-next = Record something else
record-undone = Taken back: it no longer counts.
record-nothing-open = Nothing that this would fulfil is open, so nothing was recorded.

## Status

menu-status = Status
health-title = <b>How Birge is doing</b>
health-database = Database: answers in { $ms } ms
health-on = { $channel }: on
health-waiting = ⚠ { $channel }: not connected yet, { $why }
health-web = Web chat
health-plan = Reminders: planned { $span } ago
health-plan-late = ⚠ Reminders: planned last { $span } ago, though it should be every minute
health-plan-never = ⚠ Reminders: never planned yet
health-agrees = Deadlines: agree with the facts
health-differences = ⚠ Deadlines that differ from the facts: { $number }
health-not-compared = Deadlines: compared for the first time tonight
health-holidays = ⚠ The days off of { $year } are not confirmed: check content/holidays.yaml against the official list
health-queue = Waiting: { $queued }, under way: { $underWay }
health-oldest = Waiting longest: { $span }
health-rate = Sent in the last minute: { $number }
health-lost = ⚠ In doubt: { $unknown }, not delivered: { $failed }
health-error = – { $reason }
health-rest = Messages without an answer yet: { $inbox }, other work: { $jobs }
health-seconds = { $number } s
health-minutes = { $number } min
health-hours = { $number } h
health-days = { $number } d
health-again = Look again
health-not-yours = This page is for administrators. You will find everything of yours in the menu.

## My data

mydata-caption = This file holds everything that is kept about you.
mydata-end = Files that you sent, if any, are here too. Erase everything: /forget
forget-ask = The data about you will be erased: answers, files, roles, the diary, this talk. Certificates that you were given are no longer valid. Only a record without a name remains that you had given consent and who opened the data. They cannot be brought back. Go on?
forget-yes = Yes, erase
forget-no = No, keep it
forget-ask-again = Asking for the last time: erase everything for good?
forget-yes-again = Yes, erase it for good
forget-done = Everything is erased. Thank you for having been with us! If you write again, we will start from the beginning.
retention-notice = You have not written for a long time. As promised, I will erase your data in { $days } days. If you want to keep them, press the button.
retention-keep = Keep them

## When something goes wrong

error = Something went wrong, but your answers so far are kept. Choose “Continue”. If it happens again, give this number: { $id }
not-saved = I cannot save anything right now: your answer is <b>not saved</b> yet. As soon as things are well again I will go on by myself. If nothing comes within a few minutes, send it again.
catch-up = The connection was lost, but your answers are kept. Shall we go on?
set-aside = I could not take your last message. Please send it again; your earlier answers are kept.
group-private = I talk in private messages: nothing personal is asked in a group.
group-open = Write privately

## Announcements

ann-hint-wrong-weekday = “{ $said }” is a { $weekday ->
        [monday] Monday
        [tuesday] Tuesday
        [wednesday] Wednesday
        [thursday] Thursday
        [friday] Friday
        [saturday] Saturday
       *[sunday] Sunday
    }, but the text names another weekday. Please check.
ann-hint-past-day = This day is over: { $days }. Would you like to write a new one?
ann-hint-apart = { $where ->
        [kk] Only in the Kazakh text: { $kk }.
        [ru] Only in the Russian text: { $ru }.
       *[both] Only in the Kazakh text: { $kk }. Only in the Russian one: { $ru }.
    } It is better if both say the same.
ann-hint-no-contact = There seems to be no phone, e-mail or link. Whom can people ask?
ann-hint-no-date = It does not seem to say when. Would you like to add a day or a time?
ann-hint-nothing-to-do = What should the reader do: write, come, sign up? One sentence at the end will help.
ann-hint-short = The text is very short. Who are we, and why do we write? People trust you more if the text says so.
ann-hint-arguments = { $number } points in a row. If they are arguments, the three strongest are remembered best.
ann-hint-hashtags = { $number } hashtags. Seven are enough.
ann-hint-shorter = { $lang ->
        [ru] The Russian text is much shorter than the Kazakh one.
       *[kk] The Kazakh text is much shorter than the Russian one.
    } Is anything missing?
ann-hint-capitals = Words in capitals read like shouting. Ordinary letters sound warmer.
ann-hint-exclamations = Many exclamation marks. One or two are enough.
ann-hint-no-russian = There is no Russian text, so people who read Russian get the Kazakh one.
ann-when-unreadable = I could not read the time. Write it like this: 25.11 18:30, tomorrow 10:00 or 18:30.
ann-when-no-time = Please write the hour, too, for example: 25.11 18:30.
ann-when-no-such-time = There is no such time. Write it like this, for example: 18:30.
ann-when-no-such-day = There is no such day in the calendar. Please check and write it again.
ann-when-past = That time is over. Please write one to come.
ann-when-too-far = That is too far away: you can plan { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ahead at most.
ann-when-quiet = From 21:00 to 09:00 I do not disturb people: the announcement goes out from 09:00 in the morning.
ann-duration = { $unit ->
        [seconds] a moment
        [minutes] about { $number } { $number ->
            [one] minute
           *[other] minutes
        }
        [hours] about { $number } { $number ->
            [one] hour
           *[other] hours
        }
       *[days] about { $number } { $number ->
            [one] day
           *[other] days
        }
    }
ann-begins = The first one goes on { $day } at about { $time }.
ann-ends = The last one goes on { $day } at about { $time }.
ann-groups = { $number } { $number ->
        [one] group
       *[other] groups
    }
ann-people = { $number } { $number ->
        [one] person
       *[other] people
    }
grp-tags-left-out = These tags are not saved: { $tags }. There can be { $max }, each of at most { $length } characters.

## Joining messengers

command-link = Add another messenger
menu-messengers = My messengers
messengers-text = I know you here. If you add another messenger, you can go on in either of them with what you have begun.
messengers-only = I know you here. There are no other messengers at the moment, so there is nothing to join.
messengers-add = Add another
messengers-code = Open the link of your other messenger. It is valid for { $minutes } minutes and works once. Please give it to nobody.
messengers-by-hand = Or send me this code as a message there:
joining-ask =
    Shall I join the two messengers? Then all you have filled in in either of them stays together, and so do your roles and deadlines. This cannot be undone.

    <b>Agree only if you yourself have just got the code in your other messenger.</b> If somebody else sent it to you, answer “No”: otherwise they see everything about you.
joining-take = Yes, join
joining-leave = No
joining-left = All right, nothing was joined.
joining-taken =
    Now go back to the messenger where you got the code, and confirm. Compare this number: <b>{ $check }</b>

    If it is not confirmed within { $minutes } minutes, nothing changes.
joining-own = You got this code yourself. Open it in your other messenger.
joining-unreachable = I cannot write to the messenger that gave the code, so nothing was joined. First write me a word there, then open the code again.
joining-asked =
    Somebody { $channel ->
        [telegram] on Telegram
        [whatsapp] on WhatsApp
       *[web] in the web chat
    } has sent your code. Was it you?

    The number <b>{ $check }</b> stands there. Confirm only if you see the very same number on your own screen. If there is no answer within { $minutes } minutes, nothing changes.
joining-yes = Yes, it was me
joining-no = No, not me
joining-joined = Joined! From now on both messengers are the same: write in either, I know you.
joining-refused = Nothing was joined: the messenger that gave the code answered “No, not me”. If you like, get a new code under “My messengers”.
joining-dates = I could not join them: the two messengers have different birth dates. If one of them is wrong, tell your coordinator. Once it is corrected, get a new code.
joining-minor = I could not join them: in one messenger you are under 18 and a parent's consent is awaited, in the other you are an adult. If a birth date is wrong, write the right one in that messenger or tell your coordinator. Then get a new code.
joining-family = I could not join them: in one messenger a parent has given consent for a child who writes in the other. A parent and a child are two people, and each writes from their own messenger.
joining-gone = I could not join them: the data on one side are erased. Nothing has changed.
joining-over = This code is no longer valid: its time is over, or it has been used. Nothing has changed. If you like, get a new one under “My messengers”.
joining-unknown = There is no such code. Did you copy all of it? If so, get a new one under “My messengers”.

## WhatsApp

health-device = { $device ->
        [linked] WhatsApp: linked
        [starting] ⚠ WhatsApp: starting
        [waiting] ⚠ WhatsApp: waits for a phone to scan the code
        [lost] ⚠ WhatsApp: the connection is lost ({ $why }), it is being tried again
        [logged-out] ⚠ WhatsApp: the phone has removed this device
       *[away] ⚠ WhatsApp: no running Birge works with it
    }
wa-write = Or write:
wa-open = WhatsApp
wa-off = WhatsApp is off. Whoever runs Birge can turn it on: WHATSAPP=on.
wa-qr = Open WhatsApp on the phone whose number Birge shall use: <b>Linked devices</b> → <b>Link a device</b>, then scan this. The picture changes by itself.
wa-qr-over = This code is out of date. There is a new one under “WhatsApp”.
wa-qr-linked = ✓ WhatsApp is linked.
wa-qr-again = Show the QR code
wa-qr-comes = The QR code will come in a moment.
wa-code-ask = Link by number
wa-code = Type this code on the phone: { $code }. It is under <b>Linked devices</b> → <b>Link a device</b> → <b>Link with phone number</b>.
wa-code-comes = The code will come here in a moment.
wa-phone-ask = What is the number of the WhatsApp account? Write it like this: 8 701 123 45 67.
wa-unlink = Unlink
wa-unlink-ask = Unlink WhatsApp? Until a phone scans a new code, nobody is answered there and nothing is sent.
wa-unlink-yes = Yes, unlink
wa-unlinking = WhatsApp is being unlinked.
wa-stopped = ⚠ Sending is stopped: several messages in a row did not arrive ({ $why }). Check on the phone that WhatsApp works and the number is not limited, then let it go on.
wa-go-on = Go on sending
wa-goes-on = Sending goes on.
wa-why-network = no connection to the internet or to WhatsApp
wa-why-silent = WhatsApp did not confirm them
wa-why-browser = trouble with the browser
wa-why-page = WhatsApp Web did not answer
wa-why-process = Birge was ended meanwhile
wa-why-other = the reason is in the log
wa-alert-away = ⚠ WhatsApp has been away for five minutes ({ $why }).
wa-alert-back = ✓ WhatsApp works again.
wa-alert-logged-out = ⚠ The phone has removed Birge from its linked devices. A new code has to be scanned.
wa-alert-stopped = ⚠ WhatsApp: several messages in a row did not arrive, so sending is stopped ({ $why }). Check on the phone that the number is not limited.

## Groups

grp-menu = Groups
grp-list = <b>Groups</b> ({ $number }). Announcements go to these.
grp-list-none = No group is linked yet. Link one, and announcements go there too.
grp-more = More groups ▸
grp-link = Link a group
grp-all = All groups
grp-none = This group is not on the list: somebody has unlinked it. To have it back, choose “Link a group” in the list of groups.
grp-untitled = a group without a title
grp-gone-mark = ⚠ I am not in it
grp-gone = ⚠ I am not in this group, so no announcement goes there. Add me to it again.
grp-there = ✓ Announcements go to this group.
grp-everywhere = the whole country
grp-describe = Describe the group
grp-described = Noted.
grp-let-go = Unlink the group
grp-let-go-ask = Unlink the group “{ $title }”? It will get no more announcements, not even those already waiting.
grp-let-go-yes = Yes, unlink it
grp-keep = No, keep it
grp-let-gone = The group “{ $title }” is unlinked. To link it again you need a new code.
grp-choose-project = Which project does the group belong to?
grp-code = <b>Link a group:</b> { $where }
grp-code-telegram = <b>Telegram.</b> Open “Add to a Telegram group” below and choose the group. If I am in the group already, write there: <code>/link { $code }</code>
grp-code-whatsapp = <b>WhatsApp.</b> Add the number { $number } to the group and write there: <code>birge { $code }</code>
grp-code-terms = The code works once, within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
grp-add = Add to a Telegram group
grp-no-messenger = Neither Telegram nor WhatsApp is working now, so no group can be linked. Try again later, or write to the administrator.
grp-code-in-private = This code is for a group: first add me to it, then write the code there after <code>/link</code>.
grp-here = Announcements of “{ $organisation }” will come to this group.
grp-taken = Another organisation has linked this group. Its coordinator must unlink it first.
grp-code-over = This code does not work any more. A coordinator gets a new one with “Link a group”.
grp-code-unknown = There is no such code. Check that you copied all of it.
grp-linked = The group “{ $title }” is linked: announcements of “{ $organisation }” now go there too. Describe the group, so that you can choose it by region and tags later.
stop-done =
    All right, I will send you no more announcements.

    I still remind you of your deadlines as long as you have a role. To bring announcements back, write /start or choose “Bring announcements back” below.
stop-take-back = Bring announcements back
stop-back = You will get announcements again.

## Announcements: sending

ann-button-projects = Fill in the volunteers' questionnaire
ann-button-project = Volunteer in this project
ann-button-deadlines = See my deadlines
ann-button-menu = Write to Birge
ann-run-planned = <b>Announcement № { $id } is confirmed</b>
ann-run-sending = <b>Announcement № { $id } is being sent</b>
ann-run-paused = <b>Announcement № { $id } is paused</b>
ann-run-done = <b>Announcement № { $id } is through</b>
ann-run-cancelled = <b>Announcement № { $id } was cancelled</b>
ann-run-below = How announcement № { $id } is going stands below.
ann-run-sent = { $sent } of { $total } sent
ann-run-failed = { $number } failed
ann-run-unknown = { $number } unknown
ann-run-not-sent = { $number } not sent
ann-run-left = Left: { $duration }
ann-run-night = I disturb nobody at night; it goes on at { $time }.
ann-run-stopped = The messenger refused several messages in a row, so sending has stopped. The administrators know.
ann-run-growing = The list of recipients is still growing.
ann-run-begins-now = It begins now.
ann-run-begins = It begins on { $day } at { $time }.
ann-run-pause = Pause
ann-run-resume = Go on
ann-run-cancel = Cancel
ann-run-state = How far is it?
ann-run-list-failed = Failed: { $number }
ann-run-list-unknown = Unknown: { $number }
ann-run-again = Send the failed again
ann-run-cancel-ask = Cancel announcement № { $id } for good? What has been sent stays; nobody gets the rest.
ann-run-cancel-yes = Yes, cancel it
ann-failed-title = <b>Who did not get announcement № { $id }</b>
ann-failed-none = There is nobody it did not reach.
ann-unknown-title = <b>Did they get announcement № { $id }? Nobody knows</b>
ann-unknown-why = It may have arrived. Nobody likes to get it twice, so please decide about each one.
ann-unknown-none = There are no unknown ones left.
ann-unknown-again = Send again
ann-again-queued = It is being sent again.
ann-again-none = There is nothing to send again: they cannot be written to any more, or it has been done.
ann-nobody = No name given
ann-list-next = Next ones
ann-why-blocked = has blocked us or deleted the chat
ann-why-left = we are not in this group any more
ann-why-long = the text does not fit into one message
ann-why-limited = the messenger said “too fast” again and again
ann-why-unreachable = the messenger could not be reached after several tries
ann-why-refused = refused by the messenger ({ $reason })

## Announcements: composing

menu-announce = Announce
ann-everybody = All organisations
ann-which-project = For the people of which project?
ann-new-button = New announcement
ann-list-button = Earlier announcements
ann-list = Announcements, newest first:
ann-list-none = There are no announcements yet.
ann-not-there = There is no such announcement.
ann-written = The announcement is written. Nobody gets it until you confirm.
ann-no-draft = This announcement can no longer be changed.
ann-title = Announcement № { $number } · { $state }
ann-state-draft = being written
ann-state-asked = waits for a second coordinator
ann-state-planned = confirmed
ann-state-sending = being sent
ann-state-paused = paused
ann-state-done = sent
ann-state-cancelled = cancelled
ann-no-text = There is no text yet: choose “Text” and write it.
ann-too-long = Both texts do not fit into one message: they have { $length } characters, and there is room for { $max }. Shorten them or take the file away.
ann-signature-private = — { $organisation }. No more announcements: /stop
ann-signature-group = — { $organisation }
ann-with-picture = 🖼 With a picture
ann-with-file = 📎 With a file
ann-look-again = Perhaps look once more:
ann-text-button = Text
ann-preview-button = Preview
ann-test-button = Send it to me
ann-link-button = Button
ann-audience-button = Audience
ann-when-button = When
ann-send-button = Send…
ann-drop-button = Drop
ann-back = Back to the announcement
ann-open = Open
ann-text-others = Only whoever wrote the text can change it. You can change everything else.
ann-text-open = The text is being changed and is not finished. First finish it and choose “Send” there.
ann-link = Button: { $where }
ann-link-none = none
ann-link-projects = all projects
ann-link-deadlines = deadlines
ann-link-menu = write to Birge
ann-link-project = the project “{ $project }”
ann-link-ask = Which button shall stand below the announcement? Now: { $where }.
ann-page-before = ◂ Previous
ann-page-after = Next ▸
ann-way-on = You came from an announcement. Let us go on:
ann-preview-end = That is all. This is how it looks.
ann-test-end = This is exactly what people get.
ann-in-private = { $language ->
        [kk] { $messenger }, to a reader of Kazakh
        [ru] { $messenger }, to a reader of Russian
       *[all] { $messenger }, to a person
    }
ann-in-groups = { $messenger }, in a group
ann-not-shown = The messenger does not take it like this. Shorten the text or change the file.
ann-audience = Who gets it?
ann-no-groups = No group is linked yet. You can link one under “Groups”; your announcement waits here.
ann-audience-none = It has not been chosen yet who gets it.
ann-audience-groups = Groups: { $who }
ann-audience-people = People: { $who }
ann-audience-regions = Regions: { $which }
ann-audience-programmes = Programmes: { $which }
ann-audience-languages = Languages: { $which }
ann-none = none
ann-all = all
ann-groups-button = Groups
ann-people-button = People
ann-regions-button = Region
ann-programmes-button = Programme
ann-languages-button = Language
ann-audience-back = Back
ann-choose-groups = Which groups? If you choose several tags, it goes to groups that have any of them.
ann-choose-people = Which people? Choose by role.
ann-choose-regions = Which regions?
ann-choose-programmes = Which programmes?
ann-choose-languages = Readers of which language?
ann-programme-volunteers = volunteering
ann-programme-label = quality label
ann-programme-mobility = labour mobility
ann-programme-union = union
ann-programme-pupils = pupils' movement
ann-language-kk = Kazakh
ann-language-ru = Russian
ann-language-en = English
ann-count-nobody = Nobody gets it
ann-and = { $groups } and { $people }
ann-left-out = Left out:
ann-left-stopped = • said that they want no announcements: { $number }
ann-left-consent = • without consent: { $number }
ann-left-blocked = • have blocked us: { $number }
ann-left-silent = • have never written to us: { $number }
ann-left-gone = • groups that we are not in any more: { $number }
ann-when-now = When: as soon as you confirm
ann-when-agreed = When: as soon as a second coordinator agrees
ann-when-at = When: { $day }, { $time }
ann-when-ask =
    When shall it go? Choose below or write a time, for example 25.11 18:30.
    It is { $day }, { $time } now.
ann-at-once = Now
ann-today-at = Today { $time }
ann-tomorrow-at = Tomorrow { $time }
ann-urgent = ⚡ Urgent: { $reason }
ann-urgent-button = It is urgent
ann-urgent-ask = An urgent announcement goes out at night, too. Why can it not wait until 09:00? Write the reason: it is recorded.
ann-urgent-off = It is not urgent
ann-urgent-length = Write the reason in { $min } to { $max } characters.
ann-takes = It takes { $duration }.
ann-takes-unknown = I cannot say now how long it takes: the messenger's limit is used up.
ann-away = ⚠ { $messenger } is not connected now: { $number } { $number ->
        [one] message waits
       *[other] messages wait
    } until it is.
ann-confirm = Shall it go? To <b>{ $who }</b>.
ann-needs-second = There are more than { $most } recipients, so a second coordinator has to agree. If you say yes, I ask them.
ann-yes = Yes, send
ann-changed = Something has changed meanwhile. Please look once more.
ann-nobody-hears = Nobody gets this announcement. Choose who it is for.
ann-nobody-agrees = There are more than { $most } recipients, and there is no second coordinator who could agree. Ask the administrator to invite another one, or choose fewer recipients. Nothing has been sent.
ann-asked = I have asked { $number } { $number ->
        [one] person
       *[other] people
    } who may agree. As soon as one does, it goes, and I tell you.
ann-planned = Confirmed.
ann-planned-now = Confirmed: sending begins now.
ann-planned-at = Confirmed: it goes on { $day } at { $time }.
ann-progress-follows = I will tell you how many are sent.
ann-drop-ask = Drop the announcement? It cannot be brought back. Nobody has got it yet.
ann-drop-yes = Yes, drop it
ann-dropped = Dropped. Nobody got it.
ann-asks = { $by } wants to announce something to { $number } recipients. For that many a second coordinator has to agree. Do you?
ann-somebody = A coordinator
ann-agree-button = Agree
ann-refuse-button = Refuse
ann-agreed = Thank you! It is noted that you agree.
ann-refused = Thank you. The announcement is back with its author, and nobody gets it.
ann-own = You cannot agree to your own announcement: another coordinator does. Write to them if you like.
ann-settled = There is no need to agree any more: { $state }.
ann-was-agreed = A second coordinator has agreed: announcement № { $number } goes out.
ann-was-refused = A second coordinator has refused: nobody got announcement № { $number }. You can change it and send it again.
