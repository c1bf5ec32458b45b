# The diary of good deeds: an entry, changing it and putting it off.
vol-deed-whose = Which project is this deed for?
vol-deed-for-none = Outside of projects
vol-deed-not-of-project = You are not a volunteer of that project, so we write the deed down outside of projects.
vol-deed-of = Project: { $project }
vol-deed-long-day =
    ⚠️ { $day }: that makes { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    } in all, and a day has 24. If it is a mistake, correct the hours.
vol-deed-unconfirms = ⚠️ A coordinator has confirmed this entry. With another day, direction, form of activity or other hours it has to be confirmed again.
vol-deed-written = ✓ It is in the diary. Thank you for the good deed!
vol-deed-changed = ✓ Changed in the diary.
vol-deed-kept = This form has been sent: your entry is in the diary.
vol-deed-gone = This entry has been deleted from the diary, so the change was not kept. Write the deed down again if you like.
vol-deed-another = ✍️ Write another one
vol-deed-project = My project
vol-deed-open = Open the entry
vol-deed-no-project = Outside of projects
vol-deed-hours =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
vol-deed-confirmed = { $hours } · ✓ confirmed
vol-deed-waiting = { $hours } · waiting for the coordinator
vol-deed-people = Children and other people: { $people }
vol-deed-achieved = Achievements: { $achieved }
vol-deed-note = Note: { $note }
vol-deed-questioned = ⚠️ The coordinator asks you to look at this entry again.
vol-deed-change = Change
vol-deed-remove = Delete
vol-deed-share = Share
vol-deed-photo = 🖼 See the photo
vol-deed-photo-none = The photo of this entry is no longer kept.
vol-deed-back = Back to the entry
vol-deed-remove-ask = Delete this entry from the diary? It cannot be brought back.
vol-deed-drop-ask = Delete this plan?
vol-deed-remove-yes = Yes, delete it
vol-deed-remove-no = No, keep it
vol-deed-removed = The entry is deleted.
vol-deed-dropped = The plan is deleted. There will be time for another good deed.
vol-deed-planned-for = <b>Planned: { $day }</b>
vol-deed-done = ✅ Done, write it down
vol-deed-move = Another day
vol-deed-drop = Delete the plan
vol-deed-which-day = On which day instead? Press one, or type a day like 15.12.2026.
vol-deed-tomorrow = Tomorrow
vol-deed-in-three-days = In three days
vol-deed-in-a-week = In a week
vol-deed-moved = ✓ The new day: { $day }. I will remind you that morning.
vol-deed-moved-today = ✓ It is planned for today now.
vol-deed-look-again =
    <b>The coordinator asks you to look at an entry again</b>
    { $project }

    { $day } · { $what } · { $hours }

    Please check the day, the deed and the hours. Correct what is wrong and send it; if all is right, send it again as it is.
vol-deed-today =
    <b>You planned a good deed for today</b>
    { $what }

    When it is done, write it into the diary. If today does not work out, choose another day.
