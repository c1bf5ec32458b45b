# Volunteering: where it begins, a project, a volunteer's card.
menu-volunteering = Volunteering
vol-home-button = My volunteering
vol-home = Your projects, your diary and more. What would you like to do?
vol-home-none = You are not in a project yet. You can still keep a diary of good deeds and look for ideas. To join a project, fill in its questionnaire.
vol-refused = This is not yours to see, or it is no more. Here is what is yours.
vol-new-deed = ✍️ Write down a deed
vol-diary = 📖 Diary
vol-ideas = 💡 Ideas
vol-skills = 🧰 My skills
vol-where-to-go = 🧭 Where to go
vol-my-thanks = 🏅 My certificates
vol-lead = My volunteers
vol-report = 📝 Monthly report
vol-agreement = Agreement
vol-briefing = Safety briefing
vol-leave = Leave the project
vol-since = Volunteer since { $day }
vol-until = Last day: { $day }
vol-agreement-signed = Agreement: signed on { $day }
vol-agreement-unsigned = Agreement: made, not signed yet
vol-agreement-none = Agreement: none yet
vol-briefed-on = Safety briefing: passed on { $day }
vol-briefing-none = Safety briefing: not passed yet
vol-lead-none = You have no open projects. You can make one from the menu: “New project”.
vol-lead-choose = Which project?
vol-candidates = Candidates ({ $count })
vol-volunteers = Volunteers ({ $count })
vol-to-confirm = Confirm hours ({ $count })
vol-reports = Monthly reports
vol-topics = Briefing topics
vol-preparation = Preparation
vol-all-projects = All projects
vol-project-stands =
    Questionnaires that wait for an answer: { $waiting }
    Volunteers: { $volunteers }
    Diary entries to confirm: { $unconfirmed }
vol-open-questionnaire = Questionnaire
vol-their-diary = Diary
vol-papers = Papers
vol-thank = Thank
vol-end = End their time here
vol-back-to-project = Back to the project
