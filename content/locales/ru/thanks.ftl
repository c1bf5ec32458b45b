## Благодарность: сертификат и рекомендательное письмо

vol-thx-certificate = 🏅 Сертификат
vol-thx-letter = ✉️ Рекомендательное письмо
vol-thx-number = { $number }
vol-thx-hours =
    { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
        [many] { $hours } часов
       *[other] { $hours } часа
    }
vol-thx-deeds =
    { $deeds ->
        [one] { $deeds } доброе дело
        [few] { $deeds } добрых дела
       *[many] { $deeds } добрых дел
    }
vol-thx-amount = { $hours }, { $deeds }
vol-thx-with-people =
    { $people ->
        [one] { $amount }, помощь { $people } человеку
       *[other] { $amount }, помощь { $people } людям
    }
vol-thx-span = { $from } – { $until }
vol-thx-language =
    { $language ->
        [ru] Язык: русский
        [en] Язык: английский
       *[kk] Язык: казахский
    }
vol-thx-in-language =
    { $language ->
        [ru] По-русски
        [en] По-английски
       *[kk] По-казахски
    }

## Координатор благодарит

vol-thx-confirmed = Подтверждено: { $amount }
vol-thx-nothing = Подтверждённых часов пока нет. Сначала подтвердите записи дневника.
vol-thx-own = Это ваша собственная работа: поблагодарить за неё может коллега, который координирует проект.
vol-thx-only-here = ⚠️ QR-код приведёт на { $address }, а этот адрес открывается только на этом компьютере. Сначала нужно задать PUBLIC_URL: это делает тот, кто запускает «Бірге».
vol-thx-confirm = Подтвердить часы
vol-thx-given = Уже выдано:
vol-thx-give-certificate = 🏅 Выдать сертификат
vol-thx-write-letter = ✉️ Написать рекомендацию
vol-thx-volunteer = К волонтёру
vol-thx-back = Назад к благодарности
vol-thx-which-days = За какой период сертификат?
vol-thx-all-days = За всё время
vol-thx-this-year = За { $year } год
vol-thx-other-days = Напишу даты
vol-thx-choose-days = Выбрать другой период
vol-thx-first-day = Напишите первый день периода, например 01.09.2026.
vol-thx-last-day =
    Первый день: { $day }
    Теперь напишите последний день периода.
vol-thx-day-ahead = Этот день ещё не наступил. Напишите сегодняшний или более ранний.
vol-thx-day-before = Последний день не может быть раньше первого. Напишите последний день ещё раз.
vol-thx-days-none = В эти дни нет подтверждённых часов. Выберите другой период.
vol-thx-no-name = Имя волонтёра ещё не указано, а в сертификате оно нужно. Попросите написать его помощнику «Бірге».
vol-thx-preview =
    <b>В сертификате будет:</b>

    Имя: { $name }
    Проект: { $project }
    Организация: { $organisation }
    Период: { $period }
    Подтверждено: { $hours }, { $deeds }
    Координатор: { $coordinator }
    Дата: { $day }
    { $language }

    Период — от первого подтверждённого дня до последнего. Выдать?
vol-thx-give = Да, выдать
vol-thx-changed = Тем временем данные изменились. Посмотрите, пожалуйста, ещё раз.
vol-thx-certificate-given = Сертификат готов. Волонтёру сообщу через десять минут: до этого его можно отозвать.
vol-thx-given-before = Точно такой сертификат уже выдан, вот он.
vol-thx-file-certificate = 🏅 Сертификат. Проверить его подлинность может каждый: по QR-коду или на странице { $address }

## Рекомендательное письмо

vol-thx-letter-language = На каком языке будет письмо?
vol-thx-letter-adds = ✉️ Письмо для: { $name }. Само войдёт в письмо: { $amount } и стаж волонтёра.
vol-thx-letter-given = ✓ Письмо готово, придёт следующим сообщением. Распечатайте его и подпишите. Волонтёру сообщу через десять минут.
vol-thx-file-letter = ✉️ Рекомендательное письмо (.docx). Действует, когда его распечатали и подписали.

## Выданное

vol-thx-given-on = Выдано: { $day }, { $name }
vol-thx-open = Открыть
vol-thx-withdraw = Отозвать
vol-thx-ask-certificate = Отозвать сертификат? На странице проверки он станет недействительным. Потом его можно вернуть.
vol-thx-ask-letter = Отозвать письмо? Волонтёр больше не откроет его здесь. Потом его можно вернуть.
vol-thx-withdraw-yes = Да, отозвать
vol-thx-withdraw-no = Нет, оставить
vol-thx-off = ✖ Отозвано: сейчас не действует.
vol-thx-given-back = Возвращено, снова действует.
vol-thx-give-back = Вернуть
vol-thx-is-withdrawn = Координатор отозвал это, сейчас оно не действует. Если есть вопросы, напишите координатору проекта.
vol-thx-words-gone = Данные автора этого письма удалены, поэтому открыть его нельзя. Попросите у координатора проекта новое.

## У волонтёра

vol-thx-mine = Ваши сертификаты и письма, новые сверху. Что открыть?
vol-thx-mine-none = Сертификатов пока нет. Записывайте добрые дела в дневник: когда координатор подтвердит часы, он сможет выдать сертификат.
vol-thx-mine-withdrawn = ✖ — отозвано координатором.
vol-thx-got-certificate = 🏅 Вам выдан сертификат за работу в проекте «{ $project }». Спасибо за добрые дела!
vol-thx-got-letter = ✉️ Вам написали рекомендательное письмо за работу в проекте «{ $project }». Спасибо за добрые дела!
vol-thx-open-certificate = Открыть сертификат
vol-thx-open-letter = Открыть письмо

## Страница проверки

vol-thx-page-title = «Бірге»: проверка сертификата
vol-thx-page-valid = Сертификат действителен
vol-thx-page-initials = Инициалы
vol-thx-page-of = { $initials }
vol-thx-page-hours = Подтверждено часов
vol-thx-page-period = Период
vol-thx-page-invalid = Сертификат недействителен
vol-thx-page-compare = Проверьте, что каждая буква и цифра номера такая же, как в сертификате.
vol-thx-page-away = Сейчас проверить не получается
vol-thx-page-braked = Слишком много неверных номеров
vol-thx-page-later = Попробуйте ещё раз через минуту.
