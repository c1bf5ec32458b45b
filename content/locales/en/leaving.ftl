## Leaving a project

vol-leave-ask = Which day will be your last one here?
vol-leave-ask-notice =
    { $days ->
        [0] By your agreement no notice is needed. Which day will be your last one here?
        [one] By your agreement you say so { $days } day before. The earliest day is { $day }. Which day will be your last one?
       *[other] By your agreement you say so { $days } days before. The earliest day is { $day }. Which day will be your last one?
    }
vol-leave-today = Today
vol-leave-week = In a week: { $day }
vol-leave-earliest = { $day }
vol-leave-other-day = Another day
vol-leave-which-day = Which day will be your last one? Write the date, for example 31.12.2026.
vol-leave-early =
    { $days ->
        [one] { $day } is earlier than agreed: by your agreement you say so { $days } day before, and the earliest day is { $earliest }.
       *[other] { $day } is earlier than agreed: by your agreement you say so { $days } days before, and the earliest day is { $earliest }.
    }
    If you have agreed on this day with the coordinator, it holds.
vol-leave-agreed = We agreed on it with the coordinator
vol-leave-stay = I stay
vol-leave-thanks =
    Thank you for all you have done here! Your last day is <b>{ $day }</b>. I have told the coordinators.

    Your diary stays with you, and you can ask the coordinators for a certificate or a letter.
vol-leave-stay-after-all = Stay after all
vol-leave-anew = Choose another day
vol-leave-stays = ✓ You stay. We are glad!
vol-leave-over = Your time in this project is over. Thank you! Your diary and your certificates stay with you.
vol-leave-to-project = Back to my project
vol-leave-letter =
    <b>{ $project }</b>
    { $name } leaves. The last day: { $day }.
    Before then it is good to say thank you and to confirm the hours.
vol-leave-letter-stays =
    <b>{ $project }</b>
    { $name } stays after all.
vol-leave-letter-card = Open their card
vol-leave-letter-ended =
    <b>{ $project }</b>
    Your time in this project ends. The last day: { $day }.

    Thank you for your time and your heart! Your diary and your certificates stay with you, and other projects will be glad of you.
vol-leave-other-projects = Other projects
vol-leave-end-when = Which day will be the last one? Press or write the date, for example 31.12.2026.
vol-leave-end-ask = The last day will be <b>{ $day }</b>, and I will write to the volunteer at once. End it?
vol-leave-end-yes = Yes, end it
vol-leave-end-done = ✓ The last day is { $day }. I have written to the volunteer.
vol-leave-end-over = Their time in this project is over already.
vol-leave-to-volunteer = Back to the volunteer
