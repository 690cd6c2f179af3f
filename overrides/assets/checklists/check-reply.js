// The page where a supplier answers, in one file after the build.

import { CheckReply } from "./documents/check-reply.js";

export const elements = { "check-reply": CheckReply };
