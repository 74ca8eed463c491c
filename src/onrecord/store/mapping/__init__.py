"""From the record to rows and back, each noun both ways in one file."""
