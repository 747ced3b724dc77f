"""New files for staff: asked for line by line, or drafted from the text of a web page."""
