// What a field needs that is written in, fetched when somebody steps into the first. Joined with
// what it needs by the build.

import { followFull } from "./page/full.js";
import { followWriting } from "./page/writing.js";

followFull();
followWriting();
