# Дневник добрых дел: запись, её изменение и перенос.
vol-deed-whose = К какому проекту относится это дело?
vol-deed-for-none = Дело вне проектов
vol-deed-not-of-project = Вы не волонтёр этого проекта, поэтому запишем дело вне проектов.
vol-deed-of = Проект: { $project }
vol-deed-long-day =
    ⚠️ { $day }: всего получается { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
        [many] { $hours } часов
       *[other] { $hours } часа
    }, а в сутках их 24. Если это ошибка, исправьте часы.
vol-deed-unconfirms = ⚠️ Эту запись подтвердил координатор. После изменения дня, направления, формы деятельности или часов её нужно будет подтвердить заново.
vol-deed-written = ✓ Записано в дневник. Спасибо за доброе дело!
vol-deed-changed = ✓ Запись в дневнике изменена.
vol-deed-kept = Эта форма отправлена: ваша запись в дневнике.
vol-deed-gone = Эта запись удалена из дневника, изменение не сохранено. Если нужно, запишите дело заново.
vol-deed-another = ✍️ Записать ещё одно
vol-deed-project = Мой проект
vol-deed-open = Открыть запись
vol-deed-no-project = Вне проектов
vol-deed-hours =
    { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
        [many] { $hours } часов
       *[other] { $hours } часа
    }
vol-deed-confirmed = { $hours } · ✓ подтверждено
vol-deed-waiting = { $hours } · ждёт подтверждения координатора
vol-deed-people = Детей и других людей: { $people }
vol-deed-achieved = Достижения: { $achieved }
vol-deed-note = Заметка: { $note }
vol-deed-questioned = ⚠️ Координатор просит ещё раз посмотреть эту запись.
vol-deed-change = Изменить
vol-deed-remove = Удалить
vol-deed-share = Поделиться
vol-deed-photo = 🖼 Посмотреть фото
vol-deed-photo-none = Фото этой записи больше не хранится.
vol-deed-back = Назад к записи
vol-deed-remove-ask = Удалить эту запись из дневника? Вернуть её будет нельзя.
vol-deed-drop-ask = Удалить этот план?
vol-deed-remove-yes = Да, удалить
vol-deed-remove-no = Нет, оставить
vol-deed-removed = Запись удалена.
vol-deed-dropped = План удалён. Для другого доброго дела время всегда найдётся.
vol-deed-planned-for = <b>План: { $day }</b>
vol-deed-done = ✅ Сделано, записать
vol-deed-move = Перенести
vol-deed-drop = Удалить план
vol-deed-which-day = На какой день перенести? Нажмите кнопку или напишите день, например 15.12.2026.
vol-deed-tomorrow = Завтра
vol-deed-in-three-days = Через три дня
vol-deed-in-a-week = Через неделю
vol-deed-moved = ✓ Новый день: { $day }. Утром этого дня напомню.
vol-deed-moved-today = ✓ Теперь это план на сегодня.
vol-deed-look-again =
    <b>Координатор просит ещё раз посмотреть вашу запись</b>
    { $project }

    { $day } · { $what } · { $hours }

    Проверьте день, дело и часы. Если есть ошибка, исправьте её и отправьте; если всё верно, отправьте ещё раз как есть.
vol-deed-today =
    <b>На сегодня вы запланировали доброе дело</b>
    { $what }

    Когда сделаете, запишите его в дневник. Не получается сегодня — перенесите на другой день.
