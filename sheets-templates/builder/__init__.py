"""Turns a readable template source into an OpenDocument spreadsheet."""
