// The lock falls by itself: a minute before, a line says so; then the page leaves,
// and what was typed goes along, sealed.
"use strict";

(() => {
  const minute = 60; // seconds
  const soonest = 5000; // milliseconds between two looks at the clock (chosen)
  const others = "BroadcastChannel" in window ? new BroadcastChannel("notes-lock") : null;
  const locked = "/lock/";

  function typed() {
    const told = new FormData();
    for (const field of document.querySelectorAll("textarea, input.field:not([type=password])")) {
      if (field.value.trim() && field.value !== field.defaultValue) told.append(field.name, field.value);
    }
    return told;
  }

  async function leave() {
    const told = typed();
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    document.documentElement.replaceChildren();
    if (token && [...told].length) {
      told.append("csrfmiddlewaretoken", token.value);
      await fetch("/arrived/new/", { method: "POST", body: told, keepalive: true }).catch(() => {});
    }
    location.replace(locked);
  }

  function warn(show) {
    const line = document.getElementById("lock-soon");
    if (line && line.hidden === show) line.hidden = !show;
  }

  async function look() {
    const answer = await fetch("/lock/left/", { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) return leave();
    const { left } = await answer.json();
    if (left <= 0) return leave();
    warn(left <= minute);
    const next = left <= minute ? left : left - minute;
    setTimeout(look, Math.max(next * 1000, soonest));
  }

  addEventListener("DOMContentLoaded", () => {
    const line = document.getElementById("lock-soon");
    if (!line) return;
    look();
    line.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      await fetch(event.target.action, { method: "POST", body: new FormData(event.target) }).catch(() => {});
      warn(false);
      others?.postMessage("stayed");
    });
  });
  others?.addEventListener("message", () => warn(false));
})();
