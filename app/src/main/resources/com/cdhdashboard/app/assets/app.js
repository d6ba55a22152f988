// Theme, filters, uploads, rotation; charts are in charts.js, and what controls ask for is in state.js. Loaded before the page is
// painted, so that the theme never flashes.
"use strict";
(() => {
    const root = document.documentElement;
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));

    // ---- theme -------------------------------------------------------------------------------------------------
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    const chosenTheme = () => (document.cookie.match(/(?:^|; )theme=(light|dark)/) || [])[1];
    if (!root.dataset.bsTheme) {
        root.dataset.bsTheme = system.matches ? "dark" : "light";
    }
    system.addEventListener("change", () => chosenTheme() || setTheme(system.matches ? "dark" : "light"));

    const setTheme = theme => { root.dataset.bsTheme = theme; };

    function toggleTheme() {
        const theme = root.dataset.bsTheme === "dark" ? "light" : "dark";
        document.cookie = `theme=${theme}; path=/; max-age=31536000; SameSite=Lax`;
        setTheme(theme);
    }

    // ---- filters -----------------------------------------------------------------------------------------------
    function clearFilter(button) {
        const box = button.closest(".subfilter") || button.closest(".filter");
        $$("input:not([type=search])", box).forEach(input => {
            input.checked = false;
            if (input.type !== "checkbox") {
                input.value = "";
            }
        });
        button.dispatchEvent(new Event("change", { bubbles: true }));
    }

    // What the reader has open stays open while the page around it is replaced.
    let kept;
    function keep() {
        kept = {
            open: $$("details[open][id]").map(element => element.id).filter(id => id !== "menu"),
            closed: $("#menu:not([open])") ? ["menu"] : [],
            searches: $$("input[type=search][id]").map(input => [input.id, input.value]).filter(([, text]) => text),
            lists: $$(".options").filter(list => list.scrollTop).map(list => [list.previousElementSibling.id, list.scrollTop]),
            menu: $("#menu") ? $("#menu").scrollTop : 0,
        };
    }

    function restore() {
        if (!kept) {
            return;
        }
        const state = kept;
        kept = null;
        state.closed.forEach(id => { const element = document.getElementById(id); element && (element.open = false); });
        state.open.forEach(id => { const element = document.getElementById(id); element && (element.open = true); });
        state.searches.forEach(([id, text]) => {
            const input = document.getElementById(id);
            if (input) {
                input.value = text;
                window.searching.narrow(input);
            }
        });
        state.lists.forEach(([id, top]) => {
            const input = document.getElementById(id);
            input && (input.nextElementSibling.scrollTop = top);
        });
        if ($("#menu")) {
            $("#menu").scrollTop = state.menu;
        }
    }

    // The address holds only what differs from the report's own settings.
    function trimParameters(event) {
        if (event.detail.elt.id !== "state") {
            return;
        }
        const data = event.detail.formData;
        $$("[data-initial]").forEach(select => {
            if (select.dataset.explicit !== "true" && select.value === select.dataset.initial) {
                data.delete(select.name);
            }
        });
        for (const [name, value] of Array.from(data.entries())) {
            if (value === "" && (name.startsWith("filter.") || name === "search")) {
                const rest = data.getAll(name).filter(text => text !== "");
                data.delete(name);
                rest.forEach(text => data.append(name, text));
            }
        }
    }

    function moveFocus(event) {
        const list = event.target.closest(".options, .panel");
        if (!list || !["ArrowDown", "ArrowUp"].includes(event.key) || event.target.type === "date") {
            return;
        }
        const panel = event.target.closest(".panel");
        const stops = $$("input[type=search], .option:not([hidden]) input", panel).filter(stop => stop.offsetParent);
        const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
        if (next) {
            event.preventDefault();
            next.focus();
        }
    }

    // ---- what is this? -----------------------------------------------------------------------------------------
    const GAP = 6;
    const MARGIN = 12;
    let asker;

    // Beside what was asked about, where the window is wide enough; the style sheet places it elsewhere.
    function placeAnswer(panel) {
        const anchor = panel.id === "what" ? asker : $(`[popovertarget="${panel.id}"]`);
        const wide = window.innerWidth > 640;
        panel.classList.toggle("placed", wide);
        if (!wide || !anchor) {
            return;
        }
        const box = anchor.getBoundingClientRect();
        const below = window.innerHeight - box.bottom - GAP - MARGIN;
        const above = box.top - GAP - MARGIN;
        const under = below > 320 || below > above;
        const set = (name, pixels) => panel.style.setProperty(name, `${Math.round(pixels)}px`);
        set("--left", Math.max(MARGIN, Math.min(box.left, window.innerWidth - 420 - MARGIN)));
        set("--room", under ? below : above);
        panel.classList.toggle("under", under);
        set(under ? "--top" : "--bottom", under ? box.bottom + GAP : window.innerHeight - box.top + GAP);
    }

    function markAsked(row, open) {
        $$("tr.asked").forEach(marked => marked.classList.remove("asked"));
        row && row.classList.toggle("asked", open);
    }

    // A click on a number asks what the mark of its row asks, of its column.
    function askCell(cell) {
        const row = $("[name=row]", cell.parentElement);
        const column = $("thead tr", cell.closest("table")).cells[cell.cellIndex];
        const name = column && $(".ask", column);
        if (row && name && window.getSelection().isCollapsed) {
            const field = $("#asked-column");
            field.value = name.value;
            field.disabled = false;
            row.click();
            field.disabled = true;
            asker = cell;
        }
    }

    // ---- freshness ---------------------------------------------------------------------------------------------
    function since(moment) {
        const minutes = Math.floor((Date.now() - Date.parse(moment)) / 60000);
        if (minutes < 1) {
            return "just now";
        }
        const [count, unit] = minutes < 60 ? [minutes, "min"]
            : minutes < 2880 ? [Math.floor(minutes / 60), "h"] : [Math.floor(minutes / 1440), "days"];
        return unit === "days" && count > 30
            ? `on ${new Date(moment).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })}`
            : `${count} ${unit} ago`;
    }

    function tellTimes() {
        $$("time[data-since]").forEach(time => {
            time.textContent = since(time.dateTime);
            time.title = new Date(time.dateTime).toLocaleString();
        });
    }

    async function checkFreshness() {
        const page = $("#page");
        if (document.hidden || !page || !page.dataset.version) {
            return;
        }
        try {
            const answer = await fetch(`${page.dataset.base}/api/v1/status`, { headers: { Accept: "application/json" } });
            const status = await answer.json();
            $("#stale").hidden = status.data_version === page.dataset.version;
        } catch {
            // The server is away; the next look will tell.
        }
    }

    function reload() {
        window.htmx.ajax("GET", location.pathname + location.search, { target: "#page", select: "#page", swap: "patch" });
    }

    // ---- rotation ----------------------------------------------------------------------------------------------
    const PAUSED = "rotation-paused";
    let turn;
    function rotate() {
        clearTimeout(turn);
        const button = $("#rotation");
        const dashboard = $("#dashboard");
        if (button) {
            const paused = sessionStorage.getItem(PAUSED) === "yes";
            button.setAttribute("aria-pressed", String(paused));
            $("span", button).textContent = paused ? "Resume rotation" : "Pause rotation";
            if (!paused) {
                turn = setTimeout(() => { location.href = button.dataset.next; }, Number(button.dataset.interval));
            }
        } else if (dashboard && Number(dashboard.dataset.refresh) > 0) {
            turn = setTimeout(reload, Number(dashboard.dataset.refresh));
        }
    }

    // ---- upload ------------------------------------------------------------------------------------------------
    let files = [];
    let sending;
    const size = bytes => bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;

    function choose(list) {
        files = Array.from(list);
        const form = $("#upload-form");
        const limit = Number(form.dataset.limit);
        const lines = files.slice(0, 200).map(file => {
            const line = document.createElement("li");
            const [name, bytes] = [document.createElement("span"), document.createElement("span")];
            name.textContent = file.name;
            bytes.textContent = file.size > limit ? `${size(file.size)}, too large` : size(file.size);
            line.classList.toggle("too-large", file.size > limit);
            line.append(name, bytes);
            return line;
        });
        if (files.length > lines.length) {
            const line = document.createElement("li");
            line.textContent = `and ${files.length - lines.length} more`;
            lines.push(line);
        }
        $("#chosen").replaceChildren(...lines);
        $("#start-upload").disabled = !files.length || files.some(file => file.size > limit);
    }

    function put(url, file, token, progress) {
        return new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            sending = request;
            request.open("PUT", url);
            request.setRequestHeader("X-Csrf-Token", token);
            request.setRequestHeader("Content-Type", "application/octet-stream");
            request.upload.onprogress = event => progress(event.loaded);
            request.onload = () => request.status === 201 ? resolve() : reject(new Error(messageOf(request.responseText)));
            request.onerror = () => reject(new Error("The connection was lost; try again."));
            request.onabort = () => reject(new Error("Upload cancelled."));
            request.send(file);
        });
    }

    function messageOf(text) {
        try {
            return JSON.parse(text).error.message;
        } catch {
            return "The server refused the upload.";
        }
    }

    async function upload(form) {
        const token = form.elements.csrf.value;
        const bar = $("#upload-progress");
        const button = $("#start-upload");
        const error = $("#upload-error");
        error.hidden = true;
        bar.hidden = false;
        button.disabled = true;
        try {
            const opened = await fetch(form.dataset.uploads, { method: "POST", headers: { "X-Csrf-Token": token } });
            if (!opened.ok) {
                throw new Error(messageOf(await opened.text()));
            }
            const { batch } = await opened.json();
            const total = files.reduce((sum, file) => sum + file.size, 0);
            let done = 0;
            for (const file of files) {
                await put(`${form.dataset.uploads}/${batch}?name=${encodeURIComponent(file.name)}`, file, token, sent => {
                    $("progress", bar).value = total ? 100 * (done + sent) / total : 100;
                    $("[data-upload-text]", bar).textContent = `${size(done + sent)} of ${size(total)}`;
                });
                done += file.size;
            }
            form.elements.batch.value = batch;
            form.submit();
        } catch (problem) {
            error.textContent = problem.message;
            error.hidden = false;
            bar.hidden = true;
            button.disabled = false;
        }
    }

    // ---- wiring ------------------------------------------------------------------------------------------------
    function settle() {
        tellTimes();
        rotate();
        if (window.innerWidth < 992 && $("#menu") && !$("#menu").dataset.seen) {
            $("#menu").dataset.seen = "yes";
            $("#menu").open = false;
        }
    }

    const inPlace = ({ requestConfig, swapOverride }) =>
        (swapOverride || requestConfig.elt.closest("[hx-swap]").getAttribute("hx-swap")).startsWith("patch");

    document.addEventListener("DOMContentLoaded", settle);
    // A report goes into the draft that this browser has open, where it is still there.
    document.addEventListener("submit", event => {
        event.target.matches("form.take") && (event.target.elements.draft.value = localStorage.getItem("configuration-draft" + $("#page").dataset.base) || "");
    }, true);
    document.addEventListener("htmx:beforeSwap", event => {
        const asker = event.detail.requestConfig && event.detail.requestConfig.elt;
        // Where the reader is on the way to elsewhere already, news of the import come too late.
        if (asker && asker.id === "job" && $$(".htmx-request").some(element => element !== asker)) {
            event.detail.shouldSwap = false;
        } else if (event.detail.target && event.detail.target.id === "page" && !inPlace(event.detail)) {
            keep();
        }
    });
    document.addEventListener("htmx:afterSwap", event => {
        const swapped = event.detail.target || event.detail.elt;
        swapped && swapped.id === "what" && swapped.showPopover();
        tellTimes();
    });
    document.addEventListener("beforetoggle", event => {
        if (event.target.matches(".what")) {
            const open = event.newState === "open";
            open && placeAnswer(event.target);
            markAsked(asker && asker.closest("tbody tr"), open && event.target.id === "what");
        }
    }, true);
    document.addEventListener("htmx:load", () => { restore(); settle(); });
    document.addEventListener("htmx:configRequest", trimParameters);
    document.addEventListener("htmx:configRequest", event => {
        const page = $("#page");
        page && (event.detail.headers["X-Csrf-Token"] = page.dataset.token);
    });

    document.addEventListener("click", event => {
        const target = event.target.closest("[data-theme-toggle], [data-reload], [data-clear], #rotation, [data-upload-cancel]");
        $$("details.filter[open]").filter(open => !open.contains(event.target)).forEach(open => { open.open = false; });
        const asked = event.target.closest(".ask, [data-explained] tbody td.num");
        if (asked && asked.matches(".ask")) {
            asker = asked;
        } else if (asked) {
            askCell(asked);
        }
        if (!target) {
            return;
        }
        if (target.matches("[data-theme-toggle]")) {
            toggleTheme();
        } else if (target.matches("[data-reload]")) {
            reload();
        } else if (target.matches("[data-clear]")) {
            clearFilter(target);
        } else if (target.matches("#rotation")) {
            sessionStorage.setItem(PAUSED, sessionStorage.getItem(PAUSED) === "yes" ? "no" : "yes");
            rotate();
        } else if (sending) {
            sending.abort();
        }
    });
    document.addEventListener("keydown", event => {
        if (event.key === "Escape") {
            // Also what a replacement under way would open again
            if (kept) {
                kept.open = [];
            }
            $$("details.filter[open]").forEach(open => { open.open = false; $("summary", open).focus(); });
        }
        moveFocus(event);
    });
    document.addEventListener("change", event => event.target.matches("#files") && choose(event.target.files), true);
    document.addEventListener("submit", event => {
        if (event.target.id === "upload-form") {
            event.preventDefault();
            upload(event.target);
        }
    });
    ["dragover", "dragleave", "drop"].forEach(kind => document.addEventListener(kind, event => {
        const drop = event.target.closest && event.target.closest("#drop");
        if (drop) {
            event.preventDefault();
            drop.classList.toggle("over", kind === "dragover");
            kind === "drop" && choose(event.dataTransfer.files);
        }
    }));
    document.addEventListener("scroll", () => {
        const bar = $("[data-filterbar]");
        bar && bar.classList.toggle("stuck", bar.getBoundingClientRect().top <= 0 && window.scrollY > 0);
    }, { passive: true });
    document.addEventListener("visibilitychange", checkFreshness);
    setInterval(tellTimes, 30000);
    setInterval(checkFreshness, 30000);
})();
