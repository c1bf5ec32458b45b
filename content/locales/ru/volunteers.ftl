# Волонтёрство: начало, проект, карточка волонтёра.
menu-volunteering = Волонтёрство
vol-home-button = Моё волонтёрство
vol-home = Ваши проекты, дневник и не только. С чего начнём?
vol-home-none = Вы пока не участвуете ни в одном проекте. Но вести дневник добрых дел и искать идеи можно уже сейчас, а для участия заполните анкету проекта.
vol-refused = Это вам недоступно, или этого больше нет. Вот что открыто для вас.
vol-new-deed = ✍️ Записать дело
vol-diary = 📖 Дневник
vol-ideas = 💡 Идеи
vol-skills = 🧰 Мои навыки
vol-where-to-go = 🧭 Куда пойти
vol-my-thanks = 🏅 Мои сертификаты
vol-lead = Мои волонтёры
vol-report = 📝 Отчёт за месяц
vol-agreement = Соглашение
vol-briefing = Инструктаж
vol-leave = Уйти из проекта
vol-since = Волонтёр с { $day }
vol-until = Последний день: { $day }
vol-agreement-signed = Соглашение подписано { $day }
vol-agreement-unsigned = Соглашение составлено, но ещё не подписано
vol-agreement-none = Соглашения пока нет
vol-briefed-on = Инструктаж пройден { $day }
vol-briefing-none = Инструктаж ещё не пройден
vol-lead-none = Открытых проектов у вас нет. Создать проект можно в меню: «Новый проект».
vol-lead-choose = Какой проект открыть?
vol-candidates = Кандидаты ({ $count })
vol-volunteers = Волонтёры ({ $count })
vol-to-confirm = Подтвердить часы ({ $count })
vol-reports = Отчёты за месяц
vol-topics = Темы инструктажа
vol-preparation = Подготовка
vol-all-projects = Все проекты
vol-project-stands =
    Анкет ждёт ответа: { $waiting }
    Волонтёров: { $volunteers }
    Записей дневника ждёт подтверждения: { $unconfirmed }
vol-open-questionnaire = Анкета
vol-their-diary = Дневник
vol-papers = Документы
vol-thank = Поблагодарить
vol-end = Завершить участие
vol-back-to-project = К проекту
