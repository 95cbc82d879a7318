# Schermate dello strumento completo
screen-sure = Quanto è sicuro
screen-matrix = Processi
screen-contradictions = Da ricontrollare
screen-benchmark = Confronto
screen-explain = Spiegazioni

# Risposte a elenchi e righe
answer-partly = In parte
none-of-these = Nessuna di queste
value-ticks-negative = Scrivi un elenco di: { $options }. La voce { $negative } sta da sola.
value-rows = Per ogni riga tra { $options } scrivi un gradino da 0 a 5, na oppure dk.
value-partly = Scrivi 0 per no, 0.5 per in parte, 1 per sì.
value-partly-rows = Per ogni riga tra { $options } scrivi 0 per no, 0.5 per in parte, 1 per sì, na oppure dk.

# Spiegazioni
explain-title = Da dove viene ogni numero
explain-lead = Scegli un numero: vedi le risposte, i pesi, la formula e la regola che lo fanno.
explain-figures = Numeri
explain-rule = La regola
explain-formula = Con i tuoi numeri
explain-parts = Di che cosa è fatto
explain-know = Da sapere
explain-copy = Copia la spiegazione
explain-save = Salva tutte le spiegazioni…
text-saved = Salvato in { $path }.
explain-open = Spiegazione
explain-weight = peso { $weight }
explain-bounds = Con le risposte mancanti tutte al minimo o tutte al massimo: { $bounds }.
explain-coverage = Risposte su cui si basa: { $share }.
explain-missing = Dati insufficienti: ci sono { $published } parti su { $of }, ne servono almeno { $needed }.
explain-not-counted = non conta
explain-total-rule = È la media delle dimensioni con abbastanza risposte. Ognuna conta per il suo peso.
explain-total-level = Livello: { $level }.
explain-level-rule = Il livello è la soglia più alta che il punteggio raggiunge. Un limite può abbassarlo, e dice perché.
explain-level-from = da { $points } punti
explain-level-reached = raggiunto con i punti
explain-level-formula = { $score } punti valgono il livello { $uncapped }; dopo i limiti: { $level }.
explain-dimension-rule = È la media semplice delle sue voci con abbastanza risposte.
explain-subdimension-rule = È la media delle risposte che la riguardano. La domanda principale pesa 2; ogni elenco, l’insieme dei processi e l’insieme del settore pesano 1. Dentro un insieme le risposte si dividono il peso.
explain-balance = Equilibrio del profilo
explain-balance-rule = È 100 volte la media geometrica delle dimensioni divisa per quella aritmetica, con gli stessi pesi. Le dimensioni sotto 1 punto contano 1. Sotto { $least } il profilo è squilibrato.
explain-dii-rule = Si contano i «sì» ai dodici fatti dell’indice. Classi: molto bassa da 0 a 3, bassa da 4 a 6, alta da 7 a 9, molto alta da 10 a 12. Il percentile si legge sulla distribuzione delle imprese italiane della stessa fascia di addetti.
explain-dii-text = { $count } su 12, intensità { $class }
explain-dmat-full = Il totale è la media di sei dimensioni, calcolate dagli undici elenchi con le formule del questionario europeo DMAT, lette in fonti secondarie.
explain-dmat-quick = Finché gli undici elenchi non hanno tutti una risposta, le sei dimensioni si stimano dalle domande a gradini e dai fatti.
explain-dmat-part-plans = Tre parti uguali: aree in cui hai già speso, aree in programma, frasi vere su quanto l’impresa è pronta. Per costruzione, i programmi valgono quanto le spese già fatte.
explain-dmat-part-full = È la media degli elenchi che la riguardano. Ogni elenco va da 0 a 100; le sue voci contano tutte uguali.
explain-dmat-part-quick = È la media delle parti che la riguardano: gradini per 20, e quota di «sì» tra i fatti.
explain-matrix-text = media per processo e per aspetto, da 1 a 5
explain-matrix-rule = Ogni cella vale il suo gradino, almeno 1. Righe e colonne sono medie semplici delle celle con risposta.
explain-matrix-line-rule = È la media semplice delle sue celle con risposta; ogni cella vale il suo gradino, almeno 1.
explain-uncertainty-rule = Il calcolo si ripete { $runs } volte. Ogni volta i pesi cambiano un poco, e ogni risposta si sposta di un gradino con probabilità { $declared } se è solo dichiarata, { $shown } se è stata mostrata, { $documented } se è documentata. Un «Non so» vale un gradino a caso.
explain-p5 = 5° percentile dei ricalcoli
explain-median = Mediana dei ricalcoli
explain-p95 = 95° percentile dei ricalcoli
explain-sem = Errore di misura, in punti
explain-smallest-change = Variazione più piccola che conta, in punti
explain-share-of-level = Ricalcoli al livello { $level }
explain-evidenced = Punteggio con prove
explain-evidenced-rule = È lo stesso calcolo, ma un gradino solo dichiarato conta al massimo { $step }. Chi mostra o documenta le risposte lo alza.
explain-evidenced-formula = Dichiarato { $declared }, con prove { $evidenced }.
explain-held = gradino { $from }, conta { $to }
explain-reliability = Risposte con una prova
explain-reliability-rule = Una risposta dichiarata vale 0, una mostrata 1, una documentata 2. È la media pesata divisa per 2.
explain-answers = { $count ->
    [one] una risposta
   *[other] { $count } risposte
}
explain-counts-for = Conta per { $name }
explain-evidence = Che cosa c’è dietro la risposta: { $evidence }.
explain-ladder-rule = Ogni gradino vale 20 punti.
explain-ticks-rule = Il punteggio è la quota di voci segnate, tra quelle che contano per la misura.
explain-rows-rule = Ogni riga è una risposta a sé: un gradino vale 20 punti.
explain-partly-rule = No vale 0, in parte 50, sì 100. Ogni riga è una risposta a sé.
explain-fact-rule = Sì e no entrano nel conteggio dell’indice europeo, non nel punteggio.
explain-unscored-rule = Questa risposta non dà punti.
explain-contradiction-rule = Non correggiamo niente: ti mostriamo le risposte che non vanno d’accordo.

# Quanto è sicuro
sure-lead = Nessuna autovalutazione è esatta. Abbiamo rifatto il conto molte volte, con piccoli errori nelle risposte: qui vedi quanto si sposta il risultato, e che cosa lo sposterebbe davvero.
sure-one-level = Il livello è { $level }. Ricalcoli che lo confermano: { $share }.
sure-two-levels = Sei tra il livello { $low } e il livello { $high }.
sure-empty = Ancora troppo poche risposte
sure-empty-text = Quando c’è un punteggio totale, qui vedi quanto è sicuro.
sure-range-title = Dove cade il risultato
sure-range = Nove ricalcoli su dieci danno un totale tra { $low } e { $high } punti; quello in mezzo dà { $median }.
sure-levels = Quanti ricalcoli danno ciascun livello
sure-backed-title = Dichiarato e con prove
sure-backed = Le risposte date valgono { $declared } punti. Contando al massimo { $step } i gradini solo dichiarati, i punti sono { $evidenced }.
sure-reliability = Risposte con una prova: { $share }.
sure-to-evidence = Aggiungi prove
sure-coverage-title = Che cosa manca
sure-coverage = Domande con risposta: { $share }. Con le risposte mancanti tutte al minimo o tutte al massimo il totale starebbe tra { $low } e { $high }.
sure-moves-title = Che cosa sposta il livello
sure-moves-lead = Una risposta alla volta, un gradino più su: ecco che cosa cambierebbe. Non è una promessa.
sure-moves-gain = +{ $points } punti
sure-moves-level = porta al livello { $level }
sure-moves-from = dal gradino { $from } al { $to }
sure-rule-title = Se la regola fosse un’altra
sure-rule-lead = Gli stessi punti, con pesi o medie diverse. Se i numeri si somigliano, il risultato non dipende dalla regola.
sure-rule-arithmetic = Media pesata (quella del totale)
sure-rule-power = Media che penalizza di più le aree deboli (potenza ½)
sure-rule-geometric = Media geometrica
sure-rule-dimension = { $name }: senza { $without }, con il doppio del peso { $doubled }

# Processi
matrix-lead = Ogni riga è un processo, ogni colonna un aspetto. I numeri vanno da 1 a 5: più il colore è forte, più il processo è avanti.
matrix-short = I tuoi processi, uno per uno e per aspetto.
matrix-empty = Ancora nessun processo
matrix-empty-text = Le quattro domande per processo sono nel questionario completo.
matrix-micro-text = Sotto i 10 addetti le domande per processo non si fanno: restano gli elenchi e il settore.
matrix-mean = Media
matrix-too-few = Celle con risposta: { $share }. Per le medie serve almeno il 60%.
matrix-cell = { $process }, { $analysis }: { $value }
matrix-note = È una lettura per processo e per aspetto; non è un’altra valutazione. I gradini 0 e 1 si vedono tutti e due come 1.

# Contraddizioni
contradictions-lead = Alcune risposte non vanno d’accordo tra loro. Non correggiamo niente: guardale di nuovo, poi decidi tu.
contradictions-empty = Nessuna contraddizione
contradictions-empty-text = Le risposte date finora vanno d’accordo tra loro.
contradictions-found = { $count ->
    [one] C’è una cosa da ricontrollare.
   *[other] Ci sono { $count } cose da ricontrollare.
}

# Confronto
benchmark-lead = La tua impresa accanto alle imprese italiane della stessa fascia di addetti, con l’indice di intensità digitale di Eurostat.
benchmark-agri = Il tuo settore non è nell’indagine: il confronto con le altre imprese è solo indicativo.
benchmark-italy = Italia
benchmark-eu = UE-27
benchmark-sector-title = Il tuo settore in Europa
benchmark-sector = { $sector }. Imprese europee che arrivano almeno al livello di base (quattro elementi): { $basic }. Con intensità alta o molto alta: { $high }.
benchmark-sector-label = È un contesto europeo, imprese con almeno 10 addetti, anche grandi: non è un confronto con te.
benchmark-sector-source = Fonte: Eurostat, isoc_e_dii, indagine { $year }, DII v3, UE-27, NACE { $nace }, imprese con almeno 10 addetti.
benchmark-sector-none = Per il tuo settore Eurostat non pubblica un dato in questa tabella.
benchmark-no-lombardy = Per la Lombardia non esiste un dato ufficiale di questo indice, e per DMAT non ci sono medie pubblicate: per questo non le trovi.
benchmark-versions = Le versioni dell’indice contano fatti diversi: non confrontarle tra loro.
results-more = Per saperne di più
dmat-title = Lettura compatibile con DMAT (stima non ufficiale)
dmat-lead = Le stesse risposte, lette sulla scala del questionario europeo DMAT.
dmat-unofficial = È una stima nostra, non la valutazione ufficiale DMAT.
dmat-margin = Margine: più o meno { $margin } punti, finché non rispondi a tutti gli elenchi del questionario completo.
dmat-exact = Fatta con gli undici elenchi del questionario completo.
dmat-total = { $total } punti su 100, fascia { $band }.
dmat-too-few = Risposte su cui si baserebbe la stima: { $share }. Per dare cifre serve almeno il 60%.
dmat-part-missing = Manca almeno una delle sei parti: il totale non si può stimare.
dmat-plans-note = In DMAT un investimento in programma vale quanto uno già fatto: quando realizzi i programmi, quella parte può scendere.
dmat-band-basic = base
dmat-band-average = media
dmat-band-moderately-advanced = moderatamente avanzata
dmat-band-advanced = avanzata

# Questionario completo
mode-go-full = Continua con il questionario completo
mode-go-quick = Torna al questionario breve
mode-full-offer = Vuoi un quadro più preciso?
mode-full-offer-text = { $minutes ->
    [one] Il questionario completo continua da qui: non chiede niente due volte. Serve circa un minuto.
   *[other] Il questionario completo continua da qui: non chiede niente due volte. Servono circa { $minutes } minuti, anche in più volte.
}
mode-quick-note = Le risposte del questionario completo restano nel file. Nel breve non contano.
propose-title = Dalle risposte di prima
propose-text = Risulta già: { $options }. Se è giusto confermalo, poi aggiungi il resto.
propose-confirm = Conferma
cell-open = Apri
evidence-section = Prove
evidence-title = Che cosa lo dimostra?
evidence-lead = Queste sono le risposte che pesano di più. Se c’è qualcosa da mostrare, dillo qui: il risultato diventa più sicuro.
evidence-proof = Per esempio: { $proof }
evidence-none = Qui compaiono le risposte dal gradino 3 in su. Per ora non ce ne sono.

# Altri questionari
questionnaire-other = Altri questionari
questionnaire-begin = Comincia: { $name }

# Versioni del questionario
carried = Questo file è nato con il questionario { $from }. Ora la versione è la { $to }: le risposte sono tutte al loro posto.
carried-renamed = { $count ->
    [one] Una risposta ha cambiato numero.
   *[other] { $count } risposte hanno cambiato numero.
}
carried-new = { $count ->
    [one] C’è una domanda nuova.
   *[other] Ci sono { $count } domande nuove.
}
carried-new-full = { $count ->
    [one] Nel questionario completo c’è una domanda nuova.
   *[other] Nel questionario completo ci sono { $count } domande nuove.
}
carried-reworded = Da rileggere, perché il testo è cambiato: { $items }.
carried-gone = Non si chiedono più, ma restano nel file: { $items }.
carried-later = Questo file è nato con il questionario { $from }, più recente di quello del programma ({ $to }). Le risposte che il programma non conosce restano nel file.

# Riga di comando
cli-unknown-figure = «{ $id }» non si può spiegare per questo file. Si può: { $known }.

# Settori dell’indagine
nace-c10-12 = Alimentari e bevande
nace-c13-15 = Tessile, abbigliamento e pelle
nace-c16-18 = Legno, carta e stampa
nace-c20 = Chimica
nace-c21 = Farmaceutica
nace-c22-23 = Gomma, plastica e minerali
nace-c24-25 = Metalli e prodotti in metallo
nace-c26 = Elettronica
nace-c27 = Apparecchi elettrici
nace-c28 = Macchinari
nace-c29-30 = Veicoli e mezzi di trasporto
nace-c31-33 = Mobili, altre manifatture, riparazione
nace-d35 = Energia
nace-e = Acqua e rifiuti
nace-f = Costruzioni
nace-g45 = Commercio e riparazione di veicoli
nace-g46 = Commercio all’ingrosso
nace-g47 = Commercio al dettaglio
nace-h = Trasporti e magazzinaggio
nace-i = Alloggio e ristorazione
nace-i55 = Alberghi
nace-j = Informatica, media e telecomunicazioni
nace-l = Immobiliare
nace-m = Studi e attività professionali
nace-n = Servizi alle imprese
