// «Arbeid sammen»: the element, on a page that has it.

import { Tool } from "../elements/tool.js";
import { Desk } from "./desk.js";

export class CheckFolder extends HTMLElement {
  /** @type {Tool | null} */
  #tool = null;

  connectedCallback() {
    const tool = new Tool(this);
    this.#tool = tool;
    const desk = new Desk(tool);
    tool.store.addEventListener("change", () => desk.show(), { signal: tool.signal });
    desk.team.addEventListener("change", () => desk.show(), { signal: tool.signal });
    const { signal } = tool;
    this.addEventListener("click", (event) => desk.clicked(event), { signal });
    this.addEventListener("submit", (event) => desk.submitted(event), { signal });
    this.addEventListener("change", (event) => desk.changed(event), { signal });
    this.addEventListener("dragover", (event) => event.preventDefault(), { signal });
    this.addEventListener("drop", (event) => desk.dropped(event), { signal });
    desk.team.begin();
    desk.show();
  }

  disconnectedCallback() {
    this.#tool?.end();
  }
}
