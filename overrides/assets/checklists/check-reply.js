// The page where a supplier answers, in one file after the build.

import { CheckReply } from "./documents/check-reply.js";

CheckReply.files = () => import("./reply-files.js");

export const elements = { "check-reply": CheckReply };
