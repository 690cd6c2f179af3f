// «Min plan»: what is left over all lists, the projects, and the ways out of the browser and back.

import { answered, conflicts, progress, strays, summary } from "../answers/answered.js";
import * as backups from "../answers/backup.js";
import { FIELDS, PRIORITIES } from "../answers/fields.js";
import { value } from "../answers/register.js";
import * as share from "../answers/share.js";
import * as states from "../answers/state.js";
import { storeOf } from "../answers/store.js";
import { address, choices } from "../elements/address.js";
import { catalogOf } from "../elements/catalog.js";
import { download, fileName, textOf } from "../elements/files.js";
import { jumped, node, say } from "../elements/node.js";
import { calendar } from "../formats/ics.js";

const FEW = 40; // so many items are shown without folding
const day = (iso) => iso.slice(0, 10).split("-").reverse().join(".");

export class CheckPlan extends HTMLElement {
  #store;
  #listening;
  #catalog;
  #words;
  #copyOf = null;
  #opened = null;
  #undo = null;

  async connectedCallback() {
    this.#store = storeOf(this.dataset.site);
    this.#words = JSON.parse(this.dataset.words);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    try {
      this.#catalog = await catalogOf(this.dataset.root);
    } catch {
      this.hidden = false;
      this.replaceChildren(node("p", {}, this.#words.nowhere));
      return;
    }
    if (signal.aborted) return;
    this.#copyOf = await share.opened(location.hash);
    this.#store.addEventListener("change", () => this.#show(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("change", (event) => this.#changed(event), { signal });
    this.addEventListener("input", (event) => this.#typed(event.target), { signal });
    this.addEventListener("submit", (event) => this.#named(event), { signal });
    window.addEventListener("popstate", () => this.#readFilter(), { signal });
    this.#readFilter();
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  #find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  #say(text, place = "said") {
    if (place === "said") say(this.#find(place), this.#words.close, text);
    else this.#find(place).textContent = text;
  }

  get #project() {
    return this.#copyOf?.project ?? this.#store.project;
  }

  #nameOf(project) {
    return value(project.name) || this.#words.unnamed;
  }

  // --- What is shown ----------------------------------------------------------------------------

  #show() {
    this.#showProjects();
    this.#showCounts();
    this.#showLeft();
    this.#showConflicts();
    this.#showKeep();
    this.#showProfile();
    this.#showStrays();
    this.#showBanner();
  }

  #showBanner() {
    const banner = this.#find("banner");
    banner.hidden = !this.#copyOf;
    for (const section of this.querySelectorAll(":scope > section")) {
      if (section.querySelector("[data-left]")) continue;
      const empty = section.matches("[data-conflicts], [data-strays]") && !section.querySelector("li");
      section.hidden = Boolean(this.#copyOf) || empty;
    }
    if (!this.#copyOf) return;
    const { name, when } = this.#copyOf;
    banner.querySelector("p").textContent = this.#words.shared
      .replace("{name}", name || this.#words.unnamed).replace("{when}", new Date(when).toLocaleString(document.documentElement.lang));
  }

  #showProjects() {
    const select = this.#find("projects");
    const all = states.projects(this.#store.state);
    const now = states.current(this.#store.state);
    const options = all.map(([id, project]) => node("option", { value: id }, this.#nameOf(project)));
    if (!options.length) options.push(node("option", { value: "" }, this.#words.unnamed));
    select.replaceChildren(...options);
    select.value = now;
    for (const button of this.querySelectorAll("[data-act=rename], [data-act=copy], [data-act=delete]")) button.disabled = !now;
  }

  #showCounts() {
    const made = progress(this.#project, this.#catalog.items);
    const parts = PRIORITIES.filter((priority) => made[priority]?.total).map((priority) =>
      this.#words.counts.replace("{priority}", this.#words[`priority.${priority}`])
        .replace("{done}", made[priority].done).replace("{total}", made[priority].total));
    this.#find("counts").textContent = parts.join(" · ");
  }

  #rows() {
    const chosen = this.#chosen();
    const project = this.#project;
    const rows = this.#catalog.items.map((item) => ({ item, found: answered(project, item.id, item.was) }));
    const order = {
      priority: ({ item, found }) => PRIORITIES.indexOf(found.priority || item.priority),
      responsible: ({ found }) => found.responsible.toLowerCase() || "\uffff",
      due: ({ found }) => found.due || "9999",
    }[chosen.order];
    const kept = rows.filter((row) => this.#matches(row, chosen));
    return order ? kept.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)) : kept;
  }

  #matches({ item, found }, chosen) {
    return Object.entries(chosen).every(([name, value]) => {
      if (!value || name === "order") return true;
      if (name === "status") return value === "left" ? !["done", "irrelevant"].includes(found.status) : (found.status || "none") === value;
      if (name === "priority") return (found.priority || item.priority) === value;
      if (name === "text") {
        const words = [item.text, item.code, found.note, found.answer, found.responsible].join(" ").toLowerCase();
        return value.toLowerCase().split(/\s+/).every((part) => words.includes(part));
      }
      return [item[name] ?? []].flat().includes(value);
    });
  }

  #showLeft() {
    const rows = this.#rows();
    this.#find("shown").textContent = rows.length
      ? this.#words.left.replace("{shown}", rows.length).replace("{total}", this.#catalog.items.length)
      : this.#words.nothing;
    const grouped = !this.#chosen().order;
    const lists = new Map(this.#catalog.lists.map((list) => [list.id, list]));
    // A long plan is folded by list, and what the reader has unfolded stays so.
    const few = rows.length <= FEW;
    const open = new Set([...this.#find("left").querySelectorAll("details[open]")].map((one) => one.dataset.list));
    const made = [];
    let before = "";
    let target;
    for (const row of rows) {
      const list = lists.get(row.item.list);
      const key = grouped ? list.id : "all";
      if (key !== before) {
        before = key;
        target = node("ul", { class: "guide-plan__items" });
        if (grouped) {
          const count = rows.filter(({ item }) => item.list === list.id).length;
          const title = node("summary", {}, `${list.code} ${list.title} (${count})`);
          made.push(node("details", { class: "guide-plan__list", "data-list": list.id, open: few || open.has(list.id) }, title, target));
        } else made.push(target);
      }
      target.append(this.#row(row));
    }
    this.#find("left").replaceChildren(...made);
  }

  #row({ item, found }) {
    const link = node("a", { href: `${this.dataset.root}/${this.#catalog.register}#${item.id}` }, item.text);
    const facts = [
      item.code,
      this.#words[`priority.${found.priority || item.priority}`],
      found.status ? this.#words[`status.${found.status}`] : "",
      found.responsible,
      found.due ? this.#words.due.replace("{day}", day(found.due)) : "",
      found.status === "irrelevant" ? found.reason : "",
      found.answer ? `${this.#words.answer} ${found.answer}` : "",
      found.note ? `${this.#words.note} ${found.note}` : "",
    ];
    return node("li", {}, link, node("span", { class: "guide-plan__facts" }, facts.filter(Boolean).join(" · ")));
  }

  #showConflicts() {
    const section = this.#find("conflicts");
    const found = this.#copyOf ? [] : conflicts(this.#store.project);
    section.hidden = !found.length;
    section.querySelector("ul").replaceChildren(...found.map(([id, field, entries]) => {
      const said = entries.map(([value, when, , by]) =>
        this.#words.conflict.replace("{value}", this.#words[`${field}.${value}`] ?? (value || "–")).replace("{by}", by).replace("{day}", day(when)));
      const text = this.#catalog.byId.get(id)?.text ?? id;
      return node("li", {}, node("a", { href: `${this.dataset.root}/${this.#catalog.register}#${id}` }, text), ` ${said.join(" / ")} `,
        ...entries.map(([value]) => node("button", { type: "button", "data-act": "choose", "data-id": id, "data-field": field, value },
          this.#words.choose.replace("{value}", this.#words[`${field}.${value}`] ?? (value || "–")))));
    }));
  }

  #showKeep() {
    const { local } = this.#store.state;
    const where = this.#find("where");
    const saved = local.saved ? this.#words.saved.replace("{day}", day(local.saved)) : this.#words.never_saved;
    where.textContent = this.#store.reminder ? `${saved} ${this.#words.remind.replace("{n}", local.changes)}` : saved;
    where.classList.toggle("checklist__where--warn", this.#store.reminder);
    const label = this.#find("label");
    if (label !== document.activeElement) label.value = local.label;
  }

  #showStrays() {
    const known = new Set(this.#catalog.items.flatMap((item) => [item.id, ...(item.was ?? [])]));
    const found = this.#copyOf ? [] : strays(this.#store.project, known);
    const section = this.#find("strays");
    section.hidden = !found.length;
    section.querySelector("ul").replaceChildren(...found.map(([id, kept]) => {
      const said = [kept.status ? this.#words[`status.${kept.status}`] : "", kept.answer, kept.note].filter(Boolean).join(" · ");
      return node("li", {}, this.#words.stray.replace("{text}", kept.wording || id).replace("{answer}", said), " ",
        node("button", { type: "button", "data-act": "forget", "data-id": id }, this.#words.forget));
    }));
  }

  // --- The profile ------------------------------------------------------------------------------

  #unlike() {
    const { project } = this.#store;
    return this.#catalog.items.flatMap((item) => {
      const hit = Object.entries(item.unless ?? {}).find(([question, answers]) => answers.includes(value(project.profile[question])));
      if (!hit || answered(project, item.id, item.was).status === "irrelevant") return [];
      const question = this.#catalog.profile.find(({ id }) => id === hit[0]);
      const option = question.options.find(({ id }) => id === value(project.profile[hit[0]]));
      return [{ item, why: this.#words.because.replace("{question}", question.question).replace("{answer}", option.title) }];
    });
  }

  #showProfile() {
    const form = this.#find("profile");
    if (!form) return;
    for (const field of form.elements) field.value = value(this.#store.project.profile[field.name]);
    const found = this.#unlike();
    const box = this.#find("unlike");
    box.hidden = !found.length;
    box.querySelector("p").textContent = this.#words.not_relevant.replace("{n}", found.length);
    box.querySelector("ul").replaceChildren(...found.map(({ item, why }) => node("li", {}, `${item.code} ${item.text} `, node("em", {}, why))));
  }

  #mark() {
    const found = this.#unlike();
    const before = found.map(({ item }) => [item.id, answered(this.#store.project, item.id, item.was)]);
    this.#store.change((state, id, stamp) => found.reduce((made, { item, why }) =>
      states.answer(made, id, item.id, { status: "irrelevant", reason: why, wording: item.text }, stamp), state));
    this.#offerUndo(this.#words.marked.replace("{n}", found.length), () =>
      this.#store.change((state, id, stamp) => before.reduce((made, [item, { status, reason }]) =>
        states.answer(made, id, item, { status, reason }, stamp), state)));
  }

  #offerUndo(text, undo) {
    this.#undo = undo;
    say(this.#find("said"), this.#words.close, `${text} `, node("button", { type: "button", "data-act": "undo" }, this.#words.undo));
    this.#find("said").querySelector("button").focus();
  }

  // --- What is done -----------------------------------------------------------------------------

  #clicked(event) {
    if (jumped(event)) return;
    const { target } = event;
    if (target.matches("[data-own]")) {
      this.#copyOf = null;
      history.replaceState(history.state, "", location.pathname + location.search);
      this.#show();
      this.#find("projects").focus();
    } else if (target.matches("[data-cancel]")) {
      this.#find("name").hidden = true;
      this.querySelector("[data-act=new]").focus();
    } else if (target.dataset.act) {
      this.#act(target.dataset.act, target);
    }
  }

  #act(name, button) {
    const acts = {
      new: () => this.#askName("new", ""),
      rename: () => this.#askName("rename", this.#nameOf(this.#store.project)),
      copy: () => this.#askName("copy", this.#words.copied_name.replace("{name}", this.#nameOf(this.#store.project))),
      delete: () => this.#delete(),
      undo: () => {
        this.#undo?.();
        this.#undo = null;
        this.#say("");
        this.#find("projects").focus();
      },
      hush: () => {
        this.#say("");
        this.#find("projects").focus();
      },
      backup: () => this.#backup(),
      markdown: () => this.#copyMarkdown(),
      calendar: () => this.#calendar(),
      link: () => this.#link(),
      merge: () => this.#take("merge"),
      beside: () => this.#take("beside"),
      refuse: () => this.#closePreview(),
      mark: () => this.#mark(),
      choose: () => this.#store.answer(button.dataset.id, { [button.dataset.field]: button.value }),
      forget: () => this.#store.answer(button.dataset.id, Object.fromEntries(Object.keys(FIELDS).map((field) => [field, ""]))),
      erase: () => this.#sure(true),
      no: () => this.#sure(false),
      really: () => {
        this.#store.erase();
        this.#sure(false);
        this.#say(this.#words.erased);
      },
    };
    acts[name]?.();
  }

  #sure(asked) {
    this.#find("sure").hidden = !asked;
    this.querySelector(asked ? "[data-act=no]" : "[data-act=erase]").focus();
  }

  #askName(act, text) {
    const form = this.#find("name");
    form.dataset.name = act;
    form.hidden = false;
    const field = form.querySelector("input");
    field.value = text;
    field.focus();
    field.select();
  }

  #named(event) {
    event.preventDefault();
    const form = event.target;
    if (!form.matches("[data-name]")) return;
    const name = form.querySelector("input").value.trim();
    if (!name) return;
    const id = `p${Math.random().toString(36).slice(2, 10)}`;
    this.#store.change((state, now, stamp) => {
      if (form.dataset.name === "rename") return states.rename(state, now, name, stamp);
      const made = form.dataset.name === "copy" ? states.copy(state, now, id, name, stamp) : states.rename(state, id, name, stamp);
      return states.use(made, id);
    });
    form.hidden = true;
    this.#find("projects").focus();
  }

  #delete() {
    const id = states.current(this.#store.state);
    const name = this.#nameOf(this.#store.project);
    this.#store.change((state, now, stamp) => states.remove(state, id, true, stamp));
    this.#offerUndo(this.#words.deleted.replace("{name}", name), () =>
      this.#store.change((state, now, stamp) => states.use(states.remove(state, id, false, stamp), id)));
  }

  #changed(event) {
    const { target } = event;
    if (target.matches("[data-projects]")) this.#store.change((state) => states.use(state, target.value));
    else if (target.closest("[data-filter]")) this.#filtered();
    else if (target.matches("[data-open]")) this.#open(target);
    else if (target.closest("[data-profile]")) {
      this.#store.change((state, id, stamp) => states.keep(state, id, "profile", target.name, target.value, stamp));
      if (!this.#unlike().length) this.#say(this.#words.none_marked, "marked");
    }
  }

  #typed(target) {
    if (target.type === "search") this.#filtered();
    else if (target.matches("[data-label]")) {
      const label = target.value.trim().slice(0, 60);
      this.#store.change((state) => ({ ...state, local: { ...state.local, label } }));
    }
  }

  #fields() {
    return [...this.#find("filter").elements].filter((field) => field.name);
  }

  #chosen() {
    return Object.fromEntries(this.#fields().map((field) => [field.name, field.value]));
  }

  #readFilter() {
    const asked = new URLSearchParams(location.search);
    const chosen = choices(location.search, this.#fields().map((field) => field.name));
    // What is left is what a plan is for; «all» stands in the address as such.
    for (const field of this.#fields()) field.value = field.name === "status" && !asked.has("status") ? "left" : chosen[field.name] === "all" ? "" : chosen[field.name];
    const narrowed = this.#fields().some((field) => field.value && !(field.name === "status" && field.value === "left"));
    if (narrowed) this.#find("filter").closest("details").open = true;
    this.#show();
  }

  #filtered() {
    const chosen = this.#chosen();
    chosen.status = chosen.status === "left" ? "" : chosen.status || "all";
    history.replaceState(history.state, "", `${location.pathname}${address(location.search, chosen)}${location.hash}`);
    this.#showLeft();
  }

  #backup() {
    const name = fileName(this.#nameOf(this.#store.project), "json");
    download(name, backups.backup(this.#store.state, this.dataset.site), "application/json");
    this.#store.backedUp();
  }

  async #open(field) {
    const [file] = field.files;
    field.value = "";
    if (!file) return;
    const { text, problem: unread } = await textOf(file);
    const { state, problem } = unread ? { problem: unread } : backups.opened(text);
    const preview = this.#find("preview");
    preview.hidden = false;
    preview.querySelector("[data-merge]").hidden = !state;
    this.#opened = state ?? null;
    if (problem) {
      preview.querySelector("p").textContent = this.#words[`problem.${problem}`];
      return;
    }
    const all = summary(state).map(({ name, answers }) => this.#words.found.replace("{name}", name || this.#words.unnamed).replace("{n}", answers));
    const site = backups.siteOf(text);
    const other = site && site !== this.dataset.site ? ` ${this.#words.other_site}` : "";
    preview.querySelector("p").textContent = all.join(" ") + other;
    preview.querySelector("[data-act=merge]").focus();
  }

  /** Merged with the project in use, or as projects of their own. */
  #take(how) {
    const theirs = this.#opened;
    const mine = states.current(this.#store.state);
    if (how === "beside") {
      // Written anew under ids of their own: an older copy is not overruled by what came later.
      for (const [id, project] of states.projects(theirs)) {
        const name = this.#words.opened_name.replace("{name}", this.#nameOf(project)).replace("{day}", day(new Date().toISOString()));
        const own = `${id.slice(0, 40)}-${Math.random().toString(36).slice(2, 8)}`;
        this.#store.change((state, now, stamp) => states.use(states.copy(state, project, own, name, stamp), own));
      }
      this.#closePreview();
      this.#say(this.#words.opened_beside);
      return;
    }
    const ids = Object.keys(theirs.projects);
    if (how === "merge" && mine && ids.length === 1 && ids[0] !== mine) {
      this.#store.take({ ...theirs, projects: { [mine]: { ...theirs.projects[ids[0]], name: [], gone: [] } } });
    } else {
      this.#store.take(theirs);
    }
    this.#closePreview();
    this.#say(this.#words.merged);
  }

  #closePreview() {
    this.#opened = null;
    this.#find("preview").hidden = true;
    this.#find("open").focus();
  }

  #markdown() {
    const project = this.#project;
    const lines = [`# ${this.#words.markdown_title.replace("{name}", this.#nameOf(project))}`, ""];
    let list = "";
    for (const { item, found } of this.#rows()) {
      if (item.list !== list) {
        list = item.list;
        const { code, title } = this.#catalog.lists.find(({ id }) => id === list);
        lines.push("", `## ${code} ${title}`, "");
      }
      const facts = [this.#words[`priority.${found.priority || item.priority}`], found.responsible, found.due && day(found.due), found.note, found.answer];
      lines.push(`- [${found.status === "done" ? "x" : " "}] **${item.code}** ${item.text} (${facts.filter(Boolean).join("; ").replace(/\s*\n\s*/g, " ")})`);
    }
    return `${lines.join("\n")}\n`;
  }

  async #copyMarkdown() {
    try {
      await navigator.clipboard.writeText(this.#markdown());
      this.#say(this.#words.copied);
    } catch {
      download(fileName(this.#nameOf(this.#project), "md"), this.#markdown(), "text/markdown");
      this.#say(this.#words.failed);
    }
  }

  #calendar() {
    const rows = this.#catalog.items.map((item) => ({ item, found: answered(this.#store.project, item.id, item.was) }));
    const due = rows.filter(({ found }) => found.due && !["done", "irrelevant"].includes(found.status))
      .map(({ item, found }) => ({ id: item.id, text: `${item.code} ${item.text}`, due: found.due, note: [found.responsible, found.note].filter(Boolean).join("\n") }));
    const yearly = this.#catalog.lists.flatMap((list) => {
      const done = rows.filter(({ item, found }) => item.list === list.id && found.status === "done").map(({ found }) => found.when).sort();
      return done.length ? [{ id: list.id, title: `${list.code} ${list.title}`, when: done.at(-1) }] : [];
    });
    const words = { again: this.#words.again, site: this.dataset.site, now: new Date().toISOString() };
    download(fileName(this.#nameOf(this.#store.project), "ics"), calendar(due, yearly, words), "text/calendar");
  }

  async #link() {
    const fragment = await share.link(this.#store.project, new Date().toISOString());
    const link = `${location.origin}${location.pathname}#${fragment}`;
    try {
      await navigator.clipboard.writeText(link);
      this.#say(this.#words.link_copied);
    } catch {
      this.#say(link);
    }
  }
}
