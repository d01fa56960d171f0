"""What people hand back: annotated copies and audit pages, written to files."""
