import { openStore, type StoreLocation } from "../src/index.ts";
import { addRaid, bridge } from "./studies.ts";

/**
 * A process to be killed. `write LOCATION PREFIX`: eight writers, each telling its parent of every write that was
 * acknowledged. `load LOCATION`: loads a case for the first time. `open LOCATION`: opens, and tells whether it could.
 */
const [task, location, prefix] = process.argv.slice(2);
const tell = (message: object) => process.send!(message);

try {
  const store = await openStore(JSON.parse(location!) as StoreLocation);
  if (task === "open") tell({ opened: true });
  else if (task === "load") tell({ loaded: await store.load(bridge, { author: "writer" }) });
  else
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let i = 0; ; i++) {
          const id = `${prefix}-w${writer}-${i}`;
          const [entry] = await store.append("bridge", [addRaid(id)], { author: `writer ${writer}` });
          tell({ id, sequence: entry!.sequence, hash: entry!.hash });
        }
      }),
    );
} catch (error) {
  tell({ failed: (error as Error).message });
}
process.disconnect();
