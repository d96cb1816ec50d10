"""In which language the program speaks: pages in the reader's, everything that programs read in one."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

#: What programs read keeps its words, whoever asks and in whatever language their browser is.
PATHS_OF_PROGRAMS = ("/api/", "/healthz", "/readyz")


class PageLanguageMiddleware(LocaleMiddleware):
    """Answers pages in the language that the browser asks for, where it is one of LANGUAGES."""

    def process_request(self, request: HttpRequest) -> None:
        if _is_for_programs(request):
            translation.activate(settings.LANGUAGE_CODE)
            request.LANGUAGE_CODE = settings.LANGUAGE_CODE
        else:
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if _is_for_programs(request) else super().process_response(request, response)


def _is_for_programs(request: HttpRequest) -> bool:
    return request.path.startswith(PATHS_OF_PROGRAMS)
