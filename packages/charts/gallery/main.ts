import { mount } from "svelte";
import "../src/tokens.css";
import "../src/base.css";
import Gallery from "./Gallery.svelte";
import Real from "./Real.svelte";
import Slides from "./Slides.svelte";

const query = new URLSearchParams(location.search);
const theme = query.get("theme");
if (theme) document.documentElement.dataset["theme"] = theme;
document.documentElement.style.font = "400 var(--text-14)/var(--line-14) var(--computed)";

document.documentElement.dir = query.get("dir") ?? "ltr";

const size = query.has("slides") ? "slide" : innerWidth < 720 ? "phone" : "monitor";
if (query.has("real")) mount(Real, { target: document.body, props: { size } });
else mount(size === "slide" ? Slides : Gallery, { target: document.body });
