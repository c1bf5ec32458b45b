## Youth centres: registering, home, kind

jb-ctr-refused = This part is for the centre's own staff and those who look after it. If you work there, ask its head for an invitation link. Your own centres are below.
jb-ctr-my-centres = My centres
jb-ctr-what =
    <b>The quality label of youth centres</b>

    “Jastar belgisi” is the quality label of youth resource centres. Here a centre checks itself against the indicators, sees what stands between it and the next level, makes its action plan and prepares the application.

    If your centre is not here yet, register it: you are put down as its head. If it is, ask its head for an invitation link.
jb-ctr-choose = Which centre shall we open?
jb-ctr-new = Register a centre
jb-ctr-have-invitation = I have an invitation
jb-ctr-invited = Open the link that the head or an administrator has sent you: your role is added at once, and the centre appears here. If you have none yet, ask the centre's head: it is made under “Invite staff”.
jb-ctr-new-terms = Let us register the centre. Whoever registers it is put down as its head. An administrator confirms it later, but you can begin at once. Of one head, at most { $most ->
        [one] one centre
       *[other] { $most } centres
    } can wait to be confirmed.
jb-ctr-too-many =
    { $most ->
        [one] Only one centre of a head can wait to be confirmed
       *[other] At most { $most } centres of one head can wait to be confirmed
    }, and that many of yours do. Once an administrator has confirmed one, you can register the next.
jb-ctr-changed = While you were filling this in, somebody updated what is known of the centre. Please open it again and change what you need there.
jb-ctr-gone = This centre is closed, so nothing was saved. If you think that is a mistake, write to the administrator.
jb-ctr-registered = <b>The centre is registered.</b> You are its head. No need to wait until an administrator confirms it: open the first assessment and invite your staff.
jb-ctr-described = The centre's details are saved.
jb-ctr-news = A new youth centre is registered: { $name }. Please look at its details and confirm it.
jb-ctr-confirmed = ✓ Confirmed by an administrator
jb-ctr-unconfirmed = Waits for an administrator to confirm it
jb-ctr-no-award = No quality label yet
jb-ctr-award = 🏅 Quality label: { $level }, up to and including { $day }
jb-ctr-award-over = The label's term is over: { $level }, until { $day }
jb-ctr-cycle =
    { $number ->
        [1] First round in the programme
       *[other] Round { $number } in the programme
    }
jb-ctr-earlier-cycle =
    { $number ->
        [1] in its first round
       *[other] in round { $number }
    }
jb-ctr-joined = You have been invited to the centre: { $centre }.
jb-ctr-not-described = Nothing is known of this centre yet. Tell its kind and contacts, then the assessment can begin.
jb-ctr-describe = Tell about the centre
jb-ctr-wait-for-head = First the centre's head or coordinator has to tell about it. Let them know: opening this part of the menu is enough.
jb-ctr-open = Open the centre
jb-ctr-assess = Assess
jb-ctr-result = Result
jb-ctr-plan = Action plan
jb-ctr-application = Application
jb-ctr-programme = The programme
jb-ctr-compare = Compare
jb-ctr-practice = Good practice
jb-ctr-share = Share our practice
jb-ctr-shares = We share our practice
jb-ctr-invite = Invite staff
jb-ctr-details = Details and kind
jb-ctr-card = Card in the register
jb-ctr-back = Back to the centre
jb-ctr-correct = Check and correct
jb-ctr-kind-which = If the kind is wrong, choose the right one:
jb-ctr-kind-same = The centre is of this kind already.
jb-ctr-kind-ask = The centre's new kind: { $kind }.
jb-ctr-kind-indicators = There will be { $to } indicators instead of { $from }.
jb-ctr-kind-staff = At least { $to } staff must be responsible for youth work instead of { $from }.
jb-ctr-kind-kept = All answers stay. An unfinished assessment goes on by the new kind, a finished one stays as it is.
jb-ctr-kind-yes = Yes, correct it
jb-ctr-kind-no = No, leave it
jb-ctr-kind-set = The centre's kind is corrected.

## The register

jb-ctr-register-list = Register of centres
jb-ctr-register = <b>Register of youth centres</b>
jb-ctr-register-none = No centre is registered yet.
jb-ctr-register-end = There are no more centres.
jb-ctr-more = Show more
jb-ctr-confirm = Confirm
jb-ctr-unconfirm = Take back the confirmation
jb-ctr-confirmed-now = The centre is confirmed.
jb-ctr-unconfirmed-now = The confirmation is taken back. The centre can go on working, but others no longer see its good practice.
jb-ctr-regional = Record that it is regional
jb-ctr-invite-expert = Invite an expert
jb-ctr-decision = Decision on the label

## Decisions on the label

jb-ctr-what-decided = What was decided?
jb-ctr-refused-label = Label refused
jb-ctr-which-day = On which day was it decided? Choose one or write it, for example: 15.11.2026.
jb-ctr-decided-later = A decision of this day or a later one is recorded already. The next one can only be of a later day. If that one was a mistake, take it back first.
jb-ctr-decision-day =
    <b>{ $verdict }</b>
    Day of the decision: { $day }
jb-ctr-term = Last day of the term: { $until } ({ $years ->
        [one] { $years } year
       *[other] { $years } years
    })
jb-ctr-decision-ask = Shall we record this?
jb-ctr-decided-meanwhile = Somebody has already recorded a decision for this round. Please look at it first.
jb-ctr-decision-recorded = The decision is recorded.
jb-ctr-decision-ends-cycle = This decision ends the centre's round { $number } in the programme. Later assessments belong to the next one.
jb-ctr-decision-yes = Yes, record it
jb-ctr-opens = Deadline: { $title } – { $day }
jb-ctr-league-in = At this level the centre is a member of the National League of youth centres (as the setting says).
jb-ctr-league-out = At this level the centre is no member of the National League of youth centres (as the setting says).
jb-ctr-undo = Take back the last decision
jb-ctr-undone = The decision is taken back, and deadlines counted from it are closed.
jb-ctr-not-undone = This decision cannot be taken back: it was taken back before, there is a later one, or a new assessment has begun.
jb-ctr-decision-line = { $day }: { $level }, until { $until }
jb-ctr-decision-refused = { $day }: label refused

## The way through the programme

jb-ctr-way = The way through the “Jastar belgisi” programme
jb-ctr-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
jb-ctr-months = { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
jb-ctr-owed = { $title }: { $day } ({ $left })
jb-ctr-assessments = Assessments
jb-ctr-no-assessments = No assessment has begun yet.
jb-ctr-assessment-finished = finished on { $day }
jb-ctr-assessment-open = in progress, last change { $day }
jb-ctr-decisions = Decisions
jb-ctr-no-decisions = Nothing is decided on the label yet.
jb-ctr-record-expert = Record an expert's event
jb-news-confirmed = ✓ An administrator has confirmed your centre. If you share your practice, other centres can see it now.
jb-news-awarded = 🎉 Congratulations! On { $day } your centre was awarded the quality label: { $level }. Its last day is { $until }.
jb-news-refused = The decision of { $day }: the quality label was not awarded this time. Your answers and your plan are kept; the next round can begin with them.
