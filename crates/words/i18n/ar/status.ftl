standing-party = دولة طرف
standing-contracting = دولة متعاقدة
standing-signatory = دولة موقِّعة
standing-withdrawn = انسحبت
standing-none = لم تنضم
