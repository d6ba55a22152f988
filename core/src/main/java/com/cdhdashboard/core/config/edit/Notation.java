package com.cdhdashboard.core.config.edit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tomlj.MutableTomlArray;
import org.tomlj.MutableTomlTable;
import org.tomlj.Toml;
import org.tomlj.TomlValue;

/** Writes values as the values before them, or those beside them, were written. */
final class Notation {
    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

    private Notation() {}

    /** A key, in the quotes that the one before it had. */
    static String key(String name, char before) {
        boolean plain = name.chars().allMatch(c -> c >= ' ' && c != 0x7F);
        if (before == '\'' && plain && name.indexOf('\'') < 0) {
            return "'" + name + "'";
        }
        if (before != '"' && BARE_KEY.matcher(name).matches()) {
            return name;
        }
        // The library writes letters beyond ASCII as escapes
        return plain && name.indexOf('"') < 0 && name.indexOf('\\') < 0
                ? "\"" + name + "\""
                : Toml.joinKeyPath(List.of(name));
    }

    /** A value where there was none. */
    static Object fresh(Object value) {
        if (value instanceof Map<?, ?> table) {
            MutableTomlTable inline = MutableTomlTable.createInline();
            table.forEach((key, each) -> inline.set(List.of((String) key), fresh(each)));
            return inline;
        }
        if (value instanceof List<?> list) {
            MutableTomlArray array = MutableTomlArray.createInline();
            list.forEach(each -> array.add(fresh(each)));
            return array;
        }
        if (value instanceof String text && (text.contains("\"") || text.contains("\\"))) {
            return parsed(text.indexOf('\n') >= 0 || text.indexOf('\'') >= 0 ? manyLines(text, false) : literal(text))
                    .<Object>map(each -> each)
                    .orElse(text);
        }
        return value;
    }

    private static String literal(String text) {
        return "'" + text + "'";
    }

    /** A value in the notation of the one that it follows. */
    static Object like(String before, Object value) {
        if (value instanceof String text) {
            return textLike(before, text);
        }
        if (value instanceof Long number) {
            return parsed(before)
                    .filter(TomlValue::isLong)
                    .<Object>map(each -> TomlValue.inNotationOf(each, number))
                    .orElse(value);
        }
        if (value instanceof Double number
                && Double.isFinite(number)
                && number != 0
                && before.matches("[-+0-9_.]+[eE].*")) {
            return parsed(scientific(number, before.contains("E")))
                    .<Object>map(each -> each)
                    .orElse(value);
        }
        return fresh(value);
    }

    private static Object textLike(String before, String text) {
        Optional<TomlValue> old = parsed(before).filter(TomlValue::isString);
        if (old.isEmpty()) {
            return fresh(text);
        }
        boolean broken = before.length() > 3 && "\r\n".indexOf(before.charAt(3)) >= 0;
        if (before.startsWith("\"\"\"")) {
            return parsed(manyLines(text, broken)).<Object>map(each -> each).orElse(text);
        }
        if (before.startsWith("'''")) {
            boolean lead = broken || text.startsWith("\n");
            return parsed("'''" + (lead ? "\n" : "") + text + "'''")
                    .filter(each -> each.getString().equals(text))
                    .or(() -> parsed(manyLines(text, broken)))
                    .<Object>map(each -> each)
                    .orElse(text);
        }
        return TomlValue.inNotationOf(old.get(), text);
    }

    private static String scientific(double number, boolean upper) {
        BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        String mantissa = decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + (upper ? "E" : "e") + exponent;
    }

    /** Text between three double quotes, with nothing escaped that need not be. */
    private static String manyLines(String text, boolean broken) {
        StringBuilder written = new StringBuilder(broken || text.startsWith("\n") ? "\"\"\"\n" : "\"\"\"");
        int quotes = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            quotes = c == '"' ? quotes + 1 : 0;
            boolean last = at + 1 == text.length();
            if (c == '\\' || (c == '"' && (quotes == 3 || last))) {
                written.append('\\').append(c);
                quotes = 0;
            } else if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7F) {
                written.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                written.append(c);
            }
        }
        return written.append("\"\"\"").toString();
    }

    private static Optional<TomlValue> parsed(String written) {
        try {
            return Optional.of(TomlValue.parse(written));
        } catch (RuntimeException notOneValue) {
            return Optional.empty();
        }
    }
}
