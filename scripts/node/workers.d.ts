// What macros' offline.py writes above the two workers.
declare const NAME: string;
declare const VERSION: string;
declare const FILES: string[];
declare const LATER: string[];
declare const MISSING: string;
// What own.js, written above both as well, gives them.
declare const worker: ServiceWorkerGlobalScope;
declare const HERE: URL;
declare const OWN: string;
declare function own(): Promise<string[]>;
