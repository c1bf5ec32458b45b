## Results, reports and comparisons of assessments of the quality label

jb-res-what = { $by ->
        [expert] { $stage ->
            [start] First expert assessment
           *[end] Final expert assessment
        }
       *[centre] { $stage ->
            [start] First self-assessment
           *[end] Final self-assessment
        }
    }
jb-res-level = { $level ->
        [gold] gold
        [silver] silver
        [bronze] bronze
       *[none] none yet
    }
jb-res-open = not answered
jb-res-unfinished = Not finished yet: { $answered } of { $of } answered
jb-res-finished = Finished on { $day }: { $answered } of { $of } answered
jb-res-estimate = Estimated level: <b>{ $level }</b>
jb-res-nothing = Nothing is answered yet, so there is no result. It will stand here after the first answer.
jb-res-criteria = <b>Criteria</b>
jb-res-criterion = { $state ->
        [met] { $number }. { $title } – { $share } %, met ✓
        [answered] { $number }. { $title } – { $share } %
       *[begun] { $number }. { $title } – { $share } % (answered: { $answered }/{ $of })
    }
jb-res-next = <b>Next level: { $level }.</b> { $count ->
        [one] { $count } indicator holds it back
       *[other] { $count } indicators hold it back, the shortest way first
    }:
jb-res-indicator = { $number }. { $title } – { $mark }
jb-res-more = … and { $count } more
jb-res-further = Above it: { $level }, { $count ->
        [one] { $count } indicator
       *[other] { $count } indicators
    } in all.
jb-res-top = Nothing holds you back any more: this is the highest level.
jb-res-unanswered = Not answered – { $count }: { $numbers }
jb-res-held-criterion = <b>{ $number }. { $title }</b>
jb-res-held-button = Show all that holds it back
jb-res-if-button = What if it were “yes”?
jb-res-plan-button = Action plan
jb-res-assess-button = Go to the assessment
jb-res-report-button = Report
jb-res-compare-button = Compare
jb-res-result-button = Back to the result
jb-res-centre-button = Back to the centre
jb-res-criteria-button = Back to the criteria
jb-res-file-erased = { $name } (no longer kept)

jb-res-if-intro = Try which level it would be if some indicators became “yes”. Nothing is stored here, and your answers do not change.
jb-res-if-chosen = Taken for “yes”: { $count ->
        [one] { $count } indicator
       *[other] { $count } indicators
    }
jb-res-if-levels = Now: { $now }. Then: <b>{ $would }</b>
jb-res-if-left = The level after that ({ $level }) needs { $count ->
        [one] { $count } more indicator
       *[other] { $count } more indicators
    }.
jb-res-if-estimate = An estimate: experts decide on the level.
jb-res-if-criterion = { $met ->
        [yes] <b>{ $number }. { $title }</b>: { $now } % → { $would } %, would be met ✓
       *[no] <b>{ $number }. { $title }</b>: { $now } % → { $would } %
    }
jb-res-if-shortest = Shortest way to the next level
jb-res-if-clear = Untick all
jb-res-if-all = Tick all of this criterion
jb-res-if-criteria = Criteria

jb-res-report-ask = The report has all answers, examples, the list of evidence, trends and difficult questions, and the picture of the criteria. In which format shall it come?
jb-res-report-docx = Word document (.docx)
jb-res-report-xlsx = Excel table (.xlsx)

jb-res-compare-choose = What shall we put side by side?
jb-res-compare-none = A comparison needs two assessments: start and end, or the centre's and the experts'. There are no such two yet. As soon as there is a second one, it will stand here.
jb-res-pair = { $pair ->
        [centre] Self-assessment: start and end
        [expert] Experts: start and end
        [start] At the start: centre and experts
       *[end] At the end: centre and experts
    }
jb-res-pair-picture = { $pair ->
        [centre] Self-assessment: from start to end
        [expert] Expert assessment: from start to end
        [start] First assessment: centre and experts
       *[end] Final assessment: centre and experts
    }, { $day }
jb-res-cycle = round { $cycle }
jb-res-at-start = At the start
jb-res-at-end = At the end
jb-res-by-centre = Centre
jb-res-by-experts = Experts
jb-res-differs = { $is ->
        [progress] <b>{ $count ->
            [one] { $count } answer has changed
           *[other] { $count } answers have changed
        }</b>
       *[beside] <b>{ $count ->
            [one] { $count } answer differs
           *[other] { $count } answers differ
        }</b> (centre / experts)
    }
jb-res-differing = { $is ->
        [progress] { $number }. { $title }: { $first } → { $second }
       *[beside] { $number }. { $title }: { $first } / { $second }
    }
jb-res-differs-all-button = Show all { $count } differences
jb-res-same = All that is answered in both assessments ({ $count }) has the same answer.
jb-res-differs-not-yet = No indicator is answered in both assessments yet, so there is nothing to compare.
jb-res-one-sided = Answered on one side only: { $count ->
        [one] { $count } indicator
       *[other] { $count } indicators
    }.

jb-res-history-open = There is no answer now.
jb-res-history-line = { $how ->
        [now] Now: <b>{ $mark }</b>
        [before] Before: { $mark }
       *[refused] ✗ Not taken, somebody else had answered meanwhile: { $mark }
    } – { $who }, { $when }
jb-res-history-more = … and { $count } earlier
jb-res-history-unknown = name unknown
jb-res-history-example = <b>Example of successful practice</b>{ $how ->
        [now] { "" }
        [before] , before
       *[refused] , ✗ not taken, somebody else had answered meanwhile
    } – { $who }, { $when }
    { $text }
jb-res-history-cut = Here is the beginning. The report has the whole example.
jb-res-change-button = { $given ->
        [yes] Change the answer
       *[no] Answer
    }
jb-res-change-from-button = { $given ->
        [yes] Change, from indicator { $number } on
       *[no] Answer, from indicator { $number } on
    }

jb-res-answers-button = Answers
jb-res-answers-back = Back to the answers
jb-res-answers-choose = Choose a criterion to read its answers.
jb-res-answers-criterion = { $state ->
        [done] ●
        [begun] ◐
       *[open] ○
    } { $number }. { $title } – <b>{ $answered }/{ $of }</b>
jb-res-answers-examples = { $count ->
        [one] { $count } example
       *[other] { $count } examples
    }
jb-res-answers-example = Example: { $text }
jb-res-answers-trends = <b>Positive trends:</b> { $text }
jb-res-answers-difficult = <b>Difficult questions:</b> { $text }
jb-res-answers-hint = <i>Press an indicator’s number: there is the whole example, who answered what, and the photos and documents (📎).</i>

jb-res-evidence-button = Photos and documents ({ $count })
jb-res-evidence-sent = { $count ->
        [0] No file was sent.
        [one] { $count } file is above.
       *[other] { $count } files are above.
    }
jb-res-evidence-none = There are no photos or documents to this indicator now.
jb-res-evidence-gone = No longer kept: { $names }. If you need them, ask the centre itself.
jb-res-evidence-lost = Did not get through: { $names }. Please try again in a minute.
jb-res-evidence-again = Send again
jb-res-evidence-back = Back to indicator { $number }
