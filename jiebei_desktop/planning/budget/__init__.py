"""The household's money: what was entered, what loans ask for, the cash line, and what is tried on it.

`household` is what the user enters; `occurrences` says when it happens, `payables` what loans ask for; `cash` lets the
days go by, `outlook` reads them month by month. `trials` and `capacity` put more on top, `alerts` and `care` look after
it, `edit` and `words` are for the forms and the sentences.
"""
