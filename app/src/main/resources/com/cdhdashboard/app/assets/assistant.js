// Chats: Enter sends, answers appear while they come along, and numbers show the cell they are from.
"use strict";
(() => {
    const $ = (selector, within = document) => within.querySelector(selector);
    const NEAR = 160;
    let source;
    let heard = "";

    const base = () => $("#page").dataset.base;
    const atEnd = () => window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - NEAR;
    const toEnd = () => window.scrollTo({ top: document.documentElement.scrollHeight });
    const announce = text => { const region = $("#announce"); region && (region.textContent = text); };

    function close() {
        source && source.close();
        source = undefined;
        heard = "";
    }

    function show(html) {
        const coming = $("#talk .talk-exchange:last-child .talk-answer");
        if (coming) {
            const follows = atEnd();
            coming.innerHTML = html;
            follows && toEnd();
        }
    }

    // The whole answer, with charts and what was asked, is the page's own
    function finish() {
        close();
        const follows = atEnd();
        window.htmx.ajax("GET", location.pathname, { target: "#page", select: "#page", swap: "patch show:none" }).then(() => {
            const failed = $("#talk .talk-exchange:last-child .talk-failure p");
            announce(failed ? `No answer: ${failed.textContent}` : "The answer is there.");
            follows && toEnd();
        });
    }

    function listen() {
        const talk = $("#talk[data-events]");
        const address = talk ? talk.dataset.events : "";
        if (address === heard) {
            return;
        }
        close();
        if (!address) {
            return;
        }
        heard = address;
        source = new EventSource(address);
        source.addEventListener("answer", event => show(event.data));
        source.addEventListener("done", finish);
        announce("The question is asked.");
    }

    // ---- numbers and where they are from ---------------------------------------------------------------------------
    function cellOf(asked, link) {
        const { row, column } = link.dataset;
        const head = Array.from(asked.querySelectorAll("th[data-column]")).findIndex(each => each.dataset.column === column);
        const line = row === undefined ? undefined : $(`tr[data-row="${CSS.escape(row)}"]`, asked);
        return (line && head >= 0 && line.cells[head])
            || Array.from(asked.querySelectorAll("[data-field]")).find(each => each.dataset.field === column) || asked;
    }

    function point(event) {
        const link = event.target.closest("a.number");
        const asked = link && document.getElementById(link.getAttribute("href").slice(1));
        if (!asked) {
            return;
        }
        event.preventDefault();
        const box = asked.closest("details");
        box && (box.open = true);
        document.querySelectorAll(".pointed").forEach(each => each.classList.remove("pointed"));
        const cell = cellOf(asked, link);
        cell.classList.add("pointed");
        cell.scrollIntoView({ block: "center", inline: "nearest" });
        cell.setAttribute("tabindex", "-1");
        cell.focus({ preventScroll: true });
    }

    // ---- writing ---------------------------------------------------------------------------------------------------
    function sends(event) {
        if (event.target.id === "question" && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            const form = event.target.form;
            event.target.value.trim() && !form.dataset.running && form.requestSubmit();
        }
    }

    // What is open stays open on the next page, but for a name that is saved.
    function renames(event) {
        const box = event.target.closest("#rename");
        box && (box.open = false);
    }

    // What was sent leaves the field; what is written meanwhile stays.
    function sent(event) {
        const form = event.detail.elt;
        if (form.id === "ask" && event.detail.successful) {
            const field = $("#question");
            field && (field.value = "");
            toEnd();
        }
        ($("#talk") || $("#begin")) && settle();
    }

    // A chat is opened at its end, once.
    let opened = "";

    function open() {
        const talk = $("#talk");
        const shown = talk ? location.pathname : "";
        shown !== opened && shown && !location.hash && toEnd();
        opened = shown;
    }

    function settle() {
        listen();
        open();
        const field = $("#question");
        field && document.activeElement === document.body && field.focus({ preventScroll: true });
    }

    if (!window.assistantPage) {
        window.assistantPage = { settle };
        document.addEventListener("keydown", sends);
        document.addEventListener("submit", renames, true);
        document.addEventListener("click", point);
        document.addEventListener("htmx:afterRequest", sent);
        document.addEventListener("htmx:afterSettle", settle);
        window.addEventListener("pagehide", close);
    }
    window.assistantPage.settle();
})();
