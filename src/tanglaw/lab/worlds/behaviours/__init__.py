"""Why people pay: one behaviour a file, each with the figures it rests on."""
