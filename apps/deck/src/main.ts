import "@mizan/charts/tokens.css";
import "@mizan/charts/base.css";
import "reveal.js/reveal.css";
import "./slides.css";
import "./reading.css";
import { mount } from "svelte";
import { contentOf } from "./content.ts";
import Deck from "./Deck.svelte";
import Empty from "./Empty.svelte";
import { setTheme } from "./theme.ts";

setTheme(document);
const content = contentOf(document);
if (content) mount(Deck, { target: document.body, props: { content } });
else mount(Empty, { target: document.body });
