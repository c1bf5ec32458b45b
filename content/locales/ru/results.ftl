## Results, reports and comparisons of assessments of the quality label

jb-res-what = { $by ->
        [expert] { $stage ->
            [start] Начальная экспертная оценка
           *[end] Заключительная экспертная оценка
        }
       *[centre] { $stage ->
            [start] Начальная самооценка
           *[end] Заключительная самооценка
        }
    }
jb-res-level = { $level ->
        [gold] золотой
        [silver] серебряный
        [bronze] бронзовый
       *[none] пока нет
    }
jb-res-open = нет ответа
jb-res-unfinished = Ещё не завершена. Ответов: { $answered } из { $of }
jb-res-finished = Завершена { $day }. Ответов: { $answered } из { $of }
jb-res-estimate = Предполагаемый уровень: <b>{ $level }</b>
jb-res-nothing = Пока нет ни одного ответа, поэтому нет и результата. Он появится здесь после первого ответа.
jb-res-criteria = <b>Критерии</b>
jb-res-criterion = { $state ->
        [met] { $number }. { $title } — { $share } %, выполнен ✓
        [answered] { $number }. { $title } — { $share } %
       *[begun] { $number }. { $title } — { $share } % (ответов: { $answered }/{ $of })
    }
jb-res-next = <b>Следующий уровень — { $level }.</b> { $count ->
        [one] До него не хватает { $count } индикатора
       *[other] До него не хватает { $count } индикаторов
    } (сначала самое близкое):
jb-res-indicator = { $number }. { $title } — { $mark }
jb-res-more = … и ещё { $count }
jb-res-further = Выше — { $level }: всего { $count ->
        [one] { $count } индикатор
        [few] { $count } индикатора
       *[other] { $count } индикаторов
    }.
jb-res-top = Больше ничего не нужно: это высший уровень.
jb-res-unanswered = Без ответа — { $count }: { $numbers }
jb-res-held-criterion = <b>{ $number }. { $title }</b>
jb-res-held-button = Показать всё, чего не хватает
jb-res-if-button = А если будет «да»?
jb-res-plan-button = План действий
jb-res-assess-button = Перейти к оценке
jb-res-report-button = Отчёт
jb-res-compare-button = Сравнить
jb-res-result-button = Вернуться к результату
jb-res-centre-button = Вернуться к центру
jb-res-criteria-button = Вернуться к критериям
jb-res-file-erased = { $name } (больше не хранится)

jb-res-if-intro = Посмотрите, какой получится уровень, если по некоторым индикаторам ответить «да». Здесь ничего не сохраняется, ваши ответы не меняются.
jb-res-if-chosen = Считаем за «да»: { $count ->
        [one] { $count } индикатор
        [few] { $count } индикатора
       *[other] { $count } индикаторов
    }
jb-res-if-levels = Сейчас: { $now }. Тогда: <b>{ $would }</b>
jb-res-if-left = До следующего уровня ({ $level }) останется { $count ->
        [one] { $count } индикатор
        [few] { $count } индикатора
       *[other] { $count } индикаторов
    }.
jb-res-if-estimate = Расчёт приблизительный: уровень определяют эксперты.
jb-res-if-criterion = { $met ->
        [yes] <b>{ $number }. { $title }</b>: { $now } % → { $would } %, будет выполнен ✓
       *[no] <b>{ $number }. { $title }</b>: { $now } % → { $would } %
    }
jb-res-if-shortest = Кратчайший путь к следующему уровню
jb-res-if-clear = Снять все отметки
jb-res-if-all = Отметить всё в этом критерии
jb-res-if-criteria = Критерии

jb-res-report-ask = В отчёте — все ответы, примеры, список подтверждений, положительные тенденции и сложные вопросы, рисунок с результатом по критериям. В каком формате прислать?
jb-res-report-docx = Документ Word (.docx)
jb-res-report-xlsx = Таблица Excel (.xlsx)

jb-res-compare-choose = Какие две оценки сравним?
jb-res-compare-none = Для сравнения нужны две оценки: в начале и в конце или оценки центра и экспертов. Такой пары пока нет. Когда начнётся вторая, она появится здесь.
jb-res-pair = { $pair ->
        [centre] Самооценка: начало и конец
        [expert] Эксперты: начало и конец
        [start] В начале: центр и эксперты
       *[end] В конце: центр и эксперты
    }
jb-res-pair-picture = { $pair ->
        [centre] Самооценка: от начала к концу
        [expert] Экспертная оценка: от начала к концу
        [start] Начальная оценка: центр и эксперты
       *[end] Заключительная оценка: центр и эксперты
    }, { $day }
jb-res-cycle = { $cycle }-й раз
jb-res-at-start = В начале
jb-res-at-end = В конце
jb-res-by-centre = Центр
jb-res-by-experts = Эксперты
jb-res-differs = { $is ->
        [progress] <b>Ответ изменился: { $count ->
            [one] { $count } индикатор
            [few] { $count } индикатора
           *[other] { $count } индикаторов
        }</b>
       *[beside] <b>Ответы расходятся: { $count ->
            [one] { $count } индикатор
            [few] { $count } индикатора
           *[other] { $count } индикаторов
        }</b> (центр / эксперты)
    }
jb-res-differing = { $is ->
        [progress] { $number }. { $title }: { $first } → { $second }
       *[beside] { $number }. { $title }: { $first } / { $second }
    }
jb-res-differs-all-button = Показать все отличия ({ $count })
jb-res-same = Везде, где ответ есть в обеих оценках, он совпадает. Таких индикаторов: { $count }.
jb-res-differs-not-yet = Пока нет ни одного индикатора с ответом в обеих оценках, поэтому сравнивать нечего.
jb-res-one-sided = Ответ есть только в одной из оценок: { $count ->
        [one] { $count } индикатор
        [few] { $count } индикатора
       *[other] { $count } индикаторов
    }.

jb-res-history-open = Сейчас ответа нет.
jb-res-history-line = { $how ->
        [now] Сейчас: <b>{ $mark }</b>
        [before] Раньше: { $mark }
       *[refused] ✗ Не сохранено, кто-то ответил раньше: { $mark }
    } — { $who }, { $when }
jb-res-history-more = … и раньше: { $count }
jb-res-history-unknown = имя неизвестно
jb-res-history-example = <b>Пример успешной практики</b>{ $how ->
        [now] { "" }
        [before] , прежний
       *[refused] , ✗ не сохранён, кто-то ответил раньше
    } — { $who }, { $when }
    { $text }
jb-res-history-cut = Здесь только начало. Целиком пример есть в отчёте.
jb-res-change-button = { $given ->
        [yes] Изменить ответ
       *[no] Ответить
    }
jb-res-change-from-button = { $given ->
        [yes] Изменить, начиная с индикатора { $number }
       *[no] Ответить, начиная с индикатора { $number }
    }

jb-res-answers-button = Ответы
jb-res-answers-back = Вернуться к ответам
jb-res-answers-choose = Выберите критерий, чтобы прочитать ответы.
jb-res-answers-criterion = { $state ->
        [done] ●
        [begun] ◐
       *[open] ○
    } { $number }. { $title } — <b>{ $answered }/{ $of }</b>
jb-res-answers-examples = { $count ->
        [one] { $count } пример
        [few] { $count } примера
       *[other] { $count } примеров
    }
jb-res-answers-example = Пример: { $text }
jb-res-answers-trends = <b>Положительные тенденции:</b> { $text }
jb-res-answers-difficult = <b>Сложные вопросы:</b> { $text }
jb-res-answers-hint = <i>Нажмите номер индикатора: там весь пример, кто что ответил, фото и документы (📎).</i>

jb-res-evidence-button = Фото и документы ({ $count })
jb-res-evidence-sent = { $count ->
        [0] Ни один файл не отправлен.
        [one] Выше { $count } файл.
        [few] Выше { $count } файла.
       *[other] Выше { $count } файлов.
    }
jb-res-evidence-none = Сейчас к этому индикатору нет ни фото, ни документов.
jb-res-evidence-gone = Больше не хранится: { $names }. Если файлы нужны, попросите их у самого центра.
jb-res-evidence-lost = Не дошло: { $names }. Попробуйте ещё раз через минуту.
jb-res-evidence-again = Прислать ещё раз
jb-res-evidence-back = Вернуться к индикатору { $number }
