"""From the catalog to HTML: the macros, and the checks of the pages that call them."""
