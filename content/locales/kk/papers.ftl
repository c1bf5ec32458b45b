## Балалармен жұмыс істейтін волонтерлердің құжаттары

vol-pap-recommendation = Ұсыным хат
vol-pap-criminal-record = Соттылығының жоқтығы туралы анықтама
vol-pap-narcological = Наркологиялық диспансер анықтамасы
vol-pap-psychoneurological = Психоневрологиялық диспансер анықтамасы
vol-pap-last-employer = Соңғы жұмыс орны
vol-pap-title =
    <b>{ $name }</b>
    Балалармен жұмысқа керек құжаттар. Шынымен керегін ғана сұраңыз: соңғы жұмыс орны тек зейнеткер мұғалімнен сұралады. Белгілеріңізді волонтер көрмейді.
vol-pap-none = сұралған жоқ
vol-pap-asked = сұралды: { $day }
vol-pap-received = келді: { $day }
vol-pap-checked = тексерілді: { $day }
vol-pap-checked-until = тексерілді: { $day }, жарамды мерзімі: { $until }
vol-pap-expired = ⚠️ мерзімі өтті: { $day }
vol-pap-all = Бәрін сұрау: балалармен жұмыс
vol-pap-asked-all =
    { $count ->
        [one] ✓ { $count } құжат сұралды. Волонтерге хабарладым.
       *[other] ✓ { $count } құжат сұралды. Волонтерге хабарладым.
    }
vol-pap-nothing-to-ask = Сұрайтын құжат қалмады: бәрі бұрын сұралған немесе волонтер кеткен.
vol-pap-to-volunteer = Волонтерге оралу
vol-pap-back = Барлық құжат
vol-pap-ask = Сұрау
vol-pap-ask-again = Қайта сұрау
vol-pap-was-asked = ✓ Сұралды. Волонтерге хабарладым.
vol-pap-seen = Қағаз түрінде көрдім
vol-pap-open = Жіберілгенін ашу
vol-pap-ok = Тексердім
vol-pap-until = Мерзімін өзгерту
vol-pap-take = Жіберілгенін өшіру
vol-pap-drop = Керек емес, тізімнен алу
vol-pap-drop-ask = Бұл құжатты тізімнен алайын ба? Оған жіберілгені де өшеді.
vol-pap-drop-yes = Иә, тізімнен алу
vol-pap-dropped = ✓ Тізімнен алынды.
vol-pap-take-ask = Жіберілгенін өшірейін бе? Тексерілгені туралы белгі қалады.
vol-pap-take-yes = Иә, өшіру
vol-pap-taken = ✓ Өшірілді. Тексерілгені туралы белгі қалды.
vol-pap-own = Өз құжаттарыңызды өзіңіз белгілей алмайсыз: ұйымның басқа үйлестірушісінен сұраңыз.
vol-pap-came-anew = Осы арада басқасы келді. Алдымен соны қарап шығыңыз.
vol-pap-until-when = ✓ Тексерілді деп белгіленді. Қай күнге дейін жарамды?
vol-pap-no-end = Мерзімсіз
vol-pap-three-months = 3 ай: { $day }
vol-pap-year = Бір жыл: { $day }
vol-pap-other-day = Басқа күн
vol-pap-which-day = Қай күнге дейін жарамды? Күнін жазыңыз, мысалы: 31.12.2027.
vol-pap-was-checked = ✓ Сақталды.
vol-pap-nothing-sent = Мұнда енді ештеңе сақталмаған.
vol-pap-files-missing =
    { $count ->
        [one] { $count } файл жіберілмей қалды. Қайта ашып көріңіз немесе құжатты қайта сұраңыз.
       *[other] { $count } файл жіберілмей қалды. Қайта ашып көріңіз немесе құжатты қайта сұраңыз.
    }
vol-pap-looked = Бәрі дұрыс болса, «Тексердім» батырмасын басыңыз.
vol-pap-letter-asked =
    <b>{ $project }</b>
    Сіз балалармен жұмыс істейсіз, ал олардың қауіпсіздігі бәрінен маңызды. Сондықтан үйлестіруші мынаны сұрайды:
vol-pap-letter-file = Батырманы басып, сурет не файл жіберіңіз.
vol-pap-letter-tell = Батырманы басып, бірер сөзбен жазыңыз.
vol-pap-letter-seen-by = Оны тек жобаның үйлестірушілері көреді.
vol-pap-send-button = Құжатты жіберу
vol-pap-tell-button = Жазу
vol-pap-letter-received =
    { $name } құжат жіберді: <b>{ $paper }</b>
    { $project }
vol-pap-look-button = Қарау
vol-pap-not-asked = Бұл құжат Сізден қазір сұралмайды. Ештеңе жібермесеңіз де болады.
vol-pap-not-kept = Бұл құжат Сізден қазір сұралмайды, сондықтан жібергеніңіз сақталған жоқ.
vol-pap-was-sent = Мұны жіберіп қойғансыз: <b>{ $paper }</b>. Ол үйлестірушілерде.
vol-pap-send-anew = Орнына басқасын жіберу
vol-pap-to-project = Жобама оралу
vol-pap-thanks = ✓ Рақмет! «{ $project }» жобасының үйлестірушілеріне жетті: <b>{ $paper }</b>.
vol-pap-waiting =
    { $count ->
        [one] Үйлестіруші Сізден { $count } құжат күтіп отыр.
       *[other] Үйлестіруші Сізден { $count } құжат күтіп отыр.
    }
vol-pap-other-kind = Бұл құжатты Сізден ешкім сұраған жоқ, сондықтан ол сақталмайды. Сұралған құжатты таңдаңыз: ✎ 1 батырмасы.
