"""The editors' pages about sources."""

from sources.admin import documents

__all__ = ["documents"]
