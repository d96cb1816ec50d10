"""What every editors' page is built on."""
