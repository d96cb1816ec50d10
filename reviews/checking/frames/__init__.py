"""Who did what to whom, and whether it is a fact: the events of claim and evidence held against each other."""

from reviews.checking.frames.ownership import FigureLink
from reviews.checking.frames.reading import Draft, compare_frames
from reviews.checking.frames.verdicts import Entailment, FrameVerdict

__all__ = ["Draft", "Entailment", "FigureLink", "FrameVerdict", "compare_frames"]
