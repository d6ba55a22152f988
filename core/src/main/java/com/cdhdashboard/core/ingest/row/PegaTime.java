package com.cdhdashboard.core.ingest.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times as exports write them: Pega text ({@code 20210127T132203.201 GMT}), ISO-8601 text, or a number since
 * 1970 (see {@link EpochTime}). The answer is UTC, cut (not rounded) to microseconds.
 */
public final class PegaTime {
    private static final Pattern PEGA = Pattern.compile(
            "(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})(?:\\.(\\d{1,9}))?(?: ?([A-Za-z+-][A-Za-z0-9_+:/-]*))?");
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt ]"
            + "(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?([Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern EPOCH = Pattern.compile("-?\\d{1,19}(?:\\.\\d{0,18})?(?:[eE][+-]?\\d{1,2})?");
    /** Names of UTC that Java has under another spelling or none. */
    private static final List<String> UTC = List.of("GMT", "UTC", "UT", "Z", "z");

    private PegaTime() {}

    /**
     * The time the text means, in UTC; empty where it means none. Text without a zone is UTC. A zone by name
     * ({@code Europe/Berlin}) or offset is converted; an unknown zone is not guessed at. A date alone is its midnight.
     */
    public static Optional<LocalDateTime> parse(String text) {
        String trimmed = text.strip();
        try {
            return time(trimmed).map(time -> time.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException | ArithmeticException e) {
            // The form is right, the digits are no time: a 30th of February, hour 25, a zone nobody knows
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> time(String text) {
        Matcher pega = PEGA.matcher(text);
        if (pega.matches()) {
            return Optional.of(inUtc(pegaLocal(pega), Optional.ofNullable(pega.group(8))));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            LocalDateTime local = LocalDateTime.parse(iso.group(1) + "T" + iso.group(2));
            return Optional.of(inUtc(local, Optional.ofNullable(iso.group(3))));
        }
        if (ISO_DATE.matcher(text).matches()) {
            return Optional.of(LocalDate.parse(text).atStartOfDay());
        }
        return EPOCH.matcher(text).matches() ? EpochTime.of(new BigDecimal(text)) : Optional.empty();
    }

    private static LocalDateTime pegaLocal(Matcher pega) {
        String fraction = Optional.ofNullable(pega.group(7)).orElse("");
        int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
        return LocalDateTime.of(
                number(pega, 1),
                number(pega, 2),
                number(pega, 3),
                number(pega, 4),
                number(pega, 5),
                number(pega, 6),
                nanos);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static LocalDateTime inUtc(LocalDateTime local, Optional<String> zone) {
        if (zone.isEmpty() || UTC.contains(zone.get())) {
            return local;
        }
        return local.atZone(ZoneId.of(zone.get()))
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
    }
}
