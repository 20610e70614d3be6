import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** The figures of this server, for Prometheus. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

export const answered = new Histogram({
  name: "mizan_http_seconds",
  help: "Seconds until a request was answered, by route, method and status.",
  labelNames: ["route", "method", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});

export const entriesTaken = new Counter({
  name: "mizan_ledger_entries_total",
  help: "Entries of the ledger that this server has heard of since it started.",
  registers: [metrics],
});

export const streamsOpen = new Gauge({
  name: "mizan_streams_open",
  help: "Live streams held open.",
  registers: [metrics],
});

export const streamsDropped = new Counter({
  name: "mizan_streams_dropped_total",
  help: "Live streams ended because their reader was too slow.",
  registers: [metrics],
});
