"""Fitted weights."""

WEIGHTS = {"figures_hold": {"constant": 0.0}, "a_figure_fails": {"constant": 0.0}, "words_agree": {"constant": 0.0}}
THRESHOLDS = {"figures_hold": 0.5, "a_figure_fails": 0.5, "words_agree": 0.9}
