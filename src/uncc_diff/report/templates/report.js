"use strict";
(function () {
  const form = document.getElementById("filters");
  const search = document.getElementById("search");
  const pack = document.getElementById("pack");
  const treaty = document.getElementById("treaty");
  const only = document.getElementById("only");
  const shown = document.getElementById("shown");
  const units = Array.from(document.querySelectorAll(".unit")).map(function (node) {
    return {
      node: node,
      findings: Array.from(node.querySelectorAll(".finding")),
      treaties: Array.from(node.querySelectorAll(".notes > .answer")).map(function (a) { return a.dataset.treaty; }),
      text: null,
    };
  });

  function textOf(unit) {
    if (unit.text === null) { unit.text = unit.node.textContent.toLowerCase().replace(/\s+/g, " "); }
    return unit.text;
  }

  function apply() {
    const severities = new Set(Array.from(form.querySelectorAll("input[name=severity]:checked")).map(function (box) { return box.value; }));
    const wanted = search.value.trim().toLowerCase().replace(/\s+/g, " ");
    const filtering = severities.size < form.querySelectorAll("input[name=severity]").length || pack.value !== "";
    let visibleUnits = 0;
    let visibleFindings = 0;
    units.forEach(function (unit) {
      let kept = 0;
      unit.findings.forEach(function (finding) {
        const fits = severities.has(finding.dataset.severity) && (pack.value === "" || finding.dataset.pack === pack.value);
        finding.hidden = !fits;
        if (fits) { kept += 1; }
      });
      const visible = (kept > 0 || !(only.checked || filtering))
        && (treaty.value === "" || unit.treaties.indexOf(treaty.value) >= 0)
        && (wanted === "" || textOf(unit).indexOf(wanted) >= 0);
      unit.node.hidden = !visible;
      if (visible) { visibleUnits += 1; visibleFindings += kept; }
    });
    shown.textContent = visibleUnits + (visibleUnits === 1 ? " provision, " : " provisions, ")
      + visibleFindings + (visibleFindings === 1 ? " finding" : " findings");
  }

  function openTarget() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) { return; }
    const hiddenUnit = target.closest(".unit[hidden]");
    if (hiddenUnit) { form.reset(); apply(); }
    for (let node = target.parentElement; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { node.open = true; }
    }
    target.scrollIntoView();
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.table, details.basis").forEach(function (node) { node.open = true; });
  });
  apply();
  openTarget();
}());
