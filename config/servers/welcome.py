"""What `up` prints when the site is ready, and the sample logins that it names."""

from pathlib import Path

SAMPLE_LOGINS = {
    "analyst": "checks claims",
    "analyst2": "checks claims, so that two can judge independently",
    "editor": "signs off verdicts and uses the admin pages",
    "admin": "can do everything",
}


def block(address: str, var: Path, *, sample_password: str | None) -> str:
    """Return the lines to print: where the site is, who can sign in (with a password), where data and logs are."""
    lines = ["", f"Plumbline is ready at {address}", ""]
    if sample_password:
        lines += [f"  Sample logins, all with the password {sample_password}", ""]
        lines += [f"    {name:<10}{role}" for name, role in SAMPLE_LOGINS.items()]
        lines += [""]
    return "\n".join([*lines, f"  Data and logs: {var}", "  Stop everything: Ctrl-C", ""])
