// A list's files with the reader's answers in them, in one file after the build.

import { CheckFiles } from "./files/check-files.js";

CheckFiles.files = () => import("./list-files.js");

export const elements = { "check-files": CheckFiles };
