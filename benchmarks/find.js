// Asks the search's own engine, with the index of a folder: for each query the addresses found.
async ([folder, queries, most]) => {
  const { Engine } = await import("/assets/checklists/search/engine.js");
  const engine = new Engine(async (name) => {
    const answer = await fetch(`/${folder}/assets/sok/${name}.json`);
    return answer.json();
  });
  await engine.open();
  const made = [];
  for (const query of queries) {
    const { found } = await engine.find(query);
    const numbers = found.slice(0, most).map(({ number }) => number);
    made.push((await engine.texts(numbers)).map(({ url }) => url));
  }
  return made;
};
