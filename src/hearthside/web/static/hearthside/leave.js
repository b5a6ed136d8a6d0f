// Leaving: the page goes blank before anything else happens.
"use strict";

(() => {
  const away = "/away/";
  const waitAtMost = 1500; // milliseconds for the server to close the door (chosen)
  const thrice = 3;
  const within = 5000; // milliseconds
  const others = "BroadcastChannel" in window ? new BroadcastChannel("notes") : null;
  let hasLeft = false;

  function blank() {
    document.documentElement.replaceChildren();
  }

  function goAway() {
    hasLeft = true;
    blank();
    location.replace(away);
  }

  async function leave() {
    if (hasLeft) return;
    hasLeft = true;
    blank();
    others?.postMessage("left");
    const closed = fetch("/leave/", { method: "POST", keepalive: true });
    const enough = new Promise((done) => setTimeout(done, waitAtMost));
    await Promise.race([closed, enough]).catch(() => {});
    location.replace(away);
  }

  document.addEventListener("submit", (event) => {
    if (new URL(event.target.action).pathname !== "/leave/") return;
    event.preventDefault();
    leave();
  });

  others?.addEventListener("message", goAway);

  // Shift three times, alone: a capital letter on the way is not a wish to leave.
  let presses = [];
  let isAlone = false;
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    isAlone = event.key === "Shift";
    if (!isAlone) presses = [];
  }, true);
  addEventListener("pointerdown", () => { isAlone = false; presses = []; }, true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !isAlone) return;
    isAlone = false;
    const now = event.timeStamp;
    presses = [...presses.filter((before) => now - before <= within), now];
    if (presses.length >= thrice) leave();
  }, true);

  // A page the browser kept whole is shown again only to someone still let in.
  addEventListener("pageshow", async (event) => {
    if (!event.persisted) return;
    document.documentElement.hidden = true;
    document.documentElement.style.visibility = "hidden";
    const answer = await fetch("/here/", { cache: "no-store" }).catch(() => null);
    if (answer?.status !== 204 || hasLeft) return goAway();
    document.documentElement.hidden = false;
    document.documentElement.style.visibility = "";
  });
})();
