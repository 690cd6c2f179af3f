// What a script may not do, as eslint's authors recommend it; how it is set is not checked here.
import js from "@eslint/js";
import globals from "globals";

const modules = ["overrides/**/*.js", "benchmarks/**/*.js", "tests/**/*.js"];
const workers = ["macros/**/*.js"];
// offline.py writes these above the workers.
const written = { NAME: "readonly", VERSION: "readonly", FILES: "readonly", MISSING: "readonly" };

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { ...js.configs.recommended, files: [...modules, ...workers] },
  { files: modules, languageOptions: { sourceType: "module", globals: globals.browser } },
  {
    files: workers,
    languageOptions: { sourceType: "script", globals: { ...globals.serviceworker, ...written } },
  },
];
