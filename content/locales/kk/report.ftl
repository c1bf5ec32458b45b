# Волонтердің айлық есебі.
vol-rep-title = Есеп: { $month }
vol-rep-empty = Күнделікте бұл айға жазылған іс жоқ.
vol-rep-empty-how = Ештеңе істелмесе де, есеп беруге болады: неге екенін бір ауыз сөзбен жазыңыз. Ал іс болса, алдымен күнделікке жазып қойыңыз.
vol-rep-deeds = { $deeds } іс
vol-rep-hours = { $hours } сағат
vol-rep-people = { $people } адам
vol-rep-confirmed = Оның расталғаны: { $hours } сағат
vol-rep-activities = Не істелді
vol-rep-achieved = Қандай жетістік болды
vol-rep-more = …және тағы { $count }
vol-rep-line = Сіз қосқан сөз:
vol-rep-their-line = Волонтердің сөзі:
vol-rep-unsent = Есеп күнделіктен құралды, әлі жіберілген жоқ. Жіберсеңіз, үйлестіруші көреді.
vol-rep-sent-on = ✓ Жіберілді: { $day }
vol-rep-differs =
    ✓ Жіберілді: { $day }
    Онда былай жазылған: { $figures }
    ❗ Содан бері күнделік өзгерді: есепті қайта жіберіңіз.
vol-rep-send = 📨 Есепті жіберу
vol-rep-send-again = 📨 Есепті қайта жіберу
vol-rep-add = ✍️ Сөз қосу
vol-rep-say-why = ✍️ Себебін жазу
vol-rep-change = ✍️ Сөзді өзгерту
vol-rep-drop = Сөзді алып тастау
vol-rep-dropped = ✓ Қосқан сөзіңіз алынды.
vol-rep-kept = ✓ Сөзіңіз есепке қосылды.
vol-rep-ask-line = Үйлестірушіге тағы не айтқыңыз келеді: не ұнады, не қиын болды, қандай көмек керек? { $max } таңбадан асырмай жазыңыз. Балалардың атын жазбаңыз.
vol-rep-ask-why = Бұл айда ({ $month }) неге іс болмады? Бір ауыз сөзбен жазыңыз, мысалы: емтихан тапсырдым. { $max } таңбаға дейін болады.
vol-rep-sent = ✓ Рақмет, есеп жіберілді: { $month }
vol-rep-they-see = Үйлестіруші мынаны көреді:
vol-rep-open = Есепті ашу
vol-rep-no-month = Бұл айдың есебі жоқ: ол ай әлі келген жоқ не Сіздің волонтерлігіңізге кірмейді. Басқа айды таңдаңыз.
vol-rep-all-title = Айлық есептер: { $month }
vol-rep-all = ◂ Барлық есеп
vol-rep-nobody = Бұл айда келісімге қол қойған волонтер болған жоқ.
vol-rep-counts = Есеп бермегені: { $missing }, бергені: { $sent }
vol-rep-missing = есеп әлі жоқ
vol-rep-not-yet = Есеп әлі жіберілген жоқ. Күнделікте қазір:
vol-rep-further = Келесілер ▸
vol-rep-card = Волонтердің картасы
due-open-report = Есепті ашу
