standing-party = Estado parte
standing-contracting = Estado contratante
standing-signatory = Estado signatario
standing-withdrawn = Se retiró
standing-none = No se ha unido
