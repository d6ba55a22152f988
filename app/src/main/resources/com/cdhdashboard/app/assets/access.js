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

    const kindOf = element => `${element.tagName} ${element.className} ${Object.keys(element.dataset)}`;

    function remember() {
        const active = document.activeElement;
        if (!active || active === document.body) {
            return undefined;
        }
        const scopes = [];
        for (let scope = active.parentElement; scope; scope = scope.parentElement) {
            scope.id && scopes.push({ id: scope.id, place: stops(scope).indexOf(active) });
        }
        return { id: active.id, kind: kindOf(active), looks: looks(active), scopes };
    }

    const byId = id => id ? document.getElementById(id) : null;

    // The places within which it was, and which are still there, the nearest first
    const scopesOf = ({ scopes }) => scopes.filter(({ id }) => byId(id)).map(({ id, place }) => ({ all: stops(byId(id)), place }));

    // The same, else one that looks the same
    const same = place => byId(place.id) || scopesOf(place).map(({ all }) => all.find(stop => looks(stop) === place.looks)).find(stop => stop);

    // What stands in its place, where that does the same to something else: another button there might delete what is no longer meant.
    function inItsPlace(place) {
        const [nearest] = scopesOf(place).filter(({ all }) => all.length);
        const there = nearest && nearest.all[Math.min(Math.max(0, nearest.place), nearest.all.length - 1)];
        return there && kindOf(there) === place.kind ? there : undefined;
    }

    function focus(element) {
        element.matches(STOPS) || element.tabIndex >= 0 || element.setAttribute("tabindex", "-1");
        element.focus({ preventScroll: true });
    }

    // The series of a chart are there once it is drawn; until then the chart itself has the focus.
    let undrawn;
    const chartOf = ({ scopes }) => scopes.map(({ id }) => id.startsWith("series-") && byId(id.slice("series-".length))).find(chart => chart);

    function waitAt(chart, place) {
        undrawn = place;
        focus(chart);
    }

    function drawn(chart) {
        const place = undrawn;
        undrawn = undefined;
        const series = stops(byId(`series-${chart.id}`) || document.createElement("div"));
        series.length && focus(series.find(button => looks(button) === place.looks) || series[0]);
    }

    const heading = () => $("h1") || $("#content");
    // The link that was followed, where navigation and menu have it on the next page, too
    const followed = place => scopesOf(place).flatMap(({ all }) => all).find(stop => stop.matches("[aria-current=page]") && looks(stop) === place.looks);
    // Of a page that is another: what it begins with, or says that it does
    const beginning = place => byId($("[data-first]") && $("[data-first]").dataset.first) || byId(location.hash.slice(1)) || followed(place) || heading();

    let kept;
    const isLost = () => !document.activeElement || document.activeElement === document.body;

    function bringBack() {
        const place = kept;
        kept = undefined;
        if (!place) {
            return;
        }
        // The library brings the focus back to what has the same id, which on another page is something else.
        const elsewhere = place.path && place.path !== location.pathname;
        if (elsewhere && (isLost() || place.id && document.activeElement.id === place.id)) {
            focus(beginning(place));
        } else if (isLost()) {
            const found = same(place);
            const chart = !found && chartOf(place);
            chart ? waitAt(chart, place) : focus(found || inItsPlace(place) || $("#content"));
        }
    }

    // ---- back and forth ------------------------------------------------------------------------------------------
    const places = new Map();
    const address = () => location.pathname + location.search;
    let shown = address();

    function note() {
        const place = remember();
        place ? places.set(shown, place) : places.delete(shown);
        return place;
    }

    function comeBack() {
        shown = address();
        const place = places.get(shown);
        const found = place && same(place);
        const chart = place && !found && chartOf(place);
        if (isLost()) {
            chart ? waitAt(chart, place) : focus(found || heading());
        }
        showSkips();
        say(document.title);
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

    document.addEventListener("chart:said", ({ detail }) => say(detail));

    // ---- wiring ------------------------------------------------------------------------------------------------
    const isPage = ({ target }) => target && target.id === "page";
    const isInPlace = ({ requestConfig, swapOverride }) =>
        (swapOverride || requestConfig.elt.closest("[hx-swap]").getAttribute("hx-swap")).startsWith("patch");
    let inPlace = false;

    document.addEventListener("htmx:beforeSwap", event => {
        const place = isPage(event.detail) ? note() : remember();
        kept = place ? { ...place, path: isPage(event.detail) ? location.pathname : "" } : kept;
        inPlace = isInPlace(event.detail);
    });
    document.addEventListener("DOMContentLoaded", () => {
        showSkips();
        const first = byId($("[data-first]") && $("[data-first]").dataset.first);
        first && focus(first);
    });
    window.addEventListener("popstate", note);
    document.addEventListener("htmx:historyRestore", comeBack);
    document.addEventListener("chart:drawn", ({ target }) => setTimeout(() => undrawn && document.activeElement === target && drawn(target)));
    document.addEventListener("htmx:afterSettle", event => {
        bringBack();
        showSkips();
        if (isPage(event.detail)) {
            shown = address();
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
