## Papers of volunteers who work with children

vol-pap-recommendation = Recommendation letter
vol-pap-criminal-record = Certificate of no criminal record
vol-pap-narcological = Narcological dispensary certificate
vol-pap-psychoneurological = Psychoneurological dispensary certificate
vol-pap-last-employer = Last place of work
vol-pap-title =
    <b>{ $name }</b>
    Papers for work with children. Ask only for what you really need: the last place of work is for retired teachers. The volunteer does not see your marks.
vol-pap-none = not asked
vol-pap-asked = asked on { $day }
vol-pap-received = received on { $day }
vol-pap-checked = checked on { $day }
vol-pap-checked-until = checked on { $day }, valid until { $until }
vol-pap-expired = ⚠️ expired, it was valid until { $day }
vol-pap-all = Ask for all: work with children
vol-pap-asked-all =
    { $count ->
        [one] ✓ Asked for { $count } paper. I have written to the volunteer.
       *[other] ✓ Asked for { $count } papers. I have written to the volunteer.
    }
vol-pap-nothing-to-ask = There is nothing to ask for: it was asked before, or the volunteer has left.
vol-pap-to-volunteer = Back to the volunteer
vol-pap-back = All papers
vol-pap-ask = Ask for it
vol-pap-ask-again = Ask again
vol-pap-was-asked = ✓ Asked. I have written to the volunteer.
vol-pap-seen = I saw it on paper
vol-pap-open = Open what was sent
vol-pap-ok = Checked
vol-pap-until = Change until when it is valid
vol-pap-take = Remove what was sent
vol-pap-drop = Not needed, cross it off
vol-pap-drop-ask = Shall I cross this paper off? What was sent for it goes too.
vol-pap-drop-yes = Yes, cross it off
vol-pap-dropped = ✓ Crossed off.
vol-pap-take-ask = Shall I remove what was sent? That it was checked stays.
vol-pap-take-yes = Yes, remove it
vol-pap-taken = ✓ Removed. That it was checked stays.
vol-pap-own = You cannot mark your own papers: ask another coordinator of the organisation.
vol-pap-came-anew = Something else has come in the meantime. Please look at it first.
vol-pap-until-when = ✓ Marked as checked. Until when is it valid?
vol-pap-no-end = No end date
vol-pap-three-months = 3 months: { $day }
vol-pap-year = A year: { $day }
vol-pap-other-day = Another date
vol-pap-which-day = Until which day is it valid? Write the date, for example 31.12.2027.
vol-pap-was-checked = ✓ Saved.
vol-pap-nothing-sent = Nothing is kept here any more.
vol-pap-files-missing =
    { $count ->
        [one] { $count } file could not be sent. Please try again or ask for the paper anew.
       *[other] { $count } files could not be sent. Please try again or ask for the paper anew.
    }
vol-pap-looked = If all is well, press “Checked”.
vol-pap-letter-asked =
    <b>{ $project }</b>
    You will work with children, and their safety comes first. So the coordinator asks you for:
vol-pap-letter-file = Press the button and send a photo or a file.
vol-pap-letter-tell = Press the button and write in a few words.
vol-pap-letter-seen-by = Only the project's coordinators will see it.
vol-pap-send-button = Send the paper
vol-pap-tell-button = Write it
vol-pap-letter-received =
    { $name } has sent a paper: <b>{ $paper }</b>
    { $project }
vol-pap-look-button = Look at it
vol-pap-not-asked = This paper is not asked of you now. There is nothing to send.
vol-pap-not-kept = This paper is not asked of you now, so I have not kept what you sent.
vol-pap-was-sent = You have sent this already: <b>{ $paper }</b>. The coordinators have it.
vol-pap-send-anew = Send another one instead
vol-pap-to-project = Back to my project
vol-pap-thanks = ✓ Thank you! The coordinators of “{ $project }” have it: <b>{ $paper }</b>.
vol-pap-waiting =
    { $count ->
        [one] The coordinator waits for { $count } paper of yours.
       *[other] The coordinator waits for { $count } papers of yours.
    }
vol-pap-other-kind = Nobody asks this paper of you, so it would not be kept. Choose the one that was asked: button ✎ 1.
