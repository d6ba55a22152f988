// The page of the configuration: sends each change of a form or of the text, one after another, and shows what the server
// makes of it in place. What is typed while an answer is under way is sent next and never taken back.
"use strict";
(() => {
    if (window.configurationPage) {
        window.configurationPage.settle();
        return;
    }
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));
    const editor = () => $("#editor");
    // Of this configuration, where several are served
    const address = path => $("#page").dataset.base + path;
    const TYPING_MILLIS = 60;
    const RETRY_MILLIS = 2000;

    // ---- sending, one change after another -----------------------------------------------------------------------
    // The changes that wait, by what they change: of one field only the last counts.
    const waiting = new Map();
    let timer;
    let sending = false;

    function change(key, entry, delay) {
        waiting.delete(key);
        waiting.set(key, entry);
        clearTimeout(timer);
        timer = setTimeout(flush, delay);
    }

    async function flush() {
        if (sending) {
            return;
        }
        sending = true;
        try {
            while (waiting.size && editor()) {
                const [key, entry] = waiting.entries().next().value;
                waiting.delete(key);
                if (!await send(entry)) {
                    waiting.has(key) || waiting.set(key, entry);
                    timer = setTimeout(flush, RETRY_MILLIS);
                    return;
                }
            }
            follow();
        } finally {
            sending = false;
        }
    }

    // A link that was followed while changes were still on their way is followed once they are saved, as it leads to
    // the draft that they began.
    let next;

    function follow() {
        const link = next;
        next = undefined;
        sending = false;
        link && link.isConnected && link.click();
    }

    function waits(event) {
        const link = event.target.closest("#page a[href]");
        if (link && (waiting.size || sending) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            event.stopPropagation();
            next = link;
            clearTimeout(timer);
            flush();
        }
    }

    function request({ fields, text, undo }) {
        const { draft, revision, base, step, item } = editor().dataset;
        const values = new URLSearchParams(Object.entries({ draft, revision, base, step, item }));
        Object.entries(undo ? { action: undo } : fields || {}).forEach(([name, value]) => {
            values.delete(name);
            [].concat(value).forEach(each => values.append(name, each));
        });
        return text === undefined
            ? [address(undo ? "/configuration/undo" : "/configuration/edit"), "application/x-www-form-urlencoded", values.toString()]
            : [address(`/configuration/text?${values}`), "text/plain; charset=utf-8", text];
    }

    // Whether the server has answered, be it with a refusal
    async function send(entry) {
        const [url, type, body] = request(entry);
        const headers = { "Content-Type": type, "X-Csrf-Token": $("#page").dataset.token, Accept: "application/json, text/html" };
        let answer;
        try {
            answer = await fetch(url, { method: "POST", headers, body });
        } catch {
            say("The server cannot be reached. Your change is kept here and sent again.");
            return false;
        }
        const content = await answer.text();
        if (!answer.ok) {
            say(messageOf(content));
            return true;
        }
        quiet();
        show(answer, content, entry);
        return true;
    }

    function messageOf(text) {
        try {
            return JSON.parse(text).error.message;
        } catch {
            return "The server refused this; load the page again.";
        }
    }

    function show(answer, content, entry) {
        const page = editor();
        if (!page) {
            return;
        }
        Object.assign(page.dataset, { draft: answer.headers.get("X-Draft"), revision: answer.headers.get("X-Revision") });
        history.replaceState(history.state, "", answer.headers.get("X-Address"));
        // What waits is newer than the answer, which would take it back.
        if (!waiting.size) {
            window.htmx.swap(page, content, { swapStyle: "patch" }, { contextElement: page });
            settle();
            entry.after && entry.after();
        }
    }

    function say(message, good = false) {
        const box = $("#trouble");
        box.classList.toggle("trouble", !good);
        $("span", box).textContent = message;
        $("button", box).hidden = true;
        box.hidden = false;
    }

    function quiet() {
        Object.assign($("#trouble"), { hidden: true, className: "stale trouble" });
    }

    // ---- fields --------------------------------------------------------------------------------------------------
    const pathOf = element => JSON.parse(element.closest("[data-path]").dataset.path);
    const namesOf = field => $$("input[name=value]", field).map(input => input.value);

    function set(path, as, value, delay, more = {}) {
        change(JSON.stringify(path), { fields: { action: "set", path, as, value, ...more } }, delay);
    }

    function act(action, path, more = {}, after = undefined) {
        change(`${action} ${JSON.stringify(path)}`, { fields: { action, path, ...more }, after }, 0);
    }

    // The button is gone afterwards, and with it the place of whoever works with the keyboard.
    function reset(button, field) {
        const stays = field && ($("[data-row-new]", field) || $("[data-name-new], [name=value]:not([type=hidden])", field));
        act(button.dataset.action, JSON.parse(button.dataset.path), {}, () => stays && stays.isConnected && stays.focus());
    }

    function addName(field) {
        const input = $("[data-name-new]", field);
        const name = input.value.trim();
        if (name && !namesOf(field).includes(name)) {
            set(pathOf(field), field.dataset.as, [...namesOf(field), name], 0);
        }
        input.value = "";
    }

    function removeName(button) {
        const field = button.closest(".field");
        const gone = $("input", button.closest("li"));
        const rest = $$("input[name=value]", field).filter(input => input !== gone).map(input => input.value);
        set(pathOf(field), field.dataset.as, rest, 0);
        $("[data-name-new]", field).focus();
    }

    function addRow(field) {
        const input = $("[data-row-new]", field);
        const name = input.value.trim();
        name && set([...JSON.parse(field.dataset.path), name], ...window.configurationFields.emptyOf(input, name), 0);
        input.value = "";
    }

    function changedRow(row, target, delay) {
        const path = JSON.parse(row.dataset.path);
        if (target.matches("[data-row-key]")) {
            delay === 0 && target.value !== path[path.length - 1] && act("rename", path, { to: target.value });
            return;
        }
        const as = $("[data-row-as]", row).value;
        const value = $("[data-row-value]", row).value;
        set(path, as, as === "list" ? value.split(",").map(each => each.trim()).filter(each => each) : value, delay,
            target.matches("[data-row-as]") ? { retype: "yes" } : {});
    }

    function changed(target, delay) {
        const row = target.closest(".row-entry");
        const field = target.closest(".field");
        if (row) {
            changedRow(row, target, delay);
        } else if (field && target.name === "value") {
            set(pathOf(field), field.dataset.as, target.value, delay);
        }
    }

    function clicked(event) {
        const button = event.target.closest("#editor button");
        const field = button && button.closest(".field");
        if (!button) {
            return;
        }
        if (button.dataset.action) {
            reset(button, field);
        } else if (button.matches("[data-name-add]")) {
            addName(field);
        } else if (button.matches("[data-name-remove]")) {
            removeName(button);
        } else if (button.matches("[data-row-add]")) {
            addRow(field);
        } else if (button.dataset.stepBack) {
            change("undo", { undo: button.dataset.stepBack }, 0);
        } else if (button.id === "save-as") {
            saveAs();
        } else if (button.dataset.again) {
            const { text, ...fields } = JSON.parse(button.dataset.again);
            change("again", text ? { fields, text: text[0] } : { fields }, 0);
        }
    }

    async function saveAs() {
        const body = new URLSearchParams({ draft: editor().dataset.draft, name: $("#save-name").value });
        const headers = { "X-Csrf-Token": $("#page").dataset.token, Accept: "application/json" };
        const content = await (await fetch(address("/configuration/save"), { method: "POST", headers, body })).json();
        say(content.message || content.error.message, Boolean(content.message));
    }

    async function upload(input) {
        const headers = { "X-Csrf-Token": $("#page").dataset.token, "Content-Type": "application/octet-stream", Accept: "application/json" };
        const answer = await fetch(address("/configuration/upload"), { method: "POST", headers, body: input.files[0] });
        const content = await answer.text();
        input.value = "";
        if (answer.ok) {
            location.href = JSON.parse(content).url;
        } else {
            say(messageOf(content));
        }
    }

    // ---- wiring ----------------------------------------------------------------------------------------------------
    function settle() {
        document.dispatchEvent(new Event("configuration-shown"));
    }

    document.addEventListener("input", event => event.target.closest("#editor .field") && !event.target.matches("select, [type=date]")
        && changed(event.target, TYPING_MILLIS));
    document.addEventListener("change", event => {
        if (event.target.id === "upload-file") {
            upload(event.target);
        } else if (event.target.closest("#editor .field") && event.target.matches("select, [type=date], [data-row-key]")) {
            changed(event.target, 0);
        }
    });
    document.addEventListener("click", waits, true);
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", event => {
        if (event.key === "Enter" && event.target.matches("#editor [data-name-new]")) {
            addName(event.target.closest(".field"));
        } else if (event.key === "Enter" && event.target.matches("#editor [data-row-new]")) {
            addRow(event.target.closest(".field"));
        }
    });
    window.addEventListener("beforeunload", event => {
        editor() && (waiting.size || sending) && event.preventDefault();
    });
    window.configurationPage = { settle, change, forget: key => waiting.delete(key) };
    settle();
})();
