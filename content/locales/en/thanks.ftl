## Thanks: certificate and recommendation letter

vol-thx-certificate = 🏅 Certificate
vol-thx-letter = ✉️ Recommendation letter
vol-thx-number = { $number }
vol-thx-hours =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
vol-thx-deeds =
    { $deeds ->
        [one] { $deeds } good deed
       *[other] { $deeds } good deeds
    }
vol-thx-amount = { $hours }, { $deeds }
vol-thx-with-people =
    { $people ->
        [one] { $amount }, { $people } person helped
       *[other] { $amount }, { $people } people helped
    }
vol-thx-span = { $from } – { $until }
vol-thx-language =
    { $language ->
        [ru] Language: Russian
        [en] Language: English
       *[kk] Language: Kazakh
    }
vol-thx-in-language =
    { $language ->
        [ru] In Russian
        [en] In English
       *[kk] In Kazakh
    }

## A coordinator thanks

vol-thx-confirmed = Confirmed: { $amount }
vol-thx-nothing = No hours are confirmed yet. Please confirm the entries of the diary first.
vol-thx-own = This is your own work: a colleague who coordinates the project can thank you for it.
vol-thx-only-here = ⚠️ The QR code would lead to { $address }, which only this machine reaches. Whoever runs Birge sets PUBLIC_URL first.
vol-thx-confirm = Confirm hours
vol-thx-given = Given before:
vol-thx-give-certificate = 🏅 Give a certificate
vol-thx-write-letter = ✉️ Write a letter
vol-thx-volunteer = Back to the volunteer
vol-thx-back = Back to thanking
vol-thx-which-days = Which days shall the certificate cover?
vol-thx-all-days = All of the time
vol-thx-this-year = The year { $year }
vol-thx-other-days = I will write the days
vol-thx-choose-days = Choose other days
vol-thx-first-day = Please write the first day, like 01.09.2026.
vol-thx-last-day =
    First day: { $day }
    Now please write the last one.
vol-thx-day-ahead = That day is still to come. Please write today or an earlier day.
vol-thx-day-before = The last day cannot be before the first one. Please write the last day again.
vol-thx-days-none = No hours are confirmed on these days. Please choose others.
vol-thx-no-name = The volunteer has not said their name yet, and a certificate needs it. Please ask them to tell Birge.
vol-thx-preview =
    <b>The certificate will say:</b>

    Name: { $name }
    Project: { $project }
    Organisation: { $organisation }
    Period: { $period }
    Confirmed: { $hours }, { $deeds }
    Coordinator: { $coordinator }
    Date: { $day }
    { $language }

    The period goes from the first confirmed day to the last. Shall I give it?
vol-thx-give = Yes, give it
vol-thx-changed = Something has changed meanwhile. Please look once more.
vol-thx-certificate-given = The certificate is ready. I tell the volunteer in ten minutes: until then you can withdraw it unnoticed.
vol-thx-given-before = Just the same certificate was given before; here it is.
vol-thx-file-certificate = 🏅 Certificate. Anybody can check that it is genuine, by its QR code or on this page: { $address }

## Recommendation letter

vol-thx-letter-language = In which language shall the letter be?
vol-thx-letter-adds = ✉️ The letter is for { $name }. By itself it says: { $amount }, and the length of service.
vol-thx-letter-given = ✓ The letter is ready and comes with the next message. Please print and sign it. I tell the volunteer in ten minutes.
vol-thx-file-letter = ✉️ Recommendation letter (.docx). It holds once it is printed and signed.

## What was given

vol-thx-given-on = Given: { $day }, { $name }
vol-thx-open = Open
vol-thx-withdraw = Withdraw
vol-thx-ask-certificate = Withdraw the certificate? The page that checks it will say that it is not valid. You can give it back later.
vol-thx-ask-letter = Withdraw the letter? The volunteer cannot open it here any more. You can give it back later.
vol-thx-withdraw-yes = Yes, withdraw
vol-thx-withdraw-no = No, leave it
vol-thx-off = ✖ Withdrawn: it does not hold now.
vol-thx-given-back = Given back; it holds again.
vol-thx-give-back = Give back
vol-thx-is-withdrawn = The coordinator has withdrawn this, so it does not hold now. If you have questions, please write to the project's coordinator.
vol-thx-words-gone = The data of whoever wrote this letter is erased, so it cannot be opened. Please ask the project's coordinator for a new one.

## The volunteer's own

vol-thx-mine = Your certificates and letters, the newest first. Which one shall I open?
vol-thx-mine-none = You have no certificates yet. Write your good deeds into the diary: once a coordinator has confirmed the hours, they can give you a certificate.
vol-thx-mine-withdrawn = ✖ – withdrawn by the coordinator.
vol-thx-got-certificate = 🏅 You have been given a certificate for your work in the project “{ $project }”. Thank you for your good deeds!
vol-thx-got-letter = ✉️ A recommendation letter was written for your work in the project “{ $project }”. Thank you for your good deeds!
vol-thx-open-certificate = Open the certificate
vol-thx-open-letter = Open the letter

## The page that checks

vol-thx-page-title = Birge: checking a certificate
vol-thx-page-valid = The certificate is valid
vol-thx-page-initials = Initials
vol-thx-page-of = { $initials }
vol-thx-page-hours = Confirmed hours
vol-thx-page-period = Period
vol-thx-page-invalid = The certificate is not valid
vol-thx-page-compare = Please check that every letter and digit of the number is as on the certificate.
vol-thx-page-away = It cannot be checked right now
vol-thx-page-braked = Too many wrong numbers
vol-thx-page-later = Please try again in a minute.
