# Игі істер күнделігіне шолу: ай, бірнеше ай, бөлісу, кесте; үйлестіруші көретін күнделік.
vol-diary-totals =
    Игі іс: { $deeds }
    Сағат: { $hours }, расталғаны: { $confirmed }
    Көмек алған адам: { $people }
vol-diary-totals-line = { $deeds } игі іс · { $hours } сағат, расталғаны { $confirmed }
vol-diary-planned = Жоспарланған іс: { $count }
vol-diary-a-day = Күніне, сағат
vol-diary-is-planned = Жоспарланған іс
vol-diary-today = Бүгін
vol-diary-hours = { $hours } сағат
vol-diary-month-hours = { $hours } сағат, расталғаны { $confirmed }
vol-diary-confirmed = Расталды
vol-diary-not-confirmed = Әлі расталмады
vol-diary-by-month = Айлар бойынша
vol-diary-by-direction = Бағыттар бойынша
vol-diary-three = 3 ай
vol-diary-half = Жарты жыл
vol-diary-month-button = Қазіргі айды көру
vol-diary-entries = Жазбаларды көру
vol-diary-table = Кесте алу (.xlsx)
vol-diary-begin =
    <b>Игі істер күнделігі</b>

    Күнделігіңіз әзірге бос. Кішкентай істің өзі маңызды: бүгін кімге көмектестіңіз? Соны жазудан бастайық.
vol-diary-nothing = Бұл айда жазба жоқ.
vol-diary-nothing-then = Бұл айларда жазба жоқ.
vol-diary-ahead = Бұл ай әлі келген жоқ. Ол басталғанда жазбалар осында тұрады.
vol-diary-entries-head = Ашқыңыз келген жазбаны таңдаңыз:
vol-diary-line-planned = жоспар
vol-diary-page-before = ◂ Алдыңғылары
vol-diary-page-after = Келесілері ▸
vol-diary-table-ask = Қай жылдың жазбаларын кестеге жинайын?
vol-diary-table-year = { $year } жыл
vol-diary-table-all = Барлық жыл
vol-diary-table-caption = Игі істер күнделігі: { $deeds } жазба
vol-diary-table-none = Бұл уақытта орындалған іс жазылмаған, сондықтан кестеге жинайтын ештеңе жоқ.
vol-diary-sheet = Игі істер күнделігі
vol-diary-column-day = Күні
vol-diary-column-project = Жоба
vol-diary-column-direction = Бағыт
vol-diary-column-activity = Қызмет нысаны
vol-diary-column-hours = Сағат
vol-diary-column-confirmed = Расталды ма
vol-diary-column-people = Көмек алғандар
vol-diary-column-achieved = Жетістіктер
vol-diary-column-note = Ескертпе
vol-diary-yes = иә
vol-diary-no = жоқ
vol-diary-their-head = Күнделіктің осы жобаға қатысты бөлігі ғана көрінеді.
vol-diary-their-nothing = Бұл айда осы жоба бойынша жазба жоқ.
vol-diary-back-to-volunteer = Волонтерге оралу
vol-share-ask =
    <b>Игі ісіңізбен бөлісу</b>

    Алдымен мынаны еске алайық:
    • балалардың және көмек алған адамдардың аты-жөнін жазбаңыз;
    • суреттегі адам (бала болса, ата-анасы) келісім бермесе, суретті жарияламаңыз.

    Не дайындайын?
vol-share-as-text = Мәтін
vol-share-as-picture = Сурет
vol-share-with-achieved = Жетістіктер қосылған мәтін
vol-share-check = Мәтінге Сіз жазған мына сөздер қосылады:
vol-share-check-names = Мұнда біреудің аты-жөні, мектебі не мекенжайы жоқ па? Болса, алдымен жазбаны түзетіңіз.
vol-share-checked = Есім жоқ, мәтінді дайындау
vol-share-open-deed = Жазбаны ашу
vol-share-copy = Жоғарыдағы хабарламаны көшіріп, өз парақшаңызда жариялай аласыз.
vol-share-planned = Бұл іс әлі жоспарда. Орындаған соң күнделікке жазыңыз, сонда бөлісуге болады.
vol-share-card-caption = Суретті сақтап, өз парақшаңызда жариялай аласыз. Онда ешкімнің аты жоқ.
vol-share-text =
    🤝 Менің игі ісім: { $what }.
    Бағыты: { $direction }
vol-share-hours = ⏱ { $hours } сағат жұмсадым
vol-share-people = 👥 { $people } адамға көмегім тиді
vol-share-a-deed = игі іс
vol-share-call = Жақсылық жасау оңай, уақыт тапсаңыз болғаны. Бізге қосылыңыз!
vol-share-tags = #волонтерлік #игііс
vol-share-card-a-deed = Игі іс
vol-share-card-hours =
    { $hours ->
       *[other] сағат
    }
vol-share-card-people =
    { $people ->
       *[other] адамға көмек
    }
vol-share-card-foot = Игі істер күнделігі
