## Действия и положения государств в терминах договоров.

act-signature = подписание
act-definitive-signature = окончательное подписание
act-succession-to-signature = правопреемство в отношении подписи
act-ratification = ратификация
act-acceptance = принятие
act-approval = утверждение
act-accession = присоединение
act-succession = правопреемство
act-formal-confirmation = официальное подтверждение
act-consent-to-be-bound = согласие на обязательность
act-provisional-application = временное применение
act-provisional-application-ended = прекращение временного применения
act-withdrawal-notified = уведомление о выходе
act-withdrawal-held-back = выход приостановлен
act-withdrawal-rescinded = уведомление о выходе отозвано
act-withdrawal-effective = вступление выхода в силу
act-ratification-withdrawn = отзыв ратификации
act-intention-not-to-become-party = сообщение о намерении не становиться участником
act-declaration = заявление
act-reservation = оговорка
act-objection = возражение
act-territorial-scope = территориальная сфера действия
