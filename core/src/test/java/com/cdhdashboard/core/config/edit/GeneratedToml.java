package com.cdhdashboard.core.config.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes TOML documents in many layouts; every comment says whose it is, those of nobody are {@code #free}. */
final class GeneratedToml {
    private static final List<String> TEXTS = List.of(
            "'lit'",
            "\"basic\"",
            "\"\"\"pl.col(\"X\") == \"Y\\\\\" \"\"\"",
            "'''\nraw \\d'''",
            "\"\"\"\nline\none\"\"\"",
            "\"é😀 \\u0001\\\"\"",
            "''",
            "\"# no comment\"",
            "'[no.header]'",
            "\"\"\"x\"\"\"\"\"");
    private static final List<String> OTHERS = List.of(
            "1",
            "0xFF",
            "1_000",
            "-7",
            "1e3",
            "2.50",
            "inf",
            "true",
            "false",
            "1979-05-27",
            "07:32:00",
            "1979-05-27 07:32:00",
            "1979-05-27T00:32:00-07:00");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final String newline;
    private int comments;
    private int keys;

    private GeneratedToml(Random random) {
        this.random = random;
        this.newline = random.nextInt(5) == 0 ? "\r\n" : "\n";
    }

    static String next(Random random) {
        return new GeneratedToml(random).document();
    }

    private String document() {
        text.append(random.nextInt(8) == 0 ? "\uFEFF" : "");
        free();
        keys("", random.nextInt(3));
        List<String> tables = new ArrayList<>();
        for (String section : List.of("metrics", "reports", "ux")) {
            int children = random.nextInt(4);
            if (random.nextInt(3) > 0) {
                tables.add(section);
            }
            for (int child = 0; child < children; child++) {
                String name = section + "." + key("t" + child);
                tables.add(name);
                if (random.nextInt(4) == 0) {
                    tables.add(random.nextInt(4) == 0 ? tables.size() - 1 : tables.size(), name + ".sub");
                }
            }
        }
        tables.forEach(this::table);
        if (random.nextInt(4) == 0) {
            line("[[items]]")
                    .append("x = 1 #free")
                    .append(newline)
                    .append("[[items]]")
                    .append(newline);
        }
        free();
        String whole = text.toString();
        return random.nextInt(4) == 0 ? whole.stripTrailing() : whole;
    }

    private void table(String name) {
        free();
        above(name, "");
        line("[" + name + "]" + behind(name));
        keys(name, random.nextInt(5));
    }

    private void keys(String table, int count) {
        String indent = random.nextInt(4) == 0 ? "\t" : "";
        String equals = List.of(" = ", "=", "  =\t").get(random.nextInt(3));
        for (int at = 0; at < count; at++) {
            String key = key("k" + keys++);
            if (random.nextInt(6) == 0) {
                String dotted = "d" + keys + ".";
                String beside = owner(table, dotted + "b");
                line(indent + dotted + "b" + equals + value(beside) + behind(beside));
                key = dotted + key;
            }
            String owner = owner(table, key);
            above(owner, indent);
            line(indent + key + equals + value(owner) + behind(owner));
            text.append(random.nextInt(8) == 0 ? newline : "");
        }
    }

    private static String owner(String table, String key) {
        return table.isEmpty() ? key : table + "." + key;
    }

    private String key(String name) {
        return switch (random.nextInt(8)) {
            case 0 -> "'" + name + " q'";
            case 1 -> "\"" + name + "é\"";
            default -> name;
        };
    }

    private String value(String owner) {
        return switch (random.nextInt(10)) {
            case 0 -> "['a', \"b\"]";
            case 1 -> "[" + newline + "  'a', #" + comments++ + ":" + owner + newline + "  \"b\"," + newline + "]";
            case 2 -> "{ p = 1, 'q r' = \"2\", s = { t = [1, 2] } }";
            case 3 -> "[]";
            case 4, 5, 6 -> TEXTS.get(random.nextInt(TEXTS.size())).replace("\n", newline);
            default -> OTHERS.get(random.nextInt(OTHERS.size()));
        };
    }

    private void free() {
        if (random.nextInt(3) == 0) {
            text.append(newline)
                    .append("#free")
                    .append(comments++)
                    .append(newline)
                    .append(newline);
        } else if (random.nextInt(4) > 0) {
            text.append(newline);
        }
    }

    private void above(String owner, String indent) {
        if (random.nextInt(4) == 0) {
            line(indent + "#" + comments++ + ":" + owner);
        }
    }

    private String behind(String owner) {
        return random.nextInt(5) == 0 ? "  #" + comments++ + ":" + owner : "";
    }

    private StringBuilder line(String line) {
        return text.append(line).append(newline);
    }
}
