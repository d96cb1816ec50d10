"""The same figures of this build and of another revision of it, in turn, so that what the machine does meanwhile slows both.

Only what both builds promise is used: the commands of design and their lines, `manage.py up`, and pages.
"""
