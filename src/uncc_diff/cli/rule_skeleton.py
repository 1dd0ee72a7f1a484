"""What `uncc-diff rules new` prints: a rule with all its keys, ready to be changed."""

SKELETON = """\
title: Search without a named place           # the defect, not the cure
why: A search that may be held anywhere protects nobody.
kind: absence                                 # presence, absence ...: see the shipped rules
severity: high                                # note, low, medium, high, critical
confidence: medium                            # low, medium, high
faults: [missing_safeguard]                   # from the closed list of faults
indicators: [D5]
when:                                         # which clauses are meant, said in concepts of the lexicon
  role: power
  any: [search]
lacks: {any: [specified_target, warrant]}     # what they should have
look_in: [section, referenced]                # where it is looked for before its absence is told
unless:
  - {any: [inspection_monitoring], within: section}
message: "{citation} allows a search and does not say of what."
basis: [{supports: uncc/24}]                  # requires, permits, supports, recommends: never more than the source says
remedy: Let the order name the place, the system and the data.
examples:                                     # run by `uncc-diff rules test --rules DIR`
  fail:
    - "A police officer may search any computer system."
    - "A police officer may enter any premises and search any device."
  pass:
    - "A police officer may, with a warrant issued by a judge, search the computer system that the warrant names."
    - "The Minister may publish a register of licences."
"""
