"""The content security policy of a built site, from hashes of the scripts that were built in.

No `unsafe-inline` and no other host: what is not in this site does not run, is not fetched and
is not sent to.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
META = '<meta http-equiv="Content-Security-Policy" content="{policy}">'
CHARSET = '<meta charset="utf-8">'
STAMPED = re.compile(re.escape(CHARSET) + '(?:<meta http-equiv="Content-Security-Policy"[^>]*>)?')
# Sent as headers only: a meta tag may not say who may frame the page.
FRAMES = "frame-ancestors 'none'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def policy(pages: Iterable[str]) -> str:
    """The policy for the pages given as HTML: every inline script of theirs by its hash."""
    hashes = sorted({_hash(script) for page in pages for script in INLINE.findall(page)})
    rules = {
        # Pages of this site, which Firefox fetches ahead; every sort of file has a rule of its own.
        "default-src": ["'self'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'none'"],
        "media-src": ["'none'"],
        "object-src": ["'none'"],
        "frame-src": ["'none'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def with_meta(page: str, rules: str) -> str:
    """The page with the policy as its first rule, before any script can run; an earlier build's
    policy gives way to it."""
    tag = META.format(policy=html.escape(rules, quote=True))
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
