// Why an element listens no more. Without a reason of ours a browser makes an error of it, and the
// error's stack keeps the page that came after: two whole documents for each page that was left.

export const GONE = "gone";
