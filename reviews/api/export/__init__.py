"""Every verdict as one stream of bytes, in the formats that programs, spreadsheets and the web read; `formats` lists them."""
