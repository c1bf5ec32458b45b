# The safety briefing: a volunteer goes through cards and questions, a coordinator chooses the topics.
vol-br-open = Open the briefing
vol-br-title = Safety briefing
vol-br-extent = { $cards ->
        [one] { $cards } card
       *[other] { $cards } cards
    } and { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
vol-br-intro = You can stop at any moment and go on later from the same place.
vol-br-under-way = Cards behind you: { $done } of { $of }. Go on from where you stopped.
vol-br-begin = Begin
vol-br-go-on = Go on
vol-br-clear = Got it
vol-br-may = What a volunteer tutor may do
vol-br-not = What a volunteer tutor may not do
vol-br-question = Question { $number } of { $of }
vol-br-right = ✓ Right!
vol-br-wrong = Not quite, never mind. Read the card once more and try again.
vol-br-changed = This question has changed; here it is anew.
vol-br-passed = ✓ Done, you have passed the briefing: { $day }. Thank you for keeping yourself and others safe!
vol-br-what-next = Now you can begin. Write what you do into the diary, so that your work is not lost.
vol-br-passed-before = ✓ You have passed this briefing: { $day }. You can read the cards again at any time.
vol-br-outdated = You passed the briefing on { $day }, and it has changed since. Please go through the new one.
vol-br-over = You are no longer a volunteer of this project and need not go through the briefing.
vol-br-read = Read the cards again
vol-br-list = Which card shall I open?
vol-br-list-back = Back to the list of cards
vol-br-card-gone = This card is gone. These are the ones there are now.
vol-br-previous = ◂ Back
vol-br-next = Further ▸
vol-br-project = Back to my project
vol-br-topics = Topics of the briefing
vol-br-topics-chosen = Topics chosen: { $chosen } of { $all }
vol-br-topics-volunteer = What a volunteer goes through:
vol-br-usual-page = Main topics ({ $page } of { $of }). Press to add or take out.
vol-br-general-page = General topics that can be added ({ $page } of { $of }). Press to add or take out.
vol-br-tutors = What tutors may and may not do
vol-br-all = All topics
vol-br-only-usual = Only the main ones
vol-br-one-stays = At least one topic has to stay.
