# Il piano: parole comuni a finestra, report e riga di comando.
plan-no-catalogue = Per questo questionario non c’è un catalogo di misure, quindi non c’è un piano.
plan-no-total = Per fare un piano serve il punteggio complessivo. Mancano queste risposte: { $items }.
plan-no-total-lists = Per fare un piano serve il punteggio complessivo, e mancano ancora delle risposte nelle domande di dettaglio.
plan-refused-budget = Le misure che hai chiesto costano fino a { $needed }, e il budget è { $there }: { $names }. Alza il budget, oppure togli l’obbligo a una di queste.
plan-refused-days = Le misure che hai chiesto impegnano fino a { $needed } giornate, e ce ne sono { $there }: { $names }. Aumenta le giornate o i trimestri, oppure togli l’obbligo a una di queste.
plan-refused-excluded = «{ $must }» è richiesta, ma prima serve «{ $excluded }», che hai escluso. Rimetti la seconda, oppure togli l’obbligo alla prima.
plan-quarter = { $number }º trimestre { $year }
plan-quarter-short = T{ $number } { $year }
plan-range-euros = da { $low } a { $high }
plan-range-days = { $high ->
    [one] da { $low } a { $most } giornata
   *[other] da { $low } a { $most } giornate
 }
plan-days = { $count ->
    [one] { $days } giornata
   *[other] { $days } giornate
 }
plan-if-one = se la misura porta { $item } al gradino { $to }
plan-if-many = se la misura porta { $items }
plan-if-part = { $item } al gradino { $to }
plan-gain = { $points } punti
plan-gain-signed = +{ $points } punti
plan-gain-none = guadagno non calcolato: mancano le risposte da cui si parte
plan-assumption = ipotesi
plan-own-source = fonte: { $source }
plan-summary = { $count ->
    [0] Con { $budget } non c’è una misura che ci sta.
    [one] Con { $budget } la scelta migliore è 1 misura: costa fino a { $cost } e impegna fino a { $days } giornate. Se porta dove dice, il punteggio passa da { $before } a { $after } e il livello da { $level-before } a { $level-after }.
   *[other] Con { $budget } la scelta migliore sono { $count } misure: costano fino a { $cost } e impegnano fino a { $days } giornate. Se portano dove dicono, il punteggio passa da { $before } a { $after } e il livello da { $level-before } a { $level-after }.
 }
plan-not-a-forecast = Non è una previsione: dice quanto varrebbe il punteggio se ogni misura portasse le risposte al gradino indicato. Costi e giornate senza una fonte sono ipotesi, e li puoi cambiare.
plan-next = { $step } in più comprerebbero { $points } punti: { $names }.
plan-next-little = { $step } in più comprerebbero meno di 0,1 punti.
plan-next-nothing = { $step } in più non comprerebbero altro.
plan-beyond = dopo il periodo del piano
plan-balance = Tra le prime misure ne manca una di questo tipo: { $kinds }. Un piano che tocca insieme modo di lavorare, strumenti e persone regge meglio.
plan-requires = prima serve: { $names }
plan-owner = responsabile: { $owner }
plan-unknown-measure = la misura «{ $id }» non c’è. Misure presenti: { $known }.
plan-bad-number = «{ $value }» non va bene per { $option }: scrivi un numero da { $low } a { $high }.

# Grafici e tabelle del piano
plan-level-from = livello { $level } { $name }
plan-your-budget = il tuo budget: { $budget }
plan-axis-budget = Budget →
plan-axis-score = ↑ Punteggio
plan-axis-effort = Impegno, da 1 a 5 →
plan-axis-gain = ↑ Punti in più
plan-frontier-point = { $count ->
    [one] Con { $budget }: { $score } punti, 1 misura.
   *[other] Con { $budget }: { $score } punti, { $count } misure.
 }
plan-frontier-none = Con { $budget } le misure che devono esserci non ci stanno.
plan-frontier-title = Che cosa compra ogni budget
plan-quarters-title = Il piano per trimestri
plan-quadrant-title = Quanto rende, quanto impegna
plan-quadrant-alt = Ogni misura secondo i punti che darebbe e l’impegno che chiede. Quelle del piano hanno il loro numero.
plan-quadrant-quick-win = Subito: rende e impegna poco
plan-quadrant-strategic = Strategiche: rendono e impegnano
plan-quadrant-filler = Nei ritagli: poco e poco
plan-quadrant-later = Più avanti: poco per molto
plan-targets-title = Traguardi per dimensione
plan-days-of = { $used } di { $most }
plan-foot-days = giornate usate
plan-foot-score = punteggio a fine trimestre
plan-foot-range = tra quanto e quanto
plan-foot-level = livello
plan-column-budget = Budget
plan-column-score = Punteggio
plan-column-more = In più
plan-column-measures = Misure
plan-column-measure = Misura
plan-column-quarter = Trimestre
plan-column-days = Giornate
plan-column-cost = Spesa fino a
plan-column-range = Intervallo
plan-column-level = Livello
plan-column-quadrant = Quadrante
plan-column-gain = Punti
plan-column-effort = Impegno
plan-column-number = Nel piano
plan-column-dimension = Dimensione
plan-column-level-today = Livello oggi
plan-column-next = Prossimo
plan-column-needed = Per gli obiettivi
plan-column-gap = Punti che mancano
plan-column-owner = Responsabile
plan-column-when = Quando
plan-bar = { $name }: { $when }, { $days }.
plan-late-days = dopo { $wanted }, perché lì le giornate sono finite
plan-late-requires = dopo { $wanted }, perché prima deve finire: { $names }

# Perché una misura non è nel piano
plan-out-met = Le risposte dicono che c’è già.
plan-out-done = Segnata come fatta.
plan-out-not-concerned = Non riguarda la tua impresa: le domande su cui agisce non sono state fatte.
plan-out-excluded = Esclusa da te.
plan-out-excluded-for = Esclusa: { $reason }
plan-out-barred = Prima serve quello che hai escluso: { $names }.
plan-out-budget = Non entra nel budget: costa fino a { $cost }.
plan-out-budget-with = Non entra nel budget: con ciò che serve prima costa fino a { $cost }.
plan-out-days = Non entra nelle giornate: con ciò che serve prima ne impegna fino a { $days }.
plan-out-better = Da sola ci starebbe, ma con lo stesso budget e le stesse giornate altre misure valgono di più.

# Pagine del piano nel report
plan-report-must = deve esserci
plan-report-beyond = finisce dopo il periodo del piano
plan-report-more = { $count ->
    [one] C’è anche 1 misura che oggi non entra: la trovi nel programma con il suo perché.
   *[other] Ci sono anche { $count } misure che oggi non entrano: le trovi nel programma con il loro perché.
 }
plan-goals-weigh = Nella scelta gli obiettivi dell’impresa contano di più: le dimensioni che servono agli obiettivi pesano fino al doppio. I punti scritti qui sono quelli del punteggio, senza questo peso.
plan-scenarios-title = Scenari a confronto
plan-scenario-now = Piano di adesso
plan-caption-gantt = Le misure nei trimestri. I numeri sono quelli della tabella.
plan-caption-frontier = Il punteggio migliore che si può comprare con ogni budget.
plan-refused-title = Quello che deve esserci non ci sta
plan-measures-title = Le misure del piano
plan-column-cost-range = Costo
plan-column-days-most = Giornate fino a
plan-column-score-after = Punteggio dopo
plan-column-level-after = Livello dopo

# La schermata del piano
plan-empty = Ancora nessun piano
plan-to-first = Vai alla prima risposta che manca
plan-purse-title = Quanto puoi spendere
plan-purse-slider = Budget
plan-purse-everything = tutto insieme: { $cost }
plan-purse-budget = Budget
plan-purse-budget-unit = euro
plan-purse-days = Giornate
plan-purse-days-unit = per trimestre
plan-purse-quarters = Trimestri
plan-purse-quarters-unit = da 1 a 20
plan-purse-rate = Una giornata
plan-purse-rate-unit = euro, costo interno
plan-purse-note = Le giornate sono quelle della tua gente. Il loro costo è dentro il budget.
plan-size-assumed = Non sappiamo quante persone lavorano nella tua impresa: i costi sono quelli di una piccola impresa.
plan-number-range = Scrivi un numero da { $low } a { $high }.
plan-frontier-heading = I prossimi { $step } comprano
plan-frontier-reading = Leggi il punteggio a ogni budget
plan-frontier-hint = Passa sul grafico, o usa le frecce, per leggere ogni budget. Clic o Invio lo usa.
plan-quarters-lead = Trascina una barra per far cominciare una misura in un altro trimestre. Se la rimetti dove starebbe da sola, torna automatica.
plan-bar-keys = Frecce a sinistra e a destra per spostarla, Invio per leggerla
plan-filter-dimension = Mostra le misure di
plan-filter-all = tutte le dimensioni
plan-group-must = Devono esserci ({ $count })
plan-group-out = Non entrano ({ $count })
plan-group-excluded = Escluse ({ $count })
plan-group-unknown = Guadagno non calcolato ({ $count })
plan-group-done = Fatte ({ $count })
plan-group-met = Ci sono già ({ $count })
plan-group-not-concerned = Non riguardano la tua impresa ({ $count })
plan-unfold = Leggi e decidi
plan-fold = Chiudi
plan-months = { $count ->
    [one] 1 mese
   *[other] { $count } mesi
 }
plan-why-title = Le risposte che la chiamano
plan-requires-title = Prima serve
plan-requires-there = c’è già
plan-requires-in-plan = è nel piano
plan-requires-not-concerned = non ti riguarda
plan-moves-title = Prime mosse
plan-kpi-title = Che cosa misurare
plan-evidence-title = Quando è fatta
plan-costs-title = Da che cosa viene il costo
plan-costs-own = acquisti { $cost }
plan-costs-days = { $days } a { $rate } l’una
plan-must = Deve esserci
plan-must-not = Non deve più esserci
plan-exclude = Escludi…
plan-include = Rimettila
plan-exclude-title = Escludi la misura
plan-exclude-reason = Perché (facoltativo)
plan-cost-change = Cambia costi…
plan-cost-title = I costi della tua impresa
plan-cost-note = Acquisti senza IVA nel primo anno e giornate della tua gente.
plan-cost-eur-low = Euro, da
plan-cost-eur-high = Euro, a
plan-cost-days-low = Giornate, da
plan-cost-days-high = Giornate, a
plan-cost-source = Da dove viene
plan-cost-source-help = Per esempio: preventivo del 3 novembre. Senza fonte resta un’ipotesi.
plan-cost-fault = Scrivi quattro numeri: il primo di ogni coppia non può superare il secondo.
plan-cost-catalogue = Torna ai costi del catalogo
plan-start = Iniziata…
plan-finish = Fatta…
plan-started = Iniziata
plan-progress-none = Torna da fare
plan-started-title = La misura è iniziata
plan-done-title = La misura è fatta
plan-started-since = Iniziata il { $date }.
plan-done-since = Fatta il { $date }.
plan-day = Giorno
plan-day-help = giorno/mese/anno
plan-day-fault = Scrivi un giorno già passato, per esempio 05/11/2026.
plan-evidence = Che cosa lo mostra
plan-evidence-help = Facoltativo: un documento, una foto, un numero.
plan-form-save = Conferma
plan-form-cancel = Annulla
plan-earlier = Un trimestre prima
plan-later = Un trimestre dopo
plan-automatic = Decida il piano quando
plan-mend-budget = Porta il budget a { $budget }
plan-mend-days = Porta le giornate a { $days } per trimestre
plan-mend-excluded = Rimetti «{ $name }»
plan-mend-must = Togli l’obbligo a «{ $name }»
plan-targets-lead = Il livello che viene dopo quello di oggi e, dove un tuo obiettivo lo chiede, quello che serve.
plan-scenarios-lead = Tieni da parte un budget con le sue scelte e confrontalo con un altro. Se ne tengono al massimo { $count }.
plan-scenario-keep = Tieni come scenario…
plan-scenario-name = Nome dello scenario
plan-scenario-full = Ce ne sono già tre: il più vecchio lascia il posto.
plan-scenario-use = Usa
plan-scenario-drop = Togli
plan-take-along = Porta con te
plan-take-along-text = Il report contiene il piano con i costi, i responsabili e le date.
plan-opens = Apre la strada a: { $names }
plan-target-top = Oggi livello { $level }, il più alto.
plan-target-next = Oggi livello { $level }. Il prossimo è { $next }: mancano { $points } punti.
plan-target-needed = Oggi livello { $level }. Il prossimo è { $next }. Per i tuoi obiettivi serve { $needed }: mancano { $points } punti.
plan-doors-title = Dove informarsi
