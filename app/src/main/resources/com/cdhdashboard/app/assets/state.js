// Controls and what they ask the server for. What is shown changes in place, so that nothing a reader is working in is taken
// away; an answer that the reader has gone beyond meanwhile is left out; and a server that is slow, lost or refuses is said.
"use strict";
(() => {
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));
    const form = () => document.getElementById("state");

    // ---- changing what is shown in place -------------------------------------------------------------------------
    // What the reader opened, searched or moved stays as it is.
    const READERS = ["open", "hidden"];

    // The program's own, or too intricate to be changed in parts
    const whole = element => element.matches("[data-chart], [popover], svg");
    const loaded = element => element.id === "more-filters" && $(".subfilter, .option-more", element);
    const keyOf = node => node.id || (node.dataset && (node.dataset.chip || node.dataset.report)) || "";

    function patch(old, fresh) {
        if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName || keyOf(old) !== keyOf(fresh)) {
            old.replaceWith(fresh);
        } else if (old.nodeType !== Node.ELEMENT_NODE) {
            old.data !== fresh.data && (old.data = fresh.data);
        } else if (whole(old)) {
            sourceOf(old) !== sourceOf(fresh) && old.replaceWith(fresh);
        } else if (!old.matches("[data-own]")) {
            // What a text area holds goes over with its children.
            const value = fresh.value;
            patchAttributes(old, fresh);
            if (old.matches(".options")) {
                patchOptions(old, fresh);
            } else if (!loaded(old)) {
                patchChildren(old, fresh);
            }
            patchValue(old, fresh, value);
        }
    }

    const sourceOf = element => element.matches("[data-chart]")
        ? $("script[type='application/json']", element).textContent : element.outerHTML;

    function patchAttributes(old, fresh) {
        Array.from(old.attributes).map(attribute => attribute.name)
            .filter(name => !fresh.hasAttribute(name) && !READERS.includes(name) && name !== "data-seen")
            .forEach(name => old.removeAttribute(name));
        Array.from(fresh.attributes)
            .filter(({ name, value }) => old.getAttribute(name) !== value && !READERS.includes(name))
            .forEach(({ name, value }) => old.setAttribute(name, value));
    }

    // So does the other end of a range, as the two are one answer.
    function isTypedInto(field) {
        const active = document.activeElement;
        return field === active || Boolean(field.closest(".range-fields") && field.closest(".range-fields").contains(active));
    }

    // A field that is being typed into keeps what was typed.
    function patchValue(old, fresh, value) {
        if (old.type === "checkbox") {
            old.checked = fresh.checked;
        } else if (old.matches("select") ? old.value !== value : old.matches("input[name], textarea[name]") && !isTypedInto(old)) {
            old.value = value;
        }
    }

    function patchChildren(old, fresh) {
        const wanted = new Set(Array.from(fresh.childNodes, keyOf));
        const named = new Map(Array.from(old.childNodes).filter(keyOf).map(child => [keyOf(child), child]));
        let place = old.firstChild;
        for (const child of Array.from(fresh.childNodes)) {
            while (place && keyOf(place) && !wanted.has(keyOf(place))) {
                place = removed(place);
            }
            const match = keyOf(child) ? named.get(keyOf(child)) : place && !keyOf(place) ? place : undefined;
            if (!match) {
                old.insertBefore(child, place);
                continue;
            }
            if (match === place) {
                place = place.nextSibling;
            } else {
                old.insertBefore(match, place);
            }
            patch(match, child);
        }
        while (place) {
            place = removed(place);
        }
    }

    function removed(node) {
        const next = node.nextSibling;
        node.remove();
        return next;
    }

    // Values stay where they are, so that none moves away under a finger; new ones come last.
    function patchOptions(old, fresh) {
        const inputs = list => new Map($$(".option input", list).map(input => [input.value, input]));
        const [before, after] = [inputs(old), inputs(fresh)];
        for (const [value, input] of after) {
            const there = before.get(value);
            if (there) {
                patchAttributes(there.parentElement, input.parentElement);
                there.toggleAttribute("checked", input.hasAttribute("checked"));
                there.checked = input.checked;
                $(".option-count", there.parentElement).textContent = $(".option-count", input.parentElement).textContent;
            } else {
                input.id = `${$("[data-search]", old.parentElement).id}-${value}`;
                old.insertBefore(input.parentElement, $(".option-none", old));
            }
        }
        before.forEach((input, value) => after.has(value) || input.parentElement.remove());
    }

    function patchInPlace(target, fragment) {
        const active = document.activeElement;
        const scrolled = $$(".options, #menu, .table-scroll").map(box => [box, box.scrollTop, box.scrollLeft]);
        patch(target, fragment.firstElementChild);
        scrolled.filter(([box]) => box.isConnected).forEach(([box, top, left]) => Object.assign(box, { scrollTop: top, scrollLeft: left }));
        active && active !== document.activeElement && active.isConnected && active.focus({ preventScroll: true });
        $$("input[type=search][id]").filter(input => input.value && !input.name)
            .forEach(input => input.dispatchEvent(new Event("input", { bubbles: true })));
        const more = $("#more-filters");
        more && loaded(more) && window.htmx.ajax("GET", more.getAttribute("hx-get"), { source: more, target: more, select: "unset", swap: "patch-within" });
    }

    // ---- what is asked, and what is shown ------------------------------------------------------------------------
    // How often controls were changed, and how often they had been when what is shown was asked for
    let changes = 0;
    let shown = 0;
    // A link that was followed while controls were still being answered
    let next;

    const busy = () => form() && changes !== shown;
    const holdsControls = target => form() && (target.contains(form()) || form().contains(target) || $("[form='state']", target));
    const isControl = element => form() && element.form === form() && !element.matches("[data-search]");

    function follow() {
        const link = next;
        next = undefined;
        link && link.isConnected && link.click();
    }

    function waits(event) {
        const link = event.target.closest("#content a[href]");
        if (link && busy() && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            event.stopPropagation();
            next = link;
        }
    }

    // ---- a server that is slow, lost or refuses ------------------------------------------------------------------
    const SLOW_MILLIS = 1200;
    const LOST = "The server cannot be reached; what is shown is from before.";
    const SLOW = "The server has not answered yet; what is shown is from before.";
    let again;
    const watched = new Map();

    function say(text, retry, label = "Try again") {
        const box = $("#trouble");
        again = retry;
        $("span", box).textContent = text;
        $("button", box).textContent = label;
        $("button", box).hidden = !retry;
        box.hidden = false;
    }

    function quiet() {
        const box = $("#trouble");
        box && (box.hidden = true);
        again = undefined;
    }

    const polls = element => (element.getAttribute("hx-trigger") || "").startsWith("every");

    // What asks once more for what an element asked for
    function retryOf(element, config) {
        if (polls(element)) {
            return undefined;
        }
        if (element === form()) {
            return () => element.requestSubmit();
        }
        if (element.matches("form")) {
            return () => element.requestSubmit(config.triggeringEvent && config.triggeringEvent.submitter);
        }
        return element.matches("a") ? () => element.click()
            : () => window.htmx.ajax(config.verb, config.path, { source: element, target: config.target, select: "unset" });
    }

    // Controls go back to what is drawn; the retry sets them again to what was wanted.
    function takeBack() {
        const wanted = Array.from(form().elements).filter(field => field.name && field.type !== "hidden")
            .map(field => [field, field.type === "checkbox" ? "checked" : "value", field.type === "checkbox" ? field.checked : field.value]);
        wanted.forEach(([field, property]) => {
            if (field.matches("select")) {
                const drawn = Array.from(field.options).find(option => option.defaultSelected) || field.options[0];
                drawn && (field.value = drawn.value);
            } else {
                field[property] = property === "checked" ? field.defaultChecked : field.defaultValue;
            }
        });
        changes = shown;
        next = undefined;
        return () => {
            wanted.forEach(([field, property, value]) => { field[property] = value; });
            changes++;
            form().requestSubmit();
        };
    }

    function failed(element, config, text) {
        if (element === form()) {
            say(text, takeBack());
        } else {
            say(polls(element) ? `${text} This page keeps asking.` : text, retryOf(element, config));
        }
    }

    // Another page takes the place of this one, so what this one waits for must not come after it.
    function leaves(detail) {
        const target = detail.target;
        form() && detail.elt !== form() && target && target.id === "page" && window.htmx.trigger(form(), "htmx:abort");
    }

    function messageOf(answer) {
        const page = new DOMParser().parseFromString(answer.responseText, "text/html");
        const message = $("#error p", page);
        return message ? message.textContent : `The server refused (${answer.status}).`;
    }

    // ---- wiring ------------------------------------------------------------------------------------------------
    document.addEventListener("DOMContentLoaded", () => window.htmx.defineExtension("patch", {
        isInlineSwap: style => style === "patch",
        handleSwap: (style, target, fragment) => {
            if (style === "patch-within") {
                const filled = target.cloneNode(false);
                filled.append(...Array.from(fragment.childNodes));
                patchAttributes(target, filled);
                patchChildren(target, filled);
                return [target];
            }
            if (style !== "patch" || !fragment.firstElementChild) {
                return false;
            }
            patchInPlace(target, fragment);
            return [target];
        },
    }));
    document.addEventListener("change", event => {
        isControl(event.target) && changes++;
    }, true);
    document.addEventListener("click", event => {
        if (event.target.closest("#trouble button") && again) {
            const retry = again;
            quiet();
            retry();
        } else {
            waits(event);
        }
    }, true);
    document.addEventListener("htmx:beforeRequest", event => {
        const { elt, xhr, requestConfig } = event.detail;
        if (elt === document.body && busy()) {
            event.preventDefault();
            return;
        }
        leaves(event.detail);
        xhr.changes = changes;
        watched.set(xhr, setTimeout(() => say(SLOW, retryOf(elt, requestConfig)), SLOW_MILLIS));
    });
    document.addEventListener("htmx:afterRequest", event => {
        clearTimeout(watched.get(event.detail.xhr));
        watched.delete(event.detail.xhr);
        event.detail.successful && quiet();
    });
    ["htmx:sendError", "htmx:timeout"].forEach(name => document.addEventListener(name, event => {
        failed(event.detail.elt, event.detail.requestConfig, LOST);
    }));
    document.addEventListener("htmx:beforeSwap", event => {
        const { xhr, requestConfig, target } = event.detail;
        const asker = requestConfig.elt;
        if (xhr.status >= 400 && !asker.matches("a")) {
            event.detail.shouldSwap = false;
            const expired = xhr.status === 401 || xhr.status === 403;
            expired ? say(messageOf(xhr), () => location.reload(), "Load the page again") : failed(asker, requestConfig, messageOf(xhr));
        } else if (busy() && xhr.changes !== changes && holdsControls(target)) {
            // The reader has gone on; the request that follows says all there is to say.
            event.detail.shouldSwap = false;
            asker.matches("#content a") && (next = asker);
        } else if (target.id === "page") {
            shown = changes;
        }
    });
    document.addEventListener("htmx:afterSettle", event => event.detail.elt && !busy() && follow());
    window.addEventListener("popstate", () => {
        form() && window.htmx.trigger(form(), "htmx:abort");
        shown = changes;
    });
})();
