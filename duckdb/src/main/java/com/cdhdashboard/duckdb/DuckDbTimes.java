package com.cdhdashboard.duckdb;

import com.cdhdashboard.core.expression.pattern.RegexPattern;
import com.cdhdashboard.core.expression.pattern.TimeFormat;
import com.cdhdashboard.core.expression.pattern.TimeFormat.Blank;
import com.cdhdashboard.core.expression.pattern.TimeFormat.Element;
import com.cdhdashboard.core.expression.pattern.TimeFormat.Field;
import com.cdhdashboard.core.expression.pattern.TimeFormat.Text;
import com.cdhdashboard.core.expression.sql.SqlDialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Formats of dates and times in DuckDB.
 *
 * <p>{@code try_strptime} alone would shift by a zone that should be ignored, and take parts that are out of shape. So
 * a regular expression first checks the whole text and cuts off the zone; what it does not match becomes an empty text,
 * which is no time. One capture group keeps the expression engine on its fast path.
 */
final class DuckDbTimes {
    private DuckDbTimes() {}

    static String read(SqlDialect dialect, String text, TimeFormat format) {
        Reading reading = new Reading(format.elements());
        String moment = "regexp_extract(" + text + ", " + dialect.text(reading.pattern()) + ", 1)";
        List<String> formats = reading.formats().stream().map(dialect::text).toList();
        return "try_strptime(" + moment + ", [" + String.join(", ", formats) + "])";
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
                    HALF_OF_DAY,
                    ISO_YEAR,
                    ISO_WEEK,
                    ISO_WEEKDAY,
                    WEEK_FROM_MONDAY,
                    WEEK_FROM_SUNDAY,
                    WEEKDAY_FROM_SUNDAY -> field.directive();
        };
    }

    /** A format as a pattern whose only group is the text without zone, and as the formats that text can have. */
    private static final class Reading {
        private final List<Element> elements;
        private final StringBuilder pattern = new StringBuilder("^(");
        private final StringBuilder fractional = new StringBuilder();
        private final StringBuilder whole = new StringBuilder();

        Reading(List<Element> all) {
            boolean zone = !all.isEmpty() && all.get(all.size() - 1) == Field.ZONE;
            boolean blank = zone && all.size() > 1 && all.get(all.size() - 2) instanceof Blank;
            elements = all.subList(0, all.size() - (zone ? 1 : 0) - (blank ? 1 : 0));
            for (int i = 0; i < elements.size(); i++) {
                add(i);
            }
            boolean fraction = !elements.isEmpty() && elements.get(elements.size() - 1) == Field.FRACTION;
            pattern.append(")").append(fraction ? "[0-9]*" : "");
            pattern.append(blank ? "\\s*" : "").append(zone ? "[^\\s]*" : "").append('$');
        }

        String pattern() {
            return pattern.toString();
        }

        /** With the fraction and, where it may be absent, without. */
        Set<String> formats() {
            return new LinkedHashSet<>(List.of(fractional.toString(), whole.toString()));
        }

        private void add(int index) {
            Element element = elements.get(index);
            if (element instanceof Text text) {
                specifier(text.characters().replace("%", "%%"));
                pattern.append(RegexPattern.literal(text.characters()).portable());
            } else if (element instanceof Blank) {
                specifier(" ");
                pattern.append("\\s+");
            } else if (element instanceof Field field) {
                boolean optional = field == Field.FRACTION || field == Field.FRACTION_3 || field == Field.FRACTION_6;
                fractional.append(optional ? ".%f" : DuckDbTimes.specifier(field));
                whole.append(optional ? "" : DuckDbTimes.specifier(field));
                pattern.append(digits(field, isNumeric(index - 1) || isNumeric(index + 1)));
            }
        }

        private void specifier(String specifier) {
            fractional.append(specifier);
            whole.append(specifier);
        }

        private boolean isNumeric(int index) {
            return index >= 0
                    && index < elements.size()
                    && elements.get(index) instanceof Field field
                    && !(field == Field.FRACTION || field == Field.FRACTION_3 || field == Field.FRACTION_6);
        }

        /** @param adjacent whether digits of another field touch these, so that both digits must be there */
        private static String digits(Field field, boolean adjacent) {
            String single = (adjacent ? "" : "|[0-9]") + ")";
            return switch (field) {
                case YEAR -> "[0-9]{4}";
                case MONTH -> "(?:0[1-9]|1[0-2]" + single;
                case DAY -> "(?:0[1-9]|[12][0-9]|3[01]" + single;
                case HOUR -> "(?:[01][0-9]|2[0-3]" + single;
                case MINUTE, SECOND -> "(?:[0-5][0-9]" + single;
                case FRACTION -> "(?:\\.[0-9]{1,6})?";
                case FRACTION_3 -> "(?:\\.[0-9]{3})?";
                case FRACTION_6 -> "(?:\\.[0-9]{6})?";
                case MILLISECONDS -> "[0-9]{3}";
                case MICROSECONDS -> "[0-9]{6}";
                case ZONE,
                        DAY_OF_YEAR,
                        MONTH_SHORT,
                        MONTH_NAME,
                        WEEKDAY_SHORT,
                        WEEKDAY_NAME,
                        YEAR_SHORT,
                        HOUR_12,
                        HALF_OF_DAY,
                        ISO_YEAR,
                        ISO_WEEK,
                        ISO_WEEKDAY,
                        WEEK_FROM_MONDAY,
                        WEEK_FROM_SUNDAY,
                        WEEKDAY_FROM_SUNDAY ->
                    throw new IllegalArgumentException(field.directive() + " cannot be read here");
            };
        }
    }
}
