// What a script may not do, as eslint's authors recommend it; how it is set is not checked here.
import js from "@eslint/js";
import globals from "globals";

const modules = ["overrides/**/*.js", "benchmarks/**/*.js", "scripts/**/*.js", "tests/**/*.js"];
const workers = ["macros/**/*.js"];
const page = ["macros/publish/page/*.js"]; // a page's scripts
const shared = "macros/publish/own.js";
// What packs the scripts (bundle.py) takes the space out of the inner one.
const nested = {
  selector: "TemplateLiteral TemplateLiteral > TemplateElement[value.raw=/\\s|\\/[\\/*]/]",
  message: "A text within a text loses its spaces when it is packed: give the inner one a name.",
};
/** @param {string[]} names */
const given = (...names) => Object.fromEntries(names.map((name) => [name, "readonly"]));
// offline.py writes these above the workers, and own.js after them.
const written = given("NAME", "VERSION", "FILES", "LATER", "MISSING");
const own = given("worker", "HERE", "OWN", "own");

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { ...js.configs.recommended, files: [...modules, ...workers] },
  { files: ["overrides/**/*.js", ...workers], rules: { "no-restricted-syntax": ["error", nested] } },
  { files: modules, languageOptions: { sourceType: "module", globals: globals.browser } },
  { files: page, languageOptions: { sourceType: "script", globals: globals.browser } },
  {
    files: workers,
    ignores: page,
    languageOptions: { sourceType: "script", globals: { ...globals.serviceworker, ...written } },
  },
  { files: workers, ignores: [shared, ...page], languageOptions: { globals: own } },
];
