# Altri formati
cli-export = { $path }: il file da esportare non è riuscito ({ $what }). Il file della valutazione è intatto.

# Cartella di lavoro
xlsx-summary = Sintesi
xlsx-dimensions = Dimensioni
xlsx-answers = Risposte
xlsx-index = Indice digitale
xlsx-doors = Porte
xlsx-plan = Piano
xlsx-charts = Grafici
xlsx-date = Data
xlsx-consultant = Consulente
xlsx-result = Risultato
xlsx-level-uncapped = Livello prima dei limiti
xlsx-low = Punti con le risposte mancanti al minimo
xlsx-high = Punti con le risposte mancanti al massimo
xlsx-low-short = Minimo
xlsx-high-short = Massimo
xlsx-program = Programma
xlsx-questionnaire = Questionario
xlsx-digest = Impronta del questionario
xlsx-region = Dati della regione
xlsx-catalogue = Catalogo di misure
xlsx-know = Da sapere
xlsx-kind = Che cos’è
xlsx-maturity = Maturità
xlsx-id = Codice
xlsx-level-name = Nome del livello
xlsx-state = Stato
xlsx-answered = Con risposta
xlsx-evidence = Prova
xlsx-note = Nota
xlsx-who = Chi
xlsx-survey = Indagine
xlsx-size = Addetti
xlsx-elements = Elementi
xlsx-elements-most = Elementi, al massimo
xlsx-class = Classe
xlsx-percentile = Percentile
xlsx-source = Fonte
xlsx-list = Elenco
xlsx-strength = Corrispondenza
xlsx-place = Dove
xlsx-as-of = Data del dato
xlsx-verify = Da verificare
xlsx-decided = Scelta dell’impresa
xlsx-in-plan = Nel piano
xlsx-from = Inizio
xlsx-to = Fine
xlsx-cost-low = Costo, da
xlsx-cost-high = Costo, a
xlsx-basis = Base del costo
xlsx-days-low = Giornate, da
xlsx-days-high = Giornate, a

# Documento Word
docx-figure = Figura { $number }.
docx-honesty = Questo documento si può modificare e non contiene i dati da cui nasce. L’impronta a piè di pagina dice da quale file viene. Non è una firma e non dice chi ha scritto il report.

# Logo
logo-bytes = Il logo supera { $most } MB: salvalo più piccolo.
logo-pixels = Il logo è di { $width } × { $height } pixel: riducilo a non più di { $most } per lato.
logo-kind = Il logo non è né PNG né SVG: salvalo in uno di questi formati.
logo-damaged = Il file del logo è danneggiato: salvalo di nuovo o scegline un altro.
logo-elements = Il logo SVG ha troppi elementi: semplificalo o salvalo come PNG.
logo-words = Il logo SVG contiene testo con un suo carattere: trasformalo in tracciati o salvalo come PNG.
logo-nested = Il logo SVG contiene un’altra immagine: salvalo come PNG.
logo-empty = Nel file del logo non si vede niente: scegline un altro.

# Una pagina, e il questionario su carta
cli-items = il questionario da stampare non è riuscito ({ $what }).
handout-stair = Il livello di oggi
handout-to = Che cosa si vedrà
handout-date = Prossima data:
handout-date-text = { $date }, si comincia «{ $measure }».
paper-title = Questionario da compilare a mano: { $name }
paper-version = Questionario { $pack } { $version }, { $mode }
paper-quick = { $minutes ->
    [one] Questionario breve: serve circa un minuto.
   *[other] Questionario breve: servono circa { $minutes } minuti.
}
paper-full = { $minutes ->
    [one] Questionario completo: serve circa un minuto.
   *[other] Questionario completo: servono circa { $minutes } minuti, anche in più volte.
}
paper-instructions = Per ogni domanda segna la casella che descrive la tua impresa com’è oggi; dove non sai, segna «Non so». Poi riporta le risposte nel programma: le sigle davanti alle domande sono le stesse.
paper-company = Impresa
paper-date = Data
paper-who = Chi risponde e che ruolo ha
paper-notes = Note
paper-at-most = { $most ->
    [one] Scegline una.
   *[other] Scegline al massimo { $most }.
}
paper-ticks = Segna tutte quelle vere.
