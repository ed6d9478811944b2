## Actos y situaciones, con las palabras de los tratados.

act-signature = firma
act-definitive-signature = firma definitiva
act-succession-to-signature = sucesión en la firma
act-ratification = ratificación
act-acceptance = aceptación
act-approval = aprobación
act-accession = adhesión
act-succession = sucesión
act-formal-confirmation = confirmación formal
act-consent-to-be-bound = consentimiento en obligarse
act-provisional-application = aplicación provisional
act-provisional-application-ended = fin de la aplicación provisional
act-withdrawal-notified = notificación de retiro
act-withdrawal-held-back = retiro suspendido
act-withdrawal-rescinded = notificación de retiro revocada
act-withdrawal-effective = el retiro surte efecto
act-ratification-withdrawn = ratificación retirada
act-intention-not-to-become-party = comunicación de la intención de no llegar a ser parte
act-declaration = declaración
act-reservation = reserva
act-objection = objeción
act-territorial-scope = alcance territorial
