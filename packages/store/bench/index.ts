import "./writers.ts";
import "./load.ts";
