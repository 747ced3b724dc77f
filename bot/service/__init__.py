"""What runs beside turns; the protocols that channels are written against."""
