package com.cdhdashboard.app.page.configuration.form;

import com.cdhdashboard.core.config.schema.KeyType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The inputs that a form has, one for each type of key. */
public enum FieldKind {
    TEXT(Posted.TEXT),
    /** Text of more than a line, such as an expression. */
    LINES(Posted.TEXT),
    /** Text that may also be a number. */
    EITHER(Posted.EITHER),
    FLAG(Posted.FLAG),
    NUMBER(Posted.NUMBER),
    CHOICE(Posted.TEXT),
    NAMES(Posted.LIST),
    DAY(Posted.DAY),
    TABLE(Posted.TEXT),
    /** What no form can show: it stays as it is in the text. */
    KEPT(Posted.TEXT);

    private final Posted posted;

    FieldKind(Posted posted) {
        this.posted = posted;
    }

    /** What the browser says that it sends. */
    public String posts() {
        return posted.name().toLowerCase(Locale.ROOT);
    }

    /** What style sheets call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean is(String name) {
        return name().equalsIgnoreCase(name);
    }

    /** The input for a key, which is text where a value of another type was written, so that it can be mended. */
    static FieldKind of(KeyType type, Object value) {
        FieldKind wanted = of(type);
        boolean table = value instanceof Map<?, ?>;
        boolean list = value instanceof List<?>;
        boolean texts =
                list && ((List<?>) value).stream().noneMatch(each -> each instanceof Map || each instanceof List);
        return switch (wanted) {
            case TABLE -> value.equals("") || table ? TABLE : KEPT;
            case NAMES -> table || (list && !texts) ? KEPT : NAMES;
            case KEPT -> KEPT;
            case TEXT, LINES, EITHER, FLAG, NUMBER, CHOICE, DAY -> table || list ? KEPT : wanted;
        };
    }

    private static FieldKind of(KeyType type) {
        if (type instanceof KeyType.Flag) {
            return FLAG;
        } else if (type instanceof KeyType.Day) {
            return DAY;
        } else if (type instanceof KeyType.Expression) {
            return LINES;
        } else if (type instanceof KeyType.Text) {
            return TEXT;
        } else if (type instanceof KeyType.Texts) {
            return NAMES;
        } else if (type instanceof KeyType.Choice || type instanceof KeyType.OneOfNumbers) {
            return CHOICE;
        } else if (type instanceof KeyType.Whole
                || type instanceof KeyType.Decimal
                || type instanceof KeyType.Between) {
            return NUMBER;
        } else if (type instanceof KeyType.Table) {
            return TABLE;
        } else if (type instanceof KeyType.Either either) {
            return ofEither(either);
        }
        return KEPT;
    }

    private static FieldKind ofEither(KeyType.Either either) {
        List<FieldKind> kinds = either.types().stream().map(FieldKind::of).toList();
        if (kinds.contains(TEXT) && kinds.contains(NUMBER)) {
            return EITHER;
        }
        return kinds.contains(NAMES) ? NAMES : kinds.get(0);
    }
}
