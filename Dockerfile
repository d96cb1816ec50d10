# One image for web, worker, beat and the preparing step; docker-compose.yml says which is which.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PLUMBLINE_VAR=/var/lib/plumbline

RUN useradd --system --uid 10001 --no-create-home plumbline \
    && install -d -o plumbline -g plumbline /var/lib/plumbline

WORKDIR /srv/plumbline
COPY requirements.txt .
COPY config/constraints.txt config/
RUN pip install --no-cache-dir --disable-pip-version-check -r requirements.txt
COPY . .

USER plumbline
VOLUME /var/lib/plumbline
EXPOSE 8000
