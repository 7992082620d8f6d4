// The fields of the form, made from the crate's own table.

/** The form that the module sent: fields with their steps, what can be known besides, and the words. */
let asked = null;
let language = "zh";

const t = (text) => (text ? text[language] : "");

const W = {
  title: { zh: "备案订单填写", en: "Filing order" },
  promise: {
    zh: "填写的内容只在本页中检查，不会发送到任何地方，也不会保存；浏览器按本页的策略禁止一切网络连接。需要保留时请保存为文件。",
    en: "What you type is checked in this page. It is sent nowhere and kept nowhere: the page's own policy makes the browser refuse any connection. Save it to a file to keep it.",
  },
  skip: { zh: "跳到表单", en: "Skip to the form" },
  save: { zh: "保存订单", en: "Save the order" },
  load: { zh: "打开订单…", en: "Open an order…" },
  print: { zh: "打印报告…", en: "Print the report…" },
  anew: { zh: "重新填写", en: "Start anew" },
  undo: { zh: "撤销", en: "Undo" },
  close: { zh: "关闭", en: "Close" },
  settings: { zh: "备案类型与接入商", en: "What is filed, and with whom" },
  provider: { zh: "接入商", en: "Access provider" },
  orderKind: { zh: "备案类型", en: "Kind of order" },
  principalKind: { zh: "备案性质", en: "Kind of principal" },
  province: { zh: "省份", en: "Province" },
  ofRegion: { zh: "随备案地区", en: "by the region" },
  context: { zh: "账号与登记信息", en: "What is known besides" },
  contextHint: {
    zh: "不属于表单。填写后可以多检查一些规则，例如域名所有者、账号实名是否一致。",
    en: "No part of the form. With it more rules can be checked, such as whether the account is verified in the principal's name.",
  },
  nothingFiled: {
    zh: "已查询：主体、域名和 APP 均未备案，没有在办订单，不在黑名单中",
    en: "Looked up: neither the principal nor the domains or APPs are filed, no order is in progress, nothing is on a blacklist",
  },
  filedLoaded: { zh: "备案登记信息来自打开的文件", en: "what is filed was read from the file" },
  steps: { zh: "步骤", en: "Steps" },
  choose: { zh: "请选择", en: "choose" },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  unknown: { zh: "未说明", en: "not said" },
  longTerm: { zh: "长期", en: "long-term" },
  none: { zh: "无", en: "none" },
  noneOfThese: { zh: "以上都不涉及", en: "none of these" },
  perLine: { zh: "每行一个", en: "one a line" },
  verified: { zh: "已通过短信验证码验证", en: "the code from the SMS was entered" },
  agree: { zh: "已阅读并同意", en: "read and agreed" },
  chooseFile: { zh: "选择文件：", en: "Choose a file: " },
  fileHint: {
    zh: "只读取文件的格式和大小，文件内容不会被读取或上传。",
    en: "Only the format and the size are read; the file is neither opened nor uploaded.",
  },
  original: { zh: "原件拍摄", en: "photographed from the original" },
  issued: { zh: "签署日期", en: "signed on" },
  what: { zh: "材料类型", en: "what it is" },
  accepts: { zh: "格式：", en: "formats: " },
  add: { zh: "添加", en: "Add" },
  remove: { zh: "删除", en: "Remove" },
  website: { zh: "网站", en: "website" },
  app: { zh: "APP", en: "APP" },
  or: { zh: "或", en: "or" },
  provinceAsks: { zh: "本省要求：", en: "this province asks: " },
  notAsked: { zh: "不需要填写", en: "not asked for" },
  given: { zh: "与前一步相同", en: "as given before" },
  top: { zh: "本步骤", en: "this step" },
};

/** What a thing in a list is called. */
const THINGS = {
  services: { zh: "服务", en: "Service" },
  resources: { zh: "云资源", en: "Cloud resource" },
  domains: { zh: "域名", en: "Domain" },
  platforms: { zh: "平台", en: "Platform" },
  packages: { zh: "安装包", en: "Package" },
  kinds: { zh: "前置审批", en: "Pre-approval" },
};

/** What a new thing in a list begins with. */
const NEW = {
  services: { website: { kind: "website" }, app: { kind: "app" } },
  resources: { "": { kind: "cloud_server" } },
  domains: { "": {} },
  platforms: { "": { platform: "android" } },
  packages: { "": {} },
};

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "hidden" || name === "disabled") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

const idOf = (path, item) => `at${path.replaceAll("/", "-")}${item ? `-${item}` : ""}`;

const word = (list, code) => t(asked?.words[list]?.find((term) => term.code === code)?.text) || code;

/** Takes a form as the module sends it. */
function take(sent) {
  const steps = sent.form.steps.map((step) => step.step);
  const fields = [];
  for (const step of sent.form.steps) {
    for (const field of step.fields) {
      if (!field.repeats || field.requirement === "locked") {
        fields.push({ ...field, path: `/order${field.path}`, step: step.step });
      }
    }
  }
  const isAsked = (field) => !["not_shown", "not_applicable"].includes(field.requirement);
  // What can be known besides stands in the step of the nearest field.
  const known = new Set(fields.map((field) => field.path));
  for (const fact of sent.facts) {
    if (fact.path.startsWith("/context")) continue;
    const around = fields.filter((field) => fact.path.startsWith(`${field.path}/`) || field.path === fact.path);
    const isHidden = around.some((field) => !isAsked(field));
    const parts = segments(fact.path);
    const shared = (field) => {
      const other = segments(field.path);
      let length = 0;
      while (length < parts.length && parts[length] === other[length]) length += 1;
      return length;
    };
    let nearest = null;
    for (const field of fields) {
      if (!field.repeats && isAsked(field) && shared(field) > (nearest ? shared(nearest) : 2)) nearest = field;
    }
    if (nearest && !isHidden && !known.has(fact.path)) {
      fields.push({ ...fact, step: nearest.step, isFact: true, service: nearest.service });
    }
  }
  asked = { ...sent, steps, fields: fields.filter((field) => !isFormKind(field.path)) };
}

/** The two kinds that choose the form stand above it. */
const isFormKind = (path) => path === "/order/kind" || path === "/order/principal/kind";

/** Rows by place: each a field, a list or a thing in a list that findings can stand beside. */
let rows = new Map();
const rowKey = (path, item) => (item ? `${path}#${item}` : path);

const isShown = (field, path) => {
  if (!["not_shown", "not_applicable"].includes(field.requirement)) {
    return field.requirement !== "conditional" || given(field, path) || isListed(path, field.item);
  }
  const value = get(path);
  return !field.item && !isEmpty(value) && typeof value !== "object";
};

/** The files of a field of uploads, with their places: those of its kind, or those that no other field takes. */
function filesOf(field, path) {
  const others = asked.fields.filter((other) => other.path === field.path && other.item).map((other) => other.item);
  const isMine = (file) => (field.item ? file.kind === field.item : !others.includes(file.kind));
  return (get(path) ?? []).map((file, index) => [file, index]).filter(([file]) => isMine(file));
}

function given(field, path) {
  if (field.input.kind === "upload") return filesOf(field, path).length > 0;
  if (field.input.kind === "tick") return (get(path) ?? []).includes(field.item);
  const value = get(path);
  // An empty list says "none" where that is an answer.
  if (Array.isArray(value) && /\/(uses_sdks|kinds)$/.test(path)) return true;
  return !isEmpty(value);
}

/** The things of a step as a tree: fields, and lists with what each of their things is asked. */
function branches(fields, depth) {
  const found = new Map();
  for (const field of fields) {
    const rest = segments(field.path).slice(depth);
    const place = rest.findIndex((key) => key.startsWith("{"));
    if (place < 0) {
      const key = rest.join("/");
      const known = found.get(`leaf ${key}`) ?? { key, fields: [] };
      known.fields.push(field);
      found.set(`leaf ${key}`, known);
    } else {
      const key = rest.slice(0, place).join("/");
      const known = found.get(`list ${key}`) ?? { key, inner: [], depth: depth + place + 1 };
      known.inner.push(field);
      found.set(`list ${key}`, known);
    }
  }
  return [...found.values()];
}

/** Draws a step, or a thing in it. `path` is where it stands. */
function drawn(fields, depth, path, kind) {
  const nodes = [];
  const ofKind = fields.filter((field) => !field.service || !kind || field.service === kind);
  const tree = branches(ofKind, depth);
  for (const branch of tree) {
    const at = branch.key ? `${path}/${branch.key}` : path;
    if (!branch.inner) {
      for (const field of branch.fields) {
        const isList = field.input.kind === "list";
        // A list is drawn with its things.
        if (isList && tree.some((other) => other.inner && other.key === branch.key)) continue;
        if (field.input.kind !== "group" && isShown(field, at)) nodes.push(isList ? listed(field, at, [], 0) : row(field, at));
      }
      continue;
    }
    const list = tree.find((other) => !other.inner && other.key === branch.key)?.fields.find((it) => it.input.kind === "list");
    if (list && !isShown(list, at)) continue;
    nodes.push(listed(list, at, branch.inner, branch.depth));
  }
  return nodes;
}

/** A list: its things, and a button that adds one where the form asks for it here. */
function listed(field, path, inner, depth) {
  const name = path.split("/").pop();
  const things = get(path) ?? [];
  const block = el("div", { class: "list" });
  if (field) {
    const node = el("div", { class: "field of-list", id: idOf(path), tabindex: "-1" }, head(field, path), said(path));
    rows.set(rowKey(path), { node, path, field, isList: true });
    block.append(node);
  }
  things.forEach((thing, index) => {
    const at = `${path}/${index}`;
    const kind = name === "services" ? thing.kind : undefined;
    const mine = name === "resources" ? inner.filter((fact) => !fact.of || fact.of.includes(thing.kind)) : inner;
    const fields = drawn(mine, depth, at, kind);
    if (!fields.length && !field) return;
    const legend = el("legend", { "data-legend": at });
    const isFirst = Boolean(field);
    const set_ = el("fieldset", { class: "thing", id: isFirst ? idOf(at) : undefined, tabindex: isFirst ? "-1" : undefined }, legend);
    if (isFirst) {
      const box = said(at);
      set_.append(box);
      rows.set(rowKey(at), { node: set_, path: at, isThing: true });
      const remove = el("button", { type: "button", class: "remove", onclick: () => removeThing(at) });
      remove.dataset.text = "remove";
      remove.dataset.of = at;
      set_.append(...fields, remove);
    } else {
      set_.append(...fields);
    }
    block.append(set_);
  });
  if (field && NEW[name]) {
    const buttons = Object.entries(NEW[name]).map(([kind, thing]) =>
      el("button", { type: "button", class: "add", "data-add": `${path}${kind ? `#${kind}` : ""}`, onclick: () => addThing(path, thing) },
        `+ ${t(W.add)}${language === "en" ? " " : ""}${kind ? t(W[kind]) : t(THINGS[name]).toLowerCase()}`));
    block.append(el("p", { class: "adds" }, buttons));
  }
  return block;
}

const said = (path, item) => el("div", { class: "said", id: `${idOf(path, item)}-said` });

function head(field, path) {
  const isFact = Boolean(field.isFact);
  const name = t(field.label);
  const requirement = ["not_shown", "not_applicable"].includes(field.requirement) ? t(W.notAsked) : word("requirement", field.requirement);
  const hasControl = !["list", "video", "upload"].includes(field.input.kind) && !isGroupOfBoxes(field);
  const label = hasControl
    ? el("label", { for: `${idOf(path, field.item)}${field.repeats ? "-again" : ""}` }, name)
    : el("span", { class: "label", id: `${idOf(path, field.item)}-label` }, name);
  return el("div", { class: "head" }, label, el("span", { class: `tag ${isFact ? "optional" : field.requirement}` }, requirement),
    el("span", { class: "state", "data-state": rowKey(path, field.item) }));
}

const isGroupOfBoxes = (field) => field.input.kind === "choice" && field.input.several;

/** What helps to fill a field in: how it is written, the limits, who asks. */
function hint(field) {
  const { input } = field;
  const parts = [];
  if (field.condition) parts.push(word("condition", field.condition));
  if (input.kind === "text" && input.format) parts.push(word("format", input.format));
  if (input.several && input.kind === "text") parts.push(t(W.perLine));
  if (input.kind === "upload" && input.formats) parts.push(t(W.accepts) + input.formats.map((it) => word("material_format", it)).join(language === "zh" ? "、" : ", "));
  for (const limit of field.limits ?? []) {
    if (limit.value !== null && limit.value !== undefined) parts.push(`${word("limit", limit.limit)} ${limit.value}`);
  }
  if (field.or) parts.push(`${t(W.or)} ${t(field.or.text)}`);
  if (field.source) parts.push(`${t(W.provinceAsks)}${field.source.document} ${field.source.section}`);
  return parts.join(language === "zh" ? "；" : "; ");
}

/** A field with its control. */
function row(field, path) {
  const id = idOf(path, field.item);
  const node = el("div", { class: `field of-${field.input.kind}` }, head(field, path));
  if (field.repeats) {
    node.append(el("output", { class: "locked", id: `${id}-again`, "data-again": path }));
    return node;
  }
  node.dataset.path = rowKey(path, field.item);
  const text = hint(field);
  const described = [`${id}-said`];
  if (text) described.unshift(`${id}-hint`);
  const control = controls(field, path, id, described.join(" "));
  node.append(control);
  if (text) node.append(el("p", { class: "hint", id: `${id}-hint` }, text));
  node.append(said(path, field.item));
  rows.set(rowKey(path, field.item), { node, path, field });
  return node;
}

function controls(field, path, id, described) {
  const { input } = field;
  const value = get(path);
  const change = (value_) => changed(path, value_, field);
  const common = { id, "aria-describedby": described, "aria-required": field.requirement === "required" ? "true" : undefined };
  const text = (event) => {
    if (!event.isComposing) change(event.target.value === "" ? undefined : event.target.value);
  };
  const typed = { oninput: text, oncompositionend: text, onblur: () => touched(path, field.item) };
  switch (input.kind) {
    case "text":
    case "catalogue":
      if (input.several || input.kind === "catalogue") return lines(field, path, common);
      if (["public_key"].includes(input.format)) return el("textarea", { ...common, ...typed, rows: "3", spellcheck: "false", value: value ?? "" });
      return [
        el("input", {
          ...common, ...typed, type: "text", spellcheck: "false", value: value ?? "",
          inputmode: { mobile: "tel", phone: "tel", email: "email", domain_name: "url", region: "numeric" }[input.format],
          list: input.format === "region" && asked.regions ? "regions" : undefined,
        }),
        input.format === "region" && asked.regions
          ? el("datalist", { id: "regions" }, asked.regions.map(([code, name]) => el("option", { value: code, label: name }, name)))
          : null,
        input.format === "region" ? el("output", { class: "reads", id: "region-name" }) : null,
      ].filter(Boolean).reduce((all, part) => (all.append(part), all), el("div", { class: "control" }));
    case "number":
      return el("input", {
        ...common, type: "text", inputmode: "numeric", value: value ?? "", onblur: typed.onblur,
        oninput: (event) => {
          const typedIn = event.target.value.trim();
          change(typedIn === "" ? undefined : /^\d{1,9}$/.test(typedIn) ? Number(typedIn) : typedIn);
        },
      });
    case "day": {
      const isLong = value === "long_term";
      const day = el("input", {
        ...common, type: "date", value: isLong ? "" : value ?? "", disabled: isLong, onblur: typed.onblur,
        oninput: (event) => change(event.target.value || undefined),
      });
      if (!input.or_long_term) return day;
      const long = el("input", {
        type: "checkbox", checked: isLong,
        onchange: (event) => {
          day.disabled = event.target.checked;
          change(event.target.checked ? "long_term" : day.value || undefined);
        },
      });
      return el("div", { class: "control" }, day, el("label", { class: "box" }, long, t(W.longTerm)));
    }
    case "flag":
      return el("select", { ...common, onblur: typed.onblur, onchange: (event) => change({ true: true, false: false }[event.target.value]) },
        [["", W.unknown], ["true", W.yes], ["false", W.no]].map(([code, name]) => option(code, t(name), String(value ?? "") === code)));
    case "choice":
      return input.several ? boxes(field, path, id, described) : el("select", {
        ...common, onblur: typed.onblur, onchange: (event) => change(event.target.value || undefined),
      }, options(input.options, value));
    case "tick":
    case "code": {
      const isTick = input.kind === "tick";
      const isOn = isTick ? (value ?? []).includes(field.item) : value === true;
      const box = el("input", {
        ...common, type: "checkbox", checked: isOn,
        onchange: (event) => {
          if (!isTick) return change(event.target.checked || undefined);
          const others = (get(path) ?? []).filter((item) => item !== field.item);
          if (event.target.checked) others.push(field.item);
          return change(others.length ? others : undefined);
        },
      });
      return el("label", { class: "box" }, box, t(isTick ? W.agree : W.verified));
    }
    case "upload":
      return uploads(field, path, id, described);
    default:
      // A verification by video: its parts are fields of their own.
      return el("span", { id, tabindex: "-1" });
  }
}

const option = (code, name, isChosen) => {
  const node = el("option", { value: code }, name);
  node.selected = isChosen;
  return node;
};

const options = (terms, value) => [
  option("", t(W.choose), isEmpty(value)),
  ...terms.map((term) => option(term.code, t(term.text), term.code === value)),
  ...(isEmpty(value) || terms.some((term) => term.code === value) ? [] : [option(value, word("certificate_kind", value), true)]),
];

/** Several of a closed list, as boxes; of what may be none, a box that says so. */
function boxes(field, path, id, described) {
  const isDeclared = /\/pre_approval\/kinds$/.test(path);
  const code = (it) => (isDeclared ? it.kind : it);
  const box = (value, name, isOn, toggle) => el("label", { class: "box" },
    el("input", { type: "checkbox", value, checked: isOn, onchange: (event) => toggle(event.target.checked) }), name);
  const chosen = () => get(path) ?? [];
  const list = field.input.options.filter((term) => !(isDeclared && term.code === "none_of_these")).map((term) =>
    box(term.code, t(term.text), chosen().some((it) => code(it) === term.code), (isOn) => {
      const others = chosen().filter((it) => code(it) !== term.code);
      if (isOn) others.push(isDeclared ? { kind: term.code } : term.code);
      changed(path, others.length ? others : undefined, field);
      const none = document.getElementById(`${id}-none`);
      if (none) none.checked = false;
    }));
  if (isDeclared) {
    const none = box("", t(W.noneOfThese), Array.isArray(get(path)) && get(path).length === 0, (isOn) => {
      changed(path, isOn ? [] : undefined, field, true);
    });
    none.firstChild.id = `${id}-none`;
    list.push(none);
  }
  return el("div", { class: "boxes", id, role: "group", tabindex: "-1", "aria-labelledby": `${id}-label`, "aria-describedby": described }, list);
}

/** Several texts, one a line. */
function lines(field, path, common) {
  const value = get(path);
  const area = el("textarea", {
    ...common, rows: "2", spellcheck: "false", value: (value ?? []).join("\n"),
    onblur: () => touched(path, field.item),
    oninput: (event) => {
      if (event.isComposing) return;
      const texts = event.target.value.split("\n").map((line) => line.trim()).filter(Boolean);
      if (none) none.checked = false;
      changed(path, texts.length ? texts : undefined, field);
    },
  });
  const none = /uses_sdks$/.test(path)
    ? el("input", {
        type: "checkbox", checked: Array.isArray(value) && value.length === 0,
        onchange: (event) => {
          area.value = "";
          changed(path, event.target.checked ? [] : undefined, field);
        },
      })
    : null;
  if (none) none.id = `${common.id}-none`;
  return el("div", { class: "control" }, area, none ? el("label", { class: "box" }, none, t(W.none)) : null);
}

const FORMATS = { "image/jpeg": "jpeg", "image/png": "png", "image/gif": "gif", "application/pdf": "pdf", "video/mp4": "mp4" };

/** Adds a chosen file: what is known of it, not what is in it. */
function addFiles(path, kind, files) {
  remember();
  const added = [...files].map((file) => ({ kind, format: FORMATS[file.type] ?? "other", bytes: file.size }));
  set(path, [...(get(path) ?? []), ...added]);
  redraw();
}

function uploads(field, path, id, described) {
  const files = filesOf(field, path).map(([file, index]) => {
    const at = `${path}/${index}`;
    const size = file.bytes === undefined ? "" : ` · ${Math.ceil(file.bytes / 1024)} KB`;
    const name = word("material_kind", file.kind);
    return el("li", {},
      el("span", {}, `${file.format ? word("material_format", file.format) : name}${size}`),
      field.item ? null : el("label", {}, t(W.what), " ", el("select", { onchange: (event) => changed(`${at}/kind`, event.target.value, field, true) },
        asked.words.material_kind.map((term) => option(term.code, t(term.text), term.code === file.kind)))),
      el("label", { class: "box" }, el("input", {
        type: "checkbox", checked: file.original === true, "data-original": at,
        onchange: (event) => changed(`${at}/original`, event.target.checked || undefined, field),
      }), t(W.original)),
      /letter|form$/.test(file.kind) ? el("label", {}, t(W.issued), " ", el("input", {
        type: "date", value: file.issued_on ?? "", "data-issued": at,
        oninput: (event) => changed(`${at}/issued_on`, event.target.value || undefined, field),
      })) : null,
      el("button", { type: "button", class: "remove small", "aria-label": `${t(W.remove)} ${name}`, onclick: () => removeThing(at) }, t(W.remove)));
  });
  const input = el("input", {
    type: "file", id, "aria-label": t(W.chooseFile) + t(field.label), "aria-describedby": described, multiple: true,
    onchange: (event) => addFiles(path, field.item ?? "other", event.target.files),
  });
  return el("div", { class: "control" }, files.length ? el("ul", { class: "files" }, files) : null, input);
}
