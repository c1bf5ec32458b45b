## The agreement of a volunteer and an organisation

vol-agr-none =
    There is no agreement yet. It is recommended, not obligatory: it only helps both sides to remember what was agreed.

    I ask for what goes into it and make a document. You print it and sign it together with the coordinator.
vol-agr-over = Your time in this project is over, so no agreement can be made.
vol-agr-made =
    The agreement was made on { $day } and is not signed yet.

    Print it, read it and sign it together with the coordinator. Until then you can change it.
vol-agr-signed =
    The agreement is signed: { $day }.
    { $days ->
        [0] If you leave, no notice is needed.
        [one] If you leave, say so { $days } day before.
       *[other] If you leave, say so { $days } days before.
    }
vol-agr-make = Make the agreement
vol-agr-change = Change the details
vol-agr-file = Get the document (.docx)
vol-agr-own-button = My part
vol-agr-theirs-button = The organisation's part
vol-agr-own =
    <b>What you take on</b> (3.1–3.10)
    3.1 to share the organisation's aims and uphold its name
    3.2 to do exactly and honestly what you promised
    3.3 to take an active part in joint programmes
    3.4 to have the skills for the work you chose
    3.5 to keep to the rules
    3.6 to agree on your schedule
    3.7 to hand in reports in time
    3.8 to do no harm
    3.9 to say in time what keeps you from your work
    3.10 to give notice: two weeks, unless agreed otherwise

    <b>What you may</b> (4.1–4.6)
    4.1 work by your wishes and abilities
    4.2 demand documents on your work and length of service
    4.3 take the initiative in various programmes
    4.4 propose new programmes
    4.5 change the schedule by agreement
    4.6 have safe and lawful conditions
vol-agr-theirs =
    <b>What the organisation takes on</b> (1.1–1.13)
    1.1 to explain rights and duties
    1.2 to keep a record of volunteers
    1.3 to have rules on volunteers
    1.4 to train you
    1.5 to give information and materials
    1.6 to let you grow in lasting projects
    1.7 to bring you together with other organisations
    1.8 to give medical insurance where life or health is at risk
    1.9 to confirm by a document what you are entrusted with
    1.10 to settle disputes
    1.11 to oversee the work and answer for it
    1.12 to give recommendation letters
    1.13 to draw up the schedule together with you

    <b>What it may</b> (2.1–2.5)
    2.1 decide how far you take part
    2.2 choose the joint programmes
    2.3 ask for respect for people and property
    2.4 change the schedule by agreement
    2.5 do without your help if you do not keep your duties
vol-agr-back = Back to the agreement
vol-agr-to-project = Back to my project
vol-agr-to-volunteer = Back to the volunteer
vol-agr-ready =
    ✓ <b>The agreement is ready.</b> The document comes with the next message, and the coordinators know of it.

    1. Print it and read it.
    2. Sign it together with the coordinator.
    3. The coordinator marks here that it is signed.
vol-agr-caption = Agreement: { $project }
vol-agr-print = Print it and sign it together with the coordinator.
vol-agr-signed-meanwhile = Your agreement has been signed in the meantime, and what is signed is not changed.
vol-agr-lead-none = There is no agreement yet. The volunteer makes it; it is recommended, not obligatory.
vol-agr-lead-made =
    The agreement was made on { $day } and is not signed yet.

    Sign it together, then press “It is signed”.
vol-agr-lead-signed =
    The agreement is signed: { $day }
    How: { $way }
    { $days ->
        [0] No notice before leaving.
        [one] Notice before leaving: { $days } day.
       *[other] Notice before leaving: { $days } days.
    }
vol-agr-sign = It is signed
vol-agr-which-day = On which day was it signed? Press or write the date, for example 31.12.2026.
vol-agr-which-way =
    Signed: { $day }
    How was it signed?
vol-agr-way-paper = on paper
vol-agr-way-electronic = by electronic signature
vol-agr-way-other = in another way
vol-agr-was-signed = ✓ Signed: { $day }, { $way }
vol-agr-follows = What follows for the volunteer:
vol-agr-monthly = • { $title }: every month
vol-agr-due = • { $title }: by { $day }
vol-agr-undo = Take the mark back
vol-agr-undo-ask = Shall I take back the mark that the agreement was signed? The report and the briefing that follow from it are taken back, too.
vol-agr-undo-yes = Yes, take it back
vol-agr-undone = ✓ Taken back: the agreement is not signed.
vol-agr-gone = This agreement cannot be signed any more: it was signed before, or the volunteer has left.
vol-agr-other-now = This button is old. Here is how it stands now.
vol-agr-letter-made =
    { $name } has made an agreement.
    { $project }
    Sign it together, then mark it here.
vol-agr-letter-open = Open the agreement
vol-agr-letter-signed =
    <b>{ $project }</b>
    ✓ Your agreement is signed: { $day }
    From now on:
vol-agr-owes-report = • once a month you send a report on what you have done: it is made from your diary
vol-agr-owes-briefing = • within 7 days go through the safety briefing
vol-agr-to-briefing = Begin the briefing
vol-agr-to-diary = Diary
