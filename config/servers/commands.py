"""The commands of the web server, the worker and beat, with what each was given and why."""

#: Two processes use two cores; the threads wait on the database.
WEB = [
    "gunicorn",
    "config.wsgi",
    *("--worker-class", "gthread"),
    *("--workers", "2"),
    *("--threads", "8"),
    # Both are forked from a process that has loaded everything, and share its memory.
    "--preload",
    # Longer than the longest statement that the database allows.
    *("--timeout", "60"),
    *("--graceful-timeout", "15"),
    # Its default place is a folder in the user's home.
    "--no-control-socket",
]
WORKER = [
    "celery",
    *("-A", "config"),
    "worker",
    *("-Q", "ingest,recheck"),
    *("--concurrency", "2"),
    # Talk between workers that nothing here needs, and that has left dead consumers behind after a broker's restart.
    "--without-gossip",
    "--without-mingle",
    *("--loglevel", "WARNING"),
]
BEAT = ["celery", "-A", "config.beat", "beat", "--loglevel", "WARNING"]
