"""Sizes and times that bound every extraction."""

MAX_BYTES = 20 * 1000 * 1000
MAX_TEXT_CHARS = 5_000_000

CHILD_MEMORY_BYTES = 1024**3
CHILD_CPU_SECONDS = 20
# A child that waits for a busy machine computes nothing: it may wait, but a fetch (20 s) and its reading must end before
# the soft time limit of a task (90 s).
CHILD_WALL_SECONDS = 60.0
CHILD_OPEN_FILES = 64
# Two texts of MAX_TEXT_CHARS at up to four bytes a character, and the JSON around them.
CHILD_ANSWER_BYTES = 2 * 4 * MAX_TEXT_CHARS + 1_000_000

PDF_PAGES = 1_000

# Above these an HTML tree is read by our own linear walk only: the main-text search is quadratic on some shapes.
HTML_NODES = 20_000
HTML_DEPTH = 256
# Our own walk takes up to 8 seconds for so many elements; what has more is refused instead of timed out.
HTML_MOST_NODES = 300_000
HTML_ATTRIBUTES = 64
HTML_ATTRIBUTE_CHARS = 2_048

ZIP_MEMBERS = 2_000
# Web pages and plain texts that a document may insert; each is parsed by itself.
DOCX_INSERTED_PARTS = 20
# Of one part; reading them takes up to 10 seconds, and what Word writes has no more within the size of a member.
DOCX_ELEMENTS = 1_500_000
ZIP_MEMBER_BYTES = 50 * 1000 * 1000
ZIP_TOTAL_BYTES = 100 * 1000 * 1000
ZIP_RATIO = 200
# Small members of one repeated byte reach any ratio and harm nobody.
ZIP_RATIO_FLOOR_BYTES = 1_000_000

# More letters than these stand on no printed page.
PDF_PAGE_CHARS = 500_000
# Text objects, pictures, lines and areas of one PDF page, those inside its forms too: with more, finding the letters and
# drawing the page take minutes and gigabytes.
PDF_PAGE_OBJECTS = 400_000
# Of one PDF page: pictures, lines and areas that are looked at beside its letters.
PDF_PAINTED_OBJECTS = 20_000
