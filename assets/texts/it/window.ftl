# Schermate
screen-start = Inizio
screen-company = La tua impresa
screen-questions = Domande
screen-results = Risultati
screen-doors = Porte
screen-plan = Piano
screen-report = Report
command-new = Nuova impresa
command-sample = Guarda un esempio
command-open = Apri un file…
command-undo = Annulla l’ultima modifica
command-redo = Ripeti la modifica
step-back = Annullato: { $what }
step-forth = Ripetuto: { $what }
look-dark = Aspetto scuro
look-light = Aspetto chiaro
close = Chiudi
choose = Scegli…
change = Cambia
clear-answer = Togli la risposta
continue = Continua
back = Indietro
go-on = Continua
show-file = Apri il file
rail-needs-company = Prima crea o apri un’impresa.
progress-short = { $given } di { $asked }
progress = { $minutes ->
    [one] { $given } di { $asked } risposte · circa un minuto
   *[other] { $given } di { $asked } risposte · circa { $minutes } minuti
}
progress-done = Tutte le { $asked } domande hanno una risposta
sample-notice = È un’impresa inventata, per vedere come funziona. Se cambi qualcosa, una copia si salva nei tuoi documenti.

# Salvataggio
save-untouched = Si salva da sé alla prima risposta.
save-saving = Salvataggio in corso…
save-saved = Salvato
save-failed = Non salvato
save-again = Riprova a salvare
show-failed = { $path }: il sistema non riesce ad aprirlo ({ $what }). Aprilo dalla sua cartella.
report-failed = Il report non è riuscito ({ $what }). Le risposte sono al sicuro nel loro file.
dialog-open = Apri una valutazione
dialog-report = Salva il report
dialog-region = Scegli i dati della regione

# Inizio
start-title = Dove sta la tua impresa nel digitale
start-lead = In circa dieci minuti vedi a che livello sei, perché, qual è il prossimo passo e a chi rivolgerti in Lombardia. Alla fine porti via un report in PDF.
start-recent = Imprese recenti
start-how = Come funziona
start-how-time = Una cinquantina di domande brevi. Puoi leggerle tutte prima, fermarti e riprendere quando vuoi.
start-how-local = Tutto resta su questo computer: nessun account, nessuna rete.
start-how-saved = Ogni risposta si salva da sola, e puoi sempre tornare indietro.
start-how-self = È un’autovalutazione: non è un certificato e non sostituisce una valutazione ufficiale.
start-folder = Le valutazioni si salvano in { $path }
forget-recent = Togli dall’elenco (il file resta)

# Impresa
company-name = Nome dell’impresa
company-activity-search = Cerca l’attività con parole tue, o scrivi il codice
company-activity-hint = Per esempio: torneria, caseificio, 25.62
company-activity-none = Nessuna attività trovata. Prova con un’altra parola, oppure con le prime cifre del codice.
ateco-source = Classificazione ATECO: ISTAT, CC BY 4.0. I sinonimi sono nostri.
keep-as-is = Lascia com’è
company-cover = Per la copertina del report
company-cover-help = Facoltativo. Questi dati non entrano nel punteggio.
company-town = Comune
company-vat = Partita IVA
company-vat-fault = Non è una partita IVA valida: controlla che le cifre siano undici e tutte giuste.
company-contact = Persona di riferimento
company-consultant = Consulente
to-questions = Vai alle domande
to-doors = Vedi a chi rivolgerti
to-plan = Vai al piano
to-report = Prepara il report

# Domande
card-place = Scheda { $at } di { $count } · { $section }
read-all = Leggi tutte le domande
one-at-a-time = Una domanda alla volta
list-title = Tutte le domande
list-lead = Puoi leggerle prima di rispondere. Le risposte già date sono segnate.
go-to-question = Vai alla domanda
help = Aiuto
why-asked = Perché lo chiediamo. { $why }
example = Un esempio. { $example }
glossary = Parole spiegate
note = Nota
note-help = Un appunto per te o per chi ti assiste. Entra nel report accanto alla risposta.
note-and-evidence = Nota e prova
evidence = Che cosa c’è dietro la risposta

# Risultati
results-empty = Ancora nessun risultato
results-empty-text = Rispondi alle prime domande: il livello compare appena le risposte bastano.
map-title = Regia e strumenti
click-for-why = Clicca su una dimensione per vedere le risposte da cui viene il punteggio.
see-answer = Vedi la domanda

# Porte
doors-lead = Reti, centri e servizi scelti per la tua impresa, ciascuno con il perché.
doors-verify = Le schede vengono da fonti pubbliche, e la data dice a quando risale il dato: prima di muoverti controlla sul sito che valga ancora.
doors-first-none = Hai messo da parte tutte le porte da cui cominciare. Puoi riprenderle in fondo alla pagina.
doors-better = Per un elenco più preciso
ask-code = Cerca il codice ATECO
ask-supply-chain = Scegli la filiera
ask-province = Indica la provincia
ask-answers = Vai alle domande
doors-search = Cerca tra le schede
doors-search-help = Un nome, un tema o un motivo: per esempio robot, Bergamo, sicurezza.
filter-clusters = Cluster
filter-centres = Centri di competenza
filter-s3 = Specializzazione (S3)
filter-training = Formazione
filter-services = Servizi e incentivi
filter-universities = Università
filter-its = ITS Academy
filter-strong = Solo forti e medie
doors-count = { $count ->
    [one] Una scheda
   *[other] { $count } schede
}
doors-count-of = { $count ->
    [one] Una scheda su { $all }
   *[other] { $count } schede su { $all }
}
doors-clear = Togli i filtri
doors-none = Nessuna scheda con questi filtri
doors-none-text = Prova con una parola sola, o togli qualche filtro.
doors-s3 = Specializzazione intelligente (S3)
doors-s3-areas-short = Aree 2014-2020
doors-ecosystems-short = Ecosistemi 2021-2027
doors-s3-other-areas = Le altre: { $names }.
doors-s3-other-ecosystems = Gli altri: { $names }.
doors-clusters-lead = Reti di imprese, università e centri di ricerca: per trovare partner e progetti.
doors-competence-centres-lead = Per vedere, provare e imparare le tecnologie prima di comprarle.
doors-axes-lead = Tre modi di farsi aiutare: quello che le regole indicano per te porta il motivo.
doors-training-lead = Temi su cui cercare un corso. Al massimo due per ogni area di valutazione.
doors-services-lead = Sportelli, strumenti e contributi. Requisiti e scadenze vanno sempre controllati.
doors-universities-lead = Per progetti di ricerca, tesi e tirocini.
doors-its-academies-lead = Per assumere tecnici e ospitare tirocini.
doors-how = Come nasce l’ordine
doors-how-text = Ogni regola che vale per la tua impresa aggiunge punti, e più punti portano più in alto. Spegni una regola e l’elenco cambia subito.
doors-how-order = Da { $strong } punti la corrispondenza è forte, da { $medium } media.
rules-off = { $count ->
    [one] Una regola spenta
   *[other] { $count } regole spente
}
rules-reset = Rimetti tutte
availability-verify = disponibilità da verificare
availability-announced = non ancora aperto
availability-closed = chiuso
door-pin = Tieni in alto
door-unpin = Non tenere più in alto
door-dismiss = Metti da parte…
door-dismiss-now = Metti da parte
door-take-back = Riprendi
door-reason = Motivo, se vuoi
door-reason-write = Scrivi il motivo…
door-reason-change = Cambia il motivo…
door-reason-keep = Scrivi
cancel-reason = Lascia stare
more-sources = { $count ->
    [one] Mostra un’altra fonte
   *[other] Mostra altre { $count } fonti
}
door-sources = Fonte: { $sources }.
show-all = { $count ->
    [one] Mostra un’altra scheda
   *[other] Mostra altre { $count } schede
}
to-verify = da verificare
points = +{ $points } punti

# Report
report-lead = Un documento PDF da tenere, stampare o portare a chi ti assiste.
report-path = File del report
report-save = Salva il report
report-writing = Sto preparando il report…
work-stopped = Fermato: non è stato scritto niente.
work-stop = Ferma
work-stopping = Mi fermo…
report-choose = Scegli dove…
report-language-note = Il report è nella lingua in cui stai usando il programma.
report-saved = Report salvato in { $path }. Aprilo per leggerlo o stamparlo.
report-open-answers = { $count ->
    [one] Manca ancora una risposta: il report si può fare, e dirà che manca.
   *[other] Mancano ancora { $count } risposte: il report si può fare, e dirà quali mancano.
}
open-unsaved = Prima di aprire un’altra impresa salva questa: le ultime risposte non sono ancora sul disco. Usa «Riprova a salvare».
close-unsaved = Le ultime risposte non sono salvate. Usa «Riprova a salvare»; se chiudi di nuovo la finestra, vanno perse.

# Ovunque
screen-settings = Impostazioni
screen-help = Guida
command-palette = Cerca un comando
command-report = Salva il report in PDF
command-zoom-in = Ingrandisci tutto
command-zoom-out = Rimpicciolisci tutto
command-zoom-reset = Torna alla grandezza normale
command-language = Usa la lingua: { $name }
look-system = Aspetto come il sistema
look-high-contrast = Contrasto alto
drop-here = Lascia qui il file per aprirlo
show-folder = Apri la cartella
copy-details = Copia i dettagli
palette-label = Che cosa vuoi fare?
palette-none = Niente con queste parole. Prova con una parola sola.
palette-keys = ↑ ↓ per scegliere · Invio per aprire · Esc per chiudere
palette-question = Vai alla domanda: { $question }
palette-recent = Apri l’impresa { $name }
palette-term = Che cosa vuol dire: { $term }

# Impostazioni
settings-language = Lingua
settings-language-help = Cambia subito, senza perdere niente. Anche il report esce in questa lingua.
settings-look = Aspetto
settings-size = Grandezza
settings-size-help = Testi, pulsanti e grafici insieme, dal 75 al 200 per cento.
settings-questions = Domande
settings-advance = Passa da sola alla domanda dopo
settings-advance-help = Appena rispondi arriva la domanda successiva. Se è spento, vai avanti tu con «Continua».
settings-still = Nessun movimento
settings-still-help = Le schede e i pulsanti cambiano di colpo, senza animazioni.
settings-region = Dati della regione
settings-region-own = Sono i dati compresi nel programma.
settings-region-other = Hanno preso il posto dei dati compresi nel programma. Se torni a quelli, la copia scelta viene tolta.
settings-region-help = Se hai un’edizione più nuova, scegli il suo file region.json. Il file ateco_map.csv deve stare nella stessa cartella.
settings-region-pick = Scegli un’edizione più nuova
settings-region-back = Torna ai dati del programma
settings-files = Dove stanno le valutazioni
settings-register = Apri le valutazioni con un doppio clic
settings-register-help = Dice al sistema, per il tuo utente, che i file .orienta.json si aprono con Orienta. Se sposti il programma, fallo di nuovo.

# Guida
level-from = { $name } da { $from }
glossary-search = Cerca una parola
glossary-none = Nessuna parola trovata.

# Domande, di nuovo
why-ask = Perché lo chiediamo
show-answers = Leggi le risposte possibili
hide-answers = Nascondi le risposte

# Risultati, di nuovo
why-level = Da dove viene questo livello
why-weight = Peso { $weight }
how-calculated = Come si calcola
show-table = Leggi i valori in una tabella
hide-table = Nascondi la tabella
table-name = Area
table-level = Livello
table-from = Da punti
table-mark = Dove sei
table-score = Punti
table-bounds = Minimo e massimo
table-coverage = Risposte date
table-class = Classe

# Che cosa manca
report-nothing = Non c’è ancora niente da mettere nel report: rispondi almeno a una domanda.
results-open-answers = { $count ->
    [one] Manca ancora una risposta: i risultati valgono per quelle date finora.
   *[other] Mancano ancora { $count } risposte: i risultati valgono per quelle date finora.
}
go-to-missing = Vai alla prima che manca
