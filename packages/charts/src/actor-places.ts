import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import type { NetworkActor, NetworkTie } from "./network.ts";
import { poleOf } from "./side-class.ts";
import { tenth } from "./tenth.ts";

interface Node extends SimulationNodeDatum {
  id: string;
  home: number;
}

export interface Point {
  x: number;
  y: number;
}

/**
 * Where actors stand. Saved places are kept; the others settle between them by force, the positive side to the left.
 * d3-force draws no chance numbers of its own once every node has a start, so the same case gives the same picture.
 */
export function actorPlaces(
  actors: readonly NetworkActor[],
  ties: readonly NetworkTie[],
  { width, height, margin }: { width: number; height: number; margin: { x: number; y: number } },
): Map<string, Point> {
  const inner = { width: width - 2 * margin.x, height: height - 2 * margin.y };
  const saved = ([x, y]: readonly [number, number]) => ({
    x: margin.x + (x / 100) * inner.width,
    y: margin.y + (y / 100) * inner.height,
  });
  const nodes = actors.map(({ id, side, at }, i): Node => {
    const home = width / 2 - poleOf(side) * inner.width * 0.34;
    if (at) {
      const { x, y } = saved(at);
      return { id, home, x, y, fx: x, fy: y };
    }
    return { id, home, x: home + 30 * Math.cos(2.4 * i), y: height / 2 + (((i * 0.618) % 1) - 0.5) * inner.height };
  });
  if (nodes.some(({ fx }) => fx === undefined)) settle(nodes, ties, { width, height, margin });
  return new Map(nodes.map(({ id, x, y }) => [id, { x: tenth(x!), y: tenth(y!) }]));
}

function settle(
  nodes: Node[],
  ties: readonly NetworkTie[],
  { width, height, margin }: { width: number; height: number; margin: Point },
) {
  const known = new Set(nodes.map(({ id }) => id));
  const links = ties
    .filter(({ from, to }) => known.has(from) && known.has(to) && from !== to)
    .map(({ from, to }) => ({ source: from, target: to }));
  const apart = Math.max(34, 0.5 * Math.sqrt((width * height) / nodes.length));
  const simulation = forceSimulation(nodes)
    .force("charge", forceManyBody<Node>().strength(-4 * apart))
    .force(
      "link",
      forceLink<Node, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(1.4 * apart)
        .strength(0.15),
    )
    .force("collide", forceCollide<Node>(apart))
    .force("x", forceX<Node>(({ home }) => home).strength(0.25))
    .force("y", forceY<Node>(height / 2).strength(0.08))
    .stop();
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
  for (let tick = 0; tick < 300; tick++) {
    simulation.tick();
    for (const node of nodes) {
      node.x = clamp(node.x!, margin.x, width - margin.x);
      node.y = clamp(node.y!, margin.y, height - margin.y);
    }
  }
}
