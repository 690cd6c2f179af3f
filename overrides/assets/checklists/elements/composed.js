// What a reader types or pastes, as it looks: some programs give «å» as «a» and a ring, and words
// with marks of where they may be cut, that nobody sees.

const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** @param {string} text */
export const composed = (text) => text.replace(UNSEEN, "").normalize("NFC");
