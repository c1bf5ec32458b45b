# Confirming volunteers' hours.
vol-conf-title = Waiting to be confirmed: { $count } { $count ->
    [one] entry
   *[other] entries
}
vol-conf-none = All hours are confirmed. New entries of volunteers will show up here.
vol-conf-hours = { $hours } h
vol-conf-people = { $people } { $people ->
    [one] person
   *[other] people
}
vol-conf-own = 👤 This one is yours: a colleague confirms it
vol-conf-own-told = You cannot confirm your own hours: ask another coordinator of the organisation. If there is none, a coordinator of the organisation or an administrator can bring one in with “Invite”.
vol-conf-questioned = ❓ The volunteer was asked to look at it again
vol-conf-one = ✓ { $number } Confirm
vol-conf-question = ❓ { $number } Ask
vol-conf-day = ✓ { $day }: confirm all ({ $count })
vol-conf-more = Next entries ▸
vol-conf-first = ◂ From the beginning
vol-conf-done = ✓ Confirmed:
vol-conf-undo = Take it back
vol-conf-already = These hours are confirmed already.
vol-conf-gone = This entry is gone, or it belongs to another project now.
vol-conf-changed = This entry was changed after you saw it. Now it says:
vol-conf-confirm = ✓ Confirm
vol-conf-back = ◂ Back to the list
vol-conf-ask = Ask { $name } to look at this entry again? They get a message and can correct it.
vol-conf-ask-yes = Yes, ask
vol-conf-asked = ✓ Done: { $name } is asked to look at it again.
vol-conf-asked-before = The volunteer has been asked about this entry already.
vol-conf-undone = Taken back: these hours wait again.
vol-conf-waits-already = This entry is not confirmed now, or it was changed since.
vol-conf-day-done = ✓ { $day }: { $count } { $count ->
    [one] entry
   *[other] entries
} confirmed.
vol-conf-day-rest = Left alone, of what you saw: { $count } (changed, taken out or confirmed meanwhile).
vol-conf-day-none = What you saw of that day has been confirmed, changed or taken out meanwhile.
vol-conf-day-undo = Take it back ({ $count })
