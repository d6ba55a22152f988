package com.cdhdashboard.assistant.number;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates in texts: ISO, with names of months in English, German and French, with points and with slashes. */
final class WrittenDates {
    private static final Map<String, Integer> MONTHS = months();
    private static final String MONTH = "(?<month>" + String.join("|", MONTHS.keySet()) + ")\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)?";
    private static final String YEAR = "(?<year>(?:19|20)\\d{2})(?!\\d)";
    private static final String ALONE = "(?<![\\p{L}\\d.,-])";

    /** The longest forms first. */
    private static final List<Pattern> FORMS = List.of(
            form(ALONE + "(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?![\\d-])"),
            form(ALONE + "(?<year>\\d{4})[-/ ]?Q(?<quarter>[1-4])(?![\\p{L}\\d])"),
            form(ALONE + "Q(?<quarter>[1-4])[-/ ,]*(?:of |in |von )?" + YEAR),
            form(ALONE + "Q(?<quarter>[1-4])(?![\\p{L}\\d-])"),
            form(ALONE + "(?<year>\\d{4})-?W(?<week>\\d{1,2})(?![\\p{L}\\d])"),
            form(ALONE + "(?<year>\\d{4})-(?<month>0[1-9]|1[0-2])(?![\\d-])"),
            form(ALONE + "(?:(?<also>\\d{1,2})\\.?\\s?(?:[-\u2013]|to|and|bis|und|au|et)\\s?)?" + DAY
                    + "\\s?(?:of |de )?" + MONTH + "(?![\\p{L}])(?:,?\\s" + YEAR + ")?"),
            form("(?<!\\p{L})" + MONTH + "\\s(?:(?<also>\\d{1,2})\\s?(?:[-\u2013]|to|and)\\s?)?"
                    + "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]*\\d|\\s?%)(?:,?\\s" + YEAR + ")?"),
            form("(?<!\\p{L})" + MONTH + "\\s(?:of |de )?" + YEAR),
            form(ALONE + "(?<one>\\d{1,2})\\.\\s?(?<two>\\d{1,2})\\.\\s?" + YEAR),
            form(ALONE + "(?<one>\\d{1,2})/(?<two>\\d{1,2})/" + YEAR),
            form("(?<!\\p{L})(?:week|calendar week|kw|woche|semaine)\\s(?<week>\\d{1,2})(?!\\d)"),
            form(ALONE + YEAR + "(?![\\p{L}%]|[.,]\\d|\\s?%|-\\d)"));

    private WrittenDates() {}

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** In order of their places; none lies in another. */
    static List<WrittenDate> in(String text) {
        List<WrittenDate> found = new ArrayList<>();
        StringBuilder rest = new StringBuilder(text);
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(rest);
            while (matcher.find()) {
                List<WrittenDate.Reading> readings = readings(matcher);
                if (!readings.isEmpty()) {
                    found.add(new WrittenDate(
                            matcher.start(), matcher.end(), text.substring(matcher.start(), matcher.end()), readings));
                    blank(rest, matcher.toMatchResult());
                }
            }
        }
        return found;
    }

    private static void blank(StringBuilder text, MatchResult match) {
        for (int i = match.start(); i < match.end(); i++) {
            text.setCharAt(i, '\u0001');
        }
    }

    private static List<WrittenDate.Reading> readings(Matcher found) {
        OptionalInt year = number(found, "year");
        OptionalInt one = number(found, "one");
        if (one.isPresent()) {
            int two = number(found, "two").orElseThrow();
            boolean points = found.group().indexOf('.') > 0;
            List<WrittenDate.Reading> both = new ArrayList<>();
            day(year, two, one.getAsInt()).ifPresent(both::add);
            if (!points) {
                day(year, one.getAsInt(), two).ifPresent(both::add);
            }
            return both;
        }
        OptionalInt month = month(found);
        OptionalInt day = number(found, "day");
        if (month.isPresent() && day.isPresent()) {
            Optional<WrittenDate.Reading> last = day(year, month.getAsInt(), day.getAsInt());
            OptionalInt also = number(found, "also");
            return also.isPresent()
                    ? last.flatMap(end -> both(year, month, also, end)).stream().toList()
                    : last.stream().toList();
        }
        return period(found, year, month).stream().toList();
    }

    /** Both days of {@code 20 to 31 December}; each has to be known. */
    private static Optional<WrittenDate.Reading> both(
            OptionalInt year, OptionalInt month, OptionalInt day, WrittenDate.Reading end) {
        return day(year, month.orElseThrow(), day.getAsInt())
                .map(start -> new WrittenDate.Reading(
                        start.name() + " and " + end.name(),
                        each -> start.days().test(each) || end.days().test(each)));
    }

    private static Optional<WrittenDate.Reading> day(OptionalInt year, int month, int day) {
        boolean possible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return possible
                ? Optional.of(new WrittenDate.Reading(
                        month + "-" + day,
                        date -> date.getMonthValue() == month && date.getDayOfMonth() == day && in(year, date)))
                : Optional.empty();
    }

    private static Optional<WrittenDate.Reading> period(Matcher found, OptionalInt year, OptionalInt month) {
        OptionalInt quarter = number(found, "quarter");
        OptionalInt week = number(found, "week");
        if (quarter.isPresent()) {
            return Optional.of(new WrittenDate.Reading(
                    "quarter", date -> date.get(IsoFields.QUARTER_OF_YEAR) == quarter.getAsInt() && in(year, date)));
        }
        if (week.isPresent()) {
            return Optional.of(new WrittenDate.Reading(
                    "week", date -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == week.getAsInt() && in(year, date)));
        }
        if (month.isPresent()) {
            return Optional.of(new WrittenDate.Reading(
                    "month", date -> date.getMonthValue() == month.getAsInt() && in(year, date)));
        }
        return year.isPresent()
                ? Optional.of(new WrittenDate.Reading("year", date -> in(year, date)))
                : Optional.empty();
    }

    private static boolean in(OptionalInt year, LocalDate date) {
        return year.isEmpty() || date.getYear() == year.getAsInt();
    }

    private static OptionalInt month(Matcher found) {
        Optional<String> text = group(found, "month");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        Integer named = MONTHS.get(text.get().toLowerCase(Locale.ROOT));
        return OptionalInt.of(named == null ? Integer.parseInt(text.get()) : named);
    }

    private static OptionalInt number(Matcher found, String group) {
        return group(found, group)
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }

    private static Optional<String> group(Matcher found, String group) {
        return found.pattern().pattern().contains("(?<" + group + ">")
                ? Optional.ofNullable(found.group(group))
                : Optional.empty();
    }

    /** Longer names before those they begin with. */
    private static Map<String, Integer> months() {
        String[] names = {
            "january januar janvier jan",
            "february februar f\u00e9vrier feb f\u00e9vr",
            "march m\u00e4rz mars mar m\u00e4r",
            "april avril apr avr",
            "may mai",
            "june juni juin jun",
            "july juli juillet juil jul",
            "august ao\u00fbt aug",
            "september septembre sept sep",
            "october oktober octobre oct okt",
            "november novembre nov",
            "december dezember d\u00e9cembre dec dez d\u00e9c"
        };
        Map<String, Integer> months = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return months;
    }
}
