// What the report says, beside the fields and as a whole.

let answer = null;
/** Fields that were left once: what is missing there is said aloud. */
const left = new Set();
let isAllShown = false;

const V = {
  nothing: { zh: "没有须修改的内容", en: "Nothing to correct" },
  toFix: { zh: (n) => `还有 ${n} 项须修改或填写`, en: (n) => `${n} to correct or to give` },
  warnings: { zh: (n) => `${n} 项请留意`, en: (n) => `${n} to consider` },
  toDecide: { zh: (n) => `${n} 项未能检查`, en: (n) => `${n} could not be checked` },
  changeTo: { zh: (text) => `改为“${text}”`, en: (text) => `Change it to “${text}”` },
  next: { zh: "下一项", en: "Next" },
  previous: { zh: "上一项", en: "Previous" },
  report: { zh: "检查结果", en: "The whole report" },
  checklist: { zh: "清单", en: "Checklist" },
  notices: { zh: "提交须知", en: "To know before submitting" },
  undetermined: { zh: "未能检查的内容", en: "What could not be checked" },
  undeterminedHint: { zh: "下列要求因缺少信息而无法判断，不代表已经通过。", en: "These could not be decided for want of a fact, which is no pass." },
  missing: { zh: "缺少：", en: "Missing: " },
  blocker: { zh: "须修改", en: "To correct" },
  warning: { zh: "请留意", en: "To consider" },
  advice: { zh: "建议", en: "Advice" },
  source: { zh: "依据", en: "Source" },
  show: { zh: "查看", en: "Show" },
  rulebook: { zh: "依据的指引版本：", en: "Guide: " },
  ofPrincipal: { zh: "主体负责人", en: "Principal's responsible person" },
  ofService: { zh: "负责人", en: "Responsible person" },
  elsewhere: { zh: "整个订单", en: "The order as a whole" },
  unreadable: { zh: "这里的内容无法读取：", en: "This cannot be read: " },
  takeAway: { zh: "删除此处内容", en: "Take away what stands there" },
  disclaimer: {
    zh: "本页按公开文件检查订单，不构成法律意见，结果以管局审核为准。",
    en: "The order is checked against public documents. This is no legal advice; the authority decides.",
  },
  province_rules: { zh: "省份要求", en: "what the province asks" },
  provider_rules: { zh: "接入商要求", en: "what the provider asks" },
  registry: { zh: "备案登记信息", en: "what is filed" },
  account: { zh: "账号信息", en: "the account" },
  target_account: { zh: "迁入账号信息", en: "the account that takes the filing over" },
  of: { zh: (done, total) => `${done}/${total}`, en: (done, total) => `${done} of ${total}` },
};

const MARK = { blocker: "✕", warning: "▲", advice: "●" };
const STATE_MARK = { done: "✓", to_give: "□", to_correct: "✕", open: "?" };

/** Whether the checklist has an item at a place. */
let items = new Map();
const isListed = (path, item) => answer?.checklist === undefined || items.has(rowKey(path, item));

/** Takes an answer of the module. */
function heard(answered) {
  answer = answered;
  items = new Map();
  for (const step of answer.checklist?.steps ?? []) {
    for (const item of step.items) items.set(rowKey(`/order${item.path}`, item.item), { ...item, step: step.step });
  }
}

/** The row that a finding stands with: at its place, else in what is missing there, else around it. */
function rowOf(finding) {
  let path = `/order${finding.path}`;
  const file = path.match(/^(.*\/materials)\/(\d+)(\/|$)/);
  const field = finding.params?.field;
  let item = typeof field === "object" ? field?.code : field;
  if (file) {
    item = get(`${file[1]}/${file[2]}`)?.kind;
    path = file[1];
  }
  const exact = rows.get(rowKey(path, item)) ?? rows.get(path);
  if (exact) return exact;
  if (!/\/\d+$/.test(path)) {
    for (const [, row_] of rows) if (row_.path.startsWith(`${path}/`)) return row_;
  }
  for (let around = path; around.includes("/", 1); ) {
    around = around.slice(0, around.lastIndexOf("/"));
    const near = rows.get(around) ?? rows.get(rowKey(around, item));
    if (near) return near;
  }
  return null;
}

/** Whether a finding only says that nothing was given yet, where nobody has been. */
function isQuiet(finding, row_) {
  if (isAllShown || !row_ || finding.severity !== "blocker") return false;
  const isMissing = /missing|undeclared|no-services|incomplete/.test(finding.rule);
  const isEmptyRow = row_.isList || row_.isThing ? isEmpty(get(row_.path)) || !row_.field : !row_.field || !given(row_.field, row_.path);
  return isMissing && (isEmptyRow || isEmpty(get(`/order${finding.path}`))) && !left.has(rowKey(row_.path, row_.field?.item));
}

/** The findings as they stand on the page, in its order. */
let standing = [];

function place() {
  const byRow = new Map();
  const apart = [];
  for (const finding of answer.report?.findings ?? []) {
    const row_ = rowOf(finding);
    if (row_) byRow.set(row_, [...(byRow.get(row_) ?? []), finding]);
    else apart.push(finding);
  }
  // One person in two roles: the mistake stands at both places.
  for (const [key, item] of items) {
    const row_ = rows.get(key);
    for (const finding of item.findings) {
      const stands = byRow.get(row_) ?? [];
      const isElsewhere = !`${finding.path}/`.startsWith(`${item.path}/`);
      if (row_ && isElsewhere && rowOf(finding) !== row_ && !stands.some((it) => it.rule === finding.rule)) {
        byRow.set(row_, [...stands, finding]);
      }
    }
  }
  standing = [];
  for (const [key, row_] of rows) {
    const all = byRow.get(row_) ?? [];
    const shown = all.filter((finding) => !isQuiet(finding, row_));
    const isBlocked = all.some((finding) => finding.severity === "blocker");
    const isWrong = shown.some((finding) => finding.severity === "blocker");
    if (isBlocked || all.length) standing.push({ row: row_, findings: all, isBlocked });
    const box = document.getElementById(`${idOf(row_.path, row_.field?.item)}-said`);
    const text = JSON.stringify([language, shown]);
    if (box && box.dataset.shown !== text) {
      box.dataset.shown = text;
      box.replaceChildren(...shown.map((finding) => boxOf(finding)));
    }
    const control = document.getElementById(idOf(row_.path, row_.field?.item));
    if (row_.field && control) {
      if (isWrong) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
    const item = items.get(key);
    row_.node.classList.toggle("wrong", isWrong);
    const state = row_.node.querySelector(`[data-state="${CSS.escape(key)}"]`);
    if (state) {
      let code = item?.state;
      if (row_.isList && !item) code = all.length ? (isEmpty(get(row_.path)) ? "to_give" : "to_correct") : undefined;
      if (all.some((f) => f.severity === "warning") && code === "done") code = "warning";
      state.className = `state ${code ?? ""}`;
      const name = code === "warning" ? t(V.warning) : code ? word("state", code) : "";
      state.textContent = code ? `${STATE_MARK[code] ?? "▲"} ${name}` : "";
    }
  }
  standing.sort((a, b) => (a.row.node.compareDocumentPosition(b.row.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  return apart;
}

/** A finding: what is wrong, a button where a program can put it right, and who says so. */
function boxOf(finding, isInReport) {
  const { severity, remedy, source } = finding;
  const buttons = isInReport ? [] : remediesOf(finding);
  return el("div", { class: `finding ${severity}`, "data-rule": finding.rule, "data-at": finding.path },
    el("p", { class: "message" }, el("span", { class: "mark" }, `${MARK[severity] ?? "●"} ${t(V[severity])}`), ` ${t(finding.message)}`),
    remedy && !buttons.length && remedy.kind !== "choose" ? el("p", { class: "remedy" }, t(remedy.message)) : null,
    buttons.length ? el("p", { class: "remedies" }, buttons) : null,
    source ? el("details", { class: "source" }, el("summary", {}, t(V.source)),
      el("cite", { lang: "zh-Hans" }, `${source.document} ${source.section}${source.date ? ` ${source.date}` : ""}`), el("code", {}, ` ${finding.rule}`)) : null);
}

function remediesOf({ remedy, rule }) {
  if (!remedy) return [];
  const button = (text, onclick) => el("button", { type: "button", class: "fix", "data-rule": rule, onclick }, text);
  switch (remedy.kind) {
    case "choose":
      // The control offers more than a few by itself.
      if (remedy.choices.length > 4) return [];
      return remedy.choices.map((choice) => button(V.changeTo[language](t(choice.label)), () => applied({ kind: "set", path: remedy.path, value: choice.value, label: choice.label })));
    case "add_material":
      return remedy.materials.map((kind) => button(`${t(W.chooseFile)}${word("material_kind", kind)}`, () => pick(`/order${remedy.path}`, kind)));
    case "set":
    case "normalize":
    case "remove":
    case "tick":
    case "use_order_kind":
    case "move_material":
      return [button(t(remedy.message), () => applied(remedy))];
    default:
      return [];
  }
}

/** Asks for a file of a kind. */
function pick(path, kind) {
  const input = el("input", { type: "file", onchange: () => addFiles(path, kind, input.files) });
  input.click();
}

function applied(remedy) {
  const fixed = door.ask("apply", { request, remedy });
  if (fixed.error) return say(t(fixed.error.message));
  remember();
  request = { ...request, order: fixed.order };
  redraw();
  return say(t(remedy.message ?? remedy.label));
}

/** The place of a finding as a person reads it: labels of the things around, then that of the field. */
function placeName(path) {
  const keys = segments(path);
  const names = [];
  keys.forEach((key, index) => {
    if (/^\d+$/.test(key) && THINGS[keys[index - 1]]) names.push(`${t(THINGS[keys[index - 1]])} ${Number(key) + 1}`);
  });
  if (keys.includes("responsible_person")) names.push(t(keys.includes("services") ? V.ofService : V.ofPrincipal));
  return names.join(" · ");
}

function nameOf(finding) {
  const row_ = rowOf(finding);
  const path = `/order${finding.path}`;
  const around = placeName(path);
  const last = segments(finding.path).filter((key) => !/^\d+$/.test(key)).pop();
  const label = row_?.field && (row_.path === path || row_.field.item) ? t(row_.field.label) : last ? word("key", last) : t(V.elsewhere);
  return around ? `${around} · ${label.replace(/^(主体|服务)负责人/, "")}` : label;
}

/** The whole report. */
function reported(apart) {
  const { report, error } = answer;
  const section = document.getElementById("report");
  const nodes = [el("h2", { id: "report-title" }, t(V.report))];
  if (error) {
    nodes.push(el("p", { class: "verdict blocker" }, `${t(V.unreadable)}${error.path} ${t(error.message)}`));
  } else {
    nodes.push(el("p", { class: `verdict ${report.submittable ? "done" : "blocker"}`, id: "verdict" }, verdict()));
    for (const severity of ["blocker", "warning", "advice"]) {
      const these = report.findings.filter((finding) => finding.severity === severity);
      if (!these.length) continue;
      nodes.push(el("h3", { class: severity }, `${MARK[severity]} ${t(V[severity])} ${these.length}`));
      nodes.push(el("ul", { class: "all" }, these.map((finding) => {
        const row_ = rowOf(finding);
        return el("li", {},
          row_ ? el("a", { href: "#", onclick: (event) => { event.preventDefault(); goTo(row_); } }, nameOf(finding)) : el("strong", {}, nameOf(finding)),
          apart.includes(finding) ? boxOf(finding) : el("span", {}, ` ${t(finding.message)}`));
      })));
    }
    if (report.undetermined.length) {
      const needs = new Map();
      for (const { rule, needs: need } of report.undetermined) needs.set(need, [...(needs.get(need) ?? []), rule]);
      const rulesByName = new Map(asked.words.rule.map(([id, zh, en]) => [id, { zh, en }]));
      nodes.push(el("details", { id: "undetermined" }, el("summary", {}, `${t(V.undetermined)}（${report.undetermined.length}）`), el("p", {}, t(V.undeterminedHint)),
        el("dl", {}, [...needs].map(([need, rules]) => [
          el("dt", {}, t(V.missing) + needName(need)),
          el("dd", {}, el("ul", {}, rules.map((rule) => el("li", {}, t(rulesByName.get(rule)) || rule)))),
        ]))));
    }
    const { provider, as_of: asOf } = report.rulebook;
    nodes.push(el("p", { class: "hint" }, `${t(V.rulebook)}${word("provider", provider)} ${asOf ?? ""}`));
  }
  section.replaceChildren(...nodes);
}

function needName(need) {
  if (V[need]) return t(V[need]);
  const path = need.replace(/^(order|context):/, "");
  const last = segments(path).filter((key) => !/^\d+$/.test(key)).pop();
  const around = placeName(path);
  return (around ? `${around} · ` : "") + word("key", last ?? "");
}

function verdict() {
  const { report } = answer;
  const blockers = report.findings.filter((finding) => finding.severity === "blocker").length;
  const warnings = report.findings.length - blockers;
  const parts = [blockers ? V.toFix[language](blockers) : t(V.nothing)];
  if (warnings) parts.push(V.warnings[language](warnings));
  if (!blockers && report.undetermined.length) parts.push(V.toDecide[language](report.undetermined.length));
  return parts.join(language === "zh" ? "，" : ", ");
}

function listedItems() {
  const steps = answer.checklist?.steps ?? [];
  document.getElementById("checklist").replaceChildren(el("h2", { id: "checklist-title" }, t(V.checklist)),
    ...steps.map((step) => {
      const isOpen = document.querySelector(`#checklist details[data-step="${step.step}"]`)?.open;
      return el("details", { "data-step": step.step, open: Boolean(isOpen) },
        el("summary", {}, `${t(step.label)} ${V.of[language](step.done, step.total)} `, el("progress", { max: String(step.total || 1), value: String(step.done), "aria-label": t(step.label) })),
        el("ul", { class: "items" }, step.items.map((item) => {
          const row_ = rows.get(rowKey(`/order${item.path}`, item.item));
          return el("li", { class: `state ${item.state}` }, `${STATE_MARK[item.state]} `,
            row_ ? el("a", { href: "#", onclick: (event) => { event.preventDefault(); goTo(row_); } }, t(item.label)) : t(item.label), ` ${word("state", item.state)}`);
        })));
    }));
}

let current = -1;

/** Goes to what is to be corrected, and lets it be known from then on what is missing. */
function step(by) {
  if (!isAllShown) {
    isAllShown = true;
    refresh();
    current = by > 0 ? -1 : 0;
  }
  const blocked = standing.filter((it) => it.isBlocked);
  const open = blocked.length ? blocked : standing;
  if (!open.length) {
    document.getElementById("report").focus();
    return say(verdict());
  }
  current = (current + by + open.length) % open.length;
  goTo(open[Math.min(current, open.length - 1)].row);
  return undefined;
}

function goTo(row_) {
  const control = row_.field && !row_.isList ? document.getElementById(idOf(row_.path, row_.field.item)) : row_.node;
  const details = row_.node.closest("details");
  if (details) details.open = true;
  (control ?? row_.node).focus({ preventScroll: true });
  row_.node.scrollIntoView({ block: "center", behavior: "auto" });
}

let telling = 0;

/** Says something to who does not see the page; the last of what comes quickly one after the other. */
function say(text) {
  clearTimeout(telling);
  telling = setTimeout(() => { document.getElementById("live").textContent = text; }, 400);
}
