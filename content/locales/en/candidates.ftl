# Candidates, and the list of volunteers.
vol-cand-head =
    { $all ->
        [yes] All candidates
       *[no] Candidates waiting for an answer
    }
vol-cand-in-force = Filters ({ $count }):
vol-cand-none = No questionnaire waits for an answer.
vol-cand-none-at-all = No questionnaires yet.
vol-cand-no-earlier = There are no earlier ones.
vol-cand-nobody = Nobody fits all of this at once. Which filter shall I take off?
vol-cand-age =
    { $age ->
        [one] { $age } year
       *[other] { $age } years
    }
vol-cand-minor =
    { $age ->
        [one] { $age } year
       *[other] { $age } years
    } (under 18)
vol-cand-state =
    { $answer ->
        [accepted] accepted
        [returned] returned
        [declined] declined
        [withdrawn] withdrawn
       *[submitted] waits for an answer
    }
vol-cand-newest = To the newest
vol-cand-first = To the beginning
vol-cand-filters =
    { $count ->
        [0] Add a filter
       *[other] Filters ({ $count })
    }
vol-cand-also-answered = Show answered ones, too
vol-cand-only-waiting = Only those who wait
vol-cand-ages =
    { $group ->
        [under_18] under 18
        [from_18] 18–24 years
        [from_25] 25–35 years
        [from_36] 36–59 years
       *[from_60] 60 years and over
    }
vol-cand-filters-ask =
    { $count ->
        [0] Whom are we looking for? Filters can be combined.
       *[other] Whom else are we looking for? A filter with ✕ is taken off by pressing it.
    }
vol-cand-kind =
    { $kind ->
        [direction] Direction
        [region] Region
        [freeTime] Free time
        [age] Age
        [quality] Strong quality
        [activity] Activity they chose
       *[skill] Skill
    }
vol-cand-show = Show the candidates
vol-cand-page-before = ◂ Back
vol-cand-page-next = More ▸
vol-cand-gone = This questionnaire is gone: its owner has erased their data.
vol-cand-all = All candidates
vol-cand-waits = The questionnaire waits for your answer.
vol-cand-accept = ✓ Accept
vol-cand-return = ↩ Return with a comment
vol-cand-decline = Decline
vol-cand-volunteer = The volunteer's card
vol-cand-was-accepted = ✓ Accepted into the project:
vol-cand-was-returned =
    ↩ Returned with a comment:

    { $comment }
vol-cand-was-declined = Declined.
vol-cand-newer-came = This person has sent a newer questionnaire since. Please answer that one.
vol-cand-open-newer = Open the newer one
vol-cand-no-project = There is no open project to accept into. Please make one first.
vol-cand-which-project = Into which project?
vol-cand-project-gone = This project is closed, so nobody can be accepted into it.
vol-cand-accept-ask = Accept <b>{ $name }</b> into “{ $project }”? I will tell them at once.
vol-cand-accept-yes = Yes, accept
vol-cand-decline-ask = Decline? This is what the candidate will read:
vol-cand-decline-yes = Yes, decline
vol-cand-meanwhile = This questionnaire has its answer already.
vol-cand-said =
    { $answer ->
        [accepted] ✓ <b>{ $name }</b> is a volunteer of “{ $project }” from today. I have told them.
        [returned] ↩ The questionnaire went back to <b>{ $name }</b> with your comment. I will tell you when the corrected one comes.
       *[declined] <b>{ $name }</b> was declined. I have told them politely.
    }
vol-cand-next = Next candidate ▸
vol-cand-return-ask = What should be corrected? Please write to the candidate in one message, { $min } to { $max } characters. I will show it once more before it goes.
vol-cand-return-check =
    The candidate will read:

    <blockquote>{ $comment }</blockquote>

    Shall I send it? To change it, just write it again.
vol-cand-return-send = Return it
vol-cand-return-change = Write it again
vol-cand-return-length = A comment has { $min } to { $max } characters, yours has { $length }. Please write it again.
vol-cand-letter-accepted = 🎉 <b>You are accepted as a volunteer!</b>
vol-cand-letter-project = Project: <b>{ $project }</b>
vol-cand-letter-pool = Your questionnaire named no project.
vol-cand-letter-next =
    It is great to have you with us. What comes next:
    1. the agreement;
    2. the safety briefing;
    3. your diary of good deeds.

    You will find all of it in your project.
vol-cand-letter-returned = ↩ <b>The coordinator has returned your questionnaire for correction</b>
vol-cand-letter-correct = Your answers are kept: change only what is needed and send it again.
vol-cand-letter-declined = <b>Thank you for your questionnaire!</b>
vol-cand-letter-others = Sadly we could not accept you this time. It means a lot that you want to help. Other projects are waiting for you, and some good deeds can begin today.
vol-cand-own-project = My project
vol-cand-correct = ✎ Correct
vol-cand-other-projects = Other projects
vol-cand-again-newer = You have corrected this questionnaire already and sent a new one.
vol-cand-again-not = This questionnaire was not returned for correction, so there is nothing to change.
vol-cand-volunteers = Volunteers
vol-cand-with-skill = Skill: { $skill }
vol-cand-no-volunteers = This project has no volunteers yet.
vol-cand-nobody-skilled = No volunteer has this skill. Take the filter off, or choose another one.
vol-cand-mark-agreement =
    { $done ->
        [yes] ✓ agreement signed
       *[no] agreement not signed
    }
vol-cand-mark-briefing =
    { $done ->
        [yes] ✓ briefing passed
       *[no] briefing not passed
    }
vol-cand-by-skill = By skill
vol-cand-table = 📊 Get a table (.xlsx)
vol-cand-table-phones = 📊 Table with phones
vol-cand-table-count = Volunteers: { $count } ({ $day })
vol-cand-to-volunteers = List of volunteers
vol-cand-col-name = Name
vol-cand-col-phone = Phone
vol-cand-col-since = Since
vol-cand-col-until = Last day
vol-cand-col-agreement = Agreement signed
vol-cand-col-briefed = Briefing passed
vol-cand-former = Former volunteers
vol-cand-no-former = Nobody has left this project yet.
vol-cand-present = Present volunteers
vol-cand-corrected = Corrected. You had asked: { $comment }
