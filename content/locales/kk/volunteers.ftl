# Волонтерлік: басы, жоба, волонтердің картасы.
menu-volunteering = Волонтерлік
vol-home-button = Менің волонтерлігім
vol-home = Жобаларыңыз, күнделігіңіз және басқасы осында. Неден бастаймыз?
vol-home-none = Әзірге ешбір жобада жоқсыз. Солай болса да игі істер күнделігін жүргізіп, идея іздей аласыз. Жобаға қосылу үшін сауалнама толтырыңыз.
vol-refused = Бұл Сізге ашық емес немесе енді жоқ. Сізге ашығы мынау.
vol-new-deed = ✍️ Игі іс жазу
vol-diary = 📖 Күнделік
vol-ideas = 💡 Игі іс идеялары
vol-skills = 🧰 Менің дағдыларым
vol-where-to-go = 🧭 Қайда баруға болады
vol-my-thanks = 🏅 Сертификаттарым
vol-lead = Менің волонтерлерім
vol-report = 📝 Айлық есеп
vol-agreement = Келісім
vol-briefing = Қауіпсіздік нұсқамасы
vol-leave = Жобадан кету
vol-since = Волонтер болған күні: { $day }
vol-until = Соңғы күні: { $day }
vol-agreement-signed = Келісімге қол қойылды: { $day }
vol-agreement-unsigned = Келісім жасалды, бірақ қол әлі қойылған жоқ
vol-agreement-none = Келісім әлі жасалған жоқ
vol-briefed-on = Қауіпсіздік нұсқамасынан өтті: { $day }
vol-briefing-none = Қауіпсіздік нұсқамасынан әлі өткен жоқ
vol-lead-none = Ашық жобаңыз жоқ. Жобаны мәзірден құруға болады: «Жаңа жоба».
vol-lead-choose = Қай жобаны ашайын?
vol-candidates = Үміткерлер ({ $count })
vol-volunteers = Волонтерлер ({ $count })
vol-to-confirm = Сағаттарды растау ({ $count })
vol-reports = Айлық есептер
vol-topics = Нұсқама тақырыптары
vol-preparation = Дайындық
vol-all-projects = Барлық жоба
vol-project-stands =
    Жауап күтіп тұрған сауалнама: { $waiting }
    Волонтерлер саны: { $volunteers }
    Растауды күткен күнделік жазбасы: { $unconfirmed }
vol-open-questionnaire = Сауалнама
vol-their-diary = Күнделік
vol-papers = Құжаттар
vol-thank = Алғыс білдіру
vol-end = Қатысуын аяқтау
vol-back-to-project = Жобаға оралу
