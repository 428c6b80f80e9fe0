// What is looked at inside the page. look() returns sentences about what is wrong, none where all is well.

function visible(e) {
  if (!e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
  const r = e.getBoundingClientRect();
  return r.width > 1 && r.height > 1;
}
const shown = (selector) => [...document.querySelectorAll(selector)].filter(visible);
const words = (e) => (e.textContent || "").trim().replace(/\s+/g, " ").slice(0, 50);

function named(e) {
  const where = e.id ? "#" + e.id : e.className && e.className.baseVal === undefined ? "." + e.className : "";
  return `<${e.tagName.toLowerCase()}${where}> “${words(e)}”`;
}

function look(media, theme) {
  const wrong = [];
  overflow(wrong, media);
  headings(wrong);
  overlaps(wrong);
  pictures(wrong, media);
  contrasts(wrong);
  themes(wrong, media === "print" ? "light" : theme);
  motion(wrong);
  anchors(wrong);
  return wrong.slice(0, 40);
}

function overflow(wrong, media) {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    const far = shown("body *").filter((e) => e.getBoundingClientRect().right > width + 1 && !inScroll(e));
    wrong.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}, because of ${far.slice(-2).map(named).join(" and ")}`);
  }
  if (media === "print") return;
  for (const e of shown("p, td, th, li, dt, dd, code, figcaption")) {
    if (inScroll(e)) continue;
    if (e.getBoundingClientRect().right > width + 1) wrong.push(`${named(e)} goes beyond the window`);
  }
}

function inScroll(e) {
  const box = e.closest(".scroll, pre");
  return box && box !== e && getComputedStyle(box).overflowX !== "visible";
}

function headings(wrong) {
  const all = shown("h1, h2, h3, h4, h5, h6");
  if (all.filter((h) => h.tagName === "H1").length !== 1) wrong.push("there is not exactly one h1");
  let last = 0;
  for (const h of all) {
    const level = +h.tagName[1];
    if (level > last + 1) wrong.push(`${named(h)} skips a level`);
    if (!words(h)) wrong.push(`a heading of level ${level} is empty`);
    if (h.scrollWidth > h.clientWidth + 1) wrong.push(`${named(h)} is cut`);
    last = level;
  }
}

// Boxes that must not lie on one another.
function overlaps(wrong) {
  const boxes = shown("h1, h2, h3, .sentence, .head, .card, .paper, table, figcaption, pre, .more").map((e) => [e, e.getBoundingClientRect()]);
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      const [a, p] = boxes[i], [b, q] = boxes[j];
      if (a.contains(b) || b.contains(a)) continue;
      if (common(p, q, 1)) wrong.push(`${named(a)} and ${named(b)} lie on one another`);
    }
  }
}

function common(p, q, slack) {
  return Math.min(p.right, q.right) - Math.max(p.left, q.left) > slack && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > slack;
}

function nameOf(e) {
  if (e.getAttribute("aria-hidden") === "true") return "hidden";
  const by = (e.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean).map((id) => document.getElementById(id));
  if (by.some((x) => !x)) return "";
  return (by.map((x) => x.textContent).join(" ") || e.getAttribute("aria-label") || e.getAttribute("alt") || "").trim();
}

const smallest = { screen: 9, print: 7.5 }; // height of letters in pictures [px]
const paperHeight = 1000; // of A4 inside its margins [px]

function pictures(wrong, media) {
  for (const e of shown("img, svg, [role=img], [role=region]")) if (!nameOf(e)) wrong.push(`${named(e)} has no name for who cannot see it`);
  for (const svg of shown("svg")) {
    const r = svg.getBoundingClientRect(), scale = r.width / svg.viewBox.baseVal.width;
    if (!inScroll(svg) && (r.left < -1 || r.right > document.documentElement.clientWidth + 1)) wrong.push(`${nameOf(svg).slice(0, 40)}: the picture goes beyond the window`);
    if (media === "print" && r.height > paperHeight) wrong.push(`${nameOf(svg).slice(0, 40)}: the picture is higher than a sheet`);
    letters(wrong, svg, scale, smallest[media]);
  }
}

// Letters inside a picture can be read, are not cut and do not lie on one another.
function letters(wrong, svg, scale, least) {
  const frame = svg.viewBox.baseVal;
  const texts = [...svg.querySelectorAll("text")].map((t) => ({ t, box: t.getBBox() }));
  const sizes = texts.map(({ t }) => parseFloat(getComputedStyle(t).fontSize) * scale);
  if (Math.min(...sizes) < least) wrong.push(`${nameOf(svg).slice(0, 40)}: letters in the picture are ${Math.min(...sizes).toFixed(1)} px high, too small to read`);
  for (const { t, box } of texts) {
    if (box.x < -0.5 || box.x + box.width > frame.width + 0.5 || box.y < -2 || box.y + box.height > frame.height + 2) wrong.push(`“${words(t)}” in a picture is cut`);
  }
  const core = ({ x, y, width, height }) => ({ left: x, right: x + width, top: y + height * 0.3, bottom: y + height * 0.75 });
  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length; j++) {
      if (common(core(texts[i].box), core(texts[j].box), 0.5)) wrong.push(`“${words(texts[i].t)}” and “${words(texts[j].t)}” in a picture lie on one another`);
    }
  }
}

function channels(colour) {
  const c = document.createElement("canvas").getContext("2d");
  c.fillStyle = colour;
  c.fillRect(0, 0, 1, 1);
  return [...c.getImageData(0, 0, 1, 1).data];
}

const kept = new Map();
function luminance(colour) {
  if (!kept.has(colour)) {
    const [r, g, b] = channels(colour).map((x) => ((x /= 255) <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    kept.set(colour, 0.2126 * r + 0.7152 * g + 0.0722 * b);
  }
  return kept.get(colour);
}

function ground(e) {
  for (; e; e = e.parentElement) {
    const colour = getComputedStyle(e).backgroundColor;
    if (!/rgba\(.*, 0\)|transparent/.test(colour)) return colour;
  }
  return "white";
}

// WCAG 2: 4.5 to 1, and 3 to 1 for large letters.
function contrasts(wrong) {
  const told = new Set();
  for (const e of shown("body *")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    const style = getComputedStyle(e), size = parseFloat(style.fontSize), bold = +style.fontWeight >= 700;
    const front = e.closest("svg") ? style.fill : style.color, back = ground(e);
    const [low, high] = [luminance(front), luminance(back)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    const least = !e.closest("svg") && (size >= 24 || (bold && size >= 18.66)) ? 3 : 4.5;
    if (ratio < least - 0.005 && !told.has(front + back)) {
      told.add(front + back);
      wrong.push(`${named(e)} has a contrast of ${ratio.toFixed(2)} (${front} on ${back})`);
    }
  }
}

function themes(wrong, theme) {
  const back = luminance(ground(document.body));
  if (theme === "dark" ? back > 0.05 : back < 0.9) wrong.push(`the ground is not that of a ${theme} theme`);
}

function motion(wrong) {
  for (const e of [document.documentElement, ...shown("a, summary, details")]) {
    const style = getComputedStyle(e);
    if (style.scrollBehavior === "smooth" || parseFloat(style.transitionDuration) > 0 || style.animationName !== "none") wrong.push(`${named(e)} moves for readers who asked for stillness`);
  }
}

// Links inside the page lead somewhere.
function anchors(wrong) {
  for (const a of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(a.getAttribute("href").slice(1))) wrong.push(`${named(a)} leads nowhere`);
  }
}

// The stops of the keyboard, in the order of the page.
function stops() {
  document.activeElement.blur();
  window.getSelection().removeAllRanges();
  return [...document.querySelectorAll('a[href], summary, button, input, select, textarea, [tabindex="0"]')].filter((e) => e.checkVisibility()).map(called);
}

function called(e) {
  const all = [...document.querySelectorAll("*")];
  return `${all.indexOf(e)} ${named(e)}`;
}

function focused() {
  const e = document.activeElement, style = getComputedStyle(e);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) return called(e) + " without an outline";
  return called(e);
}
