// Whether what is to be drawn is another thing than the last time: what is the same is not drawn
// again.

/** Gives what tells it of a value that JSON can hold; of the first it is true.
 * @returns {(value: unknown) => boolean} */
export function differs() {
  let was = "";
  return (value) => {
    const now = JSON.stringify(value);
    const other = now !== was;
    was = now;
    return other;
  };
}
