// Charts: figures are fitted to theme and width, and drawn when they come into view.
"use strict";
(() => {
    const root = document.documentElement;
    const RESIZE_MILLIS = 100;
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));

    // ---- the library -------------------------------------------------------------------------------------------
    const SPATIAL = ["scatter3d"];
    const loaded = new Map();
    function load(address) {
        loaded.has(address) || loaded.set(address, new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.src = address;
            // Fetched beside one another, they run in the order in which they were asked for.
            script.async = false;
            script.onload = resolve;
            script.onerror = () => reject(new Error(`${address} could not be loaded`));
            document.head.append(script);
        }));
        return loaded.get(address);
    }

    // What draws in space is large, and few figures are.
    async function loadPlotly({ data }) {
        const { plotly, plotlySpatial } = root.dataset;
        await Promise.all([load(plotly), data.some(({ type }) => SPATIAL.includes(type)) && load(plotlySpatial)]);
        return window.Plotly;
    }

    // Percent signs stand behind a space everywhere. Plotly has none, but puts the sign of a currency where it is told to.
    const numberFormats = ["tickformat", "valueformat"];
    const percents = { en: { format: { currency: ["", "\u00a0%"] } } };
    const spaced = format => /[^%]%$/.test(format) ? "$" + format : format;

    // Figures name colours of the theme as var(--name), anywhere in their data.
    function themed(value, style) {
        if (typeof value === "string") {
            return value.includes("var(--")
                ? value.replace(/var\((--[\w-]+)\)/g, (all, name) => style.getPropertyValue(name).trim() || all)
                : value;
        }
        if (Array.isArray(value)) {
            return value.map(item => themed(item, style));
        }
        if (value && typeof value === "object") {
            return Object.fromEntries(Object.entries(value).map(([key, item]) =>
                [key, numberFormats.includes(key) ? spaced(item) : themed(item, style)]));
        }
        return value;
    }

    // ---- on a telephone ----------------------------------------------------------------------------------------
    // Figures are made for wide screens; on a telephone, and in a narrow place, what stands side by side there is stacked.
    // What a letter of a name takes, in pixels
    const LETTER = 6.4;
    const telephone = window.matchMedia("(max-width: 640px)");
    const isNarrow = element => telephone.matches || Boolean(element.closest("[data-narrow]"));

    // Names above and beside, or one of each small chart where these are no grid.
    function stackFacets(layout, { rows, columns }) {
        const notes = layout.annotations || [];
        const titles = name => notes.filter(note => note.name === name).map(note => note.text);
        const [above, beside, own] = [titles("column"), titles("row"), titles("panel")];
        const count = own.length || rows * columns;
        // Charts that are high for their many lines stay so.
        const most = rows === 1 && layout.height > 600 ? 0.7 * layout.height : 240;
        const cell = Math.max(120, Math.min(most, layout.height / rows, 5600 / count));
        const height = count * cell + 90;
        const strip = 24 / height;
        const axis = (letter, place) => layout[letter + "axis" + (place ? place + 1 : "")];
        const titleOf = letter => Object.keys(layout).filter(name => name.startsWith(letter + "axis"))
            .map(name => layout[name].title).find(Boolean);
        const [xTitle, yTitle] = [titleOf("x"), titleOf("y")];
        const named = ["column", "row", "panel"];
        const style = notes.find(note => named.includes(note.name));
        layout.annotations = notes.filter(note => !named.includes(note.name));
        for (let place = 0; place < count; place++) {
            const [x, y] = [axis("x", place), axis("y", place)];
            const top = 1 - place / count - strip;
            Object.assign(x, { domain: [0, 1], showticklabels: place === count - 1, title: place === count - 1 ? xTitle : undefined });
            Object.assign(y, { domain: [1 - (place + 1) / count + strip / 3, top], showticklabels: true, title: place === count >> 1 ? yTitle : undefined });
            const text = own[place] || [beside[Math.floor(place / columns)], above[place % columns]].filter(Boolean).join(", ");
            layout.annotations.push({ ...style, name: "cell", text, x: 0, xanchor: "left", y: top, yanchor: "bottom", textangle: 0 });
        }
        layout.height = height;
        layout.legend && (layout.legend.y = 1);
    }

    // Around a small circle and below a narrow chart there is room for a dozen short names, and for half as many dates.
    const isDate = text => /^\d{1,2} [A-Z][a-z]{2}\b/.test(text);
    function thinOut(axis, short = text => text) {
        const every = Math.ceil(axis.ticktext.length / (axis.ticktext.every(isDate) ? 6 : 12));
        axis.ticktext = axis.ticktext.map((text, place) => place % every ? "" : short(text));
    }

    const withoutMiddle = text => text.length > 14 && !/[&<]/.test(text) ? text.slice(0, 7) + "…" + text.slice(-6) : text;

    // As many gauges stand side by side as have room, and lines are as full as each other. Titles would lie over small dials,
    // so they become notes above them.
    function layGauges({ data, layout }, width) {
        const gauges = data.filter(trace => trace.type === "indicator");
        if (!gauges.length) {
            return;
        }
        const lines = Math.ceil(gauges.length / Math.max(2, Math.floor(width / 190)));
        const columns = Math.ceil(gauges.length / lines);
        const cell = width / columns;
        const narrow = cell < 190;
        const line = narrow ? 150 : 200;
        const legend = (layout.annotations || []).filter(note => note.name === "legend");
        const side = Math.min(0.25, 40 / cell);
        layout.annotations = legend;
        gauges.forEach((gauge, place) => {
            const left = place % columns / columns;
            const bottom = 1 - (Math.floor(place / columns) + 1) / lines;
            gauge.domain = { x: [left + side / columns, left + (1 - side) / columns], y: [bottom + 0.04 / lines, bottom + (narrow ? 0.6 : 0.66) / lines] };
            narrow && (gauge.number.font = { size: 16 });
            narrow && (gauge.gauge.axis.nticks = 2);
            layout.annotations.push({ text: gauge.title.text, xref: "paper", yref: "paper", x: left + 0.5 / columns, y: bottom + 0.98 / lines, xanchor: "center", yanchor: "top", showarrow: false, font: gauge.title.font });
            delete gauge.title;
        });
        legend.forEach(note => narrow && Object.assign(note, { text: note.text.replace(/\u2003/g, "<br>") }));
        legend.length && narrow && (layout.margin.t = 100);
        layout.height = lines * line + layout.margin.t + layout.margin.b;
    }

    function layColorsAbove(trace) {
        const bar = trace.colorbar || trace.marker && trace.marker.colorbar;
        bar && Object.assign(bar, { orientation: "h", x: 0.5, y: 1.01, yanchor: "bottom", thickness: 10, nticks: 5 });
        bar && bar.title && (bar.title.side = "top");
    }

    // Words of a title that is too long for the height go to further lines.
    function wrapTitle(axis) {
        if (axis && axis.title && axis.title.text && axis.title.text.length > 36) {
            axis.title.text = axis.title.text.replace(/(.{20,34}?) /g, "$1<br>");
        }
    }

    const ENTITIES = [["&amp;", "&"], ["&lt;", "<"], ["&gt;", ">"]];
    const plain = text => ENTITIES.reduceRight((read, [entity, sign]) => read.replaceAll(entity, sign), text);
    const escaped = text => ENTITIES.reduce((written, [entity, sign]) => written.replaceAll(sign, entity), text);

    // A name in up to two lines of so many letters; what is longer loses its middle.
    function twoLines(text, letters) {
        const cut = line => line.length <= letters ? line : line.slice(0, letters >> 1) + "…" + line.slice(1 - (letters + 1 >> 1));
        const [first, ...others] = text.split(" ").reduce((lines, word) => {
            const last = lines.length - 1;
            const longer = `${lines[last]} ${word}`;
            return last >= 0 && longer.length <= letters ? [...lines.slice(0, last), longer] : [...lines, word];
        }, []);
        return [first, others.join(" ")].filter(Boolean).map(cut);
    }

    // Names around a circle have the room that they need, up to a quarter of the width.
    function layCircle({ data, layout }, width) {
        const axis = layout.polar.angularaxis;
        const lines = axis.ticktext.map(text => twoLines(plain(text), Math.max(8, Math.floor(width / 4 / LETTER))));
        const longest = Math.max(...lines.flat().map(line => line.length));
        axis.ticktext = lines.map(name => name.map(escaped).join("<br>"));
        Object.assign(layout.margin, { l: longest * LETTER + 16, r: longest * LETTER + 16 });
        const above = lines.some(name => name.length > 1) ? 40 : 24;
        // Higher than circle and legend there would be nothing but air.
        layout.height = Math.min(layout.height, width - layout.margin.l - layout.margin.r + layout.margin.t + layout.margin.b + 60 + 20 * data.length);
        layout.legend.y = 1 + above / (layout.height - layout.margin.t - layout.margin.b);
    }

    // Numbers in cells are left out where they would be smaller than anyone reads; the hovers have them.
    function writeCells(trace, layout, width) {
        const [from, to] = layout["xaxis" + (trace.xaxis || "x").slice(1)].domain || [0, 1];
        const longest = Math.max(...trace.text.flat().map(text => plain(text).length));
        const names = Math.max(...trace.y.map(name => String(name).length));
        if (longest * (LETTER + 1) > (to - from) * (width - Math.min(names, 28) * LETTER - 90) / trace.x.length) {
            delete trace.texttemplate;
        }
    }

    // As many levels at once as leave each area some room; the others come up as one goes into an area.
    function drawFewerLevels(trace) {
        const depths = new Map([["", -1]]);
        trace.ids.forEach((id, place) => depths.set(id, depths.get(trace.parents[place]) + 1));
        const few = depth => Array.from(depths.values()).filter(each => each <= depth).length <= 25;
        while (trace.maxdepth > 3 && !few(trace.maxdepth - 1)) {
            trace.maxdepth--;
        }
    }

    function forTelephone({ data, layout }) {
        Object.keys(layout).filter(name => name.startsWith("yaxis")).forEach(name => wrapTitle(layout[name]));
        Object.keys(layout).filter(name => name.startsWith("xaxis")).map(name => layout[name]).forEach(axis => {
            axis.ticktext && (axis.ticktext.length > 12 || axis.ticktext.every(isDate)) && thinOut(axis, withoutMiddle);
            !axis.ticktext && ["linear", "log"].includes(axis.type) && (axis.nticks = 5);
        });
        layout.legend && layout.legend.title && (layout.legend.title.side = "top");
        data.forEach(layColorsAbove);
        if (layout.meta && layout.meta.columns > 1) {
            stackFacets(layout, layout.meta);
        }
        if (layout.polar) {
            thinOut(layout.polar.angularaxis);
            layout.polar.radialaxis.nticks = 3;
            layout.height = Math.min(layout.height, 480);
        }
        layout.scene && (layout.height = Math.min(layout.height, 440));
        data.filter(trace => trace.type === "treemap").forEach(drawFewerLevels);
        const eye = layout.scene && layout.scene.camera && layout.scene.camera.eye;
        eye && Object.keys(eye).forEach(letter => { eye[letter] *= 1.5; });
        if (layout.sliders && layout.updatemenus) {
            layout.sliders[0].pad.l = 0;
            layout.updatemenus[0].pad.t = 124;
            layout.margin.b += 70;
            layout.height += 70;
        }
    }

    function fitted(figure, element) {
        isNarrow(element) && forTelephone(figure);
        layGauges(figure, element.clientWidth);
        figure.layout.polar && layCircle(figure, element.clientWidth);
        figure.data.filter(trace => trace.type === "heatmap" && trace.texttemplate)
            .forEach(trace => writeCells(trace, figure.layout, element.clientWidth));
    }

    // The room that a figure will take, so that nothing jumps when it is drawn.
    function reserve(element) {
        const source = $("script[type='application/json']", element);
        const gauges = source && source.textContent.includes('"indicator"');
        if (source && (gauges || isNarrow(element))) {
            const figure = JSON.parse(source.textContent);
            fitted(figure, element);
            $(".chart-space", element).setAttribute("height", figure.layout.height);
        }
    }

    // ---- drawing -----------------------------------------------------------------------------------------------
    // The library works in steps: between two of them a plot must neither be drawn anew, nor fitted, nor emptied. So whatever
    // is done with the plot of an element waits until what was begun before is done; what waits already need not wait twice.
    const turns = new Map();
    function inTurn(element, step) {
        const { last, waiting } = turns.get(element) || { last: Promise.resolve(), waiting: new Set() };
        if (!waiting.has(step)) {
            waiting.add(step);
            const turn = last.then(() => {
                waiting.delete(step);
                return step(element);
            });
            turns.set(element, { last: turn.catch(window.reportError), waiting });
        }
    }

    const draw = element => inTurn(element, drawNow);

    function leave(element) {
        const plot = $(".js-plotly-plot", element);
        if (!element.isConnected) {
            turns.delete(element);
            sizes.unobserve(element);
            plot && window.Plotly.purge(plot);
        }
    }

    // What the reader did to a plot stays when it is drawn for another size or theme: which series are shown, how deep a
    // treemap is entered, and how far axes are zoomed or turned. All else is drawn as on a new page, since what the library
    // keeps of the size before does not suit another.
    function keepChoices(plot, figure, touched) {
        figure.data.forEach((trace, place) => ["visible", "level"].forEach(name => {
            const chosen = plot.data[place] && plot.data[place][name];
            chosen !== undefined && (trace[name] = chosen);
        }));
        touched.forEach(name => {
            const { range, autorange, camera } = plot.layout[name] || {};
            figure.layout[name] && Object.assign(figure.layout[name], JSON.parse(JSON.stringify({ range, autorange, camera })));
        });
    }

    const shapeOf = element => `${element.clientWidth} ${isNarrow(element)}`;

    function plotOf(element) {
        const plot = document.createElement("div");
        plot.className = "plot";
        element.append(plot);
        return plot;
    }

    async function drawNow(element) {
        const source = $("script[type='application/json']", element);
        if (!source) {
            return;
        }
        element.figure ||= JSON.parse(source.textContent);
        const library = await loadPlotly(element.figure);
        if (!element.isConnected) {
            return;
        }
        const figure = themed(element.figure, getComputedStyle(root));
        const plot = $(".plot", element) || plotOf(element);
        const touched = element.touched ||= new Set();
        fitted(figure, element);
        plot.data && keepChoices(plot, figure, touched);
        const surface = themed("var(--chart-surface)", getComputedStyle(root));
        // Pictures have their ground, too.
        figure.layout.paper_bgcolor = surface;
        window.readable.write(figure, surface);
        figure.layout.modebar = { bgcolor: "rgba(0,0,0,0)", color: "#8b94a1", activecolor: themed("var(--accent)", getComputedStyle(root)) };
        figure.config = {
            displaylogo: false,
            // What a click on the legend does would stand over the title.
            showTips: false,
            toImageButtonOptions: { filename: element.dataset.picture },
            plotlyServerURL: "",
            locale: "en",
            locales: percents,
            modeBarButtonsToRemove: ["lasso2d", "select2d", "autoScale2d"],
        };
        element.classList.add("drawn");
        element.shape = shapeOf(element);
        await library.newPlot(plot, figure);
        sizes.observe(element);
        plot.on("plotly_relayout", changes => Object.keys(changes).forEach(name => name.includes(".") && touched.add(name.split(".")[0])));
        plot.on("plotly_afterplot", () => window.readable.writeCells(plot, surface));
        window.readable.writeCells(plot, surface);
        element.dispatchEvent(new Event("chart:drawn", { bubbles: true }));
    }

    const visible = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
        visible.unobserve(entry.target);
        draw(entry.target);
    }), { rootMargin: "300px" });

    // ---- wiring ------------------------------------------------------------------------------------------------
    const drawAgain = () => $$("[data-chart].drawn").forEach(draw);
    const settle = () => $$("[data-chart]:not(.drawn)").forEach(chart => { reserve(chart); visible.observe(chart); });
    document.addEventListener("DOMContentLoaded", settle);
    document.addEventListener("htmx:load", settle);
    document.addEventListener("chart:draw", event => draw(event.target));
    new MutationObserver(drawAgain).observe(root, { attributeFilter: ["data-bs-theme"] });

    // However its place came to be wider or narrower
    let resized;
    const sizes = new ResizeObserver(() => {
        clearTimeout(resized);
        resized = setTimeout(() => $$("[data-chart].drawn").filter(chart => chart.clientWidth && chart.shape !== shapeOf(chart))
            .forEach(chart => visible.observe(chart)), RESIZE_MILLIS);
    });

    // However it left the page
    new MutationObserver(() => turns.forEach((turn, element) => element.isConnected || inTurn(element, leave)))
        .observe(document, { childList: true, subtree: true });
})();
