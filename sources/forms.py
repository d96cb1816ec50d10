"""What people type and upload about sources, checked before a service sees it."""

from django import forms
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.web.forms import UncutForm
from sources.extraction import MAX_BYTES
from sources.models import Document
from sources.services import Upload

MAX_MEGABYTES = MAX_BYTES // 1_000_000


class FileInput(forms.ClearableFileInput):
    """A file field that says which kinds it takes."""

    def __init__(self) -> None:
        super().__init__(attrs={"accept": ".txt,.html,.htm,.pdf,.docx"})


def check_size(upload: File) -> None:
    """Raise ValidationError where the file is larger than the extractors take."""
    size = upload.size or 0
    if size > MAX_BYTES:
        raise forms.ValidationError(
            gettext(
                "This file is %(size)s MB; at most %(most)s MB can be read. Save a smaller copy, for example "
                "without pictures."
            )
            % {"size": f"{size / 1_000_000:.0f}", "most": MAX_MEGABYTES}
        )


class FileOrAddress(UncutForm):
    """The part that articles and sources share: exactly one of the ways in."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=FileInput,
        help_text=_("TXT, HTML, PDF or DOCX."),
        validators=[check_size],
    )
    url = forms.URLField(label=_("Web address"), required=False, max_length=2000, assume_scheme="https")
    title = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=300,
        help_text=_("If you leave this empty, its own headline is used."),
    )

    ways_in: tuple[str, ...] = ("file", "url")

    def clean(self) -> dict:
        given = [name for name in self.ways_in if self.cleaned_data.get(name)]
        if len(given) != 1 and not self.errors:
            names = gettext(", ").join(str(self[name].label).lower() for name in self.ways_in)
            fault = (
                gettext("Fill in only one of these: %(names)s.")
                if given
                else gettext("Fill in one of these: %(names)s.")
            )
            raise forms.ValidationError(fault % {"names": names})
        return self.cleaned_data


def upload_of(file: UploadedFile) -> Upload:
    """Return what a service takes for a file of a form."""
    return Upload(filename=file.name or "", data=file.read())


class AddSource(FileOrAddress):
    publisher = forms.CharField(label=_("Publisher"), required=False, max_length=200)
    grade = forms.CharField(
        label=_("Grade"),
        required=False,
        max_length=2,
        validators=Document._meta.get_field("grade").validators,
        help_text=Document._meta.get_field("grade").help_text,
    )


#: Encodings that files still come in, by the labels that the web knows them by.
ENCODINGS = (
    *(
        "utf-8",
        "windows-1252",
        "windows-1250",
        "iso-8859-2",
        "windows-1251",
        "koi8-r",
        "koi8-u",
        "iso-8859-5",
        "ibm866",
    ),
    *("windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-874", "iso-8859-15"),
    *("gb18030", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "utf-16le", "utf-16be", "macintosh"),
)


class ChooseEncoding(forms.Form):
    """How the bytes of a text are to be read."""

    encoding = forms.ChoiceField(
        label=_("Read it as"),
        choices=[(each, each) for each in ENCODINGS],
        widget=forms.Select({"translate": "no"}),
    )


class AddVersion(forms.Form):
    file = forms.FileField(label=_("New version"), widget=FileInput, validators=[check_size])


_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


class YesOrNo(forms.CharField):
    """A cell that says yes or no; left empty, it says yes."""

    def clean(self, value: str) -> bool:
        word = super().clean(value).lower()
        if word not in _YES | _NO | {""}:
            raise forms.ValidationError(gettext("Enter yes or no."))
        return word not in _NO


class SourceRow(forms.Form):
    """A web address and what is known about its page; whether the address may be fetched is for the service to say."""

    title = forms.CharField(required=False, max_length=300)
    url = forms.CharField(
        error_messages={"required": _("Enter a web address. To add a file as a source, upload it on the Sources page.")}
    )
    publisher = forms.CharField(required=False, max_length=200)
    grade = forms.CharField(required=False, validators=Document._meta.get_field("grade").validators[:1])
    in_library = YesOrNo(required=False)
