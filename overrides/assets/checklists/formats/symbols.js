// What letters of Symbol and Wingdings look like: they have places of their own. Pure.

/** @type {Record<string, string>} */
const SYMBOL = {
  A2: "′", A3: "≤", A5: "∞", AB: "↔", AC: "←", AD: "↑", AE: "→", AF: "↓", B0: "°", B1: "±",
  B2: "″", B3: "≥", B4: "×", B6: "∂", B7: "•", B8: "÷", B9: "≠", BA: "≡", BB: "≈", BC: "…",
  D0: "∠", D2: "®", D3: "©", D4: "™", D6: "√", D7: "·", D8: "¬", DE: "⇒", E5: "∑", A0: "€",
  "2D": "−", "2B": "+", "3D": "=", "3C": "<", "3E": ">", "25": "%", "28": "(", "29": ")",
  "61": "α", "62": "β", "64": "δ", "65": "ε", "6C": "λ", "6D": "μ", "70": "π", "73": "σ",
  "44": "Δ", "53": "Σ", "57": "Ω", "20": " ",
};
/** @type {Record<string, string>} */
const WINGDINGS = {
  FC: "✓", FB: "✗", FE: "☑", FD: "☒", A8: "☐", "6F": "☐", "78": "☒", "71": "☐", A7: "▪",
  "6E": "■", "6C": "●", A1: "○", D8: "➢", E0: "→", DF: "←", E8: "➔", F0: "⇨", "4A": "☺",
  "20": " ",
};
/** @type {Record<string, Record<string, string>>} */
const FONTS = { symbol: SYMBOL, wingdings: WINGDINGS };

/**
 * A letter by its font and place («F0B3»); undefined when it is none that we know.
 * @param {string} font @param {string} place
 */
export function symbol(font, place) {
  const code = parseInt(place, 16);
  if (!(code > 0 && code <= 0xffff)) return undefined;
  const own = FONTS[font.toLowerCase()];
  if (!own) return code >= 0xe000 && code <= 0xf8ff ? undefined : String.fromCodePoint(code);
  const name = (code & 0xff).toString(16).toUpperCase().padStart(2, "0");
  return own[name] ?? (own === SYMBOL && code < 0x40 ? String.fromCodePoint(code) : undefined);
}
