package com.cdhdashboard.plotly;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the library's bundler made of one file of its sources.
 *
 * @param path of that file
 * @param text without the line that names the path
 */
record Block(String path, String text) {
    /** Names by which blocks are asked for; others are known only within theirs, or to those that ask for it as well. */
    private static final Pattern NAME = Pattern.compile("\\b(?:require|init)_\\w+");

    private static final Pattern DEFINED = Pattern.compile("(?m)^  var (\\w+) = __(?:commonJS|esm)\\(");
    private static final String WRAPPED = "  var \\w+ = __commonJS\\((?s:.*)";

    /** What the bundler made of a file. The style sheet of maps, which no content policy here would let in, is left out. */
    static Block of(String path, String text) {
        Block block = new Block(path, text);
        return path.endsWith(".css")
                ? new Block(
                        path,
                        "  var " + block.defines().iterator().next() + " = __commonJS({ \"" + path + "\"() {} });\n")
                : block;
    }

    /** Names that are defined here. */
    Set<String> defines() {
        return found(DEFINED, 1);
    }

    /** Names of this block and of those that it asks for. */
    Set<String> uses() {
        return found(NAME, 0);
    }

    /** Whether its content is its own; that of others lies among that of all, where another script does not see it. */
    boolean wrapped() {
        return text.matches(WRAPPED);
    }

    private Set<String> found(Pattern pattern, int group) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(group));
        }
        return names;
    }
}
