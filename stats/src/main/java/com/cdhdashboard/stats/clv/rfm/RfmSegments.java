package com.cdhdashboard.stats.clv.rfm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** A name for every one of the 64 codes. */
public final class RfmSegments {
    private final List<String> names;
    private final Map<RfmCode, String> segments;

    private RfmSegments(List<String> names, Map<RfmCode, String> segments) {
        this.names = names;
        this.segments = segments;
    }

    /**
     * From the codes of each segment, best segment first.
     *
     * @throws IllegalArgumentException with all {@link #problems} where there are any
     */
    public static RfmSegments of(Map<String, List<String>> codes) {
        List<String> problems = problems(codes);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        Map<RfmCode, String> segments = new LinkedHashMap<>();
        codes.forEach((name, own) -> own.forEach(digits -> segments.put(RfmCode.parse(digits), name)));
        return new RfmSegments(List.copyOf(codes.keySet()), segments);
    }

    static RfmSegments of(List<String> names, ToIntFunction<RfmCode> place) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        names.forEach(name -> codes.put(name, new ArrayList<>()));
        for (RfmCode code : RfmCode.all()) {
            codes.getOrDefault(names.get(place.applyAsInt(code)), List.of()).add(code.toString());
        }
        return of(codes);
    }

    /** What keeps the codes from naming each of the 64 once, as sentences; empty where nothing does. */
    public static List<String> problems(Map<String, List<String>> codes) {
        List<String> problems = new ArrayList<>();
        Map<String, List<String>> users = new TreeMap<>();
        codes.forEach((name, own) -> {
            if (name.isBlank()) {
                problems.add("a segment has no name");
            }
            for (String digits : own) {
                if (RfmCode.isCode(digits)) {
                    users.computeIfAbsent(digits, code -> new ArrayList<>()).add('"' + name + '"');
                } else {
                    problems.add("\"" + digits + "\" of segment \"" + name
                            + "\" is not a code: write three digits from 1 to 4, for recency, frequency and value");
                }
            }
        });
        users.forEach((digits, names) -> {
            if (names.size() > 1) {
                problems.add("code " + digits + " is in more than one place: " + String.join(", ", names)
                        + "; leave it in one");
            }
        });
        List<String> missing = RfmCode.all().stream()
                .map(RfmCode::toString)
                .filter(digits -> !users.containsKey(digits))
                .toList();
        if (!missing.isEmpty()) {
            problems.add("no segment has " + (missing.size() == 1 ? "code " : "the codes ") + String.join(", ", missing)
                    + "; every code needs one");
        }
        return problems;
    }

    /** The names, best first. */
    public List<String> names() {
        return names;
    }

    public String segment(RfmCode code) {
        String name = segments.get(code);
        if (name == null) {
            throw new IllegalStateException("code " + code + " has no segment");
        }
        return name;
    }
}
