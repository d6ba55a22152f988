// Names of fields, completed from what the imported data have: a list below the input that is typed into, with what is known of
// each field. Without an import it offers the names that the configuration has, and where there are none, nothing.
"use strict";
(() => {
    if (window.configurationFields) {
        return;
    }
    const $ = selector => document.querySelector(selector);
    const MOST = 60;
    const GAP = 2;
    const list = document.createElement("div");
    Object.assign(list, { id: "fields-list", className: "fields-list", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Fields of the data");

    // ---- what is known, by draft as it stands ------------------------------------------------------------------------
    let asked = "";
    let answer = Promise.resolve({ ih: [], holdings: [] });
    let known = { ih: [], holdings: [] };

    function all() {
        const { draft, revision } = $("#editor").dataset;
        if (asked !== `${draft} ${revision}`) {
            asked = `${draft} ${revision}`;
            answer = fetch(`${$("#page").dataset.base}/configuration/fields.json?draft=${draft}`).then(found => found.json())
                .then(found => { known = found; return found; }, () => { asked = ""; return known; });
        }
        return answer;
    }

    // A place in an expression belongs to the data of the key that it is the value of.
    const sourceOf = element => element.dataset.namesOf
        || (/^\["(holdings"|metrics","clv)/.test(element.closest("[data-path]").dataset.path) ? "holdings" : "ih");

    function among(element, fields) {
        const options = element.dataset.among && document.getElementById(element.dataset.among);
        if (!options) {
            return fields;
        }
        const words = new Map(fields.map(field => [field.name, field]));
        return Array.from(options.options, ({ value }) => words.get(value) || { name: value, words: "" });
    }

    // A default value begins as one of the type that the field has.
    function emptyOf(element, name) {
        const { type } = known[sourceOf(element)].find(field => field.name === name) || { type: "" };
        return { integer: ["number", "0"], number: ["number", "0.0"], boolean: ["flag", "false"] }[type] || ["text", ""];
    }

    // ---- the list ------------------------------------------------------------------------------------------------------
    let input;
    let active = -1;
    // Whether the mouse went to the list; one that comes up under it was not pointed at.
    let aimed = false;

    const isOpen = () => !list.hidden;
    const options = () => Array.from(list.children);

    function close() {
        list.hidden = true;
        active = -1;
        if (input) {
            input.setAttribute("aria-expanded", "false");
            input.removeAttribute("aria-activedescendant");
        }
    }

    function place() {
        const box = input.getBoundingClientRect();
        const below = window.innerHeight - box.bottom;
        const width = Math.min(Math.max(box.width, 360), window.innerWidth - 16);
        Object.assign(list.style, {
            left: `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`,
            width: `${width}px`,
            top: below > 200 || below > box.top ? `${box.bottom + GAP}px` : "auto",
            bottom: below > 200 || below > box.top ? "auto" : `${window.innerHeight - box.top + GAP}px`,
            maxHeight: `${Math.min(320, Math.max(below, box.top) - 16)}px`,
        });
    }

    function line({ name, words }, at) {
        const option = document.createElement("div");
        Object.assign(option, { id: `fields-list-${at}`, className: "fields-option" });
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.name = name;
        const title = document.createElement("span");
        Object.assign(title, { className: "fields-name", textContent: name });
        option.append(title);
        if (words) {
            const more = document.createElement("span");
            Object.assign(more, { className: "fields-words", textContent: words });
            option.append(more);
        }
        return option;
    }

    // What stands in the input already is no search.
    function search(element) {
        const { plain } = window.searching;
        const typed = plain(element.value.trim());
        return typed === plain(element.defaultValue.trim()) ? "" : typed;
    }

    // Names that begin so come before those that have it somewhere.
    function matching(fields, wanted) {
        const at = ({ name }) => window.searching.plain(name).indexOf(wanted);
        const taken = input.matches("[data-name-new]")
            ? Array.from(input.closest(".names").querySelectorAll("input[name=value]"), ({ value }) => value) : [];
        return fields.filter(field => at(field) >= 0 && !taken.includes(field.name))
            .sort((one, other) => (at(one) > 0) - (at(other) > 0)).slice(0, MOST);
    }

    async function open(element) {
        // The page can be made anew meanwhile, with what is typed as what stands there already.
        const wanted = search(element);
        const fields = await all();
        if (document.activeElement !== element || !element.isConnected) {
            return;
        }
        input = element;
        combine(element);
        const found = matching(among(element, fields[sourceOf(element)]), wanted);
        list.replaceChildren(...found.map(line));
        $("#configuration").append(list);
        active = -1;
        aimed = aimed && isOpen();
        input.removeAttribute("aria-activedescendant");
        list.hidden = !found.length;
        input.setAttribute("aria-expanded", String(isOpen()));
        isOpen() && place();
    }

    function move(by) {
        const all = options();
        active = (active + by + all.length + (active < 0 && by < 0 ? 1 : 0)) % all.length;
        all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
        input.setAttribute("aria-activedescendant", all[active].id);
        all[active].scrollIntoView({ block: "nearest" });
    }

    // As if it had been typed, and in a list of names added.
    function choose(option) {
        const target = input;
        target.value = option.dataset.name;
        close();
        target.focus();
        target.dispatchEvent(new Event("input", { bubbles: true }));
        target.matches("[data-row-key]") && target.dispatchEvent(new Event("change", { bubbles: true }));
        target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        close();
    }

    function pressed(event) {
        if (event.target !== input || !isOpen()) {
            if (["ArrowDown", "ArrowUp"].includes(event.key) && event.target.matches("#editor input[data-names-of]")) {
                event.preventDefault();
                open(event.target);
            }
        } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            move(event.key === "ArrowDown" ? 1 : -1);
        } else if (event.key === "Enter" && active >= 0) {
            event.preventDefault();
            event.stopPropagation();
            choose(options()[active]);
        } else if (["Escape", "Enter", "Tab"].includes(event.key)) {
            close();
        }
    }

    // For readers of screens; what the server sends anew does not have it.
    function combine(element) {
        Object.entries({ "role": "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })
            .forEach(([name, value]) => element.setAttribute(name, value));
    }

    function entered(element) {
        combine(element);
        all();
    }

    const named = event => event.target.matches("#editor input[data-names-of]");
    document.addEventListener("focusin", event => named(event) && entered(event.target));
    document.addEventListener("input", event => named(event) && event.isTrusted && open(event.target));
    document.addEventListener("click", event => named(event) && open(event.target));
    document.addEventListener("focusout", event => event.target === input && close());
    document.addEventListener("keydown", pressed, true);
    document.addEventListener("scroll", event => isOpen() && event.target !== list && place(), true);
    window.addEventListener("resize", () => isOpen() && place());
    list.addEventListener("pointermove", () => { aimed = true; });
    list.addEventListener("pointerdown", event => {
        event.preventDefault();
        const option = event.target.closest("[role=option]");
        option && (aimed || event.pointerType !== "mouse") && choose(option);
    });
    window.configurationFields = { all, emptyOf };
})();
