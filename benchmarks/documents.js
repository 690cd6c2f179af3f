// Keeps a document of 500 requirements, what six suppliers answer to it, and what four who score
// think of that.
async () => {
  const { storeOf } = await import("/assets/checklists/answers/store.js");
  const { keep } = await import("/assets/checklists/answers/state.js");
  const kept = await import("/assets/checklists/documents/kept.js");
  const supplied = await import("/assets/checklists/documents/supplied.js");
  const text = "Leverandøren skal levere tjenesten slik kunden har beskrevet, hver dag hele året.";
  const pairs = [kept.named("d1", "Stort")];
  const answers = {};
  for (let n = 0; n < 500; n += 1) {
    const said = {
      id: `egen-${n}`,
      n: n + 1,
      text: `${text} ${n}`,
      priority: ["must", "should", "could"][n % 3],
      group: `Tema ${n % 20}`,
      order: n,
    };
    pairs.push(kept.requirement("d1", said));
    const reply = ["yes", "partly", "no"][n % 3];
    answers[`K${n + 1}`] = { reply, text: "Slik gjør vi det.", link: "", price: "100" };
  }
  const score = (who, n) =>
    Object.fromEntries([1, 2, 3, 4, 5, 6].map((s) => [`s${s}`, [(who + n + s) % 5, ""]]));
  for (let who = 1; who <= 4; who += 1) {
    const made = { name: `Dommer ${who}`, locked: "2026-11-26T10:00:00Z", round: 1 };
    pairs.push([`d1-p-p${who}`, JSON.stringify(made)]);
    for (let n = 1; n <= 500; n += 1) {
      pairs.push([`d1-e-p${who}-k${n}`, JSON.stringify(score(who, n))]);
    }
  }
  for (let n = 1; n <= 6; n += 1) {
    const said = { supplier: `Leverandør ${n}`, answers, unread: [] };
    pairs.push(supplied.supplier("d1", `s${n}`, said));
  }
  storeOf("it-outsourcing").change((state, id, stamp) =>
    pairs.reduce((made, [key, value]) => keep(made, id, "documents", key, value, stamp), state),
  );
}
