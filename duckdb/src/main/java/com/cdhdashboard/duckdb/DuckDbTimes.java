package com.cdhdashboard.duckdb;

import com.cdhdashboard.core.expression.RegexPattern;
import com.cdhdashboard.core.expression.SqlDialect;
import com.cdhdashboard.core.expression.TimeFormat;
import com.cdhdashboard.core.expression.TimeFormat.Blank;
import com.cdhdashboard.core.expression.TimeFormat.Element;
import com.cdhdashboard.core.expression.TimeFormat.Field;
import com.cdhdashboard.core.expression.TimeFormat.Text;
import java.util.List;

/**
 * Formats of dates and times in DuckDB.
 *
 * <p>Reading does not use {@code try_strptime}: it shifts by a zone that should be ignored and has no optional
 * fraction. Instead a regular expression checks the text against the format and rewrites it as {@code y-m-d h:m:s.f},
 * which is cast. A mark before the text keeps texts that do not match, and so are not rewritten, from being cast.
 */
final class DuckDbTimes {
    private static final String MARK = "#";

    private DuckDbTimes() {}

    static String read(SqlDialect dialect, String text, TimeFormat format) {
        Reading reading = new Reading(format.elements());
        String rewritten = "regexp_replace('" + MARK + "' || " + text + ", " + dialect.text(reading.pattern()) + ", "
                + dialect.text(reading.rewriting()) + ")";
        return "TRY_CAST(" + rewritten + " AS TIMESTAMP)";
    }

    static String write(SqlDialect dialect, String sql, TimeFormat format) {
        StringBuilder specifiers = new StringBuilder();
        for (Element element : format.elements()) {
            if (element instanceof Text text) {
                specifiers.append(text.characters().replace("%", "%%"));
            } else if (element instanceof Blank blank) {
                specifiers.append(blank.characters());
            } else if (element instanceof Field field) {
                specifiers.append(specifier(field));
            }
        }
        return "strftime(" + sql + ", " + dialect.text(specifiers.toString()) + ")";
    }

    private static String specifier(Field field) {
        return switch (field) {
            case FRACTION, FRACTION_6 -> ".%f";
            case FRACTION_3 -> ".%g";
            case MILLISECONDS -> "%g";
            case MICROSECONDS -> "%f";
            case YEAR,
                    MONTH,
                    DAY,
                    HOUR,
                    MINUTE,
                    SECOND,
                    ZONE,
                    DAY_OF_YEAR,
                    MONTH_SHORT,
                    MONTH_NAME,
                    WEEKDAY_SHORT,
                    WEEKDAY_NAME,
                    YEAR_SHORT,
                    HOUR_12,
                    HALF_OF_DAY -> field.directive();
        };
    }

    /** A format as a pattern whose groups are the fields, and the text made of those groups. */
    private static final class Reading {
        private final List<Element> elements;
        private final StringBuilder pattern = new StringBuilder("^" + MARK);
        private final String[] values = {"1", "01", "01", "00", "00", "00", "0"};
        private int groups;

        Reading(List<Element> elements) {
            this.elements = elements;
            for (int i = 0; i < elements.size(); i++) {
                add(i);
            }
        }

        String pattern() {
            return pattern + "$";
        }

        String rewriting() {
            return values[0] + "-" + values[1] + "-" + values[2] + " " + values[3] + ":" + values[4] + ":" + values[5]
                    + "." + values[6];
        }

        private void add(int index) {
            Element element = elements.get(index);
            if (element instanceof Text text) {
                pattern.append(RegexPattern.literal(text.characters()).portable());
            } else if (element instanceof Blank) {
                pattern.append("\\s*");
            } else if (element instanceof Field field) {
                field(field, isNumeric(index - 1) || isNumeric(index + 1));
            }
        }

        private boolean isNumeric(int index) {
            return index >= 0
                    && index < elements.size()
                    && elements.get(index) instanceof Field field
                    && switch (field) {
                        case YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, MILLISECONDS, MICROSECONDS -> true;
                        default -> false;
                    };
        }

        /** @param adjacent whether digits of another field touch these, so that both digits must be there */
        private void field(Field field, boolean adjacent) {
            String single = adjacent ? "" : "|[0-9]";
            switch (field) {
                case YEAR -> value(0, "\\s*([0-9]{4})");
                case MONTH -> value(1, "\\s*(0[1-9]|1[0-2]" + single + ")");
                case DAY -> value(2, "\\s*(0[1-9]|[12][0-9]|3[01]" + single + ")");
                case HOUR -> value(3, "\\s*([01][0-9]|2[0-3]" + single + ")");
                case MINUTE -> value(4, "\\s*([0-5][0-9]" + single + ")");
                case SECOND -> value(5, "\\s*([0-5][0-9]" + single + ")");
                case FRACTION -> value(6, "(?:\\.([0-9]{1,6})[0-9]*)?");
                case FRACTION_3 -> value(6, "(?:\\.([0-9]{3}))?");
                case FRACTION_6 -> value(6, "(?:\\.([0-9]{6}))?");
                case MILLISECONDS -> value(6, "([0-9]{3})");
                case MICROSECONDS -> value(6, "([0-9]{6})");
                case ZONE -> pattern.append("[^\\s]*");
                case DAY_OF_YEAR,
                        MONTH_SHORT,
                        MONTH_NAME,
                        WEEKDAY_SHORT,
                        WEEKDAY_NAME,
                        YEAR_SHORT,
                        HOUR_12,
                        HALF_OF_DAY -> throw new IllegalArgumentException(field.directive() + " cannot be read");
            }
        }

        private void value(int part, String group) {
            groups++;
            values[part] = "\\" + groups;
            pattern.append(group);
        }
    }
}
