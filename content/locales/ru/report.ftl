# Отчёт волонтёра за месяц.
vol-rep-title = Отчёт: { $month }
vol-rep-empty = В дневнике за этот месяц дел нет.
vol-rep-empty-how = Отчитаться можно и за пустой месяц: напишите в двух словах, почему так вышло. А если дела были, сначала запишите их в дневник.
vol-rep-deeds = { $deeds } { $deeds ->
    [one] дело
    [few] дела
   *[other] дел
}
vol-rep-hours = { $hours } ч
vol-rep-people = { $people } чел.
vol-rep-confirmed = Из них подтверждено: { $hours } ч
vol-rep-activities = Что сделано
vol-rep-achieved = Чего удалось достичь
vol-rep-more = …и ещё { $count }
vol-rep-line = Вы добавили:
vol-rep-their-line = Слова волонтёра:
vol-rep-unsent = Отчёт собран из дневника и ещё не отправлен. Координатор увидит его, когда вы отправите.
vol-rep-sent-on = ✓ Отправлено { $day }
vol-rep-differs =
    ✓ Отправлено { $day }
    В отчёте стоит: { $figures }
    ❗ С тех пор дневник изменился: отправьте отчёт ещё раз.
vol-rep-send = 📨 Отправить отчёт
vol-rep-send-again = 📨 Отправить отчёт ещё раз
vol-rep-add = ✍️ Добавить пару слов
vol-rep-say-why = ✍️ Написать почему
vol-rep-change = ✍️ Изменить слова
vol-rep-drop = Убрать слова
vol-rep-dropped = ✓ Ваши слова убраны из отчёта.
vol-rep-kept = ✓ Ваши слова теперь в отчёте.
vol-rep-ask-line = Что ещё передать координатору: что понравилось, что было трудно, какая нужна помощь? Можно до { $max } знаков. Имён детей не пишите.
vol-rep-ask-why = Почему в этом месяце ({ $month }) дел не было? Напишите в двух словах, например: сдаю экзамены. Можно до { $max } знаков.
vol-rep-sent = ✓ Спасибо, отчёт отправлен: { $month }
vol-rep-they-see = Координатор видит:
vol-rep-open = Открыть отчёт
vol-rep-no-month = За этот месяц отчёта нет: он ещё не наступил, или вы тогда не были волонтёром проекта. Выберите другой.
vol-rep-all-title = Отчёты: { $month }
vol-rep-all = ◂ Все отчёты
vol-rep-nobody = В этом месяце не было волонтёров с подписанным соглашением.
vol-rep-counts = Без отчёта: { $missing }, отчитались: { $sent }
vol-rep-missing = отчёта пока нет
vol-rep-not-yet = Отчёт ещё не отправлен. В дневнике сейчас:
vol-rep-further = Следующие ▸
vol-rep-card = Карточка волонтёра
due-open-report = Открыть отчёт
