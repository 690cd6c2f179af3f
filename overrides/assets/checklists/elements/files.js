// Files to and from the reader: offered to save, opened with a limit. Nothing is sent.

import { today } from "./day.js";

export const MOST_BYTES = 5 * 1024 * 1024;

/**
 * Offers a file to save.
 * @param {string} name @param {BlobPart} content @param {string} type
 */
export function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/**
 * A name for a file made today: «lonn-2026-11-24.json».
 * @param {string} title @param {string} extension
 */
export function fileName(title, extension) {
  const latin = title
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("å", "a")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${latin || "svar"}-${today()}.${extension}`;
}

/**
 * A file's text, or the key of what is wrong with it.
 * @param {File} file @param {number} [most] bytes
 * @returns {Promise<{text: string, problem?: string}>}
 */
export async function textOf(file, most = MOST_BYTES) {
  if (file.size > most) return { text: "", problem: "big" };
  try {
    const bytes = await file.arrayBuffer();
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: "", problem: "bytes" };
  }
}

/**
 * The files that were chosen in a field, which is then empty, so that the same can be chosen again.
 * @param {HTMLInputElement} field
 */
export function taken(field) {
  const files = [...(field.files ?? [])];
  field.value = "";
  return files;
}
