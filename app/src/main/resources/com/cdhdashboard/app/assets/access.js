// For those who see or hear what changed by other means: focus stays where it was, and every answer is said in a few words.
"use strict";
(() => {
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));

    // ---- where the focus was -----------------------------------------------------------------------------------
    const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const stops = within => $$(STOPS, within).filter(stop => !stop.disabled && stop.getClientRects().length);

    // What it is and says, for elements that have no id
    const looks = element => [element.tagName, element.dataset.nav, element.dataset.report, element.name, element.getAttribute("aria-label"),
        element.matches("input, select, textarea") ? element.value : element.textContent.trim()].join("\n");

    function remember() {
        const active = document.activeElement;
        if (!active || active === document.body) {
            return undefined;
        }
        const scopes = [];
        for (let scope = active.parentElement; scope; scope = scope.parentElement) {
            scope.id && scopes.push({ id: scope.id, place: stops(scope).indexOf(active) });
        }
        return { id: active.id, looks: looks(active), scopes };
    }

    // The same; else one that looks the same, the nearest first; else what stands in its place.
    function again({ id, looks: look, scopes }) {
        const same = id && document.getElementById(id);
        if (same) {
            return same;
        }
        const there = scopes.filter(({ id: scope }) => document.getElementById(scope))
            .map(({ id: scope, place }) => ({ all: stops(document.getElementById(scope)), place }))
            .filter(({ all }) => all.length);
        const alike = there.map(({ all }) => all.find(stop => looks(stop) === look)).find(stop => stop);
        const [nearest] = there;
        return alike || nearest && nearest.all[Math.min(Math.max(0, nearest.place), nearest.all.length - 1)] || $("#content");
    }

    let kept;
    const isLost = () => !document.activeElement || document.activeElement === document.body;

    function bringBack() {
        const found = kept && isLost() ? again(kept) : undefined;
        kept = undefined;
        found && found.focus({ preventScroll: true });
    }

    // ---- what is said ------------------------------------------------------------------------------------------
    const text = element => element ? element.textContent.trim().replace(/\s+/g, " ") : "";
    const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

    function amount() {
        const numbers = $$(".kpi").length;
        const charts = $$("[data-chart]").length;
        return text($("#data-count")) || [numbers && counted(numbers, "number", "numbers"), charts && counted(charts, "chart", "charts")]
            .filter(part => part).join(", ");
    }

    function news() {
        const filters = $$(".chip-text").map(chip => chip.title || text(chip)).join("; ");
        const reason = text($("#content [data-reason] p"));
        return [amount(), reason, filters && `filtered by ${filters}`].filter(part => part).join(", ");
    }

    function say(words) {
        const box = $("#announced");
        box.textContent = "";
        // Only what changes is said.
        requestAnimationFrame(() => { box.textContent = words; });
    }

    // ---- ways past what stands before ------------------------------------------------------------------------------
    // Only those that lead somewhere on this page are there.
    function showSkips() {
        $$("[data-skip]").forEach(link => {
            const target = $(link.dataset.skip);
            link.hidden = !target;
            target && link.setAttribute("href", `#${target.id}`);
        });
    }

    // The series of a chart are what a keyboard can reach of it.
    function skip(event, link) {
        const target = $(link.dataset.skip);
        if (!target) {
            return;
        }
        event.preventDefault();
        const series = target.matches("[data-chart]") && $(`#series-${target.id} button`);
        series || target.setAttribute("tabindex", "-1");
        (series || target).focus();
    }

    // ---- what takes its time ---------------------------------------------------------------------------------------
    const SAVING = "Saving…";

    function busy(button) {
        const label = button.textContent;
        button.setAttribute("aria-busy", "true");
        button.textContent = SAVING;
        say(SAVING);
        return () => {
            button.removeAttribute("aria-busy");
            button.textContent = label;
        };
    }

    let saved = () => {};

    document.addEventListener("submit", ({ target, submitter }) => {
        // What the button says goes along with the form first. Forms of the same name that are not sent so stay as they are.
        target.matches("#report #take") && submitter && setTimeout(() => { saved = busy(submitter); });
    });
    document.addEventListener("htmx:afterRequest", ({ detail }) => {
        if (detail.elt && detail.elt.id === "take") {
            saved();
            saved = () => {};
        }
    });
    // A picture is drawn while the page stands still; the library says so to the eye alone.
    document.addEventListener("click", event => {
        const skipping = event.target.closest("[data-skip]");
        skipping && skip(event, skipping);
        event.target.closest(".modebar-btn[data-attr='toImage'], .modebar-btn[data-title*='png' i], .modebar-btn[data-title*='picture' i]") && say("Saving the picture…");
    }, true);

    // ---- wiring ------------------------------------------------------------------------------------------------
    const isPage = ({ target }) => target && target.id === "page";
    const isInPlace = ({ requestConfig, swapOverride }) =>
        (swapOverride || requestConfig.elt.closest("[hx-swap]").getAttribute("hx-swap")).startsWith("patch");
    let inPlace = false;

    document.addEventListener("htmx:beforeSwap", event => {
        kept = remember() || kept;
        inPlace = isInPlace(event.detail);
    });
    document.addEventListener("DOMContentLoaded", showSkips);
    document.addEventListener("htmx:afterSettle", event => {
        bringBack();
        showSkips();
        if (isPage(event.detail)) {
            say(inPlace ? `Updated: ${news() || text($("h1"))}` : document.title);
        }
    });

    // A drawing is one picture with a name; its layers say nothing by themselves.
    document.addEventListener("chart:drawn", event => {
        const [first, ...others] = $$(".main-svg", event.target);
        first && first.setAttribute("role", "img");
        first && first.setAttribute("aria-label", event.target.getAttribute("aria-label"));
        others.forEach(layer => layer.setAttribute("aria-hidden", "true"));
    });
})();
