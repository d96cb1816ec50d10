"""Sessions that know whose they are, so that a person can see their own and end them."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """One browser that is signed in, or a stranger's."""

    person_id = models.BigIntegerField(null=True, db_index=True)

    @classmethod
    def get_session_store_class(cls) -> type:
        from config.sessions import SessionStore  # noqa: PLC0415 - the store names this model

        return SessionStore
