"""The content security policy of a built site, with the scripts that are known to be in its pages.

No `unsafe-inline` and no other host: what is not in this site does not run, is not fetched and
is not sent to.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable

from macros.publish import inline

META = '<meta http-equiv="Content-Security-Policy" content="{policy}">'
CHARSET = '<meta charset="utf-8">'
STAMPED = re.compile(re.escape(CHARSET) + '(?:<meta http-equiv="Content-Security-Policy"[^>]*>)?')
# Sent as headers only: a meta tag may not say who may frame the page.
FRAMES = "frame-ancestors 'none'"
TYPES = ("default",)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def policy(pages: Iterable[str], own: Collection[str] = (), fonts: bool = False) -> str:
    """The policy for the pages given as HTML. Of the scripts in them it names those that are known
    (see inline.py) or that an edition vouches for with its digest in `own`; others do not run.
    `fonts` lets the site's own be fetched."""
    found = {script for page in pages for script in inline.scripts(page)}
    hashes = sorted(f"'{inline.digest(x)}'" for x in found if inline.allowed(x, own))
    rules = {
        # Pages of this site, which Firefox fetches ahead; every sort of file has a rule of its own.
        "default-src": ["'self'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'" if fonts else "'none'"],
        "media-src": ["'none'"],
        "object-src": ["'none'"],
        "frame-src": ["'none'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        # Text becomes markup or a script's address only through a narrow rule: guard.js.
        "require-trusted-types-for": ["'script'"],
        "trusted-types": list(TYPES),
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())


def with_meta(page: str, rules: str) -> str:
    """The page with the policy as its first rule, before any script can run; an earlier build's
    policy gives way to it."""
    # As a browser writes it: guard.js compares.
    tag = META.format(policy=html.escape(rules, quote=False).replace('"', "&quot;"))
    return STAMPED.sub(lambda _: f"{CHARSET}{tag}", page, count=1)


def headers(rules: str) -> dict[str, str]:
    """Every header that a server should send with a page."""
    return {"Content-Security-Policy": f"{rules}; {FRAMES}", **HEADERS}


def as_nginx(rules: str) -> str:
    """A file for nginx to include."""
    return "".join(f'add_header {k} "{v}" always;\n' for k, v in headers(rules).items())


def as_netlify(rules: str) -> str:
    """A `_headers` file, as several static hosts read it."""
    lines = "".join(f"  {k}: {v}\n" for k, v in headers(rules).items())
    return f"/*\n{lines}  Cache-Control: no-cache\n"
