"""The words of a text as every search finds them, made by one function of the database."""

from django.db import migrations

# What text_search of core/text_search.py asks for is made by the same steps there.
FUNCTION = r"""
CREATE FUNCTION plumbline_words(raw text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $body$
DECLARE
    folded text;
    apart text;
    names text := '';
    start text;
BEGIN
    folded := raw;
    IF raw ~ '[0-9][,''\u00a0\u2009\u202f’\u00b2\u00b3\u00b9\u2070-\u2079]' THEN
        folded := regexp_replace(folded, '([0-9])[\u00a0\u2009\u202f,''’](?=[0-9]{3}(?![0-9]))', '\1', 'g');
        folded := regexp_replace(folded, '([0-9])(?=[\u00b2\u00b3\u00b9\u2070-\u2079])', '\1 ', 'g');
    END IF;
    IF octet_length(folded) > length(folded) THEN
        folded := normalize(translate(folded, '™®©℠', '    '), NFKD);
        folded := normalize(regexp_replace(folded, '([A-Za-z])[\u0300-\u036f]+', '\1', 'g'), NFC);
        folded := translate(folded, 'øØłŁđĐıħĦŧŦðÐё', 'oOlLdDihHtTdDе');
        folded := replace(replace(replace(replace(replace(folded, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'Æ', 'AE'), 'Œ', 'OE');
    END IF;
    apart := replace(replace(lower(folded COLLATE pg_c_utf8), 'ё', 'е'), 'ς', 'σ');
    start := apart;
    apart := regexp_replace(
        apart COLLATE pg_c_utf8,
        '\.(?![0-9])|(?<![0-9])\.|[^[:alnum:].\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff]+', ' ', 'g'
    );
    IF apart ~ '[0-9]' THEN
        -- A name with a number in it is one word however it is written, and so is what it begins with: Su-35S, F-16C/D, T-72B3.
        names := start;
        IF strpos(start, '/') > 0 THEN
            names := regexp_replace(names, '([a-zа-я]{1,10})[- ‐‑‒–]?([0-9]{1,4})([a-z])/([a-z])(?![a-z0-9])', '\1\2\3 \1\2\4', 'g');
            names := regexp_replace(names, '([a-zа-я]{1,10})[- ‐‑‒–]?([0-9]{1,4})/([0-9]{1,4})(?![0-9])', '\1\2 \1\3', 'g');
        END IF;
        names := regexp_replace(names, '[^0-9a-zа-я]+', ' ', 'g');
        names := regexp_replace(names, '(?<![0-9a-zа-я])([a-zа-я]{1,10}) (?=[0-9])', '\1', 'g');
        names := regexp_replace(names, '(?<![^ ])[^0-9 ]+(?![^ ])', '', 'g');
        names := names || ' ' || regexp_replace(names, '(?<![0-9a-zа-я])([a-zа-я]{1,10}[0-9]+)[a-zа-я][0-9a-zа-я]{0,4}(?![0-9a-zа-я])', '\1', 'g');
        apart := regexp_replace(apart, '([a-zа-я\u3400-\u9fff])(?=[0-9])', '\1 ', 'g');
        apart := regexp_replace(apart, '([0-9])(?=[a-zа-я\u3400-\u9fff])', '\1 ', 'g');
    END IF;
    IF folded ~ '\m(CAPITALS)\M' THEN
        names := names || ' ' || lower(regexp_replace(
            regexp_replace(folded, '\m(CAPITALS)\M', '\1caps9', 'g'),
            '\m(?![A-Z]+caps9\M)\w+\M|[^A-Za-z0-9]+', ' ', 'g'));
    END IF;
    IF apart ~ '[\u3400-\u9fff]' THEN
        names := names || ' ' || regexp_replace(regexp_replace(
            regexp_replace(regexp_replace(start, '[^\u3400-\u9fff]+', ' ', 'g'), '(^| )([\u3400-\u9fff])', '\1\2 ', 'g'),
            '([\u3400-\u9fff])([\u3400-\u9fff])', ' \1\2 ', 'g'), ' +', ' ', 'g');
        apart := regexp_replace(apart, '([a-zа-я])(?=[\u3400-\u9fff])', '\1 ', 'g');
        apart := regexp_replace(apart, '([\u3400-\u9fff])(?=[a-zа-я])', '\1 ', 'g');
        apart := regexp_replace(apart, '([\u3400-\u9fff])([\u3400-\u9fff])', ' \1\2 ', 'g');
    END IF;
    IF names = '' THEN
        RETURN to_tsvector('pg_catalog.russian', apart);
    END IF;
    RETURN to_tsvector('pg_catalog.russian', apart) || to_tsvector('pg_catalog.russian', names);
END
$body$
"""
CAPITALS = (
    "WHO|IT|AM|AN|AS|AT|BE|BY|DO|HE|IF|IN|IS|ME|MY|NO|OF|ON|OR|SO|TO|UP|WE|ALL|ANY|ARE|AND|BUT|CAN|DID|FOR|HAS|HIS|HOW|ITS|NOT"
    "|NOW|OFF|OUR|OUT|OWN|SHE|THE|TOO|WAS|WHY|YOU"
)


class Migration(migrations.Migration):
    dependencies = [("sources", "0012_chosen_encoding")]
    operations = [
        migrations.RunSQL(FUNCTION.replace("CAPITALS", CAPITALS), "DROP FUNCTION plumbline_words(text)"),
    ]
