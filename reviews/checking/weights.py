"""Weights of the features in the estimate that an outcome is right, one column for each ground it can stand on.

Logistic regression with a ridge penalty of 3 on every weight but the constant, solved by Newton's method, for each ground
on its own: "right" is 1 where the annotators' label is the ground's outcome. The pairs are 4,000 claims that hold numbers,
each with a sentence of Wikipedia before or after a revision (VitaminC: Schuster, Fisch and Barzilay, NAACL 2021).
Fitted on either half (no revision in both) and measured on the other, with the three rules of decision.is_confident, 93 of 100
outcomes told are right and 69 of 100 pairs are decided; a pair that ought to have stayed open counts as wrong.
A weight tells what a feature adds to the log-odds.
"""

from reviews.checking.outcomes import Ground

# feature: (figures_hold, a_figure_fails, words_agree)
_TABLE = {
    "constant": (1.21, -0.4, -0.27),  # always 1
    "words_found": (0.08, 0.44, 0.49),  # share of the claim's plain words that the evidence has
    "names_found": (0.4, -0.18, 0.29),  # share of the claim's names that the evidence has
    "words_alike": (0.41, 0.32, 0.62),  # share of the claim's words of which the evidence has the first five letters
    "words_missing": (-1.06, -0.55, -0.58),  # words of the claim that the evidence lacks / 5, at most 1
    "all_words_found": (-0.24, -0.04, 0.52),  # 1 if it has all of both
    "same_words": (0.5, 0.35, 0.24),  # share of the content words of both that both have
    "has_names": (-0.27, -0.14, -0.41),  # 1 if the claim has names
    "evidence_covered": (0.68, 0.41, 0.02),  # share of the evidence's words that the claim has
    "subject_differs": (-0.84, -0.15, -0.36),  # 1 if both open with a name that the other lacks
    "claim_long": (-0.36, -0.61, 0.11),  # content words of the claim / 20, at most 1
    "evidence_long": (0.07, -0.2, 0.23),  # content words of the evidence / 60, at most 1
    "figures": (0.92, -0.58, 0.0),  # figures of the claim after the first / 4, at most 1
    "evidence_figures": (0.3, -0.87, -0.05),  # figures of the evidence / 10, at most 1
    "fit": (0.55, 0.46, 0.0),  # how well the surroundings of the deciding figures match
    "lead": (0.46, -0.08, 0.0),  # by how much that beats the next figure
    "alone": (0.15, -0.16, 0.0),  # 1 if no other figure of its kind competes
    "a_rival_holds": (-0.17, -0.43, 0.0),  # 1 if another figure would hold
    "a_rival_fails": (0.09, 0.04, 0.0),  # 1 if another figure would fail
    "distance": (-0.34, -0.34, 0.0),  # powers of ten (decades for dates) between the values, at most 1
    "near": (0.22, 0.46, 0.0),  # 1 if that is below 0.02
    "apart": (-0.62, -0.35, 0.0),  # 1 if that is above 0.3
    "same_kind": (-0.09, 0.34, 0.0),  # 1 if the figures were printed in one kind of unit
    "counted_same": (-0.02, 0.44, 0.0),  # 1 if both count the same noun
    "equal": (-0.76, 0.0, 0.0),  # 1 if the values are equal
    "at_bound": (0.0, -0.44, 0.0),  # 1 if the evidence is exactly the excluded bound
    "bounded": (0.76, 1.86, 0.0),  # 1 if the claim gives a bound
    "upper_bound": (0.28, 0.35, 0.0),  # 1 if that bound is an upper one
    "evidence_bounded": (-0.93, -1.08, 0.0),  # 1 if the evidence gives a bound or an approximate value
    "bounds_opposed": (0.46, 0.67, 0.0),  # 1 if one is an upper and one a lower bound
    "is_date": (-0.73, -0.14, 0.0),  # 1 if the deciding figure is a date
    "is_ordinal": (-0.2, 0.41, 0.0),  # 1 if it is an ordinal
    "is_count": (-0.08, 0.09, 0.0),  # 1 if it is a count
    "small": (-0.24, -0.55, 0.0),  # 1 if it is a count up to 3
    "is_qualifying_date": (0.0, 0.75, 0.0),  # 1 if it is a date that goes with another figure
    "some_hold": (0.0, -0.82, 0.0),  # 1 if another figure of the claim holds
    "date_holds": (0.25, 0.83, 0.0),  # 1 if the date that goes with the figure holds
    "date_fails": (0.0, -0.85, 0.0),  # 1 if it fails
    "date_open": (0.0, -0.33, 0.0),  # 1 if it is undecided
    "date_differs": (-0.4, -0.22, 0.0),  # 1 if it is not the same date
    "date_unpaired": (-0.6, 0.43, 0.0),  # 1 if the evidence has no date to compare with the claim's
    "ordinal_unpaired": (-0.85, -0.19, 0.0),  # 1 if it has no ordinal to compare
    "figure_unpaired": (0.0, -0.9, 0.0),  # 1 if another figure of the claim has nothing to compare with
    "in_name": (-0.85, -0.04, 0.0),  # 1 if it is part of a name in both, such as 10 Downing Street
}

WEIGHTS = {
    ground: {feature: row[column] for feature, row in _TABLE.items()}
    for column, ground in enumerate((Ground.FIGURES_HOLD, Ground.A_FIGURE_FAILS, Ground.WORDS_AGREE))
}
"""For each ground, what each feature adds to the log-odds that its outcome is right."""

CONFIDENCE_THRESHOLD = 0.78
"""How likely an outcome has to be before it is told; the frames take back what the words cannot see."""
