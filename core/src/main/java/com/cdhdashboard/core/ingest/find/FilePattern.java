package com.cdhdashboard.core.ingest.find;

import com.cdhdashboard.core.error.UserException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A glob over paths below a folder: {@code *} and {@code ?} stay within one part of the path, {@code **} spans any
 * number of folders, none included, {@code {a,b}} and {@code [a-z]} choose.
 *
 * <p>The JDK's own globs are not used, as there {@code **}{@code /*.zip} does not match {@code a.zip}.
 */
final class FilePattern {
    private final Pattern pattern;

    private FilePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static FilePattern of(String glob) {
        String relative = glob.replaceFirst("^(\\./|/)+", "");
        try {
            return new FilePattern(Pattern.compile(new Translation(relative).regex(), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "file_pattern \"" + glob + "\" cannot be read: " + e.getDescription()
                            + ". Write a pattern such as \"**/*.zip\"",
                    e);
        }
    }

    /** Whether the path, its parts separated by {@code /}, matches as a whole. */
    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /** One pass over a glob. */
    private static final class Translation {
        private final String glob;
        private final StringBuilder regex = new StringBuilder();
        private int at;
        private int openBraces;

        Translation(String glob) {
            this.glob = glob;
        }

        String regex() {
            while (at < glob.length()) {
                step();
            }
            // A brace that is never closed chooses among what there is
            regex.append(")".repeat(openBraces));
            return regex.toString();
        }

        private void step() {
            char symbol = glob.charAt(at);
            if (glob.startsWith("**/", at) && (at == 0 || glob.charAt(at - 1) == '/')) {
                append("(?:[^/]+/)*", 3);
            } else if (glob.startsWith("**", at)) {
                append(".*", 2);
            } else if (symbol == '*') {
                append("[^/]*", 1);
            } else if (symbol == '?') {
                append("[^/]", 1);
            } else if (symbol == '{') {
                openBraces++;
                append("(?:", 1);
            } else if (symbol == '}' && openBraces > 0) {
                openBraces--;
                append(")", 1);
            } else if (symbol == ',' && openBraces > 0) {
                append("|", 1);
            } else if (symbol == '[' && glob.indexOf(']', at + 2) > 0) {
                characterClass();
            } else {
                append(Pattern.quote(String.valueOf(symbol)), 1);
            }
        }

        private void characterClass() {
            int end = glob.indexOf(']', at + 2);
            String inside = glob.substring(at + 1, end);
            boolean negated = inside.startsWith("!") || inside.startsWith("^");
            String characters = (negated ? inside.substring(1) : inside).replaceAll("([\\[\\]\\\\^&])", "\\\\$1");
            append("(?!/)[" + (negated ? "^" : "") + characters + "]", end + 1 - at);
        }

        private void append(String text, int length) {
            regex.append(text);
            at += length;
        }
    }
}
