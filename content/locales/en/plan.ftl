## A centre's action plan

jb-plan-button = Action plan
jb-plan-back = ◂ Back to the plan
jb-plan-title = Action plan
jb-plan-head-open = Planned
jb-plan-head-unsaid = Not filled in to the end
jb-plan-head-done = Done
jb-plan-who = Responsible: { $name }
jb-plan-nobody = Whoever was responsible no longer works at the centre, so the reminders come to the head. You can choose somebody else.
jb-plan-nobody-short = nobody is responsible
jb-plan-by = By: { $day } ({ $left })
jb-plan-late = ❗ By: { $day } ({ $left })
jb-plan-done-on = ✓ Done: { $day }
jb-plan-missing-what = what to do is not said
jb-plan-missing-who = nobody is named yet
jb-plan-missing-when = no day is set

## Indicators without a plan

jb-plan-open = Indicators for which nothing is planned yet: { $count }
jb-plan-own = “{ $mark }” by the centre itself
jb-plan-experts = “{ $mark }” by the experts
jb-plan-more = The others ({ $count }) ▸
jb-plan-assess-first = A plan begins with an assessment: the answers “no” and “not fully” will appear here. Please assess your centre first.
jb-plan-assess = Assess the centre
jb-plan-nothing = There is no “no” or “not fully” in the assessment, so there is nothing to plan yet.
jb-plan-all-planned = There is a step for every indicator with “no” or “not fully”.
jb-plan-there = There is a step for this indicator already:

## The plan is ready

jb-plan-ready = The plan is ready
jb-plan-ready-empty = No step of the plan is filled in to the end yet. Choose an indicator and write the first step.
jb-plan-ready-ask = The plan has { $said ->
    [one] { $said } step
   *[other] { $said } steps
}. Is it ready? You can still add and change steps later.
jb-plan-ready-unsaid = { $unsaid ->
    [one] { $unsaid } more step is not filled in to the end; I do not remind anybody of it.
   *[other] { $unsaid } more steps are not filled in to the end; I do not remind anybody of them.
}
jb-plan-ready-yes = Yes, it is ready
jb-plan-made = Congratulations, the plan is ready! “{ $title }” is done. I will remind whoever is responsible of each step in good time.
jb-plan-made-no-deadline = All right, the plan is ready! I will remind whoever is responsible of each step in good time.

## One step

jb-plan-ask-what =
    What will you do? Write it in up to { $max } characters: the more exact it is, the easier it is to do.
    <i>For example: from spring on, go to the villages every week and meet young people without work</i>
jb-plan-what-short = That is too short. Write what exactly you will do, so that a colleague understands it, too: at least { $min } characters.
jb-plan-ask-who = Who is responsible? Choose, or write the name of somebody who does not use Birge: then I will remind the head of the centre.
jb-plan-myself = Myself
jb-plan-ask-when =
    By which day? Choose, or write the date with its year.
    <i>For example: { $example }</i>
jb-plan-two-weeks = Two weeks: { $day }
jb-plan-month = A month: { $day }
jb-plan-quarter = Three months: { $day }
jb-plan-meanwhile = Something else is written here by now: “{ $now }”. If yours should stand instead, choose or write it again; if not, choose “Back”.
jb-plan-not-staff = This person does not work at the centre now. Please choose somebody else.
jb-plan-agreed = ✓ It is in the plan. I will remind in good time. Responsible: { $name }.
jb-plan-agreed-centre = ✓ It is in the plan. I will remind the head of the centre in good time.
jb-plan-changed = ✓ The change is saved.
jb-plan-done = Done
jb-plan-change-what = Change what to do
jb-plan-change-who = Change who
jb-plan-change-when = Change the day
jb-plan-drop = Take it off the plan
jb-plan-drop-ask = Take this step off the plan? Nobody will be reminded of it any more.
jb-plan-drop-yes = Yes, take it off
jb-plan-dropped = The step is off the plan.
jb-plan-go-on = Continue
jb-plan-when-done = When was it done?
jb-plan-finished = Well done! This step is finished, and I do not remind of it any more.
jb-plan-reopen = Not done yet
jb-plan-reopened = All right, this step is in the plan again.
jb-plan-one-more = One more step for this indicator
jb-plan-mark-now = In the centre's self-assessment, indicator { $indicator } is: { $mark }. If things have changed, bring the answer up to date.
jb-plan-mark = Update indicator { $indicator }
jb-plan-gone = There is no such step, or somebody took it off the plan. The others are in your centre's plan.

## A letter to whoever was given a step

jb-given =
    <b>A step of the action plan is yours</b>
    { $centre }

    <i>{ $indicator }</i>
    { $what }
    { $when }

    You are responsible for this step, and I will remind you in good time. If you cannot do it, open the step and change who is responsible or the day.
jb-given-open = Open the step

## A letter to the head: the experts have finished

jb-expert-news =
    <b>The experts have finished their assessment</b>
    { $centre }

    { $what }: you can see the result now. Where it says “no” or “not fully”, the indicator is in the action plan by now: you can plan a step for each.
