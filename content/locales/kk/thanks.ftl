## Алғыс: сертификат пен ұсыным хат

vol-thx-certificate = 🏅 Сертификат
vol-thx-letter = ✉️ Ұсыным хат
vol-thx-number = { $number }
vol-thx-hours = { $hours } сағат
vol-thx-deeds = { $deeds } игі іс
vol-thx-amount = { $hours }, { $deeds }
vol-thx-with-people = { $amount }, { $people } адамға көмек
vol-thx-span = { $from } – { $until }
vol-thx-language =
    { $language ->
        [ru] Тілі: орысша
        [en] Тілі: ағылшынша
       *[kk] Тілі: қазақша
    }
vol-thx-in-language =
    { $language ->
        [ru] Орысша
        [en] Ағылшынша
       *[kk] Қазақша
    }

## Үйлестіруші алғыс білдіреді

vol-thx-confirmed = Расталғаны: { $amount }
vol-thx-nothing = Расталған сағат әзірге жоқ. Алдымен күнделік жазбаларын растаңыз.
vol-thx-own = Бұл — өз еңбегіңіз: ол үшін алғысты жобаны үйлестіретін әріптесіңіз білдіре алады.
vol-thx-only-here = ⚠️ QR-код { $address } мекенжайына апарады, ал ол тек осы компьютерден ашылады. Алдымен «Біргені» іске қосушы PUBLIC_URL мәнін көрсетуі керек.
vol-thx-confirm = Сағаттарды растау
vol-thx-given = Бұрын берілгені:
vol-thx-give-certificate = 🏅 Сертификат беру
vol-thx-write-letter = ✉️ Ұсыным хат жазу
vol-thx-volunteer = Волонтерге оралу
vol-thx-back = Алғыс бетіне оралу
vol-thx-which-days = Сертификат қай кезеңді қамтысын?
vol-thx-all-days = Бүкіл кезең
vol-thx-this-year = { $year } жыл
vol-thx-other-days = Күндерін өзім жазамын
vol-thx-choose-days = Басқа кезең таңдау
vol-thx-first-day = Кезеңнің бірінші күнін жазыңыз, мысалы 01.09.2026.
vol-thx-last-day =
    Бірінші күні: { $day }
    Енді кезеңнің соңғы күнін жазыңыз.
vol-thx-day-ahead = Бұл күн әлі келген жоқ. Бүгінгі немесе бұрынғы күнді жазыңыз.
vol-thx-day-before = Соңғы күн біріншісінен бұрын болмауы керек. Соңғы күнді қайта жазыңыз.
vol-thx-days-none = Бұл күндерде расталған сағат жоқ. Басқа кезеңді таңдаңыз.
vol-thx-no-name = Волонтер аты-жөнін әлі айтпаған, ал сертификатқа ол керек. Аты-жөнін Birge-ге жазуын сұраңыз.
vol-thx-preview =
    <b>Сертификатта мыналар тұрады:</b>

    Аты-жөні: { $name }
    Жоба: { $project }
    Ұйым: { $organisation }
    Кезең: { $period }
    Расталғаны: { $hours }, { $deeds }
    Үйлестіруші: { $coordinator }
    Күні: { $day }
    { $language }

    Кезең расталған бірінші күннен соңғысына дейін алынады. Берейін бе?
vol-thx-give = Иә, беру
vol-thx-changed = Осы арада мәлімет өзгерді. Қайта қарап шығыңызшы.
vol-thx-certificate-given = Сертификат дайын. Волонтерге он минуттан кейін хабарлаймын: оған дейін кері алып үлгересіз.
vol-thx-given-before = Дәл осындай сертификат бұрын берілген, міне сол.
vol-thx-file-certificate = 🏅 Сертификат. Шынайылығын кез келген адам QR-код арқылы не мына бетте тексере алады: { $address }

## Ұсыным хат

vol-thx-letter-language = Ұсыным хат қай тілде болсын?
vol-thx-letter-adds = ✉️ Хат иесі: { $name }. Хатқа өзі кіретіні: { $amount } және волонтерлік өтілі.
vol-thx-letter-given = ✓ Ұсыным хат дайын, келесі хабармен келеді. Басып шығарып, қол қойыңыз. Волонтерге он минуттан кейін хабарлаймын.
vol-thx-file-letter = ✉️ Ұсыным хат (.docx). Басып шығарып, қол қойғаннан кейін күшіне енеді.

## Берілгені

vol-thx-given-on = Берілді: { $day }, { $name }
vol-thx-open = Ашу
vol-thx-withdraw = Кері алу
vol-thx-ask-certificate = Сертификатты кері аласыз ба? Тексеру бетінде ол жарамсыз деп көрсетіледі. Кейін қайтара аласыз.
vol-thx-ask-letter = Хатты кері аласыз ба? Волонтер оны бұл жерден аша алмайды. Кейін қайтара аласыз.
vol-thx-withdraw-yes = Иә, кері алу
vol-thx-withdraw-no = Жоқ, қалсын
vol-thx-off = ✖ Кері алынған: қазір күші жоқ.
vol-thx-given-back = Қайтарылды, қайтадан күшінде.
vol-thx-give-back = Қайтару
vol-thx-is-withdrawn = Үйлестіруші мұны кері алған, қазір күші жоқ. Сұрағыңыз болса, жобаның үйлестірушісіне жазыңыз.
vol-thx-words-gone = Бұл хатты жазған адамның деректері өшірілген, сондықтан хат ашылмайды. Жобаның үйлестірушісінен жаңасын сұраңыз.

## Волонтердің өзінде

vol-thx-mine = Сертификаттарыңыз бен хаттарыңыз, жаңасы жоғарыда. Қайсысын ашайын?
vol-thx-mine-none = Сертификатыңыз әзірге жоқ. Игі істеріңізді күнделікке жазыңыз: үйлестіруші сағаттарыңызды растаса, сертификат бере алады.
vol-thx-mine-withdrawn = ✖ – үйлестіруші кері алған.
vol-thx-got-certificate = 🏅 Сізге «{ $project }» жобасындағы еңбегіңіз үшін сертификат берілді. Игі істеріңізге рақмет!
vol-thx-got-letter = ✉️ Сізге «{ $project }» жобасындағы еңбегіңіз үшін ұсыным хат берілді. Игі істеріңізге рақмет!
vol-thx-open-certificate = Сертификатты ашу
vol-thx-open-letter = Хатты ашу

## Тексеру беті

vol-thx-page-title = Birge: сертификатты тексеру
vol-thx-page-valid = Сертификат жарамды
vol-thx-page-initials = Аты-жөнінің бас әріптері
vol-thx-page-of = { $initials }
vol-thx-page-hours = Расталған сағат
vol-thx-page-period = Кезең
vol-thx-page-invalid = Сертификат жарамсыз
vol-thx-page-compare = Нөмірдің әр әрпі мен цифры сертификаттағыдай жазылғанын тексеріңіз.
vol-thx-page-away = Қазір тексере алмаймыз
vol-thx-page-braked = Қате нөмір тым көп терілді
vol-thx-page-later = Бір минуттан кейін қайталап көріңіз.
