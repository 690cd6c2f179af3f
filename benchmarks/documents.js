// Keeps a document of 500 requirements, and what five suppliers answer to it.
async () => {
  const { storeOf } = await import("/assets/checklists/answers/store.js");
  const { keep } = await import("/assets/checklists/answers/state.js");
  const kept = await import("/assets/checklists/documents/kept.js");
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
  for (let n = 1; n <= 5; n += 1) {
    const said = { supplier: `Leverandør ${n}`, answers, unread: [] };
    pairs.push(kept.supplier("d1", `s${n}`, said));
  }
  storeOf("it-outsourcing").change((state, id, stamp) =>
    pairs.reduce((made, [key, value]) => keep(made, id, "documents", key, value, stamp), state),
  );
}
