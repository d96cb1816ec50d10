"""Who publishes the verdicts, and the addresses that stand for them on the web."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Publisher:
    """The name of whoever publishes here, and the address of this site without a slash at its end."""

    name: str
    site: str

    @classmethod
    def of_this_site(cls) -> "Publisher":
        """Return the publisher that the settings name."""
        return cls(name=settings.PLUMBLINE_PUBLISHER, site=settings.PLUMBLINE_SITE)

    def verdict(self, number: int) -> str:
        """Return the address of a verdict, which is never another's."""
        return f"{self.site}/v/{number}/"

    def snapshot(self, number: int) -> str:
        """Return the address at which people who work here read the text that a citation's offsets count in."""
        return f"{self.site}/snapshots/{number}/"
