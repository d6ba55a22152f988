package com.cdhdashboard.plotly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The whole library, taken apart.
 *
 * @param opening what says whose it is and begins a script
 * @param tools by which blocks are put together
 * @param blocks in their order
 * @param closing what ends the script, with the licences of what is within
 */
record Bundle(String opening, String tools, List<Block> blocks, String closing) {
    private static final String TOOLS = "var Plotly = (() => {\n";
    private static final String HEAD = "\n  // ";
    private static final String RETURN = "\n  return require_index();\n";
    private static final String INDEX = "lib/index.js";

    Bundle {
        blocks = List.copyOf(blocks);
    }

    /** Takes the library apart. */
    static Bundle of(String library) {
        int tools = place(library, TOOLS, 0) + TOOLS.length();
        int first = place(library, HEAD, tools);
        int end = place(library, RETURN, first);
        List<Block> blocks = new ArrayList<>();
        for (int at = first; at >= 0 && at < end; ) {
            int text = library.indexOf('\n', at + 1) + 1;
            int next = library.indexOf(HEAD, text - 1);
            int last = next < 0 || next > end ? end : next;
            blocks.add(Block.of(library.substring(at + HEAD.length(), text - 1), library.substring(text, last)));
            at = next;
        }
        return new Bundle(
                library.substring(0, tools),
                library.substring(tools, first),
                blocks,
                library.substring(end + RETURN.length()));
    }

    private static int place(String library, String text, int from) {
        int place = library.indexOf(text, from);
        if (place < 0) {
            throw new IllegalStateException("the library is not put together as expected: there is no " + text.strip());
        }
        return place;
    }

    /** The library with the traces of the first part, which lends the other what it has. */
    String flat() {
        List<Block> kept = reached(entry(Part.FLAT), Set.of());
        String end = "  return Object.assign(require_index(), { lent: { " + String.join(", ", lent()) + " } });\n";
        return opening + tools + "\n" + joined(kept) + end + closing;
    }

    /** A script that adds the traces of the other part to the first. */
    String spatial() {
        return "(() => {\n\"use strict\";\nconst Plotly = window.Plotly;\n" + tools + "\n  var { "
                + String.join(", ", lent()) + " } = Plotly.lent;\n" + joined(added())
                + "  Plotly.register([" + String.join(", ", calls(Part.SPATIAL)) + "]);\n})();\n";
    }

    /** What the other part has and the first has not. What is not wrapped is had by both, since it cannot be lent. */
    private List<Block> added() {
        Set<String> there = new LinkedHashSet<>();
        reached(entry(Part.FLAT), Set.of()).stream()
                .filter(Block::wrapped)
                .forEach(block -> there.addAll(block.defines()));
        Block asks = new Block("", String.join("\n", calls(Part.SPATIAL)));
        return reached(asks, there).stream()
                .filter(block -> !block.equals(asks))
                .toList();
    }

    /** Names that the other part takes from the first. */
    private Set<String> lent() {
        Set<String> own = new LinkedHashSet<>();
        Set<String> asked = new TreeSet<>();
        for (Block block : added()) {
            own.addAll(block.defines());
            asked.addAll(block.uses());
        }
        asked.removeAll(own);
        asked.retainAll(owners().keySet());
        return asked;
    }

    /** The block that says what the library has, for the traces of that part. */
    private Block entry(Part part) {
        String names = String.join(", ", calls(part));
        return new Block(INDEX, """
                  var require_index = __commonJS({
                    "lib/index.js"(exports, module) {
                      var Plotly = require_core2();
                      Plotly.register([%s]);
                      module.exports = Plotly;
                    }
                  });
                """.formatted(names).indent(2));
    }

    private List<String> calls(Part part) {
        return part.added().stream().map(this::call).toList();
    }

    private String call(String type) {
        String path = "lib/" + type + ".js";
        return blocks.stream()
                .filter(block -> block.path().equals(path))
                .flatMap(block -> block.defines().stream())
                .findFirst()
                .map(name -> name + "()")
                .orElseThrow(() -> new IllegalStateException("the library has no trace " + type));
    }

    /** A block, and those that it leads to, in the order of the library, but for those that are there already. */
    private List<Block> reached(Block from, Set<String> there) {
        Map<String, Block> owners = owners();
        Set<Block> found = new LinkedHashSet<>(List.of(from));
        Deque<Block> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            open.pop().uses().stream()
                    .filter(name -> !there.contains(name))
                    .flatMap(name -> Optional.ofNullable(owners.get(name)).stream())
                    .filter(found::add)
                    .forEach(open::push);
        }
        List<Block> ordered = new ArrayList<>(blocks);
        ordered.retainAll(found);
        ordered.add(from);
        return ordered;
    }

    private Map<String, Block> owners() {
        Map<String, Block> owners = new LinkedHashMap<>();
        blocks.stream()
                .filter(block -> !block.path().equals(INDEX))
                .forEach(block -> block.defines().forEach(name -> owners.put(name, block)));
        return owners;
    }

    private static String joined(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> text.append(block.text()).append('\n'));
        return text.toString();
    }
}
