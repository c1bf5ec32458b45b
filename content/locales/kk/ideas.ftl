# Игі іс ойлары.
vol-idea-which-direction = Қай бағытта игі іс жасағыңыз келеді? Идея ұсынайын.
vol-idea-once = Бір күнде істеп үлгеретін істер:
vol-idea-long = Ұзақ уақытқа арналған істер:
vol-idea-in-a-day = бір күндік іс
vol-idea-for-long = ұзақ мерзімді іс
vol-idea-see-once = Бір күндік істер ({ $count })
vol-idea-see-long = Ұзақ мерзімді істер ({ $count })
vol-idea-more = Келесілер ▸
vol-idea-back = ◂ Алдыңғылар
vol-idea-directions = Барлық бағыт
vol-idea-others = 💡 Басқа идеялар
vol-idea-take = Осыны істеймін
vol-idea-which-day = Қай күні істейсіз?
vol-idea-first-day = Қай күні бастайсыз? Күнделікке алғашқы күні жазылады.
vol-idea-today = Бүгін: { $day }
vol-idea-tomorrow = Ертең: { $day }
vol-idea-saturday = Сенбі: { $day }
vol-idea-other-day = Басқа күн
vol-idea-type-day =
    Күнін жылымен бірге жазыңыз.
    <i>Мысалы: 15.12.2026</i>
vol-idea-for-which =
    { $day }
    Бұл істі жобаңыз үшін жасайсыз ба?
vol-idea-just-so = Жоқ, жобадан тыс іс
vol-idea-planned = ✓ Жоспарланды: { $day }
vol-idea-reminds = Сол күні таңертең еске саламын (сағат { $hour }). Істеп болған соң күнделікке белгілеңіз.
vol-idea-no-reminder = Бүгінгі еске салу уақыты ({ $hour }) өтіп кетті, сондықтан хабар келмейді. Істеп болған соң күнделікке белгілеңіз.
vol-idea-open = Жоспарланған істі ашу
vol-idea-gone = Бұл идея енді тізімде жоқ. Басқасын таңдаңыз.
