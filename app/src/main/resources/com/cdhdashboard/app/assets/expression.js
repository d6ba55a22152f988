// Expressions of the page of the configuration: conditions and calculated columns beside the text, and what they do to the
// sampled rows. The text is what counts; what is changed here becomes text again, which is then changed as if it had been typed.
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
        more.model && textOf(place).value === text ? take(place) : settle();
    }

    const inputs = place => $$("input, select, textarea, button", place);

    // The form as it came, by place: where it comes again, whoever works in it is left alone.
    const forms = new WeakMap();

    function put(place, content) {
        const fresh = document.createElement("template");
        fresh.innerHTML = content;
        const body = fresh.content.firstElementChild;
        const effects = $("[data-effects]", body) || $("[data-effects]", place);
        effects && effects.remove();
        const form = body.outerHTML;
        if (forms.get(place) === form && place.firstElementChild) {
            hold(place, false);
            $(".expression-error", place).hidden = true;
            const old = $("[data-effects]", place);
            old && old.remove();
        } else {
            forms.set(place, form);
            putForm(place, body);
        }
        effects && $(".expression-body", place).append(effects);
    }

    // Changed in place, as a menu that is open closes and a click is lost where an element is taken away. Whoever works with
    // the keyboard stays where he is, what is being typed stays as it is, and what comes new is written over at once.
    let putting = false;

    function putForm(place, body) {
        const active = left.get(place) || document.activeElement;
        left.delete(place);
        const at = inputs(place).indexOf(active);
        const typed = isTyped(active) ? active.value : undefined;
        const values = inputs(body).map(({ value }) => value);
        putting = true;
        if (place.firstElementChild) {
            window.htmx.swap(place.firstElementChild, body.outerHTML, { swapStyle: "patch" }, { contextElement: place });
        } else {
            place.append(body);
        }
        const all = inputs(place);
        const next = at < 0 ? undefined : all[Math.min(at, all.length - 1)];
        const stays = next === active && typed !== undefined;
        all.forEach((input, i) => {
            !(stays && input === active) && input.value !== values[i] && (input.value = values[i]);
        });
        next && next.focus({ preventScroll: true });
        next && next !== active && next.matches("input") && next.select();
        putting = false;
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
        hold(place, false);
    }

    // What was chosen is not there before the answer is, which comes at once; until then nothing else can be chosen.
    const left = new WeakMap();

    function hold(place, held) {
        held && left.set(place, document.activeElement);
        inputs(place).forEach(input => { input.disabled = held; });
        if (!held && left.has(place)) {
            left.get(place).focus({ preventScroll: true });
            left.delete(place);
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

    // ---- what stands there, as data ----------------------------------------------------------------------------------
    const PARTS = "[data-columns], [data-column], [data-formula], [data-branch], [data-term], [data-group], [data-test], [data-passage]";
    const part = (within, selector) => read($(`:scope > ${selector}`, within));
    const parts = (within, selector) => $$(`:scope > ${selector}`, within).map(read);
    // What was read, by the element that it was read from.
    let marks = new Map();

    const readers = {
        columns: element => ({ columns: parts(element, "[data-column]") }),
        column: element => ({ name: $("[data-name]", element).value, formula: part(element, "[data-formula]") }),
        formula: element => ({
            PLAIN: () => ({ value: part(element, "[data-value]") }),
            CALCULATION: () => ({ first: part(element, "[data-value]"), terms: parts(element, "[data-term]") }),
            CHOICE: () => ({ branches: parts(element, "[data-branch]"), otherwise: part($(":scope > [data-otherwise]", element), "[data-formula]") }),
            TEXT: () => ({ text: $("[data-passage-text]", element).value }),
            NONE: () => ({}),
        })[element.dataset.formula](),
        term: element => ({ operator: $("[data-arithmetic]", element).value, value: part(element, "[data-value]") }),
        branch: element => ({ condition: part(element, "[data-group]"), result: part($(":scope > .branch-result", element), "[data-formula]") }),
        group: element => ({
            operator: $(":scope > .conditions-head [data-operator]", element).value,
            negated: $(":scope > .conditions-head [data-negated]", element).value === "true",
            members: parts(element, ".conditions-members > :is([data-group], [data-test], [data-passage])"),
        }),
        test: element => ({
            field: $("[data-field]", element).value,
            aspect: $("[data-aspect]", element).value,
            operator: $("[data-asks]", element).value,
            values: $$("[data-value]", element).map(read),
        }),
        passage: element => ({ text: $("[data-passage-text]", element).value }),
        value: element => ({
            type: $("[data-type]", element).value,
            value: $("[data-typed]", element).value,
            aspect: ($("[data-value-aspect]", element) || { value: "" }).value,
        }),
    };

    function read(element) {
        const model = readers[Object.keys(readers).find(name => name in element.dataset)](element);
        element.dataset.formula && (model.shape = element.dataset.formula);
        marks.set(element, model);
        return model;
    }

    // What is adapted is the model; the page follows it.
    function changed(place, adapt) {
        marks = new Map();
        const model = read($("[data-columns], [data-group]", place));
        adapt && adapt(element => marks.get(element));
        adapt && hold(place, true);
        changing.add(place);
        load(place, { model: JSON.stringify(model) });
    }

    // ---- changes ------------------------------------------------------------------------------------------------------
    const firstOf = place => $(".expression-body", place).dataset.first;
    const present = field => ({ field, aspect: "ITSELF", operator: "IS_NOT_NULL", values: [] });
    const when = field => ({ operator: "AND", negated: false, members: [present(field)] });
    const text = value => ({ shape: "PLAIN", value: { type: "TEXT", value, aspect: "" } });
    const without = (list, gone) => list.splice(list.indexOf(gone), 1);

    // What a value becomes where it cannot be of the type that was chosen.
    function retype(value, field) {
        const fits = { NUMBER: /^[+-]?(\d|\.\d)/, TRUTH: /^(true|false)$/i, MOMENT: /^\d{4}-\d\d-\d\d/ }[value.type] || /./;
        const instead = { NUMBER: "0", TRUTH: "true", MOMENT: `${new Date().getFullYear()}-01-01`, FIELD: field };
        if (value.type === "FIELD" || !fits.test(value.value)) {
            value.value = instead[value.type] || "";
        }
    }

    const valueOf = formula => formula.value || formula.first || (formula.branches ? valueOf(formula.branches[0].result) : text(formula.text || "").value);

    function reshape(formula, shape, { first, number }) {
        const before = { ...formula };
        const value = valueOf(before);
        Object.keys(formula).forEach(key => delete formula[key]);
        const more = {
            PLAIN: () => ({ value }),
            CALCULATION: () => ({ first: value, terms: [{ operator: "ADD", value: number ? { type: "NUMBER", value: "1" } : text("").value }] }),
            CHOICE: () => ({ branches: [{ condition: when(first), result: before }], otherwise: { ...before } }),
            NONE: () => ({}),
        }[shape]();
        Object.assign(formula, { shape }, more);
    }

    function addColumn({ columns }) {
        const taken = columns.map(({ name }) => name);
        let number = columns.length + 1;
        while (taken.includes(`Column${number}`)) {
            number++;
        }
        columns.push({ name: `Column${number}`, formula: text("") });
    }

    // By button: of the element that it stands in, and of what that stands in.
    const acts = {
        "add-test": ({ members }, first) => members.push(present(first)),
        "add-group": ({ members }, first) => members.push({ operator: "OR", negated: false, members: [present(first)] }),
        "add-value": ({ values }) => values.push({
            type: (values[values.length - 1] || { type: "TEXT" }).type,
            value: values.some(({ type }) => type === "NUMBER") ? "0" : "",
        }),
        "add-column": addColumn,
        "add-branch": ({ branches }, first) => branches.push({ condition: when(first), result: text("") }),
        "add-term": ({ terms }) => terms.push(JSON.parse(JSON.stringify(terms[terms.length - 1]))),
        "remove": (model, first, owner) => without(owner.columns || owner.members, model),
        "remove-branch": (model, first, { branches }) => without(branches, model),
        "remove-term": (model, first, { terms }) => without(terms, model),
        "earlier": (model, first, { branches }) => {
            const at = branches.indexOf(model);
            branches.splice(at - 1, 2, model, branches[at - 1]);
        },
    };

    function act(button) {
        const place = button.closest("[data-expression]");
        const element = button.closest(PARTS);
        const owner = element.parentElement.closest(PARTS);
        changed(place, of => {
            if (button.dataset.expressionDo === "remove-value") {
                without(of(element).values, of($("[data-value]", button.parentElement)));
            } else {
                acts[button.dataset.expressionDo](of(element), firstOf(place), owner && of(owner));
            }
        });
    }

    function chosen(select, place) {
        const first = firstOf(place);
        if (select.matches("[data-shape]")) {
            const formula = $(":scope > [data-formula]", select.closest("[data-otherwise], .branch-result") || select.closest("[data-column]"));
            const number = $("[data-number=true]", formula) || $$("[data-type]", formula).some(type => type.value === "NUMBER");
            changed(place, of => reshape(of(formula), select.value, { first, number }));
        } else {
            changed(place, of => select.matches("[data-type]") && retype(of(select.closest("[data-value]")), first));
        }
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
        place && chosen(event.target, place);
    });
    document.addEventListener("focusout", event => {
        const place = event.target.closest("#editor [data-expression]");
        place && !putting && !event.target.disabled && isTyped(event.target) && changed(place);
    });
    document.addEventListener("keydown", event => {
        const place = event.key === "Enter" && event.target.matches("input") && event.target.closest("#editor [data-expression]");
        place && isTyped(event.target) && changed(place);
    });
    document.addEventListener("configuration-shown", settle);
    window.configurationExpressions = { settle };
    settle();
})();
