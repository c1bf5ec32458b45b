# Үміткерлер мен волонтерлер тізімі.
vol-cand-head =
    { $all ->
        [yes] Барлық үміткер
       *[no] Жауап күтіп тұрған үміткерлер
    }
vol-cand-in-force = Қосулы сүзгілер ({ $count }):
vol-cand-none = Жауап күтіп тұрған сауалнама жоқ.
vol-cand-none-at-all = Әзірге сауалнама келген жоқ.
vol-cand-no-earlier = Бұдан бұрынғысы жоқ.
vol-cand-nobody = Мұның бәріне бірдей сай келетін үміткер табылмады. Қай сүзгіні алып тастайын?
vol-cand-age = { $age } жас
vol-cand-minor = { $age } жас (кәмелетке толмаған)
vol-cand-state =
    { $answer ->
        [accepted] қабылданды
        [returned] түзетуге қайтарылды
        [declined] қабылданбады
        [withdrawn] кері алынды
       *[submitted] жауап күтіп тұр
    }
vol-cand-newest = Ең жаңаларына
vol-cand-first = Тізімнің басына
vol-cand-filters =
    { $count ->
        [0] Сүзгі қосу
       *[other] Сүзгілер ({ $count })
    }
vol-cand-also-answered = Жауап берілгендерін де көрсету
vol-cand-only-waiting = Тек жауап күткендерін көрсету
vol-cand-ages =
    { $group ->
        [under_18] 18 жасқа толмағандар
        [from_18] 18–24 жас
        [from_25] 25–35 жас
        [from_36] 36–59 жас
       *[from_60] 60 жас және одан үлкен
    }
vol-cand-filters-ask =
    { $count ->
        [0] Кімді іздейміз? Бірнеше сүзгіні қатар қосуға болады.
       *[other] Тағы кімді іздейміз? ✕ белгісі бар сүзгіні бассаңыз, ол алынады.
    }
vol-cand-kind =
    { $kind ->
        [direction] Бағыты
        [region] Өңірі
        [freeTime] Бос уақыты
        [age] Жасы
        [quality] Мықты қасиеті
        [activity] Қалаған ісі
       *[skill] Дағдысы
    }
vol-cand-show = Үміткерлерді көрсету
vol-cand-page-before = ◂ Алдыңғы
vol-cand-page-next = Келесі ▸
vol-cand-gone = Бұл сауалнама енді жоқ: иесі деректерін өшірген.
vol-cand-all = Барлық үміткер
vol-cand-waits = Сауалнама жауабыңызды күтіп тұр.
vol-cand-accept = ✓ Қабылдау
vol-cand-return = ↩ Түзетуге қайтару
vol-cand-decline = Қабылдамау
vol-cand-volunteer = Волонтердің картасы
vol-cand-was-accepted = ✓ Жобаға қабылданды:
vol-cand-was-returned =
    ↩ Түзетуге қайтарылды:

    { $comment }
vol-cand-was-declined = Қабылданбады.
vol-cand-newer-came = Осы адам кейін жаңа сауалнама жіберген. Жауапты соған беріңіз.
vol-cand-open-newer = Жаңасын ашу
vol-cand-no-project = Үміткерді қабылдайтын ашық жоба жоқ. Алдымен жоба құрыңыз.
vol-cand-which-project = Қай жобаға қабылдаймыз?
vol-cand-project-gone = Бұл жоба жабылған, сондықтан оған ешкімді қабылдауға болмайды.
vol-cand-accept-ask = <b>{ $name }</b> «{ $project }» жобасына қабылдансын ба? Үміткерге бірден хабарлаймын.
vol-cand-accept-yes = Иә, қабылдау
vol-cand-decline-ask = Қабылдамайсыз ба? Үміткер мынаны оқиды:
vol-cand-decline-yes = Иә, қабылдамау
vol-cand-meanwhile = Бұл сауалнамаға жауап беріліп қойған.
vol-cand-said =
    { $answer ->
        [accepted] ✓ <b>{ $name }</b> бүгіннен бастап «{ $project }» жобасының волонтері. Үміткерге хабарладым.
        [returned] ↩ Сауалнама түзетуге қайтарылды, <b>{ $name }</b> ескертпеңізді оқиды. Түзетілгені келсе, Сізге хабарлаймын.
       *[declined] <b>{ $name }</b> қабылданбады. Үміткерге сыпайы хабарладым.
    }
vol-cand-next = Келесі үміткер ▸
vol-cand-return-ask = Нені түзету керек? Үміткерге бір хабарламамен жазыңыз: { $min }–{ $max } таңба. Жібермес бұрын тағы бір көрсетемін.
vol-cand-return-check =
    Үміткер мынаны оқиды:

    <blockquote>{ $comment }</blockquote>

    Жіберейін бе? Өзгерткіңіз келсе, басқаша жазыңыз.
vol-cand-return-send = Қайтару
vol-cand-return-change = Басқаша жазу
vol-cand-return-length = Ескертпе { $min }–{ $max } таңба болуы керек, Сіздікі { $length }. Қайта жазыңызшы.
vol-cand-letter-accepted = 🎉 <b>Сіз волонтер болып қабылдандыңыз!</b>
vol-cand-letter-project = Жоба: <b>{ $project }</b>
vol-cand-letter-pool = Сауалнамаңыз белгілі бір жобаға арналмаған еді.
vol-cand-letter-next =
    Қатарымызға қосылғаныңызға қуаныштымыз. Алда мыналар бар:
    1. келісім;
    2. қауіпсіздік нұсқамасы;
    3. игі істер күнделігі.

    Бәрі өз жобаңызда тұр.
vol-cand-letter-returned = ↩ <b>Сауалнамаңызды үйлестіруші түзетуге қайтарды</b>
vol-cand-letter-correct = Жауаптарыңыз сақталған: тек керегін өзгертіп, қайта жіберіңіз.
vol-cand-letter-declined = <b>Сауалнамаңызға рақмет!</b>
vol-cand-letter-others = Өкінішке қарай, бұл жолы Сізді қабылдай алмадық. Көмектескіңіз келгені біз үшін қымбат. Сізді күтіп тұрған басқа жобалар бар, ал кейбір игі істі бүгін-ақ бастай аласыз.
vol-cand-own-project = Менің жобам
vol-cand-correct = ✎ Түзету
vol-cand-other-projects = Басқа жобалар
vol-cand-again-newer = Сіз бұл сауалнаманы түзетіп, жаңасын жіберіп қойғансыз.
vol-cand-again-not = Бұл сауалнама түзетуге қайтарылған жоқ, сондықтан оны өзгертпейміз.
vol-cand-volunteers = Волонтерлер
vol-cand-with-skill = Дағдысы: { $skill }
vol-cand-no-volunteers = Бұл жобада әзірге волонтер жоқ.
vol-cand-nobody-skilled = Мұндай дағдысы бар волонтер табылмады. Сүзгіні алып тастаңыз немесе басқасын таңдаңыз.
vol-cand-mark-agreement =
    { $done ->
        [yes] ✓ келісімге қол қойылған
       *[no] келісімге қол қойылмаған
    }
vol-cand-mark-briefing =
    { $done ->
        [yes] ✓ нұсқамадан өткен
       *[no] нұсқамадан өтпеген
    }
vol-cand-by-skill = Дағдысы бойынша
vol-cand-table = 📊 Кесте алу (.xlsx)
vol-cand-table-phones = 📊 Телефондары бар кесте
vol-cand-table-count = Волонтерлер саны: { $count } ({ $day })
vol-cand-to-volunteers = Волонтерлер тізімі
vol-cand-col-name = Аты-жөні
vol-cand-col-phone = Телефоны
vol-cand-col-since = Волонтер болған күні
vol-cand-col-until = Соңғы күні
vol-cand-col-agreement = Келісімге қол қойылған күн
vol-cand-col-briefed = Нұсқамадан өткен күн
vol-cand-former = Бұрынғы волонтерлер
vol-cand-no-former = Бұл жобадан әзірге ешкім кеткен жоқ.
vol-cand-present = Қазіргі волонтерлер
vol-cand-corrected = Түзетілген сауалнама. Сіз мынаны сұрағансыз: { $comment }
