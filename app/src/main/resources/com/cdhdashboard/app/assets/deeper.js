// What a reader points at in a chart or a table leads deeper: a small menu of links, each of which is a page of its own, so that the
// browser's back, a new tab and the keyboard work as everywhere. Figures say in "drill" what their traces stand for.
"use strict";
(() => {
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));
    const MOST_BREAKDOWNS = 4;
    const MOST_BUTTONS = 40;
    const STILL = 5;
    const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const DAY_MILLIS = 86400000;
    const TIMES = ["Day", "Week", "Month", "Quarter", "Year"];

    // ---- what a part of a chart stands for -----------------------------------------------------------------------
    const drillOf = trace => trace && (trace.meta && trace.meta.drill || trace.type === "indicator" && trace.customdata && trace.customdata[0]);

    // A place along an axis, as a value of its dimension; the missing value has none in time.
    function valueAt(dimension, place) {
        const text = String(place);
        const time = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
        if (!time || dimension.kind === "value") {
            return { ...dimension, label: text, text };
        }
        const written = `${MONTHS[time[2] - 1]} ${time[1]}`;
        return dimension.kind === "month"
            ? { ...dimension, label: text.slice(0, 7), text: written }
            : { ...dimension, label: text, text: `${dimension.kind === "week" ? "week of " : ""}${Number(time[3])} ${written}` };
    }

    // What is said of each point rather than of the whole trace
    const valuesOfEach = (each, number) => (each || []).filter(({ of }) => of[number] !== undefined)
        .map(({ values, of, ...dimension }) => ({ ...dimension, ...values[of[number]] }));

    // The id of an area is the labels of its groups, each after its length.
    function valuesOfArea(path, id) {
        const values = [];
        let rest = String(id).slice("all".length);
        for (const dimension of path) {
            const head = /^\/(\d+):/.exec(rest);
            if (!head) {
                break;
            }
            const label = rest.slice(head[0].length, head[0].length + Number(head[1]));
            rest = rest.slice(head[0].length + label.length);
            values.push(valueAt(dimension, label));
        }
        return values;
    }

    // Cells have the numbers of their row and column.
    const numbersOf = ({ pointNumber }) => Array.isArray(pointNumber) ? { y: pointNumber[0], x: pointNumber[1] } : { y: pointNumber, x: pointNumber };
    const placeOf = (point, letter) => point.data[letter][numbersOf(point)[letter]];

    function valuesOf(point) {
        const drill = drillOf(point.data);
        const along = ["x", "y"].filter(letter => drill[letter]).map(letter => valueAt(drill[letter], placeOf(point, letter)));
        const values = [...drill.is, ...valuesOfEach(drill.each, numbersOf(point).x), ...along, ...(drill.path ? valuesOfArea(drill.path, point.id) : [])];
        // One dimension may be colour, axis and small chart at once.
        return values.filter((value, place) => values.findIndex(({ dimension }) => dimension === value.dimension) === place);
    }

    // Of all series at one place the one that was aimed at
    function aimedAt({ points, event }) {
        const top = event && event.target && event.target.getBoundingClientRect().top;
        const distance = point => point.yaxis && point.yaxis.d2p && Number.isFinite(top)
            ? Math.abs(point.yaxis.d2p(point.y) - (event.clientY - top)) : 0;
        return points.filter(point => drillOf(point.data)).sort((one, other) => distance(one) - distance(other))[0];
    }

    // ---- where it leads ------------------------------------------------------------------------------------------
    const quoted = label => label.startsWith("\"") || label.includes(",") || label !== label.trim() ? `"${label.replace(/"/g, "\"\"")}"` : label;
    const filterName = dimension => `filter.${dimension.replace(/\./g, "..")}`;

    function without(parameters, dimension) {
        Array.from(parameters.keys()).filter(name => ["", ".not", ".from", ".to", ".contains"].some(end => name === filterName(dimension) + end))
            .forEach(name => parameters.delete(name));
    }

    // From which day to which a part reaches, as "2026-10-05..2026-10-11"; the missing day reaches nowhere.
    function daysOf({ kind, label, labels, days }) {
        const length = { day: 1, week: 7 }[kind];
        if (days || labels || !/^\d/.test(label || "")) {
            return days;
        }
        const last = length && new Date(Date.parse(label) + (length - 1) * DAY_MILLIS);
        return kind === "period" ? label : last && `${label}..${last.toISOString().slice(0, 10)}`;
    }

    // What several stretches of days have in common; where that is nothing, the first of them. An end may be open.
    function common(stretches) {
        const ends = place => stretches.map(stretch => stretch.split("..")[place]).filter(Boolean).sort();
        const [from, to] = [ends(0).pop() || "", ends(1).shift() || ""];
        return from && to && from > to ? stretches[0] : `${from}..${to}`;
    }

    // Weeks end where the period does that they are shown of: one that is said, or else the one of the page.
    function withDays(values, asked) {
        const { label: said } = values.find(({ kind }) => kind === "period") || {};
        return values.map(value => {
            const days = daysOf(value);
            const within = value.kind === "week" && (said || asked);
            return { ...value, days: days && within ? common([days, within]) : days };
        });
    }

    // Weeks and periods are asked for by their days.
    const filtered = ({ kind, dimension }) => ["week", "period"].includes(kind) ? "Day" : dimension;

    function keepDays(parameters, dimension, stretches) {
        const [from, to] = common(stretches).split("..");
        const name = filterName(dimension);
        // Single days that are asked for or left out still count within a longer time.
        from === to ? without(parameters, dimension) : [".from", ".to"].forEach(end => parameters.delete(name + end));
        dimension === "Day" && parameters.delete("period");
        from && parameters.set(`${name}.from`, from);
        to && parameters.set(`${name}.to`, to);
    }

    function keepOnly(parameters, values) {
        values.filter(({ days }) => !days).forEach(({ dimension, label, labels, not }) => {
            not || without(parameters, dimension);
            (labels || [label]).forEach(each => parameters.append(filterName(dimension) + (not ? ".not" : ""), quoted(each)));
        });
        const times = values.filter(({ days }) => days);
        new Set(times.map(filtered)).forEach(dimension =>
            keepDays(parameters, dimension, times.filter(value => filtered(value) === dimension).map(({ days }) => days)));
        // One period alone is compared with nothing.
        times.some(({ kind }) => kind === "period") && ["compare", "compare.from", "compare.to"].forEach(name => parameters.delete(name));
    }

    function address(from, change) {
        const url = new URL(from, location.href);
        ["page", "row", "column"].forEach(name => url.searchParams.delete(name));
        change(url.searchParams);
        return url.pathname + url.search;
    }

    const only = (values, from = location.href) => address(from, parameters => keepOnly(parameters, values));
    // Of several values that are asked for the others stay; without any, all but this one are.
    const leavingOut = value => address(location.href, parameters => {
        const name = filterName(value.dimension);
        const asked = parameters.getAll(name);
        const others = asked.filter(each => each !== quoted(value.label));
        asked.length && !others.length && without(parameters, value.dimension);
        parameters.delete(name);
        others.forEach(each => parameters.append(name, each));
        others.length && others.length < asked.length || parameters.append(`${name}.not`, quoted(value.label));
    });

    // Other dimensions that the colours can be, where they are one at all
    function breakdowns(values) {
        const select = document.getElementById("control-color");
        const options = select ? Array.from(select.options).filter(option => option.value) : [];
        const taken = values.map(value => value.dimension);
        return options.some(option => taken.includes(option.value)) ? options.filter(option => ![...taken, ...TIMES].includes(option.value)).slice(0, MOST_BREAKDOWNS) : [];
    }

    function linksOf(values, report) {
        const links = values.length > 1 ? [["Only this", only(values)]] : [];
        const told = value => values.some(other => other !== value && other.text === value.text) ? `${value.text} (${value.title})` : value.text;
        values.forEach(value => links.push([`Only ${told(value)}`, only([value])]));
        values.filter(value => !value.labels && !value.days).forEach(value => links.push([`Without ${told(value)}`, leavingOut(value)]));
        breakdowns(values).forEach(option => links.push([`By ${option.label.toLowerCase()}`, address(only(values), parameters => {
            parameters.set("color", option.value);
        })]));
        report && links.push(["Open report", only(values, report)]);
        return links;
    }

    // Another view of what a part shows
    function viewsOf(point) {
        const { opens } = drillOf(point.data);
        const [x, y] = opens ? ["x", "y"].map(letter => placeOf(point, letter)) : [];
        return x === y ? [] : [[`${x} and ${y} ${opens.view}`, address(location.href, parameters => {
            Object.entries({ ...opens.choices, x: opens.places[x], y: opens.places[y] }).forEach(([name, value]) => parameters.set(name, value));
        })]];
    }

    // ---- the menu ------------------------------------------------------------------------------------------------
    let opener;

    function menu() {
        const box = document.getElementById("deeper") || document.createElement("div");
        if (!box.id) {
            Object.assign(box, { id: "deeper", className: "deeper", popover: "auto" });
            box.setAttribute("role", "dialog");
            box.setAttribute("aria-label", "Go deeper");
            document.body.append(box);
        }
        return box;
    }

    function link([text, url]) {
        const item = document.createElement("li");
        const anchor = document.createElement("a");
        Object.assign(anchor, { textContent: text, href: url });
        item.append(anchor);
        return item;
    }

    function show(parts, place, { report, asked, views = [] } = {}) {
        const values = withDays(parts, asked);
        const box = menu();
        const list = document.createElement("ul");
        const head = document.createElement("p");
        head.textContent = values.map(value => `${value.title}: ${value.text}`).join(" · ");
        list.append(...views.map(link), ...linksOf(values, report).map(link));
        box.replaceChildren(...(values.length ? [head] : []), list);
        window.htmx.process(box);
        opener = document.activeElement;
        box.matches(":popover-open") || box.showPopover();
        const { width, height } = box.getBoundingClientRect();
        box.style.left = `${Math.max(8, Math.min(place.x, window.innerWidth - width - 8))}px`;
        box.style.top = `${Math.max(8, Math.min(place.y + 4, window.innerHeight - height - 8))}px`;
        $("a", box).focus({ preventScroll: true });
    }

    const reportOf = chart => {
        const card = chart.closest("article");
        const open = card && $(".card-link", card);
        return open && open.href;
    };

    // Of a chart the report behind it and the days that it is asked of
    function pageOf(chart) {
        const { meta } = $(".plot", chart).layout;
        return { report: reportOf(chart), asked: meta && meta.days };
    }

    // ---- series by keyboard --------------------------------------------------------------------------------------
    // Of a trace that the legend names its colour and its small chart, each alone; of others all that a part stands for
    function partsOf(trace) {
        const { is, each } = drillOf(trace);
        if (is.length) {
            return trace.name ? is.map(value => [value]) : [is];
        }
        const numbers = each ? each[0].of.map((of, number) => number) : [];
        const first = new Map();
        numbers.forEach(number => {
            const key = each.map(({ of }) => of[number]).join();
            first.has(key) || first.set(key, number);
        });
        return Array.from(first.values(), number => valuesOfEach(each, number));
    }

    // What the buttons stand for, colours before small charts, each with the places of its traces
    function seriesOf(plot) {
        const series = new Map();
        plot.data.forEach((trace, place) => drillOf(trace) && partsOf(trace).forEach((values, rank) => {
            const key = JSON.stringify(values);
            series.has(key) || series.set(key, { values, rank: trace.name && drillOf(trace).is.length ? rank : 0, places: [] });
            series.get(key).places.push(place);
        }));
        return Array.from(series.values()).sort((one, other) => one.rank - other.rank);
    }

    const groupOf = trace => trace.legendgroup || trace.name;

    // Along with a trace goes what else the legend hides with it, such as its band.
    const goesWith = (one, other) => one === other || groupOf(one) === groupOf(other) && one.xaxis === other.xaxis && one.yaxis === other.yaxis;

    function toggle(plot, series, alone) {
        const places = plot.data.map((each, place) => place);
        const own = places.filter(place => series.places.some(each => goesWith(plot.data[each], plot.data[place])));
        if (!alone) {
            const hidden = isHidden(plot, series);
            return window.Plotly.restyle(plot, { visible: hidden ? true : "legendonly" }, own);
        }
        const others = places.filter(place => groupOf(plot.data[place]) && !own.includes(place));
        const isolated = others.every(place => plot.data[place].visible === "legendonly");
        return window.Plotly.restyle(plot, { visible: places.map(place => isolated || !others.includes(place) ? true : "legendonly") }, places);
    }

    const isHidden = (plot, { places }) => places.every(place => plot.data[place].visible === "legendonly");
    const nameOf = ({ values }) => values.map(value => value.text).join(" · ");

    // However a series was hidden, its button tells it, and what changed is said.
    function tellStates(chart, plot) {
        const buttons = $$("button[aria-pressed]", document.getElementById(`series-${chart.id}`) || chart);
        const hiding = seriesOf(plot).filter(each => hides(plot, each));
        const changed = hiding.filter((each, place) => {
            const pressed = String(!isHidden(plot, each));
            const differs = buttons[place] && buttons[place].getAttribute("aria-pressed") !== pressed;
            differs && buttons[place].setAttribute("aria-pressed", pressed);
            return differs;
        });
        const words = [[changed.filter(each => isHidden(plot, each)), "hidden"], [changed.filter(each => !isHidden(plot, each)), "shown"]]
            .filter(([some]) => some.length).map(([some, what]) => `${some.map(nameOf).join(", ")} ${what}`);
        words.length && document.dispatchEvent(new CustomEvent("chart:said", { detail: words.join("; ") }));
    }

    // What the legend names can be hidden.
    const hides = (plot, { places }) => places.every(place => plot.data[place].name && drillOf(plot.data[place]).is.length);

    function seriesButtons(chart, plot) {
        const series = seriesOf(plot);
        const old = $(".series", chart.parentElement);
        old && old.remove();
        if (!series.length) {
            return;
        }
        const bar = document.createElement("div");
        Object.assign(bar, { className: "series", id: `series-${chart.id}` });
        bar.setAttribute("role", "group");
        bar.setAttribute("aria-label", "Series of the chart");
        series.slice(0, MOST_BUTTONS).forEach(each => {
            const button = document.createElement("button");
            const hiding = hides(plot, each);
            Object.assign(button, { type: "button", className: "btn btn-sm", textContent: nameOf(each) });
            hiding && button.setAttribute("aria-pressed", String(!isHidden(plot, each)));
            button.title = hiding ? "Enter: go deeper. Space: hide or show. Shift and space: this one alone" : "Enter: go deeper";
            button.addEventListener("keydown", event => {
                if (hiding && event.key === " ") {
                    event.preventDefault();
                    toggle(plot, each, event.shiftKey);
                }
            });
            button.addEventListener("click", () => {
                const box = button.getBoundingClientRect();
                show(each.values, { x: box.left, y: box.bottom }, pageOf(chart));
            });
            bar.append(button);
        });
        const more = series.length - MOST_BUTTONS;
        more > 0 && bar.append(more === 1 ? "1 more is in the table." : `${more} more are in the table.`);
        chart.after(bar);
    }

    // The library tells nothing of dials, and the room within one is no part of it.
    const dialAt = (chart, { clientX, clientY }) => $$(".indicatorlayer .trace", chart).find(dial => {
        const box = dial.getBoundingClientRect();
        return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
    });

    // ---- wiring --------------------------------------------------------------------------------------------------
    function pointed(chart, data) {
        const point = aimedAt(data);
        const values = point ? valuesOf(point) : [];
        const views = point ? viewsOf(point) : [];
        const { clientX, clientY } = data.event.changedTouches ? data.event.changedTouches[0] : data.event;
        const somewhere = values.length + views.length > 0;
        somewhere && show(values, { x: clientX, y: clientY }, { ...pageOf(chart), views });
        return somewhere;
    }

    // Where a pointer went down, and what a chart in space had there
    let pressed = {};
    const stays = ({ clientX, clientY }) => Math.hypot(clientX - pressed.x, clientY - pressed.y) < STILL;

    // Elsewhere, as in a preview, there is no page behind a chart to go into.
    const leads = chart => Boolean(chart && chart.closest("#report, #dashboard"));

    document.addEventListener("chart:drawn", event => {
        const chart = event.target;
        if (!leads(chart)) {
            return;
        }
        const plot = $(".plot", chart);
        chart.toggleAttribute("data-deeper", plot.data.some(drillOf));
        // Charts in space tell what is pressed, whose release would close the menu again.
        plot.on("plotly_click", data => { data.event ? pointed(chart, data) : pressed = { ...pressed, chart, points: data.points }; });
        // The menu takes the place of going into an area, which "Only" does with the table.
        plot.on("plotly_treemapclick", data => !pointed(chart, data));
        plot.on("plotly_restyle", () => tellStates(chart, plot));
        seriesButtons(chart, plot);
    });

    // What is shown is changed in place by what the server sends, which knows of no such buttons.
    document.addEventListener("htmx:load", () => $$("[data-chart][data-deeper]")
        .forEach(chart => document.getElementById(`series-${chart.id}`) || seriesButtons(chart, $(".plot", chart))));
    document.addEventListener("pointerdown", event => { pressed = { x: event.clientX, y: event.clientY }; }, true);
    document.addEventListener("click", event => {
        const chart = event.target.closest("[data-chart]");
        if (chart && pressed.chart === chart && stays(event)) {
            pointed(chart, { points: pressed.points, event });
            return;
        }
        const dial = leads(chart) && dialAt(chart, event);
        if (dial) {
            const trace = $(".plot", chart).data.filter(each => each.type === "indicator")[$$(".indicatorlayer .trace", chart).indexOf(dial)];
            const drill = drillOf(trace);
            drill && show(drill.is, { x: event.clientX, y: event.clientY }, pageOf(chart));
            return;
        }
        const cell = event.target.closest("a[data-drill]");
        if (cell && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            event.stopPropagation();
            const row = $$("a[data-drill]", cell.closest("tr")).map(each => ({ ...each.dataset, label: each.dataset.drill, text: each.textContent }));
            const own = row[$$("a[data-drill]", cell.closest("tr")).indexOf(cell)];
            const box = cell.getBoundingClientRect();
            show([own, ...row.filter(value => value !== own)], { x: box.left, y: box.bottom });
        }
    }, true);
    document.addEventListener("click", event => {
        event.target.closest("#deeper a") && !event.ctrlKey && !event.metaKey && !event.shiftKey && menu().hidePopover();
    });
    document.addEventListener("toggle", event => {
        event.target.id === "deeper" && event.newState === "closed" && opener && opener.isConnected && opener.focus({ preventScroll: true });
    }, true);
    document.addEventListener("keydown", event => {
        const box = event.target.closest("#deeper");
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (box && step) {
            const stops = $$("a", box);
            event.preventDefault();
            stops[(stops.indexOf(event.target) + step + stops.length) % stops.length].focus();
        }
    });
})();
