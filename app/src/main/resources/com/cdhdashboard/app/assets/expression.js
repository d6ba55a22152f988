// Expressions of the page of the configuration: conditions beside the text, and what they do to the sampled rows. The text
// is what counts; conditions that are changed become text again, which is then changed as if it had been typed.
"use strict";
(() => {
    if (window.configurationExpressions) {
        window.configurationExpressions.settle();
        return;
    }
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));
    const places = () => $$("#editor [data-expression]");
    const fieldOf = place => place.closest(".field");
    const textOf = place => $("textarea[name=value]", fieldOf(place));
    const asked = new WeakMap();
    // Places of which changed conditions are on their way to become text; what is shown meanwhile must not take them back.
    const changing = new WeakSet();

    // What an expression does follows from its text and from all else that is in the draft.
    const stateOf = place => [$("#editor").dataset.draft, $("#editor").dataset.revision, textOf(place).value].join(" ");

    async function load(place, more = {}) {
        const own = (asked.get(place) || 0) + 1;
        asked.set(place, own);
        const text = textOf(place).value;
        place.dataset.shown = stateOf(place);
        const body = new URLSearchParams({ draft: $("#editor").dataset.draft, path: fieldOf(place).dataset.path, text, ...more });
        const headers = { "X-Csrf-Token": $("#page").dataset.token, Accept: "application/json, text/html" };
        const answer = await fetch(`${$("#page").dataset.base}/configuration/expression`, { method: "POST", headers, body }).catch(() => undefined);
        const content = answer ? await answer.text() : "";
        if (asked.get(place) !== own || !place.isConnected) {
            return;
        }
        changing.delete(place);
        if (!answer || !answer.ok) {
            say(place, content);
            return;
        }
        put(place, content);
        // What was typed into the text meanwhile is newer
        more.conditions && textOf(place).value === text ? take(place) : settle();
    }

    const inputs = place => $$("input, select, textarea, button", place);

    // Whoever works with the keyboard stays where he is, and what is being typed stays as it is.
    function put(place, content) {
        const active = document.activeElement;
        const at = inputs(place).indexOf(active);
        const typed = isTyped(active) ? [active.value, active.selectionStart, active.selectionEnd] : undefined;
        place.innerHTML = content;
        const all = inputs(place);
        const next = at < 0 ? undefined : all[Math.min(at, all.length - 1)];
        if (next) {
            next.focus({ preventScroll: true });
            if (typed && next.matches(active.tagName)) {
                next.value = typed[0];
                next.setSelectionRange(typed[1], typed[2]);
            }
        }
    }

    const isTyped = element => element.matches("input, textarea") && element.value !== element.defaultValue;

    function say(place, content) {
        const box = $(".expression-error", place);
        if (box) {
            let message = "The server cannot be reached; the text is unchanged.";
            try {
                message = JSON.parse(content).error.message;
            } catch { /* It has not answered */ }
            box.textContent = message;
            box.hidden = false;
        }
    }

    // What the conditions have come to is written as if it were typed.
    function take(place) {
        const value = $(".expression-body", place).dataset.text;
        if (value === textOf(place).value) {
            settle();
            return;
        }
        textOf(place).value = value;
        const path = JSON.parse(fieldOf(place).dataset.path);
        window.configurationPage.change(JSON.stringify(path), { fields: { action: "set", path, as: "text", value } }, 0);
    }

    // ---- conditions as they stand ----------------------------------------------------------------------------------
    const children = (group, selector) => Array.from($(":scope > .conditions-members", group).children).filter(child => child.matches(selector));

    function read(element) {
        if (element.matches("[data-group]")) {
            const head = $(":scope > .conditions-head", element);
            return {
                operator: $("[data-operator]", head).value,
                negated: $("[data-negated]", head).value === "true",
                members: children(element, "[data-group], [data-test], [data-passage]").map(read),
            };
        }
        if (element.matches("[data-passage]")) {
            return { text: $("[data-passage-text]", element).value };
        }
        return {
            field: $("[data-field]", element).value,
            aspect: $("[data-aspect]", element).value,
            operator: $("[data-asks]", element).value,
            values: $$("[data-value]", element).map(value => ({
                type: $("[data-type]", value).value,
                value: $("[data-typed]", value).value,
                aspect: value.dataset.valueAspect,
            })),
        };
    }

    function changed(place, adapt = () => {}) {
        const top = $("[data-group]", place);
        const marks = new Map();
        const model = read(top);
        // The parts of the model by the elements that they were read from
        (function mark(element, part) {
            marks.set(element, part);
            part.members && children(element, "[data-group], [data-test], [data-passage]").forEach((child, at) => mark(child, part.members[at]));
        })(top, model);
        adapt(marks);
        changing.add(place);
        load(place, { conditions: JSON.stringify(model) });
    }

    function act(button) {
        const place = button.closest("[data-expression]");
        const part = button.closest("[data-test], [data-passage], [data-group]");
        const first = $(".expression-body", place).dataset.first;
        changed(place, marks => {
            const model = marks.get(part);
            const owner = marks.get(part.parentElement.closest("[data-group]"));
            switch (button.dataset.expressionDo) {
                case "add-test":
                    model.members.push({ field: first, aspect: "ITSELF", operator: "IS_NOT_NULL", values: [] });
                    break;
                case "add-group":
                    model.members.push({ operator: "OR", negated: false, members: [{ field: first, aspect: "ITSELF", operator: "IS_NOT_NULL", values: [] }] });
                    break;
                case "add-value":
                    model.values.push({ type: (model.values[model.values.length - 1] || { type: "TEXT" }).type, value: model.values.some(({ type }) => type === "NUMBER") ? "0" : "" });
                    break;
                case "remove-value":
                    model.values.splice($$("[data-value]", part).indexOf(button.closest("[data-value]")), 1);
                    break;
                default:
                    owner.members.splice(owner.members.indexOf(model), 1);
            }
        });
    }

    // ---- wiring ------------------------------------------------------------------------------------------------------
    function settle() {
        places().filter(place => place.dataset.shown !== stateOf(place) && !changing.has(place)).forEach(place => load(place));
    }

    document.addEventListener("click", event => {
        const button = event.target.closest("#editor [data-expression-do]");
        button && act(button);
    });
    document.addEventListener("change", event => {
        const place = event.target.matches("select") && event.target.closest("#editor [data-expression]");
        place && changed(place);
    });
    document.addEventListener("focusout", event => {
        const place = event.target.closest("#editor [data-expression]");
        place && isTyped(event.target) && place.contains(event.target) && changed(place);
    });
    document.addEventListener("keydown", event => {
        const place = event.key === "Enter" && event.target.matches("input") && event.target.closest("#editor [data-expression]");
        place && isTyped(event.target) && changed(place);
    });
    document.addEventListener("configuration-shown", settle);
    window.configurationExpressions = { settle };
    settle();
})();
