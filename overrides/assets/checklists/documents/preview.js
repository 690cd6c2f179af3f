// The document on the page as it will look in the file, made only while somebody looks at it.

import { dressed } from "../elements/dressed.js";
import { find } from "../elements/find.js";
import { node } from "../elements/node.js";
import { back, front, plain } from "./blocks.js";
import { counted } from "./counted.js";
import { numbered } from "./document.js";
import { editions, isDraft } from "./editions.js";
import { titleFacts } from "./title-facts.js";
import { chosenIn, spoken } from "./tongue.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/docx.js").Block} Block
 * @typedef {import("../formats/docx.js").Table} Table
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./document.js").Doc} Doc
 */

const PAPER = "document-paper.css";
/** @type {Record<string, "h3" | "h4" | "h5">} */
const TAGS = { Title: "h3", Heading1: "h4", Heading2: "h5", ContentsHead: "h4" };

// What of the frame the price form counts by.
const SAYS_HOW_MANY = ["frame users", "frame length"];

export class Preview {
  #holder;
  #tool;
  #t;
  #shown;

  /** @param {import("../elements/tool.js").Tool} tool @param {import("./shown.js").Shown} shown */
  constructor(tool, shown) {
    const { root, t } = tool;
    this.#tool = tool;
    this.#shown = shown;
    this.#holder = find(root, "[data-preview]", HTMLElement);
    /** What the reader unfolds to see it. */
    this.fold = find(root, "details:has([data-preview])", HTMLDetailsElement);
    this.#t = t;
  }

  /** How it looks on paper; without a net it is printed all the same. */
  dressed() {
    const place = `${this.#tool.way}/assets/checklists/${PAPER}`;
    return dressed(new URL(place, location.href)).catch(() => {});
  }

  /** In the language that is chosen for it; false where that is not to be had.
   * @param {Doc} doc @param {Catalog} catalog */
  async show(doc, catalog) {
    if (!this.fold.open) return true;
    this.dressed();
    const { root } = this.#tool;
    const { project } = this.#shown;
    const chosen = chosenIn(root);
    const whole = counted(doc, project);
    if (!chosen) {
      this.#draw({ doc: whole, t: this.#t, theirs: catalog });
      return true;
    }
    const found = await spoken(this.#tool, whole, catalog, project).catch(() => null);
    // Another may have been chosen since.
    if (found && chosenIn(root) === chosen) this.#draw(found, chosen.lang);
    return Boolean(found);
  }

  /** Paper has it also where the reader has not unfolded it (page/print.js), in the page's own
   * language. @param {Doc} doc @param {Catalog} catalog */
  forPaper(doc, catalog) {
    if (this.fold.open && this.fold.dataset.forPrint === undefined) return;
    const whole = counted(doc, this.#shown.project);
    if (!chosenIn(this.#tool.root)) this.#draw({ doc: whole, t: this.#t, theirs: catalog });
  }

  /** @param {Pick<import("./tongue.js").Spoken, "doc" | "t" | "theirs" | "beside">} made
   * @param {string} [language] where it is another than the page's */
  #draw({ doc, t, theirs, beside }, language) {
    if (language) this.#holder.lang = language;
    else this.#holder.removeAttribute("lang");
    const origin = { ...this.#origin(theirs, t, language), ...(beside ? { beside } : {}) };
    // In two parts, so that a word typed in one need not build the other again.
    const halves = [front(doc, t, origin), back(doc, t)];
    this.#holder.replaceChildren(...halves.map((half) => node("div", {}, ...this.#elements(half))));
  }

  /** @param {Catalog} catalog @param {Words} t @param {string} [language] */
  #origin(catalog, t, language = document.documentElement.lang) {
    const { project, doc } = this.#shown;
    // What has not been made into a file may get other numbers: paper must not pass for it.
    const about = { ...catalog, ...titleFacts(this.#shown, t, language) };
    if (!isDraft(project, doc)) return about;
    const isFirst = !editions(project, doc.id).length;
    return { ...about, edition: isFirst ? t("draft") : t("draft_next") };
  }

  /**
   * Shows what has just been typed.
   * @param {string[]} names what it was called: «frame <name>», «text <id>» or «name»
   * @param {Doc} doc @param {Catalog} catalog
   */
  patch(names, doc, catalog) {
    if (!this.fold.open) return;
    if (chosenIn(this.#tool.root) || names.some((name) => SAYS_HOW_MANY.includes(name))) {
      this.show(doc, catalog);
      return;
    }
    const [first, second] = this.#holder.children;
    if (!first) return;
    const rows = numbered(doc);
    const origin = this.#origin(catalog, this.#t);
    // The first change after it was made into a file makes it a draft.
    const isOther = !first.textContent.includes(origin.edition ?? "");
    const isFront = names.some((name) => name.startsWith("frame "));
    if (isFront || isOther) first.replaceChildren(...this.#elements(front(doc, this.#t, origin)));
    for (const name of names) {
      const [kind, id] = name.split(" ");
      const made = rows.find((one) => one.id === id);
      if (kind !== "text" || !made) continue;
      for (const half of [first, second]) patchRow(half, made.number, made.text);
    }
  }

  /** @param {Block[]} blocks */
  #elements(blocks) {
    // A table is called what stands over it, as a person who sees it would call it.
    let [part, over] = ["", this.#t("table")];
    return plain(blocks).map((made) => {
      if ("style" in made && made.style in TAGS) {
        if (made.style === "Heading1") part = made.text;
        over = made.text === part || !part ? made.text : `${part}, ${made.text}`;
      }
      return element(made, over);
    });
  }
}

/** @param {Element} half @param {string} number @param {string} text */
function patchRow(half, number, text) {
  const row = [...half.querySelectorAll("tbody tr")].find(
    ({ children }) => children[0].textContent === number,
  );
  if (row) row.children[1].textContent = text;
}

/** @param {import("../formats/docx.js").Plain} made @param {string} over */
function element(made, over) {
  if ("widths" in made) return table(made, over);
  if ("link" in made) return node("p", { class: "guide-document__entry" }, made.text);
  const lines = made.text.split("\n").flatMap((line, n) => (n ? [node("br"), line] : [line]));
  return node(TAGS[made.style] ?? "p", {}, ...lines);
}

/** @param {Table} made @param {string} name */
function table({ head, rows, languages = [] }, name) {
  const said = (/** @type {number} */ at) => ({ lang: languages[at] || false });
  const top = head.map((text, n) => node("th", { scope: "col", ...said(n) }, text));
  const body = rows.map(([first, ...others]) => {
    const begins = head.length ? node("td", {}, first) : node("th", { scope: "row" }, first);
    return node("tr", {}, begins, ...others.map((text, n) => node("td", said(n + 1), text)));
  });
  const made = node(
    "table",
    {},
    node("caption", { class: "checklist__sr" }, name),
    head.length ? node("thead", {}, node("tr", {}, ...top)) : "",
    node("tbody", {}, ...body),
  );
  const scroll = { class: "guide-scroll", tabindex: "0", role: "region", "aria-label": name };
  return node("div", scroll, made);
}

/**
 * Paper has the document from now on, however it is asked for.
 * @param {import("../elements/tool.js").Tool} tool @param {import("./shown.js").Shown} shown
 * @param {Catalog} catalog
 */
export function paper(tool, shown, catalog) {
  const preview = new Preview(tool, shown);
  const draw = () => void (shown.id && preview.forPaper(shown.doc, catalog));
  window.addEventListener("beforeprint", draw, { signal: tool.signal });
  preview.dressed();
}
