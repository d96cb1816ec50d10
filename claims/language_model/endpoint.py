"""Where a language model is asked, under which name, and with what bounds."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Endpoint:
    """An OpenAI-compatible address with the name of one model.

    `base` is the address up to its version ("http://127.0.0.1:11434/v1"), `seconds` bounds the whole work on one
    article, `tokens_per_day` what all articles of one day (UTC) may spend together.
    """

    base: str
    model: str
    seconds: int
    tokens_per_day: int
    key: str = field(default="", repr=False)

    @property
    def address(self) -> str:
        return f"{self.base}/chat/completions"

    @property
    def version(self) -> str:
        """Name the splitter; the number changes whenever the prompt or a check does."""
        return f"model:{self.model}/1"
