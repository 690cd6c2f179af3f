// What the page promises: nothing throws but with a key of ours, no markup, no script link. Gives the
// first that breaks a promise, as { name, text, fault }, or null.
async (inputs) => {
  const from = (name) => import(`/assets/checklists/${name}.js`);
  const accept = await from("answers/accept");
  const written = await from("answers/written");
  const share = await from("answers/share");
  const csv = await from("formats/csv");
  const csvRead = await from("formats/csv-read");
  const encoding = await from("formats/encoding");
  const replies = await from("documents/replies");
  const documents = await from("documents/document");
  const files = await from("documents/files");
  const rows = await from("documents/rows");
  const compare = await from("documents/compare");
  const address = await from("elements/address");
  const nodes = await from("elements/node");
  const filter = await from("lists/filter");
  const { Words } = await from("search/words");
  const { Engine } = await from("search/engine");
  const fetched = (name) => fetch(`/assets/sok/${name}.json`).then((answer) => answer.json());
  window.engine ??= await new Engine(fetched).open();

  const bytes = (text) => new TextEncoder().encode(text);
  const nested = (text) => {
    const items = { [text]: { status: [[text]], note: text } };
    const documents = { [text]: [[text, "2026-11-24T08:00:00Z", "w1:1", text]] };
    const name = [[text, text, text, text]];
    const p1 = { seen: {}, name, gone: [], items, profile: {}, documents };
    return JSON.stringify({ version: 2, projects: { p1 }, local: { current: text } });
  };
  const answer = (text) => {
    const answers = { [text]: { reply: text, text, link: text, price: text } };
    return JSON.stringify({ kind: text, version: 1, supplier: text, document: text, answers });
  };
  const rules = {
    fold: [], apart: [], endings: [], joints: [""], part: 4, short: [], stop: [], weak: [],
    shortest: 3, loose: [], irregular: {},
  };
  const checks = {
    state(text) {
      accept.read(text);
      const { state } = accept.read(nested(text));
      if (state) written.text(state);
    },
    async fragment(text) {
      await share.opened(`#${text}`);
      await share.opened(`#status=${encodeURIComponent(text)}`);
    },
    csv(text) {
      const all = [[text, "a"], ["b", text]];
      const { rows: back } = csvRead.read(csv.write(all));
      if (JSON.stringify(back) !== JSON.stringify(all)) throw new Error("other rows");
      encoding.decoded(bytes(text));
    },
    document(text) {
      files.fromFile(text);
      files.fromAnswerFile(text);
      files.fromAnswerFile(answer(text));
      rows.understood(text);
      rows.fromRows([[text, text], [text]], [text, "a"]);
      compare.amount(text);
    },
    link(text) {
      const made = files.reply({ reply: text, text, link: text, price: text });
      if (made.reply) throw new Error("a reply that is none");
      documents.allowed(text);
      compare.amount(made.price);
    },
    async docx(text) {
      const named = (key) => key;
      await replies.readAnswer(new File([bytes(`PK\u0003\u0004${text}`)], "svar"), named);
      await replies.readAnswer(new File([bytes(text)], "svar"), named);
    },
    filter(text) {
      const made = address.address(`?${text}`, { text });
      address.choices(made, ["text"]);
      filter.matches({ text }, { text }, () => text);
    },
    async search(text) {
      new Words(rules).tokens(text);
      await window.engine.find(text.slice(0, 60));
    },
    shown(text) {
      const made = nodes.node("p", { title: text }, text);
      document.body.append(made);
      if (made.textContent !== text || made.children.length) throw new Error("markup");
      made.remove();
    },
  };

  const counted = () => document.querySelectorAll("script, img, iframe, object, embed").length;
  const before = counted();
  for (const [name, text] of inputs) {
    try {
      await checks[name](text);
    } catch (fault) {
      return { name, text, fault: String(fault?.stack ?? fault) };
    }
  }
  if (counted() === before) return null;
  return { name: "markup", text: "", fault: "the page got new elements" };
}
