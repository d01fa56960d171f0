"""One run over many documents: what was asked for, the work and its cache, what is written."""
