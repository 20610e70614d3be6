import { existsSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { fileURLToPath } from "node:url";
import { problemText } from "./src/lib/server/api/problem-body.ts";
import { brokenRequest, turnedAway } from "./src/lib/server/door.ts";
import { environmentFault, helpText, usual } from "./src/lib/server/environment.ts";

// Memory for what lives a moment is given in small steps: a thousand readers that come at once hold little of it.
setFlagsFromString("--max-semi-space-size=4");
setFlagsFromString("--semi-space-growth-factor=1");

const oldest = [22, 17] as const;
/** How long requests under way may take to finish when the server stops. */
const longestLeaveMs = 10_000;

function stop(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
  stop(`Mizan needs Node ${oldest.join(".")} or newer; this is ${process.versions.node}.`);

const asked = process.argv.slice(2);
if (asked.includes("--help") || asked.includes("-h")) {
  process.stdout.write(helpText());
  process.exit(0);
}
if (asked.length > 0) {
  process.stderr.write(`Unknown argument: ${asked[0]}. See --help.\n`);
  process.exit(2);
}
const fault = environmentFault(process.env);
if (fault !== undefined) stop(fault);

const host = process.env["MIZAN_HOST"] || usual.host;
const port = Number(process.env["MIZAN_PORT"] || usual.port);
const origin = process.env["ORIGIN"];
const built = new URL("build/handler.js", import.meta.url);
if (!existsSync(fileURLToPath(built))) stop("The dashboard is not built: run pnpm build first.");

process.env["MIZAN_DECK"] ||= fileURLToPath(new URL("../deck/dist/deck.html", import.meta.url));
process.env["PROTOCOL_HEADER"] = "x-mizan-protocol";
// The largest record has a text of 20,000 characters and a few dozen citations; this holds ten times as much.
process.env["BODY_SIZE_LIMIT"] = String(512 * 1024);
// A header that a client can write must not say who the client is, nor under which name it asks.
for (const name of ["ADDRESS_HEADER", "HOST_HEADER", "PORT_HEADER"]) delete process.env[name];
const protocol = origin ? new URL(origin).protocol.slice(0, -1) : "http";
const { handler } = await import(built.href).catch((cause: Error) => {
  if (/^(Locked|Unavailable|ReadOnly|NotFound)Error$/.test(cause.name)) stop(cause.message);
  throw cause;
});

let leaving = false;
const server = createServer({ requireHostHeader: false }, (request, response) => {
  if (leaving) response.setHeader("connection", "close");
  const turned = turnedAway(request);
  if (turned) {
    response.writeHead(turned.problem.status, {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(turned.allow ? { allow: turned.allow } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : problemText(turned.problem));
    request.resume();
    return;
  }
  request.headers["x-mizan-protocol"] = protocol;
  Object.assign(request, { hangUp: () => cut(response) });
  handler(request, response);
});

/** Ends the connection of an answer that is not taken. */
function cut(response: ServerResponse): void {
  if (!response.writableFinished) response.destroy();
}

server.on("clientError", (cause: NodeJS.ErrnoException, socket) => {
  if (cause.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const broken = brokenRequest(cause.code);
  const body = problemText(broken);
  socket.end(
    `HTTP/1.1 ${broken.status} ${broken.title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
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
    leaving = true;
    process.emit("mizan:leaving" as never);
    server.close(() => process.emit("sveltekit:shutdown" as never, signal as never));
    setInterval(() => server.closeIdleConnections(), 50).unref();
    setTimeout(() => server.closeAllConnections(), longestLeaveMs).unref();
  });
}
