"""A step beside the renderer: what pages show of articles → the files of an index that browsers search."""
