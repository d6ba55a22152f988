package com.cdhdashboard.core.bundle;

import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A value of a manifest with the path to it; what is not as it should be is refused by that path. */
record JsonPlace(JsonNode node, String path) {
    private static final int MOST_SHOWN = 60;
    /** Hundreds of these can be added up, and programs that count in floating point tell them apart. */
    static final long MOST_COUNTED = 1L << 53;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    /** Refuses the value. */
    UserException refusal(String expected) {
        String found = node.isMissingNode() ? "missing" : ShortText.of(node.toString(), MOST_SHOWN);
        return new UserException(
                "its " + Manifest.MEMBER + " is not valid: " + path + " is " + found + "; expected " + expected);
    }

    JsonPlace at(String key) {
        return new JsonPlace(node.path(key), path.isEmpty() ? key : path + "." + key);
    }

    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    Optional<JsonPlace> optional(String key) {
        return Optional.of(at(key)).filter(JsonPlace::isThere);
    }

    String text() {
        if (!node.isTextual()) {
            throw refusal("a text");
        }
        return node.asText();
    }

    long count() {
        boolean whole = node.isIntegralNumber() && node.canConvertToLong();
        if (!(whole && node.asLong() >= 0 && node.asLong() <= MOST_COUNTED)) {
            throw refusal("a whole number from 0 to " + MOST_COUNTED);
        }
        return node.asLong();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw refusal("true or false");
        }
        return node.asBoolean();
    }

    LocalDate day() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException e) {
            throw refusal("a day, such as 2025-03-02");
        }
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        E[] constants = type.getEnumConstants();
        String text = text();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> refusal("one of "
                        + Arrays.stream(constants)
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    /** The elements; a list that is not there has none. */
    List<JsonPlace> list() {
        if (!isThere()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw refusal("a list");
        }
        List<JsonPlace> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(new JsonPlace(element, path + "[" + elements.size() + "]"));
        }
        return elements;
    }

    Map<String, String> texts() {
        if (!node.isObject()) {
            throw refusal("an object of texts");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), at(entry.getKey()).text()));
        return texts;
    }

    /** In order, none with a day of another, and of the years that times of rows may be of. */
    List<DayRange> ranges() {
        List<DayRange> ranges = new ArrayList<>();
        LocalDate next = EARLIEST;
        for (JsonPlace element : list()) {
            List<JsonPlace> ends = element.list();
            boolean valid = ends.size() == 2
                    && !ends.get(0).day().isBefore(next)
                    && !ends.get(1).day().isBefore(ends.get(0).day())
                    && !ends.get(1).day().isAfter(LATEST);
            if (!valid) {
                throw element.refusal("the first and the last of some days from " + EARLIEST + " to " + LATEST
                        + " after those before, such as [\"2025-03-02\", \"2025-03-05\"]");
            }
            ranges.add(new DayRange(ends.get(0).day(), ends.get(1).day()));
            next = ends.get(1).day().plusDays(1);
        }
        return ranges;
    }
}
