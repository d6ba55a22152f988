// The period and the filters of a page go along to pages that have the same, also past those that have none: links of the navigation
// say them. The tab of the browser keeps them; the address of a page alone says what it shows.
"use strict";
(() => {
    const PERIOD = ["period", "compare", "compare.from", "compare.to", "filter.Day", "filter.Day.from", "filter.Day.to"];
    const $ = selector => document.querySelector(selector);
    const $$ = selector => Array.from(document.querySelectorAll(selector));
    const base = () => $("#page").dataset.base;
    const key = () => "carried-filters" + base();

    // Pages of interactions share their dimensions; customers have others. The period is everybody's.
    const SECTIONS = { dashboard: "interactions", reports: "interactions", clv: "customers" };

    function kept() {
        try {
            return JSON.parse(sessionStorage.getItem(key())) || {};
        } catch {
            return {};
        }
    }

    function keep(carried) {
        try {
            sessionStorage.setItem(key(), JSON.stringify(carried));
        } catch {
            // A browser that keeps nothing carries what the server says in links.
        }
    }

    // What the page is narrowed by; pages without filters change nothing of what others were.
    function note() {
        const active = $(".rail [data-nav][aria-current=page]");
        // On the way to another page the address is its already.
        const isThere = $("#state") && new URL($("#state").action).pathname === location.pathname;
        const section = active && isThere && SECTIONS[active.dataset.nav];
        if (!section) {
            return kept();
        }
        const asked = Array.from(new URLSearchParams(location.search)).filter(([name]) => PERIOD.includes(name) || name.startsWith("filter."));
        const isPeriod = ([name]) => PERIOD.includes(name);
        const carried = { ...kept(), period: asked.filter(isPeriod), [section]: asked.filter(each => !isPeriod(each)) };
        keep(carried);
        return carried;
    }

    // Also links within pages without filters, unless they say a view of their own
    function carry() {
        const carried = note();
        $$(".rail [data-nav]").filter(link => SECTIONS[link.dataset.nav]).forEach(link => {
            const path = link.getAttribute("href").split("?")[0];
            const query = new URLSearchParams([...carried.period || [], ...carried[SECTIONS[link.dataset.nav]] || []]).toString();
            const address = query ? `${path}?${query}` : path;
            const others = $("#state") ? [] : $$("#content a").filter(each => each.getAttribute("href") === path);
            [link, ...others].filter(each => each.getAttribute("href") !== address).forEach(each => lead(each, address));
        });
    }

    // The library has read already where a link leads.
    function lead(link, address) {
        link.setAttribute("href", address);
        window.htmx.process(link);
    }

    document.addEventListener("DOMContentLoaded", carry);
    document.addEventListener("htmx:afterSettle", carry);
    document.addEventListener("htmx:historyRestore", carry);
})();
