# Игі істер күнделігі: жазба, оны өзгерту мен кейінге қалдыру.
vol-deed-whose = Бұл қай жобаның ісі?
vol-deed-for-none = Жобадан тыс іс
vol-deed-not-of-project = Бұл жобаның волонтері емессіз, сондықтан ісіңізді жобадан тыс іс деп жазамыз.
vol-deed-of = Жоба: { $project }
vol-deed-long-day = ⚠️ { $day }: барлығы { $hours } сағат болып тұр, ал тәулікте 24 сағат бар. Қате болса, сағатын түзетіңіз.
vol-deed-unconfirms = ⚠️ Бұл жазбаны үйлестіруші растаған. Күнін, бағытын, қызмет нысанын не сағатын өзгертсеңіз, оны қайта растау керек болады.
vol-deed-written = ✓ Күнделікке жазып қойдым. Игі ісіңізге рақмет!
vol-deed-changed = ✓ Күнделіктегі жазба өзгерді.
vol-deed-kept = Бұл форма жіберілген: жазбаңыз күнделікте тұр.
vol-deed-gone = Бұл жазба күнделіктен өшірілген, өзгеріс сақталмады. Керек болса, ісіңізді қайта жазыңыз.
vol-deed-another = ✍️ Тағы біреуін жазу
vol-deed-project = Менің жобам
vol-deed-open = Жазбаны ашу
vol-deed-no-project = Жобадан тыс
vol-deed-hours = { $hours } сағат
vol-deed-confirmed = { $hours } · ✓ расталған
vol-deed-waiting = { $hours } · үйлестірушінің растауын күтіп тұр
vol-deed-people = Балалар мен басқа адамдар: { $people }
vol-deed-achieved = Жетістіктер: { $achieved }
vol-deed-note = Ескертпе: { $note }
vol-deed-questioned = ⚠️ Үйлестіруші бұл жазбаны қайта қарап шығуыңызды өтінді.
vol-deed-change = Өзгерту
vol-deed-remove = Өшіру
vol-deed-share = Бөлісу
vol-deed-photo = 🖼 Суретті көру
vol-deed-photo-none = Бұл жазбаның суреті енді сақтаулы емес.
vol-deed-back = Жазбаға оралу
vol-deed-remove-ask = Осы жазбаны күнделіктен өшірейін бе? Оны қайтару мүмкін емес.
vol-deed-drop-ask = Осы жоспарды өшірейін бе?
vol-deed-remove-yes = Иә, өшіру
vol-deed-remove-no = Жоқ, қалсын
vol-deed-removed = Жазба өшірілді.
vol-deed-dropped = Жоспар өшірілді. Басқа игі іске әрдайым уақыт табылады.
vol-deed-planned-for = <b>Жоспар: { $day }</b>
vol-deed-done = ✅ Істедім, жазамын
vol-deed-move = Басқа күнге қою
vol-deed-drop = Жоспарды өшіру
vol-deed-which-day = Қай күнге қоямыз? Күнді басыңыз немесе жазыңыз, мысалы 15.12.2026.
vol-deed-tomorrow = Ертең
vol-deed-in-three-days = Үш күннен кейін
vol-deed-in-a-week = Бір аптадан кейін
vol-deed-moved = ✓ Жаңа күні: { $day }. Сол күні таңертең еске саламын.
vol-deed-moved-today = ✓ Енді бүгінге жоспарланды.
vol-deed-look-again =
    <b>Үйлестіруші бір жазбаңызды қайта қарап шығуыңызды өтінді</b>
    { $project }

    { $day } · { $what } · { $hours }

    Күнін, ісін және сағатын тексеріңіз. Қате болса, түзетіп жіберіңіз; бәрі дұрыс болса, сол күйі қайта жіберіңіз.
vol-deed-today =
    <b>Бүгін жоспарлаған игі ісіңіз бар</b>
    { $what }

    Істеген соң күнделікке жазып қойыңыз. Бүгін қолыңыз тимесе, басқа күнге қоя аласыз.
