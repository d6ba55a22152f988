// Metrics and reports of the page of the configuration: searching the library, its order, the buttons of an entry, and the
// report that is built, drawn beside its form. Changes go the way of all changes, which is in configuration.js.
"use strict";
(() => {
    if (window.configurationEntries) {
        window.configurationEntries.settle();
        return;
    }
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));
    const DRAFT = "configuration-draft";
    const WAIT_MILLIS = 1000;

    const send = (fields, after) => window.configurationPage.change(`entry ${JSON.stringify(fields)}`, { fields, after }, 0);

    // ---- the library ---------------------------------------------------------------------------------------------
    const wanted = name => $(`#library-${name}`).value;

    function search() {
        const library = $("#library");
        if (!library) {
            return;
        }
        const words = window.searching.plain(wanted("search")).split(/\s+/).filter(word => word);
        const fits = ({ found, metric, type, tag }) => words.every(word => window.searching.plain(found).includes(word))
            && [[metric, "metric"], [type, "type"], [tag, "tag"]].every(([is, name]) => !wanted(name) || is === wanted(name));
        const entries = $$(".shelf-item", library);
        entries.forEach(entry => { entry.hidden = !fits(entry.dataset); });
        $("#library-none").hidden = !entries.length || entries.some(entry => !entry.hidden);
    }

    const pathOf = element => JSON.parse(element.closest("[data-path]").dataset.path);

    // ---- order by dragging -----------------------------------------------------------------------------------------
    let dragged;

    function over(y) {
        const others = $$("#library .shelf-item:not([hidden])").filter(entry => entry !== dragged);
        return others.find(entry => y < entry.getBoundingClientRect().top + entry.offsetHeight / 2);
    }

    function drag(event) {
        const next = over(event.clientY);
        $$("#library .drop-before, #library .drop-last").forEach(entry => entry.classList.remove("drop-before", "drop-last"));
        const entries = $$("#library .shelf-item:not([hidden])");
        next ? next.classList.add("drop-before") : entries[entries.length - 1].classList.add("drop-last");
    }

    function drop(event) {
        const next = over(event.clientY);
        const entries = $$("#library .shelf-item:not([hidden])").filter(entry => entry !== dragged);
        const path = pathOf(dragged);
        end();
        if (next) {
            send({ action: "before", path, to: next.dataset.name });
        } else if (entries.length) {
            send({ action: "after", path, to: entries[entries.length - 1].dataset.name });
        }
    }

    function end() {
        $$("#library .drop-before, #library .drop-last").forEach(entry => entry.classList.remove("drop-before", "drop-last"));
        dragged && dragged.classList.remove("is-dragged");
        dragged = undefined;
    }

    function grip(event) {
        const entry = event.target.closest("[data-grip]") && event.target.closest(".shelf-item");
        if (entry && event.button === 0 && $("#editor").dataset.readOnly !== "true") {
            event.preventDefault();
            dragged = entry;
            entry.classList.add("is-dragged");
        }
    }

    // ---- buttons and forms of entries --------------------------------------------------------------------------------
    function clicked(event) {
        const move = event.target.closest("#editor [data-move]");
        const button = event.target.closest("#editor [data-fields]");
        if (move) {
            send({ action: move.dataset.move, path: pathOf(move) });
        } else if (button) {
            send({ ...JSON.parse(button.dataset.fields), ...(button.dataset.of ? { path: JSON.parse(button.dataset.of) } : {}) });
        }
    }

    function toEntry() {
        const name = $("#entry-name");
        name && name.focus();
    }

    function submitted(event) {
        const form = event.target.closest("#editor form[data-do]");
        if (form) {
            event.preventDefault();
            // What was added is shown in place of what was open; whoever works with the keyboard goes on there.
            send({ action: form.dataset.do, ...Object.fromEntries(new FormData(form)) }, form.dataset.do === "toml" ? undefined : toEntry);
        }
    }

    function changed(event) {
        const outcome = event.target.closest("#editor [data-outcome]");
        if (outcome) {
            send({ action: "outcome", outcome: outcome.dataset.outcome, as: outcome.value });
        } else if (event.target.matches("[data-library]")) {
            search();
        }
    }

    // ---- what is asked for beside the form: the report as it is drawn, the cells of a metric ---------------------------
    const shown = new Map();

    async function fill(target, url) {
        shown.set(target, url);
        const answer = await fetch(url).catch(() => undefined);
        const content = answer && answer.ok ? await answer.text() : "";
        const body = $(target);
        if (shown.get(target) !== url || !body) {
            return;
        }
        if (!content) {
            shown.delete(target);
            return;
        }
        window.htmx.swap(body, content, { swapStyle: "patch" }, { contextElement: body });
        $(target).dataset.waits === "true" && setTimeout(() => shown.get(target) === url && $(target) && fill(target, url), WAIT_MILLIS);
    }

    function fillAll() {
        $$("[data-later]").forEach(({ dataset: { later, url } }) => {
            (shown.get(later) !== url || !$(later).childElementCount) && fill(later, url);
        });
    }

    // ---- wiring --------------------------------------------------------------------------------------------------------
    function settle() {
        const draft = $("#editor") && $("#editor").dataset.draft;
        draft && localStorage.setItem(DRAFT + $("#page").dataset.base, draft);
        search();
        fillAll();
    }

    document.addEventListener("submit", submitted);
    document.addEventListener("click", clicked);
    document.addEventListener("change", changed);
    document.addEventListener("input", event => event.target.matches("#library-search") && search());
    document.addEventListener("pointerdown", grip);
    document.addEventListener("pointermove", event => dragged && drag(event));
    document.addEventListener("pointerup", event => dragged && drop(event));
    document.addEventListener("pointercancel", end);
    document.addEventListener("keydown", event => event.key === "Escape" && end());
    document.addEventListener("configuration-shown", settle);
    window.configurationEntries = { settle };
    settle();
})();
