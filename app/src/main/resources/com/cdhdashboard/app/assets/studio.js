// Drafting from data: uploads a sample, and asks for the chart of each proposed report when it comes into view. Changes go
// the way of all changes, which is in configuration.js.
"use strict";
(() => {
    if (window.configurationStudio) {
        window.configurationStudio.settle();
        return;
    }
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));
    const MARGIN = "300px";
    const WAIT_MILLIS = 1000;

    // ---- charts ------------------------------------------------------------------------------------------------------
    const seen = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(({ target }) => {
        seen.unobserve(target);
        // It is looked for again with every change of the page, and asked for once
        target.hasAttribute("data-when-seen") && draw(target.id, target.dataset.url);
        target.removeAttribute("data-when-seen");
    }), { rootMargin: MARGIN });

    async function draw(id, url) {
        const answer = await fetch(url).catch(() => undefined);
        const content = answer && answer.ok ? await answer.text() : "";
        const place = document.getElementById(id);
        if (!place || !content) {
            return;
        }
        window.htmx.swap(place, content, { swapStyle: "patch" }, { contextElement: place });
        document.getElementById(id).dataset.waits === "true" && setTimeout(() => draw(id, url), WAIT_MILLIS);
    }

    // ---- upload ------------------------------------------------------------------------------------------------------
    const messageOf = text => {
        try {
            return JSON.parse(text).error.message;
        } catch {
            return "The server refused the upload.";
        }
    };

    async function sent(request) {
        const answer = await request.catch(() => { throw new Error("The connection was lost; try again."); });
        const content = await answer.text();
        if (!answer.ok) {
            throw new Error(messageOf(content));
        }
        return JSON.parse(content);
    }

    async function upload(input) {
        const progress = $("#sample-progress");
        const headers = { "X-Csrf-Token": $("#page").dataset.token, Accept: "application/json" };
        const url = input.dataset.uploads;
        const files = Array.from(input.files);
        progress.hidden = false;
        try {
            const { batch } = await sent(fetch(url, { method: "POST", headers }));
            for (const file of files) {
                progress.textContent = `Uploading ${file.name} …`;
                await sent(fetch(`${url}/${batch}?name=${encodeURIComponent(file.name)}`, { method: "PUT", headers: { ...headers, "Content-Type": "application/octet-stream" }, body: file }));
            }
            progress.textContent = "Looking at the rows …";
            window.configurationPage.change("sample", { fields: { action: "uploaded", batch }, after: () => { progress.hidden = true; } }, 0);
        } catch (problem) {
            progress.textContent = problem.message;
        }
        input.value = "";
    }

    // ---- wiring ------------------------------------------------------------------------------------------------------
    function settle() {
        $$("[data-when-seen]").forEach(place => seen.observe(place));
    }

    document.addEventListener("change", event => event.target.matches("#sample-files") && event.target.files.length && upload(event.target));
    // What was chosen is behind; what came of it is shown.
    document.addEventListener("submit", event => {
        if (event.target.matches("#choose-fields")) {
            $("#study-fields").open = false;
            $("#sample").scrollIntoView();
        }
    });
    document.addEventListener("configuration-shown", settle);
    window.configurationStudio = { settle };
    settle();
})();
