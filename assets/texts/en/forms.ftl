# Other formats
cli-export = { $path }: the export failed ({ $what }). The assessment file is untouched.
