# What an organisation prepares before it takes volunteers.
vol-prep-title = Preparing for volunteers
vol-prep-none = Ten questions are worth settling before you invite volunteers. Coordinators can fill them in together, and the answers are kept with the project.
vol-prep-none-read = The coordinators of the project have not answered these questions yet.
vol-prep-fill = Fill in
vol-prep-go-on = Go on
vol-prep-renew = Renew
vol-prep-before = ◂ Previous
vol-prep-further = Next ▸
vol-prep-open = Open the answers
vol-prep-read-only = The coordinators of the project fill this in. You can read the answers.
