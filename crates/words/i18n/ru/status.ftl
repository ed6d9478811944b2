standing-party = Государство-участник
standing-contracting = Договаривающееся государство
standing-signatory = Подписавшее государство
standing-withdrawn = Вышло
standing-none = Не участвует
