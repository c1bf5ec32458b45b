# Дневник добрых дел: месяц, несколько месяцев, поделиться, таблица; дневник глазами координатора.
vol-diary-totals =
    Добрых дел: { $deeds }
    Часов: { $hours }, подтверждено: { $confirmed }
    Помощь получили, человек: { $people }
vol-diary-totals-line =
    { $deeds ->
        [one] { $deeds } доброе дело
        [few] { $deeds } добрых дела
       *[other] { $deeds } добрых дел
    } · { $hours } ч, подтверждено { $confirmed }
vol-diary-planned = В планах: { $count }
vol-diary-a-day = Часов за день
vol-diary-is-planned = Дело в планах
vol-diary-today = Сегодня
vol-diary-hours = { $hours } ч
vol-diary-month-hours = { $hours } ч, подтверждено { $confirmed }
vol-diary-confirmed = Подтверждено
vol-diary-not-confirmed = Ещё не подтверждено
vol-diary-by-month = По месяцам
vol-diary-by-direction = По направлениям
vol-diary-three = 3 месяца
vol-diary-half = Полгода
vol-diary-month-button = Смотреть текущий месяц
vol-diary-entries = Смотреть записи
vol-diary-table = Получить таблицу (.xlsx)
vol-diary-begin =
    <b>Дневник добрых дел</b>

    В дневнике пока пусто. Даже маленькое дело важно: кому вы помогли сегодня? С этого и начнём.
vol-diary-nothing = В этом месяце записей нет.
vol-diary-nothing-then = За эти месяцы записей нет.
vol-diary-ahead = Этот месяц ещё не наступил. Когда он начнётся, записи появятся здесь.
vol-diary-entries-head = Выберите запись, чтобы открыть её:
vol-diary-line-planned = в планах
vol-diary-page-before = ◂ Предыдущие
vol-diary-page-after = Следующие ▸
vol-diary-table-ask = Записи за какое время собрать в таблицу?
vol-diary-table-year = { $year } год
vol-diary-table-all = Все годы
vol-diary-table-caption =
    Дневник добрых дел: { $deeds ->
        [one] { $deeds } запись
        [few] { $deeds } записи
       *[other] { $deeds } записей
    }
vol-diary-table-none = За это время сделанных дел не записано, собирать в таблицу нечего.
vol-diary-sheet = Дневник добрых дел
vol-diary-column-day = День
vol-diary-column-project = Проект
vol-diary-column-direction = Направление
vol-diary-column-activity = Форма деятельности
vol-diary-column-hours = Часы
vol-diary-column-confirmed = Подтверждено
vol-diary-column-people = Получили помощь
vol-diary-column-achieved = Достижения
vol-diary-column-note = Заметка
vol-diary-yes = да
vol-diary-no = нет
vol-diary-their-head = Видна только та часть дневника, которая относится к этому проекту.
vol-diary-their-nothing = В этом месяце записей по проекту нет.
vol-diary-back-to-volunteer = К волонтёру
vol-share-ask =
    <b>Рассказать о добром деле</b>

    Сначала напомним:
    • не называйте имён детей и тех, кому вы помогли;
    • не выкладывайте фото без согласия тех, кто на нём (у детей — родителей).

    Что подготовить?
vol-share-as-text = Текст
vol-share-as-picture = Картинку
vol-share-with-achieved = Текст с достижениями
vol-share-check = В текст войдут ваши слова:
vol-share-check-names = Нет ли здесь имён, номера школы или адреса? Если есть, сначала исправьте запись.
vol-share-checked = Имён нет, подготовить текст
vol-share-open-deed = Открыть запись
vol-share-copy = Скопируйте сообщение выше и опубликуйте на своей странице.
vol-share-planned = Это дело пока в планах. Когда сделаете и запишете, им можно будет поделиться.
vol-share-card-caption = Сохраните картинку и опубликуйте на своей странице. Имён на ней нет.
vol-share-text =
    🤝 Моё доброе дело: { $what }.
    Направление: { $direction }
vol-share-hours =
    { $hours ->
        [one] ⏱ { $hours } час моего времени
        [few] ⏱ { $hours } часа моего времени
        [many] ⏱ { $hours } часов моего времени
       *[other] ⏱ { $hours } часа моего времени
    }
vol-share-people =
    { $people ->
        [one] 👥 Помощь получил { $people } человек
        [few] 👥 Помощь получили { $people } человека
       *[other] 👥 Помощь получили { $people } человек
    }
vol-share-a-deed = доброе дело
vol-share-call = Делать добро просто: нужно только найти время. Присоединяйтесь!
vol-share-tags = #волонтёрство #добрыедела
vol-share-card-a-deed = Доброе дело
vol-share-card-hours =
    { $hours ->
        [one] час
        [few] часа
        [many] часов
       *[other] часа
    }
vol-share-card-people =
    { $people ->
        [one] человек получил помощь
       *[other] получили помощь
    }
vol-share-card-foot = Дневник добрых дел
