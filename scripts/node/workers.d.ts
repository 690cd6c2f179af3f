// What macros' offline.py writes above the two workers.
declare const NAME: string;
declare const VERSION: string;
declare const FILES: string[];
declare const MISSING: string;
