// The order that is being filled in: a request of the wire format, and places in it by JSON Pointer.

/** The day in China, where the rules count days. */
const today = () => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);

const blank = () => ({ order: { kind: "first_filing", principal: { kind: "enterprise" } }, context: { today: today() } });

let request = blank();
const undoable = [];

const segments = (path) => path.split("/").slice(1);

const get = (path) => segments(path).reduce((at, key) => (at == null ? undefined : at[key]), request);

const isEmpty = (value) =>
  value === undefined || value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** Puts a value at a place, with the objects around it; `undefined` takes it away, with the objects that it leaves empty. */
function set(path, value) {
  const keys = segments(path);
  const last = keys.pop();
  if (value === undefined) {
    const at = keys.reduce((at, key) => at?.[key], request);
    if (at === undefined) return;
    if (Array.isArray(at)) at.splice(Number(last), 1);
    else delete at[last];
    const parent = `/${keys.join("/")}`;
    // Things in a list stay until they are removed; the order and the context always are.
    if (keys.length > 1 && Object.keys(at).length === 0 && !/^\d+$/.test(keys[keys.length - 1])) set(parent, undefined);
    return;
  }
  let at = request;
  keys.forEach((key, place) => {
    at[key] ??= /^\d+$/.test(keys[place + 1] ?? last) ? [] : {};
    at = at[key];
  });
  at[last] = value;
}

/** Remembers the request as it is, to come back to it. */
function remember() {
  undoable.push(JSON.stringify(request));
  if (undoable.length > 50) undoable.shift();
}

/** A request, or an order alone, as somebody saved it. */
function opened(text) {
  const json = JSON.parse(text.replace(/^\uFEFF/, ""));
  const is = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const order = is(json) && is(json.order) ? json.order : json;
  if (!is(order) || typeof order.kind !== "string") throw new Error("order.kind");
  const context = is(json.context) && json.order ? json.context : {};
  return { order, context: { ...context, today: context.today ?? today() } };
}

/** What only one kind of service has. */
const ONLY = {
  website: ["domains", "number_displayed", "contents", "home_pages", "home_page_name", "home_page_title"],
  app: ["platforms", "provides_sdk", "uses_sdks", "contents"],
};

/** A service of another kind keeps what both kinds have. */
function changeService(path, kind) {
  const { kind: before, ...parts } = get(path);
  for (const key of ONLY[before] ?? []) delete parts[key];
  set(path, { kind, ...parts });
}

/** What the kinds of cloud resources have, of what this page asks. */
function changeResource(path, kind, facts) {
  const before = get(path);
  const kept = facts.filter((fact) => !fact.of || fact.of.includes(kind)).map((fact) => fact.path.split("/").pop());
  if (kind === "license_code") kept.push("code");
  set(path, { kind, ...Object.fromEntries(Object.entries(before).filter(([key]) => key !== "kind" && kept.includes(key))) });
}
