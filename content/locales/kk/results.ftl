## Results, reports and comparisons of assessments of the quality label

jb-res-what = { $by ->
        [expert] { $stage ->
            [start] Алғашқы сарапшылық бағалау
           *[end] Қорытынды сарапшылық бағалау
        }
       *[centre] { $stage ->
            [start] Алғашқы өзін-өзі бағалау
           *[end] Қорытынды өзін-өзі бағалау
        }
    }
jb-res-level = { $level ->
        [gold] алтын
        [silver] күміс
        [bronze] қола
       *[none] әзірге жоқ
    }
jb-res-open = жауап жоқ
jb-res-unfinished = Әлі аяқталған жоқ. Жауап берілгені: { $answered }/{ $of }
jb-res-finished = Аяқталған күні: { $day }. Жауап берілгені: { $answered }/{ $of }
jb-res-estimate = Болжамды деңгей: <b>{ $level }</b>
jb-res-nothing = Әзірге бірде-бір индикаторға жауап жоқ, сондықтан нәтиже де жоқ. Алғашқы жауаптан кейін ол осы жерде көрінеді.
jb-res-criteria = <b>Өлшемдер</b>
jb-res-criterion = { $state ->
        [met] { $number }. { $title } – { $share } %, орындалды ✓
        [answered] { $number }. { $title } – { $share } %
       *[begun] { $number }. { $title } – { $share } % (жауабы: { $answered }/{ $of })
    }
jb-res-next = <b>Келесі деңгей – { $level }.</b> { $count ->
        [one] Оған { $count } индикатор ғана жетпей тұр
       *[other] Оған { $count } индикатор жетпей тұр (ең жақынынан бастап)
    }:
jb-res-indicator = { $number }. { $title } – { $mark }
jb-res-more = … тағы { $count }
jb-res-further = Одан жоғарысы – { $level }: барлығы { $count } индикатор.
jb-res-top = Енді ештеңе қажет емес: бұл – ең жоғары деңгей.
jb-res-unanswered = Жауап берілмегені – { $count }: { $numbers }
jb-res-held-criterion = <b>{ $number }. { $title }</b>
jb-res-held-button = Жетпей тұрғанның бәрін көру
jb-res-if-button = Егер «иә» болса ше?
jb-res-plan-button = Іс-қимыл жоспары
jb-res-assess-button = Бағалауға көшу
jb-res-report-button = Есеп
jb-res-compare-button = Салыстыру
jb-res-result-button = Нәтижеге оралу
jb-res-centre-button = Орталыққа оралу
jb-res-criteria-button = Өлшемдерге оралу
jb-res-file-erased = { $name } (файл қазір жоқ)

jb-res-if-intro = Қай индикаторлар «иә» болса, қандай деңгей шығатынын байқап көріңіз. Мұнда ештеңе сақталмайды, жауаптарыңыз өзгермейді.
jb-res-if-chosen = «Иә» деп алынғаны: { $count } индикатор
jb-res-if-levels = Қазір: { $now }. Сонда: <b>{ $would }</b>
jb-res-if-left = Одан кейінгі деңгей – { $level }: оған тағы { $count } индикатор керек.
jb-res-if-estimate = Бұл – болжам: деңгейді сарапшылар анықтайды.
jb-res-if-criterion = { $met ->
        [yes] <b>{ $number }. { $title }</b>: { $now } % → { $would } %, орындалады ✓
       *[no] <b>{ $number }. { $title }</b>: { $now } % → { $would } %
    }
jb-res-if-shortest = Келесі деңгейге төте жол
jb-res-if-clear = Белгілерді алып тастау
jb-res-if-all = Осы өлшемнің бәрін белгілеу
jb-res-if-criteria = Өлшемдер

jb-res-report-ask = Есепте барлық жауап, мысалдар, дәлелдер тізімі, оң үрдістер мен күрделі мәселелер, өлшемдер бойынша нәтиже суреті бар. Қандай форматта жіберейін?
jb-res-report-docx = Word құжаты (.docx)
jb-res-report-xlsx = Excel кестесі (.xlsx)

jb-res-compare-choose = Қай екеуін салыстырамыз?
jb-res-compare-none = Салыстыру үшін екі бағалау керек: басындағысы мен соңындағысы немесе орталықтың және сарапшылардың бағалауы. Әзірге ондай жұп жоқ. Екіншісі басталғанда, осы жерде шығады.
jb-res-pair = { $pair ->
        [centre] Өзін-өзі бағалау: басы мен соңы
        [expert] Сарапшылар: басы мен соңы
        [start] Басында: орталық пен сарапшылар
       *[end] Соңында: орталық пен сарапшылар
    }
jb-res-pair-picture = { $pair ->
        [centre] Өзін-өзі бағалау: басынан соңына дейін
        [expert] Сарапшылық бағалау: басынан соңына дейін
        [start] Алғашқы бағалау: орталық пен сарапшылар
       *[end] Қорытынды бағалау: орталық пен сарапшылар
    }, { $day }
jb-res-cycle = { $cycle }-қатысу
jb-res-at-start = Басында
jb-res-at-end = Соңында
jb-res-by-centre = Орталық
jb-res-by-experts = Сарапшылар
jb-res-differs = { $is ->
        [progress] <b>Жауабы өзгерген { $count } индикатор</b>
       *[beside] <b>Жауабы әртүрлі { $count } индикатор</b> (орталық / сарапшылар)
    }
jb-res-differing = { $is ->
        [progress] { $number }. { $title }: { $first } → { $second }
       *[beside] { $number }. { $title }: { $first } / { $second }
    }
jb-res-differs-all-button = Айырмашылықтың бәрін көру ({ $count })
jb-res-same = Екі бағалауда да жауабы бар индикатордың бәрінде жауап бірдей: { $count } индикатор.
jb-res-differs-not-yet = Екі бағалауда да жауабы бар индикатор әзірге жоқ, сондықтан салыстыратын ештеңе жоқ.
jb-res-one-sided = Екі бағалаудың бірінде ғана жауабы бар: { $count } индикатор.

jb-res-history-open = Қазір жауап жоқ.
jb-res-history-line = { $how ->
        [now] Қазір: <b>{ $mark }</b>
        [before] Бұрын: { $mark }
       *[refused] ✗ Сақталмады, басқа біреу бұрын жауап беріп үлгерген: { $mark }
    } – { $who }, { $when }
jb-res-history-more = … бұдан бұрынғысы: { $count }
jb-res-history-unknown = есімі белгісіз
jb-res-history-example = <b>Табысты тәжірибе мысалы</b>{ $how ->
        [now] { "" }
        [before] , бұрынғысы
       *[refused] , ✗ сақталмады, басқа біреу бұрын жауап беріп үлгерген
    } – { $who }, { $when }
    { $text }
jb-res-history-cut = Мұнда тек басы көрсетілді, толық мәтіні есепте бар.
jb-res-change-button = { $given ->
        [yes] Жауапты өзгерту
       *[no] Жауап беру
    }
jb-res-change-from-button = { $given ->
        [yes] { $number }-индикатордан бастап өзгерту
       *[no] { $number }-индикатордан бастап жауап беру
    }

jb-res-answers-button = Жауаптар
jb-res-answers-back = Жауаптарға оралу
jb-res-answers-choose = Жауаптарын оқу үшін өлшемді таңдаңыз.
jb-res-answers-criterion = { $state ->
        [done] ●
        [begun] ◐
       *[open] ○
    } { $number }. { $title } – <b>{ $answered }/{ $of }</b>
jb-res-answers-examples = { $count } мысал
jb-res-answers-example = Мысал: { $text }
jb-res-answers-trends = <b>Оң үрдістер:</b> { $text }
jb-res-answers-difficult = <b>Күрделі мәселелер:</b> { $text }
jb-res-answers-hint = <i>Индикатордың нөмірін басыңыз: мысалдың толық мәтіні, кім не деп жауап бергені, суреттер мен құжаттар (📎) сонда.</i>

jb-res-evidence-button = Суреттер мен құжаттар ({ $count })
jb-res-evidence-sent = { $count ->
        [0] Бірде-бір файл жіберілмеді.
       *[other] Жоғарыда { $count } файл бар.
    }
jb-res-evidence-none = Қазір бұл индикаторға тіркелген сурет те, құжат та жоқ.
jb-res-evidence-gone = Қазір жоқ: { $names }. Керек болса, орталықтың өзінен сұраңыз.
jb-res-evidence-lost = Келіп жетпеді: { $names }. Бір минуттан кейін қайталап көріңіз.
jb-res-evidence-again = Қайта жіберу
jb-res-evidence-back = { $number }-индикаторға оралу
