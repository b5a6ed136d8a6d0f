// The lock falls by itself: a minute before, a line says so; then the page leaves,
// and what was typed goes along, sealed.
"use strict";

(() => {
  const minute = 60; // seconds
  const often = 10; // seconds between two looks in the last minute (chosen)
  const soonest = 1000; // milliseconds between two looks (chosen)
  const aWhile = 20000; // milliseconds: typing is use, and is told so often (chosen)
  const others = "BroadcastChannel" in window ? new BroadcastChannel("notes-lock") : null;
  const locked = "/lock/";
  const close = "/lock/close/";
  let until = Infinity; // when the lock falls, in milliseconds of this page's clock
  let timer = 0;
  let told = -Infinity; // when the house last heard of somebody typing
  let hasLeft = false;

  function typed() {
    const fields = "textarea, input.field:not([type=password], [type=date])";
    const words = new FormData();
    for (const field of document.querySelectorAll(fields)) {
      if (field.value.trim() && field.value !== field.defaultValue) words.append(field.name, field.value);
    }
    return words;
  }

  function send(address, words) {
    return fetch(address, { method: "POST", body: words, redirect: "manual" }).catch(() => null);
  }

  // The page goes blank first. Not "keepalive": a browser takes 64 KiB at most then.
  async function leave({ closing = null } = {}) {
    if (hasLeft) return;
    hasLeft = true;
    const words = typed();
    const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
    document.documentElement.replaceChildren();
    if (closing) await send(close, closing);
    others?.postMessage("look");
    if (token && [...words].length) {
      words.append("csrfmiddlewaretoken", token);
      await send("/arrived/new/", words);
    }
    location.replace(locked);
  }

  function warn(show) {
    const line = document.querySelector("#lock-soon form");
    if (line && line.hidden === show) line.hidden = !show;
  }

  // A house that doesn't answer is waited for, as long as it would have stayed open.
  async function look() {
    const answer = await fetch("/lock/left/", { cache: "no-store" }).catch(() => null);
    const said = await answer?.json().catch(() => ({ left: 0 }));
    if (hasLeft) return;
    const left = said ? said.left : (until - Date.now()) / 1000;
    if (left <= 0) return leave();
    if (said) until = Date.now() + left * 1000;
    warn(left <= minute);
    const next = said && left > minute ? left - minute : Math.min(left, often);
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(next * 1000, soonest));
  }

  async function stay() {
    const form = document.querySelector("#lock-soon form");
    if (!form) return;
    await send(form.action, new FormData(form));
    others?.postMessage("look");
    look();
  }

  document.addEventListener("submit", (event) => {
    const { pathname } = new URL(event.target.action);
    const isStay = event.target.matches("#lock-soon form");
    if (!isStay && pathname !== close) return;
    event.preventDefault();
    if (isStay) stay();
    else leave({ closing: new FormData(event.target) });
  });
  addEventListener("input", () => {
    if (Date.now() - told < aWhile) return;
    told = Date.now();
    stay();
  });
  addEventListener("DOMContentLoaded", () => {
    others?.postMessage("look"); // a page opened is use, which the other tabs don't see
    look();
  });
  others?.addEventListener("message", look);
  // A computer that slept has timers that slept too.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  // A page the browser kept whole is shown again only once the lock was looked at.
  addEventListener("pageshow", async (event) => {
    if (!event.persisted) return;
    document.body.style.display = "none";
    await look();
    if (document.body) document.body.style.display = "";
  });
})();
