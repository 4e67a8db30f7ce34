"""The stress test: what becomes of a plan's months ahead when something goes wrong, and how likely that is.

`scenarios` turns the basis of an outlook into another one. `draws` gives random factors, `program` lays the days out,
`chance` lets many possible futures go by side by side (`futures` is that walk for thousands at once), `remedies`
tries what could help on the same futures, and `words` says it all in sentences. numpy is loaded with `draws` and
`chance` only.
"""
