# Figure
insufficient-data = dati insufficienti
insufficient-data-sentence = Dati insufficienti: mancano troppe risposte per dare un punteggio.
nothing-applicable = nessuna domanda applicabile
bounds = tra { $low } e { $high }
coverage = domande con risposta: { $share }
bounds-and-coverage = { $bounds }, { $coverage }
points-of-100 = punti su 100
total = Totale
chart-today = oggi
chart-with-plan = con il piano
chart-target = obiettivo
chart-benchmark = confronto
your-company = la tua impresa
unnamed-company = Impresa senza nome
map-point = Maturità digitale { $digital }, maturità tecnologica { $technological }
italy = Italia
eu = Unione europea (27)

# Frasi
headline = La tua impresa è al livello { $level }, { $name }: { $clause }.
headline-both = { $strength }, ma { $gap }
headline-two = { $one }, e { $two }
headline-open = { $count ->
    [one] Manca ancora una risposta per dire a che livello è la tua impresa.
   *[other] Mancano ancora { $count } risposte per dire a che livello è la tua impresa.
}
headline-unknown = Le risposte date non bastano per dire a che livello è la tua impresa: molte sono «Non so» o «Non ci riguarda».
strengths = Punti di forza
strengths-none = Tra le aree con risposta, nessuna arriva ancora al gradino 3. È un punto di partenza, non un giudizio.
gaps = Aree di miglioramento
gaps-none = Tra le aree con risposta, nessuna sta sotto il gradino 3.
next-steps = I prossimi passi
step-today = Oggi, gradino { $step }:
step-next = Il prossimo passo, gradino { $step }:
step-between = tra il gradino { $low } e il gradino { $high }
limit-title = Da tenere presente
limit-not-verified = Limite non verificato: { $dimensions }. Qui mancano troppe risposte per dire se il livello va abbassato.
unbalanced-profile = Profilo squilibrato: alcune aree sono molto più avanti di altre, e le più deboli frenano il resto.

# Risposte
state-open = Senza risposta
state-dont-know = Non so
state-not-applicable = Non ci riguarda
state-skipped = Non chiesta
answer-yes = Sì
answer-no = No
answer-none = Nessuna scelta
evidence-0 = dichiarato
evidence-1 = mostrato al consulente
evidence-2 = documentato

# Indice di intensità digitale
dii-class-very-low = molto bassa
dii-class-low = bassa
dii-class-high = alta
dii-class-very-high = molto alta
dii-version = Indice di intensità digitale: DII { $version }
dii-count = La tua impresa ha { $count } dei 12 elementi: intensità digitale { $class }.
dii-up-to = { $max ->
    [one] Se fossero «sì» anche le risposte che mancano, sarebbe uno solo: intensità { $class }.
   *[other] Se fossero «sì» anche le risposte che mancano, sarebbero { $max }: intensità { $class }.
}
dii-percentile = Posizione: percentile { $percentile }, cioè circa { $whole } imprese su 100 di questa fascia di addetti hanno meno elementi.
dii-too-few = Domande di questo indice con risposta: { $share }. Per dare una cifra serve almeno il 60%.
dii-no-size = Indica quante persone lavorano nella tua impresa per avere il confronto con le imprese della stessa fascia.
dii-source = Fonte: Eurostat, isoc_e_dii, indagine { $year }, DII { $version }, imprese con { $size } addetti.

# Report
report-kicker = Autovalutazione della maturità digitale e tecnologica
report-title = { $company } – { $kicker }
report-kicker-other = Autovalutazione: { $name }
report-footer = { $company } · Autovalutazione con Orienta
report-page-label = Pagina [page] di [pages]
report-consultant = Con l’assistenza di { $name }
report-summary = In sintesi
report-position = Livello e punteggi
report-company = La tua impresa
report-dimensions = Le dimensioni, una per una
report-dimensions-intro = Per ogni dimensione: il punteggio, che cosa vuol dire, il passo successivo e le risposte su cui si basa.
report-dii = Confronto con l’indice europeo
report-dii-intro = Eurostat conta dodici elementi digitali nelle imprese con almeno 10 addetti. Ogni anno l’elenco può cambiare: per questo le due versioni non si confrontano tra loro.
report-lists = Elenchi e processi: le risposte
report-facts = Le risposte dietro l’indice
report-doors = A quali porte bussare
report-doors-intro = Reti, centri e servizi della regione scelti con regole scritte, in base ad attività, luogo, dimensione e punteggi. L’abbinamento tra codici di attività e reti è un nostro giudizio. Prima di contattare un ente verifica indirizzi e offerte: ogni scheda indica fonte e data.
report-method = Metodo e limiti
report-bounds-note = «Intervallo»: il punteggio con le risposte mancanti tutte al minimo e quello con tutte al massimo. Non misura gli errori di chi risponde. «Copertura» è la parte di domande con risposta.
report-balance = Equilibrio del profilo: { $balance } su 100. Sotto 85 il profilo è squilibrato.
report-versions = Orienta { $program }. Questionario «{ $pack }» versione { $version }, impronta { $hash }. Report del { $date }.
caption-map = Quanto l’impresa è guidata con il digitale e quanto è attrezzata
caption-radar = Punteggi delle dimensioni, da 0 a 100
caption-dii = Imprese italiane con { $size } addetti per classe di intensità digitale, indagine { $year }
column-figure = Misura
column-score = Punti
column-level = Livello
column-bounds = Intervallo
column-coverage = Copertura
column-what = Voce
column-answer = Risposta
column-question = Domanda
column-step = Gradino
column-seen = Che cosa si vede
column-fact = Elemento
column-version = Versione
column-place = Luogo
dimension-score = { $score } punti su 100, livello { $level }.
dimension-today = Di solito a questo livello:
dimension-next = Per salire:
ateco-line = ATECO { $code } (edizione { $edition }) { $title }

# Dati della regione
region-edition = Dati della regione: { $region }, edizione del { $date }.
region-edition-today = Dati della regione: { $region }, edizione del { $date }, di oggi.
region-edition-days = Dati della regione: { $region }, edizione del { $date }, { $count ->
    [one] di un giorno fa
   *[other] di { $count } giorni fa
}.
region-edition-months = Dati della regione: { $region }, edizione del { $date }, { $count ->
    [one] di un mese fa
   *[other] di { $count } mesi fa
}.
region-old = { $count ->
    [one] Questi dati hanno più di un mese: prima di muoverti controlla indirizzi e scadenze, oppure scegli un’edizione più nuova nelle impostazioni.
   *[other] Questi dati hanno più di { $count } mesi: prima di muoverti controlla indirizzi e scadenze, oppure scegli un’edizione più nuova nelle impostazioni.
}

# Porte
first-door = Da chi cominciare
doors-clusters = Cluster tecnologici
doors-other-clusters = Gli altri cluster della regione
doors-competence-centres = Centri di competenza
doors-axes = Gli assi del centro di competenza
doors-s3-areas = Aree di specializzazione (S3 2014-2020)
doors-ecosystems = Ecosistemi dell’innovazione (S3 2021-2027)
doors-training = Temi di formazione
doors-universities = Università
doors-its-academies = ITS Academy
doors-services = Servizi e sportelli
doors-past-services = Storico: misure chiuse
strength-strong = corrispondenza forte
strength-medium = corrispondenza media
strength-to-explore = da esplorare
door-source = Fonte: { $sources }. Data del dato: { $date }.
column-door = Chi
column-why = Perché
column-source = Fonte e data
door-source-numbers = Fonti { $numbers }. Data del dato: { $date }.
doors-sources = Fonti delle schede
headline-capped = Per i punti sarebbe il livello { $level }, ma un limite lo abbassa.

# Porte: scelte dell’impresa e regole
door-pinned = Tenuta in alto da te.
door-pinned-why = Tenuta in alto da te: { $reason }
door-dismissed = Messa da parte, senza un motivo scritto.
door-dismissed-why = Messa da parte: { $reason }
doors-dismissed = Messe da parte
doors-put-aside = { $count ->
    [one] Una scheda è stata messa da parte dall’impresa e non compare qui.
   *[other] { $count } schede sono state messe da parte dall’impresa e non compaiono qui.
}
doors-rules-off = Per scelta dell’impresa alcune regole non contano: { $rules }.
rule-points = { $points } punti
rule-points-each = { $points } punti per ciascuna
rule-points-each-up-to = { $points } punti per ciascuna, al massimo { $most }
rule-points-up-to = fino a { $points } punti
rule-points-between = da { $low } a { $high } punti
list-clusters = cluster
list-competence-centres = centri di competenza
list-s3-areas = aree S3
list-ecosystems = ecosistemi
list-training = formazione
list-services = servizi
list-universities = università
list-its-academies = ITS Academy
rule-ateco-primary = Attività tipica
rule-ateco-primary-help = Il tuo codice ATECO è tra quelli tipici.
rule-ateco-secondary = Attività collegata
rule-ateco-secondary-help = Il tuo codice ATECO è tra quelli collegati, anche se non tipici.
rule-ateco-ecosystem = Attività dell’ecosistema
rule-ateco-ecosystem-help = Il tuo codice ATECO si lega all’ecosistema.
rule-supply-chain = Filiera
rule-supply-chain-help = Hai indicato una filiera che porta qui.
rule-interest = Tecnologie che ti interessano
rule-interest-help = Hai indicato una tecnologia tra i suoi temi.
rule-ecosystem = Ecosistema in comune
rule-ecosystem-help = Lavora in un ecosistema a cui si lega la tua attività.
rule-area = Area di specializzazione
rule-area-help = Riguarda un’area trovata per la tua impresa.
rule-cluster = Legame con un cluster
rule-cluster-help = È legata a un cluster trovato per la tua impresa.
rule-province = La tua provincia
rule-province-help = Ha una sede nella tua provincia, o la copre.
rule-adjoining-province = Provincia vicina
rule-adjoining-province-help = Ha una sede in una provincia che confina con la tua.
rule-better-fit = Tema principale
rule-better-fit-help = Una tecnologia che hai indicato è il suo tema principale.
rule-gap = I tuoi punti deboli
rule-gap-help = Serve in aree in cui sei sotto la soglia del livello successivo.
rule-level = Il tuo livello
rule-level-help = Il corso è adatto al tuo livello.
rule-audience = A chi si rivolge
rule-audience-help = Il corso è per le persone che un’impresa della tua dimensione manda in formazione.
rule-always = Vale per ogni impresa
rule-always-help = È un’offerta aperta a tutte le imprese.
rule-category = Tipo di offerta
rule-category-help = Alcuni tipi di offerta valgono di più, per esempio uno strumento di valutazione.
rule-first = Tra le prime porte
rule-first-help = È una delle porte da cui cominciare.
rule-wish = Che cosa cerchi
rule-wish-help = Risponde a una cosa che hai detto di cercare.
rule-suits = Il tuo settore
rule-suits-help = Si rivolge soprattutto a imprese del tuo settore.

# Report: capitoli, parole di chi lo firma, che cosa dicono le cifre
report-cover = Copertina
report-contents = Indice
report-answers = Tutte le risposte
report-answers-intro = Le risposte così come sono state date: le cifre del report vengono da qui.
report-answers-intro-but-ladders = Le risposte così come sono state date: le cifre del report vengono da qui. Le domande a gradini stanno nelle pagine delle dimensioni.
report-ladders = Le domande a gradini
report-dimension-answers = Le risposte dentro le pagine delle dimensioni
report-dimensions-intro-short = Per ogni dimensione: il punteggio, che cosa vuol dire e il passo successivo.
report-notes = Note
report-honesty = Che cosa dicono queste cifre
report-footer-brand = { $company } · Autovalutazione con Orienta · { $brand }
report-digest = Impronta dei dati { $digest }
column-note = Nota
caption-radar-target = Punteggi delle dimensioni, da 0 a 100. Obiettivo: la soglia del livello che chiedono gli obiettivi della tua impresa, altrimenti del livello successivo. Per le singole dimensioni non esiste un confronto pubblicato.
summary-step = { $when }. Responsabile: { $owner }. Costo: { $cost } ({ $basis }). È fatto quando c’è: { $proof }
honesty-unofficial = Non è la valutazione ufficiale DMAT, SELFI4.0, SIRI o DREAMY. Dove si parla di questi strumenti, è solo per dire a che cosa somiglia una lettura.
honesty-respondents = { $count ->
    [one] Ha risposto una persona.
   *[other] Hanno risposto { $count } persone.
}
honesty-respondents-roles = { $count ->
    [one] Ha risposto una persona ({ $roles }).
   *[other] Hanno risposto { $count } persone ({ $roles }).
}
honesty-interval = Con le risposte che mancano il punteggio può stare tra { $low } e { $high }. Se chi ha risposto si fosse sbagliato qua e là di un gradino, nove volte su dieci starebbe tra { $p5 } e { $p95 }.
honesty-bounds = Con le risposte che mancano il punteggio può stare tra { $low } e { $high }.
honesty-no-promise = I punti in più del piano dicono che cosa cambierebbe nelle risposte se le misure riescono. Non promettono ricavi, risparmi o contributi. Costi e giornate sono ipotesi, dove non c’è un preventivo.
honesty-with-data = Questo PDF contiene i dati da cui nasce, note comprese: con Orienta si riapre e si continua. L’impronta a piè di pagina fa notare se i dati sono cambiati per sbaglio. Non è una firma e non dice chi ha scritto il report.
honesty-without-data = Questo PDF non contiene i dati da cui nasce. L’impronta a piè di pagina dice da quale file viene. Non è una firma e non dice chi ha scritto il report.
logo = Logo
wording-stale = Testo da rivedere: è stato scritto quando la risposta a { $items } era un’altra.
wording-moved = Testo da rivedere: è stato scritto al posto di parole che oggi sarebbero diverse.
brand-hint = Correggi il file del marchio, oppure rifallo nella pagina del report.
brand-too-large = Il file del marchio è più grande di 4 MB.
brand-no-json = Riga { $line }, colonna { $column }: non è il file di un marchio ({ $what }).
brand-format = Il formato { $format } è di un programma più nuovo.
brand-long = Una riga ha più di { $most } caratteri.
brand-long-cover = Le parole per la copertina hanno più di { $most } caratteri.
brand-lines = I contatti hanno più di { $most } righe.
brand-colour = «{ $colour }» non è un colore. Serve la forma #0b5a66.
brand-pale = Il colore { $colour } è troppo chiaro per scriverci su carta bianca: il contrasto è { $contrast }, e serve almeno 4,5.
brand-pale-hint = Usa { $better }, lo stesso colore più scuro.
brand-logo-base64 = Il logo non è scritto in Base64.
brand-logo-large = Il logo è più grande di 2 MB.
