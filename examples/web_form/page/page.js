// The page: what is drawn once, and what after every keystroke.

const settings = { provider: "tencent", principal: "enterprise", province: "" };
let formKey = "";
let drawnAs = "";

/** The province that the form is of: that of the region that was given, else the chosen one. */
const provinceOf = () => {
  const region = String(get("/order/principal/region") ?? "").slice(0, 2);
  return asked?.words.province.some((term) => term.code === region) ? region : settings.province;
};

function changed(path, value, field, isShape) {
  if (/^\/order\/services\/\d+$/.test(path.replace(/\/kind$/, "")) && path.endsWith("/kind")) {
    if (value) changeService(path.replace(/\/kind$/, ""), value);
  } else if (/\/resources\/\d+\/kind$/.test(path)) {
    if (value) changeResource(path.replace(/\/kind$/, ""), value, asked.facts.filter((fact) => /\{r\}\/\w+$/.test(fact.path)));
  } else if (value === undefined && /\/platforms\/\d+\/platform$/.test(path)) {
    // A platform always is one.
  } else {
    set(path, value);
  }
  isDirty = true;
  refresh(isShape);
}

function touched(path, item) {
  const key = rowKey(path, item);
  if (left.has(key)) return;
  left.add(key);
  // After the click that took the focus away has found its target.
  setTimeout(place, 150);
}

let isDirty = false;

function addThing(path, thing) {
  remember();
  const things = [...(get(path) ?? []), structuredClone(thing)];
  set(path, things);
  isDirty = true;
  refresh();
  document.getElementById(idOf(`${path}/${things.length - 1}`))?.querySelector("input, select, textarea")?.focus();
  say(`${t(W.add)} ${t(THINGS[path.split("/").pop()])} ${things.length}`);
}

function removeThing(path) {
  remember();
  set(path, undefined);
  redraw();
  const list = path.slice(0, path.lastIndexOf("/"));
  document.getElementById(idOf(list))?.focus();
  say(`${t(W.remove)} ${placeName(path)}`);
}

/** What decides which rows there are: where it changes the form is drawn anew, else only what is said. */
function shape() {
  const parts = [formKey, language];
  const walk = (value, path) => {
    if (Array.isArray(value)) {
      if (path.endsWith("/materials")) parts.push(path, JSON.stringify(value.map((file) => [file.kind, file.bytes, file.format])));
      else if (value.some((it) => typeof it === "object")) value.forEach((it, index) => walk(it, `${path}/${index}`));
    } else if (value && typeof value === "object") {
      parts.push(path, ["services", "resources"].some((name) => new RegExp(`/${name}/\\d+$`).test(path)) ? value.kind : "");
      for (const [key, part] of Object.entries(value)) walk(part, `${path}/${key}`);
    }
  };
  walk(request.order.services ?? [], "/order/services");
  walk(request.order.materials ?? [], "/order/materials");
  walk(request.order.principal?.materials ?? [], "/order/principal/materials");
  walk(request.order.principal?.responsible_person?.materials ?? [], "/order/principal/responsible_person/materials");
  for (const field of asked?.fields ?? []) {
    if (field.requirement === "conditional" || field.requirement === "not_shown" || field.requirement === "not_applicable") {
      const at = expanded(field.path);
      for (const path of at) parts.push(isShown(field, path) ? 1 : 0);
    }
  }
  return JSON.stringify(parts);
}

/** The places that a pattern stands for. */
function expanded(pattern) {
  let paths = [""];
  for (const key of segments(pattern)) {
    paths = key.startsWith("{")
      ? paths.flatMap((path) => (get(path) ?? []).map((_, index) => `${path}/${index}`))
      : paths.map((path) => `${path}/${key}`);
  }
  return paths;
}

/** Asks the module, and shows what it answers. */
function refresh(isShape) {
  const key = JSON.stringify([settings.provider, request.order.kind, settings.principal, provinceOf()]);
  const question = { provider: settings.provider, request };
  if (key !== formKey) {
    question.form = { order: request.order.kind, principal: settings.principal, province: provinceOf() || null };
  }
  const answered = door.ask("check", question);
  if (answered.form) {
    formKey = key;
    take(answered.form);
  }
  const { form, ...rest } = answered;
  heard(rest);
  const as = shape();
  if (isShape || as !== drawnAs) draw(as);
  show();
}

/** Draws everything anew: another order, another language. */
function redraw() {
  isDirty = true;
  refresh(true);
}

function draw(as) {
  drawnAs = as;
  const focused = document.activeElement?.id;
  const selection = document.activeElement?.selectionStart;
  const above = focused ? document.activeElement.getBoundingClientRect().top : 0;
  rows = new Map();
  drawSettings();
  const steps = document.getElementById("steps");
  steps.replaceChildren(...asked.steps.map((step) => {
    const fields = asked.fields.filter((field) => field.step === step);
    const nodes = drawn(fields, 1, "/order");
    return el("section", { class: "step", id: `step-${step}`, "aria-labelledby": `step-${step}-title`, hidden: !nodes.length },
      el("h2", { id: `step-${step}-title` }, word("step", step), " ", el("span", { class: "progress", "data-step": step })), ...nodes);
  }));
  drawContext();
  drawNotices();
  if (focused) {
    const again = document.getElementById(focused);
    if (again && again !== document.activeElement) {
      again.focus({ preventScroll: true });
      window.scrollBy(0, again.getBoundingClientRect().top - above);
      if (selection !== undefined && selection !== null && again.setSelectionRange && again.type !== "email") {
        try { again.setSelectionRange(selection, selection); } catch { /* a control without a caret */ }
      }
    }
  }
}

/** Shows what is said of the form as it stands. */
function show() {
  const apart = place();
  for (const node of document.querySelectorAll("[data-legend]")) node.textContent = legend(node.dataset.legend);
  for (const node of document.querySelectorAll("button[data-of]")) node.textContent = `${t(W.remove)}${language === "en" ? " " : ""}${legend(node.dataset.of)}`;
  for (const node of document.querySelectorAll("[data-again], output.locked")) {
    const path = node.id.replace(/-again$/, "").replace(/^at/, "").replaceAll("-", "/");
    node.textContent = String(get(path) ?? "—");
  }
  for (const node of document.querySelectorAll(".progress[data-step]")) {
    const step_ = answer.checklist?.steps.find((it) => it.step === node.dataset.step);
    node.textContent = step_?.total ? V.of[language](step_.done, step_.total) : "";
  }
  const region = get("/order/principal/region");
  const reads = document.getElementById("region-name");
  if (reads) reads.textContent = asked.regions?.find(([code]) => code === region)?.[1] ?? "";
  trouble();
  drawNav();
  reported(apart);
  listedItems();
  bar();
}

const legend = (path) => {
  const keys = segments(path);
  const thing = get(path);
  const list = keys[keys.length - 2];
  const name = thing?.name ?? (thing?.platform ? platformName(thing.platform) : thing?.id);
  const kind = list === "services" ? t(W[thing?.kind]) : list === "resources" ? word("resource_kind", thing?.kind) : "";
  const said_ = name || kind;
  return `${t(THINGS[list])} ${Number(keys[keys.length - 1]) + 1}${said_ ? (language === "zh" ? `（${said_}）` : ` (${said_})`) : ""}`;
};

const platformName = (code) => {
  const field = asked.fields.find((it) => it.path.endsWith("/platforms/{p}/platform"));
  return t(field?.input.options.find((term) => term.code === code)?.text) || code;
};

/** What could not be read at all, with its place, and a way out. */
function trouble() {
  const box = document.getElementById("trouble");
  const { error } = answer;
  const text = error ? JSON.stringify([error, language]) : "";
  if (box.dataset.shown === text) return;
  box.dataset.shown = text;
  box.replaceChildren(...(error ? [el("div", { class: "finding blocker" },
    el("p", {}, `✕ ${t(V.unreadable)}${error.path}`),
    el("p", {}, t(error.message)),
    error.path && error.path !== "/order" ? el("p", { class: "remedies" }, el("button", { type: "button", class: "fix", onclick: () => takenAway(error.path) }, t(V.takeAway))) : null)] : []));
}

function takenAway(path) {
  remember();
  set(path, undefined);
  redraw();
}

function select(id, label, terms, value, onchange, blank_) {
  return el("div", { class: "field" }, el("div", { class: "head" }, el("label", { for: id }, t(label))),
    el("select", { id, onchange: (event) => onchange(event.target.value) },
      blank_ ? option("", t(blank_), !value) : null, terms.map((term) => option(term.code, t(term.text), term.code === value))));
}

function drawSettings() {
  const { words } = asked;
  const chosen = provinceOf();
  const kind = select("set-principal", W.principalKind, words.principal_kind, settings.principal, (code) => {
    settings.principal = code;
    if (asked.form.request.order && hasPrincipal()) set("/order/principal/kind", code);
    redraw();
  });
  const order = select("set-order", W.orderKind, words.order_kind, request.order.kind, (code) => {
    remember();
    changeOrder(code);
    redraw();
  });
  document.getElementById("settings").replaceChildren(
    el("h2", { id: "settings-title" }, t(W.settings)),
    el("div", { class: "pair" },
      select("set-provider", W.provider, words.provider, settings.provider, (code) => { settings.provider = code; redraw(); }),
      order, kind,
      select("set-province", W.province, words.province, chosen, (code) => { settings.province = code; redraw(); }, W.ofRegion)));
  for (const [path, node] of [["/order/kind", order], ["/order/principal/kind", kind]]) {
    const field = { path, label: path === "/order/kind" ? W.orderKind : W.principalKind, input: { kind: "choice", options: [] } };
    node.append(said(path));
    node.lastChild.previousSibling.setAttribute("aria-describedby", `${idOf(path)}-said`);
    rows.set(path, { node, path, field });
  }
}

/** Whether orders of the form's kind say who files. */
const hasPrincipal = () => asked.form.steps.some((step) => step.fields.some((field) => field.path.startsWith("/principal/") && !["not_shown", "not_applicable"].includes(field.requirement)));

/** An order of another kind keeps what its form has. */
function changeOrder(kind) {
  request.order.kind = kind;
  const answered = door.ask("check", { provider: settings.provider, request, form: { order: kind, principal: settings.principal, province: null } });
  const keys = new Set(answered.form.form.steps.flatMap((step) => step.fields).map((field) => segments(field.path)[0]));
  for (const key of Object.keys(request.order)) if (key !== "kind" && !keys.has(key)) delete request.order[key];
  if (keys.has("principal")) {
    request.order.principal ??= {};
    request.order.principal.kind ??= settings.principal;
  }
}

function drawContext() {
  const facts = asked.facts.filter((fact) => fact.path.startsWith("/context")).map((fact) => ({ ...fact, isFact: true }));
  const isLooked = request.context.registry !== undefined;
  const isOurs = !isLooked || isEmpty(request.context.registry.principals);
  const looked = el("label", { class: "box" }, el("input", {
    type: "checkbox", id: "nothing-filed", checked: isLooked && isOurs, disabled: !isOurs,
    onchange: (event) => {
      if (event.target.checked) {
        request.context.registry = { principals: [], orders_in_progress: [], blacklisted_domains: [], blacklisted_certificates: [], blacklisted_names: [] };
      } else delete request.context.registry;
      refresh();
    },
  }), t(isOurs ? W.nothingFiled : W.filedLoaded));
  document.getElementById("context").replaceChildren(
    el("h2", { id: "context-title" }, t(W.context)), el("p", { class: "hint" }, t(W.contextHint)), looked,
    ...[...new Set(facts.map((fact) => segments(fact.path)[1]))].map((group) => {
      const these = facts.filter((fact) => segments(fact.path)[1] === group);
      const nodes = these.map((fact) => row(fact, fact.path));
      return these.length === 1 ? nodes[0] : el("fieldset", { class: "thing" }, el("legend", {}, word("key", group)), nodes);
    }));
}

function drawNotices() {
  const section = document.getElementById("notices");
  section.hidden = !asked.notices.length;
  section.replaceChildren(el("h2", { id: "notices-title" }, t(V.notices)),
    el("ul", {}, asked.notices.map((notice) => el("li", {}, t(notice.text), notice.source ? el("span", { class: "hint" }, ` ${notice.source.document} ${notice.source.section}`) : null))));
}

function drawNav() {
  const nav = document.getElementById("nav");
  const steps = asked.steps.map((step) => {
    const known = answer.checklist?.steps.find((it) => it.step === step);
    const state = known && known.total ? ` ${known.done}/${known.total}` : "";
    return el("li", {}, el("a", { href: `#step-${step}`, class: known && known.done === known.total ? "done" : "" }, `${known && known.done === known.total ? "✓ " : ""}${word("step", step)}${state}`));
  });
  nav.setAttribute("aria-label", t(W.steps));
  nav.replaceChildren(el("ol", {}, steps));
}

let told = "";

function bar() {
  const node = document.getElementById("bar");
  node.hidden = false;
  const text = answer.error ? t(V.unreadable) : verdict();
  if (!node.firstChild) {
    node.append(el("span", { id: "bar-text" }),
      el("button", { type: "button", id: "previous", onclick: () => step(-1) }),
      el("button", { type: "button", id: "next", onclick: () => step(1) }),
      el("button", { type: "button", id: "whole", onclick: () => { document.getElementById("report").scrollIntoView(); document.getElementById("report").focus({ preventScroll: true }); } }));
  }
  document.getElementById("bar-text").textContent = text;
  document.getElementById("bar-text").className = answer.report?.submittable ? "done" : "blocker";
  document.getElementById("previous").textContent = t(V.previous);
  document.getElementById("next").textContent = t(V.next);
  document.getElementById("whole").textContent = t(V.report);
  if (text !== told) {
    told = text;
    say(text);
  }
}

function save() {
  const blob = new Blob([`${JSON.stringify(request, null, 2)}\n`], { type: "application/json" });
  const link = el("a", { href: URL.createObjectURL(blob), download: "order.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  isDirty = false;
}

async function load(file) {
  try {
    const read = opened(await file.text());
    remember();
    request = read;
    settings.principal = request.order.principal?.kind ?? settings.principal;
    isAllShown = true;
    redraw();
    isDirty = false;
    goToFirst();
  } catch (error) {
    const box = document.getElementById("trouble");
    box.dataset.shown = "";
    box.replaceChildren(el("div", { class: "finding blocker" }, el("p", {}, `✕ ${file.name}: ${error.message}`)));
  }
}

function goToFirst() {
  const first = standing.find((it) => it.isBlocked);
  if (first) goTo(first.row);
  say(answer.error ? t(V.unreadable) : verdict());
}

function print() {
  const printed = door.ask("print", { provider: settings.provider, language, request });
  if (printed.error) return say(t(printed.error.message));
  const dialog = document.getElementById("print");
  const frame = el("iframe", { title: t(W.print), srcdoc: printed.html });
  dialog.replaceChildren(el("p", { class: "tools" },
    el("button", { type: "button", onclick: () => frame.contentWindow.print() }, t(W.print)),
    el("button", { type: "button", id: "print-close", onclick: () => dialog.close() }, t(W.close))), frame);
  dialog.showModal();
  return undefined;
}

function drawFrame() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  document.title = t(W.title);
  document.getElementById("title").textContent = t(W.title);
  document.getElementById("promise").textContent = t(W.promise);
  document.getElementById("skip").textContent = t(W.skip);
  document.getElementById("foot").textContent = t(V.disclaimer);
  const opener = el("input", { type: "file", id: "load", class: "hidden", accept: ".json,application/json", tabindex: "-1", "aria-label": t(W.load),
    onchange: (event) => { if (event.target.files[0]) load(event.target.files[0]); event.target.value = ""; } });
  const button = (id, text, onclick) => el("button", { type: "button", id, onclick }, t(text));
  document.getElementById("tools").replaceChildren(
    button("save", W.save, save), button("open", W.load, () => opener.click()), opener, button("print-button", W.print, print),
    button("undo", W.undo, () => {
      const before = undoable.pop();
      if (before) {
        request = JSON.parse(before);
        settings.principal = request.order.principal?.kind ?? settings.principal;
        redraw();
      }
    }),
    button("anew", W.anew, () => { remember(); request = blank(); settings.principal = "enterprise"; isAllShown = false; left.clear(); redraw(); }));
}

document.getElementById("form").addEventListener("submit", (event) => event.preventDefault());
for (const radio of document.querySelectorAll('input[name="language"]')) {
  radio.addEventListener("change", () => {
    language = radio.value;
    drawFrame();
    const dirty = isDirty;
    redraw();
    isDirty = dirty;
  });
}
window.addEventListener("beforeunload", (event) => { if (isDirty) event.preventDefault(); });

door.open().then(() => {
  language = /^en/.test(navigator.language) && !/^zh/.test(navigator.language) ? "en" : "zh";
  document.getElementById(`lang-${language}`).checked = true;
  drawFrame();
  refresh(true);
  document.getElementById("main").hidden = false;
}, (error) => { document.getElementById("trouble").textContent = String(error); });
