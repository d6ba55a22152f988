// The period and the options of a chart: what a choice of one takes back of another, and what the browser keeps open.
"use strict";
(() => {
    // Days that are said count more than a preset, which would only stand beside them in the address.
    const NAMED = { period: "filter.Day", compare: "compare" };

    function onePeriod(event) {
        const data = event.detail.formData;
        event.detail.elt.id === "state" && Object.entries(NAMED).filter(([name]) => data.has(name)).forEach(([name, days]) => {
            const said = [`${days}.from`, `${days}.to`].some(end => data.get(end));
            (said || !data.get(name)) && data.delete(name);
            ["from", "to"].map(end => `${days}.${end}`).forEach(end => data.get(end) || data.delete(end));
        });
    }

    // The ends of a period show how they were taken, the earlier first, once nobody types: each part of a day that is typed is
    // a change by itself.
    const TYPING = 1200;
    let typed = false;
    let pause;

    const isEnd = element => element.matches && element.matches(".range-fields input[type=date]");

    function showAsTaken() {
        !typed && document.querySelectorAll(".range-fields input[type=date]").forEach(end => {
            end.value !== end.defaultValue && (end.value = end.defaultValue);
        });
    }

    document.addEventListener("input", ({ target }) => {
        if (isEnd(target)) {
            typed = true;
            clearTimeout(pause);
        }
    });
    document.addEventListener("focusout", ({ target }) => isEnd(target) && showAsTaken());
    document.addEventListener("htmx:afterSwap", () => {
        if (typed) {
            typed = false;
            pause = setTimeout(showAsTaken, TYPING);
        }
    });

    // The browser keeps whether the reader wants to see all options of charts.
    const OPTIONS = "options-open";

    function openOptions() {
        const options = document.getElementById("options");
        options && (options.open = localStorage.getItem(OPTIONS) === "yes");
    }

    document.addEventListener("DOMContentLoaded", openOptions);
    document.addEventListener("htmx:load", ({ detail }) => detail && detail.elt && detail.elt.id === "page" && openOptions());
    document.addEventListener("toggle", event => {
        event.target.id === "options" && localStorage.setItem(OPTIONS, event.target.open ? "yes" : "no");
    }, true);
    document.addEventListener("htmx:configRequest", onePeriod);
    document.addEventListener("click", event => {
        const link = event.target.closest("[data-closes]");
        link && !event.ctrlKey && !event.metaKey && !event.shiftKey && (link.closest("details").open = false);
    });
})();
