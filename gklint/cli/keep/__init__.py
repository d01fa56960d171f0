"""What a person has excused and what was known before: waivers and the baseline, from the command line."""
