// The page where a supplier answers, in one file after the build.

import { CheckReply } from "./documents/check-reply.js";
import { worded } from "./elements/worded.js";

const words = worded(new URL("../ord/check-reply.json", import.meta.url));

CheckReply.files = (t) => words(t, import("./reply-files.js"));

export const elements = { "check-reply": CheckReply };
