# The diary of good deeds as it is looked at: a month, some months, sharing, a table; a coordinator's view.
vol-diary-totals =
    Good deeds: { $deeds }
    Hours: { $hours }, of them confirmed: { $confirmed }
    People helped: { $people }
vol-diary-totals-line =
    { $deeds ->
        [one] { $deeds } good deed
       *[other] { $deeds } good deeds
    } · { $hours } h, confirmed { $confirmed }
vol-diary-planned = Planned: { $count }
vol-diary-a-day = Hours a day
vol-diary-is-planned = Planned
vol-diary-today = Today
vol-diary-hours = { $hours } h
vol-diary-month-hours = { $hours } h, confirmed { $confirmed }
vol-diary-confirmed = Confirmed
vol-diary-not-confirmed = Not confirmed yet
vol-diary-by-month = By month
vol-diary-by-direction = By direction
vol-diary-three = 3 months
vol-diary-half = Half a year
vol-diary-month-button = See this month
vol-diary-entries = See the entries
vol-diary-table = Get a table (.xlsx)
vol-diary-begin =
    <b>Diary of good deeds</b>

    Your diary is empty so far. Small things count: whom did you help today? Let us begin with that.
vol-diary-nothing = There are no entries in this month.
vol-diary-nothing-then = There are no entries in these months.
vol-diary-ahead = This month has not come yet. Once it begins, its entries will stand here.
vol-diary-entries-head = Choose an entry to open it:
vol-diary-line-planned = planned
vol-diary-page-before = ◂ Previous
vol-diary-page-after = Next ▸
vol-diary-table-ask = Which entries shall I put into the table?
vol-diary-table-year = { $year }
vol-diary-table-all = All years
vol-diary-table-caption =
    Diary of good deeds: { $deeds ->
        [one] { $deeds } entry
       *[other] { $deeds } entries
    }
vol-diary-table-none = No deed was written down in this time, so there is nothing to put into a table.
vol-diary-sheet = Diary of good deeds
vol-diary-column-day = Day
vol-diary-column-project = Project
vol-diary-column-direction = Direction
vol-diary-column-activity = Form of activity
vol-diary-column-hours = Hours
vol-diary-column-confirmed = Confirmed
vol-diary-column-people = People helped
vol-diary-column-achieved = Achievements
vol-diary-column-note = Note
vol-diary-yes = yes
vol-diary-no = no
vol-diary-their-head = Only the part of the diary that belongs to this project is shown.
vol-diary-their-nothing = There are no entries for this project in this month.
vol-diary-back-to-volunteer = Back to the volunteer
vol-share-ask =
    <b>Tell others about a good deed</b>

    First, please remember:
    • no names of children or of those you helped;
    • no photo without the consent of those in it (for children, of their parents).

    What shall I prepare?
vol-share-as-text = A text
vol-share-as-picture = A picture
vol-share-with-achieved = A text with the achievements
vol-share-check = These words of yours will stand in the text:
vol-share-check-names = Is there a name, a school or an address in them? If so, correct the entry first.
vol-share-checked = No names, make the text
vol-share-open-deed = Open the entry
vol-share-copy = Copy the message above and post it on your page.
vol-share-planned = This deed is still planned. Once it is done and written down, it can be shared.
vol-share-card-caption = Save the picture and post it on your page. There are no names on it.
vol-share-text =
    🤝 My good deed: { $what }.
    Direction: { $direction }
vol-share-hours =
    { $hours ->
        [one] ⏱ { $hours } hour of my time
       *[other] ⏱ { $hours } hours of my time
    }
vol-share-people =
    { $people ->
        [one] 👥 { $people } person was helped
       *[other] 👥 { $people } people were helped
    }
vol-share-a-deed = a good deed
vol-share-call = Doing good is easy: all it takes is some time. Join in!
vol-share-tags = #volunteering #gooddeeds
vol-share-card-a-deed = A good deed
vol-share-card-hours =
    { $hours ->
        [one] hour
       *[other] hours
    }
vol-share-card-people =
    { $people ->
        [one] person helped
       *[other] people helped
    }
vol-share-card-foot = Diary of good deeds
