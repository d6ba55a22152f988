// Printing: every chart is drawn before, light and as wide as the paper; what was shown comes back after.
"use strict";
(() => {
    const root = document.documentElement;
    const $$ = selector => Array.from(document.querySelectorAll(selector));
    // A chart that cannot be drawn must not keep the rest from being printed.
    const PATIENCE_MILLIS = 20_000;
    let theme;

    const isDrawn = chart => chart.classList.contains("drawn") && chart.querySelector(".main-svg");

    const draw = chart => chart.dispatchEvent(new Event("chart:draw", { bubbles: true }));

    function prepare() {
        if (root.classList.contains("printing")) {
            return;
        }
        theme = root.dataset.bsTheme;
        root.dataset.bsTheme = "light";
        root.classList.add("printing");
        $$("[data-chart]").forEach(draw);
    }

    function restore() {
        if (root.classList.contains("printing")) {
            root.classList.remove("printing");
            root.dataset.bsTheme = theme;
            $$("[data-chart]").filter(isDrawn).forEach(draw);
        }
    }

    const drawn = chart => new Promise(resolve => {
        isDrawn(chart) ? resolve() : chart.addEventListener("chart:drawn", resolve, { once: true });
    });

    async function print() {
        $$("[data-chart]").filter(chart => !isDrawn(chart)).forEach(draw);
        const patience = new Promise(resolve => { setTimeout(resolve, PATIENCE_MILLIS); });
        await Promise.race([Promise.all($$("[data-chart]").map(drawn)), patience]);
        window.print();
    }

    window.addEventListener("beforeprint", prepare);
    window.addEventListener("afterprint", restore);
    window.matchMedia("print").addEventListener("change", event => event.matches ? prepare() : restore());
    document.addEventListener("click", event => event.target.closest("[data-print]") && print());
})();
