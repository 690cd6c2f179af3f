// What a page of the guide needs for its lists, in one file after the build.

import { CheckFit } from "./lists/check-fit.js";
import { CheckList } from "./lists/check-list.js";
import { DowntimeCost } from "./page/downtime-cost.js";

DowntimeCost.form = () => import("./downtime.js");
CheckList.folds = async () => (await import("./panel.js")).formed();
CheckList.numbers = () => import("./renumber.js");

export const elements = {
  "check-fit": CheckFit,
  "check-list": CheckList,
  "downtime-cost": DowntimeCost,
};
