# A volunteer's report of a month.
vol-rep-title = Report: { $month }
vol-rep-empty = Your diary has nothing for this month.
vol-rep-empty-how = An empty month can be reported too: just write in a few words why. If you did something, put it in the diary first.
vol-rep-deeds = { $deeds } { $deeds ->
    [one] deed
   *[other] deeds
}
vol-rep-hours = { $hours } h
vol-rep-people = { $people } { $people ->
    [one] person
   *[other] people
}
vol-rep-confirmed = Of these confirmed: { $hours } h
vol-rep-activities = What was done
vol-rep-achieved = What was achieved
vol-rep-more = …and { $count } more
vol-rep-line = You added:
vol-rep-their-line = The volunteer adds:
vol-rep-unsent = This is made from your diary and not sent yet. The coordinator sees it once you send it.
vol-rep-sent-on = ✓ Sent on { $day }
vol-rep-differs =
    ✓ Sent on { $day }
    It says: { $figures }
    ❗ Your diary has changed since: please send it again.
vol-rep-send = 📨 Send the report
vol-rep-send-again = 📨 Send the report again
vol-rep-add = ✍️ Add a few words
vol-rep-say-why = ✍️ Write why
vol-rep-change = ✍️ Change the words
vol-rep-drop = Take the words out
vol-rep-dropped = ✓ Your words are taken out of the report.
vol-rep-kept = ✓ Your words are in the report.
vol-rep-ask-line = What else should the coordinator know: what you liked, what was hard, where you need help? Up to { $max } characters. Please leave out children’s names.
vol-rep-ask-why = Why was there nothing this month ({ $month })? A few words are enough, for example: I had exams. Up to { $max } characters.
vol-rep-sent = ✓ Thank you, the report is sent: { $month }
vol-rep-they-see = The coordinator sees:
vol-rep-open = Open the report
vol-rep-no-month = There is no report of that month: it has not come yet, or you were no volunteer of the project then. Please choose another one.
vol-rep-all-title = Reports: { $month }
vol-rep-all = ◂ All reports
vol-rep-nobody = No volunteer had a signed agreement in that month.
vol-rep-counts = Not reported: { $missing }, reported: { $sent }
vol-rep-missing = no report yet
vol-rep-not-yet = The report is not sent yet. The diary says now:
vol-rep-further = Next ▸
vol-rep-card = The volunteer’s card
due-open-report = Open the report
