"""The frozen types that flow from stage to stage. No I/O here, and no import of any stage."""
