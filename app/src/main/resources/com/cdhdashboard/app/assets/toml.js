// The text of the configuration: an editor with colours, completion, and problems marked at their lines.
"use strict";
(() => {
    if (window.configurationText) {
        window.configurationText.settle();
        return;
    }
    const $ = (selector, within = document) => within.querySelector(selector);
    const editor = () => $("#editor");
    const address = path => $("#page").dataset.base + path;
    const TYPING_MILLIS = 60;
    let code;
    let loading;
    let keys = {};
    let fields = { ih: [], holdings: [] };
    let shownText = "";

    // The library's own mode does not know text of several lines.
    function defineMode() {
        const rest = (stream, state) => {
            const end = stream.string.indexOf(state.quotes, stream.pos);
            if (end < 0) {
                stream.skipToEnd();
            } else {
                stream.pos = end + state.quotes.length;
                state.quotes = "";
            }
            return "string";
        };
        const token = (stream, state) => {
            if (state.quotes) {
                return rest(stream, state);
            }
            const start = stream.sol();
            state.key = state.key || start;
            if (stream.eatSpace()) {
                return null;
            }
            const quotes = stream.match(/^("""|''')/);
            if (quotes) {
                state.quotes = quotes[0];
                return rest(stream, state);
            }
            const style = [["comment", /^#.*/], ["header", state.key && /^\[[^#]*\]/], ["property", state.key && /^("[^"]*"|'[^']*'|[A-Za-z0-9_.-]+)+(?=\s*[=.])/],
                ["string", /^("(\\.|[^"\\])*"?|'[^']*'?)/], ["atom", /^(true|false)\b/], ["number", /^[+-]?\d[\w.:+-]*/]].find(([, pattern]) => pattern && stream.match(pattern));
            state.key = false;
            return style ? style[0] : (stream.next(), null);
        };
        window.CodeMirror.defineMode("configuration", () => ({ startState: () => ({ quotes: "", key: true }), token, lineComment: "#" }));
    }

    function load() {
        const scripts = $("#configuration").dataset.codemirror.split(" ");
        loading = loading || scripts.reduce((before, src) => before.then(() => new Promise((resolve, reject) => {
            const script = document.createElement("script");
            Object.assign(script, { src, onload: resolve, onerror: reject });
            document.head.append(script);
        })), Promise.resolve()).then(() => fetch(address("/configuration/keys.json"))).then(answer => answer.json())
            .then(found => {
                keys = found;
                defineMode();
            });
        return loading;
    }

    async function openText(place) {
        place.dataset.opened = "yes";
        await load();
        if (!place.isConnected) {
            return;
        }
        shownText = $("#toml-source").value;
        code = window.CodeMirror(place, {
            value: shownText,
            mode: "configuration",
            lineNumbers: true,
            lineWrapping: true,
            readOnly: "readOnly" in editor().dataset,
            indentUnit: 4,
            gutters: ["problem-gutter", "CodeMirror-linenumbers"],
            extraKeys: { "Ctrl-Space": complete, Esc: leave },
            screenReaderLabel: "The text of the configuration",
        });
        // Who has no mouse scrolls what is not edited, too.
        $(".CodeMirror-scroll", place).tabIndex = 0;
        code.on("change", () => {
            window.configurationPage.change("text", { text: code.getValue() }, TYPING_MILLIS);
        });
        code.on("focus", () => code.setOption("extraKeys", { "Ctrl-Space": complete, Esc: leave }));
        mark();
        const line = /^line-(\d+)$/.exec(editor().dataset.item);
        line && toLine(Number(line[1]) - 1);
    }

    // From here on Tab moves on, until the editor is entered anew.
    function leave() {
        code.setOption("extraKeys", { "Ctrl-Space": complete, Tab: false, "Shift-Tab": false });
    }

    function toLine(line) {
        code.setCursor(line, 0);
        code.scrollIntoView({ line, ch: 0 }, 120);
        code.focus();
    }

    function mark() {
        // The gravest last, as a line has one mark.
        const problems = JSON.parse($("#toml-marks").textContent)
            .sort((one, other) => (one.severity === "error") - (other.severity === "error"));
        code.operation(() => {
            code.clearGutter("problem-gutter");
            code.getAllMarks().forEach(each => each.clear());
            (code.problemWidgets || []).forEach(widget => widget.clear());
            code.problemWidgets = problems.map(markOne);
        });
    }

    function markOne({ line, column, severity, message }) {
        const at = Math.min(line, code.lineCount()) - 1;
        const length = code.getLine(at).length;
        const from = Math.min(column - 1, Math.max(0, length - 1));
        code.markText({ line: at, ch: from }, { line: at, ch: length }, { className: `problem-mark ${severity}` });
        const dot = document.createElement("span");
        Object.assign(dot, { className: `problem-dot ${severity}`, title: message, textContent: severity === "error" ? "✕" : "!" });
        code.setGutterMarker(at, "problem-gutter", dot);
        const words = document.createElement("div");
        Object.assign(words, { className: `problem-line ${severity}`, textContent: message });
        return code.addLineWidget(at, words, { coverGutter: false });
    }

    // The table that a line stands in, as the keys of the schema name it
    function tableAt(line) {
        for (let at = line; at >= 0; at--) {
            const head = /^\s*\[\s*([^\[\]]+?)\s*\]/.exec(code.getLine(at));
            if (head) {
                return tableOf(head[1].split(".").map(name => name.trim().replace(/^["']|["']$/g, "")));
            }
        }
        return "";
    }

    function tableOf([first, second, ...rest]) {
        if (first === "reports" && second) {
            return "reports.*";
        }
        const family = second && Object.keys(keys).filter(key => key.startsWith("metrics.") && `metrics.${second}`.startsWith(key))
            .sort((one, other) => other.length - one.length)[0];
        return first === "metrics" && second ? family : [first, second, ...rest].filter(name => name).join(".");
    }

    async function complete() {
        fields = await window.configurationFields.all();
        code && window.CodeMirror.showHint(code, hints, { completeSingle: false });
    }

    // What is offered where the cursor stands, each with what it is written as
    function offered(line, before) {
        const table = tableAt(before.trim().startsWith("[") ? -1 : line);
        const named = fields[/^(holdings|metrics\.clv)/.test(table) ? "holdings" : "ih"];
        const quoted = named.map(({ name, words }) => ({ text: JSON.stringify(name), displayText: `${name}  ${words}` }));
        if (/pl\.col\(\s*["'][^"']*$/.test(before)) {
            return quoted;
        }
        if (/^\s*\[/.test(before) && !keyAt(line, before)) {
            return Object.keys(keys).filter(key => key && !key.includes("*")).map(text => ({ text, displayText: text }));
        }
        const entries = keys[table] || [];
        const key = keyAt(line, before);
        if (key) {
            const entry = entries.find(each => each.key === key) || { values: [] };
            return entry.fields ? quoted : entry.values.map(text => ({ text, displayText: text }));
        }
        if (table.endsWith(".default_values")) {
            return named.map(({ name, words }) => ({ text: `${/^[\w-]+$/.test(name) ? name : JSON.stringify(name)} = `, displayText: `${name}  ${words}` }));
        }
        return entries.filter(entry => !entry.table).map(entry => ({ text: `${entry.key} = `, displayText: `${entry.key}  ${entry.help}` }));
    }

    // The key whose value the cursor stands in, which may be a list that began lines before
    function keyAt(line, before) {
        const own = /^\s*([A-Za-z0-9_-]+)\s*=/.exec(before);
        if (own) {
            return own[1];
        }
        let text = before;
        for (let at = line - 1; at >= 0; at--) {
            text = `${code.getLine(at)}\n${text}`;
            const key = /^\s*([A-Za-z0-9_-]+)\s*=\s*([^\n]*)/.exec(text);
            if (key || /^\s*\[[^\],"']+\]/.test(code.getLine(at))) {
                const open = text.replace(/"(\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*/g, "");
                return key && open.split("[").length > open.split("]").length ? key[1] : "";
            }
        }
        return "";
    }

    function hints() {
        const cursor = code.getCursor();
        const before = code.getLine(cursor.line).slice(0, cursor.ch);
        const word = /["'A-Za-z0-9_.-]*$/.exec(before)[0];
        const plain = text => text.replace(/^["']/, "").toLowerCase();
        const closes = code.getLine(cursor.line)[cursor.ch];
        return {
            list: offered(cursor.line, before).filter(each => plain(each.text).startsWith(plain(word))),
            from: { line: cursor.line, ch: cursor.ch - word.length },
            to: /^["']/.test(word) && closes === word[0] ? { line: cursor.line, ch: cursor.ch + 1 } : cursor,
        };
    }

    function settle() {
        const place = $("#toml");
        if (!place) {
            code = undefined;
        } else if (!place.dataset.opened) {
            openText(place);
        } else if (code) {
            const source = $("#toml-source").defaultValue;
            // Also where somebody else changed the text under whoever types; what was typed is offered again.
            if (source !== code.getValue() && (!code.hasFocus() || $("#editor-notice .stale"))) {
                code.setValue(source);
                window.configurationPage.forget("text");
            }
            mark();
        }
    }

    document.addEventListener("configuration-shown", settle);
    window.configurationText = { settle };
    settle();
})();
