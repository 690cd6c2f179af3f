// The calculator of what a stop costs: far down on its page, so its script comes when it is near.

const NEAR = "600px"; // from the window's edge

export class DowntimeCost extends HTMLElement {
  /** Brings what works it out; the entry says from where.
   * @type {() => Promise<{begin: (form: HTMLElement) => () => void}>} */
  static form = () => Promise.reject(new Error("no form"));
  #end = () => {};

  connectedCallback() {
    const seen = new IntersectionObserver((all) => {
      if (!all.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      this.#begin().catch(() => {}); // No net: the formula stands there.
    }, { rootMargin: NEAR });
    // What is hidden is nowhere.
    seen.observe(this.parentElement ?? this);
    this.#end = () => seen.disconnect();
  }

  disconnectedCallback() {
    this.#end();
  }

  async #begin() {
    const { begin } = await DowntimeCost.form();
    if (this.isConnected) this.#end = begin(this);
  }
}
