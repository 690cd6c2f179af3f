// Days as Norwegians write them.

/** «24.11.2026» of an ISO date or time. @param {string} iso */
export const day = (iso) => iso.slice(0, 10).split("-").reverse().join(".");
