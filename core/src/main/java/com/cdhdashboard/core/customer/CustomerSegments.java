package com.cdhdashboard.core.customer;

import com.cdhdashboard.core.config.RfmSegments;
import com.cdhdashboard.stats.clv.rfm.RfmCode;
import com.cdhdashboard.stats.clv.rfm.SegmentSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The segment of each of the 64 codes: three digits from 1 to 4, the quartiles of recency, frequency and value. */
public final class CustomerSegments {
    private CustomerSegments() {}

    /** The segment by code, ascending by code; every code has one. */
    public static Map<String, String> of(RfmSegments segments) {
        Function<RfmCode, String> segmentOf = segmentOf(segments);
        Map<String, String> byCode = new LinkedHashMap<>();
        RfmCode.all().forEach(code -> byCode.put(code.toString(), segmentOf.apply(code)));
        return Collections.unmodifiableMap(byCode);
    }

    private static Function<RfmCode, String> segmentOf(RfmSegments segments) {
        if (segments instanceof RfmSegments.Named named) {
            return SegmentSet.of(named.name()).orElse(SegmentSet.DEFAULT).segments()::segment;
        }
        Map<String, String> byCode = new LinkedHashMap<>();
        if (segments instanceof RfmSegments.Custom custom) {
            custom.codes().forEach((segment, codes) -> codes.forEach(code -> byCode.put(code, segment)));
        }
        return code -> Optional.ofNullable(byCode.get(code.toString()))
                .orElseThrow(() -> new IllegalStateException("code " + code + " has no segment"));
    }
}
