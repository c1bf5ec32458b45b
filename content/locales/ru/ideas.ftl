# Идеи добрых дел.
vol-idea-which-direction = В каком направлении хочется сделать доброе дело? Подскажу идеи.
vol-idea-once = Дела на один день:
vol-idea-long = Дела надолго:
vol-idea-in-a-day = дело на один день
vol-idea-for-long = дело надолго
vol-idea-see-once = Дела на один день ({ $count })
vol-idea-see-long = Дела надолго ({ $count })
vol-idea-more = Следующие ▸
vol-idea-back = ◂ Предыдущие
vol-idea-directions = Все направления
vol-idea-others = 💡 Другие идеи
vol-idea-take = Сделаю это
vol-idea-which-day = В какой день сделаете?
vol-idea-first-day = С какого дня начнёте? В дневнике будет первый день.
vol-idea-today = Сегодня: { $day }
vol-idea-tomorrow = Завтра: { $day }
vol-idea-saturday = Суббота: { $day }
vol-idea-other-day = Другой день
vol-idea-type-day =
    Напишите дату с годом.
    <i>Например: 15.12.2026</i>
vol-idea-for-which =
    { $day }
    Это дело для вашего проекта?
vol-idea-just-so = Нет, вне проектов
vol-idea-planned = ✓ Запланировано: { $day }
vol-idea-reminds = Утром этого дня напомню ({ $hour }). Когда сделаете, отметьте это в дневнике.
vol-idea-no-reminder = Время сегодняшнего напоминания ({ $hour }) уже прошло, поэтому оно не придёт. Когда сделаете, отметьте это в дневнике.
vol-idea-open = Открыть запланированное
vol-idea-gone = Этой идеи больше нет в списке. Выберите другую.
