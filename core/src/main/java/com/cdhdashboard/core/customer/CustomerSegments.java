package com.cdhdashboard.core.customer;

import com.cdhdashboard.core.config.RfmSegments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The segment of each of the 64 codes: three digits from 1 to 4, the quartiles of recency, frequency and value. */
public final class CustomerSegments {
    /** Names by set: for all at their best, frequent, promising, at risk, and the rest. */
    private static final Map<String, List<String>> NAMED = Map.of(
            "retail_banking",
            List.of("Wealth Champions", "Premier Clients", "Growth Investors", "At-Risk Clients", "Dormant Accounts"),
            "telco",
            List.of(
                    "Platinum Subscribers",
                    "Engaged Subscribers",
                    "Potential Upsell Group",
                    "Churn Risk",
                    "Dormant Lines"),
            "e-commerce",
            List.of("Champions", "Repeat Buyers", "High-Potential Buyers", "At-Risk Shoppers", "Inactive Shoppers"));

    private static final Map<String, String> BUILT_IN = Map.of(
            "Premium Customer",
            "334 443 444 344 434 433 343 333",
            "Repeat Customer",
            "244 234 232 332 143 233 243 242 432 442 342 441 431 341 331 241 231",
            "Top Spender",
            "424 414 144 314 324 124 224 423 413 133 323 313 134",
            "At Risk Customer",
            "422 223 212 122 222 132 322 312 412 123 214 421 321 221 142 213",
            "Inactive Customer",
            "411 111 113 114 112 211 311 121 131 141");

    private CustomerSegments() {}

    /** The segment by code, ascending by code; every code has one. */
    public static Map<String, String> of(RfmSegments segments) {
        Map<String, String> byCode = new LinkedHashMap<>();
        if (segments instanceof RfmSegments.Custom custom) {
            custom.codes().forEach((segment, codes) -> codes.forEach(code -> byCode.put(code, segment)));
        } else if (segments instanceof RfmSegments.Named named && NAMED.containsKey(named.name())) {
            codes().forEach(code -> byCode.put(code, NAMED.get(named.name()).get(rank(code))));
        } else {
            BUILT_IN.forEach(
                    (segment, codes) -> Arrays.stream(codes.split(" ", -1)).forEach(code -> byCode.put(code, segment)));
        }
        return ordered(byCode);
    }

    private static Map<String, String> ordered(Map<String, String> byCode) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String code : codes()) {
            String segment = byCode.get(code);
            if (segment == null) {
                throw new IllegalStateException("code " + code + " has no segment");
            }
            ordered.put(code, segment);
        }
        return Collections.unmodifiableMap(ordered);
    }

    /** The place in a set of names. */
    private static int rank(String code) {
        int r = code.charAt(0) - '0';
        int f = code.charAt(1) - '0';
        int m = code.charAt(2) - '0';
        if (code.equals("444")) {
            return 0;
        }
        if (f == 1 || m == 1) {
            return 4;
        }
        return r <= 2 ? 3 : f >= 3 ? 1 : 2;
    }

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int code = 0; code < 64; code++) {
            codes.add("" + (1 + code / 16) + (1 + code / 4 % 4) + (1 + code % 4));
        }
        return codes;
    }
}
