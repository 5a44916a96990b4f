"""Bringing in spreadsheets: from a file nobody trusts to rows that were understood.

Nothing here knows the book. ``reading`` gives a workbook, ``layout`` finds the table in it, and
``understanding`` turns its lines into rows, problems and questions.
"""
