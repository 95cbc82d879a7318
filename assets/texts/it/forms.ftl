# Altri formati
cli-export = { $path }: il file da esportare non è riuscito ({ $what }). Il file della valutazione è intatto.
