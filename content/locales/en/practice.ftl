# Good practice: examples that centres share with one another.
jb-prac-choose =
    <b>Good practice</b>
    { $count ->
        [one] Centres have shared { $count } example.
       *[other] Centres have shared { $count } examples.
    } Which criterion shall we read about?
jb-prac-none = There are no examples yet. If you work in a centre, the first one can be yours: write an example in the self-assessment, and let your head agree to share it.
jb-prac-none-here = There are no examples here yet. Have a look at another criterion.
jb-prac-head = <b>Good practice: { $criterion }</b> ({ $from }–{ $to } of { $of })
jb-prac-length =
    { $length ->
        [one] (the whole text has { $length } character)
       *[other] (the whole text has { $length } characters)
    }
jb-prac-whole = Read example { $number } to the end
jb-prac-more = Next examples ▸
jb-prac-before = ◂ Examples before
jb-prac-back = ◂ Examples for this criterion
jb-prac-criteria = All criteria
jb-prac-gone = This example cannot be opened any more: the centre has stopped sharing or has removed it. Have a look at the others.

jb-prac-share-ask =
    <b>{ $centre }</b>
    Do you share your centre's examples of successful practice? If you agree, everybody in Birge can read:
    • the texts of the examples in your self-assessment, also those that you add later;
    • the centre's name, its region and the level of its quality label.

    Not to be seen: who wrote an example, files, the answers “yes” and “no”, other texts.
    Please look through the examples first: if there are people's names in them, take them out. You can stop sharing at any time.
jb-prac-share-yes = Yes, we share
jb-prac-share = Share our practice: { $centre }
jb-prac-look = Look at the examples first
jb-prac-not-now = Not now
jb-prac-shared = ✓ Thank you! Others can read the examples of “{ $centre }” now. You can stop this at any time.
jb-prac-unconfirmed = An administrator has not confirmed your centre yet: the examples will be visible after that.
jb-prac-shares = Others can read the examples of “{ $centre }”: the texts of the examples, the centre's name, region and level are visible. If you like, stop sharing.
jb-prac-stop = Stop sharing
jb-prac-stopped = Done: others do not read the examples of “{ $centre }” any more.
jb-prac-share-again = Share again
jb-prac-all = Examples of good practice
jb-prac-centre = The centre's page

# A letter to somebody whose colleague answered the same question differently.
jb-diff-told =
    <b>Two different answers to one question</b>
    { $centre }
    <i>{ $question }</i>

    The answer that counts: <b>{ $stands }</b> ({ $whose })
    Meanwhile another one came: <b>{ $refused }</b> ({ $name }). It does not count but is kept in the history; your colleague knows.

    Please agree on which one is right. If need be, change it in the assessment.
jb-diff-yours = yours
jb-diff-somebody = a colleague
jb-diff-open = Open the assessment
jb-diff-history = Who answered what
