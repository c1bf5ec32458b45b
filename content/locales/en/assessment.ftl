# Assessing a centre
jb-as-choose = Assessing the centre: which one shall I open?
jb-as-none = This centre has not been assessed yet.
jb-as-heading = { $by ->
    [expert] { $stage ->
        [end] Final expert assessment
       *[start] First expert assessment
    }
   *[centre] { $stage ->
        [end] Final self-assessment
       *[start] First self-assessment
    }
}
jb-as-result = { $status ->
    [draft] { "◐" }
   *[submitted] { "●" }
} { $by ->
    [expert] Expert
   *[centre] The centre itself
}, { $stage ->
    [end] at the end
   *[start] at the start
}: result
jb-as-end-hint = The final self-assessment begins with the answers of the first one: you update only what has changed, and can compare the two later.
jb-as-end-sure = Shall we finish the assessment? After that its answers stay as they are, and the result is kept to compare with.
jb-as-level = Estimated level: { $level }
jb-as-result-button = 📊 Result
jb-as-intro-expert = You assess the centre against the indicators of the quality label. Your answers are kept apart from the centre's own. Go in any order, stop and go on later.
