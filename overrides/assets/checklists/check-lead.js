// The register of a large guide: what leads from an item's address to its list, in one file after
// the build.

import { CheckLead } from "./lists/check-lead.js";

export const elements = { "check-lead": CheckLead };
