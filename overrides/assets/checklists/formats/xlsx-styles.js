// How the cells of a workbook look. Pure.

import { tag } from "./xml.js";

/** The space of a workbook's own names. */
export const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
// Excel's own formats: «1 234» and «1 234,50», as the reader's program writes them.
const WHOLE = 3;
const PARTS = 4;
const LARGE = 10000; // from here on thousands are set apart; a count of years is none

/** The looks by number. */
export const HEADED = 1;
const WRAPPED = 2;
const [THOUSANDS, FRACTION] = [3, 4];

/** The look of a value: a number is shown with at most two decimals, and is kept with all it has.
 * @param {unknown} value */
export function look(value) {
  if (typeof value !== "number") return WRAPPED;
  if (!Number.isInteger(value)) return FRACTION;
  return Math.abs(value) >= LARGE ? THOUSANDS : WRAPPED;
}

/** @param {number} [format] */
const wrapped = (format) =>
  tag(
    "xf",
    { numFmtId: format, applyNumberFormat: format && 1, applyAlignment: 1 },
    tag("alignment", { vertical: "top", wrapText: 1 }),
  );

/** As it is, a head, text that wraps, and large numbers and fractions. */
export const styles = () =>
  tag(
    "styleSheet",
    { xmlns: SHEETS },
    tag(
      "fonts",
      { count: 2 },
      tag("font", {}, tag("sz", { val: 11 }), tag("name", { val: "Calibri" })),
      tag("font", {}, tag("b"), tag("sz", { val: 11 }), tag("name", { val: "Calibri" })),
    ),
    tag(
      "fills",
      { count: 2 },
      tag("fill", {}, tag("patternFill", { patternType: "none" })),
      tag("fill", {}, tag("patternFill", { patternType: "gray125" })),
    ),
    tag("borders", { count: 1 }, tag("border")),
    tag("cellStyleXfs", { count: 1 }, tag("xf")),
    tag(
      "cellXfs",
      { count: 5 },
      tag("xf"),
      tag("xf", { fontId: 1, applyFont: 1 }),
      wrapped(),
      wrapped(WHOLE),
      wrapped(PARTS),
    ),
    tag("cellStyles", { count: 1 }, tag("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })),
  );
