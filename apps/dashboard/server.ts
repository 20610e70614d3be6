import { existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";
import { fileURLToPath } from "node:url";

const oldest = [22, 17] as const;
const loopback = ["127.0.0.1", "localhost", "::1"];

const host = process.env["MIZAN_HOST"] || "127.0.0.1";
const port = Number(process.env["MIZAN_PORT"] || 4000);
const cases = process.env["MIZAN_CASES"];
const origin = process.env["ORIGIN"];
const built = new URL("build/handler.js", import.meta.url);

function stop(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
  stop(`Mizan needs Node ${oldest.join(".")} or newer; this is ${process.versions.node}.`);
if (!loopback.includes(host))
  stop(`Mizan listens on this machine alone until it has sign-in: MIZAN_HOST is ${host}, expected 127.0.0.1.`);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  stop(`MIZAN_PORT is not a port: ${process.env["MIZAN_PORT"]}`);
if (cases && !statSync(cases, { throwIfNoEntry: false })?.isDirectory()) stop(`MIZAN_CASES is not a folder: ${cases}`);
if (origin && !/^https?:$/.test(URL.parse(origin)?.protocol ?? "")) stop(`ORIGIN is not a web address: ${origin}`);
if (!existsSync(fileURLToPath(built))) stop("The dashboard is not built: run pnpm build first.");

process.env["MIZAN_DECK"] ||= fileURLToPath(new URL("../deck/dist/deck.html", import.meta.url));
process.env["PROTOCOL_HEADER"] = "x-mizan-protocol";
const protocol = origin ? new URL(origin).protocol.slice(0, -1) : "http";
const { handler } = await import(built.href).catch((cause: Error) => {
  if (/^(Locked|Unavailable|ReadOnly|NotFound)Error$/.test(cause.name)) stop(cause.message);
  throw cause;
});

const server = createServer((request, response) => {
  request.headers["x-mizan-protocol"] = protocol;
  handler(request, response);
});

server.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code === "EADDRINUSE") stop(`Port ${port} is in use; set MIZAN_PORT to another.`);
  stop(`Mizan cannot listen on ${host}:${port}: ${cause.message}`);
});

server.listen(port, host, () => {
  const address = server.address();
  const at = typeof address === "object" && address ? address.port : port;
  process.stdout.write(`Mizan is ready: http://${host.includes(":") ? `[${host}]` : host}:${at}\n`);
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    server.close(() => process.emit("sveltekit:shutdown" as never, signal as never));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  });
}
