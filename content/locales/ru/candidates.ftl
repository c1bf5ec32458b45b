# Кандидаты и список волонтёров.
vol-cand-head =
    { $all ->
        [yes] Все кандидаты
       *[no] Кандидаты, которые ждут ответа
    }
vol-cand-in-force = Фильтры ({ $count }):
vol-cand-none = Анкет, которые ждут ответа, нет.
vol-cand-none-at-all = Анкет пока нет.
vol-cand-no-earlier = Более ранних нет.
vol-cand-nobody = Никто не подходит под всё сразу. Какой фильтр убрать?
vol-cand-age =
    { $age ->
        [one] { $age } год
        [few] { $age } года
       *[other] { $age } лет
    }
vol-cand-minor =
    { $age ->
        [one] { $age } год
        [few] { $age } года
       *[other] { $age } лет
    } (до 18)
vol-cand-state =
    { $answer ->
        [accepted] приняли
        [returned] анкета возвращена
        [declined] отказали
        [withdrawn] анкета отозвана
       *[submitted] ждёт ответа
    }
vol-cand-newest = К самым новым
vol-cand-first = К началу списка
vol-cand-filters =
    { $count ->
        [0] Добавить фильтр
       *[other] Фильтры ({ $count })
    }
vol-cand-also-answered = Показать и тех, кому ответили
vol-cand-only-waiting = Только те, кто ждёт ответа
vol-cand-ages =
    { $group ->
        [under_18] младше 18
        [from_18] 18–24 года
        [from_25] 25–35 лет
        [from_36] 36–59 лет
       *[from_60] 60 лет и старше
    }
vol-cand-filters-ask =
    { $count ->
        [0] Кого ищем? Фильтры можно сочетать.
       *[other] Кого ищем ещё? Фильтр с ✕ снимается нажатием.
    }
vol-cand-kind =
    { $kind ->
        [direction] Направление
        [region] Регион
        [freeTime] Свободное время
        [age] Возраст
        [quality] Сильное качество
        [activity] Желаемое дело
       *[skill] Навык
    }
vol-cand-show = Показать кандидатов
vol-cand-page-before = ◂ Назад
vol-cand-page-next = Дальше ▸
vol-cand-gone = Этой анкеты больше нет: её владелец удалил свои данные.
vol-cand-all = Все кандидаты
vol-cand-waits = Анкета ждёт вашего ответа.
vol-cand-accept = ✓ Принять
vol-cand-return = ↩ Вернуть на исправление
vol-cand-decline = Отказать
vol-cand-volunteer = Карточка волонтёра
vol-cand-was-accepted = ✓ Приняли в проект:
vol-cand-was-returned =
    ↩ Анкета возвращена на исправление:

    { $comment }
vol-cand-was-declined = Отказали.
vol-cand-newer-came = Этот человек позже прислал новую анкету. Ответьте на неё.
vol-cand-open-newer = Открыть новую
vol-cand-no-project = Принять некуда: открытых проектов нет. Сначала создайте проект.
vol-cand-which-project = В какой проект принять?
vol-cand-project-gone = Этот проект закрыт, принять в него нельзя.
vol-cand-accept-ask = Принять в проект «{ $project }»: <b>{ $name }</b>? Я сразу сообщу об этом кандидату.
vol-cand-accept-yes = Да, принять
vol-cand-decline-ask = Отказать? Вот что прочитает кандидат:
vol-cand-decline-yes = Да, отказать
vol-cand-meanwhile = На эту анкету уже ответили.
vol-cand-said =
    { $answer ->
        [accepted] ✓ <b>{ $name }</b>: с сегодняшнего дня волонтёр проекта «{ $project }». Кандидат узнает об этом сразу.
        [returned] ↩ <b>{ $name }</b>: анкета возвращена с вашим комментарием. Когда придёт исправленная, я скажу.
       *[declined] <b>{ $name }</b>: отказ. Кандидат получит вежливое сообщение.
    }
vol-cand-next = Следующий кандидат ▸
vol-cand-return-ask = Что исправить? Напишите кандидату одним сообщением, от { $min } до { $max } знаков. Перед отправкой покажу ещё раз.
vol-cand-return-check =
    Кандидат прочитает:

    <blockquote>{ $comment }</blockquote>

    Отправить? Чтобы изменить, напишите иначе.
vol-cand-return-send = Вернуть
vol-cand-return-change = Написать иначе
vol-cand-return-length = В комментарии должно быть от { $min } до { $max } знаков, у вас { $length }. Напишите ещё раз.
vol-cand-letter-accepted = 🎉 <b>Вас приняли в волонтёры!</b>
vol-cand-letter-project = Проект: <b>{ $project }</b>
vol-cand-letter-pool = В анкете проект не был выбран.
vol-cand-letter-next =
    Мы рады, что вы с нами. Что дальше:
    1. соглашение;
    2. инструктаж по технике безопасности;
    3. дневник добрых дел.

    Всё это ждёт вас в вашем проекте.
vol-cand-letter-returned = ↩ <b>Координатор вернул вашу анкету на исправление</b>
vol-cand-letter-correct = Ваши ответы сохранены: измените только нужное и отправьте снова.
vol-cand-letter-declined = <b>Спасибо за вашу анкету!</b>
vol-cand-letter-others = К сожалению, в этот раз мы не смогли вас принять. Нам дорого ваше желание помочь. Вас ждут другие проекты, а некоторые добрые дела можно начать уже сегодня.
vol-cand-own-project = Мой проект
vol-cand-correct = ✎ Исправить
vol-cand-other-projects = Другие проекты
vol-cand-again-newer = Вы уже исправили эту анкету и отправили новую.
vol-cand-again-not = Эту анкету не возвращали на исправление, поэтому менять её не нужно.
vol-cand-volunteers = Волонтёры
vol-cand-with-skill = Навык: { $skill }
vol-cand-no-volunteers = В этом проекте пока нет волонтёров.
vol-cand-nobody-skilled = Волонтёров с таким навыком не нашлось. Снимите фильтр или выберите другой.
vol-cand-mark-agreement =
    { $done ->
        [yes] ✓ соглашение подписано
       *[no] соглашение не подписано
    }
vol-cand-mark-briefing =
    { $done ->
        [yes] ✓ инструктаж пройден
       *[no] инструктаж не пройден
    }
vol-cand-by-skill = По навыку
vol-cand-table = 📊 Получить таблицу (.xlsx)
vol-cand-table-phones = 📊 Таблица с телефонами
vol-cand-table-count = Волонтёров: { $count } ({ $day })
vol-cand-to-volunteers = Список волонтёров
vol-cand-col-name = Имя
vol-cand-col-phone = Телефон
vol-cand-col-since = С какого дня
vol-cand-col-until = Последний день
vol-cand-col-agreement = Соглашение подписано
vol-cand-col-briefed = Инструктаж пройден
vol-cand-former = Бывшие волонтёры
vol-cand-no-former = Из этого проекта пока никто не уходил.
vol-cand-present = Нынешние волонтёры
vol-cand-corrected = Исправленная анкета. Вы просили: { $comment }
