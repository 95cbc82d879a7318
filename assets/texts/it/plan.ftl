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
