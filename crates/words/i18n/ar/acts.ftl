## الأعمال والأوضاع بلغة المعاهدات.

act-signature = توقيع
act-definitive-signature = توقيع نهائي
act-succession-to-signature = خلافة في التوقيع
act-ratification = تصديق
act-acceptance = قبول
act-approval = موافقة
act-accession = انضمام
act-succession = خلافة
act-formal-confirmation = إقرار رسمي
act-consent-to-be-bound = رضا بالالتزام
act-provisional-application = تطبيق مؤقت
act-provisional-application-ended = إنهاء التطبيق المؤقت
act-withdrawal-notified = إخطار بالانسحاب
act-withdrawal-held-back = انسحاب معلَّق
act-withdrawal-rescinded = سحب الإخطار بالانسحاب
act-withdrawal-effective = نفاذ الانسحاب
act-ratification-withdrawn = سحب التصديق
act-intention-not-to-become-party = إبلاغ بنية عدم الدخول طرفاً
act-declaration = إعلان
act-reservation = تحفظ
act-objection = اعتراض
act-territorial-scope = نطاق إقليمي
