"""The colours of the editors' admin, from the lightest to the darkest; the pages have theirs in base.css."""

BLUES = {
    "50": "#eef4fd",
    "100": "#dce8fb",
    "200": "#bdd4f7",
    "300": "#93b8f0",
    "400": "#8db4f5",
    "500": "#5b8de0",
    "600": "#1f4fa3",
    "700": "#1a4389",
    "800": "#163870",
    "900": "#122d5a",
    "950": "#0c1e3d",
}
