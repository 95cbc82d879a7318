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
