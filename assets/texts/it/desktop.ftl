# Scelta di un file nella finestra, dove il sistema non ha una sua finestra di scelta
picker-home = Cartella personale
picker-documents = Documenti
picker-orienta = Cartella di Orienta
picker-up = Cartella superiore
picker-name = Nome o percorso del file
picker-list = Contenuto di { $path }
picker-folder = Cartella { $name }
picker-empty = In questa cartella non c’è nessun file che finisce in { $ending }.
picker-reading = Sto leggendo la cartella…
picker-left-out = { $count ->
    [one] C’è ancora una voce: scrivi il nome del file.
   *[other] Ci sono altre { $count } voci: scrivi il nome del file.
}
picker-open = Apri
picker-save = Salva
picker-cancel = Annulla
picker-exists = { $path } esiste già. Se lo sostituisci, il contenuto di prima va perso.
picker-replace = Sostituisci
picker-keep = Scegli un altro nome
picker-unreadable = { $path }: questa cartella non si può leggere ({ $what }). Scegline un’altra.

# Una sola finestra per file
io-open-elsewhere = { $path }: è già aperto in un’altra finestra di Orienta. Continua in quella, oppure chiudila e riapri il file.

# Apertura con un doppio clic
register-done = Fatto: i file .orienta.json ora si aprono con Orienta con un doppio clic.
register-tool = I file sono al loro posto, ma manca il comando { $tool } o non è riuscito: installa il pacchetto { $package } e riprova.
register-path = { $path }: il sistema non può avviare un programma con questo percorso. Sposta il programma in una cartella senza segni particolari e riprova.
