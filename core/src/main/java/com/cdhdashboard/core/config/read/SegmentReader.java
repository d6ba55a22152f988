package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.RfmSegments;
import com.cdhdashboard.core.error.DidYouMean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Reads {@code rfm_segment_config}: the name of a set, or a table of segments with their codes. */
final class SegmentReader {
    private static final String KEY = "rfm_segment_config";
    private static final String FORM = "a code is three digits from 1 to 4, for recency, frequency and value";
    private static final int NAMED_MISSING = 6;

    private SegmentReader() {}

    static RfmSegments read(Section metric) {
        if (metric.value(KEY).filter(TomlTable.class::isInstance).isPresent()) {
            return metric.section(KEY).map(SegmentReader::custom).orElse(RfmSegments.BUILT_IN);
        }
        return metric.text(KEY).map(name -> named(metric, name)).orElse(RfmSegments.BUILT_IN);
    }

    private static RfmSegments named(Section metric, String name) {
        if (RfmSegments.NAMES.contains(name)) {
            return new RfmSegments.Named(name);
        }
        if (!RfmSegments.BUILT_IN.equals(new RfmSegments.Named(name))) {
            metric.warning(
                    KEY,
                    Found.quote(name) + " is not a set of segment names, so the built-in names are used; allowed: "
                            + Found.quoteAll(RfmSegments.NAMES) + DidYouMean.hint(name, RfmSegments.NAMES));
        }
        return RfmSegments.BUILT_IN;
    }

    private static RfmSegments custom(Section section) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        Map<String, String> owners = new LinkedHashMap<>();
        for (String segment : section.keys()) {
            section.texts(segment).ifPresent(list -> codes.put(segment, list));
            if (section.value(segment).orElse("") instanceof TomlArray list) {
                check(section, segment, list, owners);
            }
        }
        Set<String> missing = new LinkedHashSet<>(allCodes());
        missing.removeAll(owners.keySet());
        if (section.sound() && !missing.isEmpty()) {
            section.error(
                    "",
                    missing.size() + " of the 64 codes have no segment: " + some(missing) + "; add them to a segment");
        }
        return new RfmSegments.Custom(codes);
    }

    private static void check(Section section, String segment, TomlArray list, Map<String, String> owners) {
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String code)) {
                continue;
            }
            if (!code.matches("[1-4]{3}")) {
                section.elementError(segment, list, i, Found.quote(code) + " is not a code; " + FORM);
                continue;
            }
            String owner = owners.putIfAbsent(code, segment);
            if (owner != null && !owner.equals(segment)) {
                section.elementError(
                        segment,
                        list,
                        i,
                        Found.quote(code) + " is a code of " + Found.quote(owner) + " already; remove one of the two");
            }
        }
    }

    private static String some(Set<String> codes) {
        List<String> first = codes.stream().limit(NAMED_MISSING).toList();
        return String.join(", ", first) + (codes.size() > first.size() ? ", …" : "");
    }

    private static List<String> allCodes() {
        List<String> codes = new ArrayList<>();
        for (int code = 0; code < 64; code++) {
            codes.add("" + (1 + code / 16) + (1 + code / 4 % 4) + (1 + code % 4));
        }
        return codes;
    }
}
