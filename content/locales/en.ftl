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
problem-press-a-button = Please answer this question with a button.
problem-choose-at-least-one = Choose at least one, then press “Done”.
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
problem-send-a-file = Send a photo or a document here.
problem-file-kind-photo = A photo is needed here. Please send a picture.
problem-file-kind-document = A document is needed here. Please send the file as a document.
problem-file-too-big = The file is too big. Send one of at most { $max } MB.
problem-too-many-files = You can send at most { $max } files. Press “Done” or “Start over”.

## The way in

language-set = The language is changed.
consent-text =
    <b>Before we get to know each other</b>

    I am Birge, an assistant for volunteers. If you agree, I will keep your name, birth date, contacts, your answers to the questionnaire (also about health) and the files that you send.

    • <b>What for:</b> to find something that suits you and to put you in touch with a coordinator.
    • <b>Who sees it:</b> the coordinators of the project you choose or of its organisation, and the administrator. Without a project only the administrator. Nothing is published in groups.
    • <b>How long:</b> a candidate's data 1 year, other people's 3 years after their last role.
    • <b>How to erase it:</b> /forget erases everything, /mydata shows everything that is kept. Both work at any time.

    Do you agree that your data are kept? You may refuse.
consent-anew = You have turned 18. From now on you give your consent yourself.
consent-agree = I agree
consent-decline = I do not agree
consent-declined = All right, I will ask nothing more. What was kept before goes with /forget. If you change your mind, write here or press the button.
consent-look-again = Look again
consent-use-buttons = Please press one of the two buttons.
born-on-ask =
    When were you born? Please write the year, too.
    <i>For example: 31.12.2001</i>
minor-why = Under 18, a parent or legal representative has to agree. Until then I keep only your name, birth date and language.
minor-name-ask = What is your name? Your parent will see it when they open the link.
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
menu-my-forms = My questionnaires
menu-my-data = My data
menu-language = Language
menu-help = Help
menu-received = Received questionnaires
menu-new-project = New project
menu-new-organisation = New organisation
menu-invite = Invite
go-on = Continue
draft-waits =
    { $number ->
        [one] { $number } of { $of } answers is saved.
       *[other] { $number } of { $of } answers are saved.
    } Shall we go on?
not-understood = I did not understand that. Please press one of the buttons below.
command-menu = Menu
command-language = Change the language
command-mydata = What is kept about me
command-forget = Erase my data
command-help = Help
command-cancel = Pause, everything is kept
help-text =
    We fill in the questionnaire together, and I save every answer at once: you can stop at any moment and go on a week later.

    • “Back” returns to the question before, and old buttons work too.
    • /menu – menu, /language – language, /cancel – pause.
    • /mydata – everything kept about you, /forget – erase everything.

## Filling in

form-view = See the answers
form-view-end = These are the answers that you sent.
form-was-sent = You sent this questionnaire on { $day }.
form-fill-anew = Fill it in again
form-not-found = There is no such questionnaire.
fill-already-sent = This questionnaire has been sent and cannot be changed any more. Menu: /menu
fill-new-version = The questionnaire has been updated. Your answers are kept; only what is new will be asked.
fill-question-gone = That question is not asked any more. Let us go on here.
fill-too-early = Your last message was written before this question was asked. Please answer the question.
fill-noted = Noted. Choose more, or press “Done”.
fill-overview-buttons = To change an answer, press its number; to finish, press “Send”.
fill-earlier-answers = ◂ Previous answers
fill-later-answers = Next answers ▸
fill-changed-elsewhere = This answer was changed on another device. Below is what it says now; you can change it again.
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
received = Received questionnaires:
received-none = No questionnaires yet.
card =
    A new questionnaire has come.
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
refused = You have no right to do this. If you need it, write to the administrator.
choose-organisation = Choose the organisation:
organisations-none = There are no organisations yet. First add one with “New organisation”.
organisation-made = The organisation is added. Now invite its coordinator.
project-made = The project is added: volunteers can choose it.
invite-whom = Whom shall we invite?
invite-coordinator = The organisation's coordinator
invite-volunteer = Volunteers: { $project }
invitation = Send the link to those you invite ({ $role }). It is valid for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, for { $uses } { $uses ->
        [one] person
       *[other] people
    }.

## My data

mydata-caption = This file holds everything that is kept about you.
mydata-end = Files that you sent, if any, are here too. Erase everything: /forget
forget-ask = The data about you will be erased: answers, files, roles, this talk. Only a record without a name remains that you had given consent and who opened the data. They cannot be brought back. Go on?
forget-yes = Yes, erase
forget-no = No, keep it
forget-ask-again = Asking for the last time: erase everything for good?
forget-yes-again = Yes, erase it for good
forget-done = Everything is erased. Thank you for having been with us! If you write again, we will start from the beginning.
retention-notice = You have not written for a long time. As promised, I will erase your data in { $days } days. If you want to keep them, press the button.
retention-keep = Keep them

## When something goes wrong

error = Something went wrong, but your answers so far are kept. Press “Continue”. If it happens again, give this number: { $id }
not-saved = I cannot save anything right now: your answer is <b>not saved</b> yet. As soon as things are well again I will go on by myself. If nothing comes within a few minutes, send it again.
catch-up = The connection was lost, but your answers are kept. Shall we go on?
set-aside = I could not take your last message. Please send it again; your earlier answers are kept.
group-private = I talk in private messages: nothing personal is asked in a group.
group-open = Write privately
