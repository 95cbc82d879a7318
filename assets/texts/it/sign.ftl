# La pagina del report: anteprima, capitoli, testi, marchio
preview-title = Anteprima
preview-page = Pagina { $page } di { $pages }
preview-small = Pagina { $page }
preview-next = Pagina successiva
preview-previous = Pagina precedente
preview-under-way = Aggiorno…
preview-failed = L’anteprima non è riuscita: { $what }. Il report si può salvare lo stesso.
preview-unread = le pagine non si riescono a disegnare
report-with-data = Con i dati dentro
report-with-data-help = Chi apre il PDF con Orienta ritrova la valutazione intera. Se lo spegni, il file non porta dati e i capitoli con risposte e note restano fuori.
show-in-folder = Mostra nella cartella

chapters-title = Capitoli
chapters-lead = Scegli che cosa entra nel report e in quale ordine. «{ $honesty }» c’è sempre.
chapters-summary = { $shown } capitoli su { $count } · { $paper }
chapters-nothing = Qui non ha niente da dire, e resta fuori.
chapters-answers-out = Fuori: il report va senza i dati. Accendilo se vuoi che ci sia.
chapters-answers-chosen = Dentro: lo hai scelto tu, anche senza i dati.
chapters-up = Sposta in alto: { $chapter }
chapters-down = Sposta in basso: { $chapter }
chapters-paper = Carta
chapters-cover = Parole per la copertina
chapters-cover-help = L’occasione, per chi è, un numero di pratica.

words-title = Testi
words-summary = { $count ->
    [one] Un testo riscritto
   *[other] { $count } testi riscritti
}
words-none = Nessun testo riscritto
words-lead = Ogni paragrafo si può riscrivere. Se poi cambia una risposta su cui si basa, te lo diciamo.
words-stale-count = { $count ->
    [one] Un testo da rivedere
   *[other] { $count } testi da rivedere
}
words-look = Guarda i testi
words-section = Capitolo
words-own = Riscritto
words-stale = Da rivedere
words-rewrite = Riscrivi
words-still-good = Va ancora bene
words-back = Torna alle parole di Orienta
words-field = Il testo
words-instead-of = Al posto di
words-empty = Un testo vuoto non si può salvare. Per togliere un capitolo spegnilo nell’elenco.
words-save = Salva il testo

brand-title = Chi firma
brand-none = Nessun marchio: il report è di Orienta
brand-unnamed = Un marchio senza nome
brand-lead = Nome, contatti, colore e logo di chi consegna il report. Valgono per tutte le imprese.
brand-name = Nome dello studio o del consulente
brand-name-help = Sta sulla copertina e in fondo a ogni pagina.
brand-contacts = Contatti
brand-contacts-help = Fino a sei righe: indirizzo, telefono, e-mail.
brand-cover = Parole della casa per la copertina
brand-cover-help = Valgono dove il singolo report non ne ha di sue.
brand-colour-label = Colore
brand-colour-help = Come #0b5a66. Vuoto vuol dire il colore di Orienta.
brand-colour-pick = Scegli il colore
brand-colour-take = Usa { $better }, più scuro
brand-logo = Logo
brand-logo-help = Un file PNG o SVG, fino a 2 MB.
brand-logo-pick = Scegli il logo…
brand-logo-remove = Togli il logo
brand-kept = Il marchio resta su questo computer, accanto alle impostazioni.
brand-save = Salva il marchio come file…
brand-open = Apri un file di marchio…
brand-opened = Marchio aperto da { $path }.
brand-file = Marchio
dialog-logo = Scegli il logo
dialog-brand = Apri un file di marchio
dialog-brand-save = Salva il marchio

formats-title = Altri formati
formats-summary = Word, una pagina sola, Excel, grafici, CSV, JSON, questionario in bianco
formats-lead = Ogni file va accanto alla valutazione. Se ce n’è già uno con quel nome, il nuovo prende un numero.
format-save = Salva
format-failed = { $name }: il file non è riuscito ({ $what }). La valutazione è al sicuro nel suo file.
format-docx = Documento Word
format-docx-note = Il report da modificare, con il tuo marchio.
format-handout = Una pagina sola
format-handout-note = Il riassunto in un PDF di una pagina, da lasciare sul tavolo.
format-xlsx = Cartella Excel
format-xlsx-note = Cifre, risposte, porte e piano in fogli, con i grafici.
format-charts = Grafici
format-charts-note = Ogni grafico del report come SVG e come PNG, in una cartella.
format-csv = Tabella CSV
format-csv-note = Cifre e risposte in una tabella, per altri programmi.
format-json = Dati JSON
format-json-note = Tutte le cifre, le porte e il piano, per chi programma.
format-paper = Questionario in bianco
format-paper-note = Le domande da compilare a penna, con gli stessi codici dello schermo.
format-file-report = report
format-file-handout = una pagina
format-file-figures = cifre
format-file-charts = grafici
format-file-paper = questionario

copy-picture = Copia come immagine
copy-picture-done = Immagine copiata.
copy-picture-failed = Il grafico non si riesce a copiare: salvalo dalla pagina del report, tra gli altri formati.
preview-pages = { $count ->
    [one] Una pagina
   *[other] { $count } pagine
}
