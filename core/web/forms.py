"""What every form of a page shares."""

from typing import Any

from django import forms


class UncutForm(forms.Form):
    """Takes what is typed or pasted as long as it is, and says what is too long.

    With `maxlength` a browser cuts what is pasted, and says nothing of it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)
