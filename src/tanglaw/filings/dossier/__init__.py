"""The dossier: the whole content of one filing, before it takes any authority's form."""
