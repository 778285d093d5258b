"""The evaluation: outline, values, findings and narrative become the blocks of a document, frozen and unformatted."""
