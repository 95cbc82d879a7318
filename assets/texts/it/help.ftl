# Schede dell’aiuto
help-tab-how = Come si usa
help-tab-calculation = Il calcolo
help-tab-glossary = Parole
help-tab-keys = Tasti
help-tab-about = Informazioni

# Come si usa
help-how-1-title = Prima le domande
help-how-1 = In «Inizio» crei un’impresa nuova, ne riapri una o guardi un esempio. In «La tua impresa» scrivi attività, provincia e quante persone ci lavorano: serve a farti gli esempi giusti e a confrontarti con imprese simili. In «Domande» scegli ogni volta la frase che descrive meglio quello che si vede oggi da te, non quello che vorresti. Il questionario breve prende circa dieci minuti. Quello completo continua da lì, anche in più volte: elenchi di cose che si fanno o no, i processi uno per uno, il tuo settore, e che cosa dimostra le risposte.
help-how-2-title = Poi i risultati
help-how-2 = «Risultati» dice a che livello sei, perché e qual è il prossimo passo. Sotto trovi quanto è sicuro, il confronto con altre imprese, i processi, le risposte da ricontrollare e la spiegazione di ogni numero. «Porte» dice a chi rivolgerti in Lombardia, e per quali motivi; «Piano» sceglie le misure che rendono di più con il budget e le giornate che hai, trimestre per trimestre; «Report» mette tutto in un PDF da tenere o stampare. Non c’è un ordine obbligato: ogni schermata mostra quello che si può dire con le risposte date finora.
help-how-3-title = Fermarsi e riprendere
help-how-3 = Ogni risposta si salva da sola: puoi chiudere il programma in qualsiasi momento. Quando torni, l’impresa è in «Inizio», tra quelle recenti, con tutto quello che avevi risposto. Se cambi idea, ogni risposta si può correggere o togliere, anche dopo giorni.
help-how-4-title = Su un altro computer
help-how-4 = Tutto quello che riguarda un’impresa sta in un solo file, che finisce in .orienta.json e che trovi nella cartella Orienta dei tuoi documenti. Copialo su una chiavetta o mandalo a un collega, e sull’altro computer aprilo da «Inizio» con «Apri un file…». Da quel momento sono due copie separate: decidi su quale andare avanti.
help-how-5-title = Chi vede le risposte
help-how-5 = Le risposte restano sul tuo computer: non serve registrarsi e il programma non manda niente a nessuno. Le vede solo chi può aprire il file, e chi riceve da te il report. Il PDF contiene risposte e note: rileggile prima di darlo ad altri.
help-how-6-title = Che cosa non è
help-how-6 = È un’autovalutazione: vale quanto valgono le risposte, e nessun ente le controlla. Non è un certificato, non è un voto all’impresa e non basta nei bandi che chiedono una valutazione ufficiale. Serve a capire da dove partire, e a parlarne con chi ti può aiutare.

# Il calcolo
help-calc-1-title = Dalla risposta ai punti
help-calc-1 = Le domande a gradini vanno da 0 a 5, e ogni gradino vale 20 punti: il gradino 3 ne vale 60. Se alla stessa domanda rispondono più persone, si prende il valore di mezzo: tra un 2 e un 3 è 2,5, cioè 50 punti. Negli elenchi conta la quota di voci segnate: 5 su 10 fanno 50 punti. Nelle tabelle ogni riga è una risposta a sé, e «in parte» vale 50. Le domande a cui si risponde sì o no non danno punti: servono all’indice europeo. Neppure i dati dell’impresa e gli obiettivi danno punti.
help-calc-2-title = Dai temi alle dimensioni
help-calc-2 = Ogni domanda a gradini appartiene a un tema, per esempio le copie dei dati, e i temi dello stesso argomento formano una dimensione, per esempio la sicurezza. Il punteggio di un tema è la media delle sue domande, ciascuna con il suo peso; se la domanda è una sola, è il punteggio di quella. Nel questionario completo la domanda principale pesa 2; ogni elenco, l’insieme dei processi e l’insieme delle domande di settore pesano 1. La dimensione è la media semplice dei suoi temi: con 60, 40 e 20 punti fa 40.
help-calc-3-title = Il totale e i pesi
help-calc-3 = Il totale è la media delle dimensioni, ma non tutte contano uguale. Ecco i pesi: { $weights }. Un esempio: se una dimensione pesa il doppio di un’altra, 60 punti nella prima e 30 nella seconda fanno 50, cioè due volte 60 più 30, diviso 3. I pesi sono una scelta di chi ha scritto il questionario, uguale per tutte le imprese.
help-calc-4-title = I livelli
help-calc-4 = Ogni livello comincia da un certo numero di punti: { $levels }. Il tuo è il più alto di cui raggiungi l’inizio. Così chi risponde ovunque con il gradino 3 ha 60 punti, e il livello è l’ultimo che comincia a 60 o prima. Un punteggio appena sotto un livello non viene mai arrotondato in su fino a toccarlo.
help-calc-5-title = I limiti
help-calc-5 = Un limite ferma il livello del totale quando un’area da cui dipendono le altre è troppo debole; i punti restano quelli che sono. Il motivo è pratico: se la sicurezza è debole, più i sistemi sono collegati e più cose si fermano insieme. Ogni limite è scritto nei risultati con il suo perché. Se in quell’area mancano troppe risposte, accanto al livello leggi «limite non verificato»: il livello potrebbe essere più basso, e non si può ancora dire.
help-calc-6-title = Le risposte che mancano
help-calc-6 = «Non so» e le domande aperte non valgono zero: zero vuol dire che una cosa non c’è, e tu non l’hai detto. Restano fuori dalla media e abbassano la copertura, cioè la parte di domande con risposta tra quelle che ti riguardano; «Non ci riguarda» invece esce del tutto dal conto. Con 60, 40 e un «Non so» la media è 50, e accanto leggi quanto potrebbe essere con la risposta che manca: da 33,3 se fosse 0 a 66,7 se fosse 100. Se le risposte sono troppo poche, al posto del numero c’è «dati insufficienti».
help-calc-7-title = Le due maturità e la mappa
help-calc-7 = La maturità tecnologica guarda gli strumenti: quali ci sono, quanto sono collegati e protetti. La maturità digitale guarda come l’impresa li usa per decidere, lavorare con le persone e servire i clienti. Ognuna è la media delle sue dimensioni, con gli stessi pesi e le stesse soglie del totale ma senza limiti. Nella mappa la digitale cresce verso destra e la tecnologica verso l’alto: con 40 di digitale e 65 di tecnologica il punto sta in alto a sinistra, cioè gli strumenti sono più avanti della guida.
help-calc-8-title = Il confronto con l’indice europeo
help-calc-8 = L’indice di intensità digitale (DII) di Eurostat conta quanti di 12 fatti sono veri in un’impresa: da 0 a 3 l’intensità è molto bassa, da 4 a 6 bassa, da 7 a 9 alta, da 10 a 12 molto alta. Con 8 sì è quindi alta, e accanto leggi quante imprese italiane della tua fascia di addetti stanno in ogni classe, con anno e versione. È un confronto tra conteggi, non tra punti o livelli, e non riguarda la Lombardia né il tuo settore. Sotto i 10 addetti un dato ufficiale non c’è: mostriamo la fascia 10-49, solo come indicazione.

help-calc-9-title = Quanto è sicuro
help-calc-9 = Nessuno risponde in modo esatto. Per questo il calcolo si ripete duemila volte, spostando un poco le risposte e i pesi: una risposta solo dichiarata si sposta di un gradino una volta su quattro, una documentata quasi mai. Se nove volte su dieci il totale cade tra 44 e 52, leggi «tra 44 e 52». Da un anno all’altro, una differenza piccola può essere un caso. Le prove sono sempre le stesse, così lo stesso file dà sempre gli stessi numeri.
help-calc-10-title = Dichiarato e con prove
help-calc-10 = Accanto al punteggio dichiarato c’è quello con prove: i gradini che nessuno ha visto contano al massimo 2. Con un gradino 4 solo dichiarato i punti sono 80, con prove 40; se mostri un documento diventano 80 anche lì. Serve a chi deve fidarsi senza conoscere l’impresa.
help-calc-11-title = La lettura compatibile con DMAT
help-calc-11 = DMAT è il questionario con cui la Commissione europea misura le imprese aiutate dai suoi poli digitali. Con gli undici elenchi del questionario completo rifacciamo il suo calcolo, come l’abbiamo letto in fonti di altri; prima di allora è una stima, con un margine di 12 punti. Non è la valutazione ufficiale. Ha una stranezza: un investimento in programma vale quanto uno già fatto.

# Tasti
help-keys-intro = Si può fare tutto senza mouse. Mentre scrivi in un campo, lettere e cifre sono testo e non comandi.
help-keys-everywhere = Dappertutto
help-keys-questions = Nelle domande
key-answer-step = Scegli il gradino
key-dont-know = Rispondi «Non so»
key-not-applicable = Rispondi «Non ci riguarda», dove è ammesso
key-yes = Rispondi «Sì»
key-no = Rispondi «No»
key-none = Rispondi «Nessuna di queste»
key-back = Torna alla scheda precedente
key-forward = Vai alla scheda seguente
key-help = Apri o chiudi l’aiuto della domanda
key-between-facts = Passa da una domanda sì/no all’altra
key-choose = Spunta la scelta con quel numero
key-note = Apri nota e prova
key-list = Passa dall’elenco a una domanda alla volta, e ritorno
key-close = Chiudi ciò che è aperto sopra
key-focus-next = Vai all’elemento seguente
key-focus-previous = Torna all’elemento precedente
key-press = Premi l’elemento scelto

# Informazioni
help-about-what = Orienta aiuta una piccola o media impresa lombarda a capire quanto è matura nel digitale e nella tecnologia, perché, e a chi rivolgersi. Funziona sul tuo computer, senza registrazione e senza internet.
help-about-not = Non è un certificato, non è una valutazione ufficiale e nessuno degli enti nominati lo ha approvato. DMAT, SELFI4.0 e DREAMY sono strumenti di altri: quando li nominiamo diciamo al massimo che una lettura è «comparabile a», mai che la sostituisce.
help-about-sources = Codici e titoli delle attività – Fonte: ISTAT, classificazioni ATECO 2007 (aggiornamento 2022) e ATECO 2025, licenza CC BY 4.0, dati rielaborati. Confronto con le imprese italiane – Fonte: Eurostat, indice di intensità digitale (isoc_e_dii, isoc_e_diin2); di Eurostat sono anche i titoli inglesi delle divisioni (NACE Rev. 2 e 2.1). L’elenco delle porte è nostro, fatto da pagine pubbliche: ogni scheda porta le sue fonti, la data e, dove serve, «da verificare». L’abbinamento tra codici, aree e cluster è un nostro giudizio, non una tabella ufficiale.
help-about-licence = Orienta è software libero: puoi usarlo, copiarlo e cambiarlo con la licenza MIT o con la Apache 2.0, a tua scelta.
help-about-libraries = È costruito con caratteri, icone e librerie di altri, che restano dei loro autori; accanto a ognuno trovi la licenza dichiarata.
help-about-list = Librerie e licenze
help-about-version = Orienta, versione { $version }
