// Which reports this browser opened last. The list stays in the browser; no server hears of it.
"use strict";
(() => {
    const MOST = 6;
    const page = () => document.getElementById("page");
    const key = () => "recent-reports" + page().dataset.base;

    // What was kept may be anything, as others can write there, too.
    function kept() {
        try {
            const list = JSON.parse(localStorage.getItem(key()) || "[]");
            return list.filter(entry => typeof entry.title === "string" && isOwn(entry.url)).slice(0, MOST);
        } catch {
            return [];
        }
    }

    // As the browser reads it: it passes over tabs, so that one between two slashes would lead elsewhere.
    const isOwn = url => typeof url === "string" && url.startsWith(page().dataset.base + "/")
        && new URL(url, location.origin).origin === location.origin;
    const pathOf = url => url.split("?")[0];

    function note() {
        const url = location.pathname + location.search;
        const title = document.querySelector(".topbar h1").textContent;
        const others = kept().filter(entry => pathOf(entry.url) !== pathOf(url));
        try {
            localStorage.setItem(key(), JSON.stringify([{ url, title }, ...others].slice(0, MOST)));
        } catch {
            // A browser that keeps nothing shows no list.
        }
    }

    function show(section) {
        const entries = kept();
        section.querySelector("ul").replaceChildren(...entries.map(({ url, title }) => {
            const [line, link] = [document.createElement("li"), document.createElement("a")];
            Object.assign(link, { href: url, textContent: title });
            line.append(link);
            return line;
        }));
        section.hidden = !entries.length;
    }

    // On the way to another page the address is its already, while the report is still there.
    function isOpen() {
        const state = document.querySelector("#page:has(#report[data-key]) #state");
        return state && new URL(state.action).pathname === location.pathname;
    }

    function look() {
        const section = document.getElementById("recent");
        isOpen() && note();
        section && show(section);
    }

    document.addEventListener("DOMContentLoaded", look);
    document.addEventListener("htmx:load", look);
    document.addEventListener("htmx:pushedIntoHistory", look);
})();
