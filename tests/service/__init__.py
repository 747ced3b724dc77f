"""Tests of what runs beside turns."""
