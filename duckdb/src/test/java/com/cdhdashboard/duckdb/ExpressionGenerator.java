package com.cdhdashboard.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes expression texts: well-formed ones with hostile names and texts, damaged ones, and noise. */
final class ExpressionGenerator {
    private static final List<String> HOSTILE = List.of(
            "",
            "'",
            "\"",
            "''; DROP TABLE sample; --",
            "x') OR 1=1; --",
            "/* ",
            "*/ ; ",
            "$$ $1 ? :name {0} %s",
            "\\",
            "\\'",
            "é\u2028\u202e\ud83d\ude00",
            "\n;\nSELECT 1",
            "read_text('/etc/passwd')",
            "(SELECT 1)",
            "#",
            "%");
    private static final List<String> TEXT_COLUMNS = List.of("s", "s2", "n", "z", "a\"; DROP TABLE sample; --");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "7",
            "2.5",
            "-0.0",
            "1e308",
            "1e-300",
            "1e999",
            "9223372036854775807",
            "-9223372036854775808",
            "0x1F",
            "1_000",
            "np.random.normal(3.5)");
    private static final List<String> FORMATS = List.of(
            "%Y",
            "%m", "%d", "%H", "%M", "%S", "%.3f", "%.f", "%6f", "%Z", "%F", "%T", " ", "-", "T", "%%", "'", "%j", "\\");
    private static final String REGEX = "aé.*+?{}()[]|^$\\dDwWsSbzpL129,-:&~<>=!imP'\"; _";
    private static final String NOISE = "()[]{}.,=<>&|~+-*/%\"'\\#\n\t\0plcolitwhenthenNone019exé\u2028\ud83d;:?$@!";

    private final Random random;

    ExpressionGenerator(Random random) {
        this.random = random;
    }

    /** Any of the kinds, most of them well-formed. */
    String next(List<String> seeds) {
        return switch (random.nextInt(10)) {
            case 0 -> noise(random.nextInt(120));
            case 1, 2 -> damaged(pick(seeds));
            case 3 -> damaged(condition(3));
            case 4, 5 -> condition(5);
            case 6 -> text(4);
            case 7 -> number(5);
            case 8 -> "pl.col(\"s\").str.contains(" + quoted(pattern()) + ")";
            default -> "pl.col(\"s\").str.strptime(pl.Datetime, " + quoted(format()) + ")";
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String noise(int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append(NOISE.charAt(random.nextInt(NOISE.length())));
        }
        return noise.toString();
    }

    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(damaged.length() + 1);
            int end = Math.min(damaged.length(), at + random.nextInt(8));
            switch (random.nextInt(3)) {
                case 0 -> damaged.delete(at, end);
                case 1 -> damaged.insert(at, noise(1 + random.nextInt(3)));
                default -> damaged.insert(at, damaged.substring(at, end));
            }
        }
        return damaged.toString();
    }

    private String pattern() {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < random.nextInt(12); i++) {
            pattern.append(REGEX.charAt(random.nextInt(REGEX.length())));
        }
        return pattern.toString();
    }

    private String format() {
        StringBuilder format = new StringBuilder("%Y");
        for (int i = 0; i < random.nextInt(6); i++) {
            format.append(pick(FORMATS));
        }
        return format.toString();
    }

    /** A text as Python writes it. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private String condition(int depth) {
        if (depth == 0) {
            return "pl.col(\"b\")";
        }
        int less = depth - 1;
        return switch (random.nextInt(10)) {
            case 0 -> "(" + text(less) + pick(List.of(" == ", " != ", " < ")) + text(less) + ")";
            case 1 -> "(" + number(less) + pick(List.of(" > ", " >= ", " <= ")) + number(less) + ")";
            case 2 -> "(" + condition(less) + pick(List.of(" & ", " | ")) + condition(less) + ")";
            case 3 -> "~" + condition(less);
            case 4 -> text(less) + ".is_in(" + list() + ")";
            case 5 -> number(less) + ".is_null()";
            case 6 -> text(less) + ".str.contains(" + quoted(pattern()) + ")";
            case 7 -> text(less) + pick(List.of(".str.starts_with(", ".str.ends_with(")) + quoted(pick(HOSTILE)) + ")";
            case 8 -> "(" + moment(less) + " > " + moment(less) + ")";
            default ->
                number(less) + ".is_between(" + number(less) + ", " + number(less) + ", closed="
                        + pick(List.of("'left'", "'none'", "'both'")) + ")";
        };
    }

    private String list() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            items.add(random.nextInt(8) == 0 ? "None" : quoted(pick(HOSTILE)));
        }
        return "[" + String.join(", ", items) + "]";
    }

    private String text(int depth) {
        if (depth == 0) {
            return random.nextBoolean()
                    ? "pl.col(" + quoted(pick(TEXT_COLUMNS)) + ")"
                    : "pl.lit(" + quoted(pick(HOSTILE)) + ")";
        }
        int less = depth - 1;
        return switch (random.nextInt(7)) {
            case 0 -> "(" + text(less) + " + " + text(less) + ")";
            case 1 -> text(less) + ".str.slice(" + (random.nextInt(9) - 4) + ", " + random.nextInt(4) + ")";
            case 2 -> number(less) + ".cast(pl.Utf8)";
            case 3 -> text(less) + pick(List.of(".str.to_lowercase()", ".str.to_uppercase()"));
            case 4 ->
                text(less) + ".str.replace(" + quoted(pick(HOSTILE)) + ", " + quoted(pick(HOSTILE)) + ", literal=True)";
            case 5 -> "pl.when(" + condition(less) + ").then(" + text(less) + ").otherwise(" + number(less) + ")";
            default -> moment(less) + ".dt.strftime(" + quoted(format()) + ")";
        };
    }

    private String number(int depth) {
        if (depth == 0) {
            return random.nextBoolean()
                    ? "pl.col(\"" + pick(List.of("i", "j", "f", "g", "h")) + "\")"
                    : "pl.lit(" + pick(NUMBERS) + ")";
        }
        int less = depth - 1;
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                "(" + number(less) + pick(List.of(" + ", " - ", " * ", " / ", " // ", " % ")) + number(less) + ")";
            case 2 -> "-" + number(less);
            case 3 -> number(less) + pick(List.of(".abs()", ".round(2)", ".fill_null(0)", ".cast(pl.Int8)"));
            case 4 -> text(less) + pick(List.of(".str.len_chars()", ".cast(pl.Int64)", ".cast(pl.Float64)"));
            case 5 -> "(" + moment(less) + " - " + moment(less) + ").dt.total_seconds()";
            default -> moment(less) + pick(List.of(".dt.year()", ".dt.weekday()", ".dt.quarter()"));
        };
    }

    private String moment(int depth) {
        if (depth == 0) {
            return pick(List.of("pl.col(\"t\")", "pl.col(\"d\")", "pl.datetime(2016, 12, 31)"));
        }
        int less = depth - 1;
        return switch (random.nextInt(4)) {
            case 0 -> text(less) + ".str.strptime(pl.Datetime, " + quoted(format()) + ")";
            case 1 -> text(less) + pick(List.of(".cast(pl.Date)", ".cast(pl.Datetime)"));
            case 2 -> moment(less) + ".dt.date()";
            default -> moment(0);
        };
    }
}
