// Texts on coloured areas are dark or light, whichever can be read there; the measure is the contrast of WCAG 2.
"use strict";
(() => {
    const ENOUGH = 4.5;
    // One of the last two is enough on any colour.
    const INKS = ["#ffffff", "#1f2937", "#000000"];
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

    // What the browser makes of a colour, laid over another where it is transparent. Every cell asks for the same few.
    const known = new Map();
    function channels(color, below = "#ffffff") {
        const layers = [below, color];
        const key = layers.join(" over ");
        if (!known.has(key)) {
            layers.forEach(layer => {
                canvas.fillStyle = layer;
                canvas.fillRect(0, 0, 1, 1);
            });
            known.set(key, Array.from(canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)));
        }
        return known.get(key);
    }

    function luminance(rgb) {
        const [red, green, blue] = rgb.map(value => value / 255)
            .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    function contrast(one, other) {
        const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    }

    // The best of white and the ink of texts, or black where neither is enough.
    function inkOn(rgb) {
        const of = ink => contrast(channels(ink), rgb);
        const [white, dark, black] = INKS;
        const soft = of(white) >= of(dark) ? white : dark;
        return of(soft) >= ENOUGH ? soft : of(white) >= of(black) ? white : black;
    }

    // The colour of a value on a scale, mixed between its stops as Plotly mixes it.
    function onScale(value, scale, low, high) {
        const place = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
        const above = scale.findIndex(([stop]) => stop >= place);
        const [[from, first], [to, last]] = [scale[Math.max(0, above - 1)], scale[above < 0 ? scale.length - 1 : above]];
        const share = to > from ? (place - from) / (to - from) : 1;
        const [start, end] = [channels(first), channels(last)];
        return start.map((channel, index) => channel + share * (end[index] - channel));
    }

    const finite = values => values.filter(Number.isFinite);

    function inksOfTiles({ marker }, layout, surface) {
        const axis = layout[marker.coloraxis] || marker;
        const numbers = finite(marker.colors);
        const [low, high] = [axis.cmin ?? Math.min(...numbers), axis.cmax ?? Math.max(...numbers)];
        return marker.colors.map(color => inkOn(Number.isFinite(color) ? onScale(color, axis.colorscale, low, high)
            : typeof color === "string" ? channels(color, surface) : channels(surface)));
    }

    // Texts on tiles and bars of a figure, whose colours are those of the theme already.
    function write({ data, layout }, surface) {
        data.forEach(trace => {
            const colors = trace.marker && trace.marker.colors;
            if (trace.type === "treemap" && colors && !(trace.textfont && trace.textfont.color)) {
                trace.textfont = { ...trace.textfont, color: inksOfTiles(trace, layout, surface) };
            } else if (trace.type === "funnel" && typeof trace.marker.color === "string") {
                trace.insidetextfont = { ...trace.insidetextfont, color: inkOn(channels(trace.marker.color, surface)) };
            }
        });
    }

    // Plotly takes one colour for all cells of a heat map, or its own choice; so theirs are set when they are drawn.
    function writeCells(plot, surface) {
        plot.querySelectorAll(".heatmap-label").forEach(label => {
            const { trace } = label.parentNode.__data__[0];
            const axis = plot._fullLayout[trace.coloraxis];
            const { colorscale, low, high } = axis ? { colorscale: axis.colorscale, low: axis.cmin, high: axis.cmax }
                : { colorscale: trace.colorscale, low: trace.zmin, high: trace.zmax };
            const { z } = label.__data__;
            label.firstElementChild.style.fill = inkOn(Number.isFinite(z) ? onScale(z, colorscale, low, high) : channels(surface));
        });
    }

    window.readable = { write, writeCells };
})();
