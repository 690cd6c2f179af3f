"""A fork's colours where a screen is dark: of the same hue as those it has chosen for the light
one, and light enough to be read. What its own sheet says of the dark scheme stands over this."""

from __future__ import annotations

import colorsys

SHEET = "1A2327"  # what lies under text in the dark scheme, --guide-sheet there
READ = 7.0  # the contrast that text in a colour has (WCAG 1.4.6); 4.5 would be enough
PALEST, STEP = 0.95, 0.01
SOFT_LIGHT, SOFT_MOST = 0.16, 0.3  # lightness and strength of what lies under such text


def readable(colour: str) -> str:
    """A colour of the same hue (six hexadecimal digits) that can be read on a dark sheet."""
    hue, light, strength = _hls(colour)
    light = max(light, 0.5)
    while light < PALEST and contrast(_hex(hue, light, strength), SHEET) < READ:
        light += STEP
    return _hex(hue, light, strength)


def soft(colour: str) -> str:
    """A dark ground of the same hue."""
    hue, _, strength = _hls(colour)
    return _hex(hue, SOFT_LIGHT, min(strength, SOFT_MOST))


def contrast(one: str, other: str) -> float:
    """As WCAG works it out: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hls(colour: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*_rgb(colour))


def _hex(hue: float, light: float, strength: float) -> str:
    shares = colorsys.hls_to_rgb(hue, light, strength)
    return "".join(f"{round(share * 255):02X}" for share in shares)
