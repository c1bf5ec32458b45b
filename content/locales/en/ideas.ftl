# Ideas of good deeds.
vol-idea-which-direction = Where would you like to do something good? Here are ideas.
vol-idea-once = Done in a day:
vol-idea-long = For longer:
vol-idea-in-a-day = done in a day
vol-idea-for-long = for longer
vol-idea-see-once = Done in a day ({ $count })
vol-idea-see-long = For longer ({ $count })
vol-idea-more = Next ▸
vol-idea-back = ◂ Previous
vol-idea-directions = All directions
vol-idea-others = 💡 More ideas
vol-idea-take = I’ll do it
vol-idea-which-day = Which day will you do it?
vol-idea-first-day = Which day do you begin? The first day goes into your diary.
vol-idea-today = Today: { $day }
vol-idea-tomorrow = Tomorrow: { $day }
vol-idea-saturday = Saturday: { $day }
vol-idea-other-day = Another day
vol-idea-type-day =
    Please write the day with its year.
    <i>For example: 15.12.2026</i>
vol-idea-for-which =
    { $day }
    Is it for your project?
vol-idea-just-so = No, outside of projects
vol-idea-planned = ✓ Planned: { $day }
vol-idea-reminds = I will remind you that morning at { $hour }. When it is done, mark it in the diary.
vol-idea-no-reminder = The time of today’s reminder ({ $hour }) has passed, so none will come. When it is done, mark it in the diary.
vol-idea-open = Open what is planned
vol-idea-gone = This idea is no longer in the list. Please choose another one.
