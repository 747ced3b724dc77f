"""Text made comparable: folding, repair, stems, compounds, periods of time, language identity."""
