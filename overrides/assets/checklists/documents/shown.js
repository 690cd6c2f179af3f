// The document that a page shows, and the project that holds it: what is written in it stays
// there, whatever another tab chooses.

import { numbersOf } from "../answers/parameters.js";
import { value } from "../answers/register.js";
import { current } from "../answers/state.js";
import { isField } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { button } from "../elements/node.js";
import { documentsOf, isExample, projectOf } from "./example.js";
import * as kept from "./kept.js";

/**
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 */

export class Shown {
  /** Brings what opens the example; the entries say from where.
   * @type {() => Promise<typeof import("./opened-example.js")>} */
  static opening = () => Promise.reject(new Error("no example"));
  /** The document's id. */
  id = "";
  #tool;
  #said;
  #mine;
  #told = "";
  /** @type {{id: string, now: string} | undefined} a document that is deleted
   * elsewhere, and what is shown since */
  #gone;
  #at = "";
  /** @type {{project: object, id: string, known: object,
   *   doc: import("./document.js").Doc} | undefined} as it was read last */
  #doc;

  /** @param {Tool} tool @param {Said} said */
  constructor(tool, said) {
    this.#tool = tool;
    /** The numbers that a page knows of; where there is a catalog, those of the catalog.
     * @type {import("../answers/parameters.js").Known} */
    this.known = JSON.parse(tool.root.dataset.numbers ?? '{"levels":{},"parameters":[]}');
    this.#said = said;
    this.#mine = current(tool.store.state);
  }

  get #state() {
    return this.#tool.store.state;
  }

  /** The id of the project that is worked in. */
  get mine() {
    return this.#state.projects[this.#mine] ? this.#mine : current(this.#state);
  }

  /** The id of the project that holds the document: the one that is worked in, or the example's. */
  get within() {
    return projectOf(this.#state, this.id, this.mine);
  }

  get project() {
    return this.#state.projects[this.within] ?? this.#tool.store.project;
  }

  /** The document, as it holds with the numbers of its project. */
  get doc() {
    const { project, id, known } = this;
    let read = this.#doc;
    // Thousands of parts are read at once; what is kept is never changed in place.
    if (read?.project !== project || read.id !== id || read.known !== known) {
      read = { project, id, known, doc: kept.read(project, id, numbersOf(known, project)) };
      this.#doc = read;
    }
    return read.doc;
  }

  /** As it stands in the project that is worked in. @param {string} id */
  ownDoc(id) {
    return kept.read(this.own, id, numbersOf(this.known, this.own));
  }

  /** The project that is worked in. */
  get own() {
    return this.#state.projects[this.mine] ?? this.#tool.store.project;
  }

  /** [id, name] of the documents to choose from; chooses the first when the one shown is gone, and
   * the one that was when it is back. */
  list() {
    this.#mine = this.mine;
    const all = documentsOf(this.#state, this.mine);
    const there = (/** @type {string} */ one) => all.some(([id]) => id === one);
    const gone = this.#gone;
    if (gone && this.id === gone.now && there(gone.id)) this.id = gone.id;
    const now = all[0]?.[0] ?? "";
    if (!there(this.id)) {
      if (this.#at === this.mine) this.#tellGone(this.id, now);
      this.id = now;
    }
    this.#at = this.mine;
    this.#bar(all);
    return all;
  }

  /** What was shown is deleted, and not on this page: what is being written is left first, so that
   * it stays in its document. @param {string} id @param {string} now what is shown in its place */
  #tellGone(id, now) {
    const [, name] = kept.list(this.own, true).find(([one]) => one === id) ?? [];
    if (!name) return;
    const { root, t } = this.#tool;
    if (root.contains(document.activeElement)) this.#tool.part("documents").focus();
    this.#gone = { id, now };
    this.#said.say(t("gone_here", { name: isolated(name) }));
  }

  /**
   * To the project that is in use now, unless something is being written in this one: true when it
   * is another.
   * @param {() => void} [flush] keeps what waits, before it
   */
  follow(flush = () => {}) {
    const now = current(this.#state);
    if (now === this.mine) return false;
    const { root, t } = this.#tool;
    if (root.contains(document.activeElement) && isField(document.activeElement)) {
      const name = value(this.own.name) || t("unnamed");
      if (this.#told !== now) this.#said.say(t("held", { name: isolated(name) }));
      this.#told = now;
      return false;
    }
    flush();
    this.#mine = now;
    if (this.#told) this.#said.say("");
    this.#told = "";
    return true;
  }

  /** True when the focus leaves the tool. @param {FocusEvent} event */
  isLeft({ relatedTarget }) {
    return !(relatedTarget instanceof Node && this.#tool.root.contains(relatedTarget));
  }

  /** Shows the example, and says how to get back. @param {() => void} draw */
  async example(draw) {
    const { store, way, t } = this.#tool;
    const { openExample } = await Shown.opening();
    this.id = await openExample(store, way, t("example_name"));
    draw();
    this.#said.say(t("example_open"));
  }

  /** The bar that says so as long as the example is shown, with the way back.
   * @param {[id: string, name: string][]} all */
  #bar(all) {
    const bar = this.#tool.part("example");
    const { t } = this.#tool;
    const own = all.find(([id]) => !isExample(id))?.[0] ?? "";
    const there = isExample(this.id);
    bar.hidden = !there;
    bar.className = there ? "guide-plan__banner guide-example" : "";
    const back = own ? button("back", t("back"), { value: own }) : "";
    bar.replaceChildren(t("example_bar"), " ", back, button("leave", t("example_leave")));
  }

  /** The example goes, and one's own is shown. @param {() => void} draw */
  async leave(draw) {
    const { closeExample } = await Shown.opening();
    closeExample(this.#tool.store);
    this.id = "";
    draw();
    this.#said.hush();
  }

  /** @param {string} id @param {() => void} draw */
  back(id, draw) {
    this.id = id;
    draw();
    this.#said.hush();
  }
}
