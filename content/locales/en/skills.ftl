# The table of skills, and projects that fit it.
vol-skill-title = My skills
vol-skill-none = Mark what you can do and what you like, and I will find projects that suit you. You can renew the table at any time.
vol-skill-begin = Fill in
vol-skill-renew = Renew
vol-skill-fits = <b>Projects that suit you</b>
vol-skill-fits-none = No open project fits your skills yet. Please look in again later.
vol-skill-like = You like: { $skills }
vol-skill-well = You do well: { $skills }
vol-skill-professional = You are professional in: { $skills }
vol-skill-learn = Something new to learn? Begin with a small good deed: ideas are below.
